"""Names in every script: drawn as their readers know them, read out in the order they are said, or spelt out."""

import io
import unicodedata

import page as page_validation
import pikepdf
import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.minutes.fonts import missing_letters
from coprod_desktop.minutes.letter_names import letter_name, named_letters, spelt_out
from coprod_desktop.minutes.line_breaks import Column, LineBreaker
from coprod_desktop.minutes.line_words import WordFinder
from coprod_desktop.minutes.plain_text import render_plain_text
from coprod_desktop.minutes.scripts import clusters, language_of, shaped, stretches, unshaped
from tests.font_cache import FONT_CACHE
from tests.minutes.page_geometry import read_pages
from tests.minutes.printing import (
    CHINESE_FONT,
    block,
    chapter,
    content,
    easy_read,
    fonts,
    large_print,
    needs_chinese,
)
from tests.minutes.read_out import read_out

NAMES = {
    "Hebrew": "דוד כהן",
    "Hebrew with points": "שָׁלוֹם",
    "Arabic": "فاطمة الزهراء",
    "Arabic with vowel signs": "مُحَمَّد",
    "Persian": "می\u200cخواهم پژمان",
    "Urdu": "گڑیا ٹیپو",
    "Chinese": "王小明",
    "Japanese": "さくら タナカ",
    "Greek": "Αθήνα",
    "Ukrainian": "Київ",
    "Armenian": "Հայաստան",
    "Georgian": "საქართველო",
    "Amharic": "አማርኛ",
    "Vietnamese": "Nguyễn Thị Ánh",
    "Yoruba": "Ṣọlá Adébáyọ̀",
    "Welsh": "Tŷ Dŵr",
    "a smile": "😀",
}
RIGHT_TO_LEFT = [name for name in NAMES if name in ("Hebrew", "Arabic", "Urdu")]
MARKS = {"Chinese": needs_chinese, "Japanese": needs_chinese}
_MIRRORED = str.maketrans("([{<«)]}>»", ")]}>»([{<«")


def letters(text: str) -> list[str]:
    """Each letter that can be seen, without spaces and joiners, marks in one order."""
    return [x for x in unicodedata.normalize("NFC", text) if not x.isspace() and x != "\u200c"]


@pytest.mark.parametrize("name", [pytest.param(name, marks=MARKS.get(name, ())) for name in NAMES])
def test_a_name_is_printed_and_read_out_as_it_is_written(name: str) -> None:
    made = easy_read(content(chapter("Who came", block(f"Ask {NAMES[name]} about buses."))))
    (said,) = [one.text for one in read_out(made.data).said if one.text.startswith("Ask")]

    assert made.replaced == frozenset()
    assert sorted(letters(said)) == sorted(letters(f"Ask {NAMES[name]} about buses."))
    if "with" not in name:
        assert letters(said) == letters(f"Ask {NAMES[name]} about buses.")


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_the_letters_of_a_name_go_from_right_to_left_between_words_that_do_not(name: str) -> None:
    runs = read_pages(easy_read(content(chapter("Who", block(f"Ask {NAMES[name]} now")))).data).body
    height = next(one.y for one in runs if not one.text.isascii())
    line = [run for run in runs if run.y == height and run.text.strip()]
    turned = [run.x for run in line if not run.text.isascii()]
    ask, now = ([run.x for run in line if run.text.strip() in word] for word in ("Ask", "now"))

    assert max(ask) < min(turned) < max(turned) < min(now)
    assert len(turned) >= 5
    assert turned == sorted(turned, reverse=True)


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_headings_bookmarks_contents_title_and_head_lines_keep_the_order_of_a_name(name: str) -> None:
    blocks = [block("Words of this part.", label=f"Part {number}") for number in range(30)]
    made = easy_read(content(chapter(f"About {NAMES[name]}", *blocks), title=f"Talk with {NAMES[name]}"))
    read = read_out(made.data)

    assert read.faults == []
    assert f"About {NAMES[name]}" in read.bookmarks
    assert read.title.startswith(f"Talk with {NAMES[name]},")
    assert f"About {NAMES[name]}" in read.headings
    assert any(link.startswith(f"About {NAMES[name]} ") for link in read.of("Link"))
    assert f"Talk with {NAMES[name]}".encode() in made.data
    assert f"About {NAMES[name]}" in render_plain_text(content(chapter(f"About {NAMES[name]}", *blocks)))


def test_the_group_in_the_head_line_keeps_its_order() -> None:
    blocks = [block("Words of this part.", label=f"Part {number}") for number in range(30)]
    made = large_print(content(chapter("One", *blocks), group_name=f"The {NAMES['Hebrew']} group"))

    assert "".join("".join(read_out(made.data).running_words[1]).split()).startswith("Theדודכהןgroup")


def test_a_passage_from_right_to_left_is_in_order_on_each_of_its_lines() -> None:
    said = "שלום לכולם אנחנו נפגשים ביום שלישי בספרייה הגדולה של העיר"
    lines = LineBreaker(WordFinder(fonts())).lines(said, Column(12))

    assert len(lines) > 2
    assert " ".join(line.text for line in lines) == said
    read = read_out(easy_read(content(chapter("One", block(said)))).data)
    assert said in read.of("P")


def test_a_name_that_runs_from_right_to_left_stays_on_one_line() -> None:
    breaker = LineBreaker(WordFinder(fonts(), protected=[NAMES["Hebrew"]]))

    lines = breaker.lines(f"We asked {NAMES['Hebrew']} about it.", Column(6.5))

    assert len(lines) > 1
    assert any(NAMES["Hebrew"] in line.text for line in lines)


@given(st.text("אבגמعدلم12 7.,:()%£-", min_size=1, max_size=14))
def test_stretches_stand_as_the_unicode_rules_say(text: str) -> None:
    for start, end in stretches(text):
        stretch = text[start:end]
        seen = "".join(_turned(cluster) for cluster in reversed(clusters(stretch)))

        assert seen == get_display(stretch, base_dir="R").translate(_MIRRORED_BACK(stretch))


def _turned(cluster: str) -> str:
    """A letter with the space that stands left of it."""
    kept = cluster.rstrip(" ")
    return cluster[len(kept) :] + kept


def _MIRRORED_BACK(stretch: str) -> dict[int, int]:
    return _MIRRORED if any(letter in "([{<«)]}>»" for letter in stretch) else {}


def test_arabic_letters_take_their_shapes_and_can_be_had_back() -> None:
    assert shaped("محمد") != "محمد"
    assert unshaped(shaped("محمد لا الله")) == "محمد لا الله"
    assert shaped("Tŷ Dŵr") == "Tŷ Dŵr"


@needs_chinese
def test_letters_that_hang_together_are_drawn_in_one_font_and_weight() -> None:
    breaker = LineBreaker(WordFinder(fonts()))

    assert {face.name for face, text in breaker.line("محمد", bold=True).runs if text.strip()} == {"NotoSansArabic-Bold"}
    assert {face.name for face, text in breaker.line("محمد").runs if text.strip()} == {"NotoSansArabic"}
    assert [(face.name, text) for face, text in breaker.line("a 王 b").runs if text.strip()] == [
        ("Arimo", "a "),
        ("DroidSansFallback", "王"),
        ("Arimo", " b"),
    ]


def test_vowel_signs_stand_above_or_below_their_letter_and_take_no_room() -> None:
    breaker = LineBreaker(WordFinder(fonts()))

    assert breaker.line("מָ").width == pytest.approx(breaker.line("מ").width)
    (mark,) = [place for place in breaker.line("מָ").drawn.places.values() if place.y or 0 < place.x < 0.6][:1]  # type: ignore[union-attr]
    assert 0 < mark.x < breaker.line("מ").width


@pytest.mark.parametrize(
    ("words", "language"),
    [
        *[("דוד", "he"), ("فاطمة", "ar"), ("پژمان", "fa"), ("گڑیا", "ur"), ("Tŷ", "")],
        pytest.param("王小明", "zh", marks=needs_chinese),
        pytest.param("さくら", "ja", marks=needs_chinese),
    ],
)
def test_words_in_another_script_say_their_language(words: str, language: str) -> None:
    data = easy_read(content(chapter("One", block(f"Ask {words} now.")))).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        codes = b"".join(page.Contents.read_bytes() for page in pdf.pages)

    assert language_of(words) == language
    assert (f"/Lang ({language})".encode() in codes) == bool(language)


@pytest.mark.parametrize(
    ("letters", "printed"),
    [
        ("राम", "[Devanagari: ra aa ma]"),
        ("김철수", "[Hangul: gim ceol su]"),
        ("✓", "[check mark]"),
        ("\ue000", "[u+e000]"),
    ],
)
def test_letters_that_no_font_has_are_spelt_out_where_they_stand(letters: str, printed: str) -> None:
    made = easy_read(content(chapter("One", block(f"Ask {letters} now."))))

    assert fonts().drawable(f"Ask {letters} now.") == f"Ask {printed} now."
    assert f"Ask {printed} now." in read_out(made.data).of("P")
    assert made.replaced == set(letters)
    asked = f"Ask {letters} and {letters}"
    assert missing_letters(asked, FONT_CACHE, system_fonts=[CHINESE_FONT]) == tuple(letters)


def test_letters_are_named_in_words_for_whoever_has_to_mend_them() -> None:
    assert letter_name("✓") == "CHECK MARK (U+2713)"
    assert named_letters("✓✓\ue000") == "CHECK MARK (U+2713), U+E000"
    assert named_letters("") == ""
    assert spelt_out("✓✗") == "[check mark, ballot x]"


def test_nothing_is_missing_in_what_people_here_write_most() -> None:
    assert missing_letters("Plain words", FONT_CACHE) == ()
    assert missing_letters(" ".join(NAMES[name] for name in NAMES if name not in MARKS), FONT_CACHE) == ()


def test_a_picture_letter_with_a_skin_or_a_style_is_drawn_without_an_empty_box() -> None:
    assert fonts().drawable("👍🏽 ❤️ 👨\u200d👩\u200d👧") == "👍 ❤ 👨👩👧"


def test_pages_in_all_these_scripts_keep_to_the_standard(tmp_path) -> None:  # type: ignore[no-untyped-def]
    said = [block(f"Ask {name} about the bus at 10:30 (or later).", label=name) for name in NAMES.values()]
    file = tmp_path / "scripts.pdf"
    for kind in (easy_read, large_print):
        made = kind(content(chapter(NAMES["Arabic"], *said), chapter(NAMES["Chinese"], *said)))
        file.write_bytes(made.data)
        verdict = page_validation.validate_pdf(str(file), profile="ua1")

        assert verdict.is_compliant, [str(failure.rule_id) for failure in verdict.failures]
        assert read_out(made.data).faults == []
