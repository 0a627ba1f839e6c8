"""The minutes as they will print, in every format, to save or to open in the computer's own viewer."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QPlainTextEdit, QStackedLayout, QWidget

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.services.minutes_service import USUAL_SIZE_PT, MinutesContent, MinutesOrder, PageImages
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.page_maker import PageMaker
from coprod_desktop.ui.widgets.page_preview import PagePreview
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.text_field import TextField
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import day_words, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

EASY_READ_SIZES = (14, 16, 18, 20, 22, 24, 28)
LARGE_PRINT_SIZES = (12, 14, 16, 18, 20, 22, 24, 28, 36, 48)
_PAGE_PIXELS = 1000
_SETTLE_MS = 300
_BIGGER = 2.0


class MinutesScreen(MeetingScreen):
    """Left the true page, right what to make of it. Signals: those of Screen."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._services = services
        self._order = MinutesOrder()
        self._data = b""
        self._pages: PageImages | None = None
        self._page = 0
        self._saved_path: Path | None = None
        self.made_count = 0
        self._being_made: tuple[MinutesOrder, MinutesContent] | None = None
        self._made: tuple[MinutesOrder, MinutesContent] | None = None
        self._maker = PageMaker(self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._make_parts()
        self._lay_out()
        self._connect()

    def title(self) -> str:
        """Where we are."""
        return self.tr("Minutes")

    def show_state(self, state: MeetingState) -> None:
        """Make the pages again when something was changed while they are in sight."""
        if state.details is not None:
            self._asked.setText(self._asked_words())
            self._settle.start()

    def end(self) -> None:
        """Let the thread finish and close the pages."""
        self._settle.stop()
        self._maker.wait()
        if self._pages is not None:
            self._pages.close()

    def page_words(self) -> str:
        """Which page is in sight, such as "Easy read. Page 4 of 9"; empty until pages are made."""
        return self._preview.accessibleName() if self._data else ""

    def message_words(self) -> str:
        """What is said after saving."""
        return self._message.words() if self._message.isVisible() else ""

    def asked_words(self) -> str:
        """What people asked for, by counts."""
        return self._asked.text()

    def choices(self, group: str) -> ChoiceButtons:
        """The buttons to choose "formats", "sizes" or "pictures"."""
        return {"formats": self._formats, "sizes": self._sizes, "pictures": self._pictures}[group]

    # Parts

    def _make_parts(self) -> None:
        theme = self._theme
        self._preview_card = Card(theme, self.tr("Easy read"), padding=18, is_sunken=True)
        making = self.tr("Making the pages.")
        self._page_words = WrapLabel(theme, making, TextStyle.NOTE, align=Qt.AlignmentFlag.AlignRight)
        self._preview = PagePreview(theme)
        self._text = TextField(theme, lines=8)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Plain text"))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._shown = QStackedLayout()
        self.back_button = BigButton(theme, self.tr("Back"), icon=Icon.PREVIOUS_PAGE)
        self.bigger_button = BigButton(theme, self.tr("Bigger"), icon=Icon.ZOOM_IN)
        self.next_button = BigButton(theme, self.tr("Next"), icon=Icon.NEXT_PAGE)
        self._draft = MessageBar(
            theme,
            MessageKind.WARM,
            self.tr("Not finished. Please check it."),
            self.tr("Every page says so until members have checked it."),
        )
        self._message = MessageBar(
            theme, MessageKind.GOOD, "", act=self.tr("Open it"), act_icon=Icon.FILE, can_close=True
        )
        self._formats = ChoiceButtons(
            theme,
            self.tr("Which minutes?"),
            [
                Choice(wanted.value, words_for(wanted))
                for wanted in (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT, MinutesFormat.PLAIN_TEXT)
            ],
        )
        self._formats.set_chosen(MinutesFormat.EASY_READ.value)
        self._sizes = ChoiceButtons(theme, self.tr("Size of the letters"), [])
        self._pictures = ChoiceButtons(
            theme,
            self.tr("Pictures"),
            [Choice("with", self.tr("With pictures")), Choice("without", self.tr("Words only"))],
        )
        self._pictures.set_chosen("with")
        self._sizes_words = WrapLabel(theme, self.tr("Size of the letters"), TextStyle.STRONG)
        self._asked = WrapLabel(theme, "", TextStyle.BODY)
        self._save = BigButton(theme, self.tr("Save the minutes"), kind=ButtonKind.PRIMARY, icon=Icon.SAVE, key="F8")
        self.open_button = BigButton(theme, self.tr("Open to print"), icon=Icon.PRINT)

    def _lay_out(self) -> None:
        theme = self._theme
        buttons = Row(theme, gap=12)
        for button in (self.back_button, self.bigger_button, self.next_button):
            button.setEnabled(False)  # until there are pages
            buttons.addWidget(button, 1)
        self._preview_card.add_beside_heading(self._page_words)
        self._preview_card.add_layout(self._shown, 1)
        self._shown.addWidget(self._preview)  # not before, or it would be a window of its own
        self._shown.addWidget(self._text)
        self._preview_card.add_layout(buttons)
        choose = Card(theme, self.tr("Which minutes?"))
        choose.add(self._formats)
        choose.add(self._sizes_words)
        choose.add(self._sizes)
        choose.add(self._pictures)
        asked = Card(theme, self.tr("What people asked for"))
        asked.add(self._asked)
        acts = Row(theme, gap=12)
        acts.addWidget(self._save, 3)
        acts.addWidget(self.open_button, 2)
        right, scroll = QWidget(), ScrollColumn(theme, gap=14, margins=(0, 0, 0, 8))
        for part in (self._draft, self._message, choose, asked):
            scroll.add(part)
        scroll.add_stretch()
        column = Column(theme, gap=12)
        column.addWidget(scroll, 1)
        column.addLayout(acts)
        right.setLayout(column)
        whole = Column(theme)
        whole.addWidget(WorkArea(theme, self._preview_card, right, shares=(424, 704)))
        self.setLayout(whole)
        self._message.hide()

    def _connect(self) -> None:
        self._settle.timeout.connect(self._make)
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_failed)
        self._formats.chosen_changed.connect(self._on_format)
        self._sizes.chosen_changed.connect(self._on_size)
        self._pictures.chosen_changed.connect(self._on_pictures)
        self.back_button.clicked.connect(self._on_back)
        self.next_button.clicked.connect(self._on_next)
        self.bigger_button.clicked.connect(self._on_bigger)
        self._save.clicked.connect(self._on_save)
        self.open_button.clicked.connect(self._on_open)
        self._message.act_requested.connect(self._on_open_saved)
        self._message.close_requested.connect(self._message.hide)
        self.bind("F8", self._save)
        self.starts_at(self._save)
        self._show_choices()

    # Making pages

    def _make(self) -> None:
        if not self._bridge.has_meeting:
            return  # its beginning was undone meanwhile
        outcome = self._bridge.ask(lambda: self._services.minutes.content(self._bridge.meeting_id, self._bridge.state))
        content, order, minutes = outcome.value, self._order, self._services.minutes
        if content is not None:
            self._being_made = (order, content)
            self._maker.order(lambda: minutes.render(content, order))

    def _on_made(self, data: bytes) -> None:
        self._data = data
        self._made = self._being_made
        self.made_count += 1
        if self._order.format is MinutesFormat.PLAIN_TEXT:
            place = self._text.verticalScrollBar().value()
            self._text.setPlainText(data.decode())
            self._text.verticalScrollBar().setValue(place)
        else:
            if self._pages is not None:
                self._pages.close()
            self._pages = self._services.minutes.pages(data)
        self._show_page()

    def _on_failed(self, fault: Exception) -> None:
        self._data = b""
        self.warned.emit(self.tr("These pages could not be made. Nothing is lost. Please try another format."))
        self._services.error_log.note(fault)

    def _show_page(self) -> None:
        is_text = self._order.format is MinutesFormat.PLAIN_TEXT
        self._shown.setCurrentWidget(self._text if is_text else self._preview)
        heading = words_for(self._order.format)
        count = self._pages.count if self._pages is not None and not is_text else 0
        self._page = max(0, min(self._page, count - 1))
        note = self.tr("Page {page} of {count}").format(page=self._page + 1, count=count) if count else ""
        self._preview_card.set_heading(heading)
        self._page_words.setText(note)
        self.back_button.setEnabled(self._page > 0)
        self.next_button.setEnabled(self._page + 1 < count)
        self.bigger_button.setEnabled(count > 0)
        if count and self._pages is not None:
            page = self._pages.image(self._page, width=int(_PAGE_PIXELS * self._preview.zoom()))
            picture = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()
            self._preview.show_page(picture, f"{heading}. {note}")

    # What was pressed

    def _on_format(self) -> None:
        wanted = MinutesFormat(self._formats.chosen_key() or MinutesFormat.EASY_READ)
        self._order = MinutesOrder(format=wanted, with_pictures=self._order.with_pictures)
        self._page = 0
        self._show_choices()
        self._make()

    def _on_size(self) -> None:
        self._order = replace(self._order, size_pt=float(self._sizes.chosen_key() or USUAL_SIZE_PT[self._order.format]))
        self._make()

    def _on_pictures(self) -> None:
        self._order = replace(self._order, with_pictures=self._pictures.chosen_key() == "with")
        self._make()

    def _on_back(self) -> None:
        self._page -= 1
        self._show_page()

    def _on_next(self) -> None:
        self._page += 1
        self._show_page()

    def _on_bigger(self) -> None:
        is_big = self._preview.zoom() > 1
        self._preview.set_zoom(1.0 if is_big else _BIGGER)
        self.bigger_button.set_words(self.tr("Bigger") if is_big else self.tr("Whole page"))
        self.bigger_button.set_icon(Icon.ZOOM_IN if is_big else Icon.ZOOM_OUT)
        self._show_page()

    def _on_save(self) -> None:
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        folder = documents if documents.is_dir() else Path.home()  # else the box opens wherever the program was started
        kinds = self.tr("Text (*.txt)") if self._suffix() == ".txt" else self.tr("PDF (*.pdf)")
        path = SavePlace.ask(self, self.tr("Save the minutes"), folder / self._file_name(), kinds)
        if path is not None:
            self._keep(path if path.suffix else path.with_suffix(self._suffix()))

    def _on_open(self) -> None:
        folder = self._services.folder / "minutes"
        with suppress(OSError):  # then the file cannot be written either, and that is said
            folder.mkdir(exist_ok=True)
        if self._keep(folder / self._file_name()):
            self._on_open_saved()

    def _on_open_saved(self) -> None:
        if self._saved_path is None:
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_path))):
            self._message.show_message(
                MessageKind.WARM,
                self.tr("This computer has no program to open it."),
                self.tr("The file is here: {path}").format(path=self._saved_path),
            )

    def _keep(self, path: Path) -> bool:
        minutes, order, meeting_id = self._services.minutes, self._order, self._bridge.meeting_id
        try:
            content = minutes.content(meeting_id, self._bridge.state)
            is_in_sight = self._made == (order, content) and bool(self._data)
            data = self._data if is_in_sight else minutes.render(content, order)
            minutes.keep(meeting_id, order.format, data, path)
        except NotWritten:
            self.warned.emit(self.tr("The file could not be written there. Please choose another place."))
            return False
        except StorageFault as fault:
            self._bridge.failed.emit(fault)
            return False
        self._saved_path = path
        where = self.tr("They are here: {path}").format(path=path)
        self._message.show_message(MessageKind.GOOD, self.tr("The minutes are saved."), where)
        return True

    # Words

    def _show_choices(self) -> None:
        sizes = {MinutesFormat.EASY_READ: EASY_READ_SIZES, MinutesFormat.LARGE_PRINT: LARGE_PRINT_SIZES}
        offered = sizes.get(self._order.format, ())
        self._sizes.set_choices([Choice(str(size), str(size)) for size in offered])
        if offered:
            chosen = self._order.size_pt or USUAL_SIZE_PT[self._order.format]
            self._sizes.set_chosen(str(int(chosen)))
        self._sizes.setVisible(bool(offered))
        self._sizes_words.setVisible(bool(offered))
        self._pictures.setVisible(self._order.format is MinutesFormat.EASY_READ)

    def _asked_words(self) -> str:
        counts: dict[str, int] = {}
        seen = self._bridge.state.attendance
        for person in (self._bridge.person(person_id) for person_id in seen):
            if person is not None:
                words = self._choice_words(person.minutes) if person.minutes else self._not_asked_words()
                counts[words] = counts.get(words, 0) + 1
        if not counts:
            return self.tr("Nobody is on the list of this meeting yet.")
        told = (self.tr("{what}: {count}").format(what=words, count=count) for words, count in sorted(counts.items()))
        return "\n".join(told)

    def _not_asked_words(self) -> str:
        return self.tr("{usual}, not asked yet").format(usual=words_for(MinutesChoice().format))

    def _choice_words(self, choice: MinutesChoice) -> str:
        size = f" {choice.size_pt:g}" if choice.size_pt else ""
        extras = [] if choice.pictures or choice.format is not MinutesFormat.EASY_READ else [self.tr("words only")]
        extras += [self.tr("{colour} paper").format(colour=choice.paper)] if choice.paper else []
        return ", ".join((words_for(choice.format) + size, *extras))

    def _file_name(self) -> str:
        details = self._bridge.state.details
        day = day_words(details.held_on) if details else ""
        size = self._order.checked_size()
        parts = [self.tr("Minutes"), day, words_for(self._order.format), f"{size:g}" if size else ""]
        return " ".join(filter(None, parts)) + self._suffix()

    def _suffix(self) -> str:
        return ".txt" if self._order.format is MinutesFormat.PLAIN_TEXT else ".pdf"
