"""Home of a group: carry on with a meeting or get ready for it, begin one, see the latest and the people."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.screens.home.first_view import FirstView, MeetingCard
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.home_panel import HomePanel
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.person_tag import PersonTag
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.ui.widgets.card_row import CardRow
    from coprod_desktop.ui.widgets.next_meeting_card import NextMeetingCard

_MOST_ROWS = 3


class GroupHome(QWidget):
    """The panel, a new meeting, the latest meetings and the people.

    Signals: `meeting_requested(meeting id)`, `new_meeting_requested`, `go_requested(place)`.
    """

    meeting_requested = Signal(str)
    new_meeting_requested = Signal()
    go_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._carry_on_id = ""
        self._told_names: tuple[str, ...] = ()
        self.panel = HomePanel(theme, "", "", "")
        self.carry_on = BigButton(theme, self.tr("Carry on"), kind=ButtonKind.ON_PRIMARY, icon=Icon.START, key="F8")
        self.new_in_panel = BigButton(
            theme, self.tr("New meeting"), kind=ButtonKind.ON_PRIMARY, icon=Icon.ADD, key="F8"
        )
        self.new = BigButton(theme, self.tr("New meeting"), icon=Icon.ADD, key="Ctrl N")
        self._meetings = RowList(theme, self.tr("Meetings"))
        self._latest = Card(theme, self.tr("Our meetings"), self.tr("There are none yet."))
        self._people = Card(theme, self.tr("Our people"), " ", heading_style=TextStyle.BIG_HEADING)
        self._names = FlowLayout(theme, gap=12)
        self._new_card = self._make_new_card()
        self._next: NextMeetingCard | None = None
        self._who_waits: CardRow | None = None
        self._beside = Column(theme, gap=14)
        self._not_arranged = 0
        self._view = FirstView()
        self._low = EvenRow(theme, gap=14)
        self._lay_out()
        self._connect()

    def first_button(self) -> QWidget:
        """The likeliest next act."""
        return self.carry_on if self._carry_on_id else self.new_in_panel

    def show_view(self, view: FirstView) -> None:
        """Tell what there is now."""
        first = view.unfinished[0] if view.unfinished else None
        coming = view.next_meeting()
        if coming != self._view.next_meeting():
            self._not_arranged = 0
        self._view = view
        self._carry_on_id = first.id if first else ""
        self.carry_on.setVisible(first is not None)
        self.new_in_panel.setVisible(first is None)
        self._new_card.setVisible(first is not None)
        self._show_panel(first, view)
        self._show_next(coming if coming != first else None)
        rest = (*view.unfinished[1:], *view.finished)
        self._show_meetings(rest[:_MOST_ROWS])
        none = self.tr("There are no others yet.") if first is not None else self.tr("There are none yet.")
        note = "" if rest else none
        self._latest.set_heading(self.tr("Our meetings"), note)
        self._people.set_heading(self.tr("Our people"), self._people_words(view.people_count))
        self._show_names(view)

    def _show_panel(self, first: MeetingCard | None, view: FirstView) -> None:
        if first is None:
            words = self.tr("People and places are already here. You do not type them again.")
            if not view.people_count:
                words = self.tr("All you need is a name for it.")
            self.panel.show_words(self.tr("Start something new"), self.tr("A new meeting from a blank page"), words)
            return
        is_to_come = view.is_to_come(first)
        self.carry_on.set_words(self.tr("Get ready") if is_to_come else self.tr("Carry on"))
        self.carry_on.set_icon(Icon.GET_READY if is_to_come else Icon.START)
        if is_to_come:
            self._show_to_come(first, view)
            return
        where = self.tr("Nothing is on the agenda yet.")
        if first.item_number:
            where = self.tr("Item {number} of {count}.").format(number=first.item_number, count=first.item_count)
        elif first.item_count:
            where = self.tr("The agenda has {count}.").format(count=self._items_words(first.item_count))
        words = f"{day_words(first.held_on)}.\n{where} {self.tr('Nothing is lost.')}"
        self.panel.show_words(self.tr("Not finished"), first.title, words)

    def _show_to_come(self, first: MeetingCard, view: FirstView) -> None:
        from coprod_desktop.ui.widgets.next_meeting_card import days_to_come, not_arranged_words

        days = days_to_come(first.held_on, view.today or first.held_on)
        is_counted = first == view.next_meeting()
        told = not_arranged_words(self._not_arranged) if is_counted else ""
        when = f"{day_words(first.held_on)}. {days}"
        self.panel.show_words(self.tr("Next meeting"), first.title, "\n".join(filter(None, (when, told))))

    def show_not_arranged(self, count: int) -> None:
        """Say how many things are not arranged for the next meeting."""
        self._not_arranged = count
        if self._next is not None and not self._next.isHidden():
            self._next.show_not_arranged(count)
        elif self._view.unfinished:
            self._show_panel(self._view.unfinished[0], self._view)

    def show_who_waits(self, count: int) -> None:
        """Say how many wait to hear what happened to their idea; a press leads to them."""
        if count:
            self._say_who_waits(count)
        if self._who_waits is not None:
            self._who_waits.setVisible(count > 0)

    def _say_who_waits(self, count: int) -> None:
        from coprod_desktop.ui.widgets.card_row import CardRow
        from coprod_desktop.ui.widgets.row_face import RowWords
        from coprod_desktop.ui.widgets.waits_to_hear_card import waits_to_hear_words

        words = RowWords(title=waits_to_hear_words(count), icon=Icon.TELL_THEM)
        if self._who_waits is None:
            self._who_waits = CardRow(self._theme, words)
            self._who_waits.pressed.connect(partial(self.go_requested.emit, "ideas"))
            self._beside.insertWidget(0, self._who_waits)
        self._who_waits.show_words(words)

    def _show_next(self, card: MeetingCard | None) -> None:
        """The next meeting stands where the people do, if the panel tells of another meeting."""
        self._people.setVisible(card is None)
        if self._next is not None:
            self._next.setVisible(card is not None)
        if card is None:
            return
        if self._next is None:
            self._next = self._make_next()
        self._next.show_meeting(card.title, card.held_on, self._view.today or card.held_on)
        self._next.show_not_arranged(self._not_arranged)

    def _make_next(self) -> "NextMeetingCard":
        from coprod_desktop.ui.widgets.next_meeting_card import NextMeetingCard

        made = NextMeetingCard(self._theme)
        made.ready.clicked.connect(self._on_get_ready)
        self._low.addWidget(made)
        made.show()
        return made

    def _show_names(self, view: FirstView) -> None:
        if self._told_names == view.first_people:
            return
        self._told_names = view.first_people
        empty_layout(self._names)
        for name in view.first_people:
            self._names.addWidget(PersonTag(self._theme, name))

    def _show_meetings(self, cards: Iterable[MeetingCard]) -> None:
        self._meetings.set_rows([(card.id, self._meeting_row(card)) for card in cards])

    def _meeting_row(self, card: MeetingCard) -> "CardRow":
        from coprod_desktop.ui.widgets.card_row import CardRow  # the first picture has no rows yet
        from coprod_desktop.ui.widgets.row_face import RowWords

        row = CardRow(self._theme, RowWords(title=card.title, note=day_words(card.held_on)))
        row.pressed.connect(partial(self.meeting_requested.emit, card.id))
        return row

    def _make_new_card(self) -> Card:
        card = Card(self._theme, self.tr("A new meeting"), heading_style=TextStyle.BIG_HEADING)
        card.add(WrapLabel(self._theme, self.tr("Start with a blank page."), TextStyle.NOTE))
        card.add(WrapLabel(self._theme, self.tr("People and places are already here. You do not type them again.")))
        card.add_stretch()
        card.add(self.new)
        return card

    def _lay_out(self) -> None:
        people = BigButton(self._theme, self.tr("See our people"), icon=Icon.PEOPLE)
        people.clicked.connect(partial(self.go_requested.emit, "people"))
        change = BigButton(self._theme, self.tr("Change group"), icon=Icon.SWAP_WORDS)
        change.clicked.connect(partial(self.go_requested.emit, "group"))
        self._people.add_layout(self._names)
        self._people.add_stretch()
        self._people.add(people)
        self.panel.add_button(self.carry_on)
        self.panel.add_button(self.new_in_panel)
        low = self._low
        low.addWidget(self._new_card)
        low.addWidget(self._people)
        main, side = QWidget(), QWidget()
        column = Column(self._theme, gap=16)
        column.addWidget(self.panel, 5)
        column.addLayout(low, 6)
        main.setLayout(column)
        self._beside.addWidget(self._latest, 1)
        side.setLayout(self._beside)
        self._latest.add(self._meetings)
        self._latest.add_stretch()
        all_meetings = BigButton(self._theme, self.tr("See all meetings"), icon=Icon.MEETINGS)
        all_meetings.clicked.connect(partial(self.go_requested.emit, "meetings"))
        self._latest.add(all_meetings)
        self._latest.add(change)
        whole = Column(self._theme)
        whole.addWidget(WorkArea(self._theme, main, side))
        self.setLayout(whole)

    def _connect(self) -> None:
        self.carry_on.clicked.connect(self._on_carry_on)
        for button in (self.new, self.new_in_panel):
            button.clicked.connect(self.new_meeting_requested)

    def _on_carry_on(self) -> None:
        self.meeting_requested.emit(self._carry_on_id)

    def _on_get_ready(self) -> None:
        card = self._view.next_meeting()
        if card is not None:
            self.meeting_requested.emit(card.id)

    def _people_words(self, count: int) -> str:
        if count == 0:
            return self.tr("Nobody is on the list yet.")
        return self.tr("1 person") if count == 1 else self.tr("{count} people").format(count=count)

    def _items_words(self, count: int) -> str:
        return self.tr("1 item") if count == 1 else self.tr("{count} items").format(count=count)
