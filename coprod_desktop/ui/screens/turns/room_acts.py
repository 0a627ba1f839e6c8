"""What the group can choose for its turns: 2 people talk, clocks, lengths, the sign, and waiting for everyone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.turn_length_choice import TurnLengthChoice
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_NO_CLOCKS, _EVERYONE = "no_clocks", "everyone"
_SHARES: Final[Mapping[str, float]] = {"half": 0.5, "quarter": 0.25, "tenth": 0.1, "never": 0.0}


@dataclass(frozen=True, kw_only=True)
class RoomFacts:
    """What the group has chosen. Seconds are None for no timers; `has_item`: an item is open."""

    turn_seconds: int | None
    item_has_own_length: bool
    has_item: bool
    has_clocks: bool
    nearly_share: float
    checks_everyone: bool


class RoomActs(QWidget):
    """Signals: `pair_requested`, for 2 people who talk; `balance_requested`; `clocks_chosen(bool)`;
    `everyone_chosen(bool)`; `share_chosen(float)`, what is left when the sign comes. `length` has its own signals.
    """

    pair_requested = Signal()
    balance_requested = Signal()
    clocks_chosen = Signal(bool)
    everyone_chosen = Signal(bool)
    share_chosen = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        note = self.tr("They talk to and fro. No clock. Key: Ctrl T.")
        self.pair = CardRow(theme, RowWords(title=self.tr("2 people talk"), note=note, icon=Icon.TWO_TALK))
        voice = self.tr("Turns and time, by where people speak from.")
        self.balance = CardRow(theme, RowWords(title=self.tr("Equal voice"), note=voice, icon=Icon.BALANCE))
        self._switches = ChoiceButtons(theme, self.tr("For this meeting"), self._switch_choices(), is_several=True)
        self._was_on: set[str] = set()
        self.length = TurnLengthChoice(theme)
        self._shares = ChoiceButtons(theme, self.tr("The sign for nearly time"), self._share_choices())
        column = Column(theme, gap=12)
        column.addWidget(self.pair)
        column.addWidget(self._switches)
        column.addWidget(self.balance)
        column.addWidget(WrapLabel(theme, self.tr("How long is a turn?"), TextStyle.STRONG))
        column.addWidget(self.length)
        column.addWidget(WrapLabel(theme, self.tr("Show the sign for nearly time when"), TextStyle.STRONG))
        column.addWidget(self._shares)
        self.setLayout(column)
        self.pair.pressed.connect(self.pair_requested)
        self.balance.pressed.connect(self.balance_requested)
        self._switches.chosen_changed.connect(self._on_switch)
        self._shares.chosen_changed.connect(self._on_share)

    def show_facts(self, facts: RoomFacts, *, can_pair: bool) -> None:
        """Show what is chosen; 2 people can talk only while nobody has a turn."""
        self.pair.setVisible(can_pair)
        on = {_NO_CLOCKS: not facts.has_clocks, _EVERYONE: facts.checks_everyone}
        self._was_on = {key for key, is_on in on.items() if is_on}
        self._switches.set_chosen(*self._was_on)
        self.length.show_length(
            facts.turn_seconds, is_for_item=facts.item_has_own_length, can_be_for_item=facts.has_item
        )
        chosen = next((key for key, share in _SHARES.items() if abs(share - facts.nearly_share) < 0.001), None)
        self._shares.set_chosen(*([chosen] if chosen else []))

    def begin(self) -> None:
        """Go to the first choice."""
        first = self._switches.button(_NO_CLOCKS) if self.pair.isHidden() else self.pair.focus_target()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch_choices(self) -> list[Choice]:
        away = self.tr("Every clock, ring and hint goes away.")
        waits = self.tr("The next turn waits until what was said has reached everyone.")
        return [
            Choice(_NO_CLOCKS, self.tr("No clocks here"), away),
            Choice(_EVERYONE, self.tr('Ask "Everyone has it?" after a turn'), waits),
        ]

    def _share_choices(self) -> list[Choice]:
        words = (self.tr("Half is left"), self.tr("A quarter is left"), self.tr("A tenth is left"), self.tr("Never"))
        return [Choice(key, said) for key, said in zip(_SHARES, words, strict=True)]

    def _on_switch(self) -> None:
        chosen = set(self._switches.chosen())
        changed, self._was_on = chosen ^ self._was_on, chosen
        if _NO_CLOCKS in changed:
            self.clocks_chosen.emit(_NO_CLOCKS not in chosen)
        if _EVERYONE in changed:
            self.everyone_chosen.emit(_EVERYONE in chosen)

    def _on_share(self) -> None:
        key = self._shares.chosen_key()
        if key is not None:
            self.share_chosen.emit(_SHARES[key])
