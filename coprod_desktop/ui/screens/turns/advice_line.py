"""One quiet line for the facilitator: what to do during this turn, never what anybody has."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.icon_label import IconLabel
from coprod_desktop.ui.widgets.layouts import Row
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class AdviceLine(QWidget):
    """Advice about one person's turns, until it is hidden. Signal: `was_hidden`, when somebody hid it."""

    was_hidden = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._hidden_for: set[PersonId] = set()
        self._person: PersonId | None = None
        self._label = WrapLabel(theme, "", TextStyle.NOTE)
        self.close_line = BigButton(theme, self.tr("Hide"), kind=ButtonKind.QUIET, icon=Icon.CLOSE)
        self.close_line.setAccessibleDescription(self.tr("Hide this advice"))
        row = Row(theme, gap=10)
        row.addWidget(IconLabel(theme, Icon.ONLY_YOU), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1)
        row.addWidget(self.close_line, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(row)
        self.hide()
        self.close_line.clicked.connect(self._on_hide)

    def show_advice(self, person_id: PersonId | None, lines: Sequence[str]) -> None:
        """Show what to do while this person speaks; nothing for nobody, or if it was hidden for them."""
        self._person = person_id
        is_shown = bool(lines) and person_id is not None and person_id not in self._hidden_for
        words = " ".join((self.tr("Only you see this:"), *lines)) if is_shown else ""
        self._label.setText(words)
        self.setVisible(is_shown)

    def words(self) -> str:
        """What the line says, or nothing."""
        return self._label.text()

    def _on_hide(self) -> None:
        if self._person is not None:
            self._hidden_for.add(self._person)
        self.was_hidden.emit()
        self.show_advice(self._person, ())
