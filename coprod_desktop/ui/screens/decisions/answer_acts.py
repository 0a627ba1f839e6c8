"""What becomes of ideas: settled with a reason, put together with like ones, taken back, or carried on (R14)."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain.ids import IdeaId
from coprod_desktop.domain.like_ideas import can_join
from coprod_desktop.domain.meeting_state import Idea, MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.decisions.desk import Desk, Mode
from coprod_desktop.ui.widgets.earlier_ideas import EarlierIdeas
from coprod_desktop.ui.widgets.idea_take_back_form import IdeaTakeBackForm
from coprod_desktop.ui.widgets.join_form import JoinForm
from coprod_desktop.ui.widgets.line_rows import LineRows
from coprod_desktop.ui.widgets.settle_form import SettleForm
from coprod_desktop.ui.widgets.shown_words import shown_words

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.waiting_ideas import WaitingIdea


class AnswerActs(QObject):
    """Joins the three forms with the open meeting. Signal: `answered(idea id)` after each act."""

    answered = Signal(str)

    def __init__(
        self,
        bridge: MeetingBridge,
        desk: Desk,
        settle: SettleForm,
        join: JoinForm,
        take_back: IdeaTakeBackForm,
        rows: LineRows,
    ) -> None:
        super().__init__(desk)
        self._bridge = bridge
        self._desk = desk
        self._settle, self._join, self._take_back = settle, join, take_back
        self._rows = rows
        self._idea_id: IdeaId | None = None
        desk.listed.connect(self._forget)
        settle.save.clicked.connect(self._on_settle)
        join.save.clicked.connect(self._on_join)
        take_back.save.clicked.connect(self._on_take_back)

    def settle(self, idea: Idea) -> None:
        """Ask what becomes of an idea."""
        self._idea_id = idea.id
        self._settle.show_idea(idea, shown_words(idea.words.printed))
        self._desk.go(Mode.SETTLE)

    def join(self, idea: Idea) -> None:
        """Ask which ideas are like this one; those on the same item come first."""
        self._idea_id = idea.id
        ideas = [one for one in self._bridge.state.ideas.values() if one.id != idea.id and can_join(one)]
        ideas.sort(key=lambda one: one.details.item_id != idea.details.item_id)
        self._join.show_idea(
            shown_words(idea.words.printed),
            [(one.id, shown_words(one.words.printed), self._rows.whose(one.details.proposer)) for one in ideas],
        )
        self._desk.go(Mode.JOIN)

    def part(self, idea: Idea) -> None:
        """Let an idea go its own way again."""
        if self._bridge.ask(partial(self._bridge.requests.part_idea, idea.id)).is_done:
            self.answered.emit(idea.id)

    def take_back(self, idea: Idea) -> None:
        """Take an idea back in the open; if it was one person's, they are the one who does, else it is asked who."""
        people = idea.details.proposer.people
        if len(people) > 1:
            self._idea_id = idea.id
            self._take_back.show_idea(shown_words(idea.words.printed), people)
            self._desk.go(Mode.TAKE_BACK)
            return
        by = people[0] if people else None
        if self._bridge.ask(partial(self._bridge.requests.take_back_idea, idea.id, by=by)).is_done:
            self.answered.emit(idea.id)

    def _forget(self) -> None:
        self._idea_id = None

    def _on_settle(self) -> None:
        idea_id, form, requests = self._idea_id, self._settle, self._bridge.requests
        if idea_id is None:
            return
        if self._desk.ask(
            form,
            lambda: requests.settle_idea(
                idea_id, form.chosen(), reason=form.reason.words(), passed_on_to=form.passed_on_to.text()
            ),
        ):
            self._go_back_to(idea_id)

    def _on_take_back(self) -> None:
        idea_id, form, requests = self._idea_id, self._take_back, self._bridge.requests
        if idea_id is not None and self._desk.ask(form, lambda: requests.take_back_idea(idea_id, by=form.who())):
            self._go_back_to(idea_id)

    def _on_join(self) -> None:
        idea_id, chosen, requests = self._idea_id, self._join.chosen(), self._bridge.requests
        if idea_id is not None and self._desk.ask(self._join, lambda: requests.join_ideas(idea_id, chosen)):
            self._go_back_to(idea_id)

    def _go_back_to(self, idea_id: IdeaId) -> None:
        self._desk.go_to_list()
        self.answered.emit(idea_id)


class EarlierActs(QObject):
    """Shows what waits from earlier meetings, and carries it on with one press. Signal: `carried_on(idea id)`."""

    carried_on = Signal(str)

    def __init__(
        self, services: "Services", bridge: MeetingBridge, desk: Desk, panel: EarlierIdeas, rows: LineRows
    ) -> None:
        super().__init__(desk)
        self._services = services
        self._bridge = bridge
        self._desk = desk
        self._panel = panel
        self._rows = rows
        self._read_for: tuple[object, ...] = ()
        self._waiting: dict[str, WaitingIdea] = {}
        panel.talk_requested.connect(self._on_talk)

    def show_state(self, state: MeetingState) -> None:
        """Read what waits when another meeting is shown, or when something was carried on or taken back."""
        carried = tuple(idea.id for idea in state.ideas.values() if idea.details.came_from is not None)
        wanted = (state.id, state.is_open, *carried)
        if wanted == self._read_for:
            return
        self._read_for = wanted
        found = self._services.waiting_ideas.before(state.id) if state.is_open else ()
        self._waiting = {f"{one.meeting_id} {one.idea.id}": one for one in found}
        self._panel.show_ideas([(key, self._rows.earlier(one.idea, one.held_on)) for key, one in self._waiting.items()])

    def read_again(self) -> None:
        """Another meeting may have changed while this screen was out of sight."""
        self._read_for = ()

    def _on_talk(self, key: str) -> None:
        waiting, item_id = self._waiting[key], self._desk.item_for_new()
        requests, service = self._bridge.requests, self._services.waiting_ideas
        answer = self._bridge.ask(lambda: service.take_up(waiting, requests, item_id))
        if answer.value is not None:
            self.carried_on.emit(answer.value)
