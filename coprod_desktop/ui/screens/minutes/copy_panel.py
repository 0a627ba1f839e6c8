"""One copy: chosen beside its page, then saved, opened in the computer's own viewer, or listened to."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.services.speech_service import SpeechNotAvailable
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.copy_choices import CopyChoices
from coprod_desktop.ui.screens.minutes.listen_card import ListenCard
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import MinutesPanel
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import ChoiceButtons
from coprod_desktop.ui.widgets.long_work import LongWork, Progress, Stopped
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.progress_card import ProgressCard
from coprod_desktop.ui.widgets.save_place import SavePlace

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_SCRIPT = ".txt"


class CopyPanel(MinutesPanel):
    """Chooses what the page beside it shows, and keeps it as a file."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._saved_path: Path | None = None
        self._sound_path: Path | None = None
        self._work = LongWork(self)
        self._choices = CopyChoices(theme, bridge, pages)
        self.listen = ListenCard(theme)
        self._progress = ProgressCard(theme, self.tr("Speaking the minutes"))
        self._message = MessageBar(
            theme, MessageKind.GOOD, "", act=self.tr("Open it"), act_icon=Icon.FILE, can_close=True
        )
        self._save = BigButton(theme, self.tr("Save the minutes"), kind=ButtonKind.PRIMARY, icon=Icon.SAVE, key="F8")
        self.open_button = BigButton(theme, self.tr("Open to print"), icon=Icon.PRINT)
        self._lay_out()
        self._connect()
        self._show_acts()

    def likeliest(self) -> BigButton:
        """Saving."""
        return self._save

    def show_state(self, state: MeetingState) -> None:
        """Whose copy it may be."""
        self._choices.show_people(state)

    def message_words(self) -> str:
        """What is said after saving."""
        return self._message.words() if self._message.isVisible() else ""

    def choices(self, group: str) -> ChoiceButtons:
        """The buttons to choose "people", "formats", "sizes", "pictures", "spacing", "edge" or "parts"."""
        return self._choices.choices(group)

    def end(self) -> None:
        """Stop the voice."""
        self._work.end()

    def _lay_out(self) -> None:
        self.add_way_back(self.tr("One copy"))
        for part in (self._message, self._progress, self._choices, self.listen):
            self.middle.add(part)
        self.middle.add_stretch()
        self.acts.addWidget(self._save, 3)
        self.acts.addWidget(self.open_button, 2)
        self._message.hide()
        self._progress.hide()

    def _connect(self) -> None:
        self.pages.order_changed.connect(self._show_acts)
        self._save.clicked.connect(self._on_save)
        self.open_button.clicked.connect(self._on_open)
        self._message.act_requested.connect(self._on_open_saved)
        self._message.close_requested.connect(self._message.hide)
        self.listen.read_requested.connect(self._on_read_aloud)
        self._progress.stop_requested.connect(self._work.stop)
        self._work.progressed.connect(self._progress.show_progress)
        self._work.done.connect(self._on_spoken)
        self._work.failed.connect(self._on_not_spoken)

    @property
    def _is_audio(self) -> bool:
        return self.pages.order.format is MinutesFormat.AUDIO

    def _show_acts(self) -> None:
        """A sound file is saved; only what is printed is opened to print."""
        self._choices.show_order()
        self.listen.setVisible(self._is_audio)
        can_speak = self.services.speech.is_available() if self._is_audio else True
        self.listen.show_advice("" if can_speak else self.services.speech.how_to_get_words())
        self._save.set_words(self._save_words(can_speak=can_speak))
        self.open_button.setVisible(not self._is_audio)

    def _save_words(self, *, can_speak: bool) -> str:
        if not self._is_audio:
            return self.tr("Save the minutes")
        return self.tr("Save the spoken minutes") if can_speak else self.tr("Save the script")

    # What was pressed

    def _on_save(self) -> None:
        path = SavePlace.ask(self, self._save.words(), SavePlace.documents() / self._file_name(), self._kinds())
        if path is None:
            return
        whole = path if path.suffix else path.with_suffix(self._suffix())
        if self._is_audio:
            self._speak_to(whole)
        else:
            self._keep(whole)

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
        return self._kept(
            path,
            lambda: self.services.minutes.keep(
                self.bridge.meeting_id, self.pages.order.format, self.pages.bytes_now(), path
            ),
        )

    def _kept(self, path: Path, keep: Callable[[], None]) -> bool:
        try:
            keep()
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

    # The voice

    def _speak_to(self, path: Path) -> None:
        speech, content, speed = self.services.speech, self.pages.content, self.listen.words_a_minute()
        if content is None or self._work.is_running:
            return
        spoken = speech.spoken(content)
        self._sound_path = path

        def speak(tell: Progress, is_stopped: Stopped) -> bool:
            def on_progress(share: float) -> None:
                tell(round(share * 100), 100, self.tr("Speaking: {percent} of 100").format(percent=round(share * 100)))

            return speech.write(spoken, path, words_a_minute=speed, on_progress=on_progress, is_cancelled=is_stopped)

        self._begin(self.tr("Speaking the minutes into a file."), speak)

    def _on_read_aloud(self) -> None:
        speech, content, speed = self.services.speech, self.pages.content, self.listen.words_a_minute()
        if content is None or self._work.is_running:
            return
        spoken = speech.spoken(content)
        self._sound_path = None

        def read(tell: Progress, is_stopped: Stopped) -> bool:
            def on_progress(share: float) -> None:
                tell(round(share * 100), 100, self.tr("Reading the minutes aloud."))

            return speech.read_aloud(spoken, words_a_minute=speed, on_progress=on_progress, is_cancelled=is_stopped)

        self._begin(self.tr("Reading the minutes aloud."), read)

    def _begin(self, words: str, job: Callable[[Progress, Stopped], bool]) -> None:
        self._message.hide()
        self._progress.begin(words)
        self._progress.show()
        self._save.setEnabled(False)
        self._progress.stop_button.setFocus()
        self._work.start(job)

    def _on_spoken(self, is_whole: object) -> None:
        self._end_speaking()
        path = self._sound_path
        if path is None:
            return
        if is_whole:
            self._kept(path, lambda: self.services.speech.keep(self.bridge.meeting_id, path))
        else:
            self._message.show_message(MessageKind.WARM, self.tr("Stopped. Nothing was saved."))

    def _on_not_spoken(self, fault: Exception) -> None:
        self._end_speaking()
        if isinstance(fault, SpeechNotAvailable | NotWritten):
            self._message.show_message(MessageKind.FAILED, self.tr("The minutes were not spoken."), str(fault))
        else:
            self.services.error_log.note(fault)
            self._message.show_message(
                MessageKind.FAILED, self.tr("The minutes were not spoken."), self.tr("Nothing is lost.")
            )

    def _end_speaking(self) -> None:
        self._progress.hide()
        self._save.setEnabled(True)
        self._save.setFocus()

    # Words

    def _file_name(self) -> str:
        name = self.services.minutes.suggested_file_name(self.bridge.meeting_id, self.pages.order, self.bridge.state)
        return str(Path(name).with_suffix(self._suffix()))

    def _suffix(self) -> str:
        if self._is_audio and not self.services.speech.is_available():
            return _SCRIPT
        return self.pages.order.suffix

    def _kinds(self) -> str:
        kinds = {
            ".txt": self.tr("Text (*.txt)"),
            ".pdf": self.tr("PDF (*.pdf)"),
            ".mp3": self.tr("Sound (*.mp3);;Sound, larger file (*.wav);;Script to read out (*.txt)"),
        }
        return kinds[self._suffix()]
