"""How minutes say things: with the names people chose and in the fixed words of one language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.minutes.blocks import See
from coprod_desktop.minutes.dates_and_amounts import date_words
from coprod_desktop.minutes.sentences import ended, sentences, tidy
from coprod_desktop.minutes.wording import Wording

FEW = 3
"""Fewer people with one perspective are not counted out, so that nobody is found by it (DP-14)."""

_MOST_NAMES = 5
_SMALL_FIRST_WORDS = frozenset(
    ("The", "A", "An", "Our", "My", "Some", "All", "Many", "Most", "Other", "People", "Members", "Staff", "Families")
    + ("Carers", "Parents", "Friends", "Everyone", "Everybody", "Neighbours")
)


@dataclass(frozen=True)
class Teller:
    """Turns ids, dates and proposers into words. `names` holds only people who want to be named (DP-05).

    `faces` are the picture words of their own photos and symbols, where they said yes to minutes (DP-13).
    `perspective_labels` are the group's own words for where people speak from.
    """

    wording: Wording
    names: Mapping[PersonId, str]
    faces: Mapping[PersonId, str] = field(default_factory=dict)
    perspective_labels: Mapping[Perspective, str] = field(default_factory=dict)

    def say(self, key: str, **values: str) -> tuple[str, ...]:
        """The sentences of an entry; names are filled in afterwards, so that "Jo A." ends no sentence."""
        return tuple(_one_stop(line.format(**values)) for line in sentences(self.wording.template(key)))

    def day(self, day: date) -> str:
        return date_words(day, self.wording)

    def day_line(self, day: date) -> str:
        return ended(self.day(day))

    def calendar(self, day: date | None) -> str:
        """The picture of a date: a calendar page with its day, which the renderer draws."""
        return f"calendar page {day.day}" if day else "calendar"

    def named(self, people: Iterable[PersonId]) -> list[str]:
        """The names that may be printed, tidy and in the order given."""
        return [tidy(self.names[who]) for who in people if who in self.names]

    def people(self, people: Sequence[PersonId]) -> str:
        """All of these people as a phrase: "Jo, Sam and 1 more person"."""
        named = self.named(people)
        unnamed = len(people) - len(named)
        if not named:
            return self.wording.count("people_unnamed", unnamed) if unnamed else ""
        if len(named) > _MOST_NAMES:
            return self.wording.count("people", len(people))
        more = [self.wording.count("more_people", unnamed)] if unnamed else []
        return self.wording.joined(named + more)

    def starting(self, phrase: str) -> str:
        """A phrase at the start of a sentence. A name stays as its owner writes it."""
        is_name = any(_begins_with(phrase, tidy(name)) for name in self.names.values())
        return phrase if is_name else phrase[:1].upper() + phrase[1:]

    def own_sentences(self, text: str) -> tuple[str, ...]:
        """The sentences of what people typed as a reason, which may begin with a small letter."""
        found = sentences(text)
        return (self.starting(found[0]), *found[1:]) if found else ()

    def proposer(self, proposer: Proposer) -> str:
        """Whose idea it was, as a phrase; never empty."""
        parts = []
        if proposer.people:
            parts.append(self.all_people(proposer.people))
        parts += [self.wording(f"source_{source.value}") for source in proposer.sources]
        return self.wording.joined(parts) if parts else self.wording("someone_unnamed")

    def face(self, proposer: Proposer) -> str:
        """The picture word of the one named person whose idea it was; empty where there is none."""
        if len(proposer.people) != 1 or proposer.sources or proposer.people[0] not in self.names:
            return ""
        return self.faces.get(proposer.people[0], "")

    def all_people(self, people: Sequence[PersonId]) -> str:
        """All of these people by name, however many; those who did not want to be named are counted."""
        named = self.named(people)
        unnamed = len(people) - len(named)
        if unnamed:
            named.append(self.wording.count("people_unnamed", unnamed))
        return self.wording.joined(named)

    def told_how(self, proposer: Proposer) -> tuple[str, ...]:
        """For whom the proposer spoke, and the note on how it was told."""
        return (*self._spoke_for(proposer), *sentences(proposer.note))

    def _spoke_for(self, proposer: Proposer) -> tuple[str, ...]:
        if not proposer.on_behalf_of:
            return ()
        others = in_mid_sentence(tidy(proposer.on_behalf_of))
        named = self.named(proposer.people)
        if not named:
            return self.say("said_for", others=others)
        return self.say("spoke_for", who=self.wording.joined(named), others=others)

    def has_not_said_yes(self, who: str) -> tuple[str, ...]:
        """ "The council has not said yes yet."; "The trustees have ..." """
        key = "not_said_yes_many" if _is_many(who) else "not_said_yes_one"
        return self.say(key, who=self.starting(tidy(who)))

    def can_say_yes(self, proposer: Proposer) -> bool:
        """Whether the proposer is one who can be asked."""
        return bool(proposer.people) or proposer.source is Source.WHOLE_GROUP

    def see(self, key: str, refs: Iterable[str], *, is_item: bool = False, **values: str) -> See:
        """A line that says where something is told: "Your idea is on page 6."; the numbers come when pages are made."""
        return See(
            refs=tuple(refs),
            on_page=self.wording(f"{key}_on_page", page="{page}", **values),
            on_pages=self.wording(f"{key}_on_pages", page="{page}", **values),
            in_part=self.wording(f"{key}_in_part", part="{part}", **values),
            last_joiner=self.wording("joined_two", first="", last=""),
            is_item=is_item,
        )

    def perspective(self, perspective: Perspective) -> str:
        """Where people speak from, in the group's own words if it has some."""
        own = tidy(self.perspective_labels.get(perspective, ""))
        return own or self.wording(f"perspective_{perspective.value}")

    def a_few_or(self, count: int) -> str:
        """A count of people with one perspective: under 3 it is not told (DP-14)."""
        return self.wording("a_few_people") if count < FEW else self.wording.count("people", count)


def _begins_with(phrase: str, name: str) -> bool:
    return bool(name) and phrase.startswith(name) and not phrase[len(name) : len(name) + 1].isalnum()


def _one_stop(line: str) -> str:
    """One full stop where a name ended with its own: "Idea from Jo A."."""
    return line[:-1] if line.endswith("..") and not line.endswith("...") else line


def in_mid_sentence(words: str) -> str:
    """Words that began a sentence, as they stand inside one: "The Tuesday group" is "the Tuesday group"."""
    first, space, rest = words.partition(" ")
    return f"{first.lower()}{space}{rest}" if first in _SMALL_FIRST_WORDS else words


def _is_many(who: str) -> bool:
    """Whether "have" fits better than "has": "The trustees", "Staff and families", "People at the council"."""
    words = who.lower().split()
    if not words or who.endswith("NHS"):
        return False
    is_plural = words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is"))
    return is_plural or "and" in words or words[0] in ("people", "staff", "members")
