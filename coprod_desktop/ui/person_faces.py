"""A person's own photo or symbol for the screen, where they said that it may be seen (DP-13)."""

from typing import TYPE_CHECKING

from coprod_desktop.domain.own_picture import PhotoUse
from coprod_desktop.domain.person import Person
from coprod_desktop.ui.widgets.picture_words import picture_words

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

Face = tuple[bytes | None, str]
"""The picture and what it shows; nothing where there is none or it may not be seen."""

NO_FACE: Face = (None, "")


def face_of(services: "Services", person: Person, use: PhotoUse) -> Face:
    """What stands for this person; a symbol that they chose needs no yes."""
    word = services.person_pictures.word_for(person, use) if person.picture else ""
    if not word:
        return NO_FACE
    own = services.person_pictures.photo_of(person)
    if own is not None:
        return own.data, own.alt
    return picture_words().drawing(word), picture_words().alt(word)
