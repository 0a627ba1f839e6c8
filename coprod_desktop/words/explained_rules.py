"""Rules about hard words and how the group explains them (ER-15 to ER-17)."""

import re
from collections.abc import Iterator

from coprod_desktop.words.findings import Finding
from coprod_desktop.words.hard_words import hard_words_of
from coprod_desktop.words.judging import Judging
from coprod_desktop.words.reading_matter import Explained, PieceKind, TextPiece
from coprod_desktop.words.text_parts import plain, words_of

_PIECES_AFTER = 3
"""How many pieces may stand between a word and its meaning for each word that is explained there."""


def hard_words(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """ER-15: no hard word that is neither a name nor explained; one finding for a word of a piece."""
    if piece.kind is PieceKind.CREDIT:
        return
    explained = _explained_words(judging)
    meanings = [one.means for one in judging.matter.explained if _same(one.means) in _same(piece.text)]
    told = {plain(word) for means in meanings for word in words_of(means)}
    for word in hard_words_of(piece.text, judging.hard):
        forms = {plain(word), judging.hard.base_form(word)}
        is_short_form = word.isupper() and len(word) > 1  # ER-18 and ER-03 tell of those
        if is_short_form or _is_name(word, judging) or forms & explained or plain(word) in told:
            continue
        yield _hard(piece, word, judging)


def meaning_comes_next(judging: Judging) -> Iterator[Finding]:
    """ER-16: a word of the group's list is explained in the very next sentence after its first use, in easy words."""
    for one in judging.matter.explained:
        if one.term not in judging.matter.used_terms:
            continue
        first = next((at for at, piece in enumerate(judging.matter.pieces) if _uses(piece, one)), None)
        if first is None:
            continue
        piece = judging.matter.pieces[first]
        if not _is_told_soon(first, one, judging):
            yield judging.tell("ER-16 not next", piece, one.term, word=one.term)
        hard = [word for word in hard_words_of(one.means, judging.hard) if not _is_known(word, judging)]
        if hard:
            told = ", ".join(f"“{word}”" for word in hard)
            yield judging.tell("ER-16 hard", piece, f"{one.term}: {one.means}", word=one.term, hard=told)


def list_of_words(judging: Judging) -> Iterator[Finding]:
    """ER-17: from 2 explained words on there is a list of words that holds each of them."""
    used = judging.matter.used_terms
    if len(used) < 2:
        return
    last = judging.matter.pieces[-1] if judging.matter.pieces else TextPiece(text="", place="")
    listed = [_same(line) for line in judging.matter.word_list]
    for term in used:
        if not any(line.startswith(_same(term)) for line in listed):
            yield judging.tell("ER-17", last, term, word=term)


def _hard(piece: TextPiece, word: str, judging: Judging) -> Finding:
    easier = judging.house.easier_words
    better = easier.get(plain(word)) or easier.get(judging.hard.base_form(word))
    if better:
        return judging.tell("ER-15 easier", piece, plain(word), word=word, better=better)
    return judging.tell("ER-15", piece, plain(word), word=word)


def _explained_words(judging: Judging) -> set[str]:
    words = [word for one in judging.matter.explained for word in words_of(one.term)]
    return {plain(word) for word in words} | {judging.hard.base_form(word) for word in words}


def _is_known(word: str, judging: Judging) -> bool:
    return _is_name(word, judging) or plain(word) in _explained_words(judging)


def _is_name(word: str, judging: Judging) -> bool:
    """Whether a word is a name or its parts are, in a form such as "Achebes".

    A word with a capital letter that no list knows, or knows as a name only, is one where every sentence begins too.
    """
    parts = [part for part in plain(word).split("-") if part]
    names = judging.names
    if plain(word) in names or (word[:1].isupper() and plain(word).removesuffix("s") in names):
        return True
    if word.istitle() and (judging.hard.is_known_as_name(word) or not judging.hard.is_ordinary(word)):
        return True
    return len(parts) > 1 and all(part in names or not judging.hard.is_hard(part) for part in parts)


def _uses(piece: TextPiece, one: Explained) -> bool:
    if piece.kind in (PieceKind.LABEL, PieceKind.CREDIT):
        return False
    return re.search(rf"(?<!\w){re.escape(one.term)}(?:e?s)?(?!\w)", piece.text, re.IGNORECASE) is not None


def _is_told_soon(first: int, one: Explained, judging: Judging) -> bool:
    """Whether the meaning stands in the next sentences, which may explain other words of the same one before it."""
    together = [other for other in judging.matter.explained if _uses(judging.matter.pieces[first], other)]
    after = judging.matter.pieces[first : first + 1 + _PIECES_AFTER * max(len(together), 1)]
    return _same(one.means) in " ".join(_same(piece.text) for piece in after)


def _same(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", text).casefold().split())
