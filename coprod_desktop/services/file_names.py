"""Names of files that every system can keep."""

import re
import unicodedata
from collections.abc import Sequence

_NOT_ALLOWED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST = 120


def safe_file_name(parts: Sequence[str]) -> str:
    """The parts joined into the name of a file without its ending; no sign that a system would refuse, never empty."""
    name = " - ".join(filter(None, (_clean(part) for part in parts)))
    name = _short(name).rstrip(". ") or "-"
    return f"{name}_" if _RESERVED.fullmatch(name) else name


def _clean(part: str) -> str:
    shown = "".join(letter for letter in part if unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    return " ".join(_NOT_ALLOWED.sub(" ", unicodedata.normalize("NFC", shown)).split()).strip(". ")


def _short(name: str) -> str:
    """Not longer than a system keeps, counted in bytes."""
    return name.encode()[:_LONGEST].decode(errors="ignore")
