"""Who was in the room at a moment, by where they speak from; worked out from who came and went, counts only."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from coprod_desktop.domain.after_events import KeptPresence
from coprod_desktop.domain.decisions import is_made_in_the_room
from coprod_desktop.domain.ids import DecisionId
from coprod_desktop.domain.lines import DecisionDetails, Outcome
from coprod_desktop.domain.meeting_state import Attendance, Decision, MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.times_of_day import minutes_from, moment_of


@dataclass(frozen=True, kw_only=True)
class Presence:
    """How many people were there, from each perspective how many, and how many did not say where they speak from.

    Somebody with several perspectives is counted in each.
    """

    people: int = 0
    counts: Mapping[Perspective, int] = field(default_factory=dict)
    unsaid: int = 0

    @property
    def is_known(self) -> bool:
        """Whether anybody's coming was noted, and anybody said where they speak from."""
        return self.people > 0 and bool(self.counts)

    @property
    def lacks_lived_experience(self) -> bool:
        """Whether nobody there said that they speak from their own life (R15); not so where nothing is known."""
        return self.is_known and not self.counts.get(Perspective.LIVED_EXPERIENCE)


def presence_now(state: MeetingState) -> Presence:
    """Who is in the room now, without those who stepped out."""
    return _counted(seen for seen in state.attendance.values() if seen.is_here and not seen.is_out)


def presence_of_all(state: MeetingState) -> Presence:
    """Everybody who was there at any time of the meeting."""
    return _counted(seen for seen in state.attendance.values() if seen.came)


def presence_at(state: MeetingState, moment: str) -> Presence:
    """Who was in the room at a moment, as ISO 8601 or in words such as "11:30am"; nothing is known without one.

    Whoever came at a time that nobody noted counts from the beginning.
    """
    held_on = state.details.held_on if state.details else None
    at = _seconds(held_on, moment) if held_on else None
    if held_on is None or at is None:
        return Presence()
    return _counted(seen for seen in state.attendance.values() if seen.came and _was_there(seen, held_on, at))


def presence_of(state: MeetingState, decision: Decision) -> Presence:
    """Who was in the room when a decision was made; nothing for what was decided elsewhere or between meetings."""
    if not is_made_in_the_room(decision.details):
        return Presence()
    kept = _kept(state).get(decision.id)
    return _as_kept(kept) if kept is not None else presence_at(state, decision.details.decided_at)


def kept_presences(state: MeetingState) -> tuple[KeptPresence, ...]:
    """Who was there at each decision, in counts, for when it is no longer known who was out of the room (DP-16)."""
    before = _kept(state)
    anybody_was_away = any(seen.away for seen in state.attendance.values())
    decided = (one for one in state.decisions.values() if anybody_was_away or one.id in before)
    there = ((one.id, presence_of(state, one)) for one in decided)
    return tuple(
        KeptPresence(
            decision_id=decision_id,
            people=seen.people,
            perspectives=tuple(said for said, count in seen.counts.items() for _ in range(count)),
            unsaid=seen.unsaid,
        )
        for decision_id, seen in there
        if seen.people
    )


def asks_what_they_told_us(presence: Presence, details: DecisionDetails) -> bool:
    """Whether "What have they told us, and where?" is still to be asked: nobody there speaks from their own life."""
    is_ours = details.outcome is not Outcome.DECIDED_ELSEWHERE
    return is_ours and presence.lacks_lived_experience and not details.told_us


def _kept(state: MeetingState) -> Mapping[DecisionId, KeptPresence]:
    dropped = state.after.times_dropped
    return {one.decision_id: one for one in dropped.presences} if dropped is not None else {}


def _as_kept(kept: KeptPresence) -> Presence:
    return Presence(people=kept.people, counts=_in_order(Counter(kept.perspectives)), unsaid=kept.unsaid)


def _in_order(counts: Counter[Perspective]) -> Mapping[Perspective, int]:
    return {perspective: counts[perspective] for perspective in Perspective if counts[perspective]}


def _counted(there: Iterable[Attendance]) -> Presence:
    seen = list(there)
    counts = Counter(said for one in seen for said in one.perspectives)
    return Presence(people=len(seen), counts=_in_order(counts), unsaid=sum(not one.perspectives for one in seen))


def _was_there(seen: Attendance, held_on: date, at: int) -> bool:
    came, went = _seconds(held_on, seen.arrived_at), _seconds(held_on, seen.left_at)
    if (came is not None and at < came) or (went is not None and at > went):
        return False
    return not any(_is_within(held_on, away, at) for away in seen.away)


def _is_within(held_on: date, away: tuple[str, str], at: int) -> bool:
    """Whether the moment falls into a time away; one that has no end yet goes on."""
    gone, back = _seconds(held_on, away[0]), _seconds(held_on, away[1])
    return gone is not None and gone < at and (back is None or at < back)


def _seconds(held_on: date, words: str) -> int | None:
    """Seconds since the midnight with which the day of the meeting began, as clocks on the wall tell it."""
    moment = moment_of(words)
    if moment is None:
        minutes = minutes_from(held_on, words)
        return None if minutes is None else minutes * 60
    return ((moment.date() - held_on).days * 24 + moment.hour) * 3600 + moment.minute * 60 + moment.second
