"""What was not met comes first, what is undone next; nothing stands in two parts."""

from dataclasses import replace
from datetime import date

from coprod_desktop.domain.adjustment import Adjustment, GroupState, PersonSaid
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.need_rules import RULES_BY_KEY
from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.domain.ready_parts import ReadyParts, ready_parts

NOT_MET = {PersonSaid.MET: 5, PersonSaid.NOT_MET: 1}


def _line(
    key: str,
    state: GroupState = GroupState.NOT_ASKED,
    *,
    due: int = 1,
    said: dict[PersonSaid, int] | None = None,
    reason: str = "",
) -> ReadyLine:
    marked = Adjustment(meeting_id=MeetingId("m"), key=key, state=state, reason=reason) if reason else None
    rule = RULES_BY_KEY[key]
    return ReadyLine(rule=rule, people=1, state=state, due_on=date(2026, 11, due), said=said or {}, adjustment=marked)


def _keys(parts: ReadyParts) -> dict[str, list[str]]:
    names = ("unmet", "to_do", "given_up", "done", "by_itself")
    return {name: [line.key for line in getattr(parts, name)] for name in names if getattr(parts, name)}


def test_what_is_undone_stands_in_the_order_of_the_dates() -> None:
    parts = ready_parts([_line("travel", due=9), _line("two_interpreters", due=2), _line("papers_early", due=5)])
    assert _keys(parts) == {"to_do": ["two_interpreters", "papers_early", "travel"]}
    assert (parts.not_arranged, parts.count) == (3, 3)


def test_a_booking_that_is_arranged_is_done_and_what_the_program_does_is_counted_nowhere() -> None:
    lines = [_line("travel", GroupState.ARRANGED), _line("large_print_copy", GroupState.READY), _line("food")]
    parts = ready_parts(lines)
    assert _keys(parts) == {"to_do": ["food"], "done": ["travel"], "by_itself": ["large_print_copy"]}
    assert (parts.not_arranged, parts.count) == (1, 2)


def test_what_was_done_just_now_stays_in_its_place_but_is_counted_as_done() -> None:
    lines = [_line("travel", GroupState.ARRANGED, due=1), _line("food", due=2)]
    parts = ready_parts(lines, staying={"travel"})
    assert _keys(parts) == {"to_do": ["travel", "food"]}
    assert (parts.not_arranged, parts.count) == (1, 2)


def test_one_not_met_is_never_outvoted_and_comes_before_what_is_undone() -> None:
    lines = [_line("travel", due=1), _line("two_interpreters", GroupState.READY, due=9, said=NOT_MET)]
    assert _keys(ready_parts(lines)) == {"unmet": ["two_interpreters"], "to_do": ["travel"]}


def test_a_need_with_several_things_to_do_is_told_as_not_met_once_and_never_on_what_the_program_does() -> None:
    keys = ("bsl_turns", "clear_view", "two_interpreters")
    parts = ready_parts([_line(key, GroupState.READY, said=NOT_MET) for key in keys])
    assert _keys(parts) == {"unmet": ["clear_view"], "done": ["two_interpreters"], "by_itself": ["bsl_turns"]}


def test_a_not_met_stands_there_until_somebody_writes_why() -> None:
    told = _line("two_interpreters", GroupState.READY, said=NOT_MET, reason="Nobody was free")
    assert _keys(ready_parts([told])) == {"done": ["two_interpreters"]}


def test_what_the_group_wrote_that_it_cannot_do_is_told_and_no_longer_counted_as_undone() -> None:
    parts = ready_parts([_line("travel", reason="There are no taxis"), _line("food")])
    assert _keys(parts) == {"to_do": ["food"], "given_up": ["travel"]}
    assert (parts.not_arranged, parts.count) == (1, 2)


def test_nothing_known_is_empty() -> None:
    assert ready_parts(()).is_empty
    assert not ready_parts([_line("large_print_copy", GroupState.READY)]).is_empty


def test_what_a_stricter_line_covers_is_told_only_if_it_was_not_met() -> None:
    covered = replace(_line("break_breaks"), is_covered=True)
    parts = ready_parts([_line("bsl_breaks"), covered])
    assert _keys(parts) == {"to_do": ["bsl_breaks"]}
    assert (parts.not_arranged, parts.count) == (1, 1)
    assert _keys(ready_parts([_line("bsl_breaks"), replace(covered, said=NOT_MET)])) == {
        "unmet": ["break_breaks"],
        "to_do": ["bsl_breaks"],
    }
