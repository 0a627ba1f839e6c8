"""How a meeting ends: reading back, how it was for us, thank you. Nothing ends by itself (R18)."""

from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from coprod_desktop.domain.ids import AgendaItemId, IdeaId
from coprod_desktop.domain.lines import IdeaOutcome, ItemState
from coprod_desktop.domain.meeting_state import MeetingState, Phase
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.screens.close.check_out_page import CheckOutPage
from coprod_desktop.ui.screens.close.read_back_page import ReadBackPage
from coprod_desktop.ui.screens.close.step_page import StepPage
from coprod_desktop.ui.screens.close.thank_you_page import ThankYouPage
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.announce import announce
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.one_page_stack import OnePageStack
from coprod_desktop.ui.widgets.settle_form import SettleForm
from coprod_desktop.ui.widgets.typed_words import has_typed_words
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class Step(IntEnum):
    """Where we are in closing."""

    READ_BACK = 1
    CHECK_OUT = 2
    THANK_YOU = 3


class CloseScreen(MeetingScreen):
    """Three steps; each can be left out, and every step goes back. Signals: those of every screen."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._services = services
        self._step = Step.READ_BACK
        self._was_closing = False
        self._read_back = ReadBackPage(theme, self.title(), bridge.name)
        self._check_out = CheckOutPage(theme)
        self._thank_you = ThankYouPage(theme)
        self._pages: dict[Step, StepPage] = {
            Step.READ_BACK: self._read_back,
            Step.CHECK_OUT: self._check_out,
            Step.THANK_YOU: self._thank_you,
        }
        self._main, self._side = OnePageStack(), OnePageStack()
        for page in self._pages.values():
            self._main.addWidget(page)
            self._side.addWidget(page.side)
        self.settle = SettleForm(theme)
        self._settle_card = Card(theme)
        self._settle_card.add(self.settle, 1)
        self._settled_id: IdeaId | None = None
        self._main.addWidget(self._settle_card)
        column = Column(theme)
        column.addWidget(WorkArea(theme, self._main, self._side))
        self.setLayout(column)
        self._connect()

    def title(self) -> str:
        """Where we are."""
        return self.tr("Close the meeting")

    def show_state(self, state: MeetingState) -> None:
        """Show what is true now; a check-out that was undone leads back to reading."""
        if state.phase is Phase.FINISHED:
            self._step = Step.THANK_YOU
        elif state.room.is_closing != self._was_closing:
            self._step = Step.CHECK_OUT if state.room.is_closing else Step.READ_BACK
        self._was_closing = state.room.is_closing
        self._read_back.show_state(state, self._services.groups.current())
        self._check_out.show_state(state, self._thank_you.how_many(state))
        self._thank_you.show_state(state)
        self._show_step()

    def leave(self) -> bool:
        """Go back one step; from the first to the agenda."""
        if self._settled_id is not None:
            self._end_settling()
            return True
        if self._step is Step.READ_BACK:
            self.go_requested.emit("agenda")
        elif self._bridge.state.is_open:
            self._go_to(Step(self._step - 1))
        return True

    def is_half_typed(self) -> bool:
        """Whether an answer was begun and not counted, or the reason for what becomes of an idea not saved."""
        return self._check_out.form.is_begun() or (self._settled_id is not None and has_typed_words(self.settle))

    def _show_step(self) -> None:
        if self._settled_id is not None and self._step is Step.READ_BACK:
            return
        self._settled_id = None
        page = self._pages[self._step]
        is_new = self._main.currentWidget() is not page
        self._main.setCurrentWidget(page)
        self._side.setCurrentWidget(page.side)
        first = page.first_act()
        self.starts_at(first)
        focused = self.window().focusWidget()
        if self.isVisible() and (is_new or focused is None or not focused.isVisible()):
            first.setFocus()
        if is_new:
            keep_in_view(self._theme, page)

    # Acts

    def _connect(self) -> None:
        read_back, check_out, thank_you = self._read_back, self._check_out, self._thank_you
        read_back.waiting.item_settled.connect(self._on_item)
        read_back.waiting.idea_kept.connect(self._on_idea)
        read_back.waiting.idea_opened.connect(self._on_idea_opened)
        self.settle.save.clicked.connect(self._on_settled)
        self.settle.back.clicked.connect(self._end_settling)
        self.bind("F8", self.settle.save)
        read_back.to_check_out.clicked.connect(self._on_check_out)
        check_out.next_person.clicked.connect(self._on_next_person)
        check_out.count.clicked.connect(self._on_count)
        check_out.that_is_all.clicked.connect(self._on_everyone)
        check_out.did_it_work.clicked.connect(partial(self.go_requested.emit, "ready/ask"))
        thank_you.finish.clicked.connect(self._on_finish)
        thank_you.to_minutes.clicked.connect(partial(self.go_requested.emit, "minutes"))
        thank_you.reopen.clicked.connect(self._on_reopen)
        thank_you.goes_on.clicked.connect(self._on_goes_on)
        for page in self._pages.values():
            page.back.clicked.connect(self.leave)
        going_on = (read_back.to_check_out, check_out.next_person, check_out.count)
        for button in (*going_on, thank_you.finish, thank_you.to_minutes):
            self.bind("F8", button)
        self.bind("F4", check_out.that_is_all)

    def _go_to(self, step: Step) -> None:
        self._step = step
        self.show_state(self._bridge.state)

    def _on_item(self, item_id: str, fate: ItemState) -> None:
        self._bridge.ask(partial(self._bridge.requests.close_item, AgendaItemId(item_id), fate))

    def _on_idea(self, idea_id: str) -> None:
        self._bridge.ask(partial(self._bridge.requests.settle_idea, IdeaId(idea_id), IdeaOutcome.LATER))

    def _on_idea_opened(self, idea_id: str) -> None:
        idea = self._bridge.state.ideas[IdeaId(idea_id)]
        self._settled_id = idea.id
        self.settle.show_idea(idea, idea.words.printed)
        self._main.setCurrentWidget(self._settle_card)
        self.starts_at(self.settle.first())
        self.settle.begin()
        keep_in_view(self._theme, self._settle_card)

    def _on_settled(self) -> None:
        form, idea_id = self.settle, self._settled_id
        if idea_id is None:
            return
        reason, who = form.reason.words(), form.passed_on_to.text()
        settle = partial(self._bridge.requests.settle_idea, idea_id, form.chosen(), reason=reason, passed_on_to=who)
        answer = self._bridge.ask(settle, says_refusals=False)
        if answer.is_done:
            self._end_settling()
            self._read_back.waiting.focus_first()
        elif answer.refusal is not None and not form.show_error(answer.refusal.field, words_for(answer.refusal.reason)):
            self._bridge.refused.emit(answer.refusal)

    def _end_settling(self) -> None:
        self._settled_id = None
        self.show_state(self._bridge.state)

    def _on_check_out(self) -> None:
        """The wall shows the question from now on."""
        if self._bridge.ask(self._bridge.room.begin_closing).is_done:
            self._go_to(Step.CHECK_OUT)

    def _on_next_person(self) -> None:
        if not self._check_out.form.is_begun():
            self._check_out.form.ask_for_an_answer()
        elif self._give_answers():
            announce(self, self.tr("Thank you. The next person can answer."))
            self._check_out.form.focus_first()

    def _give_answers(self) -> bool:
        answers, word = self._check_out.form.answers(), self._check_out.form.word()
        is_done = self._bridge.ask(lambda: self._bridge.room.give_check_out(answers, word)).is_done
        if is_done:
            self._check_out.form.clear()
        return is_done

    def _on_count(self) -> None:
        self._bridge.ask(partial(self._bridge.room.count_check_out, self._check_out.paper.counts()))

    def _on_everyone(self) -> None:
        """What the last person answered, or what stands in the numbers, is counted first."""
        if self._check_out.is_on_paper:
            self._on_count()
        elif self._check_out.form.is_begun() and not self._give_answers():
            return
        self._go_to(Step.THANK_YOU)

    def _on_finish(self) -> None:
        self._bridge.ask(self._bridge.requests.finish)

    def _on_reopen(self) -> None:
        self._bridge.ask(self._bridge.requests.reopen)

    def _on_goes_on(self) -> None:
        if self._bridge.ask(self._bridge.room.put_off_closing).is_done:
            self.go_requested.emit("agenda")
