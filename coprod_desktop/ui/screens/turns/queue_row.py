"""One line of the side card: somebody who waits to speak, to add, or to be asked in the go-round."""

from dataclasses import dataclass
from enum import Enum

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.widgets.row_face import RowWords


class Waits(Enum):
    """What somebody waits for."""

    TO_SPEAK = "speak"
    TO_ADD = "add"
    IN_THE_ROUND = "round"


@dataclass(frozen=True, kw_only=True)
class QueueRow:
    """A person who waits; `number` is their place, `badge` marks who is next."""

    person_id: PersonId
    name: str
    note: str
    waits: Waits = Waits.TO_SPEAK
    number: int = 0
    badge: str = ""

    @property
    def key(self) -> str:
        """The key of the row in its list."""
        return f"{self.waits.value} {self.person_id}"

    @property
    def is_pressable(self) -> bool:
        """Whether something happens on a press: the order of a go-round stays as it is."""
        return self.waits is not Waits.IN_THE_ROUND

    def words(self) -> RowWords:
        """The row as it is drawn and spoken."""
        if self.waits is Waits.TO_ADD:
            return RowWords(title=self.name, note=self.note, icon=Icon.HAND)
        number = str(self.number)
        return RowWords(title=self.name, note=self.note, number=number, is_number_circled=True, badge=self.badge)
