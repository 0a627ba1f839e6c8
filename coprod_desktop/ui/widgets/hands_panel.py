"""Who waits to speak, in the order in which they asked; adding a hand; and how long a turn is."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.turn_length_choice import TurnLengthChoice
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class Hand(NamedTuple):
    """A person who asked to speak, with the reason in words."""

    person_id: PersonId
    name: str
    reason: str


class HandsPanel(Card):
    """The queue, with two small panels that take its place: one for hands, one for the turn length.

    Signals: `person_pressed(person id)` in the queue; `hand_pressed(person id)`, to put a hand up or down.
    `length` has its own signals. Buttons to bind: `add_hand`, `done`. `times` opens the turn length; it may stand
    elsewhere.
    """

    person_pressed = Signal(str)
    hand_pressed = Signal(str)

    def __init__(self, theme: Theme, *, name: Callable[[PersonId], str]) -> None:
        super().__init__(theme, padding=20)
        self._theme = theme
        self._shown: tuple[list[PersonId], PersonId | None] = ([], None)
        self._title = WrapLabel(theme, "", TextStyle.HEADING)
        self._count = WrapLabel(theme, "", TextStyle.NOTE)
        self._rows = RowList(theme, self.tr("Waiting to speak"))
        self._nobody = WrapLabel(theme, self.tr("Nobody is waiting."), TextStyle.BODY, colour="muted")
        self.people = PeopleChoice(theme, self.tr("Who wants to speak?"), name=name)
        self.length = TurnLengthChoice(theme)
        self.add_hand = BigButton(theme, self.tr("Add a hand"), icon=Icon.HAND, key="F4")
        self.times = BigButton(theme, self.tr("Turns: no timers"), kind=ButtonKind.QUIET, icon=Icon.CLOCK)
        self.done = BigButton(theme, self.tr("Done"), icon=Icon.CHECK, key="F4")
        self._queue, self._chooser, self._lengths = QWidget(), QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self._open(self._queue)

    def show_hands(self, hands: Sequence[Hand], next_id: PersonId | None) -> None:
        """Show the queue; `next_id` is offered as next."""
        shown = ([hand.person_id for hand in hands], next_id)
        words = {hand.person_id: _row_words(hand, at, self._next_words(hand, next_id)) for at, hand in enumerate(hands)}
        if shown != self._shown:
            self._shown = shown
            self._rows.set_rows([(who, self._make_row(who, words[who], next_id)) for who in words])
        else:
            for who in words:
                self._rows.row(who).show_words(words[who])
        self._nobody.setVisible(not hands)
        self._count.setText(self._people_words(len(hands)))
        self._count.setVisible(bool(hands) and not self.is_choosing())

    def show_people(self, people: Sequence[PersonId], hands: Sequence[PersonId]) -> None:
        """Show who is here, and whose hand is up."""
        self.people.show_people(people)
        self.people.set_value([who for who in hands if who in people])

    def show_length(self, seconds: int | None, *, has_clocks: bool) -> None:
        """Show the usual length of a turn."""
        self.length.show_length(seconds, has_clocks=has_clocks)
        self.times.set_icon(Icon.CLOCK if has_clocks else Icon.NO_CLOCK)
        self.times.set_words(self._length_words(seconds) if has_clocks else self.tr("No clocks here"))

    def is_choosing(self) -> bool:
        """Whether one of the small panels is open."""
        return self._queue.isHidden()

    def close_choice(self) -> bool:
        """Go back to the queue; says whether a small panel was open."""
        if not self.is_choosing():
            return False
        back = self.times if self._chooser.isHidden() else self.add_hand
        self._open(self._queue)
        back.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def open_people(self) -> None:
        """Let somebody ask to speak."""
        self._open(self._chooser)
        self.people.focus_person()

    def open_length(self) -> None:
        """Let the group choose how long a turn is."""
        self._open(self._lengths)
        self.length.focus_chosen()

    def queue_words(self) -> list[str]:
        """What the rows say, from the top."""
        return [self._rows.row(key).spoken() for key in self._rows.keys()]  # noqa: SIM118 (not a mapping)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the hand of the focused row down."""
        key = self._rows.focused_key()
        if event.key() == Qt.Key.Key_Delete and key is not None:
            self.hand_pressed.emit(key)
        else:
            super().keyPressEvent(event)

    # Building

    def _lay_out(self) -> None:
        theme = self._theme
        top = Column(theme, gap=0)
        top.addWidget(self._title)
        top.addWidget(self._count)
        self.add_layout(top)
        self._queue = self._scrolled(self._nobody, self._rows)
        self._chooser = self._scrolled(self.people)
        self._lengths = self._scrolled(self.length)
        for part in (self._queue, self._chooser, self._lengths):
            self.add(part, 1)
        foot = Column(theme, gap=10)
        for widget in (self.add_hand, self.done):
            foot.addWidget(widget)
        self.add(holder(foot))

    def _scrolled(self, *widgets: QWidget) -> QWidget:
        scroll = ScrollColumn(self._theme)
        for widget in widgets:
            scroll.add(widget)
        scroll.add_stretch()
        return scroll

    def _connect(self) -> None:
        self.add_hand.clicked.connect(self.open_people)
        self.times.clicked.connect(self.open_length)
        self.done.clicked.connect(self.close_choice)
        self.people.pressed.connect(self.hand_pressed)

    def _open(self, part: QWidget) -> None:
        titles = {
            self._queue: self.tr("Waiting to speak"),
            self._chooser: self.tr("Who wants to speak?"),
            self._lengths: self.tr("How long is a turn?"),
        }
        self._title.setText(titles[part])
        self.setAccessibleName(titles[part])
        for other in titles:
            other.setVisible(other is part)
        is_queue = part is self._queue
        self._count.setVisible(is_queue and bool(self._count.text()))
        self.done.setVisible(not is_queue)
        self.add_hand.setVisible(is_queue)

    def _make_row(self, who: PersonId, words: RowWords, next_id: PersonId | None) -> CardRow:
        row = CardRow(self._theme, words)
        row.pressed.connect(partial(self.person_pressed.emit, who))
        row.set_chosen(who == next_id)
        return row

    # Words

    def _next_words(self, hand: Hand, next_id: PersonId | None) -> str:
        return self.tr("Next") if hand.person_id == next_id else ""

    def _people_words(self, count: int) -> str:
        if count == 1:
            return self.tr("1 person")
        return self.tr("{count} people").format(count=count) if count else ""

    def _length_words(self, seconds: int | None) -> str:
        if seconds is None:
            return self.tr("Turns: no timers")
        if seconds == 60:
            return self.tr("Turns: 1 minute")
        if seconds % 60:
            return self.tr("Turns: {count} seconds").format(count=seconds)
        return self.tr("Turns: {count} minutes").format(count=seconds // 60)


def _row_words(hand: Hand, at: int, badge: str) -> RowWords:
    return RowWords(title=hand.name, note=hand.reason, number=str(at + 1), is_number_circled=True, badge=badge)
