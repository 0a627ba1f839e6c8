"""Meetings for the tests of the minutes: a hand-made rich one, and the two sample records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from coprod_desktop.domain import actions, agenda, decisions, ideas, meeting_setup, participation
from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.events import Event, Step
from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, GroupId, IdeaId, MeetingId, PersonId, StepId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    AgendaItemDetails,
    DecisionDetails,
    HowDecided,
    HowOpen,
    IdeaDetails,
    IdeaKind,
    IdeaOutcome,
    ItemState,
    NeededYes,
    Objection,
    Outcome,
    Votes,
    WordingChange,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting import Bounds, FixedBound, Job, MeetingDetails, NextMeeting
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, NamedAs, Person, Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.replay import replay
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.content import minutes_content
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.paths import resources_folder, templates_folder
from coprod_desktop.services.record_service import RecordService
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore

GROUP_ID = GroupId("group")
MEETING_ID = MeetingId("meeting")
ENGLISH = Wording.load(templates_folder(), "en-GB")
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@dataclass
class Meeting:
    """A meeting that grows by real requests; `state` replays the steps made so far."""

    group: Group = field(default_factory=lambda: Group(id=GROUP_ID, name="Bus stops group"))
    people: list[Person] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    @property
    def state(self) -> MeetingState:
        return replay(MEETING_ID, self.steps)

    def do(self, events: Iterable[Event]) -> None:
        self.steps.append(Step(id=StepId(f"step {len(self.steps)}"), at=NOON, events=tuple(events)))

    def opened(self, title: str = "Where the shelters go", **details: Any) -> "Meeting":
        said = MeetingDetails(**{"title": title, "held_on": date(2026, 11, 24), **details})
        self.do(meeting_setup.open_meeting(self.state, group_id=GROUP_ID, details=said))
        return self

    def person(self, name: str, *, came: bool = True, **details: Any) -> PersonId:
        """Add a person of the group, who comes to the meeting and says where they speak from."""
        jobs = details.pop("jobs", ())
        person = Person(id=PersonId(f"person {len(self.people)}"), group_id=GROUP_ID, name=name, **details)
        self.people.append(person)
        if came:
            self.do(
                participation.arrive(self.state, person.id, at="2026-11-24T10:00", perspectives=person.perspectives)
            )
            self.do(participation.take_jobs(self.state, person.id, jobs))
        return person.id

    def item(self, title: str, proposer: Proposer, state: ItemState | None = None, **details: Any) -> AgendaItemId:
        item_id = AgendaItemId(f"item {len(self.state.agenda)}")
        said = AgendaItemDetails(title=title, proposer=proposer, **details)
        self.do(agenda.propose_item(self.state, item_id=item_id, details=said))
        if state is not None:
            self.do(agenda.close_item(self.state, item_id, state))
        return item_id

    def idea(self, text: str, proposer: Proposer, easy: str = "", **details: Any) -> IdeaId:
        idea_id = IdeaId(f"idea {len(self.state.ideas)}")
        self.do(
            ideas.record_idea(
                self.state,
                idea_id=idea_id,
                words=Words(text=text, easy_text=easy),
                details=IdeaDetails(proposer=proposer, **details),
            )
        )
        return idea_id

    def decision(self, text: str, proposer: Proposer, easy: str = "", **details: Any) -> DecisionId:
        decision_id = DecisionId(f"decision {len(self.state.decisions)}")
        said = DecisionDetails(**{"outcome": Outcome.AGREED, "proposer": proposer, **details})
        self.do(
            decisions.record_decision(
                self.state, decision_id=decision_id, words=Words(text=text, easy_text=easy), details=said
            )
        )
        return decision_id

    def action(self, text: str, easy: str = "", **details: Any) -> ActionId:
        action_id = ActionId(f"action {len(self.state.actions)}")
        self.do(
            actions.agree_action(
                self.state,
                action_id=action_id,
                words=Words(text=text, easy_text=easy),
                details=ActionDetails(**details),
            )
        )
        return action_id

    def content(self, *, is_draft: bool = True, wording: Wording = ENGLISH) -> MinutesContent:
        return minutes_content(
            self.state, self.group, self.people, wording=wording, record_number=214, is_draft=is_draft
        )


def by(*people: PersonId) -> Proposer:
    """Somebody's own idea."""
    return Proposer(people=people)


def sample_content(name: str, *, is_draft: bool = True) -> MinutesContent:
    """The minutes of a sample record, brought in as a person would bring it in."""
    state, group, people = sample_meeting(name)
    return minutes_content(state, group, people, wording=ENGLISH, record_number=214, is_draft=is_draft)


def sample_meeting(name: str) -> tuple[MeetingState, Group, Sequence[Person]]:
    """The meeting of a sample record, or of a record beside these tests."""
    database = Database.in_memory()
    try:
        result = RecordService(database, resources_folder() / "schema").import_file(sample_file(name))
        assert result.meeting_id is not None, result.faults
        state = replay(result.meeting_id, MeetingLog(database).steps(result.meeting_id))
        assert state.group_id is not None
        group = GroupStore(database).get(state.group_id)
        assert group is not None
        return state, group, PeopleStore(database).people(group.id, with_removed=True)
    finally:
        database.close()


def sample_file(name: str) -> Path:
    own = Path(__file__).parent / "meetings" / f"{name}.json"
    return own if own.is_file() else resources_folder() / "sample" / f"{name}.json"


def rich_meeting() -> Meeting:
    """A meeting with every outcome, every way to propose, and everything that a decision can have."""
    group = Group(
        id=GROUP_ID,
        name="Riverside Team-Up",
        meaning="We start with a blank page.",
        contact="Ask Dilys at the Boathouse. Phone 01632 960 145.",
        perspective_labels={Perspective.CARER: "Family and carers"},
        words=(
            ExplainedWord(term="rota", means="a list of who does what, and when"),
            ExplainedWord(term="insurance", means="A promise to pay if something goes wrong."),
            ExplainedWord(term="trustee", means="a person who looks after a charity"),
            ExplainedWord(term="bye-law", means="a rule of the council"),
        ),
    )
    meeting = Meeting(group=group).opened(
        starts_at="2026-11-24T10:30:00+00:00",
        ends_at="12:50",
        venue="The Boathouse, Mill Lane",
        purpose="To plan the spring.",
    )
    _people(meeting)
    _bounds(meeting)
    _lunch(meeting)
    _bus(meeting)
    _rest(meeting)
    return meeting


JO, SAM, BEA, HIDDEN, AWAY = (PersonId(f"person {number}") for number in range(5))
HIDDEN_NAME = "Zebedee Quillfeather"
SECRET = "xylophonic"


def _people(meeting: Meeting) -> None:
    need = AccessNeed(code="OTHER", detail=SECRET, consent_on=date(2026, 1, 13), may_share=True)
    lived, staff = (Perspective.LIVED_EXPERIENCE,), (Perspective.PROFESSIONAL,)
    meeting.person(
        "Jo Abel",
        named_as=NamedAs.FULL,
        perspectives=(*lived, Perspective.CARER),
        needs=(need,),
        contact=f"{SECRET}@home",
        pronoun=SECRET,
        brings=(SECRET,),
        hopes=(SECRET,),
        minutes=MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=24, paper=SECRET),
        jobs=(Job.CHAIR,),
    )
    meeting.person("Sam Bright", perspectives=lived)
    meeting.person("Bea Cole", perspectives=staff, jobs=(Job.NOTE_TAKER,))
    meeting.person(HIDDEN_NAME, named_as=NamedAs.UNNAMED, perspectives=lived, jobs=(Job.LAPTOP,))
    away = meeting.person("Sam Dunn", came=False)
    meeting.do(participation.send_sorry(meeting.state, away))


def _bounds(meeting: Meeting) -> None:
    fixed = FixedBound(what="The building closes at 5pm", by_whom="the town council", why="Nobody is paid after that.")
    bounds = Bounds(
        open=("What we do on Thursdays", "How we pay for it"),
        how_open=(HowOpen.DECIDE, HowOpen.ADVISE),
        fixed=(fixed,),
        not_given_up=("A quiet room.",),
        why_now="The town council plans in May.",
        hoped_gain="It hopes to save money on heating.",
    )
    meeting.do(meeting_setup.set_bounds(meeting.state, bounds))


def _lunch(meeting: Meeting) -> None:
    item = meeting.item("Thursday lunch", by(JO), ItemState.DISCUSSED, picture="food")
    idea = meeting.idea("Members cook the lunch, on a rota.", by(JO), "Members cook, on a rota.", item_id=item)
    meeting.idea("Keep the soup.", by(HIDDEN), item_id=item, kind=IdeaKind.KEEP_THIS)
    meeting.idea(
        "Buy ready meals.",
        by(BEA),
        item_id=item,
        outcome=IdeaOutcome.NOT_TAKEN_UP,
        reason="Members want to cook. Bea was fine with that.",
    )
    agreed = meeting.decision(
        "Members will plan and cook the lunch.",
        by(JO),
        "Members will cook lunch.",
        item_id=item,
        from_idea_id=idea,
        supported_by=(SAM, HIDDEN),
        built_on_by=(SAM,),
        stood_aside=(BEA,),
        how_decided=HowDecided.THUMBS,
        votes=Votes(yes=7, no=1, unsure=1, more_time=0),
        conditions=("The oven must be safe.",),
        objections=(Objection(text="The kitchen is small.", by=by(HIDDEN)),),
        wording_changed=WordingChange(first_words="Only members cook.", agreed_by_proposer=True),
        review_on=date(2027, 6, 8),
        for_now_until=date(2027, 1, 12),
        open_until=date(2026, 12, 1),
    )
    meeting.action("Make a menu.", decision_id=agreed, owners=(JO, HIDDEN), due_on=date(2026, 12, 8))
    meeting.action("Buy pans.", decision_id=agreed)


def _bus(meeting: Meeting) -> None:
    drop_in = Proposer(source=Source.DROP_IN, note="3 people at the Friday drop-in told Sam.")
    item = meeting.item("The bus", drop_in, ItemState.DISCUSSED, how_open=HowOpen.ADVISE)
    idea = meeting.idea("A bus at 5pm.", drop_in, item_id=item, picture="bus")
    meeting.decision(
        "There will be a bus at 5pm.",
        drop_in,
        item_id=item,
        from_idea_id=idea,
        how_decided=HowDecided.CONSENSUS,
        needs_yes_from=(
            NeededYes(who="the council", asked_on=date(2026, 11, 3)),
            NeededYes(who="the trustees"),
            NeededYes(who="the drivers", answer=YesAnswer.YES, answered_on=date(2026, 11, 20)),
        ),
    )
    meeting.decision(
        "The last bus is at 4:30pm.",
        Proposer(source=Source.OUTSIDE_BODY, note="The bus company decided this."),
        item_id=item,
        outcome=Outcome.DECIDED_ELSEWHERE,
        reason="There are not enough drivers.",
        objections=(Objection(text="Nobody asked us.", by=Proposer(source=Source.WHOLE_GROUP)),),
        decided_at="2026-02-24T12:00:00+00:00",
    )


def _rest(meeting: Meeting) -> None:
    money = meeting.item("How we spend £1,200", by(BEA), ItemState.DISCUSSED, picture="money")
    meeting.decision(
        "Buy a coffee maker for £900.",
        by(BEA),
        item_id=money,
        outcome=Outcome.NOT_AGREED,
        how_decided=HowDecided.DOTS,
        votes=Votes(yes=1, no=3),
        reason="Most people want to travel.",
    )
    meeting.decision("Buy a van.", by(SAM, HIDDEN), item_id=money, outcome=Outcome.DEFERRED)
    meeting.decision("Buy a boat.", Proposer(source=Source.UNNAMED), item_id=money, outcome=Outcome.WITHDRAWN)
    meeting.item("A summer trip", by(SAM), ItemState.CARRIED_OVER)
    meeting.item("A long word", by(SAM), ItemState.PARKED)
    meeting.item("The door", by(JO), ItemState.NOT_REACHED)
    meeting.idea(
        "Tell the paper.",
        Proposer(people=(SAM,), on_behalf_of="The Tuesday group"),
        outcome=IdeaOutcome.PASSED_ON,
        passed_on_to="the press office",
        reason="The council has a rule.",
    )
    meeting.decision("We share lifts.", Proposer(source=Source.WHOLE_GROUP))
    meeting.action(
        "Mend the loop.",
        owners=(BEA,),
        due_on=date(2026, 11, 6),
        state=ActionState.DONE,
        result="It was mended on 3 November. It works.",
    )
    meeting.action("Ask about insurance.", owners=(SAM,), due_on=date(2026, 12, 14))
    later = NextMeeting(held_on=date(2026, 12, 15), starts_at="10am", venue="The Boathouse")
    meeting.do(meeting_setup.set_next_meeting(meeting.state, later))
