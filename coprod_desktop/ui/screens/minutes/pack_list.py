"""Who gets which copy: a row for each person, with how many pages it has and how many copies are wanted."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal

from coprod_desktop.services.pack_plan import MOST_COPIES, Goes, PackLine, PackPlan
from coprod_desktop.ui.screens.minutes.copy_words import line_words
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import announce
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.number_field import NumberField
from coprod_desktop.ui.widgets.paper_sign import PaperSign
from coprod_desktop.ui.widgets.person_mark import initials_of
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_COMMON = "common"

PaperColour = Callable[[str], str | None]


class PackList(Card):
    """The rows and how much they come to. Signal: `copies_changed(line number, copies)`, by a person only."""

    copies_changed = Signal(int, int)

    def __init__(self, theme: Theme, paper_colour: PaperColour) -> None:
        note = self.tr("This list is for you, not for the room.")
        super().__init__(theme, self.tr("Who gets which copy"), note, gap=8)
        self._theme, self._paper_colour = theme, paper_colour
        self._totals = WrapLabel(theme, "", TextStyle.STRONG)
        self._sheets = WrapLabel(theme, "", TextStyle.BODY)
        self._counting = WrapLabel(theme, "", TextStyle.NOTE)
        self.rows = RowList(theme, self.tr("Who gets which copy"), gap=0)
        self._lines: dict[str, PackLine] = {}
        self._fields: dict[str, NumberField] = {}
        self._signs: dict[str, PaperSign] = {}
        for part in (self._totals, self._sheets, self._counting, self.rows):
            self.add(part)
        self._sheets.hide()
        self._counting.hide()

    def show_plan(self, plan: PackPlan, totals: tuple[str, ...]) -> None:
        """The rows of a plan; the focus stays with its row."""
        self._totals.setText(totals[0])
        if not plan.lines and not plan.wanted:
            self._totals.setText(self.tr("Nobody is on the list of this meeting yet."))
        self._sheets.setText(" ".join(totals[1:]))
        self._sheets.setVisible(bool(totals[1:]))
        lines = self._lines = _keyed(plan)
        if list(lines) != self.rows.keys():
            self._make_rows(lines)
        for key, line in lines.items():
            self.rows.row(key).show_words(self._words(line))
            self._signs[key].show_colour(self._colour(line))
            with QSignalBlocker(self._fields[key]):
                self._fields[key].setValue(line.copies)

    def forget(self) -> None:
        """Hold nothing: the room may see this screen."""
        self._lines = {}
        self.rows.set_rows([])
        self._fields.clear()
        self._signs.clear()
        self._totals.setText("")
        self._sheets.setText("")

    def show_counting(self, words: str) -> None:
        """How far the counting of pages is; nothing when it is done."""
        self._counting.setText(self.tr("Counting the pages. {words}.").format(words=words) if words else "")
        self._counting.setVisible(bool(words))

    def tell_totals(self) -> None:
        """Say aloud what it comes to."""
        if self.totals_words():
            announce(self._totals, self.totals_words())

    def totals_words(self) -> str:
        """How much there is to print and to send."""
        return " ".join(filter(None, (self._totals.text(), self._sheets.text())))

    def field(self, key: str) -> NumberField:
        """How many copies of a row."""
        return self._fields[key]

    def first_field(self) -> NumberField:
        """How many copies of the first row."""
        return next(iter(self._fields.values()))

    def _make_rows(self, lines: dict[str, PackLine]) -> None:
        focused = self.rows.focused_key()
        self._fields.clear()
        self._signs.clear()
        self.rows.set_rows([(key, self._row(key, line)) for key, line in lines.items()])
        if focused is not None:
            self._fields[focused if focused in self._fields else _COMMON].setFocus()

    def _row(self, key: str, line: PackLine) -> CardRow:
        row = CardRow(self._theme, self._words(line), is_pressable=False, is_flat=True)
        sign = PaperSign(self._theme, self._colour(line))
        copies = NumberField(self._theme, line.copies, 0, MOST_COPIES)
        name = self._name(line) if key in (line.person_id, _COMMON) else f"{self._name(line)}, {line_words(line)}"
        copies.setAccessibleName(self.tr("Copies for {name}").format(name=name))
        copies.valueChanged.connect(partial(self._on_copies, key))
        for part in (sign, copies):
            row.add_at_right(part)
        self._fields[key], self._signs[key] = copies, sign
        return row

    def _words(self, line: PackLine) -> RowWords:
        notes = [line_words(line)]
        if line.person_id is not None and not line.is_asked:
            notes.append(self.tr("not asked yet"))
        if line.person_id is not None and not line.was_there:
            notes.append(self.tr("was not there"))
        if line.person_id is None:
            return RowWords(title=self._name(line), note=", ".join(notes), right=self._pages(line), icon=Icon.PEOPLE)
        mark = initials_of(line.name)
        return RowWords(title=line.name, note=", ".join(notes), right=self._pages(line), initials=mark)

    def _pages(self, line: PackLine) -> str:
        if not line.copies or not line.page_count or line.goes is Goes.FILE:
            return ""
        words = self.tr("1 page") if line.page_count == 1 else self.tr("{count} pages")
        return words.format(count=line.page_count)

    def _name(self, line: PackLine) -> str:
        return line.name if line.person_id is not None else self.tr("For everybody")

    def _colour(self, line: PackLine) -> str | None:
        return "" if line.goes is Goes.FILE else self._paper_colour(line.paper)

    def _on_copies(self, key: str, copies: int) -> None:
        if key in self._lines:
            self.copies_changed.emit(self._lines[key].number, copies)


def _keyed(plan: PackPlan) -> dict[str, PackLine]:
    """The lines by a key for each; the second paper of a person has a key of its own."""
    keyed: dict[str, PackLine] = {}
    for line in plan.all_lines:
        person = str(line.person_id) if line.person_id is not None else _COMMON
        keyed[f"{person} {line.format} {line.goes}" if person in keyed else person] = line
    return keyed
