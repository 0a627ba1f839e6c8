"""Twelve people with private things that can be recognised, and all that a window says of them in any way."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.lines import AgendaItemDetails
from coprod_desktop.domain.meeting import Job, MeetingDetails
from coprod_desktop.domain.need_rules import NEED_RULES
from coprod_desktop.domain.person import UNTIMED, MinutesChoice, MinutesFormat, Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.bootstrap import open_services
from coprod_desktop.services.need_words import load_need_words
from coprod_desktop.services.ready_words import load_ready_words
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.ui.main_window.desk import Desk
from coprod_desktop.ui.main_window.window import MainWindow
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.wall.wall_view import WallView
from coprod_desktop.ui.wording import words_for
from tests.services.fixed_clock import FixedClock
from tests.ui.screen_checks import settle

NAMES = ("Amina", "Bob", "Chen", "Dilys", "Eduardo", "Farida", "Grace", "Hanif", "Iris", "Jo", "Kim", "Liam")
LIVED, CARER, STAFF = Perspective.LIVED_EXPERIENCE, Perspective.CARER, Perspective.PROFESSIONAL
VOICES = (*(LIVED,) * 5, *(CARER,) * 4, *(STAFF,) * 2, Perspective.NOT_SAID)
"""Where they speak from: five, four, only two, and one who would rather not say."""

LABELS = {LIVED: "Okapi people", CARER: "Ibis people", STAFF: "Lemur people"}
NEED_CODES = ("BSL", "LIP", "AAC", "TIME", "BREAK", "STEP", "QUIET", "SPEECH", "WARN", "STT", "FOOD", "DOG")
PLANTED = ("Zebra", "Yodel", "Quokka")
"""In every need, way to reach somebody, and wording of a yes."""

USUAL_SECONDS, OWN_SECONDS = 240, 433
OWN_LENGTH = ("7:13", "7:12", "7 minutes and 13", "of 7 minutes", "433")


class PrivateRoom:
    """The whole window with a meeting of 12, of whom Liam has not come."""

    def __init__(self, theme: Theme, folder: Path, *, is_anyone_untimed: bool = False) -> None:
        self.clock = FixedClock(datetime(2026, 11, 24, 10, 0).astimezone(UTC))
        self.services = open_services(folder, clock=self.clock)
        group = self.services.groups.create("Bus stops group")
        self.group = self.services.groups.save(replace(group, perspective_labels=LABELS))
        self.people = {name: self.services.people.add_walk_in(self.group.id, name).id for name in NAMES}
        for number, name in enumerate(NAMES):
            self._plant(number, name)
        if is_anyone_untimed:
            kim = self.services.people.get(self.people["Kim"])
            self.services.people.save(replace(kim, turn_seconds=UNTIMED))
        details = MeetingDetails(title="Bus stops", held_on=date(2026, 11, 24), starts_at="10:00", ends_at="12:00")
        self.running = self.services.meetings.begin(self.group.id, details, tuple(self.people.values()))
        for name, voice in list(zip(NAMES, VOICES, strict=True))[:-1]:
            self.running.requests.arrive(self.people[name], perspectives=(voice,))
        self.running.requests.take_jobs(self.people["Jo"], (Job.FACILITATOR,))
        self.items = [
            self.running.requests.propose_item(AgendaItemDetails(title=title, proposer=self.proposer(who)))
            for title, who in (("Shelters", "Amina"), ("Seats", "Jo"), ("Lights", "Bob"), ("Maps", "Farida"))
        ]
        self.running.turns.set_length(USUAL_SECONDS)
        self.window = MainWindow(theme)
        self.window.attach(Desk(theme, self.services, self.window))
        self.window.resize(1366, 688)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)
        self.window.open_meeting(self.running.live.id)
        self.wall = WallView(theme, self.desk.bridge, lambda: self.group, lambda: self.clock.now().astimezone())
        self.wall.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.wall.resize(1920, 1080)
        self.wall.show()
        self.window.activateWindow()
        settle()

    @property
    def desk(self) -> Desk:
        """What the window works with."""
        assert self.window.desk is not None
        return self.window.desk

    def proposer(self, *names: str) -> Proposer:
        """These people, who put something forward."""
        return Proposer(people=tuple(self.people[name] for name in names))

    def start(self, name: str) -> None:
        """A person begins to speak."""
        self.running.turns.start(self.services.people.get(self.people[name]))

    def let_pass(self, seconds: int) -> None:
        """Time goes by, tick by tick."""
        for _ in range(seconds // 2):
            self.clock.pass_seconds(2)
            if self.running.turns.tick():
                self.desk.bridge.ticked.emit(self.desk.bridge.used_ms)
        settle()

    def go(self, place: str) -> None:
        """Go to a place."""
        self.window.go(place)
        settle()

    def close(self) -> None:
        """End the program."""
        self.window.end()
        self.services.close()

    def _plant(self, number: int, name: str) -> None:
        person = self.services.people.get(self.people[name])
        asked = None if number % 4 == 3 else date(2026, 1, 13)
        words = f"Quokka {name}" if asked else ""
        codes = (NEED_CODES[number], "OTHER")
        needs = [
            AccessNeed(code=code, detail=f"Zebra {code} {name}", consent_on=asked, consent_words=words)
            for code in codes
        ]
        formats = tuple(MinutesFormat)
        minutes = MinutesChoice(format=formats[number % len(formats)], size_pt=22, paper="yellow")
        own = OWN_SECONDS if name in ("Chen", "Liam") else None
        changed = replace(
            person,
            needs=tuple(needs),
            contact=f"Yodel {name}",
            minutes=minutes,
            turn_seconds=own,
            perspectives=(VOICES[number],),
            nearly_in_words=name == "Chen",
        )
        PeopleStore(self.services.database).save(changed)  # needs without a yes come in with a record only


def private_faults(room: PrivateRoom, *, with_hidden: bool) -> list[str]:
    """What is told in the windows that must not be; parts that were never private may be hidden and full."""
    told = set(_told_by_windows(room, with_hidden=with_hidden))
    return sorted(f"{why}: {words}" for words in told for why in why_private(words))


def _told_by_windows(room: PrivateRoom, *, with_hidden: bool) -> Iterator[str]:
    """Every text of every part of every window: words, names, descriptions, hints, titles; and what the wall draws."""
    for window in QApplication.topLevelWidgets():
        for widget in (window, *window.findChildren(QWidget)):
            if with_hidden or widget.isVisible():
                yield from filter(None, _told_by(widget))
    yield room.wall.words()
    yield QApplication.clipboard().text()


def _told_by(widget: QWidget) -> Iterator[str]:
    text = getattr(widget, "text", None)
    if callable(text):
        yield str(text())
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    yield from (widget.toolTip(), widget.whatsThis(), widget.statusTip(), widget.windowTitle())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if widget.isVisible():
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None:
            kinds = QAccessible.Text
            yield from (interface.text(kind) for kind in (kinds.Name, kinds.Description, kinds.Value, kinds.Help))


def why_private(told: str) -> Iterator[str]:
    """Why the room must not be told this, if it must not."""
    words = told.casefold()
    for why, signs in _ALWAYS.items():
        if any(sign in words for sign in signs):
            yield why
    if any(re.search(rf"\b{name.casefold()}\b", words) for name in NAMES):
        yield from (why for why, signs in _BESIDE_A_NAME.items() if any(sign in words for sign in signs))
    few = LABELS[STAFF].casefold()
    if few in words and any(figure in words.split(few)[-1][:12] for figure in "12"):
        yield "a count of fewer than 3"


_NEEDS = load_need_words(templates_folder(), "en-GB")
_READY = load_ready_words(templates_folder())
_FOR_SOMEBODY = [rule.key for rule in NEED_RULES if _READY.title(rule.key, 1) != _READY.title(rule.key, 2)]
"""What tells for how many people it is: with so few of them, it points at somebody."""

_ALWAYS = {
    "what is to be ready for somebody": tuple(
        _READY.title(key, people).casefold() for key in _FOR_SOMEBODY for people in (1, 2)
    ),
    "what is to be booked": ("sign language interpreter", "typed words for"),
    "planted words": tuple(word.casefold() for word in PLANTED),
    "a need": tuple(_NEEDS.label(code).casefold() for code in NEED_CODES),
    "somebody's own length of turns": OWN_LENGTH,
    "advice": ("only you see this:", "there is something to ask"),
}
_BESIDE_A_NAME = {
    "a format beside a name": tuple(words_for(one).casefold() for one in MinutesFormat),
    "a perspective beside a name": tuple(label.casefold() for label in LABELS.values()),
    "who had no turn": ("had no turn",),
}
