"""A print run: every copy read out once and in order, with its own tags, bookmarks, labels and a sheet of its own."""

import io
from functools import cache
from pathlib import Path

import page as page_validation
import pikepdf
import pytest

from coprod_desktop.minutes.document_facts import DocumentFacts
from coprod_desktop.minutes.print_list import ListedCopy, ListedPart, PrintListFacts, PrintListMaker
from coprod_desktop.minutes.print_run import Piece, PrintRun, print_run, with_sides
from coprod_desktop.minutes.printed_file import NotAPdf, pages_in
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.paths import templates_folder
from tests.minutes import vera
from tests.minutes.printing import HOSTILE, block, chapter, content, easy_read, fonts, large_print, styles
from tests.minutes.read_out import read_out
from tests.minutes.sample_content import sample_content

FACTS = DocumentFacts(title="Print run 1, meeting on Tuesday 24 November 2026", author="Our group")
KINDS = ("list", "sheet", "easy read", "large print", "short")


@cache
def makes_lists() -> PrintListMaker:
    wording = Wording.load(templates_folder(), "en-GB", files=("wording", "print_pack"))
    return PrintListMaker(wording, "en-GB", fonts(), styles())


def listed(name: str, number: str = "03", **parts: object) -> ListedCopy:
    return ListedCopy(**{"number": number, "name": name, "page_count": 9, "sheets": 5, **parts})  # type: ignore[arg-type]


def list_facts(title: str = "Print list") -> PrintListFacts:
    return PrintListFacts(
        title=title,
        group_name="Our group",
        about="Minutes",
        totals=("1 copy.",),
        sheets_by_paper=("Cream: 5 sheets.",),
        advice=("Use matt paper.",),
    )


@cache
def printed(kind: str) -> bytes:
    if kind == "list":
        return (
            makes_lists()
            .printed_list(list_facts(), [ListedPart(heading="Cream paper", copies=(listed("Amina"),))])
            .data
        )
    if kind == "sheet":
        return makes_lists().sheet(listed("Amina"), "Minutes").data
    if kind == "short":
        return easy_read(content(chapter("One", block("We met.")))).data
    return (easy_read if kind == "easy read" else large_print)(sample_content()).data


def piece(kind: str, title: str = "", *, under: bool = False) -> Piece:
    label = f"{title}, page " if under else f"{kind} "
    return Piece(data=printed(kind), title=title or kind, label=label, goes_under=under)


def pieces() -> list[Piece]:
    copies = [("easy read", "Copy 1"), ("large print", "Copy 2"), ("easy read", "Copy 3"), ("short", "Copy 4")]
    parts = [piece("list")]
    for kind, title in copies:
        parts += [piece("sheet", title), piece(kind, title, under=True)]
    return parts


@cache
def run(*, both_sides: bool = True) -> PrintRun:
    return print_run(pieces(), FACTS, both_sides=both_sides)


def test_every_copy_is_read_out_once_and_in_order() -> None:
    expected = [(said.tag, said.alt, said.text) for one in pieces() for said in read_out(one.data).said]
    assert [(said.tag, said.alt, said.text) for said in read_out(run().data).said] == expected


def test_no_screen_reader_stumbles_over_the_tags_or_links() -> None:
    assert [fault for fault in read_out(run().data).faults if "bookmarks" not in fault] == []


@pytest.mark.parametrize("both_sides", [True, False])
def test_a_run_passes_page_validation(both_sides: bool, tmp_path: Path) -> None:
    file = tmp_path / "run.pdf"
    file.write_bytes(run(both_sides=both_sides).data)
    verdict = page_validation.validate_pdf(str(file), profile="ua1")
    assert [failure.rule_id for failure in verdict.failures] == []
    assert verdict.is_compliant


@pytest.mark.skipif(bool(vera.why_not()), reason=vera.why_not() or "veraPDF is here")
def test_a_run_passes_verapdf(tmp_path: Path) -> None:
    file = tmp_path / "run.pdf"
    file.write_bytes(run().data)
    assert vera.failed_rules(file) == {}


def test_each_copy_is_a_sect_of_one_document() -> None:
    with pikepdf.open(io.BytesIO(run().data)) as pdf:
        document = pdf.Root.StructTreeRoot.K
        assert document.S == "/Document"
        assert [str(part.S) for part in document.K] == ["/Sect"] * len(pieces())
        assert all(part.P.objgen == document.objgen for part in document.K)


def test_on_both_sides_each_part_begins_on_a_new_sheet_and_on_one_side_no_page_is_blank() -> None:
    counts = [pages_in(one.data) for one in pieces()]
    assert any(count % 2 for count in counts)
    assert run(both_sides=False).page_count == sum(counts) == pages_in(run(both_sides=False).data)
    assert run().page_count == sum(count + count % 2 for count in counts[:-1]) + counts[-1]
    assert all(start % 2 == 0 for start in _starts(run().data))


def test_page_labels_begin_again_at_1_in_every_copy() -> None:
    with pikepdf.open(io.BytesIO(run().data)) as pdf:
        labels = [page.label for page in pdf.pages]
    first = labels.index("Copy 3, page 1")
    assert labels[first : first + 3] == ["Copy 3, page 1", "Copy 3, page 2", "Copy 3, page 3"]
    assert first == _starts(run().data)[6]


def test_bookmarks_lead_to_each_copy_and_into_it() -> None:
    with pikepdf.open(io.BytesIO(run().data)) as pdf, pdf.open_outline() as outline:
        tops = [item.title for item in outline.root]
        assert tops == ["list", "Copy 1", "Copy 2", "Copy 3", "Copy 4"]
        with pikepdf.open(io.BytesIO(printed("easy read"))) as alone, alone.open_outline() as its_own:
            wanted = _flat(its_own.root)
            pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
            start = _starts(run().data)[6]
            assert _flat(outline.root[3].children) == wanted
            leads_to = [pages[item.destination[0].objgen] for item in outline.root[3].children]
            assert leads_to[0] == start
            assert leads_to == sorted(leads_to)


def test_links_of_a_copy_lead_into_the_same_copy() -> None:
    starts = [*_starts(run().data), run().page_count]
    with pikepdf.open(io.BytesIO(run().data)) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        links = [
            (number, pages[link.Dest[0].objgen])
            for number, page in enumerate(pdf.pages)
            for link in page.get("/Annots", [])
        ]
    assert links
    for here, there in links:
        assert _part(starts, here) == _part(starts, there)


def test_the_run_has_a_title_of_its_own_and_asks_the_printer_for_full_size() -> None:
    for both_sides, duplex in ((True, "/DuplexFlipLongEdge"), (False, "/Simplex")):
        with pikepdf.open(io.BytesIO(run(both_sides=both_sides).data)) as pdf:
            assert str(pdf.docinfo["/Title"]) == FACTS.title
            assert FACTS.title in pdf.Root.Metadata.read_bytes().decode()
            assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
            assert pdf.Root.ViewerPreferences.Duplex == duplex
            assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_fonts_and_pictures_are_kept_once() -> None:
    one = print_run([piece("easy read")], FACTS).data
    many = print_run([piece("easy read", f"Copy {number}") for number in range(12)], FACTS).data
    assert _fonts_in(many) == _fonts_in(one)
    assert len(many) < 7 * len(one)
    assert len(many) < 12 * len(printed("easy read")) / 3


def test_a_run_of_nothing_is_turned_down() -> None:
    with pytest.raises(ValueError, match="something to print"):
        print_run([], FACTS)


def test_the_same_pieces_make_the_same_bytes() -> None:
    assert print_run(pieces(), FACTS).data == run().data


def test_asking_for_one_side_changes_nothing_that_is_read() -> None:
    sided = with_sides(printed("easy read"), both_sides=False)
    assert read_out(sided) == read_out(printed("easy read"))
    with pikepdf.open(io.BytesIO(sided)) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == "/Simplex"


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_any_name_prints_on_the_list_and_on_its_sheet(name: str, tmp_path: Path) -> None:
    for kind, made in (
        ("sheet", makes_lists().sheet(listed(name), "Minutes")),
        ("list", makes_lists().printed_list(list_facts(), [ListedPart(heading="White paper", copies=(listed(name),))])),
    ):
        file = tmp_path / f"{kind}.pdf"
        file.write_bytes(made.data)
        assert page_validation.validate_pdf(str(file), profile="ua1").is_compliant
        read = read_out(made.data)
        assert read.faults == []
        assert any("9 pages on 5 sheets." in said.text for said in read.said)
        assert pages_in(made.data) == made.page_count


def test_a_name_however_long_leaves_room_for_the_rest_of_the_sheet() -> None:
    made = makes_lists().sheet(listed("Wolfeschlegel " * 60), "Minutes")
    pdf = read_out(made.data)
    assert made.page_count == 1
    assert pdf.said[-1].text == "Take this sheet off before you hand out the pages."


def test_a_copy_of_somebody_unnamed_has_a_number_and_no_name() -> None:
    said = [one.text for one in read_out(makes_lists().sheet(listed(""), "Minutes").data).said]
    assert said[0] == "Copy 03"
    assert "The screen says who this is for." in said


def test_bytes_that_are_no_pdf_are_told_apart() -> None:
    with pytest.raises(NotAPdf):
        pages_in(b"%PDF-1.7 and then nothing")


def _starts(data: bytes) -> list[int]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [int(start) for start in list(pdf.Root.PageLabels.Nums)[::2]]


def _part(starts: list[int], page: int) -> int:
    return sum(1 for start in starts if start <= page)


def _flat(items: list[pikepdf.OutlineItem]) -> list[str]:
    return [title for item in items for title in (item.title, *_flat(list(item.children)))]


def _fonts_in(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return sum(1 for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one)
