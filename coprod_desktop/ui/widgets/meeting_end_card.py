"""The calm last card about a meeting: go to its close, open it again, or put it away."""

from PySide6.QtCore import Signal

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of


class MeetingEndCard(Card):
    """Nothing here deletes anything. Signals: `close_requested`, `reopen_requested`, `put_away_requested`."""

    close_requested = Signal()
    reopen_requested = Signal()
    put_away_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("The end of the meeting"), self._again_words())
        self.close_meeting = BigButton(theme, self.tr("Close the meeting"), icon=Icon.CLOSE_MEETING)
        self.reopen = BigButton(theme, self.tr("Open it again"), icon=Icon.UNLOCK)
        self.put_away = BigButton(theme, self.tr("Put it away"), kind=ButtonKind.QUIET, icon=Icon.FOLDER)
        self.close_meeting.clicked.connect(self.close_requested)
        self.reopen.clicked.connect(self.reopen_requested)
        self.put_away.clicked.connect(self.put_away_requested)
        self.add_layout(flow_of(theme, self.close_meeting, self.reopen, self.put_away, gap=12))

    def show_finished(self, is_finished: bool) -> None:
        """Offer what can be done now; the focus goes from the button that hides to the one that comes."""
        had_focus = self.close_meeting.hasFocus() or self.reopen.hasFocus()
        self.close_meeting.setVisible(not is_finished)
        self.reopen.setVisible(is_finished)
        heading = self.tr("The meeting is finished") if is_finished else self.tr("The end of the meeting")
        self.set_heading(heading, self._again_words())
        if had_focus:
            (self.reopen if is_finished else self.close_meeting).setFocus()

    def _again_words(self) -> str:
        return self.tr("You can open it again at any time.")
