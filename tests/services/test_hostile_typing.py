"""Words that have broken other programs, typed in at every place a person can type, out to minutes in every format."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest
from PIL import Image

from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    AgendaItemDetails,
    DecisionDetails,
    HowDecided,
    IdeaDetails,
    IdeaOutcome,
    NeededYes,
    Objection,
    Outcome,
    Words,
)
from coprod_desktop.domain.meeting import Bounds, FixedBound, MeetingDetails, NextMeeting
from coprod_desktop.domain.person import MinutesFormat, NamedAs, Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import MOST_LETTERS
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.minutes_service import MinutesOrder
from coprod_desktop.services.paper_kit_service import KitOrder
from tests.minutes.read_out import read_out
from tests.services.hostile_pages import HOSTILE, check_pages_hold_all_and_load_nothing, check_text_holds

Nasty = Callable[[], str]


class Typist:
    """Types hostile words into every field, one after the other, each with a number of its own."""

    def __init__(self, start: int, planted: Path) -> None:
        self._words = cycle([*HOSTILE[start:], *HOSTILE[:start]])
        self._planted, self._count = planted, 0
        self.typed: list[str] = []
        """What must be in the minutes."""

    def __call__(self) -> str:
        self._count += 1
        self.typed.append(f"q{self._count} " + next(self._words).replace("PLANTED", str(self._planted)))
        return self.typed[-1]

    def unprinted(self) -> str:
        """What is typed in too, but is not for the minutes."""
        self()
        return self.typed.pop()


def group_of(services: Services, typist: Typist) -> Group:
    group = services.groups.create(typist(), meaning=typist(), contact=typist())
    words = (ExplainedWord(term="budget", means=typist()), ExplainedWord(term=typist.unprinted(), means="odd"))
    labels = {Perspective.CARER: typist()}
    return services.groups.save(replace(group, words=words, perspective_labels=labels))


def person_of(services: Services, group: Group, typist: Typist, named_as: NamedAs) -> PersonId:
    person = services.people.add_walk_in(group.id, typist() if named_as is NamedAs.FULL else typist.unprinted())
    chosen = typist() if named_as is NamedAs.CHOSEN else ""
    changed = replace(
        person,
        named_as=named_as,
        chosen_name=chosen,
        contact=typist.unprinted(),
        brings=(typist.unprinted(),),
        hopes=(typist.unprinted(),),
        perspectives=(Perspective.CARER,),
    )
    return services.people.save(changed).id


def meeting_of(services: Services, group: Group, typist: Typist) -> MeetingId:
    """A meeting in which somebody typed hostile words everywhere."""
    details = MeetingDetails(title=typist(), held_on=date(2026, 11, 24), venue=typist(), purpose=typist())
    running = services.meetings.begin(group.id, details)
    ask = running.requests
    people = [person_of(services, group, typist, how) for how in (NamedAs.FULL, NamedAs.CHOSEN, NamedAs.CHOSEN)]
    ask.expect(people)
    for one in people:
        ask.arrive(one, perspectives=(Perspective.CARER,))
    ask.set_bounds(Bounds(open=(typist(),), fixed=(FixedBound(what=typist(), by_whom=typist(), why=typist()),)))
    for one in people:
        by = Proposer(people=(one,), on_behalf_of=typist())
        item = ask.propose_item(AgendaItemDetails(title=typist(), proposer=by))
        ask.open_item(item)
        ask.record_idea(
            Words(text=typist()),
            IdeaDetails(proposer=by, item_id=item, outcome=IdeaOutcome.NOT_TAKEN_UP, reason=typist()),
        )
        ask.record_idea(Words(text=typist.unprinted(), easy_text=typist()), IdeaDetails(proposer=by, item_id=item))
        decision = ask.record_decision(
            Words(text=f"{typist()} budget"),
            DecisionDetails(
                proposer=by,
                outcome=Outcome.AGREED,
                item_id=item,
                how_decided=HowDecided.CONSENSUS,
                reason=typist(),
                objections=(Objection(text=typist(), by=Proposer(people=(people[0],))),),
                conditions=(typist(),),
                needs_yes_from=(NeededYes(who=typist(), reason=typist.unprinted()),),
            ),
        )
        ask.agree_action(Words(text=typist()), ActionDetails(decision_id=decision, owners=(one,)))
        ask.close_item(item)
    ask.set_next_meeting(NextMeeting(held_on=date(2026, 12, 8), venue=typist()))
    ask.finish()
    return running.live.id


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A picture on this computer that nobody asked to print."""
    file = tmp_path / "planted.png"
    Image.new("RGB", (300, 300), "red").save(file)
    return file


@pytest.mark.parametrize("start", [0, 6])
def test_hostile_words_that_are_typed_in_are_in_minutes_of_every_format(
    services: Services, tmp_path: Path, planted: Path, start: int
) -> None:
    typist = Typist(start, planted)
    meeting = meeting_of(services, group_of(services, typist), typist)
    content = services.minutes.content(meeting)
    text = services.minutes.make(meeting, MinutesFormat.PLAIN_TEXT).decode()

    for words in typist.typed:
        check_text_holds(words, text)
    for format in (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT):
        order = MinutesOrder(format=format)
        data = services.minutes.render(content, order)
        check_pages_hold_all_and_load_nothing(data, content, tmp_path)
        found = services.checks.check(meeting, order, content=content, data=data).open_findings
        assert not [one for one in found if one.rule in ("PDF-02", "PDF-03", "PDF-15", "ER-02")]
        assert [one for one in found if one.rule == "PDF-14" and "राम" in one.text]
    script = services.speech.script(meeting)
    assert all(f"{number}" not in script for number in range(10))
    kit = services.paper_kit.combined(services.paper_kit.content(meeting), KitOrder())
    assert read_out(kit).faults == []


def test_an_own_copy_and_a_file_name_stand_hostile_words_too(services: Services, tmp_path: Path, planted: Path) -> None:
    typist = Typist(5, planted)
    group = group_of(services, typist)
    meeting = meeting_of(services, group, typist)
    for person in services.people.people(group.id)[:1]:
        content = services.minutes.content(meeting, for_person=person.id)
        order = MinutesOrder(for_person=person.id)
        check_pages_hold_all_and_load_nothing(services.minutes.render(content, order), content, tmp_path)
    name = services.minutes.suggested_file_name(meeting, MinutesOrder())

    services.minutes.save(meeting, tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(b"%PDF-1.7")
    assert not {*'<>:"/\\|?*\u202e'} & set(name)


def test_words_that_are_too_long_are_refused_in_words_and_change_nothing(services: Services, group: Group) -> None:
    running = services.meetings.begin(group.id, MeetingDetails(title="Beans", held_on=date(2026, 11, 24)))
    before = running.live.state
    by = Proposer(people=(services.people.add_walk_in(group.id, "Jo").id,))
    long = "x" * (MOST_LETTERS + 1)
    for act in (
        lambda: running.requests.propose_item(AgendaItemDetails(title=long, proposer=by)),
        lambda: running.requests.record_idea(Words(text=long), IdeaDetails(proposer=by)),
        lambda: services.people.add_walk_in(group.id, long),
        lambda: services.groups.save(replace(group, words=(ExplainedWord(term="a", means=long),))),
    ):
        with pytest.raises(NotAllowed) as refused:
            act()
        assert refused.value.reason is Reason.WORDS_TOO_LONG
    assert running.live.state == before


def test_the_longest_words_that_are_kept_are_printed_whole(services: Services, group: Group) -> None:
    running = services.meetings.begin(group.id, MeetingDetails(title="Beans", held_on=date(2026, 11, 24)))
    by = Proposer(people=(services.people.add_walk_in(group.id, "Jo").id,))
    long = "note " * (MOST_LETTERS // 5)
    running.requests.record_idea(Words(text=long), IdeaDetails(proposer=by))
    for format in (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT):
        read = read_out(services.minutes.make(running.live.id, format))
        assert sum(one.text.split().count("note") for one in read.said) >= MOST_LETTERS // 5 - 1
