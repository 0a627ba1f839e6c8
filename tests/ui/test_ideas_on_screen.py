"""Ideas on the screen: one line and who, what becomes of each, like ideas together, files, surveys, earlier ones."""

import math
import wave
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from coprod_desktop.domain.ids import IdeaId
from coprod_desktop.domain.lines import IdeaDetails, IdeaKind, IdeaOutcome, Medium, Words
from coprod_desktop.domain.meeting_state import Idea
from coprod_desktop.domain.own_picture import OWN
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.ui.screens.decisions.decisions_screen import DecisionsScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.lines_panel import (
    CHANGE,
    DECIDE,
    JOIN,
    LISTEN,
    MORE,
    PART,
    SETTLE,
    TAKE_BACK,
    TAKE_OUT,
    TICKET,
)
from coprod_desktop.ui.widgets.open_place import OpenPlace
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

TABLE = "Name,What would make it better?\nRosalind Xavier,A roof at the stop\nBo Zeto,=1+1 more buses\n"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Everyone is here, and the group talks about the first of two items."""
    for room in open_room(tmp_path / "data"):
        begin_to_talk(room)
        yield room


@pytest.fixture
def screen(theme: Theme, room: Room) -> Iterator[DecisionsScreen]:
    """The screen as the window shows it."""
    screen = DecisionsScreen(theme, room.services, room.bridge)
    show(screen)
    yield screen
    screen.end()


def says(room: Room, text: str, who: str = "Dilys", proposer: Proposer | None = None) -> IdeaId:
    """An idea on the item that the group talks about."""
    said = proposer or Proposer(people=(room.people[who],))
    details = IdeaDetails(proposer=said, item_id=room.state.agenda[0].id)
    idea_id = room.running.requests.record_idea(Words(text=text), details)
    settle()
    return idea_id


def only_idea(room: Room) -> Idea:
    (idea,) = room.state.ideas.values()
    return idea


def act(screen: DecisionsScreen, idea_id: IdeaId, *acts: str) -> None:
    """Choose a row by Return and press its acts."""
    assert screen.list.lines.focus_row(idea_id)
    press(Qt.Key.Key_Return)
    for key in acts:
        screen.list.lines.act(key).setFocus()
        press(Qt.Key.Key_Return)


def open_more(screen: DecisionsScreen) -> None:
    assert screen.press("F4")
    screen.idea.open_more(is_open=True)
    settle()


def chooses(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """The next file that is asked for."""
    monkeypatch.setattr(OpenPlace, "ask", lambda *_args: path)


# One line and who


def test_one_key_the_words_return_the_name_return_keep_an_idea(room: Room, screen: DecisionsScreen) -> None:
    assert screen.press("F4")
    type_keys("A roof")
    press(Qt.Key.Key_Return)
    type_keys("d")
    press(Qt.Key.Key_Return)
    assert only_idea(room).words.text == "A roof"
    assert only_idea(room).details.proposer == Proposer(people=(room.people["Dilys"],))
    assert focused() is screen.list.add_idea


def test_several_people_are_chosen_with_space_and_kept_with_return(room: Room, screen: DecisionsScreen) -> None:
    assert screen.press("F4")
    type_keys("A roof")
    press(Qt.Key.Key_Return)
    for letter, key in (("b", Qt.Key.Key_Space), ("d", Qt.Key.Key_Space), ("b", Qt.Key.Key_Return)):
        type_keys(letter)
        press(key)
    assert set(only_idea(room).details.proposer.people) == {room.people["Bob"], room.people["Dilys"]}


def test_return_on_told_another_way_asks_how_before_anything_is_kept(room: Room, screen: DecisionsScreen) -> None:
    assert screen.press("F4")
    type_keys("A roof")
    for button in screen.idea.proposer.findChildren(type(screen.idea.kind.button(IdeaKind.IDEA))):
        if button.words() == "Told us another way":
            button.setFocus()
    press(Qt.Key.Key_Return)
    assert not room.state.ideas
    assert "How were we told?" in words_of(screen)


def test_a_change_is_not_saved_by_return_on_a_name(room: Room, screen: DecisionsScreen) -> None:
    idea_id = says(room, "A roof")
    act(screen, idea_id, "change")
    before = room.acts()
    screen.idea.proposer.setFocus()
    press(Qt.Key.Key_Return)
    assert room.acts() == before
    assert screen.idea.isVisible()


def test_the_number_of_an_idea_without_a_name_is_told_at_once(room: Room, screen: DecisionsScreen) -> None:
    assert screen.press("F4")
    screen.idea.words.set_words("A roof")
    screen.idea.proposer.set_value(Proposer(source=Source.UNNAMED))
    assert screen.press("F8")
    settle()
    assert only_idea(room).details.ticket == 1
    assert "This idea has number 1." in screen.list.number.words()
    assert "Number 1" in " ".join(screen.list.lines.words())
    act(screen, only_idea(room).id, MORE)
    assert screen.list.lines.act(TICKET).isVisible()


def test_a_story_is_not_written_down_unless_its_teller_asks(room: Room, screen: DecisionsScreen) -> None:
    open_more(screen)
    screen.idea.words.set_words("I fell on the way")
    screen.idea.proposer.set_value(Proposer(people=(room.people["Amina"],)))
    screen.idea.kind.button(IdeaKind.STORY).click()
    assert not screen.idea.words.isVisible()
    assert screen.press("F8")
    settle()
    assert only_idea(room).words == Words(text="A story was told.")
    room.services.history.undo()
    open_more(screen)
    screen.idea.words.set_words("I fell on the way")
    screen.idea.proposer.set_value(Proposer(people=(room.people["Amina"],)))
    screen.idea.kind.button(IdeaKind.STORY).click()
    screen.idea.story.button("written").click()
    assert screen.press("F8")
    settle()
    assert only_idea(room).words == Words(text="I fell on the way")


# What becomes of it


def test_an_idea_is_turned_down_with_a_reason_by_keys_alone(room: Room, screen: DecisionsScreen) -> None:
    idea_id = says(room, "A roof")
    act(screen, idea_id, SETTLE)
    assert focused().accessibleName() == "For later"
    screen.settle.outcome.button(IdeaOutcome.NOT_TAKEN_UP).setFocus()
    press(Qt.Key.Key_Return)
    assert screen.press("F8")
    settle()
    assert room.state.ideas[idea_id].details.outcome is IdeaOutcome.OPEN
    assert screen.settle.error_words(), "a reason is asked for"
    screen.settle.reason.setFocus()
    type_keys("It costs too much.")
    press(Qt.Key.Key_Return)
    details = room.state.ideas[idea_id].details
    assert (details.outcome, details.reason) == (IdeaOutcome.NOT_TAKEN_UP, "It costs too much.")
    assert screen.list.isVisible()


def test_an_idea_is_passed_on_to_somebody(room: Room, screen: DecisionsScreen) -> None:
    idea_id = says(room, "A roof")
    act(screen, idea_id, SETTLE)
    screen.settle.outcome.button(IdeaOutcome.PASSED_ON).click()
    screen.settle.passed_on_to.setText("The bus people")
    assert screen.press("F8")
    settle()
    assert "Passed on to The bus people" in " ".join(screen.list.lines.words())


def test_like_ideas_go_on_as_one_and_can_part_again(room: Room, screen: DecisionsScreen) -> None:
    roof, cover, light = says(room, "A roof"), says(room, "A cover", "Bob"), says(room, "More light", "Amina")
    act(screen, roof, JOIN)
    assert [button for button in (cover, light) if screen.join.others.button(button).isVisible()] == [cover, light]
    screen.join.others.button(cover).setFocus()
    press(Qt.Key.Key_Space)
    assert screen.press("F8")
    settle()
    assert room.state.ideas[roof].details.proposer.people == (room.people["Dilys"], room.people["Bob"])
    assert "Goes on with: A roof" in " ".join(screen.list.lines.words())
    assert "2 ideas wait for an answer" in words_of(screen)
    act(screen, cover, PART)
    assert "3 ideas wait for an answer" in words_of(screen)
    assert room.state.ideas[roof].details.proposer.people == (room.people["Dilys"],)


def test_nothing_is_joined_when_nothing_was_chosen(room: Room, screen: DecisionsScreen) -> None:
    roof = says(room, "A roof")
    says(room, "A cover")
    act(screen, roof, JOIN)
    before = room.acts()
    assert screen.press("F8")
    settle()
    assert room.acts() == before
    assert screen.join.error_words()


def test_an_idea_that_is_taken_back_says_so_in_the_list(room: Room, screen: DecisionsScreen) -> None:
    roof = says(room, "A roof")
    act(screen, roof, MORE, TAKE_BACK)
    assert room.state.ideas[roof].details.taken_back_by == room.people["Dilys"]
    assert "Taken back" in " ".join(screen.list.lines.words())


def test_more_leads_to_where_words_of_an_idea_are_taken_out_for_good(room: Room, screen: DecisionsScreen) -> None:
    roof = says(room, "A roof")
    asked: list[str] = []
    screen.go_requested.connect(asked.append)
    act(screen, roof, MORE, TAKE_OUT)
    assert asked == [f"take_out/{roof}"]


def test_of_several_people_it_is_asked_who_takes_their_idea_back(room: Room, screen: DecisionsScreen) -> None:
    both = Proposer(people=(room.people["Amina"], room.people["Dilys"]))
    for who in ("Dilys", None):
        roof = says(room, f"A roof for {who}", proposer=both)
        act(screen, roof, MORE, TAKE_BACK)
        assert screen.take_back.isVisible()
        if who is not None:
            screen.take_back.people.button(room.people[who]).click()
        assert screen.press("F8")
        details = room.state.ideas[roof].details
        assert details.outcome is IdeaOutcome.TAKEN_BACK
        assert details.taken_back_by == (room.people[who] if who else None)
        assert screen.list.isVisible()


def test_esc_leaves_an_idea_of_several_people_as_it_was(room: Room, screen: DecisionsScreen) -> None:
    both = Proposer(people=(room.people["Amina"], room.people["Dilys"]))
    roof = says(room, "A roof", proposer=both)
    act(screen, roof, MORE, TAKE_BACK)
    assert screen.leave()
    assert screen.list.isVisible()
    assert room.state.ideas[roof].details.outcome is IdeaOutcome.OPEN


# Files


def test_a_drawing_is_the_idea_and_one_undo_takes_both_back(
    room: Room, screen: DecisionsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "drawing.png"
    image = QImage(600, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.save(str(path))
    chooses(monkeypatch, path)
    open_more(screen)
    screen.idea.words.set_words("A bus with a ramp")
    screen.idea.proposer.set_value(Proposer(people=(room.people["Amina"],)))
    screen.idea.medium.kind.button(Medium.DRAWING).click()
    assert screen.press("F8")
    assert not room.state.ideas, "the file is asked for first"
    screen.idea.medium.file.click()
    assert screen.press("F8")
    settle()
    details = only_idea(room).details
    assert (details.medium, details.picture.startswith(OWN)) == (Medium.DRAWING, True)
    (own,) = room.services.own_pictures.own_pictures(room.group.id)
    assert (own.picture_word, own.alt) == (details.picture, "A bus with a ramp.")
    room.services.history.undo()
    assert not room.state.ideas
    assert not room.services.own_pictures.own_pictures(room.group.id)
    room.services.history.redo()
    assert only_idea(room).details == details
    assert room.services.own_pictures.own_pictures(room.group.id)


def test_a_recording_is_the_idea_and_can_be_heard_and_saved(
    room: Room, screen: DecisionsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "said.wav"
    samples = array("h", (int(9000 * math.sin(at / 9)) for at in range(800)))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(samples.tobytes())
    chooses(monkeypatch, path)
    open_more(screen)
    screen.idea.words.set_words("Amina tells what she wants")
    screen.idea.proposer.set_value(Proposer(people=(room.people["Amina"],)))
    screen.idea.medium.kind.button(Medium.RECORDING).click()
    screen.idea.medium.file.click()
    assert screen.press("F8")
    settle()
    details = only_idea(room).details
    assert room.services.recordings.get(details.recording_id).data == path.read_bytes()
    act(screen, only_idea(room).id, MORE)
    assert screen.list.lines.act(LISTEN).isVisible()


def test_a_file_that_is_no_sound_is_told_beside_its_field(
    room: Room, screen: DecisionsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "said.mp3"
    path.write_text("These are only words.")
    chooses(monkeypatch, path)
    open_more(screen)
    screen.idea.words.set_words("What I want")
    screen.idea.proposer.set_value(Proposer(people=(room.people["Amina"],)))
    screen.idea.medium.kind.button(Medium.RECORDING).click()
    screen.idea.medium.file.click()
    assert screen.press("F8")
    settle()
    assert not room.state.ideas
    assert "There is no sound in this file" in screen.idea.error_words()
    assert screen.idea.words.words() == "What I want"


# Surveys


def open_survey(screen: DecisionsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str = TABLE) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(table)
    chooses(monkeypatch, path)
    open_more(screen)
    screen.idea.survey.click()
    screen.survey.file.click()
    settle()


def test_answers_are_looked_at_and_brought_in_as_one_act(
    room: Room, screen: DecisionsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = room.state
    open_survey(screen, tmp_path, monkeypatch)
    assert "A roof at the stop" in words_of(screen)
    assert "Rosalind" not in words_of(screen)
    type_keys("Bus survey")
    assert room.state == before, "nothing is kept before the last press"
    assert screen.survey.save.words() == "Bring in 2 answers"
    assert screen.press("F8")
    settle()
    assert [idea.words.text for idea in room.state.ideas.values()] == ["A roof at the stop", "=1+1 more buses"]
    survey = Proposer(source=Source.SURVEY, note="Bus survey")
    assert {idea.details.proposer for idea in room.state.ideas.values()} == {survey}
    room.services.history.undo()
    assert room.state == before


def test_answers_stay_covered_while_the_room_can_see_the_screen(
    room: Room, screen: DecisionsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.bridge.sight.say(can_see=True)
    open_survey(screen, tmp_path, monkeypatch)
    assert "A roof at the stop" not in words_of(screen)
    room.bridge.sight.say(can_see=False)
    settle()
    assert "A roof at the stop" in words_of(screen)


def test_an_answer_without_its_tick_is_left_out(
    room: Room, screen: DecisionsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_survey(screen, tmp_path, monkeypatch)
    screen.survey.answers.button("2").click()
    assert screen.survey.save.words() == "Bring in 1 answer"
    assert screen.press("F8")
    settle()
    assert only_idea(room).words.text == "=1+1 more buses"


def test_an_answer_that_is_too_long_is_told_before_it_comes_in(
    room: Room, screen: DecisionsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = room.state
    open_survey(screen, tmp_path, monkeypatch, f"answer,age\nA bench,34\n{'seats ' * 3_400},34\n")
    assert "Too long, so the end is left out in these rows: 3." in words_of(screen)
    assert room.state == before


def test_the_column_is_asked_for_when_a_survey_asked_twice(
    room: Room, screen: DecisionsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_survey(
        screen, tmp_path, monkeypatch, "What is good?,What is bad?\nThe kind drivers there,The long wait there\n"
    )
    assert focused().accessibleName() == "What is good?"
    assert not screen.survey.save.isVisible()
    screen.survey.column.button("1").click()
    assert screen.press("F8")
    settle()
    assert only_idea(room).words.text == "The long wait there"


# Earlier ideas


@pytest.fixture
def next_screen(theme: Theme, room: Room) -> Iterator[DecisionsScreen]:
    """The next meeting: one idea waits from this one."""
    says(room, "A roof", "Bob")
    running = room.services.meetings.begin_next(room.running.live.id, room.state.details)  # type: ignore[arg-type]
    room.running = running
    room.bridge.open(running)
    screen = DecisionsScreen(theme, room.services, room.bridge)
    show(screen)
    yield screen
    screen.end()


def test_an_idea_that_waits_from_before_is_talked_about_with_one_press(
    room: Room, next_screen: DecisionsScreen
) -> None:
    screen = next_screen
    (key,) = screen.list.earlier.rows.keys()
    screen.list.earlier.button(key).setFocus()
    assert focused().accessibleName() == "Talk about this now"
    press(Qt.Key.Key_Return)
    idea = only_idea(room)
    assert (idea.words.text, idea.details.proposer.people) == ("A roof", (room.people["Bob"],))
    assert idea.details.came_from is not None
    assert not screen.list.earlier.isVisible()
    assert focused().accessibleName() == "Make it a decision"
    room.services.history.undo()
    settle()
    assert screen.list.earlier.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_no_words_are_cut_in_the_new_panels(
    theme: Theme, room: Room, screen: DecisionsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, percent: int
) -> None:
    theme.set_text_percent(percent)
    roof = says(
        room, "A roof at the stop where we wait for a long time in the rain", proposer=Proposer(source=Source.UNNAMED)
    )
    says(room, "A cover")
    for panel in (SETTLE, JOIN):
        act(screen, roof, panel)
        assert (cut_widgets(screen), sideways_scrolls(screen), unnamed_controls(screen)) == ([], [], [])
        assert screen.leave()
    open_survey(screen, tmp_path, monkeypatch)
    assert (cut_widgets(screen), sideways_scrolls(screen), unnamed_controls(screen)) == ([], [], [])


def test_of_many_ideas_the_chosen_one_comes_into_view_with_all_its_acts(
    room: Room, screen: DecisionsScreen, theme: Theme
) -> None:
    ideas = [says(room, f"Idea number {number}") for number in range(30)]
    for percent, size in ((100, (1180, 540)), (200, (1240, 620))):
        theme.set_text_percent(percent)
        screen.resize(*size)
        settle()
        act(screen, ideas[12])
        settle()
        shown = [screen.list.lines.act(key) for key in (DECIDE, CHANGE, SETTLE, JOIN, MORE)]
        assert [one.words() for one in shown if one.visibleRegion().boundingRect() != one.rect()] == []
        assert screen.leave()
