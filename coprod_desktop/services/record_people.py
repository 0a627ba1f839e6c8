"""The group and the people of a record: found again if they are here already, made if not, never merged by a name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from coprod_desktop.domain.access_need import AccessNeed
from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, NamedAs, Person, Perspective
from coprod_desktop.domain.reasons import Reason
from coprod_desktop.domain.text import needed, typed, typed_lines
from coprod_desktop.services.new_ids import NewId
from coprod_desktop.services.record_clean import Note

Fields = Mapping[str, Any]


@dataclass
class PeopleFound:
    """The people of a record: who each id of the file is here, and who is new."""

    ids: dict[str, PersonId] = field(default_factory=dict)
    new: list[Person] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def new_group(said: Fields, make_id: NewId) -> Group:
    """A group as a record tells it."""
    return Group(
        id=GroupId(make_id()),
        name=needed(said["name"], field="name", reason=Reason.NAME_MISSING),
        meaning=typed(said.get("what_coproduction_means_to_us", "")),
        contact=typed(said.get("contact", "")),
        perspective_labels=_labels(said),
        words=_words(said),
        language=typed(said.get("language", "")) or Group.language,
    )


def filled_group(here: Group, told: Group) -> tuple[Group, list[Note]]:
    """A group that is here already: it keeps what it has, blanks are filled, new words and labels come along."""
    terms = {word.term.casefold() for word in here.words}
    filled = replace(
        here,
        meaning=here.meaning or told.meaning,
        contact=here.contact or told.contact,
        perspective_labels={**told.perspective_labels, **here.perspective_labels},
        words=(*here.words, *(word for word in told.words if word.term.casefold() not in terms)),
    )
    return filled, [Note(f"group.{name}", "The group is here already and keeps its own.") for name in _kept(here, told)]


def find_people(said: Iterable[Fields], here: Iterable[Person], group_id: GroupId, make_id: NewId) -> PeopleFound:
    """Who the people of a record are here: the same only if all that is told is the same, and more than a name."""
    found = PeopleFound()
    waiting = list(here)
    names = {person.name for person in waiting}
    for place, fields in enumerate(said):
        told = _person(fields, group_id, make_id)
        same = next((person for person in waiting if _is_same(person, told)), None)
        if same is not None:
            waiting.remove(same)
        else:
            found.new.append(told)
            if told.name in names:
                words = "Another person of this group has the same name. They are kept apart."
                found.notes.append(Note(f"people[{place}].name", words))
        names.add(told.name)
        found.ids[fields["id"]] = (same or told).id
    return found


def day(said: Fields, key: str) -> date | None:
    """A date of a record, if it is there."""
    return date.fromisoformat(said[key]) if said.get(key) else None


def _person(said: Fields, group_id: GroupId, make_id: NewId) -> Person:
    return Person(
        id=PersonId(make_id()),
        group_id=group_id,
        name=needed(said["name"], field="name", reason=Reason.NAME_MISSING),
        named_as=NamedAs(said["named_as"]),
        chosen_name=typed(said.get("chosen_name", "")),
        pronoun=typed(said.get("pronoun", "")),
        perspectives=tuple(dict.fromkeys(Perspective(one) for one in said.get("perspectives", ()))),
        brings=typed_lines(said.get("brings", ())),
        needs=tuple(_need(one) for one in said.get("needs", ())),
        minutes=_minutes(said["minutes"]) if "minutes" in said else None,
    )


def _need(said: Fields) -> AccessNeed:
    return AccessNeed(
        code=said["code"],
        detail=typed(said.get("detail", "")),
        may_share=said["may_share"],
        consent_on=day(said, "consent_on"),  # DP-03: without it the need waits as "ask first"
    )


def _minutes(said: Fields) -> MinutesChoice:
    return MinutesChoice(
        format=MinutesFormat(said["format"]),
        size_pt=said.get("size_pt"),
        pictures=said["pictures"],
        paper=typed(said.get("paper", "")),
    )


def _is_same(here: Person, told: Person) -> bool:
    if not (told.brings or told.needs or told.minutes):
        return False
    return _told(here) == _told(told)


def _told(person: Person) -> tuple[object, ...]:
    return (
        person.name,
        person.named_as,
        person.chosen_name,
        person.pronoun,
        person.perspectives,
        person.brings,
        tuple((need.code, need.detail, need.may_share, need.consent_on) for need in person.needs),
        person.minutes,
    )


def _labels(said: Fields) -> dict[Perspective, str]:
    labels = {Perspective(key): typed(label) for key, label in said.get("perspective_labels", {}).items()}
    return {perspective: label for perspective, label in labels.items() if label}


def _words(said: Fields) -> tuple[ExplainedWord, ...]:
    return tuple(ExplainedWord(term=typed(one["term"]), means=typed(one["means"])) for one in said.get("words", ()))


def _kept(here: Group, told: Group) -> list[str]:
    means = {word.term.casefold(): word.means for word in here.words}
    differs = {
        "what_coproduction_means_to_us": bool(told.meaning and here.meaning and told.meaning != here.meaning),
        "contact": bool(told.contact and here.contact and told.contact != here.contact),
        "language": told.language != here.language,
        "perspective_labels": any(
            here.perspective_labels.get(key, label) != label for key, label in told.perspective_labels.items()
        ),
        "words": any(means.get(word.term.casefold(), word.means) != word.means for word in told.words),
    }
    return [name for name, is_other in differs.items() if is_other]
