"""Every letter and sheet for people, in every format: our page checks, both validators, and the same facts (PT-11)."""

import re
from functools import cache
from pathlib import Path

import page as page_validation
import pytest

from coprod_desktop.minutes.blocks import MinutesContent, without_pictures
from coprod_desktop.minutes.page_builder import PdfFile
from coprod_desktop.minutes.page_checks.printed_document import PrintedDocument
from coprod_desktop.minutes.page_checks.told_blocks import words_of
from coprod_desktop.minutes.plain_text import render_plain_text
from coprod_desktop.words.text_file import TextFile, plain_text_findings
from tests.minutes import vera
from tests.minutes.papers.paper_builder import PAPERS
from tests.minutes.papers.paper_printing import EASY, LARGE, WAYS, Way, all_words, findings, printed, told
from tests.minutes.read_out import read_out
from tests.words.judged import house

SLIPS = ("invitation", "invitation with a number")


@cache
def content(paper: str) -> MinutesContent:
    return PAPERS[paper]()


@cache
def file(paper: str, way: Way) -> PdfFile:
    return printed(content(paper), way)


def letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@pytest.mark.parametrize("way", WAYS, ids=str)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_passes_our_page_checks(paper: str, way: Way) -> None:
    found = findings(content(paper), way, file(paper, way).data)

    assert [one for one in found if one.is_blocking] == []
    if way.size_pt <= 18:
        assert found == ()


@pytest.mark.parametrize("way", [Way(EASY, 16), Way(EASY, 16, with_pictures=False), Way(LARGE, 18)], ids=str)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_passes_the_validators_and_is_read_out_in_order(paper: str, way: Way, tmp_path: Path) -> None:
    data = file(paper, way).data
    pdf = tmp_path / "paper.pdf"
    pdf.write_bytes(data)

    assert page_validation.validate_pdf(str(pdf), profile="ua1").is_compliant
    assert read_out(data).faults == []
    if not vera.why_not():
        assert vera.failed_rules(pdf) == {}


@pytest.mark.parametrize("paper", PAPERS)
def test_all_formats_tell_the_same_in_the_same_order(paper: str) -> None:
    """The text of each file, contents list left out, is every word of the paper; nothing more, nothing else."""
    for way in (Way(EASY, 16), Way(EASY, 16, with_pictures=False), Way(LARGE, 18)):
        shows_pictures = way.format is EASY and way.with_pictures
        shown = content(paper) if shows_pictures else without_pictures(content(paper))
        said = [letters(words) for words in told(shown)]
        spoken = [one for one in read_out(file(paper, way).data).said if one.tag not in ("Figure", "Link")]
        text = letters(" ".join(one.text for one in spoken))
        place = 0
        for words in said:
            place = text.find(words, place)
            assert place >= 0, (str(way), words)
    plain = letters(render_plain_text(content(paper)))
    for words in said[2:]:
        assert words in plain, words


@pytest.mark.parametrize("paper", PAPERS)
def test_plain_text_keeps_its_rules(paper: str) -> None:
    text = render_plain_text(content(paper))
    headings = tuple(f"{one.number}. {one.heading}" if one.number else one.heading for one in content(paper).sections)
    answers = tuple(
        ", ".join(block.answers) + "." for one in content(paper).sections for block in one.blocks if block.answers
    )
    checked = TextFile(
        text=text,
        headings=(content(paper).contents_heading, *headings) if headings else (),
        top=(content(paper).title, content(paper).date_words),
        answers=answers,
        end=content(paper).end_words,
    )

    assert [one for one in plain_text_findings(checked, house()) if one.is_blocking] == []
    assert text.rstrip().endswith(content(paper).end_words)
    assert "minutes" not in re.sub(r"\d+ minutes", "", text).casefold()


@pytest.mark.parametrize("way", [Way(EASY, 16), Way(LARGE, 18)], ids=str)
@pytest.mark.parametrize("paper", SLIPS)
def test_the_page_to_give_back_is_the_last_and_stands_alone(paper: str, way: Way) -> None:
    made = file(paper, way)
    slip = content(paper).sections[-1]
    on_last = [one.text for one in read_out(made.data).said if one.page == made.page_count - 1 and one.tag != "Figure"]

    assert slip.is_slip
    assert made.page_of_ref[slip.ref] == made.page_count
    assert on_last[0] == slip.heading
    slip_words = [slip.heading, *(words for block in slip.blocks for words in words_of(block))]
    assert letters("".join(on_last)) == letters("".join(slip_words))


@pytest.mark.parametrize("way", [way for way in WAYS if way.size_pt <= 28], ids=str)
@pytest.mark.parametrize("paper", SLIPS)
def test_a_page_to_give_back_has_nothing_on_its_other_side(paper: str, way: Way) -> None:
    """It begins a sheet, also where pages are printed on both sides; the page before it may be empty for that."""
    made = file(paper, way)
    slip = content(paper).sections[-1]
    first = made.page_of_ref[slip.ref]
    says_why = {one.page for one in PrintedDocument.read(made.data).running if "is empty" in one.text}
    pages_with_words = {one.page for one in read_out(made.data).said if one.text}
    empty = set(range(made.page_count)) - pages_with_words

    assert first % 2 == 1
    assert empty <= {first - 2}
    assert empty == says_why, "nobody looks for what is missing"


@pytest.mark.parametrize("paper", PAPERS)
def test_where_pictures_are_from_is_told_only_where_pictures_are(paper: str) -> None:
    tells = "openmoji" in all_words(content(paper))
    for way in (Way(EASY, 16), Way(EASY, 16, with_pictures=False), Way(LARGE, 18)):
        words = " ".join(one.text for one in read_out(file(paper, way).data).said)
        assert ("openmoji" in words) is (tells and way.format is EASY and way.with_pictures), way
    assert "openmoji" not in render_plain_text(content(paper))


@pytest.mark.parametrize("paper", PAPERS)
def test_no_sentence_of_a_paper_is_long(paper: str) -> None:
    long = [
        line
        for block in (*content(paper).cover, *(block for one in content(paper).sections for block in one.blocks))
        for line in block.sentences
        if len(line.split()) > 15
    ]
    assert long == []


def test_usual_papers_are_short() -> None:
    most = {"invitation": 6, "newcomers pack": 3, "joining sheet": 2, "kind message": 1, "thank you": 1}
    pages = {paper: len({one.page for one in read_out(file(paper, Way(EASY, 16)).data).said}) for paper in most}
    assert [paper for paper, count in pages.items() if count > most[paper]] == []


@pytest.mark.parametrize("way", [Way(EASY, 16), Way(EASY, 28), Way(LARGE, 18)], ids=str)
def test_lines_to_write_on_and_to_cut_along_are_drawn_and_never_read_out(way: Way) -> None:
    """Long thin drawings on the pages from the reply on: 3 lines for what helps, 1 for a name, 1 to cut along."""
    made = file("invitation", way)
    document = PrintedDocument.read(made.data)
    first = made.page_of_ref["reply"] - 1
    pages = range(first, made.page_count)
    lines = [one for page in pages for one in document.decoration(page) if one.height < 2.5 and one.width > 200]

    assert len(lines) == 5
    assert lines[0].page == first
    assert not any("_" in said.text for said in read_out(made.data).said)
