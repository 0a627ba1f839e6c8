"""Who was there when a decision was made, who was asked between meetings, and who has tried it (R15)."""

from coprod_desktop.domain.lines import BetweenMeetings, DecisionDetails, Outcome
from coprod_desktop.domain.meeting_state import Decision
from coprod_desktop.domain.presence import Presence, presence_of, presence_of_all
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block
from coprod_desktop.minutes.earlier import Around
from coprod_desktop.minutes.sentences import sentences
from coprod_desktop.minutes.teller import Teller


def who_was_there_in_short(decision: Decision, around: Around, teller: Teller) -> tuple[str, ...]:
    """That all who came were in the room, or the same as at the decision above; nothing where a list has to tell it."""
    presence = presence_of(around.state, decision)
    if not presence.is_known:
        return ()
    if presence == presence_of_all(around.state):
        return teller.say("presence_everybody")
    return teller.say("presence_same") if presence == _above(decision, around) else ()


def presence_blocks(decision: Decision, around: Around, teller: Teller) -> tuple[Block, ...]:
    """From where the people spoke who were in the room at that moment; nothing where one sentence tells it.

    Counts, and under 3 no number (DP-14); nor how many there were in all, from which such a number could be told.
    """
    presence = presence_of(around.state, decision)
    if not presence.is_known or who_was_there_in_short(decision, around, teller):
        return ()
    label = teller.wording("presence_label")
    count = teller.wording.count
    items = [
        teller.wording("with_a_number", label=teller.perspective(perspective), words=teller.a_few_or(number))
        for perspective, number in presence.counts.items()
    ]
    lines = (
        *(teller.say("in_more_than_one") if _is_in_several(presence) else ()),
        *sentences(count("presence_groups", len(items))),
    )
    return block_run(lines, picture="people", label=label, ref=decision.id, items=items)


def lived_experience_blocks(decision: Decision, around: Around, teller: Teller) -> tuple[Block, ...]:
    """The mark of a decision that nobody made who lives it, what such people have told us, and that it is for now.

    What is put off or was taken back has no mark: it is still to be decided, or decides nothing.
    """
    details = decision.details
    is_decided = details.outcome in (Outcome.AGREED, Outcome.NOT_AGREED)
    lacks = is_decided and presence_of(around.state, decision).lacks_lived_experience
    lines = (
        *(teller.say("nobody_lives_it") if lacks else ()),
        *(teller.say("until_they_are_asked") if details.is_until_asked else ()),
        *(teller.say("not_told_us") if lacks and not details.told_us and not details.is_until_asked else ()),
    )
    marks = block_run(lines, picture="warning", label=teller.wording("nobody_lives_it_label"), ref=decision.id)
    told = teller.own_sentences(details.told_us)
    label = teller.wording("told_us_label")
    return (*marks, *block_run(told, picture="listen", label=label, ref=decision.id))


def between_blocks(decision: Decision, teller: Teller) -> tuple[Block, ...]:
    """Who was asked between meetings, how, and who could not be asked."""
    between = decision.details.between
    if between is None:
        return ()
    label = teller.wording("between_label")
    return block_run(_between(between, teller), picture="talk", label=label, ref=decision.id)


def tried_blocks(decision: Decision, teller: Teller) -> tuple[Block, ...]:
    """Who has tried it, for money or building."""
    details: DecisionDetails = decision.details
    who = teller.starting(teller.people(details.tried_by)) if details.tried_by else ""
    lines = (*(teller.say("tried_this", who=who) if who else ()), *teller.own_sentences(details.tried_words))
    return block_run(lines, picture="thumbs up", label=teller.wording("tried_label"), ref=decision.id)


def _above(decision: Decision, around: Around) -> Presence | None:
    """Who was there at the decision that stands before this one in its chapter."""
    decisions, item_id = around.state.decisions, decision.details.item_id
    chapter = [one for one in decisions.values() if one.details.item_id == item_id]
    before = chapter[: next((place for place, one in enumerate(chapter) if one.id == decision.id), 0)]
    known = (presence_of(around.state, one) for one in reversed(before))
    return next((presence for presence in known if presence.is_known), None)


def _is_in_several(presence: Presence) -> bool:
    return sum(presence.counts.values()) > presence.people - presence.unsaid


def _between(between: BetweenMeetings, teller: Teller) -> tuple[str, ...]:
    say = teller.say
    how = teller.own_sentences(between.how)
    return (
        *say("between_meetings"),
        *(say("between_asked", who=teller.people(between.asked)) if between.asked else ()),
        *((*say("between_how"), *how) if how else ()),
        *(say("between_not_asked", who=teller.people(between.not_asked)) if between.not_asked else ()),
    )
