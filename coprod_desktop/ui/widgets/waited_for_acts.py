"""For everybody whose yes is waited for: a letter to them, and that they were asked today (R45)."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.lines import NeededYes, YesAnswer
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.layouts import empty_layout


class WaitedForActs(QWidget):
    """Signals: `letter_requested(place)` and `asked_today(place)`; the place in the list of those who must say yes."""

    letter_requested = Signal(int)
    asked_today = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[NeededYes, ...] = ()
        self._buttons: list[BigButton] = []
        self._flow = FlowLayout(theme, gap=10)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_needed(self, needed: Sequence[NeededYes]) -> None:
        """Offer the acts for those who have not answered; the focus stays on the act where it was."""
        if tuple(needed) == self._shown:
            return
        focused = self.window().focusWidget()
        at = next((place for place, button in enumerate(self._buttons) if button is focused), None)
        self._shown = tuple(needed)
        empty_layout(self._flow)
        self._buttons = []
        for place, one in enumerate(needed):
            if one.answer is YesAnswer.WAITING:
                self._add(place, one)
        if at is not None and self._buttons:
            self._buttons[min(at, len(self._buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_acts(self) -> bool:
        """Whether anybody is waited for."""
        return bool(self._buttons)

    def button(self, at: int) -> BigButton:
        """One of the buttons, from 0: for each who is waited for the letter, and "asked today" if they were not."""
        return self._buttons[at]

    def _add(self, place: int, one: NeededYes) -> None:
        letter, asked = partial(self.letter_requested.emit, place), partial(self.asked_today.emit, place)
        self._put(self.tr("Letter to {who}").format(who=one.who), Icon.PAPERS_EARLY, letter)
        if one.asked_on is None:
            self._put(self.tr("We asked {who} today").format(who=one.who), Icon.DATE, asked)

    def _put(self, words: str, icon: Icon, on_click: Callable[[], None]) -> None:
        button = BigButton(self._theme, words, kind=ButtonKind.QUIET, icon=icon)
        button.clicked.connect(on_click)
        self._buttons.append(button)
        self._flow.addWidget(button)
        button.show()
