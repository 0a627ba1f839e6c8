"""Asks what becomes of an idea that is no decision: later, passed on, not taken up, or not known yet (R14)."""

from coprod_desktop.domain.lines import IdeaOutcome
from coprod_desktop.domain.meeting_state import Idea
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class SettleForm(FormPanel):
    """Buttons to connect: `save`, `back`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("What becomes of this idea?"), self.tr("Save"), icon=Icon.SAVE)
        self._idea = WrapLabel(theme, "", TextStyle.LEAD)
        choices = [
            Choice(IdeaOutcome.LATER, self.tr("For later")),
            Choice(IdeaOutcome.PASSED_ON, self.tr("We pass it on")),
            Choice(IdeaOutcome.NOT_TAKEN_UP, self.tr("We do not take it up")),
            Choice(IdeaOutcome.OPEN, self.tr("It waits for an answer")),
        ]
        self.outcome = ChoiceButtons(theme, self.tr("What becomes of it?"), choices)
        self.passed_on_to = LineField(theme)
        self.reason = SentenceField(theme, lines=2)
        self.add_part(self._idea)
        self.add_field("outcome", self.tr("What becomes of it?"), self.outcome)
        self._who_row = self.add_field("passed_on_to", self.tr("Passed on to whom?"), self.passed_on_to)
        self._reason_row = self.add_field("reason", self.tr("Why, in plain words"), self.reason)
        self.end_fields(has_more=False)
        self.outcome.chosen_changed.connect(self._fit)
        self.passed_on_to.returnPressed.connect(self.reason.setFocus)
        self.reason.entered.connect(self.save.click)

    def show_idea(self, idea: Idea, words: str) -> None:
        """Ask about this idea, which reads so."""
        details = idea.details
        self.clear_errors()
        self._idea.setText(words)
        is_new = details.outcome is IdeaOutcome.OPEN
        self.outcome.set_chosen(IdeaOutcome.LATER if is_new else details.outcome)
        self.passed_on_to.setText(details.passed_on_to)
        self.reason.set_words(details.reason)
        self._fit()

    def chosen(self) -> IdeaOutcome:
        """What becomes of it."""
        return IdeaOutcome(self.outcome.chosen_key() or IdeaOutcome.LATER)

    def _fit(self) -> None:
        chosen = self.chosen()
        self._who_row.setVisible(chosen is IdeaOutcome.PASSED_ON)
        self._reason_row.setVisible(chosen is not IdeaOutcome.OPEN)
        is_needed = chosen is IdeaOutcome.NOT_TAKEN_UP
        hint = self.tr("Whoever had the idea hears this.") if is_needed else self.tr("You can leave this empty.")
        self._reason_row.set_hint(hint)
