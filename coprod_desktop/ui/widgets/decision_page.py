"""A decision as it will print, part by part; before it is saved, the second step: "Do you agree?"."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import ActionDetails, DecisionDetails, Outcome, Words
from coprod_desktop.domain.meeting_state import Action
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.action_fields import ActionFields
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.conditions_form import ConditionsForm
from coprod_desktop.ui.widgets.decision_summaries import DecisionSummaries
from coprod_desktop.ui.widgets.entry_list import EntryList
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.job_rows import JobRows
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.needed_yes_entry import NeededYesEntry
from coprod_desktop.ui.widgets.objection_entry import ObjectionEntry
from coprod_desktop.ui.widgets.outcome_form import OutcomeForm
from coprod_desktop.ui.widgets.part_row import PartRow
from coprod_desktop.ui.widgets.picture_box import PictureBox
from coprod_desktop.ui.widgets.picture_words import picture_words
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.support_form import SupportForm
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.vocabulary import Vocabulary
from coprod_desktop.ui.widgets.waits_line import WaitsLine
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

OUTCOME, OBJECTIONS, SUPPORT, NEEDED, CONDITIONS, ACTION = (
    *("outcome", "objections", "support", "needed_yes", "conditions", "action"),
)


class DecisionPage(QWidget):
    """Shows a draft or a decision in the record.

    Signals: `words_requested` to change words, picture or proposer; `job_pressed(action id)` to change a job.
    Buttons to connect: `save` (the draft, or the open part), `read` (a draft only), `back`, `add_job`.
    """

    words_requested = Signal()
    job_pressed = Signal(str)

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._theme = theme
        self._vocabulary = vocabulary
        self._say = DecisionSummaries(vocabulary)
        self._words = Words(text="")
        self._details: DecisionDetails | None = None
        self._people: tuple[PersonId, ...] = ()
        self._is_draft = True
        self._open_key = ""
        self._title = WrapLabel(theme, "", TextStyle.TITLE)
        self._picture = PictureBox(theme, None, "", size=104)
        self._proposal = WrapLabel(theme, "", TextStyle.PROPOSAL)
        self.outcome = OutcomeForm(theme, vocabulary)
        self.objections = EntryList(
            theme,
            self._make_objection,
            add_words=self.tr("Somebody else does not agree"),
            remove_words=self.tr("Take this away"),
        )
        self.support = SupportForm(theme, vocabulary)
        self.needed = EntryList(
            theme,
            partial(NeededYesEntry, theme, vocabulary),
            add_words=self.tr("One more must say yes"),
            remove_words=self.tr("Take this away"),
        )
        self.conditions = ConditionsForm(theme, vocabulary)
        self.action = ActionFields(theme, vocabulary)
        self.what_row = PartRow(theme, Icon.REWORD, self.tr("What we decided"))
        self.proposer_row = PartRow(theme, Icon.IDEA, self.tr("Idea from"))
        self.rows = self._make_rows()
        self._jobs = JobRows(theme, self._say)
        self.save = BigButton(theme, "", kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8")
        self.add_job = BigButton(theme, self.tr("Add a job"), icon=Icon.ACTION, key="F4", height=54)
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc", height=54)
        self.read = BigButton(theme, self.tr("Ask the room"), icon=Icon.WALL, key="F10", height=54)
        self.waits = WaitsLine(theme)
        self._scroll = ScrollColumn(theme, gap=8)
        self._lay_out()
        self._connect()

    # What is shown

    def show_draft(self, words: Words, details: DecisionDetails) -> None:
        """Ask whether people agree; what was filled in before stays if it is the same decision."""
        is_new = not self._is_draft or self._details is None or details.from_idea_id != self._details.from_idea_id
        if is_new:
            self.clear(details)
        self._is_draft = True
        self._words, self._details = words, details
        self._open_key = OUTCOME
        self._show()

    def clear(self, details: DecisionDetails) -> None:
        """Forget what was filled in."""
        self._details = details
        self._fill(details)
        self.action.fill("", ActionDetails())

    def show_decision(self, words: Words, details: DecisionDetails, actions: Sequence[Action]) -> None:
        """Show a decision that is in the record; fields that are open keep what was typed."""
        if self._is_draft:
            self._is_draft, self._open_key = False, ""
        self._words, self._details = words, details
        self._fill(details, but=self._open_key)
        self._jobs.show_jobs(actions)
        self._show()

    def forget(self) -> None:
        """Another decision will be shown: close every part."""
        self._open_key = ""

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people everywhere."""
        self._people = tuple(people)
        self.support.show_people(people)
        self.action.show_people(people)
        for entry in self.objections.entries():
            if isinstance(entry, ObjectionEntry):
                entry.people.show_people(people)

    def details(self) -> DecisionDetails | None:
        """The decision with everything that was filled in."""
        if self._details is None:
            return None
        details = self.conditions.details(self.support.details(self.outcome.details(self._details)))
        return replace(details, objections=self.objections.values(), needs_yes_from=self.needed.values())

    @property
    def is_draft(self) -> bool:
        """Whether it asks "Do you agree?" of something that is not in the record yet."""
        return self._is_draft

    @property
    def open_key(self) -> str:
        """Which part is open to be changed, or nothing."""
        return self._open_key

    def open_part(self, key: str) -> None:
        """Show the fields of one part and go to the first of them; an empty key closes them."""
        closed = self._open_key
        if key and self._details is not None and not self._is_draft:
            self._fill(self._details)
        self._open_key = key
        self._show()
        form = self.rows[key].form if key else None
        if isinstance(form, EntryList):
            form.begin()
        elif form is not None:
            form.setFocus(Qt.FocusReason.OtherFocusReason)
        elif closed:
            self.rows[closed].row.change.setFocus(Qt.FocusReason.OtherFocusReason)
        keep_in_view(self._theme, self.rows[key or closed or OUTCOME].row)

    def close_part(self) -> bool:
        """Close the open part and change nothing; says whether one was open. The draft's question stays open."""
        if not self._open_key or (self._is_draft and self._open_key == OUTCOME):
            return False
        self._close()
        return True

    def show_error(self, field: str, words: str) -> bool:
        """Say beside a field what to put right; says whether there is such a field."""
        by_field: dict[str, tuple[str, Callable[[str], None]]] = {
            "objection": (OBJECTIONS, self.objections.show_error),
            "needs_yes_from": (NEEDED, self.needed.show_error),
            "reason": (OUTCOME, self.outcome.show_error),
            "text": (ACTION, self.action.show_error),
        }
        if field not in by_field:
            return False
        key, show = by_field[field]
        if self._open_key != key:
            self._open_key = key
            self._show()
        show(words)
        return True

    def first(self) -> QWidget:
        """The likeliest next act: a stray Enter saves nothing."""
        return self.outcome if self._is_draft else self.add_job

    def begin(self) -> None:
        """Go to the likeliest next act, from the top."""
        self._scroll.verticalScrollBar().setValue(0)
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def new_job(self) -> tuple[Words, ActionDetails] | None:
        """The job that was written down with a draft, if any."""
        return None if self.action.is_empty() else self.action.value(ActionDetails())

    def words(self) -> str:
        """The words of the decision."""
        return self._proposal.text()

    # Building

    def _make_objection(self) -> ObjectionEntry:
        return ObjectionEntry(self._theme, self._vocabulary, self._people)

    def _make_rows(self) -> dict[str, "_Part"]:
        made = (
            (OUTCOME, Icon.DECISIONS, self.tr("How we decided"), self.outcome, self._say.outcome),
            (OBJECTIONS, Icon.DOES_NOT_AGREE, self.tr("Does not agree"), self.objections, self._say.objections),
            (NEEDED, Icon.ASK_THE_GROUP, self.tr("Who else must say yes"), self.needed, self._say.needed_yes),
            (ACTION, Icon.ACTION, self.tr("Who will do it"), self.action, self._say_action),
            (SUPPORT, Icon.PEOPLE, self.tr("Backed by"), self.support, self._say.support),
            (CONDITIONS, Icon.DATE, self.tr("Only if, and until when"), self.conditions, self._say.conditions),
        )
        parts: dict[str, _Part] = {}
        for key, icon, label, form, say in made:
            row = PartRow(self._theme, icon, label)
            row.put_below(form)
            row.change.clicked.connect(partial(self._on_change, key))
            parts[key] = _Part(row, form, say)
        return parts

    def _lay_out(self) -> None:
        top = Row(self._theme, gap=20)
        top.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._proposal, 1)
        self._scroll.add_layout(top)
        for row in (self.what_row, self.proposer_row):
            self._scroll.add(row)
        for key, part in self.rows.items():
            self._scroll.add(part.row)
            if key == ACTION:
                self._scroll.add(self._jobs)
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
        self.outcome.outcome_changed.connect(self._show_buttons)
        self._jobs.job_pressed.connect(self.job_pressed)

    def _on_change(self, key: str) -> None:
        if self._open_key == key:
            self._close()
        else:
            self.open_part(key)

    def _close(self) -> None:
        closed = self._open_key
        if not self._is_draft and self._details is not None:
            self._fill(self._details)
        self._open_key = OUTCOME if self._is_draft else ""
        self._show()
        self.rows[closed].row.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, details: DecisionDetails, *, but: str = "") -> None:
        fills: dict[str, Callable[[], None]] = {
            OUTCOME: partial(self.outcome.fill, details),
            OBJECTIONS: partial(self.objections.fill, details.objections),
            SUPPORT: partial(self.support.fill, details),
            NEEDED: partial(self.needed.fill, details.needs_yes_from),
            CONDITIONS: partial(self.conditions.fill, details),
        }
        for key, fill in fills.items():
            if key != but:
                fill()

    # Showing

    def _show(self) -> None:
        details = self.details()
        if details is None:
            return
        self._title.setText(self.tr("Do you agree?") if self._is_draft else self._vocabulary.words(details.outcome))
        self._proposal.setText(self._words.printed)
        table = picture_words()
        drawing = table.drawing(details.picture) if details.picture else None
        self._picture.show_picture(drawing, table.alt(details.picture))
        self._picture.setVisible(drawing is not None)
        self.what_row.setVisible(not self._is_draft)
        self.what_row.show_words(self._what_words(), self.tr("Change"))
        self.proposer_row.show_words(self._vocabulary.proposer(details.proposer), self.tr("Change"))
        for key, part in self.rows.items():
            self._show_part(key, part, details)
        self._show_buttons()

    def _show_part(self, key: str, part: "_Part", details: DecisionDetails) -> None:
        is_open = key == self._open_key or (self._is_draft and key == OUTCOME)
        words = part.say(details)
        act = self.tr("Close") if is_open else self.tr("Change") if words else self.tr("Add")
        part.row.show_words("" if is_open else words or self._nothing_words(key), act)
        part.row.show_only_fields(is_only=self._is_draft and key == OUTCOME)
        part.row.setVisible(self._is_draft or key != ACTION)
        part.form.setVisible(is_open)

    def _show_buttons(self) -> None:
        self.save.setVisible(self._is_draft or bool(self._open_key))
        self.add_job.setVisible(not self._is_draft and not self._open_key)
        self.read.setVisible(self._is_draft)
        agreed = self.outcome.chosen_outcome() is Outcome.AGREED
        draft = self.tr("Yes, we decided this") if agreed else self.tr("Save this")
        self.save.set_words(draft if self._is_draft else self.tr("Save"))

    # Words

    def _what_words(self) -> str:
        changed = self._details.wording_changed if self._details else None
        first = self.tr("First words: {words}").format(words=changed.first_words) if changed else ""
        easy = self.tr("As it was said: {words}").format(words=self._words.text) if self._words.easy_text else ""
        return "\n".join(filter(None, (first, easy))) or self.tr("These words will be printed.")

    def _say_action(self, _details: DecisionDetails) -> str:
        if self.action.is_empty():
            return ""
        return self._say.action(*self.action.value(ActionDetails()))

    def _nothing_words(self, key: str) -> str:
        return {
            OBJECTIONS: self.tr("Nobody has said so."),
            SUPPORT: self.tr("Nobody is named yet."),
            NEEDED: self.tr("Nobody else."),
            CONDITIONS: self.tr("Nothing more."),
            ACTION: self.tr("Nobody has a job yet."),
        }.get(key, "")


class _Part:
    """A row, the fields below it, and how its words are made."""

    def __init__(self, row: PartRow, form: QWidget, say: Callable[[DecisionDetails], str]) -> None:
        self.row = row
        self.form = form
        self.say = say
