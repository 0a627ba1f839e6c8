"""A decision as it will print, part by part; before it is saved, the second step: "Do you agree?"."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.at_stake import at_stake, ways_in_order
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import ActionDetails, DecisionDetails, Outcome, Words
from coprod_desktop.domain.meeting_state import Action
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.decision_parts import NEEDED, OUTCOME, SUPPORT, DecisionParts
from coprod_desktop.ui.widgets.decision_summaries import DecisionSummaries
from coprod_desktop.ui.widgets.decision_top import DecisionTop
from coprod_desktop.ui.widgets.entry_list import EntryList
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.job_rows import JobRows
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.more_about_decision import MoreAboutDecision
from coprod_desktop.ui.widgets.part_folding import PartFolding
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.vocabulary import Vocabulary
from coprod_desktop.ui.widgets.waited_for_acts import WaitedForActs
from coprod_desktop.ui.widgets.waits_line import WaitsLine
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class DecisionPage(QWidget):
    """Shows a draft or a decision in the record.

    Signals: `words_requested` to change words, picture or proposer; `job_pressed(action id)` to change a job.
    Buttons to connect: `save` (the draft, or the open part), `read` (a draft only), `back`, `add_job`; and the signals
    of `top.answer`, `waited_for`, `more` and `parts`.
    """

    words_requested = Signal()
    job_pressed = Signal(str)

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._theme = theme
        self._vocabulary = vocabulary
        self.say = DecisionSummaries(vocabulary)
        self._words = Words(text="")
        self._details: DecisionDetails | None = None
        self._title = WrapLabel(theme, "", TextStyle.TITLE)
        self.top = DecisionTop(theme, vocabulary)
        self.what_row, self.proposer_row = self.top.what_row, self.top.proposer_row
        self.parts = DecisionParts(theme, vocabulary, self.say, self)
        self.rows = self.parts.rows
        self._fold = PartFolding(parts=self.parts)
        self.outcome, self.objections, self.needed = self.parts.outcome, self.parts.objections, self.parts.needed
        self.support, self.conditions, self.action = self.parts.support, self.parts.conditions, self.parts.action
        self._jobs = JobRows(theme, self.say)
        self.waited_for = WaitedForActs(theme)
        self.rows[NEEDED].row.put_below(self.waited_for)
        self.open_more = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.MORE)
        self.more = MoreAboutDecision(theme, vocabulary)
        self.save = BigButton(theme, "", kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8")
        self.add_job = BigButton(theme, self.tr("Add a job"), icon=Icon.ACTION, key="F4", height=54)
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc", height=54)
        self.read = BigButton(theme, self.tr("Ask the room"), icon=Icon.WALL, key="F10", height=54)
        self.waits = WaitsLine(theme)
        self._scroll = ScrollColumn(theme, gap=8)
        self._lay_out()
        self._connect()

    # What is shown

    def show_draft(self, words: Words, details: DecisionDetails, about: str = "") -> None:
        """Ask whether people agree; what was filled in before stays if it is the same decision.

        `about` is what the agenda item says: what is at stake may stand there alone.
        """
        old = self._details
        is_same = self._fold.is_draft and old is not None and _comes_from(old) == _comes_from(details)
        if not is_same:
            self.clear(details)
        self._fold.is_draft = True
        self._words, self._details = words, details
        self._fold.open_key = OUTCOME
        self._offer_ways(about)
        self._show()

    def clear(self, details: DecisionDetails) -> None:
        """Forget what was filled in."""
        self._details = details
        self._fold.is_more_open = False
        self.parts.fill(details)
        self.action.fill("", ActionDetails())

    def show_decision(self, words: Words, details: DecisionDetails, actions: Sequence[Action], about: str = "") -> None:
        """Show a decision that is in the record; fields that are open keep what was typed."""
        if self._fold.is_draft:
            self._fold.is_draft = False
            self.forget()
        self._words, self._details = words, details
        self.parts.fill(details, but=self._fold.open_key)
        self.more.show_decision(can_take_back=details.outcome is not Outcome.WITHDRAWN)
        self.waited_for.show_needed(details.needs_yes_from if details.outcome is Outcome.AGREED else ())
        self._jobs.show_jobs(actions)
        self._offer_ways(about)
        self._show()

    def show_presence(self, words: str, *, asks_first: bool) -> None:
        """Say who is or was there, in counts; `asks_first` what people have told us who were not there (R15)."""
        if (words, asks_first) != (self._fold.presence, self._fold.asks_first):
            self._fold.presence, self._fold.asks_first = words, asks_first
            self._show()

    def forget(self) -> None:
        """Another decision will be shown: close every part."""
        self._fold.open_key, self._fold.is_more_open = "", False
        self.more.close_form()

    def show_people(self, people: Sequence[PersonId], everyone: Sequence[PersonId] = ()) -> None:
        """Offer the people of the meeting, and everybody of the group where it is not about the room."""
        self.parts.show_people(people, everyone)
        self.more.show_people(people)

    def show_paid(self, paid: Collection[PersonId]) -> None:
        """Who is paid for taking part; for the others it is asked what goes with a job."""
        self.parts.show_paid(paid)

    def details(self) -> DecisionDetails | None:
        """The decision with everything that was filled in."""
        return self.parts.details(self._details) if self._details is not None else None

    @property
    def is_draft(self) -> bool:
        """Whether it asks "Do you agree?" of something that is not in the record yet."""
        return self._fold.is_draft

    @property
    def asks_what_was_told(self) -> bool:
        """Whether it says that nobody here speaks from their own life, and asks what was told by those who do."""
        return self._fold.is_draft and self._fold.asks_first

    @property
    def open_key(self) -> str:
        """Which part is open to be changed, or nothing."""
        return self._fold.open_key

    def open_part(self, key: str) -> None:
        """Show the fields of one part and go to the first of them; an empty key closes them."""
        closed = self._fold.open_key
        if key and self._details is not None and not self._fold.is_draft:
            self.parts.fill(self._details)
        self._fold.open_key = key
        self._show()
        form = self.rows[key].form if key else None
        if isinstance(form, EntryList):
            form.begin()
        elif form is not None:
            form.setFocus(Qt.FocusReason.OtherFocusReason)
        elif closed:
            self._focus_change(closed)
        keep_in_view(self._theme, self.rows[key or closed or OUTCOME].row)

    def close_part(self) -> bool:
        """Close what is open and change nothing; says whether anything was. The draft's question stays open."""
        if self.more.close_form():
            return True
        if not self._fold.open_key or (self._fold.is_draft and self._fold.open_key == OUTCOME):
            return False
        self._close()
        return True

    def show_error(self, field: str, words: str) -> bool:
        """Say beside a field what to put right; says whether there is such a field."""
        found = self.parts.error_at(field)
        if found is None:
            return False
        key, show = found
        if self._fold.open_key != key:
            self._fold.open_key = key
            self._show()
        show(words)
        return True

    def first(self) -> QWidget:
        """The likeliest next act: a stray Enter saves nothing."""
        if self._fold.is_draft:
            return self.parts.told_us if self._fold.asks_first else self.outcome
        return self.add_job

    def begin(self) -> None:
        """Go to the likeliest next act, from the top."""
        self._scroll.verticalScrollBar().setValue(0)
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def new_job(self) -> tuple[Words, ActionDetails] | None:
        """The job that was written down with a draft, if any."""
        return self.parts.new_job()

    def words(self) -> str:
        """The words of the decision."""
        return self.top.words()

    # Building

    def _lay_out(self) -> None:
        self._scroll.add(self.top)
        for key, part in self.rows.items():
            if key == SUPPORT:
                self._scroll.add(self._jobs)
            self._scroll.add(part.row)
        self._scroll.add_layout(flow_of(self._theme, self.open_more))
        self._scroll.add(self.more)
        self._scroll.add_stretch()
        column = Column(self._theme, gap=8)
        column.addWidget(self._title)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.waits)
        column.addLayout(flow_of(self._theme, self.save, self.read, self.add_job, self.back, gap=12))
        self.setLayout(column)

    def _connect(self) -> None:
        for row in (self.what_row, self.proposer_row):
            row.change.clicked.connect(self.words_requested)
        for key, part in self.rows.items():
            part.row.change.clicked.connect(partial(self._on_change, key))
        self.outcome.outcome_changed.connect(self._show)
        self.parts.told_us.for_now_changed.connect(self._show_buttons)
        self.open_more.clicked.connect(self._on_more)
        self._jobs.job_pressed.connect(self.job_pressed)

    def _on_change(self, key: str) -> None:
        if self._fold.open_key == key:
            self._close()
        else:
            self.open_part(key)

    def _on_more(self) -> None:
        self._fold.is_more_open = not self._fold.is_more_open
        self._show()

    def _close(self) -> None:
        closed = self._fold.open_key
        if not self._fold.is_draft and self._details is not None:
            self.parts.fill(self._details)
        self._fold.open_key = OUTCOME if self._fold.is_draft else ""
        self._show()
        self._focus_change(closed)

    def _focus_change(self, key: str) -> None:
        """Go back to the row that was closed, or where it went if it is folded away again."""
        row = self.rows[key].row
        (self.open_more if row.isHidden() else row.change).setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_ways(self, about: str) -> None:
        texts = (self._words.text, self._words.easy_text, about)
        self.outcome.offer_ways(ways_in_order(*texts), at_stake(*texts))

    # Showing

    def _show(self) -> None:
        details = self.details()
        if details is None or self._details is None:
            return
        self._title.setText(self.tr("Do you agree?") if self._fold.is_draft else self._ending(self._details))
        self.top.show_decision(self._words, self._details, is_draft=self._fold.is_draft)
        self._fold.show(details)
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_idle = not self._fold.is_draft and not self._fold.open_key
        self.save.setVisible(self._fold.is_draft or bool(self._fold.open_key))
        self.waited_for.setVisible(is_idle and self.waited_for.has_acts)
        self.add_job.setVisible(is_idle)
        self.read.setVisible(self._fold.is_draft)
        self.save.set_words(self._save_words() if self._fold.is_draft else self.tr("Save"))
        self.open_more.set_words(self.tr("Less") if self._fold.is_more_open else self.tr("More about this decision"))
        self.open_more.set_icon(Icon.LESS if self._fold.is_more_open else Icon.MORE)
        self.more.setVisible(self._fold.is_more_open and not self._fold.is_draft)

    def _ending(self, details: DecisionDetails) -> str:
        is_for_now = details.is_until_asked or details.for_now_until is not None
        if details.outcome is Outcome.AGREED and is_for_now:
            return self.tr("We agreed for now")
        return self._vocabulary.words(details.outcome)

    def _save_words(self) -> str:
        if self.outcome.chosen_outcome() is not Outcome.AGREED:
            return self.tr("Save this")
        if self._fold.asks_first and self.parts.told_us.is_until_asked():
            return self.tr("Yes, for now")
        return self.tr("Yes, we decided this")


def _comes_from(details: DecisionDetails) -> tuple[object, object]:
    return details.from_idea_id, details.reopens
