"""Photos on real pages: of a proposer in minutes, of a place on invitations; each passes all checks (DP-13, PDF-09)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import page as page_validation
import pytest
from PIL import Image, ImageDraw

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.lines import AgendaItemDetails, DecisionDetails, HowDecided, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.person import NamedAs, Person
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.invitation_plan import PaperKind
from coprod_desktop.services.meeting_service import RunningMeeting
from tests.minutes import vera
from tests.minutes.papers.paper_printing import EASY, LARGE, WAYS, Way, findings, printed
from tests.minutes.read_out import read_out

HELD_ON = date(2027, 1, 20)
FACE, DOOR, RAMP = "A person in a red hat.", "The door is blue.", "There is a ramp beside the steps."
SHOWN = (Way(EASY, 16), Way(EASY, 28))


def _file(folder: Path, name: str, colour: str) -> Path:
    image = Image.new("RGB", (900, 700), colour)
    ImageDraw.Draw(image).ellipse((200, 100, 700, 600), fill="#704020")
    path = folder / f"{name}.jpg"
    image.save(path)
    return path


@pytest.fixture
def amina(services: Services, group: Group, tmp_path: Path) -> Person:
    """Somebody with a photo; no use of it has a yes."""
    person = services.people.add_walk_in(group.id, "Amina Yusuf")
    faces = AccessNeed(code="FACES", consent_on=date(2026, 1, 13), consent_words="May we?")
    services.people.save(replace(person, named_as=NamedAs.FULL, needs=(faces,)))
    path = _file(tmp_path, "face", "#6688aa")
    return services.person_pictures.choose_photo(person.id, path, word="face", alt=FACE)


@pytest.fixture
def running(services: Services, group: Group, amina: Person, tmp_path: Path) -> RunningMeeting:
    """A meeting in a place with two photos; she came, and what was agreed was her idea."""
    venue = services.venues.remember(group.id, "Library hall")
    services.venues.save(replace(venue, address="1 High Street, Riverside", directions="Take bus 4."))
    for word, alt in (("door", DOOR), ("ramp", RAMP)):
        services.venues.add_photo(venue.id, _file(tmp_path, word, "#aa8866"), word, alt, ())
    details = MeetingDetails(title="Seats", held_on=HELD_ON, venue="Library hall", venue_id=venue.id)
    running = services.meetings.begin(group.id, details, [amina.id])
    running.requests.arrive(amina.id)
    by = Proposer(people=(amina.id,))
    item = running.requests.propose_item(AgendaItemDetails(title="A bench at the stop", proposer=by))
    running.requests.open_item(item)
    agreed = DecisionDetails(proposer=by, outcome=Outcome.AGREED, how_decided=HowDecided.CONSENSUS, item_id=item)
    running.requests.record_decision(Words(text="We paint the bench green."), agreed)
    return running


def _say(services: Services, amina: Person, use: PhotoUse, *, is_yes: bool) -> None:
    services.person_pictures.say(amina, use, is_yes)


def _minutes(services: Services, running: RunningMeeting) -> MinutesContent:
    return services.minutes.content(running.live.id, running.live.state)


def _paper(services: Services, running: RunningMeeting, kind: PaperKind) -> MinutesContent:
    state = running.live.state
    plan = services.invitations.plan(state)
    return services.invitations.prepare(plan, state).drafts(plan.lines[0], kind)


PAPERS: dict[str, tuple[Callable[[Services, RunningMeeting], MinutesContent], set[str]]] = {
    "minutes": (_minutes, {FACE}),
    "invitation": (partial(_paper, kind=PaperKind.INVITATION), {DOOR, RAMP}),
    "who is who": (partial(_paper, kind=PaperKind.WHO_IS_WHO), {FACE}),
}


def _alts(content: MinutesContent, way: Way = SHOWN[0]) -> set[str]:
    """What is said of every picture on the pages."""
    return {one.alt for one in read_out(printed(content, way).data).said if one.tag == "Figure"}


@pytest.mark.parametrize("paper", PAPERS)
def test_pages_with_photos_pass_our_checks_and_both_validators(
    paper: str, services: Services, amina: Person, running: RunningMeeting, tmp_path: Path
) -> None:
    make, photos = PAPERS[paper]
    for use in PhotoUse:
        _say(services, amina, use, is_yes=True)
    content = make(services, running)
    for way in WAYS:
        data = printed(content, way).data
        (tmp_path / "asked.pdf").write_bytes(data)
        read = read_out(data)
        alts = {one.alt for one in read.said if one.tag == "Figure"}

        assert photos & alts == (photos if way.format is EASY and way.with_pictures else set())
        assert read.faults == []
        assert page_validation.validate_pdf(str(tmp_path / "asked.pdf"), profile="ua1").is_compliant
        assert [one for one in findings(content, way, data) if one.is_blocking] == [], way
        if not vera.why_not():
            assert vera.failed_rules(tmp_path / "asked.pdf") == {}


@pytest.mark.parametrize("paper", ["minutes", "who is who"])
def test_a_no_takes_a_face_out_of_the_next_print(
    paper: str, services: Services, amina: Person, running: RunningMeeting
) -> None:
    make, _photos = PAPERS[paper]
    use = PhotoUse.MINUTES if paper == "minutes" else PhotoUse.WHO_IS_WHO
    assert FACE not in _alts(make(services, running)), "nobody was asked yet"
    _say(services, amina, use, is_yes=True)
    with_photo = printed(make(services, running), SHOWN[0]).data
    assert FACE in _alts(make(services, running))
    assert b"/DCTDecode" in with_photo
    _say(services, amina, use, is_yes=False)
    without = printed(make(services, running), SHOWN[0]).data
    assert FACE not in _alts(make(services, running))
    assert b"/DCTDecode" not in without, "not even the photo itself is left in the file"


@pytest.mark.parametrize("named_as", [NamedAs.UNNAMED, NamedAs.CHOSEN])
def test_what_is_said_of_a_photo_gives_no_name_to_who_is_not_named_so(
    named_as: NamedAs, services: Services, amina: Person, running: RunningMeeting, tmp_path: Path
) -> None:
    """Words that were right when the photo came name nobody once its person wants another name, or none."""
    path = _file(tmp_path, "again", "#88aa66")
    amina = services.person_pictures.choose_photo(amina.id, path, word="face", alt="Amina Yusuf in a red hat.")
    for use in PhotoUse:
        _say(services, amina, use, is_yes=True)
    assert "Amina Yusuf in a red hat." in _alts(_minutes(services, running))
    amina = services.people.save(replace(amina, named_as=named_as, chosen_name="Mina"))
    for paper, (make, _photos) in PAPERS.items():
        content = make(services, running)
        for way in (*SHOWN, Way(LARGE, 18)):
            read = read_out(printed(content, way).data)
            said = " ".join(f"{one.text} {one.alt}" for one in read.said)
            assert "Amina" not in said, (paper, way)
            assert "Yusuf" not in said, (paper, way)
