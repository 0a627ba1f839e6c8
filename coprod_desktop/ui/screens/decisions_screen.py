"""Ideas, decisions and jobs: written down as they are said, agreed in two steps, never without a proposer."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from coprod_desktop.domain.ideas import checked_words
from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, IdeaId, MeetingId, PersonId
from coprod_desktop.domain.lines import ActionDetails, DecisionDetails, Outcome
from coprod_desktop.domain.meeting_state import Decision, Idea, MeetingState
from coprod_desktop.domain.proposer import Proposer, checked_proposer
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.domain.room import ReadBack, ReadBackStep
from coprod_desktop.services.clock import local_time
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.reading_back import ReadingBack
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.action_form import ActionForm
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.caution_line import CautionLine
from coprod_desktop.ui.widgets.decision_page import DecisionPage
from coprod_desktop.ui.widgets.decision_words_form import DecisionWordsForm
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.idea_form import IdeaForm
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_rows import LineRows
from coprod_desktop.ui.widgets.lines_panel import ALL_ITEMS, DECIDE, LinesPanel
from coprod_desktop.ui.widgets.room_counts import RoomCounts
from coprod_desktop.ui.widgets.typed_words import has_typed_words
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import vocabulary_with, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

T = TypeVar("T")


class _Mode(Enum):
    """What the main card shows."""

    LIST = "list"
    IDEA = "idea"
    WORDS = "words"
    PAGE = "page"
    JOB = "job"


class DecisionsScreen(MeetingScreen):
    """What was said and decided on an item, and the forms to write it down. Signals: those of every screen."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._services = services
        self._meeting_id: MeetingId | None = None
        self._mode = _Mode.LIST
        self._item_key = ""
        self._chosen = ""
        self._idea_id: IdeaId | None = None
        self._decision_id: DecisionId | None = None
        self._action_id: ActionId | None = None
        self._draft: DecisionDetails | None = None
        vocabulary = vocabulary_with(bridge.name)
        self._rows = LineRows(vocabulary)
        self.list = LinesPanel(theme)
        self.idea = IdeaForm(theme, vocabulary)
        self.words = DecisionWordsForm(theme, vocabulary)
        self.page = DecisionPage(theme, vocabulary)
        self.job = ActionForm(theme, vocabulary)
        self.room = RoomCounts(theme)
        self._reading = ReadingBack(bridge, self.words, self.page, self._told)
        self._panels: dict[_Mode, LinesPanel | FormPanel | DecisionPage] = {
            _Mode.LIST: self.list,
            _Mode.IDEA: self.idea,
            _Mode.WORDS: self.words,
            _Mode.PAGE: self.page,
            _Mode.JOB: self.job,
        }
        self._no_decisions = CautionLine(theme)
        main = self._main = Card(theme, padding=20)
        main.add(self._no_decisions)
        for mode, panel in self._panels.items():
            main.add(panel, 1)
            panel.setVisible(mode is _Mode.LIST)
        column = Column(theme)
        column.addWidget(WorkArea(theme, main, self.room))
        self.setLayout(column)
        self._connect()
        self.starts_at(self.list.add_idea)

    def title(self) -> str:
        """Where we are."""
        return self.tr("Decisions")

    def leave(self) -> bool:
        """Go back one step; what was typed stays for the next time."""
        if self._close_pictures() or (self._mode is _Mode.PAGE and self.page.close_part()):
            return True
        if self._mode is _Mode.LIST:
            return self.list.items.close_choice() or self._let_go()
        if self._mode is _Mode.PAGE and self._decision_id is None:
            self._go(_Mode.WORDS)
        elif self._decision_id is not None and self._mode in (_Mode.WORDS, _Mode.JOB):
            self._go(_Mode.PAGE)
        else:
            self._go_to_list()
        return True

    def show_state(self, state: MeetingState) -> None:
        """Show lines, people and counts as they are now; half-typed words stay."""
        if state.id != self._meeting_id:
            self._start_again(state.id)
        people = self._people(state)
        for form in (self.idea, self.words, self.page, self.job):
            form.show_people(people)
        self._show_hint(is_without_decisions=state.details is not None and state.details.is_without_decisions)
        self.list.show_lines(state, self._rows, shown=self._shown_item(state), chosen=self._chosen)
        group = self._services.groups.current()
        labels = group.perspective_labels if group is not None else {}
        self.room.show_room(state, labels, is_only_us=self._bridge.sight.is_only_us)
        if self._decision_id is not None:
            self._show_decision(state, self._decision_id)
        self._reading.show_state(state)

    # Showing

    def _show_hint(self, *, is_without_decisions: bool) -> None:
        """A kind word only: nothing is barred (R43)."""
        words = self.tr("This meeting asks for no decisions. You can write one all the same.")
        words = words if is_without_decisions else ""
        if words != self._no_decisions.words():
            self._no_decisions.say(words)

    def _start_again(self, meeting_id: MeetingId) -> None:
        self._meeting_id = meeting_id
        self._item_key = self._chosen = ""
        self._draft = None
        for form in (self.idea, self.words, self.job):
            form.clear()
        self._go_to_list()

    def _people(self, state: MeetingState) -> list[PersonId]:
        """Who can be chosen: those who are or were here; before anyone came, all who are asked."""
        came = [who for who, seen in state.attendance.items() if seen.came]
        return self._bridge.by_name(came or state.attendance)

    def _shown_item(self, state: MeetingState) -> str:
        if self._item_key in {ALL_ITEMS, *(item.id for item in state.agenda)}:
            return self._item_key
        return state.current_item.id if state.current_item is not None else ALL_ITEMS

    def _item_for_new(self) -> AgendaItemId | None:
        state = self._bridge.state
        shown = self._shown_item(state)
        if shown != ALL_ITEMS:
            return AgendaItemId(shown)
        return state.current_item.id if state.current_item is not None else None

    def _show_decision(self, state: MeetingState, decision_id: DecisionId) -> None:
        decision = state.decisions.get(decision_id)
        if decision is None:
            self._go_to_list()
            return
        jobs = [one for one in state.actions.values() if one.details.decision_id == decision_id]
        self.page.show_decision(decision.words, decision.details, jobs)

    # Going from one panel to another

    def _go(self, mode: _Mode) -> None:
        self._mode = mode
        for key, other in self._panels.items():
            other.setVisible(key is mode)
        panel = self._panels[mode]
        self.starts_at(panel.first())
        if self.isVisible():
            panel.begin()
        keep_in_view(self._theme, self._main)

    def _go_to_list(self) -> None:
        self._idea_id = self._decision_id = self._action_id = None
        self.page.forget()
        self._go(_Mode.LIST)

    def _let_go(self) -> bool:
        if not self._chosen:
            return False
        row, self._chosen = self._chosen, ""
        self._refresh()
        self.list.lines.focus_row(row)
        return True

    def _refresh(self) -> None:
        self.show_state(self._bridge.state)

    def _close_pictures(self) -> bool:
        forms: dict[_Mode, FormPanel] = {_Mode.IDEA: self.idea, _Mode.WORDS: self.words, _Mode.JOB: self.job}
        form = forms.get(self._mode)
        return form is not None and form.close_pictures()

    def _connect(self) -> None:
        self.follow_sight()
        self.list.add_idea.clicked.connect(self._on_write_idea)
        self.list.add_decision.clicked.connect(self._on_write_decision)
        self.list.add_job.clicked.connect(self._on_write_job)
        self.list.lines.pressed.connect(self._on_row)
        self.list.lines.act_pressed.connect(self._on_act)
        self.list.items.chosen.connect(self._on_item)
        self.idea.save.clicked.connect(self._on_save_idea)
        self.words.save.clicked.connect(self._on_save_words)
        self.page.save.clicked.connect(self._on_save_page)
        self.page.words_requested.connect(self._on_change_words)
        self.page.add_job.clicked.connect(self._on_write_job)
        self.page.job_pressed.connect(self._on_job)
        self.job.save.clicked.connect(self._on_save_job)
        for form in (self.idea, self.words, self.page, self.job):
            form.back.clicked.connect(self.leave)
            self.bind("F8", form.save)
        self.bind("F8", self.list.add_decision)
        self.bind("F4", self.list.add_idea)
        self.bind("F4", self.page.add_job)
        self.bind("F10", self.words.read)
        self.bind("F10", self.page.read)

    def _on_item(self, key: str) -> None:
        self._item_key, self._chosen = key, ""
        self._refresh()

    def _on_row(self, key: str) -> None:
        state = self._bridge.state
        if key in state.ideas:
            self._chosen = key
            self._refresh()
            self.list.lines.focus_act()
            keep_in_view(self._theme, self._main)
        elif key in state.decisions:
            self._open_decision(DecisionId(key))
        else:
            self._on_job(key)

    def _on_act(self, act: str, key: str) -> None:
        idea = self._bridge.state.ideas.get(IdeaId(key))
        if idea is None:
            return
        if act == DECIDE:
            self._decide(idea)
            return
        self._idea_id = idea.id
        self.idea.show_idea(idea.words, idea.details)
        self._go(_Mode.IDEA)

    # Ideas

    def _on_write_idea(self) -> None:
        if self.idea.is_change:
            self.idea.clear()
        self._idea_id = None
        self._go(_Mode.IDEA)

    def _on_save_idea(self) -> None:
        words, details = self.idea.value()
        requests, idea_id = self._bridge.requests, self._idea_id
        if idea_id is None:
            new = replace(details, item_id=self._item_for_new())
            done = self._ask(self.idea, lambda: requests.record_idea(words, new))
        else:
            done = self._ask(self.idea, lambda: requests.change_idea(idea_id, words, details))
        if done:
            self.idea.clear()
            self._go_to_list()

    # Decisions, step 1: the words

    def _on_write_decision(self) -> None:
        if self._draft is None or self._draft.from_idea_id is not None:
            self.words.clear()
        self._begin_draft(self._item_for_new(), None)

    def _decide(self, idea: Idea) -> None:
        if self._draft is None or self._draft.from_idea_id != idea.id:
            self.words.show_new(idea.words, idea.details.proposer, idea.details.picture)
        self._begin_draft(idea.details.item_id, idea.id)

    def _begin_draft(self, item_id: AgendaItemId | None, idea_id: IdeaId | None) -> None:
        self._decision_id = None
        self._draft = DecisionDetails(
            proposer=Proposer(), outcome=Outcome.AGREED, item_id=item_id, from_idea_id=idea_id
        )
        self._go(_Mode.WORDS)

    def _on_change_words(self) -> None:
        decision = self._decision()
        if decision is not None:
            details = decision.details
            self.words.show_saved(decision.words, details.proposer, details.picture)
        self._go(_Mode.WORDS)

    def _on_save_words(self) -> None:
        if not self._has_words_and_proposer():
            return
        decision = self._decision()
        if decision is None:
            self._show_draft()
        elif self.words.is_answered() and self._reword(decision):
            self._draft = None
            self.words.clear()
            self._open_decision(decision.id)

    def _told(self, step: ReadBackStep) -> ReadBack | None:
        """What is read to the room: the words that will be printed, whose idea it was, and the picture."""
        if not self._has_words_and_proposer():
            return None
        form, words = self.words, checked_words(self.words.value())
        return ReadBack(
            words=words.printed,
            proposer=form.chosen_proposer(),
            picture=form.picture.value(),
            step=step,
            decision_id=self._decision_id,
        )

    def _has_words_and_proposer(self) -> bool:
        try:
            checked_words(self.words.value())
            checked_proposer(self.words.chosen_proposer())
        except NotAllowed as refusal:
            self._say_refusal(self.words, refusal)
            return False
        self.words.clear_errors()
        return True

    def _reword(self, decision: Decision) -> bool:
        form, requests, words = self.words, self._bridge.requests, self.words.value()
        details = replace(decision.details, proposer=form.chosen_proposer(), picture=form.picture.value())
        return self._ask(
            form,
            lambda: requests.change_decision(
                decision.id,
                words,
                details,
                changes_meaning=form.changes_meaning(),
                agreed_by_proposer=form.agreed_by_proposer(),
            ),
        )

    # Decisions, step 2: do you agree?

    def _show_draft(self) -> None:
        if self._draft is None:
            return
        self._draft = replace(self._draft, proposer=self.words.chosen_proposer(), picture=self.words.picture.value())
        self.page.show_draft(checked_words(self.words.value()), self._draft)
        self._reading.show_state(self._bridge.state)
        self._go(_Mode.PAGE)

    def _open_decision(self, decision_id: DecisionId) -> None:
        self._decision_id = decision_id
        self._refresh()
        self._go(_Mode.PAGE)

    def _on_save_page(self) -> None:
        details = self.page.details()
        if details is None:
            return
        decision = self._decision()
        if self._decision_id is None:
            self._save_draft(details)
        elif decision is not None and self._change(decision, details):
            self.page.open_part("")

    def _change(self, decision: Decision, details: DecisionDetails) -> bool:
        return self._ask(self.page, lambda: self._bridge.requests.change_decision(decision.id, decision.words, details))

    def _save_draft(self, details: DecisionDetails) -> None:
        words, requests, job = self.words.value(), self._bridge.requests, self.page.new_job()
        decided = replace(details, decided_at=local_time(self._services.clock))
        actions = (job,) if job is not None else ()
        saved = self._bridge.ask(lambda: requests.record_decision(words, decided, actions=actions), says_refusals=False)
        if saved.refusal is not None:
            self._say_refusal(self.page, saved.refusal)
        if saved.value is None:
            return
        self._draft = None
        self._chosen = ""
        self.words.clear()
        self._open_decision(saved.value)

    def _decision(self) -> Decision | None:
        return self._bridge.state.decisions.get(self._decision_id) if self._decision_id is not None else None

    # Jobs

    def _on_write_job(self) -> None:
        self._action_id = None
        self.job.begin_new(ActionDetails(decision_id=self._decision_id))
        self._go(_Mode.JOB)

    def _on_job(self, key: str) -> None:
        action = self._bridge.state.actions.get(ActionId(key))
        if action is not None:
            self._action_id = action.id
            self.job.show_action(action.words, action.details)
            self._go(_Mode.JOB)

    def _on_save_job(self) -> None:
        words, details = self.job.value()
        requests, action_id = self._bridge.requests, self._action_id
        if action_id is None:
            done = self._ask(self.job, lambda: requests.agree_action(words, details))
        else:
            done = self._ask(self.job, lambda: requests.change_action(action_id, words, details))
        if done:
            self.job.clear()
            self._go(_Mode.PAGE) if self._decision_id is not None else self._go_to_list()

    # Refusals

    def is_half_typed(self) -> bool:
        """Whether an idea, a decision or a job was begun and not saved."""
        return any(has_typed_words(form) for form in (self.idea, self.words, self.page, self.job))

    def _ask(self, form: FormPanel | DecisionPage, request: Callable[[], T]) -> bool:
        answer = self._bridge.ask(request, says_refusals=False)
        if answer.refusal is not None:
            self._say_refusal(form, answer.refusal)
        return answer.is_done

    def _say_refusal(self, form: FormPanel | DecisionPage, refusal: NotAllowed) -> None:
        if not form.show_error(refusal.field, words_for(refusal.reason)):
            self._bridge.refused.emit(refusal)
