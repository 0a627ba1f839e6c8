"""What the button Pause opens: to hold everything, a break, somebody steps out, something serious, the end."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.calm_page import CalmPage
from coprod_desktop.ui.widgets.flow_layout import flow_of

_HEIGHT = 64


class PauseChoices(CalmPage):
    """Buttons to connect: `everything`, `take_break`, `steps_out`, `serious`, `close_meeting`, `back`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("What do we need now?"), self.tr("Anyone can ask. Nobody has to say why."))
        self.everything = BigButton(
            theme, self.tr("Pause everything"), kind=ButtonKind.PRIMARY, icon=Icon.PAUSE, key="F12", height=_HEIGHT
        )
        self.take_break = BigButton(theme, self.tr("Have a break"), icon=Icon.BREAK, key="Ctrl B", height=_HEIGHT)
        self.steps_out = BigButton(
            theme, self.tr("Somebody steps out"), icon=Icon.STEP_OUT, key="Ctrl O", height=_HEIGHT
        )
        self.serious = BigButton(theme, self.tr("Something serious"), icon=Icon.SERIOUS, key="Ctrl F12", height=_HEIGHT)
        self.close_meeting = BigButton(theme, self.tr("Close the meeting"), icon=Icon.CLOSE_MEETING, height=_HEIGHT)
        self.back = BigButton(theme, self.tr("Back to the meeting"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self.add_choices(
            (
                (self.everything, self.tr("The clocks wait. The wall says so.")),
                (self.take_break, self.tr("We choose how long.")),
                (self.steps_out, self.tr("Their hand and their place stay.")),
                (self.serious, self.tr("What our group does then.")),
                (self.close_meeting, self.tr("We read back. We say how it was.")),
            )
        )
        self.add_layout(flow_of(theme, self.back))
        self.add_stretch()

    def first(self) -> QWidget:
        """To hold everything: it loses nothing."""
        return self.everything
