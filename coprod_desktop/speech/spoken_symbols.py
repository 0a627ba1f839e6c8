"""Signs that are no letters as they are said; nothing that somebody wrote vanishes."""

import re
import unicodedata

_SAID = {
    "&": "and",
    "+": "plus",
    "=": "equals",
    "@": "at",
    "#": "hash",
    "%": "per cent",
    "/": "slash",
    "\\": "backslash",
    "_": "underscore",
    "*": "star",
    "<": "less than",
    ">": "more than",
    "~": "about",
    "|": "line",
    "^": "caret",
    "£": "pounds",
    "€": "euros",
    "$": "dollars",
    "°": "degrees",
    "©": "copyright",
    "®": "registered",
    "™": "trade mark",
    "§": "section",
    "\u2116": "number",
    "×": "times",
    "÷": "divided by",
    "±": "plus or minus",
    "\u2212": "minus",
    "≤": "at most",
    "≥": "at least",
    "→": "to",
    "²": "squared",
    "³": "cubed",
}
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b", "'"),
        **dict.fromkeys("\u201c\u201d\u201e", '"'),
        **dict.fromkeys("[{", "("),
        **dict.fromkeys("]}", ")"),
        **dict.fromkeys("\u2010\u2011", "-"),
        "\u2026": "...",
        "\u2022": ",",
        "\u2044": "/",
    }
)
_SHORT_FORMS = (
    (re.compile(r"\band/or\b", re.I), "and or"),
    (re.compile(r"\bn/a\b", re.I), "not applicable"),
    (re.compile(r"\be\.g\.", re.I), "for example"),
    (re.compile(r"\bi\.e\.", re.I), "that is"),
    (re.compile(r"\bapprox\.", re.I), "about"),
    (re.compile(r"\bCllr\b\.?"), "Councillor"),
    (re.compile(r"°C\b"), " degrees Celsius"),
    (re.compile(r"(?<=\d)\s?½"), " and a half"),
    (re.compile(r"(?<=\d)\s?¼"), " and a quarter"),
    (re.compile(r"(?<=\d)\s?¾"), " and three quarters"),
    (re.compile("½"), "half"),
    (re.compile("¼"), "a quarter"),
    (re.compile("¾"), "three quarters"),
)
_DASH = re.compile(r"\s*[\u2013\u2014\u2015]\s*|\s+-+\s+|(?<!\w)-+(?=\w)|(?<=\w)-+(?!\w)|--+")
_JOINERS = "\u200c\u200d"
_UNSEEN = re.compile(r"(?<!\S)[\u200c\u200d]+|[\u200c\u200d]+(?!\S)|[\ufe0e\ufe0f\u20e3]")
_TIGHT_STOP = re.compile(r"(?<=\w)([,;:])(?=[^\W\d_])")
_STOP_ALONE = re.compile(r"\s+(?=[,.;:?!)])|(?<=\()\s+|^[\s,]+")
_COMMAS = re.compile(r",(?:\s*,)+|,(?=[.;:?!])|(?<=[.;:?!]),")


def plain_marks(text: str) -> str:
    """One form of each quote, bracket and hyphen, ASCII digits, and no letter that nobody can say."""
    text = "".join(_plain_letter(letter) for letter in text.translate(_PLAIN))
    for pattern, words in _SHORT_FORMS:
        text = pattern.sub(words, text)
    return " ".join(text.split())


def symbols_spoken(text: str) -> str:
    """Every sign as its word, and dashes as a short stop; stops and letters stay."""
    text = _DASH.sub(", ", text)
    text = "".join(_letter(letter) for letter in text)
    text = " ".join(_TIGHT_STOP.sub(r"\1 ", _UNSEEN.sub("", text)).split())
    return _STOP_ALONE.sub("", _COMMAS.sub(lambda found: "," if "," in found[0][1:] else "", text)).rstrip(", ")


def _plain_letter(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    if category in ("No", "Nl") and letter not in _SAID and letter not in "½¼¾":
        return f" {_number_name(letter)} "
    return "" if category in ("Cc", "Cf", "Cs") and letter not in _JOINERS else letter


def _number_name(letter: str) -> str:
    number = unicodedata.numeric(letter)
    return str(int(number)) if number.is_integer() and number >= 0 else _name(letter)


def _letter(letter: str) -> str:
    if letter in _SAID:
        return f" {_SAID[letter]} "
    category = unicodedata.category(letter)
    if category in ("No", "So", "Sm", "Sc", "Co", "Cn", "Sk"):
        return "" if "MODIFIER FITZPATRICK" in unicodedata.name(letter, "") else f" {_name(letter)} "
    return letter


def _name(letter: str) -> str:
    """ "Grinning face", in small letters; the name of a fraction without the word for what it is."""
    name = unicodedata.name(letter, "unknown sign").lower().removeprefix("vulgar fraction ")
    return name.replace("-", " ")
