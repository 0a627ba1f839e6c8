"""What happens to the lines of a meeting when others have seen them: joined, taken back, told, checked, agreed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from coprod_desktop.domain.by_fields import ByFields
from coprod_desktop.domain.ids import ActionId, DecisionId, IdeaId, MeetingId, PersonId, StepId
from coprod_desktop.domain.lines import DidItHelp, IdeaDetails
from coprod_desktop.domain.person import Perspective


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class IdeasJoined(ByFields):
    """Ideas that are alike go on as one, with the proposers and sources of all; each keeps its own words."""

    kind: ClassVar[str] = "ideas_joined"
    idea_id: IdeaId
    joined: tuple[IdeaId, ...]
    details: IdeaDetails


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ObjectionPlace(ByFields):
    """One objection to a decision, by its place in the list from 0."""

    decision_id: DecisionId
    position: int


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TakenBackOpenly(ByFields):
    """What the room has seen was taken back in the open: it stays in the record and is told (R19).

    `step_id` is the step that Undo would have taken out of sight; without it somebody asked for it by name.
    """

    kind: ClassVar[str] = "taken_back_openly"
    step_id: StepId | None = None
    ideas: tuple[IdeaId, ...] = ()
    decisions: tuple[DecisionId, ...] = ()
    objections: tuple[ObjectionPlace, ...] = ()
    by: PersonId | None = None


class ToldHow(StrEnum):
    """How somebody was told what happened to their idea."""

    EASY_READ = "easy_read"
    LARGE_PRINT = "large_print"
    PLAIN_TEXT = "plain_text"
    AUDIO = "audio"
    IN_WORDS = "in_words"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AnswerTold(ByFields):
    """A person heard what happened to their idea or decision (R27). Without a person the ticket number was told.

    `news` is what there was to tell, as `answers.news_of` words it; when there is other news they wait again.
    """

    kind: ClassVar[str] = "answer_told"
    line_id: str
    news: str
    told_on: date
    told_to: PersonId | None = None
    told_by: PersonId | None = None
    how: ToldHow = ToldHow.IN_WORDS


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ActionHelped(ByFields):
    """Somebody said whether an action helped, after it was done (R28)."""

    kind: ClassVar[str] = "action_helped"
    action_id: ActionId
    said: DidItHelp


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class WordsTakenOut(ByFields):
    """Private words of a line were taken out of everything for good, with the yes of 2 people (R42)."""

    kind: ClassVar[str] = "words_taken_out"
    line_id: str
    asked_by: PersonId
    yes_from: PersonId


class LineAnswer(StrEnum):
    """The answer to "Is this right?"."""

    YES = "yes"
    NO = "no"
    TALK = "talk"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class LineChecked(ByFields):
    """A person said whether a line of the minutes is right; a later answer takes the place of the last (R26)."""

    kind: ClassVar[str] = "line_checked"
    checked_by: PersonId
    line_id: str
    answer: LineAnswer
    said_on: date
    words: str = ""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class CorrectionAsked(ByFields):
    """The step that this is in puts something right in the minutes, because somebody asked for it."""

    kind: ClassVar[str] = "correction_asked"
    line_id: str
    asked_on: date
    asked_by: PersonId | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class ReaderSaid(ByFields):
    """A person who uses easy read said whether the minutes are easy (ER-34). `words_digest` is what they read."""

    kind: ClassVar[str] = "reader_said"
    reader: PersonId
    is_easy: bool
    words_digest: str
    said_on: date
    words: str = ""


class ChangeKind(StrEnum):
    """What a new edition has that the one before has not."""

    ADDED = "added"
    WORDS = "words"
    FACTS = "facts"
    TAKEN_BACK = "taken_back"
    TAKEN_OUT = "taken_out"
    NAMES = "names"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class EditionChange(ByFields):
    """One change, without its words; `line_id` is empty where no single line changed."""

    change: ChangeKind
    line_id: str = ""
    asked_by: PersonId | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class EditionMade(ByFields):
    """The minutes were frozen as they stood at `record_number`; editions are numbered from 1 (R26)."""

    kind: ClassVar[str] = "edition_made"
    edition: int
    record_number: int
    words_digest: str
    made_on: date
    changes: tuple[EditionChange, ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MinutesAgreed(ByFields):
    """A meeting said that an edition is right. `in_meeting` is that meeting, if it was one with a record."""

    kind: ClassVar[str] = "minutes_agreed"
    edition: int
    agreed_on: date
    in_meeting: MeetingId | None = None


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class KeptVoice(ByFields):
    """How long and how often people with one perspective spoke, in whole seconds and turns.

    Without a perspective it was not written down, or too few people had it to be told apart from one of them.
    """

    perspective: Perspective | None
    seconds: int
    turns: int = 0


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class KeptPresence(ByFields):
    """How many people were there at a decision, each of their perspectives as often as it was said, by nobody's name.

    It is kept where somebody was out of the room for a while, as it is no longer known who that was.
    """

    decision_id: DecisionId
    people: int
    perspectives: tuple[Perspective, ...] = ()
    unsaid: int = 0


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TimesDropped(ByFields):
    """The times of single people were taken out of the record; only those by perspective are kept (DP-16)."""

    kind: ClassVar[str] = "times_dropped"
    voices: tuple[KeptVoice, ...] = ()
    seconds: int = 0
    running_seconds: int = 0
    turns: int = 0
    presences: tuple[KeptPresence, ...] = ()


LineAfterEvent = IdeasJoined | TakenBackOpenly | AnswerTold | ActionHelped | WordsTakenOut
"""What changes lines, or what is still to be told of them."""

CheckEvent = LineChecked | CorrectionAsked | ReaderSaid | EditionMade | MinutesAgreed | TimesDropped
"""The two yeses, and what they are about."""

AfterEvent = LineAfterEvent | CheckEvent
