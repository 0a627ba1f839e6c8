"""The checks that the program runs on its own pages: each finds its seeded fault, and good pages have none."""

import ast
import dataclasses
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.own_picture import OwnPicture, OwnPictureId, PictureKind
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.minutes import page_checks
from coprod_desktop.minutes.blocks import Block, BlockRole, MinutesContent
from coprod_desktop.minutes.easy_read import render_easy_read
from coprod_desktop.minutes.large_print import render_large_print
from coprod_desktop.minutes.page_checks.checking import PAGE_CHECKS, PrintedAs, check_pages
from coprod_desktop.minutes.page_checks.finding_words import FindingWords
from coprod_desktop.minutes.pictures import Pictures
from coprod_desktop.paths import templates_folder
from coprod_desktop.words.findings import Finding
from tests.minutes import breakages as broken
from tests.minutes.breakages import BREAKAGES, rewrite, spoilt
from tests.minutes.page_geometry import read_pages
from tests.minutes.printing import HOSTILE, block, chapter, content, fonts, needs_chinese, pictures, styles
from tests.minutes.sample_content import sample_content

EASY, LARGE = MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT
WORDS = FindingWords.load(templates_folder())
Change = Callable[[MinutesContent], MinutesContent]


def _same(content: MinutesContent) -> MinutesContent:
    return content


@dataclass(frozen=True)
class Pages:
    """What is printed, how, and as what it is judged; the parts that a test does not name are good."""

    content: MinutesContent
    format: MinutesFormat = EASY
    size: float = 0.0
    style: tuple[tuple[str, Any], ...] = ()
    wishes: tuple[tuple[str, Any], ...] = ()
    judged_as: tuple[tuple[str, Any], ...] = ()
    told: Change = _same
    spoil: Callable[[pikepdf.Pdf], None] | None = None

    def findings(self) -> tuple[Finding, ...]:
        size = self.size or (16.0 if self.format is EASY else 18.0)
        data = _printed(self.content, self.format, size, self.style, self.wishes)
        if self.spoil:
            data = spoilt(data, self.spoil)
        usual: dict[str, Any] = {"format": self.format, "size_pt": size}
        return check_pages(data, self.told(self.content), PrintedAs(**usual | dict(self.judged_as)), WORDS)


def _printed(
    content: MinutesContent,
    format: MinutesFormat,
    size: float,
    style: tuple[tuple[str, Any], ...],
    wishes: tuple[tuple[str, Any], ...],
) -> bytes:
    if format is EASY:
        own = dataclasses.replace(styles(), easy_read=replace(styles().easy_read, **dict(style)))
        made = render_easy_read(content, fonts=fonts(), pictures=pictures(), styles=own, size_pt=size, **dict(wishes))
    else:
        own = dataclasses.replace(styles(), large_print=replace(styles().large_print, **dict(style)))
        made = render_large_print(content, fonts=fonts(), styles=own, size_pt=size, **dict(wishes))
    return made.data


# Good contents


def _decision(*, leave_out: tuple[BlockRole, ...] = (), is_draft: bool = True) -> tuple[Block, ...]:
    roles = (
        (BlockRole.DECISION, "We agreed", "We will plant beans."),
        (BlockRole.PROPOSER, "Idea from", "Amina Yusuf."),
        (BlockRole.OWNER, "Who will do it", "Eduardo Ramos will do this."),
        (BlockRole.DUE, "By when", "By Tuesday 8 December 2026."),
        (BlockRole.HOW_DECIDED, "How we decided", "We showed thumbs."),
    )
    blocks = [block(words, label=label, role=role, ref="d1") for role, label, words in roles if role not in leave_out]
    asked = block(label="Is this right?", role=BlockRole.QUESTION, ref="d1", answers=("Yes", "No", "Talk to me"))
    return (*blocks, asked) if is_draft and BlockRole.QUESTION not in leave_out else tuple(blocks)


def _minutes(*blocks: Block, **parts: Any) -> MinutesContent:
    listed = block("2 people came.", label="Who came", items=("Amina Yusuf", "Eduardo Ramos"))
    more = tuple(block(f"This is line number {one}.") for one in range(6))
    return content(
        chapter("Who came", listed, number="1"),
        chapter("Beans", *(blocks or _decision()), number="2"),
        chapter("Other things", *more, number="3"),
        chapter("Who to ask", block("Ask Jo at the library.", picture="phone"), number="4"),
        **{"protected": ("Amina Yusuf", "Eduardo Ramos", "Tuesday 8 December 2026")} | parts,
    )


GOOD = _minutes(draft_words="Not finished. Please check it.")
LONG = "We will ask the council for a bench and a light at every bus stop that people of the town use in the winter."


@pytest.mark.parametrize("size", [14.0, 16.0, 18.0, 20.0, 24.0, 28.0])
@pytest.mark.parametrize("format", [EASY, LARGE])
def test_good_pages_have_no_finding_that_takes_away_ready_to_print(format: MinutesFormat, size: float) -> None:
    assert [one for one in Pages(GOOD, format, size).findings() if one.is_blocking] == []


def test_good_pages_of_the_usual_size_have_no_finding_at_all() -> None:
    assert Pages(GOOD).findings() == ()
    assert Pages(GOOD, LARGE).findings() == ()
    assert Pages(GOOD, wishes=(("with_pictures", False),), judged_as=(("with_pictures", False),)).findings() == ()
    assert Pages(GOOD, LARGE, wishes=(("bound", True),), judged_as=(("is_bound", True),)).findings() == ()
    assert Pages(GOOD, LARGE, wishes=(("line_spacing", 1.5),), judged_as=(("line_spacing", 1.5),)).findings() == ()


# Ways to make bad pages that are not among the breakages of the gates


def _italic(pdf: pikepdf.Pdf) -> None:
    for font in broken.fonts_of(pdf):
        font.FontDescriptor.ItalicAngle = -12


def _other_font(pdf: pikepdf.Pdf) -> None:
    for font in broken.fonts_of(pdf):
        font.BaseFont = font.FontDescriptor.FontName = pikepdf.Name("/ABCDEF+Curly-Regular")


def _drawn(orders: str) -> Callable[[pikepdf.Pdf], None]:
    """Something more is drawn on the second page, as decoration."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[1]
        more = f"\nq /Artifact <</Type /Layout>> BDC {orders} EMC Q\n".encode()
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + more)

    return spoil


def _place_of_words(pdf: pikepdf.Pdf) -> tuple[float, float]:
    """Where the first words of the second page stand."""
    for step in pikepdf.parse_content_stream(pdf.pages[1]):
        if str(step.operator) == "Tm" and float(step.operands[5]) < 700:
            return float(step.operands[4]), float(step.operands[5])
    raise ValueError("no words")


def _underlined(pdf: pikepdf.Pdf) -> None:
    x, y = _place_of_words(pdf)
    _drawn(f"1 w {x} {y - 2} m {x + 150} {y - 2} l S")(pdf)


def _tinted(pdf: pikepdf.Pdf) -> None:
    x, y = _place_of_words(pdf)
    _drawn(f"0.9 g {x - 4} {y - 6} 200 30 re f")(pdf)


def _words_set(change: Callable[[list[Any]], list[Any]]) -> Callable[[pikepdf.Pdf], None]:
    """The first words in a tag of the second page are set with another matrix."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        def changed(steps: list[tuple[list[Any], str]]) -> None:
            inside = False
            for place, (operands, order) in enumerate(steps):
                inside = inside or (order == "BDC" and str(operands[0]) == "/P")
                if inside and order == "Tm":
                    steps[place] = (change(list(operands)), "Tm")
                    return

        rewrite(pdf, pdf.pages[1], changed)

    return spoil


def _second_lines_moved(pdf: pikepdf.Pdf) -> None:
    def changed(steps: list[tuple[list[Any], str]]) -> list[tuple[list[Any], str]]:
        return [([14, -24], "Td") if order == "T*" else (operands, order) for operands, order in steps]

    for page in pdf.pages:
        rewrite(pdf, page, changed)


def _words_in_a_picture(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for name, form in dict(page.Resources.get("/XObject", {})).items():
            if "calendar" in name:
                form.write(re.sub(rb"\([^)]*\) Tj", b"(June) Tj", form.read_bytes()))


def _last_words_are_a_heading(pdf: pikepdf.Pdf) -> None:
    """The last paragraph of a page is tagged as a heading."""
    pages = [one.objgen for one in pdf.pages]
    last: dict[int, Any] = {}
    for one in broken.plain(pdf):
        last[pages.index(one.Pg.objgen)] = one
    last[sorted(last)[-2]].S = pikepdf.Name("/H2")


def _blank_page(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page(page_size=(595.28, 841.89))


def _address_link(pdf: pikepdf.Pdf) -> None:
    link = next(note for page in pdf.pages for note in page.get("/Annots", []))
    del link["/Dest"]
    link.A = pikepdf.Dictionary(S=pikepdf.Name("/URI"), URI=pikepdf.String("https://example.org/hidden"))


def _split_at_the_line_end(content: MinutesContent) -> MinutesContent:
    """The minutes say one word where the page ends a line and begins the next."""
    lines = [run.text.strip() for run in read_pages(_printed(content, EASY, 16.0, (), ())).body]
    return _with_long(content, LONG.replace(*_joined(next(line for line in lines if LONG.startswith(line)))))


def _joined(line: str) -> tuple[str, str]:
    """The end of a line with the word after it, with and without the space between them."""
    last, first = line.split()[-1], LONG.removeprefix(line).split()[0]
    return f"{last} {first}", f"{last}{first}"


def _with_long(content: MinutesContent, words: str) -> MinutesContent:
    def changed(one: Block) -> Block:
        return replace(one, sentences=tuple(words if line == LONG else line for line in one.sentences))

    return _blocks_changed(content, changed)


def _joined_blocks(content: MinutesContent) -> MinutesContent:
    """All blocks of "Other things" are one: on paper they stand on more than one page."""
    *first, other, last = content.sections
    words = tuple(line for one in other.blocks for line in one.sentences)
    return replace(content, sections=(*first, replace(other, blocks=(block(*words),)), last))


def _all_of_one_ref(content: MinutesContent) -> MinutesContent:
    *first, other, last = content.sections
    blocks = tuple(replace(one, ref="d9") for one in other.blocks)
    return replace(content, sections=(*first, replace(other, blocks=blocks), last))


def _without_continuing(content: MinutesContent) -> MinutesContent:
    return _blocks_changed(content, lambda one: replace(one, continues=False))


def _many(count: int) -> MinutesContent:
    return _minutes(*(block(f"This is sentence {one}.") for one in range(count)))


def _ordered(*places: int) -> tuple[Block, ...]:
    blocks = _decision(is_draft=False)
    return tuple(blocks[place] for place in places)


def _blocks_changed(content: MinutesContent, change: Callable[[Block], Block]) -> MinutesContent:
    sections = tuple(replace(one, blocks=tuple(map(change, one.blocks))) for one in content.sections)
    return replace(content, sections=sections)


def _as_two_sentences(content: MinutesContent) -> MinutesContent:
    two = ("We plant beans.", "We plant peas.")
    return _blocks_changed(
        content, lambda one: replace(one, sentences=two if " ".join(two) in one.sentences else one.sentences)
    )


def _label_as_sentence(content: MinutesContent) -> MinutesContent:
    return _blocks_changed(content, lambda one: block(one.label) if one.label == _BOLD else one)


def _without_signs(content: MinutesContent) -> MinutesContent:
    def changed(one: Block) -> Block:
        return replace(one, sentences=tuple(line.replace("\u25a0 ", "") for line in one.sentences))

    return _blocks_changed(content, changed)


_BOLD = "All of this is bold"
_TWO_IN_ONE = _minutes(block("We plant beans. We plant peas."))
_CO_PRODUCED = _minutes(block("We use co-production."), bold_terms=("co-production",))
_ON_MONDAY = _minutes(block("On Monday.", picture="calendar page 9"))
_CONTINUED = _minutes(block("One."), block("Two.", continues=True))
_NOT_EASY_READ = (("format", EASY), ("with_pictures", False))
_WIDE = (("most_letters_in_a_line", 200), ("clear_print_margin_mm", 10))
_EQUAL = " ".join(["mmmmmmmm"] * 30)
_HELD = _minutes(block(LONG, label="We agreed"))
_BREAK = {one.name: one.spoil for one in BREAKAGES}


def _spoilt(name: str) -> Pages:
    return Pages(GOOD, spoil=_BREAK[name])


def _large(name: str) -> Pages:
    return Pages(GOOD, LARGE, spoil=_BREAK[name])


SEEDED: tuple[tuple[str, str, Pages], ...] = (
    ("ER-01", "too_small", Pages(GOOD, size=12, style=(("smallest_size_pt", 12),))),
    ("ER-01", "not_the_size_asked_for", Pages(GOOD, judged_as=(("size_pt", 20.0),))),
    ("ER-02", "font_not_allowed", Pages(GOOD, spoil=_other_font)),
    ("ER-03", "italics", Pages(GOOD, spoil=_italic)),
    ("ER-03", "underlined", Pages(GOOD, spoil=_underlined)),
    ("ER-04", "bold_words", Pages(_CO_PRODUCED, told=lambda one: replace(one, bold_terms=()))),
    ("ER-05", "line_spacing", Pages(_HELD, style=(("leading", 1.2),))),
    ("ER-06", "turned_words", Pages(GOOD, spoil=_words_set(lambda at: [0, 1, -1, 0, *at[4:]]))),
    ("ER-06", "lines_start_unevenly", Pages(_HELD, spoil=_second_lines_moved)),
    ("ER-06", "justified", Pages(_minutes(block(_EQUAL)))),
    ("ER-07", "split", Pages(_HELD, told=_split_at_the_line_end)),
    ("ER-07", "split", Pages(_HELD, told=lambda one: replace(one, protected=tuple(_pairs(LONG))))),
    ("ER-10", "many_lines", Pages(_minutes(block(f"{LONG[:-1]} and in the summer and every day of the year.")))),
    ("ER-10", "sentences_in_one_line", Pages(_TWO_IN_ONE, told=_as_two_sentences)),
    ("ER-11", "long_paragraph", Pages(_minutes(block(f"{LONG[:-1]} and {LONG[:-1]} and {LONG}")))),
    ("ER-25", "no_picture", Pages(GOOD, wishes=(("with_pictures", False),))),
    ("ER-25", "picture_not_left", Pages(GOOD, style=(("picture_gap_mm", -45),))),
    ("ER-25", "behind_words", Pages(GOOD, style=(("picture_gap_mm", -45),))),
    ("ER-26", "picture_size", Pages(GOOD, style=(("picture_mm", 30),))),
    ("ER-26", "words_in_picture", Pages(_ON_MONDAY, spoil=_words_in_a_picture)),
    ("ER-27", "picture_not_wanted", Pages(GOOD, judged_as=(("with_pictures", False),))),
    ("ER-27", "not_full_width", Pages(GOOD, judged_as=(("with_pictures", False),))),
    ("ER-28", "not_a4", Pages(GOOD, style=(("page_height_mm", 280),))),
    ("ER-28", "margin_too_narrow", Pages(GOOD, style=(("margin_mm", 15),))),
    ("ER-28", "column_width", Pages(GOOD, style=(("picture_gap_mm", 40),))),
    ("ER-29", "block_over_two_pages", Pages(GOOD, told=_joined_blocks)),
    ("ER-29", "heading_alone", Pages(GOOD, spoil=_last_words_are_a_heading)),
    (
        "ER-29",
        "chapter_begins_late",
        Pages(_minutes(*_decision(), *(block(LONG),) * 2), LARGE, judged_as=_NOT_EASY_READ),
    ),
    ("ER-30", "too_many_pages", Pages(_many(140))),
    ("ER-30", "many_pages", Pages(_many(92))),
    ("ER-30", "more_pages_than_the_aim", Pages(_many(44))),
    ("ER-31", "no_page_number", Pages(GOOD, told=lambda one: replace(one, page_word="Side"))),
    ("ER-31", "no_contents_list", Pages(GOOD, style=(("contents_from_pages", 99),))),
    ("ER-31", "no_contact_on_last_page", Pages(GOOD, spoil=_blank_page)),
    ("ER-31", "no_title_on_first_page", Pages(GOOD, told=lambda one: replace(one, title="Beans for all"))),
    ("ER-32", "pale_words", Pages(GOOD, judged_as=(("paper_colour", "#666666"),))),
    ("ER-33", "no_idea_from", Pages(_minutes(*_decision(leave_out=(BlockRole.PROPOSER,))))),
    ("ER-33", "no_owner_and_no_reason", Pages(_minutes(*_decision(leave_out=(BlockRole.OWNER,))))),
    ("ER-33", "no_how_decided", Pages(_minutes(*_decision(leave_out=(BlockRole.HOW_DECIDED,))))),
    ("ER-33", "decision_out_of_order", Pages(_minutes(*_ordered(0, 1, 4, 2, 3)))),
    ("ER-34", "no_draft_words", Pages(GOOD, told=lambda one: replace(one, draft_words="Please wait for the readers"))),
    ("ER-38", "no_question", Pages(_minutes(*_decision(is_draft=False), draft_words="Not finished."))),
    ("LP-01", "size_not_offered", Pages(GOOD, LARGE, judged_as=(("size_pt", 60.0),))),
    ("LP-01", "not_large_print", Pages(replace(GOOD, title="Large print minutes"), LARGE, 14.0)),
    ("LP-03", "too_small", Pages(GOOD, LARGE, judged_as=(("size_pt", 24.0),))),
    ("LP-04", "heading_size", Pages(GOOD, LARGE, style=(("title_ratio", 2.0),))),
    ("LP-05", "line_spacing", Pages(_HELD, LARGE, judged_as=(("line_spacing", 2.0),))),
    ("LP-06", "no_blank_line", Pages(_CONTINUED, LARGE, told=_without_continuing)),
    ("LP-07", "bold_words", Pages(_minutes(block(label=_BOLD)), LARGE, told=_label_as_sentence)),
    ("LP-08", "italics", Pages(GOOD, LARGE, spoil=_italic)),
    ("LP-08", "font_not_allowed", Pages(GOOD, LARGE, spoil=_other_font)),
    ("LP-08", "turned_words", Pages(GOOD, LARGE, spoil=_words_set(lambda at: [0, 1, -1, 0, *at[4:]]))),
    ("LP-08", "split", Pages(_HELD, LARGE, told=lambda one: replace(one, protected=tuple(_pairs(LONG))))),
    ("LP-09", "line_too_long", Pages(_HELD, LARGE, 12, style=_WIDE)),
    ("LP-09", "margin_too_narrow", Pages(_HELD, LARGE, 12, style=(("clear_print_margin_mm", 25),))),
    ("LP-10", "not_a4", Pages(GOOD, LARGE, style=(("page_height_mm", 250),))),
    ("LP-10", "made_larger", Pages(GOOD, LARGE, spoil=_words_set(lambda at: [1.3, 0, 0, 1.3, *at[4:]]))),
    ("LP-12", "picture_left_in_large_print", Pages(GOOD, judged_as=(("format", LARGE),))),
    ("LP-13", "no_contents_list", Pages(_many(60), LARGE, style=(("contents_from_pages", 99),))),
    ("LP-14", "decision_over_two_pages", Pages(GOOD, LARGE, told=_all_of_one_ref)),
    ("LP-15", "pale_words", Pages(GOOD, LARGE, judged_as=(("paper_colour", "#777777"),))),
    ("LP-15", "behind_words", Pages(GOOD, LARGE, spoil=_tinted)),
    ("LP-17", "margin_too_narrow", Pages(GOOD, LARGE, judged_as=(("is_bound", True),))),
    ("PDF-01", "not_marked_as_tagged", _spoilt("no mark info")),
    ("PDF-01", "not_marked_as_tagged", _large("suspects is true")),
    ("PDF-02", "no_document_tag", _spoilt("no tree")),
    ("PDF-02", "no_parent_tree", _spoilt("no parent tree")),
    ("PDF-02", "page_without_way_back", _spoilt("page without way back")),
    ("PDF-02", "wrong_way_back", _spoilt("parent tree leads elsewhere")),
    ("PDF-02", "mark_in_two_tags", _spoilt("a mark in two tags")),
    ("PDF-02", "mark_in_no_tag", _spoilt("tags dropped")),
    ("PDF-02", "tag_without_mark", _spoilt("a mark that is not there")),
    ("PDF-03", "drawn_in_no_tag", _spoilt("mark taken away")),
    ("PDF-03", "mark_inside_a_mark", _spoilt("words inside decoration")),
    ("PDF-03", "mark_inside_a_mark", _large("decoration inside words")),
    ("PDF-03", "mark_not_ended", _spoilt("one end too many")),
    ("PDF-03", "mark_not_ended", _large("one end too few")),
    ("PDF-04", "words_missing", _spoilt("a word is another")),
    ("PDF-04", "words_missing", _spoilt("two tags swapped")),
    ("PDF-04", "words_run_together", Pages(_HELD, spoil=_BREAK["spaces at line ends lost"])),
    ("PDF-04", "words_nobody_said", Pages(GOOD, told=lambda one: replace(one, record_number=""))),
    ("PDF-05", "unknown_tag", _spoilt("unknown tag")),
    ("PDF-06", "no_h1_first", _spoilt("no H1 first")),
    ("PDF-06", "level_left_out", _spoilt("heading level left out")),
    ("PDF-06", "heading_is_no_heading", _spoilt("all headings are paragraphs")),
    ("PDF-07", "list_badly_made", _spoilt("list body missing")),
    ("PDF-07", "list_badly_made", _large("paragraph in a list")),
    ("PDF-08", "table_badly_made", _spoilt("blocks become a table")),
    ("PDF-09", "picture_without_words", _spoilt("picture without words")),
    ("PDF-09", "picture_words_are_a_file", _spoilt("picture words are a file name")),
    ("PDF-09", "picture_words_too_long", Pages(GOOD, spoil=broken.with_alt("A hand. " * 20))),
    ("PDF-10", "words_in_no_tag", _spoilt("words become decoration")),
    ("PDF-10", "words_as_decoration", Pages(GOOD, spoil=_drawn("BT /F1 16 Tf 1 0 0 1 100 400 Tm (Hi) Tj ET"))),
    ("PDF-11", "wrong_language", _spoilt("another language")),
    ("PDF-12", "title_is_a_file", _spoilt("title is a file name")),
    ("PDF-12", "two_titles", _spoilt("no title in the metadata")),
    ("PDF-12", "title_not_shown", _spoilt("title is not shown")),
    ("PDF-13", "no_metadata", _spoilt("no metadata")),
    ("PDF-13", "no_metadata", _spoilt("no pdfuaid")),
    ("PDF-14", "font_not_inside", _spoilt("font not inside")),
    ("PDF-14", "letters_spelt_out", Pages(_minutes(block("Ask राम.")))),
    ("PDF-14", "letters_spelt_out", Pages(_minutes(title="Talk with राम"), LARGE)),
    ("PDF-15", "letters_without_meaning", _spoilt("no letters for codes")),
    ("PDF-15", "letters_without_meaning", _spoilt("code that means U+0000")),
    ("PDF-15", "letters_without_meaning", _large("code with five digits")),
    ("PDF-16", "box_is_a_letter", Pages(_minutes(block("\u25a0 Yes, we do.")), told=_without_signs)),
    ("PDF-17", "no_bookmarks", _spoilt("no bookmarks")),
    ("PDF-17", "bookmarks_differ", _spoilt("renamed bookmark")),
    ("PDF-18", "no_tab_order", _spoilt("no tab order")),
    ("PDF-18", "link_in_no_tag", _spoilt("link not in its tag")),
    ("PDF-18", "link_without_words", _spoilt("link without words")),
    ("PDF-18", "address_not_printed", Pages(GOOD, spoil=_address_link)),
    ("PDF-19", "locked", _spoilt("locked")),
    ("PDF-20", "page_without_words", Pages(GOOD, spoil=_blank_page)),
)  # fmt: skip


def _pairs(words: str) -> list[str]:
    each = words.rstrip(".").split()
    return [" ".join(pair) for pair in zip(each, each[1:], strict=False)]


@cache
def _messages() -> dict[str, str]:
    import json

    reasons = json.loads((templates_folder() / "page_finding_words.en.json").read_text("utf-8"))["reasons"]
    return {key: words["message"] for key, words in reasons.items()}


def _is_about(finding: Finding, rule: str, key: str) -> bool:
    pattern = re.sub(r"\\\{\w+\\\}", "(?:.|\n)*", re.escape(_messages()[key]))
    return finding.rule == rule and re.fullmatch(pattern, finding.message) is not None


@pytest.mark.parametrize(
    ("rule", "key", "pages"), SEEDED, ids=[f"{rule} {key} {at}" for at, (rule, key, _) in enumerate(SEEDED)]
)
def test_a_seeded_fault_is_found(rule: str, key: str, pages: Pages) -> None:
    found = pages.findings()

    assert any(_is_about(one, rule, key) for one in found), sorted({(one.rule, one.message) for one in found})


def test_every_rule_that_pages_can_break_has_a_seeded_fault() -> None:
    others = {"LP-11"}  # minutes have no tables: judged below
    assert {rule for rule, _, _ in SEEDED} | others == set(PAGE_CHECKS)


@pytest.mark.parametrize(("dots", "is_sharp"), [(120, False), (600, True)])
def test_a_photo_must_have_enough_dots(dots: int, is_sharp: bool) -> None:
    file = io.BytesIO()
    Image.new("RGB", (dots, dots), "grey").save(file, "JPEG")
    photo = OwnPicture(
        id=OwnPictureId("p1"),
        group_id=GroupId("g1"),
        kind=PictureKind.PHOTO,
        word="garden",
        alt="The garden.",
        data=file.getvalue(),
    )
    minutes = _minutes(block("We meet in the garden.", picture=photo.picture_word))
    own = Pictures(templates_folder(), (photo,))
    data = render_easy_read(minutes, fonts=fonts(), pictures=own, styles=styles()).data
    found = check_pages(data, minutes, PrintedAs(format=EASY, size_pt=16), WORDS)

    assert any(_is_about(one, "ER-26", "picture_not_sharp") for one in found) is not is_sharp
    assert [one for one in found if one.rule != "ER-26"] == []


def test_a_table_in_large_print_is_found() -> None:
    from tests.minutes.test_gates import BASES

    found = check_pages(BASES["table"][0](), content(title="Where we meet"), PrintedAs(format=LARGE, size_pt=16), WORDS)

    assert any(_is_about(one, "LP-11", "table_in_large_print") for one in found)
    assert not any(one.rule == "PDF-08" for one in found)


def test_a_file_that_cannot_be_read_gives_one_finding() -> None:
    for data in (b"", b"no pdf at all", b"%PDF-1.7\nbroken", _printed(GOOD, EASY, 16, (), ())[:3000]):
        found = check_pages(data, GOOD, PrintedAs(format=EASY, size_pt=16), WORDS)
        assert [(one.rule, one.is_blocking) for one in found] == [("PDF-02", True)]


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda one: one.name)
def test_a_broken_file_is_never_ready_to_print_and_never_stops_the_check(breakage: broken.Breakage) -> None:
    if breakage.base != "minutes":
        return
    unjudged = {"wrong widths", "tag without parent"}
    found = Pages(GOOD, spoil=breakage.spoil).findings()

    assert any(one.is_blocking for one in found) or breakage.name in unjudged


def test_there_is_one_finding_for_each_place() -> None:
    found = Pages(GOOD, size=12, style=(("smallest_size_pt", 12), ("margin_mm", 15))).findings()
    small = [one for one in found if one.rule == "ER-01"]

    assert [one.page for one in small] == sorted({one.page for one in small})
    assert [one.place for one in small] == [f"Page {one.page}" for one in small]
    assert len({(one.rule, one.place, one.message, one.text) for one in found}) == len(found)


def test_findings_say_why_and_how_to_mend_it_in_short_plain_sentences() -> None:
    import json

    reasons = json.loads((templates_folder() / "page_finding_words.en.json").read_text("utf-8"))["reasons"]
    for key, words in reasons.items():
        assert set(words) == {"message", "mend"}, key
        for text in words.values():
            assert text.strip()
            assert not re.search(r"\w'\w", text), key
            assert max(len(one.split()) for one in re.split(r"(?<=[.?!])\s", text)) <= 15, key


def test_every_reason_has_words_and_no_words_are_left_over() -> None:
    constants: set[str] = set()
    for file in Path(page_checks.__path__[0]).glob("*.py"):
        constants |= {
            one.value
            for one in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(one, ast.Constant) and isinstance(one.value, str)
        }

    assert WORDS.keys <= constants
    assert {key for _, key, _ in SEEDED} <= WORDS.keys


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("format", [EASY, LARGE])
def test_hostile_words_never_stop_the_check(format: MinutesFormat, text: str) -> None:
    parts = block(text, label=text, items=(text,), answers=(text,), alt=text, picture=text)
    whole = content(
        chapter(text, parts, number=text, ref=text), title=text, group_name=text, protected=(text,), cover=(parts,)
    )

    found = Pages(whole, format).findings()

    assert not any(one.rule in ("PDF-02", "PDF-03", "PDF-15") for one in found)


def test_the_sample_blocks_are_told_without_a_word_missing() -> None:
    for format in (EASY, LARGE):
        assert not [one for one in Pages(sample_content(), format).findings() if one.rule.startswith("PDF")]


def test_the_work_of_a_check_grows_with_the_pages_and_not_with_their_square() -> None:
    few, many = Pages(_many(20)), Pages(_many(80))

    assert _steps(many) < 6 * _steps(few)


def _steps(pages: Pages) -> int:
    import sys

    data = _printed(pages.content, EASY, 16.0, (), ())
    counted = 0

    def count(*_: Any) -> None:
        nonlocal counted
        counted += 1

    sys.setprofile(count)
    try:
        check_pages(data, pages.content, PrintedAs(format=EASY, size_pt=16), WORDS)
    finally:
        sys.setprofile(None)
    return counted


@needs_chinese
@pytest.mark.parametrize("format", [EASY, LARGE])
def test_a_font_of_the_computer_is_good_for_letters_that_no_other_font_has(format: MinutesFormat) -> None:
    said = _minutes(block("Ask 王小明 and さくら (at the library).", label="王小明"), title="Talk with 王小明 😀")

    assert Pages(said, format).findings() == ()


@pytest.mark.parametrize("format", [EASY, LARGE])
@pytest.mark.parametrize(
    "words",
    [
        *("राम कुमार", "김철수 ok", "\ue000 x", "✓ Yes, ✓✗ no", "Ṣọlá e\u0301\u0323\u0330", "«דוד» €5 פ״ת"),
        *("½ kg", "مُحَمَّد", "می\u200cخواهم", "👍🏽 👨\u200d👩\u200d👧 ❤️", "Ȟ ẟ ﬁ"),
    ],
)
def test_letters_that_no_font_has_are_told_once_a_word_and_nothing_else_is(format: MinutesFormat, words: str) -> None:
    said = _minutes(block(f"Ask {words} (a) now.", f"Then ask {words}.", label=words), title=f"Talk with {words}")
    wishes = {"pictures": pictures()} if format is EASY else {}
    kind: Any = render_easy_read if format is EASY else render_large_print
    replaced = kind(said, fonts=fonts(), styles=styles(), **wishes).replaced
    found = [one for one in Pages(said, format).findings() if one.is_blocking]

    assert {one.rule for one in found} <= {"PDF-14"}
    assert len({one.text for one in found}) == len(found)
    assert {letter for one in found for letter in one.text} >= replaced
    assert bool(found) is bool(replaced)
    assert all(one.mend == "Write the name in other letters too." for one in found)


def test_letters_that_are_printed_in_a_plainer_form_are_not_told() -> None:
    assert [one for one in Pages(_minutes(block("Ask 𝐀my for 2 ㎡."))).findings() if one.rule == "PDF-14"] == []
