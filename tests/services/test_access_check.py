"""The access check and the advice for turns act on needs with a yes, and never tell whose need it is (DP-03, DP-04)."""

import json
import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.break_hints import break_rhythm, needs_everyone_check, suggested_breaks
from coprod_desktop.domain.events import Through
from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.person import Person
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.access_check import AccessCheck, load_access_check
from coprod_desktop.services.turn_advice import TurnAdvice, load_turn_advice, speaks_through
from tests.words.judged import judge, matter

YES_ON = date(2026, 1, 13)
NOT_ASKED = {"CONTACT", "REMIND", "EARLY", "PARK", "WHEN", "RECAP"}
"""Needs for which there is nothing to check in the room when the meeting begins."""

EXACT_WORDS = ("interpreter", "microphone")
"""Hard words that name what is in the room, so that no easier word would be clearer."""

TEMPLATES = ("access_check.en.json", "turn_advice.en.json")


@pytest.fixture(scope="module")
def check() -> AccessCheck:
    return load_access_check(templates_folder())


@pytest.fixture(scope="module")
def advice() -> TurnAdvice:
    return load_turn_advice(templates_folder())


def person(*codes: str, name: str = "Quillon Xanthe", yes: bool = True, detail: str = "") -> Person:
    needs = tuple(AccessNeed(code=code, detail=detail, consent_on=YES_ON if yes else None) for code in codes)
    return Person(id=PersonId(name), group_id=GroupId("g"), name=name, needs=needs)


@pytest.mark.parametrize("code", NEED_CODES)
def test_every_need_is_asked_about_or_named_as_not_asked(check: AccessCheck, code: str) -> None:
    asked = [one for one in check.room_questions if code in one.codes]
    assert len(asked) == (0 if code in NOT_ASKED else 1)
    assert (code in check.not_asked) == (code in NOT_ASKED)
    for question in asked:
        assert question.words in check.questions([person(code)])


@pytest.mark.parametrize("code", NEED_CODES)
def test_a_need_without_a_yes_or_taken_back_acts_on_nothing(check: AccessCheck, advice: TurnAdvice, code: str) -> None:
    waiting = person(code, yes=False, detail="every 30 minutes")
    taken_back = replace(person(code), needs=())
    for nobody in (waiting, taken_back):
        assert check.questions([nobody]) == check.questions([])
        assert advice.advice_for(nobody) == ()
        assert speaks_through(nobody) is None
        assert break_rhythm([nobody]) is None
        assert not needs_everyone_check([nobody])


def test_a_fixed_set_is_always_asked_and_a_special_question_stands_among_it(check: AccessCheck) -> None:
    always, special = check.questions([]), check.questions([person("LOOP")])
    for words in ("Can everybody hear?", "Can everybody see?", "Does anybody want another seat, or a plug?"):
        assert words in always
    assert "Is the hearing loop on?" not in always
    assert [words for words in special if words != "Is the hearing loop on?"] == list(always)
    assert special[0] != "Is the hearing loop on?" != special[-1]


def test_no_question_comes_twice_and_the_order_of_people_changes_nothing(check: AccessCheck) -> None:
    everyone = [person(code, name=code) for code in NEED_CODES]
    asked = check.questions([*everyone, *everyone])
    assert len(set(asked)) == len(asked) == len(check.room_questions)
    assert check.questions(reversed(everyone)) == asked


def test_no_name_no_code_and_no_word_of_a_detail_comes_out(check: AccessCheck, advice: TurnAdvice) -> None:
    needs = tuple(
        AccessNeed(code=code, detail=f"Zebra{at}", consent_on=YES_ON, consent_words="Yodel", consent_recorder="Kumquat")
        for at, code in enumerate(NEED_CODES)
    )
    quill = replace(person(), needs=needs)
    said = [*check.questions([quill]), *advice.advice_for(quill), str(speaks_through(quill))]
    said.append(repr((break_rhythm([quill]), needs_everyone_check([quill]))))
    told = " ".join(said)
    for private in ("Zebra", "Yodel", "Kumquat", "Quillon", "Xanthe"):
        assert private not in told
    assert not [code for code in NEED_CODES if re.search(rf"\b{code}\b", told)]


def test_advice_says_what_to_do_and_each_sentence_once(advice: TurnAdvice) -> None:
    assert advice.advice_for(person("AAC")) == ("Wait. Do not finish the sentence.", "Read the idea back.")
    both = advice.advice_for(person("SLOW", "LIP", "STT"))
    assert both.count("One person talks at a time.") == 1
    assert advice.advice_for(person("FOOD", "PARK")) == ()


def test_others_in_the_room_have_their_say_in_everybodys_turn_after_what_the_speaker_needs(advice: TurnAdvice) -> None:
    assert advice.advice_for(person("FOOD"), [person("LOOP"), person("TIME")]) == ("Use the microphone.",)
    own = advice.advice_for(person("AAC"))
    both = advice.advice_for(person("AAC"), [person("LIP"), person("QUIET")])
    assert both[: len(own)] == own
    assert both[len(own) :] == ("One person talks at a time.", "Show your face when you talk.")
    waiting = replace(person("LOOP"), needs=(AccessNeed(code="LOOP"),))
    assert advice.advice_for(person("FOOD"), [waiting]) == ()


@pytest.mark.parametrize("code", ["AAC", "TIME", "SLOW", "RECAP", "BSL", "LIP", "STT", "LOOP", "WARN", "DBLIND"])
def test_what_matters_in_a_turn_has_advice(advice: TurnAdvice, code: str) -> None:
    assert advice.advice_for(person(code))


@pytest.mark.parametrize(
    ("codes", "through"),
    [
        (("BSL",), Through.INTERPRETER),
        (("DBLIND",), Through.INTERPRETER),
        (("LANG",), Through.INTERPRETER),
        (("AAC",), Through.DEVICE),
        (("AAC", "BSL"), Through.INTERPRETER),
        (("LIP", "PA"), None),
    ],
)
def test_what_a_person_speaks_through_is_suggested(codes: tuple[str, ...], through: Through | None) -> None:
    assert speaks_through(person(*codes)) is through


@pytest.mark.parametrize("code", NEED_CODES)
def test_everyone_is_waited_for_with_signs_captions_or_translation(code: str) -> None:
    assert needs_everyone_check([person("FOOD"), person(code)]) == (code in {"BSL", "LIP", "STT", "DBLIND", "LANG"})


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_words_are_easy(name: str) -> None:
    said = json.loads((templates_folder() / name).read_text(encoding="utf-8"))
    listed = [one["words"] for one in said["questions"]] if "questions" in said else sum(said.values(), [])
    sentences = [part for words in listed for part in re.split(r"(?<=[.?])\s", words)]
    assert all(len(sentence.split()) <= 12 for sentence in sentences)
    told = matter(*(sentence.replace("?", ".") for sentence in sentences))
    found = judge().findings(told, ["ER-08", "ER-09", "ER-12", "ER-13", "ER-15"])
    assert {(one.rule, one.text) for one in found} <= {("ER-15", word) for word in EXACT_WORDS}


def test_a_need_that_was_forgotten_or_asked_twice_is_a_fault(tmp_path: Path) -> None:
    said = json.loads((templates_folder() / TEMPLATES[0]).read_text(encoding="utf-8"))
    for spoilt in ({**said, "not_asked": {}}, {**said, "not_asked": {**said["not_asked"], "LOOP": "Twice."}}):
        (tmp_path / TEMPLATES[0]).write_text(json.dumps(spoilt), encoding="utf-8")
        with pytest.raises(ValueError, match="one place"):
            load_access_check(tmp_path)


def test_advice_for_something_that_is_no_need_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / TEMPLATES[1]).write_text('{"XYZ": ["Wait."]}', encoding="utf-8")
    with pytest.raises(ValueError, match="no need"):
        load_turn_advice(tmp_path)


def test_another_language_is_read_from_its_own_file_and_english_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / TEMPLATES[1]).write_text('{"LOOP": ["Use the microphone."]}', encoding="utf-8")
    (tmp_path / "turn_advice.cy.json").write_text('{"LOOP": ["Siaradwch i mewn i\'r meic."]}', encoding="utf-8")
    loop = person("LOOP")
    assert load_turn_advice(tmp_path, "cy-GB").advice_for(loop) == ("Siaradwch i mewn i'r meic.",)
    assert load_turn_advice(tmp_path, "pl").advice_for(loop) == ("Use the microphone.",)


def test_a_rhythm_of_breaks_leads_to_breaks_for_the_whole_room() -> None:
    rhythm = break_rhythm([person("FOOD", name="Jo"), person("BREAK", name="Ali")])
    assert rhythm is not None
    assert suggested_breaks(time(10), time(12), rhythm) == ((time(10, 55), 10),)
