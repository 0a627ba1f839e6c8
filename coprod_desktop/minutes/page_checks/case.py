"""What every page check is given, and what it says of a place that breaks a rule."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.page_checks.lost_letters import LostLetters, as_printed, lost_letters
from coprod_desktop.minutes.page_checks.printed_document import Passage, PrintedDocument
from coprod_desktop.minutes.page_checks.told_blocks import (
    Telling,
    ToldBlock,
    all_blocks,
    plain_letters,
    told_minutes,
    with_pictures,
    words_of,
)

LARGEST_WITH_ROOM_PT = 28.0
"""Above this, audio or plain text is better, and the choice is still the person's (LP-02)."""

WHOLE_FILE = -1
"""The page of what is true of all pages together."""


@dataclass(frozen=True, kw_only=True)
class PrintedAs:
    """How the pages were made. `size_pt` in points, `paper_colour` as #RRGGBB.

    `line_spacing` is in type sizes, 0 for the usual one of the format. `is_bound` pages have a wide left margin.
    """

    format: MinutesFormat
    size_pt: float
    paper_colour: str = "#FFFFFF"
    line_spacing: float = 0.0
    is_bound: bool = False
    with_pictures: bool = True

    @property
    def is_easy_read(self) -> bool:
        return self.format is MinutesFormat.EASY_READ


@dataclass(frozen=True)
class Found:
    """One place that breaks a rule: the key of its words, its page from 0, and what the words need to be filled in.

    `text` is what stands there, `ref` the id of the decision or idea it belongs to.
    """

    rule: str
    key: str
    page: int = WHOLE_FILE
    is_blocking: bool = True
    text: str = ""
    ref: str = ""
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """One document to judge: its bytes read back, the minutes it should tell, and how it was made."""

    document: PrintedDocument
    written: MinutesContent
    printed_as: PrintedAs

    @cached_property
    def lost(self) -> LostLetters:
        """The letters that no font had."""
        return lost_letters(self.written, self.document)

    @cached_property
    def content(self) -> MinutesContent:
        """The minutes with the words that the pages should show: letters that no font had are spelt out."""
        return as_printed(self.written, self.lost)

    @cached_property
    def telling(self) -> Telling:
        told = told_minutes(self.content, self.document.passages)
        with_pictures(told, self.document.tree.all())
        return told

    @property
    def size(self) -> float:
        return self.printed_as.size_pt

    @property
    def is_easy_read(self) -> bool:
        return self.printed_as.is_easy_read

    @property
    def has_room(self) -> bool:
        """False for letters so large that few words are left on a page: what is said of layout is then advice."""
        return self.size <= LARGEST_WITH_ROOM_PT

    def rule(self, easy_read: str, large_print: str) -> str:
        """The rule of this format."""
        return easy_read if self.is_easy_read else large_print

    @property
    def printed_blocks(self) -> Iterator[ToldBlock]:
        return (told for told in self.telling.blocks if told.passages)

    @cached_property
    def words_of_content(self) -> set[str]:
        """Every word of the minutes, in plain letters."""
        sections = [section.heading for section in self.content.sections]
        texts = [self.content.title, self.content.contents_heading, *sections]
        texts += [words for block in all_blocks(self.content) for words in words_of(block)]
        return {plain_letters(word) for text in texts for word in text.split()}

    @cached_property
    def plain_passages(self) -> list[Passage]:
        """Passages of running text, no headings."""
        return [one for one in self.document.passages if not one.is_heading]
