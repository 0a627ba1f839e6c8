"""Puts the agenda in the order that people gave it with dots on paper, or with hands."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from coprod_desktop.domain.agenda_order import countable
from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.room import OrderedBy
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.count_lines import CountLine, CountLines
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.shown_words import shown_words
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class OrderForm(FormPanel):
    """Dots or hands, and a number for each item that waits. Buttons to connect: `save`, `back`."""

    def __init__(self, theme: Theme, *, words: Callable[[StrEnum], str]) -> None:
        super().__init__(theme, self.tr("Set the order"), self.tr("Put in this order"), icon=Icon.SET_ORDER)
        self._offered: tuple[CountLine, ...] = ()
        self._how = ChoiceButtons(theme, self.tr("How do we choose?"), [Choice(one, words(one)) for one in OrderedBy])
        self._how.chosen_changed.connect(self._show_hint)
        self._how.set_chosen(OrderedBy.DOTS)
        self._hint = WrapLabel(theme, "", TextStyle.BODY, colour="muted")
        self._counts = CountLines(theme, self.tr("How many for each item?"))
        self._counts.finished.connect(self._on_finished)
        self.add_field("how", self.tr("How do we choose?"), self._how)
        self.add_part(self._hint)
        self.add_field(
            "counts",
            self.tr("How many for each item?"),
            self._counts,
            hint=self.tr("Most come first. Where it is the same, the order stays."),
        )
        self.end_fields(has_more=False)
        self._show_hint()

    @property
    def ordered_by(self) -> OrderedBy:
        """Dots or hands."""
        return OrderedBy(self._how.chosen_key() or OrderedBy.DOTS)

    def show_agenda(self, state: MeetingState) -> None:
        """Offer the items that wait; numbers stay while these are the same items."""
        numbers = {item.id: number for number, item in enumerate(state.listed_items, 1)}
        lines = tuple(
            CountLine(item.id, f"{numbers[item.id]}. {shown_words(item.details.title)}") for item in countable(state)
        )
        if lines != self._offered:
            typed, had_focus = self._counts.counts(), self._counts.has_focus()
            self._offered = lines
            self._counts.show_lines(lines)
            for line in lines:
                self._counts.field(line.key).set_count(typed.get(line.key))
            if had_focus:
                self._counts.begin()
        self.clear_errors()

    def forget(self) -> None:
        """The numbers were used; the next time begins empty."""
        self._offered = ()
        self._counts.show_lines(())

    def counts(self) -> Mapping[AgendaItemId, int]:
        """The numbers that were typed."""
        return {AgendaItemId(key): count for key, count in self._counts.counts().items()}

    def show_error(self, key: str, words: str) -> bool:
        """Say beside the numbers what to put right."""
        is_empty = key == "counts" and not self.counts()
        return super().show_error(key, self.tr("Please write at least 1 number.") if is_empty else words)

    def begin(self) -> None:
        """Go to the first number."""
        self._counts.begin()

    def _on_finished(self) -> None:
        self.save.click()

    def _show_hint(self) -> None:
        dots = self.tr("Draw the dots on paper. Everyone puts their dots beside items. Then count them.")
        hands = self.tr("Read each item aloud. Count the hands, or a word or a card instead.")
        self._hint.setText(dots if self.ordered_by is OrderedBy.DOTS else hands)
