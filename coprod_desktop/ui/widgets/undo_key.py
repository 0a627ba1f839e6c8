"""Ctrl+Z in a field takes back typing; when nothing was typed it belongs to the window and takes back the last act."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def belongs_to_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether a field should leave this key to the window."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not can_undo
    return event.matches(QKeySequence.StandardKey.Redo) and not can_redo
