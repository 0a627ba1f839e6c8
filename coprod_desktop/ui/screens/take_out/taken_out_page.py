"""What was done when words were taken out, and what people still have to do themselves."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class TakenOutPage(QWidget):
    """A calm page to read. Button to connect: `back`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = Column(theme, gap=14)
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.PRIMARY, icon=Icon.BACK, height=54)
        column = Column(theme, gap=20)
        column.addWidget(WrapLabel(theme, self.tr("The words are gone"), TextStyle.TITLE))
        column.addLayout(self._lines)
        column.addLayout(flow_of(theme, self.back))
        column.addStretch()
        self.setLayout(column)

    def show_done(self, *, copies: int, not_reached: Sequence[str], is_clean: bool) -> None:
        """Tell how many copies in the folder changed, which files did not, and whether the program is to be closed."""
        empty_layout(self._lines)
        self._say(Icon.CHECK, self.tr("The record on this laptop no longer has them."))
        if copies == 1:
            self._say(Icon.CHECK, self.tr("They are gone from 1 copy in our folder too."))
        elif copies:
            self._say(Icon.CHECK, self.tr("They are gone from {count} copies in our folder too.").format(count=copies))
        for name in not_reached:
            self._say(
                Icon.WARNING, self.tr("We could not change this file. Please throw it away: {name}").format(name=name)
            )
        if not is_clean:
            self._say(Icon.WARNING, self.tr("Close the program and open it again. Then the last traces go."))
        self._say(Icon.PEOPLE, self.tr("Paper, saved files, e-mails and sticks may still have the words."))

    def _say(self, icon: Icon, words: str) -> None:
        self._lines.addWidget(IconLine(self._theme, icon, words, TextStyle.BODY))
