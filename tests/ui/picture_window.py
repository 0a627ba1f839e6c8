"""What the tests of pictures and photos share: the window over a meeting whose minutes are in sight, and its PDF."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.app import App
from coprod_desktop.domain.lines import ActionDetails, AgendaItemDetails, DecisionDetails, IdeaDetails, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.ui.main_window.places import PlaceKey
from coprod_desktop.ui.screens.minutes.minutes_screen import MinutesScreen
from coprod_desktop.ui.theme import Mode
from tests.journeys.keyboard import settle, until
from tests.minutes.read_out import read_out

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><rect x="9" y="9" width="54" height="54"/></svg>'


class MinutesWindow:
    """The window with the minutes of a small meeting about a hoist and seats."""

    def __init__(self, app: App) -> None:
        self.app, self.window = app, app.window
        screen = app.window.screen_now
        assert isinstance(screen, MinutesScreen)
        self.screen = screen

    @property
    def services(self) -> Services:
        """The real ones."""
        desk = self.window.desk
        assert desk is not None
        return desk.services

    def wait_for_pages(self, count: int) -> None:
        """Wait until pages were made more often than this, and nothing more is being made."""
        until(lambda: self.screen.pages.made_count > count, seconds=60)
        settle()

    def figures(self) -> list[str]:
        """What the pictures of the pages in sight show, read back from their PDF."""
        return [said.alt for said in read_out(self.screen.pages.data).said if said.tag == "Figure"]

    def words(self) -> str:
        """The words of the pages in sight."""
        return " ".join(said.text for said in read_out(self.screen.pages.data).said)

    def photos(self) -> list[tuple[int, int]]:
        """The sides of the photos in the PDF."""
        with pikepdf.open(io.BytesIO(self.screen.pages.data)) as pdf:
            streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
            return [(int(one.Width), int(one.Height)) for one in streams if one.get("/Subtype") == "/Image"]


def open_minutes(
    qapp: QApplication, qtbot: QtBot, folder: Path, *, size: tuple[int, int] = (1366, 698), percent: int = 100
) -> Iterator[MinutesWindow]:
    """The program with the sample group and a meeting of its own, at its minutes."""
    app = App(qapp, folder, with_sample=True)
    app.theme.set_mode(Mode.LIGHT)
    app.theme.set_text_percent(percent)
    qtbot.addWidget(app.window)
    app.window.resize(*size)
    app.window.show()
    app.window.activateWindow()
    until(lambda: app.window.desk is not None and "Riverside" in app.window.frame.group_name())
    until(app.window.isActiveWindow)
    _hold_a_meeting(app)
    app.window.go(PlaceKey.MINUTES)
    opened = MinutesWindow(app)
    opened.wait_for_pages(0)
    yield opened
    app.close()


def _hold_a_meeting(app: App) -> None:
    desk = app.window.desk
    assert desk is not None
    group = desk.services.groups.current()
    assert group is not None
    first, second, *_ = (person.id for person in desk.services.people.people(group.id))
    details = MeetingDetails(title="A new hoist", held_on=date(2026, 11, 24))
    running = desk.services.meetings.begin(group.id, details, [first, second])
    requests, idea_from = running.requests, Proposer(people=(first,))
    for who in (first, second):
        requests.arrive(who)
    item = requests.propose_item(AgendaItemDetails(title="Getting into the boat", proposer=idea_from))
    requests.record_idea(Words(text="Buy a hoist for the boat."), IdeaDetails(proposer=idea_from, item_id=item))
    decision = requests.record_decision(
        Words(text="We will buy 2 chairs with arms."),
        DecisionDetails(proposer=idea_from, outcome=Outcome.AGREED, item_id=item),
    )
    requests.agree_action(Words(text="Order the hoist."), ActionDetails(owners=(second,), decision_id=decision))
    app.window.open_meeting(running.live.id)


def photo(path: Path, size: tuple[int, int] = (1600, 900)) -> Path:
    """A photo as a file."""
    Image.new("RGB", size, (200, 30, 30)).save(path, "JPEG")
    return path


def symbols(folder: Path, *words: str) -> Path:
    """A folder of symbols named by their words."""
    folder.mkdir()
    for word in words:
        (folder / f"{word}.svg").write_text(SVG)
    return folder
