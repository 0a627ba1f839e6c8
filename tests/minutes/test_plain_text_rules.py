"""The rules for plain text, PT-01 to PT-08, on the text of real meetings and of what people may type."""

import re
import unicodedata
from dataclasses import replace
from functools import cache

import pytest

from coprod_desktop.domain.lines import IdeaOutcome, ItemState
from coprod_desktop.domain.person import NamedAs
from coprod_desktop.minutes.blocks import BlockRole, MinutesContent
from coprod_desktop.minutes.plain_text import Paragraph, paragraphs, render_plain_text
from tests.minutes.meeting_builder import Meeting, by, rich_meeting, sample_content

HOSTILE_WORDS = (
    "Tea\tand\u00a0cake \u200band <b>more</b> & <img src='x.png'>.",
    "1. Not a heading",
    "- not a list",
    "Line one.\r\nLine two.\u2028Line three.\x0b\x0c",
    "\u202eturned round\u202c \ufeffand\x00 cut\x1f",
    "| a | table | +----+",
    "a" * 300,
    "Ends with a space   ",
    "SHOUTING ALL THE WAY",
    "😀 and \u05e9\u05dc\u05d5\u05dd and \u0645\u0631\u062d\u0628\u0627 and 王",
)
JOINED_NAME = "\u06a9\u062a\u0627\u0628\u200c\u0647\u0627"


def hostile_meeting() -> Meeting:
    """A meeting in which people type what text files stumble over."""
    meeting = rich_meeting()
    who = meeting.person(JOINED_NAME, named_as=NamedAs.FULL)
    for words in HOSTILE_WORDS:
        item = meeting.item(words, by(who), ItemState.DISCUSSED)
        meeting.idea(words, by(who), item_id=item, outcome=IdeaOutcome.NOT_TAKEN_UP, reason=words)
        decision = meeting.decision(words, by(who), item_id=item, conditions=(words, words), reason=words)
        meeting.action(words, decision_id=decision, owners=(who,))
    return meeting


@cache
def content_of(name: str) -> MinutesContent:
    return hostile_meeting().content() if name == "hostile" else sample_content(name)


@pytest.fixture(params=["first-meeting", "riverside-team-up", "hostile"])
def content(request: pytest.FixtureRequest) -> MinutesContent:
    return content_of(request.param)


def told(content: MinutesContent) -> list[Paragraph]:
    return list(paragraphs(content))


def test_there_are_no_tabs_no_unseen_letters_and_no_spaces_at_the_end(content: MinutesContent) -> None:
    """PT-01: only line feeds and the two joiners that a script needs are not to be seen."""
    text = render_plain_text(content)
    text.encode("utf-8")
    unseen = {
        letter
        for letter in text
        if letter not in "\n\u200c\u200d" and unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    }
    odd_spaces = {letter for letter in text if unicodedata.category(letter) == "Zs" and letter != " "}
    assert (unseen, odd_spaces) == (set(), set())
    assert not re.findall(r"[ \t]$|^ |  ", text, re.MULTILINE)


def test_the_joiner_that_a_name_needs_is_kept() -> None:
    """PT-01."""
    assert JOINED_NAME in render_plain_text(content_of("hostile"))


def test_blocks_stand_one_empty_line_apart_and_headings_two(content: MinutesContent) -> None:
    """PT-02."""
    text = render_plain_text(content)
    assert "\n\n\n\n" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    headings = [one.lines[0] for one in told(content) if one.is_heading]
    assert [chunk.split("\n")[0] for chunk in text.split("\n\n\n")[1:]] == headings


def test_no_line_is_wrapped_and_no_line_holds_two_sentences(content: MinutesContent) -> None:
    """PT-02: outside lists, which say a whole thing in each item, every block's sentence is a line of its own."""
    lines = render_plain_text(content).splitlines()
    for section in content.sections:
        for block in section.blocks:
            for sentence in block.sentences:
                shown = " ".join("".join(letter for letter in sentence if letter.isalpha() or letter == " ").split())
                found = [
                    line
                    for line in lines
                    if shown in " ".join("".join(one for one in line if one.isalpha() or one == " ").split())
                ]
                assert found, sentence


def test_a_heading_is_words_on_its_own_line_with_the_number_of_its_part(content: MinutesContent) -> None:
    """PT-03."""
    headings = [one for one in told(content) if one.is_heading]
    assert all(len(one.lines) == 1 for one in headings)
    assert headings[0].lines == (content.contents_heading,)
    numbered = [one.lines[0] for one in headings[1:] if re.match(r"\d+\. \S", one.lines[0])]
    assert [int(line.split(".")[0]) for line in numbered] == list(range(1, len(numbered) + 1))
    assert len(numbered) == len([section for section in content.sections if section.number])
    own_words = [one for one, section in zip(headings[1:], content.sections, strict=True) if not section.ref]
    assert not [one for one in own_words if one.lines[0].isupper()]


@pytest.mark.parametrize("name", ["first-meeting", "riverside-team-up"])
def test_there_is_nothing_but_letters_numbers_and_the_marks_of_plain_writing(name: str) -> None:
    """PT-04: the samples hold no emoji, so nothing but plain marks may be in them."""
    text = render_plain_text(content_of(name))
    marks = {letter for letter in text if not (letter.isalnum() or letter.isspace())}
    assert marks <= set(".,:;?!'\"’“”()-–£&%@/")


def test_nothing_is_drawn_or_put_in_columns_by_the_program(content: MinutesContent) -> None:
    """PT-04: what people typed stays; a line of their table is a sentence of theirs."""
    lines = render_plain_text(content).splitlines()
    drawn = [line for line in lines if re.search(r"[|*#=_~]{2,}|^\W+$| {2,}", line) and not re.search(r"\w", line)]
    assert drawn == []


def test_every_list_opens_with_its_count(content: MinutesContent) -> None:
    """PT-05: the line before a list says how many there are, in figures or as one thing."""
    for one in told(content):
        own_words = "- not a list."
        items = [number for number, line in enumerate(one.lines) if line.startswith("- ") and line != own_words]
        if not items:
            continue
        before = " ".join(one.lines[: items[0]])
        counts = [int(number) for number in re.findall(r"\d+", before)]
        assert len(items) in counts, (before, len(items))


def test_pictures_are_told_only_when_asked_for(content: MinutesContent) -> None:
    """PT-06."""
    label = f"{content.picture_label}: "
    assert not [line for line in render_plain_text(content).splitlines() if line.startswith(label)]
    shown = [
        line for line in render_plain_text(content, with_picture_words=True).splitlines() if line.startswith(label)
    ]
    assert len(shown) >= len(content.sections)


def test_the_top_says_title_date_place_and_what_is_inside(content: MinutesContent) -> None:
    """PT-07."""
    text = render_plain_text(content)
    top, contents = told(content)[0], told(content)[2]
    assert text.startswith(content.title)
    assert content.date_words in top.lines
    assert content.place in top.lines or not content.place
    assert contents.lines[0] == content.contents_count
    assert str(len(content.sections)) in contents.lines[0]
    assert len([line for line in contents.lines if line.startswith("- ")]) == len(content.sections)
    decided = [section for section in content.sections if "decision" in section.summary]
    assert all(re.search(r"\d+ decision", section.summary) for section in decided)
    assert decided


def test_the_last_line_says_that_it_ends(content: MinutesContent) -> None:
    """PT-07."""
    assert render_plain_text(content).splitlines()[-1] == "End of minutes"


def test_every_decision_says_in_words_whose_idea_it_was(content: MinutesContent) -> None:
    """PT-08: one "Idea from" for each decision, right after its words."""
    blocks = [block for section in content.sections for block in section.blocks if not block.continues]
    decisions = [block for block in blocks if block.role is BlockRole.DECISION]
    lines = [line for line in render_plain_text(content).splitlines() if line.startswith("Idea from: ")]
    assert len(lines) == len(decisions) > 0
    for decision, following in zip(blocks, blocks[1:], strict=False):
        if decision.role is BlockRole.DECISION:
            assert following.role is BlockRole.PROPOSER
            assert following.ref == decision.ref


def test_a_decision_is_told_to_its_end_before_the_long_pause(content: MinutesContent) -> None:
    """PT-10: after its words, and after all that is told of it."""
    blocks = [block for section in content.sections for block in section.blocks if not block.continues]
    decisions = [block for block in blocks if block.role is BlockRole.DECISION]
    assert len([one for one in told(content) if one.ends_decision]) == 2 * len(decisions)


def test_a_block_without_words_leaves_no_empty_place() -> None:
    content = content_of("first-meeting")
    section = content.sections[0]
    empty = replace(section.blocks[0], sentences=(), items=(), label="", answers=())
    with_empty = replace(content, sections=(replace(section, blocks=(empty, *section.blocks)), *content.sections[1:]))
    assert render_plain_text(with_empty) == render_plain_text(content)
