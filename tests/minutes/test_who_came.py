"""What minutes say of guests, and of what somebody told the group before it began, in every format."""

import pytest

from coprod_desktop.domain import opening
from coprod_desktop.domain.person import NamedAs
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.plain_text import render_plain_text
from coprod_desktop.minutes.sentences import tidy
from tests.minutes.meeting_builder import Meeting
from tests.minutes.printing import easy_read, large_print
from tests.minutes.read_out import read_out

FORMATS = ("easy read", "large print", "plain text")
TOLD = "My sister works for the bus company. She drives the 14."


def _meeting(*, guests: int = 3) -> Meeting:
    meeting = Meeting().opened()
    jo = meeting.person("Jo Abel", named_as=NamedAs.FULL)
    hidden = meeting.person("Zebedee Quill", named_as=NamedAs.UNNAMED)
    meeting.do(opening.declare(meeting.state, jo, TOLD))
    meeting.do(opening.declare(meeting.state, hidden, "I own a shop there."))
    if guests:
        meeting.do(opening.count_guests(meeting.state, guests))
    return meeting


def _said(content: MinutesContent, format: str) -> str:
    if format == "plain text":
        return tidy(render_plain_text(content))
    made = easy_read(content) if format == "easy read" else large_print(content)
    return tidy(" ".join(one.text for one in read_out(made.data).said))


@pytest.mark.parametrize("format", FORMATS)
def test_guests_and_what_was_told_first_are_said_in_every_format(format: str) -> None:
    said = _said(_meeting().content(), format)
    assert "2 people came. 3 guests came." in said
    told_by_jo = said.index("Before we began, Jo Abel told us")
    assert said.index("My sister works for the bus company.") > told_by_jo
    assert "She drives the 14." in said
    hidden = said.index("Before we began, someone who did not want to be named told us")
    assert said.index("I own a shop there.") > hidden > told_by_jo
    assert "Zebedee" not in said


@pytest.mark.parametrize(("guests", "words"), [(1, "1 guest came."), (12, "12 guests came.")])
def test_guests_are_a_count(guests: int, words: str) -> None:
    assert words in _said(_meeting(guests=guests).content(), "plain text")


def test_without_guests_and_declarations_nothing_is_said_of_them() -> None:
    meeting = Meeting().opened()
    meeting.person("Jo Abel")
    said = _said(meeting.content(), "plain text")
    assert "guest" not in said
    assert "Before we began" not in said


def test_guests_alone_are_not_nobody() -> None:
    meeting = Meeting().opened()
    meeting.do(opening.count_guests(meeting.state, 4))
    said = _said(meeting.content(), "plain text")
    assert "4 guests came." in said
    assert "We did not write down who came." not in said
