"""`ready`: what people who come need done, for scripts; checked by hand against the files that came in."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.cli import main
from coprod_desktop.domain.adjustment import GroupState, PersonSaid
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.person import Person
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.storage.people_store import PeopleStore

ROOT = Path(__file__).resolve().parents[1]
RIVERSIDE = ROOT / "resources" / "sample" / "riverside-team-up.json"
FIRST = ROOT / "resources" / "sample" / "first-meeting.json"

Text = pytest.CaptureFixture[str]
Line = dict[str, Any]


def brought_in(data: Path, record: Path, capsys: Text) -> str:
    assert main(["import", "--data", str(data), str(record)]) == 0
    return capsys.readouterr().out.strip()


def ready(data: Path, capsys: Text, *more: str, meeting: str = "last") -> list[Line]:
    assert main(["ready", "--data", str(data), "--meeting", meeting, "--json", *more]) == 0
    found: list[Line] = json.loads(capsys.readouterr().out)
    return found


def only(lines: list[Line], code: str, what: str) -> Line:
    (found,) = (line for line in lines if (line["code"], line["what"]) == (code, what))
    return found


def changed_file(tmp_path: Path, **meeting: object) -> Path:
    record = json.loads(RIVERSIDE.read_text(encoding="utf-8"))
    record["meeting"].update(meeting)
    return written(tmp_path, record)


def written(tmp_path: Path, record: dict[str, Any]) -> Path:
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def people_of(services: Services) -> dict[str, Person]:
    (header, _), *_ = services.records.headers()
    return {person.name: person for person in services.people.people(header.group_id)}


@pytest.mark.parametrize("record", [RIVERSIDE, FIRST], ids=["riverside", "first"])
def test_each_need_of_each_person_has_a_line_of_exactly_5_facts(record: Path, tmp_path: Path, capsys: Text) -> None:
    meeting = brought_in(tmp_path / "data", record, capsys)
    lines = ready(tmp_path / "data", capsys, meeting=meeting)
    wanted = Counter(need["code"] for one in json.loads(record.read_text())["people"] for need in one.get("needs", []))
    assert {line["code"] for line in lines} == set(wanted)
    assert all(list(line) == ["code", "what", "due_on", "state", "late"] for line in lines)
    assert all(line["state"] in {"not_asked", "ready"} for line in lines)


def test_days_lead_back_from_the_day_of_the_meeting(tmp_path: Path, capsys: Text) -> None:
    brought_in(tmp_path / "data", RIVERSIDE, capsys)  # on 10 March 2026, for over an hour
    lines = ready(tmp_path / "data", capsys, "--today", "2026-01-27")
    assert only(lines, "BSL", "2 sign language interpreters") == {
        "code": "BSL",
        "what": "2 sign language interpreters",
        "due_on": "2026-01-27",
        "state": "not_asked",
        "late": False,
    }
    assert only(lines, "EARLY", "Papers early for 1 person")["due_on"] == "2026-02-24"
    assert only(lines, "ER", "Easy read papers for 1 person") == {
        "code": "ER",
        "what": "Easy read papers for 1 person",
        "due_on": None,
        "state": "ready",
        "late": False,
    }
    dated = [line["due_on"] for line in lines if line["due_on"]]
    assert dated == sorted(dated)


@pytest.mark.parametrize(
    ("today", "late"),
    [
        ("2026-01-27", set()),
        ("2026-01-28", {"BSL"}),
        ("2026-02-25", {"BSL", "LOOP", "EARLY", "WHEEL", "LIGHT", "CARE", "WHEN"}),
    ],
)
def test_what_is_late_depends_on_the_day_that_is_asked_for(
    today: str, late: set[str], tmp_path: Path, capsys: Text
) -> None:
    brought_in(tmp_path / "data", RIVERSIDE, capsys)
    lines = ready(tmp_path / "data", capsys, "--today", today)
    assert {line["code"] for line in lines if line["late"]} == late


@pytest.mark.parametrize("moved_to", ["2026-04-08", "2027-01-05"])
def test_days_hold_over_summer_time_and_the_end_of_a_year(moved_to: str, tmp_path: Path, capsys: Text) -> None:
    moved = changed_file(tmp_path, date=moved_to, starts_at="10:30", ends_at="12:50")
    brought_in(tmp_path / "data", moved, capsys)
    line = only(ready(tmp_path / "data", capsys), "BSL", "2 sign language interpreters")
    assert (date.fromisoformat(moved_to) - date.fromisoformat(line["due_on"])).days == 42


def test_a_need_that_two_people_have_is_told_twice_and_a_sorry_takes_it_away(tmp_path: Path, capsys: Text) -> None:
    record = json.loads(RIVERSIDE.read_text(encoding="utf-8"))
    twin = record["people"][7]
    twin["needs"] = [{"code": "TRAVEL", "detail": "zebra", "may_share": False, "consent_on": "2026-01-13"}]
    brought_in(tmp_path / "two", written(tmp_path, record), capsys)
    both = [line for line in ready(tmp_path / "two", capsys) if line["what"] == "A taxi or a lift for 1 person"]
    assert len(both) == 2
    for seen in record["meeting"]["attendance"]:
        if seen["person"] == twin["id"]:
            seen.clear()
            seen.update({"person": twin["id"], "sorry": True})
    del record["meeting"]["turns"]
    brought_in(tmp_path / "one", written(tmp_path, record), capsys)
    left = [line for line in ready(tmp_path / "one", capsys) if line["code"] == "TRAVEL"]
    assert len(left) == 2  # the taxi and the fares of the one who came


def test_a_need_without_a_yes_is_left_out_and_an_unknown_code_is_something_else(tmp_path: Path, capsys: Text) -> None:
    record = json.loads(RIVERSIDE.read_text(encoding="utf-8"))
    record["people"][7]["needs"] = [
        {"code": "DBLIND", "detail": "zebra", "may_share": True},
        {"code": "ZEBRA", "detail": "zebra", "may_share": True, "consent_on": "2026-01-13"},
    ]
    brought_in(tmp_path / "data", written(tmp_path, record), capsys)
    lines = ready(tmp_path / "data", capsys)
    assert "DBLIND" not in {line["code"] for line in lines}
    assert only(lines, "OTHER", "Something else for 1 person")["state"] == "not_asked"
    assert "zebra" not in json.dumps(lines).casefold()


def test_what_the_group_marked_and_people_said_is_told(tmp_path: Path, capsys: Text) -> None:
    data = tmp_path / "data"
    meeting_id = MeetingId(brought_in(data, RIVERSIDE, capsys))
    services = open_services(data)
    people = people_of(services)
    services.ready.mark(meeting_id, "two_interpreters", GroupState.ASKED)
    services.ready.mark(meeting_id, "travel", GroupState.ARRANGED)
    services.ready.say(meeting_id, people["Tom Castellane"].id, "SEAT", PersonSaid.NOT_MET, "zebra")
    services.ready.say(meeting_id, people["Harbinder Gill"].id, "LOOP", PersonSaid.PARTLY)
    services.ready.say(meeting_id, people["Aisling Murphy"].id, "EARLY", PersonSaid.MET)
    services.close()
    lines = ready(data, capsys, "--today", "2026-03-11")
    assert only(lines, "BSL", "2 sign language interpreters")["state"] == "asked"
    assert only(lines, "BSL", "2 sign language interpreters")["late"] is True
    arranged = only(lines, "TRAVEL", "A taxi or a lift for 1 person")
    assert (arranged["state"], arranged["late"]) == ("arranged", False)
    assert only(lines, "SEAT", "A seat that they choose for 1 person")["state"] == "not_met"
    assert {line["state"] for line in lines if line["code"] == "LOOP"} == {"partly"}
    met = only(lines, "EARLY", "Papers early for 1 person")
    assert (met["state"], met["late"]) == ("met", False)
    assert "zebra" not in json.dumps(lines)


def test_nothing_printed_names_anybody_or_tells_their_words(tmp_path: Path, capsys: Text) -> None:
    data = tmp_path / "data"
    meeting_id = MeetingId(brought_in(data, RIVERSIDE, capsys))
    services = open_services(data)
    store = PeopleStore(services.database)
    for number, person in enumerate(people_of(services).values()):
        needs = tuple(replace(need, detail=f"Zebra{number} lipspeaker hoist") for need in person.needs)
        store.save(replace(person, needs=needs))
    services.ready.say_why_not(meeting_id, "food", "Zebra is closed")
    names = [word for name in people_of(services) for word in name.split()]
    services.close()
    for more in ((), ("--json",), ("--today", "2026-03-09")):
        assert main(["ready", "--data", str(data), "--meeting", "last", *more]) == 0
        printed = capsys.readouterr()
        assert printed.err == ""
        assert "zebra" not in printed.out.casefold()
        assert not [name for name in names if name in printed.out]


def test_each_need_of_breaks_has_its_line_also_where_one_is_stricter(tmp_path: Path, capsys: Text) -> None:
    data = tmp_path / "data"
    brought_in(data, RIVERSIDE, capsys)
    lines = ready(data, capsys, "--today", "2026-03-09")
    strict = only(lines, "BSL", "A break every 30 minutes")
    loose = only(lines, "BREAK", "A break every hour or sooner")
    assert (strict["state"], strict["late"]) == (loose["state"], loose["late"]) == ("not_asked", True)


def test_without_json_it_is_told_in_words(tmp_path: Path, capsys: Text) -> None:
    data = tmp_path / "data"
    brought_in(data, FIRST, capsys)
    assert main(["ready", "--data", str(data), "--meeting", "last"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Easy read papers for 1 person. It is in the print pack.",
        "Large print papers for 1 person. It is in the print pack.",
        "All is arranged.",
    ]
    brought_in(data, RIVERSIDE, capsys)
    assert main(["ready", "--data", str(data), "--meeting", "last", "--today", "2026-02-20"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == (
        "2 sign language interpreters. Not asked. "
        "This should be done by 27 January 2026. It may be too late. Ask today."
    )
    assert told[1] == "A hearing loop. Not looked. By 24 February 2026."
    assert told[-1] == "We have not arranged 19 things."


@pytest.mark.parametrize("day", ["24.11.2026", "2026-11-31", "20261124", "2026-W48-2", "tomorrow", "", "٢٠٢٦-١١-٢٤"])
def test_a_day_that_is_no_date_is_turned_down_in_words(day: str, tmp_path: Path, capsys: Text) -> None:
    brought_in(tmp_path / "data", FIRST, capsys)
    assert main(["ready", "--data", str(tmp_path / "data"), "--meeting", "last", "--today", day]) == 2
    printed = capsys.readouterr()
    assert "Write it like this: 2026-11-24" in printed.err
    assert printed.out == ""


def test_a_meeting_that_is_not_there_is_turned_down(tmp_path: Path, capsys: Text) -> None:
    assert main(["ready", "--data", str(tmp_path / "data"), "--meeting", "last", "--json"]) == 2
    assert "there is no meeting yet" in capsys.readouterr().err
