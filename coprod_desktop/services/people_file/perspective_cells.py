"""A cell that tells where a person speaks from."""

from dataclasses import dataclass

from coprod_desktop.domain.person import Perspective
from coprod_desktop.services.people_file.columns import Field
from coprod_desktop.services.people_file.file_words import FileWords
from coprod_desktop.services.people_file.findings import Answer, ChoiceAct, Question, QuestionKind
from coprod_desktop.services.people_file.need_cells import DROP, parts_of


@dataclass(frozen=True, kw_only=True)
class PerspectivesRead:
    """What a cell says for sure, and what has to be asked."""

    perspectives: tuple[Perspective, ...] = ()
    questions: tuple[Question, ...] = ()


def perspectives_of(cell: str, words: FileWords) -> PerspectivesRead:
    """Read one cell. Words that are no perspective are never kept: where one speaks from is said by the person."""
    found: dict[Perspective, None] = {}
    questions: list[Question] = []
    for part in parts_of(cell, words):
        known = words.perspective(part)
        if known is not None:
            found[Perspective(known)] = None
        else:
            questions.append(_question(f"perspective-{len(questions)}", part, words))
    return PerspectivesRead(perspectives=tuple(found), questions=tuple(questions))


def _question(key: str, part: str, words: FileWords) -> Question:
    likely = words.likely_perspective(part)
    offered = dict.fromkeys((*([Perspective(likely)] if likely else []), *Perspective))
    return Question(
        key=key,
        kind=QuestionKind.PERSPECTIVE_UNKNOWN,
        field=Field.PERSPECTIVES,
        words=part,
        answers=(*(Answer(act=ChoiceAct.PERSPECTIVE, value=one.value) for one in offered), DROP),
        careful=DROP,
    )
