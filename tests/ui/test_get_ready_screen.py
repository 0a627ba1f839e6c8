"""Get ready: what is undone in one list, one press a step, no names; people's own word is theirs alone."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.adjustment import GroupState, PersonSaid
from coprod_desktop.domain.meeting import Bounds, FixedBound
from coprod_desktop.domain.person import Perspective
from coprod_desktop.services.role_list_service import RoleList
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.ui.screens.get_ready.get_ready_screen import GetReadyScreen
from coprod_desktop.ui.screens.get_ready.print_lists_panel import PrintListsPanel
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.folder_place import FolderPlace
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.widgets.ready_rows import ReadyRows
from coprod_desktop.ui.widgets.step_dots import StepDots
from coprod_desktop.ui.widgets.tab_order import tab_stops
from tests.ui.person_at_screen import button, seen
from tests.ui.screen_checks import (
    Room,
    at_200_percent,
    cut_widgets,
    focused,
    press,
    settle,
    show,
    sideways_scrolls,
    type_keys,
    unnamed_controls,
    words_of,
)

NAMES = ("Amina", "Bob", "Chen", "Dilys")


def _needs(room: Room, name: str, *codes: str, perspectives: tuple[Perspective, ...] = ()) -> None:
    person = room.services.people.get(room.people[name])
    asked = date(2026, 9, 1)
    needs = tuple(
        AccessNeed(code=code, detail=f"Zebra {code}", consent_on=asked, noted_on=asked, may_share=True)
        for code in codes
    )
    PeopleStore(room.services.database).save(replace(person, needs=needs, perspectives=perspectives))
    room.bridge.refresh_people()


def _move(room: Room, held_on: date, **changes: str) -> None:
    details = room.state.details
    assert details is not None
    room.running.requests.change_details(replace(details, held_on=held_on, **changes))


@pytest.fixture
def known(room: Room) -> Room:
    """A meeting in two weeks; two people use taxis, one signs, one needs a loop."""
    _needs(room, "Amina", "BSL")
    _needs(room, "Bob", "TRAVEL", "LP")
    _needs(room, "Chen", "TRAVEL", "LOOP")
    _move(room, date(2026, 12, 8), starts_at="10:00", ends_at="12:00")
    return room


def _open(room: Room, theme: Theme, qtbot: QtBot) -> GetReadyScreen:
    screen = GetReadyScreen(theme, room.services, room.bridge)
    qtbot.addWidget(screen)
    show(screen)
    return screen


def _rows(screen: GetReadyScreen) -> ReadyRows:
    """The list of what is undone, which is there once only we can see the screen."""
    assert screen.needs.content is not None
    return screen.needs.content.rows


def _every_word(screen: GetReadyScreen) -> str:
    """Also what is hidden."""
    return "\n".join(label.text() for label in screen.findChildren(QLabel))


def _undone(screen: GetReadyScreen) -> list[str]:
    """What stands in the list, by key."""
    return _rows(screen).keys()


def _state_of(room: Room, key: str) -> GroupState:
    lines = room.services.ready.lines(room.running.live.id, state=room.replayed())
    return next(line.state for line in lines if line.key == key)


def test_rows_hold_no_names_and_no_words_of_people_whoever_sees_the_screen(
    known: Room, theme: Theme, qtbot: QtBot
) -> None:
    screen = _open(known, theme, qtbot)
    for fold in screen.findChildren(Fold):
        if fold.isVisible():
            fold.set_open(True)
            fold.opened.emit()
    settle()
    words = seen(screen)
    assert "Taxis or lifts for 2 people" in words
    assert "Large print papers for 1 person" in words
    assert not [name for name in (*NAMES, "Zebra") if name in words]


def test_the_focus_is_on_the_first_thing_that_is_not_ready_and_enter_marks_its_next_step(
    known: Room, theme: Theme, qtbot: QtBot
) -> None:
    screen = _open(known, theme, qtbot)
    first = _undone(screen)[0]
    assert first == "two_interpreters"  # the earliest date
    assert focused().text() == "Mark asked"
    press(Qt.Key.Key_Return)
    assert _state_of(known, first) is GroupState.ASKED
    assert focused().text() == "Mark arranged"


def test_a_row_that_is_done_stays_under_the_finger_and_is_among_what_is_done_the_next_time(
    known: Room, theme: Theme, qtbot: QtBot
) -> None:
    screen = _open(known, theme, qtbot)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert _state_of(known, "two_interpreters") is GroupState.ARRANGED
    assert _undone(screen)[0] == "two_interpreters"
    assert focused().text() == "Mark ready"
    screen.on_shown()
    settle()
    assert "two_interpreters" not in _undone(screen)
    assert "What is done" in seen(screen)


def test_what_the_meeting_is_about_is_one_key_away_however_long_the_list_is(
    known: Room, theme: Theme, qtbot: QtBot
) -> None:
    screen = _open(known, theme, qtbot)
    went: list[str] = []
    screen.go_requested.connect(went.append)
    assert screen.press("F4")
    assert went == ["setup"]


def test_down_goes_from_step_to_step(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    second = _undone(screen)[1]
    press(Qt.Key.Key_Down)
    assert focused() is _rows(screen).ready_row(second).step


def test_the_list_is_one_stop_of_tab_and_arrows_reach_all_of_it(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    rows = _rows(screen)
    first, second, last = (rows.ready_row(rows.keys()[at]) for at in (0, 1, -1))
    press(Qt.Key.Key_Up)
    assert focused() is first.step, "at the top Up stays on the step"
    press(Qt.Key.Key_End)
    assert focused() is last.step
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Left)
    assert focused() is second.focus_target()
    press(Qt.Key.Key_Up)
    assert focused() is first.focus_target(), "from words to words"
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Right)
    assert focused() is first.step
    press(Qt.Key.Key_Right)
    assert focused().text() == "We cannot do this"
    press(Qt.Key.Key_Right)
    assert focused() is first.focus_target(), "it comes round"
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Down)
    assert focused() is second.step, "from any button to the step of the next row"
    stops = tab_stops(screen)
    assert [stop for stop in stops if rows.isAncestorOf(stop)] == [second.step]


def test_what_an_open_late_row_tells_stands_below_its_yellow_box(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    row = _rows(screen).ready_row("two_interpreters")
    late = row.spoken()
    row.set_chosen(True)
    settle()
    assert row.spoken() == late
    assert "They take turns. Book both." in seen(row)
    assert "They take turns. Book both." in row.focus_target().accessibleDescription()
    row.set_chosen(False)
    settle()
    assert "They take turns" not in seen(row)


def test_a_key_opens_the_lists_to_print(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    assert screen.press("Ctrl+P")
    settle()
    assert "Give each list only to the person it is for." in seen(screen)


def test_late_papers_are_sent_and_nothing_late_is_put_off(known: Room, theme: Theme, qtbot: QtBot) -> None:
    _needs(known, "Dilys", "EARLY", "PREP", "QUIET", "EXIT")
    _move(known, date(2026, 11, 25))
    screen = _open(known, theme, qtbot)
    words = words_of(screen)
    assert "Papers early for 1 person. This was due by 11 November. Send them today" in words
    assert "A welcome sheet for 1 person. This was due by 18 November. Send it today" in words
    assert "A quiet room. This was due by 11 November. Look today" in words
    assert "soon" not in words


def test_the_less_strict_of_two_kinds_of_breaks_is_not_listed_or_counted(
    known: Room, theme: Theme, qtbot: QtBot
) -> None:
    before = words_of(_open(known, theme, qtbot))
    _needs(known, "Dilys", "BREAK")
    screen = _open(known, theme, qtbot)
    assert "bsl_breaks" in _undone(screen)
    assert "break_breaks" not in _undone(screen)
    assert "7 of 7 not arranged" in before
    assert "7 of 7 not arranged" in words_of(screen)
    assert known.services.ready.undone_count(known.running.live.id) == 7


def test_several_missing_perspectives_are_one_sentence(known: Room, theme: Theme, qtbot: QtBot) -> None:
    told = {"Amina": Perspective.LIVED_EXPERIENCE, "Bob": Perspective.CARER, "Chen": Perspective.PROFESSIONAL}
    for name, perspective in told.items():
        person = known.services.people.get(known.people[name])
        PeopleStore(known.services.database).save(replace(person, perspectives=(perspective,)))
    known.running.requests.say_coming(known.people["Amina"])
    known.bridge.refresh_people()
    assert "Nobody yet: carers, paid workers." in words_of(_open(known, theme, qtbot))


def test_undo_takes_a_step_back_and_the_screen_shows_it(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    press(Qt.Key.Key_Return)
    known.services.history.undo()
    screen.on_shown()
    assert _rows(screen).ready_row("two_interpreters").step.words() == "Mark asked"


def test_what_is_late_is_told_in_words_and_how_many_are_not_arranged(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    words = words_of(screen)
    assert "This was due by 27 October. Ask today" in words
    assert "7 of 7 not arranged" in words
    press(Qt.Key.Key_Return)
    assert "Asked on 24 November" in words_of(screen)
    assert "Ask again" not in words_of(screen), "they have just asked"
    known.services.ready.was_on(known.state.id, "two_interpreters", date(2026, 11, 20))
    screen.on_shown()
    assert "Asked on 20 November. Ask again today" in words_of(screen)
    _move(known, date(2026, 11, 20))
    screen.on_shown()
    assert "It was not done by 9 October" in words_of(screen)


def test_a_row_opens_to_a_reason_which_is_kept_in_words(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    _rows(screen).focus_row("travel")
    press(Qt.Key.Key_Return)
    button(screen, "We cannot do this").click()
    settle()
    button(screen, "Keep this reason").click()
    settle()
    assert "Please write the reason." in words_of(screen)
    type_keys("There are no taxis here")
    button(screen, "Keep this reason").click()
    settle()
    assert "travel" not in _undone(screen)
    fold = next(one for one in screen.findChildren(Fold) if one.header().text().startswith("What we cannot do"))
    fold.header().click()
    settle()
    assert "We cannot do this: There are no taxis here" in words_of(screen)


def test_a_step_that_was_done_on_another_day_gets_that_day(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    press(Qt.Key.Key_Return)
    _rows(screen).focus_row("two_interpreters")
    press(Qt.Key.Key_Return)
    button(screen, "It was another day").click()
    settle()
    press(Qt.Key.Key_Down)  # the day before
    button(screen, "Keep this day").click()
    settle()
    assert "Asked on 23 November" in words_of(screen)
    _rows(screen).focus_row("two_interpreters")
    button(screen, "Step back").click()
    settle()
    assert _state_of(known, "two_interpreters") is GroupState.NOT_ASKED


def test_esc_closes_a_form_and_then_the_open_row_and_changes_nothing(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    _rows(screen).focus_row("travel")
    press(Qt.Key.Key_Return)
    button(screen, "We cannot do this").click()
    settle()
    type_keys("Half")
    assert screen.is_half_typed()
    assert screen.leave()
    settle()
    assert _rows(screen).ready_row("travel").is_chosen()
    assert screen.leave()
    assert not screen.leave()
    assert known.services.history.last is None or known.services.history.last.kind != "ready_reason"


def test_breaks_go_into_the_plan_in_one_press(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    _rows(screen).ready_row("bsl_breaks").step.click()
    settle()
    assert [one.at for one in known.replayed().room.planned_breaks] == ["10:25", "10:55", "11:25"]
    assert _state_of(known, "bsl_breaks") is GroupState.READY


def test_somebody_looks_and_the_place_has_it_or_does_not(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    _rows(screen).focus_row("loop")
    press(Qt.Key.Key_Return)
    button(screen, "We looked: no").click()
    settle()
    assert "Somebody looked. This place does not have it" in words_of(screen)
    assert "Look if the place has it" not in seen(screen)
    known.services.history.undo()
    screen.on_shown()
    _rows(screen).ready_row("loop").step.click()
    settle()
    assert _state_of(known, "loop") is GroupState.READY


def test_people_say_on_the_day_with_2_keys_and_one_not_met_stands_in_the_list_until_somebody_writes_why(
    known: Room, theme: Theme, qtbot: QtBot
) -> None:
    _move(known, date(2026, 11, 24))
    screen = _open(known, theme, qtbot)
    button(screen, "Ask on the day").click()
    settle()
    assert "I use British Sign Language." in seen(screen)
    press(Qt.Key.Key_3)
    told = {(one.code, one.said) for one in known.services.ready.questions(known.running.live.id)}
    assert ("BSL", PersonSaid.NOT_MET) in told
    assert screen.leave()
    settle()
    assert _undone(screen)[0] == "two_interpreters"
    assert focused().text() == "Say why"
    assert "1 person said: not met" in words_of(screen)
    assert "Amina" not in words_of(screen)
    press(Qt.Key.Key_Return)
    type_keys("Nobody was free")
    button(screen, "Keep this reason").click()
    settle()
    assert "1 person said: not met" not in words_of(screen)


def test_own_words_are_kept_with_the_answer_and_the_next_person_comes_with_one_press(
    known: Room, theme: Theme, qtbot: QtBot
) -> None:
    _move(known, date(2026, 11, 24))
    screen = _open(known, theme, qtbot)
    screen.show_part("ask")
    settle()
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Tab)
    for _ in range(4):
        if type(focused()).__name__ == "LineField":
            break
        press(Qt.Key.Key_Tab)
    type_keys("She came late")
    button(screen, "Next person").click()
    settle()
    said = next(one for one in known.services.ready.questions(known.running.live.id) if one.code == "BSL")
    assert (said.said, said.words) == (PersonSaid.PARTLY, "She came late")
    assert "Bob" in seen(screen)
    assert "She came late" not in seen(screen)


@pytest.mark.parametrize("part", ["ask", "helpers"])
def test_nothing_private_is_made_before_somebody_says_that_only_we_can_see_it(
    known: Room, theme: Theme, qtbot: QtBot, part: str
) -> None:
    _needs(known, "Dilys", "EXIT")
    known.bridge.sight.say(can_see=True)
    screen = _open(known, theme, qtbot)
    screen._open(part)  # noqa: SLF001 - the panel of helpers is reached by a row
    settle()
    every = "\n".join(label.text() for label in screen.findChildren(QLabel))
    assert not [words for words in (*NAMES, "Zebra", "Sign Language.") if words in every]
    known.bridge.sight.say(can_see=False)
    settle()
    assert "Dilys" in seen(screen) or "Amina" in seen(screen)
    known.bridge.sight.ask_again()
    settle()
    assert not [name for name in NAMES if name in seen(screen)]


def test_a_helper_is_named_and_the_row_is_done(known: Room, theme: Theme, qtbot: QtBot) -> None:
    _needs(known, "Dilys", "EXIT")
    screen = _open(known, theme, qtbot)
    _rows(screen).ready_row("fire_helper").step.click()
    settle()
    type_keys("Jo")
    button(screen, "That is all").click()
    settle()
    assert [one.helper for one in known.services.ready.helpers(known.running.live.id)] == ["Jo"]
    assert _state_of(known, "fire_helper") is GroupState.READY


def test_few_people_are_not_counted_where_the_room_can_see_it(room: Room, theme: Theme, qtbot: QtBot) -> None:
    for name in NAMES[:3]:
        _needs(room, name, perspectives=(Perspective.LIVED_EXPERIENCE,))
    _needs(room, "Dilys", perspectives=(Perspective.CARER,))
    room.running.requests.say_coming(room.people["Amina"])
    _move(room, date(2026, 12, 8))
    screen = _open(room, theme, qtbot)
    assert "Unpaid carers: 0 of 1" in words_of(screen)
    assert "Nobody yet: carers, paid workers." in words_of(screen)
    room.bridge.sight.say(can_see=True)
    settle()
    words = words_of(screen)
    assert "Unpaid carers: few people" in words
    assert "0 of 1" not in words
    assert "Nobody yet: paid workers." in words, "of them nobody is in the group"
    assert "You could ask another group to pass it on." in words
    assert "1 of 3" not in words  # or the 1 could be worked out


def test_nobody_asked_and_nothing_known_are_told_kindly(room: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(room, theme, qtbot)
    assert "Nobody has told us of anything. Ask everybody." in words_of(screen)
    for person_id in room.people.values():
        room.running.requests.take_off(person_id)
    settle()
    assert "Nobody is asked to come yet." in words_of(screen)
    assert "not arranged" not in seen(screen)


def test_lists_are_saved_in_a_folder_with_names_that_tell_nothing(
    known: Room, theme: Theme, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("lists")
    monkeypatch.setattr(FolderPlace, "ask", lambda *_args: folder)
    screen = _open(known, theme, qtbot)
    screen.show_part("lists")
    settle()
    panel = screen.findChild(PrintListsPanel)
    assert panel is not None
    panel.main.click()
    qtbot.waitUntil(lambda: not panel.is_working and bool(panel.message_words()), timeout=30_000)
    names = sorted(path.name for path in folder.iterdir())
    assert "list-transport.pdf" in names
    assert not [name for name in names if any(one.casefold() in name for one in (*NAMES, "bsl", "loop"))]
    screen.end()


def test_the_room_sees_no_row_no_form_and_no_list_and_what_was_half_typed_comes_back(
    known: Room, theme: Theme, qtbot: QtBot
) -> None:
    known.bridge.sight.ask_again()
    screen = _open(known, theme, qtbot)
    assert focused().text() == "No, only we can"
    assert "7 of 7 not arranged" in words_of(screen)
    assert not [words for words in ("nterpreter", "Taxis", "loop") if words in _every_word(screen)]
    assert "Some things need 42 days" in _every_word(screen)
    press(Qt.Key.Key_Return)
    assert focused().text() == "Mark asked"
    _rows(screen).focus_row("travel")
    press(Qt.Key.Key_Return)
    button(screen, "We cannot do this").click()
    settle()
    type_keys("Half")
    known.bridge.sight.say(can_see=True)
    settle()
    assert "Taxis" not in seen(screen)
    assert screen.is_half_typed()
    known.bridge.sight.say(can_see=False)
    settle()
    assert "Taxis" in seen(screen)
    type_keys(" of it")
    button(screen, "Keep this reason").click()
    settle()
    lines = known.services.ready.lines(known.running.live.id, state=known.replayed())
    assert next(line.reason for line in lines if line.key == "travel") in ("Half of it", " of itHalf")
    screen.show_part("lists")
    settle()
    title = known.services.role_lists.words(RoleList.BOOKINGS).title
    assert title in seen(screen)
    known.bridge.sight.ask_again()
    settle()
    assert title not in seen(screen)
    assert "Save all lists" not in seen(screen), "to print is to open it on this screen"
    assert focused().text() == "No, only we can"


def test_a_list_that_was_opened_to_print_goes_when_a_need_is_withdrawn_and_when_the_program_ends(
    known: Room, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not opened.append(url.toLocalFile()))
    screen = _open(known, theme, qtbot)
    screen.show_part("lists")
    settle()
    panel = screen.findChild(PrintListsPanel)
    assert panel is not None

    def print_one(title: str) -> Path:
        before = len(opened)
        prints = [one for one in panel.findChildren(BigButton) if one.accessibleDescription() == title]
        prints[0].click()
        qtbot.waitUntil(lambda: len(opened) > before, timeout=30_000)
        assert Path(opened[-1]).exists()
        return Path(opened[-1])

    title = known.services.role_lists.words(RoleList.TRANSPORT).title
    first = print_one(title)
    second = print_one(known.services.role_lists.words(RoleList.BOOKINGS).title)
    assert not first.exists(), "one at a time"
    person = known.services.people.get(known.people["Bob"])
    known.services.people.save(replace(person, needs=()))
    assert not second.exists()
    third = print_one(title)
    screen.end()
    known.services.close()
    assert not third.parent.exists()


def test_every_control_has_a_name_and_no_word_is_cut(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    for part in ("", "ask", "lists", "helpers"):
        if part:
            screen._open(part)  # noqa: SLF001
            settle()
        assert unnamed_controls(screen) == []
        assert cut_widgets(screen) == []
        assert sideways_scrolls(screen) == []


def test_at_200_percent_the_first_step_is_in_sight_and_nothing_is_cut(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = at_200_percent(theme, lambda: GetReadyScreen(theme, known.services, known.bridge))
    qtbot.addWidget(screen)
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []
    step = focused()
    assert step.visibleRegion().boundingRect().height() == step.height()


def test_dots_say_in_words_how_far_it_is(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    dots = _rows(screen).ready_row("two_interpreters").findChild(StepDots)
    assert dots is not None
    assert dots.text() == "Not asked. 0 of 4 steps done"
    press(Qt.Key.Key_Return)
    assert dots.text() == "Asked. 1 of 4 steps done"


def test_on_a_low_screen_five_rows_and_the_notice_are_in_sight_and_long_bounds_push_nothing_out(
    known: Room, theme: Theme, qtbot: QtBot
) -> None:
    _needs(known, "Dilys", "STEP", "QUIET", "FOOD", "EXIT")
    told = {
        "Amina": (Perspective.LIVED_EXPERIENCE, Perspective.LOCAL_PERSON),
        "Bob": (Perspective.CARER,),
        "Chen": (Perspective.PROFESSIONAL,),
        "Dilys": (Perspective.SUPPORTER,),
    }
    for name, perspectives in told.items():
        person = known.services.people.get(known.people[name])
        PeopleStore(known.services.database).save(replace(person, perspectives=perspectives))
        if name in ("Amina", "Bob"):
            known.running.requests.say_coming(person.id)
    known.bridge.refresh_people()
    long = "Where the new bus shelters with seats and with lights will go this year and in the next. " * 3
    bounds = Bounds(open=(long, long), fixed=(FixedBound(what=long, why=long),))
    known.running.requests.set_bounds(bounds)
    screen = _open(known, theme, qtbot)
    screen.resize(1144, 541)  # what a window of 1366 x 688 leaves
    settle()
    rows = _list_of(screen)
    seen_rows = [key for key in rows.keys() if _is_whole(rows.ready_row(key))]  # noqa: SIM118 -- not a dict
    assert len(seen_rows) >= 5
    notice = screen.findChild(NoticeCard)
    assert notice is not None
    assert _is_whole(notice)
    assert "Interpreters need 42 days" in words_of(screen)
    missing = next(label for label in screen.findChildren(QLabel) if label.text().startswith("Nobody yet: "))
    assert missing.text() == "Nobody yet: paid workers, supporters."
    assert _is_whole(missing)
    assert all(_is_whole(button(screen, words)) for words in ("Invitations and answers", "Change"))


def test_a_panel_opens_with_its_title_in_sight_at_200_percent(known: Room, theme: Theme, qtbot: QtBot) -> None:
    screen = _open(known, theme, qtbot)
    theme.set_text_percent(200)
    screen.resize(1200, 592)
    settle()
    rows = _list_of(screen)
    rows.focus_row(rows.keys()[-1])
    settle()
    screen.show_part("lists")
    settle()
    title = next(
        label for label in screen.findChildren(QLabel) if label.isVisible() and label.text() == "Lists to print"
    )
    assert _is_whole(title)


def _list_of(screen: GetReadyScreen) -> ReadyRows:
    assert screen.needs.content is not None
    return screen.needs.content.rows


def _is_whole(widget: QWidget) -> bool:
    """Whether no scroll area hides any of it."""
    return widget.visibleRegion().boundingRect() == widget.rect()
