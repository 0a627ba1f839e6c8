"""Under a field: what the group's own words in it mean, and the word that somebody has begun to type (R16)."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.domain.word_offers import MOST_OFFERED, OfferedList, OfferedTerm
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.icon_label import IconLabel
from coprod_desktop.ui.widgets.layouts import Column, Row, holder

_MOST_TOLD: Final = 3
_MOST_LETTERS: Final = 160
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def shortened(words: str, most: int = _MOST_LETTERS) -> str:
    """Words on one line, and of very long ones the beginning; the list itself holds all of them."""
    line = " ".join(words[: 4 * most].split())
    return line if len(line) <= most else f"{line[:most].rpartition(' ')[0] or line[:most]} \u2026"


class WordOffers(QWidget):
    """It never changes words by itself and bars none. Hidden while it has nothing to say.

    Ctrl+Space, or Down and then Return, takes the word that is offered; whoever types on does not notice it.
    The focus stays in the field.
    """

    def __init__(self, theme: Theme, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__()
        self._field = field
        self._list = OfferedList()
        self._offered: tuple[OfferedTerm, ...] = ()
        self._chosen: int | None = None
        self._told = SpokenLabel(theme, "", TextStyle.NOTE)
        self._hint = SpokenLabel(theme, "", TextStyle.NOTE)
        self._buttons = [self._make_button(theme, number) for number in range(MOST_OFFERED)]
        self._lay_out(theme)
        field.textChanged.connect(self._show)
        field.cursorPositionChanged.connect(self._show)
        field.installEventFilter(self)
        self._show()

    @property
    def listed(self) -> OfferedList:
        """The group's list, as it is looked up in."""
        return self._list

    def show_list(self, listed: OfferedList) -> None:
        """Take this as the group's list."""
        if listed is not self._list:
            self._list = listed
            self._show()

    def words(self) -> str:
        """What is told and offered now."""
        parts = [part.text() for part in (self._told, self._hint) if not part.isHidden()]
        return "\n".join(filter(None, parts))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are for the offer; nothing is offered where nobody types."""
        kind = event.type()
        if kind is QEvent.Type.FocusOut or kind is QEvent.Type.FocusIn:
            self._show_offers(is_here=kind is QEvent.Type.FocusIn)
        elif self._offered and isinstance(event, QKeyEvent):
            if kind is QEvent.Type.ShortcutOverride and self._is_for_us(event):
                event.accept()
                return True
            if kind is QEvent.Type.KeyPress:
                return self._on_key(event)
        return super().eventFilter(watched, event)

    # Keys

    def _is_for_us(self, event: QKeyEvent) -> bool:
        is_space = event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return is_space or (self._chosen is not None and event.key() == Qt.Key.Key_Escape)

    def _on_key(self, event: QKeyEvent) -> bool:
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key, chosen = event.key(), self._chosen
        if self._is_for_us(event) and key != Qt.Key.Key_Escape:
            self._take(chosen or 0)
        elif is_plain and key == Qt.Key.Key_Down and (chosen is not None or self._is_on_last_line()):
            self._choose(0 if chosen is None else (chosen + 1) % len(self._offered))
        elif chosen is not None and is_plain and key == Qt.Key.Key_Up:
            self._choose(chosen - 1 if chosen else None)
        elif chosen is not None and is_plain and key in _RETURNS:
            self._take(chosen)
        elif chosen is not None and key == Qt.Key.Key_Escape:
            self._choose(None)
        else:
            return False
        return True

    def _is_on_last_line(self) -> bool:
        if isinstance(self._field, QLineEdit):
            return True
        return not self._field.textCursor().movePosition(QTextCursor.MoveOperation.Down)

    def _choose(self, number: int | None) -> None:
        self._chosen = number
        for at, button in enumerate(self._buttons):
            button.set_kind(ButtonKind.PLAIN if at == number else ButtonKind.QUIET)
        self._say_hint()

    def _take(self, number: int) -> None:
        """Put the word in place of what was typed of it; Ctrl+Z takes it back as any typing."""
        if number >= len(self._offered):
            return
        offered, text = self._offered[number], self._text()
        end = self._place()
        back = len(text[offered.start : end].encode("utf-16-le")) // 2  # Qt counts in these
        field = self._field
        if isinstance(field, QLineEdit):
            field.setSelection(field.cursorPosition() - back, back)
            field.insert(offered.term)
        else:
            cursor = field.textCursor()
            at = cursor.position()
            cursor.setPosition(at - back)
            cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(offered.term)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is typed

    def _text(self) -> str:
        field = self._field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def _place(self) -> int:
        """Where somebody types, in letters from the beginning."""
        field = self._field
        at = field.cursorPosition() if isinstance(field, QLineEdit) else field.textCursor().position()
        return len(self._text().encode("utf-16-le")[: 2 * at].decode("utf-16-le", "ignore"))

    def _has_selection(self) -> bool:
        field = self._field
        return field.hasSelectedText() if isinstance(field, QLineEdit) else field.textCursor().hasSelection()

    # Showing

    def _show(self) -> None:
        found = self._list.words_in(self._text())
        lines = [f"{word.term}: {shortened(word.means)}" for word in found[:_MOST_TOLD]]
        if len(found) > _MOST_TOLD:
            lines.append(self.tr("More words of our list: {count}").format(count=len(found) - _MOST_TOLD))
        words = "\n".join(lines)
        if words != self._told.text():
            self._told.say(words)
        self._told_line.setHidden(not words)
        self._show_offers(is_here=self._field.hasFocus())

    def _show_offers(self, *, is_here: bool) -> None:
        is_typing = is_here and not self._has_selection()
        offered = self._list.offers(self._text(), self._place()) if is_typing else ()
        if offered != self._offered:
            self._offered = offered
            for at, button in enumerate(self._buttons):
                button.setHidden(at >= len(offered))
                if at < len(offered):
                    button.set_words(shortened(offered[at].term, 60))
            self._choose(None)
        self._offer_line.setHidden(not offered)
        self.setHidden(self._told_line.isHidden() and not offered)

    def _say_hint(self) -> None:
        if not self._offered:
            self._hint.setText("")
            return
        hint = self.tr('Enter takes "{word}".')
        if self._chosen is None:
            hint = self.tr('Ctrl Space takes "{word}".')
        self._hint.say(hint.format(word=shortened(self._offered[self._chosen or 0].term, 60)))

    # Building

    def _make_button(self, theme: Theme, number: int) -> BigButton:
        button = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.WORDS_HELP)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are the field's, so that Tab goes on as before
        button.setAccessibleDescription(self.tr("A word of our list"))
        button.clicked.connect(partial(self._take, number))
        return button

    def _lay_out(self, theme: Theme) -> None:
        told = Row(theme, gap=8)
        told.addWidget(IconLabel(theme, Icon.WORDS_HELP), 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self._told, 1)
        self._told_line = holder(told)
        self._offer_line = holder(flow_of(theme, *self._buttons, self._hint))
        column = Column(theme, gap=4)
        column.addWidget(self._told_line)
        column.addWidget(self._offer_line)
        self.setLayout(column)


def show_our_words(screen: QWidget, words: Iterable[ExplainedWord]) -> None:
    """Give the group's list to every field of a screen that tells and offers its words."""
    every, told = screen.findChildren(WordOffers), tuple(words)
    known = next((one.listed for one in every if one.listed.words == told), None)
    listed = known or OfferedList(told)
    for offers in every:
        offers.show_list(listed)
