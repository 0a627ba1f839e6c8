"""Splitting, putting together and ordering: nobody's name is lost, nothing moves by itself, all is undone in one."""

from dataclasses import replace

import pytest

from coprod_desktop.domain import agenda, agenda_order, ideas
from coprod_desktop.domain.ids import AgendaItemId, IdeaId
from coprod_desktop.domain.lines import AgendaItemDetails, HowOpen, IdeaDetails, ItemState, Words
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.room import OrderedBy
from tests.domain.meeting_maker import ANN, JO, SAM, MeetingMaker


def _titles(meeting: MeetingMaker) -> list[str]:
    return [item.details.title for item in meeting.state.agenda]


def _put_on(meeting: MeetingMaker, title: str, proposer: Proposer, minutes: int | None = None) -> AgendaItemId:
    details = AgendaItemDetails(title=title, proposer=proposer, minutes_wanted=minutes)
    meeting.do(agenda.propose_item(meeting.state, item_id=AgendaItemId(title), details=details))
    return AgendaItemId(title)


def _new_ids(count: int) -> list[AgendaItemId]:
    return [AgendaItemId(f"new-{number}") for number in range(count)]


@pytest.mark.parametrize(
    ("wanted", "parts", "shared"),
    [
        (20, 2, [10, 10]),
        (20, 3, [7, 7, 6]),
        (1, 2, [1, None]),
        (None, 2, [None, None]),
        (0, 2, [0, 0]),
    ],
)
def test_parts_share_the_minutes_and_none_is_lost(wanted: int | None, parts: int, shared: list[int | None]) -> None:
    meeting = MeetingMaker()
    item = _put_on(meeting, "Seats", Proposer(people=(JO,)), wanted)
    titles = [f"Part {number}" for number in range(parts)]
    meeting.do(agenda_order.split_item(meeting.state, item, titles, _new_ids(parts - 1)))
    assert [one.details.minutes_wanted for one in meeting.state.agenda] == shared


def test_each_part_keeps_the_proposer_the_picture_and_what_is_fixed() -> None:
    meeting = MeetingMaker()
    meeting.item("Before")
    proposer = Proposer(people=(JO, SAM), source=Source.DROP_IN, on_behalf_of="the night shift")
    details = AgendaItemDetails(
        title="Seats and lights", proposer=proposer, how_open=HowOpen.ADVISE, picture="bus", fixed="The budget."
    )
    item = AgendaItemId("both")
    meeting.do(agenda.propose_item(meeting.state, item_id=item, details=details))
    meeting.item("After")
    before = meeting.state
    step = meeting.do(agenda_order.split_item(meeting.state, item, ["Seats", " Lights "], _new_ids(1)))
    assert _titles(meeting) == ["Before", "Seats", "Lights", "After"]
    assert meeting.state.agenda[1].id == item
    for part, title in zip(meeting.state.agenda[1:3], ("Seats", "Lights"), strict=True):
        assert part.details == replace(details, title=title)
    meeting.undo(step)
    assert meeting.state == before


def test_when_the_open_item_is_split_only_its_first_part_is_open() -> None:
    meeting = MeetingMaker()
    item = meeting.item("Seats and lights")
    meeting.do(agenda.open_item(meeting.state, item))
    meeting.do(agenda_order.split_item(meeting.state, item, ["Seats", "Lights"], _new_ids(1)))
    assert [one.state for one in meeting.state.agenda] == [ItemState.NOW, ItemState.WAITING]


def test_parts_of_what_is_kept_for_later_are_kept_for_later() -> None:
    meeting = MeetingMaker()
    item = meeting.item("Seats and lights")
    meeting.do(agenda.close_item(meeting.state, item, ItemState.PARKED))
    meeting.do(agenda_order.split_item(meeting.state, item, ["Seats", "Lights"], _new_ids(1)))
    assert [one.state for one in meeting.state.agenda] == [ItemState.PARKED] * 2


@pytest.mark.parametrize(("titles", "field"), [([], "titles"), (["Seats"], "titles"), (["Seats", " "], "title")])
def test_a_split_needs_the_words_of_two_items(titles: list[str], field: str) -> None:
    meeting = MeetingMaker()
    item = meeting.item("Seats")
    with pytest.raises(NotAllowed) as caught:
        agenda_order.split_item(meeting.state, item, titles, _new_ids(max(0, len(titles) - 1)))
    assert (caught.value.reason, caught.value.field) == (Reason.WORDS_MISSING, field)


def test_what_is_settled_or_not_there_is_neither_split_nor_put_together() -> None:
    meeting = MeetingMaker()
    done, other = meeting.item("Seats"), meeting.item("Lights")
    meeting.do(agenda.close_item(meeting.state, done, ItemState.DISCUSSED))
    for item, reason in ((done, Reason.ALREADY_THERE), (AgendaItemId("nobody knows"), Reason.NOT_FOUND)):
        for request in (
            lambda item=item: agenda_order.split_item(meeting.state, item, ["One", "Two"], _new_ids(1)),
            lambda item=item: agenda_order.merge_items(meeting.state, item, [other]),
        ):
            with pytest.raises(NotAllowed) as caught:
                request()
            assert caught.value.reason is reason


def test_what_is_put_together_keeps_every_person_every_source_and_all_minutes() -> None:
    meeting = MeetingMaker()
    first = _put_on(meeting, "Seats", Proposer(people=(JO,), note="She drew it."), 15)
    second = _put_on(meeting, "Somewhere to sit", Proposer(people=(SAM, JO), source=Source.SURVEY), 10)
    third = _put_on(meeting, "Benches", Proposer(source=Source.DROP_IN, on_behalf_of="two older people"))
    fourth = _put_on(meeting, "Lights", Proposer(people=(ANN,)))
    before = meeting.state
    step = meeting.do(agenda_order.merge_items(meeting.state, second, [third, first, third], "Places to sit"))
    assert [item.id for item in meeting.state.agenda] == [second, fourth]
    merged = meeting.state.agenda[0].details
    assert merged.title == "Places to sit"
    assert merged.proposer == Proposer(
        people=(SAM, JO),
        source=Source.SURVEY,
        also_sources=(Source.DROP_IN,),
        on_behalf_of="two older people",
        note="She drew it.",
    )
    assert merged.minutes_wanted == 25
    meeting.undo(step)
    assert meeting.state == before


@pytest.mark.parametrize(("minutes", "summed"), [((None, None), None), ((None, 5), 5), ((0, None), 0), ((20, 15), 35)])
def test_minutes_are_summed_and_nothing_said_stays_nothing_said(
    minutes: tuple[int | None, int | None], summed: int | None
) -> None:
    meeting = MeetingMaker()
    first, second = (
        _put_on(meeting, title, Proposer(people=(JO,)), wanted)
        for title, wanted in zip(("Seats", "Lights"), minutes, strict=True)
    )
    meeting.do(agenda_order.merge_items(meeting.state, first, [second]))
    details = meeting.state.agenda[0].details
    assert (details.title, details.minutes_wanted) == ("Seats", summed)


def test_what_is_fixed_about_any_stays_fixed_and_a_picture_is_taken_over() -> None:
    meeting = MeetingMaker()
    ids = [meeting.item(name) for name in ("One", "Two", "Three")]
    for item, fixed, picture in zip(ids, ("The place.", "The money.", "The place."), ("", "bus", "seat"), strict=True):
        found = meeting.state.item(item)
        assert found is not None
        details = replace(found.details, fixed=f" {fixed} ", picture=picture)
        meeting.do(agenda.change_item(meeting.state, item, details))
    meeting.do(agenda_order.merge_items(meeting.state, ids[0], ids[1:]))
    details = meeting.state.agenda[0].details
    assert (details.fixed, details.picture) == ("The place.; The money.", "bus")


def test_the_open_item_takes_others_in_and_is_not_taken_away() -> None:
    meeting = MeetingMaker()
    opened, other = meeting.item("Seats"), meeting.item("Lights")
    meeting.do(agenda.open_item(meeting.state, opened))
    with pytest.raises(NotAllowed) as caught:
        agenda_order.merge_items(meeting.state, other, [opened])
    assert (caught.value.reason, caught.value.field) == (Reason.NOT_FOUND, "others")
    meeting.do(agenda_order.merge_items(meeting.state, opened, [other]))
    assert [(item.id, item.state) for item in meeting.state.agenda] == [(opened, ItemState.NOW)]


@pytest.mark.parametrize(
    ("stays", "others"),
    [
        ("waiting", ["second", "kept", "kept too"]),
        ("open", ["waiting", "second", "kept", "kept too"]),
        ("kept", ["kept too"]),
    ],
)
def test_what_is_kept_for_later_takes_nothing_off_the_agenda(stays: str, others: list[str]) -> None:
    meeting = MeetingMaker()
    for name in ("done", "open", "waiting", "second", "kept", "kept too"):
        meeting.item(name)
    meeting.do(agenda.close_item(meeting.state, AgendaItemId("done"), ItemState.DISCUSSED))
    for name in ("kept", "kept too"):
        meeting.do(agenda.close_item(meeting.state, AgendaItemId(name), ItemState.PARKED))
    meeting.do(agenda.open_item(meeting.state, AgendaItemId("open")))
    assert [item.id for item in agenda_order.mergeable(meeting.state, AgendaItemId(stays))] == others


def test_putting_together_needs_another_item() -> None:
    meeting = MeetingMaker()
    item = meeting.item("Seats")
    for others, reason in (([], Reason.WORDS_MISSING), ([item], Reason.NOT_FOUND)):
        with pytest.raises(NotAllowed) as caught:
            agenda_order.merge_items(meeting.state, item, others)
        assert caught.value.reason is reason


def test_an_idea_on_an_item_goes_with_it_when_items_are_put_together() -> None:
    meeting = MeetingMaker()
    stays, goes = meeting.item("Seats"), meeting.item("Benches")
    details = IdeaDetails(proposer=Proposer(people=(SAM,)), item_id=goes)
    idea = ideas.record_idea(meeting.state, idea_id=IdeaId("i"), words=Words(text="A bench."), details=details)
    meeting.do(idea)
    meeting.do(agenda_order.merge_items(meeting.state, stays, [goes]))
    assert meeting.state.ideas[IdeaId("i")].details.item_id == stays


@pytest.mark.parametrize(
    ("counts", "order"),
    [
        ({"A": 1, "B": 5, "C": 3}, "BCA"),
        ({"A": 2, "B": 2, "C": 2}, "ABC"),
        ({"C": 1}, "CAB"),
        ({"A": 0, "B": 0, "C": 9999}, "CAB"),
        ({"A": 1, "B": 1, "C": 2}, "CAB"),
    ],
)
def test_most_dots_come_first_and_ties_keep_their_order(counts: dict[str, int], order: str) -> None:
    meeting = MeetingMaker()
    for name in "ABC":
        meeting.item(name)
    told = {AgendaItemId(name): count for name, count in counts.items()}
    before = meeting.state
    step = meeting.do(agenda_order.order_items(meeting.state, told, OrderedBy.DOTS))
    assert "".join(_titles(meeting)) == order
    assert {item.id: item.count for item in meeting.state.agenda} == {one: told.get(one) for one in "ABC"}
    meeting.undo(step)
    assert meeting.state == before


def test_finished_items_and_the_open_one_stay_where_they_are() -> None:
    meeting = MeetingMaker()
    for name in "ABCDE":
        meeting.item(name)
    meeting.do(agenda.close_item(meeting.state, AgendaItemId("A"), ItemState.DISCUSSED))
    meeting.do(agenda.close_item(meeting.state, AgendaItemId("B"), ItemState.PARKED))
    meeting.do(agenda.open_item(meeting.state, AgendaItemId("D")))
    counts = {AgendaItemId("C"): 1, AgendaItemId("E"): 4}
    meeting.do(agenda_order.order_items(meeting.state, counts, OrderedBy.HANDS))
    assert [item.id for item in meeting.state.listed_items] == ["A", "E", "D", "C"]
    assert meeting.state.item(AgendaItemId("B")) is not None


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        ({}, Reason.NOT_FOUND),
        ({"open": 1}, Reason.NOT_FOUND),
        ({"nobody knows": 1}, Reason.NOT_FOUND),
        ({"waiting": -1}, Reason.NUMBER_OUT_OF_RANGE),
        ({"waiting": 10_000}, Reason.NUMBER_OUT_OF_RANGE),
    ],
)
def test_only_items_that_wait_are_counted_and_no_count_is_wild(counts: dict[str, int], reason: Reason) -> None:
    meeting = MeetingMaker()
    meeting.item("open")
    meeting.item("waiting")
    meeting.do(agenda.open_item(meeting.state, AgendaItemId("open")))
    with pytest.raises(NotAllowed) as caught:
        agenda_order.order_items(meeting.state, {AgendaItemId(one): n for one, n in counts.items()}, OrderedBy.DOTS)
    assert caught.value.reason is reason


def test_what_may_be_hard_stays_marked_when_items_are_split_or_put_together() -> None:
    meeting = MeetingMaker()
    hard = AgendaItemDetails(title="The accident", proposer=Proposer(people=(JO,)), may_be_hard=True)
    meeting.do(agenda.propose_item(meeting.state, item_id=AgendaItemId("hard"), details=hard))
    plain = _put_on(meeting, "Seats", Proposer(people=(SAM,)))
    meeting.do(agenda_order.split_item(meeting.state, AgendaItemId("hard"), ["Before", "After"], _new_ids(1)))
    assert [one.details.may_be_hard for one in meeting.state.agenda] == [True, True, False]
    meeting.do(agenda_order.merge_items(meeting.state, plain, [AgendaItemId("hard")]))
    together = meeting.state.item(plain)
    assert together is not None
    assert together.details.may_be_hard
