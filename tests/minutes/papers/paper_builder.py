"""A meeting to come that every paper for people can be made of: twelve people, a known place, a plan, honest bounds."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from PIL import Image, ImageDraw

from coprod_desktop.domain import meeting_setup, participation, pauses
from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.ids import DecisionId, PersonId
from coprod_desktop.domain.lines import (
    DecisionDetails,
    HowDecided,
    HowOpen,
    NeededYes,
    Objection,
    Outcome,
    Votes,
    Words,
)
from coprod_desktop.domain.meeting import Bounds, FixedBound, Job
from coprod_desktop.domain.meeting_state import Decision
from coprod_desktop.domain.own_picture import OwnPicture, OwnPictureId, PictureKind
from coprod_desktop.domain.person import NamedAs, Person, Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.room import FixedEnd, PlannedBreak
from coprod_desktop.domain.venue import Venue, VenueId
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.papers.frame import paper_wording
from coprod_desktop.minutes.papers.invitation import InvitationFacts, invitation
from coprod_desktop.minutes.papers.joining_sheet import joining_sheet
from coprod_desktop.minutes.papers.kind_message import kind_message
from coprod_desktop.minutes.papers.newcomers_pack import newcomers_pack
from coprod_desktop.minutes.papers.our_words import our_words
from coprod_desktop.minutes.papers.thank_you import thank_you
from coprod_desktop.minutes.papers.waiting_letter import LetterFacts, letter_wording, waiting_letter
from coprod_desktop.minutes.papers.welcome_sheet import welcome_sheet
from coprod_desktop.minutes.papers.who_is_who import who_is_who
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.trace_papers import told_paper
from coprod_desktop.services.trace_words import TraceWords, trace_wording
from tests.minutes.meeting_builder import GROUP_ID, Meeting
from tests.services.told_paths import PATH

TODAY = date(2026, 10, 6)
WORDS = paper_wording(templates_folder())
GROUP = Group(
    id=GROUP_ID,
    name="Riverside Together",
    meaning="Co-production means that we plan and decide together.",
    contact="Phone Amina on 01632 960 123. Or write to riverside@example.org.uk.",
    words=(ExplainedWord(term="shelter", means="a small roof over a bus stop"),),
    agreement=("We listen.", "One person talks at a time."),
    taking_part_money="We pay your bus fare on the day.",
)
_PEOPLE = (
    ("Amina Yusuf", (Perspective.LIVED_EXPERIENCE,), (Job.CHAIR,)),
    ("Bea Brown", (Perspective.LIVED_EXPERIENCE,), ()),
    ("Cai Davies", (Perspective.LIVED_EXPERIENCE,), ()),
    ("Dev Patel", (Perspective.LIVED_EXPERIENCE, Perspective.LOCAL_PERSON), ()),
    ("Eduardo Ramos", (Perspective.CARER,), ()),
    ("Fiona Hale", (Perspective.CARER,), ()),
    ("Grace Obi", (Perspective.LOCAL_PERSON,), ()),
    ("Hannah Lee", (Perspective.LOCAL_PERSON,), ()),
    ("Imran Khan", (Perspective.PROFESSIONAL,), (Job.NOTE_TAKER,)),
    ("Jo Smith", (Perspective.PROFESSIONAL,), ()),
    ("Kevin Ward", (Perspective.PROFESSIONAL,), ()),
    ("Lena Novak", (), ()),
)


def photo(word: str, alt: str) -> OwnPicture:
    """A small photo, drawn here."""
    image = Image.new("RGB", (600, 600), "#b8d0e8")
    ImageDraw.Draw(image).rectangle((150, 200, 450, 600), fill="#6b4a2f")
    file = io.BytesIO()
    image.save(file, "JPEG")
    return OwnPicture(
        id=OwnPictureId(word), group_id=GROUP_ID, kind=PictureKind.PHOTO, word=word, alt=alt, data=file.getvalue()
    )


DOOR = photo("door", "The front door is blue.")
FACE = photo("face", "Amina smiles.")
VENUE = Venue(
    id=VenueId("hall"),
    group_id=GROUP_ID,
    name="Riverside Hall",
    address="12 Bridge Street, Riverside, RV1 2AB",
    directions="Take bus 4 to the bridge. Walk over the bridge. The hall is on the left.",
    photos=(DOOR.picture_word,),
)
BOUNDS = Bounds(
    open=("Where the shelters go", "What colour they are", "How the bus company is told"),
    how_open=(HowOpen.DECIDE, HowOpen.DECIDE, HowOpen.ADVISE),
    fixed=(FixedBound(what="There is money for 4 shelters.", by_whom="The council", why="The budget ended in May."),),
    not_given_up=("A seat in every shelter",),
    why_now="The old shelters come down in spring.",
    hoped_gain="The council hopes to spend less on repairs.",
)


def meeting(**details: Any) -> Meeting:
    """Twelve people are asked; two ideas are on the agenda."""
    made = Meeting(group=GROUP).opened(
        **{
            "title": "Where the bus shelters go",
            "starts_at": "10:30",
            "ends_at": "12:30",
            "venue": "Riverside Hall",
            "venue_id": "hall",
            "purpose": "We choose where the new shelters go.",
            "food": "There is lunch for everybody.",
            **details,
        }
    )
    for name, perspectives, jobs in _PEOPLE:
        person = made.person(name, came=False, perspectives=perspectives)
        made.do(participation.expect(made.state, [person]))
        made.do(participation.take_jobs(made.state, person, jobs))
    made.people[11] = replace(made.people[11], named_as=NamedAs.UNNAMED)
    made.do(meeting_setup.set_bounds(made.state, BOUNDS))
    made.do(pauses.plan_breaks(made.state, (PlannedBreak(at="11:20", minutes=10),)))
    made.do(pauses.set_fixed_ends(made.state, (FixedEnd(what="The interpreter goes", at="12:30"),)))
    made.item("A seat at each stop", Proposer(people=(made.people[3].id,)))
    made.item("Lights at night", Proposer(people=(made.people[11].id,)), how_open=HowOpen.ADVISE)
    return made


@cache
def facts() -> InvitationFacts:
    made = meeting()
    return InvitationFacts(
        state=made.state,
        group=made.group,
        people=made.people,
        today=TODAY,
        venue=VENUE,
        lines=frozenset(("no_perfume", "relaxed")),
        faces={PersonId("person 0"): FACE.picture_word},
        place_photos=VENUE.photos,
        own_pictures=(DOOR, FACE),
    )


def _path() -> MinutesContent:
    """The story of an idea that has every kind of step."""
    wording = trace_wording(templates_folder())
    return told_paper(TraceWords(wording).told(PATH, {}), GROUP, (), {}, wording=wording, made_on=TODAY)


def _person() -> Person:
    return facts().people[0]


def _with_many_words() -> Group:
    letters = ("budget", "meeting", "rota", "venue")
    many = (ExplainedWord(term=f"{word} {at}", means="a thing that we use") for at in range(1, 9) for word in letters)
    return replace(GROUP, words=tuple(many))


def _letter(needed: NeededYes | None = None) -> MinutesContent:
    """A letter with all that can stand in it, or one to somebody who was not asked before."""
    details = DecisionDetails(
        proposer=Proposer(people=(PersonId("person 0"),), on_behalf_of="people at the bus stop"),
        outcome=Outcome.AGREED,
        picture="bus",
        how_decided=HowDecided.SHOW_OF_HANDS,
        votes=Votes(yes=9, no=1),
        conditions=("It has a seat.",),
        objections=(Objection(text="Quokka."), Objection(text="Wombat.", is_taken_back=True)),
        reason="People get wet.",
    )
    words = Words(text="We want 4 bus shelters on Bridge Street. Each one has a light. They are all blue. It is dark.")
    letter = LetterFacts(
        group=GROUP,
        people=(_person(),),
        decision=Decision(id=DecisionId("shelters"), words=words, details=details),
        needed=needed or NeededYes(who="the council", asked_on=date(2026, 8, 6)),
        decided_on=date(2026, 8, 4),
        today=TODAY,
    )
    return waiting_letter(letter, wording=letter_wording(templates_folder()))


PAPERS: dict[str, Callable[[], MinutesContent]] = {
    "invitation": lambda: invitation(facts(), wording=WORDS),
    "invitation with a number": lambda: invitation(facts(), wording=WORDS, reply_number="7"),
    "newcomers pack": lambda: newcomers_pack(GROUP, wording=WORDS, made_on=TODAY),
    "welcome sheet": lambda: welcome_sheet(facts(), wording=WORDS),
    "who is who": lambda: who_is_who(facts(), wording=WORDS),
    "joining sheet": lambda: joining_sheet(facts(), wording=WORDS, how_to_join="Phone 01632 960 456. Then type 12 34."),
    "kind message": lambda: kind_message(GROUP, _person(), wording=WORDS, sent_on=TODAY),
    "thank you": lambda: thank_you(GROUP, _person(), wording=WORDS, made_on=TODAY),
    "our words": lambda: our_words(GROUP, wording=WORDS, made_on=TODAY),
    "our many words": lambda: our_words(_with_many_words(), wording=WORDS, made_on=TODAY),
    "path of an idea": _path,
    "letter that waits": lambda: _letter(),
    "first letter": lambda: _letter(NeededYes(who="the council")),
}
