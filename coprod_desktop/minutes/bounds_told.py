"""What was open and how far, what was fixed, what people will not give up, and why it was asked now (R05)."""

from collections.abc import Iterator, Mapping, Sequence

from coprod_desktop.domain.lines import HowOpen
from coprod_desktop.domain.meeting import Bounds
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller, in_mid_sentence

_HOW_OPEN = {
    HowOpen.DECIDE: "was_open_decide",
    HowOpen.ADVISE: "was_open_advise",
    HowOpen.TOLD: "was_open_told",
}


def bounds_told(bounds: Bounds, teller: Teller) -> Iterator[Block]:
    """Everything that was written down about it, in this order; nothing else."""
    wording = teller.wording
    lines = [open_line(line, how_open, teller, _HOW_OPEN) for line, how_open in bounds.open_lines]
    yield from _listed(lines, teller, key="open_things", picture="unlocked", label=wording("open_label"))
    yield from fixed_blocks(bounds, teller, by_nobody=wording("fixed_label"))
    firm = [tidy(line) for line in bounds.not_given_up]
    yield from _listed(firm, teller, key="firm_things", picture="hand up", label=wording("firm_label"))
    yield from block_run(sentences(bounds.why_now), picture="reason", label=wording("why_now_label"))
    yield from block_run(sentences(bounds.hoped_gain), picture="target", label=wording("hoped_for_label"))


def fixed_blocks(bounds: Bounds, teller: Teller, *, by_nobody: str) -> Iterator[Block]:
    """What is fixed, by whom and why; `by_nobody` is the label where nobody wrote down by whom."""
    for fixed in bounds.fixed:
        who = in_mid_sentence(tidy(fixed.by_whom))
        label = teller.wording("fixed_by_label", who=who) if who else by_nobody
        yield from block_run((*sentences(fixed.what), *sentences(fixed.why)), picture="lock", label=label)


def open_line(line: str, how_open: HowOpen | None, teller: Teller, keys: Mapping[HowOpen, str]) -> str:
    """One thing that is open, and how open: "Where the shelters go: we could decide this together"."""
    what = tidy(line)
    if how_open is None:
        return what
    return teller.wording("with_a_number", label=what.rstrip("."), words=teller.wording(keys[how_open]))


def _listed(lines: Sequence[str], teller: Teller, *, key: str, picture: str, label: str) -> tuple[Block, ...]:
    if not lines:
        return ()
    return block_run(sentences(teller.wording.count(key, len(lines))), picture=picture, label=label, items=lines)
