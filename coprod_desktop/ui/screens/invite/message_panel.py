"""The one kind message to people who were not seen for a while: make it, note it as sent, write down answers (R07)."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.person import MessageAnswer, Person
from coprod_desktop.ui.screens.invite.people_panel import PeoplePanel, show_list
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.answer_list import AnswerLine
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

NONE_YET: Final = MessageAnswer.NONE_YET.value


class MessagePanel(PeoplePanel):
    """Who gets the message, and who has it and has not answered.

    `make_button` and `sent_button` are its acts. Signal: `answered(person id, value of MessageAnswer)`.
    """

    answered = Signal(str, str)

    def __init__(self, theme: Theme, *, name: Callable[[Person], str]) -> None:
        super().__init__(theme, self.tr("One kind message"), self._about())
        self._name = name
        self._heading_names = WrapLabel(theme, self.tr("Not at the last 3 meetings"), TextStyle.STRONG)
        self._names = Column(theme, gap=4)
        self.make_button = BigButton(
            theme, self.tr("Make the messages"), kind=ButtonKind.PRIMARY, icon=Icon.FILE, key="F8"
        )
        self.sent_button = BigButton(theme, self.tr("We sent them today"), icon=Icon.CHECK)
        self.inside.add(self._heading_names)
        self.inside.add_layout(self._names)
        self.inside.add_layout(flow_of(theme, self.make_button, self.sent_button))
        self._waiting_label, self.waiting = self.add_list(self.tr("What did they say?"), self._answers())
        self._nobody = WrapLabel(theme, self.tr("There is nobody to write to now."))
        self.inside.add(self._nobody)
        self.inside.add_stretch()
        self.waiting.answered.connect(self.answered)

    def show_people(self, to_write_to: Sequence[Person], waiting: Sequence[Person]) -> None:
        """Show who gets the message, and who has it."""
        empty_layout(self._names)
        for person in to_write_to:
            self._names.addWidget(WrapLabel(self.theme, self._name(person), TextStyle.ROW))
        for part in (self._heading_names, self.make_button, self.sent_button):
            part.setVisible(bool(to_write_to))
        show_list(self._waiting_label, self.waiting, [self._line(person) for person in waiting])
        self._nobody.setVisible(not to_write_to and not waiting)

    def forget(self) -> None:
        """Take every name out of sight."""
        self.show_people((), ())

    def focus_target(self) -> QWidget:
        """Making the messages, else going back."""
        return self.make_button if self.make_button.isVisible() else self.back

    def _about(self) -> str:
        return self.tr("It says: it is fine to stop. Each person gets it once only.")

    def _line(self, person: Person) -> AnswerLine:
        message = person.kind_message
        note = self.tr("Sent on {day}.").format(day=day_words(message.sent_on)) if message else ""
        return AnswerLine(person.id, self._name(person), note, NONE_YET)

    def _answers(self) -> tuple[Choice, ...]:
        return (
            Choice(MessageAnswer.YES.value, self.tr("Yes please")),
            Choice(MessageAnswer.NO_THANK_YOU.value, self.tr("No thank you")),
            Choice(NONE_YET, self.tr("No answer yet")),
        )
