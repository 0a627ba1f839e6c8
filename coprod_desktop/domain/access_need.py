"""What helps a person take part: a code of the catalogue, their own words and their yes. Never a diagnosis."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

NEED_CODES: Final = (
    *("ER", "LP", "TXT", "AUD", "BRL", "PAPER", "LANG", "NOREAD"),
    *("CONTACT", "REMIND"),
    *("BSL", "LIP", "STT", "DBLIND", "NOTES"),
    *("LOOP", "AAC", "CARDS", "TIME", "SLOW", "RECAP", "EARLY", "PREP", "BREAK", "WARN", "FACES", "SPEECH"),
    *("STEP", "WHEEL", "WC", "PARK", "SEAT", "QUIET", "LIGHT", "SMELL", "EXIT", "MOVE", "PRAY"),
    *("PA", "ADVOC", "DOG", "TRAVEL", "FOOD", "CARE", "WHEN", "ONLINE", "OTHER"),
)
"""Every code of the access needs catalogue (AN-01 to AN-47), in the order of its six groups."""

OTHER_NEED: Final = "OTHER"

ASK_FIRST_DAYS: Final = 30
"""So long a need without a yes waits before its removal is offered."""

_YEAR_DAYS: Final = 365


@dataclass(frozen=True, kw_only=True)
class AccessNeed:
    """One thing that helps. It acts only with a yes: without `consent_on` it waits as "ask first" (DP-03).

    `may_share` says whether it may stand on lists given to others; `consent_words` is the wording that was shown,
    `consent_recorder` who wrote the yes down. `noted_on` is when it came into the program, `review_on` when the person
    is asked whether it is still so; without a day of its own, 12 months after the yes. `consent_helper` is who helped
    them decide, somebody they picked; `parents_yes` the parent who said yes too where the group asks for that. No date
    of birth is kept (DP-15).
    """

    code: str
    detail: str = ""
    may_share: bool = False
    consent_on: date | None = None
    consent_words: str = ""
    consent_recorder: str = ""
    noted_on: date | None = None
    review_on: date | None = None
    consent_helper: str = ""
    parents_yes: str = ""

    @property
    def waits_for_yes(self) -> bool:
        """Whether the person still has to be asked."""
        return self.consent_on is None

    @property
    def asked_again_on(self) -> date | None:
        """The day from which the person is asked whether this is still so; None before they said yes."""
        if self.consent_on is None:
            return None
        in_a_year = self.consent_on + timedelta(days=_YEAR_DAYS)
        return min(self.review_on, in_a_year) if self.review_on else in_a_year

    def is_to_ask(self, today: date) -> bool:
        """Whether the person has to be asked: for a first yes, or whether it is still so."""
        return self.asked_again_on is None or self.asked_again_on <= today

    def is_offered_for_removal(self, today: date) -> bool:
        """Whether nobody got the person's yes for so long that the need had better go (30 days)."""
        return self.waits_for_yes and self.noted_on is not None and (today - self.noted_on).days >= ASK_FIRST_DAYS


def known_need(code: str, detail: str) -> tuple[str, str]:
    """The code and detail to keep: an unknown code becomes OTHER with its text in front of the detail."""
    if code in NEED_CODES:
        return code, detail
    return OTHER_NEED, f"{code}: {detail}" if detail else code
