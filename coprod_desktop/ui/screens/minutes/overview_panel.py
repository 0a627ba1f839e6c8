"""The first panel beside the page: is it ready, what could be easier, who gets what, and the way to each."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.services.check_service import CheckReport
from coprod_desktop.services.pack_plan import Goes, PackLine, PackPlan
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.copy_words import format_words, paper_words
from coprod_desktop.ui.screens.minutes.finding_groups import FoundThing, found_things
from coprod_desktop.ui.screens.minutes.mending import hard_word, mendable
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import CHECK, COPY, FINDINGS, KIT, PACK, PICTURES, MinutesPanel
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.asked_row import AskedRow, AskedWords
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.layouts import Column, empty_layout, holder
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.private_cover import PrivateCover
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_FINDINGS_SHOWN = 2
_PEOPLE_SHOWN = 5
_FEWEST_PEOPLE, _MOST_PEOPLE = 2, 8
_ROW_HEIGHT = 44


class OverviewPanel(MinutesPanel):
    """What there is to know and to do before the minutes leave the room.

    Signals: those of MinutesPanel; `mend_wanted(key)` for one of the things that were found.
    """

    mend_wanted = Signal(str)

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._plan: PackPlan | None = None
        self._standing_words = ("", "")
        self._draft = MessageBar(
            theme,
            MessageKind.WARM,
            self.tr("Not finished. Please check it."),
            self.tr("Every page says so until members have checked it."),
            act=self.tr("Check and agree"),
            act_icon=Icon.AGREEMENT,
            icon=Icon.PEOPLE,
        )
        self._found = Card(theme, self.tr("Could be easier to read"), self.tr("Reading the pages."), padding=16, gap=6)
        self._ready_words = self.tr("Reading the pages.")
        self._findings = RowList(theme, self.tr("Could be easier to read"), gap=0)
        self._people: Column | None = None
        self._asked: list[AskedWords] = []
        self.cover = PrivateCover(theme, bridge.sight, self._make_people)
        self._nobody = WrapLabel(theme, self.tr("Nobody is on the list of this meeting yet."))
        quiet = ButtonKind.QUIET
        self.see_findings = BigButton(theme, self.tr("See all"), kind=quiet, icon=Icon.WORDS_HELP)
        self.see_people = BigButton(theme, self.tr("See all"), kind=quiet, icon=Icon.PEOPLE)
        self._pack = BigButton(theme, self.tr("Print pack"), kind=ButtonKind.PRIMARY, icon=Icon.PRINT, key="F8")
        self.copy_button = BigButton(theme, self.tr("One copy"), icon=Icon.SAVE)
        self.pictures_button = BigButton(theme, self.tr("Pictures"), icon=Icon.PICTURE)
        self.kit_button = BigButton(theme, self.tr("Paper kit"), icon=Icon.AGENDA)
        self._lay_out()
        self._connect()

    def likeliest(self) -> BigButton:
        """The print pack."""
        return self._pack

    def show_state(self, state: MeetingState) -> None:
        """How far the minutes are, and who gets what, read again."""
        self._show_standing(state)
        asked = self.bridge.ask(lambda: self.services.packs.plan(self.bridge.meeting_id, self.bridge.state))
        if asked.value is not None:
            self._plan = asked.value
            self._show_plan(asked.value)

    def on_shown(self) -> None:
        """What the checks said last."""
        self._show_report()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many people as there is room for now."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit_people)

    def ready_words(self) -> str:
        """Whether the minutes are ready to print, in words."""
        return self._ready_words

    def asked(self) -> Sequence[AskedWords]:
        """The people in sight, with what they asked for."""
        return self._asked

    def finding_rows(self) -> RowList:
        """The first findings."""
        return self._findings

    # Parts

    def _lay_out(self) -> None:
        self._found.add_beside_heading(self.see_findings)
        self._found.add(self._findings)
        asked = Card(self.theme, self.tr("What each person asked for"), padding=16, gap=6)
        asked.add_beside_heading(self.see_people)
        asked.add(self.cover)
        asked.add(self._nobody)
        self.middle.column.set_gap(12)
        for part in (self._draft, self._found, asked):
            self.middle.add(part)
        self.middle.add_stretch()
        more = EvenRow(self.theme, gap=12, least=180)
        for button in (self.copy_button, self.pictures_button, self.kit_button):
            more.addWidget(button)
        below = Column(self.theme, gap=12)
        below.addLayout(more)
        below.addWidget(self._pack)
        self.acts.addLayout(below, 1)

    def _connect(self) -> None:
        ways: Sequence[tuple[BigButton, str]] = (
            (self._pack, PACK),
            (self.see_people, PACK),
            (self.see_findings, FINDINGS),
            (self.copy_button, COPY),
            (self.pictures_button, PICTURES),
            (self.kit_button, KIT),
        )
        for button, key in ways:
            button.clicked.connect(partial(self.panel_wanted.emit, key))
        self._draft.act_requested.connect(partial(self.panel_wanted.emit, CHECK))
        self.pages.checked.connect(self._show_report)
        self.cover.uncovered.connect(self._fit_people)
        self.cover.covered.connect(self._on_covered)

    # How far the minutes are

    def _show_standing(self, state: MeetingState) -> None:
        told = self.bridge.ask(partial(self.services.editions.standing, state.id, state)).value
        if told is None:
            return
        agreed = day_words(told.agreed_on) if told.agreed_on else ""
        right = self.tr("We agreed these minutes on {day}.").format(day=agreed)
        if told.is_easy:
            words = right if agreed else self.tr("Our readers found it easy.")
            note = "" if agreed else self.tr("The next meeting says if it is right.")
        else:
            words = self.tr("Not finished. Please check it.")
            note = right if agreed else self.tr("Every page says so until members have checked it.")
        if (words, note) != self._standing_words:  # what is shown anew is spoken anew
            self._standing_words = (words, note)
            is_done = told.is_easy and told.is_agreed
            self._draft.show_message(MessageKind.GOOD if is_done else MessageKind.WARM, words, note)

    # Who gets what

    def _make_people(self) -> QWidget:
        self._people = Column(self.theme, gap=0)
        return holder(self._people)

    def _on_covered(self) -> None:
        self._people = None
        self._asked = []

    def _show_plan(self, plan: PackPlan) -> None:
        shown = plan.lines[: self._people_that_fit()]
        asked = [self._asked_words(line) for line in shown]
        if self._people is not None and asked != self._asked:
            self._asked = asked
            empty_layout(self._people)
            for words in asked:
                self._people.addWidget(AskedRow(self.theme, words))
        self.cover.setVisible(bool(shown))
        self._nobody.setVisible(not shown)
        self.see_people.setVisible(bool(shown))
        self.see_people.set_words(self.tr("See all {count}").format(count=len(plan.lines)))
        self._pack.set_words(self._pack_words(plan))

    def _fit_people(self) -> None:
        if self._plan is not None:
            self._show_plan(self._plan)

    def _people_that_fit(self) -> int:
        """As many rows as there is room for, so that nothing is half hidden and no room is left empty."""
        middle = self.middle
        if not self.isVisible() or middle.is_open:
            return _PEOPLE_SHOWN
        width = middle.viewport().width()
        rows = self._people.totalHeightForWidth(width) if self._asked and self._people is not None else 0
        free = middle.height() - (middle.column.totalHeightForWidth(width) - rows)
        return max(_FEWEST_PEOPLE, min(_MOST_PEOPLE, free // self.theme.px(_ROW_HEIGHT)))

    def _asked_words(self, line: PackLine) -> AskedWords:
        is_on_paper = line.goes is Goes.PAPER
        colour = (self.services.minutes.paper_colour(line.paper) or "") if is_on_paper else None
        return AskedWords(line.name, format_words(line), paper_words(line), colour)

    def _pack_words(self, plan: PackPlan) -> str:
        on_paper, files = plan.on_paper, plan.files_to_send
        if not on_paper and not files:
            return self.tr("Print pack")
        if not files:
            return self.tr("Print pack: {count} on paper").format(count=on_paper)
        words = self.tr("Print pack: {count} on paper, 1 file to send")
        if files > 1:
            words = self.tr("Print pack: {count} on paper, {files} files to send")
        return words.format(count=on_paper, files=files)

    # What was found

    def _show_report(self) -> None:
        report = self.pages.report
        if report is None or not self.bridge.has_meeting:
            self._say_ready(self.tr("Could be easier to read"), self.tr("Reading the pages."))
            return
        things = [one for one in found_things(report) if not one.is_settled]
        if things:
            self._say_ready(self.tr("Could be easier to read"), self._words_of(report, things))
        else:
            self._say_ready(self.tr("Ready to print."), self.tr("We found nothing to put right."))
        self._findings.set_rows([(one.key, self._finding_row(one)) for one in things[:_FINDINGS_SHOWN]])
        self._findings.setVisible(bool(things))
        self.see_findings.setVisible(bool(report.findings))
        self.see_findings.set_words(self.tr("See all {count}").format(count=len(things)))
        if not things:
            self.see_findings.set_words(self.tr("What our readers said"))
        QTimer.singleShot(0, self, self._fit_people)  # when the rows have their places

    def _say_ready(self, heading: str, words: str) -> None:
        self._ready_words = words if heading != self.tr("Ready to print.") else heading
        self._found.set_heading(heading, words)

    def _finding_row(self, thing: FoundThing) -> CardRow:
        icon = Icon.WARNING if thing.is_blocking else Icon.WORDS_HELP
        words = RowWords(title=thing.short_words(self.pages.page_where_said), icon=icon, is_title_bold=False)
        row = CardRow(self.theme, words, is_pressable=False, is_flat=True)
        can_mend = hard_word(thing.finding) or mendable(self.bridge.state, thing.finding)
        act, sign = (self.tr("Mend it"), Icon.REWORD) if can_mend else (self.tr("Look at it"), Icon.SHOW)
        mend = BigButton(self.theme, act, icon=sign, description=words.title)
        mend.clicked.connect(partial(self.mend_wanted.emit, thing.key))
        row.add_at_right(mend)
        return row

    def _words_of(self, report: CheckReport, things: Sequence[FoundThing]) -> str:
        blocking = sum(one.is_blocking for one in things)
        if report.is_ready:
            return self.tr("Ready to print. Some words could still be easier.")
        if blocking == 1:
            return self.tr("Put 1 thing right, or ask your readers.")
        return self.tr("Put {count} things right, or ask your readers.").format(count=blocking)
