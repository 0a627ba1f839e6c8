"""Chinese, Japanese and Korean letters: drawn with a font of the computer if it has a good one, spelt out if not."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from coprod_desktop.minutes.easy_read import render_easy_read
from coprod_desktop.minutes.fonts import load_fonts, missing_letters
from coprod_desktop.minutes.page_builder import PdfFile
from coprod_desktop.minutes.system_fonts import SystemFont, fonts_of_this_system, has_letter, opened
from tests.font_cache import FONT_CACHE
from tests.minutes.printing import CHINESE_FONT, block, chapter, content, needs_chinese, pictures, styles
from tests.minutes.read_out import read_out

NAME = "王小明"
SAID = f"Ask {NAME} about buses."
SPELT_OUT = "Ask [cjk unified ideograph-738b, cjk unified ideograph-5c0f, cjk unified ideograph-660e] about buses."
Change = Callable[[TTFont], None]


def _printed(*places: SystemFont) -> PdfFile:
    own = load_fonts(FONT_CACHE, system_fonts=places)
    said = content(chapter("Who came", block(SAID)))
    return render_easy_read(said, fonts=own, pictures=pictures(), styles=styles())


def _font_names(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {str(font.BaseFont).split("+")[1] for page in pdf.pages for font in page.Resources.Font.values()}


# A font of our own, so that each way to be wrong can be tried


def _square(pen: Any) -> Any:
    pen.moveTo((100, 0))
    pen.lineTo((100, 800))
    pen.lineTo((900, 800))
    pen.lineTo((900, 0))
    pen.closePath()
    return pen


def _made(folder: Path, *, letters: str = NAME, name: str = "Squares", change: Change | None = None) -> Path:
    """A font file in which each of these letters is a square."""
    glyphs = {ord(letter): f"u{ord(letter):04X}" for letter in letters}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *glyphs.values()])
    builder.setupCharacterMap(glyphs)
    drawn = _square(TTGlyphPen(None)).glyph()
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), **dict.fromkeys(glyphs.values(), drawn)})
    return _finished(builder, folder / f"{name}.ttf", glyphs, name, change)


def _made_with_other_outlines(folder: Path) -> Path:
    """A font whose letters are drawn in the way of PostScript, which cannot go into our files."""
    glyphs = {ord(letter): f"u{ord(letter):04X}" for letter in NAME}
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", *glyphs.values()])
    builder.setupCharacterMap(glyphs)
    drawn = _square(T2CharStringPen(1000, None)).getCharString()
    builder.setupCFF("Curves", {}, dict.fromkeys([".notdef", *glyphs.values()], drawn), {})
    return _finished(builder, folder / "Curves.otf", glyphs, "Curves", None)


def _finished(builder: FontBuilder, file: Path, glyphs: dict[int, str], name: str, change: Change | None) -> Path:
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *glyphs.values()], (1000, 100)))
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(fsType=0)
    builder.setupPost()
    if change:
        change(builder.font)
    builder.save(file)
    return file


def _restricted(font: TTFont) -> None:
    font["OS/2"].fsType = 0x2


def _whole_only(font: TTFont) -> None:
    font["OS/2"].fsType = 0x100


def _leaning(font: TTFont) -> None:
    font["post"].italicAngle = -12.0


def _without_about(font: TTFont) -> None:
    del font["OS/2"]


def _nameless(font: TTFont) -> None:
    font["name"].names = []


def _empty_box(font: TTFont) -> None:
    for letter in NAME:
        font["glyf"][f"u{ord(letter):04X}"] = TTGlyphPen(None).glyph()


# With and without


def test_without_a_font_of_the_system_the_letters_are_spelt_out() -> None:
    made = _printed()

    assert SPELT_OUT in read_out(made.data).of("P")
    assert made.replaced == set(NAME)
    assert missing_letters(SAID, FONT_CACHE, system_fonts=()) == tuple(NAME)


@needs_chinese
def test_with_the_font_of_the_system_chinese_and_japanese_print_as_they_are(tmp_path: Path) -> None:
    made = _printed(CHINESE_FONT)
    file = tmp_path / "chinese.pdf"
    file.write_bytes(made.data)

    assert SAID in read_out(made.data).of("P")
    assert made.replaced == frozenset()
    assert "DroidSansFallback" in _font_names(made.data)
    assert page_validation.validate_pdf(str(file), profile="ua1").is_compliant
    assert missing_letters(f"{SAID} さくら タナカ", FONT_CACHE, system_fonts=[CHINESE_FONT]) == ()


def test_the_places_of_this_system_are_whole_paths_and_the_first_that_has_a_letter_draws_it(tmp_path: Path) -> None:
    assert all(place.path.is_absolute() for place in fonts_of_this_system())
    first = SystemFont(path=_made(tmp_path, letters="王", name="First"))
    second = SystemFont(path=_made(tmp_path, name="Second"))

    made = _printed(SystemFont(path=tmp_path / "none.ttf"), first, second)

    assert {"First", "Second"} <= _font_names(made.data)
    assert SAID in read_out(made.data).of("P")
    assert "Second" not in _font_names(_printed(SystemFont(path=_made(tmp_path, name="Third")), second).data)


def test_two_files_of_one_font_name_are_not_mixed_up(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    one = SystemFont(path=_made(tmp_path, letters="王"))
    same = SystemFont(path=_made(tmp_path / "other", letters="小明"))

    assert _printed(one, same).replaced == set("小明")


def test_letters_that_our_own_fonts_have_are_never_drawn_with_a_font_of_the_system(tmp_path: Path) -> None:
    greedy = SystemFont(path=_made(tmp_path, letters=f"{NAME}Askabtue.", name="Greedy"))
    with pikepdf.open(io.BytesIO(_printed(greedy).data)) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values() if "Greedy" in str(font.BaseFont)]
        drawn = [table for font in fonts for table in font.ToUnicode.read_bytes().decode().splitlines()]

    assert [line for line in drawn if line.endswith("<738B>")]
    faces = load_fonts(FONT_CACHE, system_fonts=[greedy]).regular.runs(f"Ask {NAME}")
    assert [(face.name, words) for face, words in faces] == [("Arimo", "Ask "), ("Greedy", NAME)]


def test_a_font_inside_a_collection_is_found_by_its_number(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [TTFont(_made(tmp_path, letters="a", name="Latin")), TTFont(_made(tmp_path, name="Second"))]
    collection.save(tmp_path / "both.ttc")

    assert _printed(SystemFont(path=tmp_path / "both.ttc")).replaced == set(NAME)
    made = _printed(SystemFont(path=tmp_path / "both.ttc", number=1))
    assert made.replaced == frozenset()
    assert SAID in read_out(made.data).of("P")
    assert opened(SystemFont(path=tmp_path / "both.ttc", number=2)) is None


# Odd and damaged files


@pytest.mark.parametrize("change", [_restricted, _whole_only, _leaning, _without_about, _nameless, _empty_box])
def test_a_font_that_may_not_or_cannot_be_used_is_passed_over(tmp_path: Path, change: Change) -> None:
    good = SystemFont(path=_made(tmp_path, name="Good"))
    bad = SystemFont(path=_made(tmp_path, name="Bad", change=change))

    assert _printed(bad).replaced == set(NAME)
    assert _printed(bad, good).replaced == frozenset()


def test_a_font_that_allows_printing_only_is_used(tmp_path: Path) -> None:
    def printing_only(font: TTFont) -> None:
        font["OS/2"].fsType = 0x4

    assert _printed(SystemFont(path=_made(tmp_path, change=printing_only))).replaced == frozenset()


def test_a_font_with_other_outlines_is_passed_over(tmp_path: Path) -> None:
    assert _printed(SystemFont(path=_made_with_other_outlines(tmp_path))).replaced == set(NAME)


def _damaged(whole: bytes) -> Iterator[bytes]:
    yield from (b"", b"\x00\x01\x00\x00", b"<html>", b"ttcf" + b"\xff" * 40, whole + b"more")
    yield from (whole[:end] for end in range(1, len(whole), 37))
    for place in range(0, len(whole), 5):
        yield whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]


def test_no_damaged_file_stops_the_pages(tmp_path: Path) -> None:
    whole = _made(tmp_path).read_bytes()
    refused = []
    for number, damaged in enumerate(_damaged(whole)):
        file = tmp_path / f"damaged{number}.ttf"
        file.write_bytes(damaged)
        refused.append(opened(SystemFont(path=file)) is None)
        if not refused[-1]:  # what was damaged is not used
            assert _printed(SystemFont(path=file)).replaced == frozenset()

    assert len(refused) > 150
    assert refused.count(True) > 0.8 * len(refused)


def test_a_folder_or_nothing_in_the_place_of_a_font_is_passed_over(tmp_path: Path) -> None:
    assert opened(SystemFont(path=tmp_path)) is None
    assert opened(SystemFont(path=tmp_path / "none" / "none.ttf")) is None


def test_a_letter_whose_drawing_is_made_of_parts_that_are_not_there_is_passed_over(tmp_path: Path) -> None:
    file = _with_a_lost_part(_made(tmp_path, change=_of_another_letter))
    font = opened(SystemFont(path=file))

    assert font is not None
    assert not has_letter(font, ord("明"))
    assert _printed(SystemFont(path=file)).replaced == {"明"}


def _of_another_letter(font: TTFont) -> None:
    """The last letter is made of the first one."""
    pen = TTGlyphPen({"u738B": None})
    pen.addComponent("u738B", (1, 0, 0, 1, 0, 0))
    font["glyf"]["u660E"] = pen.glyph()


def _with_a_lost_part(file: Path) -> Path:
    """The part is one that the font has not, in a table whose sum is right all the same."""
    with TTFont(file, lazy=True) as font:
        drawings = bytearray(font.reader["glyf"])
        part = drawings.index(b"\xff\xff") + 12
        drawings[part : part + 2] = (60_000).to_bytes(2, "big")
        font["glyf"] = changed = DefaultTable("glyf")
        changed.data = bytes(drawings)
        font.save(file.with_name("lost.ttf"))
    return file.with_name("lost.ttf")
