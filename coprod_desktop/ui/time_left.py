"""How much time is left of the turn, in words, for the key that asks (R11): no figures that tell of a longer turn."""

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.turns import usual_seconds
from coprod_desktop.ui.meeting_bridge import MeetingBridge

_MINUTE = 60


def time_left_words(bridge: MeetingBridge) -> str:
    """What is left, for people who see it and for those who hear it. There must be a meeting."""
    state = bridge.state
    turn = state.current_turn
    if turn is None:
        return _tr("Nobody has a turn now.")
    if not state.has_clocks or usual_seconds(state) is None or not bridge.shows_rings or turn.allowed_seconds is None:
        return _tr("This turn has no timer.")
    left = turn.allowed_seconds - bridge.used_ms / 1000
    if left <= 0:
        return _tr("Time is up. Nothing ends by itself.")
    return _minutes(round(left)) if bridge.shows_lengths else _share(left / turn.allowed_seconds)


def _share(share: float) -> str:
    if share > 0.5:
        return _tr("More than half is left.")
    return _tr("Less than half is left.") if share > 0.25 else _tr("A little is left.")


def _minutes(left: int) -> str:
    minutes, seconds = divmod(left, _MINUTE)
    parts = []
    if minutes:
        parts.append(_tr("1 minute") if minutes == 1 else _tr("{n} minutes").format(n=minutes))
    if seconds:
        parts.append(_tr("1 second") if seconds == 1 else _tr("{n} seconds").format(n=seconds))
    return _tr("{time} left.").format(time=_tr(" and ").join(parts))


def _tr(words: str) -> str:
    return QCoreApplication.translate("TimeLeft", words)
