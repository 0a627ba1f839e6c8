"""What will happen: who runs it, the times with breaks and the end, and what there is to talk about so far."""

from collections.abc import Iterator

from coprod_desktop.domain.agenda_time import starts
from coprod_desktop.domain.lines import HowOpen, ItemState
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.meeting_state import AgendaItem
from coprod_desktop.domain.times_of_day import minutes_from
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block
from coprod_desktop.minutes.dates_and_amounts import time_range_words, time_words
from coprod_desktop.minutes.papers.meeting_facts import InvitationFacts
from coprod_desktop.minutes.sentences import ended, sentences, tidy
from coprod_desktop.minutes.teller import Teller

_LAST = 10**6
_RUNNING = (Job.CHAIR, Job.FACILITATOR)
"""The jobs that run a meeting: whoever is invited is told who has them."""
_TO_COME = (ItemState.WAITING, ItemState.NOW)


def when_block(facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    """The day with its weekday, the times and the place."""
    details = facts.details
    times = time_range_words(details.starts_at, details.ends_at, teller.wording)
    lines = (teller.day_line(details.held_on), *sentences(times), *sentences(facts.place))
    picture = teller.calendar(details.held_on)
    return block_run(lines, picture=picture, label=teller.wording("when_label"))


def plan_blocks(facts: InvitationFacts, teller: Teller, *, tells_who_runs: bool = True) -> tuple[Block, ...]:
    """Who runs the meeting; then members' own time, start, breaks, fixed times and the end, in the order of the day."""
    runs = [line for job in _RUNNING for line in _run_by(job, facts, teller)] if tells_who_runs else []
    lines = [words for _, words in sorted(_moments(facts, teller), key=lambda pair: pair[0])]
    if not lines:
        return block_run(runs, picture="job", label=teller.wording("who_runs_label"))
    count = sentences(teller.wording.count("plan_times", len(lines)))
    return block_run((*runs, *count), picture="clock", label=teller.wording("plan_label"), items=lines)


def agenda_blocks(facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    """What is on the agenda so far, each with whose idea it was; an empty agenda is said to be one."""
    items = [item for item in facts.state.listed_items if item.state in _TO_COME]
    label = teller.wording("agenda_label")
    if not items:
        return block_run(teller.say("agenda_empty"), picture="idea", label=label)
    lines = [_item_words(item, teller) for item in items]
    count = sentences(teller.wording.count("agenda_so_far", len(lines)))
    return block_run((*count, *teller.say("bring_more")), picture="list", label=label, items=lines)


def _run_by(job: Job, facts: InvitationFacts, teller: Teller) -> tuple[str, ...]:
    """Who has this job, by the name they chose; whoever wants no name is not even counted (DP-05)."""
    names = teller.named(seen.person_id for seen in facts.asked if job in seen.jobs)
    key = f"{job.value}_is" if len(names) == 1 else f"{job.value}s_are"
    return teller.say(key, who=teller.wording.joined(names)) if names else ()


def fixed_items(facts: InvitationFacts) -> Iterator[tuple[str, str]]:
    """What is fixed about an item of the agenda: its title, and what somebody wrote."""
    for item in facts.state.listed_items:
        if item.state in _TO_COME and tidy(item.details.fixed):
            yield tidy(item.details.title), item.details.fixed


def _item_words(item: AgendaItem, teller: Teller) -> str:
    details = item.details
    idea = teller.say("item_idea_from", who=teller.proposer(details.proposer))
    open_words = () if details.how_open is HowOpen.DECIDE else teller.say(f"item_will_{details.how_open.value}")
    hard = teller.say("item_may_be_hard") if details.may_be_hard else ()
    return " ".join((ended(tidy(details.title)), *idea, *open_words, *hard))


def _moments(facts: InvitationFacts, teller: Teller) -> Iterator[tuple[int, str]]:
    """Each time as minutes since the midnight of the day, and its line. Why a time cannot move is not told."""
    details, start = facts.details, starts(facts.state)

    def line(words: str, at: str, order: int) -> tuple[int, str]:
        minute = minutes_from(details.held_on, at, after=None if order < 0 else start)
        when = time_words(at, teller.wording) or tidy(at)
        return (_LAST if minute is None else minute), teller.wording("with_a_number", label=when, words=words)

    if details.own_time_at:
        yield line(teller.wording("plan_own_time"), details.own_time_at, -1)
    if details.starts_at:
        yield line(teller.wording("plan_start"), details.starts_at, 0)
    for one in facts.state.room.planned_breaks:
        yield line(teller.wording.count("plan_break", one.minutes), one.at, 1)
    fixed = {time_words(end.at, teller.wording): end.at for end in facts.state.room.fixed_ends if end.at}
    end = time_words(details.ends_at, teller.wording)
    for when, at in fixed.items():
        if when != end:
            yield line(teller.wording("plan_fixed"), at, 1)
    if details.ends_at:
        yield line(teller.wording("plan_end_fixed" if end in fixed else "plan_end"), details.ends_at, 1)
