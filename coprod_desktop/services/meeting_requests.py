"""What people can ask of a running meeting, one method per request; the rules are the domain's."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from coprod_desktop.domain import (
    actions,
    agenda,
    agenda_order,
    decision_answers,
    decisions,
    ideas,
    late_start,
    like_ideas,
    meeting_setup,
    participation,
    pauses,
    taking_back,
    telling,
)
from coprod_desktop.domain.after_events import AnswerTold
from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, IdeaId, PersonId
from coprod_desktop.domain.late_start import NewLength
from coprod_desktop.domain.lines import (
    ActionDetails,
    AgendaItemDetails,
    DecisionDetails,
    DidItHelp,
    IdeaDetails,
    IdeaOutcome,
    ItemState,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting import Bounds, Job, MeetingDetails, NextMeeting
from coprod_desktop.domain.meeting_state import Action, MeetingState
from coprod_desktop.domain.new_meaning import back_on_the_agenda
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Source
from coprod_desktop.domain.room import FixedEnd, OrderedBy, PlannedBreak
from coprod_desktop.services.clock import local_time, today
from coprod_desktop.services.live_meeting import LiveMeeting


class MeetingRequests:
    """The requests about one meeting but its turns. Each is one step; it raises NotAllowed or StorageFault."""

    def __init__(self, live: LiveMeeting) -> None:
        self._live = live

    # Set-up

    def change_details(self, details: MeetingDetails) -> None:
        """Change what, when or where."""
        self._live.record(meeting_setup.change_details(self._live.state, details))

    def set_bounds(self, bounds: Bounds) -> None:
        """Write down what is open and what is fixed."""
        self._live.record(meeting_setup.set_bounds(self._live.state, bounds))

    def set_next_meeting(self, next_meeting: NextMeeting | None) -> None:
        """Say when and where the group meets next."""
        self._live.record(meeting_setup.set_next_meeting(self._live.state, next_meeting))

    def finish(self) -> None:
        """Close the meeting."""
        self._live.record(meeting_setup.finish_meeting(self._live.state))

    def reopen(self) -> None:
        """Open the finished meeting again."""
        self._live.record(meeting_setup.reopen_meeting(self._live.state))

    def put_away(self) -> None:
        """Put the meeting out of sight."""
        self._live.record(meeting_setup.put_away(self._live.state))

    def bring_back(self) -> None:
        """Bring the meeting back into sight."""
        self._live.record(meeting_setup.bring_back(self._live.state))

    # Who is here

    def expect(self, people: Sequence[PersonId]) -> None:
        """Put people on this meeting's list."""
        self._live.record(participation.expect(self._live.state, people))

    def arrive(self, person_id: PersonId, *, perspectives: tuple[Perspective, ...] | None = None) -> None:
        """Note that a person is here."""
        events = participation.arrive(self._live.state, person_id, at=self._now(), perspectives=perspectives)
        self._live.record(events)

    def say_coming(self, person_id: PersonId) -> None:
        """Note that a person answered the invitation with yes."""
        self._live.record(participation.say_coming(self._live.state, person_id))

    def forget_reply(self, person_id: PersonId) -> None:
        """Note that a person has not answered after all."""
        self._live.record(participation.forget_reply(self._live.state, person_id))

    def leave(self, person_id: PersonId) -> None:
        """Note that a person went home."""
        self._live.record(participation.leave(self._live.state, person_id, at=self._now()))

    def send_sorry(self, person_id: PersonId) -> None:
        """Note that a person cannot come."""
        self._live.record(participation.send_sorry(self._live.state, person_id))

    def take_off(self, person_id: PersonId) -> None:
        """Take a person off this meeting's list."""
        self._live.record(participation.take_off(self._live.state, person_id))

    def say_perspective(self, person_id: PersonId, perspectives: tuple[Perspective, ...]) -> None:
        """Note where a person says they speak from today."""
        self._live.record(participation.say_perspective(self._live.state, person_id, perspectives))

    def take_jobs(self, person_id: PersonId, jobs: tuple[Job, ...]) -> None:
        """Note what a person does for this meeting."""
        self._live.record(participation.take_jobs(self._live.state, person_id, jobs))

    # Agenda

    def propose_item(self, details: AgendaItemDetails) -> AgendaItemId:
        """Put something on the agenda."""
        item_id = AgendaItemId(self._new())
        self._live.record(agenda.propose_item(self._live.state, item_id=item_id, details=details))
        return item_id

    def change_item(self, item_id: AgendaItemId, details: AgendaItemDetails) -> None:
        """Reword an item or put its proposer, minutes or picture right."""
        self._live.record(agenda.change_item(self._live.state, item_id, details))

    def move_item(self, item_id: AgendaItemId, *, by: int) -> None:
        """Move an item up (-1) or down (1)."""
        self._live.record(agenda.move_item(self._live.state, item_id, by=by))

    def open_item(self, item_id: AgendaItemId) -> None:
        """Begin to talk about an item."""
        self._live.record(agenda.open_item(self._live.state, item_id))

    def close_item(self, item_id: AgendaItemId, outcome: ItemState = ItemState.DISCUSSED) -> None:
        """Finish an item, keep it for later, carry it over or say that it was not reached."""
        self._live.record(agenda.close_item(self._live.state, item_id, outcome))

    def bring_item_back(self, item_id: AgendaItemId) -> None:
        """Put an item on the agenda again."""
        self._live.record(agenda.bring_item_back(self._live.state, item_id))

    def split_item(self, item_id: AgendaItemId, titles: Sequence[str]) -> None:
        """Make several items of one."""
        new_ids = [AgendaItemId(self._new()) for _ in titles[1:]]
        self._live.record(agenda_order.split_item(self._live.state, item_id, titles, new_ids))

    def merge_items(self, item_id: AgendaItemId, others: Sequence[AgendaItemId], title: str = "") -> None:
        """Put other items together with this one; every proposer and source is kept."""
        self._live.record(agenda_order.merge_items(self._live.state, item_id, others, title))

    def order_items(self, counts: Mapping[AgendaItemId, int], ordered_by: OrderedBy) -> None:
        """Put the items that wait in the order of their dots or hands."""
        self._live.record(agenda_order.order_items(self._live.state, counts, ordered_by))

    def shorten_items(self, lengths: Sequence[NewLength]) -> None:
        """Give items the shorter minutes that people chose after a late start."""
        self._live.record(late_start.shorten(self._live.state, lengths))

    def put_off_items(self, item_ids: Sequence[AgendaItemId], outcome: ItemState) -> None:
        """Keep several items for later, or carry them over."""
        self._live.record(late_start.put_off(self._live.state, item_ids, outcome))

    def plan_times(self, breaks: tuple[PlannedBreak, ...], fixed_ends: tuple[FixedEnd, ...]) -> None:
        """Write down all planned breaks and all times that cannot move, in one step."""
        state = self._live.state
        self._live.record((*pauses.plan_breaks(state, breaks), *pauses.set_fixed_ends(state, fixed_ends)))

    def end_later(self, at: int) -> None:
        """End the meeting later, at this minute after the midnight of its day."""
        self._live.record(late_start.end_later(self._live.state, at, now=self._now()))

    # Ideas, decisions, actions

    def record_idea(self, words: Words, details: IdeaDetails) -> IdeaId:
        """Put an idea into the record."""
        idea_id = IdeaId(self._new())
        ticketed = self._with_ticket(replace(details, recorder_id=details.recorder_id or self._who_types()))
        self._live.record(ideas.record_idea(self._live.state, idea_id=idea_id, words=words, details=ticketed))
        return idea_id

    def record_ideas(self, said: Sequence[tuple[Words, IdeaDetails]]) -> tuple[IdeaId, ...]:
        """Put several ideas into the record, such as the answers of a survey."""
        who = self._who_types()
        recorded = [
            (IdeaId(self._new()), words, replace(details, recorder_id=details.recorder_id or who))
            for words, details in said
        ]
        self._live.record(ideas.record_ideas(self._live.state, recorded))
        return tuple(idea_id for idea_id, _words, _details in recorded)

    def change_idea(self, idea_id: IdeaId, words: Words, details: IdeaDetails) -> None:
        """Put the words of an idea right, or anything else of it."""
        idea = self._live.state.ideas.get(idea_id)
        ticketed = details if idea is None or idea.details.ticket is not None else self._with_ticket(details)
        self._live.record(ideas.change_idea(self._live.state, idea_id, words, ticketed))

    def settle_idea(self, idea_id: IdeaId, outcome: IdeaOutcome, *, reason: str = "", passed_on_to: str = "") -> None:
        """Say what becomes of an idea, other than a decision."""
        events = ideas.settle_idea(self._live.state, idea_id, outcome, reason=reason, passed_on_to=passed_on_to)
        self._live.record(events)

    def join_ideas(self, idea_id: IdeaId, others: Sequence[IdeaId]) -> None:
        """Let other ideas go on with this one; each keeps its words and its people."""
        self._live.record(like_ideas.join_ideas(self._live.state, idea_id, others))

    def part_idea(self, idea_id: IdeaId) -> None:
        """Let an idea go its own way again."""
        self._live.record(like_ideas.part_idea(self._live.state, idea_id))

    def take_up_idea(self, earlier: MeetingState, idea_id: IdeaId, item_id: AgendaItemId | None = None) -> IdeaId:
        """Talk again about an idea of an earlier meeting."""
        new_ids = [IdeaId(self._new()) for _ in range(like_ideas.how_many_taken_up(earlier, idea_id))]
        self._live.record(
            like_ideas.take_up(
                self._live.state, new_ids, earlier, idea_id, item_id=item_id, recorder_id=self._who_types()
            )
        )
        return new_ids[0]

    def record_decision(
        self, words: Words, details: DecisionDetails, *, actions: Sequence[tuple[Words, ActionDetails]] = ()
    ) -> DecisionId:
        """Put a decision into the record, with the actions that follow from it."""
        decision_id = DecisionId(self._new())
        promised = [Action(id=ActionId(self._new()), words=said, details=what) for said, what in actions]
        self._live.record(
            decisions.record_decision(
                self._live.state,
                decision_id=decision_id,
                words=words,
                details=details,
                actions=promised,
                at=self._now(),
            )
        )
        return decision_id

    def change_decision(
        self,
        decision_id: DecisionId,
        words: Words,
        details: DecisionDetails,
        *,
        changes_meaning: bool = False,
        agreed_by_proposer: bool | None = None,
        is_not_here: bool = False,
    ) -> None:
        """Change the words of a decision, or anything else of it; the first words or the agreed ones stay in sight.

        A new meaning after the meeting goes back on the agenda in the same step.
        """
        state = self._live.state
        changed = decisions.change_decision(
            state,
            decision_id,
            words,
            details,
            changes_meaning=changes_meaning,
            agreed_by_proposer=agreed_by_proposer,
            is_not_here=is_not_here,
            on=today(self._live.workplace.clock),
        )
        means_more = changes_meaning and words != state.decisions[decision_id].words
        back = back_on_the_agenda(state, words, details, AgendaItemId(self._new())) if means_more else ()
        self._live.record((*changed, *back))

    def answer_new_words(
        self, decision_id: DecisionId, agreed_by_proposer: bool | None, *, is_not_here: bool = False
    ) -> None:
        """Note what the proposer says to words that were changed, or that they are not here."""
        state = self._live.state
        self._live.record(
            decision_answers.answer_new_words(state, decision_id, agreed_by_proposer, is_not_here=is_not_here)
        )

    def others_asked(self, decision_id: DecisionId, place: int, on: date | None = None) -> None:
        """Note that somebody who must also say yes was asked, today or on another day."""
        day = on or today(self._live.workplace.clock)
        self._live.record(decision_answers.others_asked(self._live.state, decision_id, place, day))

    def others_said(
        self, decision_id: DecisionId, place: int, answer: YesAnswer, *, reason: str = "", on: date | None = None
    ) -> None:
        """Note what somebody who must also say yes has answered, and why."""
        said = decision_answers.others_said(self._live.state, decision_id, place, answer, reason=reason, on=on)
        self._live.record(said)

    def agree_action(self, words: Words, details: ActionDetails) -> ActionId:
        """Put a promise into the record."""
        action_id = ActionId(self._new())
        self._live.record(actions.agree_action(self._live.state, action_id=action_id, words=words, details=details))
        return action_id

    def tell_answers(self, answers: Sequence[AnswerTold]) -> None:
        """Note that people heard what happened to their ideas."""
        self._live.record(telling.tell_answers(self._live.state, answers))

    def change_action(self, action_id: ActionId, words: Words, details: ActionDetails) -> None:
        """Put the words of an action right, who does it, by when, or how it went."""
        self._live.record(actions.change_action(self._live.state, action_id, words, details))

    def say_no_thank_you(self, action_id: ActionId, person_id: PersonId) -> None:
        """Take somebody off a job that they do not want; nothing else is kept."""
        self._live.record(actions.say_no_thank_you(self._live.state, action_id, person_id))

    def say_helped(self, action_id: ActionId, said: DidItHelp, *, ask_on: date | None = None) -> None:
        """Note whether an action that was done has helped, and when it is asked again."""
        self._live.record(actions.say_helped(self._live.state, action_id, said, ask_on=ask_on))

    def take_back_idea(self, idea_id: IdeaId, *, by: PersonId | None = None) -> None:
        """Withdraw an idea in the open; it stays in the record (R19)."""
        self._live.record(taking_back.take_back_idea(self._live.state, idea_id, by=by))

    def take_back_decision(self, decision_id: DecisionId, *, by: PersonId | None = None) -> None:
        """Withdraw a decision in the open; its idea waits again."""
        self._live.record(taking_back.take_back_decision(self._live.state, decision_id, by=by))

    def take_back_objection(self, decision_id: DecisionId, position: int, *, by: PersonId | None = None) -> None:
        """Withdraw in the open what somebody said against a decision; `position` counts from 0."""
        self._live.record(taking_back.take_back_objection(self._live.state, decision_id, position, by=by))

    def _with_ticket(self, details: IdeaDetails) -> IdeaDetails:
        """The idea with the number by which it is answered, if its people do not want to be named (R14)."""
        group_id = self._live.state.group_id
        if details.ticket is not None or Source.UNNAMED not in details.proposer.sources or group_id is None:
            return details
        return replace(details, ticket=self._live.workplace.next_ticket(group_id))

    def _who_types(self) -> PersonId | None:
        return ideas.who_types(self._live.state)

    def _now(self) -> str:
        return local_time(self._live.workplace.clock)

    def _new(self) -> str:
        return self._live.workplace.new_id()
