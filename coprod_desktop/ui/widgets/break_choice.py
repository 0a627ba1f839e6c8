"""How long a break is: one press (R18)."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.calm_page import CalmPage
from coprod_desktop.ui.widgets.flow_layout import flow_of

OFFERED_MINUTES = (5, 10, 15, 20)
NO_END = 0
_LEAST_CHOICE = 240


class BreakChoice(CalmPage):
    """Signal: `chosen(minutes)`, 0 for a break without an end. Button to connect: `back`."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("How long is the break?"), " ")
        self._suggested = OFFERED_MINUTES[1]
        self._lengths = {
            minutes: BigButton(theme, self._words_for(minutes), icon=Icon.BREAK, height=64)
            for minutes in (*OFFERED_MINUTES, NO_END)
        }
        self.back = BigButton(theme, self.tr("Back to the meeting"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        for minutes, button in self._lengths.items():
            button.clicked.connect(partial(self.chosen.emit, minutes))
        self.add_choices([(button, "") for button in self._lengths.values()], least=_LEAST_CHOICE)
        self.add_layout(flow_of(theme, self.back))
        self.add_stretch()

    def offer(self, suggested: int, planned: str, *, has_clocks: bool) -> None:
        """Offer lengths; the one that suits the room is filled, and nobody is told why.

        `planned` says what was planned, empty if nothing. Without clocks there is only a break without an end.
        """
        self._suggested = _nearest(suggested) if has_clocks else NO_END
        for minutes, button in self._lengths.items():
            place = button.parentWidget()
            if place is not None:
                place.setHidden(minutes != NO_END and not has_clocks)
            button.set_kind(ButtonKind.PRIMARY if minutes == self._suggested else ButtonKind.PLAIN)
        self._lengths[NO_END].set_words(self._words_for(NO_END) if has_clocks else self.tr("Have a break"))
        title = self.tr("How long is the break?") if has_clocks else self.tr("Shall we have a break?")
        self.say(title, planned or self.tr("It never ends by itself. We begin again when we are ready."))

    def first(self) -> QWidget:
        """The length that suits the room."""
        return self._lengths[self._suggested]

    def _words_for(self, minutes: int) -> str:
        return self.tr("{count} minutes").format(count=minutes) if minutes else self.tr("No end")


def _nearest(minutes: int) -> int:
    """The shortest length on offer that is long enough."""
    return next((offered for offered in OFFERED_MINUTES if offered >= minutes), OFFERED_MINUTES[-1])
