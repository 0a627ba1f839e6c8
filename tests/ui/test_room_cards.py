"""The rota and the access check as people see them: no ranking, no need beside a name, and every line can be read."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.jobs import JobRota, Share
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.person import Person
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.access_check import load_access_check
from coprod_desktop.ui.theme import Mode, Theme
from coprod_desktop.ui.widgets.access_check_card import AccessCheckCard
from coprod_desktop.ui.widgets.rota_card import RotaCard
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import words_for
from tests.ui.person_at_screen import cut, press, seen, settle

NAMES = {PersonId(key): name for key, name in (("z", "Ali"), ("s", "Siân"), ("j", "Jo"), ("e", "Élise"))}
Z, S, J, E = NAMES


def rota(job: Job, today: tuple[PersonId, ...] = (), not_yet: tuple[PersonId, ...] = ()) -> JobRota:
    return JobRota(job=job, today=today, had_a_go=tuple(who for who in NAMES if who not in not_yet), not_yet=not_yet)


def shown(widget: QWidget, width: int = 400, height: int = 500) -> None:
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    QTest.qWaitForWindowActive(widget)
    settle()


def test_names_stand_by_alphabet_whatever_the_order_they_came_in(theme: Theme) -> None:
    card = RotaCard(theme, words_for)
    card.show_jobs([rota(Job.CHAIR, (S,), (S, J, E, Z))], [], NAMES)
    shown(card)
    assert "Chair. Today: Siân Not had a go yet: Ali, Élise, Jo, Siân" in seen(card)


def test_a_job_that_all_have_had_and_one_that_nobody_has(theme: Theme) -> None:
    card = RotaCard(theme, words_for)
    card.show_jobs([rota(Job.CHAIR), rota(Job.LAPTOP, (J,))], [], NAMES)
    shown(card)
    assert "Chair. Today: nobody yet Everybody has had a go" in seen(card)
    assert "Works the laptop. Today: Jo Everybody has had a go" in seen(card)


def test_many_names_are_counted_and_no_number_stands_beside_a_name(theme: Theme) -> None:
    names = {PersonId(str(at)): f"Person{at:02}" for at in range(60)}
    card = RotaCard(theme, words_for)
    card.show_jobs([JobRota(job=Job.CHAIR, today=(), had_a_go=(), not_yet=tuple(names))], [], names)
    shown(card)
    assert "Not had a go yet: 60 people" in seen(card)
    assert "Person" not in seen(card)


@pytest.mark.parametrize(
    ("jobs", "words"),
    [
        ((Job.NOTE_TAKER, Job.LAPTOP), "Jo has the pen and the laptop. Shall somebody share?"),
        ((Job.CHAIR, Job.FACILITATOR, Job.TIMEKEEPER), "Jo has many jobs today. Shall somebody share?"),
    ],
)
def test_sharing_is_offered_kindly_and_goes_away(theme: Theme, jobs: tuple[Job, ...], words: str) -> None:
    card = RotaCard(theme, words_for)
    card.show_jobs([rota(Job.CHAIR)], [Share(person_id=J, jobs=jobs)], NAMES)
    shown(card)
    assert words in seen(card)
    card.show_jobs([rota(Job.CHAIR)], [], NAMES)
    settle()
    assert "share" not in seen(card)


def test_a_job_is_pressed_to_change_it_and_the_arrows_move(theme: Theme) -> None:
    card = RotaCard(theme, words_for)
    pressed: list[str] = []
    card.job_pressed.connect(pressed.append)
    card.show_jobs([rota(job) for job in Job], [], NAMES)
    shown(card)
    card.row(Job.CHAIR).focus_target().setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert pressed == ["facilitator"]
    card.show_jobs([rota(job, (J,)) for job in Job], [], NAMES)
    assert card.row(Job.FACILITATOR).isAncestorOf(QApplication.focusWidget())


def test_the_questions_are_read_and_one_press_says_so(theme: Theme) -> None:
    card = AccessCheckCard(theme, key="F8")
    done: list[bool] = []
    card.read.connect(lambda: done.append(True))
    questions = load_access_check(templates_folder()).questions([])
    card.show_questions(questions)
    shown(card, 700, 560)
    for question in questions:
        assert question in seen(card)
    press(card, "We have read this")
    assert done == [True]
    card.show_questions(questions, is_read=True)
    settle()
    assert not card.button.isVisible()
    assert "We have read this." in seen(card)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert card.isAncestorOf(focused)


def test_the_arrow_keys_reach_the_last_question(theme: Theme) -> None:
    everyone = Person(
        id=PersonId("x"),
        group_id=GroupId("g"),
        name="Quillon",
        needs=tuple(AccessNeed(code=code, detail="Zebra", consent_on=date(2026, 1, 13)) for code in NEED_CODES),
    )
    card = AccessCheckCard(theme)
    card.show_questions(load_access_check(templates_folder()).questions([everyone]))
    shown(card, 700, 400)
    last = next(label for label in card.findChildren(QWidget) if _says(label, "Would anything else help anybody?"))
    assert last.visibleRegion().isEmpty()
    QTest.keyClick(card, Qt.Key.Key_Tab)
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    settle()
    assert not last.visibleRegion().isEmpty()
    assert "Zebra" not in seen(card)


def _says(widget: QWidget, words: str) -> bool:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface is not None and interface.text(QAccessible.Text.Name) == words


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST])
@pytest.mark.parametrize("percent", [100, 200, 300])
def test_nothing_is_cut(theme: Theme, mode: Mode, percent: int) -> None:
    theme.set_mode(mode)
    theme.set_text_percent(percent)
    names = {**NAMES, J: "Mohammed Abdul-Rahman Hussein of the Riverside Allotments Association"}
    jobs = RotaCard(theme, words_for)
    share = Share(person_id=J, jobs=(Job.NOTE_TAKER, Job.LAPTOP))
    jobs.show_jobs([rota(job, (J,), tuple(NAMES)) for job in Job], [share], names)
    check = AccessCheckCard(theme, key="F8")
    check.show_questions(load_access_check(templates_folder()).questions([]))
    for area in (WorkArea(theme, check, jobs), WorkArea(theme, jobs, check)):
        shown(area, 1166 if percent == 100 else 1240, 560)
        assert cut(area) == []
        area.close()
