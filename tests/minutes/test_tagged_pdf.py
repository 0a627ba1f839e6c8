"""Tagged PDF: two validators and our own reading of the tags; each check is shown to be able to fail."""

import dataclasses
import io
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pytest

from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.document_facts import DocumentFacts
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas, UntaggedContentError
from tests.minutes import vera
from tests.minutes.expected_words import expected_words
from tests.minutes.page_geometry import read_pages
from tests.minutes.printing import HOSTILE, block, chapter, content, easy_read, fonts, large_print, pictures
from tests.minutes.read_out import ReadOut, read_out
from tests.minutes.sample_content import sample_content
from tests.minutes.test_scripts import NAMES


def _sample() -> MinutesContent:
    """The sample with a sentence for every picture, as the read-out compares them."""
    whole = sample_content()

    def filled(blocks: Any) -> Any:
        return tuple(dataclasses.replace(one, alt=one.alt or "A calendar page.") for one in blocks)

    sections = tuple(dataclasses.replace(one, blocks=filled(one.blocks)) for one in whole.sections)
    return dataclasses.replace(whole, cover=filled(whole.cover), sections=sections)


def _in_every_script() -> MinutesContent:
    said = [block(f"Ask {name} at 10:30 (or later).", label=name, items=(name,)) for name in NAMES.values()]
    return content(
        chapter(NAMES["Arabic"], *said), chapter(NAMES["Chinese"], said[0]), title=f"Talk, {NAMES['Hebrew']}"
    )


KINDS: dict[str, Callable[[], bytes]] = {
    "easy read": lambda: easy_read(_sample()).data,
    "easy read 28 pt": lambda: easy_read(_sample(), size_pt=28).data,
    "easy read without pictures": lambda: easy_read(_sample(), with_pictures=False).data,
    "large print": lambda: large_print(_sample()).data,
    "large print 12 pt": lambda: large_print(_sample(), size_pt=12, bound=True).data,
    "large print 48 pt": lambda: large_print(_sample(), size_pt=48).data,
    "nothing but a cover": lambda: easy_read(content()).data,
    "a language of its own": lambda: large_print(content(language="cy"), line_spacing=2).data,
    "every script": lambda: easy_read(_in_every_script()).data,
    "every script in large print": lambda: large_print(_in_every_script()).data,
    "hostile": lambda: easy_read(content(chapter(HOSTILE[0], *(block(text) for text in HOSTILE)))).data,
}


@cache
def printed(kind: str) -> bytes:
    return KINDS[kind]()


@cache
def read(kind: str) -> ReadOut:
    return read_out(printed(kind))


def broken_rules(data: bytes, folder: Path) -> list[str]:
    file = folder / "asked.pdf"
    file.write_bytes(data)
    verdict = page_validation.validate_pdf(str(file), profile="ua1")
    return [] if verdict.is_compliant else [str(failure.rule_id) for failure in verdict.failures] or ["failed"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_minutes_passes_the_first_validator(kind: str, tmp_path: Path) -> None:
    assert broken_rules(printed(kind), tmp_path) == []


@pytest.mark.skipif(bool(vera.why_not()), reason=vera.why_not() or "veraPDF is here")
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_minutes_passes_verapdf(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "asked.pdf"
    file.write_bytes(printed(kind))

    assert vera.failed_rules(file) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_a_screen_reader_finds_every_mark_once_and_every_link_and_bookmark(kind: str) -> None:
    assert read(kind).faults == []


@pytest.mark.parametrize("kind", ["easy read", "easy read 28 pt", "easy read without pictures"])
def test_easy_read_is_read_out_block_by_block_in_order(kind: str) -> None:
    said = read(kind).said
    links = [one for one in said if one.tag == "Link"]
    pages = [int(link.text.rsplit(" ", 1)[1]) for link in links]
    expected = expected_words(_sample(), is_easy_read=True, contents_pages=pages, with_pictures="without" not in kind)

    assert [(one.tag, one.alt, one.text) for one in said] == expected


@pytest.mark.parametrize("kind", ["large print", "large print 12 pt", "large print 48 pt"])
def test_large_print_is_read_out_block_by_block_in_order(kind: str) -> None:
    said = read(kind).said
    pages = [int(one.text.rsplit(" ", 1)[1]) for one in said if one.tag == "Link"]

    assert [(one.tag, one.alt, one.text) for one in said] == expected_words(
        _sample(), is_easy_read=False, contents_pages=pages
    )


@pytest.mark.parametrize("kind", ["easy read", "large print"])
def test_the_contents_list_names_the_page_each_chapter_is_on(kind: str) -> None:
    said = read(kind).said
    listed = {one.text.rsplit(" ", 1)[0]: int(one.text.rsplit(" ", 1)[1]) for one in said if one.tag == "Link"}
    found = {one.text: one.page + 1 for one in said if one.tag == "H2" and one.text in listed}

    assert listed
    assert listed == found


@pytest.mark.parametrize("kind", ["easy read", "large print"])
def test_links_lead_to_the_headings_they_name(kind: str) -> None:
    with pikepdf.open(io.BytesIO(printed(kind))) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        ways = [
            (str(link.Contents), numbers[link.Dest[0].objgen], float(link.Dest[3]))
            for page in pdf.pages
            for link in page.get("/Annots", [])
        ]
    pages = read_pages(printed(kind))

    assert len(ways) == 5
    for words, page, top in ways:
        headings = [run for run in pages.body if run.page == page and words.startswith(run.text.strip())]
        assert any(0 < top - run.y < 40 for run in headings), words


def test_bookmarks_are_there_from_four_pages_only() -> None:
    assert read("easy read").bookmarks == read("easy read").headings
    assert read("nothing but a cover").bookmarks == []


def test_the_file_says_what_it_is() -> None:
    with pikepdf.open(io.BytesIO(printed("easy read"))) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == str(pdf.docinfo["/Title"])
            assert metadata["dc:language"] in ({"en-GB"}, ["en-GB"])
        assert str(pdf.docinfo["/Title"]) == (
            "What we decided together, Bus Stops Working Group, Meeting on Tuesday 24 November 2026"
        )
        assert pdf.pdf_version == "1.7"
        assert pdf.Root.MarkInfo.Marked is True
        assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
        assert "/Duplex" not in pdf.Root.ViewerPreferences
        assert not pdf.is_encrypted
        assert all(page.Tabs == "/S" for page in pdf.pages)
    assert read("a language of its own").language == "cy"


def test_only_fonts_inside_the_file_are_used() -> None:
    for kind in KINDS:
        with pikepdf.open(io.BytesIO(printed(kind))) as pdf:
            found = [font for page in pdf.pages for font in page.Resources.Font.values()]
            assert found
            for font in found:
                assert str(font.BaseFont).partition("+")[2].startswith(("Arimo-", "Noto", "DroidSansFallback"))
                assert "/FontFile2" in font.FontDescriptor


def test_every_picture_and_tick_box_says_where_it_stands() -> None:
    with pikepdf.open(io.BytesIO(printed("easy read"))) as pdf:
        figures = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        assert len(figures) > 30
        for figure in figures:
            left, bottom, right, top = map(float, figure.A.BBox)
            assert 0 < left < right < 596
            assert 0 < bottom < top < 842


def test_a_picture_that_nobody_chose_is_described_as_it_is_drawn_and_in_its_own_language() -> None:
    welsh = content(chapter("Un", block("Helo.", picture="quagga", alt="Llun o gwaga.")), language="cy")
    data = easy_read(welsh).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        languages = {str(one.Alt): str(one.get("/Lang", "")) for one in _tags(pdf, "/Figure")}

    assert "Llun o gwaga." not in languages
    unknown = [one.alt for one in read_out(data).said if one.tag == "Figure"][-1]
    assert unknown == pictures().picture("quagga", "plain").alt
    assert languages[unknown] == "en-GB"


def test_the_same_minutes_give_the_same_bytes_when_made_again() -> None:
    when = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)

    assert easy_read(_sample(), made_at=when).data == easy_read(_sample(), made_at=when).data
    assert large_print(_sample()).data == large_print(_sample()).data
    assert easy_read(_sample(), made_at=when).data != easy_read(_sample()).data


# The canvas refuses what a screen reader could not follow


def _canvas() -> TaggedCanvas:
    facts = DocumentFacts(title="Title", author="Author")
    return TaggedCanvas(io.BytesIO(), tree=Node("Document"), facts=facts, initialFontName=fonts().regular.name)


def test_text_outside_a_tag_is_refused() -> None:
    canvas = _canvas()
    canvas.setFont(fonts().regular.name, 16)
    canvas.drawString(100, 100, "Nobody can hear this")

    with pytest.raises(UntaggedContentError, match="page 1"):
        canvas.showPage()


def test_a_line_that_is_not_marked_as_decoration_is_refused() -> None:
    canvas = _canvas()
    canvas.line(0, 0, 100, 100)

    with pytest.raises(UntaggedContentError):
        canvas.showPage()


def test_drawing_for_no_tag_is_refused() -> None:
    with pytest.raises(UntaggedContentError), _canvas().mark(None):  # type: ignore[arg-type]
        pass


def test_a_mark_inside_a_mark_is_refused() -> None:
    canvas = _canvas()
    with canvas.mark(Node("P")), pytest.raises(UntaggedContentError), canvas.decoration():
        pass


# Our own checks notice what validators let pass: each breakage below must be found


def _tags(pdf: pikepdf.Pdf, name: str) -> list[Any]:
    return [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == name]


def _drop_a_tag(pdf: pikepdf.Pdf) -> None:
    del _tags(pdf, "/Document")[0].K[6]


def _use_a_mark_twice(pdf: pikepdf.Pdf) -> None:
    first, second, *_ = _tags(pdf, "/P")
    second.K = first.K
    second.Pg = first.Pg


def _point_at_a_mark_that_is_not_there(pdf: pikepdf.Pdf) -> None:
    _tags(pdf, "/P")[3].K = 9999


def _turn_the_parent_tree_round(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


def _lose_the_way_to_a_link(pdf: pikepdf.Pdf) -> None:
    link = _tags(pdf, "/Link")[0]
    link.K = link.K[0]


def _rename_a_bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].title = "Something else"


def _title_like_a_file(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "minutes.pdf"


@pytest.mark.parametrize(
    "breakage",
    [
        _drop_a_tag,
        _use_a_mark_twice,
        _point_at_a_mark_that_is_not_there,
        _turn_the_parent_tree_round,
        _lose_the_way_to_a_link,
        _rename_a_bookmark,
        _title_like_a_file,
    ],
)
def test_the_reading_check_notices_breakages(breakage: Callable[[pikepdf.Pdf], None]) -> None:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed("easy read"))) as pdf:
        breakage(pdf)
        pdf.save(file)

    assert read_out(file.getvalue()).faults


def test_the_validators_notice_a_missing_picture_sentence(tmp_path: Path) -> None:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed("easy read"))) as pdf:
        del _tags(pdf, "/Figure")[0].Alt
        pdf.save(file)

    assert broken_rules(file.getvalue(), tmp_path)
    if not vera.why_not():
        assert vera.failed_rules(tmp_path / "asked.pdf")
