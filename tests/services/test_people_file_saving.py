"""A list to save holds only what was asked for, and nothing that a spreadsheet would run."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, Person, Perspective
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.services.people_file.saved_list import ListWishes
from tests.services.people_files.reading import looked_at, opened

YES = date(2026, 11, 1)
ALL = ListWishes(has_perspectives=True, has_needs=True)


def add(services: Services, group: Group, name: str, **fields: object) -> Person:
    return services.people.save(replace(services.people.new_person(group.id), name=name, **fields))  # type: ignore[arg-type]


def need(code: str, detail: str = "", *, may_share: bool = True) -> AccessNeed:
    return AccessNeed(code=code, detail=detail, may_share=may_share, consent_on=YES)


def cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_without_a_yes_there_are_names_and_formats_and_no_more(
    services: Services, group: Group, tmp_path: Path
) -> None:
    minutes = MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=20)
    add(services, group, "Zoë", perspectives=(Perspective.CARER,), needs=(need("FOOD", "Zebra"),), minutes=minutes)
    target = tmp_path / "list.csv"
    saved = services.people_file.save_list(group, target, ListWishes())
    assert (saved.people, saved.needs_left_out) == (1, 0)
    assert cells(target) == [["name", "format"], ["Zoë", "large print 20"]]


def test_needs_without_a_yes_or_not_to_be_shared_stay_out_and_are_counted(
    services: Services, group: Group, tmp_path: Path
) -> None:
    add(services, group, "Ann", needs=(need("ER"), need("FOOD", "Zebra", may_share=False)))
    services.people_file.bring_in(looked_at(services, group, "name,needs\nBo,BSL\n"), group)
    target = tmp_path / "list.csv"
    saved = services.people_file.save_list(group, target, ListWishes(has_needs=True))
    assert saved.needs_left_out == 2
    assert cells(target)[1:] == [["Ann", "ER", ""], ["Bo", "", ""]]


HOSTILE = (
    "=SUM(A1)",
    "+44 Bo",
    "-Cy",
    "@Dee",
    "'=quoted",
    'Eve "E" Fay',
    "Gus; Hal",
    "Ivy, Jo",
    "＝wide",
    "Zoë Ó Briain",
)


def test_a_spreadsheet_shows_words_and_a_list_comes_back_as_it_was(
    services: Services, group: Group, tmp_path: Path
) -> None:
    needs = (need("FOOD", 'no nuts, "never"; ever'), need("LANG", "=Polish"), need("OTHER", "a lift/ramp"), need("ER"))
    for at, name in enumerate(HOSTILE):
        minutes = MinutesChoice(format=list(MinutesFormat)[at % 4], size_pt=(None, 18, 20)[at % 3])
        add(services, group, name, needs=needs, perspectives=tuple(Perspective)[at % 3 : at % 3 + 2], minutes=minutes)
    target = tmp_path / "list.csv"
    services.people_file.save_list(group, target, ALL)
    assert not [cell for row in cells(target) for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "＝"))]
    other = services.groups.create("Another group")
    preview = looked_at(services, other, target.read_bytes())
    assert preview.open_count == 0
    assert services.people_file.bring_in(preview, other) == len(HOSTILE)
    before, after = (
        [
            (one.name, one.perspectives, one.minutes, [(need.code, need.detail) for need in one.needs if need.detail])
            for one in services.people.people(of.id)
        ]
        for of in (group, other)
    )
    assert sorted(before, key=str) == sorted(after, key=str)
    assert all(need.waits_for_yes for one in services.people.people(other.id) for need in one.needs)


def test_a_list_that_cannot_be_written_leaves_the_old_one(services: Services, group: Group, tmp_path: Path) -> None:
    with pytest.raises(StorageFault):
        services.people_file.save_list(group, tmp_path / "no" / "list.csv", ListWishes())
    assert not (tmp_path / "no").exists()


def test_a_saved_list_is_read_with_all_its_letters(services: Services, group: Group, tmp_path: Path) -> None:
    add(services, group, "Łukasz Wąs")
    target = tmp_path / "list.csv"
    services.people_file.save_list(group, target, ListWishes())
    read = opened(services, group, target.read_bytes())
    assert (read.rows[0].cells[0], read.notes) == ("Łukasz Wąs", ())
