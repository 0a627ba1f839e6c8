"""Under the word list: the page to print, the list as a file for another group, and words from another group (R16)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.services.word_list_service import OfferedWords
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import SpokenLabel
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.take_words_form import TakeWordsForm
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class WordSharing(QWidget):
    """Buttons to connect: `easy_read`, `large_print`, `plain_text`, `save`, `open`, and those of `form`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.easy_read = BigButton(theme, self.tr("Easy read"), kind=ButtonKind.QUIET, icon=Icon.PRINT)
        self.large_print = BigButton(theme, self.tr("Large print"), kind=ButtonKind.QUIET, icon=Icon.PRINT)
        self.plain_text = BigButton(theme, self.tr("Plain text"), kind=ButtonKind.QUIET, icon=Icon.FILE)
        self.save = BigButton(theme, self.tr("Save our words as a file"), kind=ButtonKind.QUIET, icon=Icon.SAVE)
        words = self.tr("Take words from another group")
        self.open = BigButton(theme, words, kind=ButtonKind.QUIET, icon=Icon.FOLDER)
        self.form = TakeWordsForm(theme)
        self._problem = SpokenLabel(theme, "", TextStyle.STRONG, colour="bad")
        pages = (self.easy_read, self.large_print, self.plain_text)
        for button in pages:
            button.setAccessibleDescription(self.tr("Our words as a page"))
        given = Column(theme, gap=4)
        given.addWidget(WrapLabel(theme, self.tr("Our words as a page"), TextStyle.STRONG))
        given.addLayout(flow_of(theme, *pages))
        given.addWidget(WrapLabel(theme, self.tr("Give and take words"), TextStyle.STRONG))
        hint = self.tr("Nobody of our group is in the file. Words with a name in them stay here.")
        given.addWidget(WrapLabel(theme, hint, TextStyle.NOTE))
        given.addLayout(flow_of(theme, self.save, self.open))
        given.addWidget(self._problem)
        column = Column(theme, gap=14)
        for part in (Divider(theme), holder(given), self.form):
            column.addWidget(part)
        self.setLayout(column)
        self.close_form()

    def show_form(self, offered: OfferedWords) -> None:
        """Show what a file brings, and go there."""
        self._problem.hide()
        self.form.show()
        self.form.show_words(offered)
        self.form.begin()

    def close_form(self) -> bool:
        """Take the preview away; says whether it was there."""
        was_open = not self.form.isHidden()
        if was_open and self.isVisible():
            self.open.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.hide()
        self._problem.hide()
        return was_open

    def refuse(self, words: str) -> None:
        """Say why a file cannot be taken."""
        self.close_form()
        self._problem.show()
        self._problem.say(words)
