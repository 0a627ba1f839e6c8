"""Equal voice by small worked examples: what counts as a turn, as time, and as a perspective (R12)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from coprod_desktop.domain import ideas, participation, turns
from coprod_desktop.domain.equal_voice import EqualVoice, NotRecorded, Voice, VoiceShare, equal_voice
from coprod_desktop.domain.events import EndedBy, Through
from coprod_desktop.domain.ids import GroupId, IdeaId, PersonId, TurnId
from coprod_desktop.domain.lines import IdeaDetails, IdeaKind, IdeaOutcome, Words
from coprod_desktop.domain.person import Person, Perspective
from coprod_desktop.domain.plain_share import PlainShare, plain_share
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.told_voice import told_voice, whole_voice
from tests.domain.meeting_maker import ANN, JO, NOON, SAM, MeetingMaker

LIVED, CARER, STAFF = Perspective.LIVED_EXPERIENCE, Perspective.CARER, Perspective.PROFESSIONAL
UNKNOWN = NotRecorded.NOT_RECORDED


def person(who: PersonId, *perspectives: Perspective) -> Person:
    return Person(id=who, group_id=GroupId("g1"), name=str(who), perspectives=perspectives)


def meeting(**said: Perspective | tuple[Perspective, ...]) -> MeetingMaker:
    """People who came, and what each said today."""
    made = MeetingMaker()
    for name, perspectives in said.items():
        who = PersonId(name)
        made.here(who)
        told = perspectives if isinstance(perspectives, tuple) else (perspectives,)
        made.do(participation.say_perspective(made.state, who, told))
    return made


class Talk:
    """Turns of one meeting, in order."""

    def __init__(self, made: MeetingMaker) -> None:
        self.made = made
        self._number = 0

    def turn(
        self, who: PersonId, ms: int, *, ended_by: EndedBy | None = EndedBy.FINISHED, paused: int = 0, **facts: object
    ) -> None:
        self._number += 1
        started = turns.start_turn(
            self.made.state,
            turn_id=TurnId(f"t{self._number}"),
            person_id=who,
            at=NOON,
            allowed_seconds=None,
            **facts,  # type: ignore[arg-type]
        )
        self.made.do(started)
        if ended_by is not None:
            ended = turns.end_turn(self.made.state, at=NOON, used_ms=ms, paused_seconds=paused, ended_by=ended_by)
            self.made.do(ended)


def one(talk: Talk) -> None:
    talk.turn(JO, 60_000)


def passed(talk: Talk) -> None:
    talk.turn(JO, 9_000, ended_by=EndedBy.PASSED)


def paused(talk: Talk) -> None:
    talk.turn(JO, 30_000, paused=90)


def by_interpreter(talk: Talk) -> None:
    talk.turn(JO, 200_000, through=Through.INTERPRETER)


def by_helper(talk: Talk) -> None:
    talk.turn(JO, 200_000, through=Through.HELPER)


def by_device(talk: Talk) -> None:
    talk.turn(JO, 200_000, through=Through.DEVICE)


def shared(talk: Talk) -> None:
    talk.turn(JO, 60_000, with_people=(SAM,))


def conversation(talk: Talk) -> None:
    for who in (JO, SAM, JO, SAM):
        talk.turn(who, 10_000, conversation_id="c1")


def running(talk: Talk) -> None:
    talk.turn(SAM, 100_000, runs_meeting=True)


def stopped(talk: Talk) -> None:
    talk.turn(JO, 5_000, ended_by=EndedBy.STOPPED)


def short_ones(talk: Talk) -> None:
    for _ in range(3):
        talk.turn(JO, 500)


def nobody(talk: Talk) -> None:
    del talk


#              what happened        seconds        turns          of all   no turn yet      to run the meeting
#                                   lived  staff   lived  staff   seconds
TABLE: list[tuple[Callable[[Talk], None], int, int, int, int, int, tuple[PersonId, ...], int]] = [
    (nobody,                        0,     0,      0,     0,      0,       (JO, SAM),       0),
    (one,                           60,    0,      1,     0,      60,      (SAM,),          0),
    (passed,                        0,     0,      0,     0,      0,       (JO, SAM),       0),
    (paused,                        30,    0,      1,     0,      30,      (SAM,),          0),
    (by_interpreter,                0,     0,      1,     0,      0,       (SAM,),          0),
    (by_helper,                     0,     0,      1,     0,      0,       (SAM,),          0),
    (by_device,                     0,     0,      1,     0,      0,       (SAM,),          0),
    (shared,                        60,    0,      1,     1,      60,      (),              0),
    (conversation,                  20,    20,     1,     1,      40,      (),              0),
    (running,                       0,     0,      0,     0,      0,       (JO, SAM),       100),
    (stopped,                       5,     0,      1,     0,      5,       (SAM,),          0),
    (short_ones,                    2,     0,      3,     0,      2,       (SAM,),          0),
]  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0].__name__)
def test_turns_and_time_are_counted_as_the_table_says(row: tuple[object, ...]) -> None:
    happens, lived_s, staff_s, lived_t, staff_t, all_s, silent, running_s = row
    talk = Talk(meeting(jo=LIVED, sam=STAFF))
    happens(talk)  # type: ignore[operator]

    voice = equal_voice(talk.made.state, ())

    lived, staff = voice.shares[LIVED], voice.shares[STAFF]
    assert (lived.people, staff.people, voice.people) == (1, 1, 2)
    assert (lived.seconds, staff.seconds, lived.turns, staff.turns) == (lived_s, staff_s, lived_t, staff_t)
    assert (voice.seconds, voice.not_spoken, voice.running_seconds) == (all_s, silent, running_s)
    assert voice.turns == lived_t + staff_t
    assert not voice.has_several


def test_a_turn_written_down_with_a_name_twice_is_one_turn_each() -> None:
    made = meeting(jo=LIVED, sam=CARER)
    told = turns.record_turn(
        made.state,
        turn_id=TurnId("t"),
        person_id=JO,
        item_id=None,
        started_at=NOON,
        ended_at=NOON,
        used_ms=60_000,
        with_people=(JO, SAM, SAM),
    )
    made.do(told)
    shares = equal_voice(made.state, []).shares
    assert (shares[LIVED].turns, shares[CARER].turns) == (1, 1)


def test_a_turn_that_runs_counts_with_what_it_has_so_far() -> None:
    talk = Talk(meeting(jo=LIVED))
    talk.turn(JO, 20_000)
    talk.turn(JO, 0, ended_by=None)

    assert equal_voice(talk.made.state, (), running_ms=7_000).shares[LIVED].seconds == 27
    assert equal_voice(talk.made.state, ()).shares[LIVED].seconds == 20
    assert equal_voice(talk.made.state, ()).shares[LIVED].turns == 2


def test_the_meeting_says_where_a_person_speaks_from_and_else_the_only_one_that_is_known() -> None:
    said, only, several, none = (PersonId(name) for name in ("said", "only", "several", "none"))
    made = meeting(said=STAFF)
    made.here(only, several, none)
    known = (person(said, LIVED), person(only, CARER), person(several, CARER, LIVED), person(none))

    voice = equal_voice(made.state, known)

    assert {one: share.people for one, share in voice.shares.items()} == {CARER: 1, STAFF: 1, UNKNOWN: 2}


def test_a_person_who_would_rather_not_say_is_not_asked_behind_their_back() -> None:
    voice = equal_voice(meeting(jo=Perspective.NOT_SAID).state, (person(JO, LIVED),))
    assert list(voice.shares) == [Perspective.NOT_SAID]


def test_a_turn_keeps_the_perspective_it_had_when_it_happened() -> None:
    talk = Talk(meeting(jo=LIVED))
    talk.turn(JO, 10_000)
    talk.made.do(participation.say_perspective(talk.made.state, JO, (STAFF,)))

    voice = equal_voice(talk.made.state, ())

    assert voice.shares == {
        LIVED: VoiceShare(people=0, seconds=10, turns=1),
        STAFF: VoiceShare(people=1),
    }


def test_whoever_speaks_from_several_places_counts_in_each_and_the_whole_once() -> None:
    talk = Talk(meeting(jo=(LIVED, CARER)))
    talk.turn(JO, 30_000)

    voice = equal_voice(talk.made.state, ())

    each = VoiceShare(people=1, seconds=30, turns=1)
    assert voice.shares == {LIVED: each, CARER: each}
    assert (voice.people, voice.seconds, voice.turns, voice.has_several) == (1, 30, 1, True)


def test_all_who_came_are_people_here_also_after_they_went_home_and_apologies_are_not() -> None:
    made = meeting(jo=LIVED, sam=STAFF)
    made.do(participation.expect(made.state, (ANN,)))
    made.do(participation.send_sorry(made.state, ANN))
    made.do(participation.leave(made.state, SAM, at=NOON))

    voice = equal_voice(made.state, ())

    assert (voice.people, voice.shares[STAFF].people, voice.not_spoken) == (2, 1, (JO, SAM))


def _idea(made: MeetingMaker, name: str, outcome: IdeaOutcome, who: tuple[PersonId, ...], **details: object) -> None:
    proposer = Proposer(people=who) if who else Proposer(source=Source.WHOLE_GROUP)
    kept = IdeaDetails(proposer=proposer, outcome=outcome, reason="r", passed_on_to="x", **details)  # type: ignore[arg-type]
    made.do(ideas.record_idea(made.state, idea_id=IdeaId(name), words=Words(text=name), details=kept))


IDEAS = [
    # outcome, kind, counts as an idea, went further
    (IdeaOutcome.OPEN, IdeaKind.IDEA, 1, 0),
    (IdeaOutcome.NOT_TAKEN_UP, IdeaKind.IDEA, 1, 0),
    (IdeaOutcome.DECIDED, IdeaKind.IDEA, 1, 1),
    (IdeaOutcome.LATER, IdeaKind.IDEA, 1, 1),
    (IdeaOutcome.PASSED_ON, IdeaKind.IDEA, 1, 1),
    (IdeaOutcome.OPEN, IdeaKind.STORY, 0, 0),
    (IdeaOutcome.OPEN, IdeaKind.THANK_YOU, 0, 0),
    (IdeaOutcome.LATER, IdeaKind.STORY, 1, 1),
]


@pytest.mark.parametrize(("outcome", "kind", "counts", "further"), IDEAS)
def test_ideas_that_went_further_are_counted(outcome: IdeaOutcome, kind: IdeaKind, counts: int, further: int) -> None:
    made = meeting(jo=LIVED)
    _idea(made, "i1", outcome, (JO,), kind=kind)
    share = equal_voice(made.state, ()).shares[LIVED]
    assert (share.ideas, share.ideas_further) == (counts, further)


def test_an_idea_of_two_counts_for_each_perspective_and_one_of_the_group_for_none() -> None:
    made = meeting(jo=LIVED, sam=STAFF, ann=STAFF)
    _idea(made, "i1", IdeaOutcome.LATER, (JO, SAM, ANN))
    _idea(made, "i2", IdeaOutcome.LATER, ())

    voice = equal_voice(made.state, ())

    assert [share.ideas_further for share in voice.shares.values()] == [1, 1]
    assert (voice.has_shared_ideas, voice.has_several) == (True, False)


def test_a_speaker_who_is_on_no_list_still_had_a_turn() -> None:
    made = meeting(jo=LIVED)
    made.do(
        turns.record_turn(
            made.state, turn_id=TurnId("t"), person_id=SAM, item_id=None, started_at="", ended_at="", used_ms=4_000
        )
    )
    voice = equal_voice(made.state, (person(SAM, CARER),))
    assert voice.shares[CARER] == VoiceShare(people=0, seconds=4, turns=1)
    assert voice.not_spoken == (JO,)


# What the wall and paper may tell


def crowd(**counts: int) -> EqualVoice:
    """So many people for each perspective, each with a turn of 10 seconds, nobody in two."""
    voices: dict[str, Voice] = {"lived": LIVED, "carer": CARER, "staff": STAFF, "unknown": UNKNOWN}
    people = {voices[name]: frozenset(PersonId(f"{name} {one}") for one in range(n)) for name, n in counts.items()}
    return EqualVoice(
        shares={one: VoiceShare(people=len(who), seconds=10 * len(who), turns=len(who)) for one, who in people.items()},
        people=sum(counts.values()),
        seconds=10 * sum(counts.values()),
        turns=sum(counts.values()),
        people_by_voice=people,
    )


KEPT_BACK = [
    # people of each perspective            told in numbers        few              kept back with them
    (crowd(lived=3, staff=3),               {LIVED, STAFF},        set(),           set()),
    (crowd(lived=5, carer=2, staff=4),      {LIVED},               {CARER},         {STAFF}),
    (crowd(lived=5, carer=2, staff=2),      {LIVED},               {CARER, STAFF},  set()),
    (crowd(lived=9, carer=1, staff=1),      set(),                 {CARER, STAFF},  {LIVED}),
    (crowd(lived=5, staff=4, carer=1, unknown=1), {LIVED},         {CARER, UNKNOWN}, {STAFF}),
    (crowd(lived=5, carer=1),               set(),                 {CARER},         {LIVED}),
    (crowd(lived=2),                        set(),                 {LIVED},         set()),
    (crowd(lived=4),                        {LIVED},               set(),           set()),
    (crowd(),                               set(),                 set(),           set()),
]  # fmt: skip


@pytest.mark.parametrize(("voice", "told", "few", "with_them"), KEPT_BACK)
def test_fewer_than_three_people_are_told_as_few(
    voice: EqualVoice, told: set[Voice], few: set[Voice], with_them: set[Voice]
) -> None:
    seen = told_voice(voice)
    assert {one for one, _ in seen.told} == told
    assert {one.voice for one in seen.shares if one.share is None and one.is_few} == few
    assert {one.voice for one in seen.shares if one.share is None and not one.is_few} == with_them


@pytest.mark.parametrize("counts", [(a, b, c) for a in range(7) for b in range(7) for c in range(7)])
def test_what_is_kept_back_cannot_be_worked_out_from_the_rest(counts: tuple[int, int, int]) -> None:
    lived, carer, staff = counts
    voice = crowd(lived=lived, carer=carer, staff=staff)
    seen = told_voice(voice)
    hidden_people = voice.people - sum(share.people for _, share in seen.told)

    assert all(share.people >= 3 for _, share in seen.told)
    if seen.told and seen.kept_back:
        assert len(seen.kept_back) > 1
        assert hidden_people >= 3


def test_people_in_two_perspectives_do_not_give_away_the_one_that_is_only_in_one() -> None:
    both = frozenset((JO, SAM))
    many = frozenset(PersonId(f"p{number}") for number in range(6))
    voice = EqualVoice(
        shares={LIVED: VoiceShare(people=8), CARER: VoiceShare(people=2), STAFF: VoiceShare(people=3)},
        people=9,
        people_by_voice={LIVED: many | both, CARER: both, STAFF: both | {ANN}},
        has_several=True,
    )
    # Ann is only among the staff: 9 people without the 8 would be Ann alone.
    assert told_voice(voice).told == ()


@pytest.mark.parametrize(("silent", "told"), [(0, 0), (1, None), (2, None), (3, 3)])
def test_one_or_two_people_without_a_turn_are_a_few(silent: int, told: int | None) -> None:
    voice = replace(crowd(lived=5), not_spoken=tuple(PersonId(str(number)) for number in range(silent)))
    assert told_voice(voice).not_spoken == told
    assert whole_voice(voice).not_spoken == silent


def test_the_whole_keeps_nothing_back() -> None:
    assert len(whole_voice(crowd(lived=1, carer=1)).told) == 2


# Parts of a whole in words

PARTS = [
    (0, 8, PlainShare.NONE),
    (0, 0, PlainShare.NONE),
    (3, 0, PlainShare.NONE),
    (1, 20, PlainShare.VERY_LITTLE),
    (1, 10, PlainShare.TENTH),
    (1, 5, PlainShare.FIFTH),
    (1, 4, PlainShare.QUARTER),
    (1, 3, PlainShare.THIRD),
    (4, 9, PlainShare.LESS_THAN_HALF),
    (4, 8, PlainShare.HALF),
    (5, 9, PlainShare.MORE_THAN_HALF),
    (2, 3, PlainShare.TWO_THIRDS),
    (3, 4, PlainShare.THREE_QUARTERS),
    (9, 10, PlainShare.MOST),
    (19, 20, PlainShare.NEARLY_ALL),
    (8, 8, PlainShare.ALL),
    (9, 8, PlainShare.ALL),
]


@pytest.mark.parametrize(("part", "whole", "words"), PARTS)
def test_a_part_of_a_whole_has_the_nearest_plain_words(part: int, whole: int, words: PlainShare) -> None:
    assert plain_share(part, whole) is words
