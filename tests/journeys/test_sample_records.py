"""Both sample records by the command line alone: in, printed in all formats, judged by validators, and out again."""

import json
from pathlib import Path

import page as page_validation
import pytest

from coprod_desktop.cli import main
from coprod_desktop.paths import resources_folder
from tests.minutes import vera
from tests.pdf_words import words_of

SAMPLES = ("first-meeting.json", "riverside-team-up.json")
FORMATS = {
    "easy read": ("easy_read",),
    "easy read without pictures at 24": ("easy_read", "--no-pictures", "--size", "24"),
    "large print": ("large_print",),
    "large print at 28": ("large_print", "--size", "28"),
    "plain text": ("plain_text",),
}
NAMED_ELSEWHERE = {
    "drop_in": "drop-in",
    "one_to_one": "with 1 person",
    "outside_body": "Alderbridge Community Transport",
}


def _imported(folder: Path, name: str) -> dict:  # type: ignore[type-arg]  a record is plain JSON
    source = resources_folder() / "sample" / name
    assert main(["import", "--data", str(folder), str(source)]) == 0
    return json.loads(source.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def _minutes(folder: Path, out: Path, wishes: tuple[str, ...]) -> str:
    asked = ["minutes", "--data", str(folder), "--meeting", "last", "--out", str(out), "--format", *wishes]
    assert main(asked) == 0
    if wishes[0] == "plain_text":
        return " ".join(out.read_text(encoding="utf-8").split())
    return words_of(out)


def _printed_proposer(record: dict, proposer: dict) -> list[str]:  # type: ignore[type-arg]
    """What must stand on the page for a proposer: the name each person chose, or the way it was told."""
    people = {person["id"]: person for person in record["people"]}
    if "people" not in proposer:
        return [NAMED_ELSEWHERE[proposer["source"]]]
    printed = []
    for person in (people[person_id] for person_id in proposer["people"]):
        named_as = person.get("named_as", "first")
        first_name = person["name"].split()[0]
        printed.append(
            {
                "full": person["name"],
                "first": first_name,
                "chosen": person.get("chosen_name", ""),
                "unnamed": "did not want to be named",
            }[named_as]
        )
    return printed


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("wanted", FORMATS)
def test_printed_pages_name_the_proposer_of_every_decision(
    name: str, wanted: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = _imported(tmp_path / "data", name)
    words = _minutes(tmp_path / "data", tmp_path / "out", FORMATS[wanted])
    capsys.readouterr()
    for decision in record["meeting"]["decisions"]:
        said = " ".join((decision.get("easy_text") or decision["text"]).split()[:6])
        assert said in words
        after = words.split(said)[1:]
        for proposer in _printed_proposer(record, decision["proposed_by"]):
            assert any(proposer in part for part in after), (decision["id"], proposer)
    for person in record["people"]:
        for need in person.get("needs", []):
            assert need["detail"] not in words
        if person.get("named_as") == "unnamed":
            assert person["name"] not in words


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("wanted", [wanted for wanted in FORMATS if wanted != "plain text"])
def test_both_validators_pass_every_page(
    name: str, wanted: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _imported(tmp_path / "data", name)
    out = tmp_path / "minutes.pdf"
    _minutes(tmp_path / "data", out, FORMATS[wanted])
    capsys.readouterr()
    judged = page_validation.validate_pdf(str(out), profile="ua1")
    assert [failure.rule_id for failure in judged.failures] == []
    if not vera.why_not():
        assert vera.failed_rules(out) == {}


@pytest.mark.parametrize("name", SAMPLES)
def test_what_goes_out_is_what_came_in(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _imported(tmp_path / "data", name)
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert main(["export", "--data", str(tmp_path / "data"), "--meeting", "last", "--out", str(first)]) == 0
    assert main(["import", "--data", str(tmp_path / "other"), str(first)]) == 0
    assert main(["export", "--data", str(tmp_path / "other"), "--meeting", "last", "--out", str(second)]) == 0
    capsys.readouterr()
    assert json.loads(first.read_text(encoding="utf-8")) == json.loads(second.read_text(encoding="utf-8"))
