"""Everyone on this meeting's list, with whether they are here; never where they speak from."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.meeting_state import Attendance, MeetingState
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.clock_words import easy_time
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.person_mark import initials_of
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.welcome_row import WelcomeRow

_MANY_PEOPLE = 8


class WelcomeList(QWidget):
    """By the alphabet, so that no row jumps. In the list a letter goes to the next name that begins with it.

    `name` says what the room calls a person, `jobs` puts their jobs into words.
    Signals: `person_pressed(person id)`; `beside_pressed(person id)` for "Went home" or "Cannot come".
    """

    person_pressed = Signal(str)
    beside_pressed = Signal(str)

    def __init__(self, theme: Theme, *, name: Callable[[PersonId], str], jobs: Callable[[Sequence[Job]], str]) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._job_words = jobs
        self._rows = RowList(theme, self.tr("People"))
        column = Column(theme)
        column.addWidget(self._rows)
        self.setLayout(column)

    def show_people(self, state: MeetingState) -> None:
        """Show everyone on the list; rows stay while nobody comes onto it or goes off it."""
        people = sorted(state.attendance, key=lambda who: self._name(who).casefold())
        if people != self.people():
            is_flat = len(people) > _MANY_PEOPLE
            self._rows.set_rows([(who, self._make_row(state.attendance[who], is_flat=is_flat)) for who in people])
        for who in people:
            seen = state.attendance[who]
            self.row(who).show_person(self._words(seen), self._beside(seen))

    def people(self) -> list[PersonId]:
        """Everyone on the list, from the top."""
        return [PersonId(key) for key in list(self._rows.keys())]

    def row(self, person_id: PersonId) -> WelcomeRow:
        """The row of a person."""
        row = self._rows.row(person_id)
        if not isinstance(row, WelcomeRow):
            raise LookupError(person_id)
        return row

    def focus_person(self, person_id: PersonId) -> None:
        """Go to the row of a person."""
        self._rows.focus_row(person_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter goes to the next person whose name begins with it."""
        key, people, letter = self._rows.focused_key(), self.people(), event.text().casefold()
        if key is None or not letter.isalpha():
            super().keyPressEvent(event)
            return
        at = people.index(PersonId(key))
        around = [*people[at + 1 :], *people[: at + 1]]
        found = next((who for who in around if self._name(who).casefold().startswith(letter)), None)
        if found is not None:
            self.focus_person(found)

    def _make_row(self, seen: Attendance, *, is_flat: bool) -> WelcomeRow:
        row = WelcomeRow(self._theme, self._words(seen), is_flat=is_flat)
        row.pressed.connect(partial(self.person_pressed.emit, seen.person_id))
        row.beside_pressed.connect(partial(self.beside_pressed.emit, seen.person_id))
        return row

    def _words(self, seen: Attendance) -> RowWords:
        name = self._name(seen.person_id)
        notes = (self._where_words(seen), self._job_words(seen.jobs))
        return RowWords(
            title=name,
            note="  \u00b7  ".join(note for note in notes if note),
            initials=initials_of(name),
            note_icon=Icon.CHECK if seen.is_here else None,
            note_colour="good" if seen.is_here else "muted",
        )

    def _where_words(self, seen: Attendance) -> str:
        if seen.is_here:
            return self.tr("Here since {time}").format(time=easy_time(seen.arrived_at))
        if seen.came:
            return self.tr("Went home at {time}").format(time=easy_time(seen.left_at))
        return self.tr("Cannot come") if seen.is_sorry else self.tr("Not here yet")

    def _beside(self, seen: Attendance) -> str:
        if seen.is_here:
            return self.tr("Went home")
        return "" if seen.came or seen.is_sorry else self.tr("Cannot come")
