"""The question "Can the room see this screen?", which comes before anything private is drawn (R08, UI-24)."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from coprod_desktop.ui.room_sight import RoomSight
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.face_layout import FaceLayout
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, Row, holder
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_HIGH = 52


def question_words() -> str:
    """The question itself."""
    return QCoreApplication.translate("SightQuestion", "Can the room see this screen?")


def answer_words(*, is_only_us: bool) -> str:
    """What was answered, as it holds now."""
    only_us = QCoreApplication.translate("SightQuestion", "Only we can see this screen.")
    room = QCoreApplication.translate("SightQuestion", "The room can see this screen. Private things stay hidden.")
    return only_us if is_only_us else room


class SightQuestion(Card):
    """Two large buttons, each with what it means; once answered, one quiet line with "Change".

    `no_button` and `yes_button` are there for whoever puts the focus on the likeliest next act.
    """

    def __init__(self, theme: Theme, sight: RoomSight) -> None:
        super().__init__(theme, padding=14)
        self._theme = theme
        self._sight = sight
        self.setAccessibleName(self._title())
        self.no_button = BigButton(theme, self.tr("No, only we can"), icon=Icon.ONLY_YOU, height=_HIGH)
        self.yes_button = BigButton(theme, self.tr("Yes, the room can see it"), icon=Icon.SHOW, height=_HIGH)
        self.change_button = BigButton(theme, self.tr("Change"), kind=ButtonKind.QUIET, description=self._title())
        self._line = IconLine(theme, Icon.ONLY_YOU, "", TextStyle.NOTE)
        self._asking = holder(self._make_asking())
        self._answered = holder(self._make_answered())
        self.add(self._asking)
        self.add(self._answered)
        self.no_button.clicked.connect(self._on_no)
        self.yes_button.clicked.connect(self._on_yes)
        self.change_button.clicked.connect(self._on_change)
        sight.changed.connect(self._show)
        self._show()

    def focus_first(self) -> None:
        """Go to the likeliest answer, or to the button that changes it."""
        first = self.change_button if self._sight.is_asked else self.no_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _title(self) -> str:
        return question_words()

    def _make_asking(self) -> Column:
        column = Column(self._theme, gap=8, margins=(4, 0, 4, 0))
        column.addWidget(WrapLabel(self._theme, self._title(), TextStyle.HEADING))
        answers = EvenRow(self._theme, gap=16, least=300)
        no_means = self.tr("We show what helps each person, here only.")
        yes_means = self.tr("We show nothing private on this screen.")
        for button, means in ((self.no_button, no_means), (self.yes_button, yes_means)):
            button.setAccessibleDescription(means)
            answer = Column(self._theme, gap=4)
            answer.addWidget(button)
            answer.addWidget(WrapLabel(self._theme, means, TextStyle.NOTE, align=Qt.AlignmentFlag.AlignHCenter))
            answer.addStretch(1)
            answers.addWidget(holder(answer))
        column.addLayout(answers)
        return column

    def _make_answered(self) -> Row:
        row = Row(self._theme, gap=12)
        row.addWidget(self._line, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _on_no(self) -> None:
        self._answer(can_see=False)

    def _on_yes(self) -> None:
        self._answer(can_see=True)

    def _answer(self, *, can_see: bool) -> None:
        had_focus = self.no_button.hasFocus() or self.yes_button.hasFocus()
        self._sight.say(can_see=can_see)
        if had_focus and self.change_button.isVisible():
            self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_change(self) -> None:
        had_focus = self.change_button.hasFocus()
        self._sight.ask_again()
        if had_focus and self.no_button.isVisible():
            self.no_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        is_asked = self._sight.is_asked
        self._answered.setHidden(not is_asked)
        self._asking.setHidden(is_asked)
        is_only_us = self._sight.is_only_us
        self._line.set_words(answer_words(is_only_us=is_only_us), Icon.ONLY_YOU if is_only_us else Icon.SHOW)


class SightLine(Card):
    """The same question on one line, above a screen that does not ask it itself (R08)."""

    def __init__(self, theme: Theme, sight: RoomSight) -> None:
        super().__init__(theme, padding=6)
        self.setAccessibleName(question_words())
        self.no_button = BigButton(theme, self.tr("No, only we can"), icon=Icon.ONLY_YOU)
        self.yes_button = BigButton(theme, self.tr("Yes, the room can"), icon=Icon.SHOW)
        self.no_button.setAccessibleDescription(question_words())
        self.yes_button.setAccessibleDescription(question_words())
        line = FaceLayout(theme, side=0)
        line.addWidget(holder(self._words(theme)))
        line.addWidget(self.no_button)
        line.addWidget(self.yes_button)
        self.add_layout(line)
        self.no_button.clicked.connect(partial(sight.say, can_see=False))
        self.yes_button.clicked.connect(partial(sight.say, can_see=True))

    def _words(self, theme: Theme) -> Row:
        row = Row(theme, margins=(10, 0, 0, 0))
        row.addWidget(WrapLabel(theme, question_words(), TextStyle.STRONG), 1, Qt.AlignmentFlag.AlignVCenter)
        return row
