"""Tells what came of saving a file, and opens it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind


class SavedFile(QWidget):
    """One message at a time: the file is saved and can be opened, or what went wrong. Hidden until there is one."""

    def __init__(self, theme: Theme, maker: QWidget) -> None:
        """`maker` is the button that makes the file: the focus goes to it when a message that has it is put away."""
        super().__init__()
        self._maker = maker
        self._path: Path | None = None
        self._saved = MessageBar(
            theme, MessageKind.GOOD, "", act=self.tr("Open it"), act_icon=Icon.FILE, can_close=True
        )
        self._trouble = MessageBar(theme, MessageKind.FAILED, "", can_close=True)
        column = Column(theme)
        for bar in (self._saved, self._trouble):
            column.addWidget(bar)
            bar.close_requested.connect(self.put_away)
        self.setLayout(column)
        self._saved.act_requested.connect(self.open)
        self.put_away()

    def words(self) -> str:
        """What is said, or nothing."""
        return next((bar.words() for bar in (self._saved, self._trouble) if not bar.isHidden()), "")

    def tell_saved(self, words: str, path: Path) -> None:
        """The file is there."""
        self._path = path
        self.show()
        self._saved.show_message(MessageKind.GOOD, words, self.tr("It is here: {path}").format(path=path))

    def tell_trouble(self, words: str, note: str, kind: MessageKind = MessageKind.FAILED) -> None:
        """The file is not there, or cannot be opened."""
        self.show()
        self._trouble.show_message(kind, words, note)

    def open(self) -> None:
        """Hand the file that was saved to the program that shows such files."""
        if self._path is None or QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))):
            return
        self.put_away()
        where = self.tr("The file is here: {path}").format(path=self._path)
        self.tell_trouble(self.tr("This computer has no program to open it."), where, MessageKind.WARM)

    def put_away(self) -> None:
        """Say nothing any more."""
        if self.isAncestorOf(self.window().focusWidget() or self._maker):
            self._maker.setFocus(Qt.FocusReason.OtherFocusReason)
        for bar in (self._saved, self._trouble):
            bar.hide()
        self.hide()
