"""The quick answer for nearly all names: their letters are in the main font, so no font is opened to find out."""

import re

_IN_THE_MAIN_FONT = re.compile("[\u0000-\u052f\u0590-\u05ee\u05f0-\u05ff\u1e00-\u206f\u20a0-\u20be]*")
"""Latin, Greek, Cyrillic and Hebrew letters, with the signs and marks of European writing."""


def are_common(text: str) -> bool:
    """Whether each letter is Latin, Greek, Cyrillic or Hebrew, so that all are printed (PDF-14)."""
    return bool(_IN_THE_MAIN_FONT.fullmatch(text))
