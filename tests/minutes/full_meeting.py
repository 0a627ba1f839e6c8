"""A meeting with all that a decision or an idea can have in print, and earlier meetings that it goes on from."""

from dataclasses import replace
from datetime import date

from coprod_desktop.domain import decisions, meeting_setup, participation
from coprod_desktop.domain.after_events import IdeasJoined, ObjectionPlace, TakenBackOpenly
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import AgendaItemId, DecisionId, IdeaId, MeetingId, PersonId
from coprod_desktop.domain.lines import (
    ActionState,
    BetweenMeetings,
    DidItHelp,
    EarlierLine,
    Helped,
    HowDecided,
    ItemState,
    Medium,
    NeededYes,
    Objection,
    Outcome,
    SaidHow,
    Votes,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.person import NamedAs, Perspective
from coprod_desktop.domain.proposer import Proposer, Source, joined_proposer
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.content import minutes_content
from coprod_desktop.minutes.earlier import Earlier, EarlierWords, WaitingYes
from tests.minutes.meeting_builder import ENGLISH, GROUP_ID, Meeting, by

RAMP = WaitingYes(
    meeting_id=MeetingId("spring"),
    held_on=date(2026, 3, 10),
    decision_id=DecisionId("ramp"),
    place=0,
    words=Words(text="We want a ramp at the front door."),
    needed=NeededYes(who="the council", asked_on=date(2026, 9, 24)),
    picture="door",
)
LOANS = WaitingYes(
    meeting_id=MeetingId("summer"),
    held_on=date(2026, 7, 14),
    decision_id=DecisionId("loans"),
    place=0,
    words=Words(text="We lend out walking frames."),
    needed=NeededYes(who="The trustees"),
)
EARLIER = Earlier(
    waiting=(RAMP, LOANS),
    lines={
        "old choir": EarlierWords(words=Words(text="A choir for everybody."), held_on=date(2026, 3, 10)),
        "old hours": EarlierWords(words=Words(text="We open at 10am."), held_on=date(2026, 7, 14)),
    },
)
WORDS_ON_PAPER = (
    "We have waited 61 days for an answer",
    "The council has not said yes yet",
    "The trustees have not said yes yet",
    "Everybody who came was in the room",
    "People from 2 groups were in the room",
    "Nobody here said that they speak from their own life",
    "This is only for now",
    "The day centre told Bea that mornings are hard",
    "We decided this between 2 meetings",
    "We asked Amy and Cai",
    "We rang people up",
    "We could not ask Dev",
    "Amy and Cai tried this",
    "A frame was lent for a week",
    "We chose in private and counted",
    "1 person did not agree",
    "This was taken back later",
    "Bea could not say yes or no to the new words",
    "We buy red mugs",
    "We did this after the meeting, on Tuesday 1 December 2026",
    "We still have to show Amy the easier words",
    "We had a decision from Tuesday 14 July 2026",
    "We open at 10am",
    "We looked at this again later in the meeting",
    "We began to talk about this on Tuesday 10 March 2026",
    "We put this together with another idea",
    "Idea from Cai",
    "A kettle in the hall",
    "This is idea number 12",
    "This idea is a drawing",
    "This idea is a recording",
    "A helper said it for them",
    "This is what a helper thinks",
    "Amy took this back",
    "We agreed, for now",
    "Time: An hour each week",
    "Help: Cai can lift them",
    "Money: \u00a34 for the bus",
    "2 people said yes, it helped",
    "1 person said it did not help",
    "Amy said: I can find it now",
    "The paint is loud",
)
"""What every copy must say; worked out by hand from the meeting below."""


def full_meeting() -> Meeting:
    """Two hours in which everything happens; Dev, who is staff, comes late, and Amy and Cai go early."""
    meeting = Meeting(group=Group(id=GROUP_ID, name="Riverside Team-Up", contact="Ask Dilys on 01632 960 145."))
    meeting.opened("A full day", starts_at="10am", ends_at="3pm", venue="The Boathouse")
    lived, staff = (Perspective.LIVED_EXPERIENCE,), (Perspective.PROFESSIONAL,)
    amy, cai = meeting.person("Amy Lund", perspectives=lived), meeting.person("Cai Rees", perspectives=lived)
    meeting.person("Una Hidden", perspectives=lived, named_as=NamedAs.UNNAMED)
    bea = meeting.person("Bea Cole", perspectives=staff)
    dev = meeting.person("Dev Patel", came=False)
    meeting.do(participation.arrive(meeting.state, dev, at="2026-11-24T13:00:00+00:00", perspectives=staff))
    item = meeting.item("Tea and seats", by(amy), ItemState.DISCUSSED)
    _ideas(meeting, item)
    own = {"item_id": item, "how_decided": HowDecided.CONSENSUS}
    frames = meeting.decision(
        "We lend frames.",
        by(amy),
        tried_by=(amy, cai),
        tried_words="A frame was lent for a week.",
        decided_at="2026-11-24T11:00:00+00:00",
        **own,
    )
    meeting.decision("We lend frames and sticks.", by(amy), reopens=_line(meeting, frames), **own)
    meeting.decision(
        "Six of us get a seat.",
        by(cai),
        item_id=item,
        how_decided=HowDecided.SECRET_COUNT,
        votes=Votes(yes=3, no=1),
        supported_by=(amy, bea),
        objections=(Objection(text="There are too few seats.", by=by(bea)),),
        decided_at="2026-11-24T13:30:00+00:00",
    )
    meeting.decision(
        "We buy pens.", by(bea), between=BetweenMeetings(asked=(amy, cai), how="We rang people up.", not_asked=(dev,)),
        **own,
    )  # fmt: skip
    meeting.decision("We open at 11am.", by(cai), reopens=EarlierLine(meeting_id=MeetingId("x"), line_id="old hours"))
    mugs = meeting.decision("We buy red mugs.", by(bea), **own)
    changed = meeting.state.decisions[mugs]
    meeting.do(
        decisions.change_decision(
            meeting.state,
            mugs,
            Words(text="We buy blue mugs."),
            changed.details,
            changes_meaning=True,
            is_not_here=True,
        )
    )
    against = meeting.decision(
        "We stop at 2pm.", by(bea), objections=(Objection(text="Too early.", by=by(cai)),), **own
    )
    taken_back = ObjectionPlace(decision_id=against, position=0)
    meeting.do((TakenBackOpenly(objections=(taken_back,), by=cai),))
    seats = meeting.decision("The seating provision shall be augmented.", by(amy), **own)
    for who in (amy, cai, meeting.people[2].id):
        meeting.do(participation.leave(meeting.state, who, at="2026-11-24T14:00:00+00:00"))
    meeting.decision(
        "We meet in the morning.",
        by(bea),
        told_us="The day centre told Bea that mornings are hard.",
        is_until_asked=True,
        decided_at="2026-11-24T14:30:00+00:00",
        needs_yes_from=(NeededYes(who="the drivers", answer=YesAnswer.YES, answered_on=date(2026, 11, 20)),),
        **own,
    )
    meeting.do(meeting_setup.finish_meeting(meeting.state))
    _jobs(meeting, frames, amy, cai)
    made = meeting.state.decisions[seats].details
    easier = Words(text="The seating provision shall be augmented.", easy_text="We get more seats.")
    meeting.do(decisions.change_decision(meeting.state, seats, easier, made, on=date(2026, 12, 1)))
    return meeting


def _jobs(meeting: Meeting, frames: DecisionId, amy: PersonId, cai: PersonId) -> None:
    una = meeting.people[2].id
    meeting.action(
        "Look after the frames.",
        decision_id=frames,
        owners=(amy,),
        time_wanted="an hour each week",
        help_wanted="Cai can lift them.",
        money_wanted="\u00a34 for the bus",
    )
    said_on = date(2026, 11, 30)
    meeting.action(
        "Paint the door.",
        decision_id=frames,
        owners=(cai,),
        state=ActionState.DONE,
        ask_on=said_on,
        helped=(
            DidItHelp(answer=Helped.YES, said_on=said_on, by=amy, words="I can find it now."),
            DidItHelp(answer=Helped.YES, said_on=said_on),
            DidItHelp(answer=Helped.NO, said_on=said_on, by=una, words="The paint is loud."),
        ),
    )


def _ideas(meeting: Meeting, item: AgendaItemId) -> None:
    amy, cai, una = (person.id for person in meeting.people[:3])
    own = {"item_id": item}
    tea = meeting.idea("Tea for all.", by(amy), **own)
    kettle = meeting.idea("A kettle in the hall.", by(cai), **own)
    main = meeting.state.ideas[tea]
    both = joined_proposer([main.details.proposer, by(cai)])
    meeting.do((IdeasJoined(idea_id=tea, joined=(kettle,), details=replace(main.details, proposer=both)),))
    meeting.decision("We make tea.", both, from_idea_id=IdeaId(tea), outcome=Outcome.AGREED, item_id=item)
    unnamed = Proposer(source=Source.UNNAMED)
    meeting.idea("A lock on the door.", unnamed, ticket=12, medium=Medium.DRAWING, **own)
    meeting.idea("A song.", by(una), medium=Medium.RECORDING, said_how=SaidHow.SAID_FOR_THEM, **own)
    meeting.idea("Rest.", by(cai), said_how=SaidHow.HELPERS_VIEW, **own)
    choir = EarlierLine(meeting_id=MeetingId("spring"), line_id="old choir")
    meeting.idea("A choir for everybody.", by(cai), came_from=choir, **own)
    gone = meeting.idea("Sell the boat.", by(amy), **own)
    meeting.do((TakenBackOpenly(ideas=(gone,), by=amy),))


def _line(meeting: Meeting, decision_id: DecisionId) -> EarlierLine:
    return EarlierLine(meeting_id=meeting.state.id, line_id=decision_id)


def full_content(*, is_draft: bool = True) -> MinutesContent:
    """The minutes of that meeting."""
    meeting = full_meeting()
    return minutes_content(
        meeting.state,
        meeting.group,
        meeting.people,
        wording=ENGLISH,
        record_number=214,
        is_draft=is_draft,
        earlier=EARLIER,
    )
