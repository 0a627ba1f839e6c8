"""Text without what nobody can see: controls, broken halves of letters, marks of style; and spaces that are spaces."""

import re
import unicodedata

_SPACES = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))
_JOINERS = "\u200c\u200d"
_LOOSE_JOINER = re.compile("(?<![\u0600-\u08ff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u08ff])")
_STYLE_MARKS = re.compile(
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef]|(?<=[\u261d-\u270d\U0001f385-\U0001faff])[\U0001f3fb-\U0001f3ff]"
)
"""How a picture letter is to look; the font has one look for each."""
_STAND_INS = {"\u2010": "-", "\u2011": "-", "\u2007": "\u00a0", "\u202f": "\u00a0"}


def tidied(text: str) -> str:
    """The letters that a page should show, whatever fonts there are."""
    composed = unicodedata.normalize("NFC", text.translate(_SPACES))
    kept = (_STAND_INS.get(letter, letter) for letter in _LOOSE_JOINER.sub("", composed) if _is_shown(letter))
    return _STYLE_MARKS.sub("", "".join(kept))


def _is_shown(letter: str) -> bool:
    """False for controls, bidi and zero-width marks and broken halves of letters."""
    return letter in _JOINERS or unicodedata.category(letter) not in ("Cc", "Cf", "Cs")
