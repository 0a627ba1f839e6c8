"""What can happen in the live room beside its lines and turns. Kinds are never renamed; fields are only added."""

from dataclasses import dataclass
from typing import ClassVar

from coprod_desktop.domain.by_fields import ByFields
from coprod_desktop.domain.ids import AgendaItemId, PersonId, TurnId
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.room import (
    CheckOutAnswer,
    CheckOutQuestion,
    Counting,
    FixedEnd,
    NextRule,
    OrderedBy,
    PlannedBreak,
    ReadBack,
    WallScene,
)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PersonSteppedOut(ByFields):
    """A person went out for a while; nobody asks why and their place is kept. `at` is local ISO 8601 with offset."""

    kind: ClassVar[str] = "person_stepped_out"
    person_id: PersonId
    at: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PersonSteppedBack(ByFields):
    """A person who had stepped out is in the room again."""

    kind: ClassVar[str] = "person_stepped_back"
    person_id: PersonId
    at: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class GuestsCounted(ByFields):
    """How many guests are here, who are counted and not named."""

    kind: ClassVar[str] = "guests_counted"
    count: int


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MeetingBegan(ByFields):
    """The meeting itself began, at this local time with offset."""

    kind: ClassVar[str] = "meeting_began"
    at: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AccessCheckRead(ByFields):
    """The questions whether everybody can take part were read aloud."""

    kind: ClassVar[str] = "access_check_read"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DeclarationsAsked(ByFields):
    """People were asked whether there is anything to declare."""

    kind: ClassVar[str] = "declarations_asked"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class InterestDeclared(ByFields):
    """A person told the group something that could bear on a decision."""

    kind: ClassVar[str] = "interest_declared"
    person_id: PersonId
    words: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class CountingChosen(ByFields):
    """The group chose what is counted today."""

    kind: ClassVar[str] = "counting_chosen"
    counting: Counting


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class BalanceOnWallAnswered(ByFields):
    """The group said yes or no to seeing its equal voice on the wall."""

    kind: ClassVar[str] = "balance_on_wall_answered"
    is_yes: bool


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MeetingPaused(ByFields):
    """Everything is paused; nobody is asked why. `turn_id` is the turn that was paused with it."""

    kind: ClassVar[str] = "meeting_paused"
    at: str
    turn_id: TurnId | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MeetingResumed(ByFields):
    """The pause of everything is over."""

    kind: ClassVar[str] = "meeting_resumed"
    at: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class BreakStarted(ByFields):
    """A break began; `minutes` is None for a break without an end."""

    kind: ClassVar[str] = "break_started"
    at: str
    minutes: int | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class BreakExtended(ByFields):
    """The break is longer by so many minutes."""

    kind: ClassVar[str] = "break_extended"
    by_minutes: int


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class BreakEnded(ByFields):
    """The break is over because a person said so."""

    kind: ClassVar[str] = "break_ended"
    at: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class BreaksPlanned(ByFields):
    """The breaks of the plan, all of them."""

    kind: ClassVar[str] = "breaks_planned"
    breaks: tuple[PlannedBreak, ...]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class FixedEndsSet(ByFields):
    """The times that cannot move, all of them."""

    kind: ClassVar[str] = "fixed_ends_set"
    ends: tuple[FixedEnd, ...]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class CardShown(ByFields):
    """Somebody showed a card; nobody's name is kept. `card` is the key of the group's own card."""

    kind: ClassVar[str] = "card_shown"
    card: str
    item_id: AgendaItemId | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ClosingBegan(ByFields):
    """The group began to close the meeting."""

    kind: ClassVar[str] = "closing_began"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ClosingPutOff(ByFields):
    """The group goes on after all."""

    kind: ClassVar[str] = "closing_put_off"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Answered(ByFields):
    """One answer to one question of the check-out."""

    question: CheckOutQuestion
    answer: CheckOutAnswer


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class CheckOutGiven(ByFields):
    """One person, unnamed, said how it was. `word` is one word of their own, if they gave one."""

    kind: ClassVar[str] = "check_out_given"
    answers: tuple[Answered, ...]
    word: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class CheckOutCounted(ByFields):
    """The answers on paper to one question were counted; a new count takes the place of the last."""

    kind: ClassVar[str] = "check_out_counted"
    question: CheckOutQuestion
    yes: int
    partly: int
    no: int


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class WallChosen(ByFields):
    """Somebody chose what the wall shows."""

    kind: ClassVar[str] = "wall_chosen"
    scene: WallScene
    read_back: ReadBack | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class WallBlanked(ByFields):
    """The wall shows nothing."""

    kind: ClassVar[str] = "wall_blanked"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class WallShownAgain(ByFields):
    """The wall shows the meeting again."""

    kind: ClassVar[str] = "wall_shown_again"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class NextRuleSet(ByFields):
    """The group picked by which rule the next speaker is offered."""

    kind: ClassVar[str] = "next_rule_set"
    rule: NextRule


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class WantedToAdd(ByFields):
    """A person wants to add to what the speaker says."""

    kind: ClassVar[str] = "wanted_to_add"
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class NoLongerWantsToAdd(ByFields):
    """A person does not want to add now."""

    kind: ClassVar[str] = "no_longer_wants_to_add"
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class GoRoundStarted(ByFields):
    """Everybody in turn, in this order."""

    kind: ClassVar[str] = "go_round_started"
    order: tuple[PersonId, ...]
    item_id: AgendaItemId | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class GoRoundPassed(ByFields):
    """A person passes in silence."""

    kind: ClassVar[str] = "go_round_passed"
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class GoRoundComesBack(ByFields):
    """A person said "come back to me"; they are asked again at the end."""

    kind: ClassVar[str] = "go_round_comes_back"
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class GoRoundJoined(ByFields):
    """A person joins the go-round, at its end."""

    kind: ClassVar[str] = "go_round_joined"
    person_id: PersonId


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class GoRoundEnded(ByFields):
    """The go-round is over."""

    kind: ClassVar[str] = "go_round_ended"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ConversationStarted(ByFields):
    """Two people begin to talk to and fro."""

    kind: ClassVar[str] = "conversation_started"
    conversation_id: str
    people: tuple[PersonId, PersonId]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ConversationEnded(ByFields):
    """The conversation of two is over."""

    kind: ClassVar[str] = "conversation_ended"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class EveryoneCheckSet(ByFields):
    """Whether the next turn and every yes wait until everyone has heard, seen or read what was said."""

    kind: ClassVar[str] = "everyone_check_set"
    is_on: bool


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class EveryoneHasIt(ByFields):
    """Everyone has it; the meeting goes on."""

    kind: ClassVar[str] = "everyone_has_it"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class NearlyShareSet(ByFields):
    """The share of a turn that is left when "Nearly time" is shown, from 0 to 0.5."""

    kind: ClassVar[str] = "nearly_share_set"
    share: float


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ItemTurnLengthSet(ByFields):
    """How long turns on one item are, in seconds: None for no timers on it."""

    kind: ClassVar[str] = "item_turn_length_set"
    item_id: AgendaItemId
    seconds: int | None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ItemTurnLengthDropped(ByFields):
    """Turns on an item are as long as usual again."""

    kind: ClassVar[str] = "item_turn_length_dropped"
    item_id: AgendaItemId


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class EveryoneAsked(ByFields):
    """Everyone was asked whether there is anything to add on an item, now or later, by voice, card or note."""

    kind: ClassVar[str] = "everyone_asked"
    item_id: AgendaItemId


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ItemPart(ByFields):
    """One of the items that another was split into."""

    item_id: AgendaItemId
    details: AgendaItemDetails


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AgendaItemSplit(ByFields):
    """An item became several; `details` is what stays under its own number, `parts` come right after it."""

    kind: ClassVar[str] = "agenda_item_split"
    item_id: AgendaItemId
    details: AgendaItemDetails
    parts: tuple[ItemPart, ...]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AgendaItemsMerged(ByFields):
    """Several items became one, with the proposers and sources of all; what was said on any is now said on it."""

    kind: ClassVar[str] = "agenda_items_merged"
    item_id: AgendaItemId
    merged: tuple[AgendaItemId, ...]
    details: AgendaItemDetails


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ItemCount(ByFields):
    """How many dots or hands an item got."""

    item_id: AgendaItemId
    count: int


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AgendaOrdered(ByFields):
    """The agenda was put in order, by dots or hands if `ordered_by` says so. `order` names every listed item."""

    kind: ClassVar[str] = "agenda_ordered"
    order: tuple[AgendaItemId, ...]
    ordered_by: OrderedBy | None = None
    counts: tuple[ItemCount, ...] = ()


WelcomeEvent = (
    GuestsCounted
    | MeetingBegan
    | AccessCheckRead
    | DeclarationsAsked
    | InterestDeclared
    | CountingChosen
    | BalanceOnWallAnswered
)
PauseEvent = MeetingPaused | MeetingResumed | BreakStarted | BreakExtended | BreakEnded | BreaksPlanned | FixedEndsSet
ClosingEvent = CardShown | ClosingBegan | ClosingPutOff | CheckOutGiven | CheckOutCounted
WallEvent = WallChosen | WallBlanked | WallShownAgain
FloorEvent = (
    NextRuleSet
    | WantedToAdd
    | NoLongerWantsToAdd
    | GoRoundStarted
    | GoRoundPassed
    | GoRoundComesBack
    | GoRoundJoined
    | GoRoundEnded
    | ConversationStarted
    | ConversationEnded
    | EveryoneCheckSet
    | EveryoneHasIt
    | NearlyShareSet
    | ItemTurnLengthSet
    | ItemTurnLengthDropped
    | EveryoneAsked
)
"""Who has the floor and who is next."""

RoomEvent = WelcomeEvent | PauseEvent | ClosingEvent | WallEvent | FloorEvent
StepOutEvent = PersonSteppedOut | PersonSteppedBack
RegroupEvent = AgendaItemSplit | AgendaItemsMerged | AgendaOrdered
