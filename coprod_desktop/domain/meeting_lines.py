"""From the state of a meeting to its lines: items, ideas, decisions and actions, with what became of each."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from coprod_desktop.domain.actions import last_said_on
from coprod_desktop.domain.answers import tellings
from coprod_desktop.domain.decisions import others_answer
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import (
    ActionState,
    DecisionDetails,
    EarlierLine,
    IdeaKind,
    IdeaOutcome,
    ItemState,
    Outcome,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea, MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.what_became import Became, LineKind, MeetingLine, WaitsFor

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

_Key = TypeVar("_Key", bound=str)
_Line = TypeVar("_Line")


def lines_of(state: MeetingState, *, unlike: MeetingState | None = None) -> Iterator[MeetingLine]:
    """Every line of a meeting, or only those that may have changed since the state `unlike`."""
    if state.group_id is None:
        return
    before = unlike or MeetingState(id=state.id)
    yield from map(_of_item, _new(_by_id(state.agenda), _by_id(before.agenda)))
    changed = _changed(state, before)
    untold = {one.line_id: one.untold for one in tellings(state, changed)} if changed else {}
    joined = _joined(state) if changed else {}
    for idea in state.ideas.values():
        if idea.id in changed:
            yield _of_idea(idea, untold.get(idea.id, ()), joined.get(idea.id, ()))
    for decision in state.decisions.values():
        if decision.id in changed:
            yield _of_decision(decision, untold.get(decision.id, ()), _perspectives(state, decision))
    yield from (_of_action(one, _decision_of(state, one)) for one in state.actions.values() if one.id in changed)


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
    # After an undo all are made anew, and nearly all are as they were.
    return (line for key, line in lines.items() if before.get(key) is not line and before.get(key) != line)


def _changed(state: MeetingState, before: MeetingState) -> set[str]:
    """The ids of ideas, decisions and actions that changed, and of those whose row tells of what changed."""
    ideas = [*_new(state.ideas, before.ideas), *_new(before.ideas, state.ideas)]
    decisions = [*_new(state.decisions, before.decisions), *_new(before.decisions, state.decisions)]
    actions = [*_new(state.actions, before.actions), *_new(before.actions, state.actions)]
    told = state.after.told.keys() if state.after.told is not before.after.told else ()
    changed: set[str] = {line_id for line_id, _ in told}
    changed |= {one.id for one in ideas} | {one.id for one in decisions} | {one.id for one in actions}
    changed |= {line_id for line_id, _ in before.after.told} if told != before.after.told.keys() else set()
    if changed:
        for one in (state, before):
            _add_related(one, changed)
    return changed


def _add_related(state: MeetingState, changed: set[str]) -> None:
    """An idea's row tells of its decisions and their actions; others' rows tell of the idea that they came from."""
    for action in state.actions.values():
        decision_id = action.details.decision_id
        if decision_id and (action.id in changed or decision_id in changed):
            changed |= {action.id, decision_id}
    for decision in state.decisions.values():
        idea_id = decision.details.from_idea_id
        if idea_id and (decision.id in changed or idea_id in changed):
            changed |= {decision.id, idea_id}
    for idea in state.ideas.values():
        main_id = idea.details.joined_into
        if main_id and (idea.id in changed or main_id in changed):
            changed |= {idea.id, main_id}


def _joined(state: MeetingState) -> dict[str, tuple[str, ...]]:
    joined: dict[str, tuple[str, ...]] = {}
    for idea in state.ideas.values():
        main_id = idea.details.joined_into
        if main_id:
            joined[main_id] = (*joined.get(main_id, ()), idea.id)
    return joined


def _decision_of(state: MeetingState, action: Action) -> Decision | None:
    return state.decisions.get(action.details.decision_id) if action.details.decision_id else None


def _perspectives(state: MeetingState, decision: Decision) -> tuple[Perspective, ...]:
    """Where the people spoke from whose idea it was."""
    idea = state.ideas.get(decision.details.from_idea_id) if decision.details.from_idea_id else None
    return idea.perspectives if idea else ()


def _of_item(item: AgendaItem) -> MeetingLine:
    proposer = item.details.proposer
    return MeetingLine(
        kind=LineKind.ITEM,
        line_id=item.id,
        item_id=item.id,
        words=Words(text=item.details.title),
        became=_OF_ITEM[item.state],
        proposers=proposer.people,
        sources=proposer.sources,
    )


def _of_idea(idea: Idea, untold: tuple[PersonId, ...], joined: tuple[str, ...]) -> MeetingLine:
    details, became = idea.details, _OF_IDEA[idea.details.outcome]
    if became is Became.NO_ANSWER_YET and details.joined_into:
        became = Became.JOINED
    elif became is Became.NO_ANSWER_YET and details.kind is not IdeaKind.IDEA:
        became = Became.SAID  # A thank you or a story asks for no answer.
    return MeetingLine(
        kind=LineKind.IDEA,
        line_id=idea.id,
        item_id=details.item_id or "",
        words=idea.words,
        became=became,
        proposers=details.proposer.people,
        sources=details.proposer.sources,
        also=_also(details.reason, details.passed_on_to, "" if details.ticket is None else str(details.ticket)),
        perspectives=idea.perspectives,
        ticket=details.ticket,
        from_ids=(*_earlier(details.came_from), *joined),
        untold=untold,
    )


def _of_decision(
    decision: Decision, untold: tuple[PersonId, ...], perspectives: tuple[Perspective, ...]
) -> MeetingLine:
    details = decision.details
    is_agreed = details.outcome is Outcome.AGREED
    became = _OF_YES[others_answer(decision)] if is_agreed else _OF_DECISION[details.outcome]
    waits_for = tuple(
        WaitsFor(who=one.who, asked_on=one.asked_on)
        for one in details.needs_yes_from
        if became is Became.WAITS_FOR_YES and one.answer is YesAnswer.WAITING
    )
    return MeetingLine(
        kind=LineKind.DECISION,
        line_id=decision.id,
        item_id=details.item_id or "",
        words=decision.words,
        became=became,
        proposers=details.proposer.people,
        waits_for=waits_for,
        sources=details.proposer.sources,
        also=_also(*_further_words(details)),
        perspectives=perspectives,
        from_ids=(*((details.from_idea_id,) if details.from_idea_id else ()), *_earlier(details.reopens)),
        untold=untold,
    )


def _of_action(action: Action, decision: Decision | None) -> MeetingLine:
    details = action.details
    helped = (one.words for one in details.helped)
    return MeetingLine(
        kind=LineKind.ACTION,
        line_id=action.id,
        item_id=(decision.details.item_id if decision else None) or "",
        words=action.words,
        became=_OF_ACTION[details.state],
        proposers=details.owners,
        due_on=details.due_on,
        also=_also(details.result, details.time_wanted, details.help_wanted, details.money_wanted, *helped),
        from_ids=(details.decision_id,) if details.decision_id else (),
        ask_on=details.ask_on,
        helped_on=last_said_on(details),
    )


def _further_words(details: DecisionDetails) -> Iterator[str]:
    """What else people said about a decision."""
    yield from (details.reason, details.tried_words, details.told_us, *details.conditions)
    yield from (one.text for one in details.objections)
    for one in details.needs_yes_from:
        yield from (one.who, one.reason)
    if details.wording_changed:
        yield details.wording_changed.first_words
    if details.made_easier:
        yield details.made_easier.agreed_words


def _also(*words: str) -> str:
    return "\n".join(dict.fromkeys(said for said in words if said))


def _earlier(line: EarlierLine | None) -> tuple[str, ...]:
    return (line.line_id,) if line else ()
