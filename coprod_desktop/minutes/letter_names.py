"""Letters in words: what is printed, and told, in place of a letter that no font has (PDF-14)."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from itertools import groupby

_LETTER_OF_A_SCRIPT = re.compile(
    r"([A-Z]+) (?:SMALL |CAPITAL )?(?:LETTER|VOWEL SIGN|VOWEL|SYLLABLE|DIGIT|SIGN|CONSONANT SIGN) (.+)"
)


def letter_name(letter: str) -> str:
    """A letter as the Unicode tables name it, with its number: "GRINNING FACE (U+1F600)"."""
    number = f"U+{ord(letter):04X}"
    name = unicodedata.name(letter, "")
    return f"{name} ({number})" if name else number


def named_letters(letters: Iterable[str]) -> str:
    """All these letters by name, each once, in the order of their numbers; no letters give no words."""
    return ", ".join(letter_name(letter) for letter in sorted(set(letters)))


def spelt_out(letters: str) -> str:
    """Letters that stand beside each other, as they are printed: "[grinning face]", "[Hangul: gim cheol su]"."""
    script, sounds = _sounds(letters)
    return f"[{script}: {' '.join(sounds)}]" if script else f"[{', '.join(sounds)}]"


def in_easy_words(letters: str) -> str:
    """Letters to tell somebody who types them: "Devanagari ra, aa, ma", "check mark"; no letters give no words."""
    script, sounds = _sounds(letters)
    return f"{script} {', '.join(sounds)}".lstrip()


def with_names(text: str, lost: Collection[str]) -> str:
    """The text with these letters spelt out where they stand; a mark alone, on a letter that is shown, is left out."""
    if not lost:
        return text
    runs = [("".join(run), is_lost) for is_lost, run in groupby(text, key=lost.__contains__)]
    return "".join(_in_words(run) if is_lost else run for run, is_lost in runs)


def _sounds(letters: str) -> tuple[str, list[str]]:
    """The script that all the letters are of and what each is called in it; "" and whole names if there is none."""
    found = [_LETTER_OF_A_SCRIPT.fullmatch(unicodedata.name(letter, "")) for letter in letters]
    scripts = {match[1] for match in found if match}
    if all(found) and len(scripts) == 1:
        return scripts.pop().capitalize(), [match[2].lower() for match in found if match]
    return "", [unicodedata.name(letter, f"U+{ord(letter):04X}").lower() for letter in letters]


def _in_words(run: str) -> str:
    return "" if all(unicodedata.category(letter).startswith("M") for letter in run) else spelt_out(run)
