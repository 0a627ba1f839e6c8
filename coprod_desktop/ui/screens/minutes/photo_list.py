"""The group's photos, and under them its symbols, a row for each source."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.services.own_picture_service import OwnPicture
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.photo_facts import PhotoFacts
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class PhotoList(QWidget):
    """Rows to press, or what one needs to know while there are none. Signal: `pressed(photo id or credit)`."""

    pressed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = WrapLabel(
            theme, self.tr("A photo is printed when each person in it said yes. Press one to ask."), TextStyle.BODY
        )
        self._none = self._make_none()
        self._rows = RowList(theme, self.tr("Our own photos"))
        column = Column(theme, gap=14)
        for part in (self._words, self._none, self._rows):
            column.addWidget(part)
        self.setLayout(column)

    def rows(self) -> RowList:
        """The photos by their ids, the symbols by their credit."""
        return self._rows

    def show_all(self, photos: Sequence[PhotoFacts], symbols: Sequence[OwnPicture]) -> None:
        """Show these; the focus stays on the same row."""
        by_credit: dict[str, list[OwnPicture]] = {}
        for own in symbols:
            by_credit.setdefault(own.credit, []).append(own)
        rows = [(str(facts.own.id), self._photo_row(facts)) for facts in photos]
        rows += [(credit, self._symbols_row(credit, listed)) for credit, listed in by_credit.items()]
        for key, row in rows:
            row.pressed.connect(partial(self.pressed.emit, key))
        self._rows.set_rows(rows)
        self._none.setVisible(not rows)
        self._words.setVisible(bool(rows))

    def focus(self, key: str) -> bool:
        """Go to a row, or to the first; says whether there is one."""
        keys = self._rows.keys()
        if keys:
            self._rows.focus_row(key if key in keys else keys[0])
        return bool(keys)

    def _make_none(self) -> Card:
        card = Card(self._theme, self.tr("There are no photos yet"), gap=14)
        lines = (
            (Icon.PICTURE, self.tr("A photo of the real place or thing says most.")),
            (Icon.PEOPLE, self.tr("Each person in a photo is asked first. A no takes it off the pages.")),
            (Icon.PRIVATE, self.tr("Photos stay on this laptop. A photo with people in it is private.")),
            (Icon.FOLDER, self.tr("Does your group pay for symbols? Add their folder.")),
        )
        for icon, words in lines:
            card.add(IconLine(self._theme, icon, words))
        return card

    def _photo_row(self, facts: PhotoFacts) -> CardRow:
        own = facts.own
        icon = Icon.CHECK if facts.may_print else Icon.PRIVATE
        return CardRow(self._theme, RowWords(title=own.word, note=facts.status, note_icon=icon, picture=own.data))

    def _symbols_row(self, credit: str, symbols: Sequence[OwnPicture]) -> CardRow:
        note = self.tr("Symbols: {count}").format(count=len(symbols))
        return CardRow(self._theme, RowWords(title=credit, note=note, picture=symbols[0].data))
