"""The pack for somebody new, the joining sheet, the one kind message and the thank-you letter (R07, R43, R01)."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.group import DEFAULT_CARDS, ExplainedWord
from coprod_desktop.domain.person import Gone, NamedAs, Person, Perspective
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.papers.joining_sheet import joining_sheet
from coprod_desktop.minutes.papers.kind_message import kind_message
from coprod_desktop.minutes.papers.newcomers_pack import newcomers_pack
from coprod_desktop.minutes.papers.thank_you import thank_you
from coprod_desktop.minutes.plain_text import render_plain_text
from tests.minutes.papers.paper_builder import GROUP, TODAY, WORDS, facts
from tests.minutes.papers.paper_printing import EASY, LARGE, Way, findings, printed


def text(content: MinutesContent) -> str:
    return " ".join(render_plain_text(content).split())


def person(**changes: object) -> Person:
    return replace(facts().people[4], **changes)


def test_the_pack_tells_what_the_group_is_and_that_watching_is_fine() -> None:
    words = (ExplainedWord(term="Budget", means="money to spend"), ExplainedWord(term="Trustee", means="a helper"))
    said = text(newcomers_pack(replace(GROUP, words=words), wording=WORDS, made_on=TODAY))

    assert "Co-production means that we plan and decide together." in said
    assert "You can just watch. You can leave at any time." in said
    assert "- We listen. - One person talks at a time." in said
    assert "Red, with 8 sides. Stop. I have a question." in said
    assert "Green, with a circle. I agree." in said
    assert "- Budget: money to spend - Trustee: a helper" in said
    assert "Phone Amina on 01632 960 123." in said


def test_the_pack_of_a_group_that_wrote_nothing_down_is_whole() -> None:
    bare = replace(
        GROUP, meaning="", contact="", agreement=(), words=(), cards=(replace(DEFAULT_CARDS[0], meaning=""),)
    )
    said = text(newcomers_pack(bare, wording=WORDS, made_on=TODAY))

    assert "You can just watch." in said
    assert "Our cards" not in said
    assert "What the words mean" not in said


def test_the_joining_sheet_tells_how_or_that_it_comes_later() -> None:
    how = "Phone 01632 960 456. Then type 12 34."
    assert f"How to join: {how}" in text(joining_sheet(facts(), wording=WORDS, how_to_join=how))
    assert "We will tell you how to join before the day." in text(joining_sheet(facts(), wording=WORDS))


def test_the_kind_message_is_kind_and_asks_only_once() -> None:
    said = text(kind_message(GROUP, person(), wording=WORDS, sent_on=TODAY))

    assert "Hello Eduardo. We have not seen you for a while." in said
    assert "It is fine to stop: You do not have to say why. You can come back at any time." in said
    assert "Do you want us to invite you again? Please tick 1 box. Yes please, No thank you." in said


@pytest.mark.parametrize("make", [kind_message, thank_you])
def test_a_letter_uses_the_chosen_name_and_tells_nothing_else_of_its_person(make: object) -> None:
    when = {"sent_on": TODAY} if make is kind_message else {"made_on": TODAY}
    own = person(named_as=NamedAs.CHOSEN, chosen_name="Edu", hopes=("Zebra",), perspectives=(Perspective.CARER,))
    unnamed = person(named_as=NamedAs.UNNAMED)

    said = text(make(GROUP, own, wording=WORDS, **when))  # type: ignore[operator]
    without = text(make(GROUP, unnamed, wording=WORDS, **when))  # type: ignore[operator]
    nobody = text(make(GROUP, None, wording=WORDS, **when))  # type: ignore[operator]

    assert "Hello Edu." in said
    assert "Eduardo" not in said
    assert "Zebra" not in said
    assert "carer" not in said.casefold()
    assert "Hello. " in without
    assert "Hello. " in nobody
    assert "Eduardo" not in without


def test_the_letter_to_who_left_thanks_and_says_what_stays() -> None:
    said = text(thank_you(GROUP, person(gone=Gone.LEFT, removed_on=TODAY), wording=WORDS, made_on=TODAY))
    unnamed = text(thank_you(GROUP, person(named_as=NamedAs.UNNAMED), wording=WORDS, made_on=TODAY))

    assert "Thank you for your time with us." in said
    assert "They stay under the name that you chose." in said
    assert "We do not print your name." in unnamed
    assert "why" not in said.casefold().split()


def test_no_letter_goes_to_a_person_who_died() -> None:
    gone = person(gone=Gone.DIED, removed_on=TODAY)
    with pytest.raises(ValueError, match="died"):
        thank_you(GROUP, gone, wording=WORDS, made_on=TODAY)
    with pytest.raises(ValueError, match="died"):
        kind_message(GROUP, gone, wording=WORDS, sent_on=TODAY)


@pytest.mark.parametrize(("named_as", "lines"), [(NamedAs.FULL, 0), (NamedAs.UNNAMED, 1)])
def test_the_kind_message_has_a_line_for_a_name_only_where_it_tells_none(named_as: NamedAs, lines: int) -> None:
    cover = kind_message(GROUP, person(named_as=named_as), wording=WORDS, sent_on=TODAY).cover
    assert sum(block.lines_to_write for block in cover) == lines
    assert ("Hello." in cover[0].sentences) is (lines == 1)


@pytest.mark.parametrize("way", [Way(EASY, 16), Way(EASY, 16, with_pictures=False), Way(LARGE, 18)], ids=str)
@pytest.mark.parametrize("named_as", [NamedAs.FULL, NamedAs.UNNAMED])
def test_the_kind_message_and_its_answer_are_one_page(named_as: NamedAs, way: Way) -> None:
    letter = kind_message(GROUP, person(named_as=named_as), wording=WORDS, sent_on=TODAY)
    made = printed(letter, way)
    assert made.page_count == 1
    assert findings(letter, way, made.data) == ()


def test_the_newcomers_pack_tells_of_money_where_the_group_wrote_about_it() -> None:
    said = text(newcomers_pack(GROUP, wording=WORDS, made_on=TODAY))
    assert "We pay your bus fare on the day." in said
    without = text(newcomers_pack(replace(GROUP, taking_part_money=""), wording=WORDS, made_on=TODAY))
    assert "Money for taking part" not in without
