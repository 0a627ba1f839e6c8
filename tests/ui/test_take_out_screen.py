"""Private words are taken out on the screen by keys alone, with 2 people, and only when nobody else can see them."""

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.ids import IdeaId
from coprod_desktop.domain.lines import AgendaItemDetails, IdeaDetails, IdeaOutcome, Words
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.main_window.desk import Desk
from coprod_desktop.ui.screens.agenda.agenda_screen import AgendaScreen
from coprod_desktop.ui.screens.take_out.take_out_screen import TakeOutScreen
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.choice_buttons import ChoiceButtons
from coprod_desktop.ui.widgets.item_panel import ItemPanel
from tests.ui.screen_checks import Room, focused, press, settle, show, words_of

SECRET = "Bob told us about his quagga"
REASON = "The family asked us not to go on"


@pytest.fixture
def idea_id(room: Room) -> IdeaId:
    """An idea with private words and a reason."""
    details = IdeaDetails(proposer=Proposer(people=(room.people["Bob"],)), reason=REASON)
    return room.running.requests.record_idea(Words(text=SECRET), details)


@pytest.fixture
def screen(theme: Theme, room: Room, idea_id: IdeaId) -> TakeOutScreen:
    """The screen as the window shows it, when only we can see it."""
    room.bridge.sight.say(can_see=False)
    screen = TakeOutScreen(theme, room.services, room.bridge)
    show(screen)
    screen.show_part(idea_id)
    settle()
    return screen


def test_keys_alone_take_the_words_out_and_it_is_said_before_that_nobody_can_undo_it(
    screen: TakeOutScreen, room: Room, idea_id: IdeaId
) -> None:
    assert "Nobody can undo this." in words_of(screen)
    assert SECRET in words_of(screen)
    assert focused() is screen.form.words.button("0")
    _tab_to(screen.form.asked_by)
    press(Qt.Key.Key_Space)
    asks = screen.form.asked_by.chosen_key()
    _tab_to(screen.form.yes_from)
    press(Qt.Key.Key_Space)
    yes = screen.form.yes_from.chosen_key()
    assert asks is not None
    assert yes is not None
    assert asks != yes
    acted: list[str] = []
    screen.acted.connect(acted.append)
    assert screen.press("F8")
    settle()
    assert acted == ["words_taken_out"]
    assert room.state.ideas[idea_id].words == Words(text="")
    assert room.state.ideas[idea_id].details.reason == ""
    assert focused() is screen.page.back
    assert "The words are gone" in words_of(screen)


def test_where_nobody_else_can_say_yes_it_is_said_why_and_what_to_do(
    screen: TakeOutScreen, room: Room, idea_id: IdeaId
) -> None:
    for name in ("Amina", "Chen", "Dilys"):
        room.services.leaving.died(room.people[name])
    screen.show_part(idea_id)
    settle()
    assert "There is no second person now. Go Home, then to People. Add somebody." in words_of(screen)
    assert SECRET not in words_of(screen)
    assert not screen.form.save.isEnabled()
    assert not screen.form.yes_from.isVisible()
    assert focused() is screen.form.back

    room.services.people.add_walk_in(room.group.id, "Efa Price")
    screen.show_part(idea_id)
    settle()
    assert SECRET in words_of(screen)
    assert screen.form.save.isEnabled()


def test_one_text_can_stay(screen: TakeOutScreen, room: Room, idea_id: IdeaId) -> None:
    screen.form.words.button("1").click()
    _choose_two(screen)
    screen.form.save.click()
    settle()
    idea = room.state.ideas[idea_id]
    assert (idea.words.text, idea.details.reason) == ("", REASON)


def test_the_one_who_asks_is_not_offered_as_the_second_person(screen: TakeOutScreen) -> None:
    first = screen.form.asked_by
    keys = list(first._buttons)  # noqa: SLF001  what is offered
    first.button(keys[0]).click()
    screen.form.yes_from.button(keys[1]).click()
    first.button(keys[1]).click()  # the second person asks now: somebody else must say yes
    assert screen.form.yes_from.chosen_key() is None
    with pytest.raises(KeyError):
        screen.form.yes_from.button(keys[1])


def test_without_two_people_or_words_nothing_is_taken_out_and_the_field_says_so(
    screen: TakeOutScreen, room: Room, idea_id: IdeaId
) -> None:
    screen.form.save.click()
    assert "Say who asks for this." in screen.form.error_words()
    keys = list(screen.form.asked_by._buttons)  # noqa: SLF001
    screen.form.asked_by.button(keys[0]).click()
    assert screen.form.error_words() == ""
    screen.form.save.click()
    assert "Say who else says yes." in screen.form.error_words()
    for button in ("0", "1"):
        screen.form.words.button(button).click()
    screen.form.save.click()
    assert "Choose the words that go." in screen.form.error_words()
    assert room.state.ideas[idea_id].words.text == SECRET


def test_while_the_room_can_see_the_screen_no_private_word_is_on_it(screen: TakeOutScreen, room: Room) -> None:
    room.bridge.sight.say(can_see=True)
    settle()
    assert "quagga" not in words_of(screen)
    assert not screen.form.save.isEnabled()
    room.bridge.sight.say(can_see=False)
    settle()
    assert SECRET in words_of(screen)


def test_going_back_leaves_no_word_on_the_screen(screen: TakeOutScreen) -> None:
    went: list[str] = []
    screen.go_requested.connect(went.append)
    screen.form.back.click()
    assert went == ["decisions"]
    assert "quagga" not in words_of(screen)


def test_words_that_were_undone_are_chosen_by_keys_and_taken_out_too(
    screen: TakeOutScreen, room: Room, idea_id: IdeaId
) -> None:
    undone = room.running.requests.record_idea(
        Words(text="Bob's okapi"), IdeaDetails(proposer=Proposer(people=(room.people["Bob"],)))
    )
    room.services.history.undo()
    settle()
    assert "okapi" not in words_of(screen)
    screen.undone.open.setFocus()
    press(Qt.Key.Key_Return)
    assert screen.undone.lines.isAncestorOf(focused())
    press(Qt.Key.Key_Space)
    assert screen.form.isAncestorOf(focused())
    assert "Bob's okapi" in words_of(screen.form)
    assert SECRET not in words_of(screen)
    _choose_two(screen)
    assert screen.press("F8")
    settle()
    assert room.services.erasure.texts_of(room.running.live.id, undone) == ()
    assert room.state.ideas[idea_id].words.text == SECRET


def test_words_that_were_undone_go_from_the_screen_when_the_room_can_see_it(screen: TakeOutScreen, room: Room) -> None:
    room.services.history.undo()
    settle()
    screen.undone.open.click()
    assert SECRET in words_of(screen)
    room.bridge.sight.say(can_see=True)
    settle()
    assert "quagga" not in words_of(screen)
    assert not screen.undone.open.isVisible()


def _tab_to(group: ChoiceButtons) -> None:
    for _ in range(10):
        press(Qt.Key.Key_Tab)
        if group.isAncestorOf(focused()):
            return
    raise AssertionError("Tab does not come there.")


def _choose_two(screen: TakeOutScreen) -> None:
    keys = list(screen.form.asked_by._buttons)  # noqa: SLF001
    screen.form.asked_by.button(keys[0]).click()
    screen.form.yes_from.button(keys[1]).click()


def test_the_form_of_an_agenda_item_leads_here_and_that_of_a_new_one_does_not(theme: Theme, room: Room) -> None:
    proposer = Proposer(people=(room.people["Bob"],))
    item_id = room.running.requests.propose_item(AgendaItemDetails(title="Seats", proposer=proposer))
    panel = ItemPanel(theme, name=room.bridge.name, words=lambda word: word.value)
    assert panel.take_out.isHidden()
    found = room.state.item(item_id)
    assert found is not None
    panel.ask_to_change(found.details)
    assert not panel.take_out.isHidden()
    screen = AgendaScreen(theme, room.services, room.bridge)
    show(screen)
    went: list[str] = []
    screen.go_requested.connect(went.append)
    screen._changed_item = item_id  # noqa: SLF001
    screen._panel.take_out.click()  # noqa: SLF001
    assert went == [f"take_out/{item_id}"]


def test_undo_of_what_the_room_has_seen_says_that_it_stays_in_the_record(
    theme: Theme, room: Room, idea_id: IdeaId
) -> None:
    desk = Desk(theme, room.services)
    desk.bridge.open(room.running)
    room.running.requests.finish()
    assert desk.undo()
    assert desk.undone_words() == "Undone."
    assert desk.undo()
    assert desk.undone_words() == "Taken back. The room has seen it, so it stays in the record."
    assert room.state.ideas[idea_id].details.outcome is IdeaOutcome.TAKEN_BACK
    assert desk.redo()
    assert room.state.ideas[idea_id].details.outcome is IdeaOutcome.OPEN
