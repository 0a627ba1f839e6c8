"""The rarer acts of a turn that runs: through whom it goes, who shares it, interrupted, pass, running the meeting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.events import Through
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.people_choice import PeopleChoice
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import words_for

_DIRECTLY, _RUNS = "directly", "runs"


@dataclass(frozen=True, kw_only=True)
class TurnFacts:
    """What is known of the turn. `suggested` is offered first; `can_run_meeting`: a facilitator or chair speaks."""

    through: Through | None = None
    suggested: Through | None = None
    can_run_meeting: bool = False
    runs_meeting: bool = False
    with_people: tuple[PersonId, ...] = ()
    is_added: bool = False


class TurnActs(QWidget):
    """Signals: `interrupted`, `interpreter_waited`, `passed`, which end or hold the turn; `facts_changed`.

    What was chosen is told by `through()`, `runs_meeting()` and `with_people()`.
    """

    interrupted = Signal()
    interpreter_waited = Signal()
    passed = Signal()
    facts_changed = Signal()

    def __init__(self, theme: Theme, *, name: Callable[[PersonId], str]) -> None:
        super().__init__()
        self._theme = theme
        self._offered: tuple[Through, ...] = ()
        self._is_added: bool | None = None
        self._rows = RowList(theme, self.tr("More about this turn"))
        self._through = ChoiceButtons(theme, self.tr("Speaks through"))
        runs = Choice(_RUNS, self.tr("This is about running the meeting"))
        self._runs = ChoiceButtons(theme, self.tr("Running the meeting"), [runs], is_several=True)
        self.people = PeopleChoice(theme, self.tr("Share this turn with"), name=name)
        column = Column(theme, gap=10)
        column.addWidget(self._rows)
        column.addWidget(WrapLabel(theme, self.tr("Speaks through"), TextStyle.STRONG))
        column.addWidget(self._through)
        column.addWidget(self._runs)
        column.addWidget(WrapLabel(theme, self.tr("Share this turn with"), TextStyle.STRONG))
        column.addWidget(self.people)
        self.setLayout(column)
        self._through.chosen_changed.connect(self.facts_changed)
        self._runs.chosen_changed.connect(self.facts_changed)
        self.people.changed.connect(self.facts_changed)

    def show_facts(self, facts: TurnFacts, people: Sequence[PersonId]) -> None:
        """Show what is known of the turn, and who else is here."""
        self._show_rows(is_added=facts.is_added)
        self._show_through(facts)
        self._runs.setVisible(facts.can_run_meeting)
        self._runs.set_chosen(*([_RUNS] if facts.runs_meeting else []))
        self.people.set_value(())
        self.people.show_people(people)
        self.people.set_value(facts.with_people)

    def begin(self) -> None:
        """Go to the first act."""
        self._rows.focus_row(self._rows.keys()[0])

    def through(self) -> Through | None:
        """Through whom or what the person speaks."""
        key = self._through.chosen_key()
        return None if key in (None, _DIRECTLY) else Through(key)

    def runs_meeting(self) -> bool:
        """Whether this turn is about running the meeting."""
        return bool(self._runs.chosen())

    def with_people(self) -> tuple[PersonId, ...]:
        """Who shares the turn."""
        return self.people.value()

    def _show_rows(self, *, is_added: bool) -> None:
        if is_added == self._is_added:
            return
        self._is_added = is_added
        waits = RowWords(title=self.tr("Wait for the interpreter"), note=self.tr("This is not counted"), icon=Icon.WAIT)
        stopped = RowWords(title=self.tr("Was interrupted"), note=self.tr("Comes first again"), icon=Icon.COME_BACK)
        passed = RowWords(title=self.tr("Pass"), note=self.tr("This counts as no turn"), icon=Icon.PASS_TURN)
        acts = [("wait", waits, self.interpreter_waited)]
        if not is_added:
            acts += [("stopped", stopped, self.interrupted), ("passed", passed, self.passed)]
        self._rows.set_rows([(key, self._row(words, signal.emit)) for key, words, signal in acts])

    def _row(self, words: RowWords, act: Callable[[], None]) -> CardRow:
        row = CardRow(self._theme, words, is_flat=True)
        row.pressed.connect(partial(act))
        return row

    def _show_through(self, facts: TurnFacts) -> None:
        ways = tuple(sorted(Through, key=lambda way: way is not facts.suggested))
        if ways != self._offered:
            self._offered = ways
            directly = Choice(_DIRECTLY, self.tr("Speaks directly"))
            choices = [Choice(way.value, words_for(way)) for way in ways]
            first = 1 if facts.suggested is not None else 0
            self._through.set_choices([*choices[:first], directly, *choices[first:]])
        self._through.set_chosen(facts.through.value if facts.through else _DIRECTLY)
