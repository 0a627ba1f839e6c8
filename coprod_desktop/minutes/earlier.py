"""What minutes tell of earlier meetings: answers that are still waited for, and words that are gone on from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from coprod_desktop.domain.decisions import days_waited
from coprod_desktop.domain.ids import DecisionId, MeetingId
from coprod_desktop.domain.lines import NeededYes, Words
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, BlockRole, Section
from coprod_desktop.minutes.sentences import in_one_sentence, sentences
from coprod_desktop.minutes.teller import Teller

WAITING_REF = "waiting answers"
"""The id of the chapter on answers that are waited for; its words come from other meetings."""


@dataclass(frozen=True, kw_only=True)
class WaitingYes:
    """A decision of an earlier meeting that somebody has still to say yes to; `place` in its list, from 0."""

    meeting_id: MeetingId
    held_on: date
    decision_id: DecisionId
    place: int
    words: Words
    needed: NeededYes
    picture: str = ""


@dataclass(frozen=True, kw_only=True)
class EarlierWords:
    """The words of a line of an earlier meeting, and its day."""

    words: Words
    held_on: date


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """What is known of earlier meetings: the yeses that wait, and by their ids the lines that this one goes on from."""

    waiting: tuple[WaitingYes, ...] = ()
    lines: Mapping[str, EarlierWords] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Around:
    """What a line stands in: its meeting, and what is known of earlier ones."""

    state: MeetingState
    earlier: Earlier = Earlier()

    @property
    def held_on(self) -> date | None:
        """The day of the meeting."""
        return self.state.details.held_on if self.state.details else None


def waiting_section(around: Around, teller: Teller) -> Section | None:
    """For how many days each answer has been waited for, in every minutes until it comes (R45)."""
    waiting = around.earlier.waiting
    if not waiting:
        return None
    return Section(
        heading=teller.wording("waiting_heading"),
        blocks=tuple(block for asked in _by_decision(waiting) for block in _waiting(asked, around.held_on, teller)),
        ref=WAITING_REF,
        summary=teller.wording.count("count_of_answers", len(waiting)),
    )


def waited(needed: NeededYes, on: date | None, teller: Teller) -> tuple[str, ...]:
    """ "We have waited 61 days for an answer."; nothing on the day on which they were asked."""
    days = days_waited(needed.asked_on, on) if on else None
    return sentences(teller.wording.count("days_waited", days)) if days else ()


def _by_decision(waiting: Sequence[WaitingYes]) -> Iterator[Sequence[WaitingYes]]:
    """All who are waited for with one decision together, in the order in which the first of them was asked."""
    for decision_id in dict.fromkeys(one.decision_id for one in waiting):
        yield [one for one in waiting if one.decision_id == decision_id]


def _waiting(asked: Sequence[WaitingYes], on: date | None, teller: Teller) -> Iterator[Block]:
    """What we want, and who has not said yes; of several, each with the day on which they were asked."""
    first = asked[0]
    what = sentences(in_one_sentence(first.words.printed, first.words.text)) or teller.say("words_taken_out")
    who = () if len(asked) > 1 else teller.has_not_said_yes(first.needed.who)
    picture, label = first.picture or "wait", teller.wording("waiting_label")
    yield from block_run((*what, *who), picture=picture, label=label, ref=first.decision_id)
    for one in asked:
        yield from _since_when(one, on, teller, is_one_of_many=len(asked) > 1)


def _since_when(one: WaitingYes, on: date | None, teller: Teller, *, is_one_of_many: bool) -> Iterator[Block]:
    asked = teller.say("asked_on", date=teller.day(one.needed.asked_on)) if one.needed.asked_on else ()
    who = teller.has_not_said_yes(one.needed.who) if is_one_of_many else ()
    said = (*who, *(() if asked else teller.say("waiting_agreed_on", date=teller.day(one.held_on))))
    lines = (*said, *asked, *waited(one.needed, on, teller))
    picture = teller.calendar(one.needed.asked_on or one.held_on)
    yield from block_run(lines, picture=picture, role=BlockRole.PLAIN, ref=one.decision_id)
