"""Each decision in the fixed order of its lines; whose idea it was is never left out (ER-33)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from coprod_desktop.domain.decisions import looked_at_again, others_answer, waits_for_yes
from coprod_desktop.domain.lines import IdeaKind, IdeaOutcome, Outcome, YesAnswer
from coprod_desktop.domain.meeting_state import Action, Decision, Idea
from coprod_desktop.minutes.action_blocks import nobody_blocks, owner_and_due_blocks
from coprod_desktop.minutes.after_job import after_job_blocks
from coprod_desktop.minutes.block_runs import MOST_SENTENCES, block_run
from coprod_desktop.minutes.blocks import Block, BlockRole
from coprod_desktop.minutes.changed_words import again_blocks, changed_words_blocks, easier_words_blocks
from coprod_desktop.minutes.dates_and_amounts import day_of
from coprod_desktop.minutes.earlier import Around
from coprod_desktop.minutes.how_we_decided import answer_lines, how_we_decided, not_yes_line, way_picture
from coprod_desktop.minutes.idea_blocks import has_more_to_tell
from coprod_desktop.minutes.objection_blocks import what_we_said, who_did_not_agree
from coprod_desktop.minutes.room_blocks import (
    between_blocks,
    lived_experience_blocks,
    presence_blocks,
    tried_blocks,
    who_was_there_in_short,
)
from coprod_desktop.minutes.sentences import ended, sentences, tidy
from coprod_desktop.minutes.teller import Teller

_LABELS = {
    Outcome.AGREED: "agreed_label",
    Outcome.NOT_AGREED: "not_agreed_label",
    Outcome.DEFERRED: "deferred_label",
    Outcome.WITHDRAWN: "withdrawn_label",
    Outcome.DECIDED_ELSEWHERE: "elsewhere_label",
}
_PICTURES = {
    Outcome.AGREED: "agreed",
    Outcome.NOT_AGREED: "not agreed",
    Outcome.DEFERRED: "next",
    Outcome.WITHDRAWN: "before",
    Outcome.DECIDED_ELSEWHERE: "people",
}
_ANSWER_PICTURES = {YesAnswer.WAITING: "wait", YesAnswer.NO: "not agreed"}


def decision_blocks(
    decision: Decision,
    actions: Sequence[Action],
    teller: Teller,
    *,
    is_draft: bool,
    idea: Idea | None = None,
    around: Around | None = None,
) -> tuple[Block, ...]:
    """All that is said of one decision, what we decided first, "Is this right?" last.

    `idea` is the one it came from, if that is told here and has no block of its own. `around` is its meeting, without
    which nothing is said of who was there.
    """
    telling = _Telling(decision, actions, teller, idea, around)
    match decision.details.outcome:
        case Outcome.AGREED:
            parts = telling.agreed()
        case Outcome.DECIDED_ELSEWHERE:
            parts = telling.decided_elsewhere()
        case Outcome.NOT_AGREED | Outcome.DEFERRED | Outcome.WITHDRAWN:
            parts = telling.not_agreed()
    asked = telling.is_it_right() if is_draft else ()
    return (*chain.from_iterable(parts), *asked)


def tells_its_idea(decision: Decision, idea: Idea, teller: Teller) -> bool:
    """Whether "Idea from" has room for the words of the idea, so that nobody reads them twice in one chapter."""
    if has_more_to_tell(idea):
        return False
    is_same = idea.details.proposer == decision.details.proposer and idea.details.item_id == decision.details.item_id
    if not is_same or idea.details.kind is not IdeaKind.IDEA or not _says_no_more(idea, decision, teller):
        return False
    return len(_Telling(decision, (), teller, idea).idea_from()) == 1


def _says_no_more(idea: Idea, decision: Decision, teller: Teller) -> bool:
    """Whether the decision tells all that became of the idea, and why."""
    reason = sentences(idea.details.reason)
    match (idea.details.outcome, decision.details.outcome):
        case (IdeaOutcome.DECIDED, Outcome.AGREED) if not waits_for_yes(decision):
            return reason in ((), teller.say("idea_now_decision"), teller.say("idea_decided"))
        case (IdeaOutcome.NOT_TAKEN_UP, Outcome.NOT_AGREED):
            return reason in ((), sentences(decision.details.reason))
        case _:
            return False


def decision_label(decision: Decision, teller: Teller) -> str:
    """ "We agreed", or "We want this" while somebody else has not said yes."""
    if waits_for_yes(decision):
        return teller.wording("want_label")
    is_for_now = decision.details.is_until_asked and decision.details.outcome is Outcome.AGREED
    return teller.wording("agreed_until_asked_label" if is_for_now else _LABELS[decision.details.outcome])


def decision_picture(decision: Decision) -> str:
    """The thing decided; but a laptop beside "We did not agree" would tell who reads pictures that it comes.

    A tick only for what holds; what waits for somebody else, or was refused, has another.
    """
    details = decision.details
    is_to_be = details.outcome in (Outcome.AGREED, Outcome.DECIDED_ELSEWHERE)
    own = tidy(details.picture) if is_to_be else ""
    return own or _ANSWER_PICTURES.get(others_answer(decision), _PICTURES[details.outcome])


class _Telling:
    """One decision being told; each method gives the blocks of one of its lines."""

    def __init__(
        self,
        decision: Decision,
        actions: Sequence[Action],
        teller: Teller,
        idea: Idea | None = None,
        around: Around | None = None,
    ) -> None:
        self._decision = decision
        self._idea = idea
        self._details = decision.details
        self._actions = actions
        self._teller = teller
        self._around = around

    def agreed(self) -> list[tuple[Block, ...]]:
        return [
            self.what(),
            self.idea_from(),
            self.who_else(),
            self.who_and_when(),
            self.how_decided(),
            self.who_was_there(),
            tried_blocks(self._decision, self._teller),
            self.conditions(),
            self.stood_aside(),
            who_did_not_agree(self._decision, self._teller),
            self.why(),
            *self.words_and_times(),
        ]

    def not_agreed(self) -> list[tuple[Block, ...]]:
        """Also for what is decided later and what was taken back."""
        return [
            self.what(),
            self.idea_from(),
            self.why_and_what_next(),
            self.who_else(),
            self.how_decided(),
            self.who_was_there(),
            tried_blocks(self._decision, self._teller),
            self.conditions(),
            self.stood_aside(),
            who_did_not_agree(self._decision, self._teller),
            *self.words_and_times(),
        ]

    def decided_elsewhere(self) -> list[tuple[Block, ...]]:
        return [
            self.what(),
            self.idea_from(),
            self.when_and_why(),
            what_we_said(self._decision, self._teller),
            self.who_else(),
            self.jobs(),
            self.conditions(),
            *self.words_and_times(),
        ]

    def words_and_times(self) -> list[tuple[Block, ...]]:
        """What the words were before, and until when they hold."""
        decision, around, teller = self._decision, self._around, self._teller
        return [
            changed_words_blocks(decision, teller),
            easier_words_blocks(decision, around, teller) if around else (),
            again_blocks(decision, around, teller) if around else (),
            self.for_now(),
            self.open_to_change(),
        ]

    def who_was_there(self) -> tuple[Block, ...]:
        """Who was in the room, or was asked between meetings, and what is to be noted if nobody there lives it."""
        decision, around, teller = self._decision, self._around, self._teller
        asked = between_blocks(decision, teller)
        if around is None:
            return asked
        there = presence_blocks(decision, around, teller)
        return (*asked, *there, *lived_experience_blocks(decision, around, teller))

    def what(self) -> tuple[Block, ...]:
        waiting = [needed for needed in self._details.needs_yes_from if needed.answer is not YesAnswer.YES]
        first = list(sentences(self._decision.words.printed))
        if waits_for_yes(self._decision):
            first += chain.from_iterable(not_yes_line(needed, self._teller) for needed in waiting)
        if self._around and looked_at_again(self._around.state, self._decision.id):
            first += self._teller.say("again_later")
        return self._run(
            first,
            picture=decision_picture(self._decision),
            label=decision_label(self._decision, self._teller),
            role=BlockRole.DECISION,
        )

    def idea_from(self) -> tuple[Block, ...]:
        lines, backing = self._whose_idea(), () if self._is_backing_told_below() else self._backed_by()
        label = self._words("proposer_label")
        picture = self._teller.face(self._details.proposer) or "idea"
        whole = self._run((*lines, *backing), picture=picture, label=label, role=BlockRole.PROPOSER)
        if len(whole) == 1 or not backing:
            return whole
        told = self._run(lines, picture=picture, label=label, role=BlockRole.PROPOSER)
        backed = self._run(backing, picture="thumbs up", label="", role=BlockRole.PROPOSER)
        return (*told, *(replace(block, continues=True) for block in backed))

    def who_else(self) -> tuple[Block, ...]:
        on = self._around.held_on if self._around else None
        lines = [line for needed in self._details.needs_yes_from for line in answer_lines(needed, self._teller, on)]
        answers = {needed.answer for needed in self._details.needs_yes_from}
        picture = "wait"
        if YesAnswer.NO in answers or answers == {YesAnswer.YES}:
            picture = "not agreed" if YesAnswer.NO in answers else "agreed"
        return self._run(lines, picture=picture, label=self._words("needs_yes_label"), role=BlockRole.NEEDS_YES)

    def who_and_when(self) -> tuple[Block, ...]:
        if not self._actions:
            return nobody_blocks(self._teller, self._decision.id)
        return self.jobs()

    def jobs(self) -> tuple[Block, ...]:
        """Every job of this decision."""
        return tuple(chain.from_iterable(self._job(action) for action in self._actions))

    def _job(self, action: Action) -> tuple[Block, ...]:
        return (*owner_and_due_blocks(action, self._teller), *after_job_blocks(action, self._teller))

    def why_and_what_next(self) -> tuple[Block, ...]:
        if self._actions:
            return (*self.why(), *self.jobs())
        reason = self._reason()
        return self._run(
            (*reason, *self._teller.say("no_jobs_from_this")),
            picture="reason" if reason else "next",
            label=self._words("reason_and_next_label" if reason else "next_heading"),
            role=BlockRole.REASON,
        )

    def how_decided(self) -> tuple[Block, ...]:
        lines = how_we_decided(self._details, self._teller)
        if self._is_backing_told_below():
            lines += self._backed_by()
        there = who_was_there_in_short(self._decision, self._around, self._teller) if self._around else ()
        if not lines:
            return self._run(there, picture="people", label=self._words("presence_label"))
        lines += there
        return self._run(
            lines,
            picture=way_picture(self._details),
            label=self._words("how_decided_label"),
            role=BlockRole.HOW_DECIDED,
        )

    def conditions(self) -> tuple[Block, ...]:
        lines = [line for condition in self._details.conditions for line in sentences(condition)]
        return self._run(lines, picture="list", label=self._words("conditions_label"))

    def stood_aside(self) -> tuple[Block, ...]:
        if not self._details.stood_aside:
            return ()
        who = self._teller.starting(self._teller.people(self._details.stood_aside))
        lines = (*self._teller.say("stood_aside", who=who), *self._teller.say("stood_aside_means"))
        return self._run(lines, picture="person", label=self._words("stood_aside_label"))

    def when_and_why(self) -> tuple[Block, ...]:
        day = day_of(self._details.decided_at)
        lines = (self._teller.day_line(day),) if day else self._teller.say("when_not_known")
        reason = self._teller.own_sentences(self._details.reason)
        return self._run(
            (*lines, *reason),
            picture=self._teller.calendar(day),
            label=self._words("when_and_why_decided_label" if reason else "when_decided_label"),
            role=BlockRole.REASON,
        )

    def why(self) -> tuple[Block, ...]:
        return self._run(self._reason(), picture="reason", label=self._words("reason_label"), role=BlockRole.REASON)

    def for_now(self) -> tuple[Block, ...]:
        until = self._details.for_now_until
        lines = self._teller.say("for_now_until", date=self._teller.day(until)) if until else ()
        return self._run(lines, picture=self._teller.calendar(until), label=self._words("for_now_label"))

    def open_to_change(self) -> tuple[Block, ...]:
        until = self._details.open_until
        lines = self._teller.say("open_until", date=self._teller.day(until)) if until else ()
        return self._run(lines, picture=self._teller.calendar(until), label=self._words("open_until_label"))

    def is_it_right(self) -> tuple[Block, ...]:
        answers = tuple(self._words(f"answer_{answer}") for answer in ("yes", "no", "talk"))
        return (
            Block(
                sentences=(),
                picture="question",
                label=self._words("check_label"),
                role=BlockRole.QUESTION,
                ref=self._decision.id,
                answers=answers,
            ),
        )

    def _run(
        self, lines: Sequence[str], *, picture: str, label: str, role: BlockRole = BlockRole.PLAIN
    ) -> tuple[Block, ...]:
        return block_run(lines, picture=picture, label=label, role=role, ref=self._decision.id)

    def _whose_idea(self) -> tuple[str, ...]:
        proposer = self._details.proposer
        who = ended(self._teller.starting(self._teller.proposer(proposer)))
        lines = (who, *self._words_of_the_idea(), *self._teller.told_how(proposer))
        if not self._details.built_on_by:
            return lines
        who = self._teller.starting(self._teller.people(self._details.built_on_by))
        return (*lines, *self._teller.say("built_on_by", who=who))

    def _words_of_the_idea(self) -> tuple[str, ...]:
        if self._idea is None or self._idea.words.printed == self._decision.words.printed:
            return ()
        return sentences(self._idea.words.printed)

    def _backed_by(self) -> tuple[str, ...]:
        backers = self._details.supported_by
        return self._teller.say("backed_by", who=self._teller.people(backers)) if backers else ()

    def _is_backing_told_below(self) -> bool:
        """Who backed it stands beside whose idea it was, or with how we decided if only that has room."""
        below = how_we_decided(self._details, self._teller)
        return len(self._whose_idea()) >= MOST_SENTENCES and 0 < len(below) < MOST_SENTENCES

    def _reason(self) -> tuple[str, ...]:
        reason = self._teller.own_sentences(self._details.reason)
        is_missed = not reason and self._details.outcome is Outcome.NOT_AGREED
        return self._teller.say("no_reason") if is_missed else reason

    def _words(self, key: str) -> str:
        return self._teller.wording(key)
