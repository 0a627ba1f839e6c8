"""One thing that was found, as a row: chosen, it shows what can be done about it."""

from PySide6.QtCore import Signal

from coprod_desktop.ui.screens.minutes.finding_groups import FoundThing, PageOf
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.row_face import RowWords


class FindingRow(CardRow):
    """Signals: those of CardRow; `mend_pressed` and `fine_pressed`."""

    mend_pressed = Signal()
    fine_pressed = Signal()

    def __init__(self, theme: Theme, thing: FoundThing, page_of: PageOf, *, begun: bool) -> None:
        more = self.tr("Your words are not saved yet.") if begun else thing.finding.mend
        note = "\n".join(filter(None, (thing.where_words(page_of), more)))
        icon = Icon.WARNING if thing.is_blocking else Icon.WORDS_HELP
        super().__init__(theme, RowWords(title=thing.finding.message, note=note, icon=icon, is_title_bold=False))
        self.mend_button: BigButton | None = None

    def open(self, mend_words: str, mend_icon: Icon) -> None:
        """Show the acts under the words. Without words for mending only the readers can settle it."""
        self.set_chosen(is_chosen=True)
        if mend_words:
            mend = BigButton(self._theme, mend_words, kind=ButtonKind.PRIMARY, icon=mend_icon, key="F8")
            mend.clicked.connect(self.mend_pressed)
            self.add_below(mend)
            self.mend_button = mend
        fine = BigButton(self._theme, self.tr("Our readers say this is fine"), icon=Icon.CHECK)
        fine.clicked.connect(self.fine_pressed)
        self.add_below(fine)
