"""Fonts: bold is really bold, every letter that is printed can be drawn, and every letter can be read back."""

import io
import re

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.minutes.fonts import ATKINSON, load_fonts
from tests.font_cache import FONT_CACHE
from tests.minutes.page_geometry import read_pages
from tests.minutes.printing import HOSTILE, block, chapter, content, easy_read, fonts


def test_bold_words_are_set_in_another_font_than_regular_ones() -> None:
    pages = read_pages(easy_read(content(chapter("One", block("Words.", label="Label")))).data)

    assert "Bold" in pages.place_of("Label").font
    assert "Bold" not in pages.place_of("Words.").font


def test_bold_letters_are_wider_than_regular_ones() -> None:
    assert fonts().bold.width("Minutes") > fonts().regular.width("Minutes") * 1.03


def test_a_damaged_bold_font_in_the_cache_is_made_again(tmp_path) -> None:  # type: ignore[no-untyped-def]
    load_fonts(tmp_path)
    (bold,) = tmp_path.iterdir()
    whole = bold.read_bytes()
    bold.write_bytes(whole[: len(whole) // 2])

    load_fonts(tmp_path)

    assert bold.read_bytes() == whole
    assert list(tmp_path.iterdir()) == [bold]


def test_loading_twice_gives_the_same_fonts() -> None:
    assert load_fonts(FONT_CACHE).bold.font is load_fonts(FONT_CACHE).bold.font


def test_welsh_and_polish_names_can_be_printed_as_they_are() -> None:
    assert fonts().missing("Siân Llŷr, Tŷ Dŵr, Łukasz Żółć") == set()


def test_letters_that_no_font_has_are_named_and_replaced() -> None:
    assert fonts().missing("Ask דוד now 😀 क") == {"क"}
    assert fonts().drawable("Ask क now") == "Ask [Devanagari: ka] now"
    made = easy_read(content(chapter("One", block("Ask क now."))))
    assert made.replaced == {"क"}
    assert "Ask [Devanagari: ka] now." in [run.text.strip() for run in read_pages(made.data).body]


def test_letters_in_fancy_alphabets_become_plain_letters() -> None:
    assert fonts().drawable("𝐀bc 𝟏") == "Abc 1"


@given(st.text())
def test_nothing_that_cannot_be_drawn_is_left_in_any_text(text: str) -> None:
    drawable = fonts().drawable(text)

    assert fonts().regular.covers(drawable)
    assert fonts().bold.covers(drawable)


@pytest.mark.parametrize("text", HOSTILE)
def test_clean_text_stays_as_it_is_when_cleaned_again(text: str) -> None:
    once = fonts().drawable(text)

    assert fonts().drawable(once) == once


def test_arimo_stands_in_where_atkinson_hyperlegible_lacks_a_letter() -> None:
    chosen = load_fonts(FONT_CACHE, ATKINSON)

    assert [(face.name, text) for face, text in chosen.regular.runs("Tŷ")] == [
        ("AtkinsonHyperlegible", "T"),
        ("Arimo", "ŷ"),
    ]
    assert chosen.missing("Tŷ Dŵr") == set()


def test_no_code_in_the_file_stands_for_a_letter_that_is_none() -> None:
    data = easy_read(content(chapter("One", block("Tŷ Dŵr costs £5, ‘yes’ – no…")))).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        maps = [font.ToUnicode.read_bytes().decode() for font in pdf.pages[0].Resources.Font.values()]

    assert len(maps) >= 2
    for table in maps:
        letters = re.findall(r"<[0-9A-F]{2}> <([0-9A-F]{3,})>", table)
        assert letters
        assert not {"0000", "FEFF", "FFFE"} & set(letters)
        assert all(len(letter) % 4 == 0 for letter in letters)
