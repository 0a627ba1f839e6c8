"""The slip of an idea without a name: its number and nothing that tells whose it was or what was said."""

from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.lines import IdeaDetails, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.bootstrap import Services


@pytest.fixture
def pdf(services: Services, group: Group) -> bytes:
    """The slip of an idea that Rosalind had, as she was typing."""
    rosalind = services.people.add_walk_in(group.id, "Rosalind").id
    running = services.meetings.begin(group.id, MeetingDetails(title="Buses", held_on=date(2026, 11, 24)), [rosalind])
    unnamed = IdeaDetails(proposer=Proposer(source=Source.UNNAMED))
    for words in ("A roof", "A very private bench"):
        number = running.requests.record_idea(Words(text=words), unnamed)
    ticket = running.live.state.ideas[number].details.ticket
    assert ticket == 2
    slip = services.tickets.slip(group.id, ticket)
    assert slip.file_name == "number-2.pdf"
    return services.person_papers.render(slip)


def words_of(pdf: bytes) -> str:
    """Every word of the pages, with single spaces."""
    opened = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in opened)


def test_a_slip_tells_the_number_and_how_to_ask(pdf: bytes) -> None:
    told = words_of(pdf)
    assert "Your idea has number 2" in told
    assert "Ask for this number to hear what happened to your idea." in told


def test_a_slip_tells_neither_the_idea_nor_a_name(pdf: bytes) -> None:
    told = words_of(pdf)
    for private in ("private bench", "Rosalind"):
        assert private not in told
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1
        assert "Rosalind" not in str(opened.open_metadata())


def test_there_is_no_slip_for_a_group_that_is_not_there(services: Services) -> None:
    with pytest.raises(NotAllowed):
        services.tickets.slip(GroupId("nobody"), 1)
