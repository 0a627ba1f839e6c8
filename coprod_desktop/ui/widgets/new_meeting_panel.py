"""Starts a meeting: a name and a date, nothing more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.notice import Notice
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.letters_hint import CannotPrint, LettersHint
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.notice_line import NoticeLine
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

NoticeOf = Callable[[MeetingDetails], Notice | None]
"""Works out how many days of notice a meeting with these details has."""


class NewMeetingPanel(QWidget):
    """The date is offered and everything else is filled in later. Signals: `start_requested`, `closed`.

    Its button says "Start" for today, and "Make this meeting" for a later day, as nothing starts then.
    """

    start_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, cannot_print: CannotPrint, notice_of: NoticeOf, today: Callable[[], date]) -> None:
        super().__init__()
        self._notice_of = notice_of
        self._today = today
        self._offered: MeetingDetails | None = None
        self._heading = WrapLabel(theme, "", TextStyle.TITLE)
        self._name = LineField(theme)
        self._date = DateField(theme)
        self._notice = NoticeLine(theme)
        self._along = IconLine(theme, Icon.PEOPLE, "")
        self.start = BigButton(theme, self.tr("Start"), kind=ButtonKind.PRIMARY, icon=Icon.START, key="F8")
        self.close_button = BigButton(theme, self.tr("Close"), kind=ButtonKind.QUIET, icon=Icon.CLOSE)
        column = Column(theme, gap=18)
        column.addWidget(self._heading)
        self._row = form_row(theme, column, self.tr("What is the meeting called?"), self._name)
        LettersHint(self._row, self._name, cannot_print)
        hint = self.tr("Left and Right choose a part. Up and Down change it.")
        form_row(theme, column, self.tr("Date"), self._date, hint=hint)
        column.addWidget(self._notice)
        column.addWidget(self._along)
        column.addLayout(flow_of(theme, self.start, self.close_button, gap=12))
        column.addStretch(1)
        self.setLayout(column)
        self.start.clicked.connect(self.start_requested)
        self.close_button.clicked.connect(self.closed)
        self._name.returnPressed.connect(self.start_requested)
        self._name.textEdited.connect(self._row.clear_error)
        self._date.day_changed.connect(self._show_day)

    def ask(self, heading: str, offered: MeetingDetails, along: str) -> None:
        """Offer these details; `along` says what comes along by itself."""
        self._offered = offered
        self._heading.setText(heading)
        self._name.setText(offered.title)
        self._date.set_day(offered.held_on)
        self._along.set_words(along)
        self._along.setVisible(bool(along))
        self._row.clear_error()
        self._show_day()

    def focus_name(self) -> None:
        """Go to the name; typing replaces what is offered."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()

    def details(self) -> MeetingDetails:
        """What was filled in, with the rest as it was offered."""
        if self._offered is None:
            raise LookupError("nothing was offered")
        held_on = self._date.day() or self._offered.held_on
        return replace(self._offered, title=self._name.text(), held_on=held_on)

    def show_error(self, words: str) -> None:
        """Say beside the name what to put right."""
        self._row.show_error(words)

    def _show_day(self) -> None:
        """At once, while the date is typed or stepped."""
        if self._offered is None:
            return
        details = self.details()
        self._notice.show_notice(self._notice_of(details))
        is_later = details.held_on > self._today()
        self.start.set_words(self.tr("Make this meeting") if is_later else self.tr("Start"))
        self.start.set_icon(Icon.ADD if is_later else Icon.START)
