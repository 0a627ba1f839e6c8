"""Asks what an idea was put forward as: words, or a drawing, a photo or a recording that is brought in (R14)."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.lines import Medium
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.vocabulary import Vocabulary
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class MediumChoice(QWidget):
    """The way, the file, and who is in a photo. Signal: `file_requested`."""

    file_requested = Signal()
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.path: Path | None = None
        name = self.tr("How was it shown?")
        self.kind = ChoiceButtons(theme, name, [Choice(one, vocabulary.words(one)) for one in Medium])
        self.file = BigButton(theme, self.tr("Choose the file"), icon=Icon.FOLDER)
        self._note = WrapLabel(theme, "", TextStyle.NOTE)
        self.people = PeopleChoice(theme, self.tr("Who is in the photo?"), name=vocabulary.name)
        hint = self.tr("Each of them is asked before it is printed.")
        self._people_row = FormRow(theme, self.tr("Who is in the photo?"), self.people, hint=hint)
        column = Column(theme, gap=8)
        self._file_part = holder(flow_of(theme, self.file))
        for part in (self.kind, self._note, self._file_part, self._people_row):
            column.addWidget(part)
        self.setLayout(column)
        self.setAccessibleName(name)
        self.setFocusProxy(self.kind)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.kind.chosen_changed.connect(self._on_kind)
        self.file.clicked.connect(self.file_requested)
        self._is_fixed = False
        self.show_medium(Medium.WORDS, is_fixed=False)

    def chosen(self) -> Medium:
        """What it was put forward as."""
        return Medium(self.kind.chosen_key() or Medium.WORDS)

    def show_medium(self, medium: Medium, *, is_fixed: bool) -> None:
        """Show what it is; once it is in the record it stays what it is."""
        self._is_fixed = is_fixed
        self.path = None
        self.kind.set_chosen(medium)
        self.kind.setEnabled(not is_fixed)
        self.people.set_value(())
        self._fit()

    def take(self, path: Path) -> None:
        """The file that somebody chose."""
        self.path = path
        self._fit()

    def needs_file(self) -> bool:
        """Whether a file has still to be chosen."""
        return self.chosen() is not Medium.WORDS and self.path is None and not self._is_fixed

    def _on_kind(self) -> None:
        self.path = None
        self._fit()

    def _fit(self) -> None:
        medium, is_open = self.chosen(), not self._is_fixed
        self._file_part.setVisible(is_open and medium is not Medium.WORDS)
        self._people_row.setVisible(is_open and medium is Medium.PHOTO and bool(self.people.people()))
        self._note.setText(self._told(medium))
        self._note.setVisible(is_open and medium is not Medium.WORDS)

    def _told(self, medium: Medium) -> str:
        if self.path is not None:
            return self.tr("Chosen: {name}").format(name=self.path.name)
        if medium is Medium.RECORDING:
            return self.tr("The words above say what is heard in it.")
        return self.tr("The words above say what it shows, in 1 short sentence.")
