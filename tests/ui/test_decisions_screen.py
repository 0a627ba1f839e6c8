"""The decisions screen: from an idea to a decision to a job by keys alone; nothing typed is lost, no idea nameless."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.ids import DecisionId, IdeaId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    DecisionDetails,
    HowDecided,
    IdeaDetails,
    IdeaKind,
    IdeaOutcome,
    NeededYes,
    Objection,
    Outcome,
    SaidHow,
    Votes,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.ui.screens.decisions.decisions_screen import DecisionsScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.decision_parts import CONDITIONS, NEEDED, OBJECTIONS, OUTCOME, SUPPORT
from coprod_desktop.ui.widgets.needed_yes_entry import NeededYesEntry
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from tests.ui.screen_checks import (
    Room,
    begin_to_talk,
    cut_widgets,
    focused,
    open_room,
    press,
    settle,
    show,
    sideways_scrolls,
    type_keys,
    unnamed_controls,
    words_of,
)

SHELTER = "Put the first shelter at the hospital"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Everyone is here, and the group talks about the first of two items."""
    perspectives = {
        "Amina": (Perspective.LIVED_EXPERIENCE,),
        "Bob": (Perspective.CARER,),
        "Chen": (Perspective.CARER,),
    }
    for room in open_room(tmp_path):
        begin_to_talk(room, perspectives)
        yield room


@pytest.fixture
def screen(theme: Theme, room: Room) -> DecisionsScreen:
    """The screen as the window shows it."""
    screen = DecisionsScreen(theme, room.services, room.bridge)
    show(screen)
    return screen


def by(room: Room, *names: str) -> Proposer:
    """People as a proposer."""
    return Proposer(people=tuple(room.people[name] for name in names))


def record_idea(room: Room, text: str = SHELTER, who: str = "Dilys") -> IdeaId:
    """An idea on the item that the group talks about."""
    details = IdeaDetails(proposer=by(room, who), item_id=room.state.agenda[0].id, picture="bus")
    idea_id = room.running.requests.record_idea(Words(text=text), details)
    settle()
    return idea_id


def record_decision(room: Room, text: str = SHELTER) -> DecisionId:
    """A decision on the item that the group talks about."""
    details = DecisionDetails(
        proposer=by(room, "Dilys"), outcome=Outcome.AGREED, item_id=room.state.agenda[0].id, supported_by=()
    )
    decision_id = room.running.requests.record_decision(Words(text=text), details)
    settle()
    return decision_id


def press_f(screen: DecisionsScreen, key: str) -> None:
    """Press a function key, as the window does."""
    assert screen.press(key), key
    settle()


def open_line(screen: DecisionsScreen, line_id: str) -> None:
    """Go to a row and press Return."""
    assert screen.list.lines.focus_row(line_id)
    press(Qt.Key.Key_Return)


# Journeys by keys alone


def test_an_idea_becomes_a_decision_with_a_job_by_keys_alone(room: Room, screen: DecisionsScreen) -> None:
    assert focused() is screen.list.add_idea
    press_f(screen, "F4")
    type_keys(SHELTER)
    press(Qt.Key.Key_Return)
    type_keys("d")
    press(Qt.Key.Key_Space)
    press_f(screen, "F8")
    (idea,) = room.state.ideas.values()
    assert idea.words.text == SHELTER
    assert idea.details.proposer.people == (room.people["Dilys"],)
    assert idea.details.item_id == room.state.agenda[0].id
    assert focused() is screen.list.add_idea

    open_line(screen, idea.id)
    assert focused().accessibleName() == "Make it a decision"
    press(Qt.Key.Key_Return)
    assert screen.words.value().text == SHELTER
    assert screen.words.chosen_proposer().people == (room.people["Dilys"],)
    press_f(screen, "F8")
    assert "Do you agree?" in words_of(screen)
    assert focused().accessibleName() == "We agreed"
    press_f(screen, "F8")
    (decision,) = room.state.decisions.values()
    assert decision.details.from_idea_id == idea.id
    assert decision.details.outcome is Outcome.AGREED
    assert decision.details.decided_at.startswith("2026-11-24T10:00:00")
    assert room.state.ideas[idea.id].details.outcome is IdeaOutcome.DECIDED

    assert focused() is screen.page.add_job
    press_f(screen, "F4")
    type_keys("Ask the council")
    press(Qt.Key.Key_Return)
    type_keys("b")
    press(Qt.Key.Key_Space)
    press_f(screen, "F8")
    (action,) = room.state.actions.values()
    assert action.details.decision_id == decision.id
    assert action.details.owners == (room.people["Bob"],)
    assert "Bob \u00b7 No date yet" in words_of(screen)
    assert room.replayed().decisions == room.state.decisions


def change_an_idea(room: Room, screen: DecisionsScreen) -> None:
    """Words and outcome together."""
    open_line(screen, next(iter(room.state.ideas)))
    screen.list.lines.act("change").click()
    screen.idea.words.set_words("More light")
    screen.idea.outcome.button(IdeaOutcome.LATER).click()


def change_a_decision(room: Room, screen: DecisionsScreen) -> None:
    """Words, meaning and proposer together."""
    open_line(screen, next(iter(room.state.decisions)))
    screen.page.what_row.change.click()
    screen.words.words.set_words("Put the first shelter at the school")
    screen.words.meaning.button("changed").click()
    screen.words.proposer.set_value(by(room, "Amina", "Dilys"))


def change_a_job(room: Room, screen: DecisionsScreen) -> None:
    """Words and who does it together."""
    open_line(screen, next(iter(room.state.actions)))
    screen.job.fields.words.set_words("Ask the bus company")
    screen.job.fields.owners.set_value((room.people["Bob"],))


def decide_with_a_job(room: Room, screen: DecisionsScreen) -> None:
    """A decision from an idea, and a job with it."""
    open_line(screen, next(iter(room.state.ideas)))
    screen.list.lines.act("decide").click()
    press_f(screen, "F8")
    screen.page.action.words.set_words("Measure the pavement")


@pytest.mark.parametrize("fill", [change_an_idea, change_a_decision, change_a_job, decide_with_a_job])
def test_one_press_is_taken_back_by_one_undo(
    room: Room, screen: DecisionsScreen, fill: Callable[[Room, DecisionsScreen], None]
) -> None:
    record_idea(room)
    record_decision(room, "Seats with arms")
    room.running.requests.agree_action(Words(text="Ask the council"), ActionDetails())
    settle()
    before, acts = room.state, room.acts()
    fill(room, screen)
    press_f(screen, "F8")
    assert room.state != before
    assert room.acts() == acts + 1
    room.services.history.undo()
    settle()
    assert room.state == before


def test_everything_of_a_draft_is_saved_with_it(room: Room, screen: DecisionsScreen) -> None:
    press_f(screen, "F8")
    type_keys(SHELTER)
    press(Qt.Key.Key_Return)
    type_keys("a")
    press(Qt.Key.Key_Space)
    press_f(screen, "F8")
    page = screen.page
    page.outcome.how.button(HowDecided.SHOW_OF_HANDS).click()
    page.outcome.counts["yes"].setText("7")
    page.outcome.counts["unsure"].setText("1")
    page.outcome.reason.set_words("It is close to the door.")
    page.open_part(OBJECTIONS)
    type_keys("The pavement is narrow.")
    press(Qt.Key.Key_Return)
    type_keys("b")
    press(Qt.Key.Key_Space)
    page.objections.add.click()
    type_keys("It is noisy.")
    page.open_part(SUPPORT)
    page.support.backed_by.set_value((room.people["Chen"],))
    page.support.built_on_by.set_value((room.people["Dilys"],))
    page.support.stood_aside.set_value((room.people["Bob"],))
    page.open_part(NEEDED)
    type_keys("The council")
    page.open_part(CONDITIONS)
    page.conditions.conditions.setPlainText("There is a light\n\nThere is a seat")
    page.conditions.review_on.set_day(date(2027, 3, 1))
    page.conditions.for_now_until.set_day(date(2027, 1, 12))
    page.conditions.seven_days.click()
    page.action.words.set_words("Measure the pavement")
    page.action.owners.set_value((room.people["Bob"],))
    press_f(screen, "F8")
    (decision,) = room.state.decisions.values()
    details = decision.details
    assert details.how_decided is HowDecided.SHOW_OF_HANDS
    assert details.votes == Votes(yes=7, unsure=1)
    assert details.reason == "It is close to the door."
    assert details.objections == (
        Objection(text="The pavement is narrow.", by=by(room, "Bob")),
        Objection(text="It is noisy."),
    )
    assert details.supported_by == (room.people["Chen"],)
    assert details.built_on_by == (room.people["Dilys"],)
    assert details.stood_aside == (room.people["Bob"],)
    assert details.needs_yes_from == (NeededYes(who="The council"),)
    assert details.conditions == ("There is a light", "There is a seat")
    assert (details.review_on, details.for_now_until) == (date(2027, 3, 1), date(2027, 1, 12))
    assert details.open_until == date.today() + timedelta(days=7)
    (action,) = room.state.actions.values()
    assert action.words.text == "Measure the pavement"
    assert action.details == ActionDetails(decision_id=decision.id, owners=(room.people["Bob"],))


@pytest.mark.parametrize(
    ("outcome", "words"),
    [(Outcome.AGREED, "Yes, we decided this"), (Outcome.NOT_AGREED, "Save this"), (Outcome.DEFERRED, "Save this")],
)
def test_the_button_says_what_will_be_saved(room: Room, screen: DecisionsScreen, outcome: Outcome, words: str) -> None:
    record_idea(room)
    open_line(screen, next(iter(room.state.ideas)))
    press(Qt.Key.Key_Return)
    press_f(screen, "F8")
    screen.page.outcome.outcome.button(outcome).click()
    assert screen.page.save.words() == words
    press_f(screen, "F8")
    (decision,) = room.state.decisions.values()
    assert decision.details.outcome is outcome


# Ideas


def test_an_idea_without_a_proposer_is_refused_beside_the_field_and_keeps_its_words(
    room: Room, screen: DecisionsScreen
) -> None:
    press_f(screen, "F4")
    type_keys(SHELTER)
    press_f(screen, "F8")
    assert room.state.ideas == {}
    assert screen.idea.error_words() == "Please say whose idea this is."
    assert screen.idea.words.words() == SHELTER
    type_keys("b")
    press(Qt.Key.Key_Space)
    press_f(screen, "F8")
    assert len(room.state.ideas) == 1


def test_half_typed_words_survive_refreshes_and_escape(room: Room, screen: DecisionsScreen) -> None:
    press_f(screen, "F4")
    type_keys("More li")
    room.running.requests.leave(room.people["Bob"])
    settle()
    assert screen.idea.words.words() == "More li"
    assert focused() is screen.idea.words
    assert screen.leave()
    settle()
    assert focused() is screen.list.add_idea
    press_f(screen, "F4")
    assert screen.idea.words.words() == "More li"
    assert room.state.ideas == {}


def test_an_idea_can_be_changed_with_kind_voice_and_outcome(room: Room, screen: DecisionsScreen) -> None:
    idea_id = record_idea(room)
    open_line(screen, idea_id)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    form = screen.idea
    form.easy_words.set_words("The first shelter is at the hospital")
    form.kind.button(IdeaKind.KEEP_THIS).click()
    form.said_how.button(SaidHow.SAID_FOR_THEM).click()
    form.outcome.button(IdeaOutcome.PASSED_ON).click()
    form.passed_on_to.setText("The bus company")
    form.reason.set_words("They own the stop.")
    press_f(screen, "F8")
    idea = room.state.ideas[idea_id]
    assert idea.words == Words(text=SHELTER, easy_text="The first shelter is at the hospital")
    assert idea.details.kind is IdeaKind.KEEP_THIS
    assert idea.details.said_how is SaidHow.SAID_FOR_THEM
    assert idea.details.outcome is IdeaOutcome.PASSED_ON
    assert idea.details.passed_on_to == "The bus company"
    assert idea.details.reason == "They own the stop."
    assert idea.details.picture == "bus"


def test_a_new_idea_after_a_change_starts_empty(room: Room, screen: DecisionsScreen) -> None:
    open_line(screen, record_idea(room))
    screen.list.lines.act("change").click()
    settle()
    assert screen.leave()
    press_f(screen, "F4")
    assert screen.idea.words.words() == ""
    assert screen.idea.title() == "Write an idea"


def test_every_row_says_whose_idea_it_was(room: Room, screen: DecisionsScreen) -> None:
    record_idea(room)
    record_decision(room)
    details = IdeaDetails(proposer=Proposer(source=Source.UNNAMED), item_id=room.state.agenda[0].id)
    room.running.requests.record_idea(Words(text="More light"), details)
    settle()
    said = screen.list.lines.words()
    assert len(said) == 3
    assert sum("Idea from Dilys" in row for row in said) == 2
    assert sum("Idea from: Someone who did not want to be named" in row for row in said) == 1


def test_when_it_cannot_be_saved_the_words_stay_and_nothing_pretends(room: Room, screen: DecisionsScreen) -> None:
    failed: list[StorageFault] = []
    room.bridge.failed.connect(failed.append)
    with room.services.database.write() as connection:
        full = "CREATE TRIGGER full BEFORE INSERT ON meeting_log BEGIN SELECT RAISE(ABORT, 'full'); END"
        connection.exec_driver_sql(full)
    press_f(screen, "F4")
    type_keys(SHELTER)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    press_f(screen, "F8")
    assert len(failed) == 1
    assert room.state.ideas == {}
    assert screen.idea.isVisible()
    assert screen.idea.words.words() == SHELTER
    with room.services.database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER full")
    press_f(screen, "F8")
    assert len(room.state.ideas) == 1


# The words of a decision


def test_a_decision_without_words_or_proposer_stays_at_the_first_step(room: Room, screen: DecisionsScreen) -> None:
    press_f(screen, "F8")
    press_f(screen, "F8")
    assert screen.words.error_words() == "Please write a few words first."
    assert focused() is screen.words.words
    type_keys(SHELTER)
    press_f(screen, "F8")
    assert screen.words.error_words() == "Please say whose idea this is."
    assert screen.words.isVisible()
    assert room.state.decisions == {}


def test_changed_words_ask_if_the_meaning_is_the_same(room: Room, screen: DecisionsScreen) -> None:
    decision_id = record_decision(room)
    open_line(screen, decision_id)
    screen.page.what_row.change.click()
    settle()
    assert not screen.words.meaning.isVisible()
    type_keys(" now")
    press_f(screen, "F8")
    assert screen.words.error_words() == "Please say if the meaning is the same."
    screen.words.meaning.button("same").click()
    press_f(screen, "F8")
    decision = room.state.decisions[decision_id]
    assert decision.words.text == f"{SHELTER} now"
    assert decision.details.wording_changed is None
    assert screen.page.words() == f"{SHELTER} now"


@pytest.mark.parametrize(("answer", "agreed"), [("yes", True), ("no", False), ("not_asked", None)])
def test_a_new_meaning_keeps_the_first_words_and_what_the_proposer_says(
    room: Room, screen: DecisionsScreen, answer: str, agreed: bool | None
) -> None:
    decision_id = record_decision(room)
    open_line(screen, decision_id)
    screen.page.what_row.change.click()
    settle()
    type_keys(" and the school")
    screen.words.meaning.button("changed").click()
    screen.words.answer.button(answer).click()
    press_f(screen, "F8")
    changed = room.state.decisions[decision_id].details.wording_changed
    assert changed is not None
    assert changed.first_words == SHELTER
    assert changed.agreed_by_proposer is agreed
    assert f"First words: {SHELTER}" in words_of(screen)


def test_the_proposer_and_picture_of_a_decision_can_be_put_right(room: Room, screen: DecisionsScreen) -> None:
    decision_id = record_decision(room)
    open_line(screen, decision_id)
    screen.page.proposer_row.change.click()
    settle()
    screen.words.proposer.set_value(by(room, "Amina", "Dilys"))
    screen.words.picture.set_value("bus")
    press_f(screen, "F8")
    details = room.state.decisions[decision_id].details
    assert details.proposer == by(room, "Amina", "Dilys")
    assert details.picture == "bus"


# The parts of a decision


def test_an_answer_of_somebody_else_can_be_added_later(room: Room, screen: DecisionsScreen) -> None:
    decision_id = record_decision(room)
    open_line(screen, decision_id)
    screen.page.rows[NEEDED].row.change.click()
    settle()
    type_keys("The council")
    entry = screen.page.needed.entries()[0]
    assert isinstance(entry, NeededYesEntry)
    entry.asked_on.set_day(date(2026, 11, 25))
    press_f(screen, "F8")
    assert "Somebody else must say yes" in "\n".join(screen.list.lines.words())
    screen.page.rows[NEEDED].row.change.click()
    settle()
    entry.answer.button(YesAnswer.NO).click()
    entry.reason.set_words("There is no money.")
    press_f(screen, "F8")
    assert room.state.decisions[decision_id].details.needs_yes_from == (
        NeededYes(who="The council", asked_on=date(2026, 11, 25), answer=YesAnswer.NO, reason="There is no money."),
    )
    assert "Asked on Wednesday 25 November 2026." in words_of(screen)
    assert focused() is screen.page.rows[NEEDED].row.change


def test_change_goes_to_the_first_of_several_and_one_more_to_the_new_one(room: Room, screen: DecisionsScreen) -> None:
    decision_id = record_decision(room)
    decision = room.state.decisions[decision_id]
    asked = (NeededYes(who="The council"), NeededYes(who="The bus company"))
    room.running.requests.change_decision(decision_id, decision.words, replace(decision.details, needs_yes_from=asked))
    open_line(screen, decision_id)
    screen.page.rows[NEEDED].row.change.click()
    settle()
    entries = screen.page.needed.entries()
    assert entries[0].focusProxy() is focused()
    screen.page.needed.add.click()
    settle()
    assert screen.page.needed.entries()[2].focusProxy() is focused()


def test_an_objection_without_words_is_refused_beside_the_field(room: Room, screen: DecisionsScreen) -> None:
    decision_id = record_decision(room)
    open_line(screen, decision_id)
    screen.page.open_part(OBJECTIONS)
    press(Qt.Key.Key_Return)
    type_keys("b")
    press(Qt.Key.Key_Space)
    press_f(screen, "F8")
    assert room.state.decisions[decision_id].details.objections == ()
    assert screen.page.open_key == OBJECTIONS
    assert "Please write a few words first." in words_of(screen)
    type_keys("It is noisy.")
    press_f(screen, "F8")
    assert room.state.decisions[decision_id].details.objections == (Objection(text="It is noisy.", by=by(room, "Bob")),)
    assert screen.page.open_key == ""


def test_an_open_part_keeps_what_was_typed_through_a_refresh(room: Room, screen: DecisionsScreen) -> None:
    decision_id = record_decision(room)
    open_line(screen, decision_id)
    screen.page.open_part(OBJECTIONS)
    type_keys("It is noi")
    room.running.requests.leave(room.people["Chen"])
    settle()
    assert focused().property("plainText") == "It is noi"
    assert screen.leave()
    assert screen.page.open_key == ""
    assert room.state.decisions[decision_id].details.objections == ()


def test_saving_one_part_changes_nothing_else(room: Room, screen: DecisionsScreen) -> None:
    details = DecisionDetails(
        proposer=by(room, "Dilys"),
        outcome=Outcome.AGREED,
        item_id=room.state.agenda[0].id,
        supported_by=(room.people["Dilys"], room.people["Amina"]),
        votes=Votes(yes=3),
        objections=(Objection(text="No.", by=Proposer(source=Source.UNNAMED)),),
        needs_yes_from=(NeededYes(who="The council", asked_on=date(2026, 11, 1)),),
        conditions=("A light",),
        decided_at="2026-11-24T10:00:00+00:00",
    )
    decision_id = room.running.requests.record_decision(Words(text=SHELTER), details)
    settle()
    steps = room.running.live.record_number
    open_line(screen, decision_id)
    screen.page.open_part(OUTCOME)
    press_f(screen, "F8")
    assert room.state.decisions[decision_id].details == details
    assert room.running.live.record_number == steps


def test_undo_of_the_decision_goes_back_to_the_list(room: Room, screen: DecisionsScreen) -> None:
    open_line(screen, record_decision(room))
    room.running.live.undo()
    settle()
    assert screen.list.isVisible()
    assert focused() is screen.list.add_idea


# Jobs


def test_a_job_without_anyone_says_so(room: Room, screen: DecisionsScreen) -> None:
    screen.list.add_job.setFocus()
    press(Qt.Key.Key_Return)
    type_keys("Ask the council")
    press_f(screen, "F8")
    (action,) = room.state.actions.values()
    assert action.details.owners == ()
    assert "Nobody has this job yet \u00b7 No date yet" in "\n".join(screen.list.lines.words())


def test_a_job_is_done_with_its_result(room: Room, screen: DecisionsScreen) -> None:
    action_id = room.running.requests.agree_action(
        Words(text="Ask the council"), ActionDetails(owners=(room.people["Bob"],), due_on=date(2026, 12, 8))
    )
    settle()
    open_line(screen, action_id)
    assert screen.job.fields.due_on.day() == date(2026, 12, 8)
    screen.job.state.button(ActionState.DONE).click()
    screen.job.result.set_words("They said yes.")
    press_f(screen, "F8")
    details = room.state.actions[action_id].details
    assert details.state is ActionState.DONE
    assert details.result == "They said yes."
    assert details.owners == (room.people["Bob"],)


def test_a_job_without_words_is_refused_before_the_decision_is_saved(room: Room, screen: DecisionsScreen) -> None:
    record_idea(room)
    open_line(screen, next(iter(room.state.ideas)))
    press(Qt.Key.Key_Return)
    press_f(screen, "F8")
    screen.page.action.owners.set_value((room.people["Bob"],))
    press_f(screen, "F8")
    assert room.state.decisions == {}
    assert screen.page.action.error_words() == "Please write a few words first."
    type_keys("Ask them")
    press_f(screen, "F8")
    assert len(room.state.decisions) == 1
    assert len(room.state.actions) == 1


# The list and the side card


def test_the_list_follows_the_item_and_can_show_all(room: Room, screen: DecisionsScreen) -> None:
    record_idea(room)
    second = IdeaDetails(proposer=by(room, "Bob"), item_id=room.state.agenda[1].id)
    room.running.requests.record_idea(Words(text="Seats with arms"), second)
    settle()
    assert [row.split(".")[0] for row in screen.list.lines.words()] == [SHELTER]
    screen.list.items.open.click()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    assert [row.split(".")[0] for row in screen.list.lines.words()] == ["Seats with arms"]
    screen.list.items.chosen.emit("all")
    settle()
    assert [row.split(".")[0] for row in screen.list.lines.words()] == ["Seats with arms", SHELTER]


def test_the_room_is_told_in_counts_and_never_beside_a_name(room: Room, screen: DecisionsScreen) -> None:
    record_idea(room)
    said = words_of(screen.room).splitlines()
    assert [line for line in said if ": " in line] == ["Lived experience: 1", "Unpaid carers: 2"]
    assert "1 idea waits for an answer" in said
    assert not any(name in " ".join(said) for name in room.people)


def test_it_says_kindly_when_nobody_with_lived_experience_is_here(room: Room, screen: DecisionsScreen) -> None:
    assert "Nobody here has said they speak from their own life." not in words_of(screen)
    room.running.requests.leave(room.people["Amina"])
    settle()
    assert "Nobody here has said they speak from their own life." in words_of(screen)


def test_another_meeting_starts_with_empty_forms(room: Room, screen: DecisionsScreen) -> None:
    press_f(screen, "F4")
    type_keys("Half")
    details = room.state.details
    assert details is not None
    other = room.services.meetings.begin(room.group.id, details)
    room.bridge.open(other)
    settle()
    assert screen.list.isVisible()
    assert screen.idea.words.words() == ""


def test_undo_of_a_decision_while_its_words_are_changed_goes_back_to_the_list(
    room: Room, screen: DecisionsScreen
) -> None:
    open_line(screen, record_decision(room))
    screen.page.what_row.change.click()
    settle()
    room.running.live.undo()
    settle()
    assert screen.list.isVisible()
    assert screen.list.lines.words() == []


# What holds for every screen


def _at_step(room: Room, screen: DecisionsScreen, step: str) -> None:
    if step == "list":
        record_idea(room)
        open_line(screen, next(iter(room.state.ideas)))
    elif step == "idea":
        press_f(screen, "F4")
        screen.idea.open_more(is_open=True)
    elif step == "words":
        press_f(screen, "F8")
    elif step == "agree":
        record_idea(room)
        open_line(screen, next(iter(room.state.ideas)))
        press(Qt.Key.Key_Return)
        press_f(screen, "F8")
        screen.page.outcome.how.button(HowDecided.DOTS).click()
        screen.page.open_part(OBJECTIONS)
    elif step == "page":
        open_line(screen, record_decision(room))
        screen.page.open_part(NEEDED)
    else:
        screen.list.add_job.click()
        screen.job.open_more(is_open=True)
    settle()


STEPS = ("list", "idea", "words", "agree", "page", "job")


@pytest.mark.parametrize("step", STEPS)
def test_everything_that_takes_the_focus_has_a_name(room: Room, screen: DecisionsScreen, step: str) -> None:
    _at_step(room, screen, step)
    assert unnamed_controls(screen) == []


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("step", STEPS)
def test_nothing_is_cut_or_scrolls_sideways(room: Room, theme: Theme, percent: int, step: str) -> None:
    theme.set_text_percent(percent)
    screen = DecisionsScreen(theme, room.services, room.bridge)
    show(screen, width=1166 if percent == 100 else 1200, height=560)
    _at_step(room, screen, step)
    assert cut_widgets(screen) == []
    assert sideways_scrolls(screen) == []


def test_a_form_that_fits_does_not_scroll_into_nothing(screen: DecisionsScreen) -> None:
    assert screen.press("F4")
    settle()
    bars = [area.verticalScrollBar() for area in screen.findChildren(ScrollColumn) if area.isVisible()]
    assert [bar.maximum() for bar in bars if bar.maximum()] == []
