"""Which words of the record a finding is about, and how easier ones are written beside them."""

from dataclasses import dataclass, replace

from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, IdeaId
from coprod_desktop.domain.lines import Words
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.services.meeting_requests import MeetingRequests


@dataclass(frozen=True, kw_only=True)
class MendableWords:
    """Words that can be made easier. `said` is what was said, empty where that is not kept beside what is printed."""

    ref: str
    printed: str
    said: str = ""


def mendable(state: MeetingState, ref: str) -> MendableWords | None:
    """The words of a decision, an idea, a job or an agenda item; None for all that is not one of them."""
    words = _words(state, ref)
    if words is not None:
        return MendableWords(ref=ref, printed=words.printed, said=words.text)
    item = state.item(AgendaItemId(ref))
    return MendableWords(ref=ref, printed=item.details.title) if item else None


def write_easier(requests: MeetingRequests, state: MeetingState, ref: str, easier: str) -> None:
    """Put the easier words in. What was said stays in the record; only what is printed changes.

    Raises NotAllowed or StorageFault.
    """
    decision, idea = state.decisions.get(DecisionId(ref)), state.ideas.get(IdeaId(ref))
    action, item = state.actions.get(ActionId(ref)), state.item(AgendaItemId(ref))
    if decision:
        requests.change_decision(decision.id, _easier(decision.words, easier), decision.details)
    elif idea:
        requests.change_idea(idea.id, _easier(idea.words, easier), idea.details)
    elif action:
        requests.change_action(action.id, _easier(action.words, easier), action.details)
    elif item:
        requests.change_item(item.id, replace(item.details, title=easier))


def _words(state: MeetingState, ref: str) -> Words | None:
    found = state.decisions.get(DecisionId(ref)) or state.ideas.get(IdeaId(ref)) or state.actions.get(ActionId(ref))
    return found.words if found else None


def _easier(words: Words, easier: str) -> Words:
    return replace(words, easy_text="" if easier.strip() == words.text.strip() else easier)
