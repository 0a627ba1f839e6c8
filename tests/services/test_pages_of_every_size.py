"""Both sample records and three more meetings in every size and layout on offer: made, and nothing bars print."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.page_checks.checking import PrintedAs, check_pages
from coprod_desktop.minutes.page_checks.finding_words import FindingWords
from coprod_desktop.paths import resources_folder, templates_folder
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.minutes_service import MOST_EASY_READ_PAGES, MinutesFile, MinutesOrder

EASY, LARGE = MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT
RECORDS = {
    file.stem: file
    for folder in (resources_folder() / "sample", Path(__file__).parents[1] / "minutes" / "meetings")
    for file in sorted(folder.glob("*.json"))
}
EASY_SIZES = (14, 16, 18, 20, 22, 24, 28, 36, 48, 72, 144)
LARGE_SIZES = (12, 14, 16, 18, 20, 22, 24, 28, 36, 48)
LAYOUTS = {
    "easy read": [MinutesOrder(size_pt=size) for size in EASY_SIZES],
    "stapled": [MinutesOrder(size_pt=size, is_bound=True) for size in (14, 16, 18, 24)],
    "words only": [MinutesOrder(size_pt=size, with_pictures=False) for size in (14, 16, 18, 24, 28)],
    "large print": [MinutesOrder(format=LARGE, size_pt=size) for size in LARGE_SIZES],
    "stapled large print": [MinutesOrder(format=LARGE, size_pt=size, is_bound=True) for size in (14, 18, 28)],
    "spaced": [
        MinutesOrder(format=LARGE, size_pt=size, line_spacing=spacing) for size in (18, 28) for spacing in (1.0, 2.0)
    ],
}


@pytest.fixture(scope="module", params=list(RECORDS))
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = open_services(tmp_path_factory.mktemp(request.param))
    services.records.import_file(RECORDS[request.param])
    yield services
    services.close()


@cache
def _words() -> FindingWords:
    return FindingWords.load(templates_folder())


def _content(services: Services) -> MinutesContent:
    ((header, _),) = services.records.headers()
    return services.minutes.content(header.id)


def _barred(content: MinutesContent, made: MinutesFile, order: MinutesOrder) -> list[tuple[str, str, str]]:
    """What takes away "ready to print", but for the length."""
    printed_as = PrintedAs(
        format=order.format,
        size_pt=order.checked_size(),
        line_spacing=order.checked_spacing(),
        is_bound=order.is_bound,
        with_pictures=order.with_pictures,
    )
    found = check_pages(made.data, content, printed_as, _words())
    return [(one.rule, one.place, one.text) for one in found if one.is_blocking and one.rule != "ER-30"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_size_is_made_and_nothing_on_its_pages_bars_print(opened: Services, layout: str) -> None:
    content = _content(opened)
    barred = {}
    for order in LAYOUTS[layout]:
        made = opened.minutes.made(content, order)
        barred[order.size_pt] = _barred(content, made, order)

    assert {size: found for size, found in barred.items() if found} == {}


@pytest.mark.parametrize(
    "order",
    [
        *(MinutesOrder(size_pt=size) for size in (14, 16, 18, 20, 24, 28, 72)),
        MinutesOrder(size_pt=16, is_bound=True),
        *(MinutesOrder(format=LARGE, size_pt=size) for size in (12, 18, 28, 48)),
    ],
    ids=lambda order: f"{order.format.value} {order.size_pt:g}",
)
def test_a_copy_of_ones_own_is_made_and_nothing_bars_print(opened: Services, order: MinutesOrder) -> None:
    ((header, _),) = opened.records.headers()
    people = opened.people.people(header.group_id)
    for person in (people[0], people[-1]):
        content = opened.minutes.content(header.id, for_person=person.id)
        made = opened.minutes.made(content, order)

        assert _barred(content, made, order) == []


@pytest.mark.parametrize("size", [14, 16, 18, 20, 24])
def test_no_part_is_longer_than_easy_read_may_be(opened: Services, size: float) -> None:
    content = _content(opened)
    order = MinutesOrder(size_pt=size)
    order = replace(order, part_count=opened.minutes.parts_needed(content, order))
    for part, told in enumerate(_told_in_parts(opened, content, order), start=1):
        wanted = replace(order, part=part if order.part_count > 1 else None)
        made = opened.minutes.made(content, wanted)

        assert made.page_count <= MOST_EASY_READ_PAGES
        assert _barred(told, made, wanted) == []


def _told_in_parts(services: Services, content: MinutesContent, order: MinutesOrder) -> Sequence[MinutesContent]:
    return services.minutes.parts_of(content, order.part_count) if order.part_count > 1 else (content,)


def test_pages_that_are_only_counted_are_as_many_as_are_made(opened: Services) -> None:
    """One part is needed exactly while the file has 24 pages or fewer."""
    content = _content(opened)
    for size in (14, 16, 18, 20, 22, 24, 28):
        order = MinutesOrder(size_pt=size)
        is_short = opened.minutes.made(content, order).page_count <= MOST_EASY_READ_PAGES

        assert (opened.minutes.parts_needed(content, order) == 1) == is_short
    assert opened.minutes.parts_needed(content, MinutesOrder(format=LARGE, size_pt=48)) == 1
