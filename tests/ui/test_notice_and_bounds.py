"""Notice and honest bounds beyond the set-up: the new-meeting panel, the group, the agenda, the decisions."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.lines import HowOpen
from coprod_desktop.domain.meeting import Bounds, FixedBound, MeetingDetails
from coprod_desktop.domain.need_rules import NEED_RULES
from coprod_desktop.domain.notice import Notice, takes_days
from coprod_desktop.domain.room import WallScene
from coprod_desktop.ui.screens.agenda.agenda_screen import AgendaScreen
from coprod_desktop.ui.screens.decisions.decisions_screen import DecisionsScreen
from coprod_desktop.ui.screens.group.group_screen import GroupScreen
from coprod_desktop.ui.screens.meetings_screen import MeetingsScreen
from coprod_desktop.ui.theme import Mode, Theme
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.notice_bar import NoticeBar
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.widgets.notice_words import need_words, notice_sentences
from coprod_desktop.ui.widgets.number_field import NumberField
from coprod_desktop.ui.widgets.press_button import PressButton
from coprod_desktop.ui.widgets.screen import Screen
from coprod_desktop.ui.widgets.text_field import TextField
from tests.ui.screen_checks import Room, at_200_percent, cut_widgets, press, settle, show, type_keys, words_of

_LONGEST = next(rule for rule in NEED_RULES if rule.key == "two_interpreters")


def _notice(days: int, **facts: object) -> Notice:
    told = {"is_sent": False, "rule_days": 14, "longest": _LONGEST, "too_short_for": int(days < 42), **facts}
    return Notice(days=days, **told)  # type: ignore[arg-type]  # facts of a notice


def _button(screen: QWidget, words: str) -> PressButton:
    return next(one for one in screen.findChildren(PressButton) if one.words() == words and one.isVisible())


# Words


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (_notice(14), "14 days. Interpreters need 42."),
        (_notice(1), "1 day. Interpreters need 42. Our own rule is 14."),
        (_notice(42), "42 days. That is enough."),
        (_notice(13, longest=None, too_short_for=0), "13 days. Our own rule is 14."),
        (_notice(-1), "This day has passed."),
        (_notice(-1, is_sent=True), "The invitations went out after the meeting."),
    ],
)
def test_notice_is_said_in_few_words(notice: Notice, words: str) -> None:
    assert notice_sentences(notice) == words


def test_every_need_that_takes_days_has_words_of_its_own() -> None:
    told = {rule.key: need_words(rule, "42 days") for rule in NEED_RULES if takes_days(rule)}
    assert all(words.endswith(" 42 days") and words[0].isupper() for words in told.values())
    assert [key for key, words in told.items() if words == "One need takes 42 days"] == ["other"]


# The card


def test_the_card_tells_days_rule_and_longest_need_and_is_never_red(theme: Theme, qtbot: QtBot) -> None:
    card = NoticeCard(theme)
    qtbot.addWidget(card)
    card.resize(356, 330)
    card.show_notice(_notice(14))
    card.show()
    settle()
    said = words_of(card)
    for words in ("14", "days", "Our own rule is 14 days. Interpreters need 42 days.", "Too short for 1 need"):
        assert words in said
    for mode in (Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST):
        theme.set_mode(mode)
        settle()
        image = card.grab().toImage()
        bad = QColor(theme.colours.bad)
        assert not any(
            image.pixelColor(x, y) == bad for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
        )
    card.show_notice(_notice(60))
    assert "Too short" not in words_of(card)


def test_the_marks_stand_where_their_days_are(theme: Theme, qtbot: QtBot) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    bar.show_notice(_notice(21))
    bar.resize(316, bar.heightForWidth(316))
    bar.show()
    settle()
    image, text = bar.grab().toImage(), theme.colours.text
    middle = next(y for y in range(image.height()) if image.pixelColor(2, y) == theme.colours.primary)
    filled = [x for x in range(image.width()) if image.pixelColor(x, middle + 4) == theme.colours.primary]
    marks = [x for x in range(image.width()) if image.pixelColor(x, middle + 4) == text]
    rule, need = marks[0], marks[-1]
    ratio = image.devicePixelRatio()
    assert abs(rule / need - 14 / 42) < 0.03
    assert abs(max(filled) / need - 21 / 42) < 0.03
    assert need < 316 * ratio


@pytest.mark.parametrize("width", [260, 316, 700])
@pytest.mark.parametrize("percent", [100, 200, 300])
def test_no_word_of_the_line_is_cut(theme: Theme, qtbot: QtBot, width: int, percent: int) -> None:
    theme.set_text_percent(percent)
    card = NoticeCard(theme)
    qtbot.addWidget(card)
    card.show_notice(_notice(14))
    card.resize(max(width * percent // 100, card.minimumSizeHint().width()), 400 * percent // 100)
    card.show()
    settle()
    assert cut_widgets(card) == []


# A new meeting


def _signs(room: Room, name: str) -> None:
    person = room.services.people.get(room.people[name])
    need = AccessNeed(code="BSL", consent_on=date(2026, 1, 13), consent_words="May we?")
    room.services.people.save(replace(person, needs=(need,)))
    room.bridge.refresh_people()


@pytest.fixture
def meetings(room: Room, theme: Theme, qtbot: QtBot) -> MeetingsScreen:
    screen = MeetingsScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def test_a_new_meeting_says_at_once_when_its_date_is_too_near(meetings: MeetingsScreen, room: Room) -> None:
    _signs(room, "Amina")
    meetings.start_new()
    settle()
    assert "0 days" not in words_of(meetings), "nobody chose today: it was offered"
    (field,) = meetings.findChildren(DateField)
    field.setFocus()
    for _ in range(3):
        press(Qt.Key.Key_Up)
    assert "3 days. Interpreters need 42. Our own rule is 14." in words_of(meetings)
    field.setSelectedSection(field.Section.YearSection)
    type_keys("2027")
    assert "368 days. That is enough." in words_of(meetings)


def test_the_next_meeting_asks_only_for_those_who_will_be_on_its_list(meetings: MeetingsScreen, room: Room) -> None:
    _signs(room, "Amina")
    room.running.requests.take_off(room.people["Amina"])
    room.running.requests.change_details(replace(room.state.details, title="Last"))
    press(Qt.Key.Key_Return)
    _button(meetings, "Start the next one").click()
    settle()
    (field,) = meetings.findChildren(DateField)
    field.set_day(date(2026, 12, 14))
    settle()
    assert "20 days. That is enough." in words_of(meetings)


# The group


def test_the_groups_rule_is_a_number_of_days_and_its_words_about_money_are_kept(
    room: Room, theme: Theme, qtbot: QtBot
) -> None:
    screen = GroupScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    days, age = screen.findChildren(NumberField)
    assert days.accessibleName() == "How many days before a meeting do we tell people?"
    assert days.value() == 14
    days.setFocus()
    days.selectAll()
    type_keys("21")
    press(Qt.Key.Key_Tab)
    assert age.accessibleName() == "Under which age does a parent say yes too?"
    assert age.value() == 16
    age.setFocus()
    age.selectAll()
    type_keys("18")
    press(Qt.Key.Key_Tab)
    money = screen._card.fold("money")  # noqa: SLF001  # the only way to one of several rows
    money.focus_header()
    press(Qt.Key.Key_Return)
    (field,) = (one for one in screen.findChildren(TextField) if "What money" in one.accessibleName())
    field.setFocus()
    type_keys("We pay fares.")
    press(Qt.Key.Key_Tab)
    group = room.services.groups.current()
    assert group is not None
    assert (group.notice_days, group.parents_yes_under, group.taking_part_money) == (21, 18, "We pay fares.")
    room.services.history.undo()
    screen.on_shown()
    again = room.services.groups.current()
    assert again is not None
    assert again.taking_part_money == ""


# The agenda and the decisions

_BOUNDS = Bounds(
    open=("Where they go", "How they look"),
    how_open=(HowOpen.DECIDE, HowOpen.TOLD),
    fixed=(FixedBound(what="The money", by_whom="The council", why="It is all there is"),),
    not_given_up=("Seats with arms",),
    why_now="The year ends.",
    hoped_gain="Less mending.",
)


def _shown(screen: Screen, qtbot: QtBot) -> Screen:
    qtbot.addWidget(screen)
    show(screen)
    return screen


def test_the_agenda_shows_what_is_open_and_f10_shows_it_to_the_room(room: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _shown(AgendaScreen(theme, room.services, room.bridge), qtbot)
    assert "What is open" not in words_of(screen)
    assert not screen.press("F10")
    room.running.requests.set_bounds(_BOUNDS)
    settle()
    said = words_of(screen)
    for words in (
        *("What is open", "Where they go", "We decide together", "How they look", "We are only told"),
        *("The money", "Fixed by: The council. It is all there is", "Seats with arms", "The year ends."),
        *("What the organisation hopes for", "Less mending."),
    ):
        assert words in said
    assert screen.press("F10")
    assert room.state.room.wall.scene is WallScene.BOUNDS
    assert screen.press("F10")
    assert room.state.room.wall.scene is WallScene.FOLLOW


def test_bounds_on_the_agenda_are_not_cut_at_200_percent(room: Room, theme: Theme) -> None:
    room.running.requests.set_bounds(_BOUNDS)
    screen = at_200_percent(theme, lambda: AgendaScreen(theme, room.services, room.bridge))
    assert cut_widgets(screen) == []


def test_a_meeting_without_decisions_gives_a_kind_word_and_bars_nothing(room: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = DecisionsScreen(theme, room.services, room.bridge)
    _shown(screen, qtbot)
    hint = "This meeting asks for no decisions. You can write one all the same."
    assert hint not in words_of(screen)
    details: MeetingDetails = replace(room.state.details, is_without_decisions=True)
    room.running.requests.change_details(details)
    settle()
    assert hint in words_of(screen)
    assert screen.press("F8")
    settle()
    assert screen.words.isVisible(), "a decision can be written all the same"
    room.running.live.undo()
    settle()
    assert hint not in words_of(screen)
