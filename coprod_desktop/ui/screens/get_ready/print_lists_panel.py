"""Lists to print: what each list is, who it is for, and one press to print or save it (R03, DP-04).

To print a list is to open it on this screen, with what stands on it; so all of it is behind the question who sees it.
"""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.folder_place import FolderPlace
from coprod_desktop.ui.widgets.long_work import LongWork, Progress, Stopped
from coprod_desktop.ui.widgets.private_cover import PrivateCover
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.saved_file import SavedFile
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.role_list_service import RoleFile, RoleList


class _Rows(ScrollColumn):
    """The lists."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.nothing = WrapLabel(theme, self.tr("There is nothing to print yet."), TextStyle.LEAD)
        self.lists = RowList(theme, self.tr("Lists to print"), gap=0)
        for part in (self.nothing, self.lists):
            self.add(part)
        self.add_stretch()


class PrintListsPanel(Card):
    """A row for each list that has something on it. Signals: `closed`. Buttons: `main` saves all of them."""

    closed = Signal()

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        note = self.tr("Give each list only to the person it is for.")
        super().__init__(theme, self.tr("Lists to print"), note, heading_style=TextStyle.TITLE)
        self._theme, self._services, self._bridge = theme, services, bridge
        self._lists: tuple[RoleList, ...] = ()
        self._folder: Path | None = None
        self._opens = False
        self._prints: dict[str, BigButton] = {}
        self._work = LongWork(self)
        self._cover = PrivateCover(theme, bridge.sight, self._make_rows)
        self.main = BigButton(theme, self.tr("Save all lists"), kind=ButtonKind.PRIMARY, icon=Icon.SAVE, key="F8")
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self._saved = SavedFile(theme, self.main)
        self._lay_out()
        self.main.clicked.connect(self._on_save_all)
        self.back.clicked.connect(self.closed)
        self._work.done.connect(self._on_made)
        self._work.failed.connect(self._on_failed)
        for signal in (self._cover.uncovered, self._cover.covered):
            signal.connect(self._show_rows)
        self._show_rows()

    @property
    def is_working(self) -> bool:
        """Whether lists are being made."""
        return self._work.is_running

    def show_state(self, _state: MeetingState) -> None:
        """Show the lists that there are for this meeting."""
        self._show_rows()

    def focus_likely(self) -> None:
        """Go to the first list, at the top, or to the question who can see this screen."""
        if self._cover.content is None:
            self._cover.question.focus_first()
            return
        first = next(iter(self._prints.values()), self.back)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def message_words(self) -> str:
        """What came of it."""
        return self._saved.words()

    def is_half_typed(self) -> bool:
        """There is nothing to type."""
        return False

    def end(self) -> None:
        """Wait for what is being made."""
        self._work.end()

    # Parts

    def _lay_out(self) -> None:
        self.add(self._cover, 1)
        self.add(self._saved)
        self.add_layout(flow_of(self._theme, self.main, self.back, gap=12))

    def _make_rows(self) -> "_Rows":
        self._prints.clear()
        return _Rows(self._theme)

    def _show_rows(self) -> None:
        """The lists that there are now; none of them while the room may see this screen."""
        rows = self._cover.content
        if not isinstance(rows, _Rows) or not self._bridge.has_meeting:
            self._lists = ()
            self._saved.put_away()  # it would open a list
            self.main.hide()
            return
        self._lists = self._services.role_lists.lists(self._bridge.meeting_id, self._bridge.state)
        if [which.value for which in self._lists] != rows.lists.keys():
            self._prints.clear()
            rows.lists.set_rows([(which.value, self._row(which)) for which in self._lists])
        for which in self._lists:
            rows.lists.row(which.value).show_words(self._row_words(which))
        rows.nothing.setHidden(bool(self._lists))
        self.main.setVisible(bool(self._lists))

    def _row(self, which: "RoleList") -> CardRow:
        words = self._row_words(which)
        row = CardRow(self._theme, words, is_pressable=False, is_flat=True)
        for said, opens in ((self.tr("Print"), True), (self.tr("Save"), False)):
            button = BigButton(self._theme, said, description=words.title)
            button.clicked.connect(partial(self._on_one, which, opens=opens))
            row.add_at_right(button)
            if opens:
                self._prints[which.value] = button
        return row

    def _row_words(self, which: "RoleList") -> RowWords:
        words = self._services.role_lists.words(which)
        kept_back = self._services.role_lists.kept_back(self._bridge.meeting_id, which, self._bridge.state)
        who_for = words.who_for or self._who_for(which)
        note = " ".join(filter(None, (who_for, self._kept_back_words(kept_back))))
        return RowWords(title=words.title, note=note, icon=Icon.MINUTES)

    def _who_for(self, which: "RoleList") -> str:
        """Of what is on no list of one role: everybody may see it, or each person gets their own."""
        is_slip = which.value == "did_it_work"
        return self.tr("Each person gets their own.") if is_slip else self.tr("Everybody may see it.")

    def _kept_back_words(self, count: int) -> str:
        if not count:
            return ""
        one = self.tr("1 thing is not on it. Ask the facilitator.")
        return one if count == 1 else self.tr("{count} things are not on it. Ask the facilitator.").format(count=count)

    # What was pressed

    def _on_one(self, which: "RoleList", *, opens: bool) -> None:
        self._begin((which,), self._services.opened_lists.fresh() if opens else self._ask_folder(), opens=opens)

    def _on_save_all(self) -> None:
        self._begin(self._lists, self._ask_folder(), opens=False)

    def _ask_folder(self) -> Path | None:
        if self._work.is_running:
            return None
        return FolderPlace.ask(self, self.tr("Where shall the lists go?"))

    def _begin(self, lists: "Iterable[RoleList]", folder: Path | None, *, opens: bool) -> None:
        if folder is None or self._work.is_running:
            return
        service, bridge = self._services.role_lists, self._bridge
        papers = bridge.ask(lambda: [service.content(bridge.meeting_id, one, bridge.state) for one in lists]).value
        if not papers:
            return
        self._folder, self._opens = folder, opens
        self._saved.put_away()
        self.main.set_words(self.tr("Making the lists"))

        def make(_tell: Progress, _is_stopped: Stopped) -> "tuple[RoleFile, ...]":
            return tuple(file for paper in papers for file in service.draw(paper))

        self._work.start(make)

    # What comes of it

    def _on_made(self, files: object) -> None:
        self.main.set_words(self.tr("Save all lists"))
        if not isinstance(files, tuple) or self._folder is None:
            return
        may_open = self._bridge.sight.is_only_us
        if self._opens and not may_open:  # somebody plugged in a screen meanwhile
            return
        try:
            paths = self._services.role_lists.save(files, self._folder)
        except NotWritten as fault:
            self._saved.tell_trouble(self.tr("The lists could not be saved there."), str(fault))
            return
        saved = self.tr("1 list is saved.") if len(paths) == 1 else self.tr("{count} files are saved.")
        self._saved.tell_saved(
            saved.format(count=len(paths)), paths[0] if len(paths) == 1 and may_open else self._folder
        )
        if self._opens:
            self._saved.open()

    def _on_failed(self, fault: Exception) -> None:
        self.main.set_words(self.tr("Save all lists"))
        self._services.error_log.note(fault)
        self._saved.tell_trouble(self.tr("The lists could not be made."), self.tr("Nothing is lost."))
