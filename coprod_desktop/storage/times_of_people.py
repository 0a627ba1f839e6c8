"""Events without when and how long one person spoke (DP-16)."""

from typing import Any, Final

from coprod_desktop.storage.words_to_take_out import Payload

_NOBODY: Final = {"person_id": ""}
_BLANK: Final[dict[str, dict[str, Any]]] = {
    "turn_started": {
        "person_id": "",
        "started_at": "",
        "allowed_seconds": None,
        "perspectives": [],
        "with_people": [],
        "through": None,
        "conversation_id": "",
    },
    "turn_facts_changed": {"with_people": [], "through": None},
    "turn_paused": {"used_ms": 0, "at": ""},
    "turn_resumed": {"used_ms": 0, "at": ""},
    "turn_extended": {"by_seconds": 0},
    "turn_ended": {"used_ms": 0, "paused_seconds": 0, "ended_at": ""},
    "conversation_started": {"people": ["", ""]},
    "hand_raised": _NOBODY,
    "hand_lowered": _NOBODY,
    "wanted_to_add": _NOBODY,
    "no_longer_wants_to_add": _NOBODY,
    "go_round_started": {"order": []},
    "go_round_passed": _NOBODY,
    "go_round_comes_back": _NOBODY,
    "go_round_joined": _NOBODY,
    "person_stepped_out": {"person_id": "", "at": ""},
    "person_stepped_back": {"person_id": "", "at": ""},
}
"""By kind of event, what its fields become. The time of the step itself never changes, so that who it was about goes.

When people came and went home stays: from it the minutes tell how many were there at a decision.
"""


def without_times(kind: str, payload: Payload) -> Payload:
    """The payload without the times of a person, and without whose times they were."""
    blank = _BLANK.get(kind, {})
    return {key: blank.get(key, value) for key, value in payload.items()}
