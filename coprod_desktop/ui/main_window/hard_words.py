"""A hard word is explained in the meeting itself, mid-turn too: the clock goes on, and nobody is asked who it was."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from coprod_desktop.domain.room_events import CardShown
from coprod_desktop.ui.main_window.frame import Frame
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.hard_word_line import HardWordLine, hard_word_button
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.ui.main_window.desk import Desk


class HardWords(QObject):
    """Asks quietly after each card, until another act follows (R13, R16): in the undo bar, so that nothing moves.

    Where that has no room the question stands above the work, as the two fields do.

    Signals: `changed` when the line above the work comes or goes; `kept` after a word was kept; `left` when the focus
    has to go back to the screen.
    """

    changed = Signal()
    kept = Signal()
    left = Signal()

    def __init__(self, theme: Theme, window: QWidget, frame: Frame, desk: "Desk") -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._before: QWidget | None = None
        self.line, self.question = HardWordLine(theme), hard_word_button(theme)
        self._bar = frame.undo_bar
        self._bar.add_beside(self.question)
        frame.work.insertWidget(frame.work.count() - 1, self.line)
        self.hide()
        self.line.opened.connect(self.open)
        self.question.clicked.connect(self.open)
        self.line.fields.kept.connect(self._on_kept)
        self.line.fields.term_typed.connect(self._on_term)
        self.line.fields.back.clicked.connect(self.close)
        desk.bridge.state_changed.connect(self._on_state_changed)

    def open(self) -> None:
        """Open the fields; where the person was is remembered."""
        if not self.line.is_open:
            self._before = self._window.focusWidget()
            self.line.open_fields()
            self.question.hide()
            self.changed.emit()

    def close(self) -> bool:
        """Take the fields away and go back to where the person was; says whether they were open."""
        was_open = self.line.is_open
        if was_open:
            self._go_back()
        self.hide()
        return was_open

    def hide(self) -> None:
        """Ask nothing, and leave nothing open."""
        was_there = not self.line.isHidden()
        self.line.hide()
        self.question.hide()
        if was_there:
            self.changed.emit()

    def _on_state_changed(self) -> None:
        if self.line.is_open:
            return
        step = self._desk.bridge.last_step if self._desk.bridge.has_meeting else None
        is_card = step is not None and isinstance(step.events[0], CardShown)
        if is_card and self._bar.isVisible():
            self.question.show()
        elif is_card:
            self.line.ask()
            self.changed.emit()
        else:
            if self._window.focusWidget() in (self.question, self.line.question):
                self.left.emit()
            self.hide()

    def _on_term(self, term: str) -> None:
        self.line.fields.show_meaning(self._desk.services.word_list.means(term))

    def _on_kept(self, term: str, means: str) -> None:
        desk = self._desk
        outcome = desk.bridge.ask(lambda: desk.services.word_list.add(term, means), says_refusals=False)
        if outcome.refusal is not None:
            self.line.fields.show_error(outcome.refusal.field, words_for(outcome.refusal.reason))
        elif outcome.is_done:
            self.close()
            self.kept.emit()

    def _go_back(self) -> None:
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible() and not self.line.isAncestorOf(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()
