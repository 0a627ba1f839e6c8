"""The page of a person who is no longer here: a few kind words, and only what there is still to do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column, Row, holder
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class WhyGone(Enum):
    """What is said of a person."""

    LEFT = "left"
    DIED = "died"
    TAKEN_OFF = "taken_off"


@dataclass(frozen=True, kw_only=True)
class HandOnRow:
    """A job that somebody has to take on, in words, and who may do that."""

    key: str
    title: str
    note: str
    people: tuple[PersonId, ...] = ()


@dataclass(frozen=True, kw_only=True)
class GoneFacts:
    """Who is no longer here, why, since when in words, and the jobs that they had; none are told of who died."""

    name: str
    why: WhyGone
    day: str
    jobs: Sequence[HandOnRow] = ()


class PersonGonePage(Card):
    """Signals: `back_requested`; `bring_back_requested`; `letter_requested`; `handed_on(key, person id or "")`."""

    back_requested = Signal()
    bring_back_requested = Signal()
    letter_requested = Signal()
    handed_on = Signal(str, str)

    def __init__(self, theme: Theme, name: Callable[[PersonId], str]) -> None:
        super().__init__(theme, gap=14)
        self._theme = theme
        self._jobs: dict[str, HandOnRow] = {}
        self._title = WrapLabel(theme, "", TextStyle.TITLE)
        self._back = BigButton(theme, self.tr("All people"), icon=Icon.BACK)
        self._told = WrapLabel(theme, "", TextStyle.BODY)
        self.letter = BigButton(theme, self.tr("Save a thank-you letter"), icon=Icon.FILE)
        self.bring_back = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.UNDO)
        self._rows = RowList(theme, self.tr("Jobs to hand on"))
        self._asked = ""
        self._who_words = WrapLabel(theme, "", TextStyle.STRONG)
        self._who = PeopleChoice(theme, self.tr("Who takes it on?"), name=name)
        self._who.pressed.connect(self._on_who)
        self._who_part = self._make_who_part()
        self._job_part = self._make_job_part()
        self._lay_out()
        self._back.clicked.connect(self.back_requested)
        self.letter.clicked.connect(self.letter_requested)
        self.bring_back.clicked.connect(self.bring_back_requested)

    def show_gone(self, facts: GoneFacts) -> None:
        """Show what is so; a question that is open stays only for a job that is still there."""
        self._title.setText(facts.name)
        self.setAccessibleName(facts.name)
        self._told.setText(self._words(facts))
        self.letter.setVisible(facts.why is WhyGone.LEFT)
        slip = self.tr("This was a slip. Bring the person back")
        back = self.tr("They are here again")
        self.bring_back.set_words(back if facts.why is WhyGone.LEFT else slip)
        jobs = {} if facts.why is WhyGone.DIED else {job.key: job for job in facts.jobs}
        if jobs != self._jobs:
            self._jobs = jobs
            self._rows.set_rows((key, self._row(job)) for key, job in jobs.items())
        self._job_part.setVisible(bool(jobs))

    def begin(self) -> None:
        """The focus goes to what can be done first."""
        first = self.letter if self.letter.isVisible() else self._back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        head = Row(self._theme, gap=14)
        head.addWidget(self._title, 1)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        self.add_layout(head)
        scroll = ScrollColumn(self._theme, gap=18)
        scroll.add(self._told)
        scroll.add_layout(flow_of(self._theme, self.letter))
        scroll.add(self._job_part)
        scroll.add_layout(flow_of(self._theme, self.bring_back))
        scroll.add_stretch()
        self.add(scroll, 1)

    def _make_job_part(self) -> QWidget:
        column = Column(self._theme, gap=10)
        column.addWidget(WrapLabel(self._theme, self.tr("Jobs to hand on"), TextStyle.HEADING))
        ask = self.tr("Ask somebody first. Nobody has to take a job.")
        column.addWidget(WrapLabel(self._theme, ask, TextStyle.NOTE))
        column.addWidget(self._rows)
        column.addWidget(self._who_part)
        return holder(column)

    def _make_who_part(self) -> QWidget:
        column = Column(self._theme, gap=8)
        column.addWidget(self._who_words)
        column.addWidget(self._who)
        part = holder(column)
        part.hide()
        return part

    def _row(self, job: HandOnRow) -> CardRow:
        row = CardRow(self._theme, RowWords(title=job.title, note=job.note, icon=Icon.ACTION), is_pressable=False)
        nobody = BigButton(self._theme, self.tr("Nobody has it yet"), icon=Icon.PERSON, description=row.spoken())
        nobody.clicked.connect(partial(self.handed_on.emit, job.key, ""))
        row.add_below(nobody)
        if job.people:
            somebody = BigButton(
                self._theme, self.tr("Somebody takes it on"), icon=Icon.ADD_PERSON, description=row.spoken()
            )
            somebody.clicked.connect(partial(self._ask_who, job))
            row.add_below(somebody)
        return row

    def _ask_who(self, job: HandOnRow) -> None:
        self._asked = job.key
        self._who_words.setText(self.tr("Who takes this on? {job}").format(job=job.title))
        self._who.show_people(job.people)
        self._who_part.show()
        self._who.focus_person()

    def _on_who(self, person_id: str) -> None:
        self._who.set_value(())
        self._stop_asking()
        self.handed_on.emit(self._asked, person_id)

    def step_back(self) -> bool:
        """Esc shuts the question who takes a job on."""
        was_open = not self._who_part.isHidden()
        self._stop_asking()
        return was_open

    def _stop_asking(self) -> None:
        self._who_part.hide()
        if self._asked in self._jobs:
            self._rows.focus_row(self._asked)

    def _words(self, facts: GoneFacts) -> str:
        match facts.why:
            case WhyGone.LEFT:
                said = self.tr("They left our group on {day}. Thank you for all they gave.")
            case WhyGone.DIED:
                said = self.tr(
                    "They died. We are sorry. This was written down on {day}.\n"
                    "No letters are made for them any more.\n"
                    "Their name and their ideas stay as they chose."
                )
            case WhyGone.TAKEN_OFF:
                said = self.tr("They were taken off the list on {day}.")
        return said.format(day=facts.day)
