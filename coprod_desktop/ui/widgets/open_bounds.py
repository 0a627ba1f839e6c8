"""What is open to the group, and how open: three answers of the same size, none of them given beforehand (R05)."""

from collections.abc import Callable
from enum import StrEnum

from coprod_desktop.domain.lines import HowOpen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.kept_entries import KeptEntries, KeptEntry
from coprod_desktop.ui.widgets.saved_field import SavedField

WordsFor = Callable[[StrEnum], str]
OpenLine = tuple[str, HowOpen | None]


_LEAST_WIDE = 200


class EqualChoices(ChoiceButtons):
    """Choices of the same size, so that none of them looks like the one that is wanted."""

    def _make_flow(self, theme: Theme) -> EvenRow:
        return EvenRow(theme, gap=8, least=_LEAST_WIDE, all_or_one=True)


class OpenBoundEntry(KeptEntry[OpenLine]):
    """One thing that is open. Signals: those of KeptEntry."""

    def __init__(self, theme: Theme, words_for: WordsFor) -> None:
        super().__init__(theme)
        what = SavedField(theme, self.tr("What can the group decide or change?"))
        choices = [Choice(one.value, words_for(one)) for one in HowOpen]
        self._how_open = EqualChoices(theme, self.tr("How open is it?"), choices)
        self._how_open.chosen_changed.connect(self.tell)
        self.hold(what, FormRow(theme, self._how_open.accessibleName(), self._how_open))

    def read(self) -> OpenLine:
        """What is typed and chosen."""
        return self.first.words(), self._chosen()

    def fill(self, value: OpenLine | None) -> None:
        """Show one thing."""
        words, how_open = value or ("", None)
        self.first.show_words(words)
        self._how_open.set_chosen(*([how_open.value] if how_open else []))

    def spare_words(self) -> str:
        """What the empty card is for."""
        return self.tr("One more thing that is open")

    def _chosen(self) -> HowOpen | None:
        key = self._how_open.chosen_key()
        return HowOpen(key) if key is not None else None


class OpenBounds(KeptEntries[OpenLine]):
    """All that is open, and always one more empty place. Signal: `values_changed(tuple of OpenLine)`."""

    def __init__(self, theme: Theme, words_for: WordsFor) -> None:
        super().__init__(theme, lambda: OpenBoundEntry(theme, words_for))
