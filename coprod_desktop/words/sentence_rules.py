"""Rules about sentences: how long they are and how many ideas they hold (ER-08, ER-09, ER-11, LP-16)."""

import re
from collections.abc import Iterator
from itertools import groupby

from coprod_desktop.words.findings import Finding
from coprod_desktop.words.house_words import HouseWords
from coprod_desktop.words.judging import Judging
from coprod_desktop.words.reading_matter import PieceKind, TextPiece
from coprod_desktop.words.text_parts import plain, quoted, word_count

MOST_WORDS = 15
"""The most words of a sentence that is ready to print (ER-08)."""

WARN_AT_WORDS = 13
"""From this many words a sentence is found (ER-08)."""

MOST_WORDS_IN_LARGE_PRINT = 20
_MOST_SENTENCES_OF_A_BLOCK = 3
_MOST_WORDS_OF_A_BLOCK = 40
_FEWEST_WORDS_OF_A_PART = 3
_WORDS_QUOTED_AT_A_CUT = 3
_CLAUSE_STARTS = frozenset(
    ("and", "because", "but", "so", "which", "although", "who", "when", "if", "then", "or", "while", "where", "that")
)
_INSIDE_MARK = re.compile(r"[;:](?=\s+\S)")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]?")


def sentence_length(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """ER-08: found from 13 words, not ready to print above 15; one finding for a sentence."""
    count = word_count(piece.text)
    if not piece.is_running_text or count < WARN_AT_WORDS:
        return
    is_long = count > MOST_WORDS
    yield judging.tell(
        "ER-08" if is_long else "ER-08 warn",
        piece,
        piece.text,
        is_blocking=is_long,
        count=str(count),
        quote=quoted(piece.text),
        cut=where_to_cut(piece.text, judging.house),
    )


def large_print_length(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """LP-16: advice above 20 words."""
    count = word_count(piece.text)
    if piece.is_running_text and count > MOST_WORDS_IN_LARGE_PRINT:
        cut = where_to_cut(piece.text, judging.house)
        quote = quoted(piece.text)
        yield judging.tell("LP-16", piece, piece.text, is_blocking=False, count=str(count), quote=quote, cut=cut)


def one_idea(piece: TextPiece, judging: Judging) -> Iterator[Finding]:
    """ER-09, advice: more than 1 joining word, a mark inside the sentence, or brackets; one finding for a sentence."""
    if piece.kind is not PieceKind.SENTENCE:
        return
    quote = quoted(piece.text)
    mark = _INSIDE_MARK.search(piece.text)
    if sum(plain(word.strip(".,;:!?")) in judging.house.joining_words for word in piece.text.split()) > 1:
        cut = where_to_cut(piece.text, judging.house)
        yield judging.tell("ER-09 joined", piece, piece.text, is_blocking=False, quote=quote, cut=cut)
    elif mark:
        yield judging.tell("ER-09 marks", piece, piece.text, is_blocking=False, quote=quote, mark=mark[0])
    elif _BRACKETS.search(piece.text):
        yield judging.tell("ER-09 brackets", piece, piece.text, is_blocking=False, quote=quote)


def block_size(judging: Judging) -> Iterator[Finding]:
    """ER-11: at most 3 sentences and 40 words beside one picture."""
    held = (piece for piece in judging.matter.pieces if piece.block is not None and piece.kind is not PieceKind.CREDIT)
    for _block, together in groupby(held, key=lambda piece: piece.block):
        pieces = list(together)
        text = "\n".join(piece.text for piece in pieces)
        sentences = sum(piece.kind is PieceKind.SENTENCE for piece in pieces)
        words = sum(word_count(piece.text) for piece in pieces)
        if sentences > _MOST_SENTENCES_OF_A_BLOCK:
            yield judging.tell("ER-11 sentences", pieces[0], text, count=str(sentences))
        elif words > _MOST_WORDS_OF_A_BLOCK:
            yield judging.tell("ER-11 words", pieces[0], text, count=str(words))


def where_to_cut(text: str, house: HouseWords) -> str:
    """Where 2 sentences could be made of one: at the joining word or comma that is nearest to its middle."""
    words = text.split()
    parts = -(-len(words) // MOST_WORDS)
    places = range(_FEWEST_WORDS_OF_A_PART, len(words) - _FEWEST_WORDS_OF_A_PART + 1)
    cuts = [place for place in places if _can_cut(words, place)]
    if not cuts:
        return house.phrase("cut anywhere", count=str(max(parts, 2)))
    best = min(cuts, key=lambda place: abs(place - len(words) / 2))
    if plain(words[best]) in _CLAUSE_STARTS:
        return house.phrase("cut at word", words=" ".join(words[best : best + _WORDS_QUOTED_AT_A_CUT]))
    end = " ".join(words[best - _WORDS_QUOTED_AT_A_CUT : best])
    return house.phrase("cut at comma", words=end.rstrip(",;:–—-"))


def _can_cut(words: list[str], place: int) -> bool:
    return plain(words[place]) in _CLAUSE_STARTS or words[place - 1].endswith((",", ";", ":", "–", "—"))
