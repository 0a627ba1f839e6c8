"""A cell that tells which minutes a person wants: a format, perhaps with a size in points."""

import re
from dataclasses import dataclass
from typing import Final

from coprod_desktop.domain.person import MinutesChoice, MinutesFormat
from coprod_desktop.services.people_file.columns import Field
from coprod_desktop.services.people_file.file_words import FileWords
from coprod_desktop.services.people_file.findings import Answer, ChoiceAct, Question, QuestionKind
from coprod_desktop.services.people_service import LARGEST_SIZE_PT, SMALLEST_SIZE_PT

OFFERED_SIZES_PT: Final = (16, 18, 20, 24, 28)
"""Of LP-01, those that are large print."""

ASK_LATER: Final = Answer(act=ChoiceAct.ASK_LATER)
_WITH_SIZE: Final = re.compile(r"(.*?)[\s,:]*(?:size\s*)?(\d+(?:\.\d+)?)\s*(?:pt|point|points)?\.?", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class FormatRead:
    """The minutes that a cell asks for, or what has to be asked."""

    choice: MinutesChoice | None = None
    question: Question | None = None


def format_of(cell: str, words: FileWords) -> FormatRead:
    """Read one cell; an empty one is asked about, for nobody may guess how a person reads."""
    said = " ".join(cell.split())
    if words.is_nothing(said):
        return FormatRead(question=_question(QuestionKind.FORMAT_MISSING, "", tuple(MinutesFormat)))
    name, size = _name_and_size(said)
    known = words.format(name)
    if known is None:
        likely = words.likely_format(name)
        offered = dict.fromkeys((*([MinutesFormat(likely)] if likely else []), *MinutesFormat))
        return FormatRead(question=_question(QuestionKind.FORMAT_UNKNOWN, said, tuple(offered)))
    choice = sized(MinutesFormat(known), size)
    if choice is None:
        return FormatRead(question=size_question("format", Field.FORMAT, MinutesFormat(known), said))
    return FormatRead(choice=choice)


def sized(wanted: MinutesFormat, size_pt: float | None) -> MinutesChoice | None:
    """The minutes in this size, or None if no page can have it (12 to 48 points)."""
    if size_pt is not None and not SMALLEST_SIZE_PT <= size_pt <= LARGEST_SIZE_PT:
        return None
    return MinutesChoice(format=wanted, size_pt=size_pt)


def size_question(key: str, field: Field, wanted: MinutesFormat, words: str, *, with_need: bool = False) -> Question:
    """Asks for another size; until then the format is taken in its usual size. `with_need` notes big writing too."""
    act = ChoiceAct.SIZE if with_need else ChoiceAct.FORMAT
    usual = Answer(act=act, value=wanted.value)
    sizes = tuple(Answer(act=act, value=wanted.value, size_pt=float(size)) for size in OFFERED_SIZES_PT)
    return Question(
        key=key,
        kind=QuestionKind.SIZE_OUT_OF_RANGE,
        field=field,
        words=words,
        answers=(*sizes, usual),
        careful=usual,
    )


def _name_and_size(said: str) -> tuple[str, float | None]:
    found = _WITH_SIZE.fullmatch(said)
    return (found[1], float(found[2])) if found is not None else (said, None)


def _question(kind: QuestionKind, words: str, offered: tuple[MinutesFormat, ...]) -> Question:
    answers = tuple(Answer(act=ChoiceAct.FORMAT, value=wanted.value) for wanted in offered)
    return Question(
        key="format",
        kind=kind,
        field=Field.FORMAT,
        words=words,
        answers=(*answers, ASK_LATER),
        careful=ASK_LATER,
    )
