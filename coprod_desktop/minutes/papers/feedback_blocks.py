"""What happened to one idea, in blocks: you said, we agreed, because, who else must say yes, what we did (R27)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import Helped, NeededYes, SaidHow, YesAnswer
from coprod_desktop.domain.trace_steps import TraceKind, TraceStep
from coprod_desktop.domain.what_became import Became
from coprod_desktop.minutes.block_runs import MOST_SENTENCES, MOST_WORDS, block_run
from coprod_desktop.minutes.blocks import Block, BlockRole
from coprod_desktop.minutes.how_we_decided import answer_lines
from coprod_desktop.minutes.outcome_pictures import ANSWER_PICTURES, DECISION_PICTURES, HELPED_PICTURES
from coprod_desktop.minutes.papers.whose_words import whose_words
from coprod_desktop.minutes.sentences import ended, sentences, tidy, word_count
from coprod_desktop.minutes.teller import Teller

_DECISION_LABELS = {
    Became.AGREED: "agreed_label",
    Became.WAITS_FOR_YES: "want_label",
    Became.SAID_NO: "want_label",
    Became.NOT_AGREED: "not_agreed_label",
    Became.DEFERRED: "deferred_label",
    Became.WITHDRAWN: "withdrawn_label",
    Became.DECIDED_ELSEWHERE: "elsewhere_label",
}
_IS_TO_BE = (Became.AGREED, Became.WAITS_FOR_YES, Became.DECIDED_ELSEWHERE)
_OUTCOMES = {
    Became.LATER: ("feedback_later", "next"),
    Became.NOT_TAKEN_UP: ("idea_not_taken_up", "not agreed"),
    Became.WITHDRAWN: ("idea_taken_back", "before"),
    Became.DECIDED: ("idea_decided", "agreed"),
}
_ANSWERS = {True: "yes", False: "no", None: "ask"}


@dataclass(frozen=True, kw_only=True)
class FeedbackStory:
    """One idea, from the first words to what came of it. `steps` are in order.

    On a slip `mine` are the lines of whoever it is for, and `heard_on` the day on which they heard all of it. On the
    page of the group `to_tell` are those who have not heard, `UNNAMED` for whoever holds the ticket.
    """

    steps: tuple[TraceStep, ...]
    mine: frozenset[str] = frozenset()
    heard_on: date | None = None
    to_tell: tuple[PersonId, ...] = ()

    @property
    def first(self) -> TraceStep:
        """The first words of whoever it is for; on the page of the group, the first words of all."""
        said = self._ideas or self.steps
        return next((step for step in said if step.line_id in self.mine), said[0])

    @property
    def has_idea(self) -> bool:
        """Whether words of an idea are known, and not only those of a decision."""
        return bool(self._ideas)

    @property
    def waits(self) -> bool:
        """Whether nobody has said what becomes of it; the newest meeting that talked about it counts."""
        newest = max((step.on for step in self._ideas), default=None)
        now = [step.became for step in self._ideas if step.on == newest]
        return Became.NO_ANSWER_YET in now

    @property
    def joined(self) -> TraceStep | None:
        """That ideas were put together, and whose they all were."""
        return next((step for step in self.steps if step.kind is TraceKind.JOINED), None)

    @property
    def _ideas(self) -> tuple[TraceStep, ...]:
        return tuple(step for step in self.steps if step.kind is TraceKind.IDEA)

    @property
    def ticket(self) -> int | None:
        """The number by which it is answered."""
        return next((step.whose.ticket for step in self.steps if step.whose.ticket is not None), None)


def story_blocks(story: FeedbackStory, teller: Teller, *, is_own: bool, tells_day: bool = False) -> tuple[Block, ...]:
    """All that is told of one idea; to the person whose it is, or to everybody.

    `tells_day` says beside the first words on which day they were said, where no heading does.
    """
    telling = _Telling(story, teller, is_own, tells_day)
    blocks = tuple(chain.from_iterable(telling.parts()))
    return _ending_with(blocks, telling.told(), teller.wording("feedback_told_label") if not is_own else "")


def _ending_with(blocks: tuple[Block, ...], lines: tuple[str, ...], label: str) -> tuple[Block, ...]:
    """The blocks with who was told, in the last one where it has room."""
    last = blocks[-1]
    words = sum(map(word_count, (last.label, *last.sentences, *lines)))
    if len(last.sentences) + len(lines) <= MOST_SENTENCES and words <= MOST_WORDS:
        return (*blocks[:-1], replace(last, sentences=(*last.sentences, *lines)))
    return (*blocks, *block_run(lines, picture="listen", label=label))


class _Telling:
    """One idea being told; each method gives the blocks of one of its lines."""

    def __init__(self, story: FeedbackStory, teller: Teller, is_own: bool, tells_day: bool) -> None:
        self._story, self._teller, self._is_own, self._tells_day = story, teller, is_own, tells_day
        self._result_of = {step.line_id: step for step in story.steps if step.kind is TraceKind.RESULT}

    def parts(self) -> Iterator[tuple[Block, ...]]:
        """Everything but who was told."""
        yield self._said()
        for step in self._story.steps:
            yield from self._step(step)
        if self._story.waits:
            yield self._waits()

    def _step(self, step: TraceStep) -> Iterator[tuple[Block, ...]]:
        match step.kind:
            case TraceKind.IDEA if step.is_earlier:
                yield self._again(step)
            case TraceKind.WORDING if self._is_own:
                yield self._new_words(step)
            case TraceKind.OUTCOME if not self._is_told_by_decision(step):
                yield from self._outcome(step)
            case TraceKind.DECISION:
                yield self._decision(step)
                yield self._because(step)
                yield from map(self._needed_yes, self._needed_for(step))
            case TraceKind.ACTION:
                yield self._action(step)
                yield self._helped(step.line_id)
            case _:
                return

    def _is_told_by_decision(self, outcome: TraceStep) -> bool:
        """Whether "We agreed this. This is now a decision." would only say again what the decision says."""
        decided = [step for step in self._story.steps if step.kind is TraceKind.DECISION]
        return bool(decided) and outcome.became in (Became.DECIDED, Became.NOT_TAKEN_UP)

    def _needed_for(self, decision: TraceStep) -> Iterator[TraceStep]:
        """All who must also say yes to a decision, also those who answer long after its jobs were given out."""
        asked = (step for step in self._story.steps if step.kind is TraceKind.NEEDED_YES)
        return (step for step in asked if step.line_id == decision.line_id)

    def _said(self) -> tuple[Block, ...]:
        first = self._story.first
        if not self._story.has_idea:
            return ()
        day = self._say("feedback_on", date=self._teller.day(first.on)) if self._tells_day else ()
        lines = (*self._own_words(first), *self._taken_back(first), *self._joined(), *day)
        label = self._said_label(first)
        return self._run(lines, picture=tidy(first.picture) or "idea", label=label, role=BlockRole.IDEA, step=first)

    def _taken_back(self, idea: TraceStep) -> tuple[str, ...]:
        if not idea.is_taken_back:
            return ()
        if not idea.by.names and not idea.by.unnamed:
            return self._say("idea_taken_back")
        return self._say("idea_taken_back_by", who=self._teller.starting(whose_words(idea.by, self._teller)))

    def _said_label(self, first: TraceStep) -> str:
        if self._is_own:
            is_for_them = first.said_how is SaidHow.SAID_FOR_THEM
            return self._words("feedback_said_for_you_label" if is_for_them else "feedback_you_said_label")
        if self._story.ticket is not None:
            return self._words("feedback_ticket_words", number=str(self._story.ticket))
        whose = (self._story.joined or first).whose
        return self._words("idea_from_label", who=whose_words(whose, self._teller))

    def _joined(self) -> tuple[str, ...]:
        """That others said it too; the page of the group says who they all are."""
        return self._say("feedback_joined") if self._is_own and self._story.joined else ()

    def _again(self, step: TraceStep) -> tuple[Block, ...]:
        lines = self._say("feedback_on", date=self._teller.day(step.on))
        return self._run(lines, picture="again", label=self._words("feedback_again_label"))

    def _decision(self, step: TraceStep) -> tuple[Block, ...]:
        became = step.became or Became.AGREED
        again = self._say("feedback_looked_again") if step.is_earlier else ()
        is_same_day = step.on == self._story.first.on and (self._story.has_idea or not self._tells_day)
        when = () if is_same_day else self._say("feedback_on", date=self._teller.day(step.on))
        lines = (*self._own_words(step), *self._whose_idea(step), *when, *again)
        picture = (tidy(step.picture) if became in _IS_TO_BE else "") or DECISION_PICTURES[became]
        label = self._words(_DECISION_LABELS[became])
        return self._run(lines, picture=picture, label=label, role=BlockRole.IDEA, step=step)

    def _whose_idea(self, step: TraceStep) -> tuple[str, ...]:
        """Only where no idea was written down before the decision."""
        if self._story.has_idea:
            return ()
        if self._is_own:
            return self._say("feedback_was_yours")
        return (ended(self._words("idea_from_label", who=whose_words(step.whose, self._teller))),)

    def _new_words(self, step: TraceStep) -> tuple[Block, ...]:
        first = sentences(step.first_words)
        label = self._words("made_easier_label" if step.is_made_easier else "changed_words_label")
        before = self._say("agreed_words_were" if step.is_made_easier else "first_words_were") if first else ()
        return self._run((*before, *first, *self._answer_to(step)), picture="change", label=label)

    def _answer_to(self, new_words: TraceStep) -> tuple[str, ...]:
        """What they said to the new words; whoever was not asked is asked now."""
        if new_words.is_made_easier:
            return ()
        return self._say(f"feedback_you_{_ANSWERS[new_words.agreed_by_proposer]}_new_words")

    def _outcome(self, step: TraceStep) -> Iterator[tuple[Block, ...]]:
        """What became of it, and why; in one block, where that has room."""
        lines, picture = self._became(step)
        why = self._why(step)
        together = self._run((*lines, *why), picture=picture, label=self._words("feedback_what_and_why_label"))
        if why and len(together) == 1:
            yield together
            return
        yield self._run(lines, picture=picture, label=self._words("feedback_what_label"))
        yield self._because(step)

    def _became(self, step: TraceStep) -> tuple[tuple[str, ...], str]:
        if step.became is Became.PASSED_ON:
            who = tidy(step.who)
            return (self._say("idea_passed_on_to", who=who) if who else self._say("idea_passed_on")), "next"
        key, picture = _OUTCOMES.get(step.became, ("", "")) if step.became else ("", "")
        lines = self._say(key) if key else ()
        return (lines if self._is_own else lines[:1]), picture

    def _waits(self) -> tuple[Block, ...]:
        lines = self._say("feedback_waits")
        return self._run(lines, picture="wait", label=self._words("feedback_what_label"))

    def _because(self, step: TraceStep) -> tuple[Block, ...]:
        label = self._words("feedback_because_label")
        return self._run(self._why(step), picture="reason", label=label, role=BlockRole.REASON, step=step)

    def _why(self, step: TraceStep) -> tuple[str, ...]:
        lines = self._teller.own_sentences(step.reason)
        if step.kind is TraceKind.DECISION and not lines:
            lines = self._reason_of_idea()
        if not lines and step.became in (Became.NOT_TAKEN_UP, Became.NOT_AGREED):
            lines = self._say("no_reason")
        return lines

    def _reason_of_idea(self) -> tuple[str, ...]:
        """Why, where that was written beside the idea; "This is now a decision." is no reason."""
        outcomes = [step for step in self._story.steps if step.kind is TraceKind.OUTCOME]
        told = [self._teller.own_sentences(step.reason) for step in outcomes if self._is_told_by_decision(step)]
        return next((lines for lines in told if lines and lines != self._say("idea_now_decision")), ())

    def _needed_yes(self, step: TraceStep) -> tuple[Block, ...]:
        answer = step.answer or YesAnswer.WAITING
        needed = NeededYes(
            who=step.who, asked_on=step.asked_on, answer=answer, reason=step.reason, answered_on=step.answered_on
        )
        until = step.asked_on + timedelta(days=step.days_waited or 0) if step.asked_on else None
        lines = answer_lines(needed, self._teller, until)
        label = self._words("needs_yes_label")
        return self._run(lines, picture=ANSWER_PICTURES[answer], label=label, role=BlockRole.NEEDS_YES, step=step)

    def _action(self, step: TraceStep) -> tuple[Block, ...]:
        picture = tidy(step.picture) or "job"
        label, how = self._words("owner_and_due_label"), (*self._who(step), *self._when(step), *self._result(step))
        if step.became is not Became.STILL_OPEN:
            is_done = step.became is Became.DONE
            label = self._words("feedback_we_did_label" if is_done else "owner_dropped_label")
            result = self._result(step)
            how = (
                result if is_done and result else (*self._say("action_done" if is_done else "action_dropped"), *result)
            )
        lines = (*self._own_words(step), *how)
        return self._run(lines, picture=picture, label=label, role=BlockRole.OWNER, step=step)

    def _who(self, step: TraceStep) -> tuple[str, ...]:
        if not step.whose.names and not step.whose.unnamed:
            return self._say("nobody_has_this")
        return self._say("will_do_this", who=self._teller.starting(whose_words(step.whose, self._teller)))

    def _when(self, step: TraceStep) -> tuple[str, ...]:
        return self._say("by_date", date=self._teller.day(step.due_on)) if step.due_on else self._say("no_date_yet")

    def _result(self, step: TraceStep) -> tuple[str, ...]:
        result = self._result_of.get(step.line_id)
        return sentences(result.words) if result else ()

    def _helped(self, action_id: str) -> tuple[Block, ...]:
        said = [step for step in self._story.steps if step.kind is TraceKind.HELPED and step.line_id == action_id]
        counts = Counter(step.helped for step in said)
        told = [answer for answer in Helped if counts[answer]]
        count = self._teller.wording.count
        lines = [ended(count(f"feedback_helped_{answer.value}", counts[answer])) for answer in told]
        words = [line for step in said for line in self._teller.own_sentences(step.words)]
        picture = HELPED_PICTURES[told[0]] if told else "question"
        return self._run((*lines, *words), picture=picture, label=self._words("feedback_helped_label"))

    def told(self) -> tuple[str, ...]:
        """When they were told; on the page of the group, who was told, by whom and when."""
        if self._is_own:
            heard = self._story.heard_on
            return self._say("feedback_told_you", date=self._teller.day(heard)) if heard else ()
        told = [line for step in self._story.steps if step.kind is TraceKind.TOLD for line in self._who_told(step)]
        return tuple(dict.fromkeys(told))

    def _who_told(self, step: TraceStep) -> tuple[str, ...]:
        who, date = whose_words(step.whose, self._teller), self._teller.day(step.on)
        if not step.by.names:
            return self._say("feedback_was_told", who=who, date=date)
        by = self._teller.starting(whose_words(step.by, self._teller))
        return self._say("feedback_told_by", by=by, who=who, date=date)

    def _own_words(self, step: TraceStep) -> tuple[str, ...]:
        return sentences(step.words) or self._say("words_taken_out")

    def _run(
        self,
        lines: Sequence[str],
        *,
        picture: str,
        label: str = "",
        role: BlockRole = BlockRole.PLAIN,
        step: TraceStep | None = None,
    ) -> tuple[Block, ...]:
        return block_run(lines, picture=picture, label=label, role=role, ref=step.line_id if step else "")

    def _say(self, key: str, **values: str) -> tuple[str, ...]:
        return self._teller.say(key, **values)

    def _words(self, key: str, **values: str) -> str:
        return self._teller.wording(key, **values)
