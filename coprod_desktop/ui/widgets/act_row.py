"""A row of a list with acts of its own, which stand below it while it is chosen."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.row_face import RowWords

_MOST = 5
_MORE = "more"


class RowAct(NamedTuple):
    """One thing that can be done with a row: its key, words and icon; `shortcut` is shown on the button."""

    key: str
    words: str
    icon: Icon
    shortcut: str = ""


class ActRow(CardRow):
    """At most five buttons below; the rest under "More". Signal: `act_requested(key)`."""

    act_requested = Signal(str)
    is_labelled = True
    """A scrolled column shows the row and its acts together, wherever in it the focus is."""

    def __init__(self, theme: Theme, words: RowWords, acts: Sequence[RowAct]) -> None:
        super().__init__(theme, words)
        self._acts = tuple(acts)
        self._buttons: dict[str, BigButton] = {}
        self._is_more_shown = False

    @property
    def acts(self) -> tuple[RowAct, ...]:
        """What can be done with this row."""
        return self._acts

    def set_chosen(self, is_chosen: bool) -> None:
        """Mark the row and show its acts, or hide them."""
        super().set_chosen(is_chosen)
        if is_chosen and not self._buttons:
            self._make_buttons()
        self._is_more_shown = False
        self._show_buttons()

    def focus_act(self, *keys: str) -> bool:
        """Put the focus on the first of these acts that can be seen; says whether there was one."""
        for key in keys:
            button = self._buttons.get(key)
            if button is not None and not button.isHidden():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def act_button(self, key: str) -> BigButton:
        """The button of an act; the row must have been chosen."""
        return self._buttons[key]

    def focused_act(self) -> str:
        """The act whose button has the focus, or nothing."""
        return next((key for key, button in self._buttons.items() if button.hasFocus()), "")

    def _make_buttons(self) -> None:
        for act in self._first_acts():
            self._add_button(act)
        if self._later_acts():
            self._add_button(RowAct(_MORE, self.tr("More"), Icon.MORE))
            for act in self._later_acts():
                self._add_button(act)

    def _add_button(self, act: RowAct) -> None:
        button = BigButton(self._theme, act.words, icon=act.icon, key=act.shortcut)
        button.clicked.connect(partial(self._on_act, act.key))
        self._buttons[act.key] = button
        self.add_below(button)

    def _show_buttons(self) -> None:
        first = {act.key for act in self._first_acts()} | {_MORE}
        for key, button in self._buttons.items():
            button.setVisible(self.is_chosen() and (key in first) != self._is_more_shown)
        self.show_below(is_shown=self.is_chosen())

    def _first_acts(self) -> Sequence[RowAct]:
        return self._acts if len(self._acts) <= _MOST else self._acts[: _MOST - 1]

    def _later_acts(self) -> Sequence[RowAct]:
        return self._acts[len(self._first_acts()) :]

    def _on_act(self, key: str) -> None:
        if key != _MORE:
            self.act_requested.emit(key)
            return
        self._is_more_shown = True
        self._show_buttons()
        self.focus_act(*(act.key for act in self._later_acts()))
