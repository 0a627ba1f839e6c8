"""The agenda as numbered chapters: who asked for each item, what people said, what was decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from coprod_desktop.domain.ids import AgendaItemId, DecisionId
from coprod_desktop.domain.lines import HowOpen, ItemState
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea, MeetingState
from coprod_desktop.minutes.action_blocks import job_blocks
from coprod_desktop.minutes.after_job import after_job_blocks
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, BlockRole, Section
from coprod_desktop.minutes.decision_blocks import decision_blocks, tells_its_idea
from coprod_desktop.minutes.earlier import Around, Earlier
from coprod_desktop.minutes.idea_blocks import idea_blocks
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller

_NOT_TALKED_ABOUT = {
    ItemState.PARKED: "item_parked",
    ItemState.CARRIED_OVER: "item_carried_over",
    ItemState.NOT_REACHED: "item_not_reached",
}
_HOW_OPEN = {HowOpen.ADVISE: "item_advise", HowOpen.TOLD: "item_told"}


@dataclass(frozen=True)
class AgendaChapters:
    """Tells the agenda items, and what belongs to none of them, so that nothing is left out."""

    state: MeetingState
    teller: Teller
    is_draft: bool
    earlier: Earlier = Earlier()

    def all(self) -> Iterator[Section]:
        """One chapter for each item, in agenda order with those kept for later last; then what is left."""
        for item in sorted(self.state.agenda, key=lambda item: item.state is ItemState.PARKED):
            yield self._chapter(item)
        said = self._said_and_decided(None)
        if said:
            yield Section(heading=self.teller.wording("other_things_heading"), blocks=said, summary=self._summary(None))
        jobs = [action for action in self.state.actions.values() if self._decision_id(action) is None]
        if jobs:
            yield Section(
                heading=self.teller.wording("other_jobs_heading"),
                blocks=tuple(chain.from_iterable(self._job(job) for job in jobs)),
                summary=self.teller.wording.count("count_of_jobs", len(jobs)),
            )

    def _job(self, job: Action) -> tuple[Block, ...]:
        return (*job_blocks(job, self.teller), *after_job_blocks(job, self.teller))

    def _chapter(self, item: AgendaItem) -> Section:
        said = self._said_and_decided(item.id)
        return Section(
            heading=tidy(item.details.title),
            blocks=(*self._opening(item, has_more=bool(said)), *self._fixed(item), *said),
            ref=item.id,
            summary=self._summary(item.id),
        )

    def _opening(self, item: AgendaItem, *, has_more: bool) -> tuple[Block, ...]:
        """Who asked for the item, how open it was, and whether the group came to it."""
        proposer = item.details.proposer
        who = self.teller.proposer(proposer)
        if proposer.source is None:
            asked = self.teller.say("item_asked", who=self.teller.starting(who))
        else:
            asked = self.teller.say("item_came_from", who=who)
        how_open = _HOW_OPEN.get(item.details.how_open)
        became = self._what_became_of_it(item, has_more=has_more)
        return block_run(
            (
                *asked,
                *(() if self._is_told_below(item) else self.teller.told_how(proposer)),
                *(self.teller.say(how_open) if how_open else ()),
                *(self.teller.say(became) if became else ()),
            ),
            picture=tidy(item.details.picture) or "list",
            role=BlockRole.ASKED,
            ref=item.id,
        )

    def _fixed(self, item: AgendaItem) -> tuple[Block, ...]:
        """What could not be changed about the item, in the words in which it was written down (R05)."""
        label = self.teller.wording("fixed_label")
        return block_run(sentences(item.details.fixed), picture="lock", label=label)

    def _is_told_below(self, item: AgendaItem) -> bool:
        """Whether an idea or decision of the item has the same proposer, and tells how it came to us."""
        ideas = (idea.details.proposer for idea in self._ideas(item.id))
        decisions = (decision.details.proposer for decision in self._decisions(item.id))
        return item.details.proposer in chain(ideas, decisions)

    def _what_became_of_it(self, item: AgendaItem, *, has_more: bool) -> str:
        if item.state in _NOT_TALKED_ABOUT:
            return _NOT_TALKED_ABOUT[item.state]
        if has_more:
            return ""
        return "item_waiting" if item.state is ItemState.WAITING else "item_talked"

    def _said_and_decided(self, item_id: AgendaItemId | None) -> tuple[Block, ...]:
        came_of = {decision.details.from_idea_id: decision for decision in self.state.decisions.values()}
        told_there: dict[DecisionId, Idea] = {}
        around = Around(state=self.state, earlier=self.earlier)
        blocks: list[Block] = []
        for idea in self._ideas(item_id):
            decision = came_of.get(idea.details.joined_into or idea.id)
            if decision is not None and tells_its_idea(decision, idea, self.teller):
                told_there[decision.id] = idea
            else:
                blocks += idea_blocks(idea, self.teller, decision, around)
        for decision in self._decisions(item_id):
            actions, idea_told = self._actions(decision), told_there.get(decision.id)
            blocks += decision_blocks(
                decision, actions, self.teller, is_draft=self.is_draft, idea=idea_told, around=around
            )
        return tuple(blocks)

    def _ideas(self, item_id: AgendaItemId | None) -> list[Idea]:
        """The ideas of an item, those that were joined right after the one that they were joined into."""
        ideas = self.state.ideas
        places = {idea_id: place for place, idea_id in enumerate(ideas)}
        found = [idea for idea in ideas.values() if self._item_id(idea.details.item_id) == item_id]
        return sorted(found, key=lambda idea: places.get(idea.details.joined_into or idea.id, places[idea.id]))

    def _decisions(self, item_id: AgendaItemId | None) -> list[Decision]:
        decisions = self.state.decisions.values()
        return [decision for decision in decisions if self._item_id(decision.details.item_id) == item_id]

    def _actions(self, decision: Decision) -> list[Action]:
        return [action for action in self.state.actions.values() if action.details.decision_id == decision.id]

    def _item_id(self, item_id: AgendaItemId | None) -> AgendaItemId | None:
        """The item a line belongs to, or None if that item is no longer there."""
        return item_id if self.state.item(item_id) else None

    def _decision_id(self, action: Action) -> DecisionId | None:
        decision_id = action.details.decision_id
        return decision_id if decision_id in self.state.decisions else None

    def _summary(self, item_id: AgendaItemId | None) -> str:
        ideas, decisions = len(self._ideas(item_id)), len(self._decisions(item_id))
        count = self.teller.wording.count
        told = [count("count_of_ideas", ideas)] if ideas else []
        told += [count("count_of_decisions", decisions)] if decisions else []
        return self.teller.wording.joined(told)
