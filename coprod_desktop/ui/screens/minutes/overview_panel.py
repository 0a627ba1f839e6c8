"""The first panel beside the page: is it ready, what could be easier, who gets what, and the way to each."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.services.check_service import CheckReport
from coprod_desktop.services.pack_plan import PackPlan
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.copy_words import line_words
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import COPY, FINDINGS, KIT, PACK, PICTURES, MinutesPanel
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_FINDINGS_SHOWN = 2
_PEOPLE_SHOWN = 5


class OverviewPanel(MinutesPanel):
    """What there is to know and to do before the minutes leave the room."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._draft = MessageBar(
            theme,
            MessageKind.WARM,
            self.tr("Not finished. Please check it."),
            self.tr("Every page says so until members have checked it."),
        )
        self._ready = WrapLabel(theme, self.tr("Reading the pages."), TextStyle.BODY)
        self._findings = RowList(theme, self.tr("Could be easier to read"), gap=0)
        self._people = RowList(theme, self.tr("What each person asked for"), gap=0)
        self._nobody = WrapLabel(theme, self.tr("Nobody is on the list of this meeting yet."), TextStyle.BODY)
        self.see_findings = BigButton(theme, self.tr("See all"), icon=Icon.WORDS_HELP)
        self.see_people = BigButton(theme, self.tr("See all"), icon=Icon.PEOPLE)
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
        """Who gets what, read again."""
        del state
        asked = self.bridge.ask(lambda: self.services.packs.plan(self.bridge.meeting_id, self.bridge.state))
        if asked.value is not None:
            self._show_plan(asked.value)

    def on_shown(self) -> None:
        """What the checks said last."""
        self._show_report()

    def ready_words(self) -> str:
        """Whether the minutes are ready to print, in words."""
        return self._ready.text()

    def people_rows(self) -> RowList:
        """The first people of the list, with what they asked for."""
        return self._people

    def finding_rows(self) -> RowList:
        """The first findings."""
        return self._findings

    # Parts

    def _lay_out(self) -> None:
        easier = Card(self.theme, self.tr("Could be easier to read"))
        easier.add_beside_heading(self.see_findings)
        easier.add(self._ready)
        easier.add(self._findings)
        asked = Card(self.theme, self.tr("What each person asked for"))
        asked.add_beside_heading(self.see_people)
        asked.add(self._people)
        asked.add(self._nobody)
        for part in (self._draft, easier, asked):
            self.middle.add(part)
        self.middle.add_stretch()
        more = FlowLayout(self.theme, gap=12)
        for button in (self.copy_button, self.pictures_button, self.kit_button):
            more.addWidget(button)
        self.middle.add_layout(more)
        self.acts.addWidget(self._pack, 1)

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
        self.pages.checked.connect(self._show_report)

    # What is shown

    def _show_plan(self, plan: PackPlan) -> None:
        shown = plan.lines[:_PEOPLE_SHOWN]
        self._people.set_rows([(str(line.number), self._person_row(line.name, line_words(line))) for line in shown])
        self._people.setVisible(bool(shown))
        self._nobody.setVisible(not shown)
        self.see_people.setVisible(bool(shown))
        self.see_people.set_words(self.tr("See all {count}").format(count=len(plan.lines)))
        self._pack.set_words(self._pack_words(plan))

    def _person_row(self, name: str, words: str) -> CardRow:
        return CardRow(self.theme, RowWords(title=name, right=words), is_pressable=False, is_flat=True)

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

    def _show_report(self) -> None:
        report = self.pages.report
        if report is None:
            self._ready.setText(self.tr("Reading the pages."))
            return
        open_ones = sorted(report.open_findings, key=lambda one: not one.is_blocking)
        self._ready.setText(self._ready_words(report))
        rows = [
            (str(at), self._finding_row(one.message, one.place, is_blocking=one.is_blocking))
            for at, one in enumerate(open_ones[:_FINDINGS_SHOWN])
        ]
        self._findings.set_rows(rows)
        self._findings.setVisible(bool(rows))
        self.see_findings.setVisible(bool(report.findings))
        self.see_findings.set_words(self.tr("See all {count}").format(count=len(open_ones)))

    def _finding_row(self, message: str, place: str, *, is_blocking: bool) -> CardRow:
        icon = Icon.WARNING if is_blocking else Icon.WORDS_HELP
        row = CardRow(self.theme, RowWords(title=f"{place}: {message}", icon=icon, is_title_bold=False), is_flat=True)
        row.pressed.connect(partial(self.panel_wanted.emit, FINDINGS))
        return row

    def _ready_words(self, report: CheckReport) -> str:
        if not report.is_ready:
            words = self.tr("Put {count} things right, or ask your readers.")
            return (
                words.format(count=report.blocking_count)
                if report.blocking_count > 1
                else self.tr("Put 1 thing right, or ask your readers.")
            )
        if report.open_findings:
            return self.tr("Ready to print. Some words could still be easier.")
        return self.tr("Ready to print.")
