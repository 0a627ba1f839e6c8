"""What tests of people files share: a file of bytes, read and looked at as a person at the screen would."""

from pathlib import Path

from coprod_desktop.domain.group import Group
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.people_file.columns import mapped
from coprod_desktop.services.people_file.drafts import Draft
from coprod_desktop.services.people_file.findings import NoteKind, Question, QuestionKind
from coprod_desktop.services.people_file.opened_file import OpenedFile
from coprod_desktop.services.people_file.preview import Preview

HERE = Path(__file__).parent
MISTAKES = HERE / "people-with-mistakes.csv"
CORRECT = HERE / "people.csv"


def opened(services: Services, group: Group, data: bytes, name: str = "list.csv") -> OpenedFile:
    """A file with these bytes, read."""
    path = services.folder / name
    path.write_bytes(data)
    return services.people_file.open(path, group)


def looked_at(services: Services, group: Group, data: bytes | str) -> Preview:
    """What a file would make, with the columns as the program takes them."""
    read = opened(services, group, data.encode() if isinstance(data, str) else data)
    return services.people_file.preview(read, mapped(read.columns), group)


def row_of(services: Services, group: Group, needs: str) -> Preview:
    """A file with one person and this cell of needs, in row 2."""
    quoted = needs.replace('"', '""')
    return looked_at(services, group, f'name,needs\nAnn Lee,"{quoted}"\n')


def draft(preview: Preview, number: int = 2) -> Draft:
    """Who a row makes."""
    made = preview.draft(number)
    assert made is not None
    return made


def kinds(preview: Preview, number: int = 2) -> list[QuestionKind]:
    """What is asked about a row."""
    return [question.kind for question in preview.questions(number)]


def notes(preview: Preview, number: int = 2) -> list[NoteKind]:
    """What is told about a row."""
    return [note.kind for note in preview.row(number).notes]


def asked(preview: Preview, kind: QuestionKind, number: int = 2) -> Question:
    """The question of this kind."""
    return next(question for question in preview.questions(number) if question.kind is kind)
