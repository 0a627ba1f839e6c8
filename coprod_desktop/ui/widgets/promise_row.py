"""One promise of an earlier meeting, with one press for each answer (R28)."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import Helped
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_NOBODY = ""
_ICONS = {
    Helped.YES: Icon.THUMB_UP,
    Helped.A_BIT: Icon.CHECK,
    Helped.NO: Icon.THUMB_DOWN,
    Helped.TOO_SOON: Icon.WAIT,
}


class ShownPromise(NamedTuple):
    """What a row says: its key, its words, and for one that was done what was said of it today."""

    key: str
    words: RowWords
    is_to_ask: bool = False
    said: str = ""
    new_day: date | None = None


class PromiseRow(CardRow):
    """Words, and the presses below. Signal: `day_kept(day)`, a new day for it or none."""

    day_kept = Signal(object)

    def __init__(self, theme: Theme, shown: ShownPromise, day_words: str) -> None:
        super().__init__(theme, shown.words, is_pressable=False)
        self.shown = shown
        self.day = DateField(theme, shown.new_day)
        self.keep_day = BigButton(theme, self.tr("Keep this day"), icon=Icon.DATE, description=shown.words.title)
        label = WrapLabel(theme, day_words, TextStyle.STRONG)
        label.setBuddy(self.day)
        self.day.setAccessibleName(f"{day_words} {shown.words.title}")
        column = Column(theme, gap=6)
        column.addWidget(label)
        column.addLayout(flow_of(theme, self.day, self.keep_day, gap=12))
        self._day_part = holder(column)
        self._day_part.hide()
        self.keep_day.clicked.connect(self._on_keep_day)

    def press(self, words: str, icon: Icon) -> BigButton:
        """One more press, of the same size as the others."""
        button = BigButton(self._theme, words, icon=icon, description=self.shown.words.title)
        self.add_below(button)
        return button

    def show_day(self) -> None:
        """Offer another day."""
        self._day_part.show()

    def _on_keep_day(self) -> None:
        self.day_kept.emit(self.day.day())

    def _end(self) -> None:
        self._column_below().addWidget(self._day_part)


class ToDoRow(PromiseRow):
    """What is still to do. Buttons to connect: `done`, `not_yet`, `stop`."""

    def __init__(self, theme: Theme, shown: ShownPromise) -> None:
        super().__init__(theme, shown, self.tr("A new day, if you want"))
        self.done = self.press(self.tr("Done"), Icon.CHECK)
        self.not_yet = self.press(self.tr("Not yet"), Icon.WAIT)
        self.stop = self.press(self.tr("Stop this"), Icon.CLOSE)
        self._end()


class ToAskRow(PromiseRow):
    """What was done: did it help? Signal: `answered(Helped, person id or empty, words)`."""

    answered = Signal(object, str, str)

    def __init__(self, theme: Theme, shown: ShownPromise, answers: Mapping[Helped, str]) -> None:
        super().__init__(theme, shown, self.tr("When do we ask again?"))
        self._people: list[Choice] = []
        if shown.said:
            self.add_above_buttons(WrapLabel(theme, shown.said, TextStyle.STRONG))
        self.answers = {answer: self.press(words, _ICONS[answer]) for answer, words in answers.items()}
        for answer, button in self.answers.items():
            button.clicked.connect(partial(self._on_answer, answer))
        self.by = ChoiceButtons(theme, self.tr("Who says so?"))
        self.words = LineField(theme)
        self.more = Fold(theme, self.tr("Say who, or say more"), Icon.PERSON, self._make_more)
        self._column_below().addWidget(self.more)
        self._end()

    def show_people(self, people: Sequence[tuple[PersonId, str]]) -> None:
        """Offer these people; nobody has to be named."""
        self._people = [Choice(_NOBODY, self.tr("Nobody is named")), *(Choice(*person) for person in people)]
        self.by.set_choices(self._people)
        self.by.set_chosen(_NOBODY)

    def _make_more(self) -> QWidget:
        column = Column(self._theme, gap=12)
        form_row(self._theme, column, self.tr("Who says so?"), self.by)
        form_row(self._theme, column, self.tr("What do they say?"), self.words, hint=self.tr("Only if they want."))
        return holder(column)

    def _on_answer(self, answer: Helped) -> None:
        self.answered.emit(answer, self.by.chosen_key() or _NOBODY, self.words.text())
