"""A date: typed or by arrows, left with Tab, its weekday worked out."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.date_field import DateField


@pytest.mark.parametrize("day", [None, date(2026, 11, 24)])
def test_tab_leaves_a_date_with_and_without_a_day(theme: Theme, qtbot: QtBot, day: date | None) -> None:
    page, field, after = QWidget(), DateField(theme, day), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addWidget(after)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_a_figure_typed_into_an_empty_date_begins_with_today(theme: Theme, qtbot: QtBot) -> None:
    field = DateField(theme)
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_8)
    day = field.day()
    assert day is not None
    assert (day.day, day.month, day.year) == (8, date.today().month, date.today().year)


def test_the_weekday_is_worked_out(theme: Theme, qtbot: QtBot) -> None:
    field = DateField(theme, date(2026, 11, 24))
    qtbot.addWidget(field)
    assert field.weekday_words() == "Tuesday"
    field.set_day(None)
    assert field.weekday_words() == ""


def test_left_and_right_choose_the_part_that_up_and_down_change(theme: Theme, qtbot: QtBot) -> None:
    field = DateField(theme, date(2026, 11, 22))
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    field.setSelectedSection(DateField.Section.DaySection)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(field, key)
    assert field.day() == date(2027, 12, 23)
    qtbot.keyClick(field, Qt.Key.Key_Left)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.day() == date(2027, 11, 23)
