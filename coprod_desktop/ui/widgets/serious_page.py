"""When something serious was said: what the group does then. There is no field, and nothing is kept of it (R42)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.room_sight import RoomSight
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.calm_page import CalmPage
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.private_cover import PrivateCover
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class SeriousPage(CalmPage):
    """The steps come into sight once somebody said that the room cannot see this screen.

    Buttons to connect: `everything` (pause), `back`.
    """

    def __init__(self, theme: Theme, sight: RoomSight) -> None:
        super().__init__(
            theme,
            self.tr("We take care of this together"),
            self.tr("Nothing about this is written down here."),
        )
        self._steps: tuple[str, ...] = ()
        self.everything = BigButton(
            theme, self.tr("Pause everything"), kind=ButtonKind.PRIMARY, icon=Icon.PAUSE, key="F12"
        )
        self.back = BigButton(theme, self.tr("Back to the meeting"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self._cover = PrivateCover(theme, sight, self._make_steps)
        rows = ScrollColumn(theme)
        rows.add(self._cover)
        rows.add_stretch()
        self.add_layout(flow_of(theme, self.everything, self.back, gap=12))
        self.add(rows, 1)
        self._cover.uncovered.connect(self._focus_act)

    def show_steps(self, steps: Sequence[str], *, is_paused: bool) -> None:
        """Show the group's own steps, or a few calm words where it has none; a pause is offered if none is on."""
        self.everything.setHidden(is_paused)
        if tuple(steps) == self._steps:
            return
        self._steps = tuple(steps)
        if isinstance(self._cover.content, _Steps):
            self._cover.content.show_steps(steps)

    def first(self) -> QWidget:
        """The question who can see the screen; after it, to hold everything."""
        if self._cover.content is None and self._cover.question.no_button.isVisible():
            return self._cover.question.no_button
        if self._cover.content is None and self._cover.question.change_button.isVisible():
            return self._cover.question.change_button
        return self.back if self.everything.isHidden() else self.everything

    def _focus_act(self) -> None:
        if self.isVisible():
            self.first().setFocus()

    def _make_steps(self) -> QWidget:
        return _Steps(self._theme, self._steps)


class _Steps(QWidget):
    """The steps as numbered rows."""

    def __init__(self, theme: Theme, steps: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._rows = Column(theme, gap=0)
        self.setLayout(self._rows)
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[str]) -> None:
        """Show the group's steps, or a few calm words."""
        empty_layout(self._rows)
        for number, words in enumerate(steps or self._calm_words(), 1):
            row = RowWords(title=words, number=str(number), is_number_circled=True)
            self._rows.addWidget(CardRow(self._theme, row, is_pressable=False, is_flat=True))
        if not steps:
            note = self.tr("Your group can write its own steps. Look in Settings, under the group.")
            self._rows.addWidget(WrapLabel(self._theme, note, TextStyle.NOTE))

    def _calm_words(self) -> tuple[str, ...]:
        return (
            self.tr("Stay calm, and listen. You do not need to ask more."),
            self.tr("Thank the person for telling you."),
            self.tr("Say who will be told, and why. Do not promise to keep it secret."),
            self.tr("Tell the person who looks after safety in your group or place."),
            self.tr("If somebody is in danger now, call 999."),
        )
