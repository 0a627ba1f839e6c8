"""What can be done with a decision that is in the record: answer for new words, take back, decide again (R15, R19)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain.decisions import looked_at_again
from coprod_desktop.domain.ids import DecisionId, MeetingId, PersonId
from coprod_desktop.domain.lines import EarlierLine, Objection
from coprod_desktop.domain.meeting_state import Decision, MeetingState
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.widgets.decision_page import DecisionPage
from coprod_desktop.ui.widgets.shown_words import shown_words
from coprod_desktop.ui.wording import day_words


class DecisionAfter(QObject):
    """Joins the rarer acts of the page of a decision with the open meeting.

    `state_of` reads another meeting.
    Signals: `again_requested(meeting id, decision id)`; `take_out_requested(line id)`.
    """

    again_requested = Signal(str, str)
    take_out_requested = Signal(str)

    def __init__(
        self, bridge: MeetingBridge, page: DecisionPage, state_of: Callable[[MeetingId], MeetingState]
    ) -> None:
        super().__init__(page)
        self._bridge = bridge
        self._page = page
        self._state_of = state_of
        self._decision: Decision | None = None
        self._earlier: dict[EarlierLine, str] = {}
        page.top.answer.answered.connect(self._on_answered)
        page.parts.objection_taken_back.connect(self._on_objection_taken_back)
        page.more.taken_back.connect(self._on_taken_back)
        page.more.again.clicked.connect(self._on_again)
        page.more.take_out.clicked.connect(self._on_take_out)

    def show_decision(self, state: MeetingState, decision: Decision | None, reopens: EarlierLine | None) -> None:
        """Say which decision is looked at again, and which newer one looks at this one again."""
        self._decision = decision
        lines: list[str] = []
        if reopens is not None:
            lines.append(self._earlier_words(reopens))
        newer = looked_at_again(state, decision.id) if decision is not None else None
        if newer is not None:
            lines.append(self.tr("We looked at this again: {words}").format(words=shown_words(newer.words.printed)))
        self._page.top.show_links(lines)

    def found(self, line: EarlierLine) -> Decision | None:
        """A decision of this meeting or of another one, if it is still there."""
        there = self._there(line)
        return there.decisions.get(DecisionId(line.line_id)) if there is not None else None

    def read_again(self) -> None:
        """Words of another meeting may have been taken out while this screen was out of sight."""
        self._earlier.clear()

    def _earlier_words(self, line: EarlierLine) -> str:
        """Read once while the screen is in sight: reading another meeting at each press would be slow."""
        if line not in self._earlier or line.meeting_id == self._bridge.state.id:
            self._earlier[line] = self._looked_at(line)
        return self._earlier[line]

    def _looked_at(self, line: EarlierLine) -> str:
        there = self._there(line)
        earlier = there.decisions.get(DecisionId(line.line_id)) if there is not None else None
        words = self.tr("We look again at: {words}").format(words=shown_words(earlier.words.printed) if earlier else "")
        if there is None or there.details is None or there.id == self._bridge.state.id:
            return words
        return f"{words} ({day_words(there.details.held_on)})"

    def _there(self, line: EarlierLine) -> MeetingState | None:
        """The meeting of a line, if it is still there."""
        state = self._bridge.state
        try:
            return state if line.meeting_id == state.id else self._state_of(line.meeting_id)
        except (LookupError, StorageFault):
            return None

    def _on_answered(self, answer: bool | None) -> None:
        decision, requests = self._decision, self._bridge.requests
        if decision is not None:
            answer_now = partial(requests.answer_new_words, decision.id, answer, is_not_here=answer is None)
            self._bridge.ask(answer_now)
            self._page.what_row.change.setFocus()

    def _on_objection_taken_back(self, objection: Objection) -> None:
        decision = self._decision
        if decision is None or objection not in decision.details.objections:
            return
        people = objection.by.people if objection.by else ()
        by = people[0] if len(people) == 1 else None
        position = decision.details.objections.index(objection)
        self._page.open_part("")
        self._bridge.ask(partial(self._bridge.requests.take_back_objection, decision.id, position, by=by))

    def _on_taken_back(self, person_id: str) -> None:
        if self._decision is not None:
            by = PersonId(person_id) if person_id else None
            self._bridge.ask(partial(self._bridge.requests.take_back_decision, self._decision.id, by=by))

    def _on_again(self) -> None:
        if self._decision is not None:
            self.again_requested.emit(self._bridge.state.id, self._decision.id)

    def _on_take_out(self) -> None:
        if self._decision is not None:
            self.take_out_requested.emit(self._decision.id)
