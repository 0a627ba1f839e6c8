"""What people said: each idea with its proposer and what became of it."""

from coprod_desktop.domain.decisions import waits_for_yes
from coprod_desktop.domain.lines import IdeaKind, IdeaOutcome, Medium, Outcome, SaidHow
from coprod_desktop.domain.meeting_state import Decision, Idea
from coprod_desktop.minutes.block_runs import MOST_SENTENCES, MOST_WORDS, block_run
from coprod_desktop.minutes.blocks import Block, BlockRole
from coprod_desktop.minutes.earlier import Around
from coprod_desktop.minutes.sentences import in_one_sentence, sentences, tidy, word_count
from coprod_desktop.minutes.teller import Teller

_LONG_LABEL = 16

_LABELS = {
    IdeaKind.IDEA: "idea_from_label",
    IdeaKind.KEEP_THIS: "keep_this_label",
    IdeaKind.THANK_YOU: "thank_you_label",
    IdeaKind.STORY: "story_label",
}
_PICTURES = {
    IdeaKind.IDEA: "idea",
    IdeaKind.KEEP_THIS: "star",
    IdeaKind.THANK_YOU: "thank you",
    IdeaKind.STORY: "speak",
}


_SAID_HOW = {SaidHow.SAID_FOR_THEM: "idea_said_for_them", SaidHow.HELPERS_VIEW: "idea_helpers_view"}
_MEDIA = {Medium.DRAWING: "idea_is_drawing", Medium.PHOTO: "idea_is_photo", Medium.RECORDING: "idea_is_recording"}


def has_more_to_tell(idea: Idea) -> bool:
    """Whether there is more to say of an idea than its words, whose it was and what became of it."""
    details = idea.details
    is_plain = details.said_how is SaidHow.OWN_WORDS and details.medium is Medium.WORDS
    is_alone = details.joined_into is None and idea.own_proposer is None
    return not (is_plain and is_alone and details.ticket is None and details.came_from is None)


def idea_blocks(
    idea: Idea, teller: Teller, decision: Decision | None = None, around: Around | None = None
) -> tuple[Block, ...]:
    """One idea: its words, whose it was, what became of it and why. `decision` is what came from it.

    How it was told is left to the decision if that has the same proposer. One that others were joined into is told as
    that of the people whose it was before; the others have their own blocks (R14).
    """
    kind, proposer = idea.details.kind, idea.own_proposer or idea.details.proposer
    picture = tidy(idea.details.picture) or _PICTURES[kind]
    label = teller.wording(_LABELS[kind], who=teller.proposer(proposer))
    lines: tuple[str, ...] = ()
    if word_count(label) > _LONG_LABEL:
        lines, label = (f"{label}.",), teller.wording("proposer_label")
    lines += sentences(idea.words.printed)
    if decision is None or decision.details.proposer != proposer:
        lines += teller.told_how(proposer)
    lines += _how_it_was_put(idea, teller, around)
    after = _joined(idea, teller, around) or _what_happened(idea, teller, decision)
    if _fit_in_one(label, lines + after):
        return block_run(lines + after, picture=picture, label=label, role=BlockRole.IDEA, ref=idea.id)
    return (
        *block_run(lines, picture=picture, label=label, role=BlockRole.IDEA, ref=idea.id),
        *block_run(
            after,
            picture="reason",
            label=teller.wording("what_happened_label"),
            role=BlockRole.REASON,
            ref=idea.id,
        ),
    )


def _fit_in_one(label: str, lines: tuple[str, ...]) -> bool:
    words = word_count(label) + sum(word_count(line) for line in lines)
    return len(lines) <= MOST_SENTENCES and words <= MOST_WORDS


def _what_happened(idea: Idea, teller: Teller, decision: Decision | None) -> tuple[str, ...]:
    details = idea.details
    reason = teller.own_sentences(details.reason)
    match details.outcome:
        case IdeaOutcome.OPEN:
            is_question = details.kind is IdeaKind.IDEA
            return (*(teller.say("idea_open") if is_question else ()), *reason)
        case IdeaOutcome.DECIDED:
            return _decided(decision, reason, teller)
        case IdeaOutcome.NOT_TAKEN_UP:
            return (*teller.say("idea_not_taken_up"), *(reason or teller.say("no_reason")))
        case IdeaOutcome.LATER:
            return (*teller.say("idea_later"), *reason)
        case IdeaOutcome.TAKEN_BACK:
            by = teller.people((details.taken_back_by,)) if details.taken_back_by else ""
            back = teller.say("idea_taken_back_by", who=teller.starting(by)) if by else teller.say("idea_taken_back")
            return (*back, *reason)
        case IdeaOutcome.PASSED_ON:
            who = tidy(details.passed_on_to)
            return (*(teller.say("idea_passed_on_to", who=who) if who else teller.say("idea_passed_on")), *reason)


def _how_it_was_put(idea: Idea, teller: Teller, around: Around | None) -> tuple[str, ...]:
    """Whose words they are, what else they came as, from which meeting, and the number by which it is answered."""
    details = idea.details
    said, medium = _SAID_HOW.get(details.said_how), _MEDIA.get(details.medium)
    return (
        *(teller.say(medium) if medium else ()),
        *(teller.say(said) if said else ()),
        *_carried_on(idea, teller, around),
        *(teller.say("idea_number", number=str(details.ticket)) if details.ticket is not None else ()),
    )


def _carried_on(idea: Idea, teller: Teller, around: Around | None) -> tuple[str, ...]:
    came_from = idea.details.came_from
    if came_from is None:
        return ()
    known = around.earlier.lines.get(came_from.line_id) if around else None
    if known is None:
        return teller.say("idea_carried_on_before")
    return teller.say("idea_carried_on", date=teller.day(known.held_on))


def _main(idea: Idea, around: Around | None) -> Idea:
    """The idea that it was joined into, if that is there: what became of it is told right there."""
    into = idea.details.joined_into
    return around.state.ideas.get(into, idea) if around and into else idea


def _joined(idea: Idea, teller: Teller, around: Around | None) -> tuple[str, ...]:
    main = _main(idea, around)
    if main is idea:
        return ()
    words = in_one_sentence(main.words.printed, main.words.text)
    return (*teller.say("idea_joined"), *sentences(words))


def _says_so(reason: tuple[str, ...], teller: Teller) -> bool:
    """Whether people wrote "We agreed ..." themselves, so that it need not be said twice."""
    agreed = teller.wording("agreed_label")
    return bool(reason) and (reason[0].startswith(agreed) or reason[0] == teller.wording("idea_now_decision"))


def _decided(decision: Decision | None, reason: tuple[str, ...], teller: Teller) -> tuple[str, ...]:
    """The reason is enough where "We agreed" follows in its own block."""
    if decision is None:
        return reason if _says_so(reason, teller) else (*teller.say("idea_decided"), *reason)
    if decision.details.outcome is not Outcome.AGREED:
        return (*teller.say("idea_settled"), *reason)
    if reason == teller.own_sentences(decision.details.reason):
        reason = ()
    if waits_for_yes(decision):
        is_said_below = reason in (teller.say("idea_now_decision"), teller.say("idea_wanted"))
        return (*teller.say("idea_wanted"), *(() if is_said_below else reason))
    return reason or teller.say("idea_now_decision")
