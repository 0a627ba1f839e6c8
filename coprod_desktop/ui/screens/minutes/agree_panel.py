"""A meeting says that the minutes are right; what cannot be undone is said before (R26, DP-16)."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.check_step import CheckStep
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import CHECK
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class AgreePanel(CheckStep):
    """The day on which the group said yes, and one press."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._shown_for: MeetingId | None = None
        self.day = DateField(theme)
        yes = self.tr("Yes, the group agreed")
        self.yes = BigButton(theme, yes, kind=ButtonKind.PRIMARY, icon=Icon.AGREEMENT, key="F8")
        self._easy = IconLine(theme, Icon.INFO, "", TextStyle.BODY)
        self._lay_out()
        self.yes.clicked.connect(self._on_yes)

    def likeliest(self) -> BigButton:
        """Yes."""
        return self.yes

    def focus_target(self) -> QWidget:
        """The day: what is agreed takes out times for good, and a stray Enter agrees nothing."""
        return self.day

    def show_state(self, state: MeetingState) -> None:
        """Today is offered as the day; a day that was chosen stays."""
        if self._shown_for != state.id:
            self._shown_for = state.id
            self.day.set_day(self.services.clock.now().date())
        asked = self.bridge.ask(partial(self.services.editions.standing, state.id, state))
        told = asked.value
        words = self.tr("The pages say: Not finished. Our readers have not all said yes.")
        self._easy.set_words(words if told is not None and not told.is_easy else self.tr("Our readers found it easy."))

    def _lay_out(self) -> None:
        self.add_step_back(self.tr("We agree"))
        card = Card(self.theme, self.tr("Are these minutes right?"), self.tr("Ask everyone. Read the changes aloud."))
        form_row(self.theme, card.body, self.tr("The day on which the group agreed"), self.day)
        card.add(self._easy)
        note = self.tr("Yes takes out for good how long each person spoke.")
        later = Card(self.theme, self.tr("Before you press yes"), note, is_sunken=True, gap=6)
        for words in (
            self.tr("Undo takes back the yes. It cannot bring back these times."),
            self.tr("The times of groups of people stay. So do these pages."),
        ):
            later.add(WrapLabel(self.theme, words, TextStyle.BODY))
        self.middle.add(card)
        self.middle.add(later)
        self.middle.add_stretch()
        self.acts.addWidget(self.yes, 1)

    def _on_yes(self) -> None:
        agree = partial(self.services.editions.agree, self.bridge.meeting_id, agreed_on=self.day.day())
        if self.bridge.ask(agree).is_done:
            self.told.emit(self.tr("The group agreed these minutes."))
            self.panel_wanted.emit(CHECK)
