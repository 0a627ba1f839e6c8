"""The table of what each need does: code, when it applies, what it does (R03, AN-01 to AN-47). Nothing else decides.

Words for each key stand in `easyread_templates/ready_words.LANGUAGE.json`; what is said while a person speaks in
`turn_advice`, what is asked when a meeting begins in `access_check`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from coprod_desktop.domain.events import Through
from coprod_desktop.domain.need_rule import BreakRhythm, DoneBy, NeedRule, ReadyList, When
from coprod_desktop.domain.venue import VenueCheck

__all__ = [
    "CODES_WHILE_OTHERS_TALK",
    "CODES_WITHOUT_CLOCKS",
    "CODES_WITH_LONGER_TURNS",
    "HELPER_CODES",
    "NEED_RULES",
    "RULES_BY_CODE",
    "RULES_BY_KEY",
    "BreakRhythm",
    "DoneBy",
    "NeedRule",
    "ReadyList",
    "When",
    "rules_for",
    "rules_on",
]

_ROOM, _BOOKING, _PACK, _PAPERS = ReadyList.ROOM, ReadyList.BOOKING, ReadyList.PACK, ReadyList.PAPERS
_INTERPRETER_DUE, _INTERPRETER_LATE = 42, 28
_PAPERS_DUE, _PAPERS_LATE = 14, 7
_PLACE_DUE = 14
_WEEK, _FEW_DAYS, _DAY, _ON_THE_DAY = 7, 3, 1, 0

_LIPSPEAKER: Final = re.compile(r"\blip[ -]?speak", re.IGNORECASE)
_WANTS_LIPSPEAKER: Final = re.compile(r"^(?!.*\b(?:no|not|without|never|don\W?t)\b).*\blip[ -]?speak", re.I | re.S)
_CHANGING_PLACE: Final = re.compile(r"\bchanging[ -]?place|\bhoist\b|\bchanging (?:bench|table)", re.IGNORECASE)
_ANY_WORDS: Final = re.compile(r"\w")


def _rule(code: str, key: str, *lists: ReadyList) -> NeedRule:
    """What the program does by itself."""
    return NeedRule(code=code, key=key, lists=lists, done_by=DoneBy.PROGRAM)


def _turn(
    code: str,
    *,
    through: Through | None = None,
    waits: bool = False,
    hides_clocks: bool = False,
    longer: bool = False,
    others: bool = False,
) -> NeedRule:
    """What the facilitator is told while a person speaks, or others do; the words are in `turn_advice`."""
    return NeedRule(
        code=code,
        key=f"{code.lower()}_turns",
        lists=(ReadyList.TURNS,),
        done_by=DoneBy.PROGRAM,
        through=through,
        waits_for_everyone=waits,
        hides_clocks=hides_clocks,
        longer_turns=longer,
        while_others_talk=others,
    )


def _book(
    code: str,
    key: str,
    due: int = _INTERPRETER_DUE,
    late: int | None = _INTERPRETER_LATE,
    *,
    lists: tuple[ReadyList, ...] = (_BOOKING,),
    when: When = When.ALWAYS,
    own_words: re.Pattern[str] | None = None,
) -> NeedRule:
    """What the group asks for, arranges and has ready."""
    return NeedRule(
        code=code,
        key=key,
        lists=lists,
        done_by=DoneBy.STEPS,
        due_days=due,
        late_days=late,
        when=when,
        own_words=own_words,
    )


def _once(
    code: str,
    key: str,
    due: int,
    *lists: ReadyList,
    late: int | None = None,
    unless: re.Pattern[str] | None = None,
    done_by: DoneBy = DoneBy.ONCE,
) -> NeedRule:
    """What the group does in one step."""
    return NeedRule(
        code=code,
        key=key,
        lists=lists,
        done_by=done_by,
        due_days=due,
        late_days=late,
        when=When.UNLESS_SAID if unless else When.ALWAYS,
        own_words=unless,
    )


def _place(code: str, key: str, check: VenueCheck, *, asked: re.Pattern[str] | None = None) -> NeedRule:
    """What somebody looks at in the place."""
    return NeedRule(
        code=code,
        key=key,
        lists=(_ROOM,),
        done_by=DoneBy.PLACE,
        due_days=_PLACE_DUE,
        check=check,
        when=When.IF_ASKED if asked else When.ALWAYS,
        own_words=asked,
    )


def _breaks(code: str, between: int, long: int, shortest: int) -> NeedRule:
    """Breaks at least every so many minutes, so many minutes long."""
    return NeedRule(
        code=code,
        key=f"{code.lower()}_breaks",
        lists=(ReadyList.BREAKS,),
        done_by=DoneBy.BREAKS,
        due_days=_WEEK,
        rhythm=BreakRhythm(minutes_between=between, minutes_long=long),
        shortest=shortest,
    )


NEED_RULES: Final = (
    _rule("ER", "easy_read_copy", _PACK),
    _rule("LP", "large_print_copy", _PACK),
    _rule("TXT", "text_files", _PACK),
    _rule("AUD", "sound", _PACK),
    _book("BRL", "braille", 21, 14),
    _rule("BRL", "braille_source", _PACK),
    _rule("PAPER", "coloured_paper", _PACK),
    _book("LANG", "translator"),
    _turn("LANG", through=Through.INTERPRETER, waits=True, others=True),
    _once("NOREAD", "tell_by_voice", _PAPERS_DUE, ReadyList.CONTACT),
    _turn("NOREAD"),
    _rule("CONTACT", "contact_way", ReadyList.CONTACT),
    _once("REMIND", "remind_week", _WEEK, ReadyList.CONTACT),
    _once("REMIND", "remind_day", _DAY, ReadyList.CONTACT),
    _book("BSL", "one_interpreter", when=When.UP_TO_AN_HOUR),
    _book("BSL", "two_interpreters", when=When.OVER_AN_HOUR),
    _breaks("BSL", 30, 5, 30),
    _once("BSL", "clear_view", _ON_THE_DAY, _ROOM),
    _turn("BSL", through=Through.INTERPRETER, waits=True, others=True),
    _once("LIP", "ask_lipspeaker", _INTERPRETER_DUE, _BOOKING, late=_INTERPRETER_LATE, unless=_LIPSPEAKER),
    _book("LIP", "lipspeaker", when=When.IF_ASKED, own_words=_WANTS_LIPSPEAKER),
    _once("LIP", "face_light", _ON_THE_DAY, _ROOM),
    _turn("LIP", waits=True, others=True),
    _book("STT", "captions"),
    _place("STT", "screen", VenueCheck.SCREEN),
    _turn("STT", waits=True, others=True),
    _book("DBLIND", "deafblind_interpreter"),
    _breaks("DBLIND", 30, 10, 20),
    _turn("DBLIND", through=Through.INTERPRETER, waits=True, others=True),
    _book("NOTES", "note_taker", 14, 7),
    _rule("NOTES", "extra_minutes", _PACK),
    _turn("NOTES", others=True),
    _place("LOOP", "loop", VenueCheck.LOOP),
    _once("LOOP", "test_loop", _ON_THE_DAY, _ROOM),
    _turn("LOOP", others=True),
    _turn("AAC", through=Through.DEVICE, longer=True),
    _once("CARDS", "print_cards", _DAY, _PACK),
    _turn("CARDS", others=True),
    _turn("TIME", hides_clocks=True),
    _turn("SLOW", others=True),
    _turn("RECAP"),
    _once("EARLY", "papers_early", _PAPERS_DUE, _PAPERS, late=_PAPERS_LATE),
    _once("PREP", "welcome_sheet", _WEEK, _PAPERS),
    _breaks("BREAK", 60, 10, 15),
    _once("WARN", "mark_hard_items", _WEEK, _PAPERS),
    _turn("WARN"),
    _once("FACES", "name_cards", _DAY, _PACK),
    _once("FACES", "who_is_who", _WEEK, _PAPERS),
    _turn("FACES", others=True),
    _turn("SPEECH"),
    _place("STEP", "step_free", VenueCheck.STEP_FREE),
    _place("WHEEL", "doors", VenueCheck.DOORS),
    _place("WHEEL", "turning", VenueCheck.TURNING),
    _place("WHEEL", "table", VenueCheck.TABLE),
    _place("WC", "toilet", VenueCheck.TOILET),
    _place("WC", "changing_place", VenueCheck.CHANGING_PLACE, asked=_CHANGING_PLACE),
    _place("PARK", "parking", VenueCheck.PARKING),
    _once("SEAT", "choose_seat", _ON_THE_DAY, _ROOM),
    _place("QUIET", "quiet_room", VenueCheck.QUIET_ROOM),
    _once("QUIET", "door_sign", _DAY, _ROOM),
    _turn("QUIET", others=True),
    _place("LIGHT", "light", VenueCheck.LIGHT),
    _rule("SMELL", "no_perfume", ReadyList.INVITATION),
    _once("EXIT", "fire_helper", _WEEK, ReadyList.SAFETY, done_by=DoneBy.HELPERS),
    _rule("MOVE", "relaxed", ReadyList.INVITATION),
    _turn("MOVE", others=True),
    _place("PRAY", "prayer", VenueCheck.PRAYER),
    _once("PA", "helper_seat", _ON_THE_DAY, _ROOM),
    _rule("PA", "helper_papers", _PACK),
    _once("PA", "helper_meal", _FEW_DAYS, ReadyList.CATERING),
    _turn("PA"),
    _once("ADVOC", "advocate_seat", _ON_THE_DAY, _ROOM),
    _rule("ADVOC", "advocate_papers", _PACK),
    _once("ADVOC", "advocate_meal", _FEW_DAYS, ReadyList.CATERING),
    _once("ADVOC", "advocate_speaks_on", _WEEK, ReadyList.PERSON, unless=_ANY_WORDS),
    _turn("ADVOC"),
    _place("DOG", "dog_place", VenueCheck.DOG),
    _once("DOG", "dog_water", _ON_THE_DAY, _ROOM),
    _book("TRAVEL", "travel", _WEEK, 2, lists=(_BOOKING, ReadyList.TRANSPORT)),
    _once("TRAVEL", "fares", _WEEK, ReadyList.COST),
    _book("FOOD", "food", _FEW_DAYS, _DAY, lists=(ReadyList.CATERING,)),
    _book("CARE", "replacement_care", 14, 7, lists=(ReadyList.COST,)),
    NeedRule(code="WHEN", key="date_clash", lists=(ReadyList.DATE,), due_days=14, names_days=True),
    _once("ONLINE", "joining_sheet", _WEEK, _PAPERS),
    _once("ONLINE", "test_call", _ON_THE_DAY, _ROOM),
    _turn("ONLINE", others=True),
    _book("OTHER", "other", 14, 7, lists=(ReadyList.PERSON,)),
)
"""Every rule, by code in the order of the catalogue.

Source: access needs catalogue. Due days without a source there are our own choice, as are how long breaks for AN-10 and
AN-13 are, and who waits until everybody has it: signs, captions or translation come later than the voice (R10).
"""

RULES_BY_CODE: Final[Mapping[str, tuple[NeedRule, ...]]] = {
    code: tuple(rule for rule in NEED_RULES if rule.code == code)
    for code in dict.fromkeys(rule.code for rule in NEED_RULES)
}

RULES_BY_KEY: Final[Mapping[str, NeedRule]] = {rule.key: rule for rule in NEED_RULES}

HELPER_CODES: Final = frozenset(rule.code for rule in NEED_RULES if rule.done_by is DoneBy.HELPERS)
"""The needs for which a helper is named."""

CODES_WHILE_OTHERS_TALK: Final = frozenset(rule.code for rule in NEED_RULES if rule.while_others_talk)
"""The needs that ask something of everybody who talks (such as AN-11, AN-15, AN-19)."""

CODES_WITHOUT_CLOCKS: Final = frozenset(rule.code for rule in NEED_RULES if rule.hides_clocks)
"""The needs with which turns have no timer, unless the person chose a length of their own."""

CODES_WITH_LONGER_TURNS: Final = frozenset(rule.code for rule in NEED_RULES if rule.longer_turns)
"""The needs with which turns are longer, unless the person chose a length of their own (AN-16)."""


def rules_for(codes: Iterable[str]) -> tuple[NeedRule, ...]:
    """The rules of these needs, in the order of the table."""
    wanted = frozenset(codes)
    return tuple(rule for rule in NEED_RULES if rule.code in wanted)


def rules_on(which: ReadyList) -> tuple[NeedRule, ...]:
    """The rules that stand on a list, in the order of the table."""
    return tuple(rule for rule in NEED_RULES if which in rule.lists)
