"""A meeting as a record: what the program knows of it, in the words of the file format, with all defaults told."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import (
    DecisionDetails,
    IdeaDetails,
    IdeaOutcome,
    ItemState,
    NeededYes,
    Objection,
    Votes,
    WordingChange,
    Words,
)
from coprod_desktop.domain.meeting import Bounds, MeetingDetails, NextMeeting
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Attendance, Decision, Idea, MeetingState, Turn
from coprod_desktop.domain.person import MinutesChoice, NamedAs, Person
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.record_names import RecordNames

Fields = dict[str, Any]

TAKEN_OUT = "Some private words were taken out."
TAKEN_BACK = "This was taken back."
"""What stands in a record for words that are gone, and with what was taken back in the open."""

NAME_OF_NOBODY = "Someone who did not want to be named"
"""What stands for a person whose name was erased (DP-06)."""


class RecordExport:
    """Writes one meeting as a record. `people` are those who are still known, by id.

    The format has no place for what a group keeps for its room (agreement, cards, steps), for how turns are timed for
    a person, nor for much that is written down beforehand (how open a thing is, why now, food, money for taking part):
    these are left out, and `record_left_out` names them.
    """

    def __init__(self, names: RecordNames, people: Mapping[PersonId, Person]) -> None:
        self._names = names
        self._people = people

    def record(self, state: MeetingState, group: Group) -> Fields:
        """The record of a meeting that was opened."""
        return {
            "format": "coprod-meeting-record",
            "version": 1,
            "group": _group(group),
            "people": [self._person(who) for who in self._names.people],
            "meeting": self._meeting(state),
        }

    def _meeting(self, state: MeetingState) -> Fields:
        return _told(
            **(_details(state.details) if state.details else {}),
            bounds=_bounds(state.bounds),
            attendance=[self._attendance(one) for one in state.attendance.values() if one.came or one.is_sorry],
            agenda=[self._item(item) for item in state.agenda],
            turns=[self._turn(turn) for turn in state.turns.values() if turn.is_over],
            ideas=[self._idea(idea) for idea in state.ideas.values()],
            decisions=[self._decision(decision) for decision in state.decisions.values()],
            actions=[self._action(action) for action in state.actions.values()],
            next_meeting=_next_meeting(state.next_meeting),
        )

    def _person(self, person_id: PersonId) -> Fields:
        local_id = self._names.of("person", person_id)
        person = self._people.get(person_id)
        if person is None:
            return {"id": local_id, "name": NAME_OF_NOBODY, "named_as": NamedAs.UNNAMED.value}
        return _told(
            id=local_id,
            name=person.name,
            named_as=person.named_as.value,
            chosen_name=person.chosen_name,
            perspectives=[one.value for one in person.perspectives],
            brings=list(person.brings),
            needs=[
                _told(code=need.code, detail=need.detail, may_share=need.may_share, consent_on=_day(need.consent_on))
                for need in person.needs
            ],
            minutes=_minutes(person.minutes) if person.minutes else None,
            pronoun=person.pronoun,
        )

    def _attendance(self, seen: Attendance) -> Fields:
        return _told(
            person=self._names.of("person", seen.person_id),
            perspective=seen.perspectives[0].value if seen.perspectives else None,
            jobs=[job.value for job in seen.jobs],
            sorry=seen.is_sorry,
            arrived_at=seen.arrived_at,
            left_at=seen.left_at,
        )

    def _item(self, item: AgendaItem) -> Fields:
        return _told(
            id=self._names.of("item", item.id),
            title=item.details.title or TAKEN_OUT,
            proposed_by=self._proposer(item.details.proposer),
            how_open=item.details.how_open.value,
            minutes_wanted=item.details.minutes_wanted,
            symbol=item.details.picture,
            state=_ENDS.get(item.state, item.state).value,
        )

    def _turn(self, turn: Turn) -> Fields:
        told = _told(
            person=self._names.of("person", turn.person_id),
            item=self._link("item", turn.item_id),
            paused_seconds=turn.paused_seconds,
            allowed_seconds=turn.allowed_seconds,
            ended_by=turn.ended_by.value if turn.ended_by else None,
            with_people=self._ids(turn.with_people),
            through=turn.through.value if turn.through else None,
        )
        return {**told, "started_at": turn.started_at, "ended_at": turn.ended_at}

    def _idea(self, idea: Idea) -> Fields:
        details = idea.details
        return _told(
            id=self._names.of("idea", idea.id),
            item=self._link("item", details.item_id),
            **_words(idea.words),
            symbol=details.picture,
            proposed_by=self._proposer(details.proposer),
            **_answer(details),
            kind=details.kind.value,
            said_how=details.said_how.value,
            passed_on_to=details.passed_on_to,
            recorded_by=self._link("person", details.recorder_id),
        )

    def _decision(self, decision: Decision) -> Fields:
        details = decision.details
        return _told(
            id=self._names.of("decision", decision.id),
            item=self._link("item", details.item_id),
            from_idea=self._link("idea", details.from_idea_id),
            **_words(decision.words),
            symbol=details.picture,
            proposed_by=self._proposer(details.proposer),
            supported_by=self._ids(details.supported_by),
            built_on_by=self._ids(details.built_on_by),
            stood_aside=self._ids(details.stood_aside),
            objections=[
                _told(by=self._proposer(one.by) if one.by else None, text=_objection(one)) for one in details.objections
            ],
            **_settled(details, without_words="" if decision.words.text else TAKEN_OUT),
        )

    def _action(self, action: Action) -> Fields:
        details = action.details
        return _told(
            id=self._names.of("action", action.id),
            decision=self._link("decision", details.decision_id),
            **_words(action.words),
            symbol=details.picture,
            owners=self._ids(details.owners),
            due_on=_day(details.due_on),
            state=details.state.value,
            result=details.result,
        )

    def _proposer(self, proposer: Proposer) -> Fields:
        return _told(
            people=self._ids(proposer.people),
            source=proposer.source.value if proposer.source else None,
            on_behalf_of=proposer.on_behalf_of,
            note=proposer.note,
        )

    def _ids(self, people: Iterable[PersonId]) -> list[str]:
        return [self._names.of("person", one) for one in people]

    def _link(self, kind: str, entity_id: str | None) -> str | None:
        if entity_id is None or not self._names.has(kind, entity_id):
            return None
        return self._names.of(kind, entity_id)


_ENDS = {ItemState.WAITING: ItemState.NOT_REACHED, ItemState.NOW: ItemState.DISCUSSED}
"""A meeting that is still open is told as if it ended now."""


def _told(**fields: Any) -> Fields:
    return {key: value for key, value in fields.items() if value is not None and value not in ("", [], {})}


def _group(group: Group) -> Fields:
    return _told(
        name=group.name,
        what_coproduction_means_to_us=group.meaning,
        contact=group.contact,
        perspective_labels={key.value: label for key, label in group.perspective_labels.items()},
        words=[{"term": word.term, "means": word.means} for word in group.words],
        language=group.language,
    )


def _minutes(choice: MinutesChoice) -> Fields:
    size_pt = choice.size_pt
    return _told(
        format=choice.format.value,
        size_pt=int(size_pt) if size_pt is not None and size_pt == int(size_pt) else size_pt,
        pictures=choice.pictures,
        paper=choice.paper,
    )


def _details(details: MeetingDetails) -> Fields:
    return _told(
        title=details.title,
        kind=details.kind.value,
        date=_day(details.held_on),
        starts_at=details.starts_at,
        ends_at=details.ends_at,
        venue=details.venue,
        purpose=details.purpose,
        invitations_sent_on=_day(details.invitations_sent_on),
    )


def _bounds(bounds: Bounds) -> Fields:
    fixed = [_told(what=one.what, by_whom=one.by_whom, why=one.why) for one in bounds.fixed]
    return _told(open=list(bounds.open), fixed=fixed)


def _next_meeting(told: NextMeeting | None) -> Fields | None:
    return _told(date=_day(told.held_on), starts_at=told.starts_at, venue=told.venue) if told else None


def _words(words: Words) -> Fields:
    return {"text": words.text or TAKEN_OUT, "easy_text": words.easy_text}


def _answer(details: IdeaDetails) -> Fields:
    """The outcome and its reason; the format has no place for an idea that was taken back but this."""
    if details.outcome is IdeaOutcome.TAKEN_BACK:
        return {
            "outcome": IdeaOutcome.NOT_TAKEN_UP.value,
            "reason": " ".join(filter(None, (TAKEN_BACK, details.reason))),
        }
    return {"outcome": details.outcome.value, "reason": details.reason}


def _objection(objection: Objection) -> str:
    text = objection.text or TAKEN_OUT
    return f"{text} {TAKEN_BACK}" if objection.is_taken_back else text


def _settled(details: DecisionDetails, *, without_words: str) -> Fields:
    return {
        "outcome": details.outcome.value,
        "how_decided": details.how_decided.value if details.how_decided else None,
        "votes": _votes(details.votes),
        "reason": details.reason,
        "wording_changed": _wording_change(details.wording_changed, without_words),
        "decided_at": details.decided_at,
        "review_on": _day(details.review_on),
        "conditions": [one or TAKEN_OUT for one in details.conditions],
        "needs_yes_from": [_needed_yes(one) for one in details.needs_yes_from],
        "for_now_until": _day(details.for_now_until),
    }


def _votes(votes: Votes | None) -> Fields | None:
    if votes is None:
        return None
    return _told(**{"for": votes.yes, "against": votes.no, "unsure": votes.unsure, "more_time": votes.more_time})


def _wording_change(change: WordingChange | None, without_words: str) -> Fields | None:
    if change is None:
        return None
    return {"from": change.first_words or without_words, **_told(agreed_by_proposer=change.agreed_by_proposer)}


def _needed_yes(needed_yes: NeededYes) -> Fields:
    return _told(
        who=needed_yes.who or TAKEN_OUT,
        asked_on=_day(needed_yes.asked_on),
        answer=needed_yes.answer.value,
        reason=needed_yes.reason,
        answered_on=_day(needed_yes.answered_on),
    )


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
