"""The picture that the room sees, at any size: on the wall as large as the screen, on the laptop as a small preview."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QAccessible, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.room import WallScene
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.person_faces import NO_FACE, Face
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.wall.parts import Part, RingPart, shown_area
from coprod_desktop.ui.wall.scenes import put_scene
from coprod_desktop.ui.wall.sheet import Sheet
from coprod_desktop.ui.wall.told import Told
from coprod_desktop.ui.widgets.painting import smooth_painter

_LOOK_MS = 1000
"""How often the ring is looked at again. Nothing on the wall moves by itself but that."""


class WallView(QWidget):
    """Shows `scene_of` the open meeting, one thing at a time; plain while no meeting is open or the wall is blank."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(
        self,
        theme: Theme,
        bridge: MeetingBridge,
        group: Callable[[], Group | None],
        now: Callable[[], datetime] | None = None,
        face: Callable[[Person], Face] | None = None,
    ) -> None:
        """`now` tells the time of day with its offset; without one it is the clock of the laptop.

        `face` gives a person's photo or symbol, if it may be on the wall; it is asked once for each picture drawn.
        """
        super().__init__()
        self._theme = theme
        self._bridge = bridge
        self._group = group
        self._now = now or _local_now
        self._face = face
        self._faces: dict[PersonId, Face] = {}
        self._sheet: Sheet | None = None
        self._scene = WallScene.BLANK
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._on_time)
        bridge.state_changed.connect(self._on_state_changed)
        theme.changed.connect(self.refresh)

    @property
    def scene(self) -> WallScene:
        """What is shown now."""
        return self._scene

    def parts(self) -> tuple[Part, ...]:
        """Everything that is drawn, with its place in pixels."""
        return tuple(self._sheet.parts) if self._sheet is not None else ()

    def words(self) -> str:
        """Everything that can be read, in the order in which it is read."""
        return self._sheet.spoken() if self._sheet is not None else ""

    def refresh(self) -> None:
        """Draw everything anew, as it is now."""
        if not self.isVisible():
            self._sheet = None
            return
        self._faces.clear()
        self._sheet = self._made()
        self.setAccessibleName(self.words().replace("\n", " "))
        self._keep_time()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow the meeting."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything grows with the screen."""
        super().resizeEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another screen may have finer dots."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what has changed."""
        painter = smooth_painter(self)
        painter.fillRect(event.rect(), self._theme.colours.bg)
        if self._sheet is not None:
            for part in self._sheet.parts:
                if shown_area(part).intersects(event.rect()):
                    part.paint(painter, self._theme)

    def _made(self) -> Sheet:
        sheet = Sheet(self._theme, self.width(), self.height())
        self._scene = WallScene.BLANK
        if self._bridge.has_meeting:
            self._scene = put_scene(sheet, Told(self._bridge, self._group(), self._now, self._face_of))
        return sheet

    def _face_of(self, person: Person) -> Face:
        if self._face is None:
            return NO_FACE
        if person.id not in self._faces:
            self._faces[person.id] = self._face(person)
        return self._faces[person.id]

    def _keep_time(self) -> None:
        """Look at the time only while something on the wall tells it and goes on."""
        turn = self._bridge.state.current_turn if self._bridge.has_meeting else None
        turn_goes_on = self._scene is WallScene.TURN and turn is not None and not turn.is_paused
        has_ring = any(isinstance(part, RingPart) for part in self.parts())
        if has_ring and (turn_goes_on or self._scene is WallScene.BREAK):
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()

    def _on_state_changed(self, _state: MeetingState) -> None:
        self.refresh()

    def _on_time(self) -> None:
        """Only the ring is painted anew, unless the words have changed too."""
        if not self.isVisible() or self._sheet is None:
            self._timer.stop()
            return
        before, self._sheet = self._sheet, self._made()
        if self._sheet.spoken() != before.spoken() or len(self._sheet.parts) != len(before.parts):
            self.refresh()
            return
        for old, new in zip(before.parts, self._sheet.parts, strict=True):
            if not (isinstance(old, RingPart) and isinstance(new, RingPart)):
                continue
            if old.looks_like(new):
                self._sheet = before
            else:
                self.update(shown_area(new).toAlignedRect())


def _local_now() -> datetime:
    return datetime.now().astimezone()
