"""The jobs that follow from a meeting: what, who, by when and how it went."""

from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain.lines import ActionState
from coprod_desktop.domain.meeting_state import Action
from coprod_desktop.minutes.block_runs import MOST_SENTENCES, block_run
from coprod_desktop.minutes.blocks import Block, BlockRole, See
from coprod_desktop.minutes.sentences import sentences, tidy, word_count
from coprod_desktop.minutes.teller import Teller

_MOST_PEOPLE = 10
_WORDS_OF_A_SENTENCE = 12
"""More would be warned of (ER-08)."""
_MOST_WORDS_OF_A_SENTENCE = 15

_WHO = {ActionState.OPEN: "will_do_this", ActionState.DONE: "did_this", ActionState.DROPPED: "had_this_job"}
_WORDS_OF_A_LABEL = 10
_JOB_LABELS = {ActionState.OPEN: "other_job_label", ActionState.DONE: "other_job_done_label"}
_OWNER_LABELS = {
    ActionState.OPEN: "owner_label",
    ActionState.DONE: "owner_done_label",
    ActionState.DROPPED: "owner_dropped_label",
}


def owner_and_due_blocks(action: Action, teller: Teller) -> tuple[Block, ...]:
    """A job that follows from a decision: who will do it, then by when (ER-33); in one block where that has room."""
    details = action.details
    lines = (*sentences(action.words.printed), *_who_by_when(action, teller))
    label, picture = teller.wording("owner_and_due_label"), tidy(details.picture) or "job"
    if details.state is not ActionState.OPEN and details.due_on is None:
        ended = (*sentences(action.words.printed), *_who(action, teller), *_how_it_went(action, teller))
        label = teller.wording(_OWNER_LABELS[details.state])
        return block_run(ended, picture=picture, label=label, role=BlockRole.OWNER, ref=action.id)
    if details.state is ActionState.OPEN and len(lines) <= MOST_SENTENCES and not details.result:
        whole = block_run(lines, picture=picture, label=label, role=BlockRole.OWNER, ref=action.id)
        if len(whole) == 1:
            return whole
    return (
        *block_run(
            (*sentences(action.words.printed), *_who(action, teller)),
            picture=picture,
            label=teller.wording(_OWNER_LABELS[details.state]),
            role=BlockRole.OWNER,
            ref=action.id,
        ),
        *block_run(
            (*_when(action, teller), *_how_it_went(action, teller)),
            picture=teller.calendar(details.due_on),
            label=teller.wording("due_label"),
            role=BlockRole.DUE,
            ref=action.id,
        ),
    )


def nobody_blocks(teller: Teller, decision_id: str) -> tuple[Block, ...]:
    """What is said when no job follows from a decision yet."""
    return block_run(
        (*teller.say("nobody_has_this"), *teller.say("no_date_yet")),
        picture="question",
        label=teller.wording("owner_and_due_label"),
        role=BlockRole.OWNER,
        ref=decision_id,
    )


def _who_by_when(action: Action, teller: Teller) -> tuple[str, ...]:
    """Who and by when in one sentence; in two where it would be long and the block has room for both."""
    due = action.details.due_on
    who = _who(action, teller)
    if due is None or not action.details.owners:
        return (*who, *(teller.say("by_date", date=teller.day(due)) if due else teller.say("no_date_yet")))
    owners = teller.starting(teller.all_people(action.details.owners))
    together = teller.say("will_do_this_by", who=owners, date=teller.day(due))
    has_room = len(sentences(action.words.printed)) + len(who) < MOST_SENTENCES
    if sum(map(word_count, together)) <= (_WORDS_OF_A_SENTENCE if has_room else _MOST_WORDS_OF_A_SENTENCE):
        return together
    return (*who, *teller.say("last_day", date=teller.day(due)))


def job_blocks(action: Action, teller: Teller) -> tuple[Block, ...]:
    """A job that follows from no decision, in one block where it fits; its label says who."""
    is_open = action.details.state is ActionState.OPEN
    label = _job_label(action, teller)
    who = () if label else _who(action, teller)
    when = _by(action, teller) if is_open else ()
    return block_run(
        (*sentences(action.words.printed), *who, *when, *_how_it_went(action, teller)),
        picture=tidy(action.details.picture) or "job",
        label=label or teller.wording(_OWNER_LABELS[action.details.state]),
        role=BlockRole.ACTION,
        ref=action.id,
    )


def _job_label(action: Action, teller: Teller) -> str:
    """ "A job for Harry", "Done by Dilys"; nothing where nobody is named, too many are, or the job was stopped."""
    key = _JOB_LABELS.get(action.details.state)
    if key is None or not action.details.owners:
        return ""
    label = teller.wording(key, who=teller.all_people(action.details.owners))
    return label if word_count(label) <= _WORDS_OF_A_LABEL else ""


def open_jobs(actions: Sequence[Action], teller: Teller) -> tuple[Block, ...]:
    """Who has a job still to do, person by person, and where it is told; the job itself is not told twice."""
    open_actions = [action for action in actions if action.details.state is ActionState.OPEN]
    if not open_actions:
        return block_run(teller.say("no_jobs"), picture="job")
    seen, count = _who_has_jobs(open_actions, teller), teller.wording.count
    jobs, told = count("count_of_jobs", len(open_actions)), count("count_of_lines", len(seen))
    lines = teller.say("jobs_in_lines", jobs=jobs, lines=told)
    if len(seen) == len(open_actions):
        lines = lines[:1]
    first, *rest = (tuple(seen[start : start + _MOST_PEOPLE]) for start in range(0, len(seen), _MOST_PEOPLE))
    label = teller.wording("jobs_to_do_label")
    (block,) = block_run(lines, picture="job", label=label, role=BlockRole.ACTION)
    more = (Block(sentences=(), picture="job", role=BlockRole.ACTION, continues=True, see=group) for group in rest)
    return (replace(block, see=first), *more)


def _who_has_jobs(actions: Sequence[Action], teller: Teller) -> list[See]:
    """A line for each person with a job, with the ids of their jobs; people who are not named share one."""
    found: dict[str, list[str]] = {}
    for action in actions:
        owners = action.details.owners
        names = teller.named(owners)
        if not owners:
            names = [teller.wording("nobody_yet")]
        elif len(names) < len(owners):
            names.append(teller.starting(teller.wording("someone_unnamed")))
        for name in names:
            found.setdefault(name, []).append(action.id)
    return [teller.see("jobs", refs, is_item=True, who=name) for name, refs in found.items()]


def _who(action: Action, teller: Teller) -> tuple[str, ...]:
    details = action.details
    if details.owners:
        return teller.say(_WHO[details.state], who=teller.starting(teller.all_people(details.owners)))
    return teller.say("nobody_has_this") if details.state is ActionState.OPEN else ()


def _when(action: Action, teller: Teller) -> tuple[str, ...]:
    due = action.details.due_on
    return (teller.day_line(due),) if due else teller.say("no_date_yet")


def _by(action: Action, teller: Teller) -> tuple[str, ...]:
    due = action.details.due_on
    return teller.say("by_date", date=teller.day(due)) if due else teller.say("no_date_yet")


def _how_it_went(action: Action, teller: Teller) -> tuple[str, ...]:
    result = sentences(action.details.result)
    match action.details.state:
        case ActionState.DONE:
            return result if result and action.details.owners else (*teller.say("action_done"), *result)
        case ActionState.DROPPED:
            return (*teller.say("action_dropped"), *result)
        case ActionState.OPEN:
            return result
