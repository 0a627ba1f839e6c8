"""Money, shares, measures and all other numbers as they are said: "£5.50" is "five pounds fifty"."""

import re

from coprod_desktop.speech.number_words import LARGEST, cardinal, decimal, digits, ordinal, whole_number

_NUMBER = r"(\d{1,3}(?:,\d{3}){1,4}(?!,?\d)|\d{1,15}(?!\d))"
_MONEY = re.compile(rf"(\b[Aa]n? )?([£€$])\s?{_NUMBER}(?:\.(\d+))?(?:\s?(million|billion|thousand|bn|m|k)\b)?(p\b)?")
_PENCE = re.compile(rf"(?<![\w.,]){_NUMBER}p\b")
_MINUS = re.compile(r"(?<![^\s(])[-\u2212](?=[£€$]?\d)")
_UNSPACED_SPAN = re.compile(r"(\d(?:[ap]\.?m\.?|st|nd|rd|th|%|p|k|m)?)[-\u2013\u2014](?=[£€$]?\d)")
_SPACED_SPAN = re.compile(
    r"(\d(?: ?[ap]\.?m\.?|%|p)) ?[-\u2013\u2014] ?(?=[£€$]?\d)|(\d) [-\u2013\u2014] (?=£|\d+[:.\d]* ?[ap]\.?m)"
)
_SHARE = re.compile(rf"{_NUMBER}(?:\.(\d+))?\s?%")
_ORDINAL = re.compile(rf"(?<![\w.,]){_NUMBER}(?:st|nd|rd|th)\b")
_NUMBER_SIGN = re.compile(r"(?:\b[Nn]os?\.|#|\u2116)\s?(?=\d)")
_FRACTION = re.compile(r"(?<![\w/.])(?:(\d{1,9}) )?(\d{1,9})/(\d{1,9})(?![\w/]|\.\d)")
_MEASURE = re.compile(
    rf"(?<![\w.,]){_NUMBER}(?:\.(\d+))?\s?(km|cm|mm|kg|mg|ml|mph|hrs?|mins?|secs?|ft|yds?|[mgl])\b(?!['’])"
)
_DOTTED = re.compile(r"(?<!\d)\d+(?:\.\d+)+")
_ANY = re.compile(rf"{_NUMBER}|(\d+)")
_COINS = {"£": ("pound", "pounds", "penny", "pence"), "€": ("euro", "euros", "cent", "cents")}
_COINS["$"] = ("dollar", "dollars", "cent", "cents")
_SCALES = {"m": "million", "bn": "billion", "k": "thousand"}
_MEASURES = {
    "km": "kilometre",
    "m": "metre",
    "cm": "centimetre",
    "mm": "millimetre",
    "kg": "kilogram",
    "g": "gram",
    "mg": "milligram",
    "l": "litre",
    "ml": "millilitre",
    "hr": "hour",
    "hrs": "hour",
    "min": "minute",
    "mins": "minute",
    "sec": "second",
    "secs": "second",
    "yd": "yard",
    "yds": "yard",
}
_FRACTIONS = {(1, 2): "half", (1, 4): "a quarter", (3, 4): "three quarters", (1, 3): "a third", (2, 3): "two thirds"}
_FRACTIONS[(24, 7)] = "twenty-four seven"


def spans_spoken(text: str) -> str:
    """ "2-4" becomes "2 to 4", and a minus sign its word."""
    text = _UNSPACED_SPAN.sub(r"\1 to ", text)
    text = _SPACED_SPAN.sub(lambda found: f"{found[1] or found[2]} to ", text)
    return _MINUS.sub("minus ", text)


def amounts_spoken(text: str) -> str:
    """Every number that is left, with what belongs to it; afterwards no digit is left."""
    text = _MONEY.sub(_money, text)
    text = _PENCE.sub(lambda found: _coins(_value(found[1]), "penny", "pence"), text)
    text = _SHARE.sub(lambda found: f"{_number(found[1], found[2])} per cent", text)
    text = _ORDINAL.sub(lambda found: _ordinal(found[1]), text)
    text = _NUMBER_SIGN.sub("number ", text)
    text = _FRACTION.sub(_fraction, text)
    text = _MEASURE.sub(_measure, text)
    text = _DOTTED.sub(lambda found: _apart(found, _dotted(found[0])), text)
    return _ANY.sub(lambda found: _apart(found, whole_number(found[0])), text)


def _money(found: re.Match[str]) -> str:
    article, sign, whole, part, scale, _ = found.groups()
    one, many, small_one, small_many = _COINS[sign]
    said = _pounds(whole, part, scale, one, many, small_one, small_many)
    if article:
        # "A £5 ticket" is a five pound ticket.
        is_adjective = part is None and re.match(r" [a-z]", found.string[found.end() :])
        said = article + (said.removesuffix(many) + one if is_adjective and said.endswith(many) else said)
    return _apart(found, said)


def _pounds(
    whole: str, part: str | None, scale: str | None, one: str, many: str, small_one: str, small_many: str
) -> str:
    if scale:
        return f"{_number(whole, part)} {_SCALES.get(scale, scale)} {many}"
    if part is None or part == "00":
        return _coins(_value(whole), one, many)
    if len(part) != 2:
        return f"{_number(whole, part)} {many}"
    if _value(whole) == 0:
        return _coins(int(part), small_one, small_many)
    pounds = _coins(_value(whole), one, many)
    return (
        f"{pounds} {cardinal(int(part))}"
        if int(part) >= 10
        else f"{pounds} and {_coins(int(part), small_one, small_many)}"
    )


def _coins(number: int, one: str, many: str) -> str:
    words = cardinal(number) if number <= LARGEST else digits(str(number))
    return f"{words} {one if number == 1 else many}"


def _number(whole: str, part: str | None) -> str:
    return decimal(whole, part) if part else whole_number(whole)


def _value(text: str) -> int:
    return int(text.replace(",", ""))


def _ordinal(text: str) -> str:
    return ordinal(_value(text)) if _value(text) <= LARGEST else f"{digits(text)}th"


def _fraction(found: re.Match[str]) -> str:
    whole, above, below = found[1], int(found[2]), int(found[3])
    known = _FRACTIONS.get((above, below))
    if known is None:
        known = f"{whole_number(found[2])} {'out of' if above <= below else 'slash'} {whole_number(found[3])}"
        return f"{whole_number(whole)} {known}" if whole else known
    return f"{whole_number(whole)} and {'a half' if known == 'half' else known}" if whole else known


def _measure(found: re.Match[str]) -> str:
    number, unit = _number(found[1], found[2]), found[3]
    if unit in ("mph", "ft"):
        return f"{number} {'miles an hour' if unit == 'mph' else 'feet'}"
    return f"{number} {_MEASURES[unit]}{'' if number == 'one' else 's'}"


def _dotted(text: str) -> str:
    whole, *parts = text.split(".")
    return " point ".join((whole_number(whole), *(digits(part) for part in parts)))


def _apart(found: re.Match[str], words: str) -> str:
    """The words, with a space where a letter would touch them."""
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return f"{' ' if before.isalnum() else ''}{words}{' ' if after.isalpha() else ''}"
