"""What is true of a meeting's lines after others have seen them: told, checked, read, frozen and agreed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from coprod_desktop.domain.after_events import (
    AnswerTold,
    CorrectionAsked,
    EditionMade,
    LineChecked,
    MinutesAgreed,
    ReaderSaid,
    TimesDropped,
)
from coprod_desktop.domain.by_fields import ByFields
from coprod_desktop.domain.ids import PersonId

UNNAMED = PersonId("")
"""Stands for whoever holds the ticket of an idea whose people are not named."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class AfterMeeting(ByFields):
    """What came after. `told` and `checks` keep the last word by line and person, `readers` by person.

    `editions` are in the order of their numbers. `words_taken_out` are the ids of lines whose words are gone.
    """

    told: Mapping[tuple[str, PersonId], AnswerTold] = field(default_factory=dict)
    checks: Mapping[tuple[str, PersonId], LineChecked] = field(default_factory=dict)
    corrections: tuple[CorrectionAsked, ...] = ()
    readers: Mapping[PersonId, ReaderSaid] = field(default_factory=dict)
    editions: tuple[EditionMade, ...] = ()
    agreed: Mapping[int, MinutesAgreed] = field(default_factory=dict)
    words_taken_out: frozenset[str] = frozenset()
    times_dropped: TimesDropped | None = None

    @property
    def edition(self) -> EditionMade | None:
        """The newest edition."""
        return self.editions[-1] if self.editions else None

    @property
    def agreed_on(self) -> date | None:
        """The day on which the newest edition was agreed, if it was."""
        agreed = self.agreed.get(self.edition.edition) if self.edition else None
        return agreed.agreed_on if agreed else None
