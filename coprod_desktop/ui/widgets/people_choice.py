"""Chooses several people by their names: big buttons, arrows, and typed letters that find a name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.layouts import Column


class PeopleChoice(QWidget):
    """People, each chosen or not: one stop for Tab, with arrows inside.

    Signals: `changed`; `pressed(person id)`, both when a person presses a name.
    """

    changed = Signal()
    pressed = Signal(str)
    accessible_role = QAccessible.Role.Grouping
    is_one_stop = True

    def __init__(self, theme: Theme, words: str, *, name: Callable[[PersonId], str]) -> None:
        super().__init__()
        self._name = name
        self._offered: list[tuple[PersonId, str]] = []
        self._given: tuple[PersonId, ...] = ()
        self._chosen: set[str] = set()
        self._typed = ""
        self._buttons = ChoiceButtons(theme, words, is_several=True)
        self._buttons.chosen_changed.connect(self._on_chosen)
        self.setFocusProxy(self._buttons)
        column = Column(theme)
        column.addWidget(self._buttons)
        self.setLayout(column)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people; whoever is chosen stays offered, and the focus stays where it is."""
        chosen = [who for who, _words in self._offered if who in self._chosen]
        self._offer([*people, *(who for who in chosen if who not in people)])

    def value(self) -> tuple[PersonId, ...]:
        """Who is chosen: as it was given if nothing was changed, else in the order shown."""
        if set(self._given) == self._chosen:
            return self._given
        return tuple(PersonId(key) for key in self._buttons.chosen())

    def set_value(self, people: Sequence[PersonId]) -> None:
        """Choose these people and no others."""
        self._given = tuple(people)
        self._chosen = set(people)
        offered = [who for who, _words in self._offered]
        self._offer([*offered, *(who for who in people if who not in offered)])
        self._buttons.set_chosen(*people)

    def people(self) -> tuple[PersonId, ...]:
        """Everyone who is offered."""
        return tuple(who for who, _words in self._offered)

    def focus_person(self, person_id: PersonId | None = None) -> None:
        """Go to a person, or to the first one."""
        if self._offered:
            self._typed = ""
            self._buttons.button(person_id or self._offered[0][0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters go to the person whose name begins with them; the same letter again goes to the next one."""
        letter = event.text().casefold()
        if not letter.isalpha() or not self._find(letter):
            super().keyPressEvent(event)

    def _offer(self, people: Sequence[PersonId]) -> None:
        offered = [(who, self._name(who)) for who in people]
        if offered == self._offered:
            return
        focused = self._focused()
        self._offered = offered
        self._buttons.set_choices([Choice(who, words) for who, words in offered])
        self._buttons.set_chosen(*self._chosen)
        if focused is not None and offered:
            self.focus_person(focused if focused in people else people[0])

    def _focused(self) -> PersonId | None:
        focused = self.window().focusWidget()
        return next((who for who, _words in self._offered if self._buttons.button(who) is focused), None)

    def _find(self, letter: str) -> bool:
        focused = self._focused()
        names = [words.casefold() for _who, words in self._offered]
        longer = self._typed + letter
        self._typed = longer if any(name.startswith(longer) for name in names) else letter
        here = next((at for at, (who, _words) in enumerate(self._offered) if who == focused), 0)
        first = here if len(self._typed) > 1 else here + 1
        for at in (*range(first, len(names)), *range(first)):
            if at < len(names) and names[at].startswith(self._typed):
                self._buttons.button(self._offered[at][0]).setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _on_chosen(self) -> None:
        chosen = set(self._buttons.chosen())
        pressed = chosen ^ self._chosen
        self._chosen = chosen
        self.changed.emit()
        for key in pressed:
            self.pressed.emit(key)
