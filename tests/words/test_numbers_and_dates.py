"""Numbers, shares, dates, times, money and phone numbers."""

import pytest

from tests.words.judged import found, mends


@pytest.mark.parametrize(
    ("rule", "text", "better"),
    [
        ("ER-19", "There were three of us.", "3"),
        ("ER-19", "We have twenty-five chairs.", "25"),
        ("ER-19", "We have two hundred and five chairs.", "205"),
        ("ER-19", "A hundred people came.", "100"),
        ("ER-19", "Two thirds of us came.", "2 in 3"),
        ("ER-19", "We have 1500 chairs.", "1,500"),
        ("ER-19", "This is Part IV now.", "4"),
        ("ER-20", "We spent 25% of it.", "1 in 4"),
        ("ER-20", "We spent 50 per cent of it.", "half"),
        ("ER-20", "We spent 30 percent of it.", "3 in 10"),
        ("ER-20", "It is 2.5 miles.", "2 and a half"),
        ("ER-20", "It is 2.30 miles.", "about 2"),
        ("ER-21", "We meet on 4/11/2026.", "Wednesday 4 November 2026"),
        ("ER-21", "We meet on 4.11.26.", "Wednesday 4 November 2026"),
        ("ER-21", "We meet on 2026-11-04.", "Wednesday 4 November 2026"),
        ("ER-21", "We meet on 4th November 2026.", "Wednesday 4 November 2026"),
        ("ER-21", "We meet on the 4th of November.", "4 November"),
        ("ER-21", "We meet on November 4, 2026.", "Wednesday 4 November 2026"),
        ("ER-21", "We meet on Wed 4 Nov 2026.", "Wednesday 4 November 2026"),
        ("ER-22", "We meet at 14:30.", "2:30pm"),
        ("ER-22", "We meet at 14.30.", "2:30pm"),
        ("ER-22", "We meet at 2.30pm.", "2:30pm"),
        ("ER-22", "We meet at 2:00pm.", "2pm"),
        ("ER-22", "We meet at 2 pm.", "2pm"),
        ("ER-22", "We meet at 2 p.m. sharp.", "2pm"),
        ("ER-22", "We meet at 2PM.", "2pm"),
        ("ER-22", "We meet at 12pm.", "midday"),
        ("ER-22", "We meet at 12 noon.", "midday"),
        ("ER-22", "We meet at 00:00.", "midnight"),
        ("ER-22", "We meet 2pm-4pm.", "2pm to 4pm"),
        ("ER-22", "We meet 14:00 – 16:30.", "2pm to 4:30pm"),
        ("ER-22", "We meet 2-4pm.", "2pm to 4pm"),
        ("ER-22", "We meet at 1430 hours.", "2:30pm"),
        ("ER-23", "It costs £5.00.", "£5"),
        ("ER-23", "It costs £5.5.", "£5.50"),
        ("ER-23", "It costs £ 5.", "£5"),
        ("ER-23", "It costs 5 pounds.", "£5"),
        ("ER-23", "It costs £1500.", "£1,500"),
        ("ER-23", "It costs £2k.", "£2,000"),
    ],
)
def test_a_number_that_is_written_another_way_is_mended(rule: str, text: str, better: str) -> None:
    assert mends(rule, text) == [f"Write “{better}”."]
    others = {"ER-19", "ER-20", "ER-21", "ER-22", "ER-23"} - {rule}
    assert [finding for other in others for finding in found(other, text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "One at a time, please.",
        "There were 3 of us in 2026.",
        "We have 1,500 chairs and 12 desks.",
        "Half of it is gone, and 1 in 4 people came.",
        "We meet on Wednesday 4 November 2026.",
        "We meet on 4 November, and in May.",
        "We meet from 2pm to 4:30pm, at midday or at midnight.",
        "It costs £5 or £5.50, or £1,200, or 50p.",
        "Phone 01632 960 145 or 020 7450 4000.",
        "Record number 12345 is here.",
        "I think so, and I am glad.",
        "See A4 pages 2 to 4.",
        "Go to example.org/2026/11/04 for more.",
        "May 3 people come too.",
    ],
)
def test_numbers_in_the_house_way_are_left_alone(text: str) -> None:
    assert [finding for rule in ("ER-19", "ER-20", "ER-21", "ER-22", "ER-23") for finding in found(rule, text)] == []


def test_a_wrong_weekday_is_found() -> None:
    (finding,) = found("ER-21", "We meet on Tuesday 4 November 2026.")
    assert finding.is_blocking
    assert "Wednesday 4 November 2026" in finding.mend


def test_a_date_with_a_year_and_no_weekday_is_only_advised_on() -> None:
    (finding,) = found("ER-21", "We met on 24 February 2026.")
    assert (finding.mend, finding.is_blocking) == ("Write “Tuesday 24 February 2026”.", False)


def test_a_day_that_does_not_exist_is_left_alone() -> None:
    assert found("ER-21", "We met on 31/02/2026 and on 45/13/2026.") == []


def test_a_time_without_am_or_pm_offers_both() -> None:
    assert mends("ER-22", "We meet at 2.30.") == ["Write “2:30am” or “2:30pm”."]


def test_a_phone_number_is_written_in_groups() -> None:
    assert mends("ER-23", "Phone 01632960145.") == ["Write it in groups: “01632 960 145”."]
    assert mends("ER-23", "Phone 02074504000.") == ["Write it in groups: “020 7450 4000”."]


def test_footnote_marks_are_found() -> None:
    assert [finding.text for finding in found("ER-19", "We agreed* this¹ today [2].")] == ["*", "¹", "[2]"]
