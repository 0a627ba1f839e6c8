"""All that a scene can know: names, titles, times. A person's needs cannot be asked for here (UI-24, R17)."""

from collections.abc import Callable, Mapping
from datetime import datetime
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.floor import offered_next, to_ask_in_round
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import AgendaItem, MeetingState, Turn
from coprod_desktop.domain.person import Person, Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.person_faces import NO_FACE, Face
from coprod_desktop.ui.widgets.picture_words import picture_words
from coprod_desktop.ui.wording import proposer_words


class Told:
    """What is told to the room about the open meeting, read from the bridge at the time it is asked."""

    def __init__(
        self,
        bridge: MeetingBridge,
        group: Group | None,
        now: Callable[[], datetime],
        face: Callable[[Person], Face] | None = None,
    ) -> None:
        """`face` gives what stands for a person, if it may be on the wall (DP-13)."""
        self._bridge = bridge
        self._face = face
        self._now = now
        self.group_name = group.name if group is not None else ""
        self.labels: Mapping[Perspective, str] = group.perspective_labels if group is not None else {}

    @property
    def state(self) -> MeetingState:
        """The meeting."""
        return self._bridge.state

    @property
    def now(self) -> datetime:
        """The time of day, with its offset."""
        return self._now()

    def tr(self, words: str) -> str:
        """Words on the wall in the language of the program."""
        return QCoreApplication.translate("Wall", words)

    def name(self, person_id: PersonId) -> str:
        """What the room calls a person."""
        return _apart(self._bridge.name(person_id))

    def proposer(self, proposer: Proposer) -> str:
        """Whose idea it was; visitors read the wall too, so who does not want to be named is not."""
        return proposer_words(proposer, self._name_to_show)

    def _name_to_show(self, person_id: PersonId) -> str:
        return _apart(self._bridge.name_to_show(person_id))

    def picture(self, word: str) -> tuple[bytes | None, str]:
        """The drawing of a picture word, and what it shows."""
        table = picture_words()
        return (table.drawing(word), table.alt(word)) if word else (None, "")

    def face(self, person_id: PersonId) -> Face:
        """The photo or symbol of a person, where they said yes to the wall."""
        person = self._bridge.person(person_id)
        return NO_FACE if person is None or self._face is None else self._face(person)

    def number(self, item: AgendaItem) -> int:
        """The number of an item on the agenda, from 1."""
        return [other.id for other in self.state.listed_items].index(item.id) + 1

    @property
    def people(self) -> tuple[Person, ...]:
        """Who is counted for equal voice. It is handed on to the sum and to nothing else."""
        return self._bridge.people

    @property
    def running_ms(self) -> int | None:
        """What the turn that runs has used so far, None without one."""
        return self._bridge.used_ms if self.state.current_turn is not None else None

    # The turn

    @property
    def is_held(self) -> bool:
        """Whether the turn waits because somebody or the program held it."""
        turn = self.state.current_turn
        return turn is not None and (turn.is_paused or self._bridge.held is not None)

    def share_left(self, turn: Turn) -> float | None:
        """The part of the turn that is left, 0 to 1; None where no ring may be shown (R11)."""
        if not self._bridge.shows_rings or not turn.allowed_seconds:
            return None
        return max(0.0, 1 - self._bridge.used_ms / 1000 / turn.allowed_seconds)

    def says_nearly(self, person_id: PersonId) -> bool:
        """Whether the speaker chose to have "Nearly time" in words on the wall."""
        person = self._bridge.person(person_id)
        return person is not None and person.nearly_in_words

    @property
    def next_person(self) -> PersonId | None:
        """Who is asked or offered next."""
        state, turn = self.state, self.state.current_turn
        speaks = turn.person_id if turn is not None else None
        if state.room.go_round is not None:
            waiting = to_ask_in_round(state)
        else:
            waiting = tuple(one.person_id for one in offered_next(state))
        return next((who for who in waiting if who != speaks), None)


def _apart(name: str) -> str:
    """A name from right to left keeps to itself in a sentence."""
    return f"\u2068{name}\u2069" if _is_right_to_left(name) else name


def _is_right_to_left(name: str) -> bool:
    return any(bidirectional(letter) in ("R", "AL") for letter in name)
