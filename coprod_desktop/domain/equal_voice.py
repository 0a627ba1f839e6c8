"""Equal voice: turns, time and ideas by where people speak from, beside how many people speak from there (R12)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from coprod_desktop.domain.after_events import KeptVoice, TimesDropped
from coprod_desktop.domain.events import EndedBy
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import IdeaKind, IdeaOutcome
from coprod_desktop.domain.meeting_state import Idea, MeetingState, Turn
from coprod_desktop.domain.person import Person, Perspective
from coprod_desktop.domain.turns import turns_had


class NotRecorded(StrEnum):
    """Nobody wrote down where these people speak from. It says nothing about them, least of all what they are not."""

    NOT_RECORDED = "not_recorded"


Voice = Perspective | NotRecorded
"""Where people speak from, or that it was not written down."""

VOICES: tuple[Voice, ...] = (*Perspective, *NotRecorded)
"""The order in which voices are told: always this one, never by size."""

_FEW = 3
"""Of fewer people a sum tells about one of them."""

_WENT_FURTHER = (IdeaOutcome.DECIDED, IdeaOutcome.LATER, IdeaOutcome.PASSED_ON)


@dataclass(frozen=True, kw_only=True)
class VoiceShare:
    """What came from one perspective: people who came, whole seconds, turns, ideas, and those that went further."""

    people: int = 0
    seconds: int = 0
    turns: int = 0
    ideas: int = 0
    ideas_further: int = 0


@dataclass(frozen=True, kw_only=True)
class EqualVoice:
    """The voices of a meeting, in the order of VOICES, and the whole meeting with each thing counted once.

    `not_spoken` are the people who came and had no turn; the order tells nothing. `running_seconds` is what was said
    to run the meeting, which is no turn. With `has_several` some people speak from several perspectives and are
    counted under each, so that the shares can add up to more than the whole; `has_shared_ideas` is the same of ideas.
    """

    shares: Mapping[Voice, VoiceShare] = field(default_factory=dict)
    people: int = 0
    seconds: int = 0
    turns: int = 0
    not_spoken: tuple[PersonId, ...] = ()
    running_seconds: int = 0
    has_several: bool = False
    has_shared_ideas: bool = False
    people_by_voice: Mapping[Voice, frozenset[PersonId]] = field(default_factory=dict)


def equal_voice(state: MeetingState, people: Sequence[Person], *, running_ms: int | None = None) -> EqualVoice:
    """Count a meeting. `people` are those of the group; `running_ms` is what the current turn has used so far.

    - People are all who came at any time, also those who went home. Guests who are only a number are not in it.
    - A passed turn is none. Who shares a turn has had one; two in a conversation have had one each.
    - Time is what was spoken: paused seconds are off. A shared turn is the time of the person whose turn it is.
    - A turn through an interpreter, a helper or a device is a turn and not time: more time is not more say (R12).
    - The perspective is the one that the turn or idea kept when it happened; else what the person said at this
      meeting; else the only one that the group knows of them; else it is not recorded.
    - An idea went further if it was decided, kept for later or passed on. A thank you or a story asks for no answer.
    """
    return _Counting(state, people, running_ms).result()


class _Counting:
    """Adds up one meeting."""

    def __init__(self, state: MeetingState, people: Sequence[Person], running_ms: int | None) -> None:
        self._state = state
        self._running_ms = running_ms
        self._known = {person.id: person.perspectives for person in people}
        self._came = tuple(who for who, seen in state.attendance.items() if seen.came)
        self._ms: Counter[Voice] = Counter()
        self._turns: Counter[Voice] = Counter()
        self._ideas: Counter[Voice] = Counter()
        self._further: Counter[Voice] = Counter()
        self._here: dict[Voice, set[PersonId]] = {}
        self._has_several = False
        self._has_shared_ideas = False
        self._dropped = state.after.times_dropped

    def result(self) -> EqualVoice:
        """The whole meeting."""
        self._count_people()
        all_ms = self._count_time()
        spoken, turn_count = self._count_turns()
        self._count_ideas()
        return EqualVoice(
            shares={voice: self._share(voice) for voice in VOICES if self._occurs(voice)},
            people=len(self._came),
            seconds=_whole_seconds(all_ms),
            turns=turn_count,
            not_spoken=tuple(who for who in self._came if who not in spoken),
            running_seconds=self._running_seconds(),
            has_several=self._has_several,
            has_shared_ideas=self._has_shared_ideas,
            people_by_voice={voice: frozenset(who) for voice, who in self._here.items()},
        )

    def _count_people(self) -> None:
        for who in self._came:
            for voice in self._noted(self._voices_of(who)):
                self._here.setdefault(self._kept(voice), set()).add(who)

    def _kept(self, voice: Voice) -> Voice:
        """The voice, or that it is no longer written down since the times of single people were dropped (DP-16)."""
        dropped = self._dropped
        is_kept = dropped is None or voice in {one.perspective for one in dropped.voices}
        return voice if is_kept else NotRecorded.NOT_RECORDED

    def _count_time(self) -> int:
        if self._dropped is not None:
            self._ms.update({_voice_of(one): one.seconds * 1000 for one in self._dropped.voices})
            return self._dropped.seconds * 1000
        total = 0
        for turn in self._timed(runs_meeting=False):
            used = self._used(turn)
            total += used
            for voice in self._noted(self._voices_in(turn, turn.person_id)):
                self._ms[voice] += used
        return total

    def _running_seconds(self) -> int:
        if self._dropped is not None:
            return self._dropped.running_seconds
        return _whole_seconds(sum(self._used(turn) for turn in self._timed(runs_meeting=True)))

    def _count_turns(self) -> tuple[set[PersonId], int]:
        if self._dropped is not None:
            self._turns.update({_voice_of(one): one.turns for one in self._dropped.voices})
            return set(self._came), self._dropped.turns
        spoken: set[PersonId] = set()
        total = 0
        for turn, people in turns_had(self._state):
            spoken.update(people)
            total += len(people)
            for who in people:
                self._turns.update(self._noted(self._voices_in(turn, who)))
        return spoken, total

    def _count_ideas(self) -> None:
        for idea in self._state.ideas.values():
            has_gone = idea.details.outcome in _WENT_FURTHER
            if idea.details.kind is not IdeaKind.IDEA and not has_gone:
                continue
            voices = self._voices_behind(idea)
            self._has_shared_ideas = self._has_shared_ideas or len(voices) > 1
            self._ideas.update(voices)
            if has_gone:
                self._further.update(voices)

    def _timed(self, *, runs_meeting: bool) -> Iterator[Turn]:
        for turn in self._state.turns.values():
            is_timed = turn.ended_by is not EndedBy.PASSED and turn.through is None
            if is_timed and turn.runs_meeting is runs_meeting:
                yield turn

    def _used(self, turn: Turn) -> int:
        is_current = turn is self._state.current_turn
        return self._running_ms if is_current and self._running_ms is not None else turn.used_ms

    def _voices_in(self, turn: Turn, who: PersonId) -> tuple[Voice, ...]:
        """Where a person spoke from in a turn; a turn keeps it for the person whose turn it is."""
        return turn.perspectives if turn.perspectives and who == turn.person_id else self._voices_of(who)

    def _voices_behind(self, idea: Idea) -> tuple[Voice, ...]:
        """Where an idea came from; one that no person put forward has no perspective."""
        if idea.perspectives:
            return idea.perspectives
        return tuple(dict.fromkeys(one for who in idea.details.proposer.people for one in self._voices_of(who)))

    def _voices_of(self, who: PersonId) -> tuple[Voice, ...]:
        seen = self._state.attendance.get(who)
        if seen is not None and seen.perspectives:
            return seen.perspectives
        known = self._known.get(who, ())
        return known if len(known) == 1 else (NotRecorded.NOT_RECORDED,)

    def _noted(self, voices: tuple[Voice, ...]) -> tuple[Voice, ...]:
        """The same voices; that there are several is remembered."""
        self._has_several = self._has_several or len(voices) > 1
        return voices

    def _occurs(self, voice: Voice) -> bool:
        return voice in self._here or any(voice in counts for counts in (self._ms, self._turns, self._ideas))

    def _share(self, voice: Voice) -> VoiceShare:
        return VoiceShare(
            people=len(self._here.get(voice, ())),
            seconds=_whole_seconds(self._ms[voice]),
            turns=self._turns[voice],
            ideas=self._ideas[voice],
            ideas_further=self._further[voice],
        )


def kept_voices(voice: EqualVoice) -> TimesDropped:
    """What is kept of times when those of single people go: by perspectives that 3 people or more have (DP-14, DP-16).

    Fewer are put together with the next fewest, until they are 3 or nobody is left to put them with.
    """
    sizes = {one: len(voice.people_by_voice.get(one, ())) for one in voice.shares}
    together: list[Voice] = []
    for one in sorted(sizes, key=lambda key: sizes[key]):
        people = set().union(*(voice.people_by_voice.get(other, frozenset()) for other in together))
        is_told_apart = sizes[one] >= _FEW and (not together or len(people) >= _FEW)
        if not is_told_apart:
            together.append(one)
    apart = [one for one in voice.shares if one not in together and isinstance(one, Perspective)]
    rest = [one for one in voice.shares if one not in apart]
    kept = [_kept_voice(one, [voice.shares[one]]) for one in apart]
    if rest:
        kept.append(_kept_voice(None, [voice.shares[one] for one in rest]))
    return TimesDropped(
        voices=tuple(kept),
        seconds=voice.seconds,
        running_seconds=voice.running_seconds,
        turns=voice.turns,
    )


def _kept_voice(perspective: Perspective | None, shares: Sequence[VoiceShare]) -> KeptVoice:
    seconds, turns = sum(share.seconds for share in shares), sum(share.turns for share in shares)
    return KeptVoice(perspective=perspective, seconds=seconds, turns=turns)


def _voice_of(kept: KeptVoice) -> Voice:
    return kept.perspective or NotRecorded.NOT_RECORDED


def _whole_seconds(ms: int) -> int:
    """The nearest whole second; half a second is rounded up."""
    return (ms + 500) // 1000
