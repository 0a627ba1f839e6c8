"""Writes an idea: one line and who said it; everything else can wait."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import IdeaDetails, IdeaKind, IdeaOutcome, SaidHow, Words
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.medium_choice import MediumChoice
from coprod_desktop.ui.widgets.picture_choice import PictureChoice
from coprod_desktop.ui.widgets.proposer_choice import ProposerChoice
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary

_WRITTEN, _NOT_WRITTEN = "written", "not_written"
_CHOSEN_OUTCOMES = (IdeaOutcome.OPEN, IdeaOutcome.LATER, IdeaOutcome.PASSED_ON, IdeaOutcome.NOT_TAKEN_UP)


class IdeaForm(FormPanel):
    """A new idea, or one that is changed. Buttons to connect: `save`, `back`, `survey`; `medium.file_requested`.

    For a new idea Return after the words goes to who said it, and Return on who it was keeps the idea.
    """

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__(theme, "", self.tr("Keep this idea"), icon=Icon.CHECK)
        self._vocabulary = vocabulary
        self._base: IdeaDetails | None = None
        self.story = ChoiceButtons(theme, self.tr("Shall it be written down?"), self._story_choices())
        self.medium = MediumChoice(theme, vocabulary)
        self.survey = BigButton(theme, self.tr("Bring in answers to a survey"), kind=ButtonKind.QUIET, icon=Icon.FOLDER)
        self.words = SentenceField(theme, lines=2)
        self.proposer = ProposerChoice(theme, name=vocabulary.name, words=vocabulary.words)
        self.easy_words = SentenceField(theme, lines=2)
        self.picture = PictureChoice(theme)
        self.kind = self._choices(theme, self.tr("What is it?"), tuple(IdeaKind))
        self.said_how = self._choices(theme, self.tr("Whose words are these?"), tuple(SaidHow))
        self.outcome = self._choices(theme, self.tr("What became of it?"), _CHOSEN_OUTCOMES)
        self.passed_on_to = LineField(theme)
        self.reason = SentenceField(theme, lines=2)
        self._add_fields()
        self.words.entered.connect(self.proposer.setFocus)
        self.words.textChanged.connect(self._on_words)
        self.outcome.chosen_changed.connect(self._fit_outcome)
        self.proposer.entered.connect(self.save.click)
        self.kind.chosen_changed.connect(self._fit_story)
        self.story.chosen_changed.connect(self._fit_story)
        self.clear()

    @property
    def is_change(self) -> bool:
        """Whether an idea in the record is being changed."""
        return self._base is not None

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people as proposers."""
        self.proposer.show_people(people)
        self.medium.people.show_people(people)

    def clear(self) -> None:
        """Begin a new idea."""
        self._base = None
        self.set_title(self.tr("Write an idea"))
        self.save.set_words(self.tr("Keep this idea"))
        self._fill(Words(text=""), IdeaDetails(proposer=Proposer()))
        self._fit_return()
        self.open_more(is_open=False)

    def show_idea(self, words: Words, details: IdeaDetails) -> None:
        """Change an idea that is in the record."""
        self._base = details
        self.set_title(self.tr("Change this idea"))
        self.save.set_words(self.tr("Save"))
        self._fill(words, details)
        self._fit_return()
        self.open_more(is_open=True)

    def value(self) -> tuple[Words, IdeaDetails]:
        """What was typed and chosen; the proposer may still be empty."""
        base = self._base or IdeaDetails(proposer=Proposer())
        outcome = IdeaOutcome(self.outcome.chosen_key() or base.outcome)
        details = replace(
            base,
            proposer=self.proposer.value() or Proposer(),
            picture=self.picture.value(),
            kind=IdeaKind(self.kind.chosen_key() or IdeaKind.IDEA),
            said_how=SaidHow(self.said_how.chosen_key() or SaidHow.OWN_WORDS),
            outcome=outcome,
            reason="" if outcome is IdeaOutcome.OPEN else self.reason.words(),
            passed_on_to=self.passed_on_to.text() if outcome is IdeaOutcome.PASSED_ON else "",
            medium=self.medium.chosen(),
        )
        if not self._is_written():
            return Words(text=self._story_words()), details
        return Words(text=self.words.words(), easy_text=self.easy_words.words()), details

    def _add_fields(self) -> None:
        more = True
        self._words_row = self.add_field("text", self.tr("The idea, as it was said"), self.words)
        self._proposer_row = self.add_field("proposer", self.tr("Idea from"), self.proposer)
        hint = self.tr("These words are read back and printed. They can wait.")
        self.add_field("kind", self.tr("What is it?"), self.kind, is_more=more)
        story_hint = self.tr("Nothing is written unless the person who tells it asks for it.")
        self._story_row = self.add_field(
            "story", self.tr("Shall it be written down?"), self.story, hint=story_hint, is_more=more
        )
        self.add_field("said_how", self.tr("Whose words are these?"), self.said_how, is_more=more)
        self._easy_row = self.add_field("easy_text", self.tr("In easy words"), self.easy_words, hint=hint, is_more=more)
        self._medium_row = self.add_field("medium", self.tr("How was it shown?"), self.medium, is_more=more)
        self.add_field("picture", self.tr("Picture"), self.picture, is_more=more)
        self.add_field("outcome", self.tr("What became of it?"), self.outcome, is_more=more)
        self._passed_row = self.add_field(
            "passed_on_to", self.tr("Passed on to whom?"), self.passed_on_to, is_more=more
        )
        self._reason_row = self.add_field("reason", self.tr("Why, in plain words"), self.reason, is_more=more)
        self._more_column.addWidget(self.survey)
        self.end_fields(has_more=True)

    def _choices(self, theme: Theme, words: str, values: Sequence[StrEnum]) -> ChoiceButtons:
        return ChoiceButtons(theme, words, [Choice(value, self._vocabulary.words(value)) for value in values])

    def _fill(self, words: Words, details: IdeaDetails) -> None:
        self.clear_errors()
        self.words.set_words(words.text)
        self.easy_words.set_words(words.easy_text)
        self.proposer.set_value(details.proposer)
        self.picture.set_value(details.picture)
        self.kind.set_chosen(details.kind)
        self.said_how.set_chosen(details.said_how)
        is_untold = details.kind is not IdeaKind.STORY or words.text in ("", self._story_words())
        self.story.set_chosen(_NOT_WRITTEN if is_untold else _WRITTEN)
        self.medium.show_medium(details.medium, is_fixed=self._base is not None)
        self.outcome.set_chosen(details.outcome)
        self.passed_on_to.setText(details.passed_on_to)
        self.reason.set_words(details.reason)
        self._fit_outcome()
        self._fit_story()

    def _story_choices(self) -> list[Choice]:
        return [
            Choice(_NOT_WRITTEN, self.tr("No, only that a story was told")),
            Choice(_WRITTEN, self.tr("Yes, they ask for it")),
        ]

    def _story_words(self) -> str:
        """All that the record says of a story that is not to be written down."""
        return self.tr("A story was told.")

    def _is_written(self) -> bool:
        return self.kind.chosen_key() != IdeaKind.STORY or self.story.chosen_key() == _WRITTEN

    def _fit_story(self) -> None:
        self._story_row.setVisible(self.kind.chosen_key() == IdeaKind.STORY)
        for row in (self._words_row, self._easy_row, self._medium_row):
            row.setVisible(self._is_written())

    def _fit_return(self) -> None:
        """A new idea needs no more than who said it; with a change Return only chooses."""
        is_new = self._base is None
        self.proposer.set_return_goes_on(is_new)
        hint = self.tr("Type the first letter of a name. Enter keeps the idea.") if is_new else ""
        self._proposer_row.set_hint(hint)
        self.survey.setVisible(is_new)

    def _on_words(self) -> None:
        self.picture.suggest(self.words.words())

    def _fit_outcome(self) -> None:
        outcome = self.outcome.chosen_key()
        self._passed_row.setVisible(outcome == IdeaOutcome.PASSED_ON)
        self._reason_row.setVisible(outcome != IdeaOutcome.OPEN)
