"""The colours of the three looks, each checked for contrast by tests/ui/test_theme.py."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette


class Mode(Enum):
    """Which look a person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class Colours(NamedTuple):
    """One look. Yellow (`wind`) means wind up, pale yellow (`warm`) means look here, and nothing else."""

    bg: QColor
    surface: QColor
    sunken: QColor
    text: QColor
    muted: QColor
    primary: QColor
    on_primary: QColor
    soft: QColor
    line: QColor
    hair: QColor
    wind: QColor
    on_wind: QColor
    wind_line: QColor
    warm: QColor
    on_warm: QColor
    good: QColor
    good_soft: QColor
    bad: QColor
    bad_soft: QColor
    track: QColor
    focus: QColor
    focus_in: QColor
    lived_experience: QColor
    carer: QColor
    professional: QColor
    supporter: QColor
    facilitator: QColor
    local_person: QColor

    def palette(self) -> QPalette:
        """The same colours for the parts that Qt paints by itself."""
        palette = QPalette(self.surface, self.bg)
        role = QPalette.ColorRole
        for name, colour in (
            (role.Window, self.bg),
            (role.WindowText, self.text),
            (role.Base, self.surface),
            (role.AlternateBase, self.sunken),
            (role.Text, self.text),
            (role.PlaceholderText, self.muted),
            (role.Button, self.surface),
            (role.ButtonText, self.text),
            (role.Highlight, self.primary),
            (role.HighlightedText, self.on_primary),
            (role.ToolTipBase, self.surface),
            (role.ToolTipText, self.text),
            (role.Link, self.primary),
            (role.LinkVisited, self.primary),
            (role.Accent, self.primary),
        ):
            palette.setColor(name, colour)
        for name in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, name, self.muted)
        return palette


_LIGHT = {
    "bg": "#F3EFE7",
    "surface": "#FFFFFF",
    "sunken": "#F8F5EF",
    "text": "#1C2126",
    "muted": "#434C56",
    "primary": "#14487A",
    "on_primary": "#FFFFFF",
    "soft": "#E3ECF5",
    "line": "#857E72",
    "hair": "#E0D9CB",
    "wind": "#FFC83D",
    "on_wind": "#241A00",
    "wind_line": "#7A4E00",
    "warm": "#FFF3CF",
    "on_warm": "#3A2A00",
    "good": "#0B5345",
    "good_soft": "#DFF0EA",
    "bad": "#8E1B1B",
    "bad_soft": "#FBEAE8",
    "track": "#E4DED2",
    "focus": "#101418",
    "focus_in": "#FFC83D",
    "lived_experience": "#0B5345",
    "carer": "#76275A",
    "professional": "#3B3F7A",
    "supporter": "#6B4200",
    "facilitator": "#434C56",
    "local_person": "#0F4A6B",
}

_DARK = {
    "bg": "#14181D",
    "surface": "#1F252C",
    "sunken": "#191E24",
    "text": "#F2EFE9",
    "muted": "#C3CBD4",
    "primary": "#8FC1F2",
    "on_primary": "#0B1C2C",
    "soft": "#233648",
    "line": "#8792A0",
    "hair": "#39434E",
    "wind": "#FFC83D",
    "on_wind": "#241A00",
    "wind_line": "#FFC83D",
    "warm": "#3A2F12",
    "on_warm": "#FFE39A",
    "good": "#7FD6BC",
    "good_soft": "#16322B",
    "bad": "#FFA79E",
    "bad_soft": "#3A1D1B",
    "track": "#39434E",
    "focus": "#FFFFFF",
    "focus_in": "#101418",
    "lived_experience": "#7FD6BC",
    "carer": "#F0A6D2",
    "professional": "#B4BBF5",
    "supporter": "#F0C069",
    "facilitator": "#C3CBD4",
    "local_person": "#8FC1F2",
}

_HIGH_CONTRAST = {
    "bg": "#000000",
    "surface": "#000000",
    "sunken": "#000000",
    "text": "#FFFFFF",
    "muted": "#FFFFFF",
    "primary": "#8FD3FF",
    "on_primary": "#000000",
    "soft": "#000000",
    "line": "#FFFFFF",
    "hair": "#A6A6A6",
    "wind": "#FFE14D",
    "on_wind": "#000000",
    "wind_line": "#FFE14D",
    "warm": "#000000",
    "on_warm": "#FFE14D",
    "good": "#8CF2C4",
    "good_soft": "#000000",
    "bad": "#FFB3AB",
    "bad_soft": "#000000",
    "track": "#5A5A5A",
    "focus": "#FFFFFF",
    "focus_in": "#FF2FD6",
    "lived_experience": "#7FD6BC",
    "carer": "#F0A6D2",
    "professional": "#B4BBF5",
    "supporter": "#F0C069",
    "facilitator": "#C3CBD4",
    "local_person": "#8FC1F2",
}

_BY_MODE = {Mode.LIGHT: _LIGHT, Mode.DARK: _DARK, Mode.HIGH_CONTRAST: _HIGH_CONTRAST}


def colours_of(mode: Mode) -> Colours:
    """The colours of light, dark or high contrast."""
    named = _BY_MODE[mode]
    return Colours(**{name: QColor(named[name]) for name in Colours._fields})
