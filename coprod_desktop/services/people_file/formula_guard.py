"""Words that a spreadsheet would run as a formula: never run here, and guarded when a list is saved."""

import re
from typing import Final

_RUN: Final = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_GUARDED: Final = re.compile(r"'+\s*[=+\-@\t\r＝＋－＠]")
_GUARD: Final = "'"


def is_formula(words: str) -> bool:
    """Whether a spreadsheet would take these words for a formula; a lone dash is none."""
    return bool(_RUN.match(words)) and len(words.strip()) > 1


def guarded(words: str) -> str:
    """The words behind an apostrophe if a spreadsheet would run them, so that it shows them as they are."""
    return _GUARD + words if _RUN.match(words) or _GUARDED.match(words) else words


def unguarded(words: str) -> str:
    """What `guarded` was given."""
    return words[1:] if _GUARDED.match(words) else words
