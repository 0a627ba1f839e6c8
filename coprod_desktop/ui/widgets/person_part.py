"""What every part of a person's page is: it shows what is kept, and tells what a person changed."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.person import Person


class Refusing(Protocol):
    """A field that can say why its words were not kept."""

    def refuse(self, words: str) -> None:
        """Say what to put right."""


class PersonPart(QWidget):
    """One part of a person's page. Signal: `changed(fields of the person with their new values)`."""

    changed = Signal(object)

    def show_person(self, person: Person) -> None:
        """Show what is kept; words that are half typed stay."""

    def refusing(self) -> Mapping[str, Refusing]:
        """The fields that a refusal can be about, by the name of the person's field."""
        return {}

    def step_back(self) -> bool:
        """Esc: shut what is open inside; says whether there was anything."""
        return False
