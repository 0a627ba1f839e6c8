"""Words, quotes and capitals of a text, as all rules count them."""

import re

WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['’\-][^\W\d_]+)*(?!\w)")
"""A word: letters, with hyphens and apostrophes inside it; "2pm" and "A4" are none."""

_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"@|://|www\.|\w\.[a-z]{2}")
_LONGEST_QUOTE = 16


def word_count(text: str) -> int:
    """How many words a text has, split on spaces; a mark that stands alone is no word."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def quoted(text: str) -> str:
    """A text as a finding quotes it: the first words of a long one, and never a second quote inside."""
    words = text.split()
    short = " ".join(words[:_LONGEST_QUOTE]) + (" ..." if len(words) > _LONGEST_QUOTE else "")
    return short if len(short) <= 200 else f"{short[:200]} ..."


def words_of(text: str) -> list[str]:
    """The words of a text, without web and email addresses."""
    return [found[0] for found in words_in(text)]


def words_in(text: str) -> list[re.Match[str]]:
    """The words of a text with their places, without web and email addresses."""
    tokens = (token for token in _TOKEN.finditer(text) if not _ADDRESS.search(token[0]))
    return [found for token in tokens for found in WORD.finditer(text, token.start(), token.end())]


def plain(word: str) -> str:
    """A word in lower case with straight apostrophes and without the 's of an owner."""
    low = word.lower().replace("’", "'")
    if low.endswith("'s"):
        return low[:-2]
    return low.rstrip("'")


def starts_sentence(text: str, place: int) -> bool:
    """Whether a word stands where a capital letter says nothing: first, or after an end mark, a colon or a quote."""
    before = text[:place].rstrip(" \"'“‘(-–")
    return not before or before[-1] in ".!?:;…"
