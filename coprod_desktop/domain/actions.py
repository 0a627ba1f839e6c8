"""Actions: what somebody promised, what goes with it, how it went, and whether it helped (R28)."""

from calendar import monthrange
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.after_events import ActionHelped
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ideas import checked_words
from coprod_desktop.domain.ids import ActionId, PersonId
from coprod_desktop.domain.lines import ActionDetails, ActionState, DidItHelp, Words
from coprod_desktop.domain.meeting_state import Action, MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import typed

MONTHS_UNTIL_ASKED = 3
"""So long after an action is done it is asked whether it helped, unless the group says another day."""


def agree_action(
    state: MeetingState, *, action_id: ActionId, words: Words, details: ActionDetails
) -> tuple[Event, ...]:
    """Put a promise into the record; without an owner it prints "Nobody has this job yet"."""
    if action_id in state.actions:
        raise NotAllowed(Reason.ALREADY_THERE)
    return (ev.ActionAgreed(action_id=action_id, words=checked_words(words), details=checked_action(details)),)


def change_action(state: MeetingState, action_id: ActionId, words: Words, details: ActionDetails) -> tuple[Event, ...]:
    """Put the words of an action right, who does it, by when, what goes with it, or how it went."""
    action, new_words, new_details = _found(state, action_id), checked_words(words), checked_action(details)
    reworded = () if new_words == action.words else (ev.ActionReworded(action_id=action_id, words=new_words),)
    changed = () if new_details == action.details else (ev.ActionChanged(action_id=action_id, details=new_details),)
    return (*reworded, *changed)


def say_no_thank_you(state: MeetingState, action_id: ActionId, person_id: PersonId) -> tuple[Event, ...]:
    """Take a person off a job that they do not want. Nothing else is kept, and nobody is asked why."""
    action = _found(state, action_id)
    if person_id not in action.details.owners:
        raise NotAllowed(Reason.NOT_FOUND, "owners")
    owners = tuple(who for who in action.details.owners if who != person_id)
    return (ev.ActionChanged(action_id=action_id, details=replace(action.details, owners=owners)),)


def say_helped(
    state: MeetingState, action_id: ActionId, said: DidItHelp, *, ask_on: date | None = None
) -> tuple[Event, ...]:
    """Note whether an action helped, as the people say whom it was for. Only what was done can have helped.

    With `ask_on` it is asked again on that day, where it is too soon to say.
    """
    action = _found(state, action_id)
    if action.details.state is not ActionState.DONE:
        raise NotAllowed(Reason.NOT_DONE_YET, "helped")
    clean = replace(said, words=typed(said.words, field="words"))
    heard = ActionHelped(action_id=action_id, said=clean)
    if ask_on is None or ask_on == action.details.ask_on:
        return (heard,)
    return (ev.ActionChanged(action_id=action_id, details=replace(action.details, ask_on=ask_on)), heard)


def checked_action(details: ActionDetails) -> ActionDetails:
    """The action with clean words and each owner once; only one that is done has a day to ask whether it helped."""
    return replace(
        details,
        picture=typed(details.picture, field="picture"),
        owners=tuple(dict.fromkeys(details.owners)),
        result=typed(details.result, field="result"),
        time_wanted=typed(details.time_wanted, field="time_wanted"),
        help_wanted=typed(details.help_wanted, field="help_wanted"),
        money_wanted=typed(details.money_wanted, field="money_wanted"),
        ask_on=details.ask_on if details.state is ActionState.DONE else None,
    )


def day_to_ask(done_on: date) -> date:
    """The day that is offered for asking whether an action helped: 3 months after it was done."""
    years, month = divmod(done_on.month - 1 + MONTHS_UNTIL_ASKED, 12)
    year = done_on.year + years
    return date(year, month + 1, min(done_on.day, monthrange(year, month + 1)[1]))


def is_to_ask(details: ActionDetails, on: date) -> bool:
    """Whether it is asked on a day if an action helped: its day has come and nobody has said since.

    For the rest of a day on which somebody said so, others can say so too.
    """
    if details.state is not ActionState.DONE or details.ask_on is None:
        return False
    last = last_said_on(details)
    return last == on or (details.ask_on <= on and (last is None or last < details.ask_on))


def last_said_on(details: ActionDetails) -> date | None:
    """The last day on which somebody said whether an action helped."""
    return max((said.said_on for said in details.helped), default=None)


def paid_people(state: MeetingState, known: Mapping[PersonId, Collection[Perspective]]) -> frozenset[PersonId]:
    """Who takes part as a professional, by what they said at this meeting, else by what is `known` of them."""
    said = {who: seen.perspectives or known.get(who, ()) for who, seen in state.attendance.items()}
    return frozenset(who for who, they in {**known, **said}.items() if Perspective.PROFESSIONAL in they)


def asks_what_goes_with_it(owners: Collection[PersonId], paid: Collection[PersonId]) -> bool:
    """Whether a job is for somebody who, as far as is known, is not paid for it; then it is asked what goes with it."""
    return any(who not in paid for who in owners)


def _found(state: MeetingState, action_id: ActionId) -> Action:
    action = state.actions.get(action_id)
    if action is None:
        raise NotAllowed(Reason.NOT_FOUND)
    return action
