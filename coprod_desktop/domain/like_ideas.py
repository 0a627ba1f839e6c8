"""Ideas that are alike go on as one: every proposer is kept, and each keeps its own words (R14)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from coprod_desktop.domain import after_events as ev
from coprod_desktop.domain.events import Event, IdeaChanged, IdeaRecorded
from coprod_desktop.domain.ideas import found_idea, record_idea
from coprod_desktop.domain.ids import AgendaItemId, IdeaId, PersonId
from coprod_desktop.domain.lines import EarlierLine, IdeaDetails, IdeaOutcome
from coprod_desktop.domain.meeting_state import Idea, MeetingState
from coprod_desktop.domain.proposer import Proposer, Source, joined_proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason

_HAS_ITS_WAY = (IdeaOutcome.DECIDED, IdeaOutcome.TAKEN_BACK)


def joined_ideas(state: MeetingState, idea_id: IdeaId) -> tuple[Idea, ...]:
    """The ideas that go on with this one, in the order in which they were said."""
    return tuple(idea for idea in state.ideas.values() if idea.details.joined_into == idea_id)


def can_join(idea: Idea) -> bool:
    """Whether an idea can go the way of another: it has not gone its own."""
    return idea.details.joined_into is None and idea.details.outcome not in _HAS_ITS_WAY


def can_lead(idea: Idea) -> bool:
    """Whether others can go on with this idea."""
    return idea.details.joined_into is None and idea.details.outcome is not IdeaOutcome.TAKEN_BACK


def join_ideas(state: MeetingState, idea_id: IdeaId, others: Sequence[IdeaId]) -> tuple[Event, ...]:
    """Let others go on with this one. What was joined into them comes along.

    Raises NotAllowed where one of them has gone its own way: it was decided or taken back.
    """
    main = found_idea(state, idea_id)
    chosen = [found_idea(state, other) for other in dict.fromkeys(others) if other != idea_id]
    if not can_lead(main) or not chosen or not all(map(can_join, chosen)):
        raise NotAllowed(Reason.CANNOT_JOIN, "others")
    joined = [one for idea in chosen for one in (idea, *joined_ideas(state, idea.id))]
    details = replace(main.details, proposer=joined_proposer([main.details.proposer, *_proposers(joined)]))
    return (ev.IdeasJoined(idea_id=idea_id, joined=tuple(one.id for one in joined), details=details),)


def part_idea(state: MeetingState, idea_id: IdeaId) -> tuple[Event, ...]:
    """Let an idea go its own way again; the other keeps who put it forward, and those of what stays joined."""
    idea = found_idea(state, idea_id)
    main = state.ideas.get(idea.details.joined_into) if idea.details.joined_into else None
    if main is None:
        raise NotAllowed(Reason.NOT_FOUND)
    rest = [one for one in joined_ideas(state, main.id) if one.id != idea_id]
    own = main.own_proposer or Proposer()
    kept = _without(main.details.proposer, idea.details.proposer, [own, *_proposers(rest)])
    alone = IdeaChanged(idea_id=idea_id, details=replace(idea.details, joined_into=None))
    if kept == main.details.proposer or not (kept.people or kept.source):
        return (alone,)
    return (alone, IdeaChanged(idea_id=main.id, details=replace(main.details, proposer=kept)))


def take_up(
    state: MeetingState,
    new_ids: Sequence[IdeaId],
    earlier: MeetingState,
    idea_id: IdeaId,
    *,
    item_id: AgendaItemId | None = None,
    recorder_id: PersonId | None = None,
) -> tuple[Event, ...]:
    """Talk again about an idea of an earlier meeting, and about those that were joined into it; that one stays.

    It keeps its words, its people, where they spoke from and the number of its ticket. `new_ids` has an id for each.
    """
    main = found_idea(earlier, idea_id)
    if is_taken_up(state, EarlierLine(meeting_id=earlier.id, line_id=idea_id)):
        raise NotAllowed(Reason.ALREADY_THERE)
    if not can_lead(main):
        raise NotAllowed(Reason.NOT_FOUND)
    followers = [one for one in joined_ideas(earlier, idea_id) if one.details.outcome is not IdeaOutcome.TAKEN_BACK]
    own = main.own_proposer if followers and main.own_proposer else main.details.proposer
    ideas = [replace(main, details=replace(main.details, proposer=own)), *followers]
    events = [
        _again(state, new_id, earlier, idea, item_id, recorder_id) for new_id, idea in zip(new_ids, ideas, strict=True)
    ]
    if not followers:
        return tuple(events)
    details = replace(events[0].details, proposer=main.details.proposer)
    return (*events, ev.IdeasJoined(idea_id=new_ids[0], joined=tuple(new_ids[1:]), details=details))


def is_taken_up(state: MeetingState, earlier: EarlierLine) -> bool:
    """Whether the idea of an earlier meeting is talked about again in this one, and that was not taken back."""
    again = (idea.details for idea in state.ideas.values() if idea.details.came_from == earlier)
    return any(details.outcome is not IdeaOutcome.TAKEN_BACK for details in again)


def how_many_taken_up(earlier: MeetingState, idea_id: IdeaId) -> int:
    """How many ids `take_up` needs."""
    joined = joined_ideas(earlier, idea_id)
    return 1 + sum(one.details.outcome is not IdeaOutcome.TAKEN_BACK for one in joined)


def _again(
    state: MeetingState,
    new_id: IdeaId,
    earlier: MeetingState,
    idea: Idea,
    item_id: AgendaItemId | None,
    recorder_id: PersonId | None,
) -> IdeaRecorded:
    before = idea.details
    details = IdeaDetails(
        proposer=before.proposer,
        item_id=item_id,
        picture=before.picture,
        kind=before.kind,
        said_how=before.said_how,
        recorder_id=recorder_id,
        medium=before.medium,
        recording_id=before.recording_id,
        ticket=before.ticket,
        came_from=EarlierLine(meeting_id=earlier.id, line_id=idea.id),
    )
    (recorded,) = record_idea(state, idea_id=new_id, words=idea.words, details=details)
    assert isinstance(recorded, IdeaRecorded)
    return replace(recorded, perspectives=idea.perspectives)


def _proposers(ideas: Iterable[Idea]) -> list[Proposer]:
    return [idea.details.proposer for idea in ideas]


def _without(whole: Proposer, parted: Proposer, others: Sequence[Proposer]) -> Proposer:
    """The proposer of a joined idea without those of the one that parts, but with all that others brought too."""
    people = {who for one in others for who in one.people}
    sources = {source for one in others for source in one.sources}
    kept: list[Source] = [source for source in whole.sources if source in sources or source not in parted.sources]
    return Proposer(
        people=tuple(who for who in whole.people if who in people or who not in parted.people),
        source=kept[0] if kept else None,
        on_behalf_of=_said_without(whole.on_behalf_of, parted.on_behalf_of, [one.on_behalf_of for one in others]),
        note=_said_without(whole.note, parted.note, [one.note for one in others]),
        also_sources=tuple(kept[1:]),
    )


def _said_without(whole: str, parted: str, others: Sequence[str]) -> str:
    if not parted or parted in others:
        return whole
    return "; ".join(said for said in whole.split("; ") if said not in parted.split("; "))
