"""Gathers what decides on the pictures of one group's minutes, so that the room of minutes need not ask the store."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.own_picture import OWN, OwnPicture, PhotoUse, PictureKind, may_be_used
from coprod_desktop.domain.person import NamedAs, Person, printed_names
from coprod_desktop.minutes.blocks import BlockRole
from coprod_desktop.minutes.picture_choosing import PictureChooser, told_in
from coprod_desktop.minutes.picture_meanings import PictureMeanings
from coprod_desktop.minutes.pictures import Pictures
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.picture_store import PictureStore

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ROLES = {role.value: role for role in BlockRole}


class ChooserMaker:
    """Makes the chooser of pictures for a meeting from what was kept; photos without every yes are not in it."""

    def __init__(self, database: Database, templates_folder: Path) -> None:
        self._store = PictureStore(database)
        self._templates = templates_folder

    @cached_property
    def table(self) -> Pictures:
        """The table of pictures without anybody's own."""
        return Pictures(self._templates)

    def chooser(self, state: MeetingState, group: Group, people: Sequence[Person]) -> PictureChooser:
        """All that decides on the pictures of one meeting. `people` are all of the group, also those removed."""
        pictures = self.table.with_own(self.usable(group.id, PhotoUse.MINUTES, people))
        return PictureChooser(
            pictures=pictures,
            meanings=PictureMeanings(pictures, group.language),
            told=told_in(state),
            chosen={
                (ref, _ROLES[role]): picture
                for (ref, role), picture in self._store.of_blocks(state.id).items()
                if role in _ROLES
            },
            choices=self._store.choices(group.id),
            names=[name for person in people for name in (person.name, person.chosen_name) if name],
            faces=frozenset(person.picture for person in people if person.picture.startswith(OWN)),
            symbol_credit=self.table.table["own"]["symbol_credit"],
        )

    def faces(self, group_id: GroupId, use: PhotoUse, people: Sequence[Person]) -> Mapping[PersonId, str]:
        """The picture words of people's own photos and symbols that may be shown for this use (DP-13)."""
        shown = [person for person in people if person.picture]
        own = {one.picture_word for one in self.usable(group_id, use, people)} if shown else set()
        return {
            person.id: person.picture
            for person in shown
            if (person.picture in own if person.picture.startswith(OWN) else self.table.has(person.picture))
        }

    def usable(self, group_id: GroupId, use: PhotoUse, people: Sequence[Person] = ()) -> tuple[OwnPicture, ...]:
        """The group's symbols, and the photos whose people all said yes to this use (DP-13).

        Words that name somebody who is not to be named are changed for plain ones.
        """
        unnamed = str(self.table.table["own"]["unnamed_alt"])
        return tuple(
            replace(own, alt=unnamed) if names_somebody(own.alt, people) else own
            for own in self._store.pictures(group_id)
            if own.kind is PictureKind.SYMBOL or self.may_use(own, use)
        )

    def may_use(self, own: OwnPicture, use: PhotoUse) -> bool:
        """Whether everybody in a photo said yes to this use."""
        return may_be_used(use, self._store.people_in(own.id), self._store.said(own.id))


def names_somebody(words: str, people: Iterable[Person]) -> bool:
    """Whether words name somebody in another way than they chose, or at all if they chose not to be named (DP-05)."""
    listed = list(people)
    printed = printed_names(listed)
    said = set(_WORD.findall(words))
    return any(_names(person, printed.get(person.id, ""), words, said) for person in listed)


def _names(person: Person, printed: str, words: str, said: set[str]) -> bool:
    if person.named_as in (NamedAs.UNNAMED, NamedAs.CHOSEN):
        parts = set(_WORD.findall(f"{person.name} {person.chosen_name}")) - set(_WORD.findall(printed))
        return any(part in said for part in parts if len(part) > 1)
    return person.name != printed and " " in person.name and person.name.casefold() in words.casefold()
