"""Asks which words go for good, who asks for it, and who else says yes; it says before that nobody can undo it."""

from collections.abc import Callable, Sequence

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class TakeOutForm(FormPanel):
    """All words of a line are chosen at first. The second person is never the one who asks."""

    def __init__(self, theme: Theme, name: Callable[[PersonId], str]) -> None:
        super().__init__(theme, self.tr("Take words out for good"), self.tr("Take them out for good"), icon=Icon.REMOVE)
        self._name = name
        self._people: tuple[PersonId, ...] = ()
        self._texts: tuple[str, ...] = ()
        self.words = ChoiceButtons(theme, self.tr("These words go"), is_several=True, is_in_lines=True)
        self.asked_by = ChoiceButtons(theme, self.tr("Who asks for this?"))
        self.yes_from = ChoiceButtons(theme, self.tr("Who else says yes?"))
        self._why_not = WrapLabel(theme, "", TextStyle.LEAD)
        self.add_part(self._why_not)
        hint = self.tr("Another person of the group. Nobody has to say why.")
        self.add_field("words", self.tr("These words go"), self.words)
        self.add_field("asked_by", self.tr("Who asks for this?"), self.asked_by)
        self.add_field("yes_from", self.tr("Who else says yes?"), self.yes_from, hint=hint)
        self.end_fields(has_more=False)
        self.add_above_foot(
            MessageBar(
                theme,
                MessageKind.WARM,
                self.tr("Nobody can undo this."),
                icon=Icon.WARNING,
            )
        )
        for field in (self.words, self.asked_by, self.yes_from):
            field.chosen_changed.connect(self.clear_errors)
        self.asked_by.chosen_changed.connect(self._offer_others)

    def show_line(self, texts: Sequence[str], people: Sequence[PersonId]) -> None:
        """Show the words of a line and the people of the group; what was chosen stays if it is the same line."""
        if tuple(texts) != self._texts:
            self._texts = tuple(texts)
            self.words.set_choices([Choice(str(at), text) for at, text in enumerate(self._texts)])
            self.words.set_chosen(*(str(at) for at in range(len(self._texts))))
        if tuple(people) != self._people:
            self._people = tuple(people)
            self.asked_by.set_choices(self._choices(self._people))
            self._offer_others()

    def show_why_not(self, words: str) -> None:
        """Without fields, say what is to be done first; no words, and the fields are there."""
        self._why_not.setText(words)
        self._why_not.setVisible(bool(words))
        for row in self._rows.values():
            row.setVisible(not words)
        self.save.setEnabled(not words)

    def forget(self) -> None:
        """Nothing of the words stays in a field."""
        self._texts = self._people = ()
        for field in (self.words, self.asked_by, self.yes_from):
            field.set_choices(())
        self.clear_errors()

    def texts_that_stay(self) -> tuple[str, ...]:
        """The words that are not chosen."""
        chosen = self.words.chosen()
        return tuple(text for at, text in enumerate(self._texts) if str(at) not in chosen)

    def has_words(self) -> bool:
        """Whether any words are chosen."""
        return bool(self.words.chosen())

    def two_people(self) -> tuple[PersonId | None, PersonId | None]:
        """Who asks and who says yes."""
        asks, yes = self.asked_by.chosen_key(), self.yes_from.chosen_key()
        return PersonId(asks) if asks else None, PersonId(yes) if yes else None

    def _offer_others(self) -> None:
        asks, yes = self.two_people()
        self.yes_from.set_choices(self._choices([who for who in self._people if who != asks]))
        if yes is not None and yes != asks and yes in self._people:
            self.yes_from.set_chosen(yes)

    def _choices(self, people: Sequence[PersonId]) -> list[Choice]:
        return [Choice(who, self._name(who)) for who in people]
