"""Words that have broken other programs, in every field of a record, from the file to pages in every format."""

import copy
import io
import json
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pytest
from PIL import Image

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.domain.text import clean
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.minutes_service import MinutesOrder
from tests.minutes.printing import block, chapter, easy_read, fonts
from tests.minutes.printing import content as small_content
from tests.minutes.read_out import read_out
from tests.services.record_makers import SAMPLES, written

FREE_WORDS = {
    *("name", "chosen_name", "what_coproduction_means_to_us", "contact", "term", "means", "title", "venue", "purpose"),
    *("what", "by_whom", "why", "text", "from", "reason", "on_behalf_of", "note", "result", "brings", "open"),
    *("conditions", "passed_on_to", "who"),
}
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


def hostile_record(start: int, planted: Path) -> dict[str, Any]:
    """The sample record with hostile words in every field that a person fills in."""
    record: dict[str, Any] = copy.deepcopy(json.loads(SAMPLES[-1].read_text(encoding="utf-8")))
    nasty = cycle([*HOSTILE[start:], *HOSTILE[:start]])
    number = iter(range(10_000))
    return _filled(record, "", lambda: f"q{next(number)} " + next(nasty).replace("PLANTED", str(planted)))  # type: ignore[no-any-return]


def _filled(value: Any, key: str, words: Any) -> Any:
    if isinstance(value, dict):
        return {name: _filled(one, name, words) for name, one in value.items() if name != "easy_text"}
    if isinstance(value, list):
        return [_filled(one, key, words) for one in value]
    return words() if isinstance(value, str) and key in FREE_WORDS else value


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A picture on this computer that nobody asked to print."""
    file = tmp_path / "planted.png"
    Image.new("RGB", (300, 300), "red").save(file)
    return file


def brought_in(services: Services, folder: Path, record: dict[str, Any]) -> MeetingId:
    result = services.records.import_file(written(folder, record))
    assert result.meeting_id is not None, result.faults
    return result.meeting_id


def _texts(content: MinutesContent) -> Iterator[str]:
    yield from (content.title, content.group_name, content.date_words)
    for one in (*content.cover, *(told for section in content.sections for told in section.blocks)):
        yield from (one.label, *one.sentences, *one.items, *one.answers)
    yield from (section.heading for section in content.sections)


def letters(texts: list[str]) -> Counter[str]:
    drawn = unicodedata.normalize("NFD", "".join(fonts().drawable(text) for text in texts))
    return Counter(x for x in drawn if not x.isspace() and x not in "\u200c\u200d()[]<>{}«»")


@pytest.mark.parametrize("start", [0, 4, 8])
def test_hostile_words_in_every_field_are_printed_and_load_nothing(
    services: Services, tmp_path: Path, planted: Path, start: int
) -> None:
    record = hostile_record(start, planted)
    meeting = brought_in(services, tmp_path, record)
    content = services.minutes.content(meeting)
    text = services.minutes.make(meeting, MinutesFormat.PLAIN_TEXT).decode()

    for decision in record["meeting"]["decisions"]:
        assert _bare(clean(decision["text"]).text) in _bare(text), decision["text"]
    for format in (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT):
        data = services.minutes.render(content, MinutesOrder(format=format))
        read = read_out(data)
        said = letters([*(one.text for one in read.said), *("".join(words) for words in read.running_words)])
        assert letters(list(_texts(content))) - said == Counter(), format
        assert [fault for fault in read.faults if not fault.startswith("bookmarks")] == []
        assert [_bare(mark) for mark in read.bookmarks] == [_bare(heading) for heading in read.headings]
        file = tmp_path / "hostile.pdf"
        file.write_bytes(data)
        assert page_validation.validate_pdf(str(file), profile="ua1").is_compliant
        with pikepdf.open(io.BytesIO(data)) as pdf:
            things = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
            assert not [thing for thing in things if thing.get("/Subtype") == "/Image"]
            assert not [one for page in pdf.pages for one in page.get("/Annots", []) if "/A" in one]


def _bare(text: str) -> str:
    """Letters and numbers alone: sentences may be given their end marks."""
    return "".join(x for x in unicodedata.normalize("NFC", text) if x.isalnum())


def test_letters_that_no_font_has_are_named_while_somebody_types(services: Services) -> None:
    assert services.minutes.cannot_print("Plain words, Tŷ Dŵr, דוד, 王, 😀") == ()
    assert services.minutes.cannot_print("राम") == ("र", "ा", "म")
    assert services.minutes.cannot_print_words("✓") == "CHECK MARK (U+2713)"


@pytest.mark.parametrize("letter", ["x", "א", "م", "王", "क", "😀", "m\u0301", "a "])
def test_ten_times_as_many_letters_take_no_more_than_their_share(letter: str) -> None:
    """Time may grow with the letters, never with their square: 100 times as much would be that."""

    def seconds(count: int) -> float:
        made = small_content(chapter("Notes", block(letter * count, label="Notes")))
        start = time.process_time()
        easy_read(made)
        return time.process_time() - start

    seconds(100)  # fonts are loaded now
    few = min(seconds(1_000) for _ in range(2))

    assert seconds(10_000) < 40 * max(few, 0.01)
