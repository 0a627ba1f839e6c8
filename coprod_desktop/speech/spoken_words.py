"""A line of the minutes as it is said: symbols, amounts, dates, times and numbers in words (PT-09)."""

import re

from coprod_desktop.speech.spoken_addresses import addresses_spoken
from coprod_desktop.speech.spoken_amounts import amounts_spoken, spans_spoken
from coprod_desktop.speech.spoken_dates import dates_in_figures_spoken, dates_spoken
from coprod_desktop.speech.spoken_symbols import plain_marks, symbols_spoken
from coprod_desktop.speech.spoken_times import times_spoken

_ENGLISH_STEPS = (
    plain_marks,
    addresses_spoken,
    dates_in_figures_spoken,
    spans_spoken,
    dates_spoken,
    times_spoken,
    amounts_spoken,
    symbols_spoken,
    amounts_spoken,  # the names of a few signs have a number in them
)
_GROUPED = re.compile(r"(?<=\d),(?=\d{3})")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[^\w\s](?=\d)")
_TOUCHING = re.compile(r"(?<=\d)(?=[^\d\s])|(?<=[^\d\s])(?=\d)")
_ENDS = ".!?:;,\u061f\u06d4\u0964\u3002"


def spoken(text: str, language: str = "en-GB") -> str:
    """The line as it is said, with a stop at its end.

    Numbers have words in English only; in other languages they stay figures, apart from all else, for the voice.
    """
    if language.lower().split("-")[0] == "en":
        words = _in_english(text)
    else:
        words = " ".join(_TOUCHING.sub(" ", _BETWEEN_DIGITS.sub(" ", _GROUPED.sub("", plain_marks(text)))).split())
    if not words or words[-1] in _ENDS or words[-1:] in "\"')" and words[-2:-1] in _ENDS:
        return words
    return f"{words} ." if words[-1].isdigit() else f"{words}."


def _in_english(text: str) -> str:
    words = text
    for step in _ENGLISH_STEPS:
        words = step(words)
    words = " ".join(words.split())
    return words if text[:1].islower() else words[:1].upper() + words[1:]
