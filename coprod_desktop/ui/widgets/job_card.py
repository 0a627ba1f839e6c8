"""Who has one job today: those who have not had a go come first, and nobody has to (R08)."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn


class JobCard(Card):
    """People to press, in 2 groups. Signal: `person_pressed(person id)`, who takes the job or gives it back."""

    person_pressed = Signal(str)

    def __init__(self, theme: Theme, name: Callable[[PersonId], str]) -> None:
        note = self.tr("Press a name. Two people can share a job.")
        super().__init__(theme, self.tr("Jobs today"), note, heading_style=TextStyle.TITLE)
        self._note_text = note
        self._name = name
        self._first: frozenset[PersonId] | None = None
        not_yet, before = self.tr("Not had a go yet"), self.tr("Had a go, today or before")
        self._not_yet = PeopleChoice(theme, not_yet, name=name)
        self._before = PeopleChoice(theme, before, name=name)
        scroll = ScrollColumn(theme, gap=18)
        self._groups: list[tuple[PeopleChoice, QWidget]] = [
            (people, form_row(theme, scroll.column, words, people))
            for words, people in ((not_yet, self._not_yet), (before, self._before))
        ]
        scroll.add_stretch()
        self.add(scroll, 1)
        for people, _row in self._groups:
            people.pressed.connect(self.person_pressed)

    def begin(self, job: str) -> None:
        """Ask about a job; everyone is put into their group anew."""
        self.set_heading(self.tr("{job}: who does it today?").format(job=job), self._note_text)
        self._first = None

    def show_people(self, today: Sequence[PersonId], not_yet: Sequence[PersonId], others: Sequence[PersonId]) -> None:
        """Show everyone on the list; `today` have the job. Who takes it stays in the same place meanwhile."""
        everyone = self._by_name((*not_yet, *others))
        if self._first is None:
            self._first = frozenset(not_yet)
        first = [who for who in everyone if who in self._first or who in not_yet]
        rest = [who for who in everyone if who not in first]
        for (people, row), shown in zip(self._groups, (first, rest), strict=True):
            people.set_value([])
            people.show_people(shown)
            people.set_value([who for who in today if who in shown])
            row.setHidden(not shown)

    def focus_likely(self) -> None:
        """Go to the first person."""
        for people, _row in self._groups:
            if people.people():
                people.focus_person()
                return

    def _by_name(self, people: Iterable[PersonId]) -> list[PersonId]:
        return sorted(people, key=lambda who: self._name(who).casefold())
