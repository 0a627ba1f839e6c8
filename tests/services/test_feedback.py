"""What happened to my idea: who waits to hear, slips that agree with the record, and noting who was told (R27)."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import page as page_validation
import pypdfium2
import pytest

from coprod_desktop.domain.after_events import ToldHow
from coprod_desktop.domain.answers import decisions_from, tellings
from coprod_desktop.domain.decisions import others_answer
from coprod_desktop.domain.ideas import waits_for_answer
from coprod_desktop.domain.ids import IdeaId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    DecisionDetails,
    IdeaDetails,
    IdeaKind,
    IdeaOutcome,
    NeededYes,
    Outcome,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import Idea, MeetingState
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.minutes.page_checks.checking import PrintedAs, check_pages
from coprod_desktop.minutes.page_checks.finding_words import FindingWords
from coprod_desktop.minutes.plain_text import render_plain_text
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.feedback_papers import Slip
from coprod_desktop.services.feedback_service import Heard, Hearer
from coprod_desktop.services.meeting_service import RunningMeeting
from tests.minutes.read_out import read_out
from tests.services.fixed_clock import FixedClock
from tests.services.told_year import FIRST_DAY, ToldYear

PLAIN, EASY = MinutesFormat.PLAIN_TEXT, MinutesFormat.EASY_READ


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(FIRST_DAY)


def text(services: Services, slip: Slip) -> str:
    return " ".join(services.feedback_papers.render(slip).decode().split())


def year(services: Services, clock: FixedClock, seed: int, meetings: int = 12) -> ToldYear:
    made = ToldYear.begun(services, clock, seed)
    for _ in range(meetings):
        made.meet()
    return made


def said_of(state: MeetingState, idea: Idea) -> list[str]:
    """What a slip must say of an idea, worked out from the state alone."""
    words = [idea.words.printed]
    decided = decisions_from(state, idea)
    for decision in decided:
        waits = others_answer(decision) is YesAnswer.WAITING
        label = "We want this" if waits else "We agreed"
        label = label if decision.details.outcome is Outcome.AGREED else "We did not agree"
        words += [f"{label}: {decision.words.printed}", *(["The council must also say yes."] if waits else [])]
        words += [one.words.printed for one in state.actions.values() if one.details.decision_id == decision.id]
    if not decided:
        words += {
            IdeaOutcome.OPEN: ["We have not decided about this yet."],
            IdeaOutcome.LATER: ["We kept this for later.", "We need time."],
            IdeaOutcome.PASSED_ON: ["We passed this on to The council.", "We need time."],
            IdeaOutcome.NOT_TAKEN_UP: ["We did not choose this.", "We need time."],
        }[idea.details.outcome]
    return words


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_a_year_of_12_meetings_every_idea_is_on_the_slip_of_its_owner_as_the_record_has_it(
    services: Services, clock: FixedClock, seed: int
) -> None:
    made = year(services, clock, seed)
    slips = services.feedback_papers.slips(made.group.id, as_format=PLAIN, with_waiting=True)
    texts = {slip.hearer: text(services, slip) for slip in slips}

    assert len(made.ideas) > 12
    for idea_id, meeting_id in made.ideas.items():
        state = services.meetings.state(meeting_id)
        idea = state.ideas[idea_id]
        people = idea.details.proposer.people
        hearer = Hearer(person_id=people[0]) if people else Hearer(ticket=idea.details.ticket)
        for words in said_of(state, idea):
            assert words in texts[hearer], (idea.words.text, words)
        others = [told for one, told in texts.items() if one != hearer]
        assert not any(f"You said: {idea.words.printed} " in told for told in others)


@pytest.mark.parametrize("seed", [4, 5])
def test_no_idea_is_without_an_outcome_and_not_shown_as_waiting(
    services: Services, clock: FixedClock, seed: int
) -> None:
    made = year(services, clock, seed)
    waiting = {one.line_id for one in services.search.waiting(made.group.id, clock.now().date())}
    untold = {line.line_id for one in services.feedback.waiting(made.group.id) for line in one.lines}
    for idea_id, meeting_id in made.ideas.items():
        idea = services.meetings.state(meeting_id).ideas[idea_id]
        is_settled = not waits_for_answer(idea)
        assert (idea_id in waiting) is (not is_settled or idea.details.outcome is IdeaOutcome.LATER)
        assert (idea_id in untold) is is_settled


def test_whoever_was_told_waits_no_more_until_there_is_other_news(services: Services, clock: FixedClock) -> None:
    made = year(services, clock, 6, meetings=3)
    running = services.meetings.begin(made.group.id, further_details(services, made), tuple(made.people))
    made.random.seed(1)
    idea = made.say(running, "A seat", Proposer(people=(made.people[0],)))
    if running.live.state.ideas[idea].details.outcome is IdeaOutcome.OPEN:
        made.decide(running, idea)
    running.requests.finish()
    clock.pass_seconds(timedelta(days=1).total_seconds())
    hearer = Hearer(person_id=made.people[0])
    mine = services.feedback.waiting_for(made.group.id, made.people[0])
    assert mine is not None

    services.feedback.told_in_words(mine, told_by=made.people[1])

    assert services.feedback.waiting_for(made.group.id, made.people[0]) is None
    told = running.live.state.after.told[idea, made.people[0]]
    assert (told.told_by, told.how, told.told_on) == (made.people[1], ToldHow.IN_WORDS, clock.now().date())
    services.history.undo()
    assert services.feedback.waiting_for(made.group.id, made.people[0]) == mine
    services.history.redo()
    assert hearer not in [one.hearer for one in services.feedback.waiting(made.group.id)]


def further_details(services: Services, made: ToldYear) -> MeetingDetails:
    """The details of a further meeting."""
    return replace(services.meetings.suggested_details(), title="Seats", held_on=made.clock.now().date())


def one_decided(services: Services, clock: FixedClock) -> ToldYear:
    """One meeting with one idea that waits for the yes of the council, and a job."""
    made = ToldYear.begun(services, clock, 0)
    held_on = clock.now().date()
    details = replace(services.meetings.suggested_details(), title="Seats", held_on=held_on)
    running = services.meetings.begin(made.group.id, details, tuple(made.people))
    made.random.random = lambda: 0.9  # type: ignore[method-assign]
    idea = made.say(running, "A seat", Proposer(people=(made.people[0],)))
    made.random.random = lambda: 0.1  # type: ignore[method-assign]
    made.decide(running, idea, "wanted")
    running.requests.finish()
    return made


def test_a_slip_says_who_must_still_say_yes_and_how_long_we_have_waited(services: Services, clock: FixedClock) -> None:
    made = one_decided(services, clock)
    clock.pass_seconds(timedelta(days=61).total_seconds())
    told = text(services, services.feedback_papers.slip(made.people[0], as_format=PLAIN))

    assert "What you said on Tuesday 13 January 2026 You said: A seat." in told
    assert "We want this: We do A seat." in told
    asked = "The council must also say yes. We asked on Tuesday 13 January 2026."
    assert f"{asked} We have waited 61 days for an answer." in told
    assert "There is no answer yet." not in told


def test_news_that_came_after_the_slip_was_printed_is_still_to_be_told(services: Services, clock: FixedClock) -> None:
    made = one_decided(services, clock)
    (slip,) = services.feedback_papers.slips(made.group.id)
    running = services.meetings.open(made.ideas[next(iter(made.ideas))])
    decision_id = next(iter(running.live.state.decisions))
    made.answer(running, decision_id, YesAnswer.YES, date(2026, 2, 1))

    services.feedback.told([slip.heard])

    assert services.feedback.how_many_wait(made.group.id) == 1
    (newer,) = services.feedback_papers.slips(made.group.id)
    services.feedback.told([newer.heard])
    assert services.feedback.how_many_wait(made.group.id) == 0
    assert "said yes on Sunday 1 February 2026" in text(
        services, services.feedback_papers.slip(made.people[0], is_whole=True, as_format=PLAIN)
    )
    (action_id,) = running.live.state.actions
    made.do_job(running, action_id, "The seat is there.")
    assert services.feedback.how_many_wait(made.group.id) == 1


def test_what_they_heard_is_on_the_whole_slip_with_the_day_and_not_on_the_next_one(
    services: Services, clock: FixedClock
) -> None:
    made = one_decided(services, clock)
    services.feedback.told([services.feedback_papers.slip(made.people[0]).heard])
    papers = services.feedback_papers

    assert "A seat" not in text(services, papers.slip(made.people[0], as_format=PLAIN))
    whole = text(services, papers.slip(made.people[0], is_whole=True, as_format=PLAIN))
    assert "We told you this on Tuesday 13 January 2026." in whole


def test_a_slip_is_in_the_format_of_its_owner_and_told_says_so(services: Services, clock: FixedClock) -> None:
    made = one_decided(services, clock)
    person = services.people.get(made.people[0])
    services.people.save(replace(person, minutes=MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=24.0)))
    slip = services.feedback_papers.slip(person.id)

    assert (slip.order.format, slip.order.size_pt) == (MinutesFormat.LARGE_PRINT, 24.0)
    services.feedback.told([slip.heard])
    (told,) = services.meetings.state(next(iter(made.ideas.values()))).after.told.values()
    assert told.how is ToldHow.LARGE_PRINT


def test_nobody_who_died_gets_a_slip_and_who_left_only_on_request(services: Services, clock: FixedClock) -> None:
    made = one_decided(services, clock)
    services.leaving.left(made.people[0])

    assert services.feedback_papers.slips(made.group.id, with_waiting=True) == ()
    assert services.feedback.how_many_wait(made.group.id) == 0
    assert "A seat" in text(services, services.feedback_papers.slip(made.people[0], is_whole=True, as_format=PLAIN))
    services.leaving.died(made.people[0])
    with pytest.raises(NotAllowed):
        services.feedback_papers.slip(made.people[0])


def test_whoever_does_not_want_to_be_named_is_named_nowhere(services: Services, clock: FixedClock) -> None:
    made = ToldYear.begun(services, clock, 0)
    details = replace(services.meetings.suggested_details(), title="Seats", held_on=clock.now().date())
    running = services.meetings.begin(made.group.id, details, tuple(made.people))
    unnamed = made.people[-1]
    made.random.random = lambda: 0.9  # type: ignore[method-assign]
    for proposer in (Proposer(people=(unnamed,)), Proposer(source=Source.UNNAMED)):
        made.decide(running, made.say(running, "A seat", proposer))
    running.requests.finish()
    papers = services.feedback_papers
    slips = papers.slips(made.group.id)

    assert {slip.hearer for slip in slips} == {Hearer(person_id=unnamed), Hearer(ticket=1)}
    assert sorted(slip.file_name for slip in slips) == ["what-happened - ticket 1.pdf", "what-happened.pdf"]
    page = papers.group_page(made.group.id)
    for data in (papers.render(page), *(papers.render(slip) for slip in slips), papers.together(slips)):
        assert b"Dev" not in data
        told = pdf_text(data)
        assert "Patel" not in told
        assert "Dev" not in told
    assert "Ticket number 1" in pdf_text(papers.render(page))
    assert [one.name for one in services.feedback.waiting(made.group.id)] == ["", ""]


def pdf_text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    words = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())
    document.close()
    return words


def test_all_slips_in_one_file_begin_on_sheets_of_their_own(
    services: Services, clock: FixedClock, tmp_path: Path
) -> None:
    made = year(services, clock, 7, meetings=4)
    slips = services.feedback_papers.slips(made.group.id, as_format=EASY)
    file = tmp_path / "slips.pdf"
    file.write_bytes(services.feedback_papers.together(slips))
    assert page_validation.validate_pdf(str(file), profile="ua1").is_compliant
    assert [one for one in read_out(file.read_bytes()).faults if "bookmarks" not in one] == []  # one more for each slip
    document = pypdfium2.PdfDocument(file)
    begins = [
        number
        for number, page in enumerate(document)
        if "What happened to your" in page.get_textpage().get_text_bounded()
    ]
    document.close()

    assert len(begins) == len(slips) > 1
    assert all(number % 2 == 0 for number in begins)


def test_text_slips_are_files_of_their_own_beside_the_pages(
    services: Services, clock: FixedClock, tmp_path: Path
) -> None:
    made = year(services, clock, 8, meetings=6)
    for who in made.people[2:]:
        services.people.save(replace(services.people.get(who), minutes=MinutesChoice(format=PLAIN)))
    slips = services.feedback_papers.slips(made.group.id)
    texts = [slip for slip in slips if slip.order.format is PLAIN]
    files = services.feedback_papers.files(slips, tmp_path / "slips.pdf")

    assert [path.name for path, _data in files][0] == "slips.pdf"
    assert len(files) == 1 + len(texts) == len({path for path, _data in files})


@pytest.mark.parametrize("seed", [9, 10])
def test_slips_and_the_page_of_the_group_pass_our_page_checks(services: Services, clock: FixedClock, seed: int) -> None:
    made = year(services, clock, seed, meetings=3)
    papers, words = services.feedback_papers, FindingWords.load(templates_folder())
    for format in (EASY, MinutesFormat.LARGE_PRINT):
        slips = papers.slips(made.group.id, as_format=format, with_waiting=True)
        for slip in (*slips, papers.group_page(made.group.id, as_format=format)):
            data = papers.render(slip)
            as_printed = PrintedAs(format=format, size_pt=slip.order.checked_size())
            found = check_pages(data, slip.content, as_printed, words)
            assert [one for one in found if one.is_blocking] == []


def test_the_page_of_the_group_says_who_told_whom_and_who_has_still_to_be_told(
    services: Services, clock: FixedClock
) -> None:
    made = one_decided(services, clock)
    assert "We still have to tell Amina." in text(
        services, services.feedback_papers.group_page(made.group.id, as_format=PLAIN)
    )
    services.feedback.told([services.feedback_papers.slip(made.people[0]).heard], told_by=made.people[1])
    told = text(services, services.feedback_papers.group_page(made.group.id, as_format=PLAIN))
    assert "Bea told Amina on Tuesday 13 January 2026." in told
    assert "still have to tell" not in told


def test_an_idea_that_is_carried_on_is_told_once_from_its_first_words(services: Services, clock: FixedClock) -> None:
    made = ToldYear.begun(services, clock, 0)
    made.random.random = lambda: 0.9  # type: ignore[method-assign]
    details = replace(services.meetings.suggested_details(), title="Seats", held_on=clock.now().date())
    first = services.meetings.begin(made.group.id, details, tuple(made.people))
    idea = made.say(first, "A seat", Proposer(people=(made.people[0],)))
    first.requests.settle_idea(idea, IdeaOutcome.LATER, reason="There was no time.")
    first.requests.finish()
    clock.pass_seconds(timedelta(days=30).total_seconds())
    second = services.meetings.begin(made.group.id, replace(details, held_on=clock.now().date()), tuple(made.people))
    again = second.requests.take_up_idea(first.live.state, idea)
    made.decide(second, again)
    second.requests.finish()

    (slip,) = services.feedback_papers.slips(made.group.id, as_format=PLAIN)
    told = text(services, slip)
    assert told.count("You said: A seat.") == 1
    assert "We talked about it again: This was on Thursday 12 February 2026." in told
    assert "We agreed: We do A seat." in told
    assert [one.line_id for one in services.feedback.waiting(made.group.id)[0].lines] == [again]
    services.feedback.told([slip.heard])
    assert services.feedback.how_many_wait(made.group.id) == 0


def test_nothing_is_noted_as_told_that_has_no_news(services: Services, clock: FixedClock) -> None:
    made = one_decided(services, clock)
    state = services.meetings.state(next(iter(made.ideas.values())))
    assert [one.people for one in tellings(state)] == [(made.people[0],)]
    steps = services.history.last
    services.feedback.told([Heard(hearer=Hearer(person_id=PersonId("x")), news=())])
    assert services.history.last is steps


def test_an_idea_that_was_taken_back_says_so_on_the_slip_and_on_the_page(services: Services, clock: FixedClock) -> None:
    made, running, (boat,) = said_at_a_meeting(services, clock, "Sell the boat")
    running.requests.take_back_idea(boat, by=made.people[0])
    running.requests.finish()

    slip = services.feedback_papers.slip(made.people[0], is_whole=True, as_format=PLAIN)
    assert "You said: Sell the boat. Amina took this back." in text(services, slip)
    page = services.feedback_papers.group_page(made.group.id, as_format=PLAIN)
    assert "Sell the boat. Amina took this back." in text(services, page)


def test_who_took_their_own_idea_back_does_not_wait_to_hear_of_it_and_who_shared_it_does(
    services: Services, clock: FixedClock
) -> None:
    made, running, (boat,) = said_at_a_meeting(services, clock, "Sell the boat")
    both = Proposer(people=(made.people[0], made.people[1]))
    shared = running.requests.record_idea(Words(text="Sell the van"), IdeaDetails(proposer=both))
    running.requests.take_back_idea(boat, by=made.people[0])
    running.requests.take_back_idea(shared, by=made.people[0])
    running.requests.finish()

    assert services.feedback.waiting_for(made.group.id, made.people[0]) is None
    waits = services.feedback.waiting_for(made.group.id, made.people[1])
    assert waits is not None
    assert [line.words for line in waits.lines] == ["Sell the van"]


def test_a_decision_that_was_taken_back_is_not_called_an_idea(services: Services, clock: FixedClock) -> None:
    made, running, (boat,) = said_at_a_meeting(services, clock, "Sell the boat")
    details = DecisionDetails(proposer=Proposer(people=(made.people[0],)), outcome=Outcome.AGREED, from_idea_id=boat)
    decision = running.requests.record_decision(Words(text="We sell it."), details)
    running.requests.take_back_decision(decision)
    running.requests.finish()

    told = text(services, services.feedback_papers.slip(made.people[0], is_whole=True, as_format=PLAIN))
    assert "This decision was taken back" in told
    assert "This idea was taken back" not in told
    minutes = " ".join(render_plain_text(services.minutes.content(running.live.id)).split())
    assert "This decision was taken back. We sell it." in minutes
    assert "1 decision was taken back." in minutes
    assert "idea was taken back" not in minutes


def test_all_who_must_still_say_yes_are_told_together_before_the_jobs(services: Services, clock: FixedClock) -> None:
    made, running, (idea,) = said_at_a_meeting(services, clock, "A ramp")
    details = DecisionDetails(
        proposer=Proposer(people=(made.people[0],)),
        outcome=Outcome.AGREED,
        from_idea_id=idea,
        needs_yes_from=(NeededYes(who="the trustees"), NeededYes(who="the council", asked_on=date(2026, 1, 20))),
    )
    job = (Words(text="Write to them."), ActionDetails())
    running.requests.record_decision(Words(text="Build a ramp."), details, actions=[job])
    running.requests.finish()
    told = text(services, services.feedback_papers.slip(made.people[0], as_format=PLAIN))

    assert told.index("The trustees must") < told.index("The council must") < told.index("Write to them.")


def test_new_words_stand_beside_the_first_ones_with_the_answer(services: Services, clock: FixedClock) -> None:
    made, running, _ideas = said_at_a_meeting(services, clock)
    details = DecisionDetails(proposer=Proposer(people=(made.people[0],)), outcome=Outcome.AGREED)
    said = {True: "You said yes to the new words.", False: "You said no to the new words."}
    for answer in (True, False, None):
        words = f"Buy red mugs {answer}."
        decision = running.requests.record_decision(Words(text=words), details)
        new = Words(text=f"Buy blue mugs {answer}.")
        running.requests.change_decision(decision, new, details, changes_meaning=True, agreed_by_proposer=answer)
    running.requests.finish()
    told = text(services, services.feedback_papers.slip(made.people[0], as_format=PLAIN))

    for answer in (True, False, None):
        asked = said.get(answer, "Please tell us if the new words are right.")
        assert f"These were the first words. Buy red mugs {answer}. {asked}" in told


def test_a_slip_has_one_chapter_for_each_day_and_no_heading_twice(services: Services, clock: FixedClock) -> None:
    made, running, _ideas = said_at_a_meeting(services, clock, *(f"Seat {number}" for number in range(6)))
    running.requests.finish()
    slip = services.feedback_papers.slip(made.people[0], as_format=EASY)

    headings = [section.heading for section in slip.content.sections]
    assert headings == ["What you said on Tuesday 13 January 2026", "Who to ask"]
    assert text(services, services.feedback_papers.slip(made.people[0], as_format=PLAIN)).count("You said:") == 6


def test_the_first_page_of_a_slip_is_no_empty_cover(services: Services, clock: FixedClock) -> None:
    made, running, _ideas = said_at_a_meeting(services, clock, *(f"Seat {number}" for number in range(6)))
    running.requests.finish()
    document = pypdfium2.PdfDocument(
        services.feedback_papers.render(services.feedback_papers.slip(made.people[0], as_format=EASY))
    )
    first = document[0].get_textpage().get_text_bounded()
    document.close()

    assert "Hello Amina" in first
    assert "You said" in first.split("What is inside")[1]


def test_the_page_of_the_group_tells_of_ideas_and_says_once_who_has_not_heard(
    services: Services, clock: FixedClock
) -> None:
    made, running, ideas = said_at_a_meeting(services, clock, "A seat", "A lamp")
    for idea in ideas:
        running.requests.settle_idea(idea, IdeaOutcome.LATER)
    thanks = IdeaDetails(proposer=Proposer(people=(made.people[1],)), kind=IdeaKind.THANK_YOU)
    running.requests.record_idea(Words(text="Thank you all."), thanks)
    running.requests.finish()
    told = text(services, services.feedback_papers.group_page(made.group.id, as_format=PLAIN))

    assert told.count("We still have to tell Amina.") == 1
    assert "Thank you all." not in told


def test_joined_ideas_are_of_all_on_the_page_and_the_first_is_of_whoever_said_it_on_the_path(
    services: Services, clock: FixedClock
) -> None:
    made, running, (seat,) = said_at_a_meeting(services, clock, "A seat")
    bench = made.say(running, "A bench", Proposer(people=(made.people[1],)))
    running.requests.join_ideas(seat, (bench,))
    made.decide(running, seat)
    running.requests.finish()

    page = services.feedback_papers.group_page(made.group.id, as_format=PLAIN)
    assert "Idea from Amina and Bea: A seat." in text(services, page)
    labels = [step.label for step in services.trace_papers.told(seat).steps]
    assert labels[:3] == ["Idea from Amina", "Idea from Bea", "Put together"]
    slip = services.feedback_papers.slip(made.people[1], as_format=PLAIN)
    assert "You said: A bench. We put it together with ideas from others." in text(services, slip)


def said_at_a_meeting(
    services: Services, clock: FixedClock, *words: str
) -> tuple[ToldYear, RunningMeeting, tuple[IdeaId, ...]]:
    """A meeting that goes on, with ideas of Amina that nothing has become of."""
    made = ToldYear.begun(services, clock, 0)
    made.random.random = lambda: 0.9  # type: ignore[method-assign]
    details = MeetingDetails(title="Seats", held_on=clock.now().date())
    running = services.meetings.begin(made.group.id, details, tuple(made.people))
    return made, running, tuple(made.say(running, one, Proposer(people=(made.people[0],))) for one in words)


def test_what_came_of_a_job_is_told_beside_it_in_one_block(services: Services, clock: FixedClock) -> None:
    made, running, (idea,) = said_at_a_meeting(services, clock, "A kettle")
    made.random.random = lambda: 0.1  # type: ignore[method-assign]
    made.decide(running, idea)
    (action_id,) = running.live.state.actions
    made.do_job(running, action_id, "We bought it. It cost £24.50.")
    running.requests.finish()
    told = text(services, services.feedback_papers.slip(made.people[0], as_format=PLAIN))

    assert "We did: Do A kettle. We bought it. It cost £24.50." in told
