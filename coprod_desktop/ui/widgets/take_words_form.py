"""What another group's word list would bring: new words, and words that mean something else here, each by a tick."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.services.word_list_service import OfferedWord, OfferedWords
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.word_offers import shortened

_AT_ONCE: Final = 30
"""So many words are shown before somebody asks for more."""


class TakeWordsForm(QWidget):
    """New words are ticked at first; a word that means something else here stays as it is until it is ticked.

    Buttons to connect: `take`, `back`.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._offered: tuple[OfferedWord, ...] = ()
        self._wanted: set[int] = set()
        self._most = _AT_ONCE
        self._told = SpokenLabel(theme, "", TextStyle.BODY)
        fresh, others = self.tr("New words"), self.tr("These words mean something else here")
        self._fresh = ChoiceButtons(theme, fresh, is_several=True, is_in_lines=True)
        self._others = ChoiceButtons(theme, others, is_several=True, is_in_lines=True)
        self._fresh_row = FormRow(theme, fresh, self._fresh, hint=self.tr("Take the tick off a word to leave it out."))
        hint = self.tr("Tick a word to take the new meaning. Ours goes then.")
        self._others_row = FormRow(theme, others, self._others, hint=hint)
        self.more = BigButton(theme, self.tr("Show more words"), kind=ButtonKind.QUIET, icon=Icon.MORE)
        self.take = BigButton(theme, "", icon=Icon.CHECK)
        self.back = BigButton(theme, self.tr("Leave them all"), kind=ButtonKind.QUIET, icon=Icon.CLOSE, key="Esc")
        column = Column(theme, gap=14)
        for part in (self._told, self._fresh_row, self._others_row, self.more):
            column.addWidget(part)
        column.addLayout(flow_of(theme, self.take, self.back, gap=12))
        self.setLayout(column)
        self.more.clicked.connect(self._on_more)
        for choice in (self._fresh, self._others):
            choice.chosen_changed.connect(self._on_chosen)

    def show_words(self, offered: OfferedWords) -> None:
        """Show what a file brings."""
        self._offered = tuple(sorted(offered.words, key=lambda one: bool(one.ours)))
        self._wanted = {at for at, one in enumerate(self._offered) if not one.ours}
        self._most = _AT_ONCE
        self._show()
        self._told.say(self._told_words(offered))

    def begin(self) -> None:
        """Go to the first word, or to the button that leaves them."""
        shown = [part for part in (self._fresh, self._others) if part.focusProxy() is not None]
        first = shown[0] if shown and self._offered else self.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted(self) -> list[ExplainedWord]:
        """The words that are ticked."""
        return [one.word for at, one in enumerate(self._offered) if at in self._wanted]

    def _told_words(self, offered: OfferedWords) -> str:
        others = sum(bool(one.ours) for one in offered.words)
        told = self.tr("New here: {new}. With another meaning here: {others}. The same already: {same}.")
        return told.format(new=len(offered.words) - others, others=others, same=offered.same)

    def _show(self) -> None:
        fresh, others = ([(at, self._offered[at]) for at in part] for part in self._in_sight())
        for row, choice, part in ((self._fresh_row, self._fresh, fresh), (self._others_row, self._others, others)):
            choice.set_choices([self._choice(at, one) for at, one in part])
            choice.set_chosen(*(str(at) for at, _ in part if at in self._wanted))
            row.setHidden(not part)
        self.more.setHidden(len(fresh) + len(others) == len(self._offered))
        self._show_count()

    def _in_sight(self) -> tuple[list[int], list[int]]:
        """The places of the new words and of the others: what means something else here is never behind a press."""
        fresh = [at for at, one in enumerate(self._offered) if not one.ours]
        others = [at for at, one in enumerate(self._offered) if one.ours]
        return fresh[: self._most], others[: self._most]

    def _choice(self, at: int, one: OfferedWord) -> Choice:
        term, means = shortened(one.word.term, 60), shortened(one.word.means)
        if one.ours:
            both = self.tr("The new meaning: {means}\nOur meaning: {ours}")
            means = both.format(means=means, ours=shortened(one.ours))
        return Choice(str(at), term, note=means)

    def _show_count(self) -> None:
        count = len(self._wanted)
        self.take.set_words(self.tr("Take 1 word") if count == 1 else self.tr("Take %d words") % count)
        self.take.setHidden(not self._offered)

    def _on_chosen(self) -> None:
        self._wanted -= {at for part in self._in_sight() for at in part}
        self._wanted |= {int(key) for key in (*self._fresh.chosen(), *self._others.chosen())}
        self._show_count()

    def _on_more(self) -> None:
        before = {at for part in self._in_sight() for at in part}
        self._most += 2 * _AT_ONCE
        self._show()
        first_new = next(at for part in self._in_sight() for at in part if at not in before)
        choice = self._others if self._offered[first_new].ours else self._fresh
        choice.button(str(first_new)).setFocus(Qt.FocusReason.OtherFocusReason)
