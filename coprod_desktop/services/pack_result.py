"""What came of a print pack: its folder, its files, and what goes to a printer."""

from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.pack_plan import PackPlan


@dataclass(frozen=True, kw_only=True)
class PackFile:
    """One file of a pack. `formats` are those of the minutes in it, empty for a list or a booklet.

    `digest` is the SHA-256 of its bytes in hexadecimal, `copies` how often it should be printed.
    """

    path: Path
    formats: tuple[MinutesFormat, ...]
    digest: str
    page_count: int = 0
    copies: int = 1


@dataclass(frozen=True, kw_only=True)
class PackResult:
    """A pack that was made: its own folder, the files in it, and the plan with all pages counted."""

    folder: Path
    files: tuple[PackFile, ...]
    plan: PackPlan


@dataclass(frozen=True, kw_only=True)
class PrintJob:
    """A PDF for a printer; `name` is what the printer's queue shows, so it holds no name of a person."""

    name: str
    data: bytes
    copies: int
    page_count: int
    formats: tuple[MinutesFormat, ...] = ()
