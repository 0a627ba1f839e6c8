"""Beside a date that is being chosen: how many days of notice that is, said at once (R04)."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.notice import Notice
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.notice_words import notice_sentences


class NoticeLine(QWidget):
    """A calm line; a pale yellow one, which is spoken, where the days are too few. It bars nothing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._enough = IconLine(theme, Icon.DATE, "")
        self._short = MessageBar(theme, MessageKind.WARM, "", icon=Icon.DATE)
        column = Column(theme)
        column.addWidget(self._enough)
        column.addWidget(self._short)
        self.setLayout(column)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Show the days; nothing where no date is known, nor for today and before, when nothing can be done."""
        if notice is not None and not notice.is_sent and notice.days <= 0:
            notice = None
        is_short = notice is not None and notice.is_short
        words = notice_sentences(notice) if notice is not None else ""
        if is_short and (self._short.isHidden() or self._short.words() != words):
            self._short.show_message(MessageKind.WARM, words, icon=Icon.DATE)
        self._enough.set_words(words)
        self._short.setVisible(is_short)
        self._enough.setVisible(not is_short)
        self.setVisible(bool(words))

    def words(self) -> str:
        """What it says."""
        return self._enough.words()
