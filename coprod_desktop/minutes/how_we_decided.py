"""How a decision came about, in sentences: the way it was decided, the counts, and what others answered."""

from coprod_desktop.domain.lines import DecisionDetails, HowDecided, NeededYes, Outcome, Votes, YesAnswer
from coprod_desktop.minutes.sentences import ended, sentences, tidy
from coprod_desktop.minutes.teller import Teller


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


def answer_lines(needed: NeededYes, teller: Teller) -> tuple[str, ...]:
    """What somebody who must also say yes was asked, and what they said."""
    who = teller.starting(tidy(needed.who))
    reason = sentences(needed.reason)
    if needed.answer is YesAnswer.WAITING:
        asked = teller.say("asked_on", date=teller.day(needed.asked_on)) if needed.asked_on else ()
        return (*teller.say("must_say_yes", who=who), *asked, *teller.say("no_answer_yet"), *reason)
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
    """The yes first, then all others in one sentence. That nobody said no is told, other noughts are not."""
    count = teller.wording.count
    yes = [] if votes.yes is None else [count("said_yes_count", votes.yes)]
    others = [
        count(key, number)
        for key, number in (
            ("unsure_count", votes.unsure),
            ("said_no_count", votes.no),
            ("more_time_count", votes.more_time),
        )
        if number or (number == 0 and key == "said_no_count")
    ]
    told = [*yes, *([teller.wording.joined(others)] if others else [])]
    return tuple(ended(teller.starting(line)) for line in told)
