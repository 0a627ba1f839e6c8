"""Invitations by keyboard: one press an answer, one press to ask, papers made for real, nothing private in the room."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import MeetingDetails, MeetingKind
from coprod_desktop.domain.offer import OfferAnswer, OfferKind
from coprod_desktop.domain.person import MessageAnswer, MinutesChoice, MinutesFormat, Perspective
from coprod_desktop.ui.screens.invite.asked_card import Reply
from coprod_desktop.ui.screens.invite.invite_screen import InviteScreen
from coprod_desktop.ui.screens.invite.not_here_card import ToDo
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.folder_place import FolderPlace
from coprod_desktop.ui.widgets.offers_card import OffersCard
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from tests.ui.person_at_screen import is_in_sight
from tests.ui.screen_checks import (
    Room,
    cut_widgets,
    settle,
    show,
    sideways_scrolls,
    type_keys,
    unnamed_controls,
    words_of,
)

P, K = Perspective, Qt.Key


@pytest.fixture
def coming(room: Room) -> Room:
    """The meeting is in two weeks; Amina was at the last four, Bob only at the first, Chen and Dilys never came."""
    people, services = room.people, room.services
    for month, day in ((7, 28), (8, 25), (9, 29), (10, 27)):
        details = MeetingDetails(title="Before", held_on=date(2026, month, day))
        running = services.meetings.begin(room.group.id, details, (people["Amina"], people["Bob"]))
        for name in ("Amina", "Bob") if month == 7 else ("Amina",):
            running.requests.arrive(people[name])
    amina = services.people.get(people["Amina"])
    services.people.save(replace(amina, perspectives=(P.LIVED_EXPERIENCE,), contact="Phone 01632 960111"))
    services.people.remember_perspectives(people["Chen"], (P.CARER,))
    details = MeetingDetails(title="Bus stops", held_on=date(2026, 12, 8), starts_at="10am", venue="Library hall")
    room.running.requests.change_details(details)
    room.bridge.refresh_people()
    return room


@pytest.fixture
def screen(coming: Room, theme: Theme, qtbot: QtBot) -> Iterator[InviteScreen]:
    made = InviteScreen(theme, coming.services, coming.bridge)
    qtbot.addWidget(made)
    show(made)
    yield made
    made.end()


def _keys(screen: InviteScreen, *keys: Qt.Key) -> None:
    for key in keys:
        focused = screen.window().focusWidget()
        QTest.keyClick(focused if focused is not None else screen, key)
        settle()


def _reply(room: Room, name: str) -> tuple[bool, bool]:
    seen = room.state.attendance[room.people[name]]
    return seen.is_coming, seen.is_sorry


# Answers


def test_an_answer_is_one_press_and_the_arrows_find_it(coming: Room, screen: InviteScreen) -> None:
    screen.focus_first()
    _keys(screen, K.Key_Left, K.Key_Left, K.Key_Space)
    assert _reply(coming, "Amina") == (True, False)
    _keys(screen, K.Key_Down, K.Key_Right, K.Key_Return)
    assert _reply(coming, "Bob") == (False, True)
    _keys(screen, K.Key_Right, K.Key_Return)
    assert _reply(coming, "Bob") == (False, False)
    assert "4 asked: 1 coming, 0 sorry, 3 no answer yet." in words_of(screen)


def test_letters_find_a_name_and_one_press_is_one_act_to_undo(coming: Room, screen: InviteScreen) -> None:
    screen.focus_first()
    type_keys("d")
    acts = coming.acts()
    _keys(screen, K.Key_Left, K.Key_Return)
    assert _reply(coming, "Dilys") == (False, True)
    assert coming.acts() == acts + 1
    coming.services.history.undo()
    assert screen.asked.list.row(coming.people["Dilys"]).answers.chosen_key() == Reply.NONE


def test_the_same_answer_again_is_no_act(coming: Room, screen: InviteScreen) -> None:
    screen.focus_first()
    acts = coming.acts()
    _keys(screen, K.Key_Space)
    assert coming.acts() == acts


def test_rows_do_not_jump_when_an_answer_comes_in(coming: Room, screen: InviteScreen) -> None:
    before = screen.asked.list.keys()
    coming.running.requests.send_sorry(coming.people["Amina"])
    assert screen.asked.list.keys() == before


# Asking


def test_people_are_asked_one_by_one_or_all_at_once(coming: Room, screen: InviteScreen) -> None:
    new = [coming.services.people.add_walk_in(coming.group.id, name).id for name in ("Eve", "Fay", "Gus")]
    coming.bridge.refresh_people()
    screen.on_shown()
    assert screen.press("F4")
    type_keys("ev")
    _keys(screen, K.Key_Return)
    assert new[0] in coming.state.attendance
    assert set(screen.asked.ask.shown()) == set(new[1:])
    acts = coming.acts()
    screen.asked.ask.everyone.setFocus()
    _keys(screen, K.Key_Return)
    assert set(new) <= set(coming.state.attendance)
    assert coming.acts() == acts + 1
    assert not screen.asked.ask.is_open()


def test_who_died_or_said_no_thank_you_cannot_be_asked(coming: Room, screen: InviteScreen) -> None:
    for name, answer in (("Eve", MessageAnswer.NO_THANK_YOU), ("Fay", MessageAnswer.YES)):
        who = coming.services.people.add_walk_in(coming.group.id, name).id
        coming.services.absences.sent([who])
        coming.services.absences.answered(who, answer)
    gone = coming.services.people.add_walk_in(coming.group.id, "Gus").id
    coming.services.people.remove(gone)
    coming.bridge.refresh_people()
    screen.on_shown()
    screen.press("F4")
    assert [screen.asked.ask.button(PersonId(key)).words() for key in screen.asked.ask.shown()] == ["Fay"]


# Who is not here yet


def test_what_is_missing_is_in_words_with_what_to_do(coming: Room, screen: InviteScreen) -> None:
    coming.running.requests.say_coming(coming.people["Amina"])
    words = words_of(screen)
    assert "No carer has said yes." in words
    assert "3 people have not answered." in words
    assert "2 people are new." in words
    assert "1 person was not at the last 3 meetings." in words


def test_nothing_private_is_shown_or_kept_while_the_room_can_see(coming: Room, screen: InviteScreen) -> None:
    coming.running.requests.say_coming(coming.people["Chen"])
    assert "960111" in words_of(screen)
    screen.show_part("message")
    coming.bridge.sight.say(can_see=True)
    words = words_of(screen)
    for private in ("960111", "carer", "new.", "last 3 meetings", "lived"):
        assert private not in words
    screen.show_part("message")
    screen.show_part("newcomers")
    assert screen.asked.isVisible()
    assert screen.newcomers.talk.keys() == []
    assert screen.message.waiting.keys() == []


def test_nobody_is_missing_in_members_own_time(coming: Room, screen: InviteScreen) -> None:
    details = coming.state.details
    assert details is not None
    coming.running.requests.change_details(replace(details, kind=MeetingKind.OWN_TIME))
    assert "This is members' own time. Nobody is missing." in words_of(screen)
    assert ToDo.NO_ANSWER not in screen.not_here.rows()


def test_nobody_has_failed_to_answer_before_the_invitations_went_out(coming: Room, screen: InviteScreen) -> None:
    for person_id, attendance in coming.state.attendance.items():
        if attendance.is_coming or attendance.is_sorry:
            coming.running.requests.forget_reply(person_id)
    assert "not answered" not in words_of(screen)
    details = coming.state.details
    assert details is not None
    coming.running.requests.change_details(replace(details, invitations_sent_on=date(2026, 11, 4)))
    assert "have not answered" in words_of(screen)


def test_the_kind_message_is_made_sent_once_and_answered_by_keys(
    coming: Room, screen: InviteScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderPlace, "ask", lambda *_args: tmp_path)
    screen.not_here.row(ToDo.NOT_SEEN).focus_target().setFocus()
    _keys(screen, K.Key_Return)
    assert "Bob" in words_of(screen)
    with qtbot.waitSignal(screen.making.ended, timeout=30_000):
        assert screen.press("F8")
    assert len(list(tmp_path.glob("Messages*/Message*copy*.pdf"))) == 1
    _keys(screen, K.Key_Return)  # the focus went on to "We sent them today"
    bob = coming.services.people.get(coming.people["Bob"])
    assert bob.kind_message is not None
    screen.message.waiting.focus_row()
    _keys(screen, K.Key_Left, K.Key_Return)
    bob = coming.services.people.get(coming.people["Bob"])
    assert bob.kind_message is not None
    assert bob.kind_message.answer is MessageAnswer.NO_THANK_YOU
    assert "There is nobody to write to now." in words_of(screen)
    assert screen.leave()
    assert ToDo.NOT_SEEN not in screen.not_here.rows()
    assert "Bob" not in words_of(screen.asked.list)


def test_new_people_are_offered_a_talk_by_keys(coming: Room, screen: InviteScreen) -> None:
    screen.not_here.row(ToDo.NEWCOMERS).focus_target().setFocus()
    _keys(screen, K.Key_Return)
    screen.newcomers.talk.focus_row(coming.people["Chen"])
    _keys(screen, K.Key_Left, K.Key_Left, K.Key_Left, K.Key_Return)
    kept = coming.services.offers.offers(coming.people["Chen"])
    assert {kind: offer.answer for kind, offer in kept.items()} == {OfferKind.PREPARATION: OfferAnswer.YES}
    coming.services.history.undo()
    assert coming.services.offers.offers(coming.people["Chen"]) == {}


# The invitations


def test_the_invitations_are_made_by_one_key_and_noted_as_sent(
    coming: Room, screen: InviteScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderPlace, "ask", lambda *_args: tmp_path)
    with qtbot.waitSignal(screen.making.ended, timeout=60_000):
        assert screen.press("F8")
    [folder] = tmp_path.glob("Invitations*")
    assert len(list(folder.glob("*copy*.pdf"))) == 4
    assert "Invitations for 4 people are ready." in words_of(screen)
    _keys(screen, K.Key_Return)
    assert coming.state.details is not None
    assert coming.state.details.invitations_sent_on == date(2026, 11, 24)
    assert "Sent on Tuesday 24 November 2026." in words_of(screen)


def test_how_to_join_is_asked_once_somebody_needs_it(
    coming: Room, screen: InviteScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderPlace, "ask", lambda *_args: tmp_path)
    need = AccessNeed(code="ONLINE", consent_on=date(2026, 11, 1), consent_words="Yes")
    person = coming.services.people.get(coming.people["Chen"])
    text = MinutesChoice(format=MinutesFormat.PLAIN_TEXT)
    coming.services.people.save(replace(person, needs=(need,), minutes=text))
    screen.press("F8")
    type_keys("Phone 01632 960222")
    with qtbot.waitSignal(screen.making.ended, timeout=60_000):
        screen.press("F8")
    assert any("960222" in path.read_text() for path in tmp_path.glob("Invitations*/*.txt"))


def test_stopping_is_one_press_and_nothing_is_kept(
    screen: InviteScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderPlace, "ask", lambda *_args: tmp_path)
    with qtbot.waitSignal(screen.making.ended, timeout=60_000):
        screen.press("F8")
        _keys(screen, K.Key_Return)  # the focus is on Stop
    assert "Stopped. Nothing was kept." in words_of(screen)
    assert list(tmp_path.glob("Invitations*")) == []


def test_the_calendar_file_is_saved_and_opens(
    screen: InviteScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SavePlace, "ask", lambda *_args: tmp_path / "day.ics")
    screen.sending.calendar_button.setFocus()
    _keys(screen, K.Key_Return)
    [event] = Calendar.from_ical((tmp_path / "day.ics").read_bytes()).walk("VEVENT")
    assert event["SUMMARY"] == "Bus stops"
    assert "The calendar file is saved." in words_of(screen)


# How it looks


@pytest.mark.parametrize("part", ["", "message", "newcomers"])
def test_nothing_is_cut_at_100_and_at_200_percent(screen: InviteScreen, theme: Theme, part: str) -> None:
    if part:
        screen.show_part(part)
    settle()
    assert unnamed_controls(screen) == []
    assert cut_widgets(screen) == []
    theme.set_text_percent(200)
    screen.resize(1240, 560)
    settle()
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []


def test_the_title_is_in_sight_when_the_list_opens_at_200_percent(coming: Room, theme: Theme, qtbot: QtBot) -> None:
    theme.set_text_percent(200)
    screen = InviteScreen(theme, coming.services, coming.bridge)
    qtbot.addWidget(screen)
    show(screen, width=1240, height=560)
    assert is_in_sight(next(one for one in screen.findChildren(WrapLabel) if one.text() == "Who is asked"))
    screen.end()


def test_sixty_people_of_four_hundred_are_shown_without_a_row_made_twice(
    coming: Room, theme: Theme, qtbot: QtBot
) -> None:
    ids = [coming.services.people.add_walk_in(coming.group.id, f"Person {number}").id for number in range(396)]
    coming.running.requests.expect(ids[:56])
    coming.bridge.refresh_people()
    screen = InviteScreen(theme, coming.services, coming.bridge)
    qtbot.addWidget(screen)
    show(screen)
    keys = screen.asked.list.keys()
    rows = {key: screen.asked.list.row(key) for key in keys}
    coming.running.requests.say_coming(ids[0])
    assert len(rows) == 60
    assert all(screen.asked.list.row(key) is row for key, row in rows.items())


def test_each_answer_to_an_offer_is_as_large_as_the_others(theme: Theme, qtbot: QtBot) -> None:
    card = OffersCard(theme)
    qtbot.addWidget(card)
    card.show()
    settle()
    told: list[tuple[OfferKind, OfferAnswer | None]] = []
    card.answered.connect(lambda kind, answer: told.append((kind, answer)))
    answers = card.answers(OfferKind.CHAIRING_PRACTICE)
    assert len({answers.button(key).height() for key in ("yes", "no_thank_you", "done", "not_asked")}) == 1
    answers.button("yes").setFocus()
    QTest.keyClick(answers.button("yes"), K.Key_Right)
    QTest.keyClick(answers.button("no_thank_you"), K.Key_Return)
    QTest.keyClick(answers.button("not_asked"), K.Key_Space)
    assert told == [
        (OfferKind.CHAIRING_PRACTICE, OfferAnswer.NO_THANK_YOU),
        (OfferKind.CHAIRING_PRACTICE, None),
    ]
