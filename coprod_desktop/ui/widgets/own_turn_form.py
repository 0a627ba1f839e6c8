"""How long one person's turns are, and how they are told that time is nearly up (R11). It is theirs alone."""

from coprod_desktop.domain.person import UNTIMED, Person
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import FormRow, form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.number_field import NumberField
from coprod_desktop.ui.widgets.person_part import PersonPart

_GROUP, _OWN, _UNTIMED = "group", "own", "untimed"
_MOST_MINUTES = 60
_FIRST_OFFER = 5
_IN_WORDS = "in_words"


class OwnTurnForm(PersonPart):
    """The length of a person's turns: as the group's, their own minutes, or no clock; and "Nearly time" in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kept: int | None = None
        question = self.tr("How long is their turn?")
        choices = (
            Choice(_GROUP, self.tr("The same as everyone")),
            Choice(_OWN, self.tr("Their own number of minutes")),
            Choice(_UNTIMED, self.tr("No clock on their turn")),
        )
        self._choices = ChoiceButtons(theme, question, choices)
        self._minutes = NumberField(theme, _FIRST_OFFER, 1, _MOST_MINUTES, after=self.tr("minutes"))
        column = Column(theme, gap=18)
        hint = self.tr("Everyone thinks and speaks at their own speed. Nobody else sees this.")
        form_row(theme, column, question, self._choices, hint=hint)
        self._minutes_row = FormRow(theme, self.tr("How many minutes?"), self._minutes)
        column.addWidget(self._minutes_row)
        tick = Choice(_IN_WORDS, self.tr("Tell me in words when time is nearly up"))
        self._nearly = ChoiceButtons(theme, self.tr("Nearly time"), [tick], is_several=True)
        column.addWidget(self._nearly)
        self.setLayout(column)
        self._choices.chosen_changed.connect(self._on_chosen)
        self._minutes.editingFinished.connect(self._on_minutes)
        self._nearly.chosen_changed.connect(self._on_nearly)

    def show_person(self, person: Person) -> None:
        """Show what is kept."""
        seconds = self._kept = person.turn_seconds
        key = _GROUP if seconds is None else _UNTIMED if seconds == UNTIMED else _OWN
        self._choices.set_chosen(key)
        if key == _OWN:
            self._minutes.setValue(max(1, round((seconds or 0) / 60)))
        self._minutes_row.setVisible(key == _OWN)
        self._nearly.set_chosen(*([_IN_WORDS] if person.nearly_in_words else []))
        self._nearly.setVisible(key != _UNTIMED)

    def _on_chosen(self) -> None:
        key = self._choices.chosen_key()
        if key == _OWN:
            self._minutes_row.show()
            self._minutes.setFocus()
            self._minutes.selectAll()
            return
        self.changed.emit({"turn_seconds": UNTIMED if key == _UNTIMED else None})

    def _on_nearly(self) -> None:
        self.changed.emit({"nearly_in_words": bool(self._nearly.chosen())})

    def _on_minutes(self) -> None:
        is_shown = not self._minutes_row.isHidden()
        if is_shown and (self._kept in (None, UNTIMED) or self._minutes.value() != round((self._kept or 0) / 60)):
            self.changed.emit({"turn_seconds": self._minutes.value() * 60})
