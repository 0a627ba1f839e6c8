"""Times that cannot move, such as when a taxi comes: what happens then and when, without a name (R04)."""

from coprod_desktop.domain.room import FixedEnd
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.clock_words import easy_time
from coprod_desktop.ui.widgets.kept_entries import KeptEntries, KeptEntry
from coprod_desktop.ui.widgets.saved_field import SavedField


class FixedEndEntry(KeptEntry[FixedEnd]):
    """One time. Signals: those of KeptEntry."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        hint = self.tr("No names, please. Such as: The caretaker locks up.")
        self._at = SavedField(theme, self.tr("When does it happen?"), hint=self.tr("Such as 12:15pm."))
        self.hold(SavedField(theme, self.tr("What happens then?"), hint=hint), self._at)

    def read(self) -> FixedEnd:
        """What is typed; a time that was not changed stays as it was written down."""
        at = self._at.words().strip()
        if self.kept is not None and at == easy_time(self.kept.at):
            at = self.kept.at
        return FixedEnd(what=self.first.words().strip(), at=at)

    def fill(self, value: FixedEnd | None) -> None:
        """Show one time."""
        self.first.show_words(value.what if value else "")
        self._at.show_words(easy_time(value.at) if value else "")

    def spare_words(self) -> str:
        """What the empty card is for."""
        return self.tr("One more time that cannot move")

    def lacks(self) -> bool:
        """Without its time it is not kept yet."""
        return not self._at.words().strip()


class FixedEnds(KeptEntries[FixedEnd]):
    """All times that cannot move. Signal: `values_changed(tuple of FixedEnd)`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, lambda: FixedEndEntry(theme))
