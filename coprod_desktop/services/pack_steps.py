"""How far the making of a print pack is, and the way to stop it between two steps."""

from collections.abc import Callable
from dataclasses import dataclass

OnProgress = Callable[[int, int, str], None]
"""How many steps are done, how many there are, and what is being done, in words."""

IsCancelled = Callable[[], bool]


class Cancelled(Exception):
    """Somebody stopped the work."""


def never() -> bool:
    """Nobody stops the work."""
    return False


@dataclass(kw_only=True)
class Steps:
    """Counts what was done: first the copies, then the files."""

    copies: int
    files: int = 0
    on_progress: OnProgress | None = None
    is_cancelled: IsCancelled = never
    done: int = 0

    @property
    def all(self) -> int:
        """How many steps there are."""
        return self.copies + self.files

    def check(self) -> None:
        """Raises Cancelled if the work should stop."""
        if self.is_cancelled():
            raise Cancelled

    def tell(self, what: str) -> None:
        """One step more is done. Raises Cancelled if it should be the last."""
        self.done += 1
        if self.on_progress is not None:
            self.on_progress(self.done, self.all, what)
        self.check()
