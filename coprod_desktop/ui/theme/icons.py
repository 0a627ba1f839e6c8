"""The outline icons: one family, one meaning each, read from the installed icon pack when first shown."""

import struct
import zlib
from enum import Enum
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from coprod_desktop.ui.theme.kept_icons import KeptIcons

_ICON_PACK = "justmyresource_lucide"

# One entry in the list of contents of a zip file, before the name of the packed file.
_ENTRY = struct.Struct("<4s6H3I5H2I")
_ENTRY_MARK = b"PK\x01\x02"
_METHOD, _PACKED_SIZE, _NAME_LENGTH, _PLACE = 4, 8, 10, 16


class Icon(Enum):
    """What an icon means (left) and the outline drawn for it (right). One icon has one meaning."""

    HOME = "house"
    MEETINGS = "calendar"
    PEOPLE = "users"
    GET_READY = "clipboard-check"
    AGENDA = "list-ordered"
    TURNS = "mic"
    DECISIONS = "check-check"
    MINUTES = "file-text"
    SETTINGS = "settings"
    HELP = "circle-question-mark"
    MENU = "menu"
    MORE = "ellipsis"
    UNDO = "undo-2"
    REDO = "redo-2"
    ADD = "plus"
    LESS = "minus"
    SET_ORDER = "arrow-up-down"
    MOVE_UP = "arrow-up"
    MOVE_DOWN = "arrow-down"
    SPLIT = "split"
    PUT_TOGETHER = "merge"
    KEEP_FOR_LATER = "bookmark"
    START = "play"
    PAUSE = "pause"
    STOP = "square"
    PASS_TURN = "skip-forward"
    COME_BACK = "corner-down-left"
    GO_ROUND = "circle-dot-dashed"
    TWO_TALK = "arrow-left-right"
    THINKING = "message-circle-more"
    BALANCE = "scale"
    WAIT = "hourglass"
    HAND = "hand"
    NEARLY_TIME = "bell-ring"
    IDEA = "lightbulb"
    SEARCH = "search"
    ONLY_SOME = "list-filter"
    DOES_NOT_AGREE = "message-square-text"
    ASK_THE_GROUP = "message-circle-question-mark"
    TELL_THEM = "messages-square"
    ACTION = "circle-check"
    PERSON = "user"
    ADD_PERSON = "user-plus"
    REMOVE_PERSON = "user-x"
    BACK = "arrow-left"
    PREVIOUS_PAGE = "chevron-left"
    NEXT_PAGE = "chevron-right"
    OPEN_LIST = "chevron-down"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    SAVE = "save"
    PRINT = "printer"
    FILE = "file-output"
    FOLDER = "folder"
    WARNING = "triangle-alert"
    FAILED = "circle-alert"
    INFO = "info"
    CHECK = "check"
    CLOSE = "x"
    ONLY_YOU = "eye-off"
    SHOW = "eye"
    CLOCK = "clock"
    NO_CLOCK = "timer-off"
    OTHER_WAY = "door-open"
    DATE = "calendar-days"
    UNLOCK = "lock-open"
    CANNOT_MOVE = "lock"
    FIXED = "lock"
    PLACE = "map-pin"
    WALL = "monitor"
    NO_WALL = "monitor-off"
    TURN_ROUND = "refresh-cw"
    REWORD = "pencil"
    WORDS_HELP = "a-large-small"
    SWAP_WORDS = "replace"
    REMOVE = "trash-2"
    PICTURE = "image"
    NEEDS = "hand-helping"
    PHONE = "phone"
    PRIVATE = "shield-check"
    BACKUP = "hard-drive"
    READ_ALOUD = "volume-2"
    AGREEMENT = "handshake"
    CARDS = "wallet-cards"
    SERIOUS = "life-buoy"
    BREAK = "coffee"
    STEP_OUT = "footprints"
    CLOSE_MEETING = "flag"
    THUMB_UP = "thumbs-up"
    THUMB_DOWN = "thumbs-down"
    NOT_GIVEN_UP = "shield"
    HOPES = "target"
    BRAILLE = "grip"
    LANGUAGE = "languages"
    REMIND = "alarm-clock"
    SIGNING = "pointer"
    SEAT = "armchair"
    TYPED_WORDS = "captions"
    HEARING = "ear"
    PAPERS_EARLY = "mail"
    NAME_CARD = "id-card"
    STEP_FREE = "accessibility"
    TOILET = "toilet"
    PARKING = "circle-parking"
    QUIET = "door-closed"
    LIGHT = "sun-dim"
    FOOD = "utensils"
    DOG = "dog"
    TAXI = "car"
    MONEY = "coins"
    CARE = "hand-heart"
    CALL = "video"


class IconStore:
    """Draws icons at any size and colour, and keeps the ones that were drawn; `kept` is a file to keep them in."""

    def __init__(self, kept: Path | None = None) -> None:
        self._pack_file = _pack_file()
        self._pack = b""
        self._outlines: dict[Icon, bytes] = {}
        self._kept = KeptIcons(kept, self._pack_file)
        self._drawn: dict[str, QPixmap] = {}

    def pixmap(self, icon: Icon, size_px: int, colour: QColor, ratio: float) -> QPixmap:
        """The icon as a picture of `size_px` logical pixels, sharp on a screen of that ratio."""
        key = f"{icon.value} {size_px} {colour.name()} {ratio}"
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self._drawn[key] = self._kept.find(key) or self._draw(icon, size_px, colour, ratio)
            drawn.setDevicePixelRatio(ratio)
        return drawn

    def keep(self) -> None:
        """Keep what was drawn until now for the next start."""
        self._kept.keep(self._drawn)

    def clear(self) -> None:
        """Forget drawn icons, when sizes or colours change."""
        self._drawn.clear()

    def _draw(self, icon: Icon, size_px: int, colour: QColor, ratio: float) -> QPixmap:
        outline = self._outline(icon).replace(b"currentColor", colour.name().encode())
        return render_svg(outline, size_px, ratio)

    def _outline(self, icon: Icon) -> bytes:
        outline = self._outlines.get(icon)
        if outline is None:
            if not self._pack:
                self._pack = self._pack_file.read_bytes()
            outline = self._outlines[icon] = _unpack(self._pack, f"{icon.value}.svg")
        return outline


def render_svg(drawing: bytes, size_px: int, ratio: float) -> QPixmap:
    """An SVG drawing as a square picture with a clear background."""
    from PySide6.QtSvg import QSvgRenderer  # not needed before the first icon is shown

    renderer = QSvgRenderer(QByteArray(drawing))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    side = round(size_px * ratio)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _unpack(pack: bytes, name: str) -> bytes:
    """One file out of a zip, found by its name: to list all 1,700 names first would slow our start."""
    wanted = name.encode()
    at = pack.rfind(wanted)
    while at >= 0:
        entry = at - _ENTRY.size
        if pack[entry : entry + 4] == _ENTRY_MARK:
            fields = _ENTRY.unpack_from(pack, entry)
            if fields[_NAME_LENGTH] == len(wanted):
                return _unpack_at(pack, fields)
        at = pack.rfind(wanted, 0, at)
    raise KeyError(name)


def _unpack_at(pack: bytes, fields: tuple[int, ...]) -> bytes:
    start = fields[_PLACE]
    name_length, extra_length = struct.unpack_from("<HH", pack, start + 26)
    start += 30 + name_length + extra_length
    data = pack[start : start + fields[_PACKED_SIZE]]
    return zlib.decompress(data, -zlib.MAX_WBITS) if fields[_METHOD] else data


def _pack_file() -> Path:
    found = find_spec(_ICON_PACK)
    if found is None or found.origin is None:
        raise FileNotFoundError(f"The icon pack {_ICON_PACK} is not installed.")
    return Path(found.origin).parent / "icons.zip"
