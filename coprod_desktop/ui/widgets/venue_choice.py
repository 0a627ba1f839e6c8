"""Chooses where a meeting is: a place that the group remembers, or a new one by its name."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.text import tidy_word
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.saved_field import SavedField

_MOST_OFFERED = 5


class VenueFace(NamedTuple):
    """A place as it is offered."""

    id: str
    name: str


class VenueChoice(QWidget):
    """A field for the name, and under it the remembered places, those that fit the typed words first.

    Signals: `chosen(venue_id, name)` when the field is left or a place is pressed, the id empty for a name that is not
    remembered; `about_requested(venue_id)` to see all that is known of the place.
    """

    chosen = Signal(str, str)
    about_requested = Signal(str)

    def __init__(self, theme: Theme, words: str = "") -> None:
        super().__init__()
        self._venues: tuple[VenueFace, ...] = ()
        self._shown = ""
        self.field = SavedField(theme, words or self.tr("Where is it?"), hint=self.tr("Type a name. It is remembered."))
        self.offered = ChoiceButtons(theme, self.tr("Places we know"))
        self._offered_row = holder(self._offers(theme))
        self.known = IconLine(theme, Icon.PLACE, "", TextStyle.NOTE)
        self.missing = SpokenLabel(theme, "", TextStyle.STRONG)
        self.about = BigButton(theme, self.tr("About this place"), kind=ButtonKind.QUIET, icon=Icon.PLACE)
        column = Column(theme, gap=8)
        for part in (self.field, self._offered_row, self.known, self.missing):
            column.addWidget(part)
        column.addLayout(flow_of(theme, self.about))
        self.setLayout(column)
        self.field.left_with.connect(self._on_typed)
        self.offered.chosen_changed.connect(self._on_pressed)
        self.about.clicked.connect(self._on_about)
        self._offer("")
        self.say("", ())

    def show_venues(self, venues: Sequence[VenueFace]) -> None:
        """Offer these places."""
        if tuple(venues) != self._venues:
            self._venues = tuple(venues)
            self._offer(self.field.words())

    def show_place(self, venue_id: str, words: str) -> None:
        """Show the place that is kept; a meeting of an old file has only words. Words typed half-way stay."""
        self.field.show_words(words)
        self._shown = venue_id
        self._offer(words)
        self.offered.set_chosen(*([venue_id] if venue_id else []))
        self.about.setVisible(bool(venue_id))

    def say(self, known: str, missing: Sequence[str]) -> None:
        """What is known of the place in one line, and what is missing for the people who come; no names."""
        self.known.set_words(known)
        self.known.setVisible(bool(known))
        told = self.tr("Not there for the people who come: {things}.").format(things=", ".join(missing))
        words = told if missing else ""
        if words != self.missing.text():
            self.missing.say(words) if words else self.missing.setText("")
        self.missing.setVisible(bool(words))

    def refuse(self, words: str) -> None:
        """Say beside the field what to put right."""
        self.field.refuse(words)

    def _offers(self, theme: Theme) -> Column:
        column = Column(theme, gap=8)
        column.addWidget(self.offered)
        return column

    def _offer(self, typed: str) -> None:
        """The remembered places, those whose names hold the typed words first; the chosen one is always there."""
        wanted = tidy_word(typed).split()
        fitting = [one for one in self._venues if all(word in tidy_word(one.name) for word in wanted)]
        others = [one for one in self._venues if one not in fitting]
        first = [one for one in (*fitting, *others) if one.id == self._shown]
        listed = [*first, *(one for one in (*fitting, *others) if one not in first)][:_MOST_OFFERED]
        had_focus = self.offered.isAncestorOf(self.window().focusWidget() or self)
        self.offered.set_choices(Choice(one.id, one.name) for one in listed)
        self.offered.set_chosen(*([self._shown] if self._shown else []))
        self._offered_row.setVisible(bool(listed))
        if had_focus and listed:  # a place that was typed just now is not among them yet
            keys = [one.id for one in listed]
            kept = self._shown if self._shown in keys else keys[0]
            self.offered.button(kept).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self, words: str) -> None:
        same = next((one for one in self._venues if tidy_word(one.name) == tidy_word(words)), None)
        self.chosen.emit(*(same or VenueFace("", words.strip())))

    def _on_pressed(self) -> None:
        face = next((one for one in self._venues if one.id == self.offered.chosen_key()), None)
        if face is not None:
            self.chosen.emit(*face)

    def _on_about(self) -> None:
        self.about_requested.emit(self._shown)
