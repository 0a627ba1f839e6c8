"""One statement at the end of a meeting and its three answers, each with a word, a thumb and a shape."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from coprod_desktop.domain.room import CheckOutAnswer
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.answer_mark import WIDTH_PART, paint_answer
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButton, ChoiceButtons
from coprod_desktop.ui.widgets.layouts import empty_layout

_SIGN_SIDE = 24
_LEFT, _GAP, _RIGHT = 16, 12, 16


class _AnswerButton(ChoiceButton):
    """An answer: its sign stands where other choices have a ring."""

    def __init__(self, theme: Theme, choice: Choice) -> None:
        super().__init__(theme, choice, is_one_of_many=True)
        self._answer = CheckOutAnswer(choice.key)

    def words_start(self) -> int:
        """Behind the sign."""
        px = self._theme.px
        return px(_LEFT) + round(px(_SIGN_SIDE) * WIDTH_PART) + px(_GAP)

    def _paint_sign(self, painter: QPainter, _area: QRectF, is_on: bool) -> None:
        px, colours = self._theme.px, self._theme.colours
        side = px(_SIGN_SIDE)
        area = QRectF(px(_LEFT), (self.height() - side) / 2, side * WIDTH_PART, side)
        colour = colours.primary if is_on else colours.text
        paint_answer(painter, self._theme, area, self._answer, colour)

    def _beside_words(self) -> int:
        return self.words_start() + self._theme.px(_RIGHT)


class CheckOutAnswers(ChoiceButtons):
    """Yes, a bit, no. It may stay unanswered. Signal: `chosen_changed`."""

    def __init__(self, theme: Theme, statement: str, *, words: Callable[[StrEnum], str]) -> None:
        super().__init__(theme, statement, [Choice(answer.value, words(answer)) for answer in CheckOutAnswer])

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer these answers; nothing is chosen then."""
        empty_layout(self._flow)
        self._buttons.clear()
        for choice in choices:
            button = _AnswerButton(self._theme, choice)
            button.clicked.connect(partial(self._on_clicked, choice.key))
            self._buttons[choice.key] = button
            self._flow.addWidget(button)
        for first in list(self._buttons.values())[:1]:
            self.setFocusProxy(first)

    def answer(self) -> CheckOutAnswer | None:
        """What was chosen, if anything."""
        key = self.chosen_key()
        return CheckOutAnswer(key) if key is not None else None
