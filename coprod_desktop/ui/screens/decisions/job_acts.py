"""Writing jobs down, and changing them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from coprod_desktop.domain.actions import day_to_ask, paid_people
from coprod_desktop.domain.ids import ActionId, DecisionId, PersonId
from coprod_desktop.domain.lines import ActionDetails
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.decisions.desk import Desk, Mode
from coprod_desktop.ui.widgets.action_form import ActionForm


class JobActs(QObject):
    """Joins the form of a job with the open meeting. `decision` tells which decision is open: a new job is its job."""

    def __init__(
        self,
        bridge: MeetingBridge,
        desk: Desk,
        form: ActionForm,
        decision: Callable[[], DecisionId | None],
        clock: Clock,
    ) -> None:
        super().__init__(desk)
        self._bridge = bridge
        self._desk = desk
        self._form = form
        self._decision = decision
        self._clock = clock
        self._action_id: ActionId | None = None
        desk.listed.connect(self._forget)
        form.save.clicked.connect(self._on_save)
        form.fields.declined.connect(self._on_declined)

    def paid(self) -> frozenset[PersonId]:
        """Who takes part as a professional, as far as is known."""
        known = {person.id: person.perspectives for person in self._bridge.people}
        return paid_people(self._bridge.state, known)

    def show_state(self) -> None:
        """Ask what goes with a job for those who are not paid for it."""
        self._form.show_paid(self.paid())
        self._form.offer_day_to_ask(day_to_ask(today(self._clock)))

    def write(self) -> None:
        """Begin a new job."""
        self._action_id = None
        self._form.begin_new(ActionDetails(decision_id=self._decision()))
        self._desk.go(Mode.JOB)

    def change(self, key: str) -> None:
        """Open a job that is in the record."""
        action = self._bridge.state.actions.get(ActionId(key))
        if action is not None:
            self._action_id = action.id
            self._form.show_action(action.words, action.details)
            self._desk.go(Mode.JOB)

    def _forget(self) -> None:
        self._action_id = None

    def _on_declined(self, person_id: str) -> None:
        """Somebody whose job it was in the record says "No, thank you": it is written down at once."""
        action = self._bridge.state.actions.get(self._action_id) if self._action_id else None
        if action is not None and person_id in action.details.owners:
            decline = partial(self._bridge.requests.say_no_thank_you, action.id, PersonId(person_id))
            if self._bridge.ask(decline).is_done:
                self._form.note_owners(self._bridge.state.actions[action.id].details.owners)

    def _on_save(self) -> None:
        words, details = self._form.value()
        requests, action_id = self._bridge.requests, self._action_id
        if action_id is None:
            done = self._desk.ask(self._form, lambda: requests.agree_action(words, details))
        else:
            done = self._desk.ask(self._form, lambda: requests.change_action(action_id, words, details))
        if done:
            self._form.clear()
            self._desk.go(Mode.PAGE) if self._decision() is not None else self._desk.go_to_list()
