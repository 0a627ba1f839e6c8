"""Whose idea something was: people, the whole group, a source, or someone who did not want to be named."""

from collections.abc import Iterable
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
    """Whose idea it was, even if a helper spoke for them; people and a source may stand together.

    `also_sources` are further sources of things that were joined.
    """

    people: tuple[PersonId, ...] = ()
    source: Source | None = None
    on_behalf_of: str = ""
    note: str = ""
    also_sources: tuple[Source, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source, the first one first."""
        return (*((self.source,) if self.source else ()), *self.also_sources)


def checked_proposer(proposer: Proposer) -> Proposer:
    """The proposer with clean words and each person once. Raises NotAllowed if it names nobody and nothing."""
    if not proposer.people and proposer.source is None:
        raise NotAllowed(Reason.PROPOSER_MISSING, "proposer")
    return Proposer(
        people=tuple(dict.fromkeys(proposer.people)),
        source=proposer.source,
        on_behalf_of=typed(proposer.on_behalf_of, field="on_behalf_of"),
        note=typed(proposer.note, field="note"),
        also_sources=tuple(dict.fromkeys(one for one in proposer.also_sources if one is not proposer.source)),
    )


def joined_proposer(proposers: Iterable[Proposer]) -> Proposer:
    """One proposer for things that are joined: every person and every source of all of them is kept (R09, R14)."""
    listed = list(proposers)
    sources = tuple(dict.fromkeys(source for one in listed for source in one.sources))
    return checked_proposer(
        Proposer(
            people=tuple(who for one in listed for who in one.people),
            source=sources[0] if sources else None,
            on_behalf_of=_together(one.on_behalf_of for one in listed),
            note=_together(one.note for one in listed),
            also_sources=sources[1:],
        )
    )


def _together(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(said for said in words if said))
