"""The history of acts: the latest goes first, a new act leaves nothing to bring back, a failed undo loses nothing."""

from functools import partial

import pytest

from coprod_desktop.services.act_history import Act, ActHistory


def _act(kind: str, told: list[str]) -> Act:
    return Act(kind=kind, undo=partial(told.append, f"undo {kind}"), redo=partial(told.append, f"redo {kind}"))


def test_acts_go_back_and_come_again_in_order() -> None:
    history, told = ActHistory(), list[str]()
    assert (history.undo(), history.redo()) == (None, None)
    for kind in ("one", "two"):
        history.note(_act(kind, told))
    history.undo()
    history.undo()
    history.redo()
    assert told == ["undo two", "undo one", "redo one"]
    assert history.last is not None
    assert history.last.kind == "one"
    history.note(_act("three", told))
    assert history.last_undone is None


def test_an_undo_that_fails_leaves_the_act_to_be_undone() -> None:
    def fail() -> None:
        raise OSError

    history = ActHistory()
    history.note(Act(kind="one", undo=fail, redo=fail))
    with pytest.raises(OSError):  # noqa: PT011  any fault of the disk
        history.undo()
    assert history.last is not None
    assert history.last_undone is None
