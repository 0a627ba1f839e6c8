"""Pictures beside and under each other, each with its word, moved through with the arrow keys."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.flow_group import FlowGroup
from coprod_desktop.ui.widgets.layouts import empty_layout
from coprod_desktop.ui.widgets.picture_tile import PictureTile


class GridPicture(NamedTuple):
    """One picture to choose: its key, its word, what it shows, and its bytes."""

    key: str
    word: str
    alt: str
    data: bytes


class PictureGrid(FlowGroup):
    """Down leads from the search line into the pictures, Up from the first row back to it.

    Signal: `chosen(key)`, when a person presses a picture.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, search: QWidget) -> None:
        super().__init__(theme, name)
        self._search = search
        self._tiles: dict[str, PictureTile] = {}
        search.installEventFilter(self)  # what scrolls around the line would take its Down key

    def tiles(self) -> dict[str, PictureTile]:
        """The pictures by their keys, in the order shown."""
        return self._tiles

    def show_pictures(self, pictures: Iterable[GridPicture], now: str = "") -> None:
        """Show these instead; `now` is the key of the one that is chosen already. The same ones keep the focus."""
        wanted = {picture.key: picture for picture in pictures}
        if list(wanted) != list(self._tiles):
            empty_layout(self._flow)
            self._tiles = {key: self._tile(picture) for key, picture in wanted.items()}
        for key, tile in self._tiles.items():
            tile.setChecked(key == now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down in the search line goes to the first picture."""
        is_down = (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
        )
        if watched is not self._search or not is_down or not self._tiles:
            return False
        next(iter(self._tiles.values())).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move through the pictures."""
        tiles: list[QWidget] = list(self._tiles.values())
        focused = self.window().focusWidget()
        if focused not in tiles or not self._move(tiles, tiles.index(focused), event.key()):
            super().keyPressEvent(event)

    def _tile(self, picture: GridPicture) -> PictureTile:
        tile = PictureTile(self._theme, picture.word, picture.alt, picture.data)
        tile.clicked.connect(partial(self._on_tile, picture.key))
        self._flow.addWidget(tile)
        return tile

    def _move(self, tiles: list[QWidget], at: int, key: int) -> bool:
        row = max(1, sum(1 for tile in tiles if tile.y() == tiles[0].y()))
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -row, Qt.Key.Key_Down: row}
        step = steps.get(Qt.Key(key))
        if step is None:
            return False
        if at + step < 0 and key == Qt.Key.Key_Up:
            self._search.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            tiles[min(max(at + step, 0), len(tiles) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_tile(self, key: str) -> None:
        self.chosen.emit(key)
