"""The photos of a place: rows to press, and a button for one more."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.own_picture import OwnPicture
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class VenuePhotos(QWidget):
    """Signal: `pressed(picture word)`."""

    pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        words = self.tr("The door, the way and the room. A photo without people needs no yes.")
        self.add_button = BigButton(theme, self.tr("Add a photo of the place"), icon=Icon.ADD)
        self.rows = RowList(theme, self.tr("Photos of the place"))
        column = Column(theme, gap=12)
        column.addWidget(WrapLabel(theme, words, TextStyle.BODY))
        column.addWidget(self.rows)
        column.addLayout(flow_of(theme, self.add_button))
        self.setLayout(column)

    def show_photos(self, photos: Sequence[OwnPicture]) -> None:
        """Show these; the focus stays on the same row."""
        rows = []
        for photo in photos:
            row = CardRow(self._theme, RowWords(title=photo.word, note=photo.alt, picture=photo.data))
            row.pressed.connect(partial(self.pressed.emit, photo.picture_word))
            rows.append((photo.picture_word, row))
        self.rows.set_rows(rows)
        self.rows.setVisible(bool(rows))

    def focus(self) -> None:
        """Go to the first photo, or to the button."""
        if self.rows.keys():
            self.rows.focus_row(self.rows.keys()[0])
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
