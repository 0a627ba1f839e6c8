"""What the screens call each access need."""

import json
from pathlib import Path

import pytest

from coprod_desktop.domain.access_need import NEED_CODES
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.need_words import load_need_words


def test_every_code_stands_under_one_heading_and_has_a_sentence() -> None:
    words = load_need_words(templates_folder(), "en-GB")
    listed = [code for group in words.groups for code in group.codes]
    assert sorted(listed) == sorted(NEED_CODES)
    assert all(words.label(code) for code in NEED_CODES)
    assert all(group.heading for group in words.groups)


def test_a_language_without_a_catalogue_has_the_english_one() -> None:
    assert load_need_words(templates_folder(), "xx") == load_need_words(templates_folder())


def test_a_code_that_nobody_knows_is_called_something_else() -> None:
    words = load_need_words(templates_folder())
    assert words.label("TEA") == words.label("OTHER")


def test_a_catalogue_with_a_gap_is_refused_by_name(tmp_path: Path) -> None:
    said = json.loads((templates_folder() / "access_needs.en.json").read_text(encoding="utf-8"))
    said["needs"] = [need for need in said["needs"] if need["code"] != "BSL"]
    (tmp_path / "access_needs.cy.json").write_text(json.dumps(said), encoding="utf-8")
    with pytest.raises(ValueError, match=r"access_needs.cy.json has no label for BSL"):
        load_need_words(tmp_path, "cy")
