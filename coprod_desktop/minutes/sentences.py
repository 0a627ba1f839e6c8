"""Where one sentence ends and the next begins, in what people wrote (ER-10, PT-02)."""

import re

_TITLES = frozenset(("Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Rev", "St", "Cllr", "No", "Nos"))
_BEFORE_A_NUMBER = frozenset(("tel", "ext", "vol", "approx"))
_SHORT_FORMS = frozenset(("e.g", "i.e", "vs", "approx"))
_STARTERS = frozenset(
    (
        "We",
        "It",
        "The",
        "They",
        "This",
        "That",
        "These",
        "He",
        "She",
        "You",
        "I",
        "In",
        "On",
        "At",
        "A",
        "An",
        "There",
        "Then",
        "Our",
        "But",
        "And",
        "So",
        "If",
    )
)
_END = re.compile(r"[.!?…。！？؟।]+[\"'”’)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘]*$")
_WORDS_OF_A_SENTENCE = 15
"""More is too long to read with ease (ER-08)."""
_WORDS_OF_A_POINT = 18
_CLAUSE_END = re.compile(r"[,;:)–—-]$")


def tidy(text: str) -> str:
    """The text on one line, with single spaces; no-break spaces and tabs become spaces (PT-01)."""
    return " ".join(text.split())


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each ending with its own mark; a full stop is added where the last one has none."""
    words = tidy(text)
    found: list[str] = []
    start = 0
    for end in _END.finditer(words):
        if _is_end(words, end):
            found.append(words[start : end.end()].strip())
            start = end.end()
    rest = words[start:].strip()
    return (*found, ended(rest)) if rest else tuple(found)


def ended(text: str) -> str:
    """The text with a full stop where it has no end mark."""
    if not text or _END.search(text[-4:]) or text[-1] in ":;,":
        return text
    return f"{text}."


def pieces(sentence: str, *, most_words: int) -> tuple[str, ...]:
    """A sentence, or its parts where it has more words than one block may hold; nothing is left out (ER-11)."""
    words = sentence.split()
    found: list[str] = []
    while len(words) > most_words:
        cut = _good_cut(words, most_words)
        found.append(" ".join(words[:cut]))
        words = words[cut:]
    return (*found, " ".join(words)) if words else tuple(found)


def in_one_sentence(printed: str, said: str) -> str:
    """The one sentence that tells a decision or idea in a list (ER-38): the easy words if they are one sentence.

    Else what was said, if that is one short sentence; else all easy words while they are few, for the first of them
    alone may tell something else; else the first.
    """
    easy, plain = sentences(printed), sentences(said)
    if len(easy) > 1 and len(plain) == 1 and word_count(plain[0]) <= _WORDS_OF_A_SENTENCE:
        return plain[0]
    is_short = sum(map(word_count, easy)) <= _WORDS_OF_A_POINT
    return " ".join(easy if is_short else easy[:1])


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def _good_cut(words: list[str], most_words: int) -> int:
    for cut in range(most_words, most_words // 2, -1):
        if _CLAUSE_END.search(words[cut - 1]):
            return cut
    return most_words


def _is_end(text: str, end: re.Match[str]) -> bool:
    after = text[end.end() :].lstrip()
    if not after or end[0][0] in "!?" or len(end[0].rstrip("\"'”’)]")) > 1:
        return not after or not after[0].islower()
    return not after[0].islower() and not _is_short_form(text[: end.start()], after)


def _is_short_form(before: str, after: str) -> bool:
    """Whether the dot belongs to a short form: an initial, a title, "e.g."."""
    word = _last_word(before)
    if word in _TITLES:
        return True
    if word.lower() in _BEFORE_A_NUMBER and after[0].isdigit():
        return True
    return word.lower() in _SHORT_FORMS or _is_initial(word, after)


def _is_initial(word: str, after: str) -> bool:
    """In "Jo A. Smith" the sentence goes on; in "Plan A. We start" a word that begins sentences follows."""
    if len(word) != 1 or not word.isupper() or word == "I":
        return False
    return after.split()[0].strip("\"'“‘(") not in _STARTERS


def _last_word(text: str) -> str:
    found = _LAST_WORD.search(text)
    return found[0] if found else ""
