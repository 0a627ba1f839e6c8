"""Rules about wording: capitals, who does it, short forms, questions (ER-03, ER-12 to ER-14, ER-18, ER-24)."""

import re
from collections.abc import Iterator

from coprod_desktop.words.findings import Finding
from coprod_desktop.words.house_words import holds_phrase
from coprod_desktop.words.judging import Judging
from coprod_desktop.words.reading_matter import PieceKind, TextPiece
from coprod_desktop.words.text_parts import plain, quoted, words_of

_SHOUTED_LETTERS = 4
_NEAR = 3
"""Within how many words a second no belongs to the first."""
_BE_OR_GET = frozenset(
    (
        "am",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "get",
        "gets",
        "got",
        "getting",
        "isn't",
        "wasn't",
        "aren't",
        "weren't",
    )
)
_BETWEEN = frozenset(
    ("not", "never", "always", "also", "now", "often", "soon", "still", "being", "been", "all", "both", "just")
)
_SHORT_FORM = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,}|(?<![\w-])[A-Z][A-Z&]*[A-Z](?=s?(?![\w-]))")
_ROMAN = re.compile(r"[IVX]{2,}")
_QUESTION = re.compile(r"[?؟]")
_CONTRACTION = re.compile(r"(?<!\w)[A-Za-z]+['’][A-Za-z]+(?!\w)")
_CONTRACTED_END = {"n't": " not", "'ll": " will", "'ve": " have", "'re": " are"}
_FEWEST_LETTERS_OF_A_NAME = 3


def capitals(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """ER-03: no word of 4 or more letters is all in capitals, but for known initials and names."""
    if piece.kind is PieceKind.CREDIT:
        return
    for word in dict.fromkeys(words_of(piece.text)):
        is_shouted = sum(letter.isupper() for letter in word) >= _SHOUTED_LETTERS and word.isupper()
        if is_shouted and not _is_known_short_form(word, judging):
            yield judging.tell("ER-03", piece, word, word=word, better=word.lower())


def active_voice(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """ER-12, advice: a form of be or get before a past participle, and a "not" with a second no."""
    if not piece.is_running_text:
        return
    words = [plain(word) for word in words_of(piece.text)]
    for place, word in enumerate(words):
        after = words[place + 1 : place + 3]
        done = after[-1] if after and after[0] in _BETWEEN else "".join(after[:1])
        if word in _BE_OR_GET and _is_participle(done, judging):
            phrase = " ".join(words[place : place + 1 + after.index(done) + 1])
            yield judging.tell("ER-12 passive", piece, piece.text, is_blocking=False, phrase=phrase)
            return
    negatives = judging.house.negative_words
    for place, word in enumerate(words):
        near = words[place + 1 : place + 1 + _NEAR]
        second = next((other for other in near if other in negatives), None) if word == "not" else None
        if second and "and" not in near[: near.index(second)]:
            phrase = " ".join((word, *near[: near.index(second) + 1]))
            yield judging.tell("ER-12 negatives", piece, piece.text, is_blocking=False, phrase=phrase)
            return


def contractions(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """ER-13: short forms such as "don't" are written out."""
    for found in dict.fromkeys(match[0] for match in _CONTRACTION.finditer(piece.text)):
        better = _written_out(found.replace("’", "'"), judging)
        if better:
            yield judging.tell("ER-13", piece, found, word=found, better=better)


def one_word_for_one_thing(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """ER-14, advice: no other word for what the group's list has a word for, and a name as its owner writes it."""
    for chosen, others in _chosen_words(judging):
        for other in others:
            if holds_phrase(piece.text, other):
                yield judging.tell("ER-14", piece, other, is_blocking=False, word=other, chosen=chosen)
    for found, chosen in _names_in_small_letters(piece, judging):
        yield judging.tell("ER-14 name", piece, found, is_blocking=False, word=found, chosen=chosen)


def short_forms(judging: Judging) -> Iterator[Finding]:
    """ER-18: initials are spelled out where they first stand; in headings only those that everybody knows."""
    spelled: set[str] = set()
    for piece in judging.matter.pieces:
        for found in dict.fromkeys(match[0] for match in _SHORT_FORM.finditer(piece.text)):
            form = found.replace(".", "")
            if piece.kind is PieceKind.CREDIT or not _is_short_form(form, judging):
                continue
            if piece.kind is PieceKind.HEADING:
                yield judging.tell("ER-18 heading", piece, form, word=found)
            elif form not in spelled and not _is_spelled_out(form, piece.text):
                yield judging.tell("ER-18", piece, form, word=found)
            if piece.kind is not PieceKind.HEADING:
                spelled.add(form)


def no_questions_or_idioms(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """ER-24: no question in running text, and no phrase that does not mean what its words say."""
    if not piece.is_running_text:
        return
    if _QUESTION.search(piece.text):
        yield judging.tell("ER-24", piece, piece.text, quote=quoted(piece.text))
    low = piece.text.lower().replace("’", "'")
    for idiom in judging.house.idioms:
        if idiom in low and holds_phrase(piece.text, idiom):
            yield judging.tell("ER-24 idiom", piece, idiom, phrase=idiom)


def _is_short_form(form: str, judging: Judging) -> bool:
    """Whether capitals are initials, and not a number, a name or a word that is written large."""
    if _is_known_short_form(form, judging) or _ROMAN.fullmatch(form):
        return False
    if form in judging.house.initials_like_words:
        return True
    return not (judging.hard.is_familiar(form) or (len(form) >= _SHOUTED_LETTERS and judging.hard.is_ordinary(form)))


def _is_known_short_form(word: str, judging: Judging) -> bool:
    form = word.removesuffix("s") if word[:-1].isupper() else word
    if form.upper() in judging.house.initials_allowed or plain(form) in judging.names:
        return True
    return any(plain(form) == plain(word) for one in judging.matter.explained for word in words_of(one.term))


def _is_participle(word: str, judging: Judging) -> bool:
    if word in judging.house.not_passive or plain(word) in judging.names:
        return False
    return word in judging.house.irregular_participles or (
        len(word) > 4 and word.endswith("ed") and not word.endswith("eed")
    )


def _written_out(found: str, judging: Judging) -> str:
    low = found.lower()
    better = judging.house.contractions.get(low, "")
    if low in judging.house.possessive_too:
        return ""
    for end, word in _CONTRACTED_END.items():
        if not better and low.endswith(end):
            better = low.removesuffix(end) + word
    if better and found[0].isupper():
        return better[0].upper() + better[1:]
    return better


def _chosen_words(judging: Judging) -> Iterator[tuple[str, list[str]]]:
    """The words of the group's list that are used, each with other words for the same thing.

    A word that the group's list explains too is no other word for it, nor is one that stands in the term.
    """
    terms = {plain(one.term): one.term for one in judging.matter.explained}
    for group in judging.house.same_things:
        for word in group:
            if plain(word) in terms:
                others = [other for other in group if plain(other) not in terms]
                yield terms[plain(word)], others


def _names_in_small_letters(piece: TextPiece, judging: Judging) -> Iterator[tuple[str, str]]:
    """Names of the list that are written in small letters, but for those that are words as well, such as "will"."""
    if not piece.is_running_text:
        return
    parts = (word for name in judging.matter.names for word in words_of(name))
    written = {word.lower(): word for word in parts if word[:1].isupper() and len(word) >= _FEWEST_LETTERS_OF_A_NAME}
    for word in dict.fromkeys(words_of(piece.text)):
        if word.islower() and word in written and judging.hard.is_hard(word):
            yield word, written[word]


def _is_spelled_out(form: str, text: str) -> bool:
    """ "Care Quality Commission (CQC)", or the other way round."""
    return f"({form})" in text or re.search(rf"\b{re.escape(form)}s? \(", text) is not None
