"""Check and agree: how far the two yeses are, the way to each step, and the editions that were made (R26)."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coprod_desktop.domain.check_lines import open_answers
from coprod_desktop.domain.editions import Standing
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.record_file import NotWritten, write_whole
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import AGREE, READERS, RETURNED, SHEETS, MinutesPanel
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.long_work import LongWork, Progress, Stopped
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.saved_file import SavedFile
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_FORMS: Final = (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT, MinutesFormat.PLAIN_TEXT)


class CheckPanel(MinutesPanel):
    """The steps as rows, and below them the newest edition to save."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._standing = Standing()
        self._path: Path | None = None
        self._work, self._keeping = LongWork(self), LongWork(self)
        self.steps = RowList(theme, self.tr("Check and agree"), gap=0)
        self._edition = Card(theme, self.tr("Editions"), padding=16, gap=10)
        self.form = ChoiceButtons(theme, self.tr("Format"), [Choice(one.value, words_for(one)) for one in _FORMS])
        self.form.set_chosen(_FORMS[0].value)
        self.save = BigButton(theme, self.tr("Save this edition"), icon=Icon.SAVE)
        self.make = BigButton(theme, self.tr("Make an edition"), icon=Icon.FILE)
        agree = self.tr("We agree these minutes")
        self.agree = BigButton(theme, agree, kind=ButtonKind.PRIMARY, icon=Icon.AGREEMENT, key="F8")
        self._saved = SavedFile(theme, self.save)
        self._lay_out()
        self._connect()

    def likeliest(self) -> BigButton:
        """Agreeing; once that is done, saving the edition."""
        return self.save if self._standing.is_agreed else self.agree

    def show_state(self, state: MeetingState) -> None:
        """How far the minutes are now."""
        asked = self.bridge.ask(partial(self.services.editions.standing, state.id, state))
        if asked.value is None:
            return
        self._standing = told = asked.value
        self._show_steps(state, told)
        self._show_edition(state, told)
        self.make.setEnabled(not told.edition)
        self.save.set_kind(ButtonKind.PRIMARY if told.is_agreed else ButtonKind.PLAIN)
        for button in (self.make, self.agree):
            button.setVisible(not told.is_agreed)

    def on_shown(self) -> None:
        """Files of an agreed edition that were not made yet are made now."""
        self._keep_files()

    @property
    def is_working(self) -> bool:
        """Whether files are being made."""
        return self._work.is_running or self._keeping.is_running

    def edition_words(self) -> str:
        """What is said of the editions."""
        return self._edition_words

    def end(self) -> None:
        """Wait for what is being made."""
        self._work.end()
        self._keeping.end()

    # Parts

    def _lay_out(self) -> None:
        self._edition_words = ""
        self.add_way_back(self.tr("Check and agree"))
        note = self.tr("2 questions: is it easy, and is it right?")
        steps = Card(self.theme, self.tr("Who has checked it"), note, padding=16, gap=6)
        steps.add(self.steps)
        self._form_row = form_row(self.theme, self._edition.body, self.tr("Format"), self.form)
        self._edition.add(self.save)
        self.middle.add(steps)
        self.middle.add(self._edition)
        self.middle.add_stretch()
        self.add_above_acts(self._saved)
        self.acts.addWidget(self.agree, 3)
        self.acts.addWidget(self.make, 2)

    def _connect(self) -> None:
        self.make.clicked.connect(self._on_make)
        self.agree.clicked.connect(partial(self.panel_wanted.emit, AGREE))
        self.save.clicked.connect(self._on_save)
        self._work.done.connect(self._on_made)
        self._work.failed.connect(self._on_failed)
        self._keeping.done.connect(self._on_kept)
        self._keeping.failed.connect(self.services.error_log.note)

    # What stands

    def _show_steps(self, state: MeetingState, told: Standing) -> None:
        rows: Sequence[tuple[str, Icon, str, str]] = (
            (READERS, Icon.WORDS_HELP, self.tr("Is it easy to read?"), self._easy_words(told)),
            (SHEETS, Icon.PRINT, self.tr("Print check sheets"), self.tr("1 for each person, in their own format")),
            (RETURNED, Icon.REWORD, self.tr("Type in what came back"), self._right_words(state)),
        )
        done = {READERS} if told.is_easy else set()
        self.steps.set_rows([(key, self._row(key, sign, title, note, key in done)) for key, sign, title, note in rows])

    def _row(self, key: str, sign: Icon, title: str, note: str, is_done: bool) -> CardRow:
        colour, icon = ("good", Icon.CHECK) if is_done else ("muted", None)
        words = RowWords(title=title, note=note, icon=sign, note_icon=icon, note_colour=colour)
        row = CardRow(self.theme, words, is_flat=True)
        row.pressed.connect(partial(self.panel_wanted.emit, key))
        return row

    def _easy_words(self, told: Standing) -> str:
        if told.is_easy:
            return self.tr("Our readers say that these words are easy")
        words = self.tr("{count} of {needed} readers said yes to these words")
        return words.format(count=told.readers_yes, needed=told.readers_needed)

    def _right_words(self, state: MeetingState) -> str:
        people = len({who for _line, who in state.after.checks})
        if not people:
            return self.tr("Nobody has given a sheet back yet")
        words = self.tr("1 person answered") if people == 1 else self.tr("{count} people answered")
        to_talk = len(open_answers(state))
        talk = self.tr("1 thing to talk about") if to_talk == 1 else self.tr("{count} things to talk about")
        told = [words.format(count=people), *([talk.format(count=to_talk)] if to_talk else [])]
        return ". ".join(told)

    def _show_edition(self, state: MeetingState, told: Standing) -> None:
        newest = state.after.edition
        for part in (self._form_row, self.save):
            part.setHidden(newest is None)
        if newest is None:
            note = self.tr("An edition keeps the words as they are, with a number.")
            self._edition.set_heading(self.tr("No edition yet"), note)
            self._edition_words = note
            return
        if told.agreed_on is not None:
            note = self.tr("We agreed these minutes on {day}.").format(day=day_words(told.agreed_on))
        elif told.edition:
            note = self.tr("These minutes have its words. No meeting agreed them yet.")
        else:
            note = self.tr("The words were changed since then.")
        heading = self.tr("Edition {number}, {day}").format(number=newest.edition, day=day_words(newest.made_on))
        self._edition.set_heading(heading, note)
        self._edition_words = f"{heading}. {note}"
        self.make.set_words(self.tr("Make edition {number}").format(number=newest.edition + 1))

    # Acts

    def _on_make(self) -> None:
        made = self.bridge.ask(partial(self.services.editions.make_edition, self.bridge.meeting_id)).value
        if made is not None:
            first, next_ = self.tr("This is edition 1."), self.tr("There is a new edition. Its pages list the changes.")
            self.told.emit(first if made == 1 else next_)
            self.agree.setFocus()

    def _on_save(self) -> None:
        newest = self.bridge.state.after.edition
        if self._work.is_running:
            self.told.emit(self.tr("The pages are still being made. Please press it again in a moment."))
            return
        if newest is None:
            return
        form = MinutesFormat(self.form.chosen_key() or _FORMS[0])
        suffix = ".txt" if form is MinutesFormat.PLAIN_TEXT else ".pdf"
        words = self.tr("Edition {number}").format(number=newest.edition)
        suggested = SavePlace.documents() / f"{self.bridge.state.title}, {words}{suffix}"
        self._path = SavePlace.ask(self, self.tr("Save this edition"), suggested, f"*{suffix}")
        if self._path is None:
            return
        editions, meeting_id, number = self.services.editions, self.bridge.meeting_id, newest.edition
        self._saved.put_away()

        def make(_tell: Progress, _is_stopped: Stopped) -> bytes | None:
            return editions.pages.file(meeting_id, number, form).data

        self._work.start(make)

    def _on_made(self, data: object) -> None:
        if not isinstance(data, bytes) or self._path is None:
            return
        try:
            write_whole(self._path, data)
        except NotWritten as fault:
            self._saved.tell_trouble(self.tr("It could not be saved there."), str(fault))
            return
        self._saved.tell_saved(self.tr("The edition is saved."), self._path)

    def _on_failed(self, fault: Exception) -> None:
        self.services.error_log.note(fault)
        self._saved.tell_trouble(self.tr("These pages could not be made."), self.tr("Nothing is lost."))

    def _keep_files(self) -> None:
        """Off the window's thread: the pages of an agreed edition are made once and kept."""
        newest = self.bridge.state.after.edition if self.bridge.has_meeting else None
        if newest is None or not self._standing.is_agreed or self._keeping.is_running:
            return
        editions, meeting_id, number = self.services.editions, self.bridge.meeting_id, newest.edition
        kept = {one.form for one in editions.pages.files(meeting_id) if one.edition == number and one.data is not None}
        missing = [one for one in _FORMS if one.value not in kept]
        if not missing:
            return
        content = self.bridge.ask(partial(editions.pages.content, meeting_id, number)).value
        if content is None:
            return

        def make(_tell: Progress, _is_stopped: Stopped) -> object:
            return meeting_id, number, editions.pages.made(content, missing)

        self._keeping.start(make)

    def _on_kept(self, made: object) -> None:
        if isinstance(made, tuple):
            self.bridge.ask(partial(self.services.editions.pages.keep, *made))
