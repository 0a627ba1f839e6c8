"""Ask on the day: each person says whether what helps them was there; nobody answers for them (R03)."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.adjustment import PersonSaid
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.need_words import load_need_words
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.get_ready.asking_page import AskingPage
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import announce
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.private_cover import PrivateCover

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class OnTheDayPanel(Card):
    """Private: nothing is made before somebody said that only we can see the screen.

    Signals: `closed`; `acted(kind)` after an answer was kept. Buttons: `main` goes on.
    """

    closed = Signal()
    acted = Signal(str)

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        note = self.tr("Ask each person alone. Their own word counts.")
        super().__init__(theme, self.tr("Did it work for you?"), note, heading_style=TextStyle.TITLE)
        self._theme, self._services, self._bridge = theme, services, bridge
        group = services.groups.current()
        self._words = load_need_words(templates_folder(), group.language if group else "en")
        self.main = BigButton(theme, self.tr("Next person"), kind=ButtonKind.PRIMARY, icon=Icon.PERSON, key="F8")
        self._before = BigButton(theme, self.tr("Person before"), kind=ButtonKind.QUIET, icon=Icon.PREVIOUS_PAGE)
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self._cover = PrivateCover(theme, bridge.sight, self._make_page)
        self.add(self._cover, 1)
        self.add_layout(flow_of(theme, self.main, self._before, self.back, gap=12))
        self.main.clicked.connect(self._on_main)
        self._before.clicked.connect(partial(self._step, -1))
        self.back.clicked.connect(self.closed)
        for signal in (self._cover.uncovered, self._cover.covered):
            signal.connect(self._show_acts)
        self._show_acts()

    def show_state(self, _state: MeetingState) -> None:
        """Show what was said so far."""
        page = self._page()
        if page is not None:
            page.show_questions(self._services.ready.questions(self._bridge.meeting_id, state=self._bridge.state))
        self._show_acts()

    def focus_likely(self) -> None:
        """Go to the first answer, or to the question who can see this screen."""
        page = self._page()
        if page is None:
            self._cover.question.focus_first()
        else:
            page.focus_first()

    def is_half_typed(self) -> bool:
        """Whether words were typed that are not kept."""
        page = self._page()
        return page is not None and page.is_half_typed()

    def leave(self) -> None:
        """Go back."""
        self.closed.emit()

    def _page(self) -> AskingPage | None:
        content = self._cover.content
        return content if isinstance(content, AskingPage) else None

    def _make_page(self) -> QWidget:
        page = AskingPage(self._theme, name=self._bridge.name, label=self._words.label)
        page.said.connect(self._on_said)
        if self._bridge.has_meeting:
            page.show_questions(self._services.ready.questions(self._bridge.meeting_id, state=self._bridge.state))
        return page

    def _show_acts(self) -> None:
        page = self._page()
        self.main.setVisible(page is not None)
        self._before.setVisible(page is not None and not page.is_first)
        is_last = page is None or page.is_last
        self.main.set_words(self.tr("That is everyone") if is_last else self.tr("Next person"))
        self.main.set_icon(Icon.CHECK if is_last else Icon.PERSON)

    def _on_main(self) -> None:
        page = self._page()
        if page is None or page.is_last:
            self.closed.emit()
        else:
            self._step(1)

    def _step(self, by: int) -> None:
        page = self._page()
        if page is not None:
            page.step(by)
            self._show_acts()

    def _on_said(self, person_id: str, code: str, said: PersonSaid, words: str) -> None:
        say = partial(self._services.ready.say, self._bridge.meeting_id, PersonId(person_id), code, said, words)
        if self._bridge.ask(say).is_done:
            announce(self, self.tr("Thank you. It is written down."))
            last = self._services.history.last
            self.acted.emit(last.kind if last is not None else "")
