"""Which texts of an event are somebody's words, and an event without the words that are taken out."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

Payload = dict[str, Any]

SAID: Final = frozenset(("text", "easy_text", "title", "first_words", "agreed_words"))
"""The fields that hold what was put forward, decided or promised."""

WORD_FIELDS: Final = SAID | {
    "conditions",
    "fixed",
    "help_wanted",
    "how",
    "money_wanted",
    "note",
    "on_behalf_of",
    "passed_on_to",
    "reason",
    "result",
    "time_wanted",
    "told_us",
    "tried_words",
    "who",
    "words",
}
"""Every field of a line in which a person can write."""

MEDIA_FIELDS: Final = ("picture", "recording_id")
_ID_FIELDS: Final = ("item_id", "idea_id", "decision_id", "action_id", "line_id")
_LINE_KINDS: Final = ("agenda_item", "idea", "decision", "action", "wall_", "line_", "reader_")

_FEWEST_SAME, _FEWEST_WITHIN, _FEWEST_ELSEWHERE = 2, 3, 4
_FEWEST_REASON = 6


@dataclass(frozen=True, kw_only=True)
class WordsToTakeOut:
    """The texts of one line that go for good.

    In the line itself each of `texts` goes, however short. `said` are those of them that were put forward, decided or
    promised. They go wherever they stand again: as the whole of another text about a line from 2 words on, within one
    from 3, and anywhere else from 4, so that "The bus" in a hundred other lines is not lost with one of them. Other
    texts, such as a reason, go elsewhere only from 6 words on. With `has_media` the drawing, the photo or the recording
    goes too.
    """

    line_id: str
    texts: frozenset[str]
    said: frozenset[str] = frozenset()
    has_media: bool = False

    def is_in(self, text: str) -> bool:
        """Whether a payload may hold some of it; quick, and yes rather than no."""
        if self.line_id in text:
            return True
        folded = text.casefold()
        return any(mark in folded for mark in self._marks)

    def without(self, kind: str, payload: Payload) -> Payload:
        """The payload of an event without these words."""
        fewest = _FEWEST_SAME if kind.startswith(_LINE_KINDS) else _FEWEST_ELSEWHERE
        cut: Payload = self._cut_everywhere(payload, fewest)
        if self.line_id in (cut.get(key) for key in _ID_FIELDS):
            cut |= self._blanked(_own_words(cut))
        if isinstance(cut.get("read_back"), dict):
            cut["read_back"] = self._blanked(cut["read_back"])
        if isinstance(cut.get("parts"), list):
            cut["parts"] = [self._blanked(one) if _is_of(one, self.line_id) else one for one in cut["parts"]]
        return cut

    def cut(self, text: str, fewest: int = _FEWEST_ELSEWHERE) -> str:
        """A text without these words: empty if it is nothing else."""
        left = text
        for count, pattern in self._patterns:
            if count >= fewest and pattern.fullmatch(text.strip().rstrip(".!?")):
                return ""
            if count >= max(fewest, _FEWEST_WITHIN):
                left = pattern.sub("", left)
        return text if left == text else " ".join(left.split())

    @cached_property
    def _spreading(self) -> tuple[str, ...]:
        long = (one for one in self.texts - self.said if len(one.split()) >= _FEWEST_REASON)
        return tuple(sorted((*self.said, *long), key=len, reverse=True))

    @cached_property
    def _patterns(self) -> tuple[tuple[int, re.Pattern[str]], ...]:
        return tuple((len(one.split()), _pattern(one)) for one in self._spreading if len(one.split()) >= _FEWEST_SAME)

    @cached_property
    def _marks(self) -> tuple[str, ...]:
        """The longest word of each text: it holds no space, quote or sign, which JSON writes in its own way."""
        longest = (max(re.findall(r"\w+", one), key=len, default="") for one in self._spreading)
        return tuple({one.casefold() for one in longest if one})

    def _cut_everywhere(self, value: Any, fewest: int) -> Any:
        if isinstance(value, str):
            return self.cut(value, fewest)
        if isinstance(value, list):
            return [self._cut_everywhere(one, fewest) for one in value]
        if isinstance(value, dict):
            return {key: self._cut_everywhere(one, fewest) for key, one in value.items()}
        return value

    def _blanked(self, node: Payload) -> Payload:
        """A node of the line itself without its words."""
        return {key: self._blanked_field(key, value) for key, value in node.items()}

    def _blanked_field(self, key: str, value: Any) -> Any:
        if isinstance(value, dict):
            return self._blanked(value)
        if isinstance(value, list):
            return [self._blanked_field(key, one) for one in value]
        if self.has_media and key in MEDIA_FIELDS:
            return ""
        return "" if key in WORD_FIELDS and value in self.texts else value


def texts_of_line(payload: Payload, line_id: str) -> Iterator[tuple[str, str]]:
    """The field and the text of all words in an event that are of this line."""
    if any(payload.get(key) == line_id for key in _ID_FIELDS):
        yield from _texts(_own_words(payload))
    for part in payload.get("parts") or ():
        if _is_of(part, line_id):
            yield from _texts(part)


def said_of(texts: Collection[tuple[str, str]]) -> frozenset[str]:
    """Those of a line's texts that were put forward, decided or promised."""
    return frozenset(text for key, text in texts if key in SAID)


def media_of_line(payload: Payload, line_id: str) -> Iterator[tuple[str, str]]:
    """The field and the id of each drawing, photo or recording that an event says the line is."""
    details = payload.get("details")
    if any(payload.get(key) == line_id for key in _ID_FIELDS) and isinstance(details, dict):
        is_picture = details.get("medium") in ("drawing", "photo")
        for key in MEDIA_FIELDS:
            kept = details.get(key)
            if kept and (key != "picture" or is_picture):
                yield key, kept


def _own_words(payload: Payload) -> Payload:
    """An event of a line without its parts, which are lines themselves, and without how somebody was told: no words."""
    return {key: value for key, value in payload.items() if key not in ("parts", "how")}


def _texts(node: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in node.items():
        yield from _texts_in(key, value)


def _texts_in(key: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        yield from _texts(value)
    elif isinstance(value, list):
        for one in value:
            yield from _texts_in(key, one)
    elif key in WORD_FIELDS and isinstance(value, str) and value:
        yield key, value


def _is_of(part: Any, line_id: str) -> bool:
    return isinstance(part, dict) and part.get("item_id") == line_id


def _pattern(text: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in text.strip().rstrip(".!?").split())
    return re.compile(rf"(?<!\w){words}(?!\w)[.!?]?", re.IGNORECASE)
