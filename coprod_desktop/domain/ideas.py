"""Ideas: one line, who said it, and what became of it. Nothing is dropped."""

from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import IdeaId, PersonId
from coprod_desktop.domain.lines import IdeaDetails, IdeaKind, IdeaOutcome, Words
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.meeting_state import Idea, MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import checked_proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import needed, typed
from coprod_desktop.domain.turns import spoken_from

SETTLED = (IdeaOutcome.LATER, IdeaOutcome.PASSED_ON, IdeaOutcome.NOT_TAKEN_UP)
"""What can become of an idea other than a decision, when somebody says so."""

_TYPING_JOBS = (Job.LAPTOP, Job.NOTE_TAKER)


def record_idea(state: MeetingState, *, idea_id: IdeaId, words: Words, details: IdeaDetails) -> tuple[Event, ...]:
    """Put an idea into the record. Where its people speak from is fixed now."""
    if idea_id in state.ideas:
        raise NotAllowed(Reason.ALREADY_THERE)
    checked = checked_idea(details)
    return (
        ev.IdeaRecorded(
            idea_id=idea_id,
            words=checked_words(words),
            details=checked,
            perspectives=spoken_from(state, checked.proposer.people),
        ),
    )


def record_ideas(state: MeetingState, recorded: Sequence[tuple[IdeaId, Words, IdeaDetails]]) -> tuple[Event, ...]:
    """Put several ideas into the record in one step."""
    return tuple(
        event
        for idea_id, words, details in recorded
        for event in record_idea(state, idea_id=idea_id, words=words, details=details)
    )


def change_idea(state: MeetingState, idea_id: IdeaId, words: Words, details: IdeaDetails) -> tuple[Event, ...]:
    """Put the words of an idea right, or anything else, such as its outcome and the reason for it.

    Where it came from, what it was joined into and the number of its ticket are not changed with it.
    """
    idea = found_idea(state, idea_id)
    new_words = reworded_as(words, idea.words)
    new_details = _standing_as(idea.details, checked_idea(details))
    reworded = () if new_words == idea.words else (ev.IdeaReworded(idea_id=idea_id, words=new_words),)
    if new_details == idea.details:
        return reworded
    spoken = _spoken_from_anew(state, idea, new_details.proposer.people)
    return (*reworded, ev.IdeaChanged(idea_id=idea_id, details=new_details, perspectives=spoken))


def settle_idea(
    state: MeetingState, idea_id: IdeaId, outcome: IdeaOutcome, *, reason: str = "", passed_on_to: str = ""
) -> tuple[Event, ...]:
    """Say what becomes of an idea, or with OPEN that nobody knows yet.

    One that is not taken up needs a plain reason, one that is passed on needs to whom (R14).
    """
    idea = found_idea(state, idea_id)
    if outcome not in (IdeaOutcome.OPEN, *SETTLED):
        raise NotAllowed(Reason.NOT_FOUND, "outcome")
    why = needed(reason, field="reason") if outcome is IdeaOutcome.NOT_TAKEN_UP else reason
    who = needed(passed_on_to, field="passed_on_to") if outcome is IdeaOutcome.PASSED_ON else ""
    why = "" if outcome is IdeaOutcome.OPEN else why
    return change_idea(state, idea_id, idea.words, replace(idea.details, outcome=outcome, reason=why, passed_on_to=who))


def waits_for_answer(idea: Idea) -> bool:
    """Whether nobody has said what becomes of an idea. One that was joined goes the way of the other (R14).

    A thank you, a story or something to keep asks for no answer.
    """
    details = idea.details
    is_open = details.outcome is IdeaOutcome.OPEN and details.joined_into is None
    return is_open and details.kind is IdeaKind.IDEA


def who_types(state: MeetingState) -> PersonId | None:
    """Who is at the laptop now: kept with each idea, so that a helper's own view can be told from others' (R14)."""
    return next(
        (who for job in _TYPING_JOBS for who in state.people_here if job in state.attendance[who].jobs),
        None,
    )


def reworded_as(words: Words, was: Words) -> Words:
    """Clean words. Where they are as they were none are asked for: they may have been taken out for good."""
    return was if words == was else checked_words(words)


def checked_words(words: Words) -> Words:
    """Clean words; the text must be there, the easy words may wait."""
    return Words(text=needed(words.text, field="text"), easy_text=typed(words.easy_text, field="easy_text"))


def checked_idea(details: IdeaDetails) -> IdeaDetails:
    """The idea with clean words and a proposer."""
    return replace(
        details,
        proposer=checked_proposer(details.proposer),
        picture=typed(details.picture, field="picture"),
        reason=typed(details.reason, field="reason"),
        passed_on_to=typed(details.passed_on_to, field="passed_on_to"),
    )


def found_idea(state: MeetingState, idea_id: IdeaId) -> Idea:
    """The idea with this id. Raises NotAllowed if it is not there."""
    idea = state.ideas.get(idea_id)
    if idea is None:
        raise NotAllowed(Reason.NOT_FOUND)
    return idea


def _spoken_from_anew(state: MeetingState, idea: Idea, people: Sequence[PersonId]) -> tuple[Perspective, ...] | None:
    """Where the people of an idea spoke from if these are others now; what was fixed for those who stay is kept."""
    before = idea.details.proposer.people
    if set(people) == set(before) or idea.own_proposer is not None:
        return None
    if set(before) - set(people):
        return spoken_from(state, people)
    added = spoken_from(state, [who for who in people if who not in before])
    return tuple(dict.fromkeys((*idea.perspectives, *added)))


def _standing_as(now: IdeaDetails, new: IdeaDetails) -> IdeaDetails:
    return replace(
        new,
        ticket=new.ticket if now.ticket is None else now.ticket,
        came_from=now.came_from,
        joined_into=now.joined_into,
        taken_back_by=now.taken_back_by,
    )
