"""What could be easier to read: each place with the reason, a way to mend it, and the readers' word above all."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.services.check_service import CheckedFinding, Finding
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.mend_form import MendForm
from coprod_desktop.ui.screens.minutes.mending import MendableWords, mendable, write_easier
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import COPY, MinutesPanel
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.one_page_stack import OnePageStack
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_HARD_WORD_RULES = ("ER-15", "ER-18")


class FindingsPanel(MinutesPanel):
    """A list of places; one of them can be opened to mend it."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._listed: dict[str, CheckedFinding] = {}
        self._chosen = ""
        self._mended: MendableWords | None = None
        self._count = WrapLabel(theme, "", TextStyle.LEAD)
        self._rows = RowList(theme, self.tr("What could be easier to read"))
        self._settled_rows = RowList(theme, self.tr("What our readers said is fine"))
        self._settled = Fold(theme, self.tr("Our readers said this is fine"), Icon.CHECK, self._settled_body)
        self.work_copy = BigButton(theme, self.tr("Print a copy for us to work on"), icon=Icon.PRINT)
        self.form = MendForm(theme)
        self._lay_out()
        pages.checked.connect(self._show)

    def likeliest(self) -> BigButton:
        """Saving easier words while they are typed, else a copy to work on."""
        return self.form.save if self._is_mending() else self.work_copy

    def on_shown(self) -> None:
        """The list first, as it is now."""
        self._show_list()
        self._show()

    def leave(self) -> bool:
        """Back from mending to the list."""
        if not self._is_mending():
            return False
        self._show_list()
        return True

    def is_half_typed(self) -> bool:
        """Whether easier words were typed and not saved."""
        return self._is_mending() and self.form.is_half_typed(self._mended)

    def rows(self) -> RowList:
        """The open findings."""
        return self._rows

    def count_words(self) -> str:
        """How many there are, in words."""
        return self._count.text()

    def choose(self, key: str) -> None:
        """Open a row: its buttons stand below it, and its page is shown."""
        self._chosen = "" if key == self._chosen else key
        self._show()
        page = self.pages.page_of(self._listed[key].finding) if self._chosen else None
        if page is not None:
            self.page_wanted.emit(page)

    # Parts

    def _lay_out(self) -> None:
        self.add_way_back(self.tr("Could be easier to read"))
        column, inside = Column(self.theme, gap=12), QWidget()
        for part in (self._count, self._rows, self._settled):
            column.addWidget(part)
        inside.setLayout(column)
        self.middle.add(inside)
        self.middle.add_stretch()
        self.acts.addWidget(self.work_copy, 1)
        self._list_parts = (self.middle, self.work_copy)
        self._stack = OnePageStack()
        layout = self.layout()
        assert isinstance(layout, Column)
        layout.removeWidget(self.middle)
        layout.insertWidget(1, self._stack, 1)
        self._stack.addWidget(self.middle)
        self._stack.addWidget(self.form)
        self.work_copy.clicked.connect(partial(self.panel_wanted.emit, COPY))
        self.form.easier_wanted.connect(self._on_easier)
        self.form.meaning_wanted.connect(self._on_meaning)
        self.form.back_requested.connect(self._show_list)

    def _settled_body(self) -> QWidget:
        return self._settled_rows

    def _is_mending(self) -> bool:
        return self._stack.currentWidget() is self.form

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.middle)
        self.work_copy.show()
        if self._chosen in self._rows.keys():  # noqa: SIM118
            self._rows.focus_row(self._chosen)

    # The list

    def _show(self) -> None:
        report = self.pages.report
        if report is None:
            self._count.setText(self.tr("Reading the pages."))
            return
        self._listed = {f"{at} {one.finding.rule}": one for at, one in enumerate(report.findings)}
        open_ones = [(key, one) for key, one in self._listed.items() if not one.is_settled]
        settled = [(key, one) for key, one in self._listed.items() if one.is_settled]
        open_ones.sort(key=lambda entry: not entry[1].finding.is_blocking)
        self._count.setText(self._count_words(report.blocking_count, len(open_ones)))
        self._rows.set_rows([(key, self._row(key, one.finding)) for key, one in open_ones])
        self._settled.setVisible(bool(settled))
        self._settled.show_note(str(len(settled)))
        self._settled_rows.set_rows([(key, self._settled_row(key, one.finding)) for key, one in settled])

    def _count_words(self, blocking: int, everything: int) -> str:
        if not everything:
            return self.tr("We found nothing to put right. Your readers know best.")
        hints = everything - blocking
        must = self.tr("To put right before it is ready: {count}.").format(count=blocking) if blocking else ""
        could = self.tr("Could be easier: {count}.").format(count=hints) if hints else ""
        return " ".join(filter(None, (must, could)))

    def _row(self, key: str, finding: Finding) -> CardRow:
        note = " ".join(filter(None, (f"{finding.place}.", finding.mend)))
        icon = Icon.WARNING if finding.is_blocking else Icon.WORDS_HELP
        row = CardRow(self.theme, RowWords(title=finding.message, note=note, icon=icon, is_title_bold=False))
        row.pressed.connect(partial(self.choose, key))
        if key == self._chosen:
            row.set_chosen(is_chosen=True)
            if self._can_mend(finding):
                mend = BigButton(self.theme, self.tr("Mend it"), icon=Icon.REWORD)
                mend.clicked.connect(partial(self._on_mend, key))
                row.add_below(mend)
            fine = BigButton(self.theme, self.tr("Our readers say this is fine"), icon=Icon.CHECK)
            fine.clicked.connect(partial(self._on_settle, key))
            row.add_below(fine)
        return row

    def _settled_row(self, key: str, finding: Finding) -> CardRow:
        row = CardRow(self.theme, RowWords(title=finding.message, note=finding.place), is_pressable=False, is_flat=True)
        again = BigButton(self.theme, self.tr("Show it again"), icon=Icon.UNDO)
        again.clicked.connect(partial(self._on_unsettle, key))
        row.add_at_right(again)
        return row

    def _can_mend(self, finding: Finding) -> bool:
        return finding.rule in _HARD_WORD_RULES or mendable(self.bridge.state, finding.ref) is not None

    # What was pressed

    def _on_mend(self, key: str) -> None:
        finding = self._listed[key].finding
        self._mended = mendable(self.bridge.state, finding.ref)
        hard_word = finding.text if finding.rule in _HARD_WORD_RULES else ""
        self._stack.setCurrentWidget(self.form)
        self.work_copy.hide()
        self.form.begin(finding.message, finding.mend, self._mended, hard_word)

    def _on_easier(self, words: str) -> None:
        if self._mended is None:
            return
        bridge, ref = self.bridge, self._mended.ref
        answer = bridge.ask(lambda: write_easier(bridge.requests, bridge.state, ref, words), says_refusals=False)
        if answer.refusal is not None:
            self.form.show_error(words_for(answer.refusal.reason))
        elif answer.is_done:
            self._chosen = ""
            self._show_list()

    def _on_meaning(self, term: str, meaning: str) -> None:
        group = self.services.groups.current()
        if group is None:
            return
        words = (*group.words, ExplainedWord(term=term, means=meaning))
        try:
            self.services.groups.save(replace(group, words=words))
        except StorageFault as fault:
            self.bridge.failed.emit(fault)
            return
        self._chosen = ""
        self.told.emit(self.tr("The word is in your word list."))
        self._show_list()
        self.pages.make()

    def _on_settle(self, key: str) -> None:
        self._settle(key, is_fine=True)

    def _on_unsettle(self, key: str) -> None:
        self._settle(key, is_fine=False)

    def _settle(self, key: str, *, is_fine: bool) -> None:
        self._chosen = ""
        try:
            self.pages.settle(self._listed[key].finding, is_fine=is_fine)
        except StorageFault as fault:
            self.bridge.failed.emit(fault)
