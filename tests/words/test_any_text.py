"""Any text can be judged, quickly; rules that know English only say that they were passed over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.words.findings import digest
from coprod_desktop.words.judge import EASY_READ, ENGLISH_ONLY, LARGE_PRINT
from coprod_desktop.words.spoken_script import script_findings
from coprod_desktop.words.text_file import TextFile, bytes_findings, plain_text_findings
from tests.words.judged import found, house, judge, matter, sentence

_HOSTILE = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="0123456789 :./-£%pmaIVX,()'’and two", max_size=80),
    st.text(alphabet=st.characters(min_codepoint=0x590, max_codepoint=0x6FF), max_size=80),
)


@settings(max_examples=300, deadline=None)
@given(text=_HOSTILE, kind=st.booleans())
def test_no_text_stops_a_check(text: str, kind: bool) -> None:
    told = matter(sentence(text, is_own_words=kind), text, names=(text,), words={"budget": text})
    for finding in (*judge().easy_read(told), *judge().large_print(told)):
        assert finding.message
        assert finding.mend
        assert len(digest(finding)) == 64
    for finding in plain_text_findings(TextFile(text=text, headings=(text,)), house()):
        assert finding.place.startswith("Line ")
    script_findings(text, house())
    bytes_findings(text.encode("utf-8", "surrogatepass"), house())


@pytest.mark.parametrize(
    "text",
    ["a" * 10_000, "1" * 10_000, "two " * 2_500, "1,000" * 2_000, "." * 10_000, "I" * 10_000, "A.B." * 2_500]
    + ["a-" * 5_000, "(" * 10_000, "مرحبا " * 1_600, "👩‍🦽" * 3_000, "Mon 4 Jan " * 1_000, "12:" * 3_000]
    + ["\ud800" * 100, "x@" * 5_000],
)  # fmt: skip
def test_ten_thousand_letters_are_judged_like_any_others(text: str) -> None:
    assert isinstance(judge().easy_read(matter(text)), tuple)
    assert isinstance(plain_text_findings(TextFile(text=text), house()), tuple)


def test_rules_for_english_are_passed_over_for_another_language_and_say_so() -> None:
    welsh = "Nid yw'r pwyllgor wedi penderfynu eto, don't purchase three GPS."
    told = matter(welsh, language="cy")
    findings = judge().easy_read(told)
    assert not {finding.rule for finding in findings} & ENGLISH_ONLY
    (said,) = [finding for finding in findings if finding.rule == "PDF-11"]
    assert not said.is_blocking
    assert {finding.rule for finding in judge().easy_read(matter(welsh))} >= {"ER-13", "ER-15", "ER-18", "ER-19"}


def test_long_sentences_are_found_in_every_language() -> None:
    assert len(found("ER-08", "gair " * 20, language="cy")) == 1


def test_a_clean_text_has_no_findings_at_all() -> None:
    told = matter("We agreed to buy a new bench.", "Jo will ask the council by Friday 4 December 2026.", names=("Jo",))
    assert judge().findings(told, {*EASY_READ, *LARGE_PRINT}) == ()


def test_the_digest_of_a_finding_changes_with_its_words_and_holds_none_of_them() -> None:
    first, same, other = (found("ER-24", text)[0] for text in ("Do we?", "Do we?", "Do they?"))
    assert digest(first) == digest(same) != digest(other)
    assert "we" not in digest(first)
