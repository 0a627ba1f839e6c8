"""People from a file, and people to a file: choose, say what the columns are, look, answer, bring in (R01)."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from coprod_desktop.domain.group import Group
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.need_words import load_need_words
from coprod_desktop.services.people_file.columns import Field, Mapped, mapped
from coprod_desktop.services.people_file.file_text import UnreadableFile
from coprod_desktop.services.people_file.opened_file import OpenedFile
from coprod_desktop.services.people_file.people_file_service import BROUGHT_IN
from coprod_desktop.services.people_file.preview import Preview
from coprod_desktop.services.people_file.saved_list import ListWishes, SavedList
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.people_file.columns_page import ColumnsPage
from coprod_desktop.ui.screens.people_file.finding_words import RowWording, problem_words
from coprod_desktop.ui.screens.people_file.preview_page import PreviewPage
from coprod_desktop.ui.screens.people_file.start_page import StartPage
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.message_bar import MessageKind
from coprod_desktop.ui.widgets.open_place import OpenPlace
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.screen import Screen

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

SAVE_PART = "save"
_SUGGESTED = "our-people.csv"


class PeopleFileScreen(Screen):
    """Three pages after each other; Esc goes back one. Nothing is kept before the last.

    Signals: those of Screen; `acted` with "people_brought_in".
    """

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._theme = theme
        self._services = services
        self._bridge = bridge
        self._opened: OpenedFile | None = None
        self._mapped: dict[int, Field | None] = {}
        self._places = QStackedLayout(self)
        self.start = StartPage(theme)
        self._places.addWidget(self.start)
        self.start.file_requested.connect(self._on_file_requested)
        self.start.people_requested.connect(partial(self.go_requested.emit, "people"))
        self.start.save_card.save_requested.connect(self._on_save)

    def title(self) -> str:
        """Where we are."""
        return self.tr("People from a file")

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._places.currentWidget() or self.start

    def focus_first(self) -> None:
        """Go to the likeliest act of the page."""
        page = self.page
        if isinstance(page, StartPage | ColumnsPage | PreviewPage):
            page.begin()

    def show_part(self, part: str) -> None:
        """Go to "save", where a list is saved."""
        if part == SAVE_PART and self.page is self.start:
            self.start.save_card.begin()

    def press(self, key: str) -> bool:
        """F4 chooses a file, F8 goes on; pages are made anew, so the one in sight is asked for its button."""
        page = self.page
        button = None
        if isinstance(page, StartPage) and key == "F4":
            button = page.choose
        elif isinstance(page, ColumnsPage) and key == "F8":
            button = page.next_button
        elif isinstance(page, PreviewPage) and key == "F8":
            button = page.bring_in
        if button is not None and button.isEnabled():
            button.click()
            return True
        return super().press(key)

    def leave(self) -> bool:
        """Back to choosing a file, then to the people. Answers that were given are not lost by one key."""
        page = self.page
        if page is self.start:
            self.go_requested.emit("people")
        elif isinstance(page, PreviewPage) and page.preview.given and not page.back.hasFocus():
            page.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._show_start()
        return True

    # Choosing and looking

    def _on_file_requested(self) -> None:
        group = self._group()
        if group is None:
            return
        path = OpenPlace.ask(self, self.tr("Choose a list of people"), self._kinds())
        if path is not None:
            self._open(path, group)

    def _kinds(self) -> str:
        """Lists first; whatever else is chosen is told in words."""
        return f"{self.tr('Lists')} (*.csv *.tsv *.txt);;{self.tr('All files')} (*)"

    def _open(self, path: Path, group: Group) -> None:
        try:
            opened = self._services.people_file.open(path, group)
        except UnreadableFile as problem:
            self.start.tell(MessageKind.FAILED, problem_words(problem.problem))
            return
        self._take(opened)
        if opened.has_unknown_columns or opened.others or Field.NAME not in self._mapped.values():
            self._show_columns()
        else:
            self._show_preview(self._mapped)

    def _take(self, opened: OpenedFile) -> None:
        self._opened = opened
        self._mapped = mapped(opened.columns)

    def _on_text_chosen(self, text: str) -> None:
        self._read_anew(text, names_columns=False)

    def _on_header_said(self, names_columns: bool) -> None:
        self._read_anew(self._opened.text if self._opened else "", names_columns=names_columns)

    def _read_anew(self, text: str, *, names_columns: bool) -> None:
        group, opened = self._group(), self._opened
        if group is None or opened is None:
            return
        try:
            self._take(self._services.people_file.read_as(opened, text, group, names_columns=names_columns))
        except UnreadableFile as problem:
            self._show_start()
            self.start.tell(MessageKind.FAILED, problem_words(problem.problem))
            return
        self._show_columns()

    def _show_columns(self) -> None:
        if self._opened is None:
            return
        page = ColumnsPage(self._theme, self._bridge.sight, self._opened, self._mapped)
        page.mapped.connect(self._show_preview)
        page.text_chosen.connect(self._on_text_chosen)
        page.header_said.connect(self._on_header_said)
        page.closed.connect(self._show_start)
        self._show_page(page)
        page.begin()

    def _show_preview(self, chosen: Mapped) -> None:
        group, opened = self._group(), self._opened
        if group is None or opened is None:
            return
        self._mapped = dict(chosen)
        outcome = self._bridge.ask(lambda: self._services.people_file.preview(opened, self._mapped, group))
        if outcome.value is None:
            return
        wording = RowWording(needs=load_need_words(templates_folder(), group.language), labels=group.perspective_labels)
        page = PreviewPage(self._theme, self._bridge.sight, wording, opened, outcome.value)
        page.bring_in_requested.connect(self._on_bring_in)
        page.columns_requested.connect(self._show_columns)
        page.closed.connect(self._show_start)
        self._show_page(page)
        page.begin()

    def _on_bring_in(self, preview: Preview) -> None:
        group = self._group()
        if group is None:
            return
        outcome = self._bridge.ask(lambda: self._services.people_file.bring_in(preview, group))
        if not outcome.value:
            return
        self._show_start()
        one, many = self.tr("1 person is new on the list."), self.tr("{count} people are new on the list.")
        self.start.tell(MessageKind.GOOD, one if outcome.value == 1 else many.format(count=f"{outcome.value:,}"))
        self.acted.emit(BROUGHT_IN)

    # Saving

    def _on_save(self, wishes: ListWishes) -> None:
        group = self._group()
        if group is None:
            return
        suggested = SavePlace.documents() / _SUGGESTED
        target = SavePlace.ask(self, self.tr("Save the list"), suggested, self.tr("Lists (*.csv)"))
        if target is None:
            return
        outcome = self._bridge.ask(lambda: self._services.people_file.save_list(group, target, wishes))
        if outcome.value is not None:
            self.start.save_card.saved()
            self.start.tell(MessageKind.GOOD, self._saved_words(outcome.value))

    def _saved_words(self, saved: SavedList) -> str:
        words = self.tr("The list is saved. People in it: {count}.").format(count=saved.people)
        if saved.needs_left_out:
            left = self.tr("Private things that are not in it: {count}.").format(count=saved.needs_left_out)
            words = f"{words} {left}"
        return words

    # Pages

    def _group(self) -> Group | None:
        group = self._services.groups.current()
        if group is None:
            self.go_requested.emit("group")
        return group

    def _show_start(self) -> None:
        """What was read is forgotten: it may be private."""
        self._opened = None
        self._mapped = {}
        self._show_page(self.start)
        self.start.begin()

    def _show_page(self, page: QWidget) -> None:
        before = self.page
        if self._places.indexOf(page) < 0:
            self._places.addWidget(page)
        self._places.setCurrentWidget(page)
        if before is not self.start and before is not page:
            self._places.removeWidget(before)
            before.hide()
            before.deleteLater()
