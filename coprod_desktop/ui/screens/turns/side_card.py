"""The card beside the turn: who waits, and one small page at a time that takes the place of the queue."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.screens.turns.queue_row import QueueRow, Waits
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.layouts import Column, Row, holder, laid_out_once
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class SideCard(Card):
    """The queue and its pages.

    Signals: `person_pressed(person id)` in the queue; `adder_pressed(person id)` for one who wants to add;
    `hand_pressed(person id)`, to put a hand up or down, or to join the go-round.
    F4 opens the names with `open_people`; the button `done` and Esc close them.
    """

    person_pressed = Signal(str)
    adder_pressed = Signal(str)
    hand_pressed = Signal(str)

    def __init__(self, theme: Theme, *, name: Callable[[PersonId], str]) -> None:
        super().__init__(theme, padding=20)
        self._theme = theme
        self._queue_rows: dict[str, QueueRow] = {}
        self._pages: dict[QWidget, tuple[str, QWidget]] = {}
        self._back: QWidget | None = None
        self._queue_title = ""
        self._offered: tuple[tuple[PersonId, ...], tuple[PersonId, ...]] = ((), ())
        self._title = WrapLabel(theme, "", TextStyle.HEADING)
        self._count = WrapLabel(theme, "", TextStyle.NOTE)
        self._rows = RowList(theme, self.tr("Waiting to speak"))
        self._nobody = WrapLabel(theme, "", TextStyle.BODY, colour="muted")
        self.people = PeopleChoice(theme, self.tr("Who wants to speak?"), name=name)
        self.add_hand = BigButton(theme, self.tr("Add a hand"), icon=Icon.HAND, key="F4")
        self.done = BigButton(theme, self.tr("Done"), icon=Icon.CHECK)
        self._places = Column(theme)
        self._queue = self._lay_out()
        self._page: QWidget = self._queue
        self.add_page(self.people, self.tr("Who wants to speak?"))
        self.add_hand.clicked.connect(self.open_people)
        self.done.clicked.connect(self.close_choice)
        self.people.pressed.connect(self.hand_pressed)
        self._open(self._queue)

    def add_page(self, content: QWidget, title: str) -> None:
        """Let this take the place of the queue when it is opened."""
        scroll = ScrollColumn(self._theme)
        scroll.add(content)
        scroll.add_stretch()
        scroll.hide()
        self._pages[content] = (title, scroll)
        self._places.addWidget(scroll, 1)

    def show_queue(self, title: str, rows: Sequence[QueueRow], *, nobody: str, add: str) -> None:
        """Show who waits under this title; `nobody` is said if there is no one, `add` stands on the F4 button."""
        self._queue_title = title
        self._rows.setAccessibleName(title)
        with laid_out_once(self, self._queue.widget()):
            self._show_rows({row.key: row for row in rows})
            self._nobody.setText(nobody)
            self._nobody.setVisible(not rows)
            self._count.setText(self._people_words(len(rows)))
            self.add_hand.set_words(add)
            if not self.is_choosing():
                self._show_titles()

    def show_people(self, people: Sequence[PersonId], chosen: Sequence[PersonId]) -> None:
        """Show whom F4 offers, and who of them is chosen already; drawn only while that page is open."""
        self._offered = (tuple(people), tuple(who for who in chosen if who in people))
        if self.is_open(self.people):
            self._fill_people()

    def is_choosing(self) -> bool:
        """Whether a small page is open."""
        return self._page is not self._queue

    def is_open(self, content: QWidget) -> bool:
        """Whether this page is open."""
        return content in self._pages and self._page is self._pages[content][1]

    def open_page(self, content: QWidget, back: QWidget) -> None:
        """Open a page, which must be filled by now; the focus goes to `back` when it is closed."""
        self._back = back
        self._open(self._pages[content][1])

    def drop_page(self, content: QWidget) -> None:
        """Show the queue again if this page is open, because there is nothing to choose any more."""
        if self.is_open(content):
            self._open(self._queue)

    def open_people(self) -> None:
        """Let somebody ask to speak; if the names are there already, the focus goes back to them."""
        self._fill_people()
        self.open_page(self.people, self.add_hand)
        self.people.focus_person()

    def close_choice(self) -> bool:
        """Go back to the queue; says whether a small page was open."""
        if not self.is_choosing():
            return False
        self._open(self._queue)
        back = self._back
        if back is None or not back.isVisible():
            back = self.add_hand
        back.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def queue_words(self) -> list[str]:
        """What the rows say, from the top."""
        return [self._rows.row(key).spoken() for key in self._rows.keys()]  # noqa: SIM118 (not a mapping)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the hand of the focused row down."""
        key = self._rows.focused_key()
        row = self._queue_rows.get(key or "")
        if event.key() == Qt.Key.Key_Delete and row is not None and row.waits is Waits.TO_SPEAK:
            self.hand_pressed.emit(row.person_id)
        else:
            super().keyPressEvent(event)

    # Building

    def _lay_out(self) -> ScrollColumn:
        top = Row(self._theme, gap=8)
        top.addWidget(self._title, 1)
        top.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        self.add_layout(top)
        scroll = ScrollColumn(self._theme)
        for widget in (self._nobody, self._rows):
            scroll.add(widget)
        scroll.add_stretch()
        self._places.addWidget(scroll, 1)
        self.add_layout(self._places, 1)
        foot = Column(self._theme, gap=8)
        foot.addWidget(self.add_hand)
        foot.addWidget(self.done)
        self.add(holder(foot))
        return scroll

    def _show_rows(self, rows: dict[str, QueueRow]) -> None:
        was, self._queue_rows = self._queue_rows, rows
        if list(rows) != list(was):
            kept = {key: self._rows.row(key) for key in was}
            self._rows.set_rows([(key, kept.get(key) or self._make_row(row)) for key, row in rows.items()])
        for key, row in rows.items():
            shown = self._rows.row(key)
            shown.show_words(row.words())
            shown.set_chosen(bool(row.badge))

    def _make_row(self, row: QueueRow) -> CardRow:
        shown = CardRow(self._theme, row.words(), is_pressable=row.is_pressable)
        pressed = self.adder_pressed if row.waits is Waits.TO_ADD else self.person_pressed
        if row.is_pressable:
            shown.pressed.connect(partial(pressed.emit, row.person_id))
        return shown

    def _fill_people(self) -> None:
        people, chosen = self._offered
        self.people.set_value(())
        self.people.show_people(people)
        self.people.set_value(chosen)

    def _open(self, page: QWidget) -> None:
        self._page = page
        is_queue = page is self._queue
        for _title, other in self._pages.values():
            other.setVisible(other is page)
        self._queue.setVisible(is_queue)
        self.done.setVisible(not is_queue)
        self.add_hand.setVisible(is_queue)
        self._show_titles()

    def _show_titles(self) -> None:
        is_queue = self._page is self._queue
        opened = next((title for title, page in self._pages.values() if page is self._page), "")
        title = self._queue_title if is_queue else opened
        self._title.setText(title)
        self.setAccessibleName(title)
        self._count.setVisible(is_queue and bool(self._count.text()))

    def _people_words(self, count: int) -> str:
        if count == 1:
            return self.tr("1 person")
        return self.tr("{count} people").format(count=count) if count else ""
