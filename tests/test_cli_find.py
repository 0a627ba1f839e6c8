"""`find`: lines of every group in the folder as JSON for scripts, or in plain words."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.cli import main
from coprod_desktop.domain.person import NamedAs
from coprod_desktop.services.bootstrap import open_services

SAMPLES = Path(__file__).resolve().parents[1] / "resources" / "sample"

Text = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path, capsys: Text) -> Path:
    """A folder with two groups, each with a meeting."""
    folder = tmp_path / "data"
    for name in ("riverside-team-up.json", "first-meeting.json"):
        assert main(["import", "--data", str(folder), str(SAMPLES / name)]) == 0
    capsys.readouterr()
    return folder


def _find(data: Path, capsys: Text, *words: str) -> list[dict[str, Any]]:
    assert main(["find", "--data", str(data), *words, "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_lines_are_told_with_their_meeting_day_proposers_and_outcome(data: Path, capsys: Text) -> None:
    assert main(["list", "--data", str(data), "--json"]) == 0
    meetings = {one["id"]: one for one in json.loads(capsys.readouterr().out)}
    found = _find(data, capsys, "coffee", "maker")

    assert [one["kind"] for one in found] == ["decision", "idea"]
    assert all(list(one) == ["kind", "meeting", "date", "text", "proposers", "outcome"] for one in found)
    assert {meetings[one["meeting"]]["title"] for one in found} == {"Spring planning meeting"}
    assert {one["date"] for one in found} == {"2026-03-10"}
    assert found[0]["outcome"] == "not_agreed"


def test_every_line_of_the_records_is_found_by_its_own_words(data: Path, capsys: Text) -> None:
    for name in ("riverside-team-up.json", "first-meeting.json"):
        meeting = json.loads((SAMPLES / name).read_text(encoding="utf-8"))["meeting"]
        for key in ("ideas", "decisions", "actions"):
            for line in meeting[key]:
                assert line["text"] in [one["text"] for one in _find(data, capsys, line["text"])], line["text"]


def test_words_of_the_list_are_found_and_both_groups_are_searched(data: Path, capsys: Text) -> None:
    word = next(one for one in _find(data, capsys, "budget") if one["kind"] == "word")
    assert (word["meeting"], word["date"], word["outcome"], word["proposers"]) == (None, None, None, [])
    assert word["text"].startswith("budget: ")
    assert len({one["meeting"] for one in _find(data, capsys, "a")} - {None}) == 2


@pytest.mark.parametrize("words", [("zzzz",), ('"*"',), ("(", "NEAR"), ("",), ("lunch", "zzzz")])
def test_no_hit_is_an_empty_list_and_no_fault(data: Path, capsys: Text, words: tuple[str, ...]) -> None:
    assert _find(data, capsys, *words) == []
    assert main(["find", "--data", str(data), *words]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "nothing was found" in told.err


def test_without_json_each_line_is_told_in_one_line(data: Path, capsys: Text) -> None:
    assert main(["find", "--data", str(data), "lunch"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(_find(data, capsys, "lunch"))
    assert "2026-03-10  item: Thursday lunch (Josie Tran) [talked about]" in lines


def test_somebody_who_is_not_named_is_not_found_and_not_told(data: Path, capsys: Text) -> None:
    services = open_services(data)
    group = next(one for one in services.groups.groups() if "Riverside" in one.name)
    josie = next(one for one in services.people.people(group.id) if one.name == "Josie Tran")
    services.people.save(replace(josie, named_as=NamedAs.UNNAMED))
    services.close()

    assert _find(data, capsys, "josie") == []
    assert not any("Josie" in who for one in _find(data, capsys, "lunch") for who in one["proposers"])
