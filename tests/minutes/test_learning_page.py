"""The page "How we shared the talking": read back, by both validators, with nobody in it alone (R12, DP-14)."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import page as page_validation
import pytest

from coprod_desktop.domain.equal_voice import EqualVoice, NotRecorded, Voice, VoiceShare
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.told_voice import ToldVoice, told_voice
from coprod_desktop.minutes.learning_page import LEARNING_FILES, learning_content, learning_page
from coprod_desktop.minutes.sentences import sentences
from coprod_desktop.minutes.wording import Wording, texts_of
from coprod_desktop.paths import templates_folder
from tests.minutes import vera
from tests.minutes.kit_printing import full_meeting
from tests.minutes.page_geometry import MM, read_pages
from tests.minutes.printing import fonts, pictures, styles
from tests.minutes.read_out import ReadOut, read_out

LIVED, CARER, STAFF = Perspective.LIVED_EXPERIENCE, Perspective.CARER, Perspective.PROFESSIONAL
WORDS = Wording.load(templates_folder(), "en-GB", files=LEARNING_FILES)


def told(
    shares: dict[Voice, VoiceShare], *, silent: int = 0, has_several: bool = False, has_shared_ideas: bool = False
) -> ToldVoice:
    people = {one: frozenset(PersonId(f"{one} {n}") for n in range(share.people)) for one, share in shares.items()}
    return told_voice(
        EqualVoice(
            shares=shares,
            people=sum(share.people for share in shares.values()),
            seconds=sum(share.seconds for share in shares.values()),
            turns=sum(share.turns for share in shares.values()),
            not_spoken=tuple(PersonId(str(n)) for n in range(silent)),
            has_several=has_several,
            has_shared_ideas=has_shared_ideas,
            people_by_voice=people,
        )
    )


KINDS = {
    "usual": told(
        {
            LIVED: VoiceShare(people=4, seconds=840, turns=6, ideas_further=2),
            STAFF: VoiceShare(people=4, seconds=1680, turns=9),
        },
        silent=3,
    ),
    "few": told(
        {
            LIVED: VoiceShare(people=6, seconds=777, turns=5),
            CARER: VoiceShare(people=2, seconds=61, turns=13),
            STAFF: VoiceShare(people=1, seconds=1291, turns=17),
        },
        silent=2,
    ),
    "kept back": told(
        {LIVED: VoiceShare(people=5, turns=11), CARER: VoiceShare(people=1, turns=7)},
        has_several=True,
        has_shared_ideas=True,
    ),
    "nobody": told({}),
    "everybody": told(
        {one: VoiceShare(people=3, seconds=30, turns=1) for one in (*Perspective, *NotRecorded)}, silent=9
    ),
    "no turns": told({LIVED: VoiceShare(people=3), STAFF: VoiceShare(people=3)}, silent=6),
}


@cache
def printed(kind: str) -> bytes:
    meeting = full_meeting()
    content = learning_content(meeting.state, meeting.group, KINDS[kind], wording=WORDS)
    return learning_page(content, fonts=fonts(), pictures=pictures(), styles=styles())


@cache
def read(kind: str) -> ReadOut:
    return read_out(printed(kind))


def lines(kind: str) -> Sequence[str]:
    return [one.text for one in read(kind).said]


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_passes_the_first_validator(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(printed(kind))
    verdict = page_validation.validate_pdf(str(file), profile="ua1")
    assert verdict.is_compliant, [str(failure.rule_id) for failure in verdict.failures]


@pytest.mark.skipif(bool(vera.why_not()), reason=vera.why_not() or "veraPDF is here")
@pytest.mark.parametrize("kind", KINDS)
def test_the_page_passes_verapdf(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(printed(kind))
    assert vera.failed_rules(file) == {}


@pytest.mark.parametrize("kind", KINDS)
def test_a_screen_reader_reads_it_in_order_from_its_title(kind: str) -> None:
    assert read(kind).faults == []
    assert (read(kind).said[0].tag, lines(kind)[0]) == ("H1", "How we shared the talking")
    assert "More time is not always more say." in " ".join(lines(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_large_enough_and_keeps_its_margins(kind: str) -> None:
    pages = read_pages(printed(kind))
    assert min(run.x for run in pages.runs) >= 25 * MM - 0.1
    assert max(run.right for run in pages.runs) <= 185.1 * MM
    assert min(run.size for run in pages.runs) >= 14
    assert len(pages.sizes) <= (6 if kind == "everybody" else 3)


def test_numbers_stand_in_plain_words() -> None:
    said = " ".join(lines("usual"))
    assert "4 of 8 people: half of us." in said
    assert "14 minutes: a third of the time." in said
    assert "28 minutes: two thirds of the time." in said
    assert "2 ideas went further." in said
    assert "3 people had no turn." in said


def test_few_people_have_no_number_on_it() -> None:
    said = " ".join(lines("few"))
    assert "Few people We show no numbers for these" in said
    assert "6 of 9 people" in said
    assert "A few people had no turn." in said
    for number in ("13 turns", "17 turns", "21 minutes", "22 minutes", "1 of 9", "2 of 9"):
        assert number not in said


def test_the_one_that_would_give_the_few_away_is_kept_back_too() -> None:
    said = " ".join(lines("kept back"))
    assert "This keeps other people private." in said
    assert "11 turns" not in said
    assert "of 6 people" not in said


def test_not_written_down_is_said_as_that() -> None:
    assert "Not written down" in lines("everybody")


def test_every_sentence_of_ours_is_short() -> None:
    entries = json.loads((templates_folder() / "learning_page.en.json").read_text(encoding="utf-8"))
    long = [
        line
        for entry in entries.values()
        for text in texts_of(entry)
        for line in sentences(text)
        if len(line.split()) > 15
    ]
    assert not long
