"""Asks for the one thing that a new group needs: its name."""

from PySide6.QtCore import Qt, Signal

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.letters_hint import CannotPrint, LettersHint
from coprod_desktop.ui.widgets.line_field import LineField


class NewGroupCard(Card):
    """A name and a button. Signals: `name_given(words)`, `stopped`."""

    name_given = Signal(str)
    stopped = Signal()

    def __init__(self, theme: Theme, cannot_print: CannotPrint) -> None:
        note = self.tr("Only its name is needed. Everything else can wait.")
        super().__init__(theme, self.tr("Set up our group"), note, heading_style=TextStyle.TITLE, gap=20, padding=24)
        self._name = LineField(theme)
        hint = self.tr("Use the name that members use.")
        self._row = FormRow(theme, self.tr("What is our group called?"), self._name, hint=hint)
        LettersHint(self._row, self._name, cannot_print)
        self._start = BigButton(theme, self.tr("Set up this group"), kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8")
        self._stop = BigButton(theme, self.tr("Stop, keep the group we have"), icon=Icon.BACK)
        self.add(self._row)
        self.add_layout(flow_of(theme, self._start, self._stop))
        private = self.tr("Everything stays on this laptop. Nothing is sent anywhere.")
        self.add(IconLine(theme, Icon.PRIVATE, private, TextStyle.NOTE))
        self.add_stretch()
        self._name.returnPressed.connect(self._on_given)
        self._name.textEdited.connect(self._row.clear_error)
        self._start.clicked.connect(self._on_given)
        self._stop.clicked.connect(self.stopped)

    def start_button(self) -> BigButton:
        """The main act, for its key."""
        return self._start

    def name_field(self) -> LineField:
        """Where one begins."""
        return self._name

    def begin(self, *, can_stop: bool) -> None:
        """Wait for a name; with a group there already one can stop."""
        self._stop.setVisible(can_stop)
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """The group is there."""
        self._name.clear()
        self._row.clear_error()

    def refuse(self, words: str) -> None:
        """Say what is missing; typed words stay."""
        self._row.show_error(words)

    def _on_given(self) -> None:
        self.name_given.emit(self._name.text())
