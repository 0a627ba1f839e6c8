"""Renders the copies of a print pack, each layout once, and keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.minutes.blocks import ForYou, MinutesContent
from coprod_desktop.services.minutes_service import MinutesOrder, MinutesService
from coprod_desktop.services.pack_lines import order_of
from coprod_desktop.services.pack_plan import Goes, PackLine, PackPlan, Sides
from coprod_desktop.services.pack_steps import Steps
from coprod_desktop.services.pack_words import PackWording
from coprod_desktop.services.record_file import NotWritten


@dataclass(frozen=True)
class Copy:
    """One copy; `page_count` is 0 for text."""

    data: bytes
    page_count: int


@dataclass(kw_only=True)
class PackCopies:
    """The copies of one plan by the numbers of their lines."""

    plan: PackPlan
    content: MinutesContent
    for_yous: Mapping[PersonId, ForYou]
    minutes: MinutesService
    wording: PackWording
    _made: dict[int, Copy] = field(default_factory=dict)

    def make(self, steps: Steps) -> None:
        """Make what is not made yet, the copies of one layout together. Raises Cancelled; what is made is kept."""
        steps.check()
        waiting = [line for line in self.plan.wanted if line.number not in self._made]
        steps.done = len(self.plan.wanted) - len(waiting)
        drawn: dict[str, Any] = {}  # pictures that one layout has drawn serve the next
        for layout, lines in self._by_layout(waiting).items():
            made = self.minutes.copies(self.content, layout, [self.for_you(line) for line in lines], drawn)
            for line, copy in zip(lines, made, strict=True):
                self._made[line.number] = self._checked(line, Copy(copy.data, copy.page_count))
                steps.tell(self._words(steps))

    def of(self, line: PackLine) -> Copy:
        """The copy of a line, which must have been made; it asks the printer for the sides of the plan."""
        copy = self._made[line.number]
        if line.goes is Goes.FILE:
            return copy
        from coprod_desktop.minutes.print_run import with_sides

        return Copy(with_sides(copy.data, both_sides=self.plan.sides is Sides.BOTH), copy.page_count)

    def take_over(self, before: "PackCopies") -> None:
        """Keep what another plan of the same meeting has made, where it says and looks the same."""
        if self.content != before.content:
            return
        lines = {line.key: line for line in before.plan.all_lines}
        for line in self.plan.wanted:
            was = lines.get(line.key)
            copy = before.made_for(was, self.for_you(line)) if was is not None else None
            if was is not None and copy is not None and order_of(line) == order_of(was):
                self._made[line.number] = copy

    def made_for(self, line: PackLine, for_you: ForYou | None) -> Copy | None:
        """The copy of a line, if it was made and tells its person just this."""
        return self._made.get(line.number) if self.for_you(line) == for_you else None

    def content_of(self, line: PackLine) -> MinutesContent:
        """What the copy of a line says."""
        return replace(self.content, for_you=self.for_you(line))

    def counted_plan(self) -> PackPlan:
        """The plan with the pages of all copies that were made."""
        return self.plan.with_page_counts({number: copy.page_count for number, copy in self._made.items()})

    @staticmethod
    def _by_layout(lines: list[PackLine]) -> dict[MinutesOrder, list[PackLine]]:
        layouts: dict[MinutesOrder, list[PackLine]] = {}
        for line in lines:
            layouts.setdefault(order_of(line).layout, []).append(line)
        return layouts

    def for_you(self, line: PackLine) -> ForYou | None:
        """What the copy of a line says to its person; None for the common copy."""
        return self.for_yous.get(line.person_id) if line.person_id else None

    @staticmethod
    def _checked(line: PackLine, copy: Copy) -> Copy:
        """A copy that opens and has all of its pages."""
        if line.goes is Goes.FILE:
            return Copy(copy.data, 0)
        check_pages(copy.data, copy.page_count)
        return copy

    def _words(self, steps: Steps) -> str:
        number = str(min(steps.done + 1, steps.copies))
        return self.wording.wording("pack_making_copy", number=number, all=str(steps.copies))


def check_pages(data: bytes, page_count: int) -> None:
    """Nothing is kept that does not open, or that lacks a page. Raises NotWritten."""
    from coprod_desktop.minutes.printed_file import NotAPdf, pages_in

    try:
        is_whole = pages_in(data) == page_count
    except NotAPdf:
        is_whole = False
    if not is_whole:
        raise NotWritten("A copy did not come out whole. Please try again.")
