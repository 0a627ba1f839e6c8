"""Says the path of a line in easy words, the same on the screen and on paper: what happened, when, whose words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path as FilePath
from typing import Final

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import SaidHow, YesAnswer
from coprod_desktop.domain.proposer import Source
from coprod_desktop.domain.trace_steps import Path, TraceKind, TraceStep, Whose
from coprod_desktop.domain.what_became import Became
from coprod_desktop.minutes.dates_and_amounts import date_words
from coprod_desktop.minutes.outcome_pictures import ANSWER_PICTURES, DECISION_PICTURES, HELPED_PICTURES
from coprod_desktop.minutes.sentences import sentences, tidy, word_count
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import FALLBACK_LANGUAGE, Wording
from coprod_desktop.services.told_path import ToldPath, ToldStep

TRACE_FILES: Final = ("wording", "papers", "trace")
"""The collections of fixed words that a path is told in."""

_PICTURES: Final = {
    TraceKind.ITEM: "list",
    TraceKind.IDEA: "idea",
    TraceKind.JOINED: "friends",
    TraceKind.OUTCOME: "next",
    TraceKind.WORDING: "write",
    TraceKind.DECISION: "agreed",
    TraceKind.OBJECTION: "thumbs down",
    TraceKind.NEEDED_YES: "question",
    TraceKind.ACTION: "job",
    TraceKind.RESULT: "agreed",
    TraceKind.HELPED: "thumbs up",
    TraceKind.TOLD: "talk",
}
_LONG_LABEL: Final = 10
"""A label with more words than this says less, and a sentence the rest."""

_WAITS: Final = (Became.NO_ANSWER_YET, Became.LATER)


@dataclass(frozen=True, kw_only=True)
class _Said:
    """What a step says, before its day is put to it."""

    label: str
    before: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    picture: str = ""
    waits: bool = False


def trace_wording(templates_folder: FilePath, language: str = FALLBACK_LANGUAGE) -> Wording:
    """The fixed words of paths. Raises WordingFault as `Wording.load` does."""
    return Wording.load(templates_folder, language, files=TRACE_FILES)


class TraceWords:
    """Tells a path with the names that people chose; whoever does not want to be named is only counted (DP-05)."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._teller = Teller(wording, {})
        self._say = self._teller.say
        self._has_idea = False
        self._ways: dict[TraceKind, Callable[[TraceStep], _Said]] = {
            TraceKind.ITEM: self._item,
            TraceKind.IDEA: self._idea,
            TraceKind.JOINED: self._joined,
            TraceKind.OUTCOME: self._outcome,
            TraceKind.WORDING: self._new_words,
            TraceKind.DECISION: self._decision,
            TraceKind.OBJECTION: self._objection,
            TraceKind.NEEDED_YES: self._needed_yes,
            TraceKind.ACTION: self._action,
            TraceKind.RESULT: self._result,
            TraceKind.HELPED: self._helped,
            TraceKind.TOLD: self._told,
        }

    def told(self, path: Path, names: dict[PersonId, str]) -> ToldPath:
        """The path in words. `names` are the printed names of everybody who may be named."""
        self._teller = Teller(self._wording, names)
        self._say = self._teller.say
        self._has_idea = any(step.kind is TraceKind.IDEA for step in path.steps)
        return ToldPath(
            group_id=path.group_id,
            title=self._wording("path_title_idea" if self._has_idea else "path_title"),
            steps=tuple(map(self._step, path.steps)),
            waits_to_hear=self._waits_to_hear(path),
        )

    def whose(self, whose: Whose) -> str:
        """Whose it was, as a phrase: "Jo, a survey and someone who did not want to be named"."""
        return self._wording.joined(self.each_of(whose)) or self._wording("someone_unnamed")

    def each_of(self, whose: Whose) -> list[str]:
        """Whose it was, one by one: names, how many did not want to be named, sources."""
        sources = [one for one in whose.sources if one is not Source.UNNAMED or not whose.unnamed]
        unnamed = [self._wording.count("people_unnamed", whose.unnamed)] if whose.unnamed else []
        return [*map(tidy, whose.names), *unnamed, *(self._wording(f"source_{one.value}") for one in sources)]

    def _step(self, step: TraceStep) -> ToldStep:
        said = self._ways[step.kind](step)
        out = self._say("step_taken_out") if step.is_taken_out else ()
        return ToldStep(
            kind=step.kind,
            label=said.label,
            day=step.on,
            day_words=date_words(step.on, self._wording),
            meeting_id=step.meeting_id,
            meeting_title=tidy(step.meeting_title),
            line_id=step.line_id,
            own_words="" if step.kind is TraceKind.JOINED else tidy(step.words),
            before=said.before,
            lines=(*out, *said.lines),
            picture=tidy(step.picture) or said.picture or _PICTURES[step.kind],
            waits=said.waits,
            place=step.place,
        )

    # One way for each kind of step

    def _item(self, step: TraceStep) -> _Said:
        became = f"step_item_{step.became}" if step.became is not None else "step_item_talked_about"
        lines = (*self._from("step_item_from", step.whose), *self._say(became))
        return _Said(label=self._wording("step_item_label"), lines=lines)

    def _idea(self, step: TraceStep) -> _Said:
        how = {SaidHow.SAID_FOR_THEM: "step_said_for_them", SaidHow.HELPERS_VIEW: "step_helpers_view"}
        key = how.get(step.said_how) if step.said_how is not None else None
        number = step.whose.ticket
        label, who = self._label("step_idea", step.whose)
        lines = (
            *who,
            *(self._say("step_idea_again") if step.is_earlier else ()),
            *(self._say(key) if key else ()),
            *((self._wording.count("step_ticket", number),) if number is not None else ()),
            *self._taken_back(step),
        )
        return _Said(label=label, lines=lines)

    def _joined(self, step: TraceStep) -> _Said:
        lines = (*self._say("step_joined"), *self._from("step_joined_from", step.whose))
        return _Said(label=self._wording("step_joined_label"), lines=lines)

    def _outcome(self, step: TraceStep) -> _Said:
        became = step.became or Became.NO_ANSWER_YET
        if became is Became.PASSED_ON and tidy(step.who):
            lines = self._say("step_outcome_passed_on_to", who=tidy(step.who))
        else:
            lines = self._say(f"step_outcome_{became}")
        waits = became in _WAITS
        label = self._wording("step_outcome_label")
        return _Said(label=label, lines=(*lines, *self._why(step)), picture="wait" if waits else "", waits=waits)

    def _new_words(self, step: TraceStep) -> _Said:
        if step.is_made_easier:
            easier = (*self._say("step_made_easier"), *sentences(step.first_words))
            return _Said(label=self._wording("step_made_easier_label"), lines=easier)
        keys = {True: "step_words_yes", False: "step_words_no", None: "step_words_ask"}
        key = "step_words_not_here" if step.is_not_here else keys[step.agreed_by_proposer]
        who = self.whose(step.whose) if step.whose.names else self._wording("step_person_with_idea")
        asked = (self._teller.starting(line) for line in self._say(key, who=who))
        first = (*self._say("step_first_words"), *sentences(step.first_words)) if tidy(step.first_words) else ()
        return _Said(label=self._wording("step_wording_label"), lines=(*first, *asked))

    def _decision(self, step: TraceStep) -> _Said:
        became = step.became or Became.AGREED
        lines = (
            *(self._say("step_decision_again") if step.is_earlier else ()),
            *(() if self._has_idea else self._from("step_decision_from", step.whose)),
            *self._why(step),
            *self._taken_back(step),
        )
        label = self._wording(f"step_decision_{became}_label")
        return _Said(label=label, lines=lines, picture=DECISION_PICTURES.get(became, ""))

    def _objection(self, step: TraceStep) -> _Said:
        if not (step.whose.names or step.whose.unnamed or step.whose.sources):
            counted = self._teller.starting(self._wording("somebody"))
            label, who = self._wording("step_objection_label"), self._say("step_objection_from", who=counted)
        else:
            label, who = self._label("step_objection", step.whose)
        return _Said(label=label, before=who, lines=self._taken_back(step))

    def _needed_yes(self, step: TraceStep) -> _Said:
        who, answer = self._teller.starting(tidy(step.who)), step.answer or YesAnswer.WAITING
        asked = self._on("step_asked_on", step.asked_on) or self._say("step_not_asked")
        lines = (*self._say("step_must_say_yes", who=who), *asked, *self._answer(step, who, answer), *self._why(step))
        waits = answer is YesAnswer.WAITING
        label = self._wording("step_needed_yes_label")
        return _Said(label=label, lines=lines, picture=ANSWER_PICTURES[answer], waits=waits)

    def _answer(self, step: TraceStep, who: str, answer: YesAnswer) -> tuple[str, ...]:
        if answer is YesAnswer.WAITING:
            days = step.days_waited
            if not step.asked_on:
                return ()
            return (self._wording.count("step_days_waited", days),) if days else self._say("step_no_answer_yet")
        key = f"step_said_{answer}"
        return self._on(f"{key}_on", step.answered_on, who=who) or self._say(key, who=who)

    def _action(self, step: TraceStep) -> _Said:
        became = step.became or Became.STILL_OPEN
        ended = {Became.DONE: "step_action_done", Became.DROPPED: "step_action_dropped"}
        is_open = became not in ended
        label, who = self._label(ended.get(became, "step_action"), step.whose)
        if not (step.whose.names or step.whose.unnamed or step.whose.sources):
            label, who = self._wording("step_action_label"), self._say("step_action_nobody")
        by = self._on("step_action_by", step.due_on) if is_open else ()
        return _Said(label=label, lines=(*who, *by), waits=is_open)

    def _result(self, step: TraceStep) -> _Said:
        if step.became is Became.DROPPED:
            lines = self._say("step_result_dropped")
        else:
            lines = () if tidy(step.words) else self._say("step_result_done")
        picture = "not agreed" if step.became is Became.DROPPED else ""
        return _Said(label=self._wording("step_result_label"), lines=lines, picture=picture)

    def _helped(self, step: TraceStep) -> _Said:
        lines = self._from(f"step_helped_{step.helped}", step.whose) if step.helped is not None else ()
        picture = HELPED_PICTURES[step.helped] if step.helped is not None else ""
        return _Said(label=self._wording("step_helped_label"), before=lines, picture=picture)

    def _told(self, step: TraceStep) -> _Said:
        has_teller = bool(step.by.names or step.by.unnamed)
        who = self.whose(step.whose)
        if has_teller:
            lines = self._say("step_told", by=self._teller.starting(self.whose(step.by)), who=who)
        else:
            lines = self._say("step_told_nobody", who=who)
        return _Said(label=self._wording("step_told_label"), lines=lines)

    # Parts of what is said

    def _label(self, key: str, whose: Whose) -> tuple[str, tuple[str, ...]]:
        """ "Idea from Jo"; where that is long, "The idea" and a sentence that says from whom."""
        label = self._teller.starting(self._wording(f"{key}_label_of", who=self.whose(whose)))
        if word_count(label) <= _LONG_LABEL:
            return label, ()
        return self._wording(f"{key}_label"), self._from(f"{key}_from", whose)

    def _from(self, key: str, whose: Whose) -> tuple[str, ...]:
        return tuple(self._teller.starting(line) for line in self._say(key, who=self.whose(whose)))

    def _on(self, key: str, day: date | None, **values: str) -> tuple[str, ...]:
        return self._say(key, date=date_words(day, self._wording), **values) if day is not None else ()

    def _why(self, step: TraceStep) -> tuple[str, ...]:
        reason = self._teller.own_sentences(step.reason)
        return (*self._say("step_why"), *reason) if reason else ()

    def _taken_back(self, step: TraceStep) -> tuple[str, ...]:
        if not step.is_taken_back:
            return ()
        is_known = bool(step.by.names or step.by.unnamed)
        return self._from("step_taken_back_by", step.by) if is_known else self._say("step_taken_back")

    def _waits_to_hear(self, path: Path) -> tuple[str, ...]:
        if _has_no_answer(path):
            return tuple(self._say("step_outcome_no_answer_yet"))
        people = tuple(dict.fromkeys(who for untold in path.untold.values() for who in untold))
        return _who_waits(people, self._teller)


def _has_no_answer(path: Path) -> bool:
    """Whether nothing came yet of the idea, as it was said last."""
    ideas = [step for step in path.steps if step.kind is TraceKind.IDEA]
    is_answered = any(step.kind in (TraceKind.OUTCOME, TraceKind.DECISION) for step in path.steps)
    return bool(ideas) and not is_answered and ideas[-1].became is Became.NO_ANSWER_YET


def _who_waits(people: Sequence[PersonId], teller: Teller) -> tuple[str, ...]:
    """By name, or only counted where somebody does not want to be named."""
    named = teller.named(people)
    say = partial(teller.say, "step_waits")
    unnamed = len(people) - len(named)
    if not people:
        return ()
    if unnamed or len(people) > 1:
        return (teller.wording.count("step_waits_many", len(people)),)
    return say(who=named[0])
