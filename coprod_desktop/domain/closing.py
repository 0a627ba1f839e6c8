"""Cards during the meeting, and how it ends: reading back, check-out, thank you (R13, R18)."""

from collections.abc import Mapping
from dataclasses import dataclass

from coprod_desktop.domain import room_events as ev
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.ideas import waits_for_answer
from coprod_desktop.domain.lines import ActionState, ItemState
from coprod_desktop.domain.meeting_setup import not_finished
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea, MeetingState
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.room import CheckOutCount, CheckOutQuestion
from coprod_desktop.domain.text import needed, typed

ENOUGH_ANSWERS = 5
"""How many people must have answered a check-out question before its answers are shown (R18)."""

LONGEST_CHECK_OUT_WORD = 40
_MOST_PEOPLE = 500


@dataclass(frozen=True, kw_only=True)
class ToReadBack:
    """What is read back as a meeting closes, in the order in which it was said."""

    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]
    ideas_waiting: tuple[Idea, ...]
    items_waiting: tuple[AgendaItem, ...]


@dataclass(frozen=True, kw_only=True)
class ItemCards:
    """How often each card was shown on an item; `item` is None for cards shown between items. Nobody is counted."""

    item: AgendaItem | None
    counts: Mapping[str, int]


def cards_by_item(state: MeetingState) -> tuple[ItemCards, ...]:
    """The items on which cards were shown, in the order of the agenda, so that hot spots show (R13)."""
    places: list[AgendaItem | None] = [*state.agenda, None]
    shown = ((item, state.room.cards.get(item.id if item else None, {})) for item in places)
    return tuple(ItemCards(item=item, counts=counts) for item, counts in shown if any(counts.values()))


def show_card(state: MeetingState, card: str) -> tuple[Event, ...]:
    """Count a card to the item that is open; who showed it is not kept."""
    not_finished(state)
    item = state.current_item
    return (ev.CardShown(card=needed(card, field="card"), item_id=item.id if item else None),)


def begin_closing(state: MeetingState) -> tuple[Event, ...]:
    """Begin to close the meeting; a turn that runs is ended first."""
    not_finished(state)
    if state.current_turn is not None:
        raise NotAllowed(Reason.TURN_RUNNING)
    return () if state.room.is_closing else (ev.ClosingBegan(),)


def put_off_closing(state: MeetingState) -> tuple[Event, ...]:
    """Go on after all."""
    return (ev.ClosingPutOff(),) if state.room.is_closing else ()


def to_read_back(state: MeetingState) -> ToReadBack:
    """What was decided and promised, and what waits: ideas without an outcome, items not finished."""
    return ToReadBack(
        decisions=tuple(state.decisions.values()),
        actions=tuple(action for action in state.actions.values() if action.details.state is ActionState.OPEN),
        ideas_waiting=tuple(idea for idea in state.ideas.values() if waits_for_answer(idea)),
        items_waiting=tuple(item for item in state.agenda if item.state is not ItemState.DISCUSSED),
    )


def give_check_out(answers: tuple[ev.Answered, ...], word: str = "") -> tuple[Event, ...]:
    """Note how one unnamed person answered, each question at most once, with one word of their own if they like."""
    said = {one.question: one for one in answers}
    own_word = typed(word, field="word")[:LONGEST_CHECK_OUT_WORD]
    if not said and not own_word:
        raise NotAllowed(Reason.WORDS_MISSING, "answers")
    return (ev.CheckOutGiven(answers=tuple(said.values()), word=own_word),)


def count_check_out(state: MeetingState, question: CheckOutQuestion, count: CheckOutCount) -> tuple[Event, ...]:
    """Put in the answers that were counted from paper; a new count takes the place of the last."""
    if not all(0 <= people <= _MOST_PEOPLE for people in (count.yes, count.partly, count.no)):
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "count")
    if state.room.check_out.paper.get(question, CheckOutCount()) == count:
        return ()
    return (ev.CheckOutCounted(question=question, yes=count.yes, partly=count.partly, no=count.no),)


def check_out_counts(state: MeetingState) -> Mapping[CheckOutQuestion, CheckOutCount]:
    """The answers to each question, screen and paper together. Show them only where `can_show_answers` says so."""
    check_out = state.room.check_out
    return {question: _together(check_out.given, check_out.paper, question) for question in CheckOutQuestion}


def can_show_answers(count: CheckOutCount) -> bool:
    """Whether enough people answered for the answers to be shown; below that only how many answered (R18)."""
    return count.total >= ENOUGH_ANSWERS


def words_to_show(state: MeetingState) -> tuple[str, ...]:
    """The words people gave, by the alphabet, once enough were given; before that none."""
    words = state.room.check_out.words
    return tuple(sorted(words, key=str.casefold)) if len(words) >= ENOUGH_ANSWERS else ()


def _together(
    given: Mapping[CheckOutQuestion, CheckOutCount],
    paper: Mapping[CheckOutQuestion, CheckOutCount],
    question: CheckOutQuestion,
) -> CheckOutCount:
    one, other = given.get(question, CheckOutCount()), paper.get(question, CheckOutCount())
    return CheckOutCount(yes=one.yes + other.yes, partly=one.partly + other.partly, no=one.no + other.no)
