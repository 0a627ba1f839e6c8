"""Asks one person where they speak from today, in the first person, and what job they do."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.person import Perspective
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.answer_choice import AnswerChoice
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn


class WelcomePanel(Card):
    """Nothing is written down until somebody says that it is right.

    Signals: `confirmed`; `closed` to ask later; `take_off_requested` when the name was a mistake.
    """

    confirmed = Signal()
    closed = Signal()
    take_off_requested = Signal()

    def __init__(
        self, theme: Theme, *, words: Callable[[StrEnum], str], joined: Callable[[Sequence[str]], str]
    ) -> None:
        super().__init__(theme, self.tr("Welcome"), heading_style=TextStyle.TITLE, gap=10)
        self._theme = theme
        self._words_for = words
        self._joined = joined
        self._offered: tuple[Perspective, ...] = ()
        self._is_answered = False
        self._is_covered = False
        said = [Choice(one.value, words(one)) for one in Perspective]
        self._perspectives = AnswerChoice(theme, self.tr("Where do you speak from today?"), said, is_several=True)
        choices = [Choice(job.value, words(job)) for job in Job]
        self._jobs = ChoiceButtons(theme, self.tr("Do you have a job today?"), choices, is_several=True)
        self.confirm = BigButton(theme, "", kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8")
        self.close_button = BigButton(theme, self.tr("Ask later"), kind=ButtonKind.QUIET, icon=Icon.CLOCK, key="Esc")
        self._take_off = BigButton(theme, self.tr("Take off the list"), kind=ButtonKind.QUIET, icon=Icon.REMOVE_PERSON)
        self._lay_out()
        self._connect()

    def ask(
        self, name: str, perspectives: Sequence[Perspective], jobs: Sequence[Job], *, not_yet: Sequence[Job]
    ) -> None:
        """Ask a person, and offer what they said last. `not_yet` are the jobs they have not had a go at."""
        self.set_heading(self.tr("Welcome, {name}").format(name=name))
        self._is_covered = False
        self._offer(perspectives)
        self._jobs.set_chosen(*jobs)
        hint = self.tr("You can leave this empty.")
        if not_yet:
            waiting = self._joined([self._words_for(job) for job in not_yet])
            hint = self.tr("Not had a go yet: {jobs}.").format(jobs=waiting) + " " + hint
        self._jobs_row.set_hint(hint)

    def cover(self) -> None:
        """The room may see this screen: show nothing of what was said before."""
        self._is_covered = True
        self._offer(())

    def perspectives(self) -> tuple[Perspective, ...] | None:
        """What the person said, or None if they were not shown what they said last and answered nothing."""
        if self._is_covered and not self._is_answered:
            return None
        return self._chosen()

    def jobs(self) -> tuple[Job, ...]:
        """The jobs of the person today."""
        return tuple(Job(key) for key in self._jobs.chosen())

    def focus_likely(self) -> None:
        """With an answer to offer, one press says that it is right; else go to the answers.

        Laid open, "That is right" stands far below the answers. Then the answer has the focus, and Enter goes on.
        """
        chosen = self._chosen()
        likely: QWidget = self.confirm if chosen else self._perspectives
        if chosen and self._scroll.is_open:
            likely = self._perspectives.button(chosen[0].value)
        likely.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._scroll = scroll = ScrollColumn(self._theme, gap=16)
        hint = self.tr("Press 1 to 7. You can choose more than one. Enter goes on.")
        question = self.tr("Where do you speak from today?")
        form_row(self._theme, scroll.column, question, self._perspectives, hint=hint)
        self._jobs_row = form_row(self._theme, scroll.column, self.tr("Do you have a job today?"), self._jobs)
        scroll.add_stretch()
        self.add(scroll, 1)
        self.add_layout(flow_of(self._theme, self.confirm, self.close_button, self._take_off, gap=12))

    def _connect(self) -> None:
        self.confirm.clicked.connect(self.confirmed)
        self._perspectives.went_on.connect(self.confirmed)
        self.close_button.clicked.connect(self.closed)
        self._take_off.clicked.connect(self.take_off_requested)
        self._perspectives.chosen_changed.connect(self._on_chosen)

    def _offer(self, perspectives: Sequence[Perspective]) -> None:
        self._offered = tuple(perspectives)
        self._is_answered = False
        self._perspectives.set_chosen(*perspectives)
        self._show_confirm()

    def _chosen(self) -> tuple[Perspective, ...]:
        return tuple(Perspective(key) for key in self._perspectives.chosen())

    def _on_chosen(self) -> None:
        """Not saying and saying something do not go together; the last press counts."""
        chosen = self._chosen()
        if Perspective.NOT_SAID in chosen and len(chosen) > 1:
            is_new = Perspective.NOT_SAID not in self._offered
            kept = [Perspective.NOT_SAID] if is_new else [one for one in chosen if one is not Perspective.NOT_SAID]
            self._perspectives.set_chosen(*kept)
        self._offered = self._chosen()
        self._is_answered = True
        self._show_confirm()

    def _show_confirm(self) -> None:
        self.confirm.set_words(self.tr("That is right") if self._chosen() else self.tr("Nothing to say now"))
