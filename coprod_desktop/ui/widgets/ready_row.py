"""One thing that helps people take part: what, how far it is, and one button for the next step; no names."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.step_dots import StepDots
from coprod_desktop.ui.widgets.text_block import natural_width
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_FLAT_SIDE, _FLAT_RIM = 6, 5


class ReadyAct(NamedTuple):
    """Something else that can be done with a row, behind Enter: its key, words and icon."""

    key: str
    words: str
    icon: Icon


class ReadyFace(NamedTuple):
    """What a row says. `press` is the next step in words, empty if there is none; `hint` is told when it is open."""

    title: str
    note: str
    icon: Icon
    state: str
    done: int
    total: int
    press: str = ""
    hint: str = ""
    is_warm: bool = False
    is_doubtful: bool = False
    acts: tuple[ReadyAct, ...] = ()


class _RowButton(BigButton):
    """A button of a row; arrow keys belong to the list."""

    leaves_arrows = True


class StepButton(_RowButton):
    """The next step; as broad as the broadest of all, so that buttons of a list stand under each other."""

    def __init__(self, theme: Theme, words: str, all_words: Sequence[str]) -> None:
        self._all_words = tuple(all_words)
        super().__init__(theme, words)

    def sizeHint(self) -> QSize:
        """Room for the longest words of all rows."""
        longest = max(natural_width(self._theme, words, TextStyle.STRONG) for words in (*self._all_words, self._words))
        return QSize(self._beside_words() + longest, super().sizeHint().height())


class ReadyRow(CardRow):
    """A row that opens to what else can be done. Signals: `step_pressed`; `act_pressed(key)`."""

    step_pressed = Signal()
    act_pressed = Signal(str)
    is_labelled = True
    """A scrolled column shows the row and its acts together, wherever in it the focus is."""

    def __init__(
        self, theme: Theme, face: ReadyFace, *, states: Sequence[str] = (), presses: Sequence[str] = ()
    ) -> None:
        """`states` and `presses` are the words of all rows: what stands under each other is as broad as they are."""
        super().__init__(theme, _words(face), is_flat=True, flat_side=_FLAT_SIDE, flat_rim=_FLAT_RIM)
        self._shown = face
        self._acts: dict[str, _RowButton] = {}
        self._hint = WrapLabel(theme, "", TextStyle.NOTE)
        self.dots = StepDots(theme, states)
        self.step = StepButton(theme, face.press, presses)
        self.step.clicked.connect(self.step_pressed)
        self.add_at_right(self.dots)
        self.add_at_right(self.step)
        self._show()

    def face(self) -> ReadyFace:
        """What it says."""
        return self._shown

    def show_face(self, face: ReadyFace) -> None:
        """Say something else; the focus stays."""
        if face == self._shown:
            return
        self._shown = face
        self._show()

    def set_chosen(self, is_chosen: bool) -> None:
        """Open the row to what else can be done, or close it."""
        super().set_chosen(is_chosen)
        self._tell()
        self._show_acts()

    @property
    def is_at_step(self) -> bool:
        """Whether the focus is anywhere but on the words: Up and Down then go to the next step of another row."""
        return self.step.isHidden() or not self.focus_target().hasFocus()

    def step_sideways(self, by: int) -> None:
        """Go to what comes after or before in this row: the words, the next step, what else can be done; and round."""
        acts = (self._acts[act.key] for act in self._shown.acts if act.key in self._acts)
        stops = [one for one in (self.focus_target(), self.step, *acts) if not one.isHidden()]
        at = next((at for at, one in enumerate(stops) if one.hasFocus()), 0)
        stops[(at + by) % len(stops)].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_step(self) -> None:
        """Put the focus on the next step, or on the row."""
        goal = self.step if not self.step.isHidden() else self.focus_target()
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        face = self._shown
        self.show_words(_words(face))
        self.dots.show_step(face.state, face.done, face.total, is_doubtful=face.is_doubtful)
        self.step.set_words(face.press or self.tr("Ready"))
        self._tell()
        if not face.press and self.step.hasFocus():
            self.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        self.step.setHidden(not face.press)
        self._show_acts()

    def _tell(self) -> None:
        """The dots are no stop of Tab: how far it is, is told with the row and with its button (UI-10)."""
        told = (self.dots.text(), self.tr("Chosen"), self._hint_words()) if self.is_chosen() else (self.dots.text(),)
        self.focus_target().setAccessibleDescription(". ".join(filter(None, told)))
        self.step.setAccessibleDescription(f"{self._shown.title}. {self.dots.text()}")

    def _show_acts(self) -> None:
        wanted = self._shown.acts if self.is_chosen() else ()
        for act in wanted:
            button = self._acts.get(act.key) or self._make_act(act)
            button.set_words(act.words)
            button.setAccessibleDescription(self._shown.title)
        shown = {act.key for act in wanted}
        if any(button.hasFocus() for key, button in self._acts.items() if key not in shown):
            self.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        for key, button in self._acts.items():
            button.setHidden(key not in shown)
        self._hint.setText(self._hint_words())
        self._hint.setHidden(not (shown and self._hint_words()))
        if self._acts:
            self.show_below(is_shown=bool(wanted))

    def _hint_words(self) -> str:
        """What to do, unless the row says so already."""
        return self._shown.hint if self._shown.hint != self._shown.note else ""

    def _make_act(self, act: ReadyAct) -> _RowButton:
        if not self._acts:
            self.add_above_buttons(self._hint)
        button = _RowButton(self._theme, act.words, kind=ButtonKind.PLAIN, icon=act.icon)
        button.clicked.connect(partial(self.act_pressed.emit, act.key))
        self._acts[act.key] = button
        self.add_below(button)
        return button


def _words(face: ReadyFace) -> RowWords:
    warm = Icon.WARNING if face.is_warm else None
    colour = "on_warm" if face.is_warm else "muted"
    return RowWords(title=face.title, note=face.note, icon=face.icon, note_icon=warm, note_colour=colour)
