"""How the group wants to be together: large lines to read aloud, changed in their place (R08)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.lines_field import LinesField
from coprod_desktop.ui.widgets.reading_column import ReadingColumn
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class AgreementCard(Card):
    """Read first; "Change" opens the lines to write in.

    Signals: `lines_changed(tuple of lines)`; `turned`, from reading to writing or back.
    """

    lines_changed = Signal(object)
    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        note = self.tr("Read it to everybody. Anybody can ask for a change.")
        super().__init__(theme, self.tr("Our agreement"), note, heading_style=TextStyle.TITLE)
        self._theme = theme
        self._shown: tuple[str, ...] | None = None
        self._told = Column(theme, gap=14, margins=(10, 8, 10, 8))
        self._reading = ReadingColumn(theme, self.tr("Our agreement"))
        self._reading.add_layout(self._told)
        self._reading.add_stretch()
        self._field = LinesField(
            theme,
            self.tr("What do we need from each other?"),
            hint=self.tr("One short line for each thing. Each line is saved at once."),
            line_words=self.tr("Line {number}"),
            add_words=self.tr("Add a line"),
        )
        self._writing = ScrollColumn(theme)
        self._writing.add(self._field)
        self._writing.add_stretch()
        self.change = BigButton(theme, self.tr("Change the agreement"), icon=Icon.REWORD)
        self.done = BigButton(theme, self.tr("Done"), kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8")
        self._lay_out()
        self._field.lines_changed.connect(self.lines_changed)
        self.change.clicked.connect(self._on_change)
        self.done.clicked.connect(self.read)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show the lines that are kept; one that is half written stays."""
        self._field.show_lines(lines)
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        empty_layout(self._told)
        if not lines:
            self._told.addWidget(WrapLabel(self._theme, self.tr("Nothing is written yet."), TextStyle.LEAD))
        for number, line in enumerate(lines, start=1):
            self._told.addWidget(WrapLabel(self._theme, f"{number}. {line}", TextStyle.BIG_HEADING))

    def refuse(self, words: str) -> None:
        """Say why a line was not kept."""
        self._field.refuse(words)

    def is_changing(self) -> bool:
        """Whether the lines can be written in."""
        return not self._writing.isHidden()

    def is_half_typed(self) -> bool:
        """Whether a line was begun and not kept."""
        return self.is_changing() and self._field.adding_field().is_half_typed()

    def begin(self) -> None:
        """Open as it is most useful: to read, or to write if there is nothing to read."""
        if self._shown:
            self._read()
        else:
            self._write()

    def read(self) -> None:
        """Show the lines to read, and go to them."""
        self._read()
        self.focus_likely()

    def focus_likely(self) -> None:
        """Go to what is read, or to the empty line."""
        likely: QWidget = self._field.adding_field().field if self.is_changing() else self._reading
        likely.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.add(self._reading, 1)
        self.add(self._writing, 1)
        self._writing.hide()
        self.done.hide()
        for button in (self.change, self.done):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _read(self) -> None:
        self._show_parts(is_writing=False)

    def _write(self) -> None:
        self._show_parts(is_writing=True)

    def _show_parts(self, *, is_writing: bool) -> None:
        shown: tuple[QWidget, QWidget] = (self._writing, self.done)
        hidden: tuple[QWidget, QWidget] = (self._reading, self.change)
        if not is_writing:
            shown, hidden = hidden, shown
        for part in shown:
            part.show()
        for part in hidden:
            part.hide()
        self.turned.emit()

    def _on_change(self) -> None:
        self._write()
        self.focus_likely()
