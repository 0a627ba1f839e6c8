"""What the widgets do: errors beside fields, rows that keep the focus, a calm clock, spoken news."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets import announce as announcing
from coprod_desktop.ui.widgets.announce import SpokenLabel, announce
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.focus_ring import FocusRing
from coprod_desktop.ui.widgets.form_row import FormRow, form_row
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.number_field import NumberField
from coprod_desktop.ui.widgets.page_preview import PagePreview
from coprod_desktop.ui.widgets.person_mark import initials_of
from coprod_desktop.ui.widgets.rail import Place, Rail
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.signal_band import SignalBand
from coprod_desktop.ui.widgets.tab_order import next_stop
from coprod_desktop.ui.widgets.text_field import TextField
from coprod_desktop.ui.widgets.time_blocks import Block, TimeBlocks
from coprod_desktop.ui.widgets.turn_clock import TurnClock
from coprod_desktop.ui.widgets.turn_face import Hold
from coprod_desktop.ui.widgets.undo_bar import UndoBar

WindowWith = Callable[..., QWidget]


class _Shown(QObject):
    """Counts how often widgets come into view, which is when a notification is spoken."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.words: list[str] = []
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.words.append(self._widget.accessibleName())
        return False


@pytest.fixture
def window_with(theme: Theme) -> Callable[..., QWidget]:
    """Shows a window with some widgets under each other, and keeps it until the test is over."""
    kept: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        kept.append(window)
        column = Column(theme, gap=12, margins=(20, 20, 20, 20))
        for widget in widgets:
            column.addWidget(widget)
        window.setLayout(column)
        window.resize(700, 500)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    return show


def _spoken_label(within: QWidget) -> QWidget:
    return next(
        widget
        for widget in within.findChildren(QWidget)
        if QAccessible.queryAccessibleInterface(widget).role() == QAccessible.Role.Notification
    )


# Forms


@pytest.mark.parametrize("make", [LineField, TextField, NumberField, DateField])
def test_a_field_is_tied_to_its_label(theme: Theme, make: Callable[[Theme], QWidget]) -> None:
    field = make(theme)
    column = Column(theme)
    row = form_row(theme, column, "Name", field, hint="As they want it.")

    interface = QAccessible.queryAccessibleInterface(field)
    labels = [other.text(QAccessible.Text.Name) for other, kind in interface.relations()]

    assert "Name" in labels
    assert field.accessibleName() == "Name"
    assert field.accessibleDescription() == "As they want it."
    assert row.field is field


def test_a_mistake_is_shown_spoken_and_gets_the_focus(theme: Theme, window_with: WindowWith) -> None:
    field, button = LineField(theme), BigButton(theme, "Save")
    row = FormRow(theme, "Name", field, hint="As they want it.")
    window = window_with(row, button)
    button.setFocus()
    spoken = _Shown(_spoken_label(row))

    row.show_error("Write a name.")

    assert spoken.words[-1] == "Write a name."
    assert row.error_words() == "Write a name."
    assert window.focusWidget() is field
    assert field.accessibleDescription() == "Write a name. As they want it."


def test_a_mistake_changes_how_the_field_looks(theme: Theme, window_with: WindowWith) -> None:
    field = LineField(theme)
    row = FormRow(theme, "Name", field)
    window_with(row)
    before = field.grab().toImage()

    row.show_error("Write a name.")
    assert field.grab().toImage() != before

    row.clear_error()
    assert row.error_words() == ""
    assert field.accessibleDescription() == ""


def test_tab_leaves_a_field_of_several_lines(theme: Theme, window_with: WindowWith) -> None:
    field, button = TextField(theme), BigButton(theme, "Save")
    window = window_with(field, button)
    field.setFocus()

    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert window.focusWidget() is button
    assert field.toPlainText() == ""


def test_a_secret_can_be_shown(theme: Theme) -> None:
    field = LineField(theme, "cat horse", is_secret=True)
    assert field.displayText() != "cat horse"

    field.set_secret(False)

    assert field.displayText() == "cat horse"


def test_a_date_tells_its_weekday_and_may_be_missing(theme: Theme) -> None:
    field = DateField(theme, date(2026, 11, 24))
    assert field.weekday_words() == "Tuesday"
    assert field.day() == date(2026, 11, 24)

    field.set_day(None)

    assert field.day() is None
    assert field.weekday_words() == ""
    assert field.text() == "No date yet"


def test_the_arrow_keys_give_a_missing_date_a_start(theme: Theme) -> None:
    field = DateField(theme)
    field.show()

    QTest.keyClick(field, Qt.Key.Key_Up)

    assert field.day() is not None


def test_a_number_grows_by_its_step_when_its_sign_is_clicked(theme: Theme) -> None:
    field = NumberField(theme, 15, 5, 60, step=5, after="minutes")
    field.resize(field.sizeHint())
    field.show()
    right = field.rect().center()
    right.setX(field.width() - theme.px(20))

    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=right)

    assert field.value() == 20


# Choices and rows


def test_sentences_to_choose_from_are_as_wide_as_each_other(theme: Theme) -> None:
    choices = ChoiceButtons(
        theme, "Which?", [Choice("a", "A roof."), Choice("b", "A light " * 30, note="Idea from Bob")], is_in_lines=True
    )
    choices.resize(500, choices.heightForWidth(500))
    choices.show()
    QApplication.processEvents()
    first, second = choices.button("a"), choices.button("b")
    assert first.width() == second.width() == choices.width()
    assert first.geometry().bottom() < second.geometry().top()
    assert second.accessibleName().endswith("Idea from Bob")


def _three(theme: Theme, *, is_several: bool) -> ChoiceButtons:
    choices = [Choice("a", "Easy read"), Choice("b", "Large print"), Choice("c", "Plain text")]
    return ChoiceButtons(theme, "Minutes as", choices, is_several=is_several)


def test_only_one_of_the_choices_is_chosen(theme: Theme, window_with: WindowWith) -> None:
    choices = _three(theme, is_several=False)
    window_with(choices)
    heard: list[str | None] = []
    choices.chosen_changed.connect(lambda: heard.append(choices.chosen_key()))

    choices.button("a").click()
    choices.button("c").click()

    assert heard == ["a", "c"]
    assert choices.chosen() == ["c"]


def test_several_choices_can_be_chosen_and_taken_back(theme: Theme, window_with: WindowWith) -> None:
    choices = _three(theme, is_several=True)
    window_with(choices)

    for key in ("a", "c", "a"):
        choices.button(key).click()

    assert choices.chosen() == ["c"]


def test_setting_a_choice_is_not_told_as_if_a_person_chose(theme: Theme) -> None:
    choices = _three(theme, is_several=False)
    heard: list[str] = []
    choices.chosen_changed.connect(lambda: heard.append("changed"))

    choices.set_chosen("b")
    choices.set_chosen()

    assert choices.chosen() == []
    assert heard == []


@pytest.mark.parametrize("is_several", [False, True])
def test_arrows_move_through_choices_without_choosing(theme: Theme, window_with: WindowWith, is_several: bool) -> None:
    choices = _three(theme, is_several=is_several)
    window = window_with(choices)
    choices.button("a").setFocus()

    QTest.keyClick(choices.button("a"), Qt.Key.Key_Right)

    assert window.focusWidget() is choices.button("b")
    assert choices.chosen() == []


def test_choices_that_are_cleared_are_met_at_the_first_one_again(theme: Theme, window_with: WindowWith) -> None:
    before, choices = BigButton(theme, "Before"), _three(theme, is_several=False)
    window = window_with(before, choices)
    choices.button("b").setFocus()
    choices.button("b").click()
    before.setFocus()

    choices.set_chosen()

    assert next_stop(window, before, is_next=True) is choices.button("a")


def test_arrows_move_through_rows(theme: Theme, window_with: WindowWith) -> None:
    rows = RowList(theme, "Waiting to speak")
    window_with(rows)
    rows.set_rows((key, CardRow(theme, RowWords(title=key))) for key in ("Amina", "Bob", "Chen"))
    QApplication.processEvents()
    rows.focus_row("Amina")

    QTest.keyClick(rows.row("Amina").focus_target(), Qt.Key.Key_Down)
    assert rows.focused_key() == "Bob"

    QTest.keyClick(rows.row("Bob").focus_target(), Qt.Key.Key_End)
    assert rows.focused_key() == "Chen"


def test_rows_keep_the_focus_when_they_are_made_anew(theme: Theme, window_with: WindowWith) -> None:
    rows = RowList(theme, "Waiting to speak")
    window_with(rows)
    rows.set_rows((key, CardRow(theme, RowWords(title=key))) for key in ("Amina", "Bob", "Chen"))
    QApplication.processEvents()
    rows.focus_row("Bob")

    rows.set_rows((key, CardRow(theme, RowWords(title=key))) for key in ("Chen", "Bob"))
    QApplication.processEvents()

    assert rows.keys() == ["Chen", "Bob"]
    assert rows.focused_key() == "Bob"


def test_a_row_says_all_its_words_and_that_it_is_chosen(theme: Theme) -> None:
    words = RowWords(title="Seats", note="Bob Okafor", number="2", right="15 min", badge="Next")
    row = CardRow(theme, words)

    row.set_chosen(True)

    interface = QAccessible.queryAccessibleInterface(row.focus_target())
    assert interface.text(QAccessible.Text.Name) == "2. Seats. Bob Okafor. 15 min. Next"
    assert interface.text(QAccessible.Text.Description) == "Chosen"
    assert interface.role() == QAccessible.Role.Button


def test_a_row_that_is_only_read_takes_no_focus(theme: Theme) -> None:
    row = CardRow(theme, RowWords(title="3 November"), is_pressable=False)

    assert row.focus_target().focusPolicy() == Qt.FocusPolicy.NoFocus
    assert QAccessible.queryAccessibleInterface(row.focus_target()).role() == QAccessible.Role.StaticText


def test_with_little_room_buttons_of_a_row_go_below_its_words(theme: Theme, window_with: WindowWith) -> None:
    row = CardRow(theme, RowWords(title="2 sign language interpreters", icon=Icon.NEEDS))
    button = BigButton(theme, "Mark arranged")
    row.add_at_right(button)
    window_with(row)

    row.resize(640, row.heightForWidth(640))
    QApplication.processEvents()
    assert button.x() > row.focus_target().geometry().right()

    row.resize(300, row.heightForWidth(300))
    QApplication.processEvents()
    assert button.y() >= row.focus_target().geometry().bottom()


# The rail and the undo bar


def test_the_rail_asks_for_a_place_and_says_where_we_are(theme: Theme) -> None:
    rail = Rail(theme)
    rail.set_places([Place("agenda", "Agenda", Icon.AGENDA)], [Place("help", "Help", Icon.HELP)])
    asked: list[str] = []
    rail.place_requested.connect(asked.append)

    rail.button("help").click()
    rail.set_current("agenda")

    assert asked == ["help"]
    assert rail.button("agenda").accessibleDescription() == "You are here"
    assert rail.button("help").accessibleDescription() == ""


def test_undo_waits_until_there_is_something_to_take_back(theme: Theme, window_with: WindowWith) -> None:
    bar = UndoBar(theme)
    window_with(bar)
    asked: list[str] = []
    bar.undo_requested.connect(lambda: asked.append("undo"))

    bar.undo_button().click()
    bar.show_undo("Amina's turn ended")
    bar.undo_button().click()

    assert asked == ["undo"]
    assert not bar.redo_button().isVisible()


def test_undo_stays_in_its_place_when_there_is_more_to_say(theme: Theme, window_with: WindowWith) -> None:
    bar = UndoBar(theme)
    window_with(bar)
    before = bar.undo_button().geometry()

    bar.show_saved("Saved. A much longer sentence about what has just been done.")
    bar.show_redo("Do it again")
    QApplication.processEvents()

    assert bar.undo_button().geometry() == before


# What is spoken


def test_what_was_saved_is_spoken_even_twice(theme: Theme, window_with: WindowWith) -> None:
    bar = UndoBar(theme)
    window_with(bar)
    spoken = _Shown(_spoken_label(bar))

    bar.show_saved("Saved.")
    bar.show_saved("Saved.")

    assert spoken.words == ["Saved.", "Saved."]


def test_on_linux_news_goes_through_the_undo_bar(
    theme: Theme, window_with: WindowWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(announcing.sys, "platform", "linux")
    bar, button = UndoBar(theme), BigButton(theme, "Print")
    window_with(bar, button)
    button.setFocus()

    announce(button, "Printing is finished.")

    assert bar.words() == "Printing is finished."
    assert button.hasFocus()


def test_elsewhere_news_is_an_announcement(
    theme: Theme, window_with: WindowWith, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(announcing.sys, "platform", "win32")
    monkeypatch.setattr(announcing.QAccessible, "updateAccessibility", lambda event: sent.append(event.message()))
    button = BigButton(theme, "Print")
    window_with(button)

    announce(button, "Printing is finished.")

    assert sent == ["Printing is finished."]


def test_a_message_stays_and_its_one_act_can_be_asked_for(theme: Theme, window_with: WindowWith) -> None:
    bar = MessageBar(theme, MessageKind.FAILED, "We could not save.", "The disk is full.", act="Try again")
    window_with(bar)
    asked: list[str] = []
    bar.act_requested.connect(lambda: asked.append("again"))
    spoken = _Shown(_spoken_label(bar))

    bar.findChild(BigButton).click()
    bar.show_message(MessageKind.GOOD, "It is saved now.")

    assert asked == ["again"]
    assert bar.words() == "It is saved now."
    assert spoken.words == ["It is saved now."]


def test_nearly_time_is_spoken_once(theme: Theme, window_with: WindowWith) -> None:
    band = SignalBand(theme)
    window_with(band)
    spoken = _Shown(_spoken_label(band))

    for _ in range(5):
        band.say("Nearly time")

    assert spoken.words == ["Nearly time"]


# Time


@pytest.mark.parametrize(
    ("left", "is_paused", "words"),
    [
        (150, False, "2:30 left of 4 minutes."),
        (28, False, "0:28 left of 4 minutes."),
        (90, True, "Paused. 1:30 left of 4 minutes."),
        (0, False, "Time is up."),
    ],
)
def test_the_clock_tells_each_state_in_words(theme: Theme, left: int, is_paused: bool, words: str) -> None:
    clock = TurnClock(theme)

    clock.show_time(left, 240, 30, hold=Hold.PAUSED if is_paused else Hold.RUNS)

    interface = QAccessible.queryAccessibleInterface(clock)
    assert clock.words() == words
    assert interface.role() == QAccessible.Role.ProgressBar
    assert interface.text(QAccessible.Text.Description)


def test_the_clock_does_not_talk_every_second(theme: Theme) -> None:
    clock = TurnClock(theme)
    told: set[tuple[str, int]] = set()

    for left in range(240, 30, -1):
        clock.show_time(left, 240, 30)
        told.add((clock.accessibleDescription(), clock.value()))

    assert len(told) <= 240 // 30


def test_the_states_of_the_clock_look_different(theme: Theme) -> None:
    clock = TurnClock(theme)
    clock.resize(400, 400)
    pictures = []
    for left, is_paused in ((150, False), (28, False), (150, True), (0, False)):
        clock.show_time(left, 240, 30, hold=Hold.PAUSED if is_paused else Hold.RUNS)
        pictures.append(bytes(clock.grab().toImage().constBits()))
    clock.show_no_timer()
    pictures.append(bytes(clock.grab().toImage().constBits()))

    assert len(set(pictures)) == len(pictures)


def test_the_clock_turns_yellow_only_when_time_is_nearly_up(theme: Theme) -> None:
    clock = TurnClock(theme)
    clock.resize(400, 400)

    clock.show_time(31, 240, 30)
    assert not _has_colour(clock.grab().toImage(), theme.colours.wind.rgb())
    clock.show_time(30, 240, 30)
    assert _has_colour(clock.grab().toImage(), theme.colours.wind.rgb())


def _has_colour(image: QImage, rgb: int) -> bool:
    return any(image.pixel(x, y) == rgb for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))


def test_too_much_time_is_told_in_words(theme: Theme) -> None:
    blocks = TimeBlocks(theme)

    blocks.show_blocks([Block(30, 1), Block(30, 2), Block(25, 3)], 75)

    assert blocks.text() == "85 of 75 minutes used. 10 minutes too long."


# Layouts, pages, the ring


def test_a_focused_part_is_brought_into_view(theme: Theme, window_with: WindowWith) -> None:
    scroll = ScrollColumn(theme)
    buttons = [BigButton(theme, f"Button {number}") for number in range(30)]
    for button in buttons:
        scroll.add(button)
    window = window_with(scroll)

    buttons[-1].setFocus()
    QApplication.processEvents()

    top = buttons[-1].mapTo(window, buttons[-1].rect().topLeft()).y()
    assert 0 < top < window.height() - buttons[-1].height()


def test_a_button_half_out_of_sight_is_pressed_by_the_mouse(theme: Theme, window_with: WindowWith) -> None:
    scroll = ScrollColumn(theme)
    pressed: list[str] = []
    buttons = [BigButton(theme, f"Button {number}") for number in range(30)]
    for button in buttons:
        button.clicked.connect(partial(pressed.append, button.words()))
        scroll.add(button)
    window = window_with(scroll)
    buttons[3].setFocus()
    scroll.verticalScrollBar().setValue(30)
    QApplication.processEvents()
    cut = buttons[0]
    at = cut.mapTo(window, cut.visibleRegion().boundingRect().topLeft()) + QPoint(20, 2)
    handle, left, none = window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    QTest.mousePress(handle, left, none, at)
    QTest.mouseRelease(handle, left, none, at)

    assert pressed == [cut.words()]


def test_cards_side_by_side_go_under_each_other_with_little_room(theme: Theme) -> None:
    row = EvenRow(theme, least=200)
    one, two = BigButton(theme, "One"), BigButton(theme, "Two")
    row.addWidget(one)
    row.addWidget(two)
    holder = QWidget()
    holder.setLayout(row)
    holder.show()

    holder.resize(500, 200)
    QApplication.processEvents()
    assert one.y() == two.y()
    assert one.width() == two.width()

    holder.resize(300, 300)
    QApplication.processEvents()
    assert two.y() > one.y()


def test_the_ring_follows_the_focus_and_lets_the_mouse_through(theme: Theme, window_with: WindowWith) -> None:
    one, two = BigButton(theme, "One"), BigButton(theme, "Two")
    window = window_with(one, two)
    ring = FocusRing(theme, window)
    one.setFocus()
    QApplication.processEvents()
    assert ring.geometry().contains(one.geometry())

    two.setFocus()
    QApplication.processEvents()

    assert ring.geometry().contains(two.geometry())
    assert not ring.geometry().contains(one.geometry())
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_the_ring_goes_when_the_focused_part_goes(theme: Theme, window_with: WindowWith) -> None:
    one = BigButton(theme, "One")
    window = window_with(one)
    ring = FocusRing(theme, window)
    one.setFocus()
    QApplication.processEvents()

    one.hide()
    QApplication.processEvents()

    assert not ring.isVisible()


def test_a_page_is_shown_whole_and_can_be_made_bigger(theme: Theme, window_with: WindowWith) -> None:
    preview = PagePreview(theme)
    page = QImage(210, 297, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.red)
    window_with(preview)

    preview.show_page(page, "Easy read, page 4 of 9")
    whole = preview.widget().size()
    preview.set_zoom(2)

    assert whole.height() <= preview.height()
    assert preview.widget().height() == pytest.approx(2 * whole.height(), abs=20)
    assert preview.accessibleName() == "Easy read, page 4 of 9"


def test_initials_come_from_the_first_and_last_name() -> None:
    assert initials_of("Dilys Mair Morgan") == "DM"
    assert initials_of("\u0174yn") == "\u0174"
    assert initials_of("Dilys O. (2)") == "DO"


def test_a_message_with_little_room_keeps_its_words_together_and_its_acts_below(theme: Theme) -> None:
    bar = MessageBar(
        theme, MessageKind.GOOD, "This idea has number 12.", "We answer by number.", act="Save a slip", can_close=True
    )
    heights = []
    for width in (316, 700):
        bar.resize(width, bar.heightForWidth(width))
        bar.show()
        QApplication.processEvents()
        heights.append(bar.height())
        words = bar.findChild(SpokenLabel)
        assert words is not None
        assert words.width() > 200
    assert heights[0] < 2 * heights[1] + 60
