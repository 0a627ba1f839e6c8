"""Finds another picture for one block: those that fit its words first, then any by its word, or none."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import GroupId
from coprod_desktop.services.picture_service import PictureChoice, PictureService
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import announce
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.picture_box import PictureBox
from coprod_desktop.ui.widgets.picture_grid import GridPicture, PictureGrid
from coprod_desktop.ui.widgets.picture_tile import PictureTile
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

ONLY_HERE = "only here"
_MOST = 15
_MOST_REMEMBERED = 2


@dataclass(frozen=True, kw_only=True)
class WhatToPicture:
    """A block that a picture is looked for. `now` is the key of the picture that stands there, empty for none.

    `fitting` are pictures that fit the words, `remember` words that a choice may be kept for, `own_words` what the
    group calls its own pictures, by their keys.
    """

    words: str
    now: str
    shows: str
    fitting: tuple[PictureChoice, ...] = ()
    remember: tuple[str, ...] = ()
    group_id: GroupId | None = None
    own_words: Mapping[str, str]


class PictureFinder(QWidget):
    """Signals: `chosen(picture word, word to remember it for or "")`, `left_out`, `as_at_first`, `back_requested`."""

    chosen = Signal(str, str)
    left_out = Signal()
    as_at_first = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, pictures: PictureService) -> None:
        super().__init__()
        self._theme, self._pictures = theme, pictures
        self._about = WhatToPicture(words="", now="", shows="", own_words={})
        self._now = PictureBox(theme, None, "", size=76)
        self._words = WrapLabel(theme, "", TextStyle.LEAD)
        self._shows = WrapLabel(theme, "", TextStyle.NOTE)
        self.search = LineField(theme)
        self._grid = PictureGrid(theme, self.tr("Pictures"), self.search)
        self._found = WrapLabel(theme, self.tr("There is no picture for this word."), TextStyle.BODY)
        self.where = ChoiceButtons(theme, self.tr("Where shall it stand?"))
        self.none_button = BigButton(theme, self.tr("No picture here"), kind=ButtonKind.QUIET, icon=Icon.CLOSE)
        self.first_button = BigButton(theme, self.tr("As it was at first"), kind=ButtonKind.QUIET, icon=Icon.UNDO)
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self._lay_out()
        self._connect()

    def begin(self, about: WhatToPicture) -> None:
        """Show the pictures that fit a block, with the focus on the search line."""
        offered = [Choice(ONLY_HERE, self.tr("Only here"))]
        said = self.tr("When we say: {word}")
        offered += [Choice(word, said.format(word=word)) for word in about.remember[:_MOST_REMEMBERED]]
        self.where.set_choices(offered)
        self.where.set_chosen(ONLY_HERE)
        self.where.setVisible(bool(about.remember))
        self.search.clear()
        self.show_about(about)
        self._scroll.verticalScrollBar().setValue(0)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_about(self, about: WhatToPicture) -> None:
        """The same block, with what is true of it now; what was typed and chosen stays."""
        self._about = about
        picture = self._pictures.image(about.now).data if about.now else None
        self._now.show_picture(picture, about.shows)
        self._words.setText(about.words)
        self._shows.setText(about.shows)
        self._offer()

    def tiles(self) -> dict[str, PictureTile]:
        """The pictures that can be chosen now, by their words."""
        return self._grid.tiles()

    def _lay_out(self) -> None:
        theme = self._theme
        self._scroll = ScrollColumn(theme, gap=14, margins=(0, 0, 0, 8))
        self._scroll.add_layout(self._lay_out_now())
        hint = self.tr("Type a word, or choose one below. The first ones fit the words.")
        form_row(theme, self._scroll.column, self.tr("Find a picture"), self.search, hint=hint)
        for part in (self.where, self._found, self._grid):
            self._scroll.add(part)
        self._scroll.add_stretch()
        column = Column(theme, gap=12)
        column.addWidget(self._scroll, 1)
        column.addLayout(flow_of(theme, self.none_button, self.first_button, self.back, gap=12))
        self.setLayout(column)
        self._found.hide()

    def _lay_out_now(self) -> Row:
        words = Column(self._theme, gap=2)
        words.addStretch(1)
        words.addWidget(self._words)
        words.addWidget(self._shows)
        words.addStretch(1)
        row = Row(self._theme, gap=14)
        row.addWidget(self._now, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _connect(self) -> None:
        self.search.textEdited.connect(self._offer)
        self.search.returnPressed.connect(self._on_return)
        self._grid.chosen.connect(self._on_tile)
        self.none_button.clicked.connect(self.left_out)
        self.first_button.clicked.connect(self.as_at_first)
        self.back.clicked.connect(self.back_requested)

    def _offer(self) -> None:
        typed = self.search.text().strip()
        found = self._search(typed) if typed else self._at_first()
        self._grid.show_pictures([self._shown(choice) for choice in found], now=self._about.now)
        is_missing = bool(typed) and not found
        if is_missing and self._found.isHidden():
            announce(self, self._found.text())
        self._found.setVisible(is_missing)

    def _search(self, typed: str) -> tuple[PictureChoice, ...]:
        return self._pictures.search(typed, self._about.group_id, most=_MOST)

    def _at_first(self) -> tuple[PictureChoice, ...]:
        there = {choice.key for choice in self._about.fitting}
        others = (choice for choice in self._search("") if choice.key not in there)
        return (*self._about.fitting, *others)[:_MOST]

    def _shown(self, choice: PictureChoice) -> GridPicture:
        word = self._about.own_words.get(choice.word, choice.word)
        return GridPicture(choice.word, word, choice.alt, self._pictures.image(choice.word).data)

    def _on_return(self) -> None:
        if self.search.text().strip() and self.tiles():
            self._on_tile(next(iter(self.tiles())))

    def _on_tile(self, picture: str) -> None:
        where = self.where.chosen_key() or ONLY_HERE
        self.chosen.emit(picture, "" if where == ONLY_HERE else where)
