"""The fixed words of letters are easy words, whatever is filled in."""

import json

import pytest

from coprod_desktop.minutes.sentences import sentences
from coprod_desktop.minutes.wording import placeholders, texts_of
from coprod_desktop.paths import templates_folder
from coprod_desktop.words.reading_matter import PieceKind
from tests.words.judged import judge, matter, sentence

ENTRIES = json.loads((templates_folder() / "letters.en.json").read_text(encoding="utf-8"))
_FILLED = {"who": "Jo", "group": "Jo", "date": "Tuesday 24 November 2026", "count": "3"}
_LABELS = ("_label", "_ask", "_heading", "_title", "_end", "_yes", "_no", "_talk")


def pieces(key: str) -> list[str]:
    filled = [text.format(**_FILLED) for text in texts_of(ENTRIES[key])]
    return filled if key.endswith(_LABELS) else [line for text in filled for line in sentences(text)]


@pytest.mark.parametrize("key", ENTRIES)
def test_fixed_words_of_letters_are_easy(key: str) -> None:
    kind = PieceKind.LABEL if key.endswith(_LABELS) else PieceKind.SENTENCE
    found = judge().easy_read(matter(*(sentence(piece, kind) for piece in pieces(key)), names=("Jo",)))

    assert [(one.rule, one.text, one.message) for one in found] == []
    assert all(len(piece.split()) <= 15 for piece in pieces(key))


def test_every_name_that_is_filled_in_is_known_to_this_test() -> None:
    named = {name for entry in ENTRIES.values() for text in texts_of(entry) for name in placeholders(text)}
    assert named <= set(_FILLED)


def test_no_entry_hides_one_of_the_other_collections() -> None:
    others = [json.loads((templates_folder() / f"{name}.en.json").read_text("utf-8")) for name in ("wording", "papers")]
    assert not set(ENTRIES) & {key for entries in others for key in entries}
