"""One person's own word about what helps them take part; private, one person at a time."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.adjustment import PersonSaid
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, Row, empty_layout, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.said_choice import SaidChoice
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.ready_service import NeedQuestion


class _OneNeed(Card):
    """One need: its words, three answers, and a line for the person's own words. Signal: `said(word, words)`."""

    said = Signal(object, str)
    is_labelled = True
    """A scrolled column shows the need together with its answers."""

    def __init__(self, theme: Theme, label: str, who: str, question: "NeedQuestion") -> None:
        super().__init__(theme, padding=12, gap=6, is_sunken=True)
        self.question = question
        self.add(WrapLabel(theme, label, TextStyle.ROW))
        if question.detail:
            self.add(WrapLabel(theme, question.detail, TextStyle.NOTE))
        self.choice = SaidChoice(theme, label)
        self.choice.setAccessibleName(f"{who}. {label}")  # heard as the focus comes to the next person
        self.words = LineField(theme, question.words)
        self.add(self.choice)
        form_row(theme, self.body, self.tr("In your own words, if you like"), self.words)
        self.words.setAccessibleDescription(label)
        self.setAccessibleName(label)
        self.choice.show_said(question.said)
        self.choice.chosen_changed.connect(self._on_changed)
        self.words.editingFinished.connect(self._on_changed)

    def show_question(self, question: "NeedQuestion") -> None:
        """Show what is kept now, also after Undo; words that are half typed stay."""
        if not self.is_half_typed():
            self.words.setText(question.words)
        self.question = question
        self.choice.show_said(question.said)

    def is_half_typed(self) -> bool:
        """Whether words stand here that are not kept, because no answer was chosen."""
        return self.words.text().strip() != self.question.words

    def _on_changed(self) -> None:
        said, words = self.choice.said(), self.words.text().strip()
        if said is not None and (said, words) != (self.question.said, self.question.words):
            self.said.emit(said, words)


class AskingPage(QWidget):
    """The needs of one person after the other. Signal: `said(person id, code, PersonSaid, words)`."""

    said = Signal(str, str, object, str)

    def __init__(self, theme: Theme, *, name: Callable[[PersonId], str], label: Callable[[str], str]) -> None:
        super().__init__()
        self._theme, self._name, self._label = theme, name, label
        self._people: list[PersonId] = []
        self._questions: Sequence[NeedQuestion] = ()
        self._now: PersonId | None = None
        self._needs: list[_OneNeed] = []
        self._who = WrapLabel(theme, "", TextStyle.BIG_HEADING)
        self._where = WrapLabel(theme, "", TextStyle.NOTE)
        self._column = Column(theme, gap=12)
        self._scroll = ScrollColumn(theme, gap=12)
        self._scroll.add(holder(self._column))
        self._scroll.add_stretch()
        top = Row(theme, gap=12)
        top.addWidget(self._who, 1)
        top.addWidget(self._where)
        whole = Column(theme, gap=4)
        whole.addLayout(top)
        whole.addWidget(self._scroll, 1)
        self.setLayout(whole)

    @property
    def is_last(self) -> bool:
        """Whether nobody comes after this person."""
        return not self._people or self._now == self._people[-1]

    @property
    def is_first(self) -> bool:
        """Whether nobody comes before this person."""
        return not self._people or self._now == self._people[0]

    def show_questions(self, questions: "Sequence[NeedQuestion]") -> None:
        """Show what was said so far; the person stays the same if they are still there."""
        if tuple(questions) == tuple(self._questions) and self._needs:
            return
        self._questions = questions
        self._people = list(dict.fromkeys(question.person_id for question in questions))
        if self._now not in self._people:
            self._now = next(iter(self._people), None)
        mine = self._mine()
        if [_asked(need.question) for need in self._needs] == [_asked(one) for one in mine]:
            for need, question in zip(self._needs, mine, strict=True):
                need.show_question(question)
        else:
            self._show_person()

    def step(self, by: int) -> None:
        """Go to the person after, or before."""
        if self._now is None:
            return
        at = self._people.index(self._now) + by
        self._now = self._people[min(max(at, 0), len(self._people) - 1)]
        self._show_person()
        self.focus_first()

    def focus_first(self) -> None:
        """Go to the first answer."""
        if self._needs:
            self._needs[0].choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_half_typed(self) -> bool:
        """Whether words were typed that are not kept."""
        return any(need.is_half_typed() for need in self._needs)

    def _mine(self) -> "list[NeedQuestion]":
        return [question for question in self._questions if question.person_id == self._now]

    def _show_person(self) -> None:
        empty_layout(self._column)
        self._needs = []
        if self._now is None:
            self._who.setText(self.tr("Nobody to ask"))
            self._where.setText(self.tr("Nobody who comes has told us of anything."))
            return
        self._who.setText(self._name(self._now))
        number, count = self._people.index(self._now) + 1, len(self._people)
        mine = self._mine()
        where = self.tr("Person {number} of {count}. Slip {slip}.")
        self._where.setText(where.format(number=number, count=count, slip=mine[0].slip_number))
        for question in mine:
            need = _OneNeed(self._theme, self._label(question.code), self._name(question.person_id), question)
            need.said.connect(partial(self._on_said, question.person_id, question.code))
            self._needs.append(need)
            self._column.addWidget(need)

    def _on_said(self, person_id: PersonId, code: str, said: PersonSaid, words: str) -> None:
        self.said.emit(person_id, code, said, words)


def _asked(question: "NeedQuestion") -> tuple[PersonId, str, str]:
    return question.person_id, question.code, question.detail
