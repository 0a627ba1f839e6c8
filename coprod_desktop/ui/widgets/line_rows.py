"""What ideas, decisions and jobs say as rows of a list; whose idea it was is never left out."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.decisions import waits_for_yes
from coprod_desktop.domain.lines import ActionState, DecisionDetails, IdeaKind, IdeaOutcome, Medium, Outcome
from coprod_desktop.domain.meeting_state import Action, Decision, Idea
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.widgets.decision_summaries import DecisionSummaries
from coprod_desktop.ui.widgets.picture_words import picture_words
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.shown_words import shown_words
from coprod_desktop.ui.widgets.vocabulary import Vocabulary

_DOT = " \u00b7 "


class LineRows:
    """Makes the words of rows."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._summaries = DecisionSummaries(vocabulary)

    def idea(self, idea: Idea, lead: Idea | None = None) -> RowWords:
        """An idea, whose it was and what became of it; `lead` is the one that it was joined into."""
        details = idea.details
        words = self._vocabulary.words
        kind = "" if details.kind is IdeaKind.IDEA else words(details.kind)
        medium = "" if details.medium is Medium.WORDS else words(details.medium)
        ticket = "" if details.ticket is None else _tr("Number {number}").format(number=details.ticket)
        whose = self.whose(details.proposer)
        note = _DOT.join(filter(None, (kind, medium, whose, ticket, self._what_became(idea, lead))))
        return _row(shown_words(idea.words.printed), note, details.picture, Icon.IDEA)

    def decision(self, decision: Decision) -> RowWords:
        """A decision, how it ended and whose idea it was."""
        details = decision.details
        waits = _tr("Somebody else must say yes") if waits_for_yes(decision) else ""
        note = _DOT.join(filter(None, (self._how_it_ended(details), self.whose(details.proposer), waits)))
        return _row(shown_words(decision.words.printed), note, details.picture, Icon.DECISIONS)

    def _how_it_ended(self, details: DecisionDetails) -> str:
        is_for_now = details.is_until_asked or details.for_now_until is not None
        if is_for_now and details.outcome is Outcome.AGREED:
            return _tr("We agreed for now")
        return self._vocabulary.words(details.outcome)

    def action(self, action: Action) -> RowWords:
        """A job, who has it and by when."""
        details = action.details
        state = "" if details.state is ActionState.OPEN else self._vocabulary.words(details.state)
        note = _DOT.join(filter(None, (state, self._summaries.who_and_when(details))))
        return _row(shown_words(action.words.printed), note, details.picture, Icon.ACTION)

    def earlier(self, idea: Idea, held_on: date) -> RowWords:
        """An idea of an earlier meeting that waits, and since when."""
        details = idea.details
        kept = details.outcome is not IdeaOutcome.OPEN
        since = _tr("Kept for later on {day}") if kept else _tr("It has waited since {day}")
        whose = self.whose(details.proposer)
        note = _DOT.join((whose, since.format(day=self._vocabulary.day(held_on))))
        return _row(shown_words(idea.words.printed), note, details.picture, Icon.IDEA)

    def _what_became(self, idea: Idea, lead: Idea | None) -> str:
        details = idea.details
        if lead is not None:
            return _tr("Goes on with: {idea}").format(idea=shown_words(lead.words.printed))
        if details.outcome is IdeaOutcome.PASSED_ON and details.passed_on_to:
            return _tr("Passed on to {who}").format(who=details.passed_on_to)
        asks_nothing = details.kind is not IdeaKind.IDEA and details.outcome is IdeaOutcome.OPEN
        return "" if asks_nothing else self._vocabulary.words(details.outcome)

    def whose(self, proposer: Proposer) -> str:
        """Whose idea it was; a source without people says itself how the group was told, and of which survey."""
        told = self._vocabulary.proposer(proposer)
        if proposer.people:
            return _tr("Idea from {who}").format(who=told)
        if proposer.source in (None, Source.UNNAMED, Source.WHOLE_GROUP):
            return _tr("Idea from: {who}").format(who=told)
        note = proposer.note if proposer.source is Source.SURVEY else ""
        return ": ".join(filter(None, (told, note)))


def _row(title: str, note: str, picture: str, icon: Icon) -> RowWords:
    title = title or _tr("Some private words were taken out.")
    drawing = picture_words().drawing(picture) if picture else None
    if drawing is not None:
        return RowWords(title=title, note=note, picture=drawing)
    return RowWords(title=title, note=note, icon=icon)


def _tr(words: str) -> str:
    return QCoreApplication.translate("LineRows", words)
