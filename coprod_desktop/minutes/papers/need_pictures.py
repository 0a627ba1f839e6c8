"""The picture of each access need, from the table of pictures; always the same one for the same need (ER-26)."""

from collections.abc import Mapping
from typing import Final

from coprod_desktop.domain.access_need import NEED_CODES

_NEUTRAL: Final = "promise"

_PICTURES: Final[Mapping[str, str]] = {
    "ER": "photo",
    "LP": "search",
    "TXT": "computer",
    "AUD": "listen",
    "BRL": "blind person",
    "PAPER": "page",
    "LANG": "world",
    "NOREAD": "listen",
    "CONTACT": "address book",
    "REMIND": "bell",
    "BSL": "sign language",
    "LIP": "speak",
    "STT": "desktop computer",
    "DBLIND": "sign language",
    "NOTES": "memo",
    "LOOP": "hearing aid",
    "AAC": "photo",
    "CARDS": "card",
    "TIME": "thinking",
    "SLOW": "wait",
    "RECAP": "question",
    "EARLY": "letter",
    "PREP": "plan",
    "BREAK": "tea",
    "WARN": "warning",
    "FACES": "people",
    "SPEECH": "talk",
    "STEP": "stairs",
    "WHEEL": "wheelchair",
    "WC": "toilet",
    "PARK": "car",
    "SEAT": "chair",
    "QUIET": "quiet",
    "LIGHT": "light",
    "SMELL": "flower",
    "EXIT": "fire",
    "MOVE": "noise",
    "PRAY": "peace",
    "PA": "friends",
    "ADVOC": "speak",
    "DOG": "guide dog",
    "TRAVEL": "bus",
    "FOOD": "food",
    "CARE": "family",
    "WHEN": "calendar",
    "ONLINE": "phone",
}


def need_picture(code: str) -> str:
    """The picture word of a need; a neutral one for what has none of its own."""
    return _PICTURES.get(code, _NEUTRAL) if code in NEED_CODES else _NEUTRAL
