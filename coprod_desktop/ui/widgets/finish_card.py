"""The calm last card of a meeting: finish it, open it again, or put it away."""

from PySide6.QtCore import Signal

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of


class FinishCard(Card):
    """Nothing here deletes anything. Signals: `finish_requested`, `reopen_requested`, `put_away_requested`."""

    finish_requested = Signal()
    reopen_requested = Signal()
    put_away_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Finish this meeting"), self.tr("You can open it again at any time."))
        self.finish = BigButton(theme, self.tr("Finish the meeting"), icon=Icon.CHECK)
        self.reopen = BigButton(theme, self.tr("Open it again"), icon=Icon.UNLOCK)
        self.put_away = BigButton(theme, self.tr("Put it away"), kind=ButtonKind.QUIET, icon=Icon.FOLDER)
        self.finish.clicked.connect(self.finish_requested)
        self.reopen.clicked.connect(self.reopen_requested)
        self.put_away.clicked.connect(self.put_away_requested)
        self.add_layout(flow_of(theme, self.finish, self.reopen, self.put_away, gap=12))

    def show_finished(self, is_finished: bool) -> None:
        """Offer what can be done now; the focus goes from the button that hides to the one that comes."""
        had_focus = self.finish.hasFocus() or self.reopen.hasFocus()
        self.finish.setVisible(not is_finished)
        self.reopen.setVisible(is_finished)
        if is_finished:
            self.set_heading(self.tr("This meeting is finished"), self.tr("You can open it again at any time."))
        else:
            note = self.tr("You can open it again at any time.")
            self.set_heading(self.tr("Finish this meeting"), note)
        if had_focus:
            (self.reopen if is_finished else self.finish).setFocus()
