"""How the program looks on this laptop, and where its data is."""

from pathlib import Path

from coprod_desktop.storage.backup import save_copy
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.settings_store import SettingsStore

TEXT_PERCENTS = (100, 110, 125, 150, 175, 200, 250, 300)
THEMES = ("system", "light", "dark", "high_contrast")

_TEXT_PERCENT = "text_percent"
_THEME = "theme"
_WALL_MODE = "wall_mode"
_WALL_SCREEN = "wall_screen"


class SettingsService:
    """Text size in percent, theme, the data folder and copies of it."""

    def __init__(self, database: Database, settings: SettingsStore, folder: Path) -> None:
        self._database = database
        self._settings = settings
        self._folder = folder

    @property
    def data_folder(self) -> Path:
        """Where all data of this laptop's groups is."""
        return self._folder

    @property
    def text_percent(self) -> int:
        """Text size, one of TEXT_PERCENTS."""
        kept = self._settings.get(_TEXT_PERCENT, "100")
        return int(kept) if kept.isdigit() and int(kept) in TEXT_PERCENTS else 100

    @property
    def theme(self) -> str:
        """One of THEMES; "system" follows the computer."""
        kept = self._settings.get(_THEME, "system")
        return kept if kept in THEMES else "system"

    def set_text_percent(self, percent: int) -> None:
        """Keep the text size."""
        self._settings.set(_TEXT_PERCENT, str(percent))

    def set_theme(self, theme: str) -> None:
        """Keep the theme."""
        self._settings.set(_THEME, theme)

    @property
    def wall_mode(self) -> str:
        """How the wall was last shown on this laptop, empty if never."""
        return self._settings.get(_WALL_MODE, "")

    @property
    def wall_screen(self) -> str:
        """What the computer calls the screen that was chosen for the wall, empty if none was."""
        return self._settings.get(_WALL_SCREEN, "")

    def set_wall_mode(self, mode: str) -> None:
        """Keep how the wall is shown on this laptop."""
        self._settings.set(_WALL_MODE, mode)

    def set_wall_screen(self, name: str) -> None:
        """Keep which screen was chosen for the wall."""
        self._settings.set(_WALL_SCREEN, name)

    def save_copy(self, target: Path) -> None:
        """Save a checked copy of everything. Raises StorageFault if it could not be made whole."""
        save_copy(self._database, target)
