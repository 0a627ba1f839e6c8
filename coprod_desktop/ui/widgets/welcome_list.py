"""Everyone on this meeting's list, with whether they are here; never where they speak from."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
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
from coprod_desktop.ui.widgets.welcome_row import Beside, NumberedWords, WelcomeRow

_MANY_PEOPLE = 8
_PAUSE_MS = 1500


class WelcomeList(QWidget):
    """By the alphabet, so that no row jumps, and numbered.

    It is one stop for Tab: Up and Down move through the rows, Right and Left to the buttons beside a name and back.
    While a row has the focus, typed figures go to the row with that number, and letters to a name that begins so;
    after a pause, or when Tab has left the list, they begin anew.
    `name` says what the room calls a person, `jobs` puts their jobs into words.
    Signals: `person_pressed(person id)`; `beside_pressed(person id, value of Beside)`.
    """

    person_pressed = Signal(str)
    beside_pressed = Signal(str, str)
    is_one_stop = True

    def __init__(self, theme: Theme, *, name: Callable[[PersonId], str], jobs: Callable[[Sequence[Job]], str]) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._job_words = jobs
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._forget_typed)
        self._rows = RowList(theme, self.tr("People"))
        column = Column(theme)
        column.addWidget(self._rows)
        self.setLayout(column)

    def show_people(self, state: MeetingState) -> None:
        """Show everyone on the list; rows stay while nobody comes onto it or goes off it."""
        people = sorted(state.attendance, key=lambda who: self._name(who).casefold())
        if people != self.people():
            is_flat = len(people) > _MANY_PEOPLE
            self._rows.set_gap(0 if is_flat else 8)
            rows = [self._make_row(state.attendance[who], at, is_flat=is_flat) for at, who in enumerate(people, 1)]
            self._rows.set_rows(zip(people, rows, strict=True))
        for at, who in enumerate(people, 1):
            seen = state.attendance[who]
            self.row(who).show_person(self._words(seen, at), self._beside(seen))

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
        """Figures go to a number, letters to a name; nothing is done with the person yet."""
        key, typed = self._rows.focused_key(), event.text().casefold()
        if key is None or not typed.isalnum():
            self._forget_typed()
            if key is None or not self._move_in_row(PersonId(key), Qt.Key(event.key())):
                super().keyPressEvent(event)
            return
        self._find(typed, PersonId(key))

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab leaves the list, and with it what was typed."""
        self._forget_typed()
        return super().focusNextPrevChild(is_next)

    def _find(self, typed: str, key: PersonId) -> None:
        find = self._with_number if typed.isdecimal() else self._with_name
        found = find(self._typed + typed, key)
        self._typed = self._typed + typed if found is not None else typed
        found = found or find(typed, key)
        self._pause.start()
        if found is not None:
            self.focus_person(found)

    def _forget_typed(self) -> None:
        self._typed = ""

    def _move_in_row(self, person_id: PersonId, key: Qt.Key) -> bool:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        stops, focused = self.row(person_id).stops(), self.window().focusWidget()
        if step is None or focused not in stops:
            return False
        at = min(max(stops.index(focused) + step, 0), len(stops) - 1)
        stops[at].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _with_number(self, typed: str, _now: PersonId) -> PersonId | None:
        people = self.people()
        at = int(typed) if typed.isdecimal() else 0
        return people[at - 1] if 1 <= at <= len(people) else None

    def _with_name(self, typed: str, now: PersonId) -> PersonId | None:
        """One letter goes on to the next such name; more letters may stay where they are."""
        people = self.people()
        at = people.index(now) + (1 if len(typed) == 1 else 0)
        around = [*people[at:], *people[:at]]
        return next((who for who in around if self._name(who).casefold().startswith(typed)), None)

    def _make_row(self, seen: Attendance, number: int, *, is_flat: bool) -> WelcomeRow:
        row = WelcomeRow(self._theme, self._words(seen, number), is_flat=is_flat)
        row.pressed.connect(partial(self._on_pressed, seen.person_id))
        row.beside_pressed.connect(partial(self.beside_pressed.emit, seen.person_id))
        return row

    def _on_pressed(self, person_id: PersonId) -> None:
        self._forget_typed()
        self.person_pressed.emit(person_id)

    def _words(self, seen: Attendance, number: int) -> RowWords:
        name = self._name(seen.person_id)
        notes = (self._where_words(seen), self._job_words(seen.jobs))
        is_in_room = seen.is_here and not seen.is_out
        return NumberedWords(
            title=name,
            note="  \u00b7  ".join(note for note in notes if note),
            number=str(number),
            initials=initials_of(name),
            note_icon=Icon.CHECK if is_in_room else None,
            note_colour="good" if is_in_room else "muted",
        )

    def _where_words(self, seen: Attendance) -> str:
        if seen.is_out:
            return self.tr("Stepped out. Here since {time}").format(time=easy_time(seen.arrived_at))
        if seen.is_here:
            return self.tr("Here since {time}").format(time=easy_time(seen.arrived_at))
        if seen.came:
            times = {"came": easy_time(seen.arrived_at), "left": easy_time(seen.left_at)}
            return self.tr("Came at {came}. Went home at {left}").format(**times)
        return self.tr("Cannot come") if seen.is_sorry else self.tr("Not here yet")

    def _beside(self, seen: Attendance) -> Mapping[Beside, str]:
        if seen.is_out:
            return {Beside.CAME_BACK: self.tr("Came back"), Beside.WENT_HOME: self.tr("Went home")}
        if seen.is_here:
            return {Beside.STEPPED_OUT: self.tr("Stepped out"), Beside.WENT_HOME: self.tr("Went home")}
        return {} if seen.came or seen.is_sorry else {Beside.CANNOT_COME: self.tr("Cannot come")}
