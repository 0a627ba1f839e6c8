"""Print checks over a real meeting: what is found, where, how it is settled, and when minutes are ready."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.minutes.letter_names import named_letters
from coprod_desktop.paths import resources_folder
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.check_service import CheckReport, as_json
from coprod_desktop.services.minutes_service import MinutesOrder
from coprod_desktop.storage.database import Database

SAMPLES = resources_folder() / "sample"
LONG = "We will ask the council for a new bench because the old bench at the stop is broken."
EASY = MinutesOrder(format=MinutesFormat.EASY_READ)
LARGE = MinutesOrder(format=MinutesFormat.LARGE_PRINT)
TEXT = MinutesOrder(format=MinutesFormat.PLAIN_TEXT)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Services]:
    """A data folder."""
    services = open_services(tmp_path / "data")
    yield services
    services.close()


def imported(services: Services, folder: Path, name: str = "first-meeting", **lines: Any) -> MeetingId:
    """A sample meeting with some words of its first idea, decision or action changed."""
    record = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    for key, more in lines.items():
        record["meeting"][key][0] |= more
    path = folder / f"{name}-changed.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    meeting_id = services.records.import_file(path, as_new=True).meeting_id
    assert meeting_id is not None
    return meeting_id


def rules(report: CheckReport) -> list[str]:
    return [finding.rule for finding in report.open_findings if finding.is_blocking]


@pytest.mark.parametrize("order", [EASY, LARGE, TEXT])
def test_a_sample_in_easy_words_is_ready_in_every_format(opened: Services, tmp_path: Path, order: MinutesOrder) -> None:
    report = opened.checks.check(imported(opened, tmp_path), order)
    assert [finding.rule for finding in report.open_findings if finding.is_blocking] == []
    assert report.is_ready


def test_a_long_sentence_is_found_once_where_it_can_be_mended_and_ready_when_readers_say_it_is_fine(
    opened: Services, tmp_path: Path
) -> None:
    meeting_id = imported(opened, tmp_path, decisions={"easy_text": LONG})
    report = opened.checks.check(meeting_id, EASY)
    long = [finding for finding in report.open_findings if finding.rule == "ER-08" and finding.is_blocking]
    assert [finding.text for finding in long] == [LONG]
    assert long[0].place.endswith("We agreed")
    assert long[0].ref
    assert "because" in long[0].mend
    assert not report.is_ready

    opened.checks.settle(meeting_id, long[0])

    settled = opened.checks.check(meeting_id, EASY)
    assert settled.is_ready
    assert len(settled.findings) == len(report.findings)
    assert [one.is_settled for one in settled.findings if one.finding.text == LONG and one.finding.rule == "ER-08"]
    assert report.with_settled(long[0]) == settled

    opened.checks.unsettle(meeting_id, long[0])
    assert opened.checks.check(meeting_id, EASY) == report
    assert settled.with_settled(long[0], False) == report


@pytest.mark.parametrize("order", [EASY, LARGE])
def test_a_name_in_letters_that_no_font_has_is_not_ready_until_readers_say_it_is_fine(
    opened: Services, tmp_path: Path, order: MinutesOrder
) -> None:
    meeting_id = imported(opened, tmp_path, decisions={"easy_text": "We ask राम to help."})
    report = opened.checks.check(meeting_id, order)
    (told,) = [finding for finding in report.open_findings if finding.is_blocking]

    assert (told.rule, told.text, told.mend) == ("PDF-14", "राम", "Write the name in other letters too.")
    assert told.message.startswith("These letters cannot be printed: ")
    assert named_letters(opened.minutes.cannot_print(told.text)) in told.message
    assert told.ref

    opened.checks.settle(meeting_id, told)
    assert opened.checks.check(meeting_id, order).is_ready


def test_a_sentence_that_no_block_can_hold_is_one_finding(opened: Services, tmp_path: Path) -> None:
    giant = f"We {'really ' * 60}like it."
    report = opened.checks.check(imported(opened, tmp_path, decisions={"easy_text": giant}), EASY)
    long = [finding for finding in report.open_findings if finding.rule == "ER-08" and "really" in finding.text]
    assert {finding.text for finding in long if finding.place.endswith("We agreed")} == {giant}
    assert sum(finding.place.endswith("We agreed") for finding in long) == 1


def test_what_was_settled_is_kept_as_a_digest_and_for_its_own_meeting_only(opened: Services, tmp_path: Path) -> None:
    first = imported(opened, tmp_path, decisions={"easy_text": LONG})
    (finding, *_) = [one for one in opened.checks.check(first, EASY).open_findings if one.is_blocking]
    opened.checks.settle(first, finding)
    opened.checks.settle(first, finding)
    second = imported(opened, tmp_path, decisions={"easy_text": LONG, "text": "We want a bench."})
    assert opened.checks.check(first, EASY).is_ready
    assert not opened.checks.check(second, EASY).is_ready
    assert "bench" not in _kept(opened.database)


def test_changed_words_are_a_new_finding(opened: Services, tmp_path: Path) -> None:
    meeting_id = imported(opened, tmp_path, decisions={"easy_text": LONG})
    finding = next(one for one in opened.checks.check(meeting_id, EASY).open_findings if one.text == LONG)
    opened.checks.settle(meeting_id, replace(finding, text=LONG.replace("new", "red")))
    assert not opened.checks.check(meeting_id, EASY).is_ready


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("We purchase a bench.", "ER-15"),
        ("We don't buy it.", "ER-13"),
        ("We buy three seats.", "ER-19"),
        ("We keep 25% of it.", "ER-20"),
        ("We go on 4/11/2026.", "ER-21"),
        ("We go at 14:30.", "ER-22"),
        ("We pay £5.00.", "ER-23"),
        ("What do we do?", "ER-24"),
        ("We ask the CQC.", "ER-18"),
        ("We buy it NOWADAYS.", "ER-03"),
    ],
)
def test_every_seeded_fault_is_reported_where_it_is(opened: Services, tmp_path: Path, words: str, rule: str) -> None:
    meeting_id = imported(opened, tmp_path, decisions={"easy_text": words})
    found = [finding for finding in opened.checks.check(meeting_id, EASY).open_findings if finding.rule == rule]
    assert any(finding.place.endswith(("We agreed", "Main points")) for finding in found)
    assert all(finding.is_blocking and finding.mend for finding in found)


def test_large_print_advises_on_long_sentences_and_never_bars_them(opened: Services, tmp_path: Path) -> None:
    longer = LONG.replace(".", " and the rain comes in each day.")
    report = opened.checks.check(imported(opened, tmp_path, decisions={"easy_text": longer}), LARGE)
    assert {finding.rule for finding in report.open_findings} >= {"LP-16"}
    assert report.is_ready


def test_a_broken_file_is_found_on_its_pages(opened: Services, tmp_path: Path) -> None:
    meeting_id = imported(opened, tmp_path)
    report = opened.checks.check(meeting_id, EASY, data=b"%PDF-1.7 nothing")
    assert not report.is_ready
    assert rules(report)[-1].startswith("PDF-")


def test_a_text_file_with_faults_is_found_by_its_lines(opened: Services, tmp_path: Path) -> None:
    meeting_id = imported(opened, tmp_path)
    made = opened.minutes.make(meeting_id, MinutesFormat.PLAIN_TEXT).decode()
    broken = made.replace("Idea from: ", "Idea of ").replace("End of minutes", "\tBye")
    assert set(rules(opened.checks.check(meeting_id, TEXT, data=broken.encode()))) >= {"PT-01", "PT-07", "PT-08"}
    assert rules(opened.checks.check(meeting_id, TEXT, data=b"\xff")) == ["PT-01"]


def test_words_of_the_group_list_are_not_hard(opened: Services, tmp_path: Path) -> None:
    meeting_id = imported(opened, tmp_path, "riverside-team-up", decisions={"easy_text": "We check our budget."})
    found = opened.checks.check(meeting_id, EASY).open_findings
    assert not [finding for finding in found if finding.rule in ("ER-15", "ER-16", "ER-17")]


def test_a_meeting_that_is_not_there_or_a_size_that_cannot_be_is_turned_down(opened: Services, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed) as caught:
        opened.checks.check(MeetingId("nothing"), EASY)
    assert caught.value.reason is Reason.NOT_FOUND
    with pytest.raises(NotAllowed) as caught:
        opened.checks.check(imported(opened, tmp_path), replace(EASY, size_pt=3))
    assert caught.value.reason is Reason.NUMBER_OUT_OF_RANGE


def test_a_part_of_long_minutes_is_checked_as_it_is_printed(opened: Services, tmp_path: Path) -> None:
    meeting_id = imported(opened, tmp_path, "riverside-team-up")
    for part in (1, 2):
        report = opened.checks.check(meeting_id, replace(EASY, part=part))
        assert not [finding for finding in report.open_findings if finding.rule.startswith("PDF-")]


def test_no_need_of_anybody_stands_in_a_finding(opened: Services, tmp_path: Path) -> None:
    meeting_id = imported(opened, tmp_path, "riverside-team-up", decisions={"easy_text": LONG})
    record = json.loads((SAMPLES / "riverside-team-up.json").read_text(encoding="utf-8"))
    needs = [need["detail"] for person in record["people"] for need in person.get("needs", []) if need.get("detail")]
    assert needs
    for order in (EASY, LARGE, TEXT):
        told = json.dumps(as_json(opened.checks.check(meeting_id, order)), ensure_ascii=False)
        assert not [need for need in needs if need in told]


def test_only_the_open_findings_are_given_as_data(opened: Services, tmp_path: Path) -> None:
    meeting_id = imported(opened, tmp_path, decisions={"easy_text": LONG})
    report = opened.checks.check(meeting_id, EASY)
    told: Any = as_json(report)
    assert told["blocking"] == report.blocking_count > 0
    assert {"rule", "place", "message", "mend"} <= set(told["findings"][0])
    for finding in report.open_findings:
        report = report.with_settled(finding)
    assert as_json(report) == {"blocking": 0, "findings": []}


def _kept(database: Database) -> str:
    from sqlalchemy import text

    with database.read() as connection:
        return str(connection.execute(text("SELECT * FROM settled_findings")).all())
