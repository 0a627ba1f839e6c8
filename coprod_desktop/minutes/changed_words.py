"""How the words of a decision came to be: changed, made easier, or looked at again; what was there before stays."""

from collections.abc import Mapping
from datetime import date

from coprod_desktop.domain.after_events import LineAnswer
from coprod_desktop.domain.ids import DecisionId
from coprod_desktop.domain.lines import WordingChange
from coprod_desktop.domain.meeting_state import Decision
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, BlockRole
from coprod_desktop.minutes.earlier import Around
from coprod_desktop.minutes.sentences import sentences
from coprod_desktop.minutes.teller import Teller

_ANSWERS: Mapping[bool | None, str] = {
    True: "yes_to_new_words",
    False: "no_to_new_words",
    None: "ask_about_new_words",
}


def changed_words_blocks(decision: Decision, teller: Teller) -> tuple[Block, ...]:
    """The first words of a decision, and what its proposer said to the new ones."""
    change = decision.details.wording_changed
    if change is None:
        return ()
    lines = (
        *teller.say("first_words_were"),
        *sentences(change.first_words),
        *_answer(change, decision.details.proposer, teller),
    )
    label = teller.wording("changed_words_label")
    return block_run(lines, picture="change", label=label, role=BlockRole.CHANGED_WORDS, ref=decision.id)


def easier_words_blocks(decision: Decision, around: Around, teller: Teller) -> tuple[Block, ...]:
    """That the words were made easier after the meeting. The hard words that were agreed are not told again."""
    easier = decision.details.made_easier
    if easier is None:
        return ()
    proposer = decision.details.proposer
    seen = _have_seen(decision.id, proposer, easier.made_on, around)
    lines = (
        *teller.say("made_easier_on", date=teller.day(easier.made_on)),
        *(() if seen else teller.say("check_easier_words", who=_whom(proposer, teller))),
    )
    label = teller.wording("made_easier_label")
    return block_run(lines, picture="change", label=label, role=BlockRole.CHANGED_WORDS, ref=decision.id)


def again_blocks(decision: Decision, around: Around, teller: Teller) -> tuple[Block, ...]:
    """The decision that is looked at again with this one, as it was."""
    label = teller.wording("again_label")
    return block_run(_from_before(decision, around, teller), picture="again", label=label, ref=decision.id)


def _from_before(decision: Decision, around: Around, teller: Teller) -> tuple[str, ...]:
    reopens = decision.details.reopens
    if reopens is None:
        return ()
    own = around.state.decisions.get(DecisionId(reopens.line_id))
    known = around.earlier.lines.get(reopens.line_id)
    if own is not None and around.held_on:
        return _as_it_was(own.words.printed, around.held_on, teller)
    if known is not None:
        return _as_it_was(known.words.printed, known.held_on, teller)
    return teller.say("again_from_before")


def _as_it_was(words: str, day: date, teller: Teller) -> tuple[str, ...]:
    said = sentences(words) or teller.say("words_taken_out")
    return (*teller.say("again_from", date=teller.day(day)), *teller.say("again_words_were"), *said)


def _answer(change: WordingChange, proposer: Proposer, teller: Teller) -> tuple[str, ...]:
    who = _whom(proposer, teller)
    if change.agreed_by_proposer is None and change.is_not_here:
        return teller.say("not_here_for_new_words", who=teller.starting(who))
    if change.agreed_by_proposer is not None:
        who = teller.starting(who)
    return teller.say(_ANSWERS[change.agreed_by_proposer], who=who)


def _whom(proposer: Proposer, teller: Teller) -> str:
    """Whose answer is asked for: the proposer, if that is somebody who can be asked."""
    return teller.proposer(proposer) if teller.can_say_yes(proposer) else teller.wording("person_with_idea")


def _have_seen(decision_id: str, proposer: Proposer, since: date, around: Around) -> bool:
    """Whether every proposer said since that day that this line is right (R26)."""
    checks = around.state.after.checks
    found = [checks.get((decision_id, who)) for who in proposer.people]
    return bool(found) and all(one and one.answer is LineAnswer.YES and one.said_on >= since for one in found)
