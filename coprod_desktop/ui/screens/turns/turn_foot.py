"""The quiet row under the main card: what can be begun beside the one likely act."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.floor import to_ask_in_round
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import laid_out_once


class TurnFoot(QWidget):
    """Buttons to connect: `go_round`, `end_round`, `adds`, `turn_acts`, `more`, `idea`, `finish`, `agenda`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        quiet = ButtonKind.QUIET
        self.go_round = BigButton(theme, self.tr("Start a go-round"), icon=Icon.GO_ROUND, key="Ctrl G")
        self.end_round = BigButton(theme, self.tr("End the go-round"), kind=quiet, icon=Icon.STOP, key="Ctrl G")
        self.adds = BigButton(theme, self.tr("Wants to add to this"), kind=quiet, icon=Icon.HAND, key="F5")
        self.turn_acts = BigButton(theme, self.tr("More"), kind=quiet, icon=Icon.MORE)
        self.turn_acts.setAccessibleDescription(self.tr("Share, pass, interrupted, and through whom."))
        self.more = BigButton(theme, self.tr("More"), kind=quiet, icon=Icon.MORE)
        self.idea = BigButton(theme, self.tr("Write an idea"), kind=quiet, icon=Icon.IDEA)
        self.finish = BigButton(theme, self.tr("Finish this item"), kind=quiet, key="Ctrl E")
        self.agenda = BigButton(theme, self.tr("Choose an item"), kind=quiet)
        starts = (self.go_round, self.end_round, self.adds, self.turn_acts, self.more)
        self.setLayout(flow_of(theme, *starts, self.idea, self.finish, self.agenda, gap=4))

    def show_acts(self, state: MeetingState, *, is_asking: bool, is_held: bool) -> None:
        """Show what can be begun now; nothing while a question waits for its answer."""
        with laid_out_once(self):
            self._show_acts(state, is_asking=is_asking, is_held=is_held)

    def _show_acts(self, state: MeetingState, *, is_asking: bool, is_held: bool) -> None:
        turn, room = state.current_turn, state.room
        is_free = turn is None and room.conversation is None and not is_asking
        is_round = room.go_round is not None
        has_item = state.current_item is not None
        self.go_round.setVisible(is_free and not is_round and len(state.people_here) > 1)
        self.end_round.setVisible(is_free and bool(to_ask_in_round(state)))
        has_turn = turn is not None and room.conversation is None and not is_held
        self.adds.setVisible(has_turn and turn is not None and turn.adds_to is None)
        self.turn_acts.setVisible(has_turn)
        is_plain = is_free and not is_round
        self._show_more(is_speaking=turn is not None, has_clocks=state.has_clocks)
        self._show_icons(is_plain=is_plain)
        self.finish.setVisible(is_plain and has_item)
        self.agenda.setVisible(is_free and not has_item)

    def _show_icons(self, *, is_plain: bool) -> None:
        """Where a go-round can start, the keys need the room of the icons, so that all stand in one line."""
        if is_plain:
            self.more.set_icon(None)
        self.idea.set_icon(None if is_plain else Icon.IDEA)

    def _show_more(self, *, is_speaking: bool, has_clocks: bool) -> None:
        if not is_speaking:
            self.more.set_words(self.tr("More"))
            self.more.set_icon(Icon.MORE)
        elif has_clocks:
            self.more.set_words(self.tr("Clocks"))
            self.more.set_icon(Icon.CLOCK)
        else:
            self.more.set_words(self.tr("No clocks here"))
            self.more.set_icon(Icon.NO_CLOCK)
