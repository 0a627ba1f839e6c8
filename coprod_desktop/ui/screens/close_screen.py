"""How a meeting ends: reading back, how it was for us, thank you. Nothing ends by itself (R18)."""

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.closing import cards_by_item, check_out_counts, to_read_back, words_to_show
from coprod_desktop.domain.ids import AgendaItemId, IdeaId
from coprod_desktop.domain.lines import IdeaOutcome, ItemState
from coprod_desktop.domain.meeting_state import MeetingState, Phase
from coprod_desktop.domain.room import CheckOutCount, CheckOutQuestion
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import announce
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.check_out_form import CheckOutForm
from coprod_desktop.ui.widgets.check_out_paper import CheckOutPaper
from coprod_desktop.ui.widgets.check_out_result import CheckOutResult
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.hot_spots import HotSpots
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.one_page_stack import OnePageStack
from coprod_desktop.ui.widgets.read_back_list import ReadBackList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.waiting_list import WaitingList
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import vocabulary_with, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_LAPTOP, _PAPER = "laptop", "paper"


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
        self._shown_paper: Mapping[CheckOutQuestion, CheckOutCount] = {}
        vocabulary = vocabulary_with(bridge.name)
        self._read_back = ReadBackList(theme, vocabulary=vocabulary)
        self._waiting = WaitingList(theme, vocabulary=vocabulary)
        self._nothing_waits = WrapLabel(theme, self.tr("Nothing waits."), TextStyle.NOTE)
        self._spots = HotSpots(theme)
        self._form = CheckOutForm(theme, words=words_for)
        self._paper = CheckOutPaper(theme, words=words_for)
        self._how = ChoiceButtons(theme, self.tr("How do people answer?"), self._ways())
        self._result = CheckOutResult(theme, words=words_for)
        self._answered = WrapLabel(theme, "", TextStyle.LEAD)
        self._make_buttons()
        self._main = OnePageStack()
        self._side = OnePageStack()
        self._pages = {step: self._make_page(step) for step in Step}
        self._side_pages = {step: self._make_side(step) for step in Step}
        for step in Step:
            self._main.addWidget(self._pages[step])
            self._side.addWidget(self._side_pages[step])
        column = Column(theme)
        column.addWidget(WorkArea(theme, self._main, self._side))
        self.setLayout(column)
        self._connect()
        self._show_way()

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
        told = to_read_back(state)
        self._read_back.show_lines(told.decisions, told.actions)
        self._waiting.show_waiting(told.items_waiting, told.ideas_waiting)
        self._nothing_waits.setVisible(not told.items_waiting and not told.ideas_waiting)
        group = self._services.groups.current()
        self._spots.show_cards(cards_by_item(state), group.cards if group else ())
        self._show_answers(state)
        self._show_end(is_finished=state.phase is Phase.FINISHED)
        self._show_step()

    def leave(self) -> bool:
        """Go back one step; from the first to the agenda."""
        if self._step is Step.READ_BACK:
            self.go_requested.emit("agenda")
        elif self._bridge.state.is_open:
            self._go_to(Step(self._step - 1))
        return True

    def is_half_typed(self) -> bool:
        """Whether an answer was begun and not counted."""
        return self._form.is_begun()

    # Building

    def _ways(self) -> list[Choice]:
        return [
            Choice(_LAPTOP, self.tr("On this laptop, one by one")),
            Choice(_PAPER, self.tr("On paper, and we count")),
        ]

    def _make_buttons(self) -> None:
        theme, primary, quiet = self._theme, ButtonKind.PRIMARY, ButtonKind.QUIET
        self._to_check_out = BigButton(
            theme, self.tr("How was it for us?"), kind=primary, icon=Icon.TELL_THEM, key="F8"
        )
        self._next_person = BigButton(theme, self.tr("Next person"), kind=primary, icon=Icon.PERSON, key="F8")
        self._count = BigButton(theme, self.tr("Save these numbers"), kind=primary, icon=Icon.SAVE, key="F8")
        self._that_is_all = BigButton(theme, self.tr("That is everyone"), icon=Icon.PEOPLE, key="F4")
        self._did_it_work = BigButton(theme, self.tr("Did it work for you?"), icon=Icon.ASK_THE_GROUP)
        self._did_it_work.setAccessibleDescription(self.tr("Ask each person about what helps them take part."))
        self._finish = BigButton(theme, self.tr("Finish the meeting"), kind=primary, icon=Icon.CHECK, key="F8")
        self._to_minutes = BigButton(theme, self.tr("Go to the minutes"), kind=primary, icon=Icon.MINUTES, key="F8")
        self._reopen = BigButton(theme, self.tr("Open it again"), kind=quiet, icon=Icon.UNLOCK)
        self._goes_on = BigButton(theme, self.tr("The meeting goes on"), kind=quiet, icon=Icon.AGENDA)
        self._back = {step: BigButton(theme, self.tr("Back"), kind=quiet, icon=Icon.BACK, key="Esc") for step in Step}

    def _make_page(self, step: Step) -> Card:
        titles = {
            Step.READ_BACK: (self.title(), self.tr("Step 1 of 3. Read this aloud. Take your time.")),
            Step.CHECK_OUT: (self.tr("How was it for us?"), self.tr("Step 2 of 3. No names. You can leave out any.")),
            Step.THANK_YOU: (self.tr("Thank you"), self.tr("Step 3 of 3. Thank you for your time and your ideas.")),
        }
        card = Card(self._theme, *titles[step], heading_style=TextStyle.TITLE, gap=12)
        inside = ScrollColumn(self._theme)
        for part in self._parts(step):
            inside.add(part)
        inside.add_stretch()
        acts = flow_of(self._theme, *self._acts(step), gap=12)
        if step is Step.READ_BACK:  # what is read aloud begins in sight, however long it is
            card.add_layout(acts)
            card.add(inside, 1)
        else:
            card.add(inside, 1)
            card.add_layout(acts)
        return card

    def _parts(self, step: Step) -> tuple[QWidget, ...]:
        waits = WrapLabel(self._theme, self.tr("What waits"), TextStyle.HEADING)
        return {
            Step.READ_BACK: (self._read_back, waits, self._nothing_waits, self._waiting),
            Step.CHECK_OUT: (self._how, self._form, self._paper),
            Step.THANK_YOU: (self._result,),
        }[step]

    def _acts(self, step: Step) -> tuple[BigButton, ...]:
        return {
            Step.READ_BACK: (self._to_check_out, self._back[step]),
            Step.CHECK_OUT: (self._next_person, self._count, self._that_is_all, self._back[step]),
            Step.THANK_YOU: (self._finish, self._to_minutes, self._reopen, self._goes_on, self._back[step]),
        }[step]

    def _make_side(self, step: Step) -> Card:
        if step is Step.READ_BACK:
            card = Card(self._theme, self.tr("Cards on each item"), self.tr("Nobody is named."), gap=8)
            inside = ScrollColumn(self._theme)
            inside.add(self._spots)
            inside.add_stretch()
            card.add(inside, 1)
            return card
        if step is Step.CHECK_OUT:
            card = Card(self._theme, self.tr("Who has answered"), gap=8)
            card.add(self._answered)
            note = self.tr("We show what people said once 5 have answered. Then every no counts.")
            card.add(WrapLabel(self._theme, note, TextStyle.NOTE))
            card.add_stretch()
            card.add(self._did_it_work)
            return card
        card = Card(self._theme, self.tr("What comes next"), gap=8)
        for line in (self.tr("The minutes can be made now."), self.tr("You can open the meeting again at any time.")):
            card.add(WrapLabel(self._theme, line, TextStyle.BODY))
        card.add_stretch()
        return card

    # Showing

    def _show_answers(self, state: MeetingState) -> None:
        counts = check_out_counts(state)
        if state.room.check_out.paper != self._shown_paper:  # numbers that are not saved yet stay
            self._shown_paper = state.room.check_out.paper
            self._paper.show_counts(self._shown_paper)
        self._answered.setText(self._result.how_many(max(count.total for count in counts.values())))
        self._result.show_counts(counts, words_to_show(state))

    def _show_end(self, *, is_finished: bool) -> None:
        while_open = (self._finish, self._goes_on, self._back[Step.THANK_YOU])
        when_finished = (self._to_minutes, self._reopen)
        had_focus = any(button.hasFocus() for button in (*while_open, *when_finished))
        for button in while_open:
            button.setVisible(not is_finished)
        for button in when_finished:
            button.setVisible(is_finished)
        if had_focus:
            self._first_act().setFocus()
        note = self.tr("Step 3 of 3. Thank you for your time and your ideas.")
        if is_finished:
            note = self.tr("The meeting is finished.")
        self._pages[Step.THANK_YOU].set_heading(self.tr("Thank you"), note)

    def _show_way(self) -> None:
        if self._how.chosen_key() is None:
            self._how.set_chosen(_LAPTOP)
        is_paper = self._how.chosen_key() == _PAPER
        self._form.setVisible(not is_paper)
        self._paper.setVisible(is_paper)
        self._next_person.setVisible(not is_paper)
        self._count.setVisible(is_paper)

    def _show_step(self) -> None:
        page = self._pages[self._step]
        is_new = self._main.currentWidget() is not page
        self._main.setCurrentWidget(page)
        self._side.setCurrentWidget(self._side_pages[self._step])
        first = self._first_act()
        self.starts_at(first)
        focused = self.window().focusWidget()
        if self.isVisible() and (is_new or focused is None or not focused.isVisible()):
            first.setFocus()
        if is_new:
            keep_in_view(self._theme, page)

    def _first_act(self) -> QWidget:
        if self._step is Step.READ_BACK:
            return self._to_check_out
        if self._step is Step.CHECK_OUT:
            return self._how.button(self._how.chosen_key() or _LAPTOP)
        return self._finish if self._bridge.state.is_open else self._to_minutes

    # Acts

    def _connect(self) -> None:
        self._waiting.item_settled.connect(self._on_item)
        self._waiting.idea_kept.connect(self._on_idea)
        self._how.chosen_changed.connect(self._show_way)
        self._to_check_out.clicked.connect(self._on_check_out)
        self._next_person.clicked.connect(self._on_next_person)
        self._count.clicked.connect(self._on_count)
        self._that_is_all.clicked.connect(self._on_everyone)
        self._finish.clicked.connect(self._on_finish)
        self._did_it_work.clicked.connect(partial(self.go_requested.emit, "ready/ask"))
        self._to_minutes.clicked.connect(partial(self.go_requested.emit, "minutes"))
        self._reopen.clicked.connect(self._on_reopen)
        self._goes_on.clicked.connect(self._on_goes_on)
        for button in self._back.values():
            button.clicked.connect(self.leave)
        for button in (self._to_check_out, self._next_person, self._count, self._finish, self._to_minutes):
            self.bind("F8", button)
        self.bind("F4", self._that_is_all)

    def _go_to(self, step: Step) -> None:
        self._step = step
        self.show_state(self._bridge.state)

    def _on_item(self, item_id: str, fate: ItemState) -> None:
        self._bridge.ask(partial(self._bridge.requests.close_item, AgendaItemId(item_id), fate))

    def _on_idea(self, idea_id: str) -> None:
        idea = self._bridge.state.ideas[IdeaId(idea_id)]
        details = replace(idea.details, outcome=IdeaOutcome.LATER)
        self._bridge.ask(partial(self._bridge.requests.change_idea, idea.id, idea.words, details))

    def _on_check_out(self) -> None:
        """The wall shows the question from now on."""
        if self._bridge.ask(self._bridge.room.begin_closing).is_done:
            self._go_to(Step.CHECK_OUT)

    def _on_next_person(self) -> None:
        if not self._form.is_begun():
            self._form.ask_for_an_answer()
        elif self._give_answers():
            announce(self, self.tr("Thank you. The next person can answer."))
            self._form.focus_first()

    def _give_answers(self) -> bool:
        answers, word = self._form.answers(), self._form.word()
        is_done = self._bridge.ask(lambda: self._bridge.room.give_check_out(answers, word)).is_done
        if is_done:
            self._form.clear()
        return is_done

    def _on_count(self) -> None:
        self._bridge.ask(partial(self._bridge.room.count_check_out, self._paper.counts()))

    def _on_everyone(self) -> None:
        """What the last person answered, or what stands in the numbers, is counted first."""
        if self._how.chosen_key() == _PAPER:
            self._on_count()
        elif self._form.is_begun() and not self._give_answers():
            return
        self._go_to(Step.THANK_YOU)

    def _on_finish(self) -> None:
        self._bridge.ask(self._bridge.requests.finish)

    def _on_reopen(self) -> None:
        self._bridge.ask(self._bridge.requests.reopen)

    def _on_goes_on(self) -> None:
        if self._bridge.ask(self._bridge.room.put_off_closing).is_done:
            self.go_requested.emit("agenda")
