"""Icons as they were drawn for the last first picture, in one small file: to draw them anew would hold up the start."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QPixmap


class KeptIcons:
    """Reads and writes the file. It only saves time: without a file, or with an odd one, there are no kept icons.

    An icon is known by a text that tells its outline, size and colour. The first line of the file tells which
    icon pack and which Qt drew them; with others the file counts for nothing.
    """

    def __init__(self, file: Path | None, pack: Path) -> None:
        self._file = file
        self._drawn_by = _drawn_by(pack)
        self._pictures = self._read()

    def find(self, icon: str) -> QPixmap | None:
        """The picture of an icon, if it was kept."""
        picture = self._pictures.get(icon)
        pixmap = QPixmap()
        return pixmap if picture is not None and pixmap.loadFromData(picture, "PNG") else None

    def keep(self, drawn: Mapping[str, QPixmap]) -> None:
        """Keep these instead of those in the file, if they are others."""
        if self._file is None or drawn.keys() == self._pictures.keys():
            return
        lines = [self._drawn_by, *(f"{icon} {_as_png(pixmap).hex()}" for icon, pixmap in drawn.items())]
        half_written = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            half_written.write_text("\n".join(lines), encoding="ascii")
            half_written.replace(self._file)
        except OSError:
            return

    def _read(self) -> dict[str, bytes]:
        try:
            lines = self._file.read_text(encoding="ascii").split("\n") if self._file is not None else []
            if lines[:1] != [self._drawn_by]:
                return {}
            kept = (line.rpartition(" ") for line in lines[1:])
            return {icon: bytes.fromhex(picture) for icon, _, picture in kept}
        except (OSError, ValueError):
            return {}


def _drawn_by(pack: Path) -> str:
    state = pack.stat()
    return f"{qVersion()} {state.st_size} {state.st_mtime_ns}"


def _as_png(pixmap: QPixmap) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice  # only for writing

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return bytes(buffer.data().data())
