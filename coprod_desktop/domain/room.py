"""How the live meeting stands beside its lines: who goes next and why, pauses, breaks, cards, the wall, check-out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from coprod_desktop.domain.by_fields import ByFields
from coprod_desktop.domain.ids import AgendaItemId, DecisionId, PersonId, TurnId
from coprod_desktop.domain.proposer import Proposer


class NextRule(StrEnum):
    """By which rule one of the people who asked is offered as next; the group picks it, a person always decides."""

    NO_TURN_YET = "no_turn_yet"
    FEWEST_TURNS = "fewest_turns"
    LONGEST_SINCE = "longest_since"
    ORDER_OF_HANDS = "order_of_hands"


class Counting(StrEnum):
    """What the group chose to count today (R08, R12)."""

    NOTHING = "nothing"
    BY_PERSPECTIVE = "by_perspective"


class OrderedBy(StrEnum):
    """How the group said which items come first."""

    DOTS = "dots"
    HANDS = "hands"


class WallScene(StrEnum):
    """What the wall can show, one thing at a time (UI-24). FOLLOW lets it follow the meeting."""

    FOLLOW = "follow"
    BLANK = "blank"
    WELCOME = "welcome"
    AGENDA = "agenda"
    BOUNDS = "bounds"
    ITEM = "item"
    TURN = "turn"
    DECISION = "decision"
    BALANCE = "balance"
    PAUSE = "pause"
    BREAK = "break"
    CHECK_OUT = "check_out"
    THANK_YOU = "thank_you"


class ReadBackStep(StrEnum):
    """The 2 steps of reading a decision back: first the words, then the yes (R15)."""

    WORDS = "words"
    AGREE = "agree"


class CheckOutQuestion(StrEnum):
    """What people are asked as they leave (R18)."""

    SKILL = "skill"
    SAY = "say"
    PART = "part"


class CheckOutAnswer(StrEnum):
    """The 3 answers, each with a word, a thumb and a shape."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ReadBack(ByFields):
    """A decision as it is read to the room: the words that will be printed, and whose idea it was.

    With `is_secret` people answer on paper, so that nobody sees who says what.
    """

    words: str
    proposer: Proposer
    picture: str = ""
    step: ReadBackStep = ReadBackStep.WORDS
    decision_id: DecisionId | None = None
    is_secret: bool = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Wall(ByFields):
    """What was chosen for the wall. It is blank until it is shown again, whatever the meeting does."""

    scene: WallScene = WallScene.FOLLOW
    read_back: ReadBack | None = None
    is_blank: bool = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class GoRound(ByFields):
    """Everybody in turn. `waiting` is who still comes, in order; `asked_back` of them said "come back to me"."""

    order: tuple[PersonId, ...]
    waiting: tuple[PersonId, ...]
    asked_back: tuple[PersonId, ...] = ()
    item_id: AgendaItemId | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Conversation(ByFields):
    """Two people talk to and fro; all stretches of one person in it count as one turn."""

    id: str
    people: tuple[PersonId, PersonId]


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Break(ByFields):
    """A break that goes on. `minutes` is None for a break without an end. Times are local ISO 8601 with offset."""

    started_at: str
    minutes: int | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class PlannedBreak(ByFields):
    """A break in the plan: when, in words or as a clock time such as "11:00", and for how many minutes."""

    at: str
    minutes: int


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class FixedEnd(ByFields):
    """A time that cannot move, such as when a taxi or an interpreter goes. `what` names no person."""

    what: str
    at: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Declaration(ByFields):
    """Something a person told the group beforehand, because it could bear on a decision."""

    person_id: PersonId
    words: str


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class CheckOutCount(ByFields):
    """How many people gave each answer to one question."""

    yes: int = 0
    partly: int = 0
    no: int = 0

    @property
    def total(self) -> int:
        """How many people answered."""
        return self.yes + self.partly + self.no


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class CheckOut(ByFields):
    """What people said as they left: from the screen one by one, from paper as counts. No names."""

    given: Mapping[CheckOutQuestion, CheckOutCount] = field(default_factory=dict)
    paper: Mapping[CheckOutQuestion, CheckOutCount] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    people_on_screen: int = 0


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Room(ByFields):
    """The live side of a meeting."""

    began_at: str = ""
    guests: int = 0
    counting: Counting | None = None
    is_balance_on_wall_agreed: bool | None = None
    declarations: tuple[Declaration, ...] = ()
    has_asked_declarations: bool = False
    has_read_access_check: bool = False
    next_rule: NextRule = NextRule.NO_TURN_YET
    first_again: tuple[PersonId, ...] = ()
    adders: tuple[PersonId, ...] = ()
    go_round: GoRound | None = None
    last_first: PersonId | None = None
    conversation: Conversation | None = None
    checks_everyone: bool = False
    is_waiting_for_everyone: bool = False
    item_lengths: Mapping[AgendaItemId, int | None] = field(default_factory=dict)
    nearly_share: float = 0.25
    asked_everyone: tuple[AgendaItemId, ...] = ()
    is_paused: bool = False
    paused_turn_id: TurnId | None = None
    break_now: Break | None = None
    breaks_taken: int = 0
    last_break_ended_at: str = ""
    planned_breaks: tuple[PlannedBreak, ...] = ()
    fixed_ends: tuple[FixedEnd, ...] = ()
    cards: Mapping[AgendaItemId | None, Mapping[str, int]] = field(default_factory=dict)
    wall: Wall = Wall()
    check_out: CheckOut = CheckOut()
    is_closing: bool = False
