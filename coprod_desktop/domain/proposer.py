"""Whose idea something was: people, the whole group, a source, or someone who did not want to be named."""

from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import typed


class Source(StrEnum):
    """How an idea reached the meeting when no named person in it is the proposer."""

    WHOLE_GROUP = "whole_group"
    UNNAMED = "unnamed"
    ONE_TO_ONE = "one_to_one"
    DROP_IN = "drop_in"
    SURVEY = "survey"
    VISIT = "visit"
    SHADOWING = "shadowing"
    MEAL = "meal"
    OTHER_GROUPS_MEETING = "other_groups_meeting"
    SECOND_HAND = "second_hand"
    EARLIER_MEETING = "earlier_meeting"
    OUTSIDE_BODY = "outside_body"


@dataclass(frozen=True, kw_only=True)
class Proposer:
    """Whose idea it was, even if a helper spoke for them; people and a source may stand together."""

    people: tuple[PersonId, ...] = ()
    source: Source | None = None
    on_behalf_of: str = ""
    note: str = ""


def checked_proposer(proposer: Proposer) -> Proposer:
    """The proposer with clean words and each person once. Raises NotAllowed if it names nobody and nothing."""
    if not proposer.people and proposer.source is None:
        raise NotAllowed(Reason.PROPOSER_MISSING, "proposer")
    return Proposer(
        people=tuple(dict.fromkeys(proposer.people)),
        source=proposer.source,
        on_behalf_of=typed(proposer.on_behalf_of, field="on_behalf_of"),
        note=typed(proposer.note, field="note"),
    )
