"""Prints the word list, gives it to another group as a file, and takes words of another group in (R16)."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.widgets.open_place import OpenPlace
from coprod_desktop.ui.widgets.paper_saving import PaperSaving
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.word_sharing import WordSharing

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class WordSharingActs(QObject):
    """Joins the buttons under the word list with the services.

    Signals: `told(words)` what went well, `warned(words)` what did not; `brought_in` after words were taken in.
    """

    told = Signal(str)
    warned = Signal(str)
    brought_in = Signal()

    def __init__(self, sharing: WordSharing, services: "Services", bridge: MeetingBridge, screen: QWidget) -> None:
        super().__init__(screen)
        self._sharing, self._services, self._bridge, self._screen = sharing, services, bridge, screen
        self._saving = PaperSaving(services, screen)
        self._saving.told.connect(self.told)
        self._saving.warned.connect(self.warned)
        for button, wanted in (
            (sharing.easy_read, MinutesFormat.EASY_READ),
            (sharing.large_print, MinutesFormat.LARGE_PRINT),
            (sharing.plain_text, MinutesFormat.PLAIN_TEXT),
        ):
            button.clicked.connect(partial(self._save_page, wanted))
        sharing.save.clicked.connect(self._save_list)
        sharing.open.clicked.connect(self._open_list)
        sharing.form.take.clicked.connect(self._take)
        sharing.form.back.clicked.connect(sharing.close_form)

    def end(self) -> None:
        """Let the thread finish."""
        self._saving.end()

    def _save_page(self, wanted: MinutesFormat) -> None:
        outcome = self._bridge.ask(lambda: self._services.word_papers.paper(wanted))
        if outcome.value is not None:
            self._saving.save(outcome.value)

    def _save_list(self) -> None:
        from coprod_desktop.services.word_list_service import NotWritten

        place = SavePlace.documents() / self.tr("our-words.json")
        words, kinds = self.tr("Where shall we save it?"), self.tr("Word list (*.json)")
        path = SavePlace.ask(self._screen.window(), words, place, kinds)
        if path is None:
            return
        try:
            outcome = self._bridge.ask(lambda: self._services.word_list.save(path))
        except NotWritten:
            self.warned.emit(self.tr("The file could not be written there. Please choose another place."))
            return
        if outcome.value is not None:
            told = [self.tr("It is saved: {path}").format(path=path)]
            if outcome.value.with_names:
                stayed = self.tr("Words with a name in them that stayed here: {count}.")
                told.append(stayed.format(count=outcome.value.with_names))
            self.told.emit("\n".join(told))

    def _open_list(self) -> None:
        from coprod_desktop.services.word_list_service import RecordRefused

        kinds = f"{self.tr('Word list (*.json)')};;{self.tr('All files')} (*)"
        path = OpenPlace.ask(self._screen.window(), self.tr("Choose the list of the other group"), kinds)
        if path is None:
            return
        try:
            outcome = self._bridge.ask(lambda: self._services.word_list.opened(path))
        except RecordRefused as refused:
            self._sharing.refuse(self._why(refused))
            return
        if outcome.value is not None:
            self._sharing.show_form(outcome.value)

    def _why(self, refused: Exception) -> str:
        faults = getattr(refused, "faults", ())
        if any(fault.field == "version" for fault in faults):
            return self.tr("This list is from a newer version of the program. Nothing was changed.")
        return self.tr("This file is no word list that we can read. Nothing was changed.")

    def _take(self) -> None:
        words = self._sharing.form.wanted()
        if not words:
            self._sharing.close_form()
            return
        if self._bridge.ask(lambda: self._services.word_list.bring_in(words)).is_done:
            self._sharing.close_form()
            self.brought_in.emit()
