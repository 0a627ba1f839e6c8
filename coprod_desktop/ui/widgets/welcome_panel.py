"""Asks one person where they speak from today, in the first person, and what job they do."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.person import Perspective
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class WelcomePanel(QWidget):
    """The last answer is chosen already, and nothing is written down until somebody says that it is right.

    Signals: `confirmed`; `closed` to ask later; `take_off_requested` when the name was a mistake.
    """

    confirmed = Signal()
    closed = Signal()
    take_off_requested = Signal()

    def __init__(self, theme: Theme, *, words: Callable[[StrEnum], str]) -> None:
        super().__init__()
        self._offered: tuple[Perspective, ...] = ()
        self._name = WrapLabel(theme, "", TextStyle.TITLE)
        said = [Choice(one.value, words(one)) for one in Perspective]
        self._perspectives = ChoiceButtons(theme, self.tr("Where do you speak from today?"), said, is_several=True)
        choices = [Choice(job.value, words(job)) for job in Job]
        self._jobs = ChoiceButtons(theme, self.tr("Do you have a job today?"), choices, is_several=True)
        self.confirm = BigButton(theme, "", kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8")
        self.close_button = BigButton(theme, self.tr("Ask later"), kind=ButtonKind.QUIET, icon=Icon.CLOCK)
        self._take_off = BigButton(theme, self.tr("Take off the list"), kind=ButtonKind.QUIET, icon=Icon.REMOVE_PERSON)
        self._lay_out(theme)
        self._connect()

    def ask(self, name: str, perspectives: Sequence[Perspective], jobs: Sequence[Job]) -> None:
        """Ask a person; what they said last is offered."""
        self._name.setText(name)
        self._offered = tuple(perspectives)
        self._perspectives.set_chosen(*perspectives)
        self._jobs.set_chosen(*jobs)
        self._show_confirm()

    def perspectives(self) -> tuple[Perspective, ...]:
        """What the person said."""
        return tuple(Perspective(key) for key in self._perspectives.chosen())

    def jobs(self) -> tuple[Job, ...]:
        """The jobs of the person today."""
        return tuple(Job(key) for key in self._jobs.chosen())

    def focus_likely(self) -> None:
        """With an answer to offer, one press says that it is right; else go to the answers."""
        likely = self.confirm if self.perspectives() else self._perspectives
        likely.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, theme: Theme) -> None:
        scroll = ScrollColumn(theme, gap=18)
        hint = self.tr("You can choose more than one. It is your own choice.")
        question = self.tr("Where do you speak from today?")
        form_row(theme, scroll.column, question, self._perspectives, hint=hint)
        job_hint = self.tr("Jobs are shared. You can leave this empty.")
        form_row(theme, scroll.column, self.tr("Do you have a job today?"), self._jobs, hint=job_hint)
        scroll.add_stretch()
        column = Column(theme, gap=10)
        column.addWidget(self._name)
        column.addWidget(scroll, 1)
        column.addLayout(flow_of(theme, self.confirm, self.close_button, self._take_off, gap=12))
        self.setLayout(column)

    def _connect(self) -> None:
        self.confirm.clicked.connect(self.confirmed)
        self.close_button.clicked.connect(self.closed)
        self._take_off.clicked.connect(self.take_off_requested)
        self._perspectives.chosen_changed.connect(self._on_chosen)

    def _on_chosen(self) -> None:
        """Not saying and saying something do not go together; the last press counts."""
        chosen = self.perspectives()
        if Perspective.NOT_SAID in chosen and len(chosen) > 1:
            is_new = Perspective.NOT_SAID not in self._offered
            kept = [Perspective.NOT_SAID] if is_new else [one for one in chosen if one is not Perspective.NOT_SAID]
            self._perspectives.set_chosen(*kept)
        self._offered = self.perspectives()
        self._show_confirm()

    def _show_confirm(self) -> None:
        self.confirm.set_words(self.tr("That is right") if self.perspectives() else self.tr("Nothing to say now"))
