"""Which paper is in the printer: one paper is printed after the other, because a printer holds one at a time."""

from functools import partial

from PySide6.QtCore import Signal

from coprod_desktop.services.pack_plan import PackPlan
from coprod_desktop.ui.screens.minutes.printing import copies_on, papers_of
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class PaperChoice(Card):
    """A row for each paper with what was printed already. Signals: `chosen(paper)`, `closed`."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Which paper is in the printer?"), gap=8)
        self._theme = theme
        self.rows = RowList(theme, self.tr("Which paper is in the printer?"), gap=8)
        self._printed: set[str] = set()
        self._papers: dict[str, int] = {}
        self.close_button = BigButton(theme, self.tr("Close"), icon=Icon.CLOSE)
        self.add_beside_heading(self.close_button)
        self.add(WrapLabel(theme, self.tr("Put in one paper. Then press its name."), TextStyle.NOTE))
        self.add(self.rows)
        self.close_button.clicked.connect(self.closed)

    def show_plan(self, plan: PackPlan) -> None:
        """The papers of a plan."""
        papers = {paper: copies_on(plan, paper) for paper in papers_of(plan)}
        if papers != self._papers:
            self._papers = papers
            self.rows.set_rows([(paper, self._row(paper)) for paper in papers])

    def mark_printed(self, paper: str) -> None:
        """Say that the copies on this paper were printed."""
        self._printed.add(paper)
        self._show_printed()

    def forget_printed(self) -> None:
        """Begin anew."""
        self._printed.clear()
        self._show_printed()

    def next_paper(self) -> str | None:
        """The first paper that was not printed on yet."""
        return next((paper for paper in self._papers if paper not in self._printed), None)

    def focus_next(self) -> None:
        """Go to the paper that is likely to come next."""
        paper = self.next_paper()
        if paper is not None:
            self.rows.focus_row(paper)
        else:
            self.close_button.setFocus()

    def _show_printed(self) -> None:
        for paper in self._papers:
            self.rows.row(paper).show_words(self._words(paper))

    def _row(self, paper: str) -> CardRow:
        row = CardRow(self._theme, self._words(paper))
        row.pressed.connect(partial(self.chosen.emit, paper))
        return row

    def _words(self, paper: str) -> RowWords:
        count = self._papers[paper]
        copies = self.tr("1 copy") if count == 1 else self.tr("{count} copies").format(count=count)
        title = self.tr("{colour} paper").format(colour=paper[:1].upper() + paper[1:])
        if paper in self._printed:
            return RowWords(title=title, note=self.tr("{copies}, sent").format(copies=copies), icon=Icon.CHECK)
        return RowWords(title=title, note=copies, icon=Icon.PRINT)
