"""One copy: chosen beside its page, then saved, opened in the computer's own program, or listened to."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.services.speech_service import SpeechNotAvailable
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.copy_choices import CopyChoices
from coprod_desktop.ui.screens.minutes.copy_file import CopyFile
from coprod_desktop.ui.screens.minutes.listen_card import SCRIPT, ListenCard
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


class CopyPanel(MinutesPanel):
    """Chooses what the page beside it shows, and keeps it as a file."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._saved_path: Path | None = None
        self._sound_path: Path | None = None
        self._file = CopyFile(services, bridge, pages, self)
        self._work = LongWork(self)
        self._choices = CopyChoices(theme, bridge, pages)
        self.listen = ListenCard(theme)
        self.progress = ProgressCard(theme, self.tr("Speaking the minutes"))
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
        """The buttons to choose "whose", "people", "formats", "sizes", "pictures", "spacing", "edge" or "parts"."""
        return self._choices.choices(group)

    def end(self) -> None:
        """Stop the voice, and let the threads finish."""
        self._work.end()
        self._file.end()

    def _lay_out(self) -> None:
        self.add_way_back(self.tr("One copy"))
        for part in (self._message, self.progress, self._choices, self.listen):
            self.middle.add(part)
        self.middle.add_stretch()
        self.acts.addWidget(self._save, 1)
        self.acts.addWidget(self.open_button, 1)
        self._message.hide()
        self.progress.hide()

    def _connect(self) -> None:
        self.pages.order_changed.connect(self._show_acts)
        self.pages.checked.connect(self._show_acts)
        self._save.clicked.connect(self._on_save)
        self.open_button.clicked.connect(self._file.open_to_print)
        self._file.told.connect(self.told)
        self._file.warned.connect(self.warned)
        self._file.is_busy_changed.connect(self._show_acts)
        self._message.act_requested.connect(self._on_open_saved)
        self._message.close_requested.connect(self._on_close_message)
        self.listen.read_requested.connect(self._on_read_aloud)
        self.listen.kind_changed.connect(self._show_acts)
        self.progress.stop_requested.connect(self._work.stop)
        self._work.progressed.connect(self.progress.show_progress)
        self._work.done.connect(self._on_spoken)
        self._work.failed.connect(self._on_not_spoken)

    @property
    def _is_audio(self) -> bool:
        return self.pages.order.format is MinutesFormat.AUDIO

    def _show_acts(self) -> None:
        """A sound file is saved; only what is printed is opened to print. What is not ready is a copy to work on."""
        if self._is_audio:
            speech = self.services.speech
            self.listen.show_advice("" if speech.is_available() else speech.how_to_get_words())
        self.listen.setVisible(self._is_audio)
        is_busy = self._file.is_busy or self._work.is_running
        self._save.setEnabled(not is_busy)
        self._save.set_words(self._save_words())
        self.listen.read_button.setEnabled(not is_busy)
        self.open_button.setEnabled(not is_busy)
        self.open_button.setVisible(not self._is_audio)
        self.open_button.set_words(self._open_words())

    def _save_words(self) -> str:
        if self._file.is_busy:
            return self.tr("Making the pages.")
        if not self._is_audio:
            return self.tr("Save the minutes")
        return self.tr("Save the words to read out") if self._suffix() == SCRIPT else self.tr("Save the sound")

    def _open_words(self) -> str:
        report = self.pages.report
        is_ready = report is not None and report.is_ready
        return self.tr("Open to print") if is_ready else self.tr("Print a copy for us to work on")

    # What was pressed

    def _on_save(self) -> None:
        path = SavePlace.ask(self, self._save.words(), SavePlace.documents() / self._file_name(), self._kinds())
        if path is None:
            return
        whole = path if path.suffix.casefold() in self._suffixes() else path.with_name(path.name + self._suffix())
        if self._is_audio:
            self._speak_to(whole)
        else:
            self._file.save(whole, self._say_saved)

    def _on_open_saved(self) -> None:
        if self._saved_path is not None:
            self._file.open(self._saved_path)

    def _on_close_message(self) -> None:
        self._message.hide()
        self._save.setFocus()

    def _say_saved(self, path: Path) -> None:
        self._saved_path = path
        where = self.tr("They are here: {path}").format(path=path)
        self._message.show_message(MessageKind.GOOD, self.tr("The minutes are saved."), where)

    # The voice

    def _speak_to(self, path: Path) -> None:
        content = self.pages.content_now()
        if content is None or self._work.is_running:
            return
        speech, speed = self.services.speech, self.listen.words_a_minute()
        spoken = speech.spoken(content)
        self._sound_path = path

        def speak(tell: Progress, is_stopped: Stopped) -> bool:
            on_progress = self._share_told(tell, self.tr("Done: {percent} of 100"))
            return speech.write(spoken, path, words_a_minute=speed, on_progress=on_progress, is_cancelled=is_stopped)

        self._begin(self.tr("Speaking the minutes into a file."), speak)

    def _on_read_aloud(self) -> None:
        content = self.pages.content_now()
        if content is None or self._work.is_running:
            return
        speech, speed = self.services.speech, self.listen.words_a_minute()
        spoken = speech.spoken(content)
        self._sound_path = None

        def read(tell: Progress, is_stopped: Stopped) -> bool:
            on_progress = self._share_told(tell, self.tr("Reading aloud: {percent} of 100"))
            return speech.read_aloud(spoken, words_a_minute=speed, on_progress=on_progress, is_cancelled=is_stopped)

        self._begin(self.tr("Reading the minutes aloud."), read)

    @staticmethod
    def _share_told(tell: Progress, words: str) -> Callable[[float], None]:
        def on_progress(share: float) -> None:
            percent = round(share * 100)
            tell(percent, 100, words.format(percent=percent))

        return on_progress

    def _begin(self, words: str, job: Callable[[Progress, Stopped], bool]) -> None:
        self._message.hide()
        self.progress.begin(words)
        self.progress.show()
        self.progress.stop_button.setFocus()
        self._work.start(job)
        self._show_acts()

    def _on_spoken(self, is_whole: object) -> None:
        path = self._sound_path
        if path is None:
            self._end_speaking()
            return
        speech, meeting_id = self.services.speech, self.bridge.meeting_id
        if not is_whole:
            self._message.show_message(MessageKind.WARM, self.tr("Stopped. Nothing was saved."))
        elif self._file.note(lambda: speech.keep(meeting_id, path)):
            self._say_saved(path)
        self._end_speaking()

    def _on_not_spoken(self, fault: Exception) -> None:
        words = self.tr("Nothing is lost. Please try again.")
        if isinstance(fault, NotWritten):
            words = self.tr("The file could not be written there. Please choose another place.")
        elif isinstance(fault, SpeechNotAvailable):
            words = str(fault)
        else:
            self.services.error_log.note(fault)
        self._message.show_message(MessageKind.FAILED, self.tr("The minutes were not spoken."), words)
        self._end_speaking()

    def _end_speaking(self) -> None:
        had_focus = self.progress.stop_button.hasFocus()
        self._show_acts()
        if had_focus:
            self._save.setFocus()
        self.progress.hide()

    # Names of files

    def _file_name(self) -> str:
        name = Path(self._file.name())
        if not self._is_audio:
            return str(name)
        script = self.tr("script") if self._suffix() == SCRIPT else ""
        return " - ".join(filter(None, (name.stem, script))) + self._suffix()

    def _suffix(self) -> str:
        return self.listen.suffix() if self._is_audio else self.pages.order.suffix

    def _suffixes(self) -> tuple[str, ...]:
        return (".mp3", ".wav", SCRIPT) if self._is_audio else (self._suffix(),)

    def _kinds(self) -> str:
        kinds = {
            ".txt": self.tr("Text (*.txt)"),
            ".pdf": self.tr("PDF (*.pdf)"),
            ".mp3": self.tr("Sound (*.mp3)"),
            ".wav": self.tr("Sound (*.wav)"),
        }
        return kinds[self._suffix()]
