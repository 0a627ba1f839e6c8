"""The lines of a meeting as they are remembered: what was said, and what became of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeVar

from coprod_desktop.domain.decisions import others_answer
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import ActionState, IdeaKind, IdeaOutcome, ItemState, Outcome, Words, YesAnswer
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea, MeetingState
from coprod_desktop.domain.person import Perspective


class LineKind(StrEnum):
    """What sort of line it is."""

    ITEM = "item"
    IDEA = "idea"
    DECISION = "decision"
    ACTION = "action"


class Became(StrEnum):
    """What became of an agenda item, an idea, a decision or an action."""

    ON_AGENDA = "on_agenda"
    TALKED_ABOUT = "talked_about"
    KEPT_FOR_LATER = "kept_for_later"
    CARRIED_OVER = "carried_over"
    NOT_REACHED = "not_reached"
    NO_ANSWER_YET = "no_answer_yet"
    DECIDED = "decided"
    NOT_TAKEN_UP = "not_taken_up"
    LATER = "later"
    PASSED_ON = "passed_on"
    SAID = "said"
    JOINED = "joined"
    AGREED = "agreed"
    WAITS_FOR_YES = "waits_for_yes"
    SAID_NO = "said_no"
    NOT_AGREED = "not_agreed"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    DECIDED_ELSEWHERE = "decided_elsewhere"
    STILL_OPEN = "still_open"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def still_waits(self) -> bool:
        """Whether somebody has still to do or to answer something."""
        return self in _STILL_WAITS


WAITING_ITEMS = (Became.KEPT_FOR_LATER, Became.CARRIED_OVER, Became.NOT_REACHED)
"""What became of items that can be offered again."""

_STILL_WAITS = (
    *WAITING_ITEMS,
    Became.NO_ANSWER_YET,
    Became.LATER,
    Became.WAITS_FOR_YES,
    Became.DEFERRED,
    Became.STILL_OPEN,
)
_OF_ITEM = {
    ItemState.WAITING: Became.ON_AGENDA,
    ItemState.NOW: Became.ON_AGENDA,
    ItemState.DISCUSSED: Became.TALKED_ABOUT,
    ItemState.PARKED: Became.KEPT_FOR_LATER,
    ItemState.CARRIED_OVER: Became.CARRIED_OVER,
    ItemState.NOT_REACHED: Became.NOT_REACHED,
}
_OF_IDEA = {
    IdeaOutcome.OPEN: Became.NO_ANSWER_YET,
    IdeaOutcome.DECIDED: Became.DECIDED,
    IdeaOutcome.NOT_TAKEN_UP: Became.NOT_TAKEN_UP,
    IdeaOutcome.LATER: Became.LATER,
    IdeaOutcome.PASSED_ON: Became.PASSED_ON,
    IdeaOutcome.TAKEN_BACK: Became.WITHDRAWN,
}
_OF_DECISION = {
    Outcome.AGREED: Became.AGREED,
    Outcome.NOT_AGREED: Became.NOT_AGREED,
    Outcome.DEFERRED: Became.DEFERRED,
    Outcome.WITHDRAWN: Became.WITHDRAWN,
    Outcome.DECIDED_ELSEWHERE: Became.DECIDED_ELSEWHERE,
}
_OF_YES = {YesAnswer.YES: Became.AGREED, YesAnswer.WAITING: Became.WAITS_FOR_YES, YesAnswer.NO: Became.SAID_NO}
_OF_ACTION = {
    ActionState.OPEN: Became.STILL_OPEN,
    ActionState.DONE: Became.DONE,
    ActionState.DROPPED: Became.DROPPED,
}


@dataclass(frozen=True, kw_only=True)
class WaitsFor:
    """Who has not said yes to a decision, and the day on which they were asked."""

    who: str
    asked_on: date | None = None


class MeetingLine(NamedTuple):
    """One line of a meeting. `item_id` is the agenda item that it belongs to, empty if none.

    `also` are its further words: reasons, objections, results. `from_ids` are the lines that it goes on from, in this
    meeting or an earlier one. `untold` are those who wait to hear what happened to it, `UNNAMED` for a ticket.
    """

    kind: LineKind
    line_id: str
    item_id: str
    words: Words
    became: Became
    proposers: tuple[PersonId, ...] = ()
    waits_for: tuple[WaitsFor, ...] = ()
    due_on: date | None = None
    also: str = ""
    perspectives: tuple[Perspective, ...] = ()
    ticket: int | None = None
    from_ids: tuple[str, ...] = ()
    untold: tuple[PersonId, ...] = ()


_Key = TypeVar("_Key", bound=str)
_Line = TypeVar("_Line")


def lines_of(state: MeetingState, *, unlike: MeetingState | None = None) -> Iterator[MeetingLine]:
    """Every line of a meeting, or only those that may have changed since the state `unlike`."""
    if state.group_id is None:
        return
    before = unlike or MeetingState(id=state.id)
    yield from map(_of_item, _new(_by_id(state.agenda), _by_id(before.agenda)))
    yield from map(_of_idea, _new(state.ideas, before.ideas))
    yield from map(_of_decision, _new(state.decisions, before.decisions))
    for action in state.actions.values():
        decision_id = action.details.decision_id
        decision = state.decisions.get(decision_id) if decision_id else None
        # An action belongs to the item of its decision.
        if before.actions.get(action.id) is not action or (
            decision_id and before.decisions.get(decision_id) is not decision
        ):
            yield _of_action(action, decision)


def line_keys(state: MeetingState) -> set[tuple[LineKind, str]]:
    """What tells the lines of a meeting apart."""
    if state.group_id is None:
        return set()
    return {
        *((LineKind.ITEM, str(item.id)) for item in state.agenda),
        *((LineKind.IDEA, str(idea_id)) for idea_id in state.ideas),
        *((LineKind.DECISION, str(decision_id)) for decision_id in state.decisions),
        *((LineKind.ACTION, str(action_id)) for action_id in state.actions),
    }


def _by_id(agenda: tuple[AgendaItem, ...]) -> Mapping[str, AgendaItem]:
    return {item.id: item for item in agenda}


def _new(lines: Mapping[_Key, _Line], before: Mapping[_Key, _Line]) -> Iterator[_Line]:
    return (line for key, line in lines.items() if before.get(key) is not line)


def _of_item(item: AgendaItem) -> MeetingLine:
    people = item.details.proposer.people
    return MeetingLine(LineKind.ITEM, item.id, item.id, Words(text=item.details.title), _OF_ITEM[item.state], people)


def _of_idea(idea: Idea) -> MeetingLine:
    details, became = idea.details, _OF_IDEA[idea.details.outcome]
    if became is Became.NO_ANSWER_YET and details.kind is not IdeaKind.IDEA:
        became = Became.SAID  # A thank you or a story asks for no answer.
    return MeetingLine(LineKind.IDEA, idea.id, details.item_id or "", idea.words, became, details.proposer.people)


def _of_decision(decision: Decision) -> MeetingLine:
    details = decision.details
    is_agreed = details.outcome is Outcome.AGREED
    became = _OF_YES[others_answer(decision)] if is_agreed else _OF_DECISION[details.outcome]
    waits_for = tuple(
        WaitsFor(who=one.who, asked_on=one.asked_on)
        for one in details.needs_yes_from
        if became is Became.WAITS_FOR_YES and one.answer is YesAnswer.WAITING
    )
    people = details.proposer.people
    return MeetingLine(LineKind.DECISION, decision.id, details.item_id or "", decision.words, became, people, waits_for)


def _of_action(action: Action, decision: Decision | None) -> MeetingLine:
    item_id = decision.details.item_id if decision else None
    details = action.details
    people, due_on = details.owners, details.due_on
    return MeetingLine(
        LineKind.ACTION, action.id, item_id or "", action.words, _OF_ACTION[details.state], people, (), due_on
    )
