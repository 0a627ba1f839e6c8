"""A path in easy words: each step says what happened and whose words, and nobody is named against their will."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import Helped, YesAnswer
from coprod_desktop.domain.trace_steps import NOBODY, Path, TraceKind, TraceStep
from coprod_desktop.domain.what_became import Became
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.told_path import ToldPath, ToldStep
from coprod_desktop.services.trace_words import TraceWords, trace_wording
from tests.services.told_paths import AMINA, FIRST, PATH, SECOND, STEPS, UNNAMED, step

WORDS = TraceWords(trace_wording(templates_folder()))


def told(*steps: TraceStep, untold: dict[str, tuple[PersonId, ...]] | None = None) -> ToldPath:
    path = Path(asked_for="", group_id=PATH.group_id, steps=steps, untold=untold or {})
    return WORDS.told(path, {PersonId("amina"): "Amina Yusuf"})


def one(made: TraceStep) -> ToldStep:
    return told(made).steps[0]


def all_words(steps: tuple[ToldStep, ...]) -> str:
    return "\n".join(" ".join((step.label, step.day_words, *step.sentences)) for step in steps)


def test_every_kind_of_step_is_in_the_story_and_says_something() -> None:
    assert {made.kind for made in STEPS} == set(TraceKind)
    for made in told(*STEPS).steps:
        assert made.label
        assert made.sentences
        assert made.picture
        assert made.day_words.endswith(f"{made.day:%B %Y}")


_CAN_BECOME = {
    TraceKind.ITEM: ("on_agenda", "talked_about", "kept_for_later", "carried_over", "not_reached"),
    TraceKind.OUTCOME: (
        *("no_answer_yet", "decided", "not_taken_up", "later", "passed_on", "said", "joined", "withdrawn"),
    ),
    TraceKind.DECISION: (
        *("agreed", "waits_for_yes", "said_no", "not_agreed", "deferred", "withdrawn", "decided_elsewhere"),
    ),
    TraceKind.ACTION: ("still_open", "done", "dropped"),
}


@pytest.mark.parametrize(("kind", "became"), [(kind, one) for kind, all_of in _CAN_BECOME.items() for one in all_of])
def test_whatever_became_of_a_line_there_are_words_for_it(kind: TraceKind, became: str) -> None:
    said = one(step(kind, FIRST, "Words.", whose=AMINA, became=Became(became)))
    assert said.label
    assert said.sentences


def test_an_idea_tells_from_whom_it_is_and_that_it_was_said_for_them() -> None:
    idea = next(made for made in told(*STEPS).steps if made.own_words.startswith("It is too dark"))
    assert idea.label == "Idea from someone who did not want to be named"
    assert idea.lines == (
        "Somebody said it for them.",
        "They said yes to these words.",
        "The number of this idea is 7.",
    )


def test_many_people_are_told_in_a_sentence_and_not_in_the_label() -> None:
    many = replace(AMINA, names=("Amina Yusuf", "Bea Brown", "Cai Davies", "Dev Patel", "Eduardo Ramos"))
    idea = one(step(TraceKind.IDEA, FIRST, "Seats.", whose=many))
    assert idea.label == "The idea"
    assert idea.lines == ("This came from Amina Yusuf, Bea Brown, Cai Davies, Dev Patel and Eduardo Ramos.",)


def test_how_somebody_was_told_is_not_told() -> None:
    """The format that a person reads is a need of theirs (DP-04)."""
    assert "print" not in all_words(told(*STEPS).steps).casefold()


def test_what_was_taken_out_is_said_to_be_taken_out() -> None:
    out = one(step(TraceKind.IDEA, FIRST, whose=UNNAMED, is_taken_out=True))
    assert out.own_words == ""
    assert "Some private words were taken out." in out.lines


@pytest.mark.parametrize("kind", [TraceKind.IDEA, TraceKind.DECISION, TraceKind.OBJECTION])
def test_what_was_taken_back_stays_and_says_so(kind: TraceKind) -> None:
    back = one(step(kind, FIRST, "No more cars.", whose=AMINA, is_taken_back=True))
    assert back.own_words == "No more cars."
    assert "This was taken back." in back.lines


def test_who_took_it_back_is_told_if_it_is_known() -> None:
    back = one(step(TraceKind.IDEA, FIRST, "No more cars.", whose=AMINA, by=AMINA, is_taken_back=True))
    assert back.lines == ("Amina Yusuf took this back.",)


def test_a_yes_that_nobody_has_given_tells_the_days() -> None:
    asked = step(TraceKind.NEEDED_YES, SECOND, who="the council", asked_on=SECOND, days_waited=63)
    waits = one(replace(asked, answer=YesAnswer.WAITING))
    assert waits.waits
    assert waits.sentences[-1] == "We have waited 63 days for an answer."
    assert "There is no answer yet." not in waits.sentences
    said_no = one(replace(asked, answer=YesAnswer.NO, answered_on=SECOND, reason="there is no money"))
    assert not said_no.waits
    assert said_no.sentences[-3:] == (
        "The council said no on Tuesday 12 May 2026.",
        "This is why.",
        "There is no money.",
    )


def test_a_job_that_nobody_has_says_so() -> None:
    job = one(step(TraceKind.ACTION, SECOND, "Ask the school.", whose=NOBODY, became=Became.STILL_OPEN))
    assert "Nobody has this job yet." in job.lines
    assert job.waits


def test_who_waits_to_hear_is_named_only_if_they_may_be() -> None:
    amina, other = PersonId("amina"), PersonId("somebody else")
    idea = step(TraceKind.IDEA, FIRST, "Seats.", whose=AMINA)
    assert told(idea, untold={"i": (amina,)}).waits_to_hear == ("Amina Yusuf still waits to hear what happened.",)
    assert told(idea, untold={"i": (other,)}).waits_to_hear == ("1 person still waits to hear what happened.",)
    assert told(idea, untold={"i": (amina, other)}).waits_to_hear == ("2 people still wait to hear what happened.",)
    assert told(idea).waits_to_hear == ()


def test_the_yes_that_is_waited_for_is_known_by_its_place() -> None:
    second = step(TraceKind.NEEDED_YES, FIRST, line_id="d", who="the council", answer=YesAnswer.WAITING, place=1)
    first = step(TraceKind.NEEDED_YES, SECOND, line_id="d", who="the school", answer=YesAnswer.YES, place=0)
    found = told(second, first).unanswered
    assert found is not None
    assert (found.line_id, found.place) == ("d", 1)
    assert told(first).unanswered is None


def test_words_made_easier_after_the_meeting_say_so() -> None:
    """Nobody is asked for a yes to words that mean the same; the agreed ones stay in sight."""
    easier = step(TraceKind.WORDING, SECOND, "Put up a lamp.", first_words="Install a luminaire.", is_made_easier=True)
    said = one(easier)
    assert said.label == "Easier words"
    assert said.sentences == (
        "Put up a lamp.",
        "We made the words easier after the meeting.",
        "These were the words that we agreed.",
        "Install a luminaire.",
    )


def test_sentences_of_the_program_are_short() -> None:
    own = {made.own_words for made in told(*STEPS).steps}
    for made in told(*STEPS).steps:
        assert all(len(line.split()) <= 15 for line in made.sentences if line not in own), made


def test_an_idea_without_an_answer_says_that_it_waits_and_stops_when_it_is_answered() -> None:
    waits = step(TraceKind.IDEA, FIRST, "A roof.", whose=AMINA, became=Became.NO_ANSWER_YET)
    later = step(TraceKind.OUTCOME, FIRST, "", whose=AMINA, became=Became.LATER)
    taken_back = step(TraceKind.IDEA, FIRST, "A roof.", whose=AMINA, became=Became.WITHDRAWN)
    assert told(waits).waits_to_hear == ("There is no answer yet.",)
    assert told(waits, later).waits_to_hear == ()
    assert told(taken_back).waits_to_hear == ()


def test_a_secret_objection_is_one_person_and_nobody_who_did_not_want_to_be_named() -> None:
    said = one(step(TraceKind.OBJECTION, FIRST, "It costs too much.", whose=NOBODY))
    assert (said.label, said.before) == ("Who did not agree", ("1 person did not agree.",))


def test_a_job_is_told_as_it_was_given_out_and_later_what_came_of_it() -> None:
    job = step(TraceKind.ACTION, FIRST, "Make a sign.", whose=AMINA, became=Became.DROPPED)
    assert one(job).label == "A job for Amina Yusuf"
    assert one(replace(job, kind=TraceKind.RESULT, words="")).lines == ("We will not do this.",)
    assert one(replace(job, kind=TraceKind.RESULT, words="", became=Became.DONE)).lines == ("It is done.",)


def test_nothing_in_running_text_is_a_question_or_has_a_colon() -> None:
    for helped in Helped:
        said = one(step(TraceKind.HELPED, FIRST, whose=AMINA, helped=helped))
        assert not any(mark in line for line in said.sentences for mark in "?:")
    decided = step(TraceKind.DECISION, FIRST, "A lamp.", whose=AMINA, became=Became.AGREED, reason="It is dark.")
    assert one(decided).sentences[-2:] == ("This is why.", "It is dark.")


def test_whose_idea_a_decision_was_is_told_once() -> None:
    idea = step(TraceKind.IDEA, FIRST, "A lamp.", whose=AMINA)
    decided = step(TraceKind.DECISION, SECOND, "2 lamps.", whose=AMINA, became=Became.AGREED)
    assert one(decided).lines == ("The idea came from Amina Yusuf.",)
    assert told(idea, decided).steps[1].lines == ()
