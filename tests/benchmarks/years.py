"""Years of meetings to search in: each with items, ideas, decisions and actions, written as their records would be."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from coprod_desktop.domain import events as ev
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, GroupId, IdeaId, MeetingId, PersonId, StepId
from coprod_desktop.domain.lines import ActionDetails, AgendaItemDetails, DecisionDetails, IdeaDetails, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_header import header_of
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.replay import replay
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore

GROUP = GroupId("group")
WRITER = PersonId("person-0")
"""The person whose own ideas are as many in every store."""

OWN_IDEAS = 30
PEOPLE = 40
_FIRST_DAY = date(2016, 1, 5)
_ITEMS = 8
_MEETINGS_AT_ONCE = 26
_NAMES = ("Amina", "Bob", "Chen", "Dilys", "Efua", "Farid", "Grace", "Huw")
_COMMON = ("bus", "shelter", "seats", "library", "letters", "lunch", "council", "money", "door", "light", "café", "tŷ")
_PARTS = (
    "sha",
    "sel",
    "bri",
    "gar",
    "mol",
    "ten",
    "pol",
    "cre",
    "dun",
    "win",
    "har",
    "tor",
    "lan",
    "wes",
    "eli",
    "cam",
)


def make_years(folder: Path, meetings: int, decisions_each: int) -> None:
    """One group with so many weekly meetings, all of the same length; the last is in the same week in every store."""
    database = Database.open(folder)
    GroupStore(database).save(Group(id=GROUP, name="Bus stops working group"))
    PeopleStore(database).save_all(_person(number) for number in range(PEOPLE))
    log, chance = MeetingLog(database), random.Random(6)
    own = {round(number * (meetings - 1) / (OWN_IDEAS - 1)) for number in range(OWN_IDEAS)}
    for first in range(0, meetings, _MEETINGS_AT_ONCE):
        with database.write():
            for number in range(first, min(first + _MEETINGS_AT_ONCE, meetings)):
                _write(log, number, meetings, decisions_each, chance, has_own=number in own)
    database.close()


def _person(number: int) -> Person:
    name = f"{_NAMES[number % len(_NAMES)]} {_PARTS[number % len(_PARTS)].capitalize()}"
    return Person(id=PersonId(f"person-{number}"), group_id=GROUP, name=name)


def _write(
    log: MeetingLog, number: int, meetings: int, decisions: int, chance: random.Random, *, has_own: bool
) -> None:
    meeting_id = MeetingId(f"meeting-{number}")
    held_on = _FIRST_DAY + timedelta(weeks=520 - meetings + number)
    events = tuple(_events(meeting_id, held_on, decisions, chance, has_own=has_own))
    at = datetime(held_on.year, held_on.month, held_on.day, 10, tzinfo=UTC)
    step = ev.Step(id=StepId(f"step-{number}"), at=at, events=events)
    after = replay(meeting_id, (step,))
    log.append(meeting_id, step, header_of(after, changed_at=at), states=(MeetingState(id=meeting_id), after))


def _events(
    meeting_id: MeetingId, held_on: date, decisions: int, chance: random.Random, *, has_own: bool
) -> Iterator[ev.Event]:
    yield ev.MeetingOpened(group_id=GROUP, details=MeetingDetails(title=f"Week of {held_on}", held_on=held_on))
    items = [AgendaItemId(f"{meeting_id}-item-{number}") for number in range(_ITEMS)]
    for item_id in items:
        yield ev.AgendaItemProposed(
            item_id=item_id, details=AgendaItemDetails(title=_sentence(chance, 5), proposer=_somebody(chance))
        )
    for number in range(decisions):
        is_own = has_own and number == 0
        proposer = Proposer(people=(WRITER,)) if is_own else _somebody(chance)
        yield from _from_idea_to_action(f"{meeting_id}-{number}", chance.choice(items), proposer, chance)
    yield ev.MeetingFinished()


def _from_idea_to_action(
    name: str, item_id: AgendaItemId, proposer: Proposer, chance: random.Random
) -> Iterator[ev.Event]:
    idea_id, decision_id = IdeaId(f"{name}-idea"), DecisionId(f"{name}-decision")
    idea = IdeaDetails(proposer=proposer, item_id=item_id)
    yield ev.IdeaRecorded(idea_id=idea_id, words=Words(text=_sentence(chance, 12)), details=idea)
    decided = DecisionDetails(proposer=proposer, outcome=Outcome.AGREED, item_id=item_id, from_idea_id=idea_id)
    words = Words(text=_sentence(chance, 14), easy_text=_sentence(chance, 9))
    yield ev.DecisionRecorded(decision_id=decision_id, words=words, details=decided)
    owners = _somebody(chance).people
    action = ActionDetails(decision_id=decision_id, owners=owners)
    yield ev.ActionAgreed(action_id=ActionId(f"{name}-action"), words=Words(text=_sentence(chance, 8)), details=action)


def _somebody(chance: random.Random) -> Proposer:
    return Proposer(people=(PersonId(f"person-{chance.randrange(1, PEOPLE)}"),))


def _sentence(chance: random.Random, words: int) -> str:
    """Words as common and as rare as people's: a few are in every tenth line, most in one of a thousand."""
    return " ".join(_word(chance) for _ in range(words)).capitalize() + "."


def _word(chance: random.Random) -> str:
    if chance.random() < 0.1:
        return chance.choice(_COMMON)
    parts: Sequence[str] = chance.choices(_PARTS, weights=range(len(_PARTS), 0, -1), k=3)
    return "".join(parts)
