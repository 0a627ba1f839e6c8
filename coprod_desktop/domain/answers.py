"""What happened to an idea, as something to tell: whose ear it is for, and whether they have heard it (R27)."""

from collections.abc import Iterator
from dataclasses import dataclass

from coprod_desktop.domain.after_meeting import UNNAMED
from coprod_desktop.domain.decisions import others_answer
from coprod_desktop.domain.ids import DecisionId, PersonId
from coprod_desktop.domain.lines import ActionState, IdeaOutcome
from coprod_desktop.domain.meeting_state import Decision, Idea, MeetingState
from coprod_desktop.domain.proposer import Proposer, Source


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One idea or decision and whom its news is for; `heard` are those who were told all of it.

    `people` may hold `UNNAMED` for whoever holds the ticket. Without news nobody waits.
    """

    line_id: str
    news: str
    people: tuple[PersonId, ...]
    heard: tuple[PersonId, ...] = ()

    @property
    def untold(self) -> tuple[PersonId, ...]:
        """Who waits to hear."""
        return tuple(who for who in self.people if who not in self.heard) if self.news else ()


def tellings(state: MeetingState) -> tuple[Telling, ...]:
    """Every idea of a meeting that has somebody to be told, then every decision that came from no idea in it."""
    return (*_of_ideas(state), *_of_decisions(state))


def decisions_from(state: MeetingState, idea: Idea) -> tuple[Decision, ...]:
    """The decisions that came from an idea, or from the one that it was joined into."""
    ids = {idea.id, idea.details.joined_into}
    return tuple(one for one in state.decisions.values() if one.details.from_idea_id in ids)


def news_of(state: MeetingState, line: Idea | Decision) -> str:
    """What there is to tell, as words for the record that hold no names; empty while there is nothing.

    It changes with each thing that its proposer would want to hear: the outcome, the yes or no of others, jobs that
    were done or stopped, and whether they helped.
    """
    if isinstance(line, Decision):
        return _news_of_decision(state, line)
    idea = (state.ideas.get(line.details.joined_into) or line) if line.details.joined_into else line
    if idea.details.outcome is IdeaOutcome.OPEN:
        return ""
    decided = [_news_of_decision(state, one) for one in decisions_from(state, idea)]
    return "; ".join([idea.details.outcome.value, *decided])


def _of_ideas(state: MeetingState) -> Iterator[Telling]:
    for idea in state.ideas.values():
        people = _people(idea.details.proposer, idea.details.ticket)
        joined = {who for one in state.ideas.values() if one.details.joined_into == idea.id
                  for who in one.details.proposer.people}  # fmt: skip
        yield from _telling(state, idea, tuple(who for who in people if who not in joined))


def _of_decisions(state: MeetingState) -> Iterator[Telling]:
    for decision in state.decisions.values():
        if decision.details.from_idea_id not in state.ideas:
            yield from _telling(state, decision, decision.details.proposer.people)


def _telling(state: MeetingState, line: Idea | Decision, people: tuple[PersonId, ...]) -> Iterator[Telling]:
    news, told = news_of(state, line), state.after.told
    if people:
        heard = tuple(who for who in people if (line.id, who) in told and told[line.id, who].news == news)
        yield Telling(line_id=line.id, news=news, people=people, heard=heard)


def _people(proposer: Proposer, ticket: int | None) -> tuple[PersonId, ...]:
    has_ticket = ticket is not None and Source.UNNAMED in proposer.sources
    return (*proposer.people, *((UNNAMED,) if has_ticket else ()))


def _news_of_decision(state: MeetingState, decision: Decision) -> str:
    actions = [one.details for one in state.actions.values() if one.details.decision_id == DecisionId(decision.id)]
    counts = {
        "done": sum(one.state is ActionState.DONE for one in actions),
        "dropped": sum(one.state is ActionState.DROPPED for one in actions),
        "helped": sum(len(one.helped) for one in actions),
    }
    told = [f"{name} {count}" for name, count in counts.items() if count]
    return ", ".join([decision.details.outcome.value, others_answer(decision).value, *told])
