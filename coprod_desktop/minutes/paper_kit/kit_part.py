"""What the paper kit holds, and the order of names on the turn sheet."""

from enum import StrEnum


class KitPart(StrEnum):
    """One kind of paper, in the order of the whole kit."""

    AGENDA = "agenda"
    TURN_ORDER = "turn_order"
    CARDS = "cards"
    BLANK_CARDS = "blank_cards"
    IDEA_SLIPS = "idea_slips"
    DECISION_SLIPS = "decision_slips"
    COUNT_SHEETS = "count_sheets"
    CHECK_OUT_SLIPS = "check_out_slips"


class NameOrder(StrEnum):
    """The order of a go-round; never a rank."""

    BY_NAME = "by_name"
    AS_THEY_CAME = "as_they_came"
