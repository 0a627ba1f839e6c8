"""Adds a photo of the group's own: what it is of, what it shows, and who is in it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, Row, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.picture_box import PictureBox

_NOBODY = "nobody"


class PhotoForm(FormPanel):
    """Signals: `saved`, when everything that is needed was filled in; `back_requested`."""

    saved = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, name: Callable[[PersonId], str]) -> None:
        super().__init__(theme, self.tr("A photo of our own"), self.tr("Add the photo"))
        self.path: Path | None = None
        self._picture = PictureBox(theme, None, self.tr("The photo that you chose"), size=120)
        self.word = LineField(theme)
        self.shows = LineField(theme)
        self.people = PeopleChoice(theme, self.tr("Who is in it?"), name=name)
        nobody = Choice(_NOBODY, self.tr("Nobody is in it"))
        self.nobody = ChoiceButtons(theme, self.tr("Is nobody in it?"), [nobody], is_several=True)
        self._add_fields(theme)
        self.save.clicked.connect(self._on_save)
        self.back.clicked.connect(self.back_requested)
        self.people.changed.connect(self._on_people)
        self.nobody.chosen_changed.connect(self._on_nobody)

    def begin_with(self, path: Path, picture: bytes, people: Sequence[PersonId]) -> None:
        """An empty form for this file, which looks so; these people may be in it."""
        self.path = path
        self._picture.show_picture(picture, self.tr("The photo that you chose"))
        self.clear_errors()
        self.word.setText("")
        self.shows.setText("")
        self.people.set_value(())
        self.people.show_people(people)
        self.nobody.set_chosen()
        self.begin()

    def is_half_typed(self) -> bool:
        """Whether words were typed."""
        return bool(self.word.text().strip() or self.shows.text().strip())

    def _add_fields(self, theme: Theme) -> None:
        row = Row(theme, gap=16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        stays = self.tr("Photos stay on this laptop. A photo with people in it is private.")
        private = IconLine(theme, Icon.PRIVATE, stays, TextStyle.NOTE)
        row.addWidget(private, 1, Qt.AlignmentFlag.AlignTop)
        self.add_part(holder(row))
        hint = self.tr("1 or 2 words, such as: our garden. It is found by them.")
        self.add_field("word", self.tr("What is it a picture of?"), self.word, hint=hint)
        hint = self.tr("1 short sentence, for people who do not see it.")
        self.add_field("alt", self.tr("What does it show?"), self.shows, hint=hint)
        who = Column(theme, gap=8)
        who.addWidget(self.people)
        who.addWidget(self.nobody)
        field = holder(who)
        field.setFocusProxy(self.people)
        hint = self.tr("Each of them is asked first. Is somebody not here? Add them to People first.")
        self.add_field("people", self.tr("Who is in it?"), field, hint=hint)
        self.end_fields(has_more=False)

    def _on_people(self) -> None:
        self.nobody.set_chosen()

    def _on_nobody(self) -> None:
        if self.nobody.chosen():
            self.people.set_value(())

    def _on_save(self) -> None:
        if not self.word.text().strip():
            self.show_error("word", self.tr("Please say what it is a picture of."))
        elif not self.shows.text().strip():
            self.show_error("alt", self.tr("Please say what it shows."))
        elif not self.people.value() and not self.nobody.chosen():
            self.show_error("people", self.tr("Please say who is in it, or that nobody is."))
        else:
            self.saved.emit()
