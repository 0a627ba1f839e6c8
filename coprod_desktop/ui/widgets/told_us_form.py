"""What people with lived experience have told the group, when none of them was there for a decision (R15)."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.lines import DecisionDetails
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary

_UNTIL_ASKED = "until_asked"


class ToldUsForm(QWidget):
    """Their words and where they said them, and whether the decision is only for now. Signal: `for_now_changed`."""

    for_now_changed = Signal()

    def __init__(self, theme: Theme, _vocabulary: Vocabulary) -> None:
        super().__init__()
        self.told_us = SentenceField(theme, lines=1)
        ask_first = Choice(_UNTIL_ASKED, self.tr("Save for now, until they are asked"))
        self.for_now = ChoiceButtons(theme, self.tr("Is this only for now?"), [ask_first], is_several=True)
        column = Column(theme, gap=12)
        form_row(theme, column, self.tr("What have they told us, and where?"), self.told_us)
        column.addWidget(self.for_now)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.told_us)
        self.told_us.entered.connect(self.for_now.setFocus)
        self.for_now.chosen_changed.connect(self.for_now_changed)

    def is_until_asked(self) -> bool:
        """Whether it is only for now, until they are asked."""
        return bool(self.for_now.chosen())

    def fill(self, details: DecisionDetails) -> None:
        """Show a decision."""
        self.told_us.set_words(details.told_us)
        self.for_now.set_chosen(*([_UNTIL_ASKED] if details.is_until_asked else []))

    def details(self, base: DecisionDetails) -> DecisionDetails:
        """The decision with what was written here."""
        return replace(base, told_us=self.told_us.words().strip(), is_until_asked=self.is_until_asked())
