"""Names in other alphabets, so that a voice of their own language says them and none is spelled out or left out."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

_LANGUAGES = {
    "ARABIC": "ar",
    "BENGALI": "bn",
    "CJK": "cmn",
    "CYRILLIC": "ru",
    "DEVANAGARI": "hi",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "TAMIL": "ta",
}
"""The most usual language of each alphabet; which language a name really is, nobody told us."""


def by_language(words: str, language: str) -> Iterator[tuple[str, str]]:
    """The words in runs, each with the language of its voice; empty for the language of the minutes."""
    own = language.split("-")[0].lower()
    if own in _LANGUAGES.values():
        yield words, ""
        return
    for name, run in groupby(words.split(), _language):
        yield " ".join(run), name


def _language(word: str) -> str:
    first = next((letter for letter in word if letter.isalpha()), " ")
    return _LANGUAGES.get(unicodedata.name(first, "-").split()[0], "")
