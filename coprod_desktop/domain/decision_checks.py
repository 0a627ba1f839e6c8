"""What a decision is checked for before it goes into the record: clean words, a proposer, no names with a secret."""

from dataclasses import replace

from coprod_desktop.domain.lines import (
    BetweenMeetings,
    DecisionDetails,
    HowDecided,
    NeededYes,
    Objection,
    Votes,
)
from coprod_desktop.domain.proposer import checked_proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import needed, typed, typed_lines


def checked_decision(details: DecisionDetails, *, was: DecisionDetails | None = None) -> DecisionDetails:
    """The decision with clean words and a proposer; counts are not below 0, and a secret count has no names.

    `was` is what is changed: where private words were taken out of it, none are asked for.
    """
    gone = was is not None and not all(one.text for one in was.objections)
    gone_yes = was is not None and not all(one.who for one in was.needs_yes_from)
    checked = replace(
        details,
        proposer=checked_proposer(details.proposer),
        picture=typed(details.picture, field="picture"),
        supported_by=tuple(dict.fromkeys(details.supported_by)),
        built_on_by=tuple(dict.fromkeys(details.built_on_by)),
        stood_aside=tuple(dict.fromkeys(details.stood_aside)),
        votes=_checked_votes(details.votes),
        reason=typed(details.reason, field="reason"),
        objections=tuple(_checked_objection(one, may_be_gone=gone) for one in details.objections),
        conditions=typed_lines(details.conditions, field="conditions"),
        needs_yes_from=tuple(one if gone_yes and not one.who else checked_yes(one) for one in details.needs_yes_from),
        tried_by=tuple(dict.fromkeys(details.tried_by)),
        tried_words=typed(details.tried_words, field="tried_words"),
        told_us=typed(details.told_us, field="told_us"),
        between=details.between if was and details.between == was.between else _checked_between(details.between),
    )
    return without_names(checked) if details.how_decided is HowDecided.SECRET_COUNT else checked


def _checked_votes(votes: Votes | None) -> Votes | None:
    if votes is None or votes == Votes():
        return None
    if any(count is not None and count < 0 for count in (votes.yes, votes.no, votes.unsure, votes.more_time)):
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "votes")
    return votes


def _checked_objection(objection: Objection, *, may_be_gone: bool) -> Objection:
    if may_be_gone and not objection.text:
        return objection
    by = checked_proposer(objection.by) if objection.by else None
    return replace(objection, text=needed(objection.text, field="objection"), by=by)


def checked_yes(needed_yes: NeededYes) -> NeededYes:
    return replace(
        needed_yes,
        who=needed(needed_yes.who, field="needs_yes_from"),
        reason=typed(needed_yes.reason, field="reason"),
    )


def _checked_between(between: BetweenMeetings | None) -> BetweenMeetings | None:
    """Who was asked, how, and who could not be: each once; whoever was asked could be."""
    if between is None:
        return None
    asked, how = tuple(dict.fromkeys(between.asked)), typed(between.how, field="between")
    if not asked and not how:
        raise NotAllowed(Reason.WORDS_MISSING, "between")
    return BetweenMeetings(
        asked=asked, how=how, not_asked=tuple(who for who in dict.fromkeys(between.not_asked) if who not in asked)
    )


def without_names(details: DecisionDetails) -> DecisionDetails:
    """What a secret count leaves: counts and words, and nobody's name beside how they chose."""
    objections = tuple(replace(objection, by=None) for objection in details.objections)
    return replace(details, supported_by=(), stood_aside=(), objections=objections)
