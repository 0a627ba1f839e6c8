"""One page as a picture for a printer."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PrintPage:
    """One page (from 0) as pixels: 4 bytes each (blue, green, red, unused), or 1 byte of grey; `stride` bytes a row."""

    page: int
    width: int
    height: int
    stride: int
    is_grey: bool
    pixels: bytes

    @property
    def is_landscape(self) -> bool:
        """Whether the page lies on its side, as the sides of a booklet do."""
        return self.width > self.height
