"""Nobody speaks: who is next and why, or the question who wants to speak."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class NextSpeakerPanel(QWidget):
    """Offers the next speaker, or asks for hands.

    Buttons to connect: `start`, `somebody_else`, `rule`, `lower_hand`, `welcome`, `next_item`.
    Signal: `person_pressed(person id)`, when somebody asks to speak.
    """

    person_pressed = Signal(str)

    def __init__(self, theme: Theme, *, name: Callable[[PersonId], str]) -> None:
        super().__init__()
        self.start = BigButton(theme, self.tr("Start"), kind=ButtonKind.PRIMARY, icon=Icon.START, key="F8", height=58)
        other = self.tr("Somebody else")
        self.somebody_else = BigButton(theme, other, icon=Icon.PASS_TURN, key="F3", height=58)
        lower = self.tr("Take the hand down")
        self.lower_hand = BigButton(theme, lower, kind=ButtonKind.QUIET, icon=Icon.MOVE_DOWN)
        self.rule = BigButton(theme, " ", kind=ButtonKind.QUIET, icon=Icon.SWAP_WORDS, key="Shift F3")
        go_on = self.tr("Start")
        self.next_item = BigButton(theme, go_on, kind=ButtonKind.PRIMARY, icon=Icon.START, key="F8", height=58)
        self.welcome = BigButton(theme, self.tr("Go to Welcome"), icon=Icon.PEOPLE)
        self.people = PeopleChoice(theme, self.tr("Who wants to speak?"), name=name)
        self._next_name = WrapLabel(theme, "", TextStyle.NAME)
        self._reason = WrapLabel(theme, "", TextStyle.LEAD)
        self._then = WrapLabel(theme, "", TextStyle.NOTE)
        self._note = WrapLabel(theme, "", TextStyle.LEAD, colour="muted")
        self._next = self._make_next(theme)
        self._ask = self._make_ask(theme)
        column = Column(theme)
        column.addWidget(self._next, 1)
        column.addWidget(self._ask, 1)
        self.setLayout(column)
        self.people.pressed.connect(self.person_pressed)

    def show_next(self, name: str, reason: str, then: str, *, rule: str, has_others: bool) -> None:
        """Offer a person who asked: the reason, who comes after, and the rule by which people are offered."""
        self._next_name.setText(name)
        self._reason.setText(reason)
        self._then.setText(then)
        self._then.setVisible(bool(then))
        self.start.set_words(self.tr("Start {name}'s turn").format(name=name))
        self.rule.set_words(rule)
        self.rule.setAccessibleDescription(self.tr("The rule for who is next. Press for another. Key: Shift F3"))
        if not has_others and self.somebody_else.hasFocus():
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)
        self.somebody_else.setVisible(has_others)
        self._next.show()
        focused = self.window().focusWidget()
        if focused is not None and self._ask.isAncestorOf(focused):
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask.hide()

    def show_question(self, people: Sequence[PersonId], note: str = "", *, next_item: str = "") -> None:
        """Ask who wants to speak, among the people in the room; `next_item` is what to go on with, if anything."""
        self.people.show_people(people)
        self.people.set_value(())
        self._note.setText(note or self._question_note(people))
        self.people.setVisible(bool(people))
        self.welcome.setVisible(not people)
        self.next_item.set_words(next_item or self.tr("Start"))
        self.next_item.setVisible(bool(next_item))
        self._ask.show()
        self._next.hide()

    def first(self) -> QWidget:
        """The likeliest next act."""
        if not self._next.isHidden():
            return self.start
        if not self.next_item.isHidden():
            return self.next_item
        return self.people if self.people.people() else self.welcome

    def words(self) -> str:
        """What is said about the next speaker."""
        return " ".join(filter(None, (self._next_name.text(), self._reason.text(), self._then.text())))

    def _question_note(self, people: Sequence[PersonId]) -> str:
        if not people:
            return self.tr("Nobody is checked in yet.")
        return self.tr("Press a name when somebody asks. Nobody has to speak.")

    def _make_next(self, theme: Theme) -> QWidget:
        column = Column(theme, gap=8)
        column.addStretch(1)
        column.addWidget(WrapLabel(theme, self.tr("Next"), TextStyle.LABEL))
        column.addWidget(self._next_name)
        column.addWidget(self._reason)
        column.addSpacing(theme.px(8))
        column.addLayout(flow_of(theme, self.start, self.somebody_else, gap=12))
        column.addLayout(flow_of(theme, self.rule, self.lower_hand))
        column.addWidget(self._then)
        column.addStretch(2)
        return holder(column)

    def _make_ask(self, theme: Theme) -> QWidget:
        column = Column(theme, gap=10)
        column.addWidget(WrapLabel(theme, self.tr("Who wants to speak?"), TextStyle.NAME))
        column.addWidget(self._note)
        column.addLayout(flow_of(theme, self.welcome, self.next_item))
        scroll = ScrollColumn(theme)
        scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        scroll.add(self.people)
        scroll.add_stretch()
        column.addWidget(scroll, 1)
        return holder(column)
