"""Who is here: the list, how many, and below it whoever is not on the list."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.participation import perspectives_here
from coprod_desktop.domain.person import Perspective
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.face_layout import FaceLayout
from coprod_desktop.ui.widgets.guest_count import GuestCount
from coprod_desktop.ui.widgets.layouts import Row, holder
from coprod_desktop.ui.widgets.letters_hint import CannotPrint
from coprod_desktop.ui.widgets.perspective_counts import PerspectiveCounts
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.walk_in_line import WalkInLine
from coprod_desktop.ui.widgets.welcome_list import WelcomeList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class WhoIsHere(Card):
    """`rows` are the people, `walk_in` and `guests` those who are not on the list, `ready`, `change`, `kit` prepare."""

    def __init__(
        self,
        theme: Theme,
        *,
        name: Callable[[PersonId], str],
        jobs: Callable[[Sequence[Job]], str],
        cannot_print: CannotPrint,
    ) -> None:
        super().__init__(theme, gap=8)
        self._theme = theme
        self.rows = WelcomeList(theme, name=name, jobs=jobs)
        self.walk_in = WalkInLine(theme, cannot_print)
        self.guests = GuestCount(theme)
        self.change = BigButton(theme, self.tr("Change"), kind=ButtonKind.QUIET, icon=Icon.REWORD)
        self.change.setAccessibleDescription(self.tr("What is open and what is fixed, and all about this meeting."))
        self.ready = BigButton(theme, self.tr("Get ready"), kind=ButtonKind.QUIET, icon=Icon.GET_READY)
        self.ready.setAccessibleDescription(self.tr("What helps people take part."))
        self.kit = BigButton(theme, self.tr("Paper kit for the table"), kind=ButtonKind.QUIET, icon=Icon.PRINT)
        self._how_many = WrapLabel(theme, "", TextStyle.STRONG)
        self._about = WrapLabel(theme, "", TextStyle.NOTE)
        self._counts = PerspectiveCounts(theme, is_flow=True)
        note = self.tr("Press a name when the person comes. Or type the number or name, then Enter.")
        self._how_to = WrapLabel(theme, note, TextStyle.NOTE)
        self._counted: Mapping[Perspective, int] = {}
        self._is_empty = True
        self._lay_out()
        self.walk_in.opened.connect(self._show_beside)
        self.walk_in.closed.connect(self._show_beside)

    def show_people(self, state: MeetingState, labels: Mapping[Perspective, str], *, is_private: bool) -> None:
        """Show who is here; counts by perspective only where `is_private`, as few people could be guessed."""
        self.rows.show_people(state)
        self.guests.show_count(state.room.guests)
        here = self.tr("{here} here now, of {count} people on the list.")
        self._how_many.setText(here.format(here=len(state.people_here), count=len(state.attendance)))
        self._about.setText(self._about_words(state))
        self._counted = perspectives_here(state) if is_private else {}
        self._counts.show_counts(self._counted, labels)
        self._is_empty = not state.people_here
        self._show_beside()

    def _lay_out(self) -> None:
        title = Row(self._theme)
        title.addWidget(WrapLabel(self._theme, self.tr("Who is here?"), TextStyle.TITLE))
        top = FaceLayout(self._theme, side=0)
        for part in (holder(title), self.ready, self.change, self.kit):
            top.addWidget(part)
        self.add_layout(top)
        how = Row(self._theme, gap=12)
        how.addWidget(self._how_many, 1)
        how.addWidget(self._about, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add_layout(how)
        self.add(self._counts)
        self.add(self._how_to)
        scroll = ScrollColumn(self._theme)
        scroll.add(self.rows)
        scroll.add_stretch()
        self.add(scroll, 1)
        below = FaceLayout(self._theme, side=0)
        below.addWidget(self.walk_in)
        below.addWidget(self.guests)
        self.add_layout(below)

    def _show_beside(self) -> None:
        """While a name is written, its line has the room."""
        is_open = self.walk_in.is_open()
        self.guests.setHidden(is_open)
        self._counts.setHidden(is_open or not self._counted)
        self._how_to.setHidden(is_open or not self._is_empty)

    def _about_words(self, state: MeetingState) -> str:
        words = (
            self.tr("Open: {count}").format(count=len(state.bounds.open)),
            self.tr("Fixed: {count}").format(count=len(state.bounds.fixed)),
        )
        return "  \u00b7  ".join(words)
