"""Printing: pages as pictures in the printer's own dots, and a booklet beside its file."""

import threading
from pathlib import Path

import pytest

from coprod_desktop.services.printing_service import BOOKLET_SUFFIX, page_count, print_pages, write_booklet
from coprod_desktop.services.record_file import NotWritten
from tests.minutes.printing import block, chapter, content, large_print

PAGES = large_print(content(*(chapter(f"Part {number}", *[block("We met here.")] * 9) for number in range(4)))).data
A4_AT_100 = (827, 1170)


def test_pages_are_drawn_at_their_own_size_in_colour_or_grey() -> None:
    colour, grey = list(print_pages(PAGES, dpi=100)), list(print_pages(PAGES, dpi=100, in_colour=False))
    assert [page.page for page in colour] == list(range(page_count(PAGES)))
    for page, bytes_a_dot in ((colour[0], 4), (grey[0], 1)):
        assert abs(page.width - A4_AT_100[0]) <= 1
        assert abs(page.height - A4_AT_100[1]) <= 1
        assert page.stride >= page.width * bytes_a_dot
        assert len(page.pixels) == page.stride * page.height
        assert page.is_grey == (bytes_a_dot == 1)
        assert not page.is_landscape
        assert page.pixels[0] == 255  # the paper is not painted
        assert min(page.pixels) < 50  # and the words are black


def test_some_of_the_pages_can_be_asked_for() -> None:
    assert [page.page for page in print_pages(PAGES, dpi=20, first=1, last=2)] == [1, 2]
    assert [page.page for page in print_pages(PAGES, dpi=20, first=1, last=99)][-1] == page_count(PAGES) - 1


def test_two_threads_may_draw_at_the_same_time() -> None:
    drawn: list[list[bytes]] = []

    def draw() -> None:
        drawn.append([page.pixels for page in print_pages(PAGES, dpi=40)])

    workers = [threading.Thread(target=draw) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(drawn) == 4
    assert all(pages == drawn[0] for pages in drawn)


def test_a_booklet_is_written_beside_its_file(tmp_path: Path) -> None:
    tagged = tmp_path / "Minutes.pdf"
    tagged.write_bytes(PAGES)
    path = write_booklet(tagged)
    assert path == tmp_path / f"Minutes{BOOKLET_SUFFIX}.pdf"
    [first, *_] = print_pages(path.read_bytes(), dpi=40)
    assert first.is_landscape
    assert tagged.read_bytes() == PAGES


def test_a_booklet_of_no_file_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="could not be read"):
        write_booklet(tmp_path / "nothing.pdf")
    assert list(tmp_path.iterdir()) == []
