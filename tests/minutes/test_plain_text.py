"""The plain text: clean bytes, one sentence a line, the same words as every other format (PT)."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.minutes.blocks import NO_PICTURE, MinutesContent
from coprod_desktop.minutes.plain_text import render_plain_text
from coprod_desktop.minutes.sentences import sentences, tidy
from tests.minutes.meeting_builder import Meeting, rich_meeting, sample_content

RICH = rich_meeting()
CONTENTS = {
    "rich": RICH.content(),
    "final": RICH.content(is_draft=False),
    "riverside": sample_content("riverside-team-up"),
    "first": sample_content("first-meeting"),
    "bare": Meeting().opened().content(),
}
HEADING = re.compile(r"\n\n\n(.+)\n\n")


@pytest.fixture(params=CONTENTS)
def content(request: pytest.FixtureRequest) -> MinutesContent:
    return CONTENTS[request.param]


def test_no_odd_space_is_in_the_file(content: MinutesContent) -> None:
    data = render_plain_text(content, with_picture_words=True).encode()

    for odd in ("\t", "\r", "\u00a0", "\u200b", "\ufeff", "\u00ad", "\u2028"):
        assert odd.encode() not in data
    assert b" \n" not in data
    assert b"  " not in data
    assert not data.startswith(b"\n")
    assert data.endswith(b"\nEnd of minutes\n")


def test_one_blank_line_is_between_blocks_and_two_before_a_heading(content: MinutesContent) -> None:
    text = render_plain_text(content)
    headings = [f"{s.number}. {s.heading}" if s.number else s.heading for s in content.sections]

    assert "\n\n\n\n" not in text
    assert HEADING.findall(text) == [content.contents_heading, *headings]


def test_chapters_are_numbered_words_with_the_numbers_of_every_other_format(content: MinutesContent) -> None:
    numbered = re.findall(r"\n\n\n(\d+)\. (.+)\n\n", render_plain_text(content))

    assert numbered == [(section.number, section.heading) for section in content.sections if section.number]
    assert [int(number) for number, _ in numbered] == list(range(1, len(numbered) + 1))


def test_each_sentence_has_its_own_line(content: MinutesContent) -> None:
    for line in render_plain_text(content).splitlines():
        if not line.startswith("- ") and line not in (content.title, content.place):
            assert len(sentences(line)) <= 1 or re.match(r"\d+\. ", line) or "CC BY-SA" in line or "? Yes" in line, line


def test_the_top_says_title_group_date_and_place() -> None:
    top = render_plain_text(CONTENTS["rich"]).split("\n\n")[0]

    assert top.splitlines()[:4] == [
        "Minutes: Where the shelters go",
        "Riverside Team-Up",
        "Tuesday 24 November 2026",
        "The Boathouse, Mill Lane",
    ]


def test_the_contents_list_counts_what_is_inside() -> None:
    text = render_plain_text(CONTENTS["rich"])

    assert "\nThese minutes have 14 parts.\n- Main points: 7 decisions\n- Who came: 4 people\n" in text
    assert "\n- 1. Thursday lunch: 3 ideas and 1 decision\n- 2. The bus: 1 idea and 2 decisions\n" in text


def test_every_list_opens_with_its_count(content: MinutesContent) -> None:
    lines = render_plain_text(content).splitlines()
    for number, line in enumerate(lines):
        if line.startswith("- ") and not lines[number - 1].startswith("- "):
            listed = next((n for n, later in enumerate(lines[number:]) if not later.startswith("- ")), 0)
            said = next(int(word) for word in lines[number - 1].split()[::-1] if word.isdigit())
            if "more than" not in lines[number - 1]:
                assert said == listed, lines[number - 1 : number + listed]


def test_there_is_one_line_idea_from_for_each_decision(content: MinutesContent) -> None:
    decided = [block for s in content.sections for block in s.blocks if block.role.value == "decision"]

    found = re.findall(r"^Idea from: \S.*$", render_plain_text(content), re.MULTILINE)

    assert len(found) == len({block.ref for block in decided})


def test_only_letters_numbers_and_plain_signs_are_used(content: MinutesContent) -> None:
    odd = set(re.findall(r"[^\w\s.,:;!?'’\"£/@&()+-]", render_plain_text(content)))

    assert odd == set()
    assert not re.search(r"^[=*#_~-]{2,}", render_plain_text(content), re.MULTILINE)


def everything_said(state: MeetingState) -> list[str]:
    said = [line.words.printed for lines in (state.ideas, state.decisions, state.actions) for line in lines.values()]
    said += [idea.details.reason for idea in state.ideas.values()]
    said += [item.details.title for item in state.agenda]
    for decision in state.decisions.values():
        said += [objection.text for objection in decision.details.objections]
        said += [*decision.details.conditions, decision.details.reason, decision.details.proposer.note]
    return said


def test_everything_that_was_said_and_every_date_is_there() -> None:
    text = tidy(render_plain_text(CONTENTS["rich"]))
    dates = ("24 November 2026", "8 December 2026", "8 June 2027", "12 January 2027", "24 February 2026")

    assert [said for said in everything_said(RICH.state) if tidy(said) not in text] == []
    assert [day for day in (*dates, "14 December 2026", "15 December 2026") if day not in text] == []


def test_the_order_is_that_of_the_blocks(content: MinutesContent) -> None:
    text = tidy(render_plain_text(content))
    place = 0
    for block in (*content.cover, *(block for section in content.sections for block in section.blocks)):
        for line in (block.label, *block.sentences, *block.items, *block.answers):
            place = text.find(tidy(line), place)
            assert place >= 0, line


def test_pictures_are_told_only_when_asked() -> None:
    content = CONTENTS["rich"]
    blocks = [*content.cover, *(block for section in content.sections for block in section.blocks)]

    assert "Picture: " not in render_plain_text(content)
    told = render_plain_text(content, with_picture_words=True).count("\nPicture: ")
    assert told == sum(not block.continues for block in blocks)


@given(text=some.text(min_size=1, max_size=400).filter(lambda text: bool(tidy(text))))
@settings(deadline=None)
def test_any_words_give_a_clean_file(text: str) -> None:
    meeting = Meeting().opened()
    try:
        meeting.idea(text, Proposer(source=Source.UNNAMED))
    except Exception:  # words that nobody can see are turned down at the door
        return

    rendered = render_plain_text(meeting.content())

    assert not re.search("[\t\r\u00a0\u200b\ufeff\u00ad\x00-\x08]", rendered)
    assert not re.search(r" \n|  |\n{4}", rendered)


def test_a_sentence_that_no_block_can_hold_stays_one_line() -> None:
    meeting = Meeting().opened()
    long = f"We {'talk and ' * 50}stop."
    meeting.idea(long, Proposer(source=Source.UNNAMED))

    assert f"Idea from someone who did not want to be named: {long}\n" in render_plain_text(meeting.content())


def test_joiners_that_a_script_needs_are_kept() -> None:
    meeting = Meeting().opened()
    meeting.idea("نمی\u200cخواهم", Proposer(source=Source.UNNAMED))

    assert "نمی\u200cخواهم" in render_plain_text(meeting.content())


def test_the_question_of_a_draft_and_its_answers_are_one_line() -> None:
    assert "\n\nIs this right? Yes, No, Talk to me.\n" in render_plain_text(CONTENTS["rich"])


def test_a_block_whose_picture_was_left_out_has_no_picture_words() -> None:
    content = replace(CONTENTS["rich"], cover=tuple(replace(one, picture=NO_PICTURE) for one in CONTENTS["rich"].cover))
    usual = render_plain_text(CONTENTS["rich"], with_picture_words=True).count("\nPicture: ")

    told = render_plain_text(content, with_picture_words=True)
    assert NO_PICTURE not in told
    assert told.count("\nPicture: ") == usual - len(content.cover)
