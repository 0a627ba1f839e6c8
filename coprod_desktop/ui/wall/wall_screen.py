"""What the room sees, small, and how to change it: put it on or off, on which screen, which scene, blank (R17)."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.room import WallScene
from coprod_desktop.services.clock import now_here
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.meeting_screen import MeetingScreen
from coprod_desktop.ui.person_faces import face_of
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.wall.displays import Display, DisplaysNow, WallMode, sight_words
from coprod_desktop.ui.wall.wall_view import WallView
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.painting import smooth_painter
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.sight_question import SightQuestion
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_PREVIEW = 390
_SCENES = (WallScene.FOLLOW, WallScene.WELCOME, WallScene.AGENDA, WallScene.THANK_YOU)


class WallScreen(MeetingScreen):
    """The place that controls the wall. It knows no screens: it asks, and is told by `show_displays`.

    Signals: those of Screen; `on_requested(bool)` to put the wall on or off; `mode_chosen(WallMode value)`;
    `display_chosen(name)`; `blank_requested` to blank the wall or show it again.
    """

    on_requested = Signal(bool)
    mode_chosen = Signal(str)
    display_chosen = Signal(str)
    blank_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        services: "Services",
        bridge: MeetingBridge,
    ) -> None:
        super().__init__(bridge)
        self._theme = theme
        self._listed_scenes: tuple[WallScene, ...] = ()
        self._listed_displays: tuple[Display, ...] = ()
        self._now = DisplaysNow()
        self._words = WrapLabel(theme, "", TextStyle.STRONG)
        view = WallView(
            theme,
            bridge,
            services.groups.current,
            lambda: now_here(services.clock),
            lambda person: face_of(services, person, PhotoUse.WALL),
        )
        self.preview = _Preview(theme, view)
        self.main = BigButton(theme, "", kind=ButtonKind.PRIMARY, icon=Icon.WALL, key="F8")
        self.blank = BigButton(theme, "", icon=Icon.NO_WALL, key="F11", height=54)
        self.scenes = ChoiceButtons(theme, self.tr("What the wall shows"), [])
        self.modes = ChoiceButtons(theme, self.tr("Where the room looks"), self._mode_choices())
        self.displays = ChoiceButtons(theme, self.tr("Which screen"), [])
        self._hint = WrapLabel(theme, "", TextStyle.NOTE)
        self._displays_row = FormRow(theme, self.displays.accessibleName(), self.displays)
        column = Column(theme)
        column.addWidget(WorkArea(theme, self._make_main(), self._make_side()))
        self.setLayout(column)
        self._connect()
        self.bind("F8", self.main)
        self.bind("F11", self.blank)
        self.starts_at(self.main)

    def title(self) -> str:
        """Where we are."""
        return self.tr("The wall")

    def show_displays(self, now: DisplaysNow) -> None:
        """Show what is known about the screens."""
        self._now = now
        if self._bridge.has_meeting:
            self.show_state(self._bridge.state)

    def show_state(self, state: MeetingState) -> None:
        """Show what the room sees now."""
        self._words.setText(sight_words(state, self._now) + ".")
        self.main.set_words(self._main_words())
        self.main.set_icon(Icon.WALL if self._uses_other_screen() else Icon.TURN_ROUND)
        is_blank = state.room.wall.is_blank
        self.blank.set_words(self.tr("Show again") if is_blank else self.tr("Blank at once"))
        self._show_scenes(state)
        self._show_modes()
        self.preview.view.refresh()

    def _uses_other_screen(self) -> bool:
        return self._now.mode is WallMode.EXTENDED or (self._now.mode is WallMode.NONE and bool(self._now.others))

    def _main_words(self) -> str:
        if self._now.is_on:
            return self.tr("Take it off the wall")
        return self.tr("Put it on the wall") if self._uses_other_screen() else self.tr("Turn the laptop round")

    def _show_scenes(self, state: MeetingState) -> None:
        words = {
            WallScene.FOLLOW: self.tr("Follow the meeting"),
            WallScene.WELCOME: self.tr("Welcome"),
            WallScene.AGENDA: self.tr("Agenda"),
            WallScene.BOUNDS: self.tr("What is open"),
            WallScene.THANK_YOU: self.tr("Thank you"),
            WallScene.BALANCE: self.tr("Equal voice"),
        }
        some = {
            WallScene.BOUNDS: not state.bounds.is_empty,
            WallScene.BALANCE: state.room.is_balance_on_wall_agreed,
        }
        listed = (*_SCENES, *(scene for scene, is_there in some.items() if is_there))
        if listed != self._listed_scenes:
            self._listed_scenes = listed
            self.scenes.set_choices([Choice(scene.value, words[scene]) for scene in listed])
        self.scenes.set_chosen(state.room.wall.scene.value)

    def _show_modes(self) -> None:
        self.modes.set_chosen(self._now.mode.value)
        self._hint.setText(self._hint_words())
        others = self._now.others
        if others != self._listed_displays:
            self._listed_displays = others
            self.displays.set_choices([Choice(other.name, other.words) for other in others])
        self.displays.set_chosen(self._now.chosen)
        self._displays_row.setVisible(len(others) > 1 and self._now.mode is WallMode.EXTENDED)

    def _mode_choices(self) -> list[Choice]:
        return [
            Choice(WallMode.EXTENDED.value, self.tr("A second screen")),
            Choice(WallMode.SINGLE.value, self.tr("This laptop, turned round")),
            Choice(WallMode.MIRRORED.value, self.tr("Both screens show the same")),
            Choice(WallMode.NONE.value, self.tr("No wall today")),
        ]

    def _hint_words(self) -> str:
        if self._now.mode in (WallMode.SINGLE, WallMode.MIRRORED) or self._now.is_same_picture:
            return self.tr("The wall covers this screen. Press Esc to come back. F8 and the other keys still work.")
        if self._now.mode is WallMode.EXTENDED and not self._now.others:
            return self.tr("No second screen is there now. The wall comes by itself when one is.")
        if self._now.mode is WallMode.EXTENDED:
            return self.tr("The wall is on the second screen only. You work on this one.")
        return self.tr("The room sees nothing of this program.")

    def _make_main(self) -> QWidget:
        card = Card(self._theme, self.tr("What the room sees"), heading_style=TextStyle.TITLE, gap=10)
        scroll = ScrollColumn(self._theme, gap=12)
        scroll.add(self._words)
        scroll.add(self.preview)
        scroll.add(FormRow(self._theme, self.scenes.accessibleName(), self.scenes))
        scroll.add_stretch()
        card.add(scroll, 1)
        card.add(self._hint)
        card.add_layout(flow_of(self._theme, self.main, self.blank, gap=12))
        return card

    def _make_side(self) -> QWidget:
        card = Card(self._theme, padding=16)
        card.setAccessibleName(self.tr("Change the wall"))
        scroll = ScrollColumn(self._theme, gap=16)
        scroll.add(FormRow(self._theme, self.modes.accessibleName(), self.modes))
        scroll.add(self._displays_row)
        scroll.add(SightQuestion(self._theme, self._bridge.sight))
        scroll.add_stretch()
        card.add(scroll, 1)
        return card

    def _connect(self) -> None:
        self.main.clicked.connect(self._on_main)
        self.blank.clicked.connect(self.blank_requested)
        self.scenes.chosen_changed.connect(self._on_scene)
        self.modes.chosen_changed.connect(self._on_mode)
        self.displays.chosen_changed.connect(self._on_display)

    def _on_main(self) -> None:
        self.on_requested.emit(not self._now.is_on)

    def _on_scene(self) -> None:
        scene = self.scenes.chosen_key()
        if scene is not None:
            self._bridge.ask(partial(self._bridge.room.choose_scene, WallScene(scene)))

    def _on_mode(self) -> None:
        self.mode_chosen.emit(self.modes.chosen_key() or WallMode.NONE.value)

    def _on_display(self) -> None:
        self.display_chosen.emit(self.displays.chosen_key() or "")


class _Preview(QWidget):
    """A small wall in a frame, in the shape of a wide screen."""

    def __init__(self, theme: Theme, view: WallView) -> None:
        super().__init__()
        self._theme = theme
        self.view = view
        view.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        """As a wide screen: 16 to 9."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As a wide screen, and never so high that the buttons go out of sight."""
        return min(width * 9 // 16, self._theme.px(_PREVIEW) * 9 // 16)

    def sizeHint(self) -> QSize:
        """The largest it gets."""
        width = self._theme.px(_PREVIEW)
        return QSize(width, width * 9 // 16)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a narrow window."""
        return QSize(self._theme.px(160), self._theme.px(90))

    def resizeEvent(self, _event: object) -> None:
        """Keep the shape."""
        edge = max(2, round(2 * self._theme.unit))
        width = min(self.width(), self.height() * 16 // 9)
        self.view.setGeometry(edge, edge, width - 2 * edge, width * 9 // 16 - 2 * edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame."""
        edge = max(2, round(2 * self._theme.unit))
        painter = smooth_painter(self)
        painter.fillRect(self.view.geometry().adjusted(-edge, -edge, edge, edge), self._theme.colours.line)
