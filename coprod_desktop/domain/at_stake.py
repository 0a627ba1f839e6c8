"""What is at stake in a decision: where it is about money, jobs or support, private ways to decide come first (R15)."""

import re
from enum import StrEnum
from typing import Final

from coprod_desktop.domain.lines import HowDecided


class Stake(StrEnum):
    """What people may be afraid for when others see how they answer."""

    MONEY = "money"
    JOBS = "jobs"
    SUPPORT = "support"


PRIVATE_WAYS: Final = (HowDecided.SECRET_COUNT,)
"""The ways in which nobody sees how anybody else answers."""

_USUAL_ORDER: Final = tuple(HowDecided)

_SIGNS: Final = {
    Stake.MONEY: re.compile(
        r"[£€$]|\b(?:mone(?:y|ys)|fund(?:s|ed|ing)?|grants?|budgets?|cuts?|pay(?:s|ment|ments|ing)?|paid|unpaid|costs?|"
        r"fees?|charg(?:e|es|ed|ing)|prices?|pounds?|spend(?:s|ing)?|spent|savings?|benefits?|vouchers?|refunds?|rent|"
        r"arian|cyllid|cyllideb|tâl|talu|grant)\b",
        re.IGNORECASE,
    ),
    Stake.JOBS: re.compile(
        r"\b(?:jobs?|wages?|salar(?:y|ies)|contracts?|redundan(?:t|cy|cies)|staff(?:ing)?|hir(?:e|es|ed|ing)|"
        r"recruit(?:s|ed|ing|ment)?|employ(?:s|ed|er|ers|ment|ee|ees)?|work(?:er|ers|force)|posts?|shifts?|rotas?|"
        r"swydd|swyddi|cyflog|gweithwyr)\b",
        re.IGNORECASE,
    ),
    Stake.SUPPORT: re.compile(
        r"\b(?:support(?:s|ed|ing|er|ers)?|care|carers?|caring|assistants?|assessments?|services?|placements?|packages?|"
        r"hous(?:e|ing)|homes?|tenanc(?:y|ies)|respite|day centres?|medication|transport|"
        r"cefnogaeth|cymorth|gofal|gofalwyr|gwasanaeth|gwasanaethau)\b",
        re.IGNORECASE,
    ),
}
"""English and Welsh words that name it. Too many are better than too few: it only changes which way stands first."""


def at_stake(*texts: str) -> tuple[Stake, ...]:
    """What the words of an idea or a decision name, each once."""
    return tuple(stake for stake, signs in _SIGNS.items() if any(signs.search(text) for text in texts))


def ways_in_order(*texts: str) -> tuple[HowDecided, ...]:
    """All ways to decide, the private ones first where something is at stake."""
    if not at_stake(*texts):
        return _USUAL_ORDER
    return (*PRIVATE_WAYS, *(way for way in _USUAL_ORDER if way not in PRIVATE_WAYS))
