"""Says "Some private words were taken out" wherever the record is blank where people had said something (R42)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from coprod_desktop.domain.lines import AgendaItemDetails, DecisionDetails, NeededYes, Objection, Words
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea, MeetingState
from coprod_desktop.domain.text import can_be_seen
from coprod_desktop.minutes.wording import Wording

_Id = TypeVar("_Id")
_Line = TypeVar("_Line", Idea, Decision, Action)


def telling_what_was_taken_out(state: MeetingState, wording: Wording) -> MeetingState:
    """The meeting with those words in place of each blank; a state without blanks as it is."""
    if not state.after.words_taken_out:
        return state
    out = wording("words_taken_out")
    decisions = _with_words(state.decisions, out)
    return replace(
        state,
        agenda=tuple(_item(item, out) for item in state.agenda),
        ideas=_with_words(state.ideas, out),
        decisions={
            key: replace(one, details=_details(one.details, out, wording("somebody"))) for key, one in decisions.items()
        },
        actions=_with_words(state.actions, out),
    )


def _with_words(lines: Mapping[_Id, _Line], out: str) -> dict[_Id, _Line]:
    return {key: replace(line, words=_words(line.words, out)) for key, line in lines.items()}


def _words(words: Words, out: str) -> Words:
    return words if can_be_seen(words.printed) else Words(text=out)


def _text(text: str, out: str) -> str:
    return text if can_be_seen(text) else out


def _item(item: AgendaItem, out: str) -> AgendaItem:
    details: AgendaItemDetails = replace(item.details, title=_text(item.details.title, out.rstrip(".")))
    return replace(item, details=details)


def _details(details: DecisionDetails, out: str, somebody: str) -> DecisionDetails:
    """What a decision cannot be told without: objections, conditions, earlier words, who must also say yes."""
    changed, easier = details.wording_changed, details.made_easier
    return replace(
        details,
        objections=tuple(_objection(one, out) for one in details.objections),
        conditions=tuple(_text(one, out) for one in details.conditions),
        needs_yes_from=tuple(_needed(one, somebody) for one in details.needs_yes_from),
        wording_changed=changed and replace(changed, first_words=_text(changed.first_words, out)),
        made_easier=easier and replace(easier, agreed_words=_text(easier.agreed_words, out)),
    )


def _objection(objection: Objection, out: str) -> Objection:
    return replace(objection, text=_text(objection.text, out))


def _needed(needed: NeededYes, somebody: str) -> NeededYes:
    return replace(needed, who=_text(needed.who, somebody))
