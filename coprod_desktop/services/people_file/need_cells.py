"""A cell of needs: codes, words instead of codes, details, and what must never be kept."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from coprod_desktop.domain.access_need import NEED_CODES, OTHER_NEED
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.people_file.columns import Field
from coprod_desktop.services.people_file.file_words import FileWords
from coprod_desktop.services.people_file.findings import Answer, ChoiceAct, Note, NoteKind, Question, QuestionKind
from coprod_desktop.services.people_file.format_cells import FormatRead, size_question, sized

_PART: Final = re.compile(r'(?:"(?:[^"]|"")*"|[^;,/|\n])+')
_CODE_AND_WORDS: Final = re.compile(r"([A-Za-z]{2,7})\s*(:|\s)\s*(.+)", re.DOTALL)
_SIZE: Final = re.compile(r"(?:size\s*)?(\d+(?:\.\d+)?)\s*(?:pt|point|points)?", re.IGNORECASE)

KEEP: Final = Answer(act=ChoiceAct.KEEP_WORDS)
DROP: Final = Answer(act=ChoiceAct.DROP_WORDS)


@dataclass(frozen=True, kw_only=True)
class NeedsRead:
    """What a cell of needs says for sure, as code and detail, and what has to be asked."""

    needs: tuple[tuple[str, str], ...] = ()
    questions: tuple[Question, ...] = ()
    notes: tuple[Note, ...] = ()


def needs_of(cell: str, words: FileWords, minutes: FormatRead) -> NeedsRead:
    """Read one cell. A need that stands twice is kept once; nothing of a diagnosis is among what is sure."""
    needs: dict[tuple[str, str], None] = {}
    questions: list[Question] = []
    codes: list[str] = []
    for part in parts_of(cell, words):
        read = _part(part, f"need-{len(questions)}", words, minutes)
        if isinstance(read, Question):
            questions.append(read)
        else:
            codes.append(read[0])
            needs[read] = None
    notes = (Note(kind=NoteKind.NEED_TWICE),) if len(codes) > len(set(codes)) else ()
    return NeedsRead(needs=joined_needs(needs), questions=tuple(questions), notes=notes)


def joined_needs(needs: Collection[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Each code once, with all that was said about it; what has no code stays apart."""
    others = [need for need in needs if need[0] == OTHER_NEED]
    details: dict[str, list[str]] = {}
    for code, detail in (need for need in needs if need[0] != OTHER_NEED):
        kept = details.setdefault(code, [])
        if detail and detail not in kept:
            kept.append(detail)
    return (*((code, ", ".join(kept)) for code, kept in details.items()), *others)


def parts_of(cell: str, words: FileWords) -> Iterator[str]:
    """The parts between ; , / | and line ends, but not inside quotation marks; those that say nothing are left out."""
    for found in () if words.is_nothing(cell) else _PART.findall(cell):
        part = " ".join(found.split())
        if not words.is_nothing(part):
            yield part


def _part(part: str, key: str, words: FileWords, minutes: FormatRead) -> tuple[str, str] | Question:
    if part.upper() in NEED_CODES:
        return part.upper(), ""
    code, said = _code_and_words(part)
    if words.holds_diagnosis(said if code else part) and not words.is_clean_phrase(part):
        return _diagnosis(key, code, part, words)
    if code == "LP" and (size := _SIZE.fullmatch(said)) is not None:
        return _size(key, part, float(size[1]), minutes)
    if code:
        return code, said
    return _unknown(key, part, words)


def _code_and_words(part: str) -> tuple[str, str]:
    """A code with its detail, as "LANG: Polish" or "LP 20"; without a colon only a code in capitals is one."""
    found = _CODE_AND_WORDS.fullmatch(part)
    if found is None or found[1].upper() not in NEED_CODES:
        return "", part
    if found[2] != ":" and not found[1].isupper():
        return "", part
    said = found[3].strip()
    if len(said) > 1 and said.startswith('"') and said.endswith('"'):
        said = said[1:-1].replace('""', '"')
    return found[1].upper(), said


def _diagnosis(key: str, code: str, part: str, words: FileWords) -> Question:
    """What helps can be kept; the diagnosis beside it cannot, so every answer drops the words (DP-02)."""
    offered = dict.fromkeys((code,) if code else (*words.likely_needs(part)[:1], *words.ways_to_help))
    return Question(
        key=key,
        kind=QuestionKind.MAY_BE_DIAGNOSIS,
        field=Field.NEEDS,
        words=part,
        answers=tuple(Answer(act=ChoiceAct.NEED, value=one) for one in offered),
        careful=DROP,
        is_several=True,
    )


def _size(key: str, part: str, size_pt: float, minutes: FormatRead) -> tuple[str, str] | Question:
    """A size belongs to the minutes, so it is offered there; until then it stays beside the need."""
    if minutes.choice is not None and minutes.choice.size_pt == size_pt:
        return "LP", ""
    wanted = minutes.choice.format if minutes.choice is not None else MinutesFormat.LARGE_PRINT
    asked = sized(wanted, size_pt)
    if asked is None:
        return size_question(key, Field.NEEDS, wanted, part, with_need=True)
    keeps = Answer(act=ChoiceAct.NEED, value="LP", detail=part.partition(" ")[2])
    return Question(
        key=key,
        kind=QuestionKind.SIZE_IN_WRONG_COLUMN,
        field=Field.NEEDS,
        words=part,
        answers=(Answer(act=ChoiceAct.SIZE, value=wanted.value, size_pt=size_pt), keeps),
        careful=keeps,
    )


def _unknown(key: str, part: str, words: FileWords) -> Question:
    exact = words.is_clean_phrase(part)
    offered = words.likely_needs(part)
    answers = tuple(Answer(act=ChoiceAct.NEED, value=code, detail="" if exact else part) for code in offered)
    return Question(
        key=key,
        kind=QuestionKind.NEED_UNKNOWN,
        field=Field.NEEDS,
        words=part,
        answers=(*answers, KEEP, DROP),
        careful=KEEP,
    )
