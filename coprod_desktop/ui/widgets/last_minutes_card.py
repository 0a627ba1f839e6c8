"""Asks a meeting whether the minutes of the one before are right; what cannot be undone is said before (R26)."""

from PySide6.QtCore import Signal

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class LastMinutesCard(Card):
    """Signals: `agreed` after yes, `look_requested` to open that meeting, `left` to go back without an answer."""

    agreed = Signal()
    look_requested = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Are the last minutes right?"), heading_style=TextStyle.TITLE, gap=10)
        yes = self.tr("Yes, we agree")
        self.yes = BigButton(theme, yes, kind=ButtonKind.PRIMARY, icon=Icon.AGREEMENT, key="F8")
        self.look = BigButton(theme, self.tr("Look at them"), kind=ButtonKind.QUIET, icon=Icon.MINUTES)
        self.later = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        for words in (
            self.tr("Read the changes aloud. Ask everyone."),
            self.tr("If something is wrong, look at them and put it right first."),
            self.tr("Yes takes out for good how long each person spoke then."),
            self.tr("Undo takes back the yes. It cannot bring back these times."),
        ):
            self.add(WrapLabel(theme, words, TextStyle.BODY))
        self.add_stretch()
        self.add_layout(flow_of(theme, self.yes, self.look, self.later))
        self.yes.clicked.connect(self.agreed)
        self.look.clicked.connect(self.look_requested)
        self.later.clicked.connect(self.left)

    def ask(self, day: str, edition: int, changes: int, to_talk_about: int) -> RowWords:
        """Ask about the minutes of a day, which is given in words; 0 for no edition with these words.

        Gives the same in short, for the row that opens this.
        """
        told = []
        if edition:
            told.append(self.tr("Edition {number}.").format(number=edition))
        if changes:
            words = self.tr("We changed 1 thing.") if changes == 1 else self.tr("We changed {count} things.")
            told.append(words.format(count=changes))
        if to_talk_about:
            one, many = self.tr("1 thing to talk about."), self.tr("{count} things to talk about.")
            told.append((one if to_talk_about == 1 else many).format(count=to_talk_about))
        heading, note = self.tr("Are the minutes of {day} right?").format(day=day), " ".join(told)
        self.set_heading(heading, note)
        return RowWords(title=self.tr("Are the last minutes right?"), note=note or day, icon=Icon.MINUTES)
