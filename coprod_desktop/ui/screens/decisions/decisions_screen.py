"""Ideas, decisions and jobs: written down as they are said, agreed in two steps, never without a proposer."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coprod_desktop.domain.ids import DecisionId, IdeaId, MeetingId, PersonId
from coprod_desktop.domain.meeting_state import Idea, MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.screens.decisions.answer_acts import AnswerActs, EarlierActs
from coprod_desktop.ui.screens.decisions.decision_acts import DecisionActs
from coprod_desktop.ui.screens.decisions.desk import Desk, Mode
from coprod_desktop.ui.screens.decisions.idea_acts import IdeaActs
from coprod_desktop.ui.screens.decisions.idea_files import IdeaFiles
from coprod_desktop.ui.screens.decisions.job_acts import JobActs
from coprod_desktop.ui.screens.decisions.survey_acts import SurveyActs
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.action_form import ActionForm
from coprod_desktop.ui.widgets.decision_page import DecisionPage
from coprod_desktop.ui.widgets.decision_words_form import DecisionWordsForm
from coprod_desktop.ui.widgets.idea_form import IdeaForm
from coprod_desktop.ui.widgets.idea_take_back_form import IdeaTakeBackForm
from coprod_desktop.ui.widgets.join_form import JoinForm
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_rows import LineRows
from coprod_desktop.ui.widgets.lines_panel import (
    DECIDE,
    JOIN,
    LISTEN,
    MORE,
    PART,
    SAVE_SOUND,
    SETTLE,
    TAKE_BACK,
    TAKE_OUT,
    TICKET,
    LinesPanel,
)
from coprod_desktop.ui.widgets.room_counts import RoomCounts
from coprod_desktop.ui.widgets.settle_form import SettleForm
from coprod_desktop.ui.widgets.survey_form import SurveyForm
from coprod_desktop.ui.widgets.typed_words import has_typed_words
from coprod_desktop.ui.widgets.word_offers import show_our_words
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import vocabulary_with

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class DecisionsScreen(MeetingScreen):
    """What was said and decided on an item, and the forms to write it down.

    Signals: those of every screen, and `take_out_requested(line id)`, to take private words out for good.
    """

    take_out_requested = Signal(str)

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._services = services
        self._meeting_id: MeetingId | None = None
        self._labels: Mapping[Perspective, str] = {}
        vocabulary = vocabulary_with(bridge.name)
        self._rows = LineRows(vocabulary)
        self.list = LinesPanel(theme)
        self.idea = IdeaForm(theme, vocabulary)
        self.words = DecisionWordsForm(theme, vocabulary)
        self.page = DecisionPage(theme, vocabulary)
        self.job = ActionForm(theme, vocabulary)
        self.room = RoomCounts(theme)
        self._forms = (self.idea, self.words, self.page, self.job)
        self._desk = Desk(theme, bridge)
        self._desk.add_panel(Mode.LIST, self.list)
        self._desk.add_panel(Mode.IDEA, self.idea)
        self._desk.add_panel(Mode.WORDS, self.words)
        self._desk.add_panel(Mode.PAGE, self.page)
        self._desk.add_panel(Mode.JOB, self.job)
        self.settle, self.join, self.survey = SettleForm(theme), JoinForm(theme), SurveyForm(theme, bridge.sight)
        self.take_back = IdeaTakeBackForm(theme, vocabulary)
        self._idea_forms = (self.settle, self.join, self.survey, self.take_back)
        modes = (Mode.SETTLE, Mode.JOIN, Mode.SURVEY, Mode.TAKE_BACK)
        for mode, panel in zip(modes, self._idea_forms, strict=True):
            self._desk.add_panel(mode, panel)
        self._ideas = IdeaActs(services, bridge, self._desk, self.idea)
        self._answers = AnswerActs(bridge, self._desk, self.settle, self.join, self.take_back, self._rows)
        rows_of_others = LineRows(vocabulary_with(bridge.name_to_show))  # not everybody here was at that meeting
        self._earlier = EarlierActs(services, bridge, self._desk, self.list.earlier, rows_of_others)
        self._survey = SurveyActs(services, bridge, self._desk, self.survey)
        self._idea_files = IdeaFiles(services, bridge, self._desk)
        self._decisions = DecisionActs(services, bridge, self._desk, self.words, self.page)
        self._jobs = JobActs(bridge, self._desk, self.job, lambda: self._decisions.decision_id, services.clock)
        column = Column(theme)
        column.addWidget(WorkArea(theme, self._desk, self.room))
        self.setLayout(column)
        self._connect()
        self.starts_at(self.list.add_idea)

    def title(self) -> str:
        """Where we are."""
        return self.tr("Decisions")

    def leave(self) -> bool:
        """Go back one step; what was typed stays for the next time."""
        desk, has_decision = self._desk, self._decisions.decision_id is not None
        if desk.close_pictures() or (desk.mode is Mode.PAGE and self.page.close_part()):
            return True
        if desk.mode is Mode.LIST:
            return self.list.items.close_choice() or self._let_go()
        if desk.mode is Mode.PAGE and not has_decision:
            desk.go(Mode.WORDS)
        elif has_decision and desk.mode in (Mode.WORDS, Mode.JOB):
            desk.go(Mode.PAGE)
        else:
            self._leave_form()
        return True

    def on_shown(self) -> None:
        """Earlier meetings may have changed while another screen was in sight."""
        self._earlier.read_again()
        self._decisions.after.read_again()
        super().on_shown()

    def show_state(self, state: MeetingState) -> None:
        """Show lines, people and counts as they are now; half-typed words stay."""
        if state.id != self._meeting_id:
            self._start_again(state.id)
        people = self._people(state)
        for form in (self.idea, self.words, self.job):
            form.show_people(people)
        self.page.show_people(people, [person.id for person in self._bridge.people])
        self._jobs.show_state()
        self.page.show_paid(self._jobs.paid())
        self._show_hint(is_without_decisions=state.details is not None and state.details.is_without_decisions)
        self._earlier.show_state(state)
        self.list.show_lines(state, self._rows, shown=self._desk.shown_item(state), chosen=self._desk.chosen)
        group = self._services.groups.current()
        labels = group.perspective_labels if group is not None else {}
        show_our_words(self._desk, group.words if group is not None else ())
        self._labels = labels
        self._decisions.show_state(state)
        self._show_room()

    def show_part(self, part: str) -> None:
        """ "line <line id>" opens a line of this meeting, "again <meeting id> <decision id>" decides that one again."""
        act, *ids = part.split()
        if act == "again" and len(ids) == len(("meeting", "decision")):
            self._decisions.decide_again(*ids)
        elif act == "line" and ids:
            self._on_row(ids[0])

    def is_half_typed(self) -> bool:
        """Whether an idea, a decision or a job was begun and not saved."""
        return any(has_typed_words(form) for form in self._forms)

    def end(self) -> None:
        """Wait for a letter that is being made."""
        self._decisions.letters.end()
        self._idea_files.end()

    # Showing

    def _show_room(self) -> None:
        """Who is here; a draft asks itself what was told by people who are not."""
        asks_itself = self._desk.mode is Mode.PAGE and self.page.asks_what_was_told
        is_only_us = self._bridge.sight.is_only_us
        self.room.show_room(self._bridge.state, self._labels, is_only_us=is_only_us, says_missing=not asks_itself)

    def _show_hint(self, *, is_without_decisions: bool) -> None:
        """A kind word only: nothing is barred (R43)."""
        words = self.tr("This meeting asks for no decisions. You can write one all the same.")
        self._desk.say_caution(words if is_without_decisions else "")

    def _start_again(self, meeting_id: MeetingId) -> None:
        self._meeting_id = meeting_id
        self._decisions.start_again()
        self.idea.clear()
        self.job.clear()
        self._desk.start_again()

    def _people(self, state: MeetingState) -> list[PersonId]:
        """Who can be chosen: those who are or were here; before anyone came, all who are asked."""
        came = [who for who, seen in state.attendance.items() if seen.came]
        return self._bridge.by_name(came or state.attendance)

    def _refresh(self) -> None:
        self.show_state(self._bridge.state)

    # Going from one panel to another

    def _leave_form(self) -> None:
        is_about_row = self._desk.panel() in self._idea_forms
        self._desk.go_to_list()
        if is_about_row:
            self._go_to_row(self._desk.chosen)

    def _go_to_row(self, key: str) -> None:
        """The next act is most likely on the same row, or on the one beside it."""
        if self._desk.mode is Mode.LIST and self.list.lines.focus_row(key):
            self._desk.keep_in_view()

    def _let_go(self) -> bool:
        if not self._desk.chosen:
            return False
        row, self._desk.chosen = self._desk.chosen, ""
        self._refresh()
        self.list.lines.focus_row(row)
        return True

    def _connect(self) -> None:
        self.follow_sight()
        self._desk.shows_again.connect(self._refresh)
        self._earlier.carried_on.connect(self._on_row)
        self._answers.answered.connect(self._go_to_row)
        self._decisions.after.take_out_requested.connect(self.take_out_requested)
        self._decisions.letters.told.connect(self.told)
        self._decisions.letters.warned.connect(self.warned)
        self.take_out_requested.connect(lambda line_id: self.go_requested.emit(f"take_out/{line_id}"))
        self._desk.went.connect(lambda: self.starts_at(self._desk.panel().first()))
        self._desk.went.connect(self._show_room)
        self.list.add_idea.clicked.connect(self._ideas.write)
        self.idea.survey.clicked.connect(self._survey.begin)
        self._ideas.ticketed.connect(self.list.number.tell)
        self._desk.went.connect(self.list.number.forget)
        self.list.number.slip_requested.connect(self._idea_files.save_slip)
        for told, heard in ((self._idea_files.told, self.told), (self._idea_files.warned, self.warned)):
            told.connect(heard)
        self.list.add_decision.clicked.connect(self._decisions.write)
        self.list.add_job.clicked.connect(self._jobs.write)
        self.page.add_job.clicked.connect(self._jobs.write)
        self.page.job_pressed.connect(self._jobs.change)
        self.list.lines.pressed.connect(self._on_row)
        self.list.lines.act_pressed.connect(self._on_act)
        self.list.items.chosen.connect(self._desk.show_item)
        self._bind_keys()

    def _bind_keys(self) -> None:
        for form in (*self._forms, *self._idea_forms):
            form.back.clicked.connect(self.leave)
            self.bind("F8", form.save)
        self.bind("F8", self.list.add_decision)
        self.bind("F4", self.list.add_idea)
        self.bind("F4", self.page.add_job)
        self.bind("F10", self.words.read)
        self.bind("F10", self.page.read)

    def _on_row(self, key: str) -> None:
        state = self._bridge.state
        if key in state.ideas:
            self.list.show_more("")
            self._desk.chosen = key
            self._refresh()
            self.list.lines.focus_act()
            self._desk.keep_in_view()
        elif key in state.decisions:
            self._decisions.open(DecisionId(key))
        else:
            self._jobs.change(key)

    def _on_act(self, act: str, key: str) -> None:
        idea = self._bridge.state.ideas.get(IdeaId(key))
        if idea is None:
            return
        acts: dict[str, Callable[[Idea], None]] = {
            DECIDE: self._decisions.decide,
            SETTLE: self._answers.settle,
            JOIN: self._answers.join,
            PART: self._answers.part,
            MORE: self._on_more,
            TAKE_BACK: self._answers.take_back,
            TAKE_OUT: lambda one: self.take_out_requested.emit(one.id),
            LISTEN: self._idea_files.listen,
            SAVE_SOUND: self._idea_files.save_sound,
            TICKET: lambda one: self._idea_files.save_slip(one.details.ticket or 0),
        }
        acts.get(act, self._ideas.change)(idea)

    def _on_more(self, idea: Idea) -> None:
        self.list.show_more(idea.id)
        self._refresh()
        self.list.lines.focus_act()
        self._desk.keep_in_view()
