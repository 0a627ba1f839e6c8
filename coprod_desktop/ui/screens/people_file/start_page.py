"""Where a file of people is chosen, and where a list is saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.screens.people_file.save_card import SaveCard
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class StartPage(QWidget):
    """Signals: `file_requested`; `people_requested`, to go to the people."""

    file_requested = Signal()
    people_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.choose = BigButton(
            theme, self.tr("Choose a file"), kind=ButtonKind.PRIMARY, icon=Icon.FOLDER, key="F4", height=46
        )
        self.people = BigButton(theme, self.tr("Back to the people"), icon=Icon.BACK)
        self.save_card = SaveCard(theme)
        self._bar = MessageBar(theme, MessageKind.GOOD, "")
        self._bar.hide()
        note = self.tr("You see everybody before anything is kept. You can undo it.")
        card = Card(theme, self.tr("People from a file"), note, heading_style=TextStyle.TITLE, gap=14)
        card.add_beside_heading(self.choose)
        card.add(self._bar)
        scroll = ScrollColumn(theme, gap=8)
        scroll.add(WrapLabel(theme, self.tr("What a file can have"), TextStyle.HEADING))
        for title, told in self._told():
            scroll.add(CardRow(theme, RowWords(title=title, note=told), is_pressable=False))
        scroll.add_stretch()
        card.add(scroll, 1)
        card.add(self.people)
        column = Column(theme)
        column.addWidget(WorkArea(theme, card, self.save_card))
        self.setLayout(column)
        self.choose.clicked.connect(self.file_requested)
        self.people.clicked.connect(self.people_requested)

    def tell(self, kind: MessageKind, words: str) -> None:
        """Say what happened, in the page and aloud."""
        self._bar.show_message(kind, words)
        self._bar.show()

    def message(self) -> str:
        """What was said last."""
        return "" if self._bar.isHidden() else self._bar.words()

    def begin(self) -> None:
        """Go to the likeliest act."""
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self) -> list[tuple[str, str]]:
        return [
            (self.tr("A first row that names the columns"), self.tr("Such as name, perspectives, needs and format.")),
            (self.tr("One row for each person"), self.tr("Only the name must be there.")),
            (self.tr("What helps a person"), self.tr("Codes or easy words. Never an illness.")),
            (self.tr("The minutes a person wants"), self.tr("Such as easy read, or large print 24.")),
            (self.tr("Save your spreadsheet as CSV"), self.tr("Commas, semicolons and tabs are all fine.")),
        ]
