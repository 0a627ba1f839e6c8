"""What stands before the agenda: the cover, the main points, who came, what was open and what was fixed."""

from collections.abc import Iterator, Sequence

from coprod_desktop.domain.decisions import looked_at_again, others_answer
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.lines import Outcome, YesAnswer
from coprod_desktop.domain.meeting import Job, MeetingDetails
from coprod_desktop.domain.meeting_state import Attendance, Decision, MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.room import Declaration
from coprod_desktop.minutes.block_runs import MOST_ITEMS, block_run
from coprod_desktop.minutes.blocks import Block, BlockRole, Section
from coprod_desktop.minutes.bounds_told import bounds_told
from coprod_desktop.minutes.dates_and_amounts import time_range_words
from coprod_desktop.minutes.sentences import in_one_sentence, sentences, tidy
from coprod_desktop.minutes.teller import Teller

_BLOCKS_OF_THE_COVER = 4
_WORDS_OF_NAMES = 9
"""How many words of names a sentence has beside its own 2 or 3 (ER-08)."""

_MAIN_POINTS = (
    ("we_agreed_things", Outcome.AGREED, YesAnswer.YES, "agreed"),
    ("we_want_things", Outcome.AGREED, YesAnswer.WAITING, "wait"),
    ("others_said_no_things", Outcome.AGREED, YesAnswer.NO, "not agreed"),
    ("we_did_not_agree_things", Outcome.NOT_AGREED, YesAnswer.YES, "not agreed"),
    ("others_decided_things", Outcome.DECIDED_ELSEWHERE, YesAnswer.YES, "people"),
    ("we_decide_later_things", Outcome.DEFERRED, YesAnswer.YES, "next"),
    ("taken_back_things", Outcome.WITHDRAWN, YesAnswer.YES, "before"),
)


def cover_blocks(details: MeetingDetails, group: Group, teller: Teller) -> tuple[Block, ...]:
    """Who we are, what this is, when and where, that anybody may ask for help (ER-31), and last why we met."""
    when = time_range_words(details.starts_at, details.ends_at, teller.wording)
    place = (teller.day_line(details.held_on), *sentences(when), *sentences(details.venue))
    blocks = (
        *block_run((*teller.say("we_are", group=tidy(group.name)), *sentences(group.meaning)), picture="group"),
        *block_run(
            (
                *teller.say("these_are_minutes"),
                *teller.say("minutes_tell"),
                *teller.say("can_ask_help"),
            ),
            picture="read",
        ),
        *block_run(place, picture=teller.calendar(details.held_on), label=teller.wording("when_label")),
    )
    purpose = _purpose(details, teller)
    return (*blocks, *purpose) if _purpose_is_on_the_cover(blocks, purpose) else blocks


def _purpose(details: MeetingDetails, teller: Teller) -> tuple[Block, ...]:
    label = teller.wording("why_we_met_label")
    return block_run(sentences(details.purpose), picture="target", label=label, role=BlockRole.PURPOSE)


def _purpose_is_on_the_cover(cover: Sequence[Block], purpose: Sequence[Block]) -> bool:
    """Whether the first page, which holds four blocks, has room for why we met."""
    return len(purpose) == 1 and len(cover) < _BLOCKS_OF_THE_COVER


def main_points(state: MeetingState, teller: Teller) -> Section:
    """One line for each decision, those of one outcome together."""
    told = [decision for decision in state.decisions.values() if looked_at_again(state, decision.id) is None]
    for_now = [decision for decision in told if _is_for_now(decision)]
    groups = [
        (key, [one for one in told if one not in for_now and _is_so(one, outcome, answer)], picture)
        for key, outcome, answer, picture in _MAIN_POINTS
    ]
    groups.insert(1, ("we_agreed_for_now_things", for_now, "agreed"))
    blocks = [
        block
        for key, decisions, picture in groups
        if decisions
        for block in block_run(
            sentences(teller.wording.count(key, len(decisions))),
            picture=picture,
            items=[_main_point(decision) for decision in decisions],
        )
    ]
    return Section(
        heading=teller.wording("main_points_heading"),
        blocks=tuple(blocks) or block_run(teller.say("no_decisions"), picture="talk"),
        summary=teller.wording.count("count_of_decisions", len(told)),
    )


def _is_so(decision: Decision, outcome: Outcome, answer: YesAnswer) -> bool:
    return decision.details.outcome is outcome and others_answer(decision) is answer


def _is_for_now(decision: Decision) -> bool:
    """Whether it holds only until people with lived experience are asked."""
    return decision.details.is_until_asked and _is_so(decision, Outcome.AGREED, YesAnswer.YES)


def who_came(state: MeetingState, teller: Teller) -> Section:
    """How we met, how many came, from where they speak as counts, then names; never the two side by side (DP-14)."""
    came = [seen for seen in state.attendance.values() if seen.came]
    sorry = sum(1 for seen in state.attendance.values() if seen.is_sorry and not seen.came)
    count = teller.wording.count
    how_we_met = teller.say(f"kind_{state.details.kind.value}") if state.details else ()
    blocks = [
        *block_run(how_we_met, picture="meeting"),
        *_how_many(came, state.room.guests, teller),
        *_names(came, teller),
        *_jobs(came, teller),
        *block_run(sentences(count("people_sorry", sorry)) if sorry else (), picture="letter"),
        *_declared(state.room.declarations, teller),
    ]
    return Section(heading=teller.wording("who_came_heading"), blocks=tuple(blocks), summary=count("people", len(came)))


def bounds_section(state: MeetingState, teller: Teller, cover: Sequence[Block]) -> Section | None:
    """Why we met, if the cover does not say it, what was open and what was fixed; nothing if nobody wrote it down."""
    purpose = _purpose(state.details, teller) if state.details else ()
    purpose = () if set(purpose) & set(cover) else purpose
    is_without = state.details is not None and state.details.is_without_decisions
    asked = block_run(teller.say("asked_no_decisions"), picture="talk") if is_without else ()
    blocks = (*purpose, *asked, *bounds_told(state.bounds, teller))
    heading = "bounds_heading" if purpose else "open_and_fixed_heading"
    return Section(heading=teller.wording(heading), blocks=blocks) if blocks else None


def _main_point(decision: Decision) -> str:
    """A decision in one sentence (ER-38)."""
    return in_one_sentence(decision.words.printed, decision.words.text)


def _how_many(came: Sequence[Attendance], guests: int, teller: Teller) -> tuple[Block, ...]:
    """How many came, from where they speak, and how many guests: guests are counted and never named."""
    guests_came = sentences(teller.wording.count("guests_came", guests)) if guests else ()
    if not came:
        return block_run(guests_came or teller.say("nobody_written_down"), picture="people")
    counts = {
        perspective: sum(perspective in seen.perspectives for seen in came)
        for perspective in Perspective
        if any(perspective in seen.perspectives for seen in came)
    }
    lines = [
        teller.wording("with_a_number", label=teller.perspective(perspective), words=teller.a_few_or(count))
        for perspective, count in counts.items()
    ]
    total = (*sentences(teller.wording.count("people_came", len(came))), *guests_came)
    if not lines:
        return block_run(total, picture="people")
    groups = sentences(teller.wording.count("groups_of_people", len(lines)))
    several = teller.say("in_more_than_one") if sum(counts.values()) > len(came) else ()
    return block_run((*total, *several, *groups), picture="people", items=lines)


def _names(came: Sequence[Attendance], teller: Teller) -> tuple[Block, ...]:
    named = teller.named([seen.person_id for seen in came])
    unnamed = len(came) - len(named)
    count, label = teller.wording.count, teller.wording("names_label")
    lines = sentences(count("people_not_named", unnamed)) if unnamed else ()
    if len(named) > MOST_ITEMS:
        return block_run((*_came_in_short(named, teller), *lines), picture="address book", label=label)
    counted = sentences(count("people_named", len(named))) if named else ()
    return block_run((*lines, *counted), picture="address book", label=label, items=named)


def _came_in_short(named: Sequence[str], teller: Teller) -> Iterator[str]:
    """Many names in short sentences, which take half the room of a list."""
    together: list[str] = []
    for name in named:
        if together and len(" ".join((*together, name)).split()) > _WORDS_OF_NAMES:
            yield from teller.say("came", who=teller.wording.joined(together))
            together = []
        together.append(name)
    yield from teller.say("came", who=teller.wording.joined(together))


def _jobs(came: Sequence[Attendance], teller: Teller) -> tuple[Block, ...]:
    lines = []
    for job in Job:
        doers = [seen.person_id for seen in came if job in seen.jobs]
        if doers:
            who = teller.starting(teller.people(doers))
            lines.append(teller.wording("with_a_number", label=teller.wording(f"job_{job.value}"), words=who))
    if not lines:
        return ()
    return block_run(
        sentences(teller.wording.count("jobs_done", len(lines))),
        picture="job",
        label=teller.wording("jobs_label"),
        items=lines,
    )


def _declared(declarations: Sequence[Declaration], teller: Teller) -> Iterator[Block]:
    """What people told the group first, because it could bear on a decision; told by its person's chosen name."""
    for one in declarations:
        label = teller.wording("declared_label", who=teller.people([one.person_id]))
        yield from block_run(sentences(one.words), picture="talk", label=label)
