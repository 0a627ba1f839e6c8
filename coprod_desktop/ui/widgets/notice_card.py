"""How many days people are told before the meeting, against the group's rule and the longest need (R04)."""

from PySide6.QtCore import Qt

from coprod_desktop.domain.notice import Notice
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import CLOSE, Row, holder
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.notice_bar import NoticeBar
from coprod_desktop.ui.widgets.notice_words import short_words
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class NoticeCard(Card):
    """One big number, a line with two marks, and a sentence. It names nobody, and never turns red.

    A close one stands beside other cards: the number is at the right of the heading, and nothing is told twice.
    """

    def __init__(self, theme: Theme, *, is_close: bool = False) -> None:
        super().__init__(theme, self.tr("Notice"), gap=6)
        self._is_close = is_close
        if is_close:
            self.body.set_margins(CLOSE)
        self._number = WrapLabel(theme, "", TextStyle.HEADING if is_close else TextStyle.NUMBER)
        self._after = WrapLabel(theme, "", TextStyle.BODY if is_close else TextStyle.LEAD, colour="muted")
        self._bar = NoticeBar(theme)
        self._sentence = WrapLabel(theme, "", TextStyle.NOTE)
        self._short = MessageBar(theme, MessageKind.WARM, "")
        self._short_line = IconLine(theme, Icon.WARNING, "", TextStyle.STRONG, colour="on_warm", icon_colour="on_warm")
        figure = Row(theme, gap=10)
        figure.addWidget(self._number)
        figure.addWidget(self._after, 0 if is_close else 1, Qt.AlignmentFlag.AlignVCenter)
        self._place_figure(figure)
        for part in (self._bar, self._sentence, self._short, self._short_line):
            self.add(part)
        self.show_notice(None)

    def show_notice(self, notice: Notice | None) -> None:
        """Show the days; without a meeting, or with one that is over, only that nothing is known."""
        is_told = notice is not None and notice.days >= 0
        for part in (self._number, self._after, self._bar):
            part.setVisible(is_told)
        if notice is not None and is_told:
            self._number.setText(str(notice.days))
            self._after.setText(self.tr("day") if notice.days == 1 else self.tr("days"))
            self._bar.show_notice(notice, is_close=self._is_close)
        self._sentence.setText(self._sentence_for(notice))
        self._sentence.setHidden(self._is_close and is_told)
        self._show_short(notice if is_told else None)

    def _place_figure(self, figure: Row) -> None:
        if self._is_close:
            self.add_beside_heading(holder(figure))
        else:
            self.add_layout(figure)

    def _show_short(self, notice: Notice | None) -> None:
        words = short_words(notice) if notice is not None else ""
        is_now = notice is not None and not notice.is_sent and notice.days == 0
        is_short = notice is not None and bool(words) and not is_now
        self._short_line.set_words(words)
        self._short_line.setVisible(is_short and self._is_close)
        if notice is None or not is_short or self._is_close:
            self._short.hide()
            return
        book, ask = self.tr("Book today, or choose a later day."), self.tr("Ask people if it was too soon for them.")
        note = ask if notice.is_sent else book
        if self._short.isHidden() or self._short.words() != f"{words} {note}":
            self._short.show_message(MessageKind.WARM, words, note, Icon.WARNING)

    def _sentence_for(self, notice: Notice | None) -> str:
        if notice is None or notice.is_over:
            return self.tr("We do not know when people were invited.")
        if notice.days < 0:
            return self.tr("The invitations went out after the meeting.")
        if notice.is_sent:
            return self.tr("The invitations went out this long before the meeting.")
        return self.tr("We count from today, until the invitations go out.")
