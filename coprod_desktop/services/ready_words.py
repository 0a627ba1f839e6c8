"""What is to be ready, in easy words: what to do and for how many, never who, and never what a person has."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from coprod_desktop.domain.adjustment import GroupState
from coprod_desktop.domain.need_rule import DoneBy
from coprod_desktop.domain.need_rules import RULES_BY_KEY
from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.services.language_file import FALLBACK_LANGUAGE, read_language_file

_ONE_STEP: Final = (DoneBy.ONCE, DoneBy.BREAKS, DoneBy.HELPERS)


@dataclass(frozen=True, kw_only=True)
class RuleWords:
    """One thing to do: what it is called for 1 person and for `{count}`, a note on what to do, the name of an icon.

    `today` is what to do once its day has passed, where that is not what is said of all that is done in this way.
    """

    one: str
    many: str
    note: str
    icon: str
    today: str = ""


@dataclass(frozen=True, kw_only=True)
class ReadyWords:
    """The words of a language; `rules` has words for each key of the table."""

    rules: Mapping[str, RuleWords]
    said_in_file: Mapping[str, Any]
    months: tuple[str, ...]

    def title(self, key: str, people: int) -> str:
        """What is to be ready, for how many: "Taxis or lifts for 2 people"."""
        words = self.rules[key]
        return words.one if people == 1 else words.many.format(count=people)

    def note(self, key: str) -> str:
        """One short sentence on what to do: "Test it on the day."."""
        return self.rules[key].note

    def icon(self, key: str) -> str:
        """The name of the icon for this."""
        return self.rules[key].icon

    def state(self, line: ReadyLine) -> str:
        """How far the group is, in a word or two."""
        if line.is_by_itself:
            return str(self.said_in_file["by_itself"])
        if line.rule.done_by in _ONE_STEP:
            is_ready = line.state is GroupState.READY
            return self._in("one_step_states", "done" if is_ready else "not_done")
        if line.rule.done_by is DoneBy.PLACE and line.state is GroupState.NOT_ASKED:
            return self._in("place_states", "lacks" if line.place_lacks_it else "not_looked")
        return self._in("states", line.state.value)

    def press(self, line: ReadyLine) -> str:
        """What the button says that marks the next step; empty if there is nothing to mark."""
        following = line.next_state
        if following is None:
            return ""
        if line.rule.done_by in _ONE_STEP:
            return self._in("presses", "done")
        is_to_look_at = line.rule.done_by is DoneBy.PLACE and following is GroupState.READY
        return self._in("presses", "looked" if is_to_look_at else following.value)

    def late(self, line: ReadyLine) -> str:
        """That a good day for it has passed, and whether it may be too late; empty if there is time."""
        if line.due_on is None or not (line.is_late or line.may_be_too_late):
            return ""
        due = self._say("due", date=self.day(line.due_on))
        return f"{due} {self._say('too_late')} {self.today(line)}" if line.may_be_too_late else due

    def today(self, line: ReadyLine) -> str:
        """What to do about it today, once its day has passed: "Ask today.", "Send them today."."""
        return self.rules[line.key].today or self._in("today", line.rule.done_by.value)

    def grown(self, line: ReadyLine) -> str:
        """That more people come than it was done for; empty if that is not so."""
        if not line.has_grown or line.adjustment is None:
            return ""
        before = line.adjustment.people
        return self._say("grown_one" if before == 1 else "grown", before=before, now=line.people)

    def lacks(self, line: ReadyLine) -> str:
        """That somebody looked and did not find it; empty if that is not so."""
        return self._say("lacks") if line.place_lacks_it else ""

    def day_named(self, line: ReadyLine) -> str:
        """That somebody's own words name the day of the week of the meeting; empty if none do."""
        return self._say("day_named") if line.is_day_named else ""

    def day(self, day: date) -> str:
        """A date in words: "13 October 2026"."""
        return self._say("date", day=day.day, month=self.months[day.month - 1], year=day.year)

    def _in(self, part: str, key: str) -> str:
        return str(self.said_in_file[part][key])

    def _say(self, key: str, **values: str | int) -> str:
        return str(self.said_in_file[key]).format(**values)


def load_ready_words(folder: Path, language: str = FALLBACK_LANGUAGE) -> ReadyWords:
    """The words of a language. Raises ValueError if a rule or a state has no words, or words have no rule."""
    said = read_language_file(folder, "ready_words", language)
    rules = {key: RuleWords(**words) for key, words in said["rules"].items()}
    are_all_there = set(rules) == set(RULES_BY_KEY) and set(said["states"]) == {state.value for state in GroupState}
    if not are_all_there:
        raise ValueError("each thing to be ready has words, and nothing else has")
    months = read_language_file(folder, "wording", language)["month_names"]
    return ReadyWords(rules=rules, said_in_file=said, months=tuple(months))
