"""Finds the picture that the words of a block mean: whole words with one known meaning only, else none.

A wrong picture is worse than a neutral one, so a word with two meanings counts only where the words near it settle
which is meant, and names, weekdays and what is not meant word for word are passed over.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from coprod_desktop.minutes.pictures import Pictures

_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|\n")
_LONGEST_PHRASE = 4
_STRONG, _DOER, _WEAK, _PHRASE, _TOPIC = 3.0, 1.7, 1.5, 0.4, 0.5
_WHERE_OR_WITH_WHOM, _FOR_WHAT = 1.6, 0.6
_LATER_SENTENCE, _LATER_WORD = 0.6, 0.02
_MOST_LETTERS = 4000


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """A picture word and the word of the text that it stands for."""

    picture: str
    said: str


@dataclass(frozen=True, kw_only=True)
class _Word:
    text: str
    is_capital: bool
    is_first: bool
    is_name: bool

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'").removesuffix("'s").removesuffix("'")


@dataclass(frozen=True, kw_only=True)
class _Ours:
    """What the group chose for words, and its own pictures by their word; both under keys in small letters."""

    chosen: Mapping[str, str]
    own: Mapping[str, str]


class PictureMeanings:
    """The meanings of the table of pictures; words of other languages have none, but the group's own choices do."""

    def __init__(self, pictures: Pictures, language: str = "en-GB") -> None:
        self._pictures = pictures
        self._is_english = language.lower().startswith("en")
        self._rules: dict[str, Any] = pictures.table["suggesting"]

    def suggest(
        self,
        words: Sequence[str],
        *,
        choices: Mapping[str, str] | None = None,
        own: Mapping[str, str] | None = None,
        names: Collection[str] = (),
    ) -> tuple[Meaning, ...]:
        """The pictures that sentences mean, the likeliest first; nothing where no word settles it.

        `choices` are the group's pictures for words, which come first. `own` are its photos and symbols by their word:
        they count where the table has no picture. `names` are of people and never a thing.
        """
        found: dict[str, tuple[float, Meaning]] = {}
        ours = _Ours(chosen=_keyed(choices or {}), own=_keyed(own or {}))
        for score, meaning in self._all(words, ours, _name_parts(names)):
            if score > found.get(meaning.picture, (0.0, meaning))[0]:
                found[meaning.picture] = (score, meaning)
        return tuple(meaning for _, meaning in sorted(found.values(), key=lambda pair: -pair[0]))

    def nouns(self, words: Sequence[str], *, names: Collection[str] = ()) -> tuple[str, ...]:
        """The words that a choice of picture may be remembered for: those with a meaning first, then the others."""
        meant = [meaning.said for meaning in self.suggest(words, names=names)]
        others = [
            word.lower
            for sentence in _sentences(words)
            for word in _split(sentence, _name_parts(names))
            if not word.is_name and len(word.lower) > 2 and not self._is_small(word)
        ]
        return tuple(dict.fromkeys((*meant, *others)))

    def _all(self, words: Sequence[str], ours: _Ours, names: frozenset[str]) -> Iterator[tuple[float, Meaning]]:
        for number, sentence in enumerate(_sentences(words)):
            for place, score, meaning in self._in_sentence(_split(sentence, names), ours):
                yield score - number * _LATER_SENTENCE - place * _LATER_WORD, meaning

    def _in_sentence(self, words: Sequence[_Word], ours: _Ours) -> Iterator[tuple[int, float, Meaning]]:
        """Long phrases first; a word that is part of a longer one has no meaning of its own."""
        place = 0
        while place < len(words):
            length = self._passed_over(words, place)
            if not length:
                length, score, meaning = self._at(words, place, ours)
                if meaning is not None:
                    yield place, score + self._standing(words, place), meaning
            place += max(length, 1)

    def _at(self, words: Sequence[_Word], place: int, ours: _Ours) -> tuple[int, float, Meaning | None]:
        for length in range(min(_LONGEST_PHRASE, len(words) - place), 0, -1):
            part = words[place : place + length]
            said = " ".join(word.lower for word in part)
            if any(word.is_name for word in part):
                continue
            chosen = _found(ours.chosen, said)
            if chosen:
                return length, 2 * _STRONG + (length > 1) * _PHRASE, Meaning(picture=chosen, said=said)
            if length == 1 and not self._may_mean(words, place):
                continue
            picture, score = self._known(said, words, place) if self._is_english else ("", 0.0)
            if not picture and not self._is_unsettled(said):
                picture, score = _found(ours.own, said), _WEAK
            if picture:
                return length, score + (length > 1) * _PHRASE, Meaning(picture=picture, said=said)
        return 1, 0.0, None

    def _known(self, said: str, words: Sequence[_Word], place: int) -> tuple[str, float]:
        """The picture of a word or phrase as it stands, or of its base form, and how sure it is."""
        for form in self._forms(said):
            rules = self._rules["settled"].get(form)
            if rules is not None:
                settled = [rule["picture"] for rule in rules if _is_settled(rule, words, place)]
                return (settled[0], _STRONG) if len(settled) == 1 else ("", 0.0)
            if form in self._set("never"):
                return "", 0.0
            if form in self._table:
                return self._table[form], self._strength(form)
        return "", 0.0

    def _strength(self, form: str) -> float:
        """Less for words that many sentences hold, and for who does something: what they do it with tells more."""
        if form in self._set("weak"):
            return _WEAK
        return _DOER if form in self._set("doers") else _STRONG

    def _is_unsettled(self, said: str) -> bool:
        return any(form in self._set("never") or form in self._rules["settled"] for form in self._forms(said))

    def _forms(self, said: str) -> Iterator[str]:
        yield said
        if " " not in said:
            if len(said) > 3:
                yield from (said.removesuffix("es"), said.removesuffix("s"))
            yield _base_form(said)

    def _may_mean(self, words: Sequence[_Word], place: int) -> bool:
        """Not the name of somebody or of a street, not a weekday, not what people cannot do."""
        word = words[place]
        if word.lower in self._set("small_words") or word.lower in self._set("days") and word.is_capital:
            return False
        if word.lower in self._set("not_when_negated") and self._is_negated(words, place):
            return False
        return not self._is_in_a_name(words, place)

    def _is_in_a_name(self, words: Sequence[_Word], place: int) -> bool:
        """ "Park Street", "Dr Bell" and "Central Bus Station" are names; only the kind of place at their end counts."""
        word = words[place]
        before = words[place - 1] if place else None
        after = words[place + 1] if place + 1 < len(words) else None
        if before is not None and before.lower in self._set("titles"):
            return True
        if not word.is_capital or self._is_all_capital(words):
            return False
        follows = after is not None and after.is_capital and not after.is_first
        if word.is_first:
            return follows
        return follows or word.lower not in self._set("kinds_of_place")

    def _is_negated(self, words: Sequence[_Word], place: int) -> bool:
        return any(
            word.lower in self._set("negations") or word.lower.endswith("n't")
            for word in words[max(place - 3, 0) : place]
        )

    def _passed_over(self, words: Sequence[_Word], place: int) -> int:
        """How many words begin here that mean something else together, such as "key worker"."""
        for length in range(min(_LONGEST_PHRASE + 1, len(words) - place), 1, -1):
            if " ".join(word.lower for word in words[place : place + length]) in self._set("not_these_phrases"):
                return length
        return 0

    def _standing(self, words: Sequence[_Word], place: int) -> float:
        """Less for where or with whom something is, more for what it is about."""
        near = [word.lower for word in words[max(place - 3, 0) : place]]
        if near and near[-1] == "by":  # "by taxi" is how, "by the door" is where
            return 0.0
        telling = {*self._set("place_words"), "about", "for", "of"}
        while near and near[-1] in self._set("small_words") and near[-1] not in telling:
            near.pop()
        if near and near[-1] == "about":
            return _TOPIC
        if near and near[-1] == "for":
            return -_FOR_WHAT
        is_of_a_place = bool(near) and near[-1] == "of" and words[place].lower in self._set("kinds_of_place")
        is_where = is_of_a_place or bool(near) and near[-1] in self._set("place_words")
        return -_WHERE_OR_WITH_WHOM if is_where else 0.0

    def _is_all_capital(self, words: Sequence[_Word]) -> bool:
        """Whether every long word begins with a capital, as in a heading, where that says nothing."""
        long = [word for word in words if not self._is_small(word) and not word.text[0].isdigit()]
        return len(long) > 1 and all(word.is_capital for word in long) and any(not word.is_capital for word in words)

    def _is_small(self, word: _Word) -> bool:
        return word.lower in self._set("small_words") or word.lower in self._set("days")

    def _set(self, name: str) -> frozenset[str]:
        """One of the lists of words in the table of pictures."""
        return self._sets[name]

    @cached_property
    def _sets(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(words) for name, words in self._rules.items() if isinstance(words, list)}

    @cached_property
    def _table(self) -> dict[str, str]:
        return {**self._pictures.also, **{word: word for word in self._pictures.words}}


def _is_settled(rule: Mapping[str, Any], words: Sequence[_Word], place: int) -> bool:
    """Whether the words around one with two meanings settle it: all of the rule's conditions hold."""
    before = words[place - 1].lower if place else ""
    after = words[place + 1].lower if place + 1 < len(words) else ""
    others = {word.lower for number, word in enumerate(words) if number != place}
    if before in rule.get("not_after", ()) or after in rule.get("not_before", ()):
        return False
    if rule.get("not_after_number") and before.isdigit():
        return False
    if "after" in rule and before not in rule["after"] or not others.isdisjoint(rule.get("not_near", ())):
        return False
    return "near" not in rule or not others.isdisjoint(rule["near"])


def _split(sentence: str, names: frozenset[str]) -> list[_Word]:
    found = _WORDS.findall(sentence)
    return [
        _Word(
            text=word,
            is_capital=word[0].isupper(),
            is_first=number == 0,
            is_name=word[0].isupper() and word.replace("’", "'").removesuffix("'s") in names,
        )
        for number, word in enumerate(found)
    ]


def _sentences(words: Sequence[str]) -> Iterator[str]:
    for text in words:
        yield from (part for part in _SENTENCE_ENDS.split(text[:_MOST_LETTERS]) if part.strip())


def _name_parts(names: Collection[str]) -> frozenset[str]:
    return frozenset(part for name in names for part in _WORDS.findall(name) if len(part) > 1)


def _keyed(pictures: Mapping[str, str]) -> dict[str, str]:
    return {_key(word): picture for word, picture in pictures.items()}


def _found(pictures: Mapping[str, str], said: str) -> str:
    return pictures.get(_key(said)) or pictures.get(_key(said.removesuffix("es")), "")


def _key(word: str) -> str:
    """A word as choices are kept: small letters, the last word in its base form."""
    words = " ".join(word.lower().split())
    head, _, last = words.rpartition(" ")
    base = last.removesuffix("s") if len(last) > 3 and not last.endswith("ss") else last
    return f"{head} {base}".strip()


def _base_form(word: str) -> str:
    """The base form of an English word; the package that knows them is loaded when this is first asked."""
    from simplemma import lemmatize

    return lemmatize(word, "en")
