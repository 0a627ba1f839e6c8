"""Each use of a photo has its own yes, and each paper asks for the yes to its own use and no other (DP-13)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.person import Person
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.services.bootstrap import Services

HELD_ON = date(2027, 1, 20)


@pytest.fixture
def amina(services: Services, group: Group, tmp_path: Path) -> Person:
    """Somebody with a photo, and with a page of who is who. No use of the photo has a yes."""
    person = services.people.add_walk_in(group.id, "Amina Yusuf")
    faces = AccessNeed(code="FACES", consent_on=date(2026, 1, 13), consent_words="May we?")
    services.people.save(replace(person, needs=(faces,)))
    path = tmp_path / "face.png"
    Image.new("RGB", (600, 600), "#6688aa").save(path)
    return services.person_pictures.choose_photo(person.id, path, word="face", alt="A photo of a person.")


@pytest.fixture
def meeting(services: Services, group: Group, amina: Person, tmp_path: Path) -> MeetingId:
    """A meeting that she is asked to, in a place with a photo that she is in too."""
    path = tmp_path / "door.png"
    Image.new("RGB", (600, 600), "#aa8866").save(path)
    venue = services.venues.remember(group.id, "Library hall")
    services.venues.add_photo(venue.id, path, "door", "Somebody at the door.", (amina.id,))
    details = MeetingDetails(title="Seats", held_on=HELD_ON, venue="Library hall", venue_id=venue.id)
    return services.meetings.begin(group.id, details, [amina.id]).live.id


@pytest.mark.parametrize(
    ("use", "shown"),
    [
        (None, set()),
        (PhotoUse.OWN_SHEET, {"own sheet: face"}),
        (PhotoUse.WHO_IS_WHO, {"who_is_who: face"}),
        (PhotoUse.MINUTES, {"minutes: face", "minutes: door"}),
        (PhotoUse.OUTSIDE, {"invitation: door"}),
        (PhotoUse.WALL, set()),
    ],
)
def test_a_photo_stands_where_there_is_a_yes_to_that_use_and_nowhere_else(
    services: Services, group: Group, amina: Person, meeting: MeetingId, use: PhotoUse | None, shown: set[str]
) -> None:
    for own in services.own_pictures.own_pictures(group.id) if use is not None else ():
        services.own_pictures.say(own.id, amina.id, use, True)  # type: ignore[arg-type]
    assert set(_shown(services, group, amina, meeting)) == shown
    for own in services.own_pictures.own_pictures(group.id) if use is not None else ():
        services.own_pictures.say(own.id, amina.id, use, False)  # type: ignore[arg-type]
    assert set(_shown(services, group, amina, meeting)) == set(), "a no takes it out of what is made next"


def test_the_face_of_somebody_who_left_or_died_is_on_nothing_that_is_made(
    services: Services, group: Group, amina: Person, meeting: MeetingId
) -> None:
    bob = services.people.add_walk_in(group.id, "Bob")
    services.meetings.open(meeting).requests.expect([bob.id])
    for own in services.own_pictures.own_pictures(group.id):
        services.own_pictures.say(own.id, amina.id, PhotoUse.WHO_IS_WHO, True)
    services.people.died(amina.id)
    papers = _invited(services, meeting)
    assert papers
    assert not [word for _kind, content in papers for word in _pictures(content) if word == amina.picture]


def _shown(services: Services, group: Group, amina: Person, meeting: MeetingId) -> Iterator[str]:
    venue = services.venues.named(group.id, "Library hall")
    assert venue is not None
    names = {amina.picture: "face", venue.photos[0]: "door"}
    papers = [("own sheet", services.person_papers.working_with_me(amina.id).content), *_invited(services, meeting)]
    for kind, content in papers:
        yield from (f"{kind}: {names[word]}" for word in _pictures(content) if word in names)
    for choice in services.pictures.search("face", group.id) + services.pictures.search("door", group.id):
        yield from (f"minutes: {names[word]}" for word in (choice.word,) if word in names)


def _invited(services: Services, meeting: MeetingId) -> list[tuple[str, MinutesContent]]:
    state = services.meetings.open(meeting).live.state
    plan = services.invitations.plan(state)
    prepared = services.invitations.prepare(plan, state)
    return [(kind.value, prepared.drafts(line, kind)) for line in plan.lines for kind in line.papers]


def _pictures(content: MinutesContent) -> set[str]:
    blocks = (*content.cover, *(block for section in content.sections for block in section.blocks))
    return {block.picture for block in blocks}
