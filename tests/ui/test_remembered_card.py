"""The card of what was talked about before: rows that say what became of it, spoken once, and no focus taken."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.what_became import Became, LineKind, WaitsFor
from coprod_desktop.services.memory_service import Remembered
from coprod_desktop.ui.theme import Mode, Theme
from coprod_desktop.ui.widgets import remembered_card
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.remembered_card import MOST_LETTERS, RememberedCard
from tests.ui.person_at_screen import cut, seen, settle

WAITS = Remembered(
    kind=LineKind.DECISION,
    line_id="decision",
    meeting_id=MeetingId("march"),
    held_on=date(2026, 3, 10),
    words="We want seats with arms at every stop.",
    became=Became.WAITS_FOR_YES,
    waits_for=(WaitsFor(who="The council", asked_on=date(2026, 3, 12)),),
)
TALKED = replace(
    WAITS, kind=LineKind.ITEM, line_id="item", words="Bus shelters", became=Became.TALKED_ABOUT, waits_for=()
)
JOB = replace(
    TALKED,
    kind=LineKind.ACTION,
    line_id="job",
    words="Measure the kerb",
    became=Became.STILL_OPEN,
    due_on=date(2027, 1, 5),
)


class Form(QWidget):
    """A field to type into with the card under it, as on the agenda screen."""

    def __init__(self, theme: Theme, width: int = 400) -> None:
        super().__init__()
        self.field = LineField(theme)
        self.field.setAccessibleName("What is it about?")
        self.card = RememberedCard(theme)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.card)
        column.addStretch(1)
        self.resize(width, 620)
        self.show()
        self.activateWindow()
        QTest.qWaitForWindowActive(self)
        self.field.setFocus()
        settle()

    def remember(self, *lines: Remembered) -> None:
        """As the screen does while somebody types."""
        self.card.show_remembered(lines)
        settle()


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was said to a screen reader."""
    said: list[str] = []
    monkeypatch.setattr(remembered_card, "announce", lambda _widget, words: said.append(words))
    return said


def test_nothing_is_there_until_something_is_remembered(theme: Theme) -> None:
    form = Form(theme)
    assert not form.card.isVisible()
    form.remember(WAITS)
    assert form.card.isVisible()
    assert form.card.shown_line_ids == ("decision",)
    form.remember()
    assert not form.card.isVisible()
    assert form.card.shown_line_ids == ()


def test_a_promise_says_who_was_asked_and_when(theme: Theme) -> None:
    form = Form(theme)
    form.remember(WAITS)
    told = seen(form.card)
    assert "We want seats with arms at every stop." in told
    assert "We wanted this on 10 March 2026." in told
    assert "The council must also say yes. We asked on 12 March. No answer yet" in told


def test_nobody_knows_when_somebody_was_asked(theme: Theme) -> None:
    form = Form(theme)
    form.remember(replace(WAITS, waits_for=(WaitsFor(who="The council"), WaitsFor(who="The vicar"))))
    assert "The council must also say yes. The vicar must also say yes. No answer yet" in seen(form.card)


def test_a_job_says_its_day_with_the_year_if_that_is_another(theme: Theme) -> None:
    form = Form(theme)
    form.remember(JOB)
    assert "It is not done yet. We wanted it by 5 January 2027" in seen(form.card)
    form.remember(replace(JOB, became=Became.DONE))
    assert "We wanted it" not in seen(form.card)


@pytest.mark.parametrize("became", list(Became))
def test_each_thing_that_can_become_of_a_line_has_its_own_words_and_the_date(theme: Theme, became: Became) -> None:
    form = Form(theme)
    form.remember(replace(TALKED, became=became))
    told = seen(form.card)
    assert "10 March 2026" in told
    others = Form(theme)
    others.remember(*(replace(TALKED, became=other, line_id=other) for other in Became if other is not became))
    rows = told.partition("Bus shelters")[2].strip()
    assert rows not in [part.strip() for part in seen(others.card).split("Bus shelters")]


def test_each_row_is_a_button_that_tells_which_line_it_is(theme: Theme) -> None:
    form = Form(theme)
    form.remember(WAITS, TALKED, JOB)
    chosen: list[str] = []
    form.card.line_chosen.connect(chosen.append)

    QTest.keyClick(form, Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_End, Qt.Key.Key_Return):
        focused = form.focusWidget()
        assert focused is not None
        interface = QAccessible.queryAccessibleInterface(focused)
        assert interface.role() is QAccessible.Role.Button
        QTest.keyClick(focused, key)
    assert chosen == ["decision", "item", "job"]


def test_it_is_said_once_and_the_focus_stays_where_somebody_types(theme: Theme, spoken: list[str]) -> None:
    form = Form(theme)
    form.remember(TALKED)
    form.remember(TALKED)
    form.remember()
    form.remember(TALKED)
    assert spoken == ["We talked about this before: Bus shelters"]
    assert form.focusWidget() is form.field

    form.remember(TALKED, JOB)
    assert spoken[1:] == ["We talked about this before: Measure the kerb"]
    form.card.forget_told()
    form.remember(JOB)
    assert len(spoken) == 3


def test_the_card_and_its_list_have_a_name(theme: Theme) -> None:
    form = Form(theme)
    form.remember(TALKED)
    assert form.card.accessibleName() == "We talked about this before"


def test_a_very_long_line_is_shown_with_its_beginning(theme: Theme) -> None:
    form = Form(theme)
    form.remember(replace(TALKED, words="Seats with arms. " * 100))
    told = seen(form.card)
    assert "…" in told
    assert len(told) < MOST_LETTERS + 150


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.HIGH_CONTRAST])
@pytest.mark.parametrize(("width", "percent"), [(356, 100), (740, 100), (640, 200)])
def test_no_words_are_cut(theme: Theme, mode: Mode, width: int, percent: int) -> None:
    theme.set_mode(mode)
    theme.set_text_percent(percent)
    form = Form(theme, width)
    form.resize(width, 1200)
    form.remember(WAITS, TALKED, JOB)
    assert cut(form.card) == []
