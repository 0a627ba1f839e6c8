"""Cards by item: in the order of the agenda, with no person and no rank."""

from coprod_desktop.domain import agenda, closing
from tests.domain.meeting_maker import JO, MeetingMaker


def test_cards_stand_with_the_item_that_was_open_in_the_order_of_the_agenda() -> None:
    meeting = MeetingMaker()
    meeting.here(JO)
    first, second, third = (meeting.item(name) for name in ("Seats", "Lights", "Bins"))
    meeting.do(closing.show_card(meeting.state, "red"))
    for item, cards in ((third, ("yellow", "yellow")), (first, ("green",))):
        meeting.do(agenda.open_item(meeting.state, item))
        for card in cards:
            meeting.do(closing.show_card(meeting.state, card))
    shown = closing.cards_by_item(meeting.state)
    told = [(one.item.id if one.item else None, dict(one.counts)) for one in shown]
    assert told == [(first, {"green": 1}), (third, {"yellow": 2}), (None, {"red": 1})]
    assert second not in [item for item, _counts in told]
