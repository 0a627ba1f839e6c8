"""The first panel beside the page: is it ready, what could be easier, who gets what, and the way to each."""

from functools import partial
from typing import TYPE_CHECKING

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import COPY, MinutesPanel
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class OverviewPanel(MinutesPanel):
    """What there is to know and to do before the minutes leave the room."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._draft = MessageBar(
            theme,
            MessageKind.WARM,
            self.tr("Not finished. Please check it."),
            self.tr("Every page says so until members have checked it."),
        )
        self._asked = WrapLabel(theme, "", TextStyle.BODY)
        self._copy = BigButton(
            theme, self.tr("One copy: save or print"), kind=ButtonKind.PRIMARY, icon=Icon.SAVE, key="F8"
        )
        self._lay_out()

    def show_state(self, state: MeetingState) -> None:
        """Count again what people asked for."""
        self._asked.setText(self._asked_words(state))

    def likeliest(self) -> BigButton:
        """The way to a copy."""
        return self._copy

    def asked_words(self) -> str:
        """What people asked for, by counts."""
        return self._asked.text()

    def _lay_out(self) -> None:
        asked = Card(self.theme, self.tr("What people asked for"))
        asked.add(self._asked)
        self.middle.add(self._draft)
        self.middle.add(asked)
        self.middle.add_stretch()
        self.acts.addWidget(self._copy, 1)
        self._copy.clicked.connect(partial(self.panel_wanted.emit, COPY))

    def _asked_words(self, state: MeetingState) -> str:
        counts: dict[str, int] = {}
        for person in (self.bridge.person(person_id) for person_id in state.attendance):
            if person is not None:
                words = self._choice_words(person.minutes) if person.minutes else self._not_asked_words()
                counts[words] = counts.get(words, 0) + 1
        if not counts:
            return self.tr("Nobody is on the list of this meeting yet.")
        told = (self.tr("{what}: {count}").format(what=words, count=count) for words, count in sorted(counts.items()))
        return "\n".join(told)

    def _not_asked_words(self) -> str:
        return self.tr("{usual}, not asked yet").format(usual=words_for(MinutesChoice().format))

    def _choice_words(self, choice: MinutesChoice) -> str:
        size = f" {choice.size_pt:g}" if choice.size_pt else ""
        extras = [] if choice.pictures or choice.format is not MinutesFormat.EASY_READ else [self.tr("words only")]
        extras += [self.tr("{colour} paper").format(colour=choice.paper)] if choice.paper else []
        return ", ".join((words_for(choice.format) + size, *extras))
