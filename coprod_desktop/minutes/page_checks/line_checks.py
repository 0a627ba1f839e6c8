"""Where lines end, how many a sentence has, and the gaps between paragraphs (ER-07, ER-10, ER-11, LP-06)."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from coprod_desktop.minutes.page_checks.case import Case, Found
from coprod_desktop.minutes.page_checks.printed_document import PrintedLine
from coprod_desktop.minutes.page_checks.told_blocks import ToldBlock, all_blocks, words_of
from coprod_desktop.minutes.sentences import sentences, word_count

_MOST_LINES = 3
_MOST_WORDS = 50
_LINES_ASKED_UP_TO_PT = 16.0
"""Larger letters have so few in a line that a good sentence may need a fourth."""
_FULL_LINE = 0.9
"""How much of a line words may fill by their usual width; wider ones may truly need two lines."""
_BLANK_LINE = 0.9
_HYPHENS = "-\u00ad\u2010"


def nothing_is_split(case: Case) -> Iterator[Found]:
    """No word, name, date, time or amount is broken over two lines, unless a whole line is too short (ER-07)."""
    source = _Source(case)
    rule = case.rule("ER-07", "LP-08")
    widest = _widest_line(case)
    for passage in case.document.passages:
        for upper, lower in pairwise(passage.lines):
            whole = source.broken(upper.text, lower.text)
            if not whole:
                continue
            fits = max(_width(whole, upper), _width(whole, lower)) <= _FULL_LINE * widest.get(round(upper.x), 0.0)
            yield Found(
                rule,
                "split" if fits else "split_for_want_of_room",
                upper.page,
                is_blocking=fits,
                text=whole,
                values={"words": whole if len(whole) <= 60 else f"{whole[:57]}..."},
            )


def lines_of_a_sentence(case: Case) -> Iterator[Found]:
    """Each sentence starts a line and takes 3 lines at most (ER-10)."""
    for told in case.printed_blocks:
        plain = {" ".join(words.split()) for words in told.block.sentences}
        for passage in told.passages:
            is_list = passage.tag.name == "LBody"
            count = -(-len(passage.lines) // (len(sentences(passage.text)) if is_list else 1))
            if count > _MOST_LINES and passage.tag.name in ("P", "LBody"):
                is_usual = case.size <= _LINES_ASKED_UP_TO_PT
                values = {"count": str(count)}
                yield Found("ER-10", "many_lines", passage.page, is_usual, passage.text, told.block.ref, values)
            printed = [line.text for line in passage.lines] if is_list else [passage.text]
            in_one_line = any(len(sentences(words)) > 1 for words in printed)
            if passage.text not in plain and in_one_line and not passage.is_bold:
                yield Found("ER-10", "sentences_in_one_line", passage.page, not is_list, passage.text, told.block.ref)


def paragraphs_are_short(case: Case) -> Iterator[Found]:
    """No paragraph has over 50 words (ER-11)."""
    for passage in case.plain_passages:
        count = word_count(passage.text)
        if count > _MOST_WORDS:
            values = {"count": str(count)}
            yield Found("ER-11", "long_paragraph", passage.page, text=passage.text, values=values)


def gaps_between_paragraphs(case: Case) -> Iterator[Found]:
    """One blank line stands between two blocks (LP-06)."""
    step = case.printed_as.line_spacing or 1.25
    for first, second in pairwise(case.printed_blocks):
        above, below = first.passages[-1].lines[-1], second.passages[0].lines[0]
        if not _are_neighbours(first, second) or above.page != below.page:
            continue
        if (above.y - below.y) / case.size < step * (1 + _BLANK_LINE):
            yield Found("LP-06", "no_blank_line", below.page, text=second.passages[0].text, ref=second.block.ref)


def _are_neighbours(first: ToldBlock, second: ToldBlock) -> bool:
    """Blocks of one section that do not continue each other."""
    return first.section is second.section and not second.block.continues


def _widest_line(case: Case) -> dict[int, float]:
    """The width of the column, by where its lines start: at least the longest line that stands there."""
    edge = max((line.right for passage in case.document.passages for line in passage.lines), default=0.0)
    starts = {round(line.x) for passage in case.document.passages for line in passage.lines}
    return {start: edge - start for start in starts}


def _width(words: str, line: PrintedLine) -> float:
    """About how wide words would be in the letters of a line."""
    letters = len(line.text.strip()) or 1
    return (line.right - line.x) / letters * len(words)


class _Source:
    """The words of the minutes: what follows what, and which of them belong together."""

    def __init__(self, case: Case) -> None:
        content = case.content
        texts = [content.title, content.group_name, content.date_words, content.record_number, content.foot_words]
        texts += [content.contents_heading, *(section.heading for section in content.sections)]
        texts += [words for block in all_blocks(content) for words in words_of(block)]
        self._words = {word for text in texts for word in _tidy(text).split()}
        self._together: dict[tuple[str, str], list[str]] = defaultdict(list)
        protected = (*content.protected, *(content.for_you.protected if content.for_you else ()))
        for whole in {_tidy(one) for one in protected}:
            for pair in pairwise(whole.split()):
                self._together[pair].append(whole)

    def broken(self, upper: str, lower: str) -> str:
        """What is broken between two lines, whole; empty if nothing is."""
        upper, lower = _tidy(upper), _tidy(lower)
        if not upper or not lower:
            return ""
        last, first = upper.rsplit(" ", 1)[-1], lower.split(" ", 1)[0]
        word = self._split_word(last, first)
        return word or self._split_name(upper, lower, last, first)

    def _split_word(self, last: str, first: str) -> str:
        for joined in (last + first, last.rstrip(_HYPHENS) + first):
            if joined in self._words and not {last, first} <= self._words:
                return joined
        if last[-1] in _HYPHENS and last not in self._words:
            return last + first
        return ""

    def _split_name(self, upper: str, lower: str, last: str, first: str) -> str:
        """A name may end in a comma or a full stop, so the pair is looked for without them too."""
        for pair in ((last, first), (last, first.strip(".,;:!?)\u2019'")), (last.strip("(\u2018'\""), first)):
            for whole in self._together.get(pair, ()):
                place = f"{upper} {lower}".find(whole, max(0, len(upper) - len(whole)))
                if 0 <= place < len(upper) < place + len(whole):
                    return whole
        return ""


def _tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
