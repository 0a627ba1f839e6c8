"""Finds another picture for one block: those that fit its words first, then any by its word, or none."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.services.picture_service import PictureChoice, PictureService
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import FlowLayout, flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.picture_tile import PictureTile
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_ONLY_HERE = "only here"


class PictureFinder(QWidget):
    """Signals: `chosen(picture word, word to remember it for or "")`, `left_out`, `as_at_first`, `back_requested`."""

    chosen = Signal(str, str)
    left_out = Signal()
    as_at_first = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, pictures: PictureService) -> None:
        super().__init__()
        self._theme, self._pictures = theme, pictures
        self._fitting: tuple[PictureChoice, ...] = ()
        self._tiles: dict[str, PictureTile] = {}
        self._about = WrapLabel(theme, "", TextStyle.LEAD)
        self.search = LineField(theme)
        self._grid = FlowLayout(theme)
        self._found = WrapLabel(theme, self.tr("There is no picture for this word."), TextStyle.NOTE)
        self._remember = ChoiceButtons(theme, self.tr("Where shall it stand?"), [])
        self.none_button = BigButton(theme, self.tr("No picture here"), icon=Icon.CLOSE)
        self.first_button = BigButton(theme, self.tr("As it was at first"), icon=Icon.UNDO)
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self._lay_out()
        self._connect()

    def begin(self, words: str, fitting: tuple[PictureChoice, ...], remember: tuple[str, ...]) -> None:
        """Show the pictures that fit a block; `remember` are words that the choice may be kept for."""
        self._fitting = fitting
        self._about.setText(words)
        offered = [Choice(_ONLY_HERE, self.tr("Only here"))]
        offered += [Choice(word, self.tr("Each time we say: {word}").format(word=word)) for word in remember]
        self._remember.set_choices(offered)
        self._remember.set_chosen(_ONLY_HERE)
        self._remember.setVisible(bool(remember))
        self.search.clear()
        self._offer()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def tiles(self) -> dict[str, PictureTile]:
        """The pictures that can be chosen now, by their words."""
        return self._tiles

    def _lay_out(self) -> None:
        theme = self._theme
        scroll = ScrollColumn(theme, gap=14)
        scroll.add(self._about)
        hint = self.tr("Type a word, or choose one below.")
        form_row(theme, scroll.column, self.tr("Find a picture"), self.search, hint=hint)
        scroll.add(self._found)
        scroll.add_layout(self._grid)
        scroll.add(self._remember)
        scroll.add_layout(flow_of(theme, self.none_button, self.first_button))
        scroll.add_stretch()
        column = Column(theme, gap=12)
        column.addWidget(scroll, 1)
        column.addWidget(self.back)
        self.setLayout(column)
        self._found.hide()

    def _connect(self) -> None:
        self.search.textEdited.connect(self._offer)
        self.search.returnPressed.connect(self._on_return)
        self.none_button.clicked.connect(self.left_out)
        self.first_button.clicked.connect(self.as_at_first)
        self.back.clicked.connect(self.back_requested)

    def _offer(self) -> None:
        typed = self.search.text().strip()
        found = self._pictures.search(typed) if typed else self._at_first()
        empty_layout(self._grid)
        self._tiles = {}
        for choice in found:
            tile = PictureTile(self._theme, choice.word, choice.alt, self._pictures.image(choice.word).data)
            tile.clicked.connect(partial(self._on_tile, choice.word))
            self._tiles[choice.word] = tile
            self._grid.addWidget(tile)
        self._found.setVisible(bool(typed) and not found)

    def _at_first(self) -> tuple[PictureChoice, ...]:
        others = [one for one in self._pictures.search("") if one not in self._fitting]
        return (*self._fitting, *others)

    def _on_return(self) -> None:
        if self.search.text().strip() and self._tiles:
            self._on_tile(next(iter(self._tiles)))

    def _on_tile(self, word: str) -> None:
        remember = self._remember.chosen_key() or _ONLY_HERE
        self.chosen.emit(word, "" if remember == _ONLY_HERE else remember)
