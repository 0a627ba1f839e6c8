"""Where lines of large words end: at sense, so that they are read as they are said (ER-07)."""

import re
from collections.abc import Callable
from itertools import pairwise

_OPENERS = frozenset(
    (
        *("and", "or", "but", "so", "because", "if", "when", "where", "while", "until", "before", "after", "that"),
        *("which", "who", "to", "at", "in", "on", "of", "for", "with", "from", "by", "into", "about", "near", "than"),
        *("as", "will", "must", "can"),
    )
)
"""Words with which a new part of a sentence begins."""

_SENTENCE_ENDS = re.compile(r"(?<=[.!?؟])\s+|\n+")
_BREAK_COST = {
    True: 0.0,
    False: 0.06,
}  # of the width squared: a little raggedness is better than a line cut in a phrase


def sentences_of(words: str) -> list[str]:
    """The words, one sentence each."""
    return [sentence.strip() for sentence in _SENTENCE_ENDS.split(words) if sentence.strip()]


def lines_at_sense(sentence: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """A sentence in as few lines as the width allows, broken where a new part of it begins.

    `measure` tells how wide words are on a line. A word wider than the line stands alone and is broken by the painter.
    """
    words = sentence.split()
    count = _fewest_lines(words, width, measure)
    breaks = _best_breaks(words, count, width, measure)
    return [" ".join(words[start:end]) for start, end in pairwise((0, *breaks, len(words)))]


def _fewest_lines(words: list[str], width: float, measure: Callable[[str], float]) -> int:
    lines, line = 1, ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and measure(longer) > width:
            lines, line = lines + 1, word
        else:
            line = longer
    return lines


def _best_breaks(words: list[str], count: int, width: float, measure: Callable[[str], float]) -> tuple[int, ...]:
    """Where the lines after the first begin: the cheapest way, found from the end of the sentence."""
    cheapest: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {}

    def best(start: int, lines: int) -> tuple[float, tuple[int, ...]]:
        key = (start, lines)
        if key not in cheapest:
            cheapest[key] = _cheapest(start, lines)
        return cheapest[key]

    def _cheapest(start: int, lines: int) -> tuple[float, tuple[int, ...]]:
        if lines == 1:
            return _line_cost(words[start:], width, measure), ()
        options: list[tuple[float, tuple[int, ...]]] = []
        for end in range(start + 1, len(words) - lines + 2):
            cost = _line_cost(words[start:end], width, measure)
            if cost == float("inf") and end > start + 1:
                break
            rest, later = best(end, lines - 1)
            options.append((cost + rest + _BREAK_COST[_opens(words, end)], (end, *later)))
        return min(options, default=(float("inf"), ()))

    return best(0, count)[1]


def _opens(words: list[str], at: int) -> bool:
    """Whether a new part of the sentence begins with this word."""
    return words[at].casefold() in _OPENERS or words[at - 1][-1] in ",;:"


def _line_cost(words: list[str], width: float, measure: Callable[[str], float]) -> float:
    wide = measure(" ".join(words))
    if wide > width and len(words) > 1:
        return float("inf")
    return (max(0.0, width - wide) / width) ** 2 * 0.3
