"""A meeting of 12 with planted words: nothing private is in any window while the room can see them (R08, UI-24)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from sqlalchemy import text

from coprod_desktop.domain.events import PauseReason
from coprod_desktop.domain.lines import (
    ActionDetails,
    DecisionDetails,
    HowDecided,
    IdeaDetails,
    NeededYes,
    Objection,
    Outcome,
    Votes,
    Words,
)
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.room import CheckOutAnswer, CheckOutQuestion, Counting, WallScene
from coprod_desktop.domain.room_events import Answered
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.screens.get_ready.get_ready_screen import GetReadyScreen
from coprod_desktop.ui.screens.get_ready.line_words import LineAct
from coprod_desktop.ui.screens.ideas.ideas_screen import IdeasScreen
from coprod_desktop.ui.screens.invite.invite_screen import InviteScreen
from coprod_desktop.ui.screens.minutes.minutes_screen import MinutesScreen
from coprod_desktop.ui.screens.minutes.panel import (
    AGREE,
    CHECK,
    COPY,
    FINDINGS,
    KIT,
    OVERVIEW,
    PACK,
    PHOTOS,
    PICTURES,
    READERS,
    RETURNED,
    SHEETS,
)
from coprod_desktop.ui.screens.minutes.returned_panel import ReturnedPanel
from coprod_desktop.ui.screens.people_file.columns_page import ColumnsPage
from coprod_desktop.ui.screens.people_file.people_file_screen import PeopleFileScreen
from coprod_desktop.ui.screens.turns.turns_screen import TurnsScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.before_we_begin import BeforeWeBegin, Opening
from coprod_desktop.ui.widgets.decision_page import DecisionPage
from coprod_desktop.ui.widgets.decision_parts import (
    BETWEEN,
    CONDITIONS,
    NEEDED,
    OBJECTIONS,
    PRESENCE,
    SUPPORT,
    TRIED,
)
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.welcome_list import WelcomeList
from coprod_desktop.ui.widgets.welcome_panel import WelcomePanel
from tests.ui.person_at_screen import press_row
from tests.ui.private_room import NAMES, PLANTED, PrivateRoom, private_faults, why_private
from tests.ui.screen_checks import settle

_ROWS = (
    *("Where they speak", "How to reach them", "The minutes they want", "Length of their turn", "What helps me"),
    *("Their photo", "What they said and did", "What we offer them", "What they bring", "Name"),
)
_BEFORE_THE_DAY = (
    *("ready/ask", "ready/lists", "invite/message", "invite/newcomers", "people_file/save", "venues/new", "setup"),
)
_LIST = """name,contact,needs,format
Amina,Yodel Amina,BSL: Zebra BSL Amina,large print
Nuria,Yodel Nuria,DOG: Zebra DOG Nuria,braille
"""
_LIVE = (PlaceKey.TURNS, PlaceKey.BALANCE, PlaceKey.WALL, PlaceKey.DECISIONS, PlaceKey.AGENDA)


@pytest.fixture
def room(theme: Theme, tmp_path: Path) -> Iterator[PrivateRoom]:
    """Twelve people who are not asked yet whether the room can see the screen."""
    opened = PrivateRoom(theme, tmp_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("answer", ["not asked", "yes", "asked again"])
def test_nothing_private_is_in_any_window_while_the_room_may_see_it(room: PrivateRoom, answer: str) -> None:
    if answer == "yes":
        room.desk.bridge.sight.say(can_see=True)
    if answer == "asked again":
        room.desk.bridge.sight.say(can_see=False)
        for _state in (*_before_turns(room), *_panels(room)):
            pass
        room.go(PlaceKey.MINUTES)
        room.desk.bridge.sight.ask_again()
        settle()
        assert private_faults(room, with_hidden=False) == []
    for walk in (_before_turns, _panels, _in_turns, _deciding, _our_ideas, _checking, _at_the_end):
        for state in walk(room):
            faults = private_faults(room, with_hidden=answer != "asked again")
            assert faults == [], f"{answer}, {state}"


def test_the_same_walk_finds_private_things_once_only_we_can_see_them(room: PrivateRoom) -> None:
    room.desk.bridge.sight.say(can_see=False)
    walk = chain(_before_turns(room), _panels(room), _in_turns(room), _deciding(room), _our_ideas(room))
    found = {fault.split(":")[0] for _state in walk for fault in _visible(room)}
    assert found >= {"planted words", "a format beside a name", "advice", "a count of fewer than 3"}
    assert found >= {"what is to be ready for somebody", "what is to be booked"}


def test_what_somebody_said_last_is_not_marked_as_they_check_in(room: PrivateRoom) -> None:
    room.desk.bridge.sight.say(can_see=True)
    _check_in(room, "Chen")
    panel = room.window.screen_now.findChild(WelcomePanel)
    assert [one.text() for one in panel.findChildren(QAbstractButton) if one.isVisible() and one.isChecked()] == []
    room.desk.bridge.sight.say(can_see=False)
    room.window.screen_now.leave()
    _check_in(room, "Chen")
    assert len([one for one in panel.findChildren(QAbstractButton) if one.isVisible() and one.isChecked()]) == 1


def test_the_undo_bar_does_not_say_who_passed_or_who_stepped_out(room: PrivateRoom) -> None:
    live, bar = room.running.room, room.window.frame.undo_bar
    room.running.requests.open_item(room.items[0])
    room.go(PlaceKey.TURNS)
    live.start_go_round()
    passes, comes_next, *_ = room.running.live.state.room.go_round.waiting
    live.pass_in_round(passes)
    settle()
    assert bar.words() == f"Saved. The go-round goes on. We ask {room.desk.bridge.name(comes_next)} now."
    for act in (
        partial(live.step_out, room.people["Bob"]),
        partial(live.step_back, room.people["Bob"]),
        partial(live.show_card, "red"),
        partial(live.give_check_out, (Answered(question=CheckOutQuestion.SAY, answer=CheckOutAnswer.NO),)),
    ):
        act()
        settle()
        assert bar.words()
        assert not any(name in bar.words() for name in NAMES), bar.words()
        told = bar.undo_button().accessibleDescription() + bar.redo_button().accessibleDescription()
        assert not any(name in told for name in NAMES)


def test_a_clock_does_not_come_back_when_the_one_with_their_own_time_goes_home(room: PrivateRoom) -> None:
    bridge = room.desk.bridge
    assert not bridge.shows_lengths
    room.running.requests.leave(room.people["Chen"])
    assert not bridge.shows_lengths, "figures that come back as somebody leaves tell of them"
    room.running.room.step_out(room.people["Bob"])
    assert not bridge.shows_lengths


def test_what_is_kept_and_printed_holds_nothing_private(room: PrivateRoom, tmp_path: Path) -> None:
    room.running.room.choose_counting(Counting.BY_PERSPECTIVE)
    for _state in (*_in_turns(room), *_deciding(room), *_checking(room), *_at_the_end(room)):
        pass
    with room.services.database.read() as connection:
        kept = " ".join(connection.execute(text("SELECT payload FROM meeting_log")).scalars())
    assert not any(word in kept for word in (*PLANTED, *NAMES))
    services, meeting_id, state = room.services, room.running.live.id, room.running.live.state
    voices = services.equal_voice
    minutes = services.minutes.make(meeting_id, MinutesFormat.EASY_READ)
    learning = voices.render(voices.content(state))
    kit = services.paper_kit.make(meeting_id)
    for name, page in (("minutes", minutes), ("learning", learning), *((str(key), data) for key, data in kit.items())):
        told = _lines(page)
        assert told, name
        assert [why for line in told for why in why_private(line)] == [], name
    assert not any(name in " ".join(_lines(learning)) for name in NAMES), "no names on the learning page"
    files = [file.name for file in tmp_path.rglob("*")]
    assert not any(word in file for word in (*PLANTED, *NAMES) for file in files)
    for log in tmp_path.rglob("*.log"):
        assert not any(word in log.read_text(encoding="utf-8") for word in (*PLANTED, *NAMES))


# The walk


def _before_turns(room: PrivateRoom) -> Iterator[str]:
    room.running.room.choose_counting(Counting.BY_PERSPECTIVE)
    for place in PlaceKey:
        room.go(place)
        yield place
    for part in _BEFORE_THE_DAY:
        room.go(part)
        yield part
        room.window.screen_now.leave()
    yield from _getting_ready(room)
    yield from _a_list_of_people(room)
    room.go(PlaceKey.PEOPLE)
    press_row(room.window.screen_now, "Chen")
    for row in _ROWS:
        press_row(room.window.screen_now, row)
        yield row
    while room.window.screen_now.leave():
        settle()
    press_row(room.window.screen_now, "Dilys")
    yield "somebody whose needs wait for a yes"
    while room.window.screen_now.leave():
        settle()
    for part in ("choices", "break", "step-out", "serious"):
        room.go(PlaceKey.TURNS)
        room.go(f"pause/{part}")
        yield part
        room.window.screen_now.leave()
    _check_in(room, "Chen")
    yield "check-in"
    room.window.screen_now.leave()
    for key in Opening:
        room.window.screen_now.findChild(BeforeWeBegin).row(key).focus_target().click()
        settle()
        yield key
        room.window.screen_now.leave()
        settle()


def _getting_ready(room: PrivateRoom) -> Iterator[str]:
    """Every row that can be pressed, opened, and what it opens to; the pages of inviting people."""
    room.go(PlaceKey.READY)
    screen = room.window.screen_now
    assert isinstance(screen, GetReadyScreen)
    for panel in ("helpers", "ask", "lists"):
        screen._open(panel)  # noqa: SLF001 - some are reached only by a row
        settle()
        yield f"getting ready, {panel}"
        screen.leave()
    for fold in screen.findChildren(Fold):
        if fold.isVisible():
            fold.set_open(True)
            fold.opened.emit()
    settle()
    yield "getting ready, all of it"
    for key in screen._lines:  # noqa: SLF001 - the forms are reached only by rows
        for act in (LineAct.CANNOT, LineAct.OTHER_DAY):
            if room.desk.bridge.sight.is_only_us:
                screen._on_act(key, act)  # noqa: SLF001
                settle()
                yield f"getting ready, {act} {key}"
                screen.leave()
        break
    room.go(PlaceKey.INVITE)
    invite = room.window.screen_now
    assert isinstance(invite, InviteScreen)
    invite.asked.ask.open()
    settle()
    yield "asking more people"
    invite.leave()
    invite._show_page(invite.join)  # noqa: SLF001 - only somebody who joins from afar leads there
    settle()
    yield "how to join"
    invite.leave()


def _a_list_of_people(room: PrivateRoom) -> Iterator[str]:
    room.go(PlaceKey.PEOPLE_FILE)
    screen = room.window.screen_now
    assert isinstance(screen, PeopleFileScreen)
    path = room.services.folder / "list.csv"
    path.write_text(_LIST, encoding="utf-8")
    screen._open(path, room.group)  # noqa: SLF001 - the file is chosen in a dialog of the system
    settle()
    yield "a list of people"
    if isinstance(screen.page, ColumnsPage):
        screen.press("F8")
        settle()
        yield "the people of a list"
    path.unlink()
    screen.leave()


def _panels(room: PrivateRoom) -> Iterator[str]:
    room.go(PlaceKey.MINUTES)
    screen = room.window.screen_now
    assert isinstance(screen, MinutesScreen)
    for panel in (FINDINGS, COPY, PACK, PICTURES, PHOTOS, KIT, OVERVIEW):
        screen.show_panel(panel)
        settle()
        yield panel


def _deciding(room: PrivateRoom) -> Iterator[str]:
    """Ideas, decisions in every way, and what is found open of each: parts, acts, and words to take out for good."""
    requests = room.running.requests
    idea = requests.record_idea(
        Words(text="Lamps at the stop"), IdeaDetails(proposer=room.proposer("Amina"), item_id=room.items[0])
    )
    like = requests.record_idea(Words(text="A lamp"), IdeaDetails(proposer=room.proposer("Chen")))
    requests.join_ideas(idea, [like])
    unnamed = IdeaDetails(proposer=Proposer(source=Source.UNNAMED), item_id=room.items[0])
    requests.record_idea(Words(text="A seat with arms"), unnamed)
    details = DecisionDetails(
        proposer=room.proposer("Amina"),
        outcome=Outcome.AGREED,
        item_id=room.items[0],
        from_idea_id=idea,
        supported_by=(room.people["Bob"],),
        how_decided=HowDecided.SHOW_OF_HANDS,
        objections=(Objection(text="Too bright", by=room.proposer("Dilys")),),
        needs_yes_from=(NeededYes(who="the council", asked_on=date(2026, 11, 2)),),
        decided_at=room.clock.now().astimezone().isoformat(timespec="seconds"),
    )
    decision = requests.record_decision(Words(text="We want lamps"), details)
    secret = replace(details, how_decided=HowDecided.SECRET_COUNT, votes=Votes(yes=9, no=2), from_idea_id=None)
    hidden = requests.record_decision(Words(text="We want seats"), secret)
    job = requests.agree_action(
        Words(text="Write to them"), ActionDetails(decision_id=decision, owners=(room.people["Chen"],))
    )
    room.go(PlaceKey.DECISIONS)
    yield "lines"
    for line in (idea, decision, hidden, job):
        room.go(f"decisions/line {line}")
        yield f"the line {line}"
        page = room.window.screen_now.findChild(DecisionPage)
        for part in (PRESENCE, SUPPORT, OBJECTIONS, NEEDED, TRIED, BETWEEN, CONDITIONS):
            if page is not None and page.isVisible():
                page.open_part(part)
                settle()
                yield f"the line {line}, {part}"
        while room.window.screen_now.leave():
            settle()
    for line in (idea, decision):
        room.go(f"take_out/{line}")
        yield f"take out {line}"
        room.window.screen_now.leave()
    requests.take_back_objection(decision, 0, by=room.people["Dilys"])
    yield "an objection is taken back"
    requests.say_no_thank_you(job, room.people["Chen"])
    settle()
    yield "no, thank you"
    assert not any(name in room.window.frame.undo_bar.words() for name in NAMES)


def _our_ideas(room: PrivateRoom) -> Iterator[str]:
    """The box, its filters, rows, and the story of each line."""
    room.go("ideas/search")
    screen = room.window.screen_now
    assert isinstance(screen, IdeasScreen)
    for words in ("lamp", "amina", "seat", "okapi"):
        screen.finder.search.setText(words)
        screen.finder.search_changed.emit()
        settle()
        yield f"found by {words}"
    screen.finder.filters.set_open(True)
    screen.finder.filters.opened.emit()
    settle()
    yield "what to look for"
    state = room.running.live.state
    for line in (*state.ideas, *state.decisions, *state.actions):
        room.go(f"ideas/path {room.running.live.id} {line}")
        yield f"the story of {line}"
    while screen.leave():
        settle()


def _checking(room: PrivateRoom) -> Iterator[str]:
    """The two yeses: each step, and the sheet of one person."""
    room.go(PlaceKey.MINUTES)
    screen = room.window.screen_now
    assert isinstance(screen, MinutesScreen)
    for key in (CHECK, READERS, SHEETS, RETURNED, AGREE):
        screen.show_panel(key)
        settle()
        yield key
    returned = screen.panel(RETURNED)
    assert isinstance(returned, ReturnedPanel)
    screen.show_panel(RETURNED)
    for name in ("Amina", "Dilys"):
        returned.open_person(room.people[name])
        settle()
        yield f"the sheet of {name}"
        assert room.desk.bridge.sight.is_only_us == bool(returned.cards()), "what somebody answered is theirs"
    screen.show_panel(OVERVIEW)


def _in_turns(room: PrivateRoom) -> Iterator[str]:
    turns, live = room.running.turns, room.running.room
    room.running.requests.open_item(room.items[0])
    for name in ("Amina", "Bob", "Chen"):
        turns.raise_hand(room.people[name])
    yield from _everywhere(room, "hands")
    room.start("Chen")
    yield from _everywhere(room, "a turn")
    for seconds in (60, 150, 120, 110):
        room.let_pass(seconds)
        QTest.keyClick(room.window, Qt.Key.Key_F2)
        settle()
        yield f"after {seconds} seconds more"
    for why in (PauseReason.ASKED, PauseReason.THINKING, PauseReason.INTERPRETING):
        turns.pause(why)
        settle()
        yield why
        turns.resume()
    yield from _side_pages(room)
    turns.end()
    for name in (name for name in NAMES[:-1] if name not in ("Bob", "Chen")):
        room.start(name)
        turns.end()
    yield from _everywhere(room, "one has had no turn")
    screen = _turns(room)
    screen.main.foot.finish.click()
    settle()
    yield "the end of an item"
    screen.leave()
    live.start_go_round()
    yield from _everywhere(room, "go-round")
    live.pass_in_round(room.running.live.state.room.go_round.waiting[0])
    live.step_out(room.people["Chen"])
    yield from _everywhere(room, "somebody passed, somebody is out")
    live.end_go_round()
    live.answer_balance_on_wall(is_yes=True)
    live.choose_scene(WallScene.BALANCE)
    yield from _everywhere(room, "equal voice on the wall")
    live.choose_scene(WallScene.FOLLOW)


def _at_the_end(room: PrivateRoom) -> Iterator[str]:
    live = room.running.room
    room.go(PlaceKey.CLOSE)
    yield "read back"
    live.begin_closing()
    for answer in (*(CheckOutAnswer.YES,) * 5, CheckOutAnswer.NO):
        live.give_check_out((Answered(question=CheckOutQuestion.PART, answer=answer),))
        settle()
        yield "check-out"
        assert "No: 1" not in room.wall.words()
    live.put_off_closing()


def _everywhere(room: PrivateRoom, state: str) -> Iterator[str]:
    for place in _LIVE:
        room.go(place)
        yield f"{state}, {place}"
    room.go(PlaceKey.TURNS)


def _side_pages(room: PrivateRoom) -> Iterator[str]:
    screen = _turns(room)
    pages: tuple[tuple[str, Callable[[], object]], ...] = (
        ("this turn", screen.main.foot.turn_acts.click),
        ("more", screen.main.foot.more.click),
        ("adds", screen.main.foot.adds.click),
    )
    for name, opens in pages:
        opens()
        settle()
        yield name
        screen.leave()


def _turns(room: PrivateRoom) -> TurnsScreen:
    room.go(PlaceKey.TURNS)
    screen = room.window.screen_now
    assert isinstance(screen, TurnsScreen)
    return screen


def _check_in(room: PrivateRoom, name: str) -> None:
    room.go(PlaceKey.WELCOME)
    room.window.screen_now.findChild(WelcomeList).person_pressed.emit(room.people[name])
    settle()


def _visible(room: PrivateRoom) -> list[str]:
    return private_faults(room, with_hidden=False)


def _lines(page: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(page)
    words = "\n".join(one.get_textpage().get_text_bounded() for one in document)
    document.close()
    return [line for line in words.splitlines() if line.strip()]
