"""What is counted today: the group's own choice, and nothing is as large as the other answer (R08, R12)."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt, Signal

from coprod_desktop.domain.room import Counting
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.answer_choice import AnswerChoice
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class CountingCard(Card):
    """Signal: `chosen(value of Counting)`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, words: Callable[[StrEnum], str]) -> None:
        question = self.tr("What do we count today?")
        super().__init__(theme, question, self.tr("Ask the group."), heading_style=TextStyle.TITLE, gap=16)
        means = self.tr("We can count turns and time, by where people speak from. No names are shown with them.")
        answers = [Choice(one.value, words(one)) for one in Counting]
        self._answers = AnswerChoice(theme, question, answers)
        scroll = ScrollColumn(theme, gap=16)
        scroll.add(WrapLabel(theme, means, TextStyle.LEAD))
        scroll.add(self._answers)
        scroll.add(WrapLabel(theme, self.tr("You can change this later."), TextStyle.NOTE))
        scroll.add_stretch()
        self.add(scroll, 1)
        self._answers.chosen_changed.connect(self._on_chosen)

    def show_counting(self, counting: Counting | None) -> None:
        """Show what the group said, if it has said something."""
        self._answers.set_chosen(*([counting.value] if counting else []))

    def focus_likely(self) -> None:
        """Go to the answer that was given, else to the first."""
        key = self._answers.chosen_key() or Counting.NOTHING.value
        self._answers.button(key).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self) -> None:
        key = self._answers.chosen_key()
        if key is not None:
            self.chosen.emit(key)
