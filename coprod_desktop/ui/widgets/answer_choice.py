"""Answers to one question, all equally large, each with a number that chooses it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButton, ChoiceButtons
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.key_cap import key_cap_size, paint_key_cap
from coprod_desktop.ui.widgets.painting import smooth_painter

_LEAST_HEIGHT = 52
_LEAST_WIDTH = 300
_CAP_GAP = 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerButton(ChoiceButton):
    """One answer, with its number at the right."""

    def __init__(self, theme: Theme, choice: Choice, number: int, *, is_one_of_many: bool) -> None:
        self._number = str(number)
        super().__init__(theme, choice, is_one_of_many=is_one_of_many)

    def heightForWidth(self, width: int) -> int:
        """As high as the highest answer, so that none looks larger than another."""
        group = self.parentWidget()
        every = group.findChildren(AnswerButton) if group is not None else [self]
        return max(self._theme.px(_LEAST_HEIGHT), *(one.own_height(width) for one in every))

    def own_height(self, width: int) -> int:
        """The height that the words of this answer need."""
        return super().heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Of several answers Enter chooses this one; on one that is chosen it is for going on."""
        if event.key() in _ENTER and not self.autoExclusive() and self.isChecked():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the answer and its number."""
        super().paintEvent(event)
        theme = self._theme
        size = key_cap_size(theme, self._number)
        left = self.width() - size.width() - theme.px(_CAP_GAP)
        box = QRectF(left, (self.height() - size.height()) / 2, size.width(), size.height())
        paint_key_cap(smooth_painter(self), theme, box, self._number, theme.colours.muted)

    def _beside_words(self) -> int:
        return super()._beside_words() + key_cap_size(self._theme, self._number).width() + self._theme.px(_CAP_GAP)


class AnswerChoice(ChoiceButtons):
    """While an answer has the focus, its number chooses it; outside, numbers do nothing (UI-20).

    Signals: `chosen_changed` of ChoiceButtons; `went_on`, when Enter is pressed on an answer that is chosen already,
    where several can be chosen.
    """

    went_on = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number presses its answer; Enter goes on."""
        answers = list(self._buttons.values())
        typed = event.text()
        if event.key() in _ENTER and self._is_several:
            self.went_on.emit()
        elif typed.isdecimal() and 1 <= int(typed) <= len(answers):
            self._press(answers[int(typed) - 1])
        else:
            super().keyPressEvent(event)

    def _press(self, answer: ChoiceButton) -> None:
        """Press an answer; if that took it away, stay with one that is chosen, so that Enter goes on."""
        answer.click()
        chosen = self.chosen()
        likely = answer if answer.isChecked() or not chosen else self.button(chosen[0])
        likely.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_button(self, choice: Choice) -> ChoiceButton:
        number = len(self._buttons) + 1
        return AnswerButton(self._theme, choice, number, is_one_of_many=not self._is_several)

    def _make_flow(self, theme: Theme) -> FlowLayout:
        return EvenRow(theme, gap=8, least=_LEAST_WIDTH)
