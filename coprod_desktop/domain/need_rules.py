"""The table of what each need does: code, when it applies, what it does (R03, AN-01 to AN-47). Nothing else decides.

Words for each key stand in `easyread_templates/ready_words.LANGUAGE.json`; what is said while a person speaks in
`turn_advice`, what is asked when a meeting begins in `access_check`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from coprod_desktop.domain.venue import VenueCheck


class ReadyList(StrEnum):
    """The lists on which a line can stand; it stands on these and nowhere else (DP-04)."""

    ROOM = "room"
    BOOKING = "booking"
    BREAKS = "breaks"
    PAPERS = "papers"
    TURNS = "turns"
    PACK = "pack"
    CATERING = "catering"
    TRANSPORT = "transport"
    SAFETY = "safety"
    INVITATION = "invitation"
    CONTACT = "contact"
    COST = "cost"
    DATE = "date"
    PERSON = "person"


class DoneBy(StrEnum):
    """Who does what a rule says."""

    STEPS = "steps"
    """The group: asked, arranged, ready."""
    ONCE = "once"
    """The group, in one step: not done, or ready."""
    PLACE = "place"
    """The place has it; known once somebody has looked."""
    BREAKS = "breaks"
    """Breaks in the plan of the meeting."""
    PROGRAM = "program"
    """The program does it by itself."""


class When(StrEnum):
    """When a rule applies."""

    ALWAYS = "always"
    OVER_AN_HOUR = "over_an_hour"
    """Only for a meeting of more than 60 minutes."""
    UP_TO_AN_HOUR = "up_to_an_hour"
    """Only for a meeting of 60 minutes or less, or of which nobody knows the length."""


@dataclass(frozen=True, kw_only=True)
class NeedRule:
    """One thing that a need does. `key` names it in marks and words and is never renamed.

    `due_days` is how many days before the meeting it should be done; `late_days` is under how many days there is a
    warning that it may be too late. None: on no day. `is_in_place`: it is done for one place and not for another.
    """

    code: str
    key: str
    lists: tuple[ReadyList, ...]
    done_by: DoneBy = DoneBy.ONCE
    due_days: int | None = None
    late_days: int | None = None
    check: VenueCheck | None = None
    when: When = When.ALWAYS

    @property
    def is_in_place(self) -> bool:
        """Whether another place asks for it anew."""
        return ReadyList.ROOM in self.lists


_ROOM, _BOOKING, _TURNS, _PACK = ReadyList.ROOM, ReadyList.BOOKING, ReadyList.TURNS, ReadyList.PACK
_INTERPRETER_DUE, _INTERPRETER_LATE = 42, 28
_PAPERS_DUE, _PAPERS_LATE = 14, 7
_PLACE_DUE = 14
_WEEK, _DAY = 7, 1


def _rule(code: str, key: str, *lists: ReadyList) -> NeedRule:
    """What the program does by itself."""
    return NeedRule(code=code, key=key, lists=lists, done_by=DoneBy.PROGRAM)


def _book(
    code: str,
    key: str,
    due: int = _INTERPRETER_DUE,
    late: int | None = _INTERPRETER_LATE,
    *,
    lists: tuple[ReadyList, ...] = (_BOOKING,),
    when: When = When.ALWAYS,
) -> NeedRule:
    return NeedRule(code=code, key=key, lists=lists, done_by=DoneBy.STEPS, due_days=due, late_days=late, when=when)


def _once(code: str, key: str, due: int, *lists: ReadyList, late: int | None = None) -> NeedRule:
    return NeedRule(code=code, key=key, lists=lists, done_by=DoneBy.ONCE, due_days=due, late_days=late)


def _place(code: str, key: str, check: VenueCheck) -> NeedRule:
    return NeedRule(code=code, key=key, lists=(_ROOM,), done_by=DoneBy.PLACE, due_days=_PLACE_DUE, check=check)


def _breaks(code: str) -> NeedRule:
    return NeedRule(
        code=code,
        key=f"{code.lower()}_breaks",
        lists=(ReadyList.BREAKS,),
        done_by=DoneBy.BREAKS,
        due_days=_WEEK,
    )


def _turn(code: str) -> NeedRule:
    """What the facilitator is told while a person speaks; the words are in `turn_advice`."""
    return _rule(code, f"{code.lower()}_turns", _TURNS)


NEED_RULES: Final = (
    _rule("ER", "easy_read_copy", _PACK),
    _rule("LP", "large_print_copy", _PACK),
    _rule("TXT", "text_files", _PACK),
    _rule("AUD", "sound", _PACK),
    _book("BRL", "braille", 21, 14, lists=(_BOOKING, ReadyList.PAPERS)),
    _rule("BRL", "braille_source", _PACK),
    _rule("PAPER", "coloured_paper", _PACK),
    _book("LANG", "translator"),
    _turn("LANG"),
    _once("NOREAD", "tell_by_voice", _PAPERS_DUE, ReadyList.CONTACT),
    _turn("NOREAD"),
    _rule("CONTACT", "contact_way", ReadyList.CONTACT),
    _once("REMIND", "remind_week", _WEEK, ReadyList.CONTACT),
    _once("REMIND", "remind_day", _DAY, ReadyList.CONTACT),
    _book("BSL", "one_interpreter", when=When.UP_TO_AN_HOUR),
    _book("BSL", "two_interpreters", when=When.OVER_AN_HOUR),
    _breaks("BSL"),
    _once("BSL", "clear_view", 0, _ROOM),
    _turn("BSL"),
    _book("LIP", "lipspeaker"),
    _once("LIP", "face_light", 0, _ROOM),
    _turn("LIP"),
    _book("STT", "captions"),
    _place("STT", "screen", VenueCheck.SCREEN),
    _turn("STT"),
    _book("DBLIND", "deafblind_interpreter"),
    _breaks("DBLIND"),
    _turn("DBLIND"),
    _book("NOTES", "note_taker", 14, 7),
    _rule("NOTES", "extra_minutes", _PACK),
    _turn("NOTES"),
    _place("LOOP", "loop", VenueCheck.LOOP),
    _once("LOOP", "test_loop", 0, _ROOM),
    _turn("LOOP"),
    _turn("AAC"),
    _once("AAC", "plug", 0, _ROOM),
    _once("CARDS", "print_cards", _DAY, _PACK),
    _turn("CARDS"),
    _turn("TIME"),
    _turn("SLOW"),
    _turn("RECAP"),
    _once("EARLY", "papers_early", _PAPERS_DUE, ReadyList.PAPERS, late=_PAPERS_LATE),
    _once("PREP", "welcome_sheet", _WEEK, ReadyList.PAPERS),
    _breaks("BREAK"),
    _once("WARN", "mark_hard_items", _WEEK, ReadyList.PAPERS),
    _turn("WARN"),
    _once("FACES", "name_cards", _DAY, _PACK),
    _once("FACES", "who_is_who", _WEEK, ReadyList.PAPERS),
    _turn("FACES"),
    _turn("SPEECH"),
    _place("STEP", "step_free", VenueCheck.STEP_FREE),
    _place("WHEEL", "doors", VenueCheck.DOORS),
    _place("WHEEL", "turning", VenueCheck.TURNING),
    _place("WHEEL", "table", VenueCheck.TABLE),
    _place("WC", "toilet", VenueCheck.TOILET),
    _place("PARK", "parking", VenueCheck.PARKING),
    _once("SEAT", "choose_seat", 0, _ROOM),
    _place("QUIET", "quiet_room", VenueCheck.QUIET_ROOM),
    _once("QUIET", "door_sign", _DAY, _ROOM),
    _place("LIGHT", "light", VenueCheck.LIGHT),
    _rule("SMELL", "no_perfume", ReadyList.INVITATION),
    _once("EXIT", "fire_helper", _WEEK, ReadyList.SAFETY),
    _rule("MOVE", "relaxed", ReadyList.INVITATION),
    _turn("MOVE"),
    _place("PRAY", "prayer", VenueCheck.PRAYER),
    _once("PA", "helper_seat", 0, _ROOM),
    _rule("PA", "helper_papers", _PACK),
    _once("PA", "helper_meal", 3, ReadyList.CATERING),
    _turn("PA"),
    _once("ADVOC", "advocate_seat", 0, _ROOM),
    _rule("ADVOC", "advocate_papers", _PACK),
    _once("ADVOC", "advocate_meal", 3, ReadyList.CATERING),
    _turn("ADVOC"),
    _place("DOG", "dog_place", VenueCheck.DOG),
    _book("TRAVEL", "travel", _WEEK, 2, lists=(ReadyList.TRANSPORT,)),
    _once("TRAVEL", "fares", _WEEK, ReadyList.COST),
    _book("FOOD", "food", 3, 1, lists=(ReadyList.CATERING,)),
    _book("CARE", "replacement_care", 14, 7, lists=(ReadyList.COST,)),
    _once("WHEN", "date_clash", 14, ReadyList.DATE),
    _once("ONLINE", "joining_sheet", _WEEK, ReadyList.PAPERS),
    _once("ONLINE", "test_call", 0, _ROOM),
    _turn("ONLINE"),
    _book("OTHER", "other", 14, 7, lists=(ReadyList.PERSON,)),
)
"""Every rule, by code in the order of the catalogue. Due days without a source in the catalogue are our own choice."""

RULES_BY_CODE: Final[Mapping[str, tuple[NeedRule, ...]]] = {
    code: tuple(rule for rule in NEED_RULES if rule.code == code)
    for code in dict.fromkeys(rule.code for rule in NEED_RULES)
}


def rules_for(codes: Iterable[str]) -> tuple[NeedRule, ...]:
    """The rules of these needs, in the order of the table."""
    wanted = frozenset(codes)
    return tuple(rule for rule in NEED_RULES if rule.code in wanted)
