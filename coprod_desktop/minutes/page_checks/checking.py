"""Runs every page check on a finished PDF, one finding for each place; nothing heavy is loaded before it is asked."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.minutes.blocks import MinutesContent, without_pictures
from coprod_desktop.minutes.page_checks import (
    block_checks,
    decision_checks,
    file_checks,
    line_checks,
    paper_checks,
    picture_checks,
    tag_checks,
    type_checks,
)
from coprod_desktop.minutes.page_checks.case import Case, Found, PrintedAs
from coprod_desktop.minutes.page_checks.finding_words import FindingWords
from coprod_desktop.minutes.page_checks.printed_document import PrintedDocument
from coprod_desktop.words.findings import Finding

__all__ = ["PAGE_CHECKS", "PrintedAs", "check_pages"]

Check = Callable[[Case], Iterator[Found]]

_BOTH: Mapping[Check, tuple[str, ...]] = {
    type_checks.smallest_and_usual_size: ("ER-01", "LP-03"),
    type_checks.fonts_allowed: ("ER-02", "LP-08"),
    type_checks.no_italics_or_underlines: ("ER-03", "LP-08"),
    type_checks.bold_is_kept_for_labels: ("ER-04", "LP-07"),
    type_checks.line_spacing: ("ER-05", "LP-05"),
    type_checks.left_aligned_upright: ("ER-06", "LP-08"),
    line_checks.nothing_is_split: ("ER-07", "LP-08"),
    picture_checks.nothing_behind_words: ("ER-25", "LP-15"),
    paper_checks.paper_and_margins: ("ER-28", "LP-09", "LP-10", "LP-17"),
    block_checks.blocks_stay_whole: ("ER-29", "LP-14"),
    paper_checks.parts_that_must_be_there: ("ER-31", "LP-13"),
    paper_checks.contrast: ("ER-32", "LP-15"),
    decision_checks.lines_of_a_decision: ("ER-33",),
    paper_checks.draft_words: ("ER-34",),
    decision_checks.questions_in_a_draft: ("ER-38",),
    file_checks.catalogue: ("PDF-01",),
    tag_checks.tag_tree: ("PDF-02",),
    tag_checks.marks_in_tags: ("PDF-02",),
    tag_checks.everything_is_tagged: ("PDF-03",),
    tag_checks.words_in_order: ("PDF-04",),
    tag_checks.standard_tags: ("PDF-05",),
    tag_checks.heading_levels: ("PDF-06",),
    tag_checks.lists: ("PDF-07",),
    tag_checks.tables: ("PDF-08", "LP-11"),
    tag_checks.pictures_have_words: ("PDF-09",),
    paper_checks.running_words: ("PDF-10",),
    tag_checks.languages: ("PDF-11",),
    file_checks.title: ("PDF-12",),
    file_checks.metadata: ("PDF-13",),
    file_checks.fonts_inside: ("PDF-14",),
    file_checks.letters_are_shown: ("PDF-14",),
    file_checks.letters_have_meaning: ("PDF-15",),
    tag_checks.boxes_are_drawn: ("PDF-16",),
    file_checks.bookmarks: ("PDF-17",),
    file_checks.links: ("PDF-18",),
    file_checks.addresses_are_printed: ("PDF-18",),
    file_checks.open_to_all: ("PDF-19",),
    picture_checks.words_are_text: ("PDF-20",),
}
_EASY_READ: Mapping[Check, tuple[str, ...]] = {
    line_checks.lines_of_a_sentence: ("ER-10",),
    line_checks.paragraphs_are_short: ("ER-11",),
    picture_checks.picture_left_of_words: ("ER-25",),
    picture_checks.size_of_pictures: ("ER-26",),
    picture_checks.words_without_pictures: ("ER-27",),
    block_checks.number_of_pages: ("ER-30",),
}
_LARGE_PRINT: Mapping[Check, tuple[str, ...]] = {
    type_checks.size_is_offered: ("LP-01",),
    type_checks.sizes_of_headings: ("LP-04",),
    line_checks.gaps_between_paragraphs: ("LP-06",),
    type_checks.length_of_lines: ("LP-09",),
    picture_checks.pictures_do_not_shift_words: ("LP-12",),
}


def _by_rule() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for checks in (_BOTH, _EASY_READ, _LARGE_PRINT):
        for check, rules in checks.items():
            for rule in rules:
                found[rule] = (*found.get(rule, ()), check.__name__)
    return found


PAGE_CHECKS: Mapping[str, tuple[str, ...]] = MappingProxyType(_by_rule())
"""For each rule that pages can break, the names of the checks that judge it."""


def check_pages(
    data: bytes, content: MinutesContent, printed_as: PrintedAs, words: FindingWords
) -> tuple[Finding, ...]:
    """All findings of a finished PDF in page order, one for each place and kind.

    `content` is what was rendered. Bytes that cannot be read give one finding, never an exception.
    """
    try:
        has_pictures = printed_as.format is MinutesFormat.EASY_READ and printed_as.with_pictures
        told = content if has_pictures else without_pictures(content)
        case = Case(PrintedDocument.read(data), told, printed_as)
        found = list(_found(case))
    except _faults() as fault:
        found = [Found("PDF-02", "unreadable", values={"fault": type(fault).__name__})]
    first = {(one.rule, one.page, one.key, _of_one_place(one)): one for one in reversed(found)}
    ordered = sorted(first.values(), key=lambda one: (one.page, one.rule, one.text))
    return tuple(words.finding(one) for one in ordered)


def _found(case: Case) -> Iterator[Found]:
    own = _EASY_READ if case.printed_as.format is MinutesFormat.EASY_READ else _LARGE_PRINT
    for check in (*_BOTH, *own):
        yield from check(case)


def _of_one_place(found: Found) -> str:
    """What tells two findings on one page apart: for most rules the page is the place."""
    return found.text if found.key in _PLACES_ARE_WORDS else ""


_PLACES_ARE_WORDS = frozenset(
    (
        "split", "split_for_want_of_room", "many_lines", "sentences_in_one_line", "long_paragraph", "no_picture",
        "no_idea_from", "no_owner_and_no_reason", "no_how_decided", "decision_out_of_order", "no_question",
        "words_missing", "words_nobody_said", "block_over_two_pages", "decision_over_two_pages", "heading_alone",
        "chapter_begins_late", "picture_without_words", "picture_words_too_long", "bold_words", "letters_spelt_out",
    )
)  # fmt: skip


def _faults() -> tuple[type[Exception], ...]:
    """What readers raise for files that are broken."""
    import pikepdf
    import pypdfium2

    return (
        pikepdf.PdfError, pypdfium2.PdfiumError, AttributeError, IndexError, KeyError, OSError, RecursionError,
        TypeError, ValueError,
    )  # fmt: skip
