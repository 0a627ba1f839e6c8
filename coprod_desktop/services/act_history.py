"""What was done since the program opened, across meeting and people, so that Undo takes back the latest act."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Act:
    """One act that can be taken back. `kind` names it for the screens; it holds no words of people."""

    kind: str
    undo: Callable[[], None]
    redo: Callable[[], None]


class ActHistory:
    """The acts of this run, newest last. What happened before the program opened is undone from the meeting's log."""

    def __init__(self, whole: Callable[[], AbstractContextManager[object]] = nullcontext) -> None:
        """What is written inside `whole` is kept all or not at all; a part of an act would be nobody's wish."""
        self._whole = whole
        self._done: list[Act] = []
        self._undone: list[Act] = []
        self._on_failure: list[Callable[[], None]] = []

    def note(self, act: Act) -> None:
        """Remember an act that was just done."""
        self._done.append(act)
        self._undone.clear()

    @contextmanager
    def together(self, kind: str) -> Iterator[None]:
        """What is done inside is one act, kept all or not at all: one Undo takes all of it back, the last first."""
        begun_at, undone = len(self._done), list(self._undone)
        try:
            with self._all_or_nothing():
                yield
        except BaseException:
            del self._done[begun_at:]
            self._undone = undone
            raise
        acts = self._done[begun_at:]
        del self._done[begun_at:]
        if acts:
            self.note(_joined(kind, acts))

    def when_failed(self, listener: Callable[[], None]) -> None:
        """Call `listener` after an act, an undo or a redo failed and all that it wrote was taken back."""
        self._on_failure.append(listener)

    def forget(self) -> None:
        """Forget all acts: another group is shown, and nothing of the one before shall change out of sight."""
        self._done.clear()
        self._undone.clear()

    @property
    def last(self) -> Act | None:
        """The act that Undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Act | None:
        """The act that Redo brings back."""
        return self._undone[-1] if self._undone else None

    def undo(self) -> Act | None:
        """Take back the latest act. If that fails the act stays in the history, and nothing of it is taken back."""
        act = self.last
        if act is not None:
            with self._all_or_nothing():
                act.undo()
            self._undone.append(self._done.pop())
        return act

    def redo(self) -> Act | None:
        """Bring back the act that was undone last."""
        act = self.last_undone
        if act is not None:
            with self._all_or_nothing():
                act.redo()
            self._done.append(self._undone.pop())
        return act

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        try:
            with self._whole():
                yield
        except BaseException:
            for listener in self._on_failure:
                listener()
            raise


def _joined(kind: str, acts: list[Act]) -> Act:
    def undo() -> None:
        for act in reversed(acts):
            act.undo()

    def redo() -> None:
        for act in acts:
            act.redo()

    return Act(kind=kind, undo=undo, redo=redo)
