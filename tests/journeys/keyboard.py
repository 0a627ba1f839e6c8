"""Somebody who uses the program by keys alone: they press, type, and look at what has the focus. Nothing else acts."""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QThread
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

MOST_STOPS: Final = 400
"""More places than any screen has; whoever presses Tab so often has come round."""


def settle() -> None:
    """Let Qt do what is due: lay out, paint, throw away."""
    for _round in range(2):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def focused() -> QWidget:
    """What has the focus. It is never nowhere (UI-01)."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the focus is nowhere"
    assert widget.isVisible(), f"the focus is on something that nobody sees: {widget!r}"
    return widget


def name_of(widget: QWidget) -> str:
    """What a screen reader says for a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def here() -> str:
    """The name of what has the focus."""
    return name_of(focused())


def press(*sequences: str) -> None:
    """Press keys such as "Tab" or "Ctrl+Z", each where the focus is then."""
    for sequence in sequences:
        pressed = QKeySequence(sequence)[0]  # type: ignore[index]
        QTest.keyClick(focused(), pressed.key(), pressed.keyboardModifiers())
        settle()


def type_words(words: str) -> None:
    """Type letter by letter where the focus is."""
    QTest.keyClicks(focused(), words)
    settle()


def paste(words: str) -> None:
    """Paste words where the focus is: for letters that no key of this keyboard has."""
    QApplication.clipboard().setText(words)
    press("Ctrl+V")


def write(name: str, words: str) -> None:
    """Go to a field and write over what stands there."""
    go_to(name)
    press("Ctrl+A")
    type_words(words)


def go_to(name: str) -> None:
    """Press Tab until something with this name, or whose name begins so, has the focus."""
    passed = [here()]
    while not here().startswith(name) and not _arrows_reach(name):
        assert len(passed) < MOST_STOPS, f"Tab never comes to {name!r}; it came to {list(dict.fromkeys(passed))}"
        press("Tab")
        passed.append(here())


def choose(*names: str) -> None:
    """Go to buttons, rows or choices and press Return on each."""
    for name in names:
        go_to(name)
        press("Return")


def seen(window: QWidget) -> str:
    """All words in sight, one a line."""
    said: list[str] = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            said.append(widget.text().replace("&&", "&"))
        elif isinstance(widget, QPlainTextEdit):
            said.append(widget.toPlainText())
    return "\n".join(said)


def round_by_tab() -> list[QWidget]:
    """Every place that Tab visits from here until it comes back here."""
    start, visited = focused(), [focused()]
    for _ in range(MOST_STOPS):
        press("Tab")
        if focused() is start:
            return visited
        visited.append(focused())
    raise AssertionError(f"Tab does not come round; it went {[name_of(widget) for widget in visited][:60]}")


def until(is_so: Callable[[], bool], *, seconds: float = 20) -> None:
    """Wait until something is so."""
    patience = QDeadlineTimer(int(seconds * 1000))
    while not is_so():
        assert not patience.hasExpired(), "this did not come about"
        QThread.msleep(5)
        QApplication.processEvents()
    settle()


def by_arrows() -> Iterator[QWidget]:
    """What arrows visit in a list or group that is one stop for Tab: along each row, and then down."""
    group: QWidget | None = focused()
    while group is not None and not getattr(group, "is_one_stop", False):
        group = group.parentWidget()
    if group is None:
        return
    press("Home")
    visited: list[QWidget] = []
    while focused() not in visited:
        while focused() not in visited:
            visited.append(focused())
            yield focused()
            press("Right")
        press("Down")


def _arrows_reach(name: str) -> bool:
    """Of choices that exclude each other, or stand in one group, Tab visits one; the arrow keys visit the others."""
    if any(name_of(widget).startswith(name) for widget in by_arrows()):
        return True
    start = focused()
    if not isinstance(start, QAbstractButton) or not start.autoExclusive():
        return False
    visited = [start]
    press("Right")
    while focused() not in visited:
        if here().startswith(name):
            return True
        visited.append(focused())
        press("Right")
    return False
