"""Asks each person who was named for a job: yes and no are the same size, and nobody is asked why (R28)."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.announce import announce
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.layouts import Column, laid_out_once
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class OwnerAnswer(QWidget):
    """One person's question with 2 equal buttons, `yes` and `no`."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._name = name
        self._question = WrapLabel(theme, self.tr("{name}, will you do this?").format(name=name), TextStyle.STRONG)
        self.yes = BigButton(theme, self.tr("Yes, I will do it"), description=name)
        self.no = BigButton(theme, self.tr("No, thank you"), description=name)
        beside = EvenRow(theme, gap=12, least=220, all_or_one=True)
        beside.addWidget(self.yes)
        beside.addWidget(self.no)
        column = Column(theme, gap=6)
        column.addWidget(self._question)
        column.addLayout(beside)
        self.setLayout(column)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.yes.clicked.connect(self._on_yes)

    def _on_yes(self) -> None:
        words = self.tr("{name} says yes.").format(name=self._name)
        self._question.setText(words)
        announce(self, words)


class OwnerAnswers(QWidget):
    """One question for each person. Signal: `declined(person id)`, whose job it is not then."""

    declined = Signal(str)

    def __init__(self, theme: Theme, *, name: Callable[[PersonId], str]) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self.rows: dict[PersonId, OwnerAnswer] = {}
        self._column = Column(theme, gap=12)
        self.setLayout(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def ask(self, people: Sequence[PersonId]) -> None:
        """Ask these people; whoever was asked before keeps their answer."""
        if tuple(people) == tuple(self.rows):
            return
        with laid_out_once(self):
            for who in [one for one in self.rows if one not in people]:
                row = self.rows.pop(who)
                self._column.removeWidget(row)
                row.hide()
                row.setParent(None)
                row.deleteLater()
            kept = self.rows
            self.rows = {who: kept.get(who) or self._make(who) for who in people}
            for place, row in enumerate(self.rows.values()):
                self._column.insertWidget(place, row)
        self.setVisible(bool(self.rows))

    def focus_person(self, person_id: PersonId) -> None:
        """Go to the first answer of a person."""
        self.rows[person_id].yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, who: PersonId) -> OwnerAnswer:
        row = OwnerAnswer(self._theme, self._name(who))
        row.no.clicked.connect(partial(self.declined.emit, who))
        return row
