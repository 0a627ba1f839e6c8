"""A meeting that can be brought to every scene of the wall, with hard names, and needs that must never be seen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.lines import AgendaItemDetails, HowOpen
from coprod_desktop.domain.meeting import Bounds, FixedBound, NextMeeting
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.room import CheckOutCount, CheckOutQuestion, ReadBack, ReadBackStep, WallScene
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.wall.parts import WordsPart
from coprod_desktop.ui.wall.wall_view import WallView
from tests.ui.screen_checks import Room

LONG_NAME = "Wolfe" + "schlegelsteinhausenbergerdorff" * 2 + "senior" * 2 + "min"
ARABIC_NAME = "عائشة عبد الرحمن بنت الحسن"
LONG_TITLE = (
    "How we get home in the evening when there is no bus and no taxi, and who we can ring when it is dark and cold"
)
PLANTED = "Hidden-need-7731"
WORDS = "The first new shelter will be at the hospital. It will have seats with arms. The timetable will have a light."

SIZES = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))


def prepare(room: Room, *, names: dict[str, str] | None = None, title: str = "Where do the shelters go?") -> None:
    """Everybody comes, with a planted need and a perspective; 7 items, and the first of them is open."""
    people = room.services.people
    for short, person_id in room.people.items():
        person = people.get(person_id)
        needs = (
            AccessNeed(
                code="BREAK", detail=f"{PLANTED} {short}", consent_on=date(2026, 1, 13), consent_words="May we?"
            ),
        )
        named = (names or {}).get(short, person.name)
        people.save(replace(person, name=named, needs=needs, perspectives=(Perspective.LIVED_EXPERIENCE,)))
        room.running.requests.arrive(person_id, perspectives=(Perspective.LIVED_EXPERIENCE,))
    room.bridge.refresh_people()
    both = Proposer(people=(room.people["Amina"], room.people["Bob"]))
    for words, picture in (
        (title, "bus"),
        ("Seats", "chair"),
        (LONG_TITLE, ""),
        *((f"Item {n}", "light") for n in "4567"),
    ):
        details = AgendaItemDetails(title=words, proposer=both, picture=picture, fixed="The money is for 2 shelters.")
        room.running.requests.propose_item(details)
    room.running.requests.open_item(room.state.listed_items[0].id)
    room.running.turns.set_length(180)


def begin_turn(room: Room, name: str = "Amina") -> None:
    """A person has the floor, and another asks for it."""
    room.running.turns.start(room.services.people.get(room.people[name]))
    room.running.turns.raise_hand(room.people["Dilys"])


def pass_time(room: Room, seconds: int) -> None:
    """The turn goes on, tick by tick."""
    for _ in range(seconds * 4):
        room.clock.pass_seconds(0.25)
        room.running.turns.tick()


def _turn_at(seconds: int) -> Callable[[Room], None]:
    def go(room: Room) -> None:
        begin_turn(room)
        pass_time(room, seconds)

    return go


def _paused(room: Room) -> None:
    begin_turn(room)
    room.running.turns.pause()


def _everyone(room: Room) -> None:
    room.running.room.set_everyone_check(is_on=True)
    begin_turn(room)
    room.running.turns.end()


def _go_round(room: Room) -> None:
    room.running.room.start_go_round()


def _talk(room: Room) -> None:
    room.running.room.start_conversation((room.people["Amina"], room.people["Bob"]))


def _decision(step: ReadBackStep, *, is_secret: bool = False) -> Callable[[Room], None]:
    def go(room: Room) -> None:
        proposer = Proposer(people=(room.people["Amina"],))
        read = ReadBack(words=WORDS, proposer=proposer, picture="bus", step=step, is_secret=is_secret)
        room.running.room.read_back(read)

    return go


def _break(minutes: int | None, gone: int = 0) -> Callable[[Room], None]:
    def go(room: Room) -> None:
        room.running.room.start_break(minutes)
        room.clock.pass_seconds(gone)

    return go


def _check_out(room: Room) -> None:
    room.running.room.begin_closing()
    room.running.room.count_check_out(dict.fromkeys(CheckOutQuestion, CheckOutCount(yes=4, partly=1, no=1)))


def _thanks(room: Room) -> None:
    room.running.requests.set_next_meeting(NextMeeting(held_on=room.state.details.held_on, venue="Library hall"))
    room.running.room.choose_scene(WallScene.THANK_YOU)


BOUNDS = Bounds(
    open=("Where the shelters go", "What they look like", "How we tell people"),
    how_open=(HowOpen.DECIDE, HowOpen.ADVISE, HowOpen.TOLD),
    fixed=(
        FixedBound(what="The money is £60,000", by_whom="The council", why="It was set for this year."),
        FixedBound(what="3 shelters this year"),
    ),
    not_given_up=("Seats with arms",),
    why_now="The old shelters are broken.",
    hoped_gain="It hopes to save money on mending.",
)


def _bounds(bounds: Bounds) -> Callable[[Room], None]:
    def go(room: Room) -> None:
        room.running.requests.set_bounds(bounds)
        room.running.room.choose_scene(WallScene.BOUNDS)

    return go


def _chosen(scene: WallScene) -> Callable[[Room], None]:
    def go(room: Room) -> None:
        room.running.room.choose_scene(scene)

    return go


SCENES: dict[str, Callable[[Room], None]] = {
    "welcome": _chosen(WallScene.WELCOME),
    "agenda": _chosen(WallScene.AGENDA),
    "bounds": _bounds(BOUNDS),
    "long_bounds": _bounds(Bounds(open=(LONG_TITLE,) * 3, fixed=(FixedBound(what=LONG_TITLE, why=LONG_TITLE),) * 4)),
    "only_open": _bounds(Bounds(open=(LONG_TITLE,))),
    "no_bounds": _chosen(WallScene.BOUNDS),
    "item": lambda _room: None,
    "turn": _turn_at(0),
    "nearly": _turn_at(150),
    "up": _turn_at(200),
    "paused": _paused,
    "everyone": _everyone,
    "go_round": _go_round,
    "talk": _talk,
    "words": _decision(ReadBackStep.WORDS),
    "agree": _decision(ReadBackStep.AGREE),
    "secret": _decision(ReadBackStep.AGREE, is_secret=True),
    "break": _break(20, 300),
    "break_over": _break(20, 1500),
    "open_break": _break(None),
    "pause": lambda room: room.running.room.pause_everything(),
    "check_out": _check_out,
    "thanks": _thanks,
}
"""How to bring the meeting to each scene."""


def open_view(theme: Theme, room: Room, size: tuple[int, int]) -> WallView:
    """The wall at a size, with the clock of the test."""
    view = WallView(theme, room.bridge, lambda: room.group, lambda: room.clock.now().astimezone())
    view.resize(*size)
    view.show()
    QApplication.processEvents()
    return view


def told(view: WallView) -> list[WordsPart]:
    """The words on the wall, with their places."""
    return [part for part in view.parts() if isinstance(part, WordsPart)]


def drawn_area(part: WordsPart) -> QRectF:
    """Where the letters of a part really are."""
    lines = [part.kept.lineAt(at).naturalTextRect() for at in range(part.kept.lineCount())]
    whole = lines[0]
    for line in lines[1:]:
        whole = whole.united(line)
    return whole.translated(part.area.topLeft())
