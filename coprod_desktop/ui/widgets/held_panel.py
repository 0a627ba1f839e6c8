"""A turn that the program held by itself: what happened, how much is left, and the two ways to go on."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class HeldPanel(QWidget):
    """Asks how to go on. Buttons to connect: `carry_on`, `count_it`, `end`. Nothing goes on by itself."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._said = ("", "")
        self._name = WrapLabel(theme, "", TextStyle.NAME)
        self._bar = MessageBar(theme, MessageKind.WARM, " ", icon=Icon.PAUSE)
        self.carry_on = BigButton(theme, self.tr("Carry on"), kind=ButtonKind.PRIMARY, icon=Icon.START, key="F6")
        self.count_it = BigButton(theme, self.tr("Count that time"), icon=Icon.CLOCK, height=54)
        self.end = BigButton(theme, self.tr("End turn"), kind=ButtonKind.QUIET, icon=Icon.STOP, height=54)
        column = Column(theme, gap=16)
        column.addWidget(self._name)
        column.addWidget(self._bar)
        column.addLayout(flow_of(theme, self.carry_on, self.count_it, self.end, gap=12))
        column.addStretch(1)
        self.setLayout(column)

    def show_held(self, name: str, left: str, *, is_stall: bool, away_seconds: int | None) -> None:
        """Say whose turn it is, what happened, what is left, and how it would go on.

        `left` is the time in figures, empty where it is not told. `away_seconds` is for how long the computer was
        asleep or busy; without it that time cannot be counted.
        """
        what = self._what_words(away_seconds) if is_stall else self.tr("This turn was held. Nothing is lost.")
        note = self.tr("{name} still has the turn.").format(name=name)
        if left:
            note = self.tr("{name} has {time} left.").format(name=name, time=left)
        self._name.setText(self.tr("{name}'s turn").format(name=name))
        if (what, note) != self._said:
            self._said = (what, note)
            self._bar.show_message(MessageKind.WARM, what, note, Icon.PAUSE)
        self.carry_on.set_words(self.tr("Carry on from {time}").format(time=left) if left else self.tr("Carry on"))
        self.count_it.setVisible(away_seconds is not None)

    def words(self) -> str:
        """What the panel says."""
        return self._bar.words()

    def _what_words(self, away_seconds: int | None) -> str:
        if away_seconds is None:
            return self.tr("The computer was asleep or busy.")
        time = self.tr("{count} minutes").format(count=round(away_seconds / 60))
        if away_seconds < 5:
            return self.tr("The clock of the computer was changed.")
        if away_seconds < 60:
            time = self.tr("{count} seconds").format(count=away_seconds)
        elif away_seconds < 90:
            time = self.tr("1 minute")
        return self.tr("The computer was asleep or busy for {time}.").format(time=time)
