"""Names across the rows of a file and the group: spoiled letters, and two that may be one person or two."""

from collections.abc import Iterable

from coprod_desktop.services.people_file.columns import Field
from coprod_desktop.services.people_file.findings import Answer, ChoiceAct, Question, QuestionKind
from coprod_desktop.services.people_file.rows import ADD, LEAVE_OUT, RowReading
from coprod_desktop.services.people_service import folded


def with_name_questions(readings: Iterable[RowReading], in_group: Iterable[str]) -> tuple[RowReading, ...]:
    """The rows with what has to be asked about their names. Nobody is ever merged by name."""
    known = {_key(name) for name in in_group}
    rows_by_name: dict[str, int] = {}
    asked = []
    for reading in readings:
        if reading.is_refused or any(one.kind is QuestionKind.MAY_BE_NO_PERSON for one in reading.questions):
            asked.append(reading)
            continue
        mended = _mended(reading.name)
        keys = dict.fromkeys((_key(mended), _key(reading.name)))
        other_row = next((rows_by_name[key] for key in keys if key in rows_by_name), None)
        question = _question(reading.name, mended, other_row, is_in_group=any(key in known for key in keys))
        asked.append(reading.asking(question) if question is not None else reading)
        for key in keys:
            rows_by_name.setdefault(key, reading.number)
    return tuple(asked)


def _key(name: str) -> str:
    return " ".join(folded(name).split())


def _mended(name: str) -> str:
    """What a name was before a wrong character set spoiled it; the name itself if it looks well."""
    if name.isascii():
        return name
    from ftfy import fix_encoding  # only for names with other letters

    return " ".join(fix_encoding(name).split()) or name


def _question(name: str, mended: str, other_row: int | None, *, is_in_group: bool) -> Question | None:
    if mended != name:
        return _spoiled(name, mended, other_row, is_in_group=is_in_group)
    if is_in_group:
        kind, answers = QuestionKind.NAME_IN_GROUP, (LEAVE_OUT, ADD)
    elif other_row is not None:
        kind, answers = QuestionKind.NAME_TWICE, (ADD, LEAVE_OUT)
    else:
        return None
    return Question(
        key="name",
        kind=kind,
        field=Field.NAME,
        words=name,
        answers=answers,
        careful=answers[0],
        other_row=other_row,
        is_in_group=is_in_group,
    )


def _spoiled(name: str, mended: str, other_row: int | None, *, is_in_group: bool) -> Question:
    """Until somebody answers, no second person is made; a name that nobody else has stays as it stands."""
    as_mended, as_it_stands = (Answer(act=ChoiceAct.NAME, value=one) for one in (mended, name))
    may_be_there = is_in_group or other_row is not None
    return Question(
        key="name",
        kind=QuestionKind.NAME_SPOILED,
        field=Field.NAME,
        words=name,
        answers=(LEAVE_OUT, as_mended, as_it_stands) if may_be_there else (as_mended, as_it_stands),
        careful=LEAVE_OUT if may_be_there else as_it_stands,
        other_row=other_row,
        is_in_group=is_in_group,
    )
