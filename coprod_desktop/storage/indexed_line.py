"""A line of a meeting as the index tells it."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Row

from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.lines import Words
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Source
from coprod_desktop.domain.what_became import Became, LineKind, MeetingLine, WaitsFor

LINE_COLUMNS: Final = (
    "l.number, l.meeting_id, l.group_id, l.held_on, l.kind, l.line_id, l.item_id, l.said, l.easy_words, l.became, "
    "l.proposers, l.waits_for, l.due_on, l.words, l.roots, l.perspectives, l.ticket, l.untold, l.sources, l.from_ids, "
    "l.ask_on, l.helped_on"
)
"""What a line is made of, for a query in which `l` is the table."""

NO_WAITS: Final = "[]"
"""How it is kept that nobody has to say yes."""


@dataclass(frozen=True, kw_only=True)
class IndexedLine:
    """A line of a meeting. `folded` is all its words without accents and signs, `roots` those that tell something."""

    number: int
    group_id: GroupId
    meeting_id: MeetingId
    held_on: date
    line: MeetingLine
    folded: str
    roots: frozenset[str]


def line_of_row(row: Row[Any]) -> IndexedLine:
    """A row of the index as a line; its further words are only looked for and are not read."""
    line = MeetingLine(
        kind=LineKind(row.kind),
        line_id=row.line_id,
        item_id=row.item_id,
        words=Words(text=row.said, easy_text=row.easy_words),
        became=Became(row.became),
        proposers=people_of(row.proposers),
        waits_for=waits_of(row.waits_for),
        due_on=date.fromisoformat(row.due_on) if row.due_on else None,
        perspectives=tuple(Perspective(one) for one in row.perspectives.split()),
        ticket=row.ticket,
        from_ids=tuple(json.loads(row.from_ids)) if row.from_ids else (),
        untold=people_of(row.untold),
        sources=tuple(Source(one) for one in row.sources.split()),
        ask_on=date.fromisoformat(row.ask_on) if row.ask_on else None,
        helped_on=date.fromisoformat(row.helped_on) if row.helped_on else None,
    )
    return IndexedLine(
        number=row.number,
        group_id=GroupId(row.group_id),
        meeting_id=MeetingId(row.meeting_id),
        held_on=date.fromisoformat(row.held_on),
        line=line,
        folded=row.words,
        roots=frozenset(row.roots.split()),
    )


def people_of(kept: str) -> tuple[PersonId, ...]:
    """The ids in a list that was kept as JSON, or none where nothing was kept."""
    return tuple(json.loads(kept)) if kept else ()


def waits_of(kept: str) -> tuple[WaitsFor, ...]:
    """Who has not said yes, and since when they were asked."""
    return tuple(WaitsFor(who=who, asked_on=date.fromisoformat(day) if day else None) for who, day in json.loads(kept))
