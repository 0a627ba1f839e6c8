"""Ideas in the record: who typed, tickets for those who are not named, what is joined, and what is carried on."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import IdeaId, PersonId
from coprod_desktop.domain.lines import AgendaItemDetails, EarlierLine, IdeaDetails, IdeaOutcome, Words
from coprod_desktop.domain.meeting import Job, MeetingDetails
from coprod_desktop.domain.meeting_state import Idea
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_requests import MeetingRequests
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.services.waiting_ideas import WaitingIdea

UNNAMED = IdeaDetails(proposer=Proposer(source=Source.UNNAMED))


@dataclass(frozen=True)
class Room:
    """A meeting under way with Jo and Sam in it."""

    services: Services
    running: RunningMeeting
    jo: PersonId
    sam: PersonId

    @property
    def ask(self) -> MeetingRequests:
        return self.running.requests

    def idea(self, idea_id: IdeaId) -> Idea:
        return self.running.live.state.ideas[idea_id]

    def says(self, words: str, *people: PersonId) -> IdeaId:
        return self.ask.record_idea(Words(text=words), IdeaDetails(proposer=Proposer(people=people or (self.jo,))))

    def says_unnamed(self) -> int | None:
        return self.idea(self.ask.record_idea(Words(text="A roof"), UNNAMED)).details.ticket

    def next_meeting(self) -> "Room":
        details = MeetingDetails(title="Buses again", held_on=date(2026, 12, 8))
        return Room(self.services, self.services.meetings.begin_next(self.running.live.id, details), self.jo, self.sam)

    def waiting(self) -> tuple[WaitingIdea, ...]:
        return self.services.waiting_ideas.before(self.running.live.id)

    def waiting_words(self) -> list[str]:
        return [one.idea.words.text for one in self.waiting()]


@pytest.fixture
def room(services: Services, group: Group) -> Room:
    jo, sam = (services.people.add_walk_in(group.id, name).id for name in ("Jo", "Sam"))
    running = services.meetings.begin(group.id, MeetingDetails(title="Buses", held_on=date(2026, 11, 24)), [jo, sam])
    for who in (jo, sam):
        running.requests.arrive(who)
    return Room(services, running, jo, sam)


def test_who_typed_an_idea_is_kept_with_it(room: Room) -> None:
    before = room.says("A roof")
    room.ask.take_jobs(room.sam, (Job.LAPTOP,))
    after = room.says("A bench")
    assert [room.idea(one).details.recorder_id for one in (before, after)] == [None, room.sam]


def test_each_idea_without_a_name_has_a_number_of_its_own(room: Room) -> None:
    assert [room.says_unnamed() for _ in range(3)] == [1, 2, 3]
    assert room.idea(room.says("A roof")).details.ticket is None


def test_no_ticket_number_is_given_twice_after_undo_or_in_another_meeting(room: Room) -> None:
    room.says_unnamed()
    room.services.history.undo()
    assert room.says_unnamed() == 2
    assert room.next_meeting().says_unnamed() == 3


def test_redo_and_opening_again_bring_back_the_same_number(room: Room) -> None:
    room.says_unnamed()
    state = room.running.live.state
    room.services.history.undo()
    room.services.history.redo()
    assert room.running.live.state == state
    room.services.close()
    again = open_services(room.services.folder)
    assert again.meetings.state(state.id) == state
    again.close()


def test_an_idea_that_becomes_unnamed_gets_a_number_and_keeps_it(room: Room) -> None:
    idea_id = room.says("A roof")
    for _ in range(2):
        room.ask.change_idea(idea_id, Words(text="A roof"), UNNAMED)
        assert room.idea(idea_id).details.ticket == 1
    room.ask.change_idea(idea_id, Words(text="A red roof"), replace(UNNAMED, ticket=None))
    assert room.idea(idea_id).details.ticket == 1
    assert room.says_unnamed() == 2


def test_one_undo_takes_back_each_act_on_ideas(room: Room) -> None:
    first, second = room.says("A roof"), room.says("A cover", room.sam)
    acts = (
        lambda: room.ask.join_ideas(first, [second]),
        lambda: room.ask.part_idea(second),
        lambda: room.ask.settle_idea(first, IdeaOutcome.NOT_TAKEN_UP, reason="It costs too much."),
        lambda: room.ask.settle_idea(first, IdeaOutcome.PASSED_ON, passed_on_to="The bus people"),
    )
    for act in acts:
        before = room.running.live.state
        act()
        after = room.running.live.state
        assert after != before
        room.services.history.undo()
        assert room.running.live.state == before
        room.services.history.redo()
        assert room.running.live.state == after


def test_what_waits_comes_back_at_the_next_meeting_and_what_was_answered_does_not(room: Room) -> None:
    ids = [room.says(words) for words in ("Open", "Later", "Passed on", "Not taken up", "Like the first")]
    room.ask.settle_idea(ids[1], IdeaOutcome.LATER)
    room.ask.settle_idea(ids[2], IdeaOutcome.PASSED_ON, passed_on_to="The bus people")
    room.ask.settle_idea(ids[3], IdeaOutcome.NOT_TAKEN_UP, reason="It costs too much.")
    room.ask.join_ideas(ids[0], [ids[4]])
    room.ask.finish()
    assert sorted(room.next_meeting().waiting_words()) == ["Later", "Open"]


def test_one_press_carries_an_idea_on_with_all_its_people(room: Room) -> None:
    first, second = room.says("A roof"), room.says("A cover", room.sam)
    room.ask.join_ideas(first, [second])
    earlier = room.running.live.state
    later = room.next_meeting()
    (waiting,) = later.waiting()
    new_id = room.services.waiting_ideas.take_up(waiting, later.ask)
    new = later.idea(new_id)
    assert new.details.came_from == EarlierLine(meeting_id=earlier.id, line_id=first)
    assert new.details.proposer.people == (room.jo, room.sam)
    assert later.waiting_words() == []
    assert room.running.live.state == earlier, "the meeting before stays as it was"
    room.services.history.undo()
    assert later.waiting_words() == ["A roof"]


def test_an_idea_that_was_carried_on_by_mistake_waits_again(room: Room) -> None:
    room.says("Seats")
    later = room.next_meeting()
    carried = room.services.waiting_ideas.take_up(later.waiting()[0], later.ask)
    item = AgendaItemDetails(title="Seats", proposer=Proposer(source=Source.WHOLE_GROUP))
    later.ask.open_item(later.ask.propose_item(item))
    later.running.live.undo()
    later.running.live.undo()
    assert later.waiting_words() == []

    later.running.live.undo()  # The room has seen it, so that it is taken back in the open.
    assert later.idea(carried).details.outcome is IdeaOutcome.TAKEN_BACK
    assert later.waiting_words() == ["Seats"]
    room.services.waiting_ideas.take_up(later.waiting()[0], later.ask)
    assert later.waiting_words() == []


def test_an_idea_that_was_carried_on_and_still_waits_comes_back_once(room: Room) -> None:
    room.says("A roof")
    second = room.next_meeting()
    room.services.waiting_ideas.take_up(second.waiting()[0], second.ask)
    (waiting,) = second.next_meeting().waiting()
    assert waiting.meeting_id == second.running.live.id
