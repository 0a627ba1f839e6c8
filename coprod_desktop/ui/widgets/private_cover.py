"""Private things behind the question who can see the screen: they are not even made before the answer (R08, UI-24)."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.room_sight import RoomSight
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.sight_question import SightQuestion
from coprod_desktop.ui.widgets.tab_order import tab_stops


class PrivateCover(QWidget):
    """Shows the question in place of its content; "No, only we can" makes the content and shows it.

    When the answer is forgotten, or is yes, the content is taken away at once and made anew after the next no.
    Signals: `uncovered` after the content was made and is shown; `covered` after it was taken away.
    """

    uncovered = Signal()
    covered = Signal()

    def __init__(self, theme: Theme, sight: RoomSight, make_content: Callable[[], QWidget]) -> None:
        """`make_content` is called each time the content may be shown."""
        super().__init__()
        self._sight = sight
        self._make_content = make_content
        self._content: QWidget | None = None
        self._had_focus = False
        sight.changed.connect(self._remember_focus)  # first, as the question hides its buttons when it hears this
        self.question = SightQuestion(theme, sight)
        beneath = Column(theme, gap=0)
        beneath.addWidget(self.question)
        beneath.addStretch(1)
        self._question_place = holder(beneath)
        self._column = Column(theme, gap=0)
        self._column.addWidget(self._question_place, 1)
        self.setLayout(self._column)
        sight.changed.connect(self._on_changed)
        if sight.is_only_us:
            self._uncover()

    @property
    def content(self) -> QWidget | None:
        """What is covered, None while the room can see the screen or nobody has answered."""
        return self._content

    def _on_changed(self) -> None:
        if self._sight.is_only_us and self._content is None:
            self._uncover()
        elif not self._sight.is_only_us and self._content is not None:
            self._cover(self._content)

    def _uncover(self) -> None:
        self._content = self._make_content()
        self._column.addWidget(self._content, 1)
        self._question_place.hide()
        self._content.show()
        if self._had_focus:
            for first in tab_stops(self._content)[:1]:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.uncovered.emit()

    def _cover(self, content: QWidget) -> None:
        self._content = None
        content.hide()
        self._column.removeWidget(content)
        content.setParent(None)
        content.deleteLater()
        self._question_place.show()
        if self._had_focus and self.question.no_button.isVisible():
            self.question.no_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.covered.emit()

    def _remember_focus(self) -> None:
        focused = self.window().focusWidget()
        self._had_focus = focused is not None and self.isAncestorOf(focused)
