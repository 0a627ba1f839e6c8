"""What is true of a photo: who is in it, what they said, and whether it may be in the minutes, also in words."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.services.own_picture_service import OwnPicture, OwnPictureService, PhotoUse, PhotoYes
from coprod_desktop.ui.wording import joined


class PhotoFacts(NamedTuple):
    """A photo as it is kept; `people` are in the order of their names, `status` tells `may_print` and why."""

    own: OwnPicture
    people: tuple[PersonId, ...]
    said: tuple[PhotoYes, ...]
    may_print: bool
    status: str


def photo_facts(own: OwnPicture, pictures: OwnPictureService, name: Callable[[PersonId], str]) -> PhotoFacts:
    """The facts of one photo. Raises NotAllowed if it is gone."""
    people = tuple(sorted(pictures.people_in(own.id), key=lambda who: name(who).casefold()))
    said, may_print = pictures.yeses(own.id), pictures.may_use(own.id, PhotoUse.MINUTES)
    facts = PhotoFacts(own, people, said, may_print, "")
    return facts._replace(status=_status(facts, name))


def _status(facts: PhotoFacts, name: Callable[[PersonId], str]) -> str:
    if not facts.people:
        return QCoreApplication.translate("PhotoFacts", "Nobody is in it. It may be in the minutes.")
    if facts.may_print:
        return QCoreApplication.translate("PhotoFacts", "All said yes. It may be in the minutes.")
    answers = {one.person_id: one.is_yes for one in facts.said if one.use is PhotoUse.MINUTES}
    no = [name(who) for who in facts.people if answers.get(who) is False]
    waiting = [name(who) for who in facts.people if who not in answers]
    words = [QCoreApplication.translate("PhotoFacts", "It is not in the minutes.")]
    if no:
        words.append(QCoreApplication.translate("PhotoFacts", "Said no: {names}.").format(names=joined(no)))
    if waiting:
        words.append(QCoreApplication.translate("PhotoFacts", "Not asked yet: {names}.").format(names=joined(waiting)))
    return " ".join(words)
