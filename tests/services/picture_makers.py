"""What the tests of pictures share: a meeting about health care, what its pages show, and a symbol."""

from pathlib import Path

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.picture_service import BlockRole
from tests.minutes.read_out import read_out
from tests.services.record_makers import small_record, written

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="72" height="72" viewBox="0 0 72 72">{}</svg>'
SQUARE = '<rect x="9" y="9" width="54" height="54" fill="#888888" stroke="#000000" stroke-width="3"/>'


def hospital_meeting(services: Services, folder: Path) -> MeetingId:
    """A meeting in which the record gives no picture."""
    idea = {"people": ["p1"]}
    record = small_record(
        agenda=[{"id": "a1", "title": "Letters from the hospital", "proposed_by": idea}],
        decisions=[
            {
                "id": "d1",
                "item": "a1",
                "text": "The hospital will send letters in large print.",
                "proposed_by": idea,
                "outcome": "agreed",
            }
        ],
        actions=[{"id": "x1", "decision": "d1", "text": "Order a new hoist.", "owners": ["p2"], "state": "open"}],
    )
    return services.records.import_file(written(folder, record)).meeting_id


def ref_of(services: Services, meeting: MeetingId, role: BlockRole) -> str:
    """The thing of the first block of this kind."""
    blocks = (block for section in services.minutes.content(meeting).sections for block in section.blocks)
    return next(block.ref for block in blocks if block.role is role and block.ref)


def picture_of(services: Services, meeting: MeetingId, role: BlockRole) -> str:
    """The picture word of the first block of this kind."""
    blocks = (block for section in services.minutes.content(meeting).sections for block in section.blocks)
    return next(block.picture for block in blocks if block.role is role and block.ref)


def alts(data: bytes) -> list[str]:
    """What the pictures of these pages show."""
    return [said.alt for said in read_out(data).said if said.tag == "Figure"]
