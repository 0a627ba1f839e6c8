"""Ideas: one line, who said it, and what became of it. Nothing is dropped."""

from dataclasses import replace

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import IdeaId
from coprod_desktop.domain.lines import IdeaDetails, IdeaKind, IdeaOutcome, Words
from coprod_desktop.domain.meeting_state import Idea, MeetingState
from coprod_desktop.domain.proposer import checked_proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import needed, typed
from coprod_desktop.domain.turns import spoken_from


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


def change_idea(state: MeetingState, idea_id: IdeaId, words: Words, details: IdeaDetails) -> tuple[Event, ...]:
    """Put the words of an idea right, or anything else, such as its outcome and the reason for it."""
    idea, new_words, new_details = _found(state, idea_id), checked_words(words), checked_idea(details)
    reworded = () if new_words == idea.words else (ev.IdeaReworded(idea_id=idea_id, words=new_words),)
    changed = () if new_details == idea.details else (ev.IdeaChanged(idea_id=idea_id, details=new_details),)
    return (*reworded, *changed)


def waits_for_answer(idea: Idea) -> bool:
    """Whether nobody has said what becomes of an idea. One that was joined goes the way of the other (R14).

    A thank you, a story or something to keep asks for no answer.
    """
    details = idea.details
    is_open = details.outcome is IdeaOutcome.OPEN and details.joined_into is None
    return is_open and details.kind is IdeaKind.IDEA


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


def _found(state: MeetingState, idea_id: IdeaId) -> Idea:
    idea = state.ideas.get(idea_id)
    if idea is None:
        raise NotAllowed(Reason.NOT_FOUND)
    return idea
