"""Tells screen readers what a painted part is, where Qt cannot know it by itself."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

_INSTALLED = "coprod_roles_installed"


def install_roles(app: QApplication) -> None:
    """From now on a widget with an `accessible_role` is told to screen readers with that role."""
    if not app.property(_INSTALLED):
        QAccessible.installFactory(_make_interface)
        app.setProperty(_INSTALLED, True)


def _make_interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, "accessible_role", None)
    if role is None or not isinstance(thing, QWidget):
        return None
    interface = QAccessibleWidget(thing, role)
    # Qt does not keep the Python side of the interface alive, the widget does.
    thing.__dict__["accessible_interface"] = interface
    return interface
