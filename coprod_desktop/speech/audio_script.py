"""The audio script: every line of the minutes as it is said, with its pauses, as text and as SSML (PT-09, PT-10)."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from coprod_desktop.speech.minutes_lines import LineKind, MinutesLine, SpokenLine
from coprod_desktop.speech.number_words import cardinal, whole_number
from coprod_desktop.speech.other_alphabets import by_language
from coprod_desktop.speech.spoken_words import spoken

PAUSES_MS = {
    LineKind.TITLE: 2000,
    LineKind.HEADING: 2000,
    LineKind.DECISION_END: 1000,
    LineKind.BLOCK_END: 600,
    LineKind.ITEM: 400,
    LineKind.SENTENCE: 200,
}
"""How long it is silent after a line, in milliseconds: 2 s after a heading and 1 s after a decision (PT-10)."""

_MARKED = (LineKind.TITLE, LineKind.HEADING, LineKind.DECISION_END)
_ENDS_BLOCK = (LineKind.TITLE, LineKind.HEADING, LineKind.BLOCK_END, LineKind.DECISION_END)
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBERED = re.compile(r"^(\d+)\.\s+(?=\S)")


def spoken_lines(lines: Iterable[MinutesLine], language: str = "en-GB") -> tuple[SpokenLine, ...]:
    """Each line as it is said; none is left out."""
    return tuple(
        SpokenLine(words=_words(line.text, language), kind=line.kind, pause_ms=PAUSES_MS[line.kind]) for line in lines
    )


def script_text(lines: Sequence[SpokenLine]) -> str:
    """The script for whoever reads it out or signs it: a line for each line, and where to wait, in words."""
    told: list[str] = []
    for line in lines:
        if line.kind is LineKind.HEADING and told:
            told.append("")
        told.append(line.words)
        if line.kind in _MARKED:
            told.append(_pause_words(line.pause_ms))
        if line.kind in _ENDS_BLOCK:
            told.append("")
    return "\n".join(told).rstrip("\n") + "\n"


def script_markup(lines: Sequence[SpokenLine], language: str = "en-GB") -> str:
    """The script as SSML 1.0, one sentence to a line, each with the silence after it."""
    said = (f'<s>{_sentence(line.words, language)}</s><break time="{line.pause_ms}ms"/>' for line in lines)
    opening = f'<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang={quoteattr(language)}>'
    return "\n".join((opening, *said, "</speak>")) + "\n"


def word_count(lines: Iterable[SpokenLine]) -> int:
    """How many words are said."""
    return sum(len(line.words.split()) for line in lines)


def _words(text: str, language: str) -> str:
    numbered = _NUMBERED.match(text)
    if numbered and language.lower().startswith("en"):
        return f"Number {whole_number(numbered[1])}. {spoken(text[numbered.end() :], language)}"
    words = spoken(text, language)
    return words if any(letter.isalnum() for letter in words) else f"{_names(text)}."


def _sentence(words: str, language: str) -> str:
    """A sentence, with another voice for what is written in another alphabet."""
    runs = by_language(_NOT_IN_XML.sub("", words), language)
    return " ".join(f'<voice xml:lang="{name}">{escape(run)}</voice>' if name else escape(run) for run, name in runs)


def _names(text: str) -> str:
    """What is said of a line that has nothing but marks: their names."""
    return (
        ", ".join(unicodedata.name(letter, "sign").lower().replace("-", " ") for letter in text if not letter.isspace())
        or "empty line"
    )


def _pause_words(pause_ms: int) -> str:
    seconds = pause_ms // 1000
    return f"[Pause: {cardinal(seconds)} {'second' if seconds == 1 else 'seconds'}]"
