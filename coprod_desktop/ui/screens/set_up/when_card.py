"""When and where the meeting is, and when people were told."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.notice_line import NoticeLine
from coprod_desktop.ui.widgets.saved_date import SavedDate
from coprod_desktop.ui.widgets.saved_field import SavedField
from coprod_desktop.ui.widgets.venue_choice import VenueChoice


class WhenCard(Card):
    """Signals: `changed(fields of the details with their new values)`; `day_changed` while a date is being chosen."""

    changed = Signal(object)
    day_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("When and where"), gap=16)
        time_hint, date_hint = self.tr("Such as 10am or 2:30pm."), self.tr("Type it, or press Up and Down.")
        invited = self.tr("When did the invitations go out?")
        self._held_on = SavedDate(theme, self.tr("Date"), hint=date_hint)
        self._invited_on = SavedDate(theme, invited, hint=date_hint, can_be_empty=True)
        self._texts = {
            "starts_at": SavedField(theme, self.tr("Starts at"), hint=time_hint),
            "ends_at": SavedField(theme, self.tr("Ends at"), hint=time_hint),
        }
        self.venue = VenueChoice(theme)
        self.notice = NoticeLine(theme)
        self.add(self._held_on)
        self.add(self.notice)
        self.add_layout(flow_of(theme, self._texts["starts_at"], self._texts["ends_at"], gap=16))
        self.add(self.venue)
        self.add(self._invited_on)
        self._connect()

    def show_details(self, details: MeetingDetails) -> None:
        """Show what is kept; half-typed words stay."""
        for name, field in self._texts.items():
            field.show_words(getattr(details, name))
        self.venue.show_place(details.venue_id, details.venue)
        self._held_on.show_day(details.held_on)
        self._invited_on.show_day(details.invitations_sent_on)

    def field(self, name: str) -> SavedField | None:
        """The field of this name, if it is here."""
        return self.venue.field if name == "venue" else self._texts.get(name)

    def days(self) -> tuple[date | None, date | None]:
        """The date and when the invitations went out, as they stand in the fields now."""
        return self._held_on.day(), self._invited_on.day()

    def _connect(self) -> None:
        for name, field in self._texts.items():
            field.left_with.connect(partial(self._on_left, name))
        self.venue.chosen.connect(self._on_venue)
        self._held_on.left_with.connect(partial(self._on_left, "held_on"))
        self._invited_on.left_with.connect(partial(self._on_left, "invitations_sent_on"))
        for day in (self._held_on, self._invited_on):
            day.day_changed.connect(self.day_changed)

    def _on_left(self, name: str, told: object) -> None:
        self.changed.emit({name: told})

    def _on_venue(self, venue_id: str, name: str) -> None:
        self.changed.emit({"venue": name, "venue_id": venue_id})
