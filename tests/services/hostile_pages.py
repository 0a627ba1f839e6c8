"""Words that have broken other programs, and what pages that hold them must be like."""

import io
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import page as page_validation
import pikepdf

from coprod_desktop.domain.text import clean
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.fonts import load_fonts
from tests.font_cache import FONT_CACHE
from tests.minutes.read_out import read_out

HOSTILE = (
    '<b>bold</b> & <img src="PLANTED"/> &amp; <para leftIndent=9999>',
    "endstream endobj %s {0} \\( ) ( [ ] <<>>",
    "bell\x00\x07\x1b[31m broken \ud800 half",
    "\u202eturned\u202c zero\u200bwidth soft\u00adhyphen no\u2011break",
    "דוד כהן (יו״ר) at 10:30",
    "فاطمة الزهراء and می\u200cخواهم",
    "王小明 and さくら",
    "👍🏽 thumbs 👨\u200d👩\u200d👧 up ❤️",
    "राम कुमार and 김철수",
    "Ṣọlá e\u0301\u0323\u0330 Tŷ Dŵr Łukasz Αθήνα Київ",
    "W" * 300,
    "\u00a0glue\u00a0\u2003odd\u3000spaces \u2028 end",
    "https://www.example.org/" + "long/" * 40,
)
"""PLANTED is replaced by the path of a picture that nobody asked to print."""


def check_pages_hold_all_and_load_nothing(data: bytes, content: MinutesContent, scrap: Path) -> None:
    """Every letter of the minutes is read out, in tags that are in order, and nothing came from outside."""
    read = read_out(data)
    said = _letters([*(one.text for one in read.said), *("".join(words) for words in read.running_words)])
    assert _letters(list(_texts(content))) - said == Counter()
    assert [fault for fault in read.faults if not fault.startswith("bookmarks")] == []
    assert [bare(mark) for mark in read.bookmarks] == [bare(heading) for heading in read.headings]
    file = scrap / "hostile.pdf"
    file.write_bytes(data)
    assert page_validation.validate_pdf(str(file), profile="ua1").is_compliant
    with pikepdf.open(io.BytesIO(data)) as pdf:
        things = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        assert not [thing for thing in things if thing.get("/Subtype") == "/Image"]
        assert not [one for page in pdf.pages for one in page.get("/Annots", []) if "/A" in one]


def check_text_holds(words: str, text: str) -> None:
    """What was written stands in the plain text, letter by letter; a sentence may begin with a capital letter."""
    assert bare(clean(words).text).casefold() in bare(text).casefold(), words


def bare(text: str) -> str:
    """Letters and numbers alone: sentences may be given their end marks."""
    return "".join(x for x in unicodedata.normalize("NFC", text) if x.isalnum())


def _texts(content: MinutesContent) -> Iterator[str]:
    yield from (content.title, content.group_name, content.date_words)
    for one in (*content.cover, *(told for section in content.sections for told in section.blocks)):
        yield from (one.label, *one.sentences, *one.items, *one.answers)
    yield from (section.heading for section in content.sections)


def _letters(texts: list[str]) -> Counter[str]:
    fonts = load_fonts(FONT_CACHE)
    drawn = unicodedata.normalize("NFD", "".join(fonts.drawable(text) for text in texts))
    return Counter(x for x in drawn if not x.isspace() and x not in "\u200c\u200d()[]<>{}«»")
