"""Asks which of the people whose idea it is takes it back in the open (R19)."""

from collections.abc import Sequence

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.vocabulary import Vocabulary
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_ALL = ""


class IdeaTakeBackForm(FormPanel):
    """Buttons to connect: `save`, `back`."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__(theme, self.tr("Take it back openly"), self.tr("Take it back"), icon=Icon.COME_BACK)
        self._name = vocabulary.name
        self._idea = WrapLabel(theme, "", TextStyle.LEAD)
        self.people = ChoiceButtons(theme, self.tr("Who takes it back?"))
        self.add_part(self._idea)
        self.add_field(
            "people", self.tr("Who takes it back?"), self.people, hint=self.tr("Everybody can still read it.")
        )
        self.end_fields(has_more=False)

    def show_idea(self, words: str, people: Sequence[PersonId]) -> None:
        """Ask about the idea that reads so, which these people had; at first it is all of them."""
        self.clear_errors()
        self._idea.setText(words)
        self.people.set_choices(
            [*(Choice(who, self._name(who)) for who in people), Choice(_ALL, self.tr("All of them"))]
        )
        self.people.set_chosen(_ALL)

    def who(self) -> PersonId | None:
        """Who takes it back; None for all of them."""
        chosen = self.people.chosen_key()
        return PersonId(chosen) if chosen else None
