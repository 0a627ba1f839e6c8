"""The fixed words of letters and sheets for people pass the rules for easy words, whatever is filled in."""

import json

import pytest

from coprod_desktop.minutes.sentences import sentences
from coprod_desktop.minutes.wording import placeholders, texts_of
from coprod_desktop.paths import templates_folder
from coprod_desktop.words.reading_matter import PieceKind
from tests.words.judged import judge, matter, sentence

ENTRIES = json.loads((templates_folder() / "papers.en.json").read_text(encoding="utf-8"))
NOT_OURS = ("paper_picture_credit",)
"""The name of a licence is what it is."""

_FILLED = {
    **{"title": "Our day", "who": "Jo", "date": "Tuesday 24 November 2026", "count": "3", "number": "7", "end": "2pm"},
    **{"name": "Red", "shape": "a circle", "meaning": "I agree.", "group": "Bus Group"},
}
_LABELS = ("_label", "_ask", "_heading", "_title")


def pieces(key: str) -> list[str]:
    filled = [text.format(**_FILLED) for text in texts_of(ENTRIES[key])]
    return filled if key.endswith(_LABELS) else [line for text in filled for line in sentences(text)]


@pytest.mark.parametrize("key", [key for key in ENTRIES if key not in NOT_OURS])
def test_fixed_words_of_papers_are_easy(key: str) -> None:
    kind = PieceKind.LABEL if key.endswith(_LABELS) else PieceKind.SENTENCE
    found = judge().easy_read(matter(*(sentence(piece, kind) for piece in pieces(key)), names=("Jo", "Bus Group")))

    assert [(one.rule, one.text, one.message) for one in found] == []
    assert all(len(piece.split()) <= 15 for piece in pieces(key))


def test_every_name_that_is_filled_in_is_known_to_this_test() -> None:
    wanted = {name for entry in ENTRIES.values() for text in texts_of(entry) for name in placeholders(text)}
    assert wanted <= set(_FILLED)


def test_no_entry_hides_one_of_the_minutes() -> None:
    wording = json.loads((templates_folder() / "wording.en.json").read_text(encoding="utf-8"))
    assert set(ENTRIES) & set(wording) == set()
