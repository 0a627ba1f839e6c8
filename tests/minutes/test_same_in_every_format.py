"""The same decisions, outcomes, proposers, objections, conditions, counts, owners and dates everywhere (PT-11)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

import pytest

from coprod_desktop.domain.decisions import waits_for_yes
from coprod_desktop.domain.lines import ActionState, Outcome, YesAnswer
from coprod_desktop.domain.meeting_state import Action, Decision, MeetingState
from coprod_desktop.domain.person import Person, printed_names
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.dates_and_amounts import date_words, day_of
from coprod_desktop.minutes.plain_text import render_plain_text
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller
from tests.minutes.full_meeting import WORDS_ON_PAPER, full_content, full_meeting
from tests.minutes.meeting_builder import ENGLISH, sample_content, sample_meeting
from tests.minutes.printing import easy_read, large_print
from tests.minutes.read_out import read_out

FULL = "all that a decision can have"
MEETINGS = ("riverside-team-up", "first-meeting", "money", "health-care", "housing", FULL)
FORMATS = ("easy read", "large print", "plain text")
LABELS = {
    Outcome.AGREED: "We agreed",
    Outcome.NOT_AGREED: "We did not agree",
    Outcome.DEFERRED: "We will decide this later",
    Outcome.WITHDRAWN: "This decision was taken back",
    Outcome.DECIDED_ELSEWHERE: "Other people decided this",
}


@cache
def content_of(meeting: str) -> MinutesContent:
    return full_content() if meeting == FULL else sample_content(meeting)


@cache
def words_of(meeting: str, format: str) -> str:
    """All that a copy says, read back out of the file, in one line without the contents list."""
    content = content_of(meeting)
    if format == "plain text":
        text = render_plain_text(content)
    else:
        made = easy_read(content) if format == "easy read" else large_print(content)
        text = " ".join(one.text for one in read_out(made.data).said if one.tag not in ("Link", "Lbl"))
    return tidy(text.replace("\n- ", "\n").replace(":", " ").replace(". ", " ").replace(".\n", " "))


def plain(words: str) -> str:
    return tidy(words.replace(":", " ").replace(". ", " ").rstrip("."))


@cache
def meeting_of(name: str) -> tuple[MeetingState, Mapping[str, str]]:
    if name == FULL:
        meeting = full_meeting()
        return meeting.state, names(meeting.people)
    state, _group, people = sample_meeting(name)
    return state, names(people)


def names(people: Sequence[Person]) -> Mapping[str, str]:
    return dict(printed_names(people))


def told_of(decision: Decision, actions: list[Action], teller: Teller) -> Iterator[str]:
    """Everything that has to be said of one decision, in words."""
    details = decision.details
    yield "We want this" if waits_for_yes(decision) else LABELS[details.outcome]
    yield from map(plain, sentences(decision.words.printed))
    yield "Idea from"
    yield plain(teller.starting(teller.proposer(details.proposer)))
    for objection in details.objections:
        yield from map(plain, sentences(objection.text))
    yield from (plain(line) for condition in details.conditions for line in sentences(condition))
    if details.votes:
        counts = (details.votes.yes, "said yes"), (details.votes.no, "said no"), (details.votes.unsure, "not sure")
        yield from (words for number, words in counts if number)
    for needed in details.needs_yes_from:
        yield plain(needed.who).partition(" ")[2] or needed.who
    if details.wording_changed:
        yield from map(plain, sentences(details.wording_changed.first_words))
    yield from (date_words(day, ENGLISH) for day in _days(decision, actions))
    for action in actions:
        yield from map(plain, sentences(action.words.printed))
        yield from teller.named(action.details.owners)
        if not action.details.owners:
            yield "Nobody has this job yet"
        yield from map(plain, _after_job(action))


def _after_job(action: Action) -> Iterator[str]:
    """What goes with a job, and what was said of whether it helped."""
    details = action.details
    for words in (details.time_wanted, details.help_wanted, details.money_wanted):
        yield from sentences(words)
    for said in details.helped:
        yield from sentences(said.words)


def _has_day(action: Action) -> bool:
    """A job that is done says how it went, and no longer by when."""
    return action.details.due_on is not None and action.details.state is ActionState.OPEN


def _days(decision: Decision, actions: list[Action]) -> Iterator[date]:
    yield from (action.details.due_on for action in actions if _has_day(action))
    for needed in decision.details.needs_yes_from:
        day = needed.asked_on if needed.answer is YesAnswer.WAITING else needed.answered_on
        yield from (day,) if day else ()
    if decision.details.outcome is Outcome.DECIDED_ELSEWHERE:
        day = day_of(decision.details.decided_at)
        yield from (day,) if day else ()
    if decision.details.review_on:
        yield decision.details.review_on
    if decision.details.open_until:
        yield decision.details.open_until


@pytest.mark.parametrize("name", MEETINGS)
@pytest.mark.parametrize("format", FORMATS)
def test_all_that_is_known_of_a_decision_is_said(name: str, format: str) -> None:
    state, known = meeting_of(name)
    text, teller = words_of(name, format), Teller(ENGLISH, known)
    assert state.decisions
    for decision in state.decisions.values():
        actions = [action for action in state.actions.values() if action.details.decision_id == decision.id]
        for words in told_of(decision, actions, teller):
            assert words.casefold() in text.casefold(), (format, words)


@pytest.mark.parametrize("name", MEETINGS)
@pytest.mark.parametrize("format", FORMATS)
def test_ideas_and_jobs_are_all_there_with_whose_they_are(name: str, format: str) -> None:
    state, known = meeting_of(name)
    text, teller = words_of(name, format).casefold(), Teller(ENGLISH, known)
    for idea in state.ideas.values():
        for line in sentences(idea.words.printed):
            assert plain(line).casefold() in text
        assert plain(teller.proposer(idea.details.proposer)).casefold() in text
    for action in state.actions.values():
        for line in sentences(action.words.printed):
            assert plain(line).casefold() in text
        for line in _after_job(action):
            assert plain(line).casefold() in text
        due = action.details.due_on
        assert not _has_day(action) or (due and date_words(due, ENGLISH).casefold() in text)


@pytest.mark.parametrize("name", MEETINGS)
def test_every_format_says_the_same_words_in_the_same_order(name: str) -> None:
    content = content_of(name)
    large = read_out(large_print(content).data)
    easy = read_out(easy_read(content).data)

    def said(of: object) -> str:
        body = [one.text for one in of.said if one.tag not in ("Link", "Lbl")]  # type: ignore[attr-defined]
        return tidy(" ".join(body)).translate(str.maketrans("", "", "0123456789"))

    def without_pages(text: str) -> str:
        return text.replace("pages ", "page ").replace(" and ", " ").replace(", ", " ")

    first, second = without_pages(said(easy)), without_pages(said(large))
    contents = content.contents_heading
    assert first.replace(contents, "").split() == second.replace(contents, "").split()


@pytest.mark.parametrize("name", MEETINGS)
def test_agenda_items_have_the_same_numbers_in_every_format(name: str) -> None:
    content = content_of(name)
    headings = [f"{section.number}. {section.heading}" for section in content.sections if section.number]
    text = render_plain_text(content)
    for heading in headings:
        assert f"\n{heading}\n" in text
        for made in (easy_read(content), large_print(content)):
            assert heading in read_out(made.data).of("H2")


@pytest.mark.parametrize("format", FORMATS)
def test_presence_secret_counts_and_all_that_came_after_is_said_in_every_format(format: str) -> None:
    text = words_of(FULL, format).casefold()

    assert [words for words in WORDS_ON_PAPER if plain(words).casefold() not in text] == []


@pytest.mark.parametrize("format", FORMATS)
def test_a_secret_count_names_nobody_and_an_unnamed_person_is_nowhere(format: str) -> None:
    text = words_of(FULL, format)
    secret = text[text.index("We chose in private") :].partition("Is this right?")[0]

    assert "1 person did not agree" in secret
    assert not any(name in secret for name in ("Amy", "Bea", "Cai", "Dev"))
    assert "Una" not in text
    assert "Hidden" not in text


def test_a_word_that_one_format_left_out_would_be_found() -> None:
    name = MEETINGS[0]
    words = "Spend up to £700 on help with travel"
    assert words in words_of(name, "easy read")
    assert words not in words_of(name, "easy read").replace("£700", "£70")
