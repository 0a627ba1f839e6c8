"""Rows under each other, moved through with the arrow keys, that keep the focus when they change."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column, laid_out_once
from coprod_desktop.ui.widgets.press_button import PressButton

if TYPE_CHECKING:  # an empty list, as home has one at first, needs no rows
    from coprod_desktop.ui.widgets.card_row import CardRow


class RowList(QWidget):
    """A list of rows, each with a key of its own, such as an id."""

    accessible_role = QAccessible.Role.List

    def __init__(self, theme: Theme, name: str, *, gap: int = 8, is_one_stop: bool = False) -> None:
        """With `is_one_stop` Tab stops once in the list, for rows that are one press each: a long list bars no way."""
        super().__init__()
        self.is_one_stop = is_one_stop
        self._rows: dict[str, CardRow] = {}
        self._column = Column(theme, gap=gap)
        self.setLayout(self._column)
        self.setAccessibleName(name)

    def set_gap(self, gap: int) -> None:
        """Another gap between the rows, in units; rows with a line under them need none."""
        self._column.set_gap(gap)

    def set_rows(self, rows: "Iterable[tuple[str, CardRow]]") -> None:
        """Show these rows instead; the row that had the focus has it again if it is still there.

        Rows that are shown already may be among them: they are kept, and only moved.
        """
        focused = self.focused_key()
        was_at = self.keys().index(focused) if focused is not None else 0
        wanted = dict(rows)
        with laid_out_once(self):
            self._take_away(row for row in self._rows.values() if row not in wanted.values())
            self._rows = wanted
            for place, row in enumerate(wanted.values()):
                self._put(place, row)
        if focused is not None and self._rows:
            kept = focused if focused in self._rows else self.keys()[min(was_at, len(self._rows) - 1)]
            self.focus_row(kept)

    def _take_away(self, rows: "Iterable[CardRow]") -> None:
        for row in rows:
            self._column.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()

    def _put(self, place: int, row: "CardRow") -> None:
        if self._column.indexOf(row) == place:
            return
        is_new = row.parentWidget() is not self
        face = row.focus_target()
        if self.is_one_stop and isinstance(face, PressButton):
            face.leaves_arrows = True  # a button would go to the next stop of Tab, which is outside the list
        self._column.removeWidget(row)
        self._column.insertWidget(place, row)
        if is_new:
            row.show()  # at once: Qt would do it a turn of its loop later, and paint twice

    def keys(self) -> list[str]:
        """The keys of the rows, from the top."""
        return list(self._rows)

    def row(self, key: str) -> "CardRow":
        """One row."""
        return self._rows[key]

    def focused_key(self) -> str | None:
        """The key of the row that has the focus, or one of its buttons."""
        focused = self.window().focusWidget()
        for key, row in self._rows.items():
            if focused is not None and (focused is row or row.isAncestorOf(focused)):
                return key
        return None

    def focus_row(self, key: str) -> None:
        """Give a row the focus."""
        self._rows[key].focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Home and End move through the rows; with Alt they belong to whoever moves the rows themselves."""
        key, keys = self.focused_key(), self.keys()
        if key is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        at = keys.index(key)
        goal = {
            Qt.Key.Key_Up: max(at - 1, 0),
            Qt.Key.Key_Down: min(at + 1, len(keys) - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(keys) - 1,
        }.get(Qt.Key(event.key()))
        if goal is None:
            super().keyPressEvent(event)
        else:
            self.focus_row(keys[goal])
