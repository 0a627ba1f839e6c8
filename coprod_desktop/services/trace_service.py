"""The path of a line through the years: idea, decision, who else must say yes, actions, result and answer (R35)."""

from collections.abc import Callable, Iterable
from datetime import date

from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.replay import effective, replay
from coprod_desktop.domain.trace_steps import Path, TraceKind, TraceStep, Whose
from coprod_desktop.domain.what_became import LineKind
from coprod_desktop.services.clock import Clock
from coprod_desktop.services.clock import today as today_here
from coprod_desktop.services.line_names import LineNames
from coprod_desktop.services.path_lines import lines_of_path
from coprod_desktop.services.path_steps import KnownMeeting, StepMaker, changed_on
from coprod_desktop.storage.line_search import FoundLine, LineSearch
from coprod_desktop.storage.meeting_log import MeetingLog

__all__ = ["Path", "TraceKind", "TraceService", "TraceStep", "Whose"]

_MEETINGS_KEPT = 64
_PLACES = {TraceKind.ITEM: 0, TraceKind.IDEA: 1, TraceKind.JOINED: 2, TraceKind.TOLD: 4}


class TraceService:
    """Tells paths. The index says which lines belong together, the record of their meetings what happened to them."""

    def __init__(
        self,
        search: LineSearch,
        log: MeetingLog,
        names: LineNames,
        prepare: Callable[[], bool],
        clock: Clock,
    ) -> None:
        self._search = search
        self._log = log
        self._names = names
        self._prepare = prepare
        self._clock = clock
        self._meetings: dict[MeetingId, tuple[int, KnownMeeting]] = {}

    def path(self, line_id: str, *, today: date | None = None) -> Path | None:
        """The whole path of any line, the same from each of its lines; None if the line is not there."""
        self._prepare_all()
        return self._path(line_id, lines_of_path(self._search, line_id), today or today_here(self._clock))

    def paths_of(self, group_id: GroupId, person_id: PersonId, *, today: date | None = None) -> tuple[Path, ...]:
        """The paths of what a person put forward, newest first; what belongs to one path is told once."""
        self._prepare_all()
        day = today or today_here(self._clock)
        seen: set[str] = set()
        paths: list[Path] = []
        for line, _ in self._search.of_person(group_id, person_id):
            if line.line.kind is LineKind.ACTION or line.line.line_id in seen:
                continue
            lines = lines_of_path(self._search, line.line.line_id)
            seen.update(one.line.line_id for one, _ in lines)
            path = self._path(line.line.line_id, lines, day)
            if path is not None:
                paths.append(path)
        return tuple(paths)

    def read_anew(self) -> None:
        """Let go of the meetings that were read, as after words were taken out: each is read again when asked for."""
        self._meetings.clear()

    def _prepare_all(self) -> None:
        while self._prepare():
            pass

    def _path(self, line_id: str, lines: list[FoundLine], today: date) -> Path | None:
        if not lines:
            return None
        group_id = lines[0][0].group_id
        steps = [step for line in lines for step in self._steps(line, today)]
        untold = {line.line.line_id: line.line.untold for line, _ in lines if line.line.untold}
        return Path(asked_for=line_id, group_id=group_id, steps=_in_time(steps), untold=untold)

    def _steps(self, found: FoundLine, today: date) -> Iterable[TraceStep]:
        line, title = found
        meeting = self._meeting(line.meeting_id, title, line.held_on)
        return StepMaker(meeting, line.group_id, self._names.now(), today).steps(line.line)

    def _meeting(self, meeting_id: MeetingId, title: str, held_on: date) -> KnownMeeting:
        """A meeting as it is now; read again only if it has changed since."""
        number = self._log.record_number(meeting_id)
        kept = self._meetings.pop(meeting_id, None)
        if kept is None or kept[0] != number:
            steps = self._log.steps(meeting_id)
            state, days = replay(meeting_id, steps), changed_on(effective(steps))
            kept = number, KnownMeeting(state=state, title=title, held_on=held_on, changed_on=days)
        self._meetings[meeting_id] = kept
        while len(self._meetings) > _MEETINGS_KEPT:
            del self._meetings[next(iter(self._meetings))]
        return kept[1]


def _in_time(steps: list[TraceStep]) -> tuple[TraceStep, ...]:
    """By the day. Of one day ideas come first, then in the order in which one goes on from the other, answers last."""
    return tuple(sorted(steps, key=lambda step: (step.on, _PLACES.get(step.kind, 3))))
