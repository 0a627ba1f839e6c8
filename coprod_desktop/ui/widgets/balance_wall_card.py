"""Equal voice on the wall: the group is asked first, and both answers are the same size (R12, UI-24)."""

from PySide6.QtCore import Qt, Signal

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class BalanceWallCard(Card):
    """Signals: `answered(bool)` with what the group said; `wall_pressed` to show it there, or to take it off."""

    answered = Signal(bool)
    wall_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("The wall"), gap=10)
        self._answer: bool | None = None
        self._is_asking = False
        self._line = IconLine(theme, Icon.FIXED, "", TextStyle.BODY)
        self.ask = BigButton(theme, self.tr("Ask the group"), icon=Icon.ASK_THE_GROUP)
        self.show_it = BigButton(theme, self.tr("Show on the wall"), icon=Icon.WALL, key="F10")
        self.ask_again = BigButton(theme, self.tr("Ask again"), kind=ButtonKind.QUIET, icon=Icon.ASK_THE_GROUP)
        self.yes = BigButton(theme, self.tr("Yes"), icon=Icon.THUMB_UP, height=52)
        self.no = BigButton(theme, self.tr("No"), icon=Icon.THUMB_DOWN, height=52)
        answers = EvenRow(theme, gap=8, least=130)
        for button in (self.yes, self.no):
            answers.addWidget(button)
        question = Column(theme, gap=10)
        question.addWidget(WrapLabel(theme, self.tr("Do we want equal voice on the wall?"), TextStyle.ROW))
        question.addLayout(answers)
        self._question = holder(question)
        for part in (self._line, self.ask, self._question, self.show_it, self.ask_again):
            self.add(part)
        self._connect()

    def show_wall(self, answer: bool | None, *, is_on_wall: bool) -> None:
        """Show what the group said, None if it was not asked, and whether the wall shows it now."""
        if answer is not self._answer:
            self._is_asking = False
        self._answer = answer
        words, icon = self._state_words(answer, is_on_wall=is_on_wall)
        self._line.set_words(words, icon)
        self.show_it.set_words(self.tr("Take it off the wall") if is_on_wall else self.tr("Show on the wall"))
        self._arrange()

    def stop_asking(self) -> bool:
        """Leave the question as it was; says whether it was in sight."""
        was_asking, self._is_asking = self._is_asking, False
        self._arrange()
        if was_asking:
            (self.ask if self._answer is None else self.ask_again).setFocus(Qt.FocusReason.OtherFocusReason)
        return was_asking

    def _state_words(self, answer: bool | None, *, is_on_wall: bool) -> tuple[str, Icon]:
        if is_on_wall:
            return self.tr("The wall shows it now."), Icon.WALL
        if answer is None:
            return self.tr("The group has not agreed yet."), Icon.FIXED
        if answer:
            return self.tr("The group said yes. Few people have no numbers there."), Icon.CHECK
        return self.tr("The group said no. It stays off the wall."), Icon.NO_WALL

    def _arrange(self) -> None:
        asking = self._is_asking
        self._question.setVisible(asking)
        self.ask.setVisible(not asking and self._answer is None)
        self.ask_again.setVisible(not asking and self._answer is not None)
        self.show_it.setVisible(not asking and self._answer is True)

    def _connect(self) -> None:
        self.ask.clicked.connect(self._on_ask)
        self.ask_again.clicked.connect(self._on_ask)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self.show_it.clicked.connect(self.wall_pressed)

    def _on_ask(self) -> None:
        self._is_asking = True
        self._question.show()
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()

    def _on_yes(self) -> None:
        self._say(True)

    def _on_no(self) -> None:
        self._say(False)

    def _say(self, is_yes: bool) -> None:
        self._is_asking, self._answer = False, is_yes
        after = self.show_it if is_yes else self.ask_again
        after.show()
        after.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()
        self.answered.emit(is_yes)
