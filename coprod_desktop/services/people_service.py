"""The people of a group: add, change, remove, search; every act can be undone."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.adjustment import FireHelper, NeedAnswer
from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.person import (
    Gone,
    MinutesChoice,
    NamedAs,
    Person,
    Perspective,
    agreed_codes,
    is_written_to,
)
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import needed, typed, typed_lines
from coprod_desktop.domain.turns import LONGEST_TURN_SECONDS
from coprod_desktop.services.act_history import Act, ActHistory
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.new_ids import NewId
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.ready_store import ReadyStore

SMALLEST_SIZE_PT = 12
LARGEST_SIZE_PT = 48
CLOSEST_LINES, WIDEST_LINES = 1.0, 2.0


class PeopleService:
    """What can be asked about people. Needs are told to nobody but the screens that must have them (DP-04)."""

    def __init__(
        self,
        store: PeopleStore,
        ready: ReadyStore,
        history: ActHistory,
        clock: Clock,
        new_id: NewId,
        *,
        when_changed: Callable[[], None] = lambda: None,
    ) -> None:
        """`when_changed` is called when somebody is changed or taken off: what was made of them before is old."""
        self._store = store
        self._ready = ready
        self._history = history
        self._clock = clock
        self._new_id = new_id
        self._when_changed = when_changed
        self._when_renamed: Callable[[Person, Person], None] = _nothing

    def when_renamed(self, listener: Callable[[Person, Person], None]) -> None:
        """Call `listener` with a person before and after each change of how they are named; undoing it is one too."""
        self._when_renamed = listener

    def people(self, group_id: GroupId) -> tuple[Person, ...]:
        """The people of a group, in the order of the alphabet."""
        return tuple(sorted(self._store.people(group_id), key=lambda person: folded(person.name)))

    def everyone(self, group_id: GroupId) -> tuple[Person, ...]:
        """As `people`, with those who were removed: their names still stand in old minutes."""
        return self._store.people(group_id, with_removed=True)

    def no_longer_here(self, group_id: GroupId) -> tuple[Person, ...]:
        """Those who left, died or were taken off, in the order of the alphabet; not those whose adding was undone."""
        gone = (one for one in self.everyone(group_id) if not is_written_to(one) and one != _never_added(one))
        return tuple(sorted(gone, key=lambda person: folded(person.name)))

    def find(self, group_id: GroupId, words: str) -> tuple[Person, ...]:
        """People whose name, chosen name or what they bring holds all the words typed. Needs are not searched."""
        wanted = folded(words).split()
        return tuple(person for person in self.people(group_id) if all(word in _searched(person) for word in wanted))

    def get(self, person_id: PersonId) -> Person:
        """One person. Raises NotAllowed if there is no such person."""
        person = self._store.get(person_id)
        if person is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return person

    def new_person(self, group_id: GroupId) -> Person:
        """A person with nothing filled in, to be saved once they have a name."""
        return Person(id=PersonId(self._new_id()), group_id=group_id, name="")

    def add_walk_in(self, group_id: GroupId, name: str) -> Person:
        """Add somebody who walked in, by the name they give."""
        person = replace(self.new_person(group_id), name=name)
        return self.save(person)

    def save(self, person: Person) -> Person:
        """Add or change a person. Raises NotAllowed if a rule is broken; then nothing is saved."""
        before = self._store.get(person.id)
        checked = self._checked(person, before)
        if checked != before:
            self._write(before, checked, kind=_kind_of_change(before, checked))
        return checked

    def remove(self, person_id: PersonId) -> None:
        """Take a person off the list, as after a slip. What they said stays in the minutes as they chose."""
        self._take_off(person_id, None, kind="person_removed")

    def leave(self, person_id: PersonId) -> None:
        """A person left the group: nothing is made for them any more; their ideas stay as they chose."""
        self._take_off(person_id, Gone.LEFT, kind="person_moved_on")

    def died(self, person_id: PersonId) -> None:
        """A person died: every letter stops at once; name and ideas stay as they chose."""
        self._take_off(person_id, Gone.DIED, kind="person_died")

    def bring_back(self, person_id: PersonId) -> None:
        """Put a person on the list again, with all that was known."""
        person = self.get(person_id)
        if not is_written_to(person):
            self._write(person, replace(person, removed_on=None, gone=None), kind="person_brought_back")

    def remember_perspectives(self, person_id: PersonId, perspectives: tuple[Perspective, ...]) -> None:
        """Keep where a person said they speak from, to offer it next time (R01). This is not an act to undo."""
        person = self.get(person_id)
        if perspectives and perspectives != person.perspectives:
            self._store.save(replace(person, perspectives=perspectives))

    def _dated(self, need: AccessNeed) -> AccessNeed:
        return need if need.noted_on is not None else replace(need, noted_on=today(self._clock))

    def _take_off(self, person_id: PersonId, gone: Gone | None, *, kind: str) -> None:
        person = self.get(person_id)
        self._write(person, replace(person, removed_on=today(self._clock), gone=gone), kind=kind)

    def _write(self, before: Person | None, after: Person, *, kind: str) -> None:
        answers, helpers = self._of_lost_needs(before, after)
        taken_back = before or _never_added(replace(after, removed_on=today(self._clock)))

        def do() -> None:
            self._when_changed()
            self._store.save(after)
            self._tell_of_name(before, after)
            self._ready.forget_answers(answers)
            for helper in helpers:
                self._ready.keep_fire_helper(replace(helper, helper=""))

        def undo() -> None:
            self._when_changed()
            self._store.save(taken_back)
            self._tell_of_name(after, before)
            self._ready.keep_answers(answers)
            for helper in helpers:
                self._ready.keep_fire_helper(helper)

        with self._history.together(kind):
            do()
            self._history.note(Act(kind=kind, undo=undo, redo=do))

    def _tell_of_name(self, before: Person | None, after: Person | None) -> None:
        if before is not None and after is not None and _named(before) != _named(after):
            self._when_renamed(before, after)

    def _of_lost_needs(
        self, before: Person | None, after: Person
    ) -> tuple[tuple[NeedAnswer, ...], tuple[FireHelper, ...]]:
        """What hangs on needs that are there no more: it goes with them (DP-03)."""
        lost = _agreed(before) - _agreed(after) if before else frozenset()
        if not lost:
            return (), ()
        from coprod_desktop.domain.need_rules import HELPER_CODES  # not needed before home can be used

        answers = tuple(one for one in self._ready.answers_of(after.id) if one.code in lost)
        helpers = self._ready.fire_helpers_of(after.id) if lost & HELPER_CODES else ()
        return answers, helpers

    def _checked(self, person: Person, before: Person | None) -> Person:
        waiting = tuple(need for need in before.needs if need.waits_for_yes) if before else ()
        return replace(
            person,
            name=needed(person.name, field="name", reason=Reason.NAME_MISSING),
            chosen_name=_checked_chosen_name(person, before),
            pronoun=typed(person.pronoun, field="pronoun"),
            contact=typed(person.contact, field="contact", keeps_lines=True),
            brings=typed_lines(person.brings, field="brings"),
            hopes=typed_lines(person.hopes, field="hopes"),
            needs=tuple(self._dated(_checked_need(need, waiting)) for need in person.needs),
            minutes=_checked_minutes(person.minutes),
            turn_seconds=_checked_turn(person.turn_seconds),
        )


def _nothing(_before: Person, _after: Person) -> None:
    """What is done when nobody listens."""


def _named(person: Person) -> tuple[str, str, NamedAs]:
    return person.name, person.chosen_name, person.named_as


def _never_added(person: Person) -> Person:
    """What is left of a person whose adding was undone: a name on a line that is not shown, and nothing private."""
    return Person(id=person.id, group_id=person.group_id, name=person.name, removed_on=person.removed_on)


def _agreed(person: Person) -> frozenset[str]:
    return agreed_codes((person,))


def _kind_of_change(before: Person | None, after: Person) -> str:
    if before is None:
        return "person_added"
    if len(after.needs) < len(before.needs) and replace(after, needs=before.needs) == before:
        return "need_withdrawn"
    return "person_changed"


def folded(text: str) -> str:
    """Text for comparing and sorting: no case, no accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _searched(person: Person) -> str:
    return folded(" ".join((person.name, person.chosen_name, *person.brings)))


def _checked_chosen_name(person: Person, before: Person | None) -> str:
    came_without = before is not None and before.named_as is NamedAs.CHOSEN and not before.chosen_name
    if person.named_as is NamedAs.CHOSEN and not came_without:  # a record file may leave the chosen name out
        return needed(person.chosen_name, field="chosen_name", reason=Reason.NAME_MISSING)
    return typed(person.chosen_name, field="chosen_name")


def _checked_need(need: AccessNeed, waiting: tuple[AccessNeed, ...]) -> AccessNeed:
    checked = replace(
        need,
        detail=typed(need.detail, field="need"),
        consent_helper=typed(need.consent_helper, field="need"),
        parents_yes=typed(need.parents_yes, field="need"),
    )
    if checked.waits_for_yes and checked not in waiting:
        raise NotAllowed(Reason.CONSENT_MISSING, "need")  # DP-03
    return checked


def _checked_minutes(choice: MinutesChoice | None) -> MinutesChoice | None:
    if choice is None:
        return None
    if choice.size_pt is not None and not SMALLEST_SIZE_PT <= choice.size_pt <= LARGEST_SIZE_PT:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "size_pt")
    if choice.line_spacing is not None and not CLOSEST_LINES <= choice.line_spacing <= WIDEST_LINES:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "line_spacing")
    return replace(choice, paper=typed(choice.paper, field="paper"))


def _checked_turn(seconds: int | None) -> int | None:
    if seconds is not None and not 0 <= seconds <= LONGEST_TURN_SECONDS:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "turn_seconds")
    return seconds
