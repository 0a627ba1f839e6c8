"""The invitations themselves: make them, say that they were sent, and the file for calendars."""

from datetime import date

from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.date_words import day_words


class SendingCard(Card):
    """`make_button`, `sent_button` and `calendar_button` are its acts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Invitations"), " ", gap=8)
        self.make_button = BigButton(
            theme, self.tr("Make the invitations"), kind=ButtonKind.PRIMARY, icon=Icon.FILE, key="F8"
        )
        self.sent_button = BigButton(theme, self.tr("We sent them today"), icon=Icon.CHECK)
        self.calendar_button = BigButton(theme, self.tr("Save the calendar file"), icon=Icon.DATE)
        for button in (self.make_button, self.sent_button, self.calendar_button):
            self.add(button)

    def show_details(self, details: MeetingDetails, today: date, *, can_make: bool) -> None:
        """Say whether the invitations went out."""
        sent_on = details.invitations_sent_on
        words = self.tr("They are not sent yet.")
        if sent_on is not None:
            words = self.tr("Sent on {day}.").format(day=day_words(sent_on))
        self.set_heading(self.tr("Invitations"), words)
        self.sent_button.setEnabled(sent_on != today)
        self.make_button.setEnabled(can_make)
