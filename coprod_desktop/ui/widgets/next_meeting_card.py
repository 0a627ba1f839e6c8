"""The next meeting as home tells of it: when, how much is not arranged, and one press to get ready."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class NextMeetingCard(Card):
    """`ready` is the button that leads to getting ready."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=6)
        self._title = WrapLabel(theme, "", TextStyle.BIG_HEADING)
        self._when = WrapLabel(theme, "", TextStyle.NOTE)
        self._bar = MessageBar(theme, MessageKind.WARM, "")
        self.ready = BigButton(theme, self.tr("Get ready"), icon=Icon.GET_READY)
        self.add(WrapLabel(theme, self.tr("Next meeting"), TextStyle.LABEL))
        for part in (self._title, self._when, self._bar):
            self.add(part)
        self.add_stretch()
        self.add(self.ready)
        self._bar.hide()

    def show_meeting(self, title: str, held_on: date, today: date) -> None:
        """Tell of a meeting to come."""
        self._title.setText(title)
        self._when.setText(f"{day_words(held_on)}. {days_to_come(held_on, today)}")
        self.ready.setAccessibleDescription(title)
        self.setAccessibleName(title)
        self._bar.hide()

    def show_not_arranged(self, count: int) -> None:
        """Say how many things are not arranged; nothing is said if all are."""
        words = not_arranged_words(count)
        if not words:
            self._bar.hide()
        elif self._bar.isHidden() or self._bar.words() != words:
            self._bar.show_message(MessageKind.WARM, words)


def not_arranged_words(count: int) -> str:
    """How many things are not arranged, in words; empty if all are."""
    if not count:
        return ""
    one = QCoreApplication.translate("NextMeeting", "We have not arranged 1 thing.")
    several = QCoreApplication.translate("NextMeeting", "We have not arranged {count} things.")
    return one if count == 1 else several.format(count=count)


def days_to_come(held_on: date, today: date) -> str:
    """How many days it is until then."""
    days = (held_on - today).days
    if days == 1:
        return QCoreApplication.translate("NextMeeting", "It is tomorrow.")
    return QCoreApplication.translate("NextMeeting", "In {count} days.").format(count=days)
