"""A conversation of 2: each press says who speaks now. No ring, no clock, no order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.screens.turns.talk_button import TalkButton
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class TalkPanel(QWidget):
    """Two names. Signal: `person_pressed(person id)`. Buttons to bind or connect: `left`, `right`, `end`."""

    person_pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._people: tuple[PersonId, ...] = ()
        self.left = TalkButton(theme, "Ctrl \u2190")
        self.right = TalkButton(theme, "Ctrl \u2192")
        words = self.tr("End the conversation")
        self.end = BigButton(theme, words, kind=ButtonKind.PRIMARY, icon=Icon.STOP, key="F8", height=52)
        self._note = WrapLabel(theme, "", TextStyle.BODY, colour="muted")
        pair = EvenRow(theme, gap=16, least=220)
        pair.addWidget(self.left)
        pair.addWidget(self.right)
        column = Column(theme, gap=10)
        column.addWidget(WrapLabel(theme, self.tr("2 people talk"), TextStyle.BIG_HEADING))
        column.addWidget(self._note)
        column.addLayout(pair, 1)
        column.addLayout(flow_of(theme, self.end))
        self.setLayout(column)
        self.left.clicked.connect(self._on_left)
        self.right.clicked.connect(self._on_right)

    def show_talk(
        self, people: tuple[PersonId, PersonId], names: tuple[str, str], speaks: PersonId | None, *, is_paused: bool
    ) -> None:
        """Show the 2 people, and who of them speaks."""
        self._people = people
        for button, who, name in zip((self.left, self.right), people, names, strict=True):
            button.show_person(name, is_speaking=who == speaks and not is_paused)
        waits = self.tr("This is paused. Press the name of whoever speaks now.")
        self._note.setText(waits if is_paused else self.tr("Press the name of whoever speaks now."))

    def first(self) -> QWidget:
        """The person on the left."""
        return self.left

    def focus_first(self) -> None:
        """Begin with the person on the left."""
        self.left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        self.person_pressed.emit(self._people[0])

    def _on_right(self) -> None:
        self.person_pressed.emit(self._people[1])
