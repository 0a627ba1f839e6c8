"""The meetings of a group as rows: what, when, where, and where each stands."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_header import MeetingHeader
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.act_row import ActRow, RowAct
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList

OPEN, NEXT, PUT_AWAY, BRING_BACK = "open", "next", "put_away", "bring_back"
"""The acts of a row."""


class MeetingList(QWidget):
    """Rows that open to their acts. Signal: `act_requested(meeting id, act)`."""

    act_requested = Signal(str, str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._chosen: str | None = None
        self._shown: tuple[MeetingHeader, ...] = ()
        self._rows = RowList(theme, name)
        column = Column(theme)
        column.addWidget(self._rows)
        self.setLayout(column)

    @property
    def chosen(self) -> str | None:
        """The meeting whose acts can be seen."""
        return self._chosen

    def show_meetings(self, headers: Sequence[MeetingHeader]) -> None:
        """Show these meetings, in this order; the chosen one stays chosen."""
        if tuple(headers) == self._shown:
            return
        self._shown = tuple(headers)
        self._rows.set_rows([(header.id, self._make_row(header)) for header in headers])
        self.choose(self._chosen if self._chosen in self.keys() else None)

    def keys(self) -> list[str]:
        """The ids of the meetings, from the top."""
        return self._rows.keys()

    def choose(self, meeting_id: str | None) -> None:
        """Open the acts of a meeting, or close them."""
        self._chosen = meeting_id
        for key in self.keys():
            row = self.row(key)
            if key != meeting_id and row.focused_act():
                self.focus_meeting(key)
            row.set_chosen(key == meeting_id)

    def focus_meeting(self, meeting_id: str) -> None:
        """Go to the row of a meeting."""
        self.row(meeting_id).focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def row(self, meeting_id: str) -> ActRow:
        """The row of a meeting."""
        row = self._rows.row(meeting_id)
        if not isinstance(row, ActRow):
            raise LookupError(meeting_id)
        return row

    def _make_row(self, header: MeetingHeader) -> ActRow:
        place = f"{day_words(header.held_on)}, {header.venue}" if header.venue else day_words(header.held_on)
        icon = Icon.START if header.phase is Phase.OPEN else Icon.CHECK
        words = RowWords(title=header.title, note=f"{place}\n{self._stands(header)}", icon=icon)
        row = ActRow(self._theme, words, self._acts(header))
        row.pressed.connect(partial(self._on_pressed, header.id))
        row.act_requested.connect(partial(self.act_requested.emit, header.id))
        return row

    def _stands(self, header: MeetingHeader) -> str:
        if header.phase is not Phase.OPEN:
            return self.tr("Finished.")
        if not header.item_number:
            return self.tr("Not finished. No item was started.")
        words = self.tr("Not finished. Item {number} of {count}.")
        return words.format(number=header.item_number, count=header.item_count)

    def _acts(self, header: MeetingHeader) -> tuple[RowAct, ...]:
        if header.is_put_away:
            return (RowAct(BRING_BACK, self.tr("Bring it back"), Icon.BACK),)
        open_words = self.tr("Carry on") if header.phase is Phase.OPEN else self.tr("Open")
        return (
            RowAct(OPEN, open_words, Icon.START),
            RowAct(NEXT, self.tr("Start the next one"), Icon.ADD),
            RowAct(PUT_AWAY, self.tr("Put away"), Icon.FOLDER),
        )

    def _on_pressed(self, meeting_id: MeetingId) -> None:
        self.choose(None if meeting_id == self._chosen else meeting_id)
        if self._chosen is not None:
            self.row(self._chosen).focus_act(OPEN, BRING_BACK)
