"""A meeting from its record: the same requests as in the room, in the order in which a meeting goes."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from coprod_desktop.domain import actions, agenda, decisions, ideas, meeting_setup, participation, turns
from coprod_desktop.domain.events import EndedBy, Event, Step, Through
from coprod_desktop.domain.ids import (
    ActionId,
    AgendaItemId,
    DecisionId,
    GroupId,
    IdeaId,
    MeetingId,
    PersonId,
    StepId,
    TurnId,
)
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    AgendaItemDetails,
    DecisionDetails,
    HowDecided,
    HowOpen,
    IdeaDetails,
    IdeaKind,
    IdeaOutcome,
    ItemState,
    NeededYes,
    Objection,
    Outcome,
    SaidHow,
    Votes,
    WordingChange,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting import Bounds, FixedBound, Job, MeetingDetails, MeetingKind, NextMeeting
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.replay import after_step
from coprod_desktop.services.new_ids import NewId
from coprod_desktop.services.record_people import day

Fields = Mapping[str, Any]


class RecordImport:
    """Turns the meeting of one clean record into one step. `ids` tells for each id of the file who or what it is."""

    def __init__(self, meeting_id: MeetingId, ids: Mapping[str, str], *, at: datetime, make_id: NewId) -> None:
        self._ids = ids
        self._at = at
        self._make_id = make_id
        self._events: list[Event] = []
        self.state = MeetingState(id=meeting_id)

    def step(self, said: Fields, group_id: GroupId) -> Step:
        """All that the record tells, as one step. Raises NotAllowed where a rule of the room is broken."""
        self._do(meeting_setup.open_meeting(self.state, group_id=group_id, details=_details(said)))
        self._do(meeting_setup.set_bounds(self.state, _bounds(said.get("bounds", {}))))
        self._who_came(said.get("attendance", ()))
        self._agenda(said.get("agenda", ()))
        for one in said.get("turns", ()):
            self._turn(one)
        self._ideas_and_decisions(said)
        for one in said.get("actions", ()):
            self._action(one)
        if "next_meeting" in said:
            self._do(meeting_setup.set_next_meeting(self.state, _next_meeting(said["next_meeting"])))
        self._do(meeting_setup.finish_meeting(self.state))
        # Undo passes over it: a meeting that was brought in is put away, not taken back.
        return Step(id=StepId(self._make_id()), at=self._at, events=tuple(self._events), is_automatic=True)

    def _do(self, events: tuple[Event, ...]) -> None:
        self._events.extend(events)
        self.state = after_step(self.state, Step(id=StepId(""), at=self._at, events=events))

    def _who_came(self, said: list[Fields]) -> None:
        self._do(participation.expect(self.state, [self._person(one["person"]) for one in said]))
        for one in said:
            who = self._person(one["person"])
            arrived_at, left_at = one.get("arrived_at", ""), one.get("left_at", "")
            if one["sorry"] and not arrived_at and not left_at:
                self._do(participation.send_sorry(self.state, who))
            else:
                self._do(participation.arrive(self.state, who, at=arrived_at))
            if "perspective" in one:
                self._do(participation.say_perspective(self.state, who, (Perspective(one["perspective"]),)))
            self._do(participation.take_jobs(self.state, who, tuple(Job(job) for job in one.get("jobs", ()))))
            if left_at:
                self._do(participation.leave(self.state, who, at=left_at))

    def _agenda(self, said: list[Fields]) -> None:
        for one in said:
            item_id = AgendaItemId(self._ids[one["id"]])
            details = AgendaItemDetails(
                title=one["title"],
                proposer=self._proposer(one["proposed_by"]),
                how_open=HowOpen(one["how_open"]),
                minutes_wanted=one.get("minutes_wanted"),
                picture=one.get("symbol", ""),
            )
            self._do(agenda.propose_item(self.state, item_id=item_id, details=details))
            self._do(agenda.close_item(self.state, item_id, ItemState(one["state"])))

    def _turn(self, said: Fields) -> None:
        started = turns.record_turn(
            self.state,
            turn_id=TurnId(self._make_id()),
            person_id=self._person(said["person"]),
            item_id=AgendaItemId(self._ids[said["item"]]) if "item" in said else None,
            started_at=said["started_at"],
            ended_at=said["ended_at"],
            used_ms=_used_ms(said),
            allowed_seconds=said.get("allowed_seconds"),
            paused_seconds=said["paused_seconds"],
            ended_by=EndedBy(said["ended_by"]),
            with_people=self._people(said, "with_people"),
            through=Through(said["through"]) if "through" in said else None,
        )
        self._do(started)

    def _ideas_and_decisions(self, said: Fields) -> None:
        for one in said.get("ideas", ()):
            self._do(
                ideas.record_idea(
                    self.state, idea_id=IdeaId(self._ids[one["id"]]), words=_words(one), details=self._idea(one)
                )
            )
        for one in said.get("decisions", ()):
            decision_id = DecisionId(self._ids[one["id"]])
            self._do(
                decisions.record_decision(
                    self.state, decision_id=decision_id, words=_words(one), details=self._decision(one)
                )
            )
        for one in said.get("ideas", ()):
            # The record says what became of an idea, also where a decision would settle it by itself.
            self._do(ideas.change_idea(self.state, IdeaId(self._ids[one["id"]]), _words(one), self._idea(one)))

    def _idea(self, said: Fields) -> IdeaDetails:
        return IdeaDetails(
            proposer=self._proposer(said["proposed_by"]),
            item_id=AgendaItemId(self._ids[said["item"]]) if "item" in said else None,
            picture=said.get("symbol", ""),
            kind=IdeaKind(said["kind"]),
            said_how=SaidHow(said["said_how"]),
            outcome=IdeaOutcome(said["outcome"]),
            reason=said.get("reason", ""),
            passed_on_to=said.get("passed_on_to", ""),
            recorder_id=self._person(said["recorded_by"]) if "recorded_by" in said else None,
        )

    def _decision(self, said: Fields) -> DecisionDetails:
        return DecisionDetails(
            proposer=self._proposer(said["proposed_by"]),
            outcome=Outcome(said["outcome"]),
            item_id=AgendaItemId(self._ids[said["item"]]) if "item" in said else None,
            from_idea_id=IdeaId(self._ids[said["from_idea"]]) if "from_idea" in said else None,
            picture=said.get("symbol", ""),
            supported_by=self._people(said, "supported_by"),
            built_on_by=self._people(said, "built_on_by"),
            stood_aside=self._people(said, "stood_aside"),
            how_decided=HowDecided(said["how_decided"]) if "how_decided" in said else None,
            votes=_votes(said["votes"]) if "votes" in said else None,
            reason=said.get("reason", ""),
            objections=tuple(self._objection(one) for one in said.get("objections", ())),
            wording_changed=_wording_change(said["wording_changed"]) if "wording_changed" in said else None,
            decided_at=said.get("decided_at", ""),
            review_on=day(said, "review_on"),
            conditions=tuple(said.get("conditions", ())),
            needs_yes_from=tuple(_needed_yes(one) for one in said.get("needs_yes_from", ())),
            for_now_until=day(said, "for_now_until"),
        )

    def _action(self, said: Fields) -> None:
        details = ActionDetails(
            decision_id=DecisionId(self._ids[said["decision"]]) if "decision" in said else None,
            picture=said.get("symbol", ""),
            owners=self._people(said, "owners"),
            due_on=day(said, "due_on"),
            state=ActionState(said["state"]),
            result=said.get("result", ""),
        )
        action_id = ActionId(self._ids[said["id"]])
        self._do(actions.agree_action(self.state, action_id=action_id, words=_words(said), details=details))

    def _objection(self, said: Fields) -> Objection:
        return Objection(text=said["text"], by=self._proposer(said["by"]) if "by" in said else None)

    def _proposer(self, said: Fields) -> Proposer:
        return Proposer(
            people=self._people(said, "people"),
            source=Source(said["source"]) if "source" in said else None,
            on_behalf_of=said.get("on_behalf_of", ""),
            note=said.get("note", ""),
        )

    def _person(self, local_id: str) -> PersonId:
        return PersonId(self._ids[local_id])

    def _people(self, said: Fields, key: str) -> tuple[PersonId, ...]:
        return tuple(self._person(one) for one in said.get(key, ()))


def _details(said: Fields) -> MeetingDetails:
    return MeetingDetails(
        title=said["title"],
        held_on=date.fromisoformat(said["date"]),
        kind=MeetingKind(said["kind"]),
        starts_at=said.get("starts_at", ""),
        ends_at=said.get("ends_at", ""),
        venue=said.get("venue", ""),
        purpose=said.get("purpose", ""),
        invitations_sent_on=day(said, "invitations_sent_on"),
    )


def _bounds(said: Fields) -> Bounds:
    fixed = (
        FixedBound(what=one["what"], by_whom=one.get("by_whom", ""), why=one.get("why", ""))
        for one in said.get("fixed", ())
    )
    return Bounds(open=tuple(said.get("open", ())), fixed=tuple(fixed))


def _next_meeting(said: Fields) -> NextMeeting:
    return NextMeeting(held_on=day(said, "date"), starts_at=said.get("starts_at", ""), venue=said.get("venue", ""))


def _words(said: Fields) -> Words:
    return Words(text=said["text"], easy_text=said.get("easy_text", ""))


def _votes(said: Fields) -> Votes:
    return Votes(
        yes=said.get("for"), no=said.get("against"), unsure=said.get("unsure"), more_time=said.get("more_time")
    )


def _wording_change(said: Fields) -> WordingChange:
    return WordingChange(first_words=said["from"], agreed_by_proposer=said.get("agreed_by_proposer"))


def _needed_yes(said: Fields) -> NeededYes:
    return NeededYes(
        who=said["who"],
        asked_on=day(said, "asked_on"),
        answer=YesAnswer(said["answer"]),
        reason=said.get("reason", ""),
        answered_on=day(said, "answered_on"),
    )


def _used_ms(said: Fields) -> int:
    try:
        started, ended = datetime.fromisoformat(said["started_at"]), datetime.fromisoformat(said["ended_at"])
        if (started.tzinfo is None) is not (ended.tzinfo is None):  # only one of them tells its zone: it is the same
            started, ended = started.replace(tzinfo=None), ended.replace(tzinfo=None)
        length = ended - started
    except (ValueError, TypeError, OverflowError):
        return 0
    paused_seconds: int = said["paused_seconds"]
    return max(0, round(length.total_seconds() * 1000) - paused_seconds * 1000)
