"""`balance`: the numbers of equal voice for scripts, checked by hand against the file that came in."""

import json
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.cli import main
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.services.bootstrap import open_services
from coprod_desktop.storage.meeting_log import MeetingLog
from tests.services.fixed_clock import FixedClock

ROOT = Path(__file__).resolve().parents[1]
RIVERSIDE = ROOT / "resources" / "sample" / "riverside-team-up.json"

Text = pytest.CaptureFixture[str]


def brought_in(data: Path, record: Path, capsys: Text) -> str:
    assert main(["import", "--data", str(data), str(record)]) == 0
    return capsys.readouterr().out.strip()


def balance(data: Path, meeting: str, capsys: Text) -> dict[str, Any]:
    assert main(["balance", "--data", str(data), "--meeting", meeting, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def counted_by_hand(record: dict[str, Any]) -> dict[str, Any]:
    """The same numbers, straight from the file, with nothing of the program."""
    known = {one["id"]: one.get("perspectives", []) for one in record["people"]}
    said = {one["person"]: one.get("perspective") for one in record["meeting"]["attendance"]}
    came = [one["person"] for one in record["meeting"]["attendance"] if not one.get("sorry")]

    def voice(who: str) -> str:
        return str(said.get(who) or (known[who][0] if len(known[who]) == 1 else "not_recorded"))

    people, seconds, turns = Counter(voice(who) for who in came), Counter[str](), Counter[str]()
    spoke = set()
    for turn in record["meeting"].get("turns", []):
        if turn.get("ended_by") == "passed":
            continue
        for who in (turn["person"], *turn.get("with_people", [])):
            turns[voice(who)] += 1
            spoke.add(who)
        if "through" not in turn:
            length = datetime.fromisoformat(turn["ended_at"]) - datetime.fromisoformat(turn["started_at"])
            seconds[voice(turn["person"])] += int(length.total_seconds()) - turn.get("paused_seconds", 0)
    kept = {*people, *seconds, *turns}
    return {
        "people_here": {one: people[one] for one in kept},
        "seconds": {one: seconds[one] for one in kept},
        "turns": {one: turns[one] for one in kept},
        "not_spoken": len(set(came) - spoke),
    }


def harder(folder: Path) -> Path:
    """The sample with a passed turn, each kind of helper, a shared turn, apologies and answers that are missing."""
    record = json.loads(RIVERSIDE.read_text(encoding="utf-8"))
    turns = record["meeting"]["turns"]
    turns[0]["ended_by"] = "passed"
    for number, through in enumerate(("interpreter", "helper", "device"), 1):
        turns[number]["through"] = through
    turns[4]["with_people"] = ["p3", "p7"]
    attendance = record["meeting"]["attendance"]
    for one in attendance[4:7]:
        del one["perspective"]  # p5 has one perspective, p6 two, p7 one
    attendance[10] = {"person": "p11", "sorry": True}
    path = folder / "harder.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


def test_the_sample_counts_as_it_does_by_hand(tmp_path: Path, capsys: Text) -> None:
    meeting_id = brought_in(tmp_path / "data", RIVERSIDE, capsys)

    found = balance(tmp_path / "data", meeting_id, capsys)

    assert found == counted_by_hand(json.loads(RIVERSIDE.read_text(encoding="utf-8")))
    assert list(found) == ["people_here", "seconds", "turns", "not_spoken"]
    assert found["people_here"] == {"lived_experience": 5, "carer": 2, "professional": 2, "supporter": 2}
    assert (found["seconds"]["carer"], found["turns"]["supporter"], found["not_spoken"]) == (400, 1, 1)


def test_passes_helpers_shared_turns_and_missing_answers_count_as_by_hand(tmp_path: Path, capsys: Text) -> None:
    path = harder(tmp_path)
    brought_in(tmp_path / "data", path, capsys)

    found = balance(tmp_path / "data", "last", capsys)

    assert found == counted_by_hand(json.loads(path.read_text(encoding="utf-8")))
    assert found["people_here"]["not_recorded"] == 1


def test_a_turn_of_which_only_one_time_tells_its_zone_is_as_long_as_it_says(tmp_path: Path, capsys: Text) -> None:
    record = json.loads(RIVERSIDE.read_text(encoding="utf-8"))
    first = record["meeting"]["turns"][0]
    record["meeting"]["turns"] = [
        {"person": first["person"], "started_at": "2026-03-10T10:45:00+00:00", "ended_at": "2026-03-10T10:46:00"}
    ]
    path = tmp_path / "zones.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    brought_in(tmp_path / "data", path, capsys)

    assert sum(balance(tmp_path / "data", "last", capsys)["seconds"].values()) == 60


def test_in_words_it_tells_the_same_and_no_name(tmp_path: Path, capsys: Text) -> None:
    brought_in(tmp_path / "data", RIVERSIDE, capsys)

    assert main(["balance", "--data", str(tmp_path / "data"), "--meeting", "last"]) == 0

    said = capsys.readouterr().out
    assert "Lived experience: 5 people, 12 turns, 26 minutes 25 seconds. 7 ideas went further.\n" in said
    assert "1 person has had no turn.\n" in said
    assert said.endswith("More time is not always more say.\n")
    names = [one["name"].split()[0] for one in json.loads(RIVERSIDE.read_text(encoding="utf-8"))["people"]]
    assert not [name for name in names if name in said]


def test_a_turn_that_was_running_counts_with_what_was_kept_and_nothing_is_written(tmp_path: Path, capsys: Text) -> None:
    clock = FixedClock()
    services = open_services(tmp_path, clock=clock)
    group = services.groups.create("Bus stops group")
    who = services.people.add_walk_in(group.id, "Amina Yusuf")
    running = services.meetings.begin(
        group.id, MeetingDetails(title="Bus stops", held_on=date(2026, 11, 24)), (who.id,)
    )
    running.requests.arrive(who.id)
    running.turns.start(who)
    for _ in range(3):
        clock.pass_seconds(4)
        running.turns.tick()
    meeting_id, before = MeetingId(running.live.id), running.live.record_number
    services.close()

    assert balance(tmp_path, meeting_id, capsys) == {
        "people_here": {"not_recorded": 1},
        "seconds": {"not_recorded": 8},
        "turns": {"not_recorded": 1},
        "not_spoken": 0,
    }
    services = open_services(tmp_path)
    assert services.database.path is not None
    assert MeetingLog(services.database).record_number(meeting_id) == before
    services.close()


def test_a_meeting_that_is_not_there_is_bad_input(tmp_path: Path, capsys: Text) -> None:
    assert main(["balance", "--data", str(tmp_path), "--meeting", "nothing", "--json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "--meeting: there is no meeting with this id" in printed.err
    assert main(["balance", "--data", str(tmp_path)]) == 2
