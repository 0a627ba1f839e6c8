"""Invitations made for real and read back: each person's own format, one folder, nothing private in any name."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.offer import OfferAnswer, OfferKind
from coprod_desktop.domain.person import (
    Gone,
    KindMessage,
    MessageAnswer,
    MinutesChoice,
    MinutesFormat,
    NamedAs,
    Person,
)
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.clock import today
from coprod_desktop.services.invitation_plan import InviteLine, PaperKind
from coprod_desktop.services.invitation_service import InvitationResult, InvitationService
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.services.record_file import NotWritten
from tests.pdf_words import words_of

F, K = MinutesFormat, PaperKind
SECRET = "xylophone"


@pytest.fixture
def invitations(services: Services) -> InvitationService:
    """Invitations on a computer that cannot speak."""
    made = services.invitations
    made._sound = None  # noqa: SLF001  what a computer without the speech parts gives
    return made


def _person(services: Services, group: Group, name: str, *codes: str, **facts: object) -> Person:
    day = today(services.clock)
    needs = tuple(AccessNeed(code=code, detail=SECRET, consent_on=day, consent_words="Yes") for code in codes)
    return services.people.save(replace(services.people.new_person(group.id), name=name, needs=needs, **facts))  # type: ignore[arg-type]


def _meeting(services: Services, group: Group, people: Sequence[Person]) -> RunningMeeting:
    day = today(services.clock) + timedelta(days=30)
    details = MeetingDetails(title="Seats", held_on=day, starts_at="10am", ends_at="12:30", venue="Library hall")
    return services.meetings.begin(group.id, details, [person.id for person in people])


def _line(invitations: InvitationService, meeting: RunningMeeting) -> InviteLine:
    [line] = invitations.plan(meeting.live.state).lines
    return line


def _made(invitations: InvitationService, meeting: RunningMeeting, folder: Path, **more: str) -> InvitationResult:
    plan = invitations.plan(meeting.live.state)
    made = invitations.prepare(plan, meeting.live.state, **more).make(folder)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("choice", "formats", "size"),
    [
        (None, [F.EASY_READ], 16.0),
        (MinutesChoice(pictures=False), [F.EASY_READ], 16.0),
        (MinutesChoice(format=F.LARGE_PRINT, size_pt=30), [F.LARGE_PRINT], 30.0),
        (MinutesChoice(format=F.PLAIN_TEXT), [F.PLAIN_TEXT, F.EASY_READ], None),
        (MinutesChoice(format=F.AUDIO), [F.AUDIO], None),
    ],
)
def test_each_person_gets_their_own_format_and_size(
    services: Services,
    group: Group,
    invitations: InvitationService,
    choice: MinutesChoice | None,
    formats: list[MinutesFormat],
    size: float | None,
) -> None:
    meeting = _meeting(services, group, [_person(services, group, "Amina", minutes=choice)])
    line = _line(invitations, meeting)
    assert [order.format for order in line.orders] == formats
    assert line.orders[0].size_pt == size
    assert line.orders[0].with_pictures is (choice is None or choice.pictures)


@pytest.mark.parametrize(
    ("code", "papers"),
    [("PREP", K.WELCOME_SHEET), ("FACES", K.WHO_IS_WHO), ("ONLINE", K.JOINING_SHEET)],
)
def test_a_need_with_a_yes_adds_its_paper_and_one_without_adds_nothing(
    services: Services, group: Group, invitations: InvitationService, code: str, papers: PaperKind
) -> None:
    person = _person(services, group, "Amina", code)
    meeting = _meeting(services, group, [person])
    assert _line(invitations, meeting).papers == (K.INVITATION, papers)
    services.people.save(replace(person, needs=()))
    assert _line(invitations, meeting).papers == (K.INVITATION,)


def test_a_newcomers_pack_is_for_those_who_said_yes(
    services: Services, group: Group, invitations: InvitationService
) -> None:
    person = _person(services, group, "Amina")
    meeting = _meeting(services, group, [person])
    services.offers.answer(person.id, OfferKind.NEWCOMERS_PACK, OfferAnswer.NO_THANK_YOU)
    assert K.NEWCOMERS_PACK not in _line(invitations, meeting).papers
    services.offers.answer(person.id, OfferKind.NEWCOMERS_PACK, OfferAnswer.YES)
    assert K.NEWCOMERS_PACK in _line(invitations, meeting).papers


def test_nothing_is_made_for_who_is_gone_said_sorry_or_said_no_thank_you(
    services: Services, group: Group, invitations: InvitationService
) -> None:
    day = today(services.clock)
    people = [_person(services, group, name) for name in ("Amina", "Bob", "Chen", "Dilys", "Eve")]
    meeting = _meeting(services, group, people)
    for person, gone in zip(people, Gone, strict=False):
        services.people.save(replace(person, gone=gone, removed_on=day))
    no_thanks = KindMessage(sent_on=day, answer=MessageAnswer.NO_THANK_YOU)
    services.people.save(replace(people[2], kind_message=no_thanks))
    meeting.requests.send_sorry(people[3].id)
    assert [line.name for line in invitations.plan(meeting.live.state).lines] == ["Eve"]


@pytest.fixture
def made(services: Services, group: Group, invitations: InvitationService, tmp_path: Path) -> InvitationResult:
    """A pack for people of every format, with needs and hard names."""
    people = [
        _person(services, group, "Amina Khan", "PREP", "FACES", contact="Phone 01632 960111"),
        _person(services, group, "Bea / Lowe", "PA", minutes=MinutesChoice(format=F.LARGE_PRINT, paper="cream")),
        _person(services, group, "Cem Kaya", minutes=MinutesChoice(format=F.PLAIN_TEXT)),
        _person(services, group, "Dee Ray", "ONLINE", minutes=MinutesChoice(format=F.AUDIO)),
        _person(services, group, "Eve Poe", named_as=NamedAs.UNNAMED),
    ]
    (tmp_path / "out").mkdir()
    return _made(invitations, _meeting(services, group, people), tmp_path / "out", how_to_join="Phone 01632 960222.")


def test_all_files_are_in_one_new_folder_and_open(made: InvitationResult) -> None:
    assert sorted(path.name for path in made.folder.iterdir()) == sorted(path.name for path in made.files)
    for path in made.files:
        if path.suffix == ".pdf":
            assert words_of(path)
        elif path.suffix == ".txt":
            assert "Seats" in path.read_text() or "960222" in path.read_text()


def test_file_names_hold_a_number_and_no_name_need_or_format(made: InvitationResult) -> None:
    names = " ".join(path.name for path in made.files).casefold()
    for private in (
        "amina",
        "bea",
        "kaya",
        "ray",
        "poe",
        "prep",
        "faces",
        "online",
        "large",
        "easy",
        "welcome",
        SECRET,
    ):
        assert private not in names
    assert "copy 01" in names


def test_no_file_holds_the_words_of_a_need_and_contacts_stand_on_the_senders_list_alone(made: InvitationResult) -> None:
    for path in made.files:
        words = words_of(path) if path.suffix == ".pdf" else path.read_text(errors="ignore")
        assert SECRET not in words
        assert ("01632 960111" in words) is ("who gets what" in path.name)


@pytest.mark.parametrize(
    ("choice", "is_printed"),
    [
        (None, True),
        (MinutesChoice(format=F.LARGE_PRINT), True),
        (MinutesChoice(format=F.PLAIN_TEXT), False),
        (MinutesChoice(format=F.AUDIO), False),
    ],
)
def test_what_a_computer_reads_to_a_person_is_sent_and_not_printed(
    services: Services, group: Group, invitations: InvitationService, choice: MinutesChoice | None, is_printed: bool
) -> None:
    meeting = _meeting(services, group, [_person(services, group, "Amina", minutes=choice)])
    assert _line(invitations, meeting).is_printed is is_printed


def test_the_list_says_who_gets_which_file_on_which_paper(made: InvitationResult) -> None:
    [path] = [path for path in made.files if "who gets what" in path.name]
    words = words_of(path)
    assert "On cream paper" in words
    assert "Copy 02: Bea" in words
    assert "Make 2 copies." in words  # papers for whoever comes along
    assert "Eve" not in words  # she does not want to be named
    for other in made.files:
        assert other == path or other.name in words


def test_the_calendar_of_the_pack_names_nobody(made: InvitationResult) -> None:
    [path] = [path for path in made.files if path.suffix == ".ics"]
    [event] = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert event["SUMMARY"] == "Seats"
    assert event["LOCATION"] == "Library hall"
    assert not [key for key in event if key in ("ATTENDEE", "ORGANIZER", "CONTACT", "COMMENT")]


def test_where_the_computer_cannot_speak_the_script_goes_as_text(made: InvitationResult) -> None:
    [copy] = [path for path in made.files if path.name.endswith("copy 04.txt")]
    assert "Library hall" in copy.read_text()


def test_stopping_leaves_nothing_behind(
    services: Services, group: Group, invitations: InvitationService, tmp_path: Path
) -> None:
    people = [_person(services, group, name) for name in ("Amina", "Bob")]
    meeting = _meeting(services, group, people)
    prepared = invitations.prepare(invitations.plan(meeting.live.state), meeting.live.state)
    told: list[str] = []
    folder = tmp_path / "out"
    folder.mkdir()
    made = prepared.make(folder, on_progress=lambda *step: told.append(step[2]), is_cancelled=lambda: bool(told))
    assert made is None
    assert told == ["Papers of person 1 of 2"]
    assert list(folder.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told_in_words(
    services: Services, group: Group, invitations: InvitationService, tmp_path: Path
) -> None:
    meeting = _meeting(services, group, [_person(services, group, "Amina")])
    prepared = invitations.prepare(invitations.plan(meeting.live.state), meeting.live.state)
    with pytest.raises(NotWritten) as caught:
        prepared.make(tmp_path / "missing")
    assert "missing" in str(caught.value)


def test_a_moved_meeting_gives_an_update_for_the_same_entry(
    services: Services, group: Group, invitations: InvitationService, tmp_path: Path
) -> None:
    meeting = _meeting(services, group, [])
    invitations.save_calendar(meeting.live.state, tmp_path / "first.ics")
    details = meeting.live.state.details
    assert details is not None
    meeting.requests.change_details(replace(details, held_on=date(2027, 3, 28)))
    assert invitations.calendar_name(meeting.live.state) == "Calendar 28 March 2027.ics"
    invitations.save_calendar(meeting.live.state, tmp_path / "second.ics")
    events = [
        Calendar.from_ical((tmp_path / name).read_bytes()).walk("VEVENT")[0] for name in ("first.ics", "second.ics")
    ]
    assert events[0]["UID"] == events[1]["UID"]
    assert [event["SEQUENCE"] for event in events] == [0, 1]


def test_the_kind_message_is_one_file_a_person_and_a_list(
    services: Services, group: Group, invitations: InvitationService, tmp_path: Path
) -> None:
    people = [_person(services, group, name, "PREP") for name in ("Amina", "Bob")]
    made = invitations.prepare_kind_messages(group.id, [person.id for person in people]).make(tmp_path)
    assert made is not None
    pages = [path for path in made.files if "copy" in path.name]
    assert len(pages) == 2
    assert len(made.files) == 3
    for path in pages:
        assert "stop" in words_of(path)
