"""How the wall is shown on this laptop: on which screen, or over the only one."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.room import WallScene
from coprod_desktop.domain.wall import scene_of


class WallMode(StrEnum):
    """Where the room looks."""

    NONE = "none"
    EXTENDED = "extended"
    MIRRORED = "mirrored"
    SINGLE = "single"


@dataclass(frozen=True, kw_only=True)
class Display:
    """A screen that is not the laptop's own. `name` is what the computer calls it."""

    name: str
    words: str


@dataclass(frozen=True, kw_only=True)
class DisplaysNow:
    """What is known about the screens: the chosen mode, whether the wall is in sight, and the other screens.

    `is_same_picture` is True when another screen shows the same as the laptop, so that the room sees everything.
    """

    mode: WallMode = WallMode.NONE
    is_on: bool = False
    is_same_picture: bool = False
    others: tuple[Display, ...] = ()
    chosen: str = ""


_ON_THE_WALL = {
    WallScene.WELCOME: "Welcome is on the wall",
    WallScene.AGENDA: "Agenda is on the wall",
    WallScene.BOUNDS: "What is open is on the wall",
    WallScene.ITEM: "This item is on the wall",
    WallScene.TURN: "Turn is on the wall",
    WallScene.DECISION: "Decision is on the wall",
    WallScene.BALANCE: "Equal voice is on the wall",
    WallScene.PAUSE: "Pause is on the wall",
    WallScene.BREAK: "Break is on the wall",
    WallScene.CHECK_OUT: "Check-out is on the wall",
    WallScene.THANK_YOU: "Thank you is on the wall",
}


def sight_words(state: MeetingState, now: DisplaysNow) -> str:
    """What the room sees, in a few words."""
    if state.room.wall.is_blank:
        return _translated("The wall is blank")
    if now.is_on:
        return _translated(_ON_THE_WALL[scene_of(state)])
    if now.is_same_picture:
        return _translated("The room sees this screen")
    return _translated("Not on the wall")


def _translated(words: str) -> str:
    return QCoreApplication.translate("Wall", words)
