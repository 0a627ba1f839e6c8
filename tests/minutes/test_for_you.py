"""Page 2 of a person's own copy: their ideas, their jobs, what is open to them, and on which pages (ER-38)."""

import re
from dataclasses import replace
from functools import cache

import pytest

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.minutes.blocks import ForYou, MinutesContent
from coprod_desktop.minutes.easy_read import render_easy_read_copies
from coprod_desktop.minutes.for_you import for_you
from coprod_desktop.minutes.large_print import render_large_print_copies
from coprod_desktop.minutes.parts import parts_of
from coprod_desktop.minutes.plain_text import render_plain_text
from tests.minutes.meeting_builder import (
    AWAY,
    BEA,
    ENGLISH,
    HIDDEN,
    HIDDEN_NAME,
    JO,
    SAM,
    rich_meeting,
    sample_content,
    sample_meeting,
)
from tests.minutes.printing import easy_read, fonts, large_print, pictures, styles
from tests.minutes.read_out import read_out

RICH = rich_meeting()
CONTENT = RICH.content()


@cache
def own(person: PersonId) -> ForYou:
    return for_you(RICH.state, RICH.group, RICH.people, person, wording=ENGLISH)


def own_copy(person: PersonId) -> MinutesContent:
    return replace(CONTENT, for_you=own(person))


def said(person: PersonId) -> list[str]:
    return [f"{block.label}: {' '.join((*block.sentences, *block.items))}" for block in own(person).blocks]


def test_a_person_reads_their_ideas_what_became_of_them_and_their_jobs() -> None:
    assert "Your idea: Members cook, on a rota. We agreed this." in " ".join(said(JO)).replace(
        " Rota means a list of who does what, and when.", ""
    )
    assert "Your job: Make a menu. You and someone who did not want to be named will do this by" in " ".join(said(JO))
    assert "You did this job: Mend the loop. This is done." in said(BEA)
    assert "Your idea: Buy ready meals. We did not choose this." in said(BEA)


def test_the_copy_is_for_the_name_that_the_person_chose_and_for_you_if_they_chose_none() -> None:
    assert said(SAM)[0].startswith(": This copy is for Sam B.")
    assert said(HIDDEN)[0].startswith(": This copy is for you.")
    assert not any(part in " ".join(said(HIDDEN)) for part in HIDDEN_NAME.split())


def test_a_person_who_was_not_there_reads_what_is_open_and_until_when() -> None:
    text = " ".join(said(AWAY))

    assert "You were not at this meeting." in text
    assert "A summer trip" in text
    assert "Buy a van." in text
    assert "Please tell us before Tuesday 15 December 2026." in text
    assert "Please tell us before" not in " ".join(said(JO))


@pytest.mark.parametrize("person", [JO, SAM, BEA, HIDDEN])
@pytest.mark.parametrize("make", [easy_read, large_print])
def test_page_2_names_the_pages_where_it_really_stands(person: PersonId, make: object) -> None:
    made = make(own_copy(person))  # type: ignore[operator]
    out = read_out(made.data)
    texts = [one.text for one in out.said]
    second = " ".join(texts[texts.index("For you") : texts.index(CONTENT.contents_heading)])
    refs = [see for block in own(person).blocks for see in block.see]

    assert next(one.page for one in out.said if one.text == "For you") == 1
    assert refs or person == HIDDEN
    numbers = {int(n) for n in re.findall(r"on pages? ([\d and,]+)\.", second) for n in re.findall(r"\d+", n)}
    assert numbers == {made.page_of_ref[ref] for see in refs for ref in see.refs if ref in made.page_of_ref}
    for block in own(person).blocks:
        for see in block.see:
            pages = [made.page_of_ref[ref] - 1 for ref in see.refs if ref in made.page_of_ref]
            told = " ".join(one.text for one in out.said if one.page in pages)
            assert block.continues or block.sentences[0] in told or "words" in block.sentences[0]
    assert out.faults == []


def test_the_common_copy_and_the_later_pages_say_nothing_of_it() -> None:
    common = read_out(easy_read(CONTENT).data)
    mine = read_out(easy_read(own_copy(JO)).data)

    assert not any("For you" in one.text or "This copy is for" in one.text for one in common.said)
    assert "For you" not in render_plain_text(CONTENT)
    later = [one.text for one in mine.said if one.page > 1 and one.tag in ("P", "H2") and "page" not in one.text]
    assert later == [
        one.text for one in common.said if one.page > 0 and one.tag in ("P", "H2") and "page" not in one.text
    ]


def test_plain_text_names_the_part_and_not_a_page() -> None:
    text = render_plain_text(own_copy(JO))

    assert "For you\n\nThis copy is for Jo Abel." in text
    assert "Your job is under 1. Thursday lunch." in text
    assert "on page" not in text


def test_a_copy_is_the_same_alone_and_among_others() -> None:
    everybody = [own(person) for person in (JO, SAM, BEA)]
    together = list(
        render_easy_read_copies(
            CONTENT, [None, *everybody], fonts=fonts(), pictures=pictures(), styles=styles(), drawn_forms={}
        )
    )
    large = list(render_large_print_copies(CONTENT, [*everybody, None], fonts=fonts(), styles=styles()))

    assert together[0].data == easy_read(CONTENT).data
    assert [one.data for one in together[1:]] == [easy_read(own_copy(who)).data for who in (JO, SAM, BEA)]
    assert large[1].data == large_print(own_copy(SAM)).data
    assert large[-1].data == large_print(CONTENT).data


def test_no_need_stands_on_anybodys_page() -> None:
    state, group, people = sample_meeting("riverside-team-up")
    details = {need.detail for person in people for need in person.needs if need.detail}
    assert details
    for person in people:
        mine = for_you(state, group, people, person.id, wording=ENGLISH)
        assert not any(detail in repr(mine) for detail in details)


def test_riverside_is_under_20_pages() -> None:
    assert easy_read(sample_content("riverside-team-up")).page_count < 20


def test_parts_lose_nothing_and_each_ends_with_whom_to_ask() -> None:
    content = sample_content("riverside-team-up")
    first, second = parts_of(content, ENGLISH)

    assert [*first.sections[:-1], *second.sections] == list(content.sections)
    assert first.sections[-1] == second.sections[-1] == content.sections[-1]
    assert first.title.endswith("part 1 of 2")
    for part in (first, second):
        assert easy_read(part).page_count < 16
        assert read_out(easy_read(part).data).faults == []


@pytest.mark.parametrize("count", [2, 3, 4, 7, 50])
def test_any_number_of_parts_holds_every_chapter_once_and_in_order(count: int) -> None:
    content = sample_content("riverside-team-up")
    parts = parts_of(content, ENGLISH, count)

    assert [section for part in parts for section in part.sections[:-1]] == list(content.sections[:-1])
    assert len(parts) == min(count, len(content.sections) - 1)
    assert all(len(part.sections) > 1 for part in parts)
    assert [part.part_words for part in parts] == [f"Part {n} of {len(parts)}" for n in range(1, len(parts) + 1)]


def test_what_became_of_an_idea_and_its_page_stand_beside_the_words_of_it() -> None:
    state, group, people = sample_meeting("riverside-team-up")
    for person in people:
        blocks = for_you(state, group, people, person.id, wording=ENGLISH).blocks
        alone = [number for number, block in enumerate(blocks) if block.see and not block.sentences]
        full = [blocks[number - 1].sentences for number in alone]
        assert all("means" in lines[1] for lines in full)  # a hard word had to be explained there


def test_each_decision_of_a_draft_ends_with_a_question_in_every_format_and_of_finished_minutes_none() -> None:
    finished = RICH.content(is_draft=False)
    asked = len(RICH.state.decisions)
    for make in (easy_read, large_print):
        assert [one.text for one in read_out(make(CONTENT).data).said].count("Is this right?") == asked
        assert "Is this right?" not in [one.text for one in read_out(make(finished).data).said]
    assert render_plain_text(CONTENT).count("Is this right? Yes, No, Talk to me.") == asked
    assert "Is this right?" not in render_plain_text(finished)
