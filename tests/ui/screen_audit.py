"""Checks that hold for the whole window in every place: each gives the faults it found, in words."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from coprod_desktop.ui.main_window.window import MainWindow
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.work_area import WorkArea
from tests.journeys.keyboard import by_arrows

_TARGET, _LEAST_TARGET = 44, 24
_MOST_CHOICES = 5
_MOST_STOPS = 200
_PRESSED = (QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton)
_TYPED = (QAccessible.Role.EditableText, QAccessible.Role.ComboBox, QAccessible.Role.SpinBox)


def settle(turns: int = 6) -> None:
    """Let layouts come to rest."""
    for _ in range(turns):
        QApplication.processEvents()


def controls(window: MainWindow) -> list[QWidget]:
    """What Tab goes to, in its order, found by pressing Tab until it comes round to the header again."""
    start = QApplication.focusWidget()
    assert start is not None
    found: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        if widget is None or widget in found:
            break
        found.append(widget)
    start.setFocus(Qt.FocusReason.OtherFocusReason)
    first = min(range(len(found)), key=lambda at: _region(window, found[at]), default=0)
    return found[first:] + found[:first]


def trap_faults(window: MainWindow) -> Iterator[str]:
    """UI-01: everything that can have the focus is reached by Tab, and by arrows in a group that is one stop."""
    start, reached = QApplication.focusWidget(), set(controls(window))
    for stop in list(reached):
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        reached.update(by_arrows())
    if start is not None:
        start.setFocus(Qt.FocusReason.OtherFocusReason)
    for widget in window.findChildren(QWidget):
        if _is_control(widget) and widget not in reached:
            yield f"{told(widget)} is not reached by Tab"


def told(widget: QWidget) -> str:
    """A control as a fault names it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface is not None else ""
    return f"{type(widget).__name__} {name!r}"


def name_faults(window: MainWindow) -> Iterator[str]:
    """UI-10, UI-11: a name that holds the visible words, a fitting role, and the state."""
    for widget in controls(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            yield f"{told(widget)} has no name"
            continue
        role, state = interface.role(), interface.state()
        if not state.focusable or state.invisible:
            yield f"{told(widget)} is not told as something that can have the focus"
        if isinstance(widget, QAbstractButton):
            yield from _button_faults(widget, interface)
        elif isinstance(widget, (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)) and role not in _TYPED:
            yield f"{told(widget)} has the role {role}"


def _button_faults(button: QAbstractButton, interface: QAccessibleInterface) -> Iterator[str]:
    words, state = button.text().replace("&&", "&").split("\n")[0].strip(), interface.state()
    if interface.role() not in _PRESSED:
        yield f"{told(button)} has the role {interface.role()}"
    if not words or words.casefold() not in interface.text(QAccessible.Text.Name).casefold():
        yield f"{told(button)} is not named by its words {words!r}"
    if button.isCheckable() != bool(state.checkable) or button.isChecked() != bool(state.checked):
        yield f"{told(button)} does not tell whether it is chosen"


def heading_faults(window: MainWindow) -> Iterator[str]:
    """Each screen has a heading; nothing that is spoken by itself has another role than a notification."""
    roles = [(widget, _role(widget)) for widget in window.screen_now.findChildren(QLabel) if widget.isVisible()]
    headings = [widget for widget, role in roles if role is QAccessible.Role.Heading]
    if not any(widget.text().strip() for widget in headings):
        yield "there is no heading"
    for widget in window.findChildren(SpokenLabel):
        if _role(widget) is not QAccessible.Role.Notification:
            yield f"{told(widget)} is not spoken"


def order_faults(window: MainWindow) -> Iterator[str]:
    """UI-03: Tab goes header, rail, main part, side part, undo bar; in each from the top, and from the left."""
    every = [(_region(window, widget), _seen_place(widget, window), widget) for widget in controls(window)]
    places = [one for one in every if one[1].height() > 1]
    for (region, place, widget), (next_region, next_place, next_widget) in zip(places, places[1:], strict=False):
        if next_region < region:
            yield f"Tab goes back from {told(widget)} to {told(next_widget)}"
        elif next_region == region and next_place.bottom() < place.top():
            yield f"Tab goes up from {told(widget)} to {told(next_widget)}"
        elif next_region == region and _is_beside(place, next_place) and next_place.right() < place.left():
            yield f"Tab goes left from {told(widget)} to {told(next_widget)}"


def hidden_focus_faults(window: MainWindow) -> Iterator[str]:
    """UI-03: what has the focus is in sight."""
    for widget in controls(window):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle(3)
        if widget.isVisible() and widget.visibleRegion().isEmpty():
            yield f"{told(widget)} has the focus and cannot be seen"


def target_faults(window: MainWindow, theme: Theme) -> Iterator[str]:
    """UI-04: 44 units for what is pressed or typed in, 24 for everything."""
    for widget in controls(window):
        is_big = isinstance(widget, (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox))
        least = theme.px(_TARGET if is_big else _LEAST_TARGET) - 1
        if min(widget.width(), widget.height()) < least:
            yield f"{told(widget)} is only {widget.width()} x {widget.height()}"
    for bar in window.findChildren(QScrollBar):
        if bar.isVisible() and min(bar.width(), bar.height()) < theme.px(_LEAST_TARGET) - 1:
            yield f"a scroll bar is only {bar.width()} x {bar.height()}"


def choice_faults(window: MainWindow) -> Iterator[str]:
    """UI-18, UI-19: one filled button, five main choices, each with an icon and words."""
    buttons = [one for one in window.screen_now.findChildren(BigButton) if one.isVisible()]
    filled = [one for one in buttons if one.kind() in (ButtonKind.PRIMARY, ButtonKind.ON_PRIMARY)]
    if len(filled) > 1:
        yield f"{len(filled)} filled buttons: {[one.words() for one in filled]}"
    main = [one for one in buttons if one.kind() is not ButtonKind.QUIET and not _is_in_list(one)]
    if len(main) > _MOST_CHOICES:
        yield f"{len(main)} main choices: {[one.words() for one in main]}"
    for button in main:
        if not button.has_icon() or not button.words().strip():
            yield f"{told(button)} lacks an icon or words"


def key_faults(window: MainWindow) -> Iterator[str]:
    """UI-20: no bare letter or figure is a key, no two are the same, and no letter of a button is one."""
    seen: set[str] = set()
    for shortcut in window.findChildren(QShortcut):
        keys = shortcut.key().toString(QKeySequence.SequenceFormat.PortableText)
        if keys in seen:
            yield f"{keys} is there twice"
        seen.add(keys)
        bare = keys.removeprefix("Shift+")
        if not keys.startswith(("Ctrl+", "Alt+")) and not (keys == "Esc" or (bare[:1] == "F" and bare[1:].isdigit())):
            yield f"{keys} is a bare key"
    for button in window.findChildren(QAbstractButton):
        if not button.shortcut().isEmpty():
            yield f"{told(button)} has the key {button.shortcut().toString()}"


def other_windows(window: MainWindow) -> list[str]:
    """Parts that came up as windows of their own."""
    return [told(widget) for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not window]


def _is_control(widget: QWidget) -> bool:
    if not widget.isVisible() or not widget.isEnabled() or isinstance(widget.parentWidget(), QAbstractSpinBox):
        return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _role(widget: QWidget) -> QAccessible.Role | None:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role() if interface is not None else None


def _region(window: MainWindow, widget: QWidget) -> int:
    """Header, rail, main part, side part, undo bar: 0 to 4."""
    frame = window.frame
    for region, part in ((0, frame.header), (1, frame.rail), (4, frame.undo_bar)):
        if part.isAncestorOf(widget):
            return region
    return 3 if any(_is_in_side(area, widget) for area in window.screen_now.findChildren(WorkArea)) else 2


def _is_in_side(area: WorkArea, widget: QWidget) -> bool:
    side = area.side()
    return area.isVisible() and side is not None and (side is widget or side.isAncestorOf(widget))


def _seen_place(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget is; what is scrolled away stands at the edge of what scrolls it."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above.parentWidget(), QAbstractScrollArea) and not isinstance(above.parentWidget(), WorkArea):
            area = QRect(above.mapTo(window, QPoint(0, 0)), above.size())
            place.setTop(min(max(place.top(), area.top()), area.bottom()))
            place.setBottom(min(max(place.bottom(), area.top()), area.bottom()))
        above = above.parentWidget()
    return place


def _is_beside(one: QRect, other: QRect) -> bool:
    return other.top() <= one.center().y() <= other.bottom()


def _is_in_list(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, RowList):
            return True
        above = above.parentWidget()
    return False
