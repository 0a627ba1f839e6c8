"""Equal voice in words for the screen: perspectives, parts of a whole, time. Never a rank, never one person."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.equal_voice import NotRecorded, Voice, VoiceShare
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.plain_share import PlainShare, plain_share
from coprod_desktop.ui.widgets.perspective_counts import MARKS, counted_words
from coprod_desktop.ui.widgets.perspective_mark import Mark

_PARTS: Final = {
    PlainShare.NONE: "None",
    PlainShare.VERY_LITTLE: "A very small part",
    PlainShare.TENTH: "A tenth",
    PlainShare.FIFTH: "A fifth",
    PlainShare.QUARTER: "A quarter",
    PlainShare.THIRD: "A third",
    PlainShare.LESS_THAN_HALF: "Less than half",
    PlainShare.HALF: "Half",
    PlainShare.MORE_THAN_HALF: "More than half",
    PlainShare.TWO_THIRDS: "Two thirds",
    PlainShare.THREE_QUARTERS: "Three quarters",
    PlainShare.MOST: "Most",
    PlainShare.NEARLY_ALL: "Nearly all",
    PlainShare.ALL: "All",
}


def voice_name(voice: Voice, labels: Mapping[Perspective, str]) -> str:
    """The word beside the counts of a perspective: the group's own label if it has one."""
    return _tr("Not written down") if isinstance(voice, NotRecorded) else counted_words(voice, labels)


def mark_of(voice: Voice) -> Mark:
    """The mark of a perspective; where none was written down, that of people who did not say."""
    return Mark.NOT_SAID if isinstance(voice, NotRecorded) else MARKS[voice]


def share_sentence(share: VoiceShare, people: int, seconds: int) -> str:
    """ "Half of the people. A third of the time." of so many people and seconds; without any time only the people."""
    of_people = _tr("{part} of the people.").format(part=_part(share.people, people))
    of_time = _tr("{part} of the time.").format(part=_part(share.seconds, seconds))
    return f"{of_people} {of_time}" if seconds else of_people


def people_words(people: int, whole: int) -> str:
    """ "4 of 8 people"."""
    words = _tr("{count} of {whole} person") if whole == 1 else _tr("{count} of {whole} people")
    return words.format(count=people, whole=whole)


def turn_words(turns: int) -> str:
    """ "5 turns"."""
    return _tr("1 turn") if turns == 1 else _tr("{count} turns").format(count=turns)


def time_words(seconds: int) -> str:
    """ "14 minutes", to the nearest minute."""
    if not seconds:
        return _tr("No time")
    if seconds < 60:
        return _tr("Under 1 minute")
    minutes = (seconds + 30) // 60
    return _tr("1 minute") if minutes == 1 else _tr("{count} minutes").format(count=minutes)


def ideas_words(further: int) -> str:
    """ "2 ideas went further."."""
    if not further:
        return _tr("No idea went further yet.")
    return _tr("1 idea went further.") if further == 1 else _tr("{count} ideas went further.").format(count=further)


def silent_words(count: int | None) -> str:
    """ "3 people have had no turn."; None for 1 or 2 where the room can see it."""
    if count is None:
        return _tr("A few people have had no turn.")
    if not count:
        return _tr("Everybody has had a turn.")
    return (
        _tr("1 person has had no turn.") if count == 1 else _tr("{count} people have had no turn.").format(count=count)
    )


def _part(part: int, whole: int) -> str:
    return _tr(_PARTS[plain_share(part, whole)])


def _tr(words: str) -> str:
    return QCoreApplication.translate("ShareWords", words)
