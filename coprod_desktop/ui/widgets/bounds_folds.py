"""What people who use the service will not give up, and the organisation's own reasons: shut at first (R05)."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting import Bounds
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.folded_field import FoldedField
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.lines_field import LinesField

NOT_GIVEN_UP: Final = "not_given_up"
WHY_NOW: Final = "why_now"
HOPED_GAIN: Final = "hoped_gain"


class BoundsFolds(QWidget):
    """Three parts. Signal: `changed(fields of the bounds with their new values)`."""

    changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: LinesField | None = None
        self._kept: tuple[str, ...] = ()
        self._firm = Fold(theme, self.tr("What people will not give up"), Icon.NOT_GIVEN_UP, self._make_lines)
        self._texts = {
            WHY_NOW: FoldedField(
                theme,
                self.tr("Why now"),
                Icon.DATE,
                self.tr("Why does the organisation ask now?"),
                hint=self.tr("In easy words."),
                lines=2,
            ),
            HOPED_GAIN: FoldedField(
                theme,
                self.tr("What the organisation hopes for"),
                Icon.HOPES,
                self.tr("What does it hope to gain or save?"),
                hint=self.tr("Say it honestly. Money counts too."),
                lines=2,
            ),
        }
        column = Column(theme, gap=0)
        for fold in (self._firm, *self._texts.values()):
            column.addWidget(fold)
        self.setLayout(column)
        for name, field in self._texts.items():
            field.left_with.connect(partial(self._on_text, name))

    def show_bounds(self, bounds: Bounds) -> None:
        """Show what is kept; half-typed words stay."""
        self._kept = bounds.not_given_up
        self._firm.show_note(_count_words(self, self._kept))
        self._texts[WHY_NOW].show_words(bounds.why_now)
        self._texts[HOPED_GAIN].show_words(bounds.hoped_gain)
        if self._lines is not None:
            self._lines.show_lines(self._kept)

    def fold(self, key: str) -> Fold:
        """One part, by the field of the bounds that it writes."""
        return self._firm if key == NOT_GIVEN_UP else self._texts[key]

    def _make_lines(self) -> QWidget:
        self._lines = LinesField(
            self._theme,
            self.tr("What will people who use the service not give up?"),
            hint=self.tr("Ask them. One thing on each line."),
            line_words=self.tr("What people will not give up, line {number}"),
            add_words=self.tr("Add one thing people will not give up"),
        )
        self._lines.show_lines(self._kept)
        self._lines.lines_changed.connect(self._on_lines)
        return self._lines

    def _on_lines(self, lines: object) -> None:
        self.changed.emit({NOT_GIVEN_UP: lines})

    def _on_text(self, name: str, words: str) -> None:
        self.changed.emit({name: words})


def _count_words(widget: QWidget, lines: Iterable[str]) -> str:
    count = len(tuple(lines))
    if count == 0:
        return widget.tr("Nothing is written yet.")
    return widget.tr("1 thing") if count == 1 else widget.tr("{count} things").format(count=count)
