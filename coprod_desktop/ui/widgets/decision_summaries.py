"""What each part of a decision says in a line or two."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.decisions import days_waited
from coprod_desktop.domain.lines import ActionDetails, DecisionDetails, NeededYes, Objection, Votes, Words, YesAnswer
from coprod_desktop.ui.widgets.shown_words import shown_words
from coprod_desktop.ui.widgets.vocabulary import Vocabulary


class DecisionSummaries:
    """Says the parts of a decision in words; `today` is for the days that the group has waited for a yes."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.today: Callable[[], date] = date.today

    def outcome(self, details: DecisionDetails) -> str:
        """How it ended and how the group came to it."""
        words = self._vocabulary.words
        first = f"{words(details.outcome)}."
        if details.how_decided is not None:
            first = f"{first} {words(details.how_decided)}."
        why = _tr("Why: {reason}").format(reason=details.reason) if details.reason else ""
        return _lines(first, self._votes(details.votes), why)

    def support(self, details: DecisionDetails) -> str:
        """Who backed it, made it grow, stood aside; empty if nobody."""
        groups = (
            (_tr("Backed by {names}"), details.supported_by),
            (_tr("Built on by {names}"), details.built_on_by),
            (_tr("Stood aside: {names}"), details.stood_aside),
        )
        return _lines(*(words.format(names=self._vocabulary.names(people)) for words, people in groups if people))

    def objections(self, details: DecisionDetails) -> str:
        """Who does not agree, with their words; empty if nobody."""
        return _lines(*(self._objection(objection) for objection in details.objections))

    def needed_yes(self, details: DecisionDetails) -> str:
        """Who else must say yes, and what they answered; empty if nobody."""
        return _lines(*(self._needed(needed) for needed in details.needs_yes_from))

    def tried(self, details: DecisionDetails) -> str:
        """Who has tried it, and how it went; empty if nobody has."""
        names = self._vocabulary.names(details.tried_by)
        who = _tr("Tried by {names}").format(names=names) if names else ""
        return _lines(who, details.tried_words)

    def between(self, details: DecisionDetails) -> str:
        """Who was asked between 2 meetings, how, and who could not be; empty if it was decided in the meeting."""
        between = details.between
        if between is None:
            return ""
        asked, not_asked = self._vocabulary.names(between.asked), self._vocabulary.names(between.not_asked)
        return _lines(
            between.how,
            _tr("Asked: {names}").format(names=asked) if asked else "",
            _tr("Could not be asked: {names}").format(names=not_asked) if not_asked else "",
        )

    def told_us(self, details: DecisionDetails) -> str:
        """What people with lived experience have told us, and whether it is only for now."""
        told = _tr("They told us: {words}").format(words=details.told_us) if details.told_us else ""
        return _lines(told, _tr("This is for now, until they are asked.") if details.is_until_asked else "")

    def conditions(self, details: DecisionDetails) -> str:
        """What it hangs on, and the dates; empty if there are none."""
        day = self._vocabulary.day
        review = _tr("We look at it again on {day}.") if details.review_on else ""
        now = _tr("For now, until {day}.") if details.for_now_until else ""
        open_words = _tr("Open to change until {day}.") if details.open_until else ""
        return _lines(
            *(_tr("Only if: {words}").format(words=condition) for condition in details.conditions),
            review.format(day=day(details.review_on)) if details.review_on else "",
            now.format(day=day(details.for_now_until)) if details.for_now_until else "",
            open_words.format(day=day(details.open_until)) if details.open_until else "",
        )

    def action(self, words: Words, details: ActionDetails) -> str:
        """What will be done, who does it and by when."""
        return _lines(shown_words(words.printed), self.who_and_when(details))

    def who_and_when(self, details: ActionDetails) -> str:
        """Who has a job and by when, or that nobody has it yet."""
        who = self._vocabulary.names(details.owners) or _tr("Nobody has this job yet")
        when = _tr("No date yet")
        if details.due_on is not None:
            when = _tr("by {day}").format(day=self._vocabulary.day(details.due_on))
        return f"{who} \u00b7 {when}"

    def _votes(self, votes: Votes | None) -> str:
        if votes is None:
            return ""
        counted = (
            (votes.yes, _tr("{count} yes")),
            (votes.no, _tr("{count} no")),
            (votes.unsure, _tr("{count} not sure")),
            (votes.more_time, _tr("{count} want more time")),
        )
        return ", ".join(words.format(count=count) for count, words in counted if count is not None)

    def _objection(self, objection: Objection) -> str:
        who = self._vocabulary.proposer(objection.by) if objection.by else _tr("Somebody")
        said = f"{who}: \u201c{shown_words(objection.text)}\u201d"
        return _tr("Taken back. {words}").format(words=said) if objection.is_taken_back else said

    def _needed(self, needed: NeededYes) -> str:
        parts = [f"{needed.who}."]
        if needed.asked_on is not None:
            parts.append(_tr("Asked on {day}.").format(day=self._vocabulary.day(needed.asked_on)))
        parts.append(f"{self._vocabulary.words(needed.answer)}.")
        days = days_waited(needed.asked_on, self.today()) if needed.answer is YesAnswer.WAITING else None
        if days is not None:
            parts.append(_tr("We have waited 1 day.") if days == 1 else _tr("We have waited {n} days.").format(n=days))
        if needed.reason and needed.answer is not YesAnswer.WAITING:
            parts.append(needed.reason)
        return " ".join(parts)


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)


def _tr(words: str) -> str:
    return QCoreApplication.translate("DecisionSummaries", words)
