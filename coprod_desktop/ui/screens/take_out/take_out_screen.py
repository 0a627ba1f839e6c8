"""Takes private words of one line out for good: which words, who asks, who else says yes, and what was done."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.screens.take_out.taken_out_page import TakenOutPage
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.take_out_form import TakeOutForm
from coprod_desktop.ui.widgets.undone_words import UndoneWords
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.erasure_service import TakenOut


_PEOPLE_NEEDED = 2


class TakeOutScreen(MeetingScreen):
    """Opened with the id of a line, such as "take_out/ID". The words are shown only when nobody else can see them."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme, self._services = theme, services
        self._line_id = ""
        self.form = TakeOutForm(theme, bridge.name)
        self.page = TakenOutPage(theme)
        self.undone = UndoneWords(theme)
        card = Card(theme)
        card.add(self.form, 1)
        done = Card(theme)
        done.add(self.page, 1)
        self._form_area = WorkArea(theme, card, self._about())
        self._done_area = WorkArea(theme, done)
        self._places = QStackedLayout(self)
        for part in (self._form_area, self._done_area):
            self._places.addWidget(part)
        self.form.save.clicked.connect(self._on_save)
        self.form.back.clicked.connect(self._go_back)
        self.page.back.clicked.connect(self._go_back)
        self.undone.asked.connect(self._on_undone_asked)
        self.undone.chosen.connect(self._on_undone_chosen)
        self.bind("F8", self.form.save)
        self.follow_sight()

    def title(self) -> str:
        """What this screen does."""
        return self.tr("Take words out for good")

    def show_part(self, part: str) -> None:
        """Begin with a line."""
        self._forget()
        self._line_id = part
        self._places.setCurrentWidget(self._form_area)
        self.show_state(self._bridge.state)
        self.focus_first()

    def show_state(self, state: MeetingState) -> None:
        """Show the words that are kept of the line, if nobody else can see this screen."""
        if self._places.currentWidget() is self._done_area:
            return
        people = self._who_can_say_yes(state) if self._line_id else ()
        why_not = self._why_not(people)
        self.form.show_why_not(why_not)
        self.undone.setVisible(self._bridge.sight.is_only_us)
        if why_not:
            self.form.forget()
            self.undone.forget()
            return
        found = self._bridge.ask(partial(self._services.erasure.texts_of, state.id, self._line_id)).value or ()
        self.form.show_line(tuple(dict.fromkeys(one.text for one in found)), people)

    def focus_first(self) -> None:
        """The first field, or going back."""
        if self._places.currentWidget() is self._done_area:
            self.page.back.setFocus()
        elif self.form.save.isEnabled():
            self.form.begin()
        else:
            self.form.back.setFocus()

    def leave(self) -> bool:
        """Esc goes back; nothing of the words stays here."""
        self._forget()
        return False

    def end(self) -> None:
        """Nothing of the words stays here."""
        self._forget()

    def _who_can_say_yes(self, state: MeetingState) -> tuple[PersonId, ...]:
        asked = self._bridge.ask(partial(self._services.erasure.who_can_say_yes, state.id)).value or ()
        return tuple(person.id for person in asked)

    def _why_not(self, people: Sequence[PersonId]) -> str:
        if not self._line_id:
            return self.tr("Go to Decisions or to the Agenda. Choose what it is about, then press More.")
        if not self._bridge.sight.is_only_us:
            return self.tr("Private words are not shown while the room can see this screen.")
        if len(people) < _PEOPLE_NEEDED:
            return self.tr(
                "2 people of the group must say yes. There is no second person now. "
                "Go Home, then to People. Add somebody."
            )
        return ""

    def _on_undone_asked(self) -> None:
        meeting_id, erasure = self._bridge.meeting_id, self._services.erasure
        self.undone.show_lines(self._bridge.ask(partial(erasure.undone_lines, meeting_id)).value or ())

    def _on_undone_chosen(self, line_id: str) -> None:
        self._line_id = line_id
        self.show_state(self._bridge.state)
        self.form.begin()

    def _on_save(self) -> None:
        asks, yes = self.form.two_people()
        if not self.form.has_words():
            self.form.show_error("words", self.tr("Choose the words that go."))
        elif asks is None:
            self.form.show_error("asked_by", self.tr("Say who asks for this."))
        elif yes is None:
            self.form.show_error("yes_from", self.tr("Say who else says yes."))
        else:
            self._take_out(asks, yes)

    def _take_out(self, asks: PersonId, yes: PersonId) -> None:
        outcome = self._bridge.ask(
            partial(
                self._services.erasure.take_out,
                self._bridge.meeting_id,
                self._line_id,
                asked_by=asks,
                yes_from=yes,
                but=self.form.texts_that_stay(),
            ),
            says_refusals=False,
        )
        if outcome.refusal is not None:
            self.form.show_error("yes_from", words_for(outcome.refusal.reason))
        elif outcome.value is not None:
            self._show_done(outcome.value)

    def _show_done(self, done: "TakenOut") -> None:
        self._forget()
        self.page.show_done(copies=done.copies, not_reached=done.not_reached, is_clean=done.is_clean)
        self._places.setCurrentWidget(self._done_area)
        self.acted.emit("words_taken_out")
        self.focus_first()

    def _go_back(self) -> None:
        items = [item.id for item in self._bridge.state.agenda] if self._bridge.has_meeting else []
        place = "agenda" if self._line_id in items else "decisions"
        self._forget()
        self.go_requested.emit(place)

    def _forget(self) -> None:
        self._line_id = ""
        self.form.forget()
        self.undone.forget()

    def _about(self) -> Card:
        card = Card(self._theme, self.tr("What this does"), gap=14)
        lines = (
            (Icon.REMOVE, self.tr("The words go from the record, from search and from the copies here.")),
            (Icon.UNDO, self.tr("Undo does not bring them back, and not what was done before.")),
            (Icon.MINUTES, self.tr("The minutes say: Some private words were taken out.")),
            (Icon.ONLY_YOU, self.tr("Nobody writes down what the words were, or why they go.")),
            (Icon.WARNING, self.tr("We cannot reach paper, saved files, e-mails and copies on sticks.")),
            (Icon.PEOPLE, self.tr("Ask the people who have them to throw them away.")),
        )
        for icon, words in lines:
            card.add(IconLine(self._theme, icon, words, TextStyle.NOTE))
        card.add(self.undone)
        card.add_stretch()
        return card
