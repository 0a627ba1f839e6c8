"""The blank agenda: words and a proposer are needed, nothing else, and nothing moves by itself."""

from dataclasses import replace

import pytest

from coprod_desktop.domain import agenda, turns
from coprod_desktop.domain.ids import AgendaItemId, TurnId
from coprod_desktop.domain.lines import AgendaItemDetails, ItemState
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed, Reason
from tests.domain.meeting_maker import JO, NOON, SAM, MeetingMaker


def _titles(meeting: MeetingMaker) -> list[str]:
    return [item.details.title for item in meeting.state.agenda]


def test_an_agenda_starts_blank() -> None:
    assert MeetingMaker().state.agenda == ()


def test_an_item_without_a_proposer_is_turned_down() -> None:
    meeting = MeetingMaker()
    details = AgendaItemDetails(title="Seats", proposer=Proposer())
    with pytest.raises(NotAllowed) as caught:
        agenda.propose_item(meeting.state, item_id=AgendaItemId("a"), details=details)
    assert (caught.value.reason, caught.value.field) == (Reason.PROPOSER_MISSING, "proposer")


@pytest.mark.parametrize("title", ["", "   ", "\u200b", "\u2800", "\u3164\n"])
def test_an_item_that_nobody_can_see_is_turned_down(title: str) -> None:
    meeting = MeetingMaker()
    details = AgendaItemDetails(title=title, proposer=Proposer(source=Source.UNNAMED))
    with pytest.raises(NotAllowed) as caught:
        agenda.propose_item(meeting.state, item_id=AgendaItemId("a"), details=details)
    assert caught.value.reason is Reason.WORDS_MISSING


def test_a_person_named_twice_is_one_proposer() -> None:
    meeting = MeetingMaker()
    details = AgendaItemDetails(title="Seats", proposer=Proposer(people=(JO, SAM, JO)))
    meeting.do(agenda.propose_item(meeting.state, item_id=AgendaItemId("a"), details=details))
    assert meeting.state.agenda[0].details.proposer.people == (JO, SAM)


def test_items_move_past_their_neighbours_and_stop_at_the_ends() -> None:
    meeting = MeetingMaker()
    first, second, third = (meeting.item(name) for name in ("Seats", "Light", "Money"))
    meeting.do(agenda.move_item(meeting.state, third, by=-1))
    assert _titles(meeting) == ["Seats", "Money", "Light"]
    meeting.do(agenda.move_item(meeting.state, first, by=1))
    assert _titles(meeting) == ["Money", "Seats", "Light"]
    assert agenda.move_item(meeting.state, second, by=1) == ()
    assert agenda.move_item(meeting.state, third, by=-1) == ()


def test_moving_passes_over_what_is_kept_for_later() -> None:
    meeting = MeetingMaker()
    _first, second, third = (meeting.item(name) for name in ("Seats", "Light", "Money"))
    meeting.do(agenda.close_item(meeting.state, second, ItemState.PARKED))
    meeting.do(agenda.move_item(meeting.state, third, by=-1))
    assert [item.details.title for item in meeting.state.listed_items] == ["Money", "Seats"]


def test_opening_the_next_item_finishes_the_one_before() -> None:
    meeting = MeetingMaker()
    first, second = meeting.item("Seats"), meeting.item("Light")
    meeting.do(agenda.open_item(meeting.state, first))
    meeting.do(agenda.open_item(meeting.state, second))
    assert [item.state for item in meeting.state.agenda] == [ItemState.DISCUSSED, ItemState.NOW]


def test_an_item_is_not_left_while_somebody_has_a_turn() -> None:
    meeting = MeetingMaker()
    meeting.here(JO)
    first, second = meeting.item("Seats"), meeting.item("Light")
    meeting.do(agenda.open_item(meeting.state, first))
    meeting.do(turns.start_turn(meeting.state, turn_id=TurnId("t"), person_id=JO, at=NOON, allowed_seconds=None))
    for request in (
        lambda: agenda.open_item(meeting.state, second),
        lambda: agenda.close_item(meeting.state, first, ItemState.DISCUSSED),
    ):
        with pytest.raises(NotAllowed) as caught:
            request()
        assert caught.value.reason is Reason.TURN_RUNNING


def test_an_item_comes_back_from_later() -> None:
    meeting = MeetingMaker()
    item = meeting.item("Seats")
    meeting.do(agenda.close_item(meeting.state, item, ItemState.PARKED))
    meeting.do(agenda.bring_item_back(meeting.state, item))
    assert meeting.state.agenda[0].state is ItemState.WAITING
    with pytest.raises(NotAllowed):
        agenda.bring_item_back(meeting.state, item)


def test_a_change_that_changes_nothing_leaves_no_trace() -> None:
    meeting = MeetingMaker()
    item = meeting.item("Seats")
    details = meeting.state.agenda[0].details
    assert agenda.change_item(meeting.state, item, details) == ()
    changed = agenda.change_item(meeting.state, item, replace(details, minutes_wanted=20))
    meeting.do(changed)
    assert meeting.state.agenda[0].details.minutes_wanted == 20


def test_what_is_open_comes_before_what_waits_and_the_rest_does_not_come() -> None:
    meeting = MeetingMaker()
    ends = (ItemState.DISCUSSED, ItemState.PARKED, ItemState.CARRIED_OVER, ItemState.NOT_REACHED)
    items = [meeting.item(name) for name in ("Seats", "Light", "Money", "Tea", "Signs", "Music")]
    for item, end in zip(items, ends, strict=False):
        meeting.do(agenda.close_item(meeting.state, item, end))
    assert [item.id for item in agenda.items_to_come(meeting.state)] == items[4:]
    meeting.do(agenda.open_item(meeting.state, items[5]))
    assert [item.id for item in agenda.items_to_come(meeting.state)] == [items[5], items[4]]


def test_nothing_is_done_twice_to_an_item() -> None:
    meeting = MeetingMaker()
    item = meeting.item("Seats")
    details = meeting.state.agenda[0].details
    meeting.do(agenda.open_item(meeting.state, item))
    for request in (
        lambda: agenda.propose_item(meeting.state, item_id=item, details=details),
        lambda: agenda.open_item(meeting.state, item),
        lambda: agenda.close_item(meeting.state, item, ItemState.NOW),
        lambda: agenda.bring_item_back(meeting.state, item),
    ):
        with pytest.raises(NotAllowed) as caught:
            request()
        assert caught.value.reason is Reason.ALREADY_THERE


def test_minutes_below_nothing_are_turned_down() -> None:
    meeting = MeetingMaker()
    item = meeting.item("Seats")
    details = replace(meeting.state.agenda[0].details, minutes_wanted=-1)
    with pytest.raises(NotAllowed) as caught:
        agenda.change_item(meeting.state, item, details)
    assert caught.value.reason is Reason.NUMBER_OUT_OF_RANGE


def test_what_is_not_there_cannot_be_changed() -> None:
    meeting = MeetingMaker()
    for request in (agenda.open_item, agenda.bring_item_back):
        with pytest.raises(NotAllowed) as caught:
            request(meeting.state, AgendaItemId("nobody knows"))
        assert caught.value.reason is Reason.NOT_FOUND
