"""What a meeting has and a record file has no place for: told in words when the file is written."""

from collections.abc import Callable
from typing import Final, NamedTuple

from coprod_desktop.domain.group import DEFAULT_CARDS, READERS_NEEDED, USUAL_NOTICE_DAYS, USUAL_PARENTS_AGE, Group
from coprod_desktop.domain.lines import ActionDetails, DecisionDetails, IdeaDetails, Medium
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.room import CheckOut
from coprod_desktop.services.record_clean import Note


class _Part(NamedTuple):
    """Where it would stand, what it is in words, and whether this meeting has it. No word of it is told."""

    field: str
    words: str
    is_there: Callable[[MeetingState, Group], bool]


def left_out(state: MeetingState, group: Group) -> tuple[Note, ...]:
    """What stays in the data folder only, one note each; nothing of what it says, and no name."""
    there = (part for part in _PARTS if part.is_there(state, group))
    return tuple(Note(part.field, f"a record has no place for {part.words}. It is left out.") for part in there)


def _of_details(has: Callable[[MeetingDetails], object]) -> Callable[[MeetingState, Group], bool]:
    return lambda state, _group: state.details is not None and bool(has(state.details))


def _of_decisions(has: Callable[[DecisionDetails], object]) -> Callable[[MeetingState, Group], bool]:
    return lambda state, _group: any(has(decision.details) for decision in state.decisions.values())


def _of_actions(has: Callable[[ActionDetails], object]) -> Callable[[MeetingState, Group], bool]:
    return lambda state, _group: any(has(action.details) for action in state.actions.values())


def _has_what_goes_with_it(details: ActionDetails) -> bool:
    return bool(details.time_wanted or details.help_wanted or details.money_wanted)


def _of_ideas(has: Callable[[IdeaDetails], object]) -> Callable[[MeetingState, Group], bool]:
    return lambda state, _group: any(has(idea.details) for idea in state.ideas.values())


def _is_not_here(details: DecisionDetails) -> bool:
    return details.wording_changed is not None and details.wording_changed.is_not_here


def _has_taken_back(details: DecisionDetails) -> bool:
    return any(objection.is_taken_back for objection in details.objections)


_PARTS: Final = (
    _Part("meeting.bounds", "how open each thing is", lambda state, _group: any(state.bounds.how_open)),
    _Part("meeting.bounds", "what people will not give up", lambda state, _group: bool(state.bounds.not_given_up)),
    _Part("meeting.bounds", "why it is asked now", lambda state, _group: bool(state.bounds.why_now)),
    _Part("meeting.bounds", "what is hoped for", lambda state, _group: bool(state.bounds.hoped_gain)),
    _Part("meeting", "the remembered place and what was checked there", _of_details(lambda one: one.venue_id)),
    _Part("meeting", "food", _of_details(lambda one: one.food)),
    _Part("meeting", "money for taking part", _of_details(lambda one: one.taking_part_money)),
    _Part("meeting", "members' own time before the meeting", _of_details(lambda one: one.own_time_at)),
    _Part("meeting", "that the meeting asks for no decisions", _of_details(lambda one: one.is_without_decisions)),
    _Part("meeting", "planned breaks", lambda state, _group: bool(state.room.planned_breaks)),
    _Part("meeting", "times that cannot move", lambda state, _group: bool(state.room.fixed_ends)),
    _Part("agenda", "which things may be hard to talk about", lambda state, _group: _has_hard_items(state)),
    _Part(
        "ideas",
        "what is a drawing, a photo or a recording",
        _of_ideas(lambda one: one.medium is not Medium.WORDS),
    ),
    _Part("ideas", "the recording of an idea", _of_ideas(lambda one: one.recording_id)),
    _Part("meeting", "that one thing came from several sources", lambda state, _group: _has_several_sources(state)),
    _Part("ideas", "numbers of tickets", _of_ideas(lambda one: one.ticket is not None)),
    _Part("ideas", "which earlier idea was carried on", _of_ideas(lambda one: one.came_from)),
    _Part("ideas", "which ideas were joined", _of_ideas(lambda one: one.joined_into)),
    _Part("ideas", "who took an idea back", _of_ideas(lambda one: one.taken_back_by)),
    _Part("decisions", "until when it is open to change", lambda state, _group: _has_open_decisions(state)),
    _Part("decisions", "who has tried it", _of_decisions(lambda one: one.tried_by or one.tried_words)),
    _Part("decisions", "what people with lived experience have told", _of_decisions(lambda one: one.told_us)),
    _Part("decisions", "that people have still to be asked", _of_decisions(lambda one: one.is_until_asked)),
    _Part("decisions", "who was asked between meetings", _of_decisions(lambda one: one.between)),
    _Part("decisions", "which decision was looked at again", _of_decisions(lambda one: one.reopens)),
    _Part("decisions", "which words were made easier later", _of_decisions(lambda one: one.made_easier)),
    _Part("decisions", "that a proposer was not there to ask", _of_decisions(_is_not_here)),
    _Part("decisions", "which objections were taken back", _of_decisions(_has_taken_back)),
    _Part("actions", "the time, help and money that go with it", _of_actions(_has_what_goes_with_it)),
    _Part("actions", "when it is asked if it helped", _of_actions(lambda one: one.ask_on)),
    _Part("actions", "what people said of whether it helped", _of_actions(lambda one: one.helped)),
    _Part("meeting.attendance", "when people stepped out", lambda state, _group: _has_away(state)),
    _Part("meeting.attendance", "more than one perspective of a person", lambda state, _group: _has_several(state)),
    _Part("meeting", "how many guests were there", lambda state, _group: bool(state.room.guests)),
    _Part("meeting", "what people declared beforehand", lambda state, _group: bool(state.room.declarations)),
    _Part("meeting", "how often cards were shown", lambda state, _group: bool(state.room.cards)),
    _Part("meeting", "what people said at the check-out", lambda state, _group: state.room.check_out != CheckOut()),
    _Part("meeting.attendance", "who said that they come", lambda state, _group: _has_replies(state)),
    _Part("meeting", "who was told what happened to an idea", lambda state, _group: bool(state.after.told)),
    _Part("meeting", "who asked to put something right", lambda state, _group: bool(state.after.corrections)),
    _Part("meeting", "who checked the minutes, and what they said", lambda state, _group: bool(state.after.checks)),
    _Part("meeting", "what readers said of the minutes", lambda state, _group: bool(state.after.readers)),
    _Part("meeting", "editions, and when they were agreed", lambda state, _group: bool(state.after.editions)),
    _Part("group", "the group's agreement", lambda _state, group: bool(group.agreement)),
    _Part("group", "the group's own cards", lambda _state, group: group.cards != DEFAULT_CARDS),
    _Part("group", "the steps when something serious is said", lambda _state, group: bool(group.serious_steps)),
    _Part("group", "the group's rule for notice", lambda _state, group: group.notice_days != USUAL_NOTICE_DAYS),
    _Part("group", "the age for a parent's yes", lambda _state, group: group.parents_yes_under != USUAL_PARENTS_AGE),
    _Part("group", "how many readers are asked", lambda _state, group: group.readers_needed != READERS_NEEDED),
    _Part("group", "the group's words about money", lambda _state, group: bool(group.taking_part_money)),
)


def _has_away(state: MeetingState) -> bool:
    return any(seen.away for seen in state.attendance.values())


def _has_several(state: MeetingState) -> bool:
    return any(len(seen.perspectives) > 1 for seen in state.attendance.values())


def _has_several_sources(state: MeetingState) -> bool:
    items, ideas, decisions = state.agenda, state.ideas.values(), state.decisions.values()
    proposers = (
        *(item.details.proposer for item in items),
        *(idea.details.proposer for idea in ideas),
        *(decision.details.proposer for decision in decisions),
    )
    return any(proposer.also_sources for proposer in proposers)


def _has_hard_items(state: MeetingState) -> bool:
    return any(item.details.may_be_hard for item in state.agenda)


def _has_open_decisions(state: MeetingState) -> bool:
    return any(decision.details.open_until for decision in state.decisions.values())


def _has_replies(state: MeetingState) -> bool:
    return any(seen.is_coming and not seen.came for seen in state.attendance.values())
