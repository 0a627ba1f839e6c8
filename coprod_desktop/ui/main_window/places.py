"""The places of the program: their keys, words and icons, outside a meeting and in one."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.widgets.rail import Place


class PlaceKey(StrEnum):
    """Every place that the window can show."""

    HOME = "home"
    MEETINGS = "meetings"
    PEOPLE = "people"
    PEOPLE_FILE = "people_file"
    VENUES = "venues"
    IDEAS = "ideas"
    GROUP = "group"
    SETTINGS = "settings"
    HELP = "help"
    READY = "ready"
    INVITE = "invite"
    WELCOME = "welcome"
    SET_UP = "setup"
    AGENDA = "agenda"
    TURNS = "turns"
    BALANCE = "balance"
    DECISIONS = "decisions"
    MINUTES = "minutes"
    CLOSE = "close"
    WALL = "wall"
    TAKE_OUT = "take_out"


_PLACES: Final[dict[PlaceKey, tuple[str, Icon]]] = {
    PlaceKey.HOME: ("Home", Icon.HOME),
    PlaceKey.MEETINGS: ("Meetings", Icon.MEETINGS),
    PlaceKey.PEOPLE: ("People", Icon.PEOPLE),
    PlaceKey.IDEAS: ("Our ideas", Icon.IDEA),
    PlaceKey.SETTINGS: ("Settings", Icon.SETTINGS),
    PlaceKey.HELP: ("Help", Icon.HELP),
    PlaceKey.READY: ("Get ready", Icon.GET_READY),
    PlaceKey.WELCOME: ("Welcome", Icon.GET_READY),
    PlaceKey.AGENDA: ("Agenda", Icon.AGENDA),
    PlaceKey.TURNS: ("Turns", Icon.TURNS),
    PlaceKey.DECISIONS: ("Decisions", Icon.DECISIONS),
    PlaceKey.MINUTES: ("Minutes", Icon.MINUTES),
}

PAUSE: Final = "pause"
"""Not a place but what lies over the meeting; a screen can ask for a part of it, such as "pause/step-out"."""

LOOKED_UP: Final = (PlaceKey.HELP, PlaceKey.IDEAS)
"""Places that are opened from anywhere: in a meeting its rail, its keys and Pause all stay beside them."""

OUTSIDE: Final = (PlaceKey.HOME, PlaceKey.MEETINGS, PlaceKey.PEOPLE, PlaceKey.IDEAS)
IN_MEETING: Final = (
    PlaceKey.WELCOME,
    PlaceKey.AGENDA,
    PlaceKey.TURNS,
    PlaceKey.DECISIONS,
    PlaceKey.MINUTES,
)
"""The places of a meeting on its day; before the day the first is Get ready."""

MEETING_PLACES: Final = frozenset(
    (
        *IN_MEETING,
        PlaceKey.READY,
        PlaceKey.INVITE,
        PlaceKey.SET_UP,
        PlaceKey.BALANCE,
        PlaceKey.CLOSE,
        PlaceKey.WALL,
        PlaceKey.TAKE_OUT,
    )
)
"""The places that need an open meeting."""

_SHOWN_AS: Final = {
    PlaceKey.BALANCE: PlaceKey.TURNS,
    PlaceKey.CLOSE: PlaceKey.AGENDA,
    PlaceKey.TAKE_OUT: PlaceKey.DECISIONS,
    PlaceKey.GROUP: PlaceKey.SETTINGS,
    PlaceKey.PEOPLE_FILE: PlaceKey.PEOPLE,
    PlaceKey.VENUES: PlaceKey.MEETINGS,
}
"""Places without an entry of their own, and the entry that is filled for them."""


_BEGINS: Final = frozenset((PlaceKey.READY, PlaceKey.INVITE, PlaceKey.WELCOME, PlaceKey.SET_UP))
"""What comes before we talk: all of it is behind the first entry."""


def first_place(*, is_before_the_day: bool) -> PlaceKey:
    """Where a meeting begins: on the day with who is here, before it with getting ready."""
    return PlaceKey.READY if is_before_the_day else PlaceKey.WELCOME


def shown_as(key: PlaceKey, *, is_before_the_day: bool) -> PlaceKey:
    """The entry that is filled for a place."""
    if key in _BEGINS:
        return first_place(is_before_the_day=is_before_the_day)
    return _SHOWN_AS.get(key, key)


def place_name(key: PlaceKey) -> str:
    """What a place is called; a place without an entry of its own has no name here."""
    known = _PLACES.get(key)
    return QCoreApplication.translate("Places", known[0]) if known is not None else ""


def rail_places(*, is_in_meeting: bool, is_before_the_day: bool = False) -> tuple[list[Place], list[Place]]:
    """The entries of the rail: at the top, and at the bottom."""
    bottom = (PlaceKey.HOME, PlaceKey.HELP) if is_in_meeting else (PlaceKey.SETTINGS, PlaceKey.HELP)
    if not is_in_meeting:
        return _listed(OUTSIDE), _listed(bottom)
    return _listed((first_place(is_before_the_day=is_before_the_day), *IN_MEETING[1:])), _listed(bottom)


def _listed(keys: tuple[PlaceKey, ...]) -> list[Place]:
    return [Place(key.value, QCoreApplication.translate("Places", _PLACES[key][0]), _PLACES[key][1]) for key in keys]
