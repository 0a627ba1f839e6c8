"""Nothing leaves the laptop, and names and needs stand nowhere but in the tables of people (DP-01, DP-02, DP-04)."""

import ast
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.lines import AgendaItemDetails, DecisionDetails, IdeaDetails, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import MinutesFormat, Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.bootstrap import Services, open_services

PROGRAM = Path(__file__).parents[2] / "coprod_desktop"
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc", "asyncio", "requests", "httpx", "aiohttp"}
LOCAL_ONLY = {"QLocalServer", "QLocalSocket"}


def _imports(file: Path) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, "") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [(node.module or "", alias.name) for alias in node.names]
    return found


def test_no_module_can_reach_the_network() -> None:
    files = list(PROGRAM.rglob("*.py"))
    assert len(files) > 100
    for file in files:
        for module, name in _imports(file):
            assert module.split(".")[0] not in NETWORK, f"{file}: {module}"
            if module == "PySide6.QtNetwork":
                assert name in LOCAL_ONLY, f"{file}: {name}"
            assert module not in ("PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets"), file


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """A group with one person whose name and needs can be recognised, after a whole small meeting."""
    opened = open_services(tmp_path / "data")
    group = opened.groups.create("Bus stops")
    needs = tuple(
        AccessNeed(code=code, detail=f"Zebra{number}", consent_on=date(2026, 1, 13))
        for number, code in enumerate(NEED_CODES)
    )
    quill = replace(opened.people.new_person(group.id), name="Quillon Xanthe", contact="Phone Yodel", needs=needs)
    who = opened.people.save(quill).id
    running = opened.meetings.begin(group.id, MeetingDetails(title="Seats", held_on=date(2026, 11, 24)), [who])
    ask, mine = running.requests, Proposer(people=(who,))
    ask.arrive(who, perspectives=(Perspective.CARER,))
    item_id = ask.propose_item(AgendaItemDetails(title="Seats", proposer=mine))
    ask.open_item(item_id)
    running.turns.start(opened.people.get(who))
    running.turns.end()
    ask.record_idea(Words(text="Seats with arms"), IdeaDetails(proposer=mine, item_id=item_id))
    ask.record_decision(Words(text="We buy seats."), DecisionDetails(proposer=mine, outcome=Outcome.AGREED))
    ask.finish()
    return opened


def test_the_record_holds_ids_and_never_names_or_needs(services: Services) -> None:
    with services.database.read() as connection:
        payloads = connection.execute(text("SELECT payload FROM meeting_log")).scalars().all()
    assert len(payloads) >= 10
    told = " ".join(payloads)
    for private in ("Quillon", "Xanthe", "Zebra", "Yodel"):
        assert private not in told
    services.close()


def test_no_need_stands_in_minutes_or_beside_a_name(services: Services) -> None:
    group = services.groups.current()
    assert group is not None
    (header,) = services.meetings.headers(group.id)
    for wanted in (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT, MinutesFormat.PLAIN_TEXT):
        made = services.minutes.make(header.id, wanted)
        words = made.decode() if wanted is MinutesFormat.PLAIN_TEXT else _words(made)
        assert "Quillon" in words
        for private in ("Zebra", "Yodel", "carer beside"):
            assert private not in words
        assert "Quillon" not in _around(words, "carer")
    services.close()


def test_no_table_has_a_column_that_asks_for_too_much(services: Services) -> None:
    with services.database.read() as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        columns = {
            row[1]
            for table in tables
            for row in connection.execute(text(f"SELECT * FROM pragma_table_info('{table}')"))
        }
    assert "name" in columns
    for forbidden in ("diagnosis", "disability", "birth", "benefit", "gender", "religion", "nhs"):
        assert not [column for column in columns if forbidden in column.lower()]
    services.close()


def _words(pdf: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    words = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return words


def _around(words: str, found: str) -> str:
    at = words.lower().find(found)
    return words[max(0, at - 40) : at + 40] if at >= 0 else ""
