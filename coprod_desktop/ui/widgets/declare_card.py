"""What a person tells the group first, because it could bear on a decision: asked, never forced (R08)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.room import Declaration
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.text_field import TextField


class DeclareCard(Card):
    """Signals: `declared(person id, words)`; `nothing_more`, when nobody has anything else to say."""

    declared = Signal(str, str)
    nothing_more = Signal()

    def __init__(self, theme: Theme, name: Callable[[PersonId], str]) -> None:
        question = self.tr("Does anybody want to tell us something first?")
        note = self.tr("You do not have to. What you tell us goes into the minutes.")
        super().__init__(theme, question, note, heading_style=TextStyle.TITLE)
        self._theme = theme
        self._name = name
        self._told: tuple[Declaration, ...] = ()
        self._list = Column(theme, gap=0)
        self._people = PeopleChoice(theme, self.tr("Who tells us?"), name=name)
        self._words = TextField(theme, lines=2)
        self.nothing = BigButton(theme, "", icon=Icon.CHECK)
        self.write = BigButton(theme, self.tr("Write it down"), kind=ButtonKind.PRIMARY, icon=Icon.SAVE, key="F8")
        self._lay_out()
        self._people.pressed.connect(self._on_person)
        self._words.textChanged.connect(self._words_row.clear_error)
        self.nothing.clicked.connect(self.nothing_more)
        self.write.clicked.connect(self._on_write)

    def show_told(self, people: Sequence[PersonId], told: Sequence[Declaration]) -> None:
        """Offer these people, and show what was told; half-typed words stay."""
        self._people.show_people(people)
        self.nothing.set_words(self.tr("Nothing more") if told else self.tr("Nothing to say"))
        if tuple(told) == self._told:
            return
        self._told = tuple(told)
        empty_layout(self._list)
        for one in told:
            row = CardRow(self._theme, RowWords(self._name(one.person_id), one.words), is_pressable=False, is_flat=True)
            self._list.addWidget(row)

    def accept(self) -> None:
        """It was written down: make room for somebody else."""
        self._people.set_value([])
        self._words.clear()
        self.focus_likely()

    def refuse(self, words: str) -> None:
        """Say beside the words what to put right."""
        self._words_row.show_error(words)

    def is_half_typed(self) -> bool:
        """Whether words were typed and not written down."""
        return bool(self._words.toPlainText().strip())

    def focus_likely(self) -> None:
        """Go to the likeliest answer: mostly there is nothing to say."""
        self.nothing.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        scroll = ScrollColumn(self._theme, gap=16)
        scroll.add_layout(self._list)
        self._people_row = form_row(self._theme, scroll.column, self.tr("Who tells us?"), self._people)
        self._words_row = form_row(self._theme, scroll.column, self.tr("What do they tell us?"), self._words)
        scroll.add_stretch()
        self.add(scroll, 1)
        self.add_layout(flow_of(self._theme, self.nothing, self.write, gap=12))

    def _on_person(self, person_id: str) -> None:
        """One person at a time: the last press counts."""
        self._people_row.clear_error()
        if person_id in self._people.value():
            self._people.set_value([PersonId(person_id)])

    def _on_write(self) -> None:
        people = self._people.value()
        if not people:
            self._people_row.show_error(self.tr("Please choose who tells us."))
            return
        self.declared.emit(people[0], self._words.toPlainText())
