"""One meeting in which every kind of event happens, with each field filled at least once."""

from datetime import date

from coprod_desktop.domain import after_events as after_ev
from coprod_desktop.domain import events as ev
from coprod_desktop.domain import room
from coprod_desktop.domain import room_events as room_ev
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
    BetweenMeetings,
    DecisionDetails,
    DidItHelp,
    EarlierLine,
    Helped,
    HowDecided,
    HowOpen,
    IdeaDetails,
    IdeaKind,
    IdeaOutcome,
    ItemState,
    MadeEasier,
    Medium,
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
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer, Source

AMIRA, BEN, CLEO = PersonId("amira"), PersonId("ben"), PersonId("cleo")
RAMP, TEA = AgendaItemId("ramp"), AgendaItemId("tea")
FIRST_TURN = TurnId("turn-1")
IDEA, DECISION, ACTION = IdeaId("idea"), DecisionId("decision"), ActionId("action")
LIKE = IdeaId("like")
UNDONE_STEP = StepId("step-00039")
"""The step of `ActionAgreed` for a second action, when each event of `EVENTS` is one step."""


def _item(title: str) -> AgendaItemDetails:
    proposer = Proposer(people=(AMIRA, BEN), source=Source.SECOND_HAND, on_behalf_of="Jo", note="by phone")
    return AgendaItemDetails(
        title=title, proposer=proposer, how_open=HowOpen.ADVISE, minutes_wanted=15, picture="wheelchair"
    )


def _decision(outcome: Outcome) -> DecisionDetails:
    return DecisionDetails(
        proposer=Proposer(people=(AMIRA,)),
        outcome=outcome,
        item_id=RAMP,
        from_idea_id=IDEA,
        picture="ramp",
        supported_by=(BEN, CLEO),
        built_on_by=(CLEO,),
        stood_aside=(BEN,),
        how_decided=HowDecided.THUMBS,
        votes=Votes(yes=5, no=0, unsure=1),
        reason="People cannot get in.",
        objections=(
            Objection(text="It costs too much.", by=Proposer(source=Source.UNNAMED)),
            Objection(text="No.", is_taken_back=True),
        ),
        wording_changed=WordingChange(first_words="A ramp!", agreed_by_proposer=True, is_not_here=True),
        decided_at="2026-05-01T11:20:00+01:00",
        review_on=date(2026, 8, 1),
        conditions=("If the council pays.",),
        needs_yes_from=(NeededYes(who="The council", asked_on=date(2026, 5, 2), answer=YesAnswer.NO, reason="Money"),),
        for_now_until=date(2026, 9, 1),
        open_until=date(2026, 5, 9),
        tried_by=(AMIRA,),
        tried_words="She tried the one at the pool.",
        told_us="At the drop-in: the step is too high.",
        is_until_asked=True,
        between=BetweenMeetings(asked=(BEN,), how="By phone", not_asked=(CLEO,)),
        reopens=EarlierLine(meeting_id=MeetingId("before"), line_id="old decision"),
        made_easier=MadeEasier(agreed_words="A ramp of the usual width", made_on=date(2026, 5, 4)),
    )


EVENTS: tuple[ev.Event, ...] = (
    ev.MeetingOpened(
        group_id=GroupId("group"),
        details=MeetingDetails(title="Doors", held_on=date(2026, 5, 1)),
        follows_id=MeetingId("before"),
    ),
    ev.MeetingDetailsChanged(
        details=MeetingDetails(
            title="Doors for all",
            held_on=date(2026, 5, 2),
            kind=MeetingKind.DROP_IN,
            starts_at="2026-05-02T10:00:00+01:00",
            ends_at="about noon",
            venue="Library",
            purpose="To get in.\nAll of us.",
            invitations_sent_on=date(2026, 4, 20),
            venue_id="hall",
            food="Soup and bread.",
            taking_part_money="Fares are paid before the day.",
            own_time_at="9:30am",
            is_without_decisions=True,
        )
    ),
    ev.BoundsSet(
        bounds=Bounds(
            open=("The doors",),
            fixed=(FixedBound(what="The money", by_whom="The council", why="Law"),),
            how_open=(HowOpen.ADVISE,),
            not_given_up=("The bus",),
            why_now="The lease ends.",
            hoped_gain="Fewer calls.",
        )
    ),
    ev.NextMeetingSet(next_meeting=NextMeeting(held_on=date(2026, 6, 6), starts_at="10", venue="Hall")),
    ev.PersonExpected(person_id=AMIRA),
    ev.PersonArrived(person_id=AMIRA, at="2026-05-02T09:55:00+01:00"),
    ev.PersonArrived(person_id=BEN),
    ev.PersonReplied(person_id=CLEO, is_coming=True),
    ev.PersonSentSorry(person_id=CLEO),
    ev.PersonTakenOff(person_id=CLEO),
    ev.PerspectiveSaid(person_id=AMIRA, perspectives=(Perspective.LIVED_EXPERIENCE, Perspective.CARER)),
    ev.JobsTaken(person_id=BEN, jobs=(Job.CHAIR, Job.LAPTOP)),
    ev.AgendaItemProposed(item_id=RAMP, details=_item("A ramp")),
    ev.AgendaItemProposed(item_id=TEA, details=_item("Tea")),
    ev.AgendaItemChanged(item_id=RAMP, details=_item("A ramp at the door")),
    ev.AgendaItemMoved(item_id=TEA, position=0),
    ev.AgendaItemOpened(item_id=TEA),
    ev.AgendaItemClosed(item_id=TEA, state=ItemState.PARKED),
    ev.AgendaItemBroughtBack(item_id=TEA),
    ev.AgendaItemOpened(item_id=RAMP),
    ev.HandRaised(person_id=BEN),
    ev.HandLowered(person_id=BEN),
    ev.TurnLengthSet(seconds=120),
    ev.ClocksTakenAway(),
    ev.ClocksBroughtBack(),
    ev.TurnStarted(
        turn_id=FIRST_TURN,
        person_id=AMIRA,
        started_at="2026-05-02T10:10:00+01:00",
        item_id=RAMP,
        allowed_seconds=120,
        perspectives=(Perspective.LIVED_EXPERIENCE,),
        with_people=(BEN,),
        through=ev.Through.INTERPRETER,
    ),
    ev.TurnPaused(turn_id=FIRST_TURN, used_ms=30_250, at="2026-05-02T10:10:30+01:00", reason=ev.PauseReason.STALLED),
    ev.TurnResumed(turn_id=FIRST_TURN, used_ms=31_000, at="2026-05-02T10:11:00+01:00"),
    ev.TurnExtended(turn_id=FIRST_TURN, by_seconds=60),
    ev.TurnEnded(
        turn_id=FIRST_TURN,
        ended_at="2026-05-02T10:12:00+01:00",
        used_ms=91_000,
        paused_seconds=29,
        ended_by=ev.EndedBy.STOPPED,
    ),
    ev.IdeaRecorded(
        idea_id=IDEA,
        words=Words(text="A ramp would help", easy_text="We want a ramp."),
        details=IdeaDetails(
            proposer=Proposer(people=(AMIRA,)),
            item_id=RAMP,
            picture="ramp",
            kind=IdeaKind.STORY,
            said_how=SaidHow.SAID_FOR_THEM,
            recorder_id=BEN,
        ),
        perspectives=(Perspective.LIVED_EXPERIENCE,),
    ),
    ev.IdeaReworded(idea_id=IDEA, words=Words(text="A wide ramp would help")),
    ev.IdeaChanged(
        idea_id=IDEA,
        details=IdeaDetails(
            proposer=Proposer(people=(AMIRA,)), outcome=IdeaOutcome.PASSED_ON, reason="Not ours", passed_on_to="Council"
        ),
    ),
    ev.DecisionRecorded(
        decision_id=DECISION, words=Words(text="A ramp", easy_text="A ramp."), details=_decision(Outcome.AGREED)
    ),
    ev.DecisionReworded(decision_id=DECISION, words=Words(text="A wide ramp")),
    ev.DecisionChanged(decision_id=DECISION, details=_decision(Outcome.DEFERRED)),
    ev.ActionAgreed(
        action_id=ACTION,
        words=Words(text="Ask the council"),
        details=ActionDetails(decision_id=DECISION, picture="letter", owners=(BEN,), due_on=date(2026, 5, 20)),
    ),
    ev.ActionReworded(action_id=ACTION, words=Words(text="Write to the council")),
    ev.ActionChanged(action_id=ACTION, details=ActionDetails(owners=(BEN,), state=ActionState.DONE, result="Yes")),
    ev.ActionAgreed(action_id=ActionId("slip"), words=Words(text="A slip"), details=ActionDetails()),
    ev.StepUndone(step_id=UNDONE_STEP),
    ev.PersonLeft(person_id=BEN, at="2026-05-02T11:55:00+01:00"),
    ev.MeetingFinished(),
    ev.MeetingReopened(),
    ev.MeetingFinished(),
    ev.MeetingPutAway(),
    ev.MeetingBroughtBack(),
    ev.MinutesMade(format="easy_read", record_number=44, digest="abc123"),
    ev.HandRaised(person_id=AMIRA, is_first=True),
    ev.TurnStarted(
        turn_id=TurnId("turn-2"),
        person_id=BEN,
        started_at="2026-05-02T10:20:00+01:00",
        adds_to=FIRST_TURN,
        conversation_id="talk",
        runs_meeting=True,
    ),
    ev.TurnFactsChanged(turn_id=TurnId("turn-2"), with_people=(AMIRA,), through=ev.Through.DEVICE, runs_meeting=True),
    room_ev.PersonSteppedOut(person_id=AMIRA, at="2026-05-02T10:30:00+01:00"),
    room_ev.PersonSteppedBack(person_id=AMIRA, at="2026-05-02T10:35:00+01:00"),
    room_ev.GuestsCounted(count=3),
    room_ev.MeetingBegan(at="2026-05-02T10:05:00+01:00"),
    room_ev.AccessCheckRead(),
    room_ev.DeclarationsAsked(),
    room_ev.InterestDeclared(person_id=BEN, words="I work for the shop."),
    room_ev.CountingChosen(counting=room.Counting.BY_PERSPECTIVE),
    room_ev.BalanceOnWallAnswered(is_yes=True),
    room_ev.MeetingPaused(at="2026-05-02T10:40:00+01:00", turn_id=TurnId("turn-2")),
    room_ev.MeetingResumed(at="2026-05-02T10:45:00+01:00"),
    room_ev.BreakStarted(at="2026-05-02T11:00:00+01:00", minutes=10),
    room_ev.BreakExtended(by_minutes=5),
    room_ev.BreakEnded(at="2026-05-02T11:15:00+01:00"),
    room_ev.BreaksPlanned(breaks=(room.PlannedBreak(at="11:00", minutes=10),)),
    room_ev.FixedEndsSet(ends=(room.FixedEnd(what="The taxi comes", at="12:15"),)),
    room_ev.CardShown(card="red", item_id=RAMP),
    room_ev.ClosingBegan(),
    room_ev.ClosingPutOff(),
    room_ev.CheckOutGiven(
        answers=(room_ev.Answered(question=room.CheckOutQuestion.SAY, answer=room.CheckOutAnswer.PARTLY),), word="warm"
    ),
    room_ev.CheckOutCounted(question=room.CheckOutQuestion.SKILL, yes=4, partly=1, no=2),
    room_ev.WallChosen(
        scene=room.WallScene.DECISION,
        read_back=room.ReadBack(
            words="A wide ramp.",
            proposer=Proposer(people=(AMIRA,), source=Source.SURVEY, also_sources=(Source.MEAL, Source.VISIT)),
            picture="ramp",
            step=room.ReadBackStep.AGREE,
            decision_id=DECISION,
        ),
    ),
    room_ev.WallBlanked(),
    room_ev.WallShownAgain(),
    room_ev.NextRuleSet(rule=room.NextRule.LONGEST_SINCE),
    room_ev.WantedToAdd(person_id=CLEO),
    room_ev.NoLongerWantsToAdd(person_id=CLEO),
    room_ev.GoRoundStarted(order=(AMIRA, BEN, CLEO), item_id=RAMP),
    room_ev.GoRoundPassed(person_id=AMIRA),
    room_ev.GoRoundComesBack(person_id=BEN),
    room_ev.GoRoundJoined(person_id=AMIRA),
    room_ev.GoRoundEnded(),
    room_ev.ConversationStarted(conversation_id="talk", people=(AMIRA, BEN)),
    room_ev.ConversationEnded(),
    room_ev.EveryoneCheckSet(is_on=True),
    room_ev.EveryoneHasIt(),
    room_ev.NearlyShareSet(share=0.2),
    room_ev.ItemTurnLengthSet(item_id=RAMP, seconds=300),
    room_ev.ItemTurnLengthDropped(item_id=RAMP),
    room_ev.EveryoneAsked(item_id=RAMP),
    room_ev.AgendaItemSplit(
        item_id=RAMP,
        details=_item("A ramp at the front"),
        parts=(room_ev.ItemPart(item_id=AgendaItemId("back"), details=_item("A ramp at the back")),),
    ),
    room_ev.AgendaItemsMerged(item_id=RAMP, merged=(AgendaItemId("back"),), details=_item("Two ramps")),
    room_ev.AgendaOrdered(
        order=(TEA, RAMP),
        ordered_by=room.OrderedBy.DOTS,
        counts=(room_ev.ItemCount(item_id=TEA, count=4), room_ev.ItemCount(item_id=RAMP, count=2)),
    ),
    ev.IdeaRecorded(
        idea_id=LIKE,
        words=Words(text="A ramp, as at the pool"),
        details=IdeaDetails(
            proposer=Proposer(source=Source.UNNAMED),
            medium=Medium.RECORDING,
            recording_id="sound-1",
            ticket=7,
            came_from=EarlierLine(meeting_id=MeetingId("before"), line_id="old idea"),
        ),
    ),
    after_ev.IdeasJoined(
        idea_id=IDEA,
        joined=(LIKE,),
        details=IdeaDetails(proposer=Proposer(people=(AMIRA,), source=Source.UNNAMED), outcome=IdeaOutcome.DECIDED),
    ),
    after_ev.ActionHelped(
        action_id=ACTION, said=DidItHelp(answer=Helped.A_BIT, said_on=date(2026, 9, 2), by=AMIRA, words="It is steep.")
    ),
    ev.ActionChanged(
        action_id=ACTION,
        details=ActionDetails(
            decision_id=DECISION,
            owners=(BEN,),
            state=ActionState.DONE,
            time_wanted="An hour",
            help_wanted="A lift",
            money_wanted="The fare",
            ask_on=date(2026, 9, 1),
            helped=(DidItHelp(answer=Helped.YES, said_on=date(2026, 9, 2)),),
        ),
    ),
    after_ev.AnswerTold(
        line_id=IDEA,
        news="decided",
        told_on=date(2026, 6, 1),
        told_to=AMIRA,
        told_by=BEN,
        how=after_ev.ToldHow.EASY_READ,
    ),
    after_ev.TakenBackOpenly(
        step_id=StepId("step-00033"),
        ideas=(IDEA,),
        decisions=(DECISION,),
        objections=(after_ev.ObjectionPlace(decision_id=DECISION, position=0),),
        by=AMIRA,
    ),
    after_ev.WordsTakenOut(line_id=ACTION, asked_by=AMIRA, yes_from=BEN),
    after_ev.LineChecked(
        checked_by=AMIRA,
        line_id=DECISION,
        answer=after_ev.LineAnswer.TALK,
        said_on=date(2026, 5, 20),
        words="It was Ben.",
    ),
    after_ev.CorrectionAsked(line_id=DECISION, asked_on=date(2026, 5, 21), asked_by=AMIRA),
    after_ev.ReaderSaid(
        reader=AMIRA, is_easy=True, words_digest="abc123", said_on=date(2026, 5, 22), words="The pictures help."
    ),
    after_ev.EditionMade(
        edition=1,
        record_number=110,
        words_digest="abc123",
        made_on=date(2026, 5, 23),
        changes=(after_ev.EditionChange(change=after_ev.ChangeKind.FACTS, line_id=DECISION, asked_by=AMIRA),),
    ),
    after_ev.MinutesAgreed(edition=1, agreed_on=date(2026, 6, 6), in_meeting=MeetingId("after")),
    after_ev.TimesDropped(
        voices=(after_ev.KeptVoice(perspective=Perspective.CARER, seconds=91),),
        seconds=91,
        running_seconds=30,
        presences=(
            after_ev.KeptPresence(
                decision_id=DecisionId("dec"), people=3, perspectives=(Perspective.CARER,) * 2, unsaid=1
            ),
        ),
    ),
)
