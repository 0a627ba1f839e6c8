"""What the window works with once everything is loaded: the services, the running meeting and the screens."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain.after_events import TakenBackOpenly
from coprod_desktop.domain.events import Event, IdeaRecorded, Step, StepUndone, TurnPaused
from coprod_desktop.domain.floor import next_in_round
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_state import MeetingState, Phase
from coprod_desktop.domain.pauses import minutes_without_break
from coprod_desktop.domain.person import Person, spoken_names
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.domain.room_events import WallChosen
from coprod_desktop.services.clock import local_time, today
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.ui.main_window.places import PlaceKey, first_place
from coprod_desktop.ui.main_window.screen_makers import make_screen
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.home.first_view import MOST_PEOPLE, FirstView, MeetingCard
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.wall.displays import WallMode
from coprod_desktop.ui.widgets.picture_words import picture_words
from coprod_desktop.ui.widgets.screen import Screen
from coprod_desktop.ui.widgets.shown_words import shown_words
from coprod_desktop.ui.wording import act_words, act_words_of, day_words, fault_words, words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.live_meeting import LiveMeeting

_EARLIEST_HINT, _USUAL_STRETCH, _HINT_BEFORE = 20, 60, 10
"""Minutes: no word of a break before the first; without a rhythm of the room one is good after the second."""

_ROUND_ACTS = ("go_round_started", "go_round_passed", "go_round_comes_back", "turn_ended")


class Desk(QObject):
    """Joins services, bridge and screens for the window. It holds no rules.

    Signals: `acted(words)` after each act in the meeting; `meeting_taken_back` when its opening was undone;
    `refused(words)` and `failed(words)` when something was not allowed or could not be saved.
    """

    acted = Signal(str)
    meeting_taken_back = Signal()
    refused = Signal(str)
    failed = Signal(str)

    def __init__(self, theme: Theme, services: "Services", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.services = services
        self._undid_openly = False
        self.bridge = MeetingBridge(self._people_of_group, self)
        self.bridge.state_changed.connect(self._on_state_changed)
        self.bridge.refused.connect(self._on_refused)
        self.bridge.failed.connect(self._on_failed)

    def make_screen(self, key: PlaceKey) -> Screen:
        """A screen, built when it is first shown."""
        return make_screen(key, self._theme, self.services, self.bridge)

    def start_new_meeting(self, screen: Screen) -> None:
        """Let the meetings screen ask for the name of a new meeting."""
        screen.press("Ctrl+N")

    def has_open(self, meeting_id: str) -> bool:
        """Whether this is the meeting that is open now."""
        return self.bridge.has_meeting and self.bridge.meeting_id == meeting_id

    def open_meeting(self, meeting_id: str) -> PlaceKey:
        """Open a meeting, whose group is shown from now on, and tell the place where it stopped."""
        running = self.services.meetings.open(MeetingId(meeting_id))
        state = running.live.state
        if state.group_id is not None:
            self.services.groups.choose(state.group_id)
        self.bridge.open(running)
        if state.phase is Phase.FINISHED:
            return PlaceKey.MINUTES
        if state.current_turn is not None or state.current_item is not None:
            return PlaceKey.TURNS
        if state.people_here:
            return PlaceKey.AGENDA
        return first_place(is_before_the_day=self.is_before_the_day())

    def is_before_the_day(self) -> bool:
        """Whether the meeting that is open is still to come: then it is got ready."""
        details = self.bridge.state.details if self.bridge.has_meeting else None
        return details is not None and details.held_on > today(self.services.clock)

    def not_arranged(self, meeting_id: str) -> int:
        """How many things are not arranged for a meeting; what counts them is loaded when this is first asked."""
        ready = self.services.ready
        counted = self.bridge.ask(lambda: ready.undone_count(MeetingId(meeting_id)), says_refusals=False)
        return counted.value or 0

    def read_for_search(self) -> bool:
        """Take in a few meetings that the index does not know yet. True while there are more."""
        return self.services.feedback.prepare()

    def how_many_wait_to_hear(self) -> int:
        """How many wait to hear what happened to their idea; what counts them is loaded when this is first asked."""
        group = self.services.groups.current()
        if group is None:
            return 0
        counted = self.bridge.ask(lambda: self.services.feedback.how_many_wait(group.id), says_refusals=False)
        return counted.value or 0

    def leave_other_group(self) -> None:
        """Put down the meeting of another group; it stays as it is, and nothing in it is undone out of sight."""
        group = self.services.groups.current()
        if self.bridge.has_meeting and group is not None and self.bridge.state.group_id != group.id:
            self.bridge.close()

    def home_view(self) -> FirstView:
        """What the home screen shows."""
        group = self.services.groups.current()
        if group is None:
            return FirstView(has_group=False)
        headers = self.services.meetings.headers(group.id)
        people = self.services.people.people(group.id)
        names = spoken_names(people)
        return FirstView(
            has_group=True,
            today=today(self.services.clock),
            group_name=group.name,
            people_count=len(people),
            first_people=tuple(names[person.id] for person in people[:MOST_PEOPLE]),
            unfinished=tuple(MeetingCard.of(header) for header in headers if header.is_unfinished),
            finished=tuple(MeetingCard.of(header) for header in headers if not header.is_unfinished),
        )

    def home_picture(self) -> tuple[bytes | None, str]:
        """The picture of the item that the unfinished meeting talks about, and what it shows."""
        group = self.services.groups.current()
        unfinished = self.services.meetings.unfinished(group.id) if group is not None else ()
        if not unfinished or not unfinished[0].item_number:
            return None, ""
        item = self.services.meetings.open(unfinished[0].id).live.state.current_item
        table = picture_words()
        if item is None or not item.details.picture:
            return None, ""
        return table.drawing(item.details.picture), table.alt(item.details.picture)

    def place_words(self, key: PlaceKey, *, is_in_meeting: bool = True) -> str:
        """The second line of the header: the meeting, or the item the group talks about; outside a meeting, the day."""
        if not is_in_meeting or not self.bridge.has_meeting:
            return self.bridge.tr("Today is {day}.").format(day=day_words(today(self.services.clock)))
        return " · ".join(filter(None, (self._meeting_words(key), self._break_words())))

    def _break_words(self) -> str:
        """How long there was no break, once one would be good for this room; nobody is told why (R18)."""
        state = self.bridge.state
        minutes = minutes_without_break(state, local_time(self.services.clock)) if state.has_clocks else None
        if minutes is None or minutes < _EARLIEST_HINT:
            return ""
        from coprod_desktop.domain.break_hints import break_rhythm

        people = [self.bridge.person(who) for who in state.people_here]
        rhythm = break_rhythm(person for person in people if person is not None)
        if minutes < (rhythm.minutes_between if rhythm is not None else _USUAL_STRETCH) - _HINT_BEFORE:
            return ""
        words = self.bridge.tr("We have talked for {count} minutes.")
        if state.room.breaks_taken:
            words = self.bridge.tr("It is {count} minutes since the last break.")
        return words.format(count=minutes // 10 * 10)

    def _meeting_words(self, key: PlaceKey) -> str:
        state = self.bridge.state
        item = state.current_item
        if item is not None and key in (PlaceKey.TURNS, PlaceKey.DECISIONS):
            agenda = [other.id for other in state.listed_items]
            words = self.bridge.tr("Item {number} of {count}: {title}")
            return words.format(
                number=agenda.index(item.id) + 1, count=len(agenda), title=shown_words(item.details.title)
            )
        if state.details is None:
            return ""
        finished = self.bridge.tr("Finished") if state.phase is Phase.FINISHED else ""
        return " · ".join(filter(None, (state.title, day_words(state.details.held_on), state.details.venue, finished)))

    def undo(self) -> bool:
        """Take back the latest act of this run, or of the open meeting; says whether there was one."""
        return self._try(self._undo)

    def redo(self) -> bool:
        """Bring back what was undone last; says whether there was something."""
        return self._try(self._redo)

    def undone_words(self) -> str:
        """What Undo has just done: what the room had seen was taken back in the open (R19)."""
        if self._undid_openly:
            return self.bridge.tr("Taken back. The room has seen it, so it stays in the record.")
        return self.bridge.tr("Undone.")

    def undo_words(self) -> str:
        """What Undo would take back, empty if nothing."""
        last = self.services.history.last
        if last is not None:
            return act_words(last.kind)
        return self.bridge.tr("Take back the latest act.") if self._can(is_redo=False) else ""

    def redo_words(self) -> str:
        """What Redo would bring back, empty if nothing."""
        last = self.services.history.last_undone
        if last is not None:
            return act_words(last.kind)
        return self.bridge.tr("Bring back what was undone.") if self._can(is_redo=True) else ""

    def act_words(self, kind: str) -> str:
        """What an act outside the meeting did."""
        return act_words(kind)

    def last_act_words(self) -> str:
        """What the latest act of the meeting did, in words."""
        step = self.bridge.last_step if self.bridge.has_meeting else None
        if step is None or step.is_automatic or isinstance(step.events[0], StepUndone):
            return ""
        first, last = step.events[0], step.events[-1]
        is_held = isinstance(first, TurnPaused) or isinstance(last, TurnPaused)
        act = last if is_held else first  # the turn was held for what was done, or is held for something else
        if isinstance(act, WallChosen) and self.services.settings.wall_mode in ("", WallMode.NONE):
            return ""  # the room sees no wall: nothing is said of it
        if sum(isinstance(one, IdeaRecorded) for one in step.events) > 1:
            return act_words("ideas_recorded")
        return " ".join(filter(None, (act_words_of(act, self.bridge.name), self._round_words(act))))

    def _round_words(self, act: Event) -> str:
        """Who is asked now in a go-round, after an act that changed it; nobody is told who passed."""
        state = self.bridge.state
        offered = next_in_round(state) if state.current_turn is None else None
        if offered is None or act.kind not in _ROUND_ACTS:
            return ""
        return self.bridge.tr("We ask {name} now.").format(name=self.bridge.name(offered.person_id))

    def keep_look(self, theme: Theme) -> None:
        """Keep text size and theme for the next start."""
        settings = self.services.settings
        if settings.text_percent != theme.text_percent:
            self.bridge.ask(lambda: settings.set_text_percent(theme.text_percent))
        if settings.theme != theme.mode.value:
            self.bridge.ask(lambda: settings.set_theme(theme.mode.value))

    def _try(self, act: Callable[[], bool]) -> bool:
        try:
            done = act()
        except NotAllowed as refusal:
            self.bridge.refused.emit(refusal)
            return False
        except StorageFault as fault:
            self.bridge.failed.emit(fault)
            return False
        if self.bridge.has_meeting:
            self.bridge.refresh_people()
        return done

    def _on_state_changed(self, state: MeetingState) -> None:
        if state.phase is Phase.TAKEN_BACK:
            self.bridge.close()
            self.meeting_taken_back.emit()
        else:
            self.acted.emit(self.last_act_words())

    def _on_refused(self, refusal: NotAllowed) -> None:
        self.refused.emit(words_for(refusal.reason))

    def _on_failed(self, fault: StorageFault) -> None:
        self.failed.emit(fault_words(fault.reason))

    def _undo(self) -> bool:
        before = self._last_step()
        done, after = self._undo_latest(), self._last_step()
        told = after.events[0] if after is not None and after is not before else None
        self._undid_openly = isinstance(told, TakenBackOpenly)
        return done

    def _last_step(self) -> Step | None:
        return self.bridge.last_step if self.bridge.has_meeting else None

    def _undo_latest(self) -> bool:
        if self.services.history.undo() is None:
            if not self._can(is_redo=False):
                return False
            self._live().undo()
        return True

    def _redo(self) -> bool:
        if self.services.history.redo() is None:
            if not self._can(is_redo=True):
                return False
            self._live().redo()
        return True

    def _can(self, *, is_redo: bool) -> bool:
        if not self.bridge.has_meeting:
            return False
        return self._live().can_redo if is_redo else self._live().can_undo

    def _live(self) -> "LiveMeeting":
        return self.services.meetings.open(self.bridge.meeting_id).live

    def _people_of_group(self) -> tuple[Person, ...]:
        group_id = self.bridge.state.group_id if self.bridge.has_meeting else None
        if group_id is None:
            group = self.services.groups.current()
            group_id = group.id if group else None
        return self.services.people.everyone(group_id) if group_id is not None else ()
