"""What is true of a photo: who is in it, what they said, and whether it may be used, also in words."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.services.own_picture_service import OwnPicture, OwnPictureService, PhotoUse, PhotoYes
from coprod_desktop.ui.widgets.date_words import day_words


class PhotoFacts(NamedTuple):
    """A photo as it is kept; `people` are in the order of their names, `status` tells `may_print` and why.

    `may_print` is about the use that was asked for.
    """

    own: OwnPicture
    people: tuple[PersonId, ...]
    said: tuple[PhotoYes, ...]
    may_print: bool
    status: str


class _UseWords(NamedTuple):
    """What is said of one use of a photo."""

    nobody: str
    all_said_yes: str
    is_not: str


_USES: Final = {
    PhotoUse.MINUTES: _UseWords(
        "Nobody is in it. It may be in the minutes.",
        "All said yes. It may be in the minutes.",
        "It is not in the minutes.",
    ),
    PhotoUse.OUTSIDE: _UseWords(
        "Nobody is in it. It may be on invitations.",
        "All said yes. It may be on invitations.",
        "It is not on invitations.",
    ),
}


def photo_facts(
    own: OwnPicture, pictures: OwnPictureService, name: Callable[[PersonId], str], use: PhotoUse = PhotoUse.MINUTES
) -> PhotoFacts:
    """The facts of one photo for the minutes, or for invitations (OUTSIDE). Raises NotAllowed if it is gone."""
    people = tuple(sorted(pictures.people_in(own.id), key=lambda who: name(who).casefold()))
    said, may_print = pictures.yeses(own.id), pictures.may_use(own.id, use)
    facts = PhotoFacts(own, people, said, may_print, "")
    return facts._replace(status=_status(facts, name, use))


def _status(facts: PhotoFacts, name: Callable[[PersonId], str], use: PhotoUse) -> str:
    words = _USES[use]
    if not facts.people:
        return _translated(words.nobody)
    if facts.may_print:
        return _translated(words.all_said_yes)
    answers = {one.person_id: one.is_yes for one in facts.said if one.use is use}
    no = [name(who) for who in facts.people if answers.get(who) is False]
    waiting = [name(who) for who in facts.people if who not in answers]
    told = [_translated(words.is_not)]
    if no:
        told.append(_translated("Said no: {names}.").format(names=_joined(no)))
    if waiting:
        told.append(_translated("Not asked yet: {names}.").format(names=_joined(waiting)))
    return " ".join(told)


def use_questions() -> dict[PhotoUse, str]:
    """What is asked about each use of a photo of a person, in the order in which it is asked."""
    return {
        PhotoUse.OWN_SHEET: _translated("May it be on their own sheet?"),
        PhotoUse.WHO_IS_WHO: _translated("May it be on the page who is who?"),
        PhotoUse.WALL: _translated("May it be on the wall?"),
        PhotoUse.MINUTES: _translated("May it be in the minutes?"),
        PhotoUse.OUTSIDE: _translated("May people outside the group see it?"),
    }


def answer_words(answer: PhotoYes | None) -> str:
    """What somebody said to one use, when, and who wrote it down."""
    if answer is None:
        return _translated("Not asked yet.")
    said = _translated("Yes, on {day}.") if answer.is_yes else _translated("No, on {day}.")
    words = said.format(day=day_words(answer.said_on))
    if answer.recorder:
        words = " ".join((words, _translated("{name} wrote it down.").format(name=answer.recorder)))
    return words


def _joined(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _translated("{some} and {last}").format(some=", ".join(names[:-1]), last=names[-1])


def _translated(words: str) -> str:
    return QCoreApplication.translate("PhotoFacts", words)
