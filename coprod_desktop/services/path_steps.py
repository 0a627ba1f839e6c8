"""From the record of one meeting to the steps of a path that happened to its lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.after_meeting import UNNAMED
from coprod_desktop.domain.answers import decisions_from
from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, GroupId, IdeaId, PersonId
from coprod_desktop.domain.lines import ActionState, IdeaOutcome, NeededYes, Outcome, YesAnswer
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea, MeetingState
from coprod_desktop.domain.proposer import Source
from coprod_desktop.domain.trace_steps import TraceKind, TraceStep, Whose
from coprod_desktop.domain.what_became import MeetingLine
from coprod_desktop.services.line_names import KnownNames

_SETTLED = (IdeaOutcome.NOT_TAKEN_UP, IdeaOutcome.LATER, IdeaOutcome.PASSED_ON)


@dataclass(frozen=True, kw_only=True)
class KnownMeeting:
    """A meeting of a path as its record tells it, with the day on which each line was last changed."""

    state: MeetingState
    title: str
    held_on: date
    changed_on: dict[str, date]


def changed_on(steps: Sequence[ev.Step]) -> dict[str, date]:
    """The local day on which each action or idea last became something else; the steps are those that count."""
    days: dict[str, date] = {}
    became: dict[str, ActionState | IdeaOutcome] = {}
    for step in steps:
        for line_id, now in _became_in(step):
            if line_id in became and became[line_id] is not now:
                days[line_id] = step.at.astimezone().date()
            became[line_id] = now
    return days


def _became_in(step: ev.Step) -> Iterator[tuple[str, ActionState | IdeaOutcome]]:
    for event in step.events:
        if isinstance(event, ev.ActionAgreed | ev.ActionChanged):
            yield event.action_id, event.details.state
        elif isinstance(event, ev.IdeaRecorded | ev.IdeaChanged):
            yield event.idea_id, event.details.outcome


class StepMaker:
    """Makes the steps of the lines of one meeting."""

    def __init__(self, meeting: KnownMeeting, group_id: GroupId, names: KnownNames, today: date) -> None:
        self._meeting = meeting
        self._state = meeting.state
        self._group_id = group_id
        self._names = names
        self._today = today

    def steps(self, line: MeetingLine) -> Iterator[TraceStep]:
        """What happened to one line, in order."""
        line_id = line.line_id
        if idea := self._state.ideas.get(IdeaId(line_id)):
            yield from self._of_idea(idea, line)
        elif decision := self._state.decisions.get(DecisionId(line_id)):
            yield from self._of_decision(decision, line)
        elif action := self._state.actions.get(ActionId(line_id)):
            yield from self._of_action(action, line)
        elif item := self._state.item(AgendaItemId(line_id)):
            yield self._of_item(item, line)
        yield from self._told(line)

    def _of_item(self, item: AgendaItem, line: MeetingLine) -> TraceStep:
        whose = self._names.proposer(self._group_id, item.details.proposer)
        plain = self._step(TraceKind.ITEM, line, whose)
        return replace(plain, picture=item.details.picture, became=line.became)

    def _of_idea(self, idea: Idea, line: MeetingLine) -> Iterator[TraceStep]:
        details = idea.details
        whose = self._names.proposer(self._group_id, details.proposer, details.ticket)
        own = self._names.proposer(self._group_id, idea.own_proposer or details.proposer, details.ticket)
        yield replace(
            self._step(TraceKind.IDEA, line, own),
            picture=details.picture,
            became=line.became,
            said_how=details.said_how,
            is_earlier=details.came_from is not None,
            is_taken_back=details.outcome is IdeaOutcome.TAKEN_BACK,
            by=self._people(details.taken_back_by),
        )
        if self._was_joined(idea):
            yield self._step(TraceKind.JOINED, line, whose)
        if details.outcome in _SETTLED or self._is_decided_elsewhere(idea):
            yield replace(
                self._step(TraceKind.OUTCOME, line, whose, on=self._changed(line)),
                words="",
                became=line.became,
                reason=details.reason,
                who=details.passed_on_to,
            )

    def _was_joined(self, idea: Idea) -> bool:
        """Whether others were joined into this idea."""
        return any(one.details.joined_into == idea.id for one in self._state.ideas.values())

    def _is_decided_elsewhere(self, idea: Idea) -> bool:
        """Whether an idea was decided and the reason alone says where."""
        is_told = idea.details.outcome is IdeaOutcome.DECIDED and bool(idea.details.reason)
        return is_told and not decisions_from(self._state, idea)

    def _of_decision(self, decision: Decision, line: MeetingLine) -> Iterator[TraceStep]:
        details = decision.details
        whose = self._names.proposer(self._group_id, details.proposer)
        yield replace(
            self._step(TraceKind.DECISION, line, whose),
            picture=details.picture,
            became=line.became,
            reason=details.reason,
            is_earlier=details.reopens is not None,
            is_taken_back=details.outcome is Outcome.WITHDRAWN,
        )
        yield from self._wordings(decision, line, whose)
        for objection in details.objections:
            yield replace(
                self._step(TraceKind.OBJECTION, line, self._names.proposer(self._group_id, objection.by)),
                words=objection.text,
                is_taken_back=objection.is_taken_back,
                is_taken_out=not objection.text,
            )
        for place, needed_yes in enumerate(details.needs_yes_from):
            yield replace(self._needed(needed_yes, line), place=place)

    def _wordings(self, decision: Decision, line: MeetingLine, whose: Whose) -> Iterator[TraceStep]:
        changed, easier = decision.details.wording_changed, decision.details.made_easier
        if changed is not None:
            yield replace(
                self._step(TraceKind.WORDING, line, whose),
                first_words=changed.first_words,
                agreed_by_proposer=changed.agreed_by_proposer,
                is_not_here=changed.is_not_here,
            )
        if easier is not None:
            step = self._step(TraceKind.WORDING, line, whose, on=easier.made_on)
            yield replace(step, first_words=easier.agreed_words, is_made_easier=True)

    def _needed(self, needed_yes: NeededYes, line: MeetingLine) -> TraceStep:
        until = needed_yes.answered_on or (self._today if needed_yes.answer is YesAnswer.WAITING else None)
        asked_on = needed_yes.asked_on
        waited = max((until - asked_on).days, 0) if until and asked_on else None
        return replace(
            self._step(TraceKind.NEEDED_YES, line, Whose(), on=needed_yes.answered_on or asked_on),
            words="",
            is_taken_out=False,
            who=needed_yes.who,
            asked_on=asked_on,
            answer=needed_yes.answer,
            answered_on=needed_yes.answered_on,
            days_waited=waited,
            reason=needed_yes.reason,
        )

    def _of_action(self, action: Action, line: MeetingLine) -> Iterator[TraceStep]:
        details = action.details
        whose = self._people(*details.owners)
        step = self._step(TraceKind.ACTION, line, whose)
        yield replace(step, picture=details.picture, became=line.became, due_on=details.due_on)
        if details.state is not ActionState.OPEN or details.result:
            result = self._step(TraceKind.RESULT, line, whose, on=self._changed(line))
            yield replace(result, words=details.result, became=line.became, is_taken_out=False)
        for said in details.helped:
            by = self._people(said.by) if said.by else Whose(unnamed=1)
            step = self._step(TraceKind.HELPED, line, by, on=said.said_on)
            yield replace(step, words=said.words, helped=said.answer, is_taken_out=False)

    def _told(self, line: MeetingLine) -> Iterator[TraceStep]:
        for (line_id, who), told in self._state.after.told.items():
            if line_id == line.line_id:
                to = Whose(ticket=line.ticket, sources=(Source.UNNAMED,)) if who == UNNAMED else self._people(who)
                step = self._step(TraceKind.TOLD, line, to, on=told.told_on)
                by = self._people(told.told_by)
                yield replace(step, words="", by=by, told_how=told.how, became=line.became, is_taken_out=False)

    def _people(self, *people: PersonId | None) -> Whose:
        return self._names.whose(self._group_id, (who for who in people if who))

    def _changed(self, line: MeetingLine) -> date | None:
        return self._meeting.changed_on.get(line.line_id)

    def _step(self, kind: TraceKind, line: MeetingLine, whose: Whose, *, on: date | None = None) -> TraceStep:
        held_on = self._meeting.held_on
        return TraceStep(
            kind=kind,
            line_id=line.line_id,
            meeting_id=self._state.id,
            meeting_title=self._meeting.title,
            on=max(held_on, on) if on else held_on,
            words=line.words.printed,
            whose=whose,
            is_taken_out=self._is_taken_out(line),
        )

    def _is_taken_out(self, line: MeetingLine) -> bool:
        return not line.words.printed
