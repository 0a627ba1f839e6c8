"""Who stepped out and who is back: one press, never a reason (R18)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.calm_page import CalmPage
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class SteppingPage(CalmPage):
    """A tick means: out of the room for a while. Signal: `pressed(person id)`. Button to connect: `back`."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, *, name: Callable[[PersonId], str]) -> None:
        super().__init__(
            theme,
            self.tr("Who steps out?"),
            self.tr("Press a name. Press it again when they are back. Nobody has to say why."),
        )
        self._people = PeopleChoice(theme, self.tr("Who is out of the room for a while"), name=name)
        self._people.pressed.connect(self.pressed)
        self._nobody = WrapLabel(theme, self.tr("Nobody is here yet."), TextStyle.LEAD)
        self.back = BigButton(theme, self.tr("Back to the meeting"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        rows = ScrollColumn(theme)
        rows.add(self._people)
        rows.add(self._nobody)
        rows.add_stretch()
        self.add(rows, 1)
        self.add_layout(flow_of(theme, self.back))

    def show_people(self, here: Sequence[PersonId], out: Sequence[PersonId]) -> None:
        """Offer everybody who is here; those who are out have a tick."""
        self._people.set_value(())
        self._people.show_people(here)
        self._people.set_value(out)
        self._people.setHidden(not here)
        self._nobody.setHidden(bool(here))

    def focus_first(self) -> bool:
        """Go to the first name; says whether there is one."""
        if self._people.people():
            self._people.focus_person()
        return bool(self._people.people())

    def first(self) -> QWidget:
        """Back, where there is nobody to choose."""
        return self.back
