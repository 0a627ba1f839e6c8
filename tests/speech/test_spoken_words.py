"""What is written, as it is said (PT-09)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.speech.spoken_words import spoken

SAID = [
    ("It costs £5.50.", "It costs five pounds fifty."),
    ("We have £1,200", "We have one thousand two hundred pounds."),
    ("£1 and £0.05 and 50p and 1p.", "One pound and five pence and fifty pence and one penny."),
    ("A £5 ticket, an £8 fee.", "A five pound ticket, an eight pound fee."),
    ("£1.05", "One pound and five pence."),
    ("£1.5 million, £2m, £3k", "One point five million pounds, two million pounds, three thousand pounds."),
    ("£500-£700", "Five hundred pounds to seven hundred pounds."),
    ("€3.20 or $1", "Three euros twenty or one dollar."),
    ("Tuesday 10 March 2026", "Tuesday the tenth of March twenty twenty-six."),
    ("On the 3rd of May", "On the third of May."),
    ("From 9 to 11 March", "From the ninth to the eleventh of March."),
    ("10/03/2026 or 2026-03-11", "The tenth of March twenty twenty-six or the eleventh of March twenty twenty-six."),
    ("By April 2027.", "By April twenty twenty-seven."),
    ("The 2026/27 money", "The twenty twenty-six to twenty twenty-seven money."),
    ("In 2026 we met 2026 people", "In twenty twenty-six we met two thousand and twenty-six people."),
    ("In the 1990s", "In the nineteen nineties."),
    ("10:30am to 12:50pm.", "Half past ten in the morning to twelve fifty in the afternoon."),
    ("At 2:15 p.m. We eat.", "At quarter past two in the afternoon. We eat."),
    ("From 2-4pm", "From two to four o'clock in the afternoon."),
    ("10am - 12pm", "Ten o'clock in the morning to midday."),
    ("19:05 and 9:45am", "Seven oh five in the evening and quarter to ten in the morning."),
    ("12am", "Midnight."),
    ("Phone 01632 960 145.", "Phone zero one six three two, nine six zero, one four five."),
    ("+44 1632 960145", "Plus four four, one six three two, nine six zero one four five."),
    ("Call 999", "Call nine nine nine."),
    ("Mail jo.smith@example.org.", "Mail jo dot smith at example dot org."),
    ("See https://www.x.org.uk/a-1/.", "See w w w dot x dot org dot uk slash a hyphen one."),
    ("From openmoji.org", "From openmoji dot org."),
    ("CC BY-SA 4.0", "CC BY-SA four point zero."),
    ("50% of us, 3.5%", "Fifty per cent of us, three point five per cent."),
    ("A4, MP3, a 12-seat bus, room 2B", "A four, MP three, a twelve-seat bus, room two B."),
    ("2½ hours, ½ a day, 7/10, 1/4", "Two and a half hours, half a day, seven out of ten, a quarter."),
    ("5km, 1 kg, 20°C, -5", "Five kilometres, one kilogram, twenty degrees Celsius, minus five."),
    ("AB12 3CD", "A B one two, three C D."),
    ("Tea & cake + talk", "Tea and cake plus talk."),
    ("No. 5, #2, 1st, 22nd", "Number five, number two, first, twenty-second."),
    ("We – all of us — came", "We, all of us, came."),
    ("Well done 😀", "Well done grinning face."),
    ("٣ people and ①", "Three people and one."),
    ("<img src=1>", "Less than img src equals one more than."),
    ("iPhone", "IPhone."),
]


@pytest.mark.parametrize(("written", "words"), SAID[:-1], ids=[written for written, _ in SAID[:-1]])
def test_it_is_said_as_people_say_it(written: str, words: str) -> None:
    assert spoken(written) == words


def test_a_small_first_letter_stays_small() -> None:
    assert spoken("iPhone") == "iPhone."


def is_sayable(letter: str) -> bool:
    """A letter, a mark on a letter, a space, or a stop: nothing that a voice would skip or garble."""
    return unicodedata.category(letter)[0] in "LMZP" or letter in "\u200c\u200d"


WRITTEN = st.one_of(
    st.text(max_size=80),
    st.text(alphabet="0123456789 .,:-/£€$%pamkstndrh()+@&#½²", max_size=40),
    st.lists(st.sampled_from([written for written, _ in SAID]), max_size=4).map("".join),
)


@given(WRITTEN)
def test_no_digit_and_no_sign_is_left_whatever_was_written(written: str) -> None:
    words = spoken(written)
    assert not [letter for letter in words if letter.isnumeric() and unicodedata.category(letter)[0] == "N"]
    assert not [letter for letter in words if not is_sayable(letter)]
    assert not set(words) & set("&@#%/\\*_")


@given(WRITTEN)
def test_every_letter_that_was_written_is_said(written: str) -> None:
    """Words in letters alone are all still there: nothing vanishes beside a number or a sign."""
    plain = "".join(letter if letter.isascii() and letter.isalpha() else " " for letter in written).split()
    names = [f"Zeb{'aeiou'[number % 5] * (number + 1)}" for number in range(len(plain[:5]))]
    words = spoken(" ".join(f"{name} {written}" for name in names))
    assert all(name in words for name in names)


@pytest.mark.parametrize("text", ["Costiodd £5.50 am 10:30am, 1,200 o bobl.", "A4 50%", "Tua 7"])
def test_in_another_language_the_figures_stay_and_stand_apart(text: str) -> None:
    words = spoken(text, "cy")
    assert all(part.isdigit() or not any(letter.isdigit() for letter in part) for part in words.split())
    assert [part for part in words.split() if part.isdigit()]


def test_a_word_of_ten_thousand_letters_is_said_at_once() -> None:
    assert spoken("a" * 10_000) == "a" * 10_000 + "."
    assert len(spoken("9" * 10_000).split()) == 10_000
