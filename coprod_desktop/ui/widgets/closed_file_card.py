"""What is shown when the file of the groups cannot be opened: what is wrong, where it is, and what to do."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class ClosedFileCard(Card):
    """The only thing on the screen then. `close_button` ends the program."""

    def __init__(self, theme: Theme, words: str, folder: Path) -> None:
        super().__init__(theme, self.tr("Our data cannot be opened"), heading_style=TextStyle.TITLE, gap=20)
        self.close_button = BigButton(
            theme, self.tr("Close the program"), kind=ButtonKind.PRIMARY, icon=Icon.CLOSE, key="F8"
        )
        parts: tuple[QWidget, ...] = (
            MessageBar(theme, MessageKind.FAILED, words),
            WrapLabel(theme, self.tr("It is in this folder: {folder}").format(folder=folder)),
            WrapLabel(theme, self.tr("Nothing in it was changed. Please keep the folder as it is.")),
            WrapLabel(theme, self.tr("Do you have a copy? Put it in a new folder and call it coprod.sqlite.")),
            WrapLabel(theme, self.tr("Then start the program with: coprod-desktop --data and the new folder.")),
        )
        for part in parts:
            self.add(part)
        self.add_stretch()
        self.body.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
