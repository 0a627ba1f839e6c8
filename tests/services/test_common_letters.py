"""Nearly all names are known to be printed without a look at any font."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.common_letters import are_common


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(tmp_path)
    yield opened
    opened.close()


def test_all_letters_that_are_called_common_are_in_the_font(services: Services) -> None:
    letters = "".join(letter for letter in map(chr, range(0x10000)) if are_common(letter) and _is_known(letter))
    assert len(letters) > 1500
    assert services.minutes.cannot_print(letters) == ()


@pytest.mark.parametrize("name", ["", "Amina", "Siân Tŷ Dŵr", "Ελένη", "Олена", "דוד", "O\u2019Neill \u2013 Łukasz"])
def test_a_name_in_common_letters_opens_no_font(services: Services, name: str) -> None:
    assert services.cannot_print_words(name) == ""
    assert "minutes" not in vars(services)  # what makes pages was not even asked for


def test_a_name_in_rare_letters_is_looked_up(services: Services) -> None:
    assert services.cannot_print_words("Ram राम") == "Devanagari ra, aa, ma"
    assert services.cannot_print_words("محمد") == ""
    assert services.cannot_print_words("\ufeffAmina\u200b") == ""  # nobody sees them, and they are not kept


def _is_known(letter: str) -> bool:
    return unicodedata.category(letter) != "Cn"
