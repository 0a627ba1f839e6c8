"""A person at a screen: what they see, where they are, what they press and write; and what must hold for everyone."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from tests.ui.screen_checks import settle


def seen(screen: QWidget) -> str:
    """All words that can be seen, one a line."""
    said: list[str] = []
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)):
            said.append(widget.text().replace("&&", "&"))
        elif isinstance(widget, QPlainTextEdit):
            said.append(widget.toPlainText())
    return "\n".join(said)


def button(screen: QWidget, words: str) -> QAbstractButton:
    """The first button with these words."""
    for one in screen.findChildren(QAbstractButton):
        if one.isVisible() and one.accessibleName() == words:
            return one
    raise AssertionError(f"There is no button {words!r}.")


def press(screen: QWidget, words: str) -> None:
    """Press the button with these words, as a person without a mouse does."""
    _press(button(screen, words))


def press_row(screen: QWidget, start: str) -> None:
    """Press the row that begins with these words."""
    for row in screen.findChildren(QAbstractButton):
        if row.isVisible() and row.accessibleName().startswith(start):
            _press(row)
            return
    raise AssertionError(f"There is no row {start!r}.")


def key(pressed: Qt.Key) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, pressed)
    settle()


def field(screen: QWidget, name: str) -> QLineEdit | QPlainTextEdit:
    """The field with this name; of a number the part that is typed in."""
    for one in screen.findChildren(QWidget):
        if isinstance(one, (QLineEdit, QPlainTextEdit)) and one.isVisible() and name in _names(one):
            return one
    raise AssertionError(f"There is no field {name!r}.")


def written(screen: QWidget, name: str) -> str:
    """The words in a field."""
    box = field(screen, name)
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def write(screen: QWidget, name: str, words: str, *, then: Qt.Key | None = Qt.Key.Key_Return) -> None:
    """Go to a field, write over what is there, and press a key, or leave it there half-typed."""
    box = field(screen, name)
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClicks(box, words)
    if then is not None:
        QTest.keyClick(box, then)
    settle()


def focused_name() -> str:
    """The accessible name of what has the focus."""
    focused = QApplication.focusWidget()
    return focused.accessibleName() if focused is not None else ""


def is_in_sight(widget: QWidget) -> bool:
    """Whether a part can be seen from its top, wherever it is scrolled to."""
    top = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), QSize(1, 1))
    return widget.isVisible() and all(
        QRect(area.viewport().mapTo(widget.window(), QPoint(0, 0)), area.viewport().size()).contains(top)
        for area in widget.window().findChildren(QScrollArea)
        if area.isAncestorOf(widget)
    )


def cut(screen: QWidget) -> list[str]:
    """The words that have less room than they need, and the areas that scroll sideways."""
    found = []
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, (QLabel, QAbstractButton)):
            if widget.hasHeightForWidth() and widget.height() < widget.heightForWidth(widget.width()):
                found.append(f"too low: {widget.text()}")
            if widget.width() < widget.minimumSizeHint().width():
                found.append(f"too narrow: {widget.text()}")
        if isinstance(widget, QScrollArea) and _scrolls_sideways(widget):
            found.append(f"scrolls sideways: {type(widget).__name__}")
    return found


def _names(box: QWidget) -> tuple[str, str]:
    around = box.parentWidget()
    return box.accessibleName(), around.accessibleName() if around is not None else ""


def _press(pressed: QAbstractButton) -> None:
    pressed.setFocus()
    QTest.keyClick(pressed, Qt.Key.Key_Return)
    settle()


def _scrolls_sideways(area: QScrollArea) -> bool:
    inner = area.widget()
    return inner is not None and inner.width() > area.viewport().width()
