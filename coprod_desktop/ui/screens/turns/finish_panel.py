"""The end of an item: everyone is asked for more, in every way that people can answer, before it is finished."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class FinishPanel(QWidget):
    """Asks the one question. Buttons to connect: `asked`, `add`, `back`.

    Names of people who had no turn are drawn only after a press, and only if the room cannot see this screen.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = self.tr("We asked everyone")
        self.asked = BigButton(theme, words, kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8", height=58)
        self.add = BigButton(theme, self.tr("Somebody wants to add"), icon=Icon.HAND, height=58)
        self.back = BigButton(theme, self.tr("Go on talking"), kind=ButtonKind.QUIET, icon=Icon.BACK)
        self.show_names = BigButton(theme, self.tr("Show the names"), kind=ButtonKind.QUIET, icon=Icon.ONLY_YOU)
        self._count = WrapLabel(theme, "", TextStyle.BODY)
        self._names = WrapLabel(theme, "", TextStyle.BODY)
        self._given: tuple[str, ...] = ()
        self._lay_out(theme)
        self.show_names.clicked.connect(self._on_show_names)

    def show_people(self, without_turn: int, names: Sequence[str], *, is_told: bool) -> None:
        """How many people had no turn, in a figure if it is told; `names` are theirs, none while the room can see."""
        one = self.tr("1 person has had no turn. That is fine.")
        many = self.tr("{count} people have had no turn. That is fine.").format(count=without_turn)
        few = self.tr("A few people have had no turn. That is fine.")
        told = one if without_turn == 1 else many
        self._count.setText(told if is_told else few)
        self._count.setVisible(without_turn > 0)
        if tuple(names) != self._given:
            self._given = tuple(names)
            self._close_names()

    def begin(self) -> None:
        """Begin with no names in sight."""
        self._close_names()

    def _close_names(self) -> None:
        self._names.setText("")
        self._names.hide()
        self.show_names.setVisible(bool(self._given))

    def _on_show_names(self) -> None:
        listed = self.tr("Only you see this: {names}.").format(names=", ".join(self._given))
        self.asked.setFocus(Qt.FocusReason.OtherFocusReason)
        self._names.setText(listed)
        self._names.show()
        self.show_names.hide()

    def _lay_out(self, theme: Theme) -> None:
        question = self.tr("Anything to add, now or later, by voice, card or note?")
        column = Column(theme, gap=12)
        column.addStretch(1)
        recap = self.tr("Say the main points again in short words. Is it clear?")  # AN-20, a step for everybody
        column.addWidget(WrapLabel(theme, recap, TextStyle.BODY))
        column.addWidget(WrapLabel(theme, self.tr("Ask everyone:"), TextStyle.LABEL))
        column.addWidget(WrapLabel(theme, question, TextStyle.TITLE))
        column.addWidget(self._count)
        column.addWidget(self._names)
        column.addLayout(flow_of(theme, self.show_names))
        column.addSpacing(theme.px(8))
        column.addLayout(flow_of(theme, self.asked, self.add, gap=12))
        column.addLayout(flow_of(theme, self.back))
        column.addStretch(2)
        self.setLayout(column)
