"""Web and email addresses, phone numbers and postcodes as they are said, a part at a time."""

import re

from coprod_desktop.speech.number_words import digits

_ENDINGS = (
    "ac|app|biz|charity|community|coop|cymru|edu|eu|gov|ie|info|io|london|mil|net|news|nhs|org|com|online|scot|uk|wales"
)
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    rf"(?:https?://|www\.)[^\s<>()\"']+|(?<![\w@.-])[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:{_ENDINGS})\b(?:/[^\s<>()\"']*)?",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\w.,£€$])(?:\+\d{1,3}[ -]?(?:\(0\)[ -]?)?\d[\d -]{6,13}\d"
    r"|\(0\d{2,5}\)[ -]?\d[\d -]{4,8}\d|0\d[\d -]{6,11}\d)(?!\w)"
)
_SHORT_PHONE = re.compile(r"\b((?:phone|call|ring|text|dial|tel|telephone)\.?:?(?: us)?(?: on)? )(\d{3,6})\b", re.I)
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b")
_END_MARKS = ".,;:!?"
_SAID = {
    ".": "dot",
    "/": "slash",
    "-": "hyphen",
    "_": "underscore",
    "@": "at",
    "+": "plus",
    "%": "per cent sign",
    "?": "question mark",
    "=": "equals",
    "&": "and",
    "#": "hash",
    ":": "colon",
    "~": "tilde",
}
_PARTS = re.compile(r"[^\W\d_]+|\d+|.")


def addresses_spoken(text: str) -> str:
    """ "jo@example.org" becomes "jo at example dot org"; what is no address stays."""
    text = _EMAIL.sub(_address, text)
    text = _WEB.sub(_address, text)
    text = _PHONE.sub(_phone, text)
    text = _SHORT_PHONE.sub(lambda found: f"{found[1]}{digits(found[2])}", text)
    return _POSTCODE.sub(_postcode, text)


def _address(found: re.Match[str]) -> str:
    whole = found[0]
    address = whole.rstrip(_END_MARKS)
    ending = whole[len(address) :]
    said = re.sub(r"^https?://", "", address, flags=re.IGNORECASE).rstrip("/")
    return " ".join(_address_part(part) for part in _PARTS.findall(said)) + ending


def _address_part(part: str) -> str:
    if part.lower() == "www":
        return "w w w"
    return digits(part) if part.isdecimal() else _SAID.get(part, part)


def _phone(found: re.Match[str]) -> str:
    """Groups stay groups, with a short stop between them."""
    said = found[0].replace("(0)", "")
    groups = [digits(group) for group in re.split(r"[ ()-]+", said) if digits(group)]
    return ("plus " if said.startswith("+") else "") + ", ".join(groups)


def _postcode(found: re.Match[str]) -> str:
    return ", ".join(" ".join(digits(letter) or letter for letter in half) for half in found.groups())
