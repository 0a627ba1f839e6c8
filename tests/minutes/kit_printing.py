"""Prints papers of the kit for tests, with the real fonts, pictures and page styles."""

from functools import cache
from typing import Any

from coprod_desktop.domain import meeting_setup, participation
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import HowOpen, ItemState
from coprod_desktop.domain.meeting import Bounds, FixedBound
from coprod_desktop.domain.person import NamedAs, Person
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.minutes.paper_kit.kit_content import KIT_FILES, KitContent, kit_content
from coprod_desktop.minutes.paper_kit.kit_maker import KitMaker
from coprod_desktop.minutes.paper_kit.kit_part import KitPart
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.paths import templates_folder
from tests.minutes.meeting_builder import GROUP_ID, Meeting
from tests.minutes.printing import fonts, pictures, styles

KIT_WORDS = Wording.load(templates_folder(), "en-GB", files=KIT_FILES)


def kit_of(meeting: Meeting) -> KitContent:
    return kit_content(meeting.state, meeting.group, meeting.people, wording=KIT_WORDS)


def maker(**wishes: Any) -> KitMaker:
    return KitMaker(fonts=fonts(), pictures=pictures(), styles=styles(), **wishes)


def paper(meeting: Meeting, part: KitPart, **wishes: Any) -> bytes:
    return maker(**wishes).file(kit_of(meeting), part)


def expected_person(meeting: Meeting, name: str, **details: Any) -> PersonId:
    """Put a person on the list of a meeting to which nobody has come yet."""
    person = Person(id=PersonId(f"person {len(meeting.people)}"), group_id=GROUP_ID, name=name, **details)
    meeting.people.append(person)
    meeting.do(participation.expect(meeting.state, [person.id]))
    return person.id


@cache
def full_meeting() -> Meeting:
    """A meeting that is set up: every kind of proposer, something open, something fixed, somebody unnamed."""
    meeting = Meeting().opened(
        "Seats and shelters",
        starts_at="2026-11-24T10:30:00+00:00",
        ends_at="2026-11-24T12:50:00+00:00",
        venue="The library, Room 2",
        purpose="We choose where the new shelters go.",
    )
    amina = expected_person(meeting, "Amina Yusuf")
    eduardo = expected_person(meeting, "Eduardo Ramos")
    hidden = expected_person(meeting, "Farida Khan", named_as=NamedAs.UNNAMED)
    expected_person(meeting, "Siân Llŷr", named_as=NamedAs.FULL)
    expected_person(meeting, "Bob Chen", named_as=NamedAs.CHOSEN, chosen_name="Robert the Bus")
    meeting.item("Where do the shelters go?", Proposer(people=(amina,)), minutes_wanted=20, picture="bus")
    meeting.item("Who pays?", Proposer(people=(amina, eduardo)), minutes_wanted=1, how_open=HowOpen.ADVISE)
    meeting.item("Lunch", Proposer(people=(hidden,)))
    meeting.item("Noise", Proposer(source=Source.WHOLE_GROUP))
    meeting.item("Lights", Proposer(source=Source.SURVEY, note="It came by post."), how_open=HowOpen.TOLD)
    meeting.item("Bins", Proposer(people=(eduardo,)), state=ItemState.PARKED)
    meeting.do(
        meeting_setup.set_bounds(
            meeting.state,
            Bounds(
                open=("Where the shelters stand",),
                how_open=(HowOpen.DECIDE,),
                fixed=(FixedBound(what="There is money for 3.", by_whom="The council", why="The year ends in March."),),
                not_given_up=("Seats with arms",),
                why_now="The old shelters are broken.",
                hoped_gain="It hopes to save money on mending.",
            ),
        )
    )
    return meeting


@cache
def bare_meeting() -> Meeting:
    """A meeting with a name and a day and nothing else."""
    return Meeting().opened("First meeting")
