"""How what is to be ready is told: what people said was not met first, then what is to do, then the rest."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from coprod_desktop.domain.adjustment import PersonSaid
from coprod_desktop.domain.ready_line import ReadyLine, by_date


@dataclass(frozen=True, kw_only=True)
class ReadyParts:
    """Each line stands in one part only, in the order of the dates.

    `unmet`: somebody said that it was not met, and nobody wrote why; it stands there until somebody does (UI-27).
    `given_up`: the group wrote why it cannot do it. `by_itself`: nobody has to do anything.
    """

    unmet: tuple[ReadyLine, ...]
    to_do: tuple[ReadyLine, ...]
    given_up: tuple[ReadyLine, ...]
    done: tuple[ReadyLine, ...]
    by_itself: tuple[ReadyLine, ...]

    @property
    def count(self) -> int:
        """How many things somebody has to do, or has done."""
        own = (*self.unmet, *self.to_do, *self.given_up, *self.done)
        return sum(not line.is_by_itself for line in own)

    @property
    def not_arranged(self) -> int:
        """How many of them are still to do."""
        return sum(line.is_undone for line in (*self.unmet, *self.to_do))

    @property
    def is_empty(self) -> bool:
        """Whether nobody has told of anything."""
        return not (self.unmet or self.to_do or self.given_up or self.done or self.by_itself)


def ready_parts(lines: Iterable[ReadyLine], *, staying: Collection[str] = ()) -> ReadyParts:
    """Sorts lines into their parts. Lines whose key is among `staying` stay where they are when they are done.

    A "not met" is about a need, not about one thing to do: it is told on one line of that need, the first that
    somebody has to do. What a stricter line covers is told only if it was not met.
    """
    listed = by_date(lines)
    unmet = _unmet(listed)
    rest = [line for line in listed if line not in unmet and not line.is_covered]

    def stays(line: ReadyLine) -> bool:
        return line.key in staying and line.is_done and not line.is_by_itself

    return ReadyParts(
        unmet=unmet,
        to_do=tuple(line for line in rest if line.is_undone or stays(line)),
        given_up=tuple(line for line in rest if line.reason and not line.is_undone and not line.is_done),
        done=tuple(line for line in rest if line.is_done and not line.is_by_itself and not stays(line)),
        by_itself=tuple(line for line in rest if line.is_by_itself),
    )


def _unmet(lines: tuple[ReadyLine, ...]) -> tuple[ReadyLine, ...]:
    found: dict[str, ReadyLine] = {}
    not_met = [line for line in lines if line.weakest_word is PersonSaid.NOT_MET]
    for line in sorted(not_met, key=lambda one: one.is_by_itself):
        found.setdefault(line.rule.code, line)
    return tuple(line for line in lines if line in found.values() and not line.reason)
