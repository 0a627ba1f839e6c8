"""The paper kit: every paper is read back, by both validators, at every size, for nobody and for very many people."""

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import page as page_validation
import pikepdf
import pypdfium2
import pytest

from coprod_desktop.domain import participation
from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.group import DEFAULT_CARDS, SPARE_CARDS, Card
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.minutes import paper_kit
from coprod_desktop.minutes.paper_kit.kit_part import KitPart, NameOrder
from coprod_desktop.minutes.sentences import sentences
from coprod_desktop.minutes.wording import texts_of
from coprod_desktop.paths import templates_folder
from tests.minutes import vera
from tests.minutes.kit_printing import (
    bare_meeting,
    expected_person,
    full_meeting,
    kit_of,
    maker,
    paper,
)
from tests.minutes.meeting_builder import Meeting
from tests.minutes.page_geometry import MM, Pages, read_pages
from tests.minutes.printing import HOSTILE
from tests.minutes.read_out import ReadOut, read_out

ALL = tuple(KitPart)
SIZES = (14.0, 16.0, 20.0, 24.0, 28.0)


def _hostile_meeting() -> Meeting:
    meeting = Meeting().opened(HOSTILE[0], venue=HOSTILE[5], starts_at=HOSTILE[6])
    for name in HOSTILE:
        who = expected_person(meeting, name)
        meeting.item(name, Proposer(people=(who,), note=name, on_behalf_of=name))
    meeting.item("a long note", Proposer(source=Source.VISIT, note="Words go on. " * 800))
    meeting.item("letter " * 1500, Proposer(source=Source.WHOLE_GROUP))
    return meeting


def _crowded_meeting() -> Meeting:
    meeting = Meeting().opened("Everybody")
    for number in range(40):
        expected_person(meeting, f"Person{number:02d} Family{number}")
    return meeting


KITS: dict[str, Callable[[], bytes]] = {
    **{f"full {size:.0f} pt": lambda size=size: _kit(full_meeting(), size) for size in SIZES},
    "bare": lambda: _kit(bare_meeting()),
    "bare 28 pt": lambda: _kit(bare_meeting(), 28.0),
    "crowded": lambda: _kit(_crowded_meeting()),
    "hostile": lambda: _kit(_hostile_meeting()),
    "hostile 28 pt": lambda: _kit(_hostile_meeting(), 28.0),
    "Welsh": lambda: maker().combined(replace(kit_of(full_meeting()), language="cy"), ALL),
    **{part.value: lambda part=part: paper(full_meeting(), part) for part in KitPart},
}


def _kit(meeting: Meeting, size: float = 16.0) -> bytes:
    return maker(size_pt=size).combined(kit_of(meeting), ALL)


@cache
def printed(kind: str) -> bytes:
    return KITS[kind]()


@cache
def read(kind: str) -> ReadOut:
    return read_out(printed(kind))


@cache
def measured(kind: str) -> Pages:
    return read_pages(printed(kind))


@pytest.mark.parametrize("kind", KITS)
def test_every_paper_passes_the_first_validator(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "asked.pdf"
    file.write_bytes(printed(kind))
    verdict = page_validation.validate_pdf(str(file), profile="ua1")

    assert verdict.is_compliant, [str(failure.rule_id) for failure in verdict.failures]


@pytest.mark.skipif(bool(vera.why_not()), reason=vera.why_not() or "veraPDF is here")
@pytest.mark.parametrize("kind", KITS)
def test_every_paper_passes_verapdf(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "asked.pdf"
    file.write_bytes(printed(kind))

    assert vera.failed_rules(file) == {}


@pytest.mark.parametrize("kind", KITS)
def test_a_screen_reader_finds_every_mark_once_and_every_bookmark(kind: str) -> None:
    assert read(kind).faults == []
    assert read(kind).said[0].tag == "H1"


@pytest.mark.parametrize("kind", KITS)
def test_every_page_is_a4_upright_and_nothing_stands_in_its_margins(kind: str) -> None:
    pages = measured(kind)

    assert {(round(width / MM), round(height / MM)) for width, height in pages.sizes} == {(210, 297)}
    assert min(run.x for run in pages.runs) >= 25 * MM - 0.1
    assert max(run.right for run in pages.runs) <= 198 * MM
    assert all(12 * MM <= run.y <= 285 * MM for run in pages.runs)
    assert all(run.y >= 25 * MM for run in pages.body if run.size < 20 or run.x < 90 * MM)
    assert not [run.font for run in pages.runs if "Italic" in run.font]
    assert "hostile" in kind or {run.font.split("-")[0] for run in pages.runs} == {"Arimo"}


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_smaller_than_the_size_that_was_asked_for(size: float) -> None:
    assert min(run.size for run in measured(f"full {size:.0f} pt").runs) >= size - 0.01


@pytest.mark.parametrize("kind", [kind for kind in KITS if "hostile" not in kind])
def test_no_two_pieces_of_text_stand_on_each_other(kind: str) -> None:
    runs = [run for run in measured(kind).runs if run.text.strip()]
    for number, one in enumerate(runs):
        for other in runs[number + 1 :]:
            if one.page != other.page or (one.mark == other.mark and one.mark >= 0):
                continue
            beside = one.right <= other.x + 0.5 or other.right <= one.x + 0.5
            apart = abs(one.y - other.y) >= 0.7 * min(one.size, other.size)
            assert beside or apart, (one, other)


KIT_ENTRIES: dict[str, str | dict[str, str]] = json.loads(
    (templates_folder() / "paper_kit.en.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("key", KIT_ENTRIES)
def test_every_printed_word_is_easy_to_read(key: str) -> None:
    for text in texts_of(KIT_ENTRIES[key]):
        assert all(len(sentence.split()) <= 13 for sentence in sentences(text))
        assert not re.search(r"\w['\u2019]\w|[;()%]", re.sub(r"\{\w+\}", "", text))
        assert not re.search(r"\b[A-Z]{2,}\b", text.replace("CC BY-SA", ""))  # the name of a licence
        assert "?" not in text or key.endswith("_label")


def test_the_kit_has_no_entry_that_minutes_have_and_none_that_nothing_asks_for() -> None:
    written = "".join(file.read_text("utf-8") for file in Path(paper_kit.__path__[0]).glob("*.py"))
    made = {
        f"{key}{end}" for key in ("card_stop", "card_slow", "card_agree", "card_own") for end in ("_hint", "_shape")
    }
    made |= {"kit_title_blank", "agenda_title_blank"}
    minutes = json.loads((templates_folder() / "wording.en.json").read_text(encoding="utf-8"))

    assert set(KIT_ENTRIES) & set(minutes) == set()
    assert {key for key in KIT_ENTRIES if f'"{key}"' not in written} - made == set()


def test_the_agenda_tells_each_item_in_its_own_words_with_who_asked_for_it() -> None:
    said = [one.text for one in read("agenda").said if one.tag in ("H1", "H2", "P", "LBody")]

    assert said[0] == "Agenda: Seats and shelters"
    assert said[-2:] == ["The pictures come from OpenMoji at openmoji.org.", "Their licence is CC BY-SA 4.0."]
    for words in (
        "We are Bus stops group.",
        "Tuesday 24 November 2026.",
        "10:30am to 12:50pm.",
        "The library, Room 2.",
        "You can ask someone to help you read this.",
        "We choose where the new shelters go.",
        "Where the shelters stand: we decide this together",
        "Seats with arms.",
        "The old shelters are broken.",
        "There is money for 3.",
        "Fixed by the council",
        "Bins",
        "Breaks",
    ):
        assert words in said
    start = said.index("1. Where do the shelters go?")
    assert said[start : start + 18] == [
        "1. Where do the shelters go?",
        "Asked by Amina.",
        "We have 20 minutes for this.",
        "2. Who pays?",
        "Asked by Amina and Eduardo.",
        "We can give advice on this.",
        "We have 1 minute for this.",
        "3. Lunch",
        "Asked by someone who did not want to be named.",
        "4. Noise",
        "Asked by the whole group.",
        "5. Lights",
        "This came from a survey.",
        "It came by post.",
        "We will be told about this.",
        "Things we add today",
        "6.",
        "Asked by",
    ]


def test_each_agenda_item_has_its_picture_to_the_left_of_its_words() -> None:
    pages = measured("agenda")
    titles = [run for run in pages.body if run.text.startswith(("1. ", "2. ", "3. ", "4. ", "5. "))]

    assert len(titles) == 5
    for title in titles:
        beside = [one for one in pages.pictures if one.page == title.page and one.bottom < title.y < one.top]
        assert len(beside) == 1
        assert beside[0].right < title.x


def test_an_empty_agenda_has_numbered_lines_to_write_on() -> None:
    said = read_out(paper(bare_meeting(), KitPart.AGENDA)).of("H1", "H2", "P")

    assert "Our agenda is empty." in said
    assert [words for words in said if words.rstrip(".").isdigit()] == ["1.", "2.", "3.", "4."]
    assert said.count("Asked by") == 4
    assert {"Time", "Place"} <= set(said)
    assert "Date" not in said


def test_names_stand_in_the_order_of_the_alphabet_and_anyone_may_begin() -> None:
    meeting = full_meeting()
    siân = next(person.id for person in meeting.people if person.name == "Siân Llŷr")

    assert read("turn_order").of("LBody") == ["Amina", "Eduardo", "Robert the Bus", "Siân Llŷr"]
    moved = read_out(paper(meeting, KitPart.TURN_ORDER, first_person_id=siân))
    assert moved.of("LBody") == ["Siân Llŷr", "Amina", "Eduardo", "Robert the Bus"]


def test_names_can_stand_in_the_order_in_which_people_came() -> None:
    meeting = Meeting().opened("Meeting")
    ids = [expected_person(meeting, name) for name in ("Zoe", "Ana", "Mo", "Kim", "Élan")]
    for who, at in ((ids[2], "2026-11-24T10:00"), (ids[0], "2026-11-24T10:05"), (ids[1], "2026-11-24T10:01")):
        meeting.do(participation.arrive(meeting.state, who, at=at))
    meeting.do(participation.send_sorry(meeting.state, ids[3]))

    assert kit_of(meeting).names_in(NameOrder.AS_THEY_CAME) == ("Mo", "Ana", "Zoe", "Élan")
    assert kit_of(meeting).names_in(NameOrder.BY_NAME) == ("Ana", "Élan", "Mo", "Zoe")
    said = read_out(paper(meeting, KitPart.TURN_ORDER, name_order=NameOrder.AS_THEY_CAME))
    assert "The names are in the order in which people came." in said.of("P")


def test_whoever_does_not_want_to_be_named_stands_on_no_paper() -> None:
    words = " ".join(one.text + one.alt for one in read("full 16 pt").said)

    assert "Amina" in words
    assert "Farida" not in words
    assert "Khan" not in words
    assert kit_of(full_meeting()).unnamed_count == 1


def test_the_turn_order_says_nothing_of_how_long_people_speak() -> None:
    words = " ".join(read("turn_order").of("H1", "P", "LBody")).lower()

    for forbidden in ("minute", "second", "long", "time "):
        assert forbidden not in words


@pytest.mark.parametrize("count", [0, 1, 40])
def test_every_person_has_one_row_however_many_come(count: int) -> None:
    meeting = Meeting().opened("Meeting")
    names = [f"Name{number:02d}" for number in range(count)]
    for name in names:
        expected_person(meeting, name)
    said = read_out(paper(meeting, KitPart.TURN_ORDER))

    assert said.of("LBody") == names
    assert said.faults == []
    assert said.of("P").count("Pass") == 1
    pages_with_heads = [words for words in said.running_words if any("Pass" in word for word in words)]
    assert len(pages_with_heads) == len(said.running_words) - 1


def test_each_card_has_its_own_words_and_its_own_shape() -> None:
    said = read("cards").said

    assert [one.text for one in said if one.tag == "H1"] == [
        "Stop. I have a question.",
        "Slow down.",
        "I agree.",
        "My card",
    ]
    shapes = [one.alt for one in said if one.tag == "Figure"]
    assert len(shapes) == len(set(shapes)) == 3
    assert all("shape" in alt or "circle" in alt for alt in shapes)


def test_cards_can_be_told_apart_when_they_are_printed_grey() -> None:
    """The pictures of the three signs differ in far more than a shade: where one is drawn, another leaves paper."""
    document = pypdfium2.PdfDocument(printed("cards"))
    signs = []
    for number, lower in ((0, False), (0, True), (1, False)):
        page = document[number].render(scale=0.5).to_pil().convert("L")
        width, height = page.size
        half = page.crop((0, height // 2 if lower else 0, width, height if lower else height // 2))
        dark = half.crop((round(width * 0.1), round(height * 0.08), round(width * 0.47), round(height * 0.42)))
        signs.append([value > 250 for value in dark.tobytes()])
    document.close()
    for one, other in ((0, 1), (0, 2), (1, 2)):
        differing = sum(a != b for a, b in zip(signs[one], signs[other], strict=True)) / len(signs[one])
        assert differing > 0.03, (one, other, differing)


def _own_cards() -> tuple[Card, ...]:
    blue, purple, white = SPARE_CARDS
    return (
        DEFAULT_CARDS[0],
        replace(DEFAULT_CARDS[1], meaning="Please slow down. I need time to think."),
        replace(blue, meaning="I need to see the words on paper before I say yes"),
        replace(purple, meaning="Words go on. " * 300),
        replace(white, meaning="\U0001fae8"),
    )


@cache
def _own_kit(size: float) -> bytes:
    content = replace(kit_of(full_meeting()), cards=_own_cards())
    return maker(size_pt=size).file(content, KitPart.CARDS)


@pytest.mark.parametrize("size", SIZES)
def test_a_groups_own_cards_pass_the_gates_at_every_size(size: float, tmp_path: Path) -> None:
    file = tmp_path / "asked.pdf"
    file.write_bytes(_own_kit(size))
    assert page_validation.validate_pdf(str(file), profile="ua1").is_compliant
    assert read_out(_own_kit(size)).faults == []


def test_a_groups_own_cards_have_its_own_meanings_and_no_mark_of_ours() -> None:
    said = read_out(_own_kit(16.0)).said
    headings = [one.text for one in said if one.tag == "H1"]
    assert headings[:3] == [
        "Stop. I have a question.",
        "Please slow down. I need time to think.",
        "I need to see the words on paper before I say yes.",
    ]
    alts = [one.alt for one in said if one.tag == "Figure"]
    assert alts == [
        "A red shape with 8 sides and a question mark.",
        "A yellow shape with 3 sides.",
        "A blue shape with 4 sides.",
        "A purple shape with 4 sides that stands on a corner.",
        "A white star with 5 points.",
    ]
    assert headings[-1] == "What our cards mean", "a meaning too long for a card is printed to its end after the cards"
    assert sum(one.text.count("Words go on.") for one in said) == 300


def test_a_check_out_slip_asks_for_no_name() -> None:
    said = read("check_out_slips").of("H1", "P", "LBody")

    assert len(measured("check_out_slips").sizes) == 1
    assert said[: len(said) // 2] == said[len(said) // 2 :]
    assert said[: len(said) // 2] == [
        "How it was for me",
        "Do not write your name. You can leave out any of these.",
        *("I learned or used a skill.", "Yes", "A bit", "No"),
        *("I had a say.", "Yes", "A bit", "No"),
        *("I felt part of it.", "Yes", "A bit", "No"),
        "1 word about today",
    ]


def test_a_decision_slip_asks_for_everything_a_decision_must_tell() -> None:
    said = read("decision_slips")

    assert said.of("H1", "P", "LBody") == [
        "Decision",
        "We agreed",
        "We did not agree",
        "Other people decided this",
        "What we decided",
        "Idea from",
        "Who else must say yes?",
        "Who will do it?",
        "By when?",
        "How we decided",
        "Talk",
        "Thumbs",
        "Dots",
        "Hands",
        "In private",
        "Who does not agree, and why?",
    ]
    assert len(measured("decision_slips").sizes) == 1


def test_an_idea_slip_lets_its_writer_stay_unnamed() -> None:
    said = read("idea_slips").of("H1", "P", "LBody")

    assert len(measured("idea_slips").sizes) == 1
    assert said[: len(said) // 2] == said[len(said) // 2 :]
    assert {"My idea", "I want my name with it.", "I do not want my name with it.", "Ticket number"} <= set(said)


def test_there_is_a_count_sheet_for_each_way_of_choosing_and_a_blank_one() -> None:
    said = read("count_sheets")

    assert said.headings == ["Count: thumbs", "Count: dots", "Count: hands", "Count: in private", "Count"]
    assert said.of("P").count("People here") == said.of("P").count("Not counted") == 5
    assert len(measured("count_sheets").sizes) == 5
    for answer in ("Yes", "No", "Not sure", "I need more time"):
        assert said.of("P").count(answer) >= 2


def test_titles_longer_than_a_page_are_printed_to_the_end() -> None:
    said = " ".join(read("hostile").of("H2", "P"))

    assert said.count("letter") >= 1500
    assert said.count("Words go on.") == 800
    assert "<b>bold</b> & <img src=/etc/passwd>" in said


def test_no_need_stands_on_any_paper() -> None:
    meeting = Meeting().opened("Meeting", venue="Hall")
    needs = tuple(AccessNeed(code=code, detail=f"Zebra{place}") for place, code in enumerate(NEED_CODES))
    who = expected_person(meeting, "Amina Yusuf", needs=needs, contact="Yodel", hopes=("Quokka",), brings=("Ibis",))
    meeting.item("Seats", Proposer(people=(who,)))
    data = maker().combined(kit_of(meeting), ALL)
    words = " ".join(one.text + one.alt for one in read_out(data).said) + repr(kit_of(meeting))

    assert "Amina" in words
    for private in ("Zebra", "Yodel", "Quokka", "Ibis"):
        assert private not in words


def test_words_of_ours_say_their_language_where_the_papers_have_another() -> None:
    with pikepdf.open(io.BytesIO(printed("Welsh"))) as pdf:
        languages = {str(one.Lang) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Lang" in one}
    assert {"cy", "en-GB"} <= languages


def test_the_same_meeting_gives_the_same_bytes() -> None:
    assert _kit(bare_meeting()) == _kit(bare_meeting())


def test_the_combined_kit_holds_what_was_asked_for_in_its_own_order() -> None:
    some = maker().combined(kit_of(bare_meeting()), (KitPart.CARDS, KitPart.AGENDA))
    headings = read_out(some).headings

    assert headings[0] == "Agenda: First meeting"
    assert headings[-1] == "My card"
    assert "Turns" not in headings
    with pytest.raises(ValueError, match="no paper"):
        maker().combined(kit_of(bare_meeting()), ())


def test_a_title_that_no_letter_is_left_of_is_named_by_its_number() -> None:
    content = kit_of(full_meeting())
    unseen = replace(content, agenda=(replace(content.agenda[0], title="\u200d"),))

    assert "1. Item 1" in read_out(maker().file(unseen, KitPart.AGENDA)).headings
