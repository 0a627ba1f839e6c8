"""Writes a job: what will be done, who does it, by when; without anyone it is nobody's job yet."""

from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import ActionDetails, ActionState, Words
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.picture_choice import PictureChoice
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary


class ActionForm(FormPanel):
    """A new job, or one that is changed. Buttons to connect: `save`, `back`."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__(theme, "", self.tr("Keep this job"), icon=Icon.CHECK)
        self._base = ActionDetails()
        self.words = SentenceField(theme, lines=2)
        self.owners = PeopleChoice(theme, self.tr("Who will do it?"), name=vocabulary.name)
        self.due_on = DateField(theme)
        self.easy_words = SentenceField(theme, lines=2)
        self.picture = PictureChoice(theme)
        states = [Choice(state, vocabulary.words(state)) for state in ActionState]
        self.state = ChoiceButtons(theme, self.tr("How is it going?"), states)
        self.result = SentenceField(theme, lines=2)
        self._add_fields()
        self.words.entered.connect(self.owners.setFocus)
        self.words.textChanged.connect(self._on_words)
        self.state.chosen_changed.connect(self._fit_state)
        self.clear()

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people."""
        self.owners.show_people(people)

    def clear(self, details: ActionDetails | None = None) -> None:
        """Begin a new job, perhaps for a decision."""
        self.set_title(self.tr("Who will do what?"))
        self.save.set_words(self.tr("Keep this job"))
        self._fill(Words(text=""), details or ActionDetails())
        self._state_row.hide()
        self.open_more(is_open=False)

    def show_action(self, words: Words, details: ActionDetails) -> None:
        """Change a job that is in the record."""
        self.set_title(self.tr("Change this job"))
        self.save.set_words(self.tr("Save"))
        self._fill(words, details)
        self._state_row.show()

    def value(self) -> tuple[Words, ActionDetails]:
        """What was typed and chosen."""
        state = ActionState(self.state.chosen_key() or ActionState.OPEN)
        details = replace(
            self._base,
            owners=self.owners.value(),
            due_on=self.due_on.day(),
            picture=self.picture.value(),
            state=state,
            result="" if state is ActionState.OPEN else self.result.words(),
        )
        return Words(text=self.words.words(), easy_text=self.easy_words.words()), details

    def _add_fields(self) -> None:
        self.add_field("text", self.tr("What will be done?"), self.words)
        hint = self.tr("You can choose nobody. Then nobody has this job yet.")
        self.add_field("owners", self.tr("Who will do it?"), self.owners, hint=hint)
        hint = self.tr("Type the day, or press the up arrow. It can wait.")
        self.add_field("due_on", self.tr("By when?"), self.due_on, hint=hint)
        self._state_row = self.add_field("state", self.tr("How is it going?"), self.state)
        self._result_row = self.add_field("result", self.tr("What came of it?"), self.result)
        self.add_field("easy_text", self.tr("In easy words"), self.easy_words, is_more=True)
        self.add_field("picture", self.tr("Picture"), self.picture, is_more=True)
        self.end_fields(has_more=True)

    def _fill(self, words: Words, details: ActionDetails) -> None:
        self.clear_errors()
        self._base = details
        self.words.set_words(words.text)
        self.easy_words.set_words(words.easy_text)
        self.owners.set_value(details.owners)
        self.due_on.set_day(details.due_on)
        self.picture.set_value(details.picture)
        self.state.set_chosen(details.state)
        self.result.set_words(details.result)
        self._fit_state()

    def _on_words(self) -> None:
        self.picture.suggest(self.words.words())

    def _fit_state(self) -> None:
        self._result_row.setVisible(self.state.chosen_key() != ActionState.OPEN)
