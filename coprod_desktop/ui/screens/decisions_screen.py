"""Ideas, decisions and jobs: written down as they are said, agreed in two steps, never without a proposer."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.decisions import checked_decision
from coprod_desktop.domain.ideas import checked_words
from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, IdeaId, MeetingId, PersonId
from coprod_desktop.domain.lines import ActionDetails, DecisionDetails, IdeaOutcome, Outcome
from coprod_desktop.domain.meeting_state import Action, Decision, Idea, MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.clock import local_time
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_bridge import Outcome as Answer
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.action_form import ActionForm
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice
from coprod_desktop.ui.widgets.decision_page import DecisionPage
from coprod_desktop.ui.widgets.decision_words_form import DecisionWordsForm
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.idea_form import IdeaForm
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_list import Act, Section
from coprod_desktop.ui.widgets.line_rows import LineRows
from coprod_desktop.ui.widgets.lines_panel import ACTIONS, DECISIONS, IDEAS, LinesPanel
from coprod_desktop.ui.widgets.perspective_mark import Mark
from coprod_desktop.ui.widgets.room_counts import RoomCounts
from coprod_desktop.ui.widgets.screen import Screen
from coprod_desktop.ui.widgets.vocabulary import Vocabulary
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import day_words, joined, proposer_words, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

T = TypeVar("T")

_ALL = "all"
_MARKS = {
    Perspective.LIVED_EXPERIENCE: Mark.LIVED_EXPERIENCE,
    Perspective.CARER: Mark.CARER,
    Perspective.LOCAL_PERSON: Mark.LOCAL_PERSON,
    Perspective.PROFESSIONAL: Mark.PROFESSIONAL,
    Perspective.SUPPORTER: Mark.SUPPORTER,
    Perspective.OTHER: Mark.OTHER,
    Perspective.NOT_SAID: Mark.NOT_SAID,
}


class _Mode(Enum):
    """What the main card shows."""

    LIST = "list"
    IDEA = "idea"
    WORDS = "words"
    PAGE = "page"
    JOB = "job"


class DecisionsScreen(Screen):
    """What was said and decided on an item, and the forms to write it down. Signals: those of every screen."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._services = services
        self._bridge = bridge
        self._meeting_id: MeetingId | None = None
        self._mode = _Mode.LIST
        self._item_key = ""
        self._chosen = ""
        self._idea_id: IdeaId | None = None
        self._decision_id: DecisionId | None = None
        self._action_id: ActionId | None = None
        self._draft: DecisionDetails | None = None
        vocabulary = Vocabulary(
            words=words_for,
            name=bridge.name,
            day=day_words,
            proposer=partial(proposer_words, name=bridge.name),
            joined=joined,
        )
        self._rows = LineRows(vocabulary)
        self.list = LinesPanel(theme)
        self.idea = IdeaForm(theme, vocabulary)
        self.words = DecisionWordsForm(theme, vocabulary)
        self.page = DecisionPage(theme, vocabulary)
        self.job = ActionForm(theme, vocabulary)
        self.room = RoomCounts(theme)
        self._panels: dict[_Mode, QWidget] = {
            _Mode.LIST: self.list,
            _Mode.IDEA: self.idea,
            _Mode.WORDS: self.words,
            _Mode.PAGE: self.page,
            _Mode.JOB: self.job,
        }
        main = Card(theme, padding=20)
        for mode, panel in self._panels.items():
            main.add(panel, 1)
            panel.setVisible(mode is _Mode.LIST)
        column = Column(theme)
        column.addWidget(WorkArea(theme, main, self.room))
        self.setLayout(column)
        self._connect()
        self._bind_keys()
        self.starts_at(self.list.add_idea)

    def title(self) -> str:
        """Where we are."""
        return self.tr("Decisions")

    def on_shown(self) -> None:
        """Show what is true now."""
        if self._bridge.has_meeting:
            self.show_state(self._bridge.state)

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
        self._show_list(state)
        self._show_room(state)
        if self._decision_id is not None:
            self._show_decision(state)

    # Showing

    def _start_again(self, meeting_id: MeetingId) -> None:
        self._meeting_id = meeting_id
        self._item_key = ""
        self._idea_id = self._decision_id = self._action_id = self._draft = None
        self.idea.clear()
        self.words.clear()
        self.job.clear()
        self._go(_Mode.LIST)

    def _people(self, state: MeetingState) -> list[PersonId]:
        """Who can be chosen: those who are or were here; before anyone came, all who are asked."""
        came = [who for who, seen in state.attendance.items() if seen.came]
        return sorted(came or state.attendance, key=lambda who: self._bridge.name(who).casefold())

    def _shown_item(self, state: MeetingState) -> str:
        known = {item.id for item in state.agenda} | {_ALL}
        if self._item_key in known:
            return self._item_key
        return state.current_item.id if state.current_item is not None else _ALL

    def _show_list(self, state: MeetingState) -> None:
        shown = self._shown_item(state)
        choices = [
            Choice(item.id, self.tr("Item {number}: {title}").format(number=at, title=item.details.title))
            for at, item in enumerate(state.agenda, start=1)
        ]
        self.list.items.show_items([*choices, Choice(_ALL, self.tr("All items"))], shown)
        decisions = [one for one in state.decisions.values() if shown in (_ALL, one.details.item_id)]
        ideas = [one for one in state.ideas.values() if shown in (_ALL, one.details.item_id)]
        jobs = [one for one in state.actions.values() if self._is_shown(state, one, shown)]
        self.list.show_sections(
            [
                Section(DECISIONS, "", [(one.id, self._rows.decision(one)) for one in decisions]),
                Section(IDEAS, "", [(one.id, self._rows.idea(one)) for one in reversed(ideas)]),
                Section(ACTIONS, "", [(one.id, self._rows.action(one)) for one in jobs]),
            ],
            chosen=self._chosen,
            acts=(
                Act("decide", self.tr("Make it a decision"), Icon.DECISIONS),
                Act("change", self.tr("Change"), Icon.REWORD),
            ),
        )

    def _is_shown(self, state: MeetingState, action: Action, shown: str) -> bool:
        decision = state.decisions.get(action.details.decision_id) if action.details.decision_id else None
        return shown == _ALL or decision is None or decision.details.item_id == shown

    def _show_decision(self, state: MeetingState) -> None:
        decision = state.decisions.get(self._decision_id) if self._decision_id else None
        if decision is None:
            self._go_to_list()
            return
        jobs = [one for one in state.actions.values() if one.details.decision_id == decision.id]
        self.page.show_decision(decision.words, decision.details, jobs)

    def _show_room(self, state: MeetingState) -> None:
        counts: dict[Perspective, int] = {}
        for who in state.people_here:
            for perspective in state.attendance[who].perspectives or (Perspective.NOT_SAID,):
                counts[perspective] = counts.get(perspective, 0) + 1
        shown = [(_MARKS[key], self._count_words(key, counts[key])) for key in Perspective if key in counts]
        self.room.show_counts(shown, lacks_lived_experience=Perspective.LIVED_EXPERIENCE not in counts)
        waiting = sum(1 for idea in state.ideas.values() if idea.details.outcome is IdeaOutcome.OPEN)
        self.room.show_waiting(
            self._counted(len(state.decisions), self.tr("1 decision"), self.tr("{count} decisions")),
            self._counted(waiting, self.tr("1 idea waits for an answer"), self.tr("{count} ideas wait for an answer")),
            self._counted(len(state.actions), self.tr("1 job"), self.tr("{count} jobs")),
        )

    def _count_words(self, perspective: Perspective, count: int) -> str:
        group = self._services.groups.current()
        own = group.perspective_labels.get(perspective, "") if group else ""
        if own:
            return f"{own}: {count}"
        one, several = {
            Perspective.LIVED_EXPERIENCE: (self.tr("1 with lived experience"), self.tr("{count} with lived experience")),
            Perspective.CARER: (self.tr("1 carer"), self.tr("{count} carers")),
            Perspective.LOCAL_PERSON: (self.tr("1 local person"), self.tr("{count} local people")),
            Perspective.PROFESSIONAL: (self.tr("1 professional"), self.tr("{count} professionals")),
            Perspective.SUPPORTER: (self.tr("1 supporter"), self.tr("{count} supporters")),
            Perspective.OTHER: (self.tr("1 something else"), self.tr("{count} something else")),
            Perspective.NOT_SAID: (self.tr("1 did not say"), self.tr("{count} did not say")),
        }[perspective]
        return self._counted(count, one, several)

    def _counted(self, count: int, one: str, several: str) -> str:
        return one if count == 1 else several.format(count=count)

    # Going from one panel to another

    def _go(self, mode: _Mode) -> None:
        self._mode = mode
        for key, panel in self._panels.items():
            panel.setVisible(key is mode)
        self.starts_at(self._first_widget())
        if not self.isVisible():
            return
        if isinstance(panel := self._panels[mode], FormPanel | DecisionPage):
            panel.begin()
        else:
            self.focus_first()

    def _first_widget(self) -> QWidget:
        panel = self._panels[self._mode]
        if isinstance(panel, FormPanel):
            return panel.first()
        if self._mode is _Mode.PAGE:
            return self.page.outcome if self._decision_id is None else self.page.add_job
        return self.list.add_idea

    def _go_to_list(self) -> None:
        self._idea_id = self._decision_id = self._action_id = None
        self._go(_Mode.LIST)

    def _let_go(self) -> bool:
        if not self._chosen:
            return False
        row, self._chosen = self._chosen, ""
        self._show_list(self._bridge.state)
        self.list.lines.focus_row(row)
        return True

    def _close_pictures(self) -> bool:
        forms = {_Mode.IDEA: self.idea, _Mode.WORDS: self.words, _Mode.JOB: self.job}
        form = forms.get(self._mode)
        return form is not None and form.picture.close_pictures()

    # Keys and buttons

    def _bind_keys(self) -> None:
        for key, button in (
            ("F4", self.list.add_idea),
            ("F4", self.page.add_job),
            ("F8", self.list.add_decision),
            ("F8", self.idea.save),
            ("F8", self.words.save),
            ("F8", self.page.save),
            ("F8", self.job.save),
        ):
            self.bind(key, button)

    def _connect(self) -> None:
        self._bridge.state_changed.connect(self._on_state_changed)
        self.list.add_idea.clicked.connect(self._on_write_idea)
        self.list.add_decision.clicked.connect(self._on_write_decision)
        self.list.add_job.clicked.connect(partial(self._on_write_job, None))
        self.list.lines.pressed.connect(self._on_row)
        self.list.lines.act_pressed.connect(self._on_act)
        self.list.items.chosen.connect(self._on_item)
        self.idea.save.clicked.connect(self._on_save_idea)
        self.words.save.clicked.connect(self._on_words_right)
        self.page.save.clicked.connect(self._on_save_page)
        self.page.words_requested.connect(self._on_change_words)
        self.page.add_job.clicked.connect(self._on_job_for_decision)
        self.page.job_pressed.connect(self._on_job)
        self.job.save.clicked.connect(self._on_save_job)
        for form in (self.idea, self.words, self.page, self.job):
            form.back.clicked.connect(self.leave)

    def _on_state_changed(self, state: MeetingState) -> None:
        if self.isVisible():
            self.show_state(state)

    def _on_item(self, key: str) -> None:
        self._item_key = key
        self._chosen = ""
        self._show_list(self._bridge.state)

    def _on_row(self, key: str) -> None:
        state = self._bridge.state
        if IdeaId(key) in state.ideas:
            self._chosen = key
            self._show_list(state)
            self.list.lines.focus_act()
        elif DecisionId(key) in state.decisions:
            self._open_decision(DecisionId(key))
        else:
            self._on_job(key)

    def _on_act(self, act: str, key: str) -> None:
        idea = self._bridge.state.ideas.get(IdeaId(key))
        if idea is None:
            return
        if act == "decide":
            self._decide(idea)
        else:
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
        idea_id = self._idea_id
        if idea_id is not None:
            done = self._ask(self.idea, lambda: self._bridge.requests.reword_idea(idea_id, words))
            done = done and self._ask(self.idea, lambda: self._bridge.requests.change_idea(idea_id, details))
        else:
            details = replace(details, item_id=self._item_for_new())
            done = self._ask(self.idea, lambda: self._bridge.requests.record_idea(words, details))
        if done:
            self.idea.clear()
            self._go_to_list()

    def _item_for_new(self) -> AgendaItemId | None:
        state = self._bridge.state
        shown = self._shown_item(state)
        if shown != _ALL:
            return AgendaItemId(shown)
        return state.current_item.id if state.current_item is not None else None

    # Decisions

    def _on_write_decision(self) -> None:
        if self._draft is None or self._draft.from_idea_id is not None:
            self.words.clear()
        self._begin_draft(IdeaId("") or None)

    def _decide(self, idea: Idea) -> None:
        self.words.show_new(idea.words, idea.details.proposer, idea.details.picture)
        self._begin_draft(idea.id)

    def _begin_draft(self, idea_id: IdeaId | None) -> None:
        idea = self._bridge.state.ideas.get(idea_id) if idea_id else None
        item_id = idea.details.item_id if idea is not None else self._item_for_new()
        self._decision_id = None
        self._draft = DecisionDetails(
            proposer=self.words.chosen_proposer(), outcome=Outcome.AGREED, item_id=item_id, from_idea_id=idea_id
        )
        self._go(_Mode.WORDS)
