"""Honest bounds on paper: how open, what is fixed, what is not given up, and why now, in minutes and on the agenda."""

from dataclasses import replace

import pytest

from coprod_desktop.domain import meeting_setup
from coprod_desktop.domain.lines import HowOpen
from coprod_desktop.domain.meeting import Bounds, FixedBound
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.minutes.paper_kit.kit_part import KitPart
from coprod_desktop.minutes.plain_text import render_plain_text
from tests.minutes.kit_printing import kit_of, paper
from tests.minutes.meeting_builder import Meeting
from tests.minutes.read_out import read_out

BOUNDS = Bounds(
    open=("Where the shelters go.", "What they look like", "When they come", "Their name"),
    how_open=(HowOpen.DECIDE, HowOpen.ADVISE, HowOpen.TOLD, None),
    fixed=(FixedBound(what="The money is for 3", by_whom="The council", why="The year ends in March"),),
    not_given_up=("Seats with arms",),
    why_now="The old shelters are broken.",
    hoped_gain="It hopes to save money on mending.",
)


def _meeting(bounds: Bounds = BOUNDS, *, is_without_decisions: bool = False) -> Meeting:
    meeting = Meeting().opened(purpose="")
    meeting.item("Seats", Proposer(people=(meeting.person("Jo Bell"),)))
    meeting.do(meeting_setup.set_bounds(meeting.state, bounds))
    details = replace(meeting.state.details, is_without_decisions=is_without_decisions)
    meeting.do(meeting_setup.change_details(meeting.state, details))
    return meeting


def _section(meeting: Meeting) -> str:
    named = [one for one in meeting.content().sections if one.heading == "What was open and what was fixed"]
    return "\n".join(
        line for one in named for block in one.blocks for line in (block.label, *block.sentences, *block.items)
    )


def test_minutes_say_how_open_each_thing_was() -> None:
    told = _section(_meeting())
    assert "There were 4 things to talk about." in told
    assert "Where the shelters go: we could decide this together" in told
    assert "What they look like: we could give advice" in told
    assert "When they come: we were only told about this" in told
    assert "\nTheir name" in told
    assert "Their name:" not in told


def test_minutes_say_what_was_not_given_up_and_why_it_was_asked_now() -> None:
    lines = _section(_meeting()).split("\n")
    for label, words in (
        ("Fixed by the council", "The money is for 3."),
        ("What people who use the service will not give up", "There is 1 thing."),
        ("Why now", "The old shelters are broken."),
        ("What they hope to gain or save", "It hopes to save money on mending."),
    ):
        assert lines[lines.index(label) + 1] == words
    assert "Seats with arms" in lines


def test_bounds_stand_in_the_plain_text_in_the_same_words() -> None:
    meeting = _meeting()
    text = render_plain_text(meeting.content())
    for line in filter(None, _section(meeting).split("\n")):
        assert line in text


@pytest.mark.parametrize("is_without", [False, True])
def test_a_meeting_without_decisions_says_so_and_another_does_not(is_without: bool) -> None:
    meeting = _meeting(Bounds(), is_without_decisions=is_without)
    assert ("This meeting did not ask for decisions." in _section(meeting)) is is_without
    assert kit_of(meeting).is_without_decisions is is_without


def test_the_agenda_sheet_prints_all_bounds() -> None:
    words = " ".join(one.text for one in read_out(paper(_meeting(is_without_decisions=True), KitPart.AGENDA)).said)
    for said in (
        "This meeting asks for no decisions.",
        "Where the shelters go: we decide this together",
        "What they look like: we can give advice",
        "When they come: we are only told about this",
        "Fixed by the council",
        "Seats with arms.",
        "The old shelters are broken.",
        "It hopes to save money on mending.",
    ):
        assert said in words


@pytest.mark.parametrize(
    ("how_open", "count"),
    [
        ((), "We can change 2 things."),
        ((HowOpen.DECIDE, None), "We can change 2 things."),
        ((HowOpen.DECIDE, HowOpen.TOLD), "There are 2 things."),
        ((HowOpen.ADVISE, HowOpen.ADVISE), "There are 2 things."),
    ],
)
def test_the_agenda_sheet_never_says_that_we_can_change_what_we_are_only_told(
    how_open: tuple[HowOpen | None, ...], count: str
) -> None:
    kit = kit_of(_meeting(Bounds(open=("One", "Two"), how_open=how_open)))
    assert kit.open_count == count
