"""Equal voice as the wall and paper tell it: no number points at fewer than 3 people (R12, DP-14)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.equal_voice import VOICES, EqualVoice, Voice, VoiceShare
from coprod_desktop.domain.ids import PersonId

LEAST_PEOPLE = 3
"""From how many people on a number is told where many can see it."""


@dataclass(frozen=True, kw_only=True)
class ToldShare:
    """One perspective. Without a share no number is told: neither people, turns, time nor ideas.

    `is_few` says why: there are fewer than 3 people. Else its numbers are kept back to hide those of others.
    """

    voice: Voice
    share: VoiceShare | None
    is_few: bool = False


@dataclass(frozen=True, kw_only=True)
class ToldVoice:
    """What may be seen by everybody. `not_spoken` is None for 1 or 2 people; who they are is not in it."""

    shares: tuple[ToldShare, ...]
    people: int
    seconds: int
    turns: int
    not_spoken: int | None
    has_several: bool
    has_shared_ideas: bool

    @property
    def told(self) -> tuple[tuple[Voice, VoiceShare], ...]:
        """The perspectives that are told in numbers."""
        return tuple((one.voice, one.share) for one in self.shares if one.share is not None)

    @property
    def kept_back(self) -> tuple[Voice, ...]:
        """The perspectives of which no number is told."""
        return tuple(one.voice for one in self.shares if one.share is None)


def whole_voice(voice: EqualVoice) -> ToldVoice:
    """Everything, in the same form: for the facilitator's own check, where the room cannot see it."""
    return _all_told(voice, frozenset(), not_spoken=len(voice.not_spoken))


def told_voice(voice: EqualVoice) -> ToldVoice:
    """Keep back each perspective of fewer than 3 people, and as many others as it takes to hide those.

    The whole meeting is told, so one perspective alone could be worked out: the whole without all others. Numbers are
    therefore kept back until at least 2 perspectives share what is left, at least 3 people are behind them, and
    either nobody or at least 3 people are only there. What is kept back next is the smallest of those that are told;
    in the end it may be all. What a facilitator said to run the meeting is one person's time, and is not told at all.
    """
    few_silent = 0 < len(voice.not_spoken) < LEAST_PEOPLE
    return _all_told(voice, _kept_back(voice), not_spoken=None if few_silent else len(voice.not_spoken))


def _all_told(voice: EqualVoice, kept_back: frozenset[Voice], *, not_spoken: int | None) -> ToldVoice:
    listed = (one for one in VOICES if one in voice.shares)
    return ToldVoice(
        shares=tuple(_told(one, voice.shares[one], is_kept_back=one in kept_back) for one in listed),
        people=voice.people,
        seconds=voice.seconds,
        turns=voice.turns,
        not_spoken=not_spoken,
        has_several=voice.has_several,
        has_shared_ideas=voice.has_shared_ideas,
    )


def _told(voice: Voice, share: VoiceShare, *, is_kept_back: bool) -> ToldShare:
    return ToldShare(voice=voice, share=None if is_kept_back else share, is_few=share.people < LEAST_PEOPLE)


def _kept_back(voice: EqualVoice) -> frozenset[Voice]:
    shares = voice.shares
    kept_back = {one for one, share in shares.items() if share.people < LEAST_PEOPLE}
    others = sorted(shares.keys() - kept_back, key=lambda one: (shares[one].people, VOICES.index(one)))
    while kept_back and others and not _hides(voice, kept_back, others):
        kept_back.add(others.pop(0))
    return frozenset(kept_back)


def _hides(voice: EqualVoice, kept_back: Iterable[Voice], told: Sequence[Voice]) -> bool:
    behind, in_sight = _people_of(voice, kept_back), _people_of(voice, told)
    only_there = behind - in_sight
    is_shared = len(list(kept_back)) > 1 and len(behind) >= LEAST_PEOPLE
    return is_shared and (not only_there or len(only_there) >= LEAST_PEOPLE)


def _people_of(voice: EqualVoice, voices: Iterable[Voice]) -> frozenset[PersonId]:
    return frozenset().union(*(voice.people_by_voice.get(one, frozenset()) for one in voices))
