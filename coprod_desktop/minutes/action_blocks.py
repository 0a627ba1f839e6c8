"""The jobs that follow from a meeting: what, who, by when and how it went."""

from collections.abc import Sequence

from coprod_desktop.domain.lines import ActionState
from coprod_desktop.domain.meeting_state import Action
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, BlockRole
from coprod_desktop.minutes.sentences import in_short, sentences, tidy, word_count
from coprod_desktop.minutes.teller import Teller

_WORDS_OF_A_LISTED_JOB = 10

_WHO = {ActionState.OPEN: "will_do_this", ActionState.DONE: "did_this", ActionState.DROPPED: "had_this_job"}
_WORDS_OF_A_LABEL = 10
_JOB_LABELS = {ActionState.OPEN: "other_job_label", ActionState.DONE: "other_job_done_label"}
_OWNER_LABELS = {
    ActionState.OPEN: "owner_label",
    ActionState.DONE: "owner_done_label",
    ActionState.DROPPED: "owner_dropped_label",
}


def owner_and_due_blocks(action: Action, teller: Teller, after: Sequence[str] = ()) -> tuple[Block, ...]:
    """A job that follows from a decision: who will do it, then by when (ER-33); `after` is said with the date."""
    details = action.details
    return (
        *block_run(
            (*sentences(action.words.printed), *_who(action, teller)),
            picture=tidy(details.picture) or "job",
            label=teller.wording(_OWNER_LABELS[details.state]),
            role=BlockRole.OWNER,
            ref=action.id,
        ),
        *block_run(
            (*_when(action, teller), *_how_it_went(action, teller), *after),
            picture=teller.calendar(details.due_on),
            label=teller.wording("due_label"),
            role=BlockRole.DUE,
            ref=action.id,
        ),
    )


def nobody_blocks(teller: Teller, decision_id: str, after: Sequence[str] = ()) -> tuple[Block, ...]:
    """What is said when no job follows from a decision yet."""
    return (
        *block_run(
            teller.say("nobody_has_this"),
            picture="question",
            label=teller.wording("owner_label"),
            role=BlockRole.OWNER,
            ref=decision_id,
        ),
        *block_run(
            (*teller.say("no_date_yet"), *after),
            picture="calendar",
            label=teller.wording("due_label"),
            role=BlockRole.DUE,
            ref=decision_id,
        ),
    )


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
    """The jobs still to do, person by person; people who share a job stand together."""
    open_actions = [action for action in actions if action.details.state is ActionState.OPEN]
    if not open_actions:
        return block_run(teller.say("no_jobs"), picture="job")
    owners = list(dict.fromkeys(action.details.owners for action in open_actions))
    in_order = sorted(open_actions, key=lambda action: owners.index(action.details.owners))
    return block_run(
        sentences(teller.wording.count("next_jobs", len(in_order))),
        picture="job",
        label=teller.wording("jobs_to_do_label"),
        role=BlockRole.ACTION,
        items=[_open_job(action, teller) for action in in_order],
    )


def _open_job(action: Action, teller: Teller) -> str:
    """A line of the list: who, what and by when."""
    owners = action.details.owners
    who = teller.starting(teller.all_people(owners)) if owners else teller.wording("nobody_yet")
    words = in_short(action.words.printed, most_words=_WORDS_OF_A_LISTED_JOB)
    due = action.details.due_on
    if due is not None:
        words = teller.wording("with_a_date", words=words, date=teller.day(due))
    else:
        words = f"{words} {teller.wording('no_date_yet')}"
    return teller.wording("with_a_number", label=who, words=words)


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
