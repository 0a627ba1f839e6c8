"""What is offered to a person so that they are ready to take part (R43); no thank you is as good an answer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coprod_desktop.domain.ids import PersonId


class OfferKind(StrEnum):
    """The things that are offered."""

    NEWCOMERS_PACK = "newcomers_pack"
    PREPARATION = "preparation"
    TALK_AFTERWARDS = "talk_afterwards"
    CHAIRING_PRACTICE = "chairing_practice"


class OfferAnswer(StrEnum):
    """What the person said, and whether it was done."""

    YES = "yes"
    NO_THANK_YOU = "no_thank_you"
    DONE = "done"


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One answer to one offer. A person without a row has not been asked."""

    person_id: PersonId
    kind: OfferKind
    answer: OfferAnswer
    said_on: date
