"""Prints papers for tests in the formats people choose, and reads back what stands on them."""

from dataclasses import dataclass
from functools import cache

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.easy_read import render_easy_read
from coprod_desktop.minutes.large_print import render_large_print
from coprod_desktop.minutes.page_builder import PdfFile
from coprod_desktop.minutes.page_checks.checking import PrintedAs, check_pages
from coprod_desktop.minutes.page_checks.finding_words import FindingWords
from coprod_desktop.minutes.page_checks.told_blocks import all_blocks, words_of
from coprod_desktop.minutes.page_mentions import heading_words
from coprod_desktop.paths import templates_folder
from coprod_desktop.words.findings import Finding
from tests.minutes.printing import fonts, pictures, styles

EASY, LARGE = MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT


@dataclass(frozen=True)
class Way:
    """One way to print a paper."""

    format: MinutesFormat
    size_pt: float
    with_pictures: bool = True

    def __str__(self) -> str:
        return f"{self.format.value} {self.size_pt:g}{'' if self.with_pictures else ' without pictures'}"


WAYS = (
    *(Way(EASY, size) for size in (14, 16, 20, 28)),
    Way(EASY, 16, with_pictures=False),
    *(Way(LARGE, size) for size in (12, 18, 28, 48)),
)
"""The smallest, usual and large sizes of each format; easy read in larger ones has more pages than ER-30 allows."""


def printed(content: MinutesContent, way: Way) -> PdfFile:
    if way.format is LARGE:
        return render_large_print(content, fonts=fonts(), styles=styles(), size_pt=way.size_pt)
    return render_easy_read(
        content,
        fonts=fonts(),
        pictures=pictures().with_own(content.own_pictures),
        styles=styles(),
        size_pt=way.size_pt,
        with_pictures=way.with_pictures,
    )


def findings(content: MinutesContent, way: Way, data: bytes) -> tuple[Finding, ...]:
    as_printed = PrintedAs(format=way.format, size_pt=way.size_pt, with_pictures=way.with_pictures)
    return check_pages(data, content, as_printed, _words())


def told(content: MinutesContent) -> list[str]:
    """Everything that a paper says, in its order."""
    cover = [words for block in content.cover for words in words_of(block)]
    rest = [
        words
        for section in content.sections
        for words in (heading_words(section), *(one for block in section.blocks for one in words_of(block)))
    ]
    return [content.title, content.group_name, content.date_words, *cover, *rest]


def all_words(content: MinutesContent) -> str:
    """The sentences, labels and lists of a paper in one text."""
    return "\n".join(words for block in all_blocks(content) for words in words_of(block))


@cache
def _words() -> FindingWords:
    return FindingWords.load(templates_folder())
