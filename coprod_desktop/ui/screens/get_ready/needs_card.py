"""What helps people take part: how much is not arranged, and the list behind the question who can see this screen.

No row names anybody. But in a small group "1 person" is soon somebody, so the room does not see the rows (UI-24).
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ready_parts import ReadyParts, ready_parts
from coprod_desktop.ui.room_sight import RoomSight
from coprod_desktop.ui.screens.get_ready.line_words import LineWords
from coprod_desktop.ui.screens.get_ready.needs_list import NeedsList
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.private_cover import PrivateCover
from coprod_desktop.ui.widgets.state_chip import StateChip


class NeedsCard(Card):
    """The count, and the list, which is not even made before only we can see the screen.

    Signals: `step_pressed(key)` for the next step; `act_pressed(key, act)` for what else can be done; `people_wanted`
    for when nobody has told of anything; `uncovered` after the list was made and is shown.
    """

    step_pressed = Signal(str)
    act_pressed = Signal(str, str)
    people_wanted = Signal()
    uncovered = Signal()

    def __init__(self, theme: Theme, words: LineWords, sight: RoomSight) -> None:
        super().__init__(theme, self._heading_words(), heading_style=TextStyle.BIG_HEADING, gap=8)
        self._theme = theme
        self._words = words
        self._sight = sight
        self._parts = ready_parts(())
        self._has_people = False
        self._chip = StateChip(theme)
        self._cover = PrivateCover(theme, sight, self._make_list)
        self._cover.uncovered.connect(self.uncovered)
        self.add_beside_heading(self._chip)
        self.add(self._cover, 1)

    @property
    def content(self) -> NeedsList | None:
        """The list, None while the room may see this screen."""
        content = self._cover.content
        return content if isinstance(content, NeedsList) else None

    def show_parts(self, parts: ReadyParts, *, has_people: bool) -> None:
        """Show what is to do and what is done."""
        self._parts, self._has_people = parts, has_people
        if self.content is not None:
            self.content.show_parts(parts, has_people=has_people)
        self._show_chip()

    def first(self) -> QWidget | None:
        """The likeliest next act: in the list, or the question while nobody has answered it; or none."""
        if self.content is not None:
            return self.content.first()
        return None if self._sight.is_asked else self._cover.question.no_button

    def wants_reason(self, key: str) -> bool:
        """Whether a row tells of a "not met" of which nobody wrote why."""
        return any(line.key == key for line in self._parts.unmet)

    def close_row(self) -> bool:
        """Close the row that is open; says whether there was one."""
        return self.content is not None and self.content.close_row()

    def focus_row_of(self, key: str) -> None:
        """Go back to a row that something was asked about."""
        if self.content is not None:
            self.content.focus_row_of(key)

    def _heading_words(self) -> str:
        return self.tr("What helps people take part")

    def _make_list(self) -> QWidget:
        made = NeedsList(self._theme, self._words)
        made.step_pressed.connect(self.step_pressed)
        made.act_pressed.connect(self.act_pressed)
        made.people.clicked.connect(self.people_wanted)
        made.show_parts(self._parts, has_people=self._has_people)
        return made

    def _show_chip(self) -> None:
        count, undone = self._parts.count, self._parts.not_arranged
        self._chip.setHidden(not count)
        if undone:
            words = self.tr("{undone} of {count} not arranged").format(undone=undone, count=count)
            self._chip.show_state(words, is_warm=True)
        else:
            self._chip.show_state(self.tr("All {count} are arranged").format(count=count), is_warm=False)
