"""Check sheets on paper: one for each person, made in one press into a folder (R26)."""

from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.check_step import CheckStep
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.folder_place import FolderPlace
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.long_work import LongWork, Progress, Stopped
from coprod_desktop.ui.widgets.saved_file import SavedFile
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_NAMES, _NUMBERS = "names", "numbers"


class SheetsPanel(CheckStep):
    """Names or numbers, and one press."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._folder: Path | None = None
        self._work = LongWork(self)
        choices = [Choice(_NAMES, self.tr("Their name")), Choice(_NUMBERS, self.tr("A number and no name"))]
        self.marks = ChoiceButtons(theme, self.tr("What stands on each sheet?"), choices)
        self.marks.set_chosen(_NAMES)
        make = self.tr("Make the check sheets")
        self.make = BigButton(theme, make, kind=ButtonKind.PRIMARY, icon=Icon.PRINT, key="F8")
        self._saved = SavedFile(theme, self.make)
        self._lay_out()
        self.make.clicked.connect(self._on_make)
        self._work.done.connect(self._on_made)
        self._work.failed.connect(self._on_failed)

    def likeliest(self) -> BigButton:
        """Making them."""
        return self.make

    def message_words(self) -> str:
        """What came of it."""
        return self._saved.words()

    @property
    def is_working(self) -> bool:
        """Whether sheets are being made."""
        return self._work.is_running

    def end(self) -> None:
        """Wait for what is being made."""
        self._work.end()

    def _lay_out(self) -> None:
        self.add_step_back(self.tr("Check sheets"))
        card = Card(self.theme, self.tr("1 for each person"))
        for words in (
            self.tr("Each person sees their own words first."),
            self.tr("Then they see what we decided."),
            self.tr("They tick Yes, No or Talk to me."),
        ):
            card.add(WrapLabel(self.theme, words, TextStyle.BODY))
        hint = self.tr("With a number nobody sees whose sheet it is.")
        form_row(self.theme, card.body, self.tr("What stands on each sheet?"), self.marks, hint=hint)
        self.middle.add(card)
        self.middle.add_stretch()
        self.add_above_acts(self._saved)
        self.acts.addWidget(self.make, 1)

    def _on_make(self) -> None:
        if self._work.is_running:
            return
        self._folder = folder = FolderPlace.ask(self, self.tr("Where shall the check sheets go?"))
        if folder is None:
            return
        sheets, has_numbers = self.services.check_sheets, self.marks.chosen_key() == _NUMBERS
        meeting_id = self.bridge.meeting_id
        papers = self.bridge.ask(lambda: tuple(sheets.papers(meeting_id, with_numbers=has_numbers))).value
        if papers is None:
            return
        self._saved.put_away()
        self.make.set_words(self.tr("Making the sheets"))

        def work(_tell: Progress, is_stopped: Stopped) -> int:
            count = 0
            for paper in papers:
                if is_stopped():
                    break
                sheets.save(sheets.render(paper), folder / paper.file_name)
                count += 1
            return count

        self._work.start(work)

    def _on_made(self, count: object) -> None:
        self.make.set_words(self.tr("Make the check sheets"))
        if isinstance(count, int) and self._folder is not None:
            words = self.tr("1 check sheet is made.") if count == 1 else self.tr("{count} check sheets are made.")
            self._saved.tell_saved(words.format(count=count), self._folder)

    def _on_failed(self, fault: Exception) -> None:
        self.make.set_words(self.tr("Make the check sheets"))
        if not isinstance(fault, NotWritten):
            self.services.error_log.note(fault)
        self._saved.tell_trouble(self.tr("The sheets could not be saved there."), self.tr("Nothing is lost."))
