"""The fields of all events that hold text, found from their types."""

from dataclasses import fields, is_dataclass
from typing import Any, Final, get_args, get_type_hints

from coprod_desktop.domain.events import EVENT_KINDS

NOT_WORDS_OF_A_LINE: Final = {
    # times, ids, digests and codes
    *("at", "card", "conversation_id", "decided_at", "digest", "ended_at", "ends_at", "format", "line_id", "news"),
    *("own_time_at", "started_at", "starts_at", "venue_id", "words_digest"),
    # about the whole meeting; texts of 4 words or more that are the same go there too
    *("by_whom", "food", "hoped_gain", "not_given_up", "open", "purpose", "taking_part_money", "venue", "what"),
    *("why", "why_now", "word"),
}
"""Those in which nobody writes what a line says."""


def text_fields() -> set[str]:
    """The names of all fields of plain text, however deep."""
    found: set[str] = set()
    for event in EVENT_KINDS.values():
        _find(event, "", found)
    return found


def _find(wanted: Any, name: str, found: set[str]) -> None:
    if wanted is str:
        found.add(name)
    elif isinstance(wanted, type) and is_dataclass(wanted):
        hints = get_type_hints(wanted)
        for one in fields(wanted):
            _find(hints[one.name], one.name, found)
    else:
        for one in get_args(wanted):
            _find(one, name, found)
