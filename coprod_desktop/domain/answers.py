"""What happened to an idea, as something to tell: whose ear it is for, and whether they have heard it (R27)."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from coprod_desktop.domain.after_meeting import UNNAMED
from coprod_desktop.domain.decisions import others_answer
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import ActionDetails, ActionState, Helped, IdeaOutcome
from coprod_desktop.domain.meeting_state import Decision, Idea, MeetingState
from coprod_desktop.domain.proposer import Proposer, Source

_Told = tuple[Idea | Decision, tuple[PersonId, ...]]


@dataclass(frozen=True, kw_only=True)
class Telling:
    """One idea or decision and whom its news is for; `heard` are those who were told all of it, or did it themselves.

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


def tellings(state: MeetingState, lines: Collection[str] | None = None) -> tuple[Telling, ...]:
    """Every idea of a meeting that has somebody to be told, then every decision that came from no idea in it.

    With `lines`, only those of these lines.
    """
    follows = _follows(state)
    told: tuple[_Told, ...] = (*_ideas_to_tell(state, follows, lines), *_decisions_to_tell(state, lines))
    return tuple(_telling(state, follows, line, people) for line, people in told if people)


def telling_of(state: MeetingState, line_id: str) -> Telling | None:
    """One idea or decision as something to tell; None for a line of which nobody has to hear."""
    return next(iter(tellings(state, (line_id,))), None)


def decisions_from(state: MeetingState, idea: Idea) -> tuple[Decision, ...]:
    """The decisions that came from an idea, or from the one that it was joined into."""
    return _decisions_from(_follows(state), idea)


def news_of(state: MeetingState, line: Idea | Decision) -> str:
    """What there is to tell, as words for the record that hold no names; empty while there is nothing.

    It changes with each thing that its proposer would want to hear: the outcome, the yes or no of others, jobs that
    were done or stopped, and whether they helped.
    """
    return _news_of(state, _follows(state), line)


@dataclass(frozen=True, kw_only=True)
class _Follows:
    """What follows from what: decisions by idea, actions by decision, and the people who joined by idea."""

    decisions: Mapping[str, list[Decision]]
    actions: Mapping[str, list[ActionDetails]]
    joined: Mapping[str, set[PersonId]]


def _follows(state: MeetingState) -> _Follows:
    decisions: dict[str, list[Decision]] = {}
    for decision in state.decisions.values():
        decisions.setdefault(decision.details.from_idea_id or "", []).append(decision)
    actions: dict[str, list[ActionDetails]] = {}
    for action in state.actions.values():
        actions.setdefault(action.details.decision_id or "", []).append(action.details)
    joined: dict[str, set[PersonId]] = {}
    for idea in state.ideas.values():
        if idea.details.joined_into:
            joined.setdefault(idea.details.joined_into, set()).update(idea.details.proposer.people)
    return _Follows(decisions=decisions, actions=actions, joined=joined)


def _ideas_to_tell(state: MeetingState, follows: _Follows, lines: Collection[str] | None) -> Iterator[_Told]:
    for idea in state.ideas.values():
        if lines is None or idea.id in lines:
            # Whoever joined hears of their own idea, and is not told twice.
            joined = follows.joined.get(idea.id, ())
            people = _people(idea.details.proposer, idea.details.ticket)
            yield idea, tuple(who for who in people if who not in joined)


def _decisions_to_tell(state: MeetingState, lines: Collection[str] | None) -> Iterator[_Told]:
    for decision in state.decisions.values():
        if decision.details.from_idea_id not in state.ideas and (lines is None or decision.id in lines):
            yield decision, decision.details.proposer.people


def _telling(state: MeetingState, follows: _Follows, line: Idea | Decision, people: tuple[PersonId, ...]) -> Telling:
    news, told = _news_of(state, follows, line), state.after.told
    knows = _who_took_it_back(line)
    heard = tuple(who for who in people if who == knows or ((line.id, who) in told and told[line.id, who].news == news))
    return Telling(line_id=line.id, news=news, people=people, heard=heard)


def _who_took_it_back(line: Idea | Decision) -> PersonId | None:
    """They did it themselves, openly: nobody has to tell them."""
    is_taken_back = isinstance(line, Idea) and line.details.outcome is IdeaOutcome.TAKEN_BACK
    return line.details.taken_back_by if isinstance(line, Idea) and is_taken_back else None


def _people(proposer: Proposer, ticket: int | None) -> tuple[PersonId, ...]:
    has_ticket = ticket is not None and Source.UNNAMED in proposer.sources
    return (*proposer.people, *((UNNAMED,) if has_ticket else ()))


def _news_of(state: MeetingState, follows: _Follows, line: Idea | Decision) -> str:
    if isinstance(line, Decision):
        return _news_of_decision(follows, line)
    joined_into = line.details.joined_into
    idea = (state.ideas.get(joined_into) or line) if joined_into else line
    if idea.details.outcome is IdeaOutcome.OPEN:
        return ""
    decided = [_news_of_decision(follows, one) for one in _decisions_from(follows, idea)]
    return "; ".join([idea.details.outcome.value, *decided])


def _decisions_from(follows: _Follows, idea: Idea) -> tuple[Decision, ...]:
    ids = dict.fromkeys(one for one in (idea.id, idea.details.joined_into) if one)
    return tuple(decision for one in ids for decision in follows.decisions.get(one, ()))


def _news_of_decision(follows: _Follows, decision: Decision) -> str:
    actions = follows.actions.get(decision.id, ())
    said = Counter(one.answer for action in actions for one in action.helped)
    counts = {
        "done": sum(one.state is ActionState.DONE for one in actions),
        "dropped": sum(one.state is ActionState.DROPPED for one in actions),
        **{f"helped {answer.value}": said[answer] for answer in Helped},
    }
    told = [f"{name} {count}" for name, count in counts.items() if count]
    return ", ".join([decision.details.outcome.value, others_answer(decision).value, *told])
