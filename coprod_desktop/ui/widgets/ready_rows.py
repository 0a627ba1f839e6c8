"""A list of things that help people take part, in the order of their dates; a row opens with Enter."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.ready_row import ReadyFace, ReadyRow
from coprod_desktop.ui.widgets.row_list import RowList

_SIDEWAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ReadyRows(RowList):
    """Rows that stay where they are while only their words change. One row at a time is open.

    It is one stop for Tab: Up, Down, Home and End go from step to step, Left and Right along a row.
    Signals: `step_pressed(key)`, `act_pressed(key, act)`.
    """

    step_pressed = Signal(str)
    act_pressed = Signal(str, str)

    def __init__(self, theme: Theme, name: str, *, states: Sequence[str], presses: Sequence[str]) -> None:
        super().__init__(theme, name, gap=0, is_one_stop=True)
        self._theme = theme
        self._states, self._presses = tuple(states), tuple(presses)
        self._made: dict[str, ReadyRow] = {}

    def show_faces(self, faces: Iterable[tuple[str, ReadyFace]]) -> None:
        """Show these rows; where the one with the focus is gone, the next one's step has it."""
        shown = dict(faces)
        had_step = self._has_focused_step()
        for key, face in shown.items():
            self._show_face(key, face)
        self._made = {key: self._made[key] for key in shown}
        if list(shown) == self.keys():
            return  # the focus stays where it is in its row
        self.set_rows(self._made.items())
        now = self.focused_key()
        if had_step and now is not None:
            self._made[now].focus_step()

    def ready_row(self, key: str) -> ReadyRow:
        """One row."""
        return self._made[key]

    def close_row(self) -> bool:
        """Close the row that is open; says whether there was one."""
        opened = next((row for row in self._made.values() if row.is_chosen()), None)
        if opened is None:
            return False
        if opened.isAncestorOf(self.window().focusWidget() or self):
            opened.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        opened.set_chosen(False)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from step to step, or from words to words; Left and Right go along the row."""
        focused, by = self.focused_key(), _SIDEWAYS.get(Qt.Key(event.key()), 0)
        if focused is not None and by and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._made[focused].step_sideways(by)
            return
        was_at_step = focused is not None and self._made[focused].is_at_step
        super().keyPressEvent(event)
        now = self.focused_key()
        if was_at_step and now is not None and self._made[now].focus_target().hasFocus():
            self._made[now].focus_step()

    def _show_face(self, key: str, face: ReadyFace) -> None:
        row = self._made.get(key)
        if row is not None:
            row.show_face(face)
            return
        row = self._made[key] = ReadyRow(self._theme, face, states=self._states, presses=self._presses)
        row.pressed.connect(partial(self._on_pressed, key))
        row.step_pressed.connect(partial(self.step_pressed.emit, key))
        row.act_pressed.connect(partial(self.act_pressed.emit, key))

    def _on_pressed(self, key: str) -> None:
        was_open = self._made[key].is_chosen()
        self.close_row()
        self._made[key].set_chosen(not was_open)

    def _has_focused_step(self) -> bool:
        return any(row.step.hasFocus() for row in self._made.values())
