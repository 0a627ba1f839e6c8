"""What each column of a file means: said by a person where the program does not know it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.services.people_file.columns import Column as FileColumn
from coprod_desktop.services.people_file.columns import ColumnState, Field
from coprod_desktop.services.people_file.opened_file import OpenedFile
from coprod_desktop.ui.room_sight import RoomSight
from coprod_desktop.ui.screens.people_file.finding_words import FIELDS, field_words
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.private_cover import PrivateCover
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.tab_order import tab_stops
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_PASS_OVER = "pass_over"
_PERSON, _NAMES = "person", "names"
_LETTERS = 26
_MOST_LETTERS = 40


class ColumnsPage(QWidget):
    """Shows a few cells of each column, so it is covered until only we can see the screen.

    Signals: `mapped(dict of place and Field or None)`; `text_chosen(text)`, the file in other letters;
    `header_said(bool)`, whether the first row names the columns; `closed`.
    """

    mapped = Signal(object)
    text_chosen = Signal(str)
    header_said = Signal(bool)
    closed = Signal()

    def __init__(self, theme: Theme, sight: RoomSight, opened: OpenedFile, mapped: Mapping[int, Field | None]) -> None:
        super().__init__()
        self._theme = theme
        self._opened = opened
        self._mapped = dict(mapped)
        self.choices: dict[int, ChoiceButtons] = {}
        self.next_button = BigButton(
            theme, self.tr("Show the people"), kind=ButtonKind.PRIMARY, icon=Icon.PEOPLE, key="F8", height=52
        )
        self.back = BigButton(theme, self.tr("Choose another file"), kind=ButtonKind.QUIET, icon=Icon.BACK)
        self._error = SpokenLabel(theme, "", TextStyle.STRONG, colour="bad")
        self._error.hide()
        note = self.tr("What stands in a column that we pass over is not kept.")
        card = Card(theme, self.tr("What is in each column?"), note, heading_style=TextStyle.TITLE)
        self.cover = PrivateCover(theme, sight, self._make_columns)
        card.add(self.cover, 1)
        self._area = WorkArea(theme, card, self._make_side())
        column = Column(theme)
        column.addWidget(self._area)
        self.setLayout(column)
        self.next_button.clicked.connect(self._on_next)
        self.back.clicked.connect(self.closed)
        self.cover.uncovered.connect(self._on_uncovered)

    def begin(self) -> None:
        """Go to the first column that nobody knows."""
        unknown = [one.index for one in self._opened.columns if one.state is ColumnState.UNKNOWN]
        stops = tab_stops(self.cover)
        target = self.choices[unknown[0]] if unknown and unknown[0] in self.choices else (stops or [self.back])[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_columns(self) -> QWidget:
        scroll = ScrollColumn(self._theme, gap=20)
        self.choices = {}
        ordered = sorted(self._opened.columns, key=lambda one: one.state is not ColumnState.UNKNOWN)
        if self._opened.others:
            scroll.add(self._letters())
        if self._opened.is_header_unsure:
            scroll.add(self._header())
        for column in ordered:
            if column.state is not ColumnState.NEVER_KEPT:
                scroll.add(self._row(column))
        scroll.add_stretch()
        return scroll

    def _row(self, column: FileColumn) -> FormRow:
        offered = [Choice(field.value, field_words(field)) for field in FIELDS]
        words = column.header or self.tr("Column {letter}").format(letter=_letter(column.index))
        choices = ChoiceButtons(self._theme, words, [*offered, Choice(_PASS_OVER, self.tr("Pass over it"))])
        taken = self._mapped.get(column.index)
        choices.set_chosen(taken.value if taken is not None else _PASS_OVER)
        choices.chosen_changed.connect(self._on_chosen)
        self.choices[column.index] = choices
        return FormRow(self._theme, words, choices, hint=self._hint(column))

    def _hint(self, column: FileColumn) -> str:
        """Two cells that can be shown whole, or how a long one begins."""
        if not column.samples:
            return self.tr("It is empty.")
        whole = [cell for cell in column.samples if len(cell) <= _MOST_LETTERS][:2]
        if whole:
            return self.tr("Such as {examples}.").format(examples=", ".join(f"“{cell}”" for cell in whole))
        return self.tr("It begins: {words}.").format(words=f"“{_first_words(column.samples[0])}”")

    def _letters(self) -> FormRow:
        """Names as they look in each of the character sets that the file may be in."""
        texts = (self._opened.text, *self._opened.others)
        offered = [Choice(str(at), _that_differs(text, texts)) for at, text in enumerate(texts)]
        words = self.tr("Which words look right?")
        choices = ChoiceButtons(self._theme, words, offered)
        choices.set_chosen("0")
        choices.chosen_changed.connect(self._on_text)
        self._texts = choices
        return FormRow(self._theme, words, choices)

    def _header(self) -> FormRow:
        """Asked where no name of a column is known: the first row may be a person."""
        words = self.tr("What is in the first row?")
        offered = [Choice(_PERSON, self.tr("A person")), Choice(_NAMES, self.tr("The names of the columns"))]
        self._first_row = ChoiceButtons(self._theme, words, offered)
        has_header = any(column.header for column in self._opened.columns)
        self._first_row.set_chosen(_NAMES if has_header else _PERSON)
        self._first_row.chosen_changed.connect(self._on_header)
        return FormRow(self._theme, words, self._first_row)

    def _make_side(self) -> QWidget:
        side = Card(self._theme, self.tr("What happens now"))
        side.add(WrapLabel(self._theme, self.tr("Next you see everybody. Nothing is kept yet."), TextStyle.BODY))
        side.add(self._error)
        side.add(self.next_button)
        side.add_stretch()
        side.add(self.back)
        return side

    def _on_uncovered(self) -> None:
        self._area.arrange()
        keep_in_view(self._theme, self)

    def _on_chosen(self) -> None:
        for index, choices in self.choices.items():
            key = choices.chosen_key()
            self._mapped[index] = None if key in (None, _PASS_OVER) else Field(key)

    def _on_text(self) -> None:
        chosen = int(self._texts.chosen_key() or 0)
        if chosen:
            self.text_chosen.emit(self._opened.others[chosen - 1])

    def _on_header(self) -> None:
        self.header_said.emit(self._first_row.chosen_key() == _NAMES)

    def _on_next(self) -> None:
        if Field.NAME in self._mapped.values():
            self.mapped.emit(dict(self._mapped))
            return
        self._error.show()
        self._error.say(self.tr("Please say which column has the names."))
        self.begin()


def _letter(index: int) -> str:
    """What a spreadsheet calls a column."""
    higher = index // _LETTERS
    return (_letter(higher - 1) if higher else "") + chr(ord("A") + index % _LETTERS)


def _first_words(cell: str) -> str:
    """As many whole words as are read at one look."""
    if len(cell) <= _MOST_LETTERS:
        return cell
    return cell[:_MOST_LETTERS].rpartition(" ")[0] or cell[:_MOST_LETTERS]


def _that_differs(text: str, texts: tuple[str, ...]) -> str:
    """The first words of a text that are not the same in the others."""
    places = [at for at, letters in enumerate(zip(*texts, strict=False)) if len(set(letters)) > 1][:1]
    at = places[0] if places else 0
    begin = max((text.rfind(sign, 0, at) for sign in ',;\t\n"'), default=-1) + 1
    ends = [end for sign in ',;\t\n"' if (end := text.find(sign, at)) >= 0]
    return _first_words(text[begin : min(ends, default=len(text))].strip()) or _first_words(text[:20])
