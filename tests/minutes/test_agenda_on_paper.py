"""Split and merged items on paper: every proposer and source is printed, and what is fixed is told."""

from coprod_desktop.domain import agenda_order, pauses
from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.room import PlannedBreak
from coprod_desktop.minutes.paper_kit.kit_part import KitPart
from tests.minutes.kit_printing import kit_of, maker
from tests.minutes.meeting_builder import Meeting
from tests.minutes.read_out import read_out


def _meeting() -> tuple[Meeting, AgendaItemId, AgendaItemId]:
    meeting = Meeting().opened()
    jo, sam = meeting.person("Jo Bell"), meeting.person("Sam Fry")
    first = meeting.item("Seats", Proposer(people=(jo,), source=Source.SURVEY), fixed="The money is for 10 seats.")
    second = meeting.item("Benches", Proposer(people=(sam, jo), source=Source.DROP_IN))
    return meeting, first, second


def _chapter(meeting: Meeting, title: str) -> str:
    section = next(section for section in meeting.content().sections if section.heading == title)
    return "\n".join(line for block in section.blocks for line in (block.label, *block.sentences))


def test_a_merged_item_names_everyone_and_every_source_in_the_minutes_and_on_the_agenda() -> None:
    meeting, first, second = _meeting()
    meeting.do(agenda_order.merge_items(meeting.state, first, [second], "Places to sit"))
    (line,) = kit_of(meeting).agenda
    for told in (_chapter(meeting, "Places to sit"), "\n".join(line.told)):
        for whose in ("Jo", "Sam", "a survey", "people at a drop-in"):
            assert whose in told


def test_each_part_of_a_split_names_the_same_people_and_what_is_fixed() -> None:
    meeting, first, _second = _meeting()
    meeting.do(agenda_order.split_item(meeting.state, first, ["Seats inside", "Seats outside"], [AgendaItemId("new")]))
    lines = kit_of(meeting).agenda
    for title in ("Seats inside", "Seats outside"):
        line = next(line for line in lines if line.title == title)
        assert "We cannot change everything here." in line.told
        for told in (_chapter(meeting, title), "\n".join(line.told)):
            assert "Jo" in told
            assert "a survey" in told
            assert "The money is for 10 seats." in told
    assert "What was fixed" in _chapter(meeting, "Seats inside")


def test_nothing_is_told_of_what_is_fixed_when_nothing_is() -> None:
    meeting, _first, _second = _meeting()
    assert "What was fixed" not in _chapter(meeting, "Benches")
    line = next(line for line in kit_of(meeting).agenda if line.title == "Benches")
    assert "We cannot change everything here." not in line.told


def test_planned_breaks_stand_on_the_agenda_and_without_any_there_is_room_to_write_them() -> None:
    meeting, _first, _second = _meeting()
    assert kit_of(meeting).breaks == ()
    meeting.do(pauses.plan_breaks(meeting.state, (PlannedBreak(at="11:20", minutes=10),)))
    assert kit_of(meeting).breaks == ("11:20am: 10 minutes",)
    said = [one.text for one in read_out(maker().file(kit_of(meeting), KitPart.AGENDA)).said]
    assert "We plan 1 break." in said
    assert any("11:20am: 10 minutes" in line for line in said)
