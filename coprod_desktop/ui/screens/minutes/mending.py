"""Which words of the record a finding is about, and how easier ones are written beside them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, IdeaId
from coprod_desktop.domain.lines import Words
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.services.check_service import Finding
from coprod_desktop.services.meeting_requests import MeetingRequests

HARD_WORD_RULES = ("ER-15", "ER-18")
"""Rules about one word that can be explained in the group's word list."""


@dataclass(frozen=True, kw_only=True)
class MendableWords:
    """Words that can be made easier. `said` is what was said, empty where that is not kept beside what is printed."""

    ref: str
    printed: str
    said: str = ""


def mendable(state: MeetingState, finding: Finding) -> MendableWords | None:
    """The words of a decision, an idea, a job or an agenda item that hold what was found; None for all else.

    A finding about the main points names no line of the record; the line that says the same is mended then.
    """
    refs = [finding.ref] if finding.ref else list(_refs(state))
    lines = (_line(state, ref) for ref in refs)
    return next((line for line in lines if line is not None and _holds(line.printed, finding.text)), None)


def hard_word(finding: Finding) -> str:
    """The word that can be explained, or nothing."""
    return finding.text if finding.rule in HARD_WORD_RULES else ""


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


def place_of(state: MeetingState, ref: str) -> str:
    """The place of the program where a line of the record can be changed: "decisions" or "agenda", else nothing."""
    if _words(state, ref) is not None:
        return "decisions"
    return "agenda" if state.item(AgendaItemId(ref)) else ""


def _refs(state: MeetingState) -> Iterator[str]:
    yield from state.decisions
    yield from state.ideas
    yield from state.actions
    yield from (item.id for item in state.agenda)


def _line(state: MeetingState, ref: str) -> MendableWords | None:
    words = _words(state, ref)
    if words is not None:
        return MendableWords(ref=ref, printed=words.printed, said=words.text)
    item = state.item(AgendaItemId(ref))
    return MendableWords(ref=ref, printed=item.details.title) if item else None


def _words(state: MeetingState, ref: str) -> Words | None:
    found = state.decisions.get(DecisionId(ref)) or state.ideas.get(IdeaId(ref)) or state.actions.get(ActionId(ref))
    return found.words if found else None


def _holds(printed: str, found: str) -> bool:
    """Whether these words stand in what is printed; a page ends each sentence with a full stop."""
    wanted = _plain(found).rstrip(".!?")
    return bool(wanted) and wanted in _plain(printed)


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _easier(words: Words, easier: str) -> Words:
    return replace(words, easy_text="" if easier.strip() == words.text.strip() else easier)
