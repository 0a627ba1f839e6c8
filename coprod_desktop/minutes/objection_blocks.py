"""Who did not agree, and why; and what we said to what others decided. What was taken back stays, and says so (R19)."""

from collections.abc import Iterator

from coprod_desktop.domain.lines import Objection, Outcome
from coprod_desktop.domain.meeting_state import Decision
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, BlockRole
from coprod_desktop.minutes.sentences import ended
from coprod_desktop.minutes.teller import Teller


def who_did_not_agree(decision: Decision, teller: Teller) -> tuple[Block, ...]:
    """Each objection with its words and whose it was; else how many said no to what was agreed."""
    details, label = decision.details, teller.wording("objection_label")
    blocks: list[Block] = []
    for objection in details.objections:
        lines = tuple(_told(objection, "did_not_agree", teller))
        run = block_run(lines, picture="thumbs down", label=label, role=BlockRole.OBJECTION, ref=decision.id)
        blocks, label = [*blocks, *run], ""
    if blocks or details.outcome is not Outcome.AGREED or details.votes is None or not details.votes.no:
        return tuple(blocks)
    counted = ended(teller.wording.count("said_no_count", details.votes.no))
    lines = (counted, *teller.say("no_reason"))
    return block_run(lines, picture="thumbs down", label=label, role=BlockRole.OBJECTION, ref=decision.id)


def what_we_said(decision: Decision, teller: Teller) -> tuple[Block, ...]:
    """What the group said to a decision of other people; never left out."""
    said = [line for one in decision.details.objections for line in _told(one, "said_this", teller)]
    return block_run(
        said or teller.say("nothing_said"),
        picture="talk",
        label=teller.wording("what_we_said_label"),
        role=BlockRole.OBJECTION,
        ref=decision.id,
    )


def _told(objection: Objection, key: str, teller: Teller) -> Iterator[str]:
    who = teller.proposer(objection.by) if objection.by else teller.wording("somebody")
    yield from teller.say(key, who=teller.starting(who))
    yield from teller.own_sentences(objection.text)
    if objection.is_taken_back:
        yield from teller.say("objection_taken_back")
