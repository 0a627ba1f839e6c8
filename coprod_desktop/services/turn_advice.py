"""What the facilitator does while a person speaks, so that the turn is theirs; it never says what they have."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coprod_desktop.domain.access_need import NEED_CODES
from coprod_desktop.domain.events import Through
from coprod_desktop.domain.need_rules import CODES_WHILE_OTHERS_TALK, rules_for
from coprod_desktop.domain.person import Person, agreed_codes
from coprod_desktop.services.language_file import FALLBACK_LANGUAGE, read_language_file

_MOST_SENTENCES: Final = 4
"""More are not read while somebody talks; what helps the speaker comes first and is never cut."""


@dataclass(frozen=True, kw_only=True)
class TurnAdvice:
    """Short sentences by the code of a need, the most important code first."""

    by_code: Mapping[str, tuple[str, ...]]

    def advice_for(self, person: Person, others: Iterable[Person] = ()) -> tuple[str, ...]:
        """What to do during this person's turn, each sentence once; needs without a yes act on nothing (DP-03).

        Then a few sentences that others in the room need of whoever talks. For the facilitator's screen alone, and
        only when the room cannot see it.
        """
        own = self._lines(agreed_codes([person]))
        room = self._lines(agreed_codes(others) & CODES_WHILE_OTHERS_TALK)
        return (*own, *[line for line in room if line not in own][: max(0, _MOST_SENTENCES - len(own))])

    def _lines(self, codes: Collection[str]) -> tuple[str, ...]:
        said = (line for code, lines in self.by_code.items() if code in codes for line in lines)
        return tuple(dict.fromkeys(said))


def speaks_through(person: Person) -> Through | None:
    """What to suggest when the turn of this person begins; the person says if it is so."""
    return next((rule.through for rule in rules_for(agreed_codes([person])) if rule.through is not None), None)


def load_turn_advice(folder: Path, language: str = FALLBACK_LANGUAGE) -> TurnAdvice:
    """The advice of a language. Raises ValueError if it is about something that is no need."""
    said = read_language_file(folder, "turn_advice", language)
    if not set(said) <= set(NEED_CODES):
        raise ValueError("advice for something that is no need")
    return TurnAdvice(by_code={code: tuple(lines) for code, lines in said.items()})
