"""One photo of the group's own: who is in it, and what each of them said to each use of it (DP-13)."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.services.own_picture_service import PhotoUse
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, Row, empty_layout
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.photo_facts import PhotoFacts, answer_words, use_questions
from coprod_desktop.ui.widgets.picture_box import PictureBox
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_YES, _NO = "yes", "no"


class PhotoPage(QWidget):
    """Asks each person for a yes. Signals: `said(person id, use, is_yes)`, `remove_requested`, `back_requested`."""

    said = Signal(str, object, bool)
    remove_requested = Signal()
    back_requested = Signal()

    def __init__(
        self, theme: Theme, name: Callable[[PersonId], str], *, first_asked: PhotoUse = PhotoUse.MINUTES
    ) -> None:
        """`first_asked` is the use that is asked about at once; the others are behind a press."""
        super().__init__()
        self._theme, self._name, self._first_asked = theme, name, first_asked
        self._asks: dict[tuple[PersonId, PhotoUse], tuple[FormRow, ChoiceButtons]] = {}
        self._has_more = False
        self._picture = PictureBox(theme, None, "", size=120)
        self._word = WrapLabel(theme, "", TextStyle.HEADING)
        self._shows = WrapLabel(theme, "", TextStyle.BODY)
        self._status = IconLine(theme, Icon.PRIVATE, "", TextStyle.STRONG)
        self._cards = Column(theme, gap=14)
        self.more = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.MORE)
        self.recorder = LineField(theme)
        optional = self.tr("A name. You can leave this empty.")
        self._recorder_row = FormRow(theme, self.tr("Who wrote this down?"), self.recorder, hint=optional)
        self.remove = BigButton(theme, self.tr("Take it away"), icon=Icon.REMOVE)
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self._lay_out()
        self.more.clicked.connect(self._on_more)
        self.remove.clicked.connect(self.remove_requested)
        self.back.clicked.connect(self.back_requested)

    def begin(self, facts: PhotoFacts) -> None:
        """Show a photo from its top; the focus goes to the first question."""
        self._has_more = False
        self.recorder.setText("")
        self._picture.show_picture(facts.own.data, facts.own.alt)
        self._word.setText(facts.own.word)
        self._shows.setText(facts.own.alt)
        self._ask(facts.people)
        for part in (self.more, self._recorder_row):
            part.setVisible(bool(facts.people))
        self.show_facts(facts)
        self._scroll.verticalScrollBar().setValue(0)
        first = next((buttons for _row, buttons in self._asks.values()), None)
        (first or self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_facts(self, facts: PhotoFacts) -> None:
        """The same photo with what is true of it now; the focus stays."""
        self._status.set_words(facts.status, Icon.CHECK if facts.may_print else Icon.PRIVATE)
        answers = {(one.person_id, one.use): one for one in facts.said}
        for place, (row, buttons) in self._asks.items():
            answer = answers.get(place)
            buttons.set_chosen(*(() if answer is None else (_YES if answer.is_yes else _NO,)))
            row.set_hint(answer_words(answer))
        self._show_more()

    def buttons(self, person_id: PersonId, use: PhotoUse) -> ChoiceButtons:
        """Yes and no of one person to one use."""
        return self._asks[person_id, use][1]

    def status_words(self) -> str:
        """Whether it may be in the minutes, and if not, why."""
        return self._status.words()

    # Building

    def _lay_out(self) -> None:
        theme = self._theme
        words = Column(theme, gap=4)
        for part in (self._word, self._shows, self._status):
            words.addWidget(part)
        words.addStretch(1)
        top = Row(theme, gap=16)
        top.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self._scroll = ScrollColumn(theme, gap=14, margins=(0, 0, 0, 8))
        self._scroll.add_layout(top)
        self._scroll.add_layout(self._cards)
        self._scroll.add(self.more)
        self._scroll.add(self._recorder_row)
        self._scroll.add_stretch()
        column = Column(theme, gap=12)
        column.addWidget(self._scroll, 1)
        column.addLayout(flow_of(theme, self.remove, self.back, gap=12))
        self.setLayout(column)

    def _ask(self, people: Sequence[PersonId]) -> None:
        empty_layout(self._cards)
        self._asks = {}
        for who in people:
            card = Card(self._theme, self._name(who), gap=14)
            for use, words in self._uses().items():
                card.add(self._ask_for(who, use, words))
            self._cards.addWidget(card)

    def _ask_for(self, who: PersonId, use: PhotoUse, words: str) -> FormRow:
        name = self._name(who)
        said = [
            Choice(_YES, self.tr("{name} said yes").format(name=name)),
            Choice(_NO, self.tr("{name} said no").format(name=name)),
        ]
        buttons = ChoiceButtons(self._theme, words, said)
        row = FormRow(self._theme, words, buttons)
        buttons.chosen_changed.connect(partial(self._on_said, who, use))
        self._asks[who, use] = (row, buttons)
        return row

    def _uses(self) -> dict[PhotoUse, str]:
        uses = use_questions()
        return {self._first_asked: uses[self._first_asked], **uses}

    # Words

    def _show_more(self) -> None:
        for (_who, use), (row, _buttons) in self._asks.items():
            row.setVisible(use is self._first_asked or self._has_more)
        self.more.set_words(self.tr("Less") if self._has_more else self.tr("Ask about other uses"))
        self.more.set_icon(Icon.LESS if self._has_more else Icon.MORE)

    # What was pressed

    def _on_said(self, who: PersonId, use: PhotoUse) -> None:
        self.said.emit(who, use, self._asks[who, use][1].chosen_key() == _YES)

    def _on_more(self) -> None:
        self._has_more = not self._has_more
        self._show_more()
