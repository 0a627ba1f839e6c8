"""Taking a decision back in the open: it stays in the record, with who took it back if they say so (R19)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.scrolled_view import show_from_top
from coprod_desktop.ui.widgets.vocabulary import Vocabulary


class TakeBackForm(QWidget):
    """Who takes it back, and the act. Signal: `taken_back(person id, or empty)`."""

    taken_back = Signal(str)

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.people = PeopleChoice(theme, self.tr("Who takes it back?"), name=vocabulary.name)
        self.act = BigButton(theme, self.tr("Take it back"), icon=Icon.COME_BACK)
        column = Column(theme, gap=12)
        hint = self.tr("Its jobs stop. Everybody can still read it.")
        form_row(theme, column, self.tr("Who takes it back?"), self.people, hint=hint)
        column.addLayout(flow_of(theme, self.act))
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.people)
        self.people.pressed.connect(self._on_person)
        self.act.clicked.connect(self._on_act)

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people."""
        self.people.show_people(people)

    def ask(self) -> None:
        """Ask who takes it back, with the act in sight; choosing nobody is an answer too."""
        self.people.set_value(())
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        show_from_top(self)

    def _on_person(self, person_id: str) -> None:
        """One person at most."""
        if PersonId(person_id) in self.people.value():
            self.people.set_value((PersonId(person_id),))

    def _on_act(self) -> None:
        self.taken_back.emit(next(iter(self.people.value()), ""))
