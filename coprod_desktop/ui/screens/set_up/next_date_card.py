"""When and where the group meets next."""

from datetime import date

from PySide6.QtCore import Signal

from coprod_desktop.domain.meeting import NextMeeting
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.notice_line import NoticeLine
from coprod_desktop.ui.widgets.saved_date import SavedDate
from coprod_desktop.ui.widgets.saved_field import SavedField


class NextDateCard(Card):
    """Signals: `changed(NextMeeting)`; `day_changed` while the date is being chosen."""

    changed = Signal(object)
    day_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("The next meeting"), self.tr("You can fill this in at the end."), gap=16)
        time_hint, date_hint = self.tr("Such as 10am or 2:30pm."), self.tr("Type it, or press Up and Down.")
        self._on = SavedDate(theme, self.tr("Date of the next meeting"), hint=date_hint, can_be_empty=True)
        self._starts = SavedField(theme, self.tr("It starts at"), hint=time_hint)
        self._venue = SavedField(theme, self.tr("Where will it be?"))
        self.notice = NoticeLine(theme)
        self.add_layout(flow_of(theme, self._on, self._starts, gap=16))
        self.add(self.notice)
        self.add(self._venue)
        for field in (self._on, self._starts, self._venue):
            field.left_with.connect(self._on_left)
        self._on.day_changed.connect(self.day_changed)

    def show_next(self, told: NextMeeting) -> None:
        """Show what is kept; half-typed words stay."""
        self._on.show_day(told.held_on)
        self._starts.show_words(told.starts_at)
        self._venue.show_words(told.venue)

    def day(self) -> date | None:
        """The date as it stands in the field now."""
        return self._on.day()

    def _on_left(self, _told: object) -> None:
        self.changed.emit(
            NextMeeting(held_on=self._on.day(), starts_at=self._starts.words(), venue=self._venue.words())
        )
