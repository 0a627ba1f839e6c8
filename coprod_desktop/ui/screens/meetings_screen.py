"""The meetings of the group: carry on with one, start the next from it, or begin a new one."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.notice import Notice, notice_of
from coprod_desktop.services.clock import today
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets import meeting_list as acts
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.face_layout import FaceLayout
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.meeting_list import MeetingList
from coprod_desktop.ui.widgets.new_meeting_panel import NewMeetingPanel
from coprod_desktop.ui.widgets.screen import Screen
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.meeting_service import RunningMeeting


class MeetingsScreen(Screen):
    """Changed last first. A new meeting needs a name and nothing else; its people are put on the list."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._theme = theme
        self._services = services
        self._bridge = bridge
        self._last: MeetingId | None = None
        self._rows = MeetingList(theme, self.tr("Our meetings"))
        self._away_rows = MeetingList(theme, self.tr("Put away"))
        self._new = BigButton(theme, self.tr("New meeting"), kind=ButtonKind.PRIMARY, icon=Icon.ADD, key="Ctrl N")
        self._none = WrapLabel(theme, self.tr("No meetings yet. Start the first one."), TextStyle.LEAD)
        self._panel = NewMeetingPanel(
            theme, services.cannot_print_words, self._notice_of, partial(today, services.clock)
        )
        self._away_card = Card(theme, self.tr("Put away"))
        self._away_words = WrapLabel(theme, "", TextStyle.BODY)
        self._show_away = BigButton(theme, self.tr("Show them"), icon=Icon.SHOW)
        self._venues = BigButton(theme, self.tr("Our places"), icon=Icon.PLACE)
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """Where we are."""
        return self.tr("Our meetings")

    def on_shown(self) -> None:
        """Show the meetings as they are now."""
        self._show()

    def focus_first(self) -> None:
        """Go to the name that is being typed, else to the meeting changed last, else to a new one."""
        if not self._panel.isHidden():
            self._panel.focus_name()
        elif self._rows.keys():
            self._rows.focus_meeting(self._rows.keys()[0])
        else:
            self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Close the panel, or the acts of the chosen meeting."""
        if not self._panel.isHidden():
            self._close_panel()
            return True
        for rows in (self._rows, self._away_rows):
            if rows.chosen is not None:
                rows.choose(None)
                return True
        return False

    def start_new(self) -> None:
        """Open the panel for a new meeting. A name typed before is still there."""
        if self._panel.isHidden() or self._last is not None:
            self._last = None
            heading = self.tr("A new meeting")
            along = self.tr("The people of the group are put on its list.")
            self._panel.ask(heading, self._services.meetings.suggested_details(), along)
        self._open_panel()

    # Building

    def _lay_out(self) -> None:
        theme = self._theme
        main = Card(theme, gap=10)
        self._list = QWidget()
        heading = FaceLayout(theme, side=0)
        heading.addWidget(WrapLabel(theme, self.title(), TextStyle.TITLE))
        heading.addWidget(self._new)
        scroll = ScrollColumn(theme)
        scroll.add(self._none)
        scroll.add(self._rows)
        scroll.add_stretch()
        column = Column(theme, gap=10)
        column.addLayout(heading)
        column.addWidget(scroll, 1)
        self._list.setLayout(column)
        main.add(self._list, 1)
        main.add(self._panel, 1)
        self._panel.hide()
        outer = Column(theme)
        outer.addWidget(WorkArea(theme, main, self._make_side()))
        self.setLayout(outer)

    def _make_venues(self) -> QWidget:
        card = Card(self._theme, self.tr("Where we meet"))
        kept = self.tr("The places we know, and what somebody found there.")
        card.add(WrapLabel(self._theme, kept, TextStyle.BODY))
        card.add(self._venues)
        card.add_stretch()
        return card

    def _make_side(self) -> QWidget:
        away = self._away_card
        away.add(self._away_words)
        away.add(self._show_away)
        scroll = ScrollColumn(self._theme)
        scroll.add(self._away_rows)
        scroll.add_stretch()
        away.add(scroll, 1)
        self._away_rows.hide()
        self._side = Column(self._theme, gap=14)
        self._side.addWidget(self._make_venues())
        self._side.addWidget(away, 1)
        return holder(self._side)

    def _connect(self) -> None:
        self._new.clicked.connect(self.start_new)
        self._venues.clicked.connect(partial(self.go_requested.emit, "venues"))
        self._rows.act_requested.connect(self._on_act)
        self._away_rows.act_requested.connect(self._on_act)
        self._panel.start_requested.connect(self._on_start)
        self._panel.closed.connect(self._close_panel)
        self._show_away.clicked.connect(self._on_show_away)
        self.bind("Ctrl+N", self._new)
        self.bind("F8", self._panel.start)

    # Showing

    def _show(self) -> None:
        group = self._services.groups.current()
        headers = self._services.meetings.headers(group.id) if group else ()
        away = self._services.meetings.put_away_headers(group.id) if group else ()
        self._rows.show_meetings(headers)
        self._away_rows.show_meetings(away)
        self._none.setVisible(not headers)
        self._away_card.setVisible(bool(away))
        self._side.setStretch(0, 0 if away else 1)  # no grey room below the only card
        if not away:
            self._away_rows.hide()
        self._away_words.setText(self._count_words(len(away)))
        self._name_show_button()

    def _count_words(self, count: int) -> str:
        if count == 1:
            return self.tr("1 meeting is put away.")
        return self.tr("{count} meetings are put away.").format(count=count)

    def _name_show_button(self) -> None:
        self._show_away.set_words(self.tr("Show them") if self._away_rows.isHidden() else self.tr("Hide them"))

    # Acts

    def _on_act(self, meeting_id: str, act: str) -> None:
        if act == acts.OPEN:
            self.meeting_requested.emit(meeting_id)
        elif act == acts.NEXT:
            self._start_next(MeetingId(meeting_id))
        elif self._bridge.ask(partial(self._move, MeetingId(meeting_id), act)).is_done:
            self._show()
            self.acted.emit("meeting_put_away" if act == acts.PUT_AWAY else "meeting_brought_back")
            self.focus_first()

    def _move(self, meeting_id: MeetingId, act: str) -> None:
        requests = self._services.meetings.open(meeting_id).requests
        if act == acts.PUT_AWAY:
            requests.put_away()
        else:
            requests.bring_back()

    def _on_show_away(self) -> None:
        self._away_rows.setVisible(self._away_rows.isHidden())
        self._name_show_button()

    # The panel for a new meeting

    def _start_next(self, last_id: MeetingId) -> None:
        self._last = last_id
        last = self._services.meetings.open(last_id).live.state
        offered = self._services.meetings.suggested_details(last_id)
        along = self.tr("People on the list: {count}.").format(count=len(last.attendance.keys() - self._gone()))
        if offered.venue:
            along += " " + self.tr("Place: {place}.").format(place=offered.venue)
        self._panel.ask(self.tr("The next meeting"), offered, along)
        self._open_panel()

    def _open_panel(self) -> None:
        self._panel.show()
        self._panel.focus_name()
        self._list.hide()

    def _close_panel(self) -> None:
        self._list.show()
        self._panel.close_button.clearFocus()
        self._panel.hide()
        self.focus_first()

    def _on_start(self) -> None:
        outcome = self._bridge.ask(self._begin, says_refusals=False)
        if outcome.refusal is not None:
            self._panel.show_error(words_for(outcome.refusal.reason))
        elif outcome.value is not None:
            self._close_panel()
            self.meeting_requested.emit(outcome.value.live.id)

    def _notice_of(self, details: MeetingDetails) -> Notice | None:
        """For those who will be on its list: the people of the last meeting, or all of the group."""
        group = self._services.groups.current()
        if group is None:
            return None
        people = self._services.people.people(group.id)
        if self._last is not None:
            listed = self._services.meetings.open(self._last).live.state.attendance
            people = tuple(person for person in people if person.id in listed)
        return notice_of(details, people, today=today(self._services.clock), rule_days=group.notice_days)

    def _gone(self) -> frozenset[PersonId]:
        """Who is no longer here, so that nobody asks them again."""
        group = self._services.groups.current()
        gone = self._services.people.no_longer_here(group.id) if group is not None else ()
        return frozenset(person.id for person in gone)

    def _begin(self) -> "RunningMeeting | None":
        group, details = self._services.groups.current(), self._panel.details()
        if group is None:
            return None
        if self._last is not None:
            return self._services.meetings.begin_next(self._last, details, but=self._gone())
        people = [person.id for person in self._services.people.people(group.id)]
        return self._services.meetings.begin(group.id, details, people)
