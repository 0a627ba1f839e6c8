"""Who does not want to be named has no name on the wall, nor on lines that an earlier meeting left (DP-05)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.lines import ActionDetails, AgendaItemDetails, IdeaDetails, IdeaOutcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import NamedAs
from coprod_desktop.domain.room import ReadBack, ReadBackStep, WallScene
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.promise_keeping import PromiseKeeping
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.earlier_ideas import EarlierIdeas
from tests.ui.private_room import PrivateRoom
from tests.ui.screen_checks import settle

UNNAMED = "Someone who did not want to be named"


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[PrivateRoom]:
    """A meeting in which Farida chose not to be named."""
    opened = PrivateRoom(theme, tmp_path)
    farida = opened.services.people.get(opened.people["Farida"])
    opened.services.people.save(replace(farida, named_as=NamedAs.UNNAMED))
    opened.desk.bridge.refresh_people()
    yield opened
    opened.close()


def test_the_wall_says_whose_idea_it_was_without_their_name(room: PrivateRoom) -> None:
    live, told = room.running.room, []
    live.choose_scene(WallScene.AGENDA)
    settle()
    told.append(room.wall.words())
    live.choose_scene(WallScene.FOLLOW)
    room.running.requests.open_item(room.items[3])
    settle()
    told.append(room.wall.words())
    item = room.running.live.state.current_item
    assert item is not None
    live.read_back(ReadBack(words="We want maps.", proposer=room.proposer("Farida"), step=ReadBackStep.WORDS))
    settle()
    told.append(room.wall.words())
    assert all(UNNAMED in words for words in told), told
    assert not any("Farida" in words for words in told)
    assert "Amina" in told[0], "who wants to be named is"


def test_a_promise_of_an_earlier_meeting_does_not_name_them(room: PrivateRoom, theme: Theme) -> None:
    requests = room.running.requests
    for name in ("Farida", "Bob"):
        requests.agree_action(Words(text=f"Ask {len(name)} shops"), ActionDetails(owners=(room.people[name],)))
    requests.finish()
    details = MeetingDetails(title="The next one", held_on=date(2026, 12, 1))
    later = room.services.meetings.begin(room.group.id, details, tuple(room.people.values()))
    room.window.open_meeting(later.live.id)
    keeping = PromiseKeeping(theme, room.services, room.desk.bridge)
    keeping.show_state(later.live.state, can_ask=True)
    rows = keeping.panel.to_do
    words = " ".join(rows.row(key).spoken() for key in rows.keys())  # noqa: SIM118 - no mapping
    assert UNNAMED in words
    assert "Farida" not in words
    assert "Bob" in words


def test_an_idea_that_waits_from_an_earlier_meeting_does_not_name_them(room: PrivateRoom) -> None:
    requests = room.running.requests
    for name in ("Farida", "Bob"):
        idea = requests.record_idea(Words(text=f"Maps {len(name)}"), IdeaDetails(proposer=room.proposer(name)))
        requests.settle_idea(idea, IdeaOutcome.LATER)
    details = MeetingDetails(title="The next one", held_on=date(2026, 12, 1))
    later = room.services.meetings.begin(room.group.id, details, tuple(room.people.values()))
    later.requests.propose_item(AgendaItemDetails(title="Maps", proposer=room.proposer("Jo")))
    room.window.open_meeting(later.live.id)
    room.go(PlaceKey.DECISIONS)
    earlier = room.window.screen_now.findChild(EarlierIdeas)
    words = " ".join(earlier.rows.row(key).spoken() for key in earlier.rows.keys())  # noqa: SIM118 - no mapping
    assert UNNAMED in words
    assert "Farida" not in words
    assert "Bob" in words
