"""What is to do for a meeting, told need by need: a person's own word counts before the group's side. No names."""

from dataclasses import dataclass
from datetime import date

from coprod_desktop.domain.adjustment import PersonSaid
from coprod_desktop.domain.getting_ready import Preparation, ready_lines, rules_of
from coprod_desktop.domain.need_rules import NEED_RULES
from coprod_desktop.domain.ready_line import ReadyLine


@dataclass(frozen=True, kw_only=True)
class NeedLine:
    """One thing to do for one need of one person. `said` is that person's own word, None while they said nothing."""

    line: ReadyLine
    said: PersonSaid | None = None

    @property
    def state(self) -> str:
        """The person's own word, or how far the group is."""
        return self.said.value if self.said is not None else self.line.state.value

    @property
    def is_late(self) -> bool:
        """Whether its day has passed and it is not done; what a person calls met is done."""
        return self.line.is_late and self.said is not PersonSaid.MET


def need_lines(known: Preparation) -> tuple[NeedLine, ...]:
    """A line for each rule of each need of everybody who comes, in the order of the dates and then of the table.

    Not in the order of people, so that nobody can tell which needs are those of one person.
    """
    lines = {line.key: line for line in ready_lines(known)}
    said = {(answer.person_id, answer.code): answer.said for answer in known.answers}
    found = [
        NeedLine(line=lines[rule.key], said=said.get((person.id, rule.code)))
        for person in known.people
        for need in person.needs
        for rule in rules_of(need, known.details)
    ]
    place = {rule.key: number for number, rule in enumerate(NEED_RULES)}
    return tuple(sorted(found, key=lambda one: (one.line.due_on or date.max, place[one.line.key], one.state)))
