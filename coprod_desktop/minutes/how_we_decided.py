"""How a decision came about, in sentences: the way it was decided, the counts, and what others answered."""

from collections.abc import Sequence
from datetime import date

from coprod_desktop.domain.lines import DecisionDetails, HowDecided, NeededYes, Outcome, Votes, YesAnswer
from coprod_desktop.minutes.earlier import waited
from coprod_desktop.minutes.sentences import ended, tidy, word_count
from coprod_desktop.minutes.teller import Teller

_PICTURES_OF_WAYS = {
    HowDecided.CONSENSUS: "talk",
    HowDecided.THUMBS: "thumbs up",
    HowDecided.DOTS: "chart",
    HowDecided.SECRET_COUNT: "vote",
}
_WORDS_OF_A_SENTENCE = 12
"""More would be warned of (ER-08)."""


def how_we_decided(details: DecisionDetails, teller: Teller) -> tuple[str, ...]:
    """The way, then who said what as counts. Nothing is said that nobody wrote down."""
    if details.outcome is Outcome.DECIDED_ELSEWHERE:
        return ()
    if details.how_decided is None and details.votes is None and details.outcome is not Outcome.AGREED:
        return ()
    lines = (*_way(details, teller), *_counts(details.votes or Votes(), teller))
    if len(lines) == 1 and details.how_decided not in (None, HowDecided.CONSENSUS):
        return (*lines, *teller.say("not_counted"))
    return lines


def way_picture(details: DecisionDetails) -> str:
    """The picture of the way in which it was decided."""
    return _PICTURES_OF_WAYS.get(details.how_decided, "hand up") if details.how_decided else "hand up"


def answer_lines(needed: NeededYes, teller: Teller, on: date | None = None) -> tuple[str, ...]:
    """What somebody who must also say yes was asked, and what they said; by the day `on` they were waited for (R45)."""
    who = teller.starting(tidy(needed.who))
    reason = teller.own_sentences(needed.reason)
    if needed.answer is YesAnswer.WAITING:
        asked = teller.say("asked_on", date=teller.day(needed.asked_on)) if needed.asked_on else ()
        days = waited(needed, on, teller)
        return (*teller.say("must_say_yes", who=who), *asked, *(days or teller.say("no_answer_yet")), *reason)
    key = "said_yes" if needed.answer is YesAnswer.YES else "said_no"
    if needed.answered_on is None:
        return (*teller.say(key, who=who), *reason)
    return (*teller.say(f"{key}_on", who=who, date=teller.day(needed.answered_on)), *reason)


def not_yes_line(needed: NeededYes, teller: Teller) -> tuple[str, ...]:
    """That somebody has not said yes yet, or said no."""
    if needed.answer is YesAnswer.WAITING:
        return teller.has_not_said_yes(needed.who)
    return teller.say("said_no", who=teller.starting(tidy(needed.who)))


def _way(details: DecisionDetails, teller: Teller) -> tuple[str, ...]:
    how = details.how_decided
    if how is None:
        return teller.say("how_not_known")
    if how is HowDecided.CONSENSUS and (details.objections or details.stood_aside):
        return teller.say("how_consensus_with_worries")
    return teller.say(f"how_{how.value}")


def _counts(votes: Votes, teller: Teller) -> tuple[str, ...]:
    """Who said what, in one sentence while it is short. That nobody said no is told, other noughts are not."""
    found = [("said_yes", votes.yes), ("unsure", votes.unsure), ("said_no", votes.no), ("more_time", votes.more_time)]
    told = [(key, number) for key, number in found if number or (number == 0 and key in ("said_yes", "said_no"))]
    together = _one_sentence(told, teller)
    if sum(map(word_count, together)) <= _WORDS_OF_A_SENTENCE or votes.yes is None:
        return together
    return (*_one_sentence(told[:1], teller), *_one_sentence(told[1:], teller))


def _one_sentence(told: Sequence[tuple[str, int]], teller: Teller) -> tuple[str, ...]:
    """ "7 people said yes, 1 was not sure and nobody said no." """
    count = teller.wording.count
    parts = [count(f"{key}_{'also' if place else 'count'}", number) for place, (key, number) in enumerate(told)]
    return (ended(teller.starting(teller.wording.joined(parts))),) if parts else ()
