"""Adds a folder of symbols that the group has a licence for, with the words of credit that the licence asks for."""

from PySide6.QtCore import Signal

from coprod_desktop.services.own_picture_service import FoundSymbols
from coprod_desktop.ui.screens.minutes.some_pictures import SomePictures
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.picture_fault_words import left_out_words
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class SymbolsForm(FormPanel):
    """Signals: `saved`, when the credit was given; `back_requested`."""

    saved = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Symbols of our own"), self.tr("Add the symbols"))
        self.found = FoundSymbols(symbols=())
        self._count = WrapLabel(theme, "", TextStyle.LEAD)
        self._some = SomePictures(theme)
        self._left_out = WrapLabel(theme, "", TextStyle.NOTE)
        self.credit = LineField(theme)
        for part in (self._count, self._some, self._left_out):
            self.add_part(part)
        hint = self.tr("Such as: their name and the year. These words are printed in the minutes.")
        self.add_field("credit", self.tr("Whose symbols are they?"), self.credit, hint=hint)
        self.end_fields(has_more=False)
        self.save.clicked.connect(self._on_save)
        self.back.clicked.connect(self.back_requested)

    def begin_with(self, found: FoundSymbols) -> None:
        """An empty form for what was found in a folder."""
        self.found = found
        self._count.setText(self.tr("Symbols found: {count}.").format(count=len(found.symbols)))
        self._some.show_pictures([(symbol.word, symbol.read.data) for symbol in found.symbols])
        left_out = self.tr("Left out: {count}.").format(count=len(found.left_out))
        self._left_out.setText(f"{left_out}\n{left_out_words(found.left_out)}")
        self._left_out.setVisible(bool(found.left_out))
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
