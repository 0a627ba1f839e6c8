"""What is looked at in a place, in easy words with its measure, and how much of it is known."""

from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.venue import CheckAnswer, Checked, Venue, VenueCheck
from coprod_desktop.ui.widgets.date_words import day_words


class CheckWords(NamedTuple):
    """What a check is called, and what is measured or tried out."""

    title: str
    measure: str


_CHECKS: Final = {
    VenueCheck.STEP_FREE: ("A way in without steps", "From the street to the room and back."),
    VenueCheck.DOORS: ("Wide doors", "Each door on the way is 80 cm wide or wider."),
    VenueCheck.TURNING: ("Room to turn", "There is a free space 1.5 m across."),
    VenueCheck.TABLE: ("Space at the table", "A wheelchair fits under it, beside other people."),
    VenueCheck.TOILET: ("An accessible toilet", "It is near, it is open and nothing is stored in it."),
    VenueCheck.CHANGING_PLACE: ("A Changing Places toilet", "It has a hoist and a bench for adults."),
    VenueCheck.PARKING: ("Parking near the door", "There is a space within 50 m of the door."),
    VenueCheck.LOOP: ("A hearing loop", "It is switched on and it works. Try it out."),
    VenueCheck.SCREEN: ("A screen for words", "Everybody in the room can see it."),
    VenueCheck.LIGHT: ("Lights that do not hurt", "They can be made low. They do not flicker. There are blinds."),
    VenueCheck.QUIET_ROOM: ("A quiet room", "It is near, with a door that shuts and a chair."),
    VenueCheck.PRAYER: ("A place to pray", "It is clean, quiet and free."),
    VenueCheck.DOG: ("Space for a dog", "Room to lie down, water, and a toilet area outside."),
}


def check_words(check: VenueCheck) -> CheckWords:
    """The words of one check."""
    title, measure = _CHECKS[check]
    return CheckWords(_translated(title), _translated(measure))


def in_a_row(check: VenueCheck) -> str:
    """What a check is called inside a sentence."""
    title = check_words(check).title
    return title[:1].lower() + title[1:]


def looked_words(checked: Checked | None) -> str:
    """When somebody looked, in words."""
    if checked is None:
        return _translated("Nobody has looked yet.")
    return _translated("Somebody looked on {day}.").format(day=day_words(checked.checked_on))


def known_words(venue: Venue) -> str:
    """How much is known of a place, in one line."""
    if not venue.checks:
        return _translated("Nobody has looked at it yet.")
    last: date = max(checked.checked_on for checked in venue.checks.values())
    told = _translated("{count} of {all} things looked at, last on {day}.")
    return told.format(count=len(venue.checks), all=len(VenueCheck), day=day_words(last))


def lacks_words(venue: Venue) -> str:
    """What somebody found that is not there; empty if there is nothing."""
    gone = [in_a_row(check) for check, found in venue.checks.items() if found.answer is CheckAnswer.NO]
    return _translated("Not there: {things}.").format(things=", ".join(gone)) if gone else ""


def one_line(address: str) -> str:
    """An address of several lines on one."""
    return ", ".join(filter(None, (line.strip(" ,") for line in address.splitlines())))


def _translated(words: str) -> str:
    return QCoreApplication.translate("VenueWords", words)
