"""Numbers as they are said in British English: 1205 is "one thousand two hundred and five"."""

_SMALL = tuple(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "  # noqa: SIM905
    "seventeen eighteen nineteen".split()
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}

_DIGITS_OF_A_CODE = 7

LARGEST = 10**15 - 1
"""The largest number that has words here; a longer one is said digit by digit."""


def cardinal(number: int) -> str:
    """ "One hundred and five", in small letters. Raises ValueError below 0 and above LARGEST."""
    if not 0 <= number <= LARGEST:
        raise ValueError("there are no words for this number")
    if number < 100:
        return _below_100(number)
    if number < 1000:
        return _joined(f"{_SMALL[number // 100]} hundred", number % 100)
    size, name = next(scale for scale in _SCALES if scale[0] <= number)
    return _joined(f"{cardinal(number // size)} {name}", number % size)


def ordinal(number: int) -> str:
    """ "Twenty-first", in small letters. Raises ValueError as `cardinal` does."""
    words = cardinal(number)
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    if last in _ORDINALS:
        return words[:start] + _ORDINALS[last]
    return f"{words[:-1]}ieth" if last.endswith("y") else f"{words}th"


def digits(text: str) -> str:
    """Each digit by itself, as in a phone number: "zero one six"; what is no digit is left out."""
    return " ".join(_SMALL[int(letter)] for letter in text if letter.isdecimal())


def year(number: int) -> str:
    """ "Twenty twenty-six", "nineteen oh five", "two thousand and five", "nineteen hundred"."""
    first, last = divmod(number, 100)
    if first % 10 == 0 and last < 10 or not 10 <= first <= 99:
        return cardinal(number)
    if last == 0:
        return f"{cardinal(first)} hundred"
    return f"{cardinal(first)} {f'oh {cardinal(last)}' if last < 10 else cardinal(last)}"


def decimal(whole: str, part: str) -> str:
    """ "Four point five zero": the digits after the point one by one."""
    return f"{whole_number(whole)} point {digits(part)}"


def whole_number(text: str) -> str:
    """Digits as a number; a code that begins with zero, and one too long to take in, digit by digit."""
    plain = text.replace(",", "")
    is_round = "," in text or plain.endswith("000") or len(plain) < _DIGITS_OF_A_CODE
    is_code = (plain.startswith("0") and len(plain) > 1) or not is_round or len(plain) > len(str(LARGEST))
    return digits(plain) if is_code else cardinal(int(plain))


def _below_100(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]


def _joined(first: str, rest: int) -> str:
    """British "and" stands before what is below a hundred."""
    if rest == 0:
        return first
    return f"{first} and {cardinal(rest)}" if rest < 100 else f"{first} {cardinal(rest)}"
