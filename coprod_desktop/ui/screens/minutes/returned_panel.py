"""What came back: the answers of one person to each line, and the way to put a line right (R26)."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.after_events import LineAnswer
from coprod_desktop.domain.editions import lines_of
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.check_line_card import CheckLineCard
from coprod_desktop.ui.screens.minutes.check_step import CheckStep
from coprod_desktop.ui.screens.minutes.correction_form import CorrectionForm
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, empty_layout, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.one_page_stack import OnePageStack
from coprod_desktop.ui.widgets.private_cover import PrivateCover
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.tab_order import tab_stops
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class ReturnedPanel(CheckStep):
    """First whose sheet it is, then their lines, and from a line the form that puts it right.

    What somebody answered is theirs, and a sheet tells which lines are from somebody who is not named: neither is
    drawn while the room can see it. What was typed by then comes back with it.
    """

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._who: PersonId | None = None
        self._lines: Column | None = None
        self._numbers: dict[str, PersonId] = {}
        self.number = LineField(theme)
        self.people = RowList(theme, self.tr("Whose sheet is it?"), gap=0)
        self.name = WrapLabel(theme, "", TextStyle.HEADING)
        self._cards: list[CheckLineCard] = []
        self._typed: dict[str, tuple[LineAnswer, str]] = {}
        bridge.sight.changed.connect(self._remember_typed)  # before the cover hears it and takes the lines away
        self.cover = PrivateCover(theme, bridge.sight, self._make_lines)
        self.cover.covered.connect(self._on_covered)
        self.cover.uncovered.connect(self._on_uncovered)
        self.form = CorrectionForm(theme, bridge)
        self.save = BigButton(theme, self.tr("Keep these"), kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8")
        self.save.setEnabled(self.cover.content is not None)
        self._lay_out()
        self._connect()

    def likeliest(self) -> BigButton | None:
        """Keeping what was typed; the list of people has rows only."""
        shown = self._stack.currentWidget()
        if shown is self._right_page:
            return self.form.save
        return self.save if shown is self._sheet else None

    def focus_target(self) -> QWidget | None:
        """The first person, or the first line."""
        if self._stack.currentWidget() is self._right_page:
            return self.form.first()
        if self._stack.currentWidget() is self._sheet:
            return self._cards[0].answers if self._cards else next(iter(tab_stops(self.cover)), None)
        keys = self.people.keys()
        return self.people.row(keys[0]).focus_target() if keys else self.number

    def show_state(self, state: MeetingState) -> None:
        """Who is asked, and how far each is; a sheet that is being typed in stays."""
        sheets = self.services.check_sheets
        numbers = self.bridge.ask(partial(sheets.numbers, state.id)).value or {}
        self._numbers = {str(number): who for who, number in numbers.items()}
        answered = {who for _line, who in state.after.checks}
        people = [PersonId(who) for who in self.bridge.by_name(state.attendance)]
        self.people.set_rows([(str(who), self._row(who, is_done=who in answered)) for who in people])
        if self._who is not None and self._who not in state.attendance:
            self._show(self.middle)

    def on_shown(self) -> None:
        """Whose sheet it is comes first."""
        if not self.is_half_typed():
            self._show(self.middle)

    def leave(self) -> bool:
        """One step back."""
        shown = self._stack.currentWidget()
        if shown is self._right_page:
            self._show(self._sheet)
        elif shown is self._sheet:
            self._show(self.middle)
        else:
            return super().leave()
        return True

    def is_half_typed(self) -> bool:
        """Whether a sheet or a form holds what is not kept."""
        shown = self._stack.currentWidget()
        if shown is self._right_page:
            return self.form.is_half_typed()
        return shown is self._sheet and bool(self._typed or self._new_answers())

    def cards(self) -> list[CheckLineCard]:
        """The lines of the person who was chosen."""
        return self._cards

    def open_person(self, who: PersonId) -> None:
        """Type in the sheet of a person."""
        self._who = who
        self._typed = {}
        self._show_lines()
        self._show(self._sheet)

    # Parts

    def _lay_out(self) -> None:
        self.add_step_back(self.tr("What came back"))
        words = self.tr("The number on the sheet, if it has one")
        card = Card(self.theme, self.tr("Whose sheet is it?"), gap=16)
        self._number_row = form_row(self.theme, card.body, words, self.number)
        card.add(self.people)
        self.middle.add(card)
        self.middle.add_stretch()
        self._right_page = Card(self.theme)
        self._right_page.add(self.form, 1)
        scroll = ScrollColumn(self.theme, gap=12, margins=(0, 0, 0, 8))
        scroll.add(self.name)
        scroll.add(self.cover)
        scroll.add_stretch()
        self._stack = OnePageStack()
        column = Column(self.theme, gap=12)
        column.addWidget(scroll, 1)
        column.addWidget(self.save)
        self._sheet = holder(column)
        layout = self.layout()
        assert isinstance(layout, Column)
        layout.removeWidget(self.middle)
        layout.insertWidget(1, self._stack, 1)
        for part in (self.middle, self._sheet, self._right_page):
            self._stack.addWidget(part)

    def _connect(self) -> None:
        self.number.returnPressed.connect(self._on_number)
        self.save.clicked.connect(self._on_save)
        self.form.save.clicked.connect(self._on_corrected)
        self.form.back.clicked.connect(self.leave)

    def _row(self, who: PersonId, *, is_done: bool) -> CardRow:
        note = self.tr("Answered") if is_done else self.tr("Not back yet")
        icon, colour = (Icon.CHECK, "good") if is_done else (None, "muted")
        words = RowWords(title=self.bridge.name(who), note=note, note_icon=icon, note_colour=colour)
        row = CardRow(self.theme, words, is_flat=True)
        row.pressed.connect(partial(self.open_person, who))
        return row

    def _show(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        target = self.focus_target()
        if self.isVisible() and target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_lines(self) -> QWidget:
        self._lines = Column(self.theme, gap=10)
        made = holder(self._lines)
        self._show_lines()
        return made

    def _remember_typed(self) -> None:
        if self._cards:
            self._typed = self._new_answers()

    def _on_covered(self) -> None:
        self._lines, self._cards = None, []
        self.name.setText("")
        self.save.setEnabled(False)
        if self._stack.currentWidget() is self._right_page:
            self._show(self._sheet)

    def _on_uncovered(self) -> None:
        self.save.setEnabled(True)

    def _show_lines(self) -> None:
        self._cards = []
        if self._who is None or self._lines is None:
            return
        empty_layout(self._lines)
        self.name.setText(self.bridge.name(self._who))
        lines = self.bridge.ask(partial(self.services.editions.check_lines, self.bridge.meeting_id, self._who)).value
        for line in lines or ():
            card = CheckLineCard(self.theme, line)
            if card.line_id in self._typed:
                card.show_typed(*self._typed[card.line_id])
            card.mend_requested.connect(self._on_mend)
            self._lines.addWidget(card)
            self._cards.append(card)
        self._typed = {}

    def _new_answers(self) -> dict[str, tuple[LineAnswer, str]]:
        known = self.bridge.state.after.checks if self.bridge.has_meeting else {}
        found: dict[str, tuple[LineAnswer, str]] = {}
        for card in self._cards:
            said, before = card.answer(), known.get((card.line_id, self._who or PersonId("")))
            if said is not None and (before is None or (before.answer, before.words) != said):
                found[card.line_id] = said
        return found

    # Acts

    def _on_number(self) -> None:
        who = self._numbers.get(self.number.text().strip())
        if who is None:
            self._number_row.show_error(self.tr("No sheet of this meeting has this number."))
            return
        self._number_row.clear_error()
        self.number.clear()
        self.open_person(who)

    def _keep(self) -> bool:
        if self._who is None or self.cover.content is None:
            return False
        answers = {card.line_id: said for card in self._cards if (said := card.answer()) is not None}
        keep = partial(self.services.editions.check, self.bridge.meeting_id, self._who, answers)
        return self.bridge.ask(keep).is_done

    def _on_save(self) -> None:
        if self._keep():
            self.told.emit(self.tr("The answers are kept."))
            self._show(self.middle)

    def _on_mend(self, line_id: str) -> None:
        """What was answered is kept first, so that nothing is lost."""
        if not self._keep() or self._who is None:
            return
        line = lines_of(self.bridge.state).get(line_id)
        if line is not None:
            people = list(self.bridge.by_name(self.bridge.state.attendance))
            self.form.show_line(line, self.bridge.name(self._who), people)
            self._show(self._right_page)

    def _on_corrected(self) -> None:
        line = self.form.line
        if line is None:
            return
        words, proposer = self.form.value()
        correct = partial(
            self.services.editions.correct,
            self.bridge.meeting_id,
            str(line.id),
            asked_by=self._who,
            words=words,
            proposer=proposer,
        )
        outcome = self.bridge.ask(correct, says_refusals=False)
        if outcome.refusal is not None:
            if not self.form.show_error(outcome.refusal.field, words_for(outcome.refusal.reason)):
                self.warned.emit(words_for(outcome.refusal.reason))
        elif outcome.is_done:
            self.told.emit(self.tr("It is put right. The next edition lists this change."))
            self._show_lines()
            self._show(self._sheet)
