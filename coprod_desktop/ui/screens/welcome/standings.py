"""How each thing before the meeting stands, in words for the list beside who is here."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.room import Counting, Room
from coprod_desktop.ui.widgets.before_we_begin import Opening, Standing


def standings_of(state: MeetingState, agreement: tuple[str, ...]) -> Mapping[Opening, Standing]:
    """All 5 of them."""
    return {
        Opening.AGREEMENT: _agreement(len(agreement)),
        Opening.ACCESS: _access(state.room),
        Opening.DECLARE: _declared(state.room),
        Opening.COUNTING: _counting(state.room.counting),
        Opening.JOBS: _jobs(state),
    }


def _agreement(lines: int) -> Standing:
    if not lines:
        return Standing(_said("Not written yet"), is_done=False)
    words = _said("1 line to read aloud") if lines == 1 else _said("{count} lines to read aloud")
    return Standing(words.format(count=lines), is_done=True)


def _access(room: Room) -> Standing:
    words = _said("We have read this") if room.has_read_access_check else _said("Not read yet")
    return Standing(words, is_done=room.has_read_access_check)


def _declared(room: Room) -> Standing:
    people = len({one.person_id for one in room.declarations})
    if people:
        words = _said("1 person told us something") if people == 1 else _said("{count} people told us something")
        return Standing(words.format(count=people), is_done=True)
    words = _said("Nobody had anything to say") if room.has_asked_declarations else _said("Not asked yet")
    return Standing(words, is_done=room.has_asked_declarations)


def _counting(counting: Counting | None) -> Standing:
    if counting is None:
        return Standing(_said("Not chosen yet. Nothing is counted"), is_done=False)
    is_counted = counting is Counting.BY_PERSPECTIVE
    words = _said("Turns and time are counted") if is_counted else _said("Nothing is counted today")
    return Standing(words, is_done=True)


def _jobs(state: MeetingState) -> Standing:
    taken = {job for seen in state.attendance.values() if not seen.is_sorry for job in seen.jobs}
    words = _said("{count} of {all} have somebody").format(count=len(taken), all=len(Job))
    return Standing(words, is_done=len(taken) == len(Job))


def _said(words: str) -> str:
    return QCoreApplication.translate("Standings", words)
