"""What stands after the agenda: what happens next, what the words mean, whom to ask."""

from collections.abc import Sequence

from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.meeting import NextMeeting
from coprod_desktop.domain.meeting_state import Decision, MeetingState
from coprod_desktop.minutes.action_blocks import open_jobs
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, BlockRole, Section
from coprod_desktop.minutes.dates_and_amounts import time_words
from coprod_desktop.minutes.sentences import ended, in_one_sentence, sentences, tidy
from coprod_desktop.minutes.teller import Teller


def next_section(state: MeetingState, teller: Teller) -> Section:
    """Who has a job to do, what we look at again and when, and the next meeting."""
    return Section(
        heading=teller.wording("next_heading"),
        blocks=(
            *open_jobs(tuple(state.actions.values()), teller),
            *_reviews(state, teller),
            *_next_meeting(state.next_meeting, teller),
        ),
    )


def _reviews(state: MeetingState, teller: Teller) -> tuple[Block, ...]:
    """The decisions that have a day on which we look at them again, the first day first."""
    days = [(decision.details.review_on, decision) for decision in state.decisions.values()]
    coming = sorted([(day, decision) for day, decision in days if day], key=lambda pair: pair[0])
    if not coming:
        return ()
    lines = [
        teller.wording("with_a_number", label=_what(decision, state), words=teller.day(day)) for day, decision in coming
    ]
    return block_run(
        sentences(teller.wording.count("reviews", len(lines))),
        picture=teller.calendar(coming[0][0]) if len(coming) == 1 else "calendar",
        label=teller.wording("review_label"),
        items=lines,
    )


def _what(decision: Decision, state: MeetingState) -> str:
    """The agenda item of a decision; the decision itself where it has none, or shares it with another review."""
    item = state.item(decision.details.item_id)
    others = [one for one in state.decisions.values() if item and one.details.item_id == item.id]
    if item is None or sum(bool(one.details.review_on) for one in others) > 1:
        return in_one_sentence(decision.words.printed, decision.words.text).rstrip(".")
    return tidy(item.details.title)


def words_section(words: Sequence[ExplainedWord], teller: Teller) -> Section | None:
    """The words of the group's list that these minutes use (ER-17)."""
    if not words:
        return None
    lines = [
        teller.wording("with_a_meaning", term=teller.starting(tidy(word.term)), means=tidy(word.means))
        for word in words
    ]
    return Section(
        heading=teller.wording("words_heading"),
        blocks=block_run(sentences(teller.wording.count("words_explained", len(words))), picture="read", items=lines),
    )


def about_section(group: Group, teller: Teller, record_number: int) -> Section:
    """Whom to ask, where the pictures are from, and which state of the record this is."""
    return Section(
        heading=teller.wording("about_heading"),
        blocks=(
            *block_run(
                sentences(group.contact) or teller.say("no_contact"),
                picture="phone",
                label=teller.wording("contact_label"),
            ),
            *block_run(
                (*teller.say("picture_credit"), ended(teller.wording("record_number", number=str(record_number)))),
                picture="photo",
                label=teller.wording("about_label"),
                role=BlockRole.CREDIT,
            ),
        ),
    )


def _next_meeting(next_meeting: NextMeeting | None, teller: Teller) -> tuple[Block, ...]:
    if next_meeting is None:
        lines, picture = teller.say("no_next_meeting"), "calendar"
    else:
        day = (teller.day_line(next_meeting.held_on),) if next_meeting.held_on else teller.say("no_next_meeting")
        start = time_words(next_meeting.starts_at, teller.wording)
        lines = (*day, *(teller.say("time_from", start=start) if start else ()), *sentences(next_meeting.venue))
        picture = teller.calendar(next_meeting.held_on)
    return block_run(lines, picture=picture, label=teller.wording("next_meeting_label"))
