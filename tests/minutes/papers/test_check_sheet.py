"""The check sheet of a person: their own lines first, a box for each answer, and a number in place of a name."""

from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain.check_lines import check_lines, sheet_numbers
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.lines import IdeaKind, NeededYes, Outcome
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.papers.check_sheet import CHECK_FILES, CheckSheet, check_sheet
from coprod_desktop.minutes.plain_text import render_plain_text
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.paths import templates_folder
from tests.minutes.meeting_builder import Meeting
from tests.minutes.papers.paper_builder import GROUP
from tests.minutes.papers.paper_printing import EASY, LARGE, Way, findings, printed


def sheet(*, number: int | None = None, is_reader: bool = True) -> MinutesContent:
    """The sheet of Mina, whose idea was decided; Tom decided something too."""
    made = Meeting(group=GROUP).opened()
    mina, tom = (made.person(name) for name in ("Mina", "Tom"))
    item = made.item("Seats at stops", Proposer(people=(mina,)))
    made.idea("We want soft seats.", Proposer(people=(mina,)), item_id=item)
    for who, words in ((mina, "We buy 3 seats."), (tom, "We paint the shelter.")):
        made.decision(words, Proposer(people=(who,)), item_id=item)
    told = CheckSheet(
        title="Bus stops",
        held_on=date(2026, 10, 6),
        person=next(one for one in made.people if one.id == mina),
        lines=check_lines(made.state, mina),
        number=number,
        is_reader=is_reader,
    )
    wording = Wording.load(templates_folder(), files=CHECK_FILES)
    return check_sheet(told, replace(made.group), made.people, wording=wording)


@pytest.mark.parametrize("way", [Way(EASY, 16), Way(LARGE, 18)], ids=str)
@pytest.mark.parametrize("number", [None, 4821])
def test_a_check_sheet_passes_our_page_checks(way: Way, number: int | None) -> None:
    content = sheet(number=number)
    assert findings(content, way, printed(content, way).data) == ()


def test_own_lines_come_first_and_each_has_its_boxes() -> None:
    text = render_plain_text(sheet())
    places = [text.index(words) for words in ("We want soft seats.", "We buy 3 seats.", "We paint the shelter.")]
    assert places == sorted(places)
    assert text.count("Talk to me") >= 4


def test_a_number_stands_in_place_of_a_name() -> None:
    assert "This sheet is for Mina." in render_plain_text(sheet())
    with_number = render_plain_text(sheet(number=4821))
    assert "This sheet has the number 4821." in with_number
    assert "Mina" not in with_number


def test_only_readers_are_asked_whether_it_is_easy() -> None:
    assert "Are the minutes easy to read?" in render_plain_text(sheet())
    assert "Are the minutes easy to read?" not in render_plain_text(sheet(is_reader=False))


def test_numbers_of_sheets_are_all_different_and_stay() -> None:
    people = [PersonId(f"person {number}") for number in range(300)]
    numbers = sheet_numbers(MeetingId("m"), people)
    assert len(set(numbers.values())) == len(people)
    assert all(1000 <= number <= 9999 for number in numbers.values())
    assert sheet_numbers(MeetingId("m"), reversed(people)) == numbers


def test_what_was_not_agreed_or_still_waits_never_reads_as_agreed() -> None:
    made = Meeting(group=GROUP).opened()
    mina = made.person("Mina")
    whose = Proposer(people=(mina,))
    made.decision("We buy a boat.", whose, outcome=Outcome.NOT_AGREED, picture="boat")
    made.decision("We build a ramp.", whose, needs_yes_from=(NeededYes(who="the council"),))
    made.decision("We share lifts.", whose, outcome=Outcome.DEFERRED)
    made.decision("We paint.", whose)
    made.idea("Thank you all.", whose, kind=IdeaKind.THANK_YOU)
    told = CheckSheet(
        title="Bus stops", held_on=date(2026, 10, 6), person=made.people[0], lines=check_lines(made.state, mina)
    )
    wording = Wording.load(templates_folder(), files=CHECK_FILES)
    blocks = check_sheet(told, made.group, made.people, wording=wording).sections[0].blocks
    found = {block.sentences[0]: (block.label, block.picture) for block in blocks}

    assert found == {
        "Thank you all.": ("Your thank you", "thank you"),
        "We buy a boat.": ("We did not agree", "not agreed"),
        "We build a ramp.": ("We want this", "wait"),
        "We share lifts.": ("We will decide this later", "next"),
        "We paint.": ("We agreed", "agreed"),
    }
