"""What the panels of people behind a press share: a way back, a heading, rows with answers."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.answer_list import AnswerLine, AnswerList
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class PeoplePanel(Card):
    """A card with people in it. Nothing of it is filled before only we can see the screen.

    Signal: `left` when the person goes back.
    """

    left = Signal()

    def __init__(self, theme: Theme, heading: str, note: str) -> None:
        super().__init__(theme, heading, note, heading_style=TextStyle.TITLE)
        self.theme = theme
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self.inside = ScrollColumn(theme, gap=12)
        self.add_beside_heading(self.back)
        self.add(self.inside, 1)
        self.back.clicked.connect(self.left)

    def add_list(self, heading: str, answers: Sequence[Choice]) -> tuple[WrapLabel, AnswerList]:
        """A heading with a list under it, in which each person can be given one of these answers."""

        def of_person(name: str) -> list[Choice]:
            return [Choice(choice.key, choice.words, f"{name}. {heading}") for choice in answers]

        label = WrapLabel(self.theme, heading, TextStyle.STRONG)
        rows = AnswerList(self.theme, heading, of_person)
        self.inside.add(label)
        self.inside.add(rows)
        return label, rows

    def forget(self) -> None:
        """Take every name out of sight."""
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """The likeliest next act."""
        return self.back


def show_list(label: QWidget, rows: AnswerList, lines: Sequence[AnswerLine]) -> None:
    """Show a list with its heading, or neither if nobody is on it."""
    rows.show_lines(lines)
    label.setVisible(bool(lines))
    rows.setVisible(bool(lines))
