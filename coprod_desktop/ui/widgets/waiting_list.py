"""What waits as a meeting closes: each gets a fate in one press, and nothing has to (R18)."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal

from coprod_desktop.domain.lines import ItemState
from coprod_desktop.domain.meeting_state import AgendaItem, Idea
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.line_rows import LineRows
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.shown_words import shown_words
from coprod_desktop.ui.widgets.vocabulary import Vocabulary

_FATES = (ItemState.PARKED, ItemState.CARRIED_OVER)


class WaitingList(RowList):
    """Items and ideas. Signals: `item_settled(item id, fate)`; `idea_kept(idea id)` for later; `idea_opened(idea id)`,
    to say what else becomes of it.
    """

    item_settled = Signal(str, object)
    idea_kept = Signal(str)
    idea_opened = Signal(str)

    def __init__(self, theme: Theme, *, vocabulary: Vocabulary) -> None:
        super().__init__(theme, self.tr("What waits"))
        self._theme = theme
        self._vocabulary = vocabulary
        self._lines = LineRows(vocabulary)
        self._buttons: dict[str, BigButton] = {}

    def show_waiting(self, items: Sequence[AgendaItem], ideas: Sequence[Idea]) -> None:
        """Show what waits, in the order of the agenda, then in the order in which it was said."""
        buttons: dict[str, BigButton] = {}
        rows: list[tuple[str, CardRow]] = [(item.id, self._item_row(item, buttons)) for item in items]
        rows += [(idea.id, self._idea_row(idea, buttons)) for idea in ideas]
        self._buttons = buttons
        self.set_rows(rows)

    def focus_first(self) -> None:
        """Go to the first that still waits, if there is one."""
        for key in self.keys()[:1]:
            self.focus_row(key)

    def focus_row(self, key: str) -> None:
        """Go to the first thing that can be done with a row."""
        self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _item_row(self, item: AgendaItem, buttons: dict[str, BigButton]) -> CardRow:
        words = self._vocabulary.words
        note = self.tr("{state} \u00b7 Asked by {who}").format(
            state=words(item.state), who=self._vocabulary.proposer(item.details.proposer)
        )
        row = CardRow(
            self._theme,
            RowWords(title=shown_words(item.details.title), note=note, icon=Icon.AGENDA),
            is_pressable=False,
        )
        for fate in _FATES:
            if fate is not item.state:
                said = self.tr("For later") if fate is ItemState.PARKED else self.tr("For next time")
                icon = Icon.KEEP_FOR_LATER if fate is ItemState.PARKED else Icon.DATE
                button = self._button(
                    said, icon, shown_words(item.details.title), partial(self.item_settled.emit, item.id, fate)
                )
                row.add_below(button)
                buttons.setdefault(item.id, button)
        return row

    def _idea_row(self, idea: Idea, buttons: dict[str, BigButton]) -> CardRow:
        row = CardRow(self._theme, self._lines.idea(idea), is_pressable=False)
        act = partial(self.idea_kept.emit, idea.id)
        buttons[idea.id] = self._button(self.tr("For later"), Icon.KEEP_FOR_LATER, shown_words(idea.words.printed), act)
        row.add_below(buttons[idea.id])
        opens = partial(self.idea_opened.emit, idea.id)
        row.add_below(self._button(self.tr("Another answer"), Icon.REWORD, idea.words.printed, opens))
        return row

    def _button(self, words: str, icon: Icon, about: str, act: Callable[[], None]) -> BigButton:
        button = BigButton(self._theme, words, icon=icon, description=about)
        button.clicked.connect(act)
        return button
