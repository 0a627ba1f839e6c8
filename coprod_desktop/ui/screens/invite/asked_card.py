"""Everybody who is asked, with their answer in one press, and asking more people."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.not_here_yet import NotHereYet
from coprod_desktop.ui.screens.invite.ask_people import AskPeople
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.answer_list import AnswerLine, AnswerList
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn


class Reply(StrEnum):
    """What a person answered."""

    COMING = "coming"
    SORRY = "sorry"
    NONE = "none"


AskedRow = tuple[PersonId, str, Reply, str]
"""Who, what the room calls them, their answer, and how to reach them, empty where that is not shown."""


class AskedCard(Card):
    """Signal: `replied(person id, value of Reply)`. `ask` asks more people."""

    replied = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Who is asked"), " ", heading_style=TextStyle.TITLE, gap=10)
        self.ask = AskPeople(theme)
        self.list = AnswerList(theme, self.tr("People who are asked"), self._answers)
        self._waiting: tuple[PersonId, ...] = ()
        scroll = ScrollColumn(theme)
        scroll.add(self.ask)
        scroll.add(self.list)
        scroll.add_stretch()
        self.add(scroll, 1)
        self.list.answered.connect(self.replied)

    def show_rows(self, rows: Sequence[AskedRow], standing: NotHereYet) -> None:
        """Show the answers, by the alphabet, so that no row jumps when one comes in."""
        self.list.show_lines([_line(*row) for row in rows])
        self.list.setVisible(bool(rows))
        self._waiting = tuple(who for who, _name, reply, _contact in rows if reply is Reply.NONE)
        self.set_heading(self.tr("Who is asked"), self._counts(standing, len(self._waiting)))
        if not rows and self.ask.isVisible() and not self.ask.is_open():
            self.ask.open()

    def focus_first(self) -> None:
        """Go to the first who has not answered; with nobody on the list to asking people."""
        if self.list.keys():
            self.focus_waiting()
        elif self.ask.is_open():
            self.ask.everyone.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ask.empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_waiting(self) -> None:
        """Go to the first who has not answered, or to the first of all."""
        waiting = next(iter(self._waiting), None)
        self.list.focus_row(waiting)

    def _counts(self, standing: NotHereYet, waiting: int) -> str:
        if not standing.asked:
            return self.tr("Nobody is asked yet.")
        words = self.tr("{asked} asked: {coming} coming, {sorry} sorry, {waiting} no answer yet.")
        return words.format(
            asked=len(standing.asked), coming=len(standing.coming), sorry=len(standing.sorry), waiting=waiting
        )

    def _answers(self, name: str) -> list[Choice]:
        return [
            Choice(Reply.COMING.value, self.tr("Coming"), name),
            Choice(Reply.SORRY.value, self.tr("Sorry"), name),
            Choice(Reply.NONE.value, self.tr("No answer yet"), name),
        ]


def _line(who: PersonId, name: str, reply: Reply, contact: str) -> AnswerLine:
    return AnswerLine(who, name, contact, reply.value, Icon.PHONE if contact else None)
