"""Which words tell what a line is about, so that lines on the same thing are found however they are spelled."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

FEWEST_LETTERS: Final = 4
"""So many letters are typed before anything is looked for; a word that is half typed needs as many."""

MOST_ROOTS: Final = 10
"""Of a very long line the last words count, as somebody is typing them."""

_LETTERS_OF_THEIR_OWN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ŋ": "ng"}
)
"""Letters that no rule of Unicode takes apart; `casefold` has made ss of ß before."""

_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]")
"""Accents of Latin, Greek and Cyrillic, and the points of Hebrew and Arabic. Vowel signs of other scripts stay."""

_PLAIN_WORD = re.compile("[a-z0-9]+")

# Words that two lines may share without being about the same thing; as they are folded.
_STOP_WORDS: Final = """
    a about above after again against ago all almost alone along already also although always am among an and another
    any anybody anyone anything are aren around as ask asked asking at away back be became because become been before
    being below best better between big bit both bring brought but by call came can cannot change come could couldn day
    decide decided decision did didn different do does doesn doing don done down during each early easy eight either
    else enough even ever every everybody everyone everything far few find first five for four from further gave get
    getting give given go goes going gone good got great had hadn has hasn have having he help her here hers him his
    how however if important in instead into is isn it its itself just keep kept kind know last late later least left
    less let like little ll long look lot made main make making many matter may maybe me mean might mine more most much
    must my near need needed needs never new next nice nine no nobody none nor not nothing now of off often ok okay old
    on once one only onto or other our ours out over own part people person place please put quite rather re really
    right said same say saw see seem seven several shall she should shouldn show since six small so some somebody
    someone something soon start started still such sure take taken talk talked talking tell ten than thank thanks that
    the their them then there these they thing think this those though three through time to today together told
    tomorrow too took toward towards try turn two under until up us use used using ve very wait want wanted wants was
    wasn way we week well went were weren what when where whether which while who whole whom whose why will with within
    without won would wouldn yes yesterday yet you your yours
    action agenda agree agreed discuss discussed discussion group idea item meeting minutes month plan point problem
    question report suggestion topic update year
    january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    ac am ar at bod ddim eich ein eisiau er eu fel fod gan gyda gyfer hefyd hon hwn hyn i mae mewn na nad nes ni nid
    oedd oes pob rhai sut sydd trwy wedi wrth y ydy ydyn yma yn yr yw
    """
_STOP: Final = frozenset(_STOP_WORDS.split())

_ODD_PLURALS: Final = {
    "buses": "bus", "busses": "bus", "children": "child", "feet": "foot", "gases": "gas", "halves": "half",
    "knives": "knife", "leaves": "leaf", "lives": "life", "loaves": "loaf", "men": "man", "mice": "mouse",
    "movies": "movie", "shelves": "shelf", "shoes": "shoe", "ties": "tie", "pies": "pie", "teeth": "tooth",
    "toes": "toe", "wives": "wife", "wolves": "wolf", "women": "woman",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class AskedWords:
    """What was typed so far: the roots of the words that tell something, and the last word while it is half typed."""

    roots: tuple[str, ...] = ()
    begun: str = ""


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in small plain letters, without accents and signs: "Łódź café's" is lodz, cafe and s."""
    plain = text.casefold().translate(_LETTERS_OF_THEIR_OWN)
    if not plain.isascii():
        plain = _MARKS.sub("", unicodedata.normalize("NFKD", plain)).translate(_LETTERS_OF_THEIR_OWN)
    if plain.isascii():
        return tuple(_PLAIN_WORD.findall(plain))
    return tuple("".join(letter if is_in_word(letter) else " " for letter in plain).split())


def telling_roots(words: tuple[str, ...]) -> tuple[str, ...]:
    """The roots of those folded words that tell what a line is about, each once."""
    return tuple(dict.fromkeys(root(word) for word in words if is_telling(word)))


def asked_words(typed: str) -> AskedWords:
    """What to look for. Nothing for fewer than `FEWEST_LETTERS` letters."""
    words = folded_words(typed)
    if sum(map(len, words)) < FEWEST_LETTERS:
        return AskedWords()
    last = words[-1] if is_in_word(typed[-1]) else ""
    is_half_typed = len(last) >= FEWEST_LETTERS and is_telling(last) and not _begins_a_stop_word(last)
    return AskedWords(roots=telling_roots(words)[-MOST_ROOTS:], begun=last if is_half_typed else "")


def is_telling(word: str) -> bool:
    """Whether a folded word says what a line is about: not "the" or "meeting", not one letter, not a number."""
    return len(word) > 1 and not word.isdecimal() and word not in _STOP and root(word) not in _STOP


def _begins_a_stop_word(letters: str) -> bool:
    return any(word.startswith(letters) for word in _STOP)


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """A folded word without its plural ending, so that buses and bus, libraries and library are the same."""
    odd = _ODD_PLURALS.get(word)
    if odd is not None:
        return odd
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")) or not word.isascii():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes", "zes", "oes")) else word[:-1]


@lru_cache(maxsize=4_000)
def is_in_word(letter: str) -> bool:
    """Whether a letter, a figure or a mark on one belongs to a word."""
    return unicodedata.category(letter)[0] in "LNM"
