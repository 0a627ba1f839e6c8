"""What a person brings to the group, and what they hope to get from it."""

from collections.abc import Mapping

from coprod_desktop.domain.person import Person
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.lines_field import LinesField
from coprod_desktop.ui.widgets.person_part import PersonPart, Refusing


class BringsForm(PersonPart):
    """Two lists of short lines: what they bring, what they hope to get."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._brings = LinesField(
            theme,
            self.tr("What they bring"),
            hint=self.tr("A skill, a story, time, a language, a good laugh."),
            line_words=self.tr("They bring, line {number}"),
            add_words=self.tr("Add something they bring"),
        )
        self._hopes = LinesField(
            theme,
            self.tr("What they hope to get"),
            hint=self.tr("A skill, a reference, company, a change."),
            line_words=self.tr("They hope for, line {number}"),
            add_words=self.tr("Add something they hope for"),
        )
        column = Column(theme, gap=24)
        column.addWidget(self._brings)
        column.addWidget(self._hopes)
        self.setLayout(column)
        self._brings.lines_changed.connect(self._on_brings)
        self._hopes.lines_changed.connect(self._on_hopes)

    def show_person(self, person: Person) -> None:
        """Show what is kept."""
        self._brings.show_lines(person.brings)
        self._hopes.show_lines(person.hopes)

    def refusing(self) -> Mapping[str, Refusing]:
        """The fields that a refusal can be about."""
        return {"brings": self._brings, "hopes": self._hopes}

    def _on_brings(self, lines: tuple[str, ...]) -> None:
        self.changed.emit({"brings": lines})

    def _on_hopes(self, lines: tuple[str, ...]) -> None:
        self.changed.emit({"hopes": lines})
