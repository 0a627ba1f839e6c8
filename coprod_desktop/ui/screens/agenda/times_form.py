"""Breaks that are planned, and times that cannot move. Neither names a person, and neither asks why."""

from collections.abc import Sequence

from coprod_desktop.domain.room import FixedEnd, PlannedBreak
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.clock_words import easy_time
from coprod_desktop.ui.widgets.entry_list import Entry, EntryList
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.number_field import NumberField

_USUAL_MINUTES = 10
_LONGEST_MINUTES = 180
_STEP_MINUTES = 5


class BreakEntry(Entry[PlannedBreak]):
    """One break: when, and for how many minutes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kept = ""
        self.at = LineField(theme)
        self.minutes = NumberField(
            theme, _USUAL_MINUTES, 1, _LONGEST_MINUTES, step=_STEP_MINUTES, after=self.tr("minutes")
        )
        self._row = FormRow(theme, self.tr("When?"), self.at, hint=self.tr("Such as 11am."))
        minutes = FormRow(theme, self.tr("How long?"), self.minutes, hint=self.tr("In minutes."))
        column = Column(theme)
        column.addLayout(flow_of(theme, self._row, minutes, gap=20))
        self.setLayout(column)
        self.setFocusProxy(self.at)

    def value(self) -> PlannedBreak | None:
        """What was filled in."""
        at = self.at.text().strip()
        return PlannedBreak(at=_as_kept(at, self._kept), minutes=self.minutes.value()) if at else None

    def fill(self, value: PlannedBreak) -> None:
        """Show a break."""
        self._kept = value.at
        self.at.setText(easy_time(value.at))
        self.minutes.setValue(value.minutes)

    def show_error(self, words: str) -> None:
        """Say that the time is missing."""
        self._row.show_error(words)

    def is_lacking(self) -> bool:
        """A break without a time counts as not there."""
        return False


class FixedEntry(Entry[FixedEnd]):
    """One time that cannot move: what happens then, without a name, and when."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kept = ""
        self.what = LineField(theme)
        self.at = LineField(theme)
        hint = self.tr("No names, please. Such as: The caretaker locks up.")
        self._what_row = FormRow(theme, self.tr("What happens then?"), self.what, hint=hint)
        self._at_row = FormRow(theme, self.tr("When?"), self.at, hint=self.tr("Such as 12:15pm."))
        column = Column(theme, gap=12)
        column.addWidget(self._what_row)
        column.addWidget(self._at_row)
        self.setLayout(column)
        self.setFocusProxy(self.what)

    def value(self) -> FixedEnd | None:
        """What was filled in."""
        what, at = self.what.text().strip(), self.at.text().strip()
        return FixedEnd(what=what, at=_as_kept(at, self._kept)) if what or at else None

    def fill(self, value: FixedEnd) -> None:
        """Show a time that cannot move."""
        self._kept = value.at
        self.what.setText(value.what)
        self.at.setText(easy_time(value.at))

    def show_error(self, words: str) -> None:
        """Say which of the two is missing."""
        (self._at_row if self.what.text().strip() else self._what_row).show_error(words)

    def is_lacking(self) -> bool:
        """Whether only one of the two was filled in."""
        return bool(self.what.text().strip()) != bool(self.at.text().strip())


class TimesForm(FormPanel):
    """All planned breaks and all fixed times. Buttons to connect: `save`, `back`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Breaks and fixed times"), self.tr("Keep these times"))
        self._suggested: tuple[PlannedBreak, ...] = ()
        self._suggestion = MessageBar(
            theme, MessageKind.WARM, "", act=self.tr("Put it in"), act_icon=Icon.ADD, icon=Icon.BREAK
        )
        self._suggestion.act_requested.connect(self._on_suggestion)
        self.breaks = EntryList[PlannedBreak](
            theme, lambda: BreakEntry(theme), add_words=self.tr("One more break"), remove_words=self.tr("Take it off")
        )
        self.fixed = EntryList[FixedEnd](
            theme,
            lambda: FixedEntry(theme),
            add_words=self.tr("One more fixed time"),
            remove_words=self.tr("Take it off"),
        )
        self.add_part(self._suggestion)
        self.add_field("breaks", self.tr("When do we have a break?"), self.breaks)
        self.add_field("fixed", self.tr("Which times cannot move?"), self.fixed)
        self.end_fields(has_more=False)

    def show_times(
        self, breaks: Sequence[PlannedBreak], fixed: Sequence[FixedEnd], suggested: Sequence[PlannedBreak]
    ) -> None:
        """Show what is planned, and breaks that would do the room good."""
        self.breaks.fill(breaks)
        self.fixed.fill(fixed)
        self._suggested = tuple(suggested)
        self._suggestion.setVisible(bool(suggested))
        if suggested:
            self._suggestion.show_message(MessageKind.WARM, self._suggestion_words(), icon=Icon.BREAK)
        self.clear_errors()

    def values(self) -> tuple[tuple[PlannedBreak, ...], tuple[FixedEnd, ...]]:
        """What was filled in."""
        return self.breaks.values(), self.fixed.values()

    def show_error(self, key: str, words: str) -> bool:
        """Say beside the fixed time that lacks something what is missing."""
        if key not in ("what", "at"):
            return super().show_error(key, words)
        self.fixed.show_error(words)
        return True

    def begin(self) -> None:
        """Go to the last break."""
        self.breaks.begin()

    def _suggestion_words(self) -> str:
        told = [
            self.tr("{minutes} minutes at {time}").format(minutes=one.minutes, time=easy_time(one.at))
            for one in self._suggested
        ]
        return self.tr("A good plan for breaks: {breaks}.").format(breaks=", ".join(told))

    def _on_suggestion(self) -> None:
        self.breaks.fill((*self.breaks.values(), *self._suggested))
        self._suggestion.hide()
        self.breaks.begin()


def _as_kept(typed: str, kept: str) -> str:
    """The time as it is kept, if nothing else was typed; it is shown as people say it."""
    return kept if typed == easy_time(kept) else typed
