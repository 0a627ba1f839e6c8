"""The symbols of one source: how many they are, what they are like, and whose they are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.services.own_picture_service import OwnPicture
from coprod_desktop.ui.screens.minutes.some_pictures import SomePictures
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class SymbolsPage(QWidget):
    """Signals: `remove_requested`, `back_requested`."""

    remove_requested = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._credit = WrapLabel(theme, "", TextStyle.HEADING)
        self._words = WrapLabel(theme, "", TextStyle.BODY)
        self._some = SomePictures(theme)
        self.remove = BigButton(theme, self.tr("Take them all away"), icon=Icon.REMOVE)
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        scroll = ScrollColumn(theme, gap=14, margins=(0, 0, 0, 8))
        for part in (self._credit, self._words, self._some):
            scroll.add(part)
        scroll.add_stretch()
        column = Column(theme, gap=12)
        column.addWidget(scroll, 1)
        column.addLayout(flow_of(theme, self.remove, self.back, gap=12))
        self.setLayout(column)
        self.remove.clicked.connect(self.remove_requested)
        self.back.clicked.connect(self.back_requested)

    def begin(self, credit: str, symbols: Sequence[OwnPicture]) -> None:
        """Show the symbols of this source."""
        self._credit.setText(credit)
        said = self.tr("Symbols: {count}. Where one is used, these words are printed at the end.")
        self._words.setText(said.format(count=len(symbols)))
        self._some.show_pictures([(own.word, own.data) for own in symbols])
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
