"""Adds a folder of symbols that the group has a licence for, with the words of credit that the licence asks for."""

from pathlib import Path

from PySide6.QtCore import Signal

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.line_field import LineField


class SymbolsForm(FormPanel):
    """Signals: `saved`, when the credit was given; `back_requested`."""

    saved = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Symbols of our own"), self.tr("Add the symbols"))
        self.folder: Path | None = None
        self.credit = LineField(theme)
        self.add_field(
            "credit",
            self.tr("Whose symbols are they?"),
            self.credit,
            hint=self.tr("These words are printed in the minutes. Each file is found by its name."),
        )
        self.end_fields(has_more=False)
        self.save.clicked.connect(self._on_save)
        self.back.clicked.connect(self.back_requested)

    def begin_with(self, folder: Path) -> None:
        """An empty form for this folder."""
        self.folder = folder
        self.clear_errors()
        self.credit.setText("")
        self.begin()

    def is_half_typed(self) -> bool:
        """Whether words were typed."""
        return bool(self.credit.text().strip())

    def _on_save(self) -> None:
        if not self.credit.text().strip():
            self.show_error("credit", self.tr("Please say whose symbols they are."))
        else:
            self.saved.emit()
