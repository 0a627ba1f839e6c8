"""One box to find anything that was said in ten years; while it is empty, what waits stands under it (R35)."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import announce
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.face_layout import FaceLayout
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.found_section import FoundSection
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.key_cap import KeyCap
from coprod_desktop.ui.widgets.layouts import holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_SECTIONS: Final = 3
_QUIET_MS: Final = 700
"""So long after the last letter it is told how many lines there are, so that nobody is talked over while typing."""


class Listed(NamedTuple):
    """One part of what is shown: its heading and its rows, each with a key."""

    heading: str
    rows: Sequence[tuple[str, RowWords]]


class FindCard(Card):
    """The box, the filters that fold away, and rows.

    Signals: `search_changed`, as somebody types; `line_chosen(key)`; `show_all_requested`, without any filter.
    """

    search_changed = Signal()
    line_chosen = Signal(str)
    show_all_requested = Signal()

    def __init__(self, theme: Theme, filters: QWidget) -> None:
        super().__init__(theme, self.tr("Our ideas"), heading_style=TextStyle.TITLE, gap=12)
        self._theme = theme
        self.search = LineField(theme)
        self.filters = Fold(theme, self.tr("Show only some"), Icon.ONLY_SOME, lambda: filters)
        self.show_all = BigButton(theme, self.tr("Show all again"), kind=ButtonKind.QUIET, icon=Icon.CLOSE)
        self._only = IconLine(theme, Icon.ONLY_SOME, "", TextStyle.STRONG)
        self._only_line = holder(self._beside(self._only, self.show_all))
        self._nothing = WrapLabel(theme, "", TextStyle.BODY)
        self.sections = [FoundSection(theme, self.tr("Our ideas")) for _ in range(_SECTIONS)]
        self._to_tell = ""
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._lay_out()
        self._connect()

    def focus_search(self) -> None:
        """Go to the box, with its words chosen, so that typing begins anew."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()

    def focus_line(self, key: str) -> None:
        """Go to a row; if it is not there any more, to the box."""
        of_line = (one for one in self.sections if key in one.rows.keys())  # noqa: SIM118 - no mapping
        section = next(of_line, None)
        if section is None or not section.focus_line(key):
            self.focus_search()

    def clear_search(self) -> None:
        """Empty the box."""
        self.search.clear()
        self.search_changed.emit()

    def show_only(self, words: str) -> None:
        """Tell in words which filters are on; with no words none is."""
        self._only.set_words(words)
        had_focus = self.show_all.hasFocus()
        self._only_line.setVisible(bool(words))
        if had_focus and not words:
            self.focus_search()

    def show_lines(self, listed: Iterable[Listed], nothing: str = "", *, is_new: bool = False, told: str = "") -> None:
        """Show these parts, or that there is nothing. `told` is said of a new search once nobody types any more."""
        parts = [*listed][:_SECTIONS]
        parts += [Listed("", ())] * (_SECTIONS - len(parts))
        for section, part in zip(self.sections, parts, strict=True):
            section.show_rows(part.heading, part.rows, is_new=is_new)
        is_empty = not any(part.rows for part in parts)
        self._nothing.setText(nothing)
        self._nothing.setVisible(is_empty and bool(nothing))
        if is_new:
            self._to_tell = told
            self._quiet.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the box to the first row."""
        is_down = event.key() == Qt.Key.Key_Down and self.search.hasFocus()
        if not (is_down and self._focus_rows()):
            super().keyPressEvent(event)

    def _focus_rows(self) -> bool:
        return any(section.isVisible() and section.focus_first() for section in self.sections)

    def _lay_out(self) -> None:
        self.add_beside_heading(KeyCap(self._theme, "Ctrl F"))
        self.add(FormRow(self._theme, self.tr("Find an idea, a decision, a job or a name"), self.search))
        self.add(self._only_line)
        self._only_line.hide()
        scroll = ScrollColumn(self._theme, gap=14)
        for part in (self.filters, self._nothing, *self.sections):
            scroll.add(part)
        scroll.add_stretch()
        self.add(scroll, 1)

    def _beside(self, words: QWidget, button: QWidget) -> FaceLayout:
        line = FaceLayout(self._theme, side=0)
        line.addWidget(words)
        line.addWidget(button)
        return line

    def _connect(self) -> None:
        self.search.textEdited.connect(lambda _words: self.search_changed.emit())
        self.search.returnPressed.connect(self._focus_rows)
        self.show_all.clicked.connect(self.show_all_requested)
        self._quiet.timeout.connect(self._tell)
        for section in self.sections:
            section.line_chosen.connect(self.line_chosen)

    def _tell(self) -> None:
        if self.search.isVisible() and self._to_tell:
            announce(self, self._to_tell)
