"""How much time is left of the turn, in words, for the key that asks (R11): no figures that tell of a longer turn."""

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.turns import usual_seconds
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.widgets.turn_clock import share_left_words

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
    return _minutes(round(left)) if bridge.shows_lengths else share_left_words(left / turn.allowed_seconds)


def signal_words(bridge: MeetingBridge) -> str:
    """What is said by itself once the turn is nearly or quite over; empty before, and where no clock is shown."""
    turn, state = bridge.state.current_turn, bridge.state
    if turn is None or not turn.allowed_seconds or not bridge.shows_rings:
        return ""
    left = turn.allowed_seconds - bridge.used_ms / 1000
    if left <= 0:
        return _tr("Time is up")
    return _tr("Nearly time") if left <= turn.allowed_seconds * state.room.nearly_share else ""


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
