"""A drawing goes and comes back with its idea, after the program was closed too, until its words are taken out."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import IdeaId, PersonId
from coprod_desktop.domain.lines import IdeaDetails, IdeaOutcome, Medium, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.storage.picture_store import PictureStore


class Drawn:
    """A meeting in which Jo drew an idea; the act is the one of the screen."""

    def __init__(self, services: Services, group: Group, folder: Path) -> None:
        self.services, self.group = services, group
        self.jo, self.sam = (services.people.add_walk_in(group.id, name).id for name in ("Jo", "Sam"))
        self.running = self.begin(date(2026, 11, 24))
        path = folder / "drawing.png"
        Image.effect_noise((600, 600), 60).save(path)
        with services.history.together("idea_recorded"):
            added = services.own_pictures.add_photo(group.id, path, "A ramp", "A ramp", is_idea=True)
            details = IdeaDetails(
                proposer=Proposer(people=(self.jo,)), medium=Medium.DRAWING, picture=added.picture.picture_word
            )
            self.idea = self.running.requests.record_idea(Words(text="A quagga ramp"), details)
        self.picture = added.picture

    def begin(self, held_on: date) -> RunningMeeting:
        people: list[PersonId] = [self.jo, self.sam]
        return self.services.meetings.begin(self.group.id, MeetingDetails(title="Bus", held_on=held_on), people)

    def pictures(self) -> list[bytes]:
        """The bytes of what the group has."""
        return [own.data for own in self.services.own_pictures.own_pictures(self.group.id)]


@pytest.fixture
def drawn(services: Services, group: Group, tmp_path: Path) -> Drawn:
    return Drawn(services, group, tmp_path)


def test_an_undone_drawing_is_out_of_sight_and_comes_back_when_it_is_redone_after_reopening(drawn: Drawn) -> None:
    data, meeting_id = drawn.pictures(), drawn.running.live.id
    assert len(data) == 1
    drawn.services.history.undo()
    assert drawn.pictures() == []
    drawn.services.history.redo()
    assert drawn.pictures() == data
    drawn.services.history.undo()
    drawn.services.close()

    again = open_services(drawn.services.folder)
    assert again.own_pictures.own_pictures(drawn.group.id) == ()
    again.meetings.open(meeting_id).live.redo()
    assert drawn.idea in again.meetings.state(meeting_id).ideas
    assert [own.data for own in again.own_pictures.own_pictures(drawn.group.id)] == data
    again.close()


def test_a_drawing_that_the_room_has_seen_stays_with_its_idea_when_it_is_undone_in_the_open(drawn: Drawn) -> None:
    drawn.running.requests.finish()
    drawn.services.history.undo()
    drawn.services.history.undo()
    assert drawn.running.live.state.ideas[drawn.idea].details.outcome is IdeaOutcome.TAKEN_BACK
    assert len(drawn.pictures()) == 1


def test_undoing_that_an_idea_was_taken_up_again_leaves_its_drawing(drawn: Drawn) -> None:
    later = drawn.begin(date(2026, 12, 8))
    (waiting,) = drawn.services.waiting_ideas.before(later.live.id)
    drawn.services.waiting_ideas.take_up(waiting, later.requests, None)
    drawn.services.history.undo()
    assert later.live.state.ideas == {}
    assert len(drawn.pictures()) == 1


def test_no_byte_of_an_undone_drawing_is_left_once_its_words_are_taken_out(drawn: Drawn) -> None:
    services = drawn.services
    services.history.undo()
    lines = [line_id for line_id, _words in services.erasure.undone_lines(drawn.running.live.id)]
    assert [IdeaId(one) for one in lines] == [drawn.idea]
    services.erasure.take_out(drawn.running.live.id, drawn.idea, asked_by=drawn.jo, yes_from=drawn.sam)
    assert PictureStore(services.database).get(drawn.picture.id) is None
    services.close()
    held = b"".join(path.read_bytes() for path in services.folder.rglob("*") if path.is_file())
    middle = len(drawn.picture.data) // 2
    assert drawn.picture.data[middle : middle + 200] not in held
    assert b"quagga" not in held
