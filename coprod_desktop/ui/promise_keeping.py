"""Joins what earlier meetings promised with the open meeting: it comes first, before anything new (R28)."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import Helped
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.proposer import Source
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.promise_row import ShownPromise
from coprod_desktop.ui.widgets.promises_panel import PromisesPanel
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.shown_words import shown_words
from coprod_desktop.ui.wording import joined, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.promises_service import Promise, Promises, PromisesService


class PromiseKeeping(QObject):
    """A row that opens a panel. Signals: `opened`, `left`, and `acted(kind)` after each change."""

    opened = Signal()
    left = Signal()
    acted = Signal(str)

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._services, self._bridge = services, bridge
        self._promises: dict[str, Promise] = {}
        self.row = CardRow(theme, RowWords(title=self.tr("What we promised")))
        self._answers = {
            Helped.YES: self.tr("Yes"),
            Helped.A_BIT: self.tr("A bit"),
            Helped.NO: self.tr("No"),
            Helped.TOO_SOON: self.tr("Too soon"),
        }
        self.panel = PromisesPanel(theme, self._answers)
        for part in (self.row, self.panel):
            part.hide()
        self.row.pressed.connect(self.opened)
        self.panel.back.clicked.connect(self.left)
        self.panel.done.connect(lambda key: self._do(key, self._service.done, "action_changed"))
        self.panel.stopped.connect(lambda key: self._do(key, self._service.stop, "action_changed"))
        self.panel.day_kept.connect(self._on_day)
        self.panel.answered.connect(self._on_answer)

    def show_state(self, state: MeetingState, *, can_ask: bool) -> None:
        """Say how much waits while the meeting is open, if the row can be seen; an open panel is brought up to date."""
        is_wanted = state.is_open and (can_ask or not self.panel.isHidden())
        found = self._bridge.ask(partial(self._service.before, state)).value if is_wanted else None
        count = found.still_open + len(found.unsaid) if found is not None else 0
        self.row.setHidden(not can_ask or count == 0)
        if found is not None:
            self.row.show_words(self._count_words(found))
            self._show(found, state)

    def _show(self, found: "Promises", state: MeetingState) -> None:
        self._promises = {one.key: one for one in (*found.to_do, *found.to_ask)}
        here = self._bridge.by_name(state.people_here or tuple(state.attendance))
        people = [(who, self._bridge.name(who)) for who in here if self._bridge.name(who)]
        shown = [self._to_do(one) for one in found.to_do] + [self._to_ask(one) for one in found.to_ask]
        self.panel.show_promises(shown, people)

    @property
    def _service(self) -> "PromisesService":
        return self._services.promises

    def _count_words(self, found: "Promises") -> RowWords:
        to_do, to_ask = found.still_open, len(found.unsaid)
        one, many = self.tr("1 thing is still to do."), self.tr("{count} things are still to do.")
        done_one, done_many = (
            self.tr("1 thing is done. Did it help?"),
            self.tr("{count} things are done. Did they help?"),
        )
        told = [(one if to_do == 1 else many).format(count=to_do)] if to_do else []
        told += [(done_one if to_ask == 1 else done_many).format(count=to_ask)] if to_ask else []
        return RowWords(title=self.tr("What we promised"), note=" ".join(told), icon=Icon.ACTION)

    def _to_do(self, promise: "Promise") -> ShownPromise:
        words = RowWords(title=shown_words(promise.words), note=self._who_and_when(promise), icon=Icon.ACTION)
        return ShownPromise(key=promise.key, words=words, new_day=promise.due_on)

    def _to_ask(self, promise: "Promise") -> ShownPromise:
        words = RowWords(title=shown_words(promise.words), note=self._from(promise), icon=Icon.CHECK)
        said = ", ".join(f"{self._answers[answer]} {count}" for answer, count in promise.said.items())
        told = self.tr("Said today: {answers}").format(answers=said) if said else ""
        is_too_soon = Helped.TOO_SOON in promise.said
        return ShownPromise(
            key=promise.key, words=words, is_to_ask=True, said=told, new_day=promise.ask_on if is_too_soon else None
        )

    def _who_and_when(self, promise: "Promise") -> str:
        who = self._owners(promise.owners) or self.tr("Nobody has this job yet")
        if promise.due_on is None:
            return f"{who}. {self._from(promise)}"
        is_past = promise.due_on < self._service.today
        words = self.tr("It was for {day}.") if is_past else self.tr("It is for {day}.")
        return f"{who}. {words.format(day=day_words(promise.due_on, with_weekday=False))} {self._from(promise)}"

    def _owners(self, owners: tuple[PersonId, ...]) -> str:
        """Who has it; whoever does not want to be named in minutes is not named in what comes from them (DP-05)."""
        names = [self._bridge.name_to_show(who) or words_for(Source.UNNAMED) for who in owners]
        return joined(dict.fromkeys(names))

    def _from(self, promise: "Promise") -> str:
        return self.tr("We said so on {day}.").format(day=day_words(promise.held_on, with_weekday=False))

    # Acts

    def _on_day(self, key: str, day: date | None) -> None:
        promise = self._promises.get(key)
        if promise is None:
            return
        if not promise.said:
            self._do(key, partial(self._service.give_day, day=day), "action_changed")
        elif day is not None:
            self._do(key, partial(self._service.ask_again_on, day=day), "action_changed")

    def _on_answer(self, key: str, answer: Helped, by: str, words: str) -> None:
        person_id = PersonId(by) if by else None
        said = partial(self._service.say_helped, answer=answer, by=person_id, words=words)
        self._do(key, said, "action_helped")

    def _do(self, key: str, act: "Callable[[Promise], None]", kind: str) -> None:
        promise = self._promises.get(key)
        if promise is not None and self._bridge.ask(partial(act, promise)).is_done:
            self.acted.emit(kind)
