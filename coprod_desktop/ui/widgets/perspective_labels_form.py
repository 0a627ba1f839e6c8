"""The group's own words for perspectives: they stand beside numbers, never beside names."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.person import Perspective
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.saved_field import SavedField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class PerspectiveLabelsForm(QWidget):
    """One field for each perspective. Signal: `labels_changed(words by perspective)`."""

    labels_changed = Signal(object)

    def __init__(self, theme: Theme, words_for: Callable[[StrEnum], str]) -> None:
        super().__init__()
        self._labels: dict[Perspective, str] = {}
        column = Column(theme, gap=14)
        told = self.tr("Your own words for where people speak from. They stand beside numbers, never beside names.")
        column.addWidget(WrapLabel(theme, told, TextStyle.NOTE))
        self._fields: dict[Perspective, SavedField] = {}
        for one in Perspective:
            if one is not Perspective.NOT_SAID:
                field = self._fields[one] = SavedField(theme, words_for(one))
                field.left_with.connect(partial(self._on_left, one))
                column.addWidget(field)
        self.setLayout(column)

    def show_labels(self, labels: Mapping[Perspective, str]) -> None:
        """Show what is kept; words that are half typed stay."""
        self._labels = dict(labels)
        for one, field in self._fields.items():
            field.show_words(self._labels.get(one, ""))

    def _on_left(self, one: Perspective, words: str) -> None:
        self.labels_changed.emit({**self._labels, one: words})
