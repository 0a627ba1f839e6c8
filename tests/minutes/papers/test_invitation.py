"""What an invitation says, what it never says, and that words nobody foresaw do not break it (R06, DP-04, DP-14)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from coprod_desktop.domain import meeting_setup, participation, pauses
from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.meeting import Bounds, FixedBound, Job
from coprod_desktop.domain.person import NamedAs, Person, Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.room import FixedEnd
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.papers.invitation import InvitationFacts, invitation, invitation_lines, tell_by
from coprod_desktop.minutes.papers.welcome_sheet import welcome_sheet
from coprod_desktop.minutes.papers.who_is_who import who_is_who
from coprod_desktop.minutes.plain_text import render_plain_text
from tests.minutes.kit_printing import kit_of
from tests.minutes.meeting_builder import GROUP_ID, Meeting
from tests.minutes.papers.paper_builder import DOOR, FACE, GROUP, TODAY, VENUE, WORDS, facts, meeting
from tests.minutes.papers.paper_printing import EASY, LARGE, Way, all_words, findings, printed
from tests.minutes.printing import HOSTILE
from tests.minutes.read_out import read_out

HELD_ON = date(2026, 11, 24)


def invited(told: InvitationFacts | None = None, **changes: Any) -> MinutesContent:
    return invitation(replace(told or facts(), **changes), wording=WORDS)


def of(made: Meeting, **more: Any) -> InvitationFacts:
    return InvitationFacts(**{"state": made.state, "group": made.group, "people": made.people, "today": TODAY, **more})


def text(content: MinutesContent) -> str:
    return " ".join(render_plain_text(content).split())


@pytest.mark.parametrize(
    "told",
    [
        "We are Riverside Together. We invite you to our meeting.",
        "When and where: Tuesday 24 November 2026. 10:30am to 12:30pm. Riverside Hall.",
        "What it is for: We choose where the new shelters go.",
        "12 Bridge Street, Riverside, RV1 2AB.",
        "Take bus 4 to the bridge. Walk over the bridge. The hall is on the left.",
        "The front door is blue.",
        "We invite 12 people.",
        "10:30am: We start. - 11:20am: A break of 10 minutes. - 12:30pm: We end. This time cannot change.",
        "A seat at each stop. Idea from Dev.",
        "Idea from someone who did not want to be named. We can only give advice.",
        "Where the shelters go: we decide this together",
        "How the bus company is told: we can give advice",
        "Fixed by the council: There is money for 4 shelters. The budget ended in May.",
        "What people will not give up: A seat in every shelter.",
        "Why now: The old shelters come down in spring.",
        "This is what they hope to gain or save. The council hopes to spend less on repairs.",
        "Food and money: There is lunch for everybody. We pay your bus fare on the day.",
        "Please tell us by Tuesday 13 October 2026. Some help takes 6 weeks to book. You can bring somebody with you.",
        "Please do not wear perfume or strong smells.",
        "You can move about and make sounds.",
        "I am coming, I cannot come, I want to talk first.",
    ],
)
def test_an_invitation_tells(told: str) -> None:
    assert told in text(invited())


def test_why_a_time_cannot_move_is_not_told() -> None:
    made = meeting()
    made.do(pauses.set_fixed_ends(made.state, (FixedEnd(what="The interpreter goes", at="12:10"),)))
    said = text(invited(of(made)))

    assert "12:10pm: This time cannot change." in said
    assert "12:30pm: We end." in said
    assert "interpreter" not in said.casefold()


def test_an_empty_agenda_is_said_to_be_one() -> None:
    made = Meeting(group=GROUP).opened("Our day")
    assert "The agenda starts empty. Bring your own ideas." in text(invited(of(made)))


def test_a_meeting_without_decisions_says_so_and_members_own_time_comes_first() -> None:
    made = meeting(is_without_decisions=True, own_time_at="10am", taking_part_money="We pay for a taxi.")
    said = text(invited(of(made)))

    assert "We will not decide anything in this meeting." in said
    assert "Here are 4 times. - 10am: Members meet on their own first. - 10:30am: We start." in said
    assert "We pay for a taxi." in said
    assert "bus fare" not in said


def test_perspectives_of_few_people_have_no_number_and_stand_beside_no_name() -> None:
    said = text(invited())
    assert "Unpaid and family carers: a few" in said
    assert "Paid staff: 3" in said
    for block in invited().sections[1].blocks:
        assert not ({"Amina", "Bea"} & set(block.items) and "carers" in " ".join(block.items))


def test_who_comes_is_told_by_counts_and_by_no_name() -> None:
    made = meeting()
    made.people[1] = replace(made.people[1], named_as=NamedAs.CHOSEN, chosen_name="Mina Star")
    said = text(invited(of(made)))

    assert "We invite 12 people." in said
    assert "Mina Star" not in said
    assert "Cai" not in said


def _run_by(people: Mapping[int, tuple[Job, ...]], *unnamed: int, **details: str) -> InvitationFacts:
    made = meeting(**details)
    for number, jobs in {0: (), **people}.items():
        made.do(participation.take_jobs(made.state, made.people[number].id, jobs))
    for number in unnamed:
        made.people[number] = replace(made.people[number], named_as=NamedAs.UNNAMED)
    return of(made)


@pytest.mark.parametrize(
    ("people", "unnamed", "told"),
    [
        ({0: (Job.CHAIR,)}, (), "Amina leads the meeting. Here are"),
        ({1: (Job.FACILITATOR,)}, (), "The plan: Bea helps us work together. Here are"),
        ({1: (Job.CHAIR, Job.FACILITATOR)}, (), "Bea leads the meeting. Bea helps us work together. Here are"),
        ({0: (Job.CHAIR,), 1: (Job.CHAIR,)}, (), "Amina and Bea lead the meeting. Here are"),
        ({0: (Job.CHAIR,), 1: (Job.CHAIR,)}, (0,), "The plan: Bea leads the meeting. Here are"),
        ({0: (Job.CHAIR,)}, (0,), "The plan: Here are"),
        ({0: (Job.LAPTOP,)}, (), "The plan: Here are"),
        ({}, (), "The plan: Here are"),
    ],
)
def test_whoever_is_invited_is_told_who_runs_the_meeting(
    people: Mapping[int, tuple[Job, ...]], unnamed: tuple[int, ...], told: str
) -> None:
    facts_of = _run_by(people, *unnamed)
    assert told in text(invited(facts_of))
    assert told in text(welcome_sheet(facts_of, wording=WORDS))
    for way in (Way(EASY, 16), Way(LARGE, 18)):
        read = " ".join(one.text for one in read_out(printed(invited(facts_of), way).data).said)
        assert told.removeprefix("The plan: ") in " ".join(read.split())


def test_who_runs_it_is_told_where_no_time_is_known_and_not_of_who_said_sorry() -> None:
    made = Meeting(group=GROUP).opened("Our day")
    person = made.person("Amina Yusuf", came=False)
    made.do(participation.expect(made.state, [person]))
    made.do(participation.take_jobs(made.state, person, (Job.CHAIR,)))
    assert "Who runs the meeting: Amina leads the meeting." in text(invited(of(made)))
    made.do(participation.send_sorry(made.state, person))
    assert "leads the meeting" not in text(invited(of(made)))


def test_whoever_said_sorry_is_not_counted() -> None:
    made = meeting()
    made.do(participation.send_sorry(made.state, made.people[8].id))
    said = text(invited(of(made)))

    assert "We invite 11 people." in said
    assert "Paid staff: a few" in said
    assert "Imran" not in said


def test_a_photo_of_a_person_stands_on_who_is_who_alone_and_only_where_it_was_handed_in() -> None:
    pictures = {block.picture for one in invited().sections for block in one.blocks}
    faces = {block.label: block.picture for block in who_is_who(facts(), wording=WORDS).sections[0].blocks}

    assert FACE.picture_word not in pictures
    assert FACE not in invited().own_pictures
    assert DOOR.picture_word in pictures
    assert faces["Amina"] == FACE.picture_word
    assert faces["Bea"] == "person"
    assert "Lena" not in faces


def _with_needs(person: Person, codes: tuple[str, ...], *, is_agreed: bool = True) -> Person:
    said_on = date(2026, 1, 1) if is_agreed else None
    needs = tuple(AccessNeed(code=code, detail=f"Zebra {code} words", consent_on=said_on) for code in codes)
    return replace(person, needs=needs)


def test_only_what_is_for_everybody_comes_from_needs_and_only_with_a_yes() -> None:
    person = Person(id=facts().people[0].id, group_id=GROUP_ID, name="Amina Yusuf")

    assert invitation_lines([_with_needs(person, NEED_CODES)]) == {"no_perfume", "relaxed"}
    assert invitation_lines([_with_needs(person, ("SMELL",)), person]) == {"no_perfume"}
    assert invitation_lines([_with_needs(person, ("SMELL", "MOVE"), is_agreed=False)]) == frozenset()


def test_an_invitation_is_the_same_whatever_anybody_needs() -> None:
    """Own words of needs are planted on everybody; no paper holds them, and no fact changes (DP-04)."""
    needing = [_with_needs(person, NEED_CODES) for person in facts().people]
    for make in (invitation, welcome_sheet, who_is_who):
        plain = make(facts(), wording=WORDS)
        assert make(replace(facts(), people=needing), wording=WORDS) == plain
        assert "Zebra" not in all_words(plain)


def test_a_number_on_the_reply_is_all_that_differs() -> None:
    numbered = invitation(facts(), wording=WORDS, reply_number="41")

    assert numbered.sections[:-1] == invited().sections[:-1]
    assert numbered.cover == invited().cover
    assert "This is answer number 41. You do not have to write your name." in text(numbered)
    assert "My name" not in text(numbered)
    assert "My name" in text(invited())


@pytest.mark.parametrize(
    ("days", "until"), [(49, HELD_ON - timedelta(42)), (42, HELD_ON - timedelta(21)), (14, HELD_ON - timedelta(7))]
)
def test_by_when_to_tell_is_the_next_day_on_which_something_can_still_be_booked(days: int, until: date) -> None:
    assert tell_by(HELD_ON, HELD_ON - timedelta(days)) == until


def test_on_the_last_days_it_says_now() -> None:
    assert tell_by(HELD_ON, HELD_ON - timedelta(1)) is None
    said = text(invited(today=HELD_ON - timedelta(1)))
    assert "Please tell us now." in said
    assert "Please answer soon." in said


def test_an_invitation_needs_a_meeting() -> None:
    with pytest.raises(ValueError, match="never opened"):
        invited(of(Meeting(group=GROUP)))


def test_a_meeting_of_which_little_is_known_still_makes_an_invitation() -> None:
    made = Meeting(group=replace(GROUP, contact="", taking_part_money="")).opened("Our day")
    bare = invited(of(made))
    way = Way(EASY, 16)

    assert "We do not know yet who comes." in text(bare)
    assert "Ask the person who gave you this paper." in text(bare)
    assert findings(bare, way, printed(bare, way).data) == ()


def _hostile(words: str) -> InvitationFacts:
    group = replace(GROUP, name=words, contact=words, meaning=words, taking_part_money=words)
    made = Meeting(group=group).opened(words, venue=words, purpose=words, food=words, starts_at=words, ends_at=words)
    person = made.person(words, came=False, named_as=NamedAs.FULL, perspectives=(Perspective.OTHER,))
    made.do(participation.expect(made.state, [person]))
    bounds = Bounds(
        open=(words, "More"), fixed=(FixedBound(what=words, by_whom=words),), not_given_up=(words,), why_now=words
    )
    made.do(meeting_setup.set_bounds(made.state, bounds))
    return of(made, venue=replace(VENUE, name=words, address=words, directions=words))


HARD_NAMES = (
    "Wolfeschlegelsteinhausenbergerdorff-Zimmermann-Featherstonehaugh van der Meulen de la Cruz y Montoya",
    "محمد عبد الله الأنصاري",
    "Zoë 🌻 Ng 👩‍👩‍👧",
)


@pytest.mark.parametrize("words", [*HARD_NAMES, *HOSTILE], ids=range(len(HARD_NAMES) + len(HOSTILE)))
def test_hostile_words_lose_nothing_and_break_nothing(words: str) -> None:
    content = invited(_hostile(words))
    for way in (Way(EASY, 16), Way(LARGE, 18)):
        made = printed(content, way)
        read = read_out(made.data)

        # A heading in two directions is read from the page in another order than from its bookmark.
        assert [one for one in read.faults if not one.startswith("bookmarks are not the headings")] == []
        assert made.page_of_ref["reply"] <= made.page_count
        serious = [one for one in findings(content, way, made.data) if one.is_blocking]
        assert [one for one in serious if one.rule.startswith("PDF")] == []
    assert render_plain_text(content).rstrip().endswith("End of these pages")


@pytest.mark.parametrize("name", HARD_NAMES)
def test_hard_names_pass_all_checks(name: str) -> None:
    made = meeting()
    made.people[1] = replace(made.people[1], name=name, named_as=NamedAs.FULL)
    made.item("A seat", Proposer(people=(made.people[1].id,)))
    content = invited(of(made, venue=VENUE))
    for way in (Way(EASY, 16), Way(LARGE, 18)):
        found = findings(content, way, printed(content, way).data)
        assert [one for one in found if one.is_blocking] == []
    assert name.split()[0] in render_plain_text(content)


def test_an_ordinary_invitation_has_six_pages_and_its_reply_can_be_written_on() -> None:
    made = printed(invited(), Way(EASY, 16))
    slip = invited().sections[-1]

    assert len({one.page for one in read_out(made.data).said}) <= 6
    assert sum(block.lines_to_write for block in slip.blocks) >= 4


def test_what_may_be_hard_is_told_on_the_invitation_and_on_the_agenda_sheet() -> None:
    made = Meeting().opened("Roads")
    made.item("The accident", Proposer(source=Source.WHOLE_GROUP), may_be_hard=True)
    made.item("Lunch", Proposer(source=Source.WHOLE_GROUP))
    told = text(invited(of(made)))
    assert told.count("This may be hard to talk about. You can step out.") == 1
    hard, lunch = kit_of(made).agenda
    assert "This may be hard to talk about." in hard.told
    assert "This may be hard to talk about." not in lunch.told
