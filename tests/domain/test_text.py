"""Text: what nobody can see goes out, every script and sign stays."""

import pytest

from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import MOST_LETTERS, Removed, clean, typed


@pytest.mark.parametrize(
    "said", ["Łódź", "नमस्ते", "می‌خواهم", "👩‍🦽", "Siân Ŵyn", "Ω ½ £"], ids=lambda said: said.encode().hex()
)
def test_scripts_names_and_signs_stay_as_they_are(said: str) -> None:
    assert clean(said).text == said
    assert clean(said).removed == ()


@pytest.mark.parametrize("odd", ["\0", "\x07", "\u202e", "\ufdd0", "\uffff", "\ue000"])
def test_what_nobody_can_see_goes_out_and_is_told(odd: str) -> None:
    cleaned = clean(f"Se{odd}ats")
    assert cleaned.text == "Seats"
    assert cleaned.removed == (Removed(f"U+{ord(odd):04X}", 2),)


def test_lines_become_spaces_unless_they_are_kept() -> None:
    assert clean("One\r\ntwo\tthree").text == "One two three"
    assert clean("One\r\ntwo\tthree", keeps_lines=True).text == "One\ntwo three"
    assert clean("One\u2028two", keeps_lines=True).text == "One\ntwo"


def test_a_text_that_is_too_long_is_turned_down_with_its_field() -> None:
    assert typed("a" * MOST_LETTERS)
    with pytest.raises(NotAllowed) as caught:
        typed("a" * (MOST_LETTERS + 1), field="reason")
    assert (caught.value.reason, caught.value.field) == (Reason.WORDS_TOO_LONG, "reason")
