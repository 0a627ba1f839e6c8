"""The lines a meeting leaves behind: agenda items, ideas, decisions and actions, as they are put into the record."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coprod_desktop.domain.ids import AgendaItemId, DecisionId, IdeaId, PersonId
from coprod_desktop.domain.proposer import Proposer


@dataclass(frozen=True, kw_only=True)
class Words:
    """What was said, and the easy words that are read back and printed; without them the text is printed."""

    text: str
    easy_text: str = ""

    @property
    def printed(self) -> str:
        """The words that go on paper."""
        return self.easy_text or self.text


class HowOpen(StrEnum):
    """How open an agenda item is."""

    DECIDE = "decide"
    ADVISE = "advise"
    TOLD = "told"


class ItemState(StrEnum):
    """What became of an agenda item. WAITING and NOW exist while the meeting is open."""

    WAITING = "waiting"
    NOW = "now"
    DISCUSSED = "discussed"
    PARKED = "parked"
    CARRIED_OVER = "carried_over"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, kw_only=True)
class AgendaItemDetails:
    """An agenda item in the words of whoever said it. `picture` is a picture word such as "bus".

    `fixed` says in words what cannot be changed about it, empty if nothing is fixed (R05). `may_be_hard` tells people
    before it begins, so that anybody can step out (AN-24).
    """

    title: str
    proposer: Proposer
    how_open: HowOpen = HowOpen.DECIDE
    minutes_wanted: int | None = None
    picture: str = ""
    fixed: str = ""
    may_be_hard: bool = False


class IdeaKind(StrEnum):
    """What sort of thing was put forward."""

    IDEA = "idea"
    KEEP_THIS = "keep_this"
    THANK_YOU = "thank_you"
    STORY = "story"


class SaidHow(StrEnum):
    """Whose words these are."""

    OWN_WORDS = "own_words"
    SAID_FOR_THEM = "said_for_them"
    HELPERS_VIEW = "helpers_view"


class IdeaOutcome(StrEnum):
    """What became of an idea; nothing is dropped."""

    OPEN = "open"
    DECIDED = "decided"
    NOT_TAKEN_UP = "not_taken_up"
    LATER = "later"
    PASSED_ON = "passed_on"


@dataclass(frozen=True, kw_only=True)
class IdeaDetails:
    """All of an idea but its words."""

    proposer: Proposer
    item_id: AgendaItemId | None = None
    picture: str = ""
    kind: IdeaKind = IdeaKind.IDEA
    said_how: SaidHow = SaidHow.OWN_WORDS
    outcome: IdeaOutcome = IdeaOutcome.OPEN
    reason: str = ""
    passed_on_to: str = ""
    recorder_id: PersonId | None = None


class Outcome(StrEnum):
    """How a decision ended."""

    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    DECIDED_ELSEWHERE = "decided_elsewhere"


class HowDecided(StrEnum):
    """How the group came to its decision."""

    CONSENSUS = "consensus"
    THUMBS = "thumbs"
    DOTS = "dots"
    SHOW_OF_HANDS = "show_of_hands"
    SECRET_COUNT = "secret_count"


@dataclass(frozen=True, kw_only=True)
class Votes:
    """Counts of people; None where it was not counted."""

    yes: int | None = None
    no: int | None = None
    unsure: int | None = None
    more_time: int | None = None


@dataclass(frozen=True, kw_only=True)
class Objection:
    """Who does not agree, and why, in their words."""

    text: str
    by: Proposer | None = None


@dataclass(frozen=True, kw_only=True)
class WordingChange:
    """The first words of a decision whose words were changed, and whether the proposer said yes to the new ones."""

    first_words: str
    agreed_by_proposer: bool | None = None


class YesAnswer(StrEnum):
    """What somebody who must also say yes has answered."""

    WAITING = "waiting"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class NeededYes:
    """Who else must say yes before a decision holds."""

    who: str
    asked_on: date | None = None
    answer: YesAnswer = YesAnswer.WAITING
    reason: str = ""
    answered_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class DecisionDetails:
    """All of a decision but its words. `decided_at` is local ISO 8601 with offset, or as a record file gives it.

    Until `open_until` everybody can think and change their mind (AN-18).
    """

    proposer: Proposer
    outcome: Outcome
    item_id: AgendaItemId | None = None
    from_idea_id: IdeaId | None = None
    picture: str = ""
    supported_by: tuple[PersonId, ...] = ()
    built_on_by: tuple[PersonId, ...] = ()
    stood_aside: tuple[PersonId, ...] = ()
    how_decided: HowDecided | None = None
    votes: Votes | None = None
    reason: str = ""
    objections: tuple[Objection, ...] = ()
    wording_changed: WordingChange | None = None
    decided_at: str = ""
    review_on: date | None = None
    conditions: tuple[str, ...] = ()
    needs_yes_from: tuple[NeededYes, ...] = ()
    for_now_until: date | None = None
    open_until: date | None = None


class ActionState(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, kw_only=True)
class ActionDetails:
    """All of an action but its words. No owner means that nobody has this job yet."""

    decision_id: DecisionId | None = None
    picture: str = ""
    owners: tuple[PersonId, ...] = ()
    due_on: date | None = None
    state: ActionState = ActionState.OPEN
    result: str = ""
