"""What is asked about one thing to do: why we cannot do it, and on which day it was done."""

from datetime import date

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.text_field import TextField


class ReasonForm(FormPanel):
    """Why the group cannot do it, in words. Buttons to connect: `save`, `back`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Why can we not do this?"), self.tr("Keep this reason"))
        self._reason = TextField(theme, lines=3)
        hint = self.tr("No names, please. Say what you will do instead, if you can.")
        self.add_field("reason", self.tr("The reason, in words"), self._reason, hint=hint)
        self.end_fields(has_more=False)

    def ask(self, what: str, reason: str) -> None:
        """Ask about a thing to do."""
        self.set_title(what)
        self._reason.setPlainText(reason)
        self.clear_errors()
        self.begin()

    def reason(self) -> str:
        """What was written."""
        return self._reason.toPlainText().strip()

    def ask_for_words(self) -> None:
        """Say that the reason is missing."""
        self.show_error("reason", self.tr("Please write the reason."))


class DayForm(FormPanel):
    """The day on which a step was really done. Buttons to connect: `save`, `back`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Which day was it?"), self.tr("Keep this day"), icon=Icon.DATE)
        self._day = DateField(theme)
        self.add_field("day", self.tr("The day"), self._day)
        self.end_fields(has_more=False)

    def ask(self, what: str, day: date) -> None:
        """Ask about a thing that was done."""
        self.set_title(what)
        self._day.set_day(day)
        self.clear_errors()
        self.begin()

    def day(self) -> date | None:
        """The day that was chosen."""
        return self._day.day()

    def ask_for_day(self) -> None:
        """Say that the day is missing, or to come."""
        self.show_error("day", self.tr("Please choose today or a day before."))
