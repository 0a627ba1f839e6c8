"""The tags that a screen reader follows: all there, in order, well made (PDF-02 to PDF-09, PDF-16, PDF-20)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from coprod_desktop.minutes.page_checks.case import Case, Found
from coprod_desktop.minutes.page_checks.printed_document import HEADINGS
from coprod_desktop.minutes.page_checks.told_blocks import all_blocks, plain_letters, words_of
from coprod_desktop.minutes.page_mentions import heading_words

_STANDARD = frozenset(
    (
        *("Document", "Sect", "H1", "H2", "H3", "P", "Span", "Link", "Reference", "Figure"),
        *("L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "TOC", "TOCI"),
    )
)
_ONLY_IN = {"LI": ("L",), "Lbl": ("LI",), "LBody": ("LI",), "TOCI": ("TOC",), "TR": ("Table",), "TD": ("TR",)}
_ONLY_IN |= {"TH": ("TR",)}
_LONGEST_ALT = 125
_FILE_NAME = re.compile(r"^\S+\.(?:svg|png|jpe?g|gif|pdf|webp)$", re.IGNORECASE)
_BOX_SIGNS = frozenset("\u2610\u2611\u2612\u2713\u2714\u2717\u2718\u25a0\u25a1\u25fb\u25fc\u2705\u274c")
_LANGUAGE = re.compile(r"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$")


def tag_tree(case: Case) -> Iterator[Found]:
    """One Document tag, a way back from every mark, every mark once (PDF-02)."""
    tree, facts = case.document.tree, case.document.facts
    if not facts.has_tree or [tag.name for tag in tree.top] != ["Document"]:
        yield Found("PDF-02", "no_document_tag")
    if not facts.has_parent_tree:
        yield Found("PDF-02", "no_parent_tree")
    if tree.goes_round:
        yield Found("PDF-02", "tags_go_round")
    for page in tree.pages_without_way:
        yield Found("PDF-02", "page_without_way_back", page)
    for page in sorted(set(tree.wrong_ways_back)):
        yield Found("PDF-02", "wrong_way_back", page)


def marks_in_tags(case: Case) -> Iterator[Found]:
    """Every mark on a page is in one tag, and every tag leads to marks that are there (PDF-02)."""
    tree = case.document.tree
    drawn = {(page, mark) for page, stream in enumerate(case.document.streams) for mark in stream.marks}
    for page in sorted({page for (page, _), times in tree.used.items() if times > 1}):
        yield Found("PDF-02", "mark_in_two_tags", page)
    for page in sorted({page for page, mark in drawn - set(tree.used)}):
        yield Found("PDF-02", "mark_in_no_tag", page)
    for page in sorted({page for page, mark in set(tree.used) - drawn}):
        yield Found("PDF-02", "tag_without_mark", page)


def everything_is_tagged(case: Case) -> Iterator[Found]:
    """All that is drawn is in a tag or marked as decoration, never both (PDF-03)."""
    for page, stream in enumerate(case.document.streams):
        if stream.untagged:
            yield Found("PDF-03", "drawn_in_no_tag", page)
        if stream.nested:
            yield Found("PDF-03", "mark_inside_a_mark", page)
        if stream.unbalanced:
            yield Found("PDF-03", "mark_not_ended", page)
        if len(stream.marks) != len(set(stream.marks)):
            yield Found("PDF-03", "number_used_twice", page)


def words_in_order(case: Case) -> Iterator[Found]:
    """Read out by its tags, the document says every word of the minutes, once and in order (PDF-04)."""
    for words, page in case.telling.missing:
        yield Found("PDF-04", "words_missing", page, text=words, values={"words": _short(words)})
    for passage in case.telling.extra:
        yield Found(
            "PDF-04", "words_nobody_said", passage.page, text=passage.text, values={"words": _short(passage.text)}
        )
    for passage in case.document.passages:
        for upper, lower in pairwise(passage.lines):
            if upper.page == lower.page and _runs_together(case, upper.text, lower.text):
                yield Found("PDF-04", "words_run_together", upper.page, text=passage.text)
                break


def standard_tags(case: Case) -> Iterator[Found]:
    """Only tags that every reader knows (PDF-05)."""
    for tag in case.document.tree.all():
        if tag.name not in _STANDARD:
            yield Found("PDF-05", "unknown_tag", tag.page, values={"name": tag.name})


def heading_levels(case: Case) -> Iterator[Found]:
    """H1 comes first, no level is left out, and the headings are those of the minutes (PDF-06)."""
    levels = [(int(tag.name[1]), tag) for tag in case.document.tree.all() if tag.name in HEADINGS]
    if not levels or levels[0][0] != 1:
        yield Found("PDF-06", "no_h1_first", 0)
    for (above, _), (below, tag) in pairwise(levels):
        if below > above + 1:
            yield Found("PDF-06", "level_left_out", tag.page, text=case.document.text_of(tag))
    for number, section in enumerate(case.content.sections):
        passage = case.telling.headings.get(number)
        if passage is not None and not passage.is_heading:
            words = heading_words(section)
            yield Found("PDF-06", "heading_is_no_heading", passage.page, text=words, values={"words": words})


def lists(case: Case) -> Iterator[Found]:
    """Lists hold entries, entries a label and a body (PDF-07)."""
    for tag in case.document.tree.all():
        parent = tag.parent.name if tag.parent else ""
        if tag.name in _ONLY_IN and tag.name not in ("TR", "TD", "TH") and parent not in _ONLY_IN[tag.name]:
            yield Found("PDF-07", "list_badly_made", tag.page)
        names = [kid.name for kid in tag.kids]
        if tag.name == "L" and (not names or set(names) != {"LI"}):
            yield Found("PDF-07", "list_badly_made", tag.page)
        if tag.name == "LI" and names.count("LBody") != 1:
            yield Found("PDF-07", "list_badly_made", tag.page)


def tables(case: Case) -> Iterator[Found]:
    """Tables are real: rows of equal length, headers with a scope; in large print there are none (PDF-08, LP-11)."""
    for tag in case.document.tree.all():
        if tag.name != "Table":
            continue
        rows = [one for one in tag.all() if one.name == "TR"]
        cells = [[kid for kid in row.kids if kid.name in ("TH", "TD")] for row in rows]
        heads = [cell for row in cells for cell in row if cell.name == "TH"]
        if not case.is_easy_read and max((len(row) for row in cells), default=0) > 2:
            yield Found("LP-11", "table_in_large_print", tag.page)
        if not rows or len({len(row) for row in cells}) > 1 or not heads or not all(head.scope for head in heads):
            yield Found("PDF-08", "table_badly_made", tag.page)


def pictures_have_words(case: Case) -> Iterator[Found]:
    """Every picture has one short sentence and says where it stands (PDF-09)."""
    for tag in case.document.tree.all():
        if tag.name != "Figure":
            continue
        alt = tag.alt.strip()
        if not alt:
            yield Found("PDF-09", "picture_without_words", tag.page)
        elif len(alt) > _LONGEST_ALT:
            yield Found("PDF-09", "picture_words_too_long", tag.page, text=alt, values={"letters": str(len(alt))})
        elif _FILE_NAME.match(alt):
            yield Found("PDF-09", "picture_words_are_a_file", tag.page, text=alt, values={"words": alt})
        if not tag.has_box:
            yield Found("PDF-09", "picture_without_place", tag.page, text=alt)
    with_picture = sum(told.picture is not None for told in case.printed_blocks)
    if case.is_easy_read and case.printed_as.with_pictures and with_picture < len(case.document.pictures):
        yield Found("PDF-09", "picture_of_nothing", is_blocking=False)


def boxes_are_drawn(case: Case) -> Iterator[Found]:
    """Ticks and boxes are drawn, not letters of a font (PDF-16), unless somebody wrote them."""
    own = {letter for block in all_blocks(case.content) for words in words_of(block) for letter in words}
    for run in case.document.marks.runs:
        signs = (_BOX_SIGNS & set(run.text)) - own
        if signs:
            yield Found("PDF-16", "box_is_a_letter", run.page, text=run.text.strip())


def languages(case: Case) -> Iterator[Found]:
    """The file names its language, and so does every passage in another one (PDF-11)."""
    wanted = case.content.language or "en-GB"
    found = case.document.facts.language
    if found != wanted:
        yield Found("PDF-11", "wrong_language", values={"found": found or "-", "wanted": wanted})
    for tag in case.document.tree.all():
        if tag.language and not _LANGUAGE.match(tag.language):
            yield Found("PDF-11", "unknown_language", tag.page, values={"found": tag.language})


def _runs_together(case: Case, upper: str, lower: str) -> bool:
    """Whether the end of a line and the start of the next would be read as one word that nobody wrote."""
    if not upper or not lower or upper[-1].isspace() or lower[0].isspace():
        return False
    joined = plain_letters(upper.split()[-1] + lower.split()[0])
    if " " not in upper.strip() or " " not in lower.strip():  # very large letters: one word may take three lines
        return not any(joined in word for word in case.words_of_content)
    return joined not in case.words_of_content


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else f"{words[:57]}..."
