"""The pages of both sample records, in both formats: all three gates let them through, and so do our own checks."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import page as page_validation
import pytest

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.page_checks.checking import PrintedAs, check_pages
from coprod_desktop.minutes.page_checks.finding_words import FindingWords
from coprod_desktop.paths import resources_folder, templates_folder
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.minutes_service import MinutesOrder
from tests.minutes import vera
from tests.minutes.read_out import read_out

EASY, LARGE = MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT
KINDS = [(format, size) for format in (EASY, LARGE) for size in (16.0, 18.0, 24.0)]


@pytest.fixture(scope="module", params=["riverside-team-up", "first-meeting"])
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = open_services(tmp_path_factory.mktemp(request.param))
    services.records.import_file(resources_folder() / "sample" / f"{request.param}.json")
    yield services
    services.close()


def _content(services: Services) -> MinutesContent:
    ((header, _),) = services.records.headers()
    return services.minutes.content(header.id)


@cache
def _words() -> FindingWords:
    return FindingWords.load(templates_folder())


@pytest.mark.parametrize(("format", "size"), KINDS)
def test_pages_of_a_sample_pass_the_gates_and_our_checks(
    opened: Services, format: MinutesFormat, size: float, tmp_path: Path
) -> None:
    content = _content(opened)
    data = opened.minutes.render(content, MinutesOrder(format=format, size_pt=size))
    file = tmp_path / "sample.pdf"
    file.write_bytes(data)
    found = check_pages(data, content, PrintedAs(format=format, size_pt=size), _words())

    assert page_validation.validate_pdf(str(file), profile="ua1").is_compliant
    assert read_out(data).faults == []
    assert [one for one in found if one.is_blocking and one.rule != "ER-30"] == []
    if not vera.why_not():
        assert vera.failed_rules(file) == {}


@pytest.mark.parametrize("format", [EASY, LARGE])
def test_a_copy_of_ones_own_passes_too(opened: Services, format: MinutesFormat) -> None:
    ((header, _),) = opened.records.headers()
    people = opened.people.people(header.group_id)[:3]
    assert people
    for person in people:
        content = opened.minutes.content(header.id, for_person=person.id)
        order = MinutesOrder(format=format, for_person=person.id)
        data = opened.minutes.render(content, order)
        found = check_pages(data, content, PrintedAs(format=format, size_pt=order.checked_size()), _words())

        assert [one for one in found if one.is_blocking and one.rule != "ER-30"] == []
        assert not [one for one in found if one.rule == "PDF-04"]
