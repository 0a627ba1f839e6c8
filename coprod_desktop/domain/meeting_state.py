"""What is true of a meeting now; made by replay, changed by nobody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from coprod_desktop.domain.after_meeting import AfterMeeting
from coprod_desktop.domain.events import EndedBy, PauseReason, Through
from coprod_desktop.domain.ids import (
    ActionId,
    AgendaItemId,
    DecisionId,
    GroupId,
    IdeaId,
    MeetingId,
    PersonId,
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
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.room import Room


class Phase(Enum):
    """Where a meeting stands."""

    OPEN = "open"
    FINISHED = "finished"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """One person at this meeting. `is_here`: they came and did not go home. `is_out`: they stepped out for a while.

    Beforehand `is_coming` or `is_sorry` is their answer to the invitation; neither means that none was heard.
    `away` are the times between which they were out of the room and came back; the second is empty while they are out.
    """

    person_id: PersonId
    is_here: bool = False
    is_sorry: bool = False
    is_coming: bool = False
    is_out: bool = False
    arrived_at: str = ""
    left_at: str = ""
    away: tuple[tuple[str, str], ...] = ()
    perspectives: tuple[Perspective, ...] = ()
    jobs: tuple[Job, ...] = ()

    @property
    def said_yes_or_came(self) -> bool:
        """Whether they come for sure; whoever came has answered with their feet."""
        return self.is_coming or self.came

    @property
    def came(self) -> bool:
        """Whether the person was at the meeting at any time."""
        return self.is_here or bool(self.arrived_at or self.left_at)


@dataclass(frozen=True, kw_only=True)
class AgendaItem:
    """One thing to talk about. `count` is how many dots or hands it got, None if nobody counted."""

    id: AgendaItemId
    details: AgendaItemDetails
    state: ItemState = ItemState.WAITING
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One person's protected time. While it runs, the milliseconds since `used_ms` are known only to the clock."""

    id: TurnId
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
    is_paused: bool = False
    pause_reason: PauseReason | None = None
    used_ms: int = 0
    paused_seconds: int = 0
    ended_at: str = ""
    ended_by: EndedBy | None = None

    @property
    def is_over(self) -> bool:
        """Whether the turn has ended."""
        return self.ended_by is not None


@dataclass(frozen=True, kw_only=True)
class Idea:
    """Anything put forward, kept for ever. `own_proposer` is whose it was before others were joined into it."""

    id: IdeaId
    words: Words
    details: IdeaDetails
    perspectives: tuple[Perspective, ...] = ()
    own_proposer: Proposer | None = None


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What the group settled, or what others did."""

    id: DecisionId
    words: Words
    details: DecisionDetails


@dataclass(frozen=True, kw_only=True)
class Action:
    """A promise made in the meeting."""

    id: ActionId
    words: Words
    details: ActionDetails


@dataclass(frozen=True, kw_only=True)
class MeetingState:
    """A meeting as its record tells it. Mappings keep the order in which things were said."""

    id: MeetingId
    group_id: GroupId | None = None
    details: MeetingDetails | None = None
    follows_id: MeetingId | None = None
    phase: Phase = Phase.TAKEN_BACK
    is_put_away: bool = False
    bounds: Bounds = Bounds()
    next_meeting: NextMeeting | None = None
    attendance: Mapping[PersonId, Attendance] = field(default_factory=dict)
    agenda: tuple[AgendaItem, ...] = ()
    hands: tuple[PersonId, ...] = ()
    turns: Mapping[TurnId, Turn] = field(default_factory=dict)
    last_turn_id: TurnId | None = None
    turn_seconds: int | None = None
    has_clocks: bool = True
    room: Room = Room()
    ideas: Mapping[IdeaId, Idea] = field(default_factory=dict)
    decisions: Mapping[DecisionId, Decision] = field(default_factory=dict)
    actions: Mapping[ActionId, Action] = field(default_factory=dict)
    after: AfterMeeting = AfterMeeting()

    @property
    def title(self) -> str:
        """The name of the meeting, empty if its opening was undone."""
        return self.details.title if self.details else ""

    @property
    def is_open(self) -> bool:
        """Whether acts in the room can still be recorded."""
        return self.phase is Phase.OPEN

    @property
    def current_turn(self) -> Turn | None:
        """The turn that has started and not ended, running or paused."""
        last = self.turns.get(self.last_turn_id) if self.last_turn_id else None
        return None if last is None or last.is_over else last

    @property
    def listed_items(self) -> tuple[AgendaItem, ...]:
        """The agenda as it is numbered: without what is kept for later."""
        return tuple(item for item in self.agenda if item.state is not ItemState.PARKED)

    @property
    def current_item(self) -> AgendaItem | None:
        """The item that the group is talking about."""
        return next((item for item in self.agenda if item.state is ItemState.NOW), None)

    @property
    def people_here(self) -> tuple[PersonId, ...]:
        """Who is at the meeting now, in the order in which they came; whoever stepped out keeps their place."""
        return tuple(who for who, seen in self.attendance.items() if seen.is_here)

    @property
    def people_out(self) -> tuple[PersonId, ...]:
        """Who stepped out for a while."""
        return tuple(who for who, seen in self.attendance.items() if seen.is_here and seen.is_out)

    def item(self, item_id: AgendaItemId | None) -> AgendaItem | None:
        """The agenda item with this id, if it is there."""
        return next((item for item in self.agenda if item.id == item_id), None)
