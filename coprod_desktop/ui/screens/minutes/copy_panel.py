"""One copy: which minutes, how big, on which paper; to save, or to open in the computer's own viewer."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.services.minutes_service import USUAL_SIZE_PT
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import MinutesPanel
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import day_words, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

EASY_READ_SIZES = (14, 16, 18, 20, 22, 24, 28)
LARGE_PRINT_SIZES = (12, 14, 16, 18, 20, 22, 24, 28, 36, 48)


class CopyPanel(MinutesPanel):
    """Chooses what the page beside it shows, and keeps it as a file."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._saved_path: Path | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self._show_choices()

    def likeliest(self) -> BigButton:
        """Saving."""
        return self._save

    def message_words(self) -> str:
        """What is said after saving."""
        return self._message.words() if self._message.isVisible() else ""

    def choices(self, group: str) -> ChoiceButtons:
        """The buttons to choose "formats", "sizes" or "pictures"."""
        return {"formats": self._formats, "sizes": self._sizes, "pictures": self._pictures}[group]

    def _make_parts(self) -> None:
        theme = self.theme
        self._message = MessageBar(
            theme, MessageKind.GOOD, "", act=self.tr("Open it"), act_icon=Icon.FILE, can_close=True
        )
        formats = (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT, MinutesFormat.PLAIN_TEXT)
        offered = [Choice(wanted.value, words_for(wanted)) for wanted in formats]
        self._formats = ChoiceButtons(theme, self.tr("Which minutes?"), offered)
        self._formats.set_chosen(MinutesFormat.EASY_READ.value)
        self._sizes = ChoiceButtons(theme, self.tr("Size of the letters"), [])
        self._pictures = ChoiceButtons(
            theme,
            self.tr("Pictures"),
            [Choice("with", self.tr("With pictures")), Choice("without", self.tr("Words only"))],
        )
        self._pictures.set_chosen("with")
        self._sizes_words = WrapLabel(theme, self.tr("Size of the letters"), TextStyle.STRONG)
        self._save = BigButton(theme, self.tr("Save the minutes"), kind=ButtonKind.PRIMARY, icon=Icon.SAVE, key="F8")
        self.open_button = BigButton(theme, self.tr("Open to print"), icon=Icon.PRINT)

    def _lay_out(self) -> None:
        self.add_way_back(self.tr("One copy"))
        choose = Card(self.theme, self.tr("Which minutes?"))
        for part in (self._formats, self._sizes_words, self._sizes, self._pictures):
            choose.add(part)
        self.middle.add(self._message)
        self.middle.add(choose)
        self.middle.add_stretch()
        self.acts.addWidget(self._save, 3)
        self.acts.addWidget(self.open_button, 2)
        self._message.hide()

    def _connect(self) -> None:
        self._formats.chosen_changed.connect(self._on_format)
        self._sizes.chosen_changed.connect(self._on_size)
        self._pictures.chosen_changed.connect(self._on_pictures)
        self._save.clicked.connect(self._on_save)
        self.open_button.clicked.connect(self._on_open)
        self._message.act_requested.connect(self._on_open_saved)
        self._message.close_requested.connect(self._message.hide)

    # What was pressed

    def _on_format(self) -> None:
        wanted = MinutesFormat(self._formats.chosen_key() or MinutesFormat.EASY_READ)
        self.pages.want(format=wanted, size_pt=None)
        self._show_choices()

    def _on_size(self) -> None:
        self.pages.want(size_pt=float(self._sizes.chosen_key() or USUAL_SIZE_PT[self.pages.order.format]))

    def _on_pictures(self) -> None:
        self.pages.want(with_pictures=self._pictures.chosen_key() == "with")

    def _on_save(self) -> None:
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        folder = documents if documents.is_dir() else Path.home()  # else the box opens wherever the program was started
        kinds = self.tr("Text (*.txt)") if self._suffix() == ".txt" else self.tr("PDF (*.pdf)")
        path = SavePlace.ask(self, self.tr("Save the minutes"), folder / self._file_name(), kinds)
        if path is not None:
            self._keep(path if path.suffix else path.with_suffix(self._suffix()))

    def _on_open(self) -> None:
        folder = self.services.folder / "minutes"
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
        try:
            data = self.pages.bytes_now()
            self.services.minutes.keep(self.bridge.meeting_id, self.pages.order.format, data, path)
        except NotWritten:
            self.warned.emit(self.tr("The file could not be written there. Please choose another place."))
            return False
        except StorageFault as fault:
            self.bridge.failed.emit(fault)
            return False
        self._saved_path = path
        where = self.tr("They are here: {path}").format(path=path)
        self._message.show_message(MessageKind.GOOD, self.tr("The minutes are saved."), where)
        return True

    # Words

    def _show_choices(self) -> None:
        order = self.pages.order
        sizes = {MinutesFormat.EASY_READ: EASY_READ_SIZES, MinutesFormat.LARGE_PRINT: LARGE_PRINT_SIZES}
        offered = sizes.get(order.format, ())
        self._sizes.set_choices([Choice(str(size), str(size)) for size in offered])
        if offered:
            self._sizes.set_chosen(str(int(order.size_pt or USUAL_SIZE_PT[order.format])))
        self._sizes.setVisible(bool(offered))
        self._sizes_words.setVisible(bool(offered))
        self._pictures.setVisible(order.format is MinutesFormat.EASY_READ)

    def _file_name(self) -> str:
        details, order = self.bridge.state.details, self.pages.order
        day = day_words(details.held_on) if details else ""
        size = order.checked_size()
        parts = [self.tr("Minutes"), day, words_for(order.format), f"{size:g}" if size else ""]
        return " ".join(filter(None, parts)) + self._suffix()

    def _suffix(self) -> str:
        return ".txt" if self.pages.is_text else ".pdf"
