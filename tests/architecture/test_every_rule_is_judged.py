"""Every rule of the accessibility standard has a check, a test, or a reason why no program can judge it."""

import ast
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.minutes.page_checks.checking import PAGE_CHECKS
from coprod_desktop.paths import resources_folder, templates_folder
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.minutes_service import MinutesOrder
from coprod_desktop.words.judge import EASY_READ, LARGE_PRINT, PIECE_CHECKS, WHOLE_CHECKS, check_names
from coprod_desktop.words.reading_matter import PieceKind, ReadingMatter, TextPiece
from coprod_desktop.words.spoken_script import SCRIPT_CHECKS
from coprod_desktop.words.text_file import FILE_CHECKS
from tests.words.judged import judge, matter, sentence

ROOT = Path(__file__).parents[2]
RULE_IDS = [
    f"{family}-{number:02d}"
    for family, last in (("ER", 38), ("LP", 17), ("PT", 12), ("PDF", 21))
    for number in range(1, last + 1)
]
LONG = "We will ask the council for a new bench because the old bench at the stop is broken."
BUDGET = {"budget": "the money that we can spend"}
SEEDED: dict[str, tuple[ReadingMatter, ReadingMatter]] = {
    "ER-03": (matter("This is IMPORTANT."), matter("The NHS came.")),
    "ER-08": (matter(LONG), matter("We ask for a new bench.")),
    "ER-09": (matter("We sing and we eat but we do not dance."), matter("We sing and we eat.")),
    "ER-11": (
        matter(*[sentence("We go.", block=1)] * 4),
        matter(*[sentence("We go.", block=1)] * 3),
    ),
    "ER-12": (matter("The bench was bought."), matter("Jo bought the bench.")),
    "ER-13": (matter("We don't know."), matter("We do not know Jo's plan.")),
    "ER-14": (matter("We ask for funds.", words=BUDGET), matter("We ask for funds.")),
    "ER-15": (matter("We discuss procurement."), matter("We talk about food.")),
    "ER-16": (
        matter("We have a budget.", "We go.", words=BUDGET),
        matter("We have a budget.", "Budget means the money that we can spend.", words=BUDGET),
    ),
    "ER-17": (
        ReadingMatter(pieces=(sentence("We go."),), used_terms=("budget", "rota"), word_list=("budget: money",)),
        ReadingMatter(pieces=(sentence("We go."),), used_terms=("budget",)),
    ),
    "ER-18": (matter("The CQC came."), matter("The Care Quality Commission (CQC) came.")),
    "ER-19": (matter("We have three."), matter("We have 3, one at a time.")),
    "ER-20": (matter("We keep 25%."), matter("We keep 1 in 4.")),
    "ER-21": (matter("We meet on 4/11/2026."), matter("We meet on Wednesday 4 November 2026.")),
    "ER-22": (matter("We meet at 14:30."), matter("We meet at 2:30pm.")),
    "ER-23": (matter("We pay £5.00."), matter("We pay £5.")),
    "ER-24": (matter("What now?"), matter(sentence("What now?", PieceKind.HEADING))),
    "LP-16": (matter(f"{LONG[:-1]} and the rain comes in."), matter(LONG)),
}
"""For each rule about words a text that breaks it and one that does not."""


@lru_cache(maxsize=1)
def rules() -> dict[str, dict[str, Any]]:
    told: dict[str, dict[str, Any]] = json.loads((templates_folder() / "rules.en.json").read_text(encoding="utf-8"))
    return told


@lru_cache(maxsize=1)
def known_checks() -> frozenset[str]:
    pages = {f"pages:{name}" for names in PAGE_CHECKS.values() for name in names}
    return frozenset(
        {*check_names(), *pages}
        | {f"text:{check}" for check in FILE_CHECKS}
        | {f"script:{check}" for check in SCRIPT_CHECKS}
    )


def test_the_list_holds_every_rule_and_no_other() -> None:
    assert list(rules()) == RULE_IDS


@pytest.mark.parametrize("rule", RULE_IDS)
def test_a_rule_has_a_check_or_a_test_or_a_reason_why_people_must_judge_it(rule: str) -> None:
    told = rules()[rule]
    assert told["asks"].endswith(".")
    assert set(told) <= {"asks", "checks", "tests", "by_people"}
    assert told.get("checks") or told.get("tests") or len(told.get("by_people", "").split()) > 4
    assert set(told.get("checks", ())) <= known_checks()
    for named in told.get("tests", ()):
        file, _, name = named.partition("::")
        functions = [node.name for node in ast.walk(ast.parse((ROOT / file).read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)]  # fmt: skip  # noqa: E501
        assert name in functions, named


@pytest.mark.parametrize("rule", RULE_IDS)
def test_every_check_that_judges_a_rule_is_named_beside_it(rule: str) -> None:
    judging = {f"pages:{name}" for name in PAGE_CHECKS.get(rule, ())}
    judging |= {f"words:{table[rule].__name__}" for table in (PIECE_CHECKS, WHOLE_CHECKS) if rule in table}
    assert judging <= set(rules()[rule].get("checks", ()))


def test_no_check_is_without_a_rule() -> None:
    named = {check for told in rules().values() for check in told.get("checks", ())}
    assert known_checks() <= named


def test_what_a_rule_asks_is_said_in_short_sentences() -> None:
    assert [told["asks"] for told in rules().values() if len(told["asks"].split()) > 20] == []


@pytest.mark.parametrize("rule", sorted({*EASY_READ, *LARGE_PRINT}))
def test_a_fault_against_a_rule_about_words_is_found_and_a_clean_text_is_not(rule: str) -> None:
    faulty, clean = SEEDED[rule]
    found = judge().findings(faulty, [rule])
    assert {finding.rule for finding in found} == {rule}
    assert all(finding.message and finding.mend and finding.place for finding in found if rule != "ER-17")
    assert judge().findings(clean, [rule]) == ()


def _fixed_wording(file: str) -> list[TextPiece]:
    """Our own printed sentences with something filled in."""
    filled = {"count": "12", "date": "Tuesday 24 November 2026", "time": "2pm", "page": "6", "pages": "6 and 7"}
    filled |= {"number": "6", "part": "2", "parts": "2", "start": "2pm", "end": "4pm"}
    pieces: list[TextPiece] = []
    for key, words in _texts("", json.loads((templates_folder() / file).read_text(encoding="utf-8"))):
        if key in ("date", "time", "time_with_minutes"):
            continue
        text = re.sub(r"\{(\w+)[^}]*\}", lambda name: filled.get(name[1], "Jo"), words)
        kind = PieceKind.CREDIT if "credit" in key else PieceKind.SENTENCE if words.endswith(".") else PieceKind.LABEL
        lines = re.split(r"(?<=[.!?]) (?=[A-Z])", text)
        pieces += [TextPiece(text=line, place=key, kind=kind) for line in lines if line]
    return pieces


def _texts(key: str, entry: Any) -> list[tuple[str, str]]:
    if isinstance(entry, str):
        return [(key, entry)]
    inside = (
        entry.items() if isinstance(entry, dict) else ((key, one) for one in entry) if isinstance(entry, list) else ()
    )
    return [found for name, one in inside for found in _texts(f"{key}.{name}".strip("."), one)]


def test_our_own_fixed_wording_has_nothing_that_blocks() -> None:
    pieces = _fixed_wording("wording.en.json")
    assert len(pieces) > 200
    told = ReadingMatter(pieces=tuple(pieces), names=("Jo",))
    assert [(one.place, one.message) for one in judge().easy_read(told) if one.is_blocking] == []


@pytest.fixture
def sample(tmp_path: Path) -> Services:
    services = open_services(tmp_path / "data")
    services.records.import_file(resources_folder() / "sample" / "riverside-team-up.json")
    return services


def _printed(services: Services, order: MinutesOrder) -> str:
    data = services.minutes.make(services.records.find("last"), order.format)
    if order.format is MinutesFormat.PLAIN_TEXT:
        return data.decode()
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(words.split())


ALL_PAGES = [MinutesOrder(format=one) for one in (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT, MinutesFormat.PLAIN_TEXT)]  # fmt: skip  # noqa: E501


def test_no_logo_of_easy_read_is_shipped() -> None:
    """ER-35: no file bears its name, and none holds its blue."""
    names = [file.name.lower() for folder in (resources_folder(), templates_folder()) for file in folder.rglob("*")]
    assert len(names) > 5
    assert not [name for name in names if re.search(r"easy.?to.?read|inclusion.?europe", name)]
    drawn = [file for folder in (resources_folder(), templates_folder()) for file in folder.rglob("*.svg")]
    assert not [file for file in drawn if "#333399" in file.read_text(encoding="utf-8").lower()]


def test_no_score_of_easy_reading_is_printed(sample: Services) -> None:
    """ER-36."""
    for order in ALL_PAGES:
        words = _printed(sample, order).lower()
        assert not re.search(r"readab|reading age|dale.?chall|cefr|flesch|\bscore", words)
    sample.close()


def test_every_format_tells_the_same_decisions(sample: Services) -> None:
    """PT-11: each decision, proposer, action and date of the text stands on the pages too, in the same order."""
    easy, large, text = (_printed(sample, order) for order in ALL_PAGES)
    content = sample.minutes.content(sample.records.find("last"))
    told = [line for section in content.sections for block in section.blocks if block.ref for line in block.sentences]
    assert len(told) > 50
    for words in (easy, large, text):
        flat, at = " ".join(words.split()), 0
        for line in told:
            found = flat.find(line, at)
            assert found >= 0, line
            at = found
    sample.close()


def test_no_page_says_that_it_is_braille(sample: Services) -> None:
    """PT-12: text is a source for whoever makes braille."""
    for order in ALL_PAGES:
        assert "braille" not in _printed(sample, order).lower()
    sample.close()


def test_whoever_prints_is_told_which_paper_to_use() -> None:
    """ER-37."""
    told = (templates_folder() / "print_pack.en.json").read_text(encoding="utf-8").lower()
    assert "matt paper" in told
    assert re.search(r"\b80 (?:g\b|grams)", told)


def test_large_letters_bring_advice_and_are_still_allowed() -> None:
    """LP-02."""
    for size_pt, is_advised in ((28, False), (29, True), (48, True)):
        order = MinutesOrder(format=MinutesFormat.LARGE_PRINT, size_pt=size_pt)
        assert order.needs_size_advice is is_advised
        assert order.checked_size() == size_pt
    assert "audio or plain text" in (templates_folder() / "wording.en.json").read_text(encoding="utf-8")
