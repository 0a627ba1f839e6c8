"""What each need of the catalogue does: its lines, on which lists, by when. Written out by hand, AN-01 to AN-47."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.break_hints import break_rhythm
from coprod_desktop.domain.getting_ready import Preparation, needed_rules, ready_lines
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import Attendance, MeetingState
from coprod_desktop.domain.need_rules import NEED_RULES, RULES_BY_CODE, RULES_BY_KEY, ReadyList
from coprod_desktop.domain.person import Person

JO = PersonId("jo")
TWO_HOURS = MeetingDetails(title="Bus stops", held_on=date(2026, 11, 24), starts_at="10am", ends_at="midday")
ONE_HOUR = replace(TWO_HOURS, ends_at="11am")
ON_THE_DAY = "2026-11-24"


@dataclass(frozen=True)
class Row:
    """What one line of the catalogue asks for: (line, its lists, done by, warned under so many days)."""

    number: str
    code: str
    lines: tuple[tuple[str, str, str | None, int | None], ...]


TABLE = (
    Row("AN-01", "ER", (("easy_read_copy", "pack", None, None),)),
    Row("AN-02", "LP", (("large_print_copy", "pack", None, None),)),
    Row("AN-03", "TXT", (("text_files", "pack", None, None),)),
    Row("AN-04", "AUD", (("sound", "pack", None, None),)),
    Row("AN-05", "BRL", (("braille", "booking", "2026-11-03", 14), ("braille_source", "pack", None, None))),
    Row("AN-06", "PAPER", (("coloured_paper", "pack", None, None),)),
    Row("AN-07", "LANG", (("translator", "booking", "2026-10-13", 28), ("lang_turns", "turns", None, None))),
    Row("AN-08", "CONTACT", (("contact_way", "contact", None, None),)),
    Row(
        "AN-09",
        "REMIND",
        (("remind_week", "contact", "2026-11-17", None), ("remind_day", "contact", "2026-11-23", None)),
    ),
    Row(
        "AN-10",
        "BSL",
        (
            ("two_interpreters", "booking", "2026-10-13", 28),
            ("bsl_breaks", "breaks", "2026-11-17", None),
            ("clear_view", "room", ON_THE_DAY, None),
            ("bsl_turns", "turns", None, None),
        ),
    ),
    Row(
        "AN-11",
        "LIP",
        (
            ("ask_lipspeaker", "booking", "2026-10-13", 28),
            ("face_light", "room", ON_THE_DAY, None),
            ("lip_turns", "turns", None, None),
        ),
    ),
    Row(
        "AN-12",
        "STT",
        (
            ("captions", "booking", "2026-10-13", 28),
            ("screen", "room", "2026-11-10", None),
            ("stt_turns", "turns", None, None),
        ),
    ),
    Row(
        "AN-13",
        "DBLIND",
        (
            ("deafblind_interpreter", "booking", "2026-10-13", 28),
            ("dblind_breaks", "breaks", "2026-11-17", None),
            ("dblind_turns", "turns", None, None),
        ),
    ),
    Row(
        "AN-14",
        "NOTES",
        (
            ("note_taker", "booking", "2026-11-10", 7),
            ("extra_minutes", "pack", None, None),
            ("notes_turns", "turns", None, None),
        ),
    ),
    Row(
        "AN-15",
        "LOOP",
        (
            ("loop", "room", "2026-11-10", None),
            ("test_loop", "room", ON_THE_DAY, None),
            ("loop_turns", "turns", None, None),
        ),
    ),
    Row("AN-16", "AAC", (("aac_turns", "turns", None, None),)),
    Row("AN-17", "CARDS", (("print_cards", "pack", "2026-11-23", None), ("cards_turns", "turns", None, None))),
    Row("AN-18", "TIME", (("time_turns", "turns", None, None),)),
    Row("AN-19", "SLOW", (("slow_turns", "turns", None, None),)),
    Row("AN-20", "RECAP", (("recap_turns", "turns", None, None),)),
    Row("AN-21", "EARLY", (("papers_early", "papers", "2026-11-10", 7),)),
    Row("AN-22", "PREP", (("welcome_sheet", "papers", "2026-11-17", None),)),
    Row("AN-23", "BREAK", (("break_breaks", "breaks", "2026-11-17", None),)),
    Row("AN-24", "WARN", (("mark_hard_items", "papers", "2026-11-17", None), ("warn_turns", "turns", None, None))),
    Row("AN-25", "STEP", (("step_free", "room", "2026-11-10", None),)),
    Row(
        "AN-26",
        "WHEEL",
        (
            ("doors", "room", "2026-11-10", None),
            ("turning", "room", "2026-11-10", None),
            ("table", "room", "2026-11-10", None),
        ),
    ),
    Row("AN-27", "WC", (("toilet", "room", "2026-11-10", None),)),
    Row("AN-28", "PARK", (("parking", "room", "2026-11-10", None),)),
    Row("AN-29", "SEAT", (("choose_seat", "room", ON_THE_DAY, None),)),
    Row(
        "AN-30",
        "QUIET",
        (
            ("quiet_room", "room", "2026-11-10", None),
            ("door_sign", "room", "2026-11-23", None),
            ("quiet_turns", "turns", None, None),
        ),
    ),
    Row("AN-31", "LIGHT", (("light", "room", "2026-11-10", None),)),
    Row("AN-32", "SMELL", (("no_perfume", "invitation", None, None),)),
    Row("AN-33", "EXIT", (("fire_helper", "safety", "2026-11-17", None),)),
    Row(
        "AN-34",
        "PA",
        (
            ("helper_seat", "room", ON_THE_DAY, None),
            ("helper_papers", "pack", None, None),
            ("helper_meal", "catering", "2026-11-21", None),
            ("pa_turns", "turns", None, None),
        ),
    ),
    Row(
        "AN-35",
        "ADVOC",
        (
            ("advocate_seat", "room", ON_THE_DAY, None),
            ("advocate_papers", "pack", None, None),
            ("advocate_meal", "catering", "2026-11-21", None),
            ("advocate_speaks_on", "person", "2026-11-17", None),
            ("advoc_turns", "turns", None, None),
        ),
    ),
    Row("AN-36", "DOG", (("dog_place", "room", "2026-11-10", None), ("dog_water", "room", ON_THE_DAY, None))),
    Row(
        "AN-37",
        "TRAVEL",
        (("travel", "booking transport", "2026-11-17", 2), ("fares", "cost", "2026-11-17", None)),
    ),
    Row("AN-38", "FOOD", (("food", "catering", "2026-11-21", 1),)),
    Row("AN-39", "CARE", (("replacement_care", "cost", "2026-11-10", 7),)),
    Row("AN-40", "WHEN", (("date_clash", "date", "2026-11-10", None),)),
    Row(
        "AN-41",
        "ONLINE",
        (
            ("joining_sheet", "papers", "2026-11-17", None),
            ("test_call", "room", ON_THE_DAY, None),
            ("online_turns", "turns", None, None),
        ),
    ),
    Row("AN-42", "OTHER", (("other", "person", "2026-11-10", 7),)),
    Row(
        "AN-43",
        "FACES",
        (
            ("name_cards", "pack", "2026-11-23", None),
            ("who_is_who", "papers", "2026-11-17", None),
            ("faces_turns", "turns", None, None),
        ),
    ),
    Row("AN-44", "SPEECH", (("speech_turns", "turns", None, None),)),
    Row("AN-45", "MOVE", (("relaxed", "invitation", None, None), ("move_turns", "turns", None, None))),
    Row("AN-46", "PRAY", (("prayer", "room", "2026-11-10", None),)),
    Row("AN-47", "NOREAD", (("tell_by_voice", "contact", "2026-11-10", None), ("noread_turns", "turns", None, None))),
)


def need(code: str, words: str = "") -> AccessNeed:
    return AccessNeed(code=code, detail=words, consent_on=date(2026, 1, 13))


def jo(*needs: AccessNeed) -> Person:
    return Person(id=JO, group_id=GroupId("g1"), name="Jo Smith", needs=needs)


def prepared(*needs: AccessNeed, details: MeetingDetails = TWO_HOURS) -> Preparation:
    """Long before a meeting to which only Jo comes."""
    state = MeetingState(id=MeetingId("m1"), details=details, attendance={JO: Attendance(person_id=JO)})
    return Preparation(state=state, people=(jo(*needs),), today=date(2026, 9, 1))


def keys(*needs: AccessNeed, details: MeetingDetails = TWO_HOURS) -> list[str]:
    return [line.key for line in ready_lines(prepared(*needs, details=details))]


def test_every_code_of_the_catalogue_has_one_row_and_the_table_of_rules_has_no_other() -> None:
    assert sorted(row.code for row in TABLE) == sorted(NEED_CODES)
    assert [row.number for row in TABLE] == [f"AN-{number:02}" for number in range(1, 48)]
    assert set(RULES_BY_CODE) == set(NEED_CODES)
    assert len(RULES_BY_KEY) == len(NEED_RULES)


@pytest.mark.parametrize("row", TABLE, ids=[f"{row.number} {row.code}" for row in TABLE])
def test_a_need_has_these_lines_on_these_lists_by_these_days_and_nowhere_else(row: Row) -> None:
    lines = {line.key: line for line in ready_lines(prepared(need(row.code)))}
    assert set(lines) == {key for key, *_ in row.lines}
    for key, lists, due_on, late_days in row.lines:
        told = lines[key]
        assert set(told.rule.lists) == {ReadyList(name) for name in lists.split()}
        assert (told.due_on and told.due_on.isoformat()) == due_on
        assert told.rule.late_days == late_days
        assert told.people == 1
        assert not told.is_late


@pytest.mark.parametrize("row", TABLE, ids=[row.number for row in TABLE])
def test_what_the_program_does_by_itself_has_no_day_and_all_else_has_one(row: Row) -> None:
    for line in ready_lines(prepared(need(row.code))):
        assert line.is_by_itself is (line.due_on is None)
        assert line.is_undone is not line.is_by_itself


def test_signs_for_up_to_an_hour_need_1_interpreter_and_2_for_longer() -> None:
    assert "one_interpreter" in keys(need("BSL"), details=ONE_HOUR)
    assert "two_interpreters" not in keys(need("BSL"), details=ONE_HOUR)
    assert "one_interpreter" not in keys(need("BSL"))
    assert "one_interpreter" in keys(need("BSL"), details=replace(TWO_HOURS, ends_at=""))


@pytest.mark.parametrize("words", ["A lipspeaker, please.", "lip speaker", "I want a LIP-SPEAKER"])
def test_a_lipspeaker_is_booked_if_the_person_wants_one(words: str) -> None:
    assert keys(need("LIP", words)) == ["lipspeaker", "face_light", "lip_turns"]
    (line,) = (line for line in ready_lines(prepared(need("LIP", words))) if line.key == "lipspeaker")
    assert line.due_on == date(2026, 10, 13)
    assert line.rule.lists == (ReadyList.BOOKING,)


@pytest.mark.parametrize("words", ["No lipspeaker.", "I do not want a lip speaker", "Without lipspeaker\nplease"])
def test_nobody_is_asked_again_who_wants_no_lipspeaker(words: str) -> None:
    assert keys(need("LIP", words)) == ["face_light", "lip_turns"]


@pytest.mark.parametrize("words", ["Changing Places, please", "I need a hoist and a bench", "changing place"])
def test_a_changing_places_toilet_is_looked_for_only_if_it_was_asked_for(words: str) -> None:
    assert keys(need("WC", words)) == ["toilet", "changing_place"]
    assert keys(need("WC", "A rail on the left.")) == ["toilet"]


def test_what_an_advocate_may_speak_on_is_asked_until_it_is_written_down() -> None:
    assert "advocate_speaks_on" not in keys(need("ADVOC", "Money and my flat."))


@pytest.mark.parametrize(
    ("code", "words", "between", "long"),
    [
        ("BREAK", "", 60, 10),
        ("BREAK", "every 30 minutes", 30, 10),
        ("BSL", "", 30, 5),
        ("DBLIND", "", 30, 10),
        ("DBLIND", "every 20 minutes", 20, 10),
        ("DBLIND", "every 10 minutes", 20, 10),
    ],
)
def test_breaks_come_as_often_as_the_need_says(code: str, words: str, between: int, long: int) -> None:
    rhythm = break_rhythm([jo(need(code, words))])
    assert rhythm is not None
    assert (rhythm.minutes_between, rhythm.minutes_long) == (between, long)


def test_a_code_nobody_knows_acts_as_something_else() -> None:
    assert keys(need("ZEBRA", "A quiet bus")) == ["other"]


def test_a_need_without_a_yes_acts_on_nothing() -> None:
    waiting = [replace(need(code), consent_on=None) for code in NEED_CODES]
    assert keys(*waiting) == []
    assert needed_rules([jo(*waiting)], TWO_HOURS) == ()


def test_lines_hold_no_name_and_no_own_words() -> None:
    secret = [need(code, f"zebra{number} lipspeaker hoist") for number, code in enumerate(NEED_CODES)]
    told = repr(ready_lines(prepared(*secret)))
    assert "zebra" not in told
    assert "Smith" not in told


def test_a_group_with_nothing_to_look_after_has_nothing_to_do() -> None:
    assert keys() == []
