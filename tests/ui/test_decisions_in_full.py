"""Decisions in full: private ways, a secret count, who was not there, new words, taken back, decided again (R15)."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.ids import DecisionId
from coprod_desktop.domain.lines import (
    BetweenMeetings,
    DecisionDetails,
    EarlierLine,
    HowDecided,
    ItemState,
    NeededYes,
    Objection,
    Outcome,
    Votes,
    Words,
)
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.room import ReadBackStep
from coprod_desktop.ui.screens.decisions.decisions_screen import DecisionsScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.decision_parts import BETWEEN, CONDITIONS, NEEDED, OBJECTIONS, PRESENCE, SUPPORT, TRIED
from coprod_desktop.ui.widgets.objection_entry import ObjectionEntry
from coprod_desktop.ui.widgets.save_place import SavePlace
from tests.ui.screen_checks import (
    Room,
    begin_to_talk,
    cut_widgets,
    focused,
    open_room,
    press,
    settle,
    show,
    sideways_scrolls,
    type_keys,
    unnamed_controls,
    words_of,
)

LIGHT = "There will be a light that costs £200"
SEATS = "The seats have arms"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Everyone is here, Amina speaks from her own life, and the group talks about the first of two items."""
    perspectives = {
        "Amina": (Perspective.LIVED_EXPERIENCE,),
        "Bob": (Perspective.CARER,),
        "Chen": (Perspective.CARER,),
    }
    for room in open_room(tmp_path):
        begin_to_talk(room, perspectives)
        yield room


@pytest.fixture
def screen(theme: Theme, room: Room) -> DecisionsScreen:
    """The screen as the window shows it."""
    screen = DecisionsScreen(theme, room.services, room.bridge)
    show(screen)
    return screen


def press_f(screen: DecisionsScreen, key: str) -> None:
    """Press a function key, as the window does."""
    assert screen.press(key), key
    settle()


def ask_the_room(screen: DecisionsScreen, words: str = SEATS, letter: str = "d") -> None:
    """Write a decision down, as far as the question "Do you agree?"."""
    press_f(screen, "F8")
    type_keys(words)
    press(Qt.Key.Key_Return)
    type_keys(letter)
    press(Qt.Key.Key_Space)
    press_f(screen, "F8")


def decided(room: Room, words: str = SEATS, **facts: object) -> DecisionId:
    """A decision of Dilys on the item that the group talks about."""
    plain = DecisionDetails(
        proposer=Proposer(people=(room.people["Dilys"],)), outcome=Outcome.AGREED, item_id=room.state.agenda[0].id
    )
    details = replace(plain, **facts)  # type: ignore[arg-type]
    decision_id = room.running.requests.record_decision(Words(text=words), details)
    settle()
    return decision_id


def opened(screen: DecisionsScreen, decision_id: DecisionId) -> None:
    """Open a decision that is in the record."""
    screen.show_part(f"line {decision_id}")
    settle()


# Private ways come first


def ways(screen: DecisionsScreen) -> list[str]:
    """How people can decide, in the order shown."""
    buttons = screen.page.outcome.how
    return sorted(HowDecided, key=lambda way: (buttons.button(way).y(), buttons.button(way).x()))


def test_where_money_is_at_stake_the_secret_count_stands_first_and_one_sentence_says_why(
    screen: DecisionsScreen,
) -> None:
    ask_the_room(screen, LIGHT)
    assert ways(screen)[0] == HowDecided.SECRET_COUNT
    assert "This is about money. In a secret count nobody sees who says what." in words_of(screen)


def test_where_nothing_is_at_stake_the_ways_stand_in_their_usual_order(screen: DecisionsScreen) -> None:
    ask_the_room(screen, SEATS)
    assert ways(screen) == list(HowDecided)
    assert "In a secret count" not in words_of(screen)


def test_what_is_at_stake_may_stand_in_the_agenda_item_alone(room: Room, screen: DecisionsScreen) -> None:
    item = room.state.agenda[0]
    room.running.requests.change_item(item.id, replace(item.details, title="Our money"))
    ask_the_room(screen, SEATS)
    assert ways(screen)[0] == HowDecided.SECRET_COUNT


# A secret count keeps no names


def test_a_secret_count_asks_for_counts_and_for_no_names(room: Room, screen: DecisionsScreen) -> None:
    ask_the_room(screen, LIGHT)
    page = screen.page
    page.outcome.how.button(HowDecided.SECRET_COUNT).click()
    page.open_part(SUPPORT)
    settle()
    assert not page.support.backed_by.isVisible()
    assert not page.support.stood_aside.isVisible()
    assert page.support.built_on_by.isVisible()
    page.open_part(OBJECTIONS)
    settle()
    type_keys("It shines into my room")
    (entry,) = page.objections.entries()
    assert isinstance(entry, ObjectionEntry)
    assert not entry.people.isVisible()
    assert "No names are kept." in words_of(screen)
    page.outcome.counts["yes"].setText("3")
    page.outcome.counts["no"].setText("1")
    press_f(screen, "F8")
    (decision,) = room.state.decisions.values()
    assert decision.details.votes == Votes(yes=3, no=1)
    assert decision.details.objections == (Objection(text="It shines into my room"),)


def test_names_that_were_chosen_before_the_count_became_secret_are_never_written_to_the_file(
    room: Room, screen: DecisionsScreen
) -> None:
    ask_the_room(screen, LIGHT)
    page = screen.page
    page.support.backed_by.set_value((room.people["Chen"],))
    page.support.stood_aside.set_value((room.people["Bob"],))
    page.outcome.how.button(HowDecided.SECRET_COUNT).click()
    press_f(screen, "F8")
    (decision,) = room.state.decisions.values()
    assert (decision.details.supported_by, decision.details.stood_aside) == ((), ())
    with sqlite3.connect(str(room.services.database.path)) as file:
        told = [str(row) for row in file.execute("SELECT * FROM meeting_log") if "decision_recorded" in str(row)]
    assert len(told) == 1
    assert room.people["Dilys"] in told[0]
    assert room.people["Chen"] not in told[0]
    assert room.people["Bob"] not in told[0]


def test_a_decision_with_names_cannot_become_a_secret_count_and_says_so_beside_the_way(
    room: Room, screen: DecisionsScreen
) -> None:
    decision_id = decided(room, supported_by=(room.people["Chen"],))
    opened(screen, decision_id)
    screen.page.open_part("outcome")
    screen.page.outcome.how.button(HowDecided.SECRET_COUNT).click()
    press_f(screen, "F8")
    assert room.state.decisions[decision_id].details.how_decided is None
    assert screen.page.open_key == "outcome"


def test_the_wall_asks_for_folded_papers_in_a_secret_count(room: Room, screen: DecisionsScreen) -> None:
    ask_the_room(screen, LIGHT)
    press_f(screen, "F10")
    read = room.state.room.wall.read_back
    assert read is not None
    assert (read.step, read.is_secret) == (ReadBackStep.AGREE, False)
    screen.page.outcome.how.button(HowDecided.SECRET_COUNT).click()
    press_f(screen, "F10")
    read = room.replayed().room.wall.read_back
    assert read is not None
    assert read.is_secret


# Who is there


def test_the_page_counts_who_is_there_and_names_nobody(room: Room, screen: DecisionsScreen) -> None:
    ask_the_room(screen)
    row = screen.page.rows[PRESENCE].row
    assert row.isVisible()
    assert row.words() == "Lived experience: 1 \u00b7 Unpaid carers: 2"
    assert not screen.page.parts.told_us.isVisible()
    room.bridge.sight.say(can_see=True)
    settle()
    assert row.words() == "Lived experience: a few people \u00b7 Unpaid carers: a few people"


def test_without_lived_experience_there_it_asks_first_what_people_have_told_us(
    room: Room, screen: DecisionsScreen
) -> None:
    room.running.requests.leave(room.people["Amina"])
    room.clock.pass_seconds(60)
    ask_the_room(screen)
    assert focused() is screen.page.parts.told_us.told_us
    assert "What have they told us, and where?" in words_of(screen)
    beside = "Nobody here has said they speak from their own life."
    assert beside not in words_of(screen), "it is said once, where it is asked"
    type_keys("Seats hurt. They said it at the drop-in.")
    assert screen.page.save.words() == "Yes, we decided this"
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    assert screen.page.save.words() == "Yes, for now"
    press_f(screen, "F8")
    (decision,) = room.state.decisions.values()
    assert decision.details.told_us == "Seats hurt. They said it at the drop-in."
    assert decision.details.is_until_asked
    said = words_of(screen)
    assert "We agreed for now" in said
    assert "They told us: Seats hurt. They said it at the drop-in." in said
    assert "This is for now, until they are asked." in said
    assert "Nobody here said that they speak from their own life." in screen.page.rows[PRESENCE].row.words()


def test_the_question_what_they_told_us_bars_nothing(room: Room, screen: DecisionsScreen) -> None:
    room.running.requests.leave(room.people["Amina"])
    ask_the_room(screen)
    press_f(screen, "F8")
    (decision,) = room.state.decisions.values()
    assert not decision.details.is_until_asked
    assert screen.page.rows[PRESENCE].row.change.accessibleName() == "Add: Who was here"


def test_a_decision_tells_who_was_there_at_that_moment_and_not_who_is_there_now(
    room: Room, screen: DecisionsScreen
) -> None:
    ask_the_room(screen)
    press_f(screen, "F8")
    room.clock.pass_seconds(60)
    room.running.requests.leave(room.people["Amina"])
    settle()
    assert "Lived experience: 1" in screen.page.rows[PRESENCE].row.words()


# Decided between meetings, and by other people


def test_a_decision_between_meetings_says_who_was_asked_and_who_could_not_be(
    room: Room, screen: DecisionsScreen
) -> None:
    ask_the_room(screen)
    assert not screen.page.rows[BETWEEN].row.isVisible()
    screen.page.open_more.click()
    screen.page.rows[BETWEEN].row.change.click()
    settle()
    form = screen.page.parts.between
    assert focused() is form.how
    type_keys("By phone")
    form.asked.set_value((room.people["Bob"],))
    form.not_asked.set_value((room.people["Chen"],))
    press_f(screen, "F8")
    (decision,) = room.state.decisions.values()
    assert decision.details.between == BetweenMeetings(
        asked=(room.people["Bob"],), how="By phone", not_asked=(room.people["Chen"],)
    )
    row = screen.page.rows[BETWEEN].row
    assert row.isVisible()
    assert row.words() == "By phone\nAsked: Bob\nCould not be asked: Chen"


def test_only_who_could_not_be_asked_is_not_enough_and_is_said_beside_the_field(
    room: Room, screen: DecisionsScreen
) -> None:
    ask_the_room(screen)
    screen.page.parts.between.not_asked.set_value((room.people["Chen"],))
    press_f(screen, "F8")
    assert room.state.decisions == {}
    assert screen.page.open_key == BETWEEN
    assert "Please write a few words first." in words_of(screen)


def test_what_other_people_decided_keeps_who_when_and_what_we_said(room: Room, screen: DecisionsScreen) -> None:
    ask_the_room(screen)
    page = screen.page
    page.outcome.outcome.button(Outcome.DECIDED_ELSEWHERE).click()
    settle()
    assert not page.outcome.how.isVisible()
    assert page.rows[OBJECTIONS].row.label() == "What we said"
    page.outcome.elsewhere.who.setText("The bus company")
    page.outcome.elsewhere.when.set_day(date(2026, 11, 2))
    page.open_part(OBJECTIONS)
    settle()
    type_keys("Nobody asked us")
    press_f(screen, "F8")
    (decision,) = room.state.decisions.values()
    details = decision.details
    assert details.outcome is Outcome.DECIDED_ELSEWHERE
    assert details.proposer == Proposer(
        people=(room.people["Dilys"],), source=Source.OUTSIDE_BODY, note="The bus company"
    )
    assert details.decided_at.startswith("2026-11-02T12:00:00")
    assert details.how_decided is None
    assert details.objections == (Objection(text="Nobody asked us"),)


def test_opening_and_saving_what_other_people_decided_changes_nothing(room: Room, screen: DecisionsScreen) -> None:
    decision_id = decided(
        room,
        outcome=Outcome.DECIDED_ELSEWHERE,
        decided_at="2026-02-24T09:15:00+00:00",
        proposer=Proposer(source=Source.OUTSIDE_BODY, note="The bus company decided this."),
    )
    before, acts = room.state, room.acts()
    opened(screen, decision_id)
    screen.page.open_part("outcome")
    press_f(screen, "F8")
    assert room.state == before
    assert room.acts() == acts


def test_who_has_tried_it_and_until_when_it_holds_are_kept(room: Room, screen: DecisionsScreen) -> None:
    decision_id = decided(room)
    opened(screen, decision_id)
    screen.page.open_more.click()
    screen.page.rows[TRIED].row.change.click()
    settle()
    type_keys("Sat on it for an hour")
    screen.page.parts.tried.people.set_value((room.people["Amina"],))
    press_f(screen, "F8")
    details = room.state.decisions[decision_id].details
    assert (details.tried_by, details.tried_words) == ((room.people["Amina"],), "Sat on it for an hour")
    screen.page.open_part(CONDITIONS)
    screen.page.conditions.for_now_until.set_day(date(2027, 1, 12))
    press_f(screen, "F8")
    assert "We agreed for now" in words_of(screen)
    assert "For now, until Tuesday 12 January 2027." in words_of(screen)


# Who else must say yes


def test_days_waited_count_from_the_day_somebody_was_asked(room: Room, screen: DecisionsScreen) -> None:
    opened(screen, decided(room, needs_yes_from=(NeededYes(who="The council", asked_on=date(2026, 9, 24)),)))
    assert "We have waited 61 days." in screen.page.rows[NEEDED].row.words()


def test_one_press_notes_that_they_were_asked_today_and_the_letter_is_saved(
    room: Room, screen: DecisionsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    decision_id = decided(room, needs_yes_from=(NeededYes(who="The council"),))
    opened(screen, decision_id)
    acts = screen.page.waited_for
    assert [acts.button(at).words() for at in (0, 1)] == ["Letter to The council", "We asked The council today"]
    acts.button(1).setFocus()
    press(Qt.Key.Key_Return)
    (needed,) = room.state.decisions[decision_id].details.needs_yes_from
    assert needed.asked_on == date(2026, 11, 24)
    told: list[str] = []
    screen.told.connect(told.append)
    place = tmp_path / "letter.pdf"
    monkeypatch.setattr(SavePlace, "ask", lambda *_args: place)
    assert focused().accessibleName() == "Letter to The council"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told == [f"It is saved: {place}"]
    assert place.read_bytes().startswith(b"%PDF")


# New words


def test_the_proposer_can_say_later_what_they_think_of_the_new_words(room: Room, screen: DecisionsScreen) -> None:
    decision_id = decided(room)
    opened(screen, decision_id)
    screen.page.what_row.change.click()
    screen.words.words.set_words("The seats have no arms")
    screen.words.meaning.button("changed").click()
    screen.words.answer.button("not_here").click()
    press_f(screen, "F8")
    change = room.state.decisions[decision_id].details.wording_changed
    assert change is not None
    assert (change.first_words, change.agreed_by_proposer, change.is_not_here) == (SEATS, None, True)
    assert "Dilys: not here to answer." in words_of(screen)
    answer = screen.page.top.answer
    assert not answer.buttons["not_here"].isVisible()
    answer.buttons["no"].setFocus()
    press(Qt.Key.Key_Return)
    change = room.state.decisions[decision_id].details.wording_changed
    assert change is not None
    assert (change.agreed_by_proposer, change.is_not_here) == (False, False)
    assert not answer.isVisible()
    assert f"First words: {SEATS}" in words_of(screen)
    assert "Dilys: no to the new words." in words_of(screen)


def test_a_new_meaning_after_the_meeting_is_for_the_next_agenda_and_the_form_says_so(
    room: Room, screen: DecisionsScreen
) -> None:
    decision_id = decided(room)
    room.running.requests.finish()
    opened(screen, decision_id)
    screen.page.what_row.change.click()
    screen.words.words.set_words("The seats have no arms")
    assert "The meaning changed. We talk about it at the next meeting." in words_of(screen)
    screen.words.meaning.button("changed").click()
    press_f(screen, "F8")
    kept = [item.details.title for item in room.state.agenda if item.state is ItemState.CARRIED_OVER]
    assert len(kept) == 1


def test_words_made_easier_after_the_meeting_say_so_and_keep_what_was_agreed(
    room: Room, screen: DecisionsScreen
) -> None:
    decision_id = decided(room)
    room.running.requests.finish()
    opened(screen, decision_id)
    screen.page.what_row.change.click()
    screen.words.easy_words.set_words("You can hold on when you sit")
    screen.words.meaning.button("same").click()
    press_f(screen, "F8")
    easier = room.state.decisions[decision_id].details.made_easier
    assert easier is not None
    assert easier.agreed_words == SEATS
    assert "Made easier after the meeting, on Tuesday 24 November 2026." in words_of(screen)
    assert f"We agreed these words: {SEATS}" in words_of(screen)


# Taken back in the open


def test_an_objection_in_the_record_is_taken_back_in_the_open_and_stays(room: Room, screen: DecisionsScreen) -> None:
    bob = Proposer(people=(room.people["Bob"],))
    decision_id = decided(room, objections=(Objection(text="Too narrow", by=bob), Objection(text="Too loud")))
    opened(screen, decision_id)
    screen.page.open_part(OBJECTIONS)
    settle()
    entry = screen.page.objections.entries()[0]
    assert isinstance(entry, ObjectionEntry)
    entry.take_back.setFocus()
    press(Qt.Key.Key_Return)
    first, second = room.state.decisions[decision_id].details.objections
    assert first == Objection(text="Too narrow", by=bob, is_taken_back=True)
    assert not second.is_taken_back
    assert screen.page.open_key == ""
    assert "Taken back. Bob: \u201cToo narrow\u201d" in words_of(screen)
    screen.page.open_part(OBJECTIONS)
    press_f(screen, "F8")
    assert room.state.decisions[decision_id].details.objections == (first, second)


def test_a_decision_is_taken_back_with_its_owner_and_by_one_undo_it_stands_again(
    room: Room, screen: DecisionsScreen
) -> None:
    decision_id = decided(room)
    before = room.state
    opened(screen, decision_id)
    screen.page.open_more.click()
    screen.page.more.take_back.setFocus()
    press(Qt.Key.Key_Return)
    type_keys("d")
    press(Qt.Key.Key_Space)
    screen.page.more.form.act.click()
    settle()
    assert room.state.decisions[decision_id].details.outcome is Outcome.WITHDRAWN
    assert room.state.decisions[decision_id].words.text == SEATS
    assert "Taken back" in words_of(screen)
    assert not screen.page.more.take_back.isVisible()
    room.services.history.undo()
    settle()
    assert room.state == before


def test_esc_takes_nothing_back(room: Room, screen: DecisionsScreen) -> None:
    opened(screen, decided(room))
    screen.page.open_more.click()
    screen.page.more.take_back.click()
    settle()
    before = room.state
    assert screen.leave()
    assert not screen.page.more.form.isVisible()
    assert room.state == before


def test_taking_words_out_is_asked_for_by_the_id_of_the_decision(room: Room, screen: DecisionsScreen) -> None:
    asked: list[str] = []
    screen.take_out_requested.connect(asked.append)
    decision_id = decided(room)
    opened(screen, decision_id)
    screen.page.open_more.click()
    screen.page.more.take_out.click()
    assert asked == [decision_id]


def test_words_that_were_taken_out_say_so_in_the_list_and_on_the_page(room: Room, screen: DecisionsScreen) -> None:
    decision_id = decided(room)
    everyone = [person.id for person in room.bridge.people]
    room.services.erasure.take_out(room.state.id, decision_id, asked_by=everyone[0], yes_from=everyone[1])
    settle()
    screen.on_shown()
    assert "Some private words were taken out." in " ".join(screen.list.lines.words())
    opened(screen, decision_id)
    assert screen.page.words() == "Some private words were taken out."
    assert SEATS not in words_of(screen)


# Decided again


def test_a_decision_is_looked_at_again_and_the_first_one_stays(room: Room, screen: DecisionsScreen) -> None:
    first = decided(room)
    opened(screen, first)
    screen.page.open_more.click()
    screen.page.more.again.click()
    settle()
    assert screen.words.value().text == SEATS
    screen.words.words.set_words("The seats have high arms")
    press_f(screen, "F8")
    assert f"We look again at: {SEATS}" in words_of(screen)
    press_f(screen, "F8")
    old, new = room.state.decisions.values()
    assert old.words.text == SEATS
    assert new.words.text == "The seats have high arms"
    assert new.details.reopens == EarlierLine(meeting_id=room.state.id, line_id=first)
    opened(screen, first)
    assert "We looked at this again: The seats have high arms" in words_of(screen)


def test_a_decision_of_an_earlier_meeting_is_looked_at_again_in_this_one(room: Room, screen: DecisionsScreen) -> None:
    first, earlier = decided(room), room.state.id
    details = room.state.details
    assert details is not None
    later = room.services.meetings.begin(room.group.id, replace(details, held_on=date(2027, 3, 10)))
    room.bridge.open(later)
    settle()
    screen.show_part(f"again {earlier} {first}")
    settle()
    press_f(screen, "F8")
    assert f"We look again at: {SEATS} (Tuesday 24 November 2026)" in words_of(screen)
    press_f(screen, "F8")
    (new,) = later.live.state.decisions.values()
    assert new.details.reopens == EarlierLine(meeting_id=earlier, line_id=first)
    assert new.details.item_id is None
    assert room.services.meetings.state(earlier).decisions[first].words.text == SEATS

    opened(screen, new.id)
    asked, said_yes = (person.id for person in room.bridge.people[:2])
    room.services.erasure.take_out(earlier, first, asked_by=asked, yes_from=said_yes)
    screen.on_shown()
    assert f"We look again at: {SEATS}" not in words_of(screen)
    assert "We look again at: Some private words were taken out." in words_of(screen)


# What holds for every screen


def _at_step(room: Room, screen: DecisionsScreen, step: str) -> None:
    if step == "asks first":
        room.running.requests.leave(room.people["Amina"])
        ask_the_room(screen, LIGHT)
        screen.page.open_more.click()
        screen.page.open_part(BETWEEN)
    elif step == "elsewhere":
        ask_the_room(screen, LIGHT)
        screen.page.outcome.outcome.button(Outcome.DECIDED_ELSEWHERE).click()
        screen.page.open_part(TRIED)
    else:
        decision_id = decided(room, LIGHT, needs_yes_from=(NeededYes(who="The council"),), told_us="It is dark.")
        room.running.requests.change_decision(
            decision_id, Words(text=SEATS), room.state.decisions[decision_id].details, changes_meaning=True
        )
        opened(screen, decision_id)
        screen.page.open_more.click()
        screen.page.more.take_back.click()
    settle()


STEPS = ("asks first", "elsewhere", "record")


@pytest.mark.parametrize("step", STEPS)
def test_everything_that_takes_the_focus_has_a_name(room: Room, screen: DecisionsScreen, step: str) -> None:
    _at_step(room, screen, step)
    assert unnamed_controls(screen) == []


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_cut_or_scrolls_sideways(room: Room, theme: Theme, percent: int, step: str) -> None:
    theme.set_text_percent(percent)
    screen = DecisionsScreen(theme, room.services, room.bridge)
    show(screen, width=1166 if percent == 100 else 1200, height=560)
    _at_step(room, screen, step)
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []


def test_words_that_grow_at_large_text_are_shown_whole(room: Room, theme: Theme) -> None:
    theme.set_text_percent(200)
    screen = DecisionsScreen(theme, room.services, room.bridge)
    show(screen, width=1200, height=560)
    decision_id = decided(room)
    opened(screen, decision_id)
    asked = tuple(NeededYes(who=who, asked_on=date(2026, 9, 24)) for who in ("The council", "The bus company"))
    details = replace(room.state.decisions[decision_id].details, needs_yes_from=asked)
    room.running.requests.change_decision(decision_id, Words(text=SEATS), details)
    settle()
    assert "The bus company" in screen.page.rows[NEEDED].row.words()
    assert cut_widgets(screen) == []


def test_what_other_people_decided_does_not_ask_what_we_were_told(room: Room, screen: DecisionsScreen) -> None:
    room.running.requests.leave(room.people["Amina"])
    ask_the_room(screen)
    assert screen.page.parts.told_us.isVisible()
    screen.page.outcome.outcome.button(Outcome.DECIDED_ELSEWHERE).click()
    settle()
    assert not screen.page.parts.told_us.isVisible()
