"""Writes a job or changes one: who will do what, by when, and how it is going."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import ActionDetails, ActionState, Words
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.action_fields import ActionFields
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.picture_choice import PictureChoice
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary


class ActionForm(FormPanel):
    """A new job, or one that is changed. Buttons to connect: `save`, `back`."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__(theme, "", self.tr("Keep this job"))
        self._base = ActionDetails()
        self._is_change = False
        self.fields = ActionFields(theme, vocabulary)
        self.easy_words = SentenceField(theme, lines=2)
        self.picture = PictureChoice(theme)
        states = [Choice(state, vocabulary.words(state)) for state in ActionState]
        self.state = ChoiceButtons(theme, self.tr("How is it going?"), states)
        self.result = SentenceField(theme, lines=2)
        self.ask_on = DateField(theme)
        self._day_to_ask: date | None = None
        self.add_part(self.fields)
        self._state_row = self.add_field("state", self.tr("How is it going?"), self.state)
        self._result_row = self.add_field("result", self.tr("What came of it?"), self.result)
        words, hint = self.tr("When do we ask if it helped?"), self.tr("We ask the people it was for. It can wait.")
        self._ask_row = self.add_field("ask_on", words, self.ask_on, hint=hint)
        self.add_field("easy_text", self.tr("In easy words"), self.easy_words, is_more=True)
        self.add_field("picture", self.tr("Picture"), self.picture, is_more=True)
        self.end_fields(has_more=True)
        self.fields.words.textChanged.connect(self._on_words)
        self.state.chosen_changed.connect(self._on_state)
        self.clear()

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people."""
        self.fields.show_people(people)

    def show_paid(self, paid: Collection[PersonId]) -> None:
        """Who is paid for taking part; for the others it is asked what goes with the job."""
        self.fields.show_paid(paid)

    def offer_day_to_ask(self, day: date) -> None:
        """The day that is offered to ask whether it helped, once it is done."""
        self._day_to_ask = day

    def clear(self, details: ActionDetails | None = None) -> None:
        """Begin a new job, perhaps for a decision."""
        self.set_title(self.tr("Who will do what?"))
        self.save.set_words(self.tr("Keep this job"))
        self._fill(Words(text=""), details or ActionDetails())
        self._is_change = False
        self._state_row.hide()
        self.open_more(is_open=False)

    def begin_new(self, details: ActionDetails) -> None:
        """Write a new job; words that were typed for the same decision before are still there."""
        if self._is_change or self._base.decision_id != details.decision_id:
            self.clear(details)

    def show_action(self, words: Words, details: ActionDetails) -> None:
        """Change a job that is in the record."""
        self.set_title(self.tr("Change this job"))
        self.save.set_words(self.tr("Save"))
        self._fill(words, details)
        self._is_change = True
        self._state_row.show()

    def note_owners(self, owners: tuple[PersonId, ...]) -> None:
        """Whose job it is in the record now; what else was typed stays."""
        self._base = replace(self._base, owners=owners)

    def value(self) -> tuple[Words, ActionDetails]:
        """What was typed and chosen."""
        state = ActionState(self.state.chosen_key() or ActionState.OPEN)
        words, details = self.fields.value(self._base)
        details = replace(
            details,
            picture=self.picture.value(),
            state=state,
            result="" if state is ActionState.OPEN else self.result.words(),
            ask_on=self.ask_on.day() if state is ActionState.DONE else None,
        )
        return replace(words, easy_text=self.easy_words.words()), details

    def show_error(self, key: str, words: str) -> bool:
        """Say beside a field what to put right."""
        if key == "text":
            self.fields.show_error(words)
            return True
        if self.fields.goes_with.show_error(key, words):
            return True
        return super().show_error(key, words)

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        super().clear_errors()
        self.fields.show_error("")
        self.fields.goes_with.clear_errors()

    def error_words(self) -> str:
        """What is said beside the fields."""
        return " ".join(filter(None, self._errors()))

    def first(self) -> QWidget:
        """The field to begin with."""
        return self.fields.words

    def _fill(self, words: Words, details: ActionDetails) -> None:
        self.clear_errors()
        self._base = details
        self.fields.fill(words.text, details)
        self.easy_words.set_words(words.easy_text)
        self.picture.set_value(details.picture)
        self.state.set_chosen(details.state)
        self.result.set_words(details.result)
        self.ask_on.set_day(details.ask_on)
        self._fit_state()

    def _errors(self) -> tuple[str, ...]:
        return self.fields.error_words(), self.fields.goes_with.error_words(), super().error_words()

    def _on_words(self) -> None:
        self.picture.suggest(self.fields.words.words())

    def _on_state(self) -> None:
        """A day to ask is offered as soon as it is done."""
        if self.state.chosen_key() == ActionState.DONE and self._base.state is not ActionState.DONE:
            self.ask_on.set_day(self._day_to_ask)
        self._fit_state()

    def _fit_state(self) -> None:
        self._result_row.setVisible(self.state.chosen_key() != ActionState.OPEN)
        self.fields.ask_owners(is_asked=self.state.chosen_key() == ActionState.OPEN)
        self._ask_row.setVisible(self.state.chosen_key() == ActionState.DONE)
