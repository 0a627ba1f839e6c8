"""Is it easy to read? Only people who chose easy read for themselves can say so; who they are is private (ER-34)."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.editions import words_digest
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.check_step import CheckStep
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, empty_layout, holder
from coprod_desktop.ui.widgets.private_cover import PrivateCover
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_EASY, _HARD = "easy", "hard"


class ReadersPanel(CheckStep):
    """A question for each reader, kept at once when it is answered."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._asked: dict[PersonId, ChoiceButtons] = {}
        self._questions: Column | None = None
        self._count = WrapLabel(theme, "", TextStyle.STRONG)
        self.cover = PrivateCover(theme, bridge.sight, self._make_readers)
        self._lay_out()
        self.cover.covered.connect(self._on_covered)

    def focus_target(self) -> QWidget | None:
        """The first reader, or the way back."""
        return next(iter(self._asked.values()), None) or self.step_back

    def show_state(self, state: MeetingState) -> None:
        """What each reader said of the words as they are now."""
        asked = self.bridge.ask(partial(self.services.editions.standing, state.id, state))
        if asked.value is not None:
            words = self.tr("{count} of {needed} readers said yes to these words.")
            self._count.setText(words.format(count=asked.value.readers_yes, needed=asked.value.readers_needed))
        if self._questions is not None:
            self._ask_all(self._questions)
        digest = words_digest(state)
        for who, buttons in self._asked.items():
            said = state.after.readers.get(who)
            is_now = said is not None and said.words_digest == digest
            buttons.set_chosen(*([_EASY if said.is_easy else _HARD] if is_now and said is not None else []))

    def question(self, who: PersonId) -> ChoiceButtons:
        """The question to one reader."""
        return self._asked[who]

    def _lay_out(self) -> None:
        self.add_step_back(self.tr("Is it easy to read?"))
        note = self.tr("Each reads it alone or with help. If words change, we ask again.")
        card = Card(self.theme, self.tr("People who use easy read"), note)
        card.add(self._count)
        card.add(self.cover)
        self.middle.add(card)
        self.middle.add_stretch()

    def _make_readers(self) -> QWidget:
        self._questions = Column(self.theme, gap=12)
        made = holder(self._questions)
        if self.bridge.has_meeting:
            self.show_state(self.bridge.state)
        return made

    def _on_covered(self) -> None:
        self._questions = None
        self._asked.clear()

    def _ask_all(self, column: Column) -> None:
        """A question for each reader, made anew only when there are others than before."""
        asked = self.bridge.ask(partial(self.services.editions.readers, self.bridge.meeting_id))
        readers = asked.value or ()
        if readers and [one.id for one in readers] == list(self._asked):
            return
        empty_layout(column)
        self._asked.clear()
        choices = [Choice(_EASY, self.tr("Yes, it is easy")), Choice(_HARD, self.tr("No, not yet"))]
        for reader in readers:
            name = self.bridge.name(reader.id)
            buttons = ChoiceButtons(self.theme, name, choices)
            buttons.chosen_changed.connect(partial(self._on_said, reader.id))
            form_row(self.theme, column, name, buttons)
            self._asked[reader.id] = buttons
        if not readers:
            words = self.tr("Nobody has chosen easy read yet. People choose it on the page People.")
            column.addWidget(WrapLabel(self.theme, words))

    def _on_said(self, who: PersonId) -> None:
        is_easy = self._asked[who].chosen_key() == _EASY
        said = partial(self.services.editions.reader_said, self.bridge.meeting_id, who, is_easy=is_easy)
        self.bridge.ask(said)
