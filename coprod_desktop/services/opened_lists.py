"""Where lists stand that are opened to be printed: names beside needs, so none of them stays (DP-04, DP-06)."""

from contextlib import suppress
from pathlib import Path
from typing import Final

_NAME: Final = "lists"


class OpenedLists:
    """A folder of its own in the data folder. It is emptied when people change, and when the program ends."""

    def __init__(self, data_folder: Path) -> None:
        self._folder = data_folder / _NAME

    def fresh(self) -> Path:
        """The folder, without what was opened before; a folder that cannot be made is given all the same."""
        self.clear()
        with suppress(OSError):  # then the list cannot be written there either, and that is said
            self._folder.mkdir(exist_ok=True)
        return self._folder

    def clear(self) -> None:
        """Take away what was opened; what another program still holds on to goes the next time."""
        if not self._folder.is_dir():
            return
        with suppress(OSError):
            for path in self._folder.iterdir():
                with suppress(OSError):
                    path.unlink()
            self._folder.rmdir()
