"""Where a person says they speak from: first-person words, several allowed, not saying as large as the rest."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from coprod_desktop.domain.person import Person, Perspective
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.person_part import PersonPart


class PerspectiveChoice(PersonPart):
    """The perspectives to choose from."""

    def __init__(
        self, theme: Theme, words_for: Callable[[StrEnum], str], labels: Mapping[Perspective, str] | None = None
    ) -> None:
        super().__init__()
        named = labels or {}
        choices = [Choice(one.value, words_for(one), named.get(one, "")) for one in Perspective]
        question = self.tr("Where do they speak from?")
        self._buttons = ChoiceButtons(theme, question, choices, is_several=True)
        self._shown: tuple[Perspective, ...] = ()
        column = Column(theme)
        hint = self.tr("They say it. You can choose more than one. Ask again at each meeting.")
        form_row(theme, column, question, self._buttons, hint=hint)
        self.setLayout(column)
        self._buttons.chosen_changed.connect(self._on_chosen)

    def show_person(self, person: Person) -> None:
        """Show what was said last."""
        self._show(person.perspectives)

    def _show(self, perspectives: tuple[Perspective, ...]) -> None:
        self._shown = perspectives
        self._buttons.set_chosen(*(one.value for one in perspectives))

    def _on_chosen(self) -> None:
        chosen = tuple(Perspective(key) for key in self._buttons.chosen())
        if Perspective.NOT_SAID in chosen and len(chosen) > 1:
            said_nothing = Perspective.NOT_SAID not in self._shown
            chosen = (Perspective.NOT_SAID,) if said_nothing else _without_not_said(chosen)
        self._show(chosen)
        self.changed.emit({"perspectives": chosen})


def _without_not_said(perspectives: tuple[Perspective, ...]) -> tuple[Perspective, ...]:
    return tuple(one for one in perspectives if one is not Perspective.NOT_SAID)
