"""Secret counts without names, decisions between meetings, easier words, answers that come later, a second look."""

import re
from dataclasses import replace
from datetime import date

import pytest

from coprod_desktop.domain import decision_answers, decisions, ideas, meeting_setup
from coprod_desktop.domain.after_events import ObjectionPlace, TakenBackOpenly
from coprod_desktop.domain.events import DecisionChanged, DecisionRecorded
from coprod_desktop.domain.ids import DecisionId, IdeaId, MeetingId
from coprod_desktop.domain.lines import (
    BetweenMeetings,
    DecisionDetails,
    EarlierLine,
    HowDecided,
    IdeaDetails,
    IdeaOutcome,
    MadeEasier,
    NeededYes,
    Objection,
    Outcome,
    Votes,
    WordingChange,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from tests.domain.meeting_maker import ANN, JO, SAM, MeetingMaker

BUY, AGAIN = DecisionId("buy"), DecisionId("again")
WORDS = Words(text="We buy 3 seats.")
DETAILS = DecisionDetails(proposer=Proposer(people=(JO,)), outcome=Outcome.AGREED)
NAMED = replace(DETAILS, supported_by=(SAM,), stood_aside=(ANN,))
DAY, LATER = date(2026, 11, 24), date(2026, 12, 1)


def _with(details: DecisionDetails = DETAILS, decision_id: DecisionId = BUY, words: Words = WORDS) -> MeetingMaker:
    meeting = MeetingMaker()
    meeting.do(decisions.record_decision(meeting.state, decision_id=decision_id, words=words, details=details))
    return meeting


def _details(meeting: MeetingMaker, decision_id: DecisionId = BUY) -> DecisionDetails:
    return meeting.state.decisions[decision_id].details


def test_a_secret_count_goes_into_the_record_without_a_name() -> None:
    objection = Objection(text="Too dear.", by=Proposer(people=(ANN,)))
    details = replace(NAMED, how_decided=HowDecided.SECRET_COUNT, objections=(objection,), votes=Votes(yes=3, no=1))
    meeting = MeetingMaker()

    events = decisions.record_decision(meeting.state, decision_id=BUY, words=WORDS, details=details)

    recorded = next(event for event in events if isinstance(event, DecisionRecorded))
    assert recorded.details.objections == (Objection(text="Too dear."),)
    assert recorded.details.votes == Votes(yes=3, no=1)
    assert not {SAM, ANN} & set(re.findall(r"\w+", repr(recorded.details)))


@pytest.mark.parametrize(
    "named",
    [
        replace(DETAILS, supported_by=(SAM,)),
        replace(DETAILS, stood_aside=(SAM,)),
        replace(DETAILS, objections=(Objection(text="No.", by=Proposer(people=(SAM,))),)),
    ],
)
def test_where_names_are_written_down_no_count_can_be_secret_afterwards(named: DecisionDetails) -> None:
    meeting = _with(replace(named, how_decided=HowDecided.THUMBS))
    secret = replace(_details(meeting), how_decided=HowDecided.SECRET_COUNT)

    with pytest.raises(NotAllowed) as refused:
        decisions.change_decision(meeting.state, BUY, WORDS, secret)

    assert refused.value.reason is Reason.NAMES_ARE_KNOWN


def test_a_decision_without_names_can_become_a_secret_count_and_stays_without() -> None:
    meeting = _with(replace(DETAILS, how_decided=HowDecided.THUMBS))
    secret = replace(NAMED, how_decided=HowDecided.SECRET_COUNT)
    meeting.do(decisions.change_decision(meeting.state, BUY, WORDS, secret))

    assert _details(meeting).supported_by == ()
    assert _details(meeting).stood_aside == ()


def test_between_meetings_keeps_who_was_asked_how_and_who_could_not_be() -> None:
    between = BetweenMeetings(asked=(JO, SAM, JO), how="  By phone ", not_asked=(ANN, SAM))
    meeting = _with(replace(DETAILS, between=between))

    assert _details(meeting).between == BetweenMeetings(asked=(JO, SAM), how="By phone", not_asked=(ANN,))


def test_between_meetings_somebody_or_some_way_must_be_told() -> None:
    with pytest.raises(NotAllowed) as refused:
        _with(replace(DETAILS, between=BetweenMeetings(how=" ", not_asked=(ANN,))))

    assert (refused.value.reason, refused.value.field) == (Reason.WORDS_MISSING, "between")


def test_an_objection_that_was_taken_back_stays_so_when_something_else_changes() -> None:
    meeting = _with(replace(DETAILS, objections=(Objection(text="No."), Objection(text="Never."))))
    meeting.do((TakenBackOpenly(objections=(ObjectionPlace(decision_id=BUY, position=1),)),))
    meeting.do(decisions.change_decision(meeting.state, BUY, WORDS, replace(_details(meeting), review_on=LATER)))

    assert [one.is_taken_back for one in _details(meeting).objections] == [False, True]


# Words


def test_a_new_meaning_says_that_the_proposer_was_not_here_until_they_answer() -> None:
    meeting = _with()
    new = Words(text="We buy 2 seats.")
    meeting.do(
        decisions.change_decision(meeting.state, BUY, new, DETAILS, changes_meaning=True, is_not_here=True, on=DAY)
    )
    assert _details(meeting).wording_changed == WordingChange(first_words="We buy 3 seats.", is_not_here=True)
    assert _details(meeting).made_easier is None

    meeting.do(decision_answers.answer_new_words(meeting.state, BUY, True))
    assert _details(meeting).wording_changed == WordingChange(first_words="We buy 3 seats.", agreed_by_proposer=True)


def test_nobody_answers_for_words_that_never_changed() -> None:
    with pytest.raises(NotAllowed):
        decision_answers.answer_new_words(_with().state, BUY, True)


def test_words_made_easier_after_the_meeting_say_so_and_keep_what_was_agreed() -> None:
    meeting = _with()
    meeting.do(meeting_setup.finish_meeting(meeting.state))
    easier = Words(text=WORDS.text, easy_text="We get 3 seats.")
    meeting.do(decisions.change_decision(meeting.state, BUY, easier, DETAILS, on=LATER))
    assert _details(meeting).made_easier == MadeEasier(agreed_words="We buy 3 seats.", made_on=LATER)

    easiest = replace(easier, easy_text="3 seats.")
    meeting.do(decisions.change_decision(meeting.state, BUY, easiest, _details(meeting), on=date(2026, 12, 8)))
    assert _details(meeting).made_easier == MadeEasier(agreed_words="We buy 3 seats.", made_on=date(2026, 12, 8))

    meeting.do(decisions.change_decision(meeting.state, BUY, WORDS, _details(meeting), on=date(2026, 12, 9)))
    assert _details(meeting).made_easier is None


def test_words_that_are_put_right_in_the_meeting_were_not_made_easier_after_it() -> None:
    meeting = _with()
    meeting.do(decisions.change_decision(meeting.state, BUY, Words(text="We buy 3 chairs."), DETAILS, on=DAY))

    assert _details(meeting).made_easier is None
    assert _details(meeting).wording_changed is None


# Who else must say yes


def test_a_letter_that_went_out_and_the_answer_to_it_are_kept_in_their_place() -> None:
    meeting = _with(replace(DETAILS, needs_yes_from=(NeededYes(who="the council"), NeededYes(who="the bank"))))
    meeting.do(decision_answers.others_asked(meeting.state, BUY, 1, DAY))
    said = decision_answers.others_said(meeting.state, BUY, 1, YesAnswer.NO, reason=" No money. ", on=LATER)
    meeting.do(said)

    council, bank = _details(meeting).needs_yes_from
    assert council == NeededYes(who="the council")
    assert bank == NeededYes(who="the bank", asked_on=DAY, answer=YesAnswer.NO, reason="No money.", answered_on=LATER)
    assert all(isinstance(event, DecisionChanged) for event in said)


@pytest.mark.parametrize("place", [-1, 1])
def test_nobody_stands_at_a_place_that_is_not_there(place: int) -> None:
    meeting = _with(replace(DETAILS, needs_yes_from=(NeededYes(who="the council"),)))

    with pytest.raises(NotAllowed):
        decision_answers.others_asked(meeting.state, BUY, place, DAY)


def test_days_are_counted_from_the_day_after_they_were_asked() -> None:
    assert decisions.days_waited(date(2026, 3, 10), date(2026, 5, 10)) == 61
    assert decisions.days_waited(DAY, DAY) is None
    assert decisions.days_waited(LATER, DAY) is None
    assert decisions.days_waited(None, DAY) is None


# Again


def test_a_decision_is_looked_at_again_by_a_new_one_and_never_overwritten() -> None:
    meeting = _with()
    first = meeting.state.decisions[BUY]
    details = decisions.details_to_look_again(first, meeting.state.id)
    new = decisions.record_decision(meeting.state, decision_id=AGAIN, words=Words(text="We rent."), details=details)
    step = meeting.do(new)

    again = decisions.looked_at_again(meeting.state, BUY)
    assert again is not None
    assert (again.id, again.details.proposer) == (AGAIN, DETAILS.proposer)
    assert meeting.state.decisions[BUY] == first
    meeting.undo(step)
    assert decisions.looked_at_again(meeting.state, BUY) is None


def test_a_second_look_that_was_taken_back_leaves_the_first_decision_standing() -> None:
    meeting = _with()
    details = decisions.details_to_look_again(meeting.state.decisions[BUY], meeting.state.id)
    meeting.do(decisions.record_decision(meeting.state, decision_id=AGAIN, words=WORDS, details=details))
    meeting.do((TakenBackOpenly(decisions=(AGAIN,)),))

    assert decisions.looked_at_again(meeting.state, BUY) is None


def test_only_what_is_there_is_looked_at_again_but_other_meetings_are_not_known_here() -> None:
    meeting = MeetingMaker()
    missing = replace(DETAILS, reopens=EarlierLine(meeting_id=meeting.state.id, line_id="nothing"))
    elsewhere = replace(DETAILS, reopens=EarlierLine(meeting_id=MeetingId("old"), line_id="old one"))

    with pytest.raises(NotAllowed):
        decisions.record_decision(meeting.state, decision_id=BUY, words=WORDS, details=missing)
    assert decisions.record_decision(meeting.state, decision_id=BUY, words=WORDS, details=elsewhere)


# The idea


@pytest.mark.parametrize(
    ("outcome", "became"),
    [
        (Outcome.AGREED, IdeaOutcome.DECIDED),
        (Outcome.DECIDED_ELSEWHERE, IdeaOutcome.DECIDED),
        (Outcome.NOT_AGREED, IdeaOutcome.NOT_TAKEN_UP),
        (Outcome.DEFERRED, IdeaOutcome.LATER),
    ],
)
def test_an_idea_that_was_kept_for_later_goes_the_way_of_its_decision(outcome: Outcome, became: IdeaOutcome) -> None:
    meeting, idea = MeetingMaker(), IdeaId("seats")
    later = IdeaDetails(proposer=DETAILS.proposer, outcome=IdeaOutcome.LATER)
    meeting.do(ideas.record_idea(meeting.state, idea_id=idea, words=Words(text="Seats"), details=later))
    details = replace(DETAILS, outcome=outcome, from_idea_id=idea)
    meeting.do(decisions.record_decision(meeting.state, decision_id=BUY, words=WORDS, details=details))

    assert meeting.state.ideas[idea].details.outcome is became
