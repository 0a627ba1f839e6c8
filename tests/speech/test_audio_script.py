"""The audio script as text and as markup (PT-09, PT-10)."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.speech.audio_script import script_markup, script_text, spoken_lines, word_count
from coprod_desktop.speech.minutes_lines import LineKind, MinutesLine
from tests.speech.lines import LINES, short_script

_SSML = "{http://www.w3.org/2001/10/synthesis}"


def test_every_line_has_its_spoken_line_in_the_same_order() -> None:
    script = short_script()
    assert [line.kind for line in script] == [line.kind for line in LINES]
    assert all(line.words for line in script)


def test_the_text_says_where_to_wait_and_numbers_its_parts() -> None:
    assert script_text(short_script()) == (
        "Minutes: Where the shelters go.\n[Pause: two seconds]\n\n\n"
        "Number one. The bus stops.\n[Pause: two seconds]\n\n"
        "We had two things to talk about.\nWhere to sit and wait.\nWhat one thousand two hundred pounds buys.\n\n"
        "We agreed to build a shelter.\n[Pause: one second]\n\n"
        "End of minutes.\n"
    )


def test_the_markup_waits_2_seconds_after_a_heading_and_1_after_a_decision() -> None:
    parts = list(ElementTree.fromstring(script_markup(short_script())))
    after = {one.text: two.get("time") for one, two in zip(parts[::2], parts[1::2], strict=True)}
    assert {one.tag for one in parts} == {f"{_SSML}s", f"{_SSML}break"}
    assert after["Number one. The bus stops."] == "2000ms"
    assert after["We agreed to build a shelter."] == "1000ms"
    assert list(after) == [line.words for line in short_script()]


@given(st.lists(st.text(max_size=40), max_size=5), st.sampled_from(["en-GB", "cy", "x\"<'"]))
def test_the_markup_is_sound_whatever_was_written(texts: list[str], language: str) -> None:
    lines = [MinutesLine(text=text, kind=LineKind.SENTENCE) for text in texts]
    script = ElementTree.fromstring(script_markup(spoken_lines(lines, language), language))
    assert len(script) == 2 * len(texts)


def test_a_line_of_nothing_but_marks_is_said_by_their_names() -> None:
    (line,) = spoken_lines([MinutesLine(text="-")])
    assert line.words == "hyphen minus."


def test_words_are_counted_as_they_are_said() -> None:
    assert word_count(spoken_lines([MinutesLine(text="It is £1,200.")])) == 7


def test_a_name_in_another_alphabet_gets_a_voice_of_its_own() -> None:
    (line,) = spoken_lines([MinutesLine(text="Idea from \u0645\u0631\u062d\u0628\u0627 and \u738b\u5c0f\u660e.")])
    (sentence, _) = ElementTree.fromstring(script_markup([line]))
    voices = {one.text: one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in sentence}
    assert voices == {"\u0645\u0631\u062d\u0628\u0627": "ar", "\u738b\u5c0f\u660e.": "cmn"}
    assert "".join(sentence.itertext()) == line.words
