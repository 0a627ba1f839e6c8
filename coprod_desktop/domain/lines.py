"""The lines a meeting leaves behind: agenda items, ideas, decisions and actions, as they are put into the record."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coprod_desktop.domain.by_fields import ByFields
from coprod_desktop.domain.ids import AgendaItemId, DecisionId, IdeaId, MeetingId, PersonId
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


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class EarlierLine(ByFields):
    """A line of another meeting, or of this one, that a line goes on from; that one stays as it was."""

    meeting_id: MeetingId
    line_id: str


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
    TAKEN_BACK = "taken_back"


class Medium(StrEnum):
    """What an idea was put forward as; its words then only say what it is."""

    WORDS = "words"
    DRAWING = "drawing"
    PHOTO = "photo"
    RECORDING = "recording"


@dataclass(frozen=True, kw_only=True)
class IdeaDetails:
    """All of an idea but its words.

    A drawing or a photo is the `picture` ("own:ID"), a recording has the id of what was kept. `ticket` is the number
    by which an idea is answered whose people did not want to be named. `came_from` is the idea of an earlier meeting
    that is carried on here. An idea that was joined with others, `joined_into`, goes the way of that one and keeps
    its own words. `taken_back_by` is who took it back in the open, if that is known.
    """

    proposer: Proposer
    item_id: AgendaItemId | None = None
    picture: str = ""
    kind: IdeaKind = IdeaKind.IDEA
    said_how: SaidHow = SaidHow.OWN_WORDS
    outcome: IdeaOutcome = IdeaOutcome.OPEN
    reason: str = ""
    passed_on_to: str = ""
    recorder_id: PersonId | None = None
    medium: Medium = Medium.WORDS
    recording_id: str = ""
    ticket: int | None = None
    came_from: EarlierLine | None = None
    joined_into: IdeaId | None = None
    taken_back_by: PersonId | None = None


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
    """Who does not agree, and why, in their words. One that was taken back in the open stays in the record."""

    text: str
    by: Proposer | None = None
    is_taken_back: bool = False


@dataclass(frozen=True, kw_only=True)
class WordingChange:
    """The first words of a decision whose words were changed, and whether the proposer said yes to the new ones.

    Without an answer they were not asked, or `is_not_here`: they were not there to be asked.
    """

    first_words: str
    agreed_by_proposer: bool | None = None
    is_not_here: bool = False


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MadeEasier(ByFields):
    """The printed words of a decision were made easier after the meeting; `agreed_words` are those that were agreed."""

    agreed_words: str
    made_on: date


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class BetweenMeetings(ByFields):
    """A decision that was made between two meetings: who was asked and how, and who could not be asked."""

    asked: tuple[PersonId, ...] = ()
    how: str = ""
    not_asked: tuple[PersonId, ...] = ()


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

    Until `open_until` everybody can think and change their mind (AN-18). `tried_by` and `tried_words` say who has
    tried it, for money or building. `told_us` is what people with lived experience have told us, and where, when none
    of them was there; `is_until_asked` saves it for now, until they are asked. `between` marks a decision between
    meetings. `reopens` is the decision that is looked at again with this one. A secret count keeps no names.
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
    tried_by: tuple[PersonId, ...] = ()
    tried_words: str = ""
    told_us: str = ""
    is_until_asked: bool = False
    between: BetweenMeetings | None = None
    reopens: EarlierLine | None = None
    made_easier: MadeEasier | None = None


class ActionState(StrEnum):
    """Where an action stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Helped(StrEnum):
    """What the people whom an action was for say of it: did it help?"""

    YES = "yes"
    A_BIT = "a_bit"
    NO = "no"
    TOO_SOON = "too_soon"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DidItHelp(ByFields):
    """What one person, or some who are not named, said of an action that was done."""

    answer: Helped
    said_on: date
    by: PersonId | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class ActionDetails:
    """All of an action but its words. No owner means that nobody has this job yet.

    `time_wanted`, `help_wanted` and `money_wanted` say in words what goes with a job for an unpaid person (R28). On
    `ask_on` the people it was for are asked whether it helped; `helped` is what they said.
    """

    decision_id: DecisionId | None = None
    picture: str = ""
    owners: tuple[PersonId, ...] = ()
    due_on: date | None = None
    state: ActionState = ActionState.OPEN
    result: str = ""
    time_wanted: str = ""
    help_wanted: str = ""
    money_wanted: str = ""
    ask_on: date | None = None
    helped: tuple[DidItHelp, ...] = ()
