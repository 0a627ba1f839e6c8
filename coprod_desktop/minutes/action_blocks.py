"""The jobs that follow from a meeting: what, who, by when and how it went."""

from collections.abc import Sequence

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import ActionState
from coprod_desktop.domain.meeting_state import Action
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, BlockRole
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller

_WHO = {ActionState.OPEN: "will_do_this", ActionState.DONE: "did_this", ActionState.DROPPED: "had_this_job"}
_OWNER_LABELS = {
    ActionState.OPEN: "owner_label",
    ActionState.DONE: "owner_done_label",
    ActionState.DROPPED: "owner_dropped_label",
}


def owner_and_due_blocks(action: Action, teller: Teller) -> tuple[Block, ...]:
    """A job that follows from a decision: who will do it, then by when (ER-33)."""
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
            (*_when(action, teller), *_how_it_went(action, teller)),
            picture="calendar",
            label=teller.wording("due_label"),
            role=BlockRole.DUE,
            ref=action.id,
        ),
    )


def nobody_blocks(teller: Teller, decision_id: str) -> tuple[Block, ...]:
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
            teller.say("no_date_yet"),
            picture="calendar",
            label=teller.wording("due_label"),
            role=BlockRole.DUE,
            ref=decision_id,
        ),
    )


def job_blocks(action: Action, teller: Teller) -> tuple[Block, ...]:
    """A job that follows from no decision, in one block where it fits."""
    return block_run(
        (
            *sentences(action.words.printed),
            *_who(action, teller),
            *_by(action, teller),
            *_how_it_went(action, teller),
        ),
        picture=tidy(action.details.picture) or "job",
        role=BlockRole.ACTION,
        ref=action.id,
    )


def open_jobs(actions: Sequence[Action], teller: Teller) -> tuple[Block, ...]:
    """The jobs still to do, person by person; people who share a job stand together."""
    open_actions = [action for action in actions if action.details.state is ActionState.OPEN]
    if not open_actions:
        return block_run(teller.say("no_jobs"), picture="job")
    owners = dict.fromkeys(action.details.owners for action in open_actions)
    blocks: list[Block] = []
    for who in owners:
        mine = [action for action in open_actions if action.details.owners == who]
        for action in mine:
            blocks += _open_job(action, who, teller, is_first=action is mine[0])
    return tuple(blocks)


def _open_job(action: Action, who: tuple[PersonId, ...], teller: Teller, *, is_first: bool) -> tuple[Block, ...]:
    label = teller.starting(teller.people(who)) if who else teller.wording("nobody_yet_label")
    return block_run(
        (*sentences(action.words.printed), *_by(action, teller)),
        picture=tidy(action.details.picture) or "job",
        label=label if is_first else "",
        role=BlockRole.ACTION,
        ref=action.id,
    )


def _who(action: Action, teller: Teller) -> tuple[str, ...]:
    details = action.details
    if details.owners:
        return teller.say(_WHO[details.state], who=teller.starting(teller.all_people(details.owners)))
    return teller.say("nobody_has_this") if details.state is ActionState.OPEN else ()


def _when(action: Action, teller: Teller) -> tuple[str, ...]:
    due = action.details.due_on
    return (teller.date_line(due),) if due else teller.say("no_date_yet")


def _by(action: Action, teller: Teller) -> tuple[str, ...]:
    due = action.details.due_on
    if due is not None:
        return teller.say("by_date", date=teller.date(due))
    return teller.say("no_date_yet") if action.details.state is ActionState.OPEN else ()


def _how_it_went(action: Action, teller: Teller) -> tuple[str, ...]:
    result = sentences(action.details.result)
    match action.details.state:
        case ActionState.DONE:
            return (*teller.say("action_done"), *result)
        case ActionState.DROPPED:
            return (*teller.say("action_dropped"), *result)
        case ActionState.OPEN:
            return result
