"""What is rarely done with a decision that is in the record: decide it again, take it back, take words out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.take_back_form import TakeBackForm
from coprod_desktop.ui.widgets.vocabulary import Vocabulary


class MoreAboutDecision(QWidget):
    """Buttons to connect: `again`, `take_out`. Signal: `taken_back(person id, or empty)`, after it was asked who."""

    taken_back = Signal(str)

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.again = BigButton(theme, self.tr("Decide this again"), icon=Icon.DECISIONS)
        self.take_back = BigButton(theme, self.tr("Take it back openly"), icon=Icon.COME_BACK)
        self.take_out = BigButton(theme, self.tr("Take words out for good"), icon=Icon.REMOVE)
        self.form = TakeBackForm(theme, vocabulary)
        column = Column(theme, gap=12)
        column.addLayout(flow_of(theme, self.again, self.take_back, self.take_out))
        column.addWidget(self.form)
        self.setLayout(column)
        self.form.hide()
        self.take_back.clicked.connect(self._on_take_back)
        self.form.taken_back.connect(self._on_taken_back)

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people as those who take it back."""
        self.form.show_people(people)

    def show_decision(self, *, can_take_back: bool) -> None:
        """What was taken back already can only be decided again."""
        self.take_back.setVisible(can_take_back)
        if not can_take_back:
            self.form.hide()

    def close_form(self) -> bool:
        """Do not take it back; says whether that was asked."""
        if self.form.isHidden():
            return False
        self.form.hide()
        self.take_back.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _on_take_back(self) -> None:
        self.form.ask()

    def _on_taken_back(self, person_id: str) -> None:
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.hide()
        self.taken_back.emit(person_id)
