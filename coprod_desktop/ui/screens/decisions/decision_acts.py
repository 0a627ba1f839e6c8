"""Writing decisions down in two steps, right words and then agree, and changing them (R15)."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coprod_desktop.domain.decisions import details_to_look_again
from coprod_desktop.domain.ideas import checked_words
from coprod_desktop.domain.ids import AgendaItemId, DecisionId, IdeaId, MeetingId
from coprod_desktop.domain.lines import DecisionDetails, EarlierLine, Outcome
from coprod_desktop.domain.meeting_state import Decision, Idea, MeetingState
from coprod_desktop.domain.presence import asks_what_they_told_us, presence_now, presence_of
from coprod_desktop.domain.proposer import Proposer, checked_proposer
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.domain.room import ReadBack, ReadBackStep
from coprod_desktop.services.clock import today
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.reading_back import ReadingBack
from coprod_desktop.ui.screens.decisions.decision_after import DecisionAfter
from coprod_desktop.ui.screens.decisions.desk import Desk, Mode
from coprod_desktop.ui.screens.decisions.letter_acts import LetterActs
from coprod_desktop.ui.widgets.decision_page import DecisionPage
from coprod_desktop.ui.widgets.decision_words_form import DecisionWordsForm
from coprod_desktop.ui.widgets.presence_words import presence_words

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class DecisionActs(QObject):
    """Joins the form of the words and the page of a decision with the open meeting."""

    def __init__(
        self, services: "Services", bridge: MeetingBridge, desk: Desk, words: DecisionWordsForm, page: DecisionPage
    ) -> None:
        super().__init__(desk)
        self._services = services
        self._bridge = bridge
        self._desk = desk
        self._words = words
        self._page = page
        self.decision_id: DecisionId | None = None
        self._draft: DecisionDetails | None = None
        page.say.today = partial(today, services.clock)
        self._reading = ReadingBack(bridge, words, page, self._told)
        self.after = DecisionAfter(bridge, page, services.meetings.state)
        self.after.again_requested.connect(self.decide_again)
        self.letters = LetterActs(services, bridge, page.waited_for, page)
        desk.listed.connect(self._forget)
        words.save.clicked.connect(self._on_save_words)
        page.save.clicked.connect(self._on_save_page)
        page.words_requested.connect(self._on_change_words)

    def show_state(self, state: MeetingState) -> None:
        """Show the open decision as it is now; go back to the list if it is not there any more."""
        if self.decision_id is not None:
            self._show_decision(state, self.decision_id)
        elif self._draft is not None:
            self._show_around(state, None, self._draft)
        self._reading.show_state(state)

    def start_again(self) -> None:
        """Another meeting is shown."""
        self._draft = None
        self._words.clear()

    # Step 1: the words

    def write(self) -> None:
        """Begin a new decision; half-typed words of a new one stay."""
        if self._draft is None or self._draft.from_idea_id is not None or self._draft.reopens is not None:
            self._words.clear()
        self._begin_draft(_empty(self._desk.item_for_new()))

    def decide(self, idea: Idea) -> None:
        """Make an idea a decision."""
        if self._draft is None or self._draft.from_idea_id != idea.id:
            self._words.show_new(idea.words, idea.details.proposer, idea.details.picture)
        self._begin_draft(_empty(idea.details.item_id, idea.id))

    def decide_again(self, meeting_id: str, decision_id: str) -> None:
        """Look again at a decision of this meeting or of an earlier one; that one stays as it is."""
        line = EarlierLine(meeting_id=MeetingId(meeting_id), line_id=decision_id)
        earlier = self.after.found(line)
        if earlier is None:
            return
        if self._draft is None or self._draft.reopens != line:
            self._words.show_new(earlier.words, earlier.details.proposer, earlier.details.picture)
        again = details_to_look_again(earlier, line.meeting_id)
        is_here = line.meeting_id == self._bridge.state.id
        self._begin_draft(again if is_here else replace(again, item_id=self._desk.item_for_new()))

    def _begin_draft(self, draft: DecisionDetails) -> None:
        self.decision_id = None
        self._draft = draft
        self._desk.go(Mode.WORDS)

    def _on_change_words(self) -> None:
        decision = self._decision()
        if decision is not None:
            details = decision.details
            is_after = not self._bridge.state.is_open
            self._words.show_saved(decision.words, details.proposer, details.picture, is_after=is_after)
        self._desk.go(Mode.WORDS)

    def _on_save_words(self) -> None:
        if not self._has_words_and_proposer():
            return
        decision = self._decision()
        if decision is None:
            self._show_draft()
        elif self._words.is_answered() and self._reword(decision):
            self._draft = None
            self._words.clear()
            self.open(decision.id)

    def _told(self, step: ReadBackStep) -> ReadBack | None:
        """What is read to the room: the words that will be printed, whose idea it was, and the picture."""
        if not self._has_words_and_proposer():
            return None
        form, words = self._words, checked_words(self._words.value())
        return ReadBack(
            words=words.printed,
            proposer=form.chosen_proposer(),
            picture=form.picture.value(),
            step=step,
            decision_id=self.decision_id,
            is_secret=step is ReadBackStep.AGREE and self._page.outcome.is_secret,
        )

    def _has_words_and_proposer(self) -> bool:
        try:
            checked_words(self._words.value())
            checked_proposer(self._words.chosen_proposer())
        except NotAllowed as refusal:
            self._desk.say_refusal(self._words, refusal)
            return False
        self._words.clear_errors()
        return True

    def _reword(self, decision: Decision) -> bool:
        form, requests, words = self._words, self._bridge.requests, self._words.value()
        details = replace(decision.details, proposer=form.chosen_proposer(), picture=form.picture.value())
        return self._desk.ask(
            form,
            lambda: requests.change_decision(
                decision.id,
                words,
                details,
                changes_meaning=form.changes_meaning(),
                agreed_by_proposer=form.agreed_by_proposer(),
                is_not_here=form.is_not_here(),
            ),
        )

    # Step 2: do you agree?

    def open(self, decision_id: DecisionId) -> None:
        """Show a decision that is in the record."""
        self.decision_id = decision_id
        self._desk.shows_again.emit()
        self._desk.go(Mode.PAGE)

    def _show_draft(self) -> None:
        if self._draft is None:
            return
        form = self._words
        self._draft = replace(self._draft, proposer=form.chosen_proposer(), picture=form.picture.value())
        self._page.show_draft(checked_words(form.value()), self._draft, self._about(self._draft))
        self.show_state(self._bridge.state)
        self._desk.go(Mode.PAGE)

    def _show_decision(self, state: MeetingState, decision_id: DecisionId) -> None:
        decision = state.decisions.get(decision_id)
        if decision is None:
            self._desk.go_to_list()
            return
        jobs = [one for one in state.actions.values() if one.details.decision_id == decision_id]
        self._page.show_decision(decision.words, decision.details, jobs, self._about(decision.details))
        self._show_around(state, decision, decision.details)

    def _show_around(self, state: MeetingState, decision: Decision | None, details: DecisionDetails) -> None:
        """Say who is there, as counts, and which decision is looked at again."""
        presence = presence_now(state) if decision is None else presence_of(state, decision)
        group = self._services.groups.current()
        labels = group.perspective_labels if group is not None else {}
        words = presence_words(presence, labels, is_only_us=self._bridge.sight.is_only_us)
        self._page.show_presence(words, asks_first=asks_what_they_told_us(presence, details))
        self.after.show_decision(state, decision, details.reopens)
        self.letters.show_decision(decision.id if decision is not None else None)

    def _about(self, details: DecisionDetails) -> str:
        items = self._bridge.state.agenda
        return next((item.details.title for item in items if item.id == details.item_id), "")

    def _on_save_page(self) -> None:
        details = self._page.details()
        if details is None:
            return
        decision = self._decision()
        if self.decision_id is None:
            self._save_draft(details)
        elif decision is not None and self._change(decision, details):
            self._page.open_part("")

    def _change(self, decision: Decision, details: DecisionDetails) -> bool:
        requests = self._bridge.requests
        return self._desk.ask(self._page, lambda: requests.change_decision(decision.id, decision.words, details))

    def _save_draft(self, details: DecisionDetails) -> None:
        words, requests, job = self._words.value(), self._bridge.requests, self._page.new_job()
        actions = (job,) if job is not None else ()
        saved = self._bridge.ask(lambda: requests.record_decision(words, details, actions=actions), says_refusals=False)
        if saved.refusal is not None:
            self._desk.say_refusal(self._page, saved.refusal)
        if saved.value is None:
            return
        self._draft = None
        self._desk.chosen = ""
        self._words.clear()
        self.open(saved.value)

    def _decision(self) -> Decision | None:
        return self._bridge.state.decisions.get(self.decision_id) if self.decision_id is not None else None

    def _forget(self) -> None:
        self.decision_id = None
        self._page.forget()


def _empty(item_id: AgendaItemId | None, idea_id: IdeaId | None = None) -> DecisionDetails:
    return DecisionDetails(proposer=Proposer(), outcome=Outcome.AGREED, item_id=item_id, from_idea_id=idea_id)
