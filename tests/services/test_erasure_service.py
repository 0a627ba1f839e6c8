"""Private words are taken out with the yes of 2 people, and nothing that runs remembers them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.equal_voice import NotRecorded, equal_voice
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import IdeaId, MeetingId
from coprod_desktop.domain.lines import (
    AgendaItemDetails,
    DecisionDetails,
    IdeaDetails,
    IdeaOutcome,
    ItemState,
    Medium,
    NeededYes,
    Objection,
    Outcome,
    Words,
)
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import Person, Perspective
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.error_log import LOG_NAME
from coprod_desktop.services.meeting_service import RunningMeeting
from tests.services.fixed_clock import FixedClock

SECRET = "Jo told us that quagganinety hurts at home"


@pytest.fixture
def people(services: Services, group: Group) -> list[Person]:
    """Six people of the group."""
    return [services.people.add_walk_in(group.id, name) for name in ("Jo", "Sam", "Ann", "Bo", "Cy", "Di")]


@pytest.fixture
def running(services: Services, group: Group, people: list[Person]) -> RunningMeeting:
    """A meeting with these people."""
    details = MeetingDetails(title="Seats", held_on=date(2026, 11, 24))
    begun = services.meetings.begin(group.id, details, [person.id for person in people])
    for person in people:
        begun.requests.arrive(person.id)
    return begun


@pytest.fixture
def idea_id(running: RunningMeeting, people: list[Person]) -> IdeaId:
    """An idea with private words."""
    return running.requests.record_idea(Words(text=SECRET), IdeaDetails(proposer=Proposer(people=(people[0].id,))))


def _later(services: Services, group: Group, people: list[Person]) -> RunningMeeting:
    """Another open meeting in which the same words stand."""
    later = services.meetings.begin(group.id, MeetingDetails(title="Light", held_on=date(2026, 12, 1)))
    proposer = Proposer(people=(people[0].id,))
    later.requests.propose_item(AgendaItemDetails(title=SECRET, proposer=proposer))
    return later


def test_the_second_person_is_somebody_else_of_the_group_who_is_still_in_it(
    services: Services, running: RunningMeeting, idea_id: IdeaId, people: list[Person]
) -> None:
    jo, ann = people[0], people[2]
    services.leaving.left(ann.id)
    for asked_by, yes_from in ((jo.id, jo.id), (jo.id, ann.id), (jo.id, "nobody"), ("nobody", jo.id)):
        with pytest.raises(NotAllowed) as refused:
            services.erasure.take_out(running.live.id, idea_id, asked_by=asked_by, yes_from=yes_from)  # type: ignore[arg-type]
        assert refused.value.reason is Reason.SECOND_PERSON_MISSING
    assert running.live.state.ideas[idea_id].words.text == SECRET


def test_the_words_and_the_sound_of_an_idea_that_was_undone_can_be_taken_out_too(
    services: Services, group: Group, running: RunningMeeting, people: list[Person], tmp_path: Path
) -> None:
    sound = tmp_path / "said.wav"
    sound.write_bytes(b"RIFF\x00\x00\x00\x00WAVE" + b"quagganine-sound" * 8)
    recording_id = services.recordings.bring_in(group.id, sound)
    spoken = IdeaDetails(proposer=Proposer(people=(people[0].id,)), medium=Medium.RECORDING, recording_id=recording_id)
    idea_id = running.requests.record_idea(Words(text=SECRET), spoken)
    stays = running.requests.record_idea(Words(text="A ramp"), replace(spoken, medium=Medium.WORDS, recording_id=""))
    assert services.erasure.undone_lines(running.live.id) == ()
    services.history.undo()
    services.history.undo()
    assert [line_id for line_id, _words in services.erasure.undone_lines(running.live.id)] == [stays, idea_id]
    assert dict(services.erasure.undone_lines(running.live.id))[idea_id] == SECRET

    services.erasure.take_out(running.live.id, idea_id, asked_by=people[0].id, yes_from=people[1].id)

    assert [line_id for line_id, _words in services.erasure.undone_lines(running.live.id)] == [stays]
    with pytest.raises(NotAllowed):
        services.recordings.get(recording_id)
    services.close()
    kept = b"".join(path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())
    assert b"quagganine" not in kept


def test_a_line_without_words_is_refused(services: Services, running: RunningMeeting, people: list[Person]) -> None:
    with pytest.raises(NotAllowed) as refused:
        services.erasure.take_out(running.live.id, "nothing", asked_by=people[0].id, yes_from=people[1].id)
    assert refused.value.reason is Reason.NOT_FOUND


def test_every_open_meeting_search_and_undo_forget_the_words(
    services: Services, group: Group, running: RunningMeeting, idea_id: IdeaId, people: list[Person]
) -> None:
    later = _later(services, group, people)
    assert services.memory.remembered(later.live.id, "quagganinety")
    heard: list[tuple[MeetingId, ...]] = []
    services.erasure.when_taken_out(heard.append)
    done = services.erasure.take_out(running.live.id, idea_id, asked_by=people[0].id, yes_from=people[1].id)
    assert heard == [done.meetings]
    assert set(done.meetings) == {running.live.id, later.live.id}
    assert running.live.state.ideas[idea_id].words == Words(text="")
    assert later.live.state.agenda[0].details.title == ""
    assert services.memory.remembered(later.live.id, "quagganinety") == ()
    assert services.history.last is None
    assert services.history.last_undone is None
    assert not running.live.can_undo
    assert not running.live.can_redo
    running.requests.finish()
    running.live.undo()
    assert not running.live.can_undo
    assert SECRET not in repr(vars(services.history))


def test_only_who_asked_and_who_said_yes_is_kept(
    services: Services, running: RunningMeeting, idea_id: IdeaId, people: list[Person]
) -> None:
    services.erasure.take_out(running.live.id, idea_id, asked_by=people[0].id, yes_from=people[1].id)
    step = running.live.last_step
    assert step is not None
    (event,) = step.events
    assert vars(event) == {"line_id": idea_id, "asked_by": people[0].id, "yes_from": people[1].id}


def test_no_file_of_the_data_folder_holds_the_words_not_even_the_log_of_faults(
    services: Services, running: RunningMeeting, idea_id: IdeaId, people: list[Person]
) -> None:
    try:
        raise ValueError(SECRET)
    except ValueError as fault:
        services.error_log.note(fault)
    services.opened_lists.fresh().joinpath("list.txt").write_text(SECRET)
    services.erasure.take_out(running.live.id, idea_id, asked_by=people[0].id, yes_from=people[1].id)
    assert (services.folder / LOG_NAME).exists()
    held = [path.name for path in services.folder.rglob("*") if path.is_file() and b"quagga" in path.read_bytes()]
    assert held == []


def test_an_edition_that_told_the_words_has_a_new_one_that_says_they_were_taken_out(
    services: Services, running: RunningMeeting, idea_id: IdeaId, people: list[Person]
) -> None:
    running.requests.record_decision(
        Words(text="We help."),
        DecisionDetails(proposer=Proposer(people=(people[0].id,)), outcome=Outcome.AGREED, reason=SECRET),
    )
    running.requests.finish()
    first = services.editions.make_edition(running.live.id)
    services.erasure.take_out(running.live.id, idea_id, asked_by=people[0].id, yes_from=people[1].id)
    editions = running.live.state.after.editions
    assert [one.edition for one in editions] == [first, first + 1]
    assert any(change.change.value == "taken_out" for change in editions[-1].changes)


def test_a_file_that_was_left_to_be_written_anew_is_when_the_program_opens_it(
    services: Services, running: RunningMeeting, idea_id: IdeaId, people: list[Person]
) -> None:
    with services.database.read() as reading:
        reading.exec_driver_sql("SELECT count(*) FROM meeting_log").scalar()
        done = services.erasure.take_out(running.live.id, idea_id, asked_by=people[0].id, yes_from=people[1].id)
    assert not done.is_clean
    again = open_services(services.folder)
    assert again.erasure.finish()
    again.close()
    assert all(b"quagga" not in path.read_bytes() for path in services.folder.glob("coprod.sqlite*"))


def _speak(running: RunningMeeting, person: Person, clock: FixedClock, seconds: int) -> None:
    running.turns.start(person)
    for _ in range(seconds):
        clock.pass_seconds(1)
        running.turns.tick()
    running.turns.end()


def test_sums_by_perspective_are_kept_and_nobody_is_told_apart(
    services: Services, running: RunningMeeting, people: list[Person], clock: FixedClock
) -> None:
    carers, jo, sam, ann = people[:3], people[3], people[4], people[5]
    for person in carers:
        running.requests.say_perspective(person.id, (Perspective.CARER,))
    running.requests.say_perspective(jo.id, (Perspective.PROFESSIONAL,))
    for person in (sam, ann):
        running.requests.say_perspective(person.id, (Perspective.SUPPORTER,))
    _speak(running, carers[0], clock, 60)
    _speak(running, carers[1], clock, 30)
    _speak(running, jo, clock, 45)
    _speak(running, sam, clock, 15)
    running.requests.finish()
    assert services.erasure.drop_times(running.live.id)
    assert not services.erasure.drop_times(running.live.id)
    assert running.live.state.turns == {}
    voice = equal_voice(running.live.state, services.people.everyone(running.live.state.group_id or people[0].group_id))
    assert (voice.seconds, voice.turns, voice.not_spoken) == (150, 4, ())
    told = {one: (share.people, share.seconds, share.turns) for one, share in voice.shares.items()}
    assert told == {Perspective.CARER: (3, 90, 2), NotRecorded.NOT_RECORDED: (3, 60, 2)}
    running.live.undo()  # the end of the meeting; the times do not come back
    assert running.live.state.turns == {}


def test_nobody_alone_stays_apart_from_the_rest(
    services: Services, running: RunningMeeting, people: list[Person], clock: FixedClock
) -> None:
    for person in people[:5]:
        running.requests.say_perspective(person.id, (Perspective.CARER,))
    running.requests.say_perspective(people[5].id, (Perspective.PROFESSIONAL,))
    _speak(running, people[0], clock, 60)
    _speak(running, people[5], clock, 45)
    services.erasure.drop_times(running.live.id)
    dropped = running.live.state.after.times_dropped
    assert dropped is not None
    assert [(one.perspective, one.seconds, one.turns) for one in dropped.voices] == [(None, 105, 2)]


def test_a_meeting_in_which_nobody_spoke_has_nothing_to_drop(services: Services, running: RunningMeeting) -> None:
    number = running.live.record_number
    assert not services.erasure.drop_times(running.live.id)
    assert running.live.record_number == number


def test_a_folder_that_is_opened_anew_tells_the_same(
    services: Services, running: RunningMeeting, idea_id: IdeaId, people: list[Person]
) -> None:
    services.erasure.take_out(running.live.id, idea_id, asked_by=people[0].id, yes_from=people[1].id)
    again = open_services(services.folder)
    assert again.meetings.open(running.live.id).live.state == running.live.state
    again.close()


def test_a_record_file_says_what_was_taken_out_and_taken_back_and_can_be_brought_in(
    services: Services, running: RunningMeeting, idea_id: IdeaId, people: list[Person], tmp_path: Path
) -> None:
    proposer = Proposer(people=(people[0].id,))
    running.requests.propose_item(AgendaItemDetails(title=SECRET, proposer=proposer))
    second = running.requests.record_idea(Words(text="More light"), IdeaDetails(proposer=proposer))
    running.requests.take_back_idea(second, by=people[0].id)
    services.erasure.take_out(running.live.id, idea_id, asked_by=people[0].id, yes_from=people[1].id)
    services.records.write(running.live.id, tmp_path / "record.json")
    assert b"quagga" not in (tmp_path / "record.json").read_bytes()
    other = open_services(tmp_path / "other")
    brought = other.records.import_file(tmp_path / "record.json")
    state = other.meetings.state(brought.meeting_id)
    other.close()
    first, last = state.ideas.values()
    assert first.words.text == state.agenda[0].details.title == "Some private words were taken out."
    assert (last.words.text, last.details.reason) == ("More light", "This was taken back.")


def test_lines_without_words_can_still_be_answered_and_the_next_meeting_can_begin(
    services: Services, running: RunningMeeting, idea_id: IdeaId, people: list[Person]
) -> None:
    ask, proposer = running.requests, Proposer(people=(people[0].id,))
    item_id = ask.propose_item(AgendaItemDetails(title="Private title", proposer=proposer))
    waiting = DecisionDetails(
        proposer=proposer,
        outcome=Outcome.AGREED,
        objections=(Objection(text="Too near to home"),),
        needs_yes_from=(NeededYes(who="The doctor of Jo"),),
    )
    decision_id = ask.record_decision(Words(text="We ask."), waiting)
    for line_id in (idea_id, item_id, decision_id):
        services.erasure.take_out(running.live.id, line_id, asked_by=people[0].id, yes_from=people[1].id)
    idea, decision = running.live.state.ideas[idea_id], running.live.state.decisions[decision_id]
    ask.change_idea(idea_id, idea.words, replace(idea.details, outcome=IdeaOutcome.LATER))
    assert running.live.state.ideas[idea_id].details.outcome is IdeaOutcome.LATER
    ask.change_decision(decision_id, decision.words, replace(decision.details, reason="They said so"))
    assert running.live.state.decisions[decision_id].details.reason == "They said so"
    ask.close_item(item_id, ItemState.CARRIED_OVER)
    after = services.meetings.begin_next(running.live.id, MeetingDetails(title="Next", held_on=date(2026, 12, 1)))
    assert after.live.state.agenda == ()
