"""What goes with a job for an unpaid person, and what people said of a job that was done: did it help? (R28)"""

from collections import Counter
from collections.abc import Iterator

from coprod_desktop.domain.lines import ActionState, DidItHelp, Helped
from coprod_desktop.domain.meeting_state import Action
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block
from coprod_desktop.minutes.outcome_pictures import HELPED_PICTURES
from coprod_desktop.minutes.sentences import ended
from coprod_desktop.minutes.teller import Teller


def after_job_blocks(action: Action, teller: Teller) -> tuple[Block, ...]:
    """What is said under a job: what goes with it, and whether it helped. Nothing where nothing is known."""
    return (*_goes_with(action, teller), *_did_it_help(action, teller))


def _goes_with(action: Action, teller: Teller) -> tuple[Block, ...]:
    details = action.details
    if details.state is ActionState.DROPPED:
        return ()
    told = (("time", details.time_wanted), ("help", details.help_wanted), ("money", details.money_wanted))
    return block_run(
        tuple(line for key, words in told if words for line in _labelled(f"job_{key}_is", words, teller)),
        picture="money" if details.money_wanted and not (details.time_wanted or details.help_wanted) else "clock",
        label=teller.wording("goes_with_job_label"),
        ref=action.id,
    )


def _did_it_help(action: Action, teller: Teller) -> tuple[Block, ...]:
    """How many said what; their words, with a name only of those who said it by name and may be named."""
    said = action.details.helped
    if action.details.state is not ActionState.DONE or not said:
        return ()
    counts = Counter(one.answer for one in said)
    told = [answer for answer in Helped if counts[answer]]
    lines = [ended(teller.wording.count(f"job_helped_{answer.value}", counts[answer])) for answer in told]
    words = [line for one in said if one.words for line in _words(one, teller)]
    label = teller.wording("job_helped_label")
    picture = HELPED_PICTURES[told[0]] if len(told) == 1 else "question"
    return (
        *block_run(lines, picture=picture, label=label, ref=action.id),
        *block_run(words, picture="talk", label=teller.wording("job_helped_words_label"), ref=action.id),
    )


def _words(said: DidItHelp, teller: Teller) -> Iterator[str]:
    names = teller.named([said.by] if said.by else [])
    if not names:
        yield from teller.own_sentences(said.words)
        return
    first, *rest = teller.own_sentences(said.words)
    yield f"{teller.wording('job_helped_said', who=names[0])} {first}"
    yield from rest


def _labelled(key: str, words: str, teller: Teller) -> Iterator[str]:
    """ "Time: 2 hours a week." and what else was said."""
    first, *rest = teller.own_sentences(words)
    yield f"{teller.wording(key)} {first}"
    yield from rest
