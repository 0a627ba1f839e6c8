"""Adds a photo of the group's own: what it shows, what it is found by, and who is in it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.people_choice import PeopleChoice


class PhotoForm(FormPanel):
    """Signals: `saved`, when everything that is needed was filled in; `back_requested`."""

    saved = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, name: Callable[[PersonId], str]) -> None:
        super().__init__(theme, self.tr("A photo of our own"), self.tr("Add the photo"))
        self.path: Path | None = None
        self.word = LineField(theme)
        self.shows = LineField(theme)
        self.people = PeopleChoice(theme, self.tr("Who is in it?"), name=name)
        self.add_field("word", self.tr("What is it a picture of?"), self.word, hint=self.tr("Such as: our garden."))
        self.add_field(
            "alt",
            self.tr("What does it show? One sentence"),
            self.shows,
            hint=self.tr("For people who do not see it. No names, please."),
        )
        self.add_field(
            "people",
            self.tr("Who is in it?"),
            self.people,
            hint=self.tr("It is printed only when each of them said yes."),
        )
        self.end_fields(has_more=False)
        self.save.clicked.connect(self._on_save)
        self.back.clicked.connect(self.back_requested)

    def begin_with(self, path: Path, people: Sequence[PersonId]) -> None:
        """An empty form for this file; these people may be in it."""
        self.path = path
        self.clear_errors()
        self.word.setText("")
        self.shows.setText("")
        self.people.show_people(people)
        self.people.set_value(())
        self.begin()

    def is_half_typed(self) -> bool:
        """Whether words were typed."""
        return bool(self.word.text().strip() or self.shows.text().strip())

    def _on_save(self) -> None:
        if not self.word.text().strip():
            self.show_error("word", self.tr("Please say what it is a picture of."))
        elif not self.shows.text().strip():
            self.show_error("alt", self.tr("Please say what it shows."))
        else:
            self.saved.emit()
