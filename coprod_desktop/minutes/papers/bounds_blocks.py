"""Honest bounds before a meeting: what is open and how far, what is fixed, by whom and why, and why now (R05)."""

from collections.abc import Iterator, Sequence

from coprod_desktop.domain.lines import HowOpen
from coprod_desktop.domain.meeting import Bounds
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block
from coprod_desktop.minutes.bounds_told import fixed_blocks, open_line
from coprod_desktop.minutes.papers.meeting_facts import InvitationFacts
from coprod_desktop.minutes.papers.plan_blocks import fixed_items
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller

_HOW_OPEN = {how: f"open_{how.value}" for how in HowOpen}


def bounds_blocks(facts: InvitationFacts, teller: Teller) -> Iterator[Block]:
    """What is open, what is fixed, what people will not give up, and the organisation's own reasons."""
    bounds, wording = facts.state.bounds, teller.wording
    lines = [open_line(line, how, teller, _HOW_OPEN) for line, how in bounds.open_lines]
    yield from _told(lines, teller, picture="unlocked", label=wording("is_open_label"))
    yield from fixed_blocks(bounds, teller, by_nobody=wording("is_fixed_label"))
    for title, words in fixed_items(facts):
        yield from block_run(sentences(words), picture="lock", label=wording("item_fixed_label", title=title))
    yield from _told(bounds.not_given_up, teller, picture="hand up", label=wording("not_given_up_label"))
    yield from _reasons(bounds, teller)


def _reasons(bounds: Bounds, teller: Teller) -> tuple[Block, ...]:
    """Why the organisation asks now, and what it hopes to gain or save: beside one picture where both are short."""
    why, gain = sentences(bounds.why_now), sentences(bounds.hoped_gain)
    if why and gain:
        label = teller.wording("why_now_label")
        return block_run((*why, *teller.say("hoped_gain"), *gain), picture="reason", label=label)
    label = teller.wording("why_now_label" if why else "hoped_gain_label")
    return block_run(why or gain, picture="reason", label=label)


def _told(lines: Sequence[str], teller: Teller, *, picture: str, label: str) -> tuple[Block, ...]:
    """One line in sentences, several as a list that opens with its count."""
    if len(lines) < 2:
        return block_run([one for line in lines for one in sentences(line)], picture=picture, label=label)
    count = sentences(teller.wording.count("things_here", len(lines)))
    return block_run(count, picture=picture, label=label, items=[tidy(line) for line in lines])
