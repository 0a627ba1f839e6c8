"""Asks how people join by phone or video, before a sheet that tells them is made (AN-41)."""

from PySide6.QtCore import Signal

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.text_field import TextField


class JoinForm(Card):
    """One field. Signals: `go_on` to make the papers with what was written; `left` to go back."""

    go_on = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        note = self.tr("It stands on a sheet for those who join that way.")
        super().__init__(theme, self.tr("How do people join by phone or video?"), note, heading_style=TextStyle.TITLE)
        self.field = TextField(theme, lines=3)
        hint = self.tr("A phone number, a link, who helps. You may leave it empty.")
        form_row(theme, self.body, self.tr("How to join"), self.field, hint=hint)
        self.make_button = BigButton(
            theme, self.tr("Make the invitations"), kind=ButtonKind.PRIMARY, icon=Icon.FILE, key="F8"
        )
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self.add_layout(flow_of(theme, self.make_button, self.back))
        self.add_stretch()
        self.make_button.clicked.connect(self.go_on)
        self.back.clicked.connect(self.left)

    def words(self) -> str:
        """What was written."""
        return self.field.toPlainText().strip()
