"""A person's own photo or symbol, and their yes to each use of it (DP-13)."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.own_picture import OWN, OwnPicture, OwnPictureId, PhotoUse, PhotoYes, PictureKind
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.reasons import NotAllowed
from coprod_desktop.services.act_history import ActHistory
from coprod_desktop.services.own_picture_service import OwnPictureService
from coprod_desktop.services.people_service import PeopleService

__all__ = ["OwnPicture", "PersonPictures", "PhotoUse", "PhotoYes"]


class PersonPictures:
    """What can be asked about the picture of a person. Each act is one Undo. A symbol needs no yes: they chose it."""

    def __init__(self, own: OwnPictureService, people: PeopleService, history: ActHistory) -> None:
        self._own = own
        self._people = people
        self._history = history

    def photo_of(self, person: Person) -> OwnPicture | None:
        """The person's own photo, or their symbol of the group's own; None for a picture word or no picture."""
        if not person.picture.startswith(OWN):
            return None
        try:
            return self._own.get(OwnPictureId(person.picture.removeprefix(OWN)))
        except NotAllowed:
            return None  # it was taken away from our own photos

    def needs_yes(self, person: Person) -> bool:
        """Whether the picture is a photo, each use of which is asked for."""
        photo = self.photo_of(person)
        return photo is not None and photo.kind is PictureKind.PHOTO

    def choose_photo(self, person_id: PersonId, path: Path, *, word: str, alt: str, recorder: str = "") -> Person:
        """Take in a photo of a person; one they had before is taken away. No use has a yes yet.

        Raises PictureRefused for a file that is no sound picture, or a sentence that names somebody.
        """
        person = self._people.get(person_id)
        with self._history.together("own_picture_chosen"):
            added = self._own.add_photo(person.group_id, path, word, alt, (person_id,), recorder)
            self._take_own_photo_away(person)
            return self._people.save(_with(person, added.picture.picture_word))

    def choose_symbol(self, person_id: PersonId, picture_word: str) -> Person:
        """Keep a symbol, by its picture word, as what stands for a person."""
        person = self._people.get(person_id)
        if person.picture == picture_word:
            return person
        with self._history.together("own_picture_chosen" if picture_word else "own_picture_taken_away"):
            self._take_own_photo_away(person)
            return self._people.save(_with(person, picture_word))

    def take_away(self, person_id: PersonId) -> Person:
        """No picture; the photo leaves the file."""
        return self.choose_symbol(person_id, "")

    def answers(self, person: Person) -> Mapping[PhotoUse, PhotoYes]:
        """What the person said to each use of their photo; a use that is not there was not asked."""
        photo = self.photo_of(person)
        if photo is None:
            return {}
        return {said.use: said for said in self._own.yeses(photo.id) if said.person_id == person.id}

    def say(self, person: Person, use: PhotoUse, is_yes: bool, recorder: str = "") -> None:
        """Note their yes or no to one use, with today's date; what is made from now on follows it."""
        photo = self.photo_of(person)
        if photo is not None:
            self._own.say(photo.id, person.id, use, is_yes, recorder)

    def word_for(self, person: Person, use: PhotoUse) -> str:
        """The picture word of a person where it may be shown for this use, else nothing."""
        if not person.picture.startswith(OWN):
            return person.picture
        try:
            may_use = self._own.may_use(OwnPictureId(person.picture.removeprefix(OWN)), use)
        except NotAllowed:
            return ""  # it was taken away from our own photos
        return person.picture if may_use else ""

    def _take_own_photo_away(self, person: Person) -> None:
        """A photo of this person alone goes; one with others in it belongs to them too."""
        photo = self.photo_of(person)
        if photo is None or photo.kind is not PictureKind.PHOTO:
            return
        if set(self._own.people_in(photo.id)) <= {person.id}:
            self._own.remove(photo.id)


def _with(person: Person, picture_word: str) -> Person:
    return replace(person, picture=picture_word)
