"""Words that have broken other programs, in every field of a record, from the file to pages in every format."""

import copy
import json
import time
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.minutes_service import MinutesOrder
from tests.minutes.printing import block, chapter, easy_read
from tests.minutes.printing import content as small_content
from tests.services.hostile_pages import HOSTILE, check_pages_hold_all_and_load_nothing, check_text_holds
from tests.services.record_makers import SAMPLES, written

FREE_WORDS = {
    *("name", "chosen_name", "what_coproduction_means_to_us", "contact", "term", "means", "title", "venue", "purpose"),
    *("what", "by_whom", "why", "text", "from", "reason", "on_behalf_of", "note", "result", "brings", "open"),
    *("conditions", "passed_on_to", "who"),
}


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


@pytest.mark.parametrize("start", [0, 4, 8])
def test_hostile_words_in_every_field_are_printed_and_load_nothing(
    services: Services, tmp_path: Path, planted: Path, start: int
) -> None:
    record = hostile_record(start, planted)
    meeting = brought_in(services, tmp_path, record)
    content = services.minutes.content(meeting)
    text = services.minutes.make(meeting, MinutesFormat.PLAIN_TEXT).decode()

    for decision in record["meeting"]["decisions"]:
        check_text_holds(decision["text"], text)
    for format in (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT):
        data = services.minutes.render(content, MinutesOrder(format=format))
        check_pages_hold_all_and_load_nothing(data, content, tmp_path)


def test_letters_that_no_font_has_are_named_while_somebody_types(services: Services) -> None:
    assert services.minutes.cannot_print("Plain words, Tŷ Dŵr, דוד, 😀") == ()
    assert services.minutes.cannot_print("राम") == ("र", "ा", "म")
    assert services.minutes.cannot_print_words("राम") == "Devanagari ra, aa, ma"
    assert services.minutes.cannot_print_words("✓") == "check mark"
    assert services.minutes.cannot_print_words("Amina") == ""


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
