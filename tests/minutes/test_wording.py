"""The fixed words: easy to read, whole, and the same ones that the code asks for."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

import coprod_desktop.minutes
from coprod_desktop.domain.access_need import NEED_CODES
from coprod_desktop.domain.after_events import ChangeKind
from coprod_desktop.domain.lines import Helped, HowDecided, HowOpen
from coprod_desktop.domain.meeting import Job, MeetingKind
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Source
from coprod_desktop.minutes.sentences import sentences
from coprod_desktop.minutes.wording import Wording, WordingFault, placeholders, texts_of
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.need_words import load_need_words
from tests.minutes.meeting_builder import ENGLISH, rich_meeting

ENTRIES: dict[str, str | dict[str, str] | list[str]] = json.loads(
    (templates_folder() / "wording.en.json").read_text(encoding="utf-8")
)
CONTRACTION = re.compile(r"\w['’](?:t|s|re|ve|ll|d|m)\b", re.IGNORECASE)
NUMBER_WORD = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
MADE_KEYS = {
    *(f"source_{source.value}" for source in Source),
    *(f"kind_{kind.value}" for kind in MeetingKind),
    *(f"perspective_{perspective.value}" for perspective in Perspective),
    *(f"job_{job.value}" for job in Job),
    *(f"how_{how.value}" for how in HowDecided),
    *(f"item_{how_open.value}" for how_open in HowOpen if how_open is not HowOpen.DECIDE),
    "said_yes_on",
    "said_no_on",
    "answer_yes",
    "answer_no",
    "answer_talk",
    *(f"job_{what}_is" for what in ("time", "help", "money")),
    *(f"job_helped_{answer.value}" for answer in Helped),
    *(f"change_{kind}{label}" for kind in ("about", *ChangeKind) for label in ("", "_label")),
    "size_advice",  # the screens show it
    *(f"{what}_{where}" for what in ("idea", "job", "this", "jobs") for where in ("on_page", "on_pages", "in_part")),
    *(f"{said}_{place}" for said in ("said_yes", "unsure", "said_no", "more_time") for place in ("count", "also")),
}


def all_texts() -> Iterator[tuple[str, str]]:
    for key, entry in ENTRIES.items():
        for text in texts_of(entry):
            yield key, text


def needs() -> list[tuple[str, str]]:
    words = load_need_words(templates_folder())
    return [
        ("heading", words.heading),
        *((group.letter, group.heading) for group in words.groups),
        *words.labels.items(),
    ]


EVERYTHING = [*all_texts(), *needs()]


@pytest.mark.parametrize(("key", "text"), EVERYTHING)
def test_every_fixed_sentence_is_easy_to_read(key: str, text: str) -> None:
    for sentence in sentences(text):
        assert len(sentence.split()) <= 15, f"{key} is too long (ER-08)"
    assert not CONTRACTION.search(text), f"{key} has a contraction (ER-13)"
    assert not NUMBER_WORD.search(text), f"{key} has a number in words (ER-19)"
    assert not re.search(r"[;()%]", re.sub(r"\{\w+\}", "", text)), (
        f"{key} has a sign that is hard to read (ER-09, ER-20)"
    )
    shouted = [word for word in re.findall(r"\b[A-Z]{2,}\b", text) if word not in ("CC", "BY", "SA")]
    assert shouted == [], f"{key} has words in capitals (ER-03, ER-18)"
    assert "?" not in text or key.endswith(("_label", "_heading")), f"{key} asks in running text (ER-24)"


def test_most_fixed_sentences_have_ten_words_or_fewer() -> None:
    lines = [line for _, text in EVERYTHING for line in sentences(text)]

    assert sum(len(line.split()) <= 10 for line in lines) / len(lines) > 0.95


def test_the_code_asks_only_for_entries_that_exist_and_for_all_of_them() -> None:
    asked = set(MADE_KEYS)
    said: set[str] = set()
    for file in Path(coprod_desktop.minutes.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in ENTRIES:
                asked.add(node.value)
            if isinstance(node, ast.Call) and called(node) in ("say", "wording", "template", "_words"):
                said |= {str(word.value) for word in node.args[:1] if isinstance(word, ast.Constant)}

    said = {key for key in said if not key.startswith(("pack_", "learning_"))}  # these have files of their own
    assert said - set(ENTRIES) == set()
    assert len(said) > 50
    assert set(ENTRIES) - asked == set()
    assert asked - set(ENTRIES) == set()


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def test_every_entry_that_the_code_makes_up_can_be_said() -> None:
    for key in MADE_KEYS:
        assert texts_of(ENTRIES[key])
    rich_meeting().content()  # a missing name to fill in would raise


def test_names_are_joined_as_people_say_them() -> None:
    assert ENGLISH.joined([]) == ""
    assert ENGLISH.joined(["Jo"]) == "Jo"
    assert ENGLISH.joined(["Jo", "Sam"]) == "Jo and Sam"
    assert ENGLISH.joined(["Jo", "Sam", "Bea"]) == "Jo, Sam and Bea"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 people"), (1, "1 person"), (2, "2 people"), (1200, "1,200 people")]
)
def test_a_count_is_in_digits(count: int, words: str) -> None:
    assert ENGLISH.count("people", count) == words


@given(words=some.text())
def test_a_name_with_brackets_is_printed_as_it_is(words: str) -> None:
    assert ENGLISH("we_are", group=words) == f"We are {words}."


def written(folder: Path, language: str, entries: object) -> None:
    (folder / f"wording.{language}.json").write_text(json.dumps(entries), encoding="utf-8")


def test_another_language_is_used_and_english_fills_its_gaps(tmp_path: Path) -> None:
    written(tmp_path, "en", ENTRIES)
    written(
        tmp_path,
        "cy",
        {"end": "Diwedd", "people": {"one": "1 person", "two": "{count} berson", "other": "{count} o bobl"}},
    )

    welsh = Wording.load(tmp_path, "cy-GB")

    assert (welsh.language, welsh("end"), welsh("page")) == ("cy", "Diwedd", "Page")
    assert [welsh.count("people", count) for count in (1, 2, 3)] == ["1 person", "2 berson", "3 o bobl"]
    assert Wording.load(tmp_path, "pl").language == "en"
    assert Wording.load(tmp_path, "../en").language == "en"


@pytest.mark.parametrize(
    "entries",
    [
        {"no_such_entry": "Helo"},
        {"we_are": "Ni yw {grwp}."},
        {"we_are": "Ni yw {group."},
        {"we_are": "Ni yw {0}."},
        {"we_are": {"other": "Ni"}},
        {"people": {"one": "1"}},
        {"people": {"other": "{who}"}},
        {"month_names": ["Ionawr"]},
        {"end": 4},
        ["end"],
    ],
)
def test_wording_that_does_not_fit_is_refused(tmp_path: Path, entries: object) -> None:
    written(tmp_path, "en", ENTRIES)
    written(tmp_path, "cy", entries)

    with pytest.raises(WordingFault):
        Wording.load(tmp_path, "cy")


def test_damaged_wording_is_refused(tmp_path: Path) -> None:
    (tmp_path / "wording.en.json").write_text("{", encoding="utf-8")

    with pytest.raises(WordingFault):
        Wording.load(tmp_path)


def test_asking_for_an_entry_in_the_wrong_way_is_a_fault() -> None:
    with pytest.raises(WordingFault):
        ENGLISH("people")
    with pytest.raises(WordingFault):
        ENGLISH.count("page", 1)
    with pytest.raises(WordingFault):
        ENGLISH.names("page")
    with pytest.raises(KeyError):
        ENGLISH("no_such_entry")


def test_placeholders_of_a_text() -> None:
    assert placeholders("{who} said {what}. {who}!") == {"who", "what"}


def test_every_access_need_has_a_group_and_a_sentence_of_its_own() -> None:
    words = load_need_words(templates_folder())

    assert [group.letter for group in words.groups] == list("FCPSEA")
    assert sorted(code for group in words.groups for code in group.codes) == sorted(NEED_CODES)
    assert len(set(words.labels.values())) == len(NEED_CODES)
    assert words.label("BSL") == "I use British Sign Language."
    assert words.label("NEW") == words.label("OTHER")
    assert all(group.heading for group in words.groups)


def test_a_catalogue_without_a_label_is_refused(tmp_path: Path) -> None:
    (tmp_path / "access_needs.en.json").write_text('{"heading": "", "groups": [], "needs": []}', encoding="utf-8")

    with pytest.raises(ValueError, match="BSL"):
        load_need_words(tmp_path)
