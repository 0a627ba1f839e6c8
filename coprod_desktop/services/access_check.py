"""Questions to read aloud when a meeting begins, so that the room works for all and points at nobody (R08)."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain.access_need import NEED_CODES
from coprod_desktop.domain.person import Person, agreed_codes
from coprod_desktop.services.language_file import FALLBACK_LANGUAGE, read_language_file


@dataclass(frozen=True, kw_only=True)
class RoomQuestion:
    """One question to the whole room, and the codes of the needs that it looks after.

    It is asked always, or only when such a need is there. It never says whose need it is, nor what the need is.
    """

    words: str
    codes: tuple[str, ...]
    is_always_asked: bool


@dataclass(frozen=True, kw_only=True)
class AccessCheck:
    """The questions in the order in which they are read, and the codes that the room has nothing to check for."""

    room_questions: tuple[RoomQuestion, ...]
    not_asked: tuple[str, ...]

    def questions(self, people: Iterable[Person]) -> tuple[str, ...]:
        """What to read aloud when these people are here or expected; needs without a yes act on nothing (DP-03).

        Questions keep their places among those that are always asked, so that none stands out.
        """
        codes = agreed_codes(people)
        return tuple(one.words for one in self.room_questions if one.is_always_asked or codes.intersection(one.codes))


def load_access_check(folder: Path, language: str = FALLBACK_LANGUAGE) -> AccessCheck:
    """The questions of a language. Raises ValueError if a need has no question and is not among those without one."""
    said = read_language_file(folder, "access_check", language)
    questions = tuple(
        RoomQuestion(words=one["words"], codes=tuple(one["codes"]), is_always_asked=one["always"])
        for one in said["questions"]
    )
    check = AccessCheck(room_questions=questions, not_asked=tuple(said["not_asked"]))
    placed = sorted([*check.not_asked, *(code for one in questions for code in one.codes)])
    if placed != sorted(NEED_CODES):
        raise ValueError("each need has one place in the access check")
    return check
