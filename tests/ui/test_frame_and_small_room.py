"""With little room: one line in the header, the order of Tab; and what a mistake and a kept length show."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from coprod_desktop.ui.main_window.frame import Frame
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.act_row import ActRow, RowAct
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.frame_header import FrameHeader
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.perspective_mark import Mark
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.share_dots import ShareDots
from coprod_desktop.ui.widgets.tab_order import tab_stops
from coprod_desktop.ui.widgets.turn_clock import TurnClock
from coprod_desktop.ui.widgets.turn_face import Hold
from tests.ui.person_at_screen import settle


def _header(theme: Theme, *, width: int) -> FrameHeader:
    header = FrameHeader(theme)
    header.set_group_name("Bus stops working group")
    header.set_screen("Turns")
    header.add_left(BigButton(theme, "Menu", icon=Icon.MENU))
    header.add_right(BigButton(theme, "Help", icon=Icon.HELP))
    header.set_narrow(True)
    header.resize(width, theme.px(60))
    header.show()
    settle()
    return header


def _seen(header: QWidget) -> list[str]:
    return [label.text() for label in header.findChildren(QLabel) if label.isVisible()]


def test_a_narrow_header_names_the_screen_or_gives_way_to_the_buttons(theme: Theme) -> None:
    theme.set_text_percent(200)
    assert _seen(_header(theme, width=1200)) == ["Turns"]
    narrow = _header(theme, width=500)
    assert _seen(narrow) == []
    assert all(button.width() >= button.sizeHint().width() for button in narrow.findChildren(BigButton))


@pytest.mark.parametrize("width", [1280, 1366])
def test_at_300_percent_no_word_at_the_top_is_broken(theme: Theme, width: int) -> None:
    theme.set_text_percent(300)
    window = QWidget()
    frame = Frame(theme, window)
    window.resize(width, 720)
    window.show()
    frame.wall_chip.show()
    frame.show_pause(is_shown=True)
    frame.fit(width)
    settle()
    buttons = [one for one in frame.header.findChildren(BigButton) if one.isVisible()]
    assert [one.words() for one in buttons] == ["Menu", "Help", "Undo"]
    assert all(one.width() >= one.sizeHint().width() for one in buttons)


def test_many_of_a_kind_are_one_bar_and_few_are_pieces(theme: Theme) -> None:
    lines = {total: ShareDots(theme, Mark.CARER, "Carers", total // 2, total, is_bar=True) for total in (4, 40)}
    for line in lines.values():
        line.resize(300, line.heightForWidth(300))
        line.show()
    settle()
    colours = {}
    for total, line in lines.items():
        picture = line.grab().toImage()
        row = picture.height() - theme.px(10)
        colours[total] = [picture.pixelColor(x, row).name() for x in range(6, 294)]
    pieces = {total: sum(one != after for one, after in pairwise(found)) for total, found in colours.items()}
    assert pieces[4] > 6
    assert pieces[40] <= 3


def test_a_row_whose_acts_are_put_away_is_as_high_as_before(theme: Theme) -> None:
    row = ActRow(theme, RowWords(title="Seats", note="Bob"), [RowAct("up", "Move up", Icon.MOVE_UP)])
    page = QWidget()
    column = Column(theme)
    column.addWidget(row)
    column.addStretch(1)
    page.setLayout(column)
    page.resize(600, 400)
    page.show()
    settle()
    before = row.height()
    row.set_chosen(True)
    settle()
    assert row.height() > before
    row.set_chosen(False)
    settle()
    assert row.height() == before


def test_a_choice_with_a_mistake_has_the_thick_edge(theme: Theme) -> None:
    page = QWidget()
    column = Column(theme)
    page.setLayout(column)
    choice = ChoiceButtons(theme, "Which?", [Choice("one", "One"), Choice("two", "Two")])
    row = form_row(theme, column, "Which?", choice)
    page.show()
    settle()
    button, middle = choice.button("two"), choice.button("two").height() // 2
    calm = button.grab().toImage().pixelColor(1, middle)
    row.show_error("Please choose one.")
    settle()
    wrong = button.grab().toImage().pixelColor(1, middle)
    assert wrong.name() == theme.colours.bad.name() != calm.name()


def test_a_clock_that_keeps_the_length_back_tells_shape_and_words_only(theme: Theme) -> None:
    clock = TurnClock(theme)
    clock.keep_back_length(30)
    clock.show_time(400, 600)
    assert clock.words() == clock.accessibleDescription() == "More than half is left."
    clock.show_time(100, 600, hold=Hold.PAUSED)
    assert clock.words() == "Paused. A little is left."
    clock.show_time(0, 600)
    assert clock.words() == "Time is up."
    clock.keep_back_length(None)
    clock.show_time(90, 120)
    assert clock.words() == "1:30 left of 2 minutes."


def test_dots_of_all_lines_stand_under_each_other(theme: Theme) -> None:
    lines = [ShareDots(theme, Mark.CARER, "Carers", filled, 4) for filled in range(5)]
    assert len({line.sizeHint().width() for line in lines}) == 1


def test_tab_follows_the_layout_and_not_the_order_of_making(theme: Theme) -> None:
    page = QWidget()
    column = Column(theme)
    page.setLayout(column)
    last, first = BigButton(theme, "Last"), BigButton(theme, "First")
    column.addWidget(last)
    column.insertWidget(0, first)
    page.show()
    settle()
    assert tab_stops(page) == [first, last]
