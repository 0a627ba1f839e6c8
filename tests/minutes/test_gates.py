"""Three gates for tagged PDF, calibrated: each way to spoil a good file is noticed, and by the gates that should."""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import page as page_validation
import pytest
from reportlab.lib.pagesizes import A4

from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.document_facts import DocumentFacts
from coprod_desktop.minutes.line_breaks import LineBreaker
from coprod_desktop.minutes.line_words import WordFinder
from coprod_desktop.minutes.tag_tree import Node
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas
from tests.minutes import vera
from tests.minutes.breakages import BREAKAGES, PAGE, READ_OUT, VERA, Breakage, spoilt
from tests.minutes.expected_words import expected_words
from tests.minutes.printing import block, chapter, content, easy_read, fonts
from tests.minutes.read_out import Model, disagreements, read_out

LONG = "We will ask the council for a bench and a light at every bus stop in the town."


def _minutes() -> MinutesContent:
    """Four pages with all that minutes hold: pictures, a list, boxes to tick, links, bookmarks, long sentences."""
    ticks = block(label="Is this right?", answers=("Yes", "No", "Talk to me"))
    listed = block("2 people came.", label="Who came", items=("Amina Yusuf", "Eduardo Ramos"))
    return content(
        chapter("Who came", listed, block("We met in the library."), number="1"),
        chapter(
            "Bus stops", block(LONG, label="We agreed"), ticks, *(block(f"Line {one}.") for one in range(6)), number="2"
        ),
        draft_words="Not finished. Please check it.",
    )


def _minutes_model() -> Model:
    pages = [one.text.rsplit(" ", 1)[1] for one in read_out(_good("minutes")).said if one.tag == "Link"]
    said = expected_words(_minutes(), is_easy_read=True, contents_pages=[int(page) for page in pages])
    return Model(
        said=said,
        title="Minutes, Our group, Tuesday 24 November 2026",
        running=("Our group", "Tuesday 24 November 2026", "Not finished. Please check it."),
        bookmarks=["Minutes", "What is in these pages", "1. Who came", "2. Bus stops"],
    )


_ROWS = (("Day", "Place", "Time"), ("Monday", "Library", "2pm"), ("Tuesday", "Hall", "3pm"))


def _table() -> bytes:
    """A small table made with our own tags, for minutes have none."""
    tree, file = Node("Document"), io.BytesIO()
    facts = DocumentFacts(title="Where we meet", author="Our group")
    canvas: Any = TaggedCanvas(file, tree=tree, facts=facts, pagesize=A4, initialFontName=fonts().regular.name)
    breaker = LineBreaker(WordFinder(fonts(), (), (), frozenset()))

    def write(node: Node, words: str, x: float, y: float) -> None:
        with canvas.mark(node):
            canvas.draw_lines([breaker.line(words)], x, y, size=16, leading=24)

    write(tree.add("H1"), "Where we meet", 72, 760)
    table = tree.add("Table")  # type: ignore[arg-type]
    for number, cells in enumerate(_ROWS):
        row = table.add("TR")  # type: ignore[arg-type]
        for place, words in enumerate(cells):
            head = number == 0
            cell = row.add("TH" if head else "TD", attributes="/O /Table /Scope /Column" if head else "/O /Table")  # type: ignore[arg-type]
            write(cell, words, 72 + 150 * place, 720 - 30 * number)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _table_model() -> Model:
    cells = [("TH" if not number else "TD", "", words) for number, row in enumerate(_ROWS) for words in row]
    return Model(
        said=[("H1", "", "Where we meet"), *cells],
        title="Where we meet",
        containers=frozenset(("Document", "Table", "TR")),
    )


BASES: dict[str, tuple[Callable[[], bytes], Callable[[], Model]]] = {
    "minutes": (lambda: easy_read(_minutes()).data, _minutes_model),
    "table": (_table, _table_model),
}


@cache
def _good(base: str) -> bytes:
    return BASES[base][0]()


@cache
def _model(base: str) -> Model:
    return BASES[base][1]()


def gates_that_notice(data: bytes, base: str, folder: Path) -> list[str]:
    """The gates that say no, in a fixed order; veraPDF is left out where there is no Java."""
    file = folder / "asked.pdf"
    file.write_bytes(data)
    found = [VERA] if not vera.why_not() and vera.failed_rules(file) else []
    found += [PAGE] if not _passes_page_validation(file) else []
    return found + ([READ_OUT] if disagreements(data, _model(base)) else [])


def _passes_page_validation(file: Path) -> bool:
    try:
        return bool(page_validation.validate_pdf(str(file), profile="ua1").is_compliant)
    except (RuntimeError, ValueError):
        return False


@pytest.mark.parametrize("base", BASES)
def test_the_good_file_passes_all_three_gates(base: str, tmp_path: Path) -> None:
    assert disagreements(_good(base), _model(base)) == []
    assert gates_that_notice(_good(base), base, tmp_path) == []


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda one: f"{one.name}: {', '.join(one.caught_by)}")
def test_each_breakage_is_noticed_by_the_gates_that_should(breakage: Breakage, tmp_path: Path) -> None:
    expected = [gate for gate in breakage.caught_by if gate != VERA or not vera.why_not()]

    assert gates_that_notice(spoilt(_good(breakage.base), breakage.spoil), breakage.base, tmp_path) == expected
    assert breakage.caught_by, "nobody notices this"


def test_no_two_breakages_are_the_same() -> None:
    files = [spoilt(_good(one.base), one.spoil) for one in BREAKAGES if one.name != "locked"]  # its salt is random

    assert len(BREAKAGES) >= 43
    assert len(set(files)) == len(files)
    assert len({one.name for one in BREAKAGES}) == len(BREAKAGES)
