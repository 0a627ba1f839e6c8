"""The paper kit: made before a meeting begins, saved whole, with nothing private in words or file names."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.paper_kit_service import KitOrder, KitPart, NameOrder, file_name
from coprod_desktop.services.picture_service import BlockRole
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.storage.meeting_log import MeetingLog
from tests.minutes.read_out import read_out

DETAILS = MeetingDetails(title="First", held_on=date(2026, 1, 1))


def test_a_meeting_that_has_only_a_name_has_a_whole_kit(services: Services, group: Group) -> None:
    meeting = services.meetings.begin(group.id, DETAILS)

    files = services.paper_kit.make(meeting.live.id)

    assert list(files) == list(KitPart)
    for part, data in files.items():
        assert data.startswith(b"%PDF-1.7"), part
        assert read_out(data).faults == [], part
    assert "Our agenda is empty." in read_out(files[KitPart.AGENDA]).of("P")


def test_only_the_papers_that_were_asked_for_are_made(services: Services, group: Group) -> None:
    meeting = services.meetings.begin(group.id, DETAILS)

    files = services.paper_kit.make(meeting.live.id, None, [KitPart.CARDS, KitPart.AGENDA, KitPart.CARDS])

    assert list(files) == [KitPart.AGENDA, KitPart.CARDS]


def test_what_was_said_and_who_is_expected_is_on_the_papers(services: Services, group: Group) -> None:
    people = [services.people.add_walk_in(group.id, name).id for name in ("Zoe", "Amina")]
    meeting = services.meetings.begin(group.id, DETAILS, people)
    meeting.requests.propose_item(AgendaItemDetails(title="Seats", proposer=Proposer(people=(people[0],))))
    kit = services.paper_kit

    files = kit.make(meeting.live.id)
    from_state = kit.make(meeting.live.id, meeting.live.state, [KitPart.AGENDA])

    assert "Asked by Zoe." in read_out(files[KitPart.AGENDA]).of("P")
    assert files[KitPart.AGENDA] == from_state[KitPart.AGENDA]
    assert read_out(files[KitPart.TURN_ORDER]).of("LBody") == ["Amina", "Zoe"]
    order = KitOrder(parts=(KitPart.TURN_ORDER,), name_order=NameOrder.BY_NAME, first_person_id=people[0])
    moved = kit.render(kit.content(meeting.live.id), order)
    assert read_out(moved[KitPart.TURN_ORDER]).of("LBody") == ["Zoe", "Amina"]


def test_an_item_has_the_picture_that_it_has_in_the_minutes(services: Services, group: Group) -> None:
    who = services.people.add_walk_in(group.id, "Zoe").id
    meeting = services.meetings.begin(group.id, DETAILS, [who])
    item = meeting.requests.propose_item(AgendaItemDetails(title="Seats", proposer=Proposer(people=(who,))))
    kit = services.paper_kit
    meant = kit.content(meeting.live.id).agenda[0].picture

    services.pictures.choose(meeting.live.id, item, BlockRole.ASKED, "bus")
    chosen = kit.content(meeting.live.id).agenda[0].picture
    services.pictures.leave_out(meeting.live.id, item, BlockRole.ASKED)
    left_out = kit.content(meeting.live.id).agenda[0].picture

    assert (chosen, left_out) == ("bus", "list")
    assert meant not in (chosen, left_out)


def test_all_papers_can_be_one_file(services: Services, group: Group, tmp_path: Path) -> None:
    meeting = services.meetings.begin(group.id, DETAILS)
    kit = services.paper_kit
    path = tmp_path / "kit.pdf"

    kit.save_combined(kit.combined(kit.content(meeting.live.id), KitOrder()), path)

    said = read_out(path.read_bytes())
    assert said.title == "Paper for our meeting: First"
    assert {"Agenda: First", "Turns", "I agree.", "My idea", "Decision", "Count: thumbs"} <= set(said.headings)


def test_files_are_saved_whole_and_nothing_is_noted_in_the_record(
    services: Services, group: Group, tmp_path: Path
) -> None:
    meeting = services.meetings.begin(group.id, DETAILS)
    steps = len(MeetingLog(services.database).steps(meeting.live.id))
    files = services.paper_kit.make(meeting.live.id)

    saved = services.paper_kit.save(files, tmp_path)

    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {path.name for path in saved}
    assert [path.read_bytes() for path in saved] == list(files.values())
    assert len(MeetingLog(services.database).steps(meeting.live.id)) == steps
    with pytest.raises(NotWritten):
        services.paper_kit.save(files, tmp_path / "no such folder")


def test_no_need_stands_on_paper_or_in_a_file_name(services: Services, group: Group) -> None:
    needs = tuple(
        AccessNeed(code=code, detail=f"Zebra{place}", consent_on=date(2026, 1, 1))
        for place, code in enumerate(NEED_CODES)
    )
    wants = MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=28, paper="Heron")
    who = services.people.save(
        replace(services.people.new_person(group.id), name="Amina", needs=needs, minutes=wants, turn_seconds=987)
    )
    meeting = services.meetings.begin(group.id, DETAILS, [who.id])
    kit = services.paper_kit

    words = " ".join(
        one.text + one.alt for one in read_out(kit.combined(kit.content(meeting.live.id), KitOrder())).said
    )

    assert "Amina" in words
    assert not [private for private in ("Zebra", "Heron", "987") if private in words]
    assert sorted(file_name(part) for part in KitPart) == [
        "agenda.pdf",
        "blank-cards.pdf",
        "cards.pdf",
        "check-out-slips.pdf",
        "count-sheets.pdf",
        "decision-slips.pdf",
        "idea-slips.pdf",
        "turn-order.pdf",
    ]


@pytest.mark.parametrize("size_pt", [13.9, 28.1, 0.0])
def test_a_size_that_the_kit_does_not_have_is_turned_down(services: Services, group: Group, size_pt: float) -> None:
    meeting = services.meetings.begin(group.id, DETAILS)
    with pytest.raises(NotAllowed) as caught:
        services.paper_kit.make(meeting.live.id, size_pt=size_pt)
    assert (caught.value.reason, caught.value.field) == (Reason.NUMBER_OUT_OF_RANGE, "size_pt")


def test_no_meeting_and_no_paper_are_turned_down(services: Services, group: Group) -> None:
    meeting = services.meetings.begin(group.id, DETAILS)
    kit = services.paper_kit
    with pytest.raises(NotAllowed):
        kit.make(MeetingId("there is none"))
    with pytest.raises(NotAllowed):
        kit.combined(kit.content(meeting.live.id), KitOrder(parts=()))
