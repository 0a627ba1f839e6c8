"""The pages that ask about one thing to do, in the place of the list: why we cannot do it, or which day it was."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.ui.screens.get_ready.line_forms import DayForm, ReasonForm
from coprod_desktop.ui.screens.get_ready.line_words import LineAct
from coprod_desktop.ui.screens.get_ready.ready_acts import ReadyActs
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card


class LineAsking(QObject):
    """Signals: `page_wanted(page)`; `closed` when something was kept, or nothing shall be."""

    page_wanted = Signal(QWidget)
    closed = Signal()

    def __init__(self, theme: Theme, acts: ReadyActs, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._acts, self._clock = acts, clock
        self._line: ReadyLine | None = None
        self._reason, self._day = ReasonForm(theme), DayForm(theme)
        self._reason_page, self._day_page = Card(theme), Card(theme)
        for page, form in ((self._reason_page, self._reason), (self._day_page, self._day)):
            page.add(form, 1)
            form.back.clicked.connect(self.closed)
        self._reason.save.clicked.connect(self._on_reason)
        self._day.save.clicked.connect(self._on_day)

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """The pages, to be put behind each other."""
        return self._reason_page, self._day_page

    @property
    def saves(self) -> tuple[BigButton, ...]:
        """Their main acts."""
        return self._reason.save, self._day.save

    @property
    def key(self) -> str:
        """The key of the line that is asked about, empty if none is."""
        return self._line.key if self._line is not None else ""

    def ask(self, line: ReadyLine, act: LineAct, title: str) -> None:
        """Ask about a line, which is called `title`."""
        self._line = line
        if act is LineAct.OTHER_DAY:
            self.page_wanted.emit(self._day_page)
            self._day.ask(title, line.marked_on or today(self._clock))
        else:
            self.page_wanted.emit(self._reason_page)
            self._reason.ask(title, line.reason)

    def show_line(self, line: ReadyLine) -> None:
        """How it stands with the line now; what is typed stays."""
        self._line = line

    def forget(self) -> str:
        """Ask about nothing any more; gives the key of what was asked about."""
        key, self._line = self.key, None
        return key

    def begin(self, page: QWidget | None) -> None:
        """Go on at the first field of a page."""
        (self._reason if page is self._reason_page else self._day).begin()

    def is_half_typed(self, *pages: QWidget | None) -> bool:
        """Whether the reason is on one of these pages and is not kept."""
        kept = self._line.reason if self._line is not None else ""
        return self._reason_page in pages and self._reason.reason() != kept

    def _on_reason(self) -> None:
        reason = self._reason.reason()
        if not reason:
            self._reason.ask_for_words()
        elif self._line is not None and self._acts.keep_reason(self._line, reason):
            self.closed.emit()

    def _on_day(self) -> None:
        day = self._day.day()
        if day is None or day > today(self._clock):
            self._day.ask_for_day()
        elif self._line is not None and self._acts.keep_day(self._line, day):
            self.closed.emit()
