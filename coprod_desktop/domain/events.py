"""Every kind of thing that can happen in a meeting. Kinds are never renamed or removed; fields are only added."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, get_args

from coprod_desktop.domain.after_events import AfterEvent
from coprod_desktop.domain.by_fields import ByFields
from coprod_desktop.domain.ids import (
    ActionId,
    AgendaItemId,
    DecisionId,
    GroupId,
    IdeaId,
    MeetingId,
    PersonId,
    StepId,
    TurnId,
)
from coprod_desktop.domain.lines import (
    ActionDetails,
    AgendaItemDetails,
    DecisionDetails,
    IdeaDetails,
    ItemState,
    Words,
)
from coprod_desktop.domain.meeting import Bounds, Job, MeetingDetails, NextMeeting
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.room_events import RegroupEvent, RoomEvent, StepOutEvent


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MeetingOpened(ByFields):
    """A meeting was begun, perhaps from the one before."""

    kind: ClassVar[str] = "meeting_opened"
    group_id: GroupId
    details: MeetingDetails
    follows_id: MeetingId | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MeetingDetailsChanged(ByFields):
    """What, when or where was changed."""

    kind: ClassVar[str] = "meeting_details_changed"
    details: MeetingDetails


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class BoundsSet(ByFields):
    """What is open and what is fixed was written down."""

    kind: ClassVar[str] = "bounds_set"
    bounds: Bounds


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class NextMeetingSet(ByFields):
    """The next meeting was named; None takes it away."""

    kind: ClassVar[str] = "next_meeting_set"
    next_meeting: NextMeeting | None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MeetingFinished(ByFields):
    """The meeting was closed."""

    kind: ClassVar[str] = "meeting_finished"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MeetingReopened(ByFields):
    """A finished meeting was opened again."""

    kind: ClassVar[str] = "meeting_reopened"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MeetingPutAway(ByFields):
    """The meeting was put out of sight, not deleted."""

    kind: ClassVar[str] = "meeting_put_away"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MeetingBroughtBack(ByFields):
    """A meeting that was put away is in sight again."""

    kind: ClassVar[str] = "meeting_brought_back"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PersonExpected(ByFields):
    """A person is asked to this meeting."""

    kind: ClassVar[str] = "person_expected"
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PersonArrived(ByFields):
    """A person is here. `at` is local ISO 8601 with offset, or empty when it was not noted."""

    kind: ClassVar[str] = "person_arrived"
    person_id: PersonId
    at: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PersonLeft(ByFields):
    """A person went home."""

    kind: ClassVar[str] = "person_left"
    person_id: PersonId
    at: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PersonSentSorry(ByFields):
    """A person was asked and cannot come."""

    kind: ClassVar[str] = "person_sent_sorry"
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PersonReplied(ByFields):
    """A person answered the invitation with yes, or their answer no longer counts and they have not answered."""

    kind: ClassVar[str] = "person_replied"
    person_id: PersonId
    is_coming: bool


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PersonTakenOff(ByFields):
    """A person was taken off this meeting's list."""

    kind: ClassVar[str] = "person_taken_off"
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PerspectiveSaid(ByFields):
    """Where a person says they speak from today."""

    kind: ClassVar[str] = "perspective_said"
    person_id: PersonId
    perspectives: tuple[Perspective, ...]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class JobsTaken(ByFields):
    """What a person does for this meeting."""

    kind: ClassVar[str] = "jobs_taken"
    person_id: PersonId
    jobs: tuple[Job, ...]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AgendaItemProposed(ByFields):
    """Something was put on the agenda."""

    kind: ClassVar[str] = "agenda_item_proposed"
    item_id: AgendaItemId
    details: AgendaItemDetails


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AgendaItemChanged(ByFields):
    """An agenda item was reworded, or its proposer, minutes or picture put right."""

    kind: ClassVar[str] = "agenda_item_changed"
    item_id: AgendaItemId
    details: AgendaItemDetails


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AgendaItemMoved(ByFields):
    """An agenda item was moved; `position` counts from 0 in the whole list."""

    kind: ClassVar[str] = "agenda_item_moved"
    item_id: AgendaItemId
    position: int


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AgendaItemOpened(ByFields):
    """The group began to talk about an item."""

    kind: ClassVar[str] = "agenda_item_opened"
    item_id: AgendaItemId


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AgendaItemClosed(ByFields):
    """The group finished an item, kept it for later, carried it over or did not reach it."""

    kind: ClassVar[str] = "agenda_item_closed"
    item_id: AgendaItemId
    state: ItemState


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AgendaItemBroughtBack(ByFields):
    """An item that was finished or kept for later waits on the agenda again."""

    kind: ClassVar[str] = "agenda_item_brought_back"
    item_id: AgendaItemId


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class HandRaised(ByFields):
    """A person asked to speak. `is_first` is for somebody who was interrupted: they are offered before all others."""

    kind: ClassVar[str] = "hand_raised"
    person_id: PersonId
    is_first: bool = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class HandLowered(ByFields):
    """A person no longer asks to speak."""

    kind: ClassVar[str] = "hand_lowered"
    person_id: PersonId


class EndedBy(StrEnum):
    """How a turn ended."""

    FINISHED = "finished"
    PASSED = "passed"
    STOPPED = "stopped"


class Through(StrEnum):
    """What a person speaks through."""

    INTERPRETER = "interpreter"
    HELPER = "helper"
    DEVICE = "device"


class PauseReason(StrEnum):
    """Why a turn was paused."""

    ASKED = "asked"
    STALLED = "stalled"
    PROGRAM_STOPPED = "program_stopped"
    THINKING = "thinking"
    INTERPRETING = "interpreting"
    SOMEBODY_ADDS = "somebody_adds"
    EVERYTHING = "everything"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TurnStarted(ByFields):
    """A person's protected time began. `allowed_seconds` is None when the turn is not timed.

    `adds_to` is the turn that is kept while this person adds to it. All turns of a person with one `conversation_id`
    count as one. `runs_meeting` marks what a facilitator says to run the meeting, which counts for no perspective.
    """

    kind: ClassVar[str] = "turn_started"
    turn_id: TurnId
    person_id: PersonId
    started_at: str
    item_id: AgendaItemId | None = None
    allowed_seconds: int | None = None
    perspectives: tuple[Perspective, ...] = ()
    with_people: tuple[PersonId, ...] = ()
    through: Through | None = None
    adds_to: TurnId | None = None
    conversation_id: str = ""
    runs_meeting: bool = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TurnFactsChanged(ByFields):
    """Who shares the turn, what the person speaks through, or whether it runs the meeting was put right."""

    kind: ClassVar[str] = "turn_facts_changed"
    turn_id: TurnId
    with_people: tuple[PersonId, ...] = ()
    through: Through | None = None
    runs_meeting: bool = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TurnPaused(ByFields):
    """The turn is kept and its clock holds at `used_ms`, the milliseconds spoken so far."""

    kind: ClassVar[str] = "turn_paused"
    turn_id: TurnId
    used_ms: int
    at: str
    reason: PauseReason = PauseReason.ASKED


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TurnResumed(ByFields):
    """The turn goes on from `used_ms`."""

    kind: ClassVar[str] = "turn_resumed"
    turn_id: TurnId
    used_ms: int
    at: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TurnExtended(ByFields):
    """The person has `by_seconds` more."""

    kind: ClassVar[str] = "turn_extended"
    turn_id: TurnId
    by_seconds: int


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TurnEnded(ByFields):
    """The turn is over. `used_ms` is time spoken, `paused_seconds` time that did not count."""

    kind: ClassVar[str] = "turn_ended"
    turn_id: TurnId
    ended_at: str
    used_ms: int
    paused_seconds: int = 0
    ended_by: EndedBy = EndedBy.FINISHED


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TurnLengthSet(ByFields):
    """The group chose the usual length of a turn in seconds; None for no timers."""

    kind: ClassVar[str] = "turn_length_set"
    seconds: int | None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ClocksTakenAway(ByFields):
    """The group wants no clocks here."""

    kind: ClassVar[str] = "clocks_taken_away"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ClocksBroughtBack(ByFields):
    """Clocks are shown again."""

    kind: ClassVar[str] = "clocks_brought_back"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class IdeaRecorded(ByFields):
    """Something was put forward. `perspectives` is where its people spoke from when it happened."""

    kind: ClassVar[str] = "idea_recorded"
    idea_id: IdeaId
    words: Words
    details: IdeaDetails
    perspectives: tuple[Perspective, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class IdeaReworded(ByFields):
    """The words of an idea were put right."""

    kind: ClassVar[str] = "idea_reworded"
    idea_id: IdeaId
    words: Words


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class IdeaChanged(ByFields):
    """Anything of an idea but its words was changed: its proposer, its outcome and reason.

    `perspectives` is where its people spoke from, if these are other people now; None leaves it as it was.
    """

    kind: ClassVar[str] = "idea_changed"
    idea_id: IdeaId
    details: IdeaDetails
    perspectives: tuple[Perspective, ...] | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DecisionRecorded(ByFields):
    """The group settled something, or others did."""

    kind: ClassVar[str] = "decision_recorded"
    decision_id: DecisionId
    words: Words
    details: DecisionDetails


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DecisionReworded(ByFields):
    """The words of a decision were changed. Its first words are kept in its details when the meaning changed."""

    kind: ClassVar[str] = "decision_reworded"
    decision_id: DecisionId
    words: Words


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DecisionChanged(ByFields):
    """Anything of a decision but its words was changed."""

    kind: ClassVar[str] = "decision_changed"
    decision_id: DecisionId
    details: DecisionDetails


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ActionAgreed(ByFields):
    """Somebody promised something, or a job waits for somebody."""

    kind: ClassVar[str] = "action_agreed"
    action_id: ActionId
    words: Words
    details: ActionDetails


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ActionReworded(ByFields):
    """The words of an action were put right."""

    kind: ClassVar[str] = "action_reworded"
    action_id: ActionId
    words: Words


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ActionChanged(ByFields):
    """Anything of an action but its words was changed: who, by when, how it went."""

    kind: ClassVar[str] = "action_changed"
    action_id: ActionId
    details: ActionDetails


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MinutesMade(ByFields):
    """Minutes were saved as a file; `record_number` is the number of the last event they tell of."""

    kind: ClassVar[str] = "minutes_made"
    format: str
    record_number: int
    digest: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class StepUndone(ByFields):
    """An earlier step no longer counts; undoing this one brings it back."""

    kind: ClassVar[str] = "step_undone"
    step_id: StepId


MeetingEvent = (
    MeetingOpened
    | MeetingDetailsChanged
    | BoundsSet
    | NextMeetingSet
    | MeetingFinished
    | MeetingReopened
    | MeetingPutAway
    | MeetingBroughtBack
)
AttendanceEvent = (
    PersonExpected
    | PersonArrived
    | PersonLeft
    | PersonSentSorry
    | PersonReplied
    | PersonTakenOff
    | PerspectiveSaid
    | JobsTaken
    | StepOutEvent
)
AgendaEvent = (
    AgendaItemProposed
    | AgendaItemChanged
    | AgendaItemMoved
    | AgendaItemOpened
    | AgendaItemClosed
    | AgendaItemBroughtBack
    | RegroupEvent
)
QueueEvent = HandRaised | HandLowered | TurnLengthSet | ClocksTakenAway | ClocksBroughtBack
TurnEvent = TurnStarted | TurnFactsChanged | TurnPaused | TurnResumed | TurnExtended | TurnEnded
IdeaEvent = IdeaRecorded | IdeaReworded | IdeaChanged
DecisionEvent = DecisionRecorded | DecisionReworded | DecisionChanged
ActionEvent = ActionAgreed | ActionReworded | ActionChanged
RecordEvent = MinutesMade | StepUndone
Event = (
    MeetingEvent
    | AttendanceEvent
    | AgendaEvent
    | QueueEvent
    | TurnEvent
    | IdeaEvent
    | DecisionEvent
    | ActionEvent
    | RecordEvent
    | RoomEvent
    | AfterEvent
)

EVENT_KINDS: dict[str, type[Event]] = {event.kind: event for event in get_args(Event)}
"""The class of each kind of event, by its fixed text."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Step(ByFields):
    """What one press did: one or more events in one transaction. `at` is UTC.

    `is_automatic` marks what the program did by itself (holding a turn after a crash); undo passes it over.
    """

    id: StepId
    at: datetime
    events: tuple[Event, ...]
    is_automatic: bool = False
