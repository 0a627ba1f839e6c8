"""What is fixed already: what, who fixed it and why, each kept as soon as its field is left."""

from coprod_desktop.domain.meeting import FixedBound
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.kept_entries import KeptEntries, KeptEntry, side_by_side
from coprod_desktop.ui.widgets.saved_field import SavedField


class FixedBoundEntry(KeptEntry[FixedBound]):
    """One thing that is fixed. Signals: those of KeptEntry."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._by_whom = SavedField(theme, self.tr("Who fixed it?"))
        self._why = SavedField(theme, self.tr("Why?"))
        self.hold(SavedField(theme, self.tr("What is fixed?")), side_by_side(theme, self._by_whom, self._why))

    def read(self) -> FixedBound:
        """What is typed."""
        return FixedBound(what=self.first.words(), by_whom=self._by_whom.words(), why=self._why.words())

    def fill(self, value: FixedBound | None) -> None:
        """Show one thing."""
        shown = value or FixedBound(what="")
        self.first.show_words(shown.what)
        self._by_whom.show_words(shown.by_whom)
        self._why.show_words(shown.why)

    def spare_words(self) -> str:
        """What the empty card is for."""
        return self.tr("One more thing that is fixed")


class FixedBounds(KeptEntries[FixedBound]):
    """All that is fixed, and always one more empty place. Signal: `values_changed(tuple of FixedBound)`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, lambda: FixedBoundEntry(theme))
