"""The words for what is to be ready: easy, with counts, and there for each rule."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.adjustment import Adjustment, GroupState
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.need_rules import RULES_BY_KEY
from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.ready_words import ReadyWords, load_ready_words
from tests.words.judged import judge, matter

NAMES_OF_SERVICES = {
    "advocate", "advocates", "deafblind", "interpreter", "interpreters", "invitation", "lipspeaker", "lipspeakers",
    "microphone", "note-taker", "note-takers", "translator", "translators",
}  # fmt: skip
"""What people call these; another word would be less clear to those who book them."""


@pytest.fixture(scope="module")
def words() -> ReadyWords:
    """The English words."""
    return load_ready_words(templates_folder())


def line(key: str, group_state: GroupState = GroupState.NOT_ASKED, people: int = 1) -> ReadyLine:
    return ReadyLine(rule=RULES_BY_KEY[key], people=people, state=group_state, due_on=date(2026, 10, 13))


@pytest.mark.parametrize(
    ("key", "people", "title"),
    [
        ("two_interpreters", 2, "2 sign language interpreters"),
        ("travel", 1, "A taxi or a lift for 1 person"),
        ("travel", 2, "Taxis or lifts for 2 people"),
        ("papers_early", 4, "Papers early for 4 people"),
        ("helper_meal", 3, "Meals for 3 helpers"),
    ],
)
def test_titles_say_what_and_for_how_many(words: ReadyWords, key: str, people: int, title: str) -> None:
    assert words.title(key, people) == title


def test_all_words_are_easy(words: ReadyWords) -> None:
    told = [text for key in RULES_BY_KEY for text in (words.title(key, 1), words.title(key, 2), words.note(key))]
    sentences = [part for text in told for part in re.split(r"(?<=\.)\s", text if text.endswith(".") else f"{text}.")]
    assert max(len(one.split()) for one in sentences) <= 10
    found = judge().findings(matter(*sentences), ["ER-08", "ER-09", "ER-12", "ER-13", "ER-15", "ER-19", "ER-20"])
    assert {(one.rule, one.text.casefold()) for one in found} <= {("ER-15", word) for word in NAMES_OF_SERVICES}


def test_each_line_is_told_apart_from_every_other(words: ReadyWords) -> None:
    titles = [words.title(key, 1) for key in RULES_BY_KEY]
    assert len(set(titles)) == len(titles)


def test_notes_end_with_a_full_stop_and_titles_do_not(words: ReadyWords) -> None:
    assert all(words.note(key).endswith(".") for key in RULES_BY_KEY)
    assert not any(words.title(key, count).endswith(".") for key in RULES_BY_KEY for count in (1, 2))


@pytest.mark.parametrize(
    ("key", "group_state", "state", "press"),
    [
        ("two_interpreters", GroupState.NOT_ASKED, "Not asked", "Mark asked"),
        ("two_interpreters", GroupState.ASKED, "Asked", "Mark arranged"),
        ("two_interpreters", GroupState.ARRANGED, "Arranged", "Mark ready"),
        ("two_interpreters", GroupState.READY, "Ready", ""),
        ("papers_early", GroupState.NOT_ASKED, "Not done", "Mark done"),
        ("papers_early", GroupState.READY, "Done", ""),
        ("step_free", GroupState.NOT_ASKED, "Not looked", "We looked: yes"),
        ("step_free", GroupState.READY, "Ready", ""),
        ("fire_helper", GroupState.NOT_ASKED, "Not done", ""),
        ("bsl_turns", GroupState.READY, "By itself", ""),
    ],
)
def test_each_state_has_its_word_and_the_button_says_the_next(
    words: ReadyWords, key: str, group_state: GroupState, state: str, press: str
) -> None:
    told = line(key, group_state)
    assert (words.state(told), words.press(told)) == (state, press)


def test_a_place_without_it_says_so_and_what_to_do_next(words: ReadyWords) -> None:
    told = replace(line("step_free"), place_lacks_it=True)
    assert words.state(told) == "Not there"
    assert words.press(told) == "Mark asked"
    assert words.lacks(told) == "Somebody looked. This place does not have it."
    assert words.lacks(line("step_free")) == ""


def test_lateness_is_told_in_words(words: ReadyWords) -> None:
    told = line("two_interpreters")
    late = replace(told, is_late=True)
    assert words.late(told) == ""
    assert words.late(late) == "This should be done by 13 October 2026."
    assert words.late(replace(late, may_be_too_late=True)).endswith(" It may be too late. Ask today.")


def test_growth_is_told_with_both_counts(words: ReadyWords) -> None:
    done = Adjustment(meeting_id=MeetingId("m1"), key="travel", state=GroupState.ARRANGED, people=1)
    told = replace(line("travel", GroupState.ARRANGED, 2), has_grown=True, adjustment=done)
    assert words.grown(told) == "It was done for 1 person. Now it is for 2."
    assert words.grown(line("travel")) == ""


def test_a_rule_without_words_is_a_fault(tmp_path: Path) -> None:
    said = json.loads((templates_folder() / "ready_words.en.json").read_text(encoding="utf-8"))
    del said["rules"]["loop"]
    (tmp_path / "ready_words.en.json").write_text(json.dumps(said), encoding="utf-8")
    with pytest.raises(ValueError, match="has words"):
        load_ready_words(tmp_path)
