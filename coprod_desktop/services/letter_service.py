"""Letters to whoever must still say yes to a decision; whom they go to is told by the decision (R45)."""

from pathlib import Path

from coprod_desktop.domain.decisions import waits_for_yes
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import DecisionId, MeetingId
from coprod_desktop.domain.lines import YesAnswer
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import replay
from coprod_desktop.minutes.papers.waiting_letter import LetterFacts, letter_wording, waiting_letter
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.file_names import safe_file_name
from coprod_desktop.services.minutes_order import MinutesOrder
from coprod_desktop.services.person_papers import PersonPaper
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore

__all__ = ["LetterService"]

_TEXT = (MinutesFormat.PLAIN_TEXT, MinutesFormat.AUDIO)


class LetterService:
    """Makes letters. It reads the store and changes nothing; a letter is drawn and saved by `PersonPapers`."""

    def __init__(self, database: Database, templates_folder: Path, *, clock: Clock) -> None:
        self._log = MeetingLog(database)
        self._groups = GroupStore(database)
        self._people = PeopleStore(database)
        self._templates = templates_folder
        self._clock = clock

    def letter(
        self,
        meeting_id: MeetingId,
        decision_id: DecisionId,
        place: int,
        wanted: MinutesFormat = MinutesFormat.EASY_READ,
    ) -> PersonPaper:
        """The letter to the one at `place` in the list of those who must say yes, from 0.

        Raises NotAllowed if there is no such decision, or nobody there who has still to answer.
        """
        state, group = self._known(meeting_id)
        decision, details = state.decisions.get(decision_id), state.details
        needed = decision.details.needs_yes_from[place : place + 1] if decision and place >= 0 else ()
        is_waited_for = bool(needed) and needed[0].answer is YesAnswer.WAITING
        if decision is None or details is None or not is_waited_for or not waits_for_yes(decision):
            raise NotAllowed(Reason.NOT_FOUND)
        day = today(self._clock)
        facts = LetterFacts(
            group=group,
            people=self._people.people(group.id, with_removed=True),
            decision=decision,
            needed=needed[0],
            decided_on=details.held_on,
            today=day,
        )
        content = waiting_letter(facts, wording=letter_wording(self._templates, group.language))
        order = MinutesOrder(format=wanted)
        name = safe_file_name(["letter", needed[0].who, day.isoformat()])
        return PersonPaper(content=content, order=order, file_name=name + (".txt" if wanted in _TEXT else ".pdf"))

    def _known(self, meeting_id: MeetingId) -> tuple[MeetingState, Group]:
        state = replay(meeting_id, self._log.steps(meeting_id))
        group = self._groups.get(state.group_id) if state.group_id else None
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return state, group
