"""Putting a line of the minutes right because somebody asked for it (R26)."""

from dataclasses import replace
from datetime import date

from coprod_desktop.domain import actions, agenda, decisions, ideas
from coprod_desktop.domain.after_events import CorrectionAsked
from coprod_desktop.domain.editions import lines_of
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import Words
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea, MeetingState
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason


def correct_line(
    state: MeetingState,
    line_id: str,
    words: Words | None,
    proposer: Proposer | None,
    *,
    asked_by: PersonId | None,
    asked_on: date,
) -> tuple[Event, ...]:
    """Who asked, and then the change; nothing if nothing would change. Raises NotAllowed.

    An agenda item has a title: its words are the text. An action has no proposer.
    """
    line = lines_of(state).get(line_id)
    if line is None:
        raise NotAllowed(Reason.NOT_FOUND, "line")
    changed = _changed(state, line, words, proposer)
    return (CorrectionAsked(line_id=line_id, asked_on=asked_on, asked_by=asked_by), *changed) if changed else ()


def _changed(
    state: MeetingState, line: AgendaItem | Idea | Decision | Action, words: Words | None, proposer: Proposer | None
) -> tuple[Event, ...]:
    if isinstance(line, AgendaItem):
        title = words.text if words else line.details.title
        item = replace(line.details, title=title, proposer=proposer or line.details.proposer)
        return agenda.change_item(state, line.id, item)
    said = words or line.words
    if isinstance(line, Action):
        return actions.change_action(state, line.id, said, line.details)
    if isinstance(line, Idea):
        idea = replace(line.details, proposer=proposer or line.details.proposer)
        return ideas.change_idea(state, line.id, said, idea)
    decision = replace(line.details, proposer=proposer or line.details.proposer)
    return decisions.change_decision(state, line.id, said, decision)
