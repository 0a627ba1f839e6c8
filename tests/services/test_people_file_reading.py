"""Files of people in every shape: letters, signs between cells, headers, hostile cells, and files that are no list."""

import csv
import io
from pathlib import Path

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.error_log import fault_words
from coprod_desktop.services.people_file.columns import ColumnState, Field, mapped
from coprod_desktop.services.people_file.file_text import FileProblem, UnreadableFile
from coprod_desktop.services.people_file.findings import NoteKind, QuestionKind
from coprod_desktop.services.people_file.opened_file import FileNoteKind
from tests.services.people_files.reading import asked, draft, kinds, looked_at, notes, opened, row_of

NAMES = ("Siân Pritchard", "Zoë Ó Briain", "Łukasz Wąs", "Rafał Nowicki")
TABLE = "name,needs\r\n" + "".join(f"{name},BSL\r\n" for name in NAMES)


def names_of(services: Services, group: Group, data: bytes) -> tuple[str, ...]:
    return tuple(made.name for made in looked_at(services, group, data).drafts)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1250"])
def test_names_come_in_as_they_are_in_every_character_set(services: Services, group: Group, encoding: str) -> None:
    data = TABLE.replace("Siân", "Sián").encode(encoding)  # cp1250 has no â in every place, but á
    assert names_of(services, group, data) == ("Sián Pritchard", *NAMES[1:])


def test_western_letters_are_read_as_windows_1252_and_other_readings_are_offered(
    services: Services, group: Group
) -> None:
    read = opened(services, group, "name,needs\r\nNiño Åberg,BSL\r\nZoë Ó Briain,ER\r\n".encode("cp1252"))
    assert [row.cells[0] for row in read.rows] == ["Niño Åberg", "Zoë Ó Briain"]
    assert FileNoteKind.LETTERS_GUESSED in [note.kind for note in read.notes]
    other = services.people_file.read_as(read, read.others[0], group)
    assert other.rows[0].cells[0] != "Niño Åberg"
    assert read.text in other.others, "one can go back"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_any_sign_between_cells_is_found(services: Services, group: Group, sign: str) -> None:
    rows = [["name", "needs", "format"], ["Ann Lee", "ER; BREAK, WC", "large print 20"], ["Bo", "", "audio"]]
    stream = io.StringIO()
    csv.writer(stream, delimiter=sign).writerows(rows)
    preview = looked_at(services, group, stream.getvalue())
    assert draft(preview).needs == (("ER", ""), ("BREAK", ""), ("WC", ""))
    assert kinds(preview, 2) == kinds(preview, 3) == []


def test_the_line_that_tells_the_sign_is_no_row(services: Services, group: Group) -> None:
    preview = looked_at(services, group, "sep=;\nname;needs\nAnn;ER\n")
    assert draft(preview, 2).needs == (("ER", ""),)


def test_a_title_above_the_header_and_a_second_header_are_passed_over(services: Services, group: Group) -> None:
    data = "Riverside list,,\n\nName , NEEDS,format\nAnn,ER,audio\nname,needs,format\nBo,WC,audio\n"
    read = opened(services, group, data.encode())
    preview = services.people_file.preview(read, mapped(read.columns), group)
    assert [(row.number, row.name) for row in sorted(preview.rows, key=lambda row: row.number)] == [
        (4, "Ann"),
        (6, "Bo"),
    ]
    assert [(note.kind, note.row) for note in read.notes][0] == (FileNoteKind.HEADER_AGAIN, 5)


def test_a_column_that_is_there_twice_and_one_that_is_never_kept(services: Services, group: Group) -> None:
    read = opened(services, group, b"name,Diagnosis,Name,Date of birth\nAnn,autism,Annie,1 May 1980\n")
    states = [column.state for column in read.columns]
    assert states == [ColumnState.KNOWN, ColumnState.NEVER_KEPT, ColumnState.TWICE, ColumnState.NEVER_KEPT]
    assert "autism" not in repr(read.columns)
    assert draft(services.people_file.preview(read, mapped(read.columns), group)).name == "Ann"


def test_a_person_says_what_unknown_columns_mean(services: Services, group: Group) -> None:
    guessed = opened(services, group, b"who,tel,good things\nAnn Lee,+44 7700 900123,cakes; maps\n")
    assert guessed.is_header_unsure
    assert len(guessed.rows) == 2
    read = services.people_file.read_as(guessed, guessed.text, group, names_columns=True)
    assert read.has_unknown_columns
    assert [column.header for column in read.columns] == ["who", "tel", "good things"]
    chosen = {0: Field.NAME, 1: Field.CONTACT, 2: Field.BRINGS}
    made = draft(services.people_file.preview(read, chosen, group))
    assert (made.name, made.contact, made.brings) == ("Ann Lee", "+44 7700 900123", ("cakes", "maps"))


def test_first_name_and_surname_are_one_name(services: Services, group: Group) -> None:
    made = draft(looked_at(services, group, "First name,Surname,known as\nAnn,Lee,Annie\n"))
    assert (made.name, made.chosen_name) == ("Ann Lee", "Annie")


def test_a_file_without_a_header_is_told(services: Services, group: Group) -> None:
    read = opened(services, group, b"Ann Lee,carer\nBo Day,carer\n")
    assert [note.kind for note in read.notes] == [FileNoteKind.NO_HEADER]
    preview = services.people_file.preview(read, {0: Field.NAME, 1: Field.PERSPECTIVES}, group)
    assert [made.name for made in preview.drafts] == ["Ann Lee", "Bo Day"]


def test_rows_have_the_numbers_of_the_spreadsheet(services: Services, group: Group) -> None:
    preview = looked_at(services, group, 'name,contact\nAnn,"1 High Street\nTown"\n\n,x\nBo,y\n')
    assert sorted(row.number for row in preview.rows) == [2, 4, 5]
    assert draft(preview).contact == "1 High Street\nTown"
    assert preview.row(4).is_refused


def test_a_mark_that_is_never_closed_swallows_nobody(services: Services, group: Group) -> None:
    read = opened(services, group, b'name,needs\nAnn,"ER\nBo,WC\nCy,LOOP\n')
    preview = services.people_file.preview(read, mapped(read.columns), group)
    assert [made.name for made in preview.drafts] == ["Ann", "Bo", "Cy"]
    assert [(note.kind, note.row) for note in read.notes] == [(FileNoteKind.MARK_NOT_CLOSED, 2)]


def test_a_mark_that_is_closed_too_late_is_told(services: Services, group: Group) -> None:
    preview = looked_at(services, group, 'name,needs\nAnn,"ER\nBo,WC"\nCy,LOOP\n')
    assert NoteKind.ROWS_IN_A_CELL in notes(preview, 2)


def test_many_open_marks_do_not_take_for_ever(services: Services, group: Group) -> None:
    preview = looked_at(services, group, "name,needs\n" + "".join(f'"P{at}x,ER\n' for at in range(401)))
    assert len(preview.rows) > 300


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", FileProblem.EMPTY),
        (b"\xef\xbb\xbf \r\n", FileProblem.EMPTY),
        (b"name,needs\r\n", FileProblem.NO_PEOPLE),
        (b"name,needs\r\n,,\r\n", FileProblem.NO_PEOPLE),
        (b"PK\x03\x04" + bytes(range(256)) * 30, FileProblem.SPREADSHEET),
        (b"\xd0\xcf\x11\xe0" + bytes(range(256)) * 30, FileProblem.SPREADSHEET),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 30, FileProblem.PICTURE),
        (b"%PDF-1.7\n" + bytes(range(256)) * 30, FileProblem.PDF),
        (b"\x00\x01\x02\x03" * 4_000, FileProblem.NOT_TEXT),
        (b"a," * 6_000_000, FileProblem.TOO_LARGE),
        (b"name\n" + b"x\n" * 20_001, FileProblem.TOO_MANY_PEOPLE),
    ],
)
def test_a_file_that_is_no_list_is_told_by_its_kind(
    services: Services, group: Group, data: bytes, problem: FileProblem
) -> None:
    with pytest.raises(UnreadableFile) as told:
        opened(services, group, data)
    assert told.value.problem is problem


def test_a_file_that_is_gone_or_a_folder_cannot_be_read(services: Services, group: Group, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(UnreadableFile) as told:
            services.people_file.open(path, group)
        assert told.value.problem is FileProblem.CANNOT_READ


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "@SUM(A1:A9)", "+1+1", "-2+3", "=HYPERLINK(1)"])
def test_what_looks_like_a_formula_is_plain_words(services: Services, group: Group, cell: str) -> None:
    preview = looked_at(services, group, f'name\n"{cell}"\n')
    if QuestionKind.MAY_BE_NO_PERSON in kinds(preview):
        preview = preview.answered(2, "person", "add//")
    assert draft(preview).name == cell
    assert NoteKind.FORMULA in notes(preview)


def test_signs_that_nobody_can_see_are_taken_out_and_told(services: Services, group: Group) -> None:
    preview = looked_at(services, group, "name,needs\nA\x00nn\u202e Lee,E\x00R\n")
    assert (draft(preview).name, draft(preview).needs) == ("Ann Lee", (("ER", ""),))
    assert notes(preview) == [NoteKind.ODD_LETTERS]


def test_a_name_of_which_nothing_can_be_seen_is_no_name(services: Services, group: Group) -> None:
    preview = looked_at(services, group, "name,needs\n\u200b\u00a0,ER\nBo,ER\n")
    assert notes(preview)[0] is NoteKind.NAME_MISSING


def test_words_too_long_refuse_only_their_row(services: Services, group: Group) -> None:
    preview = looked_at(services, group, f"name,brings\nAnn,{'x' * 30_000}\nBo,maps\n")
    assert notes(preview) == [NoteKind.WORDS_TOO_LONG]
    assert draft(preview, 3).brings == ("maps",)


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("bsl", (("BSL", ""),)),
        ("LANG: Polish", (("LANG", "Polish"),)),
        ("PAPER yellow", (("PAPER", "yellow"),)),
        ('FOOD "no nuts, no milk"; WC', (("FOOD", "no nuts, no milk"), ("WC", ""))),
        ("FOOD: vegan; FOOD: no nuts", (("FOOD", "vegan, no nuts"),)),
        ("ER\nBREAK|WC,LOOP/STEP", (("ER", ""), ("BREAK", ""), ("WC", ""), ("LOOP", ""), ("STEP", ""))),
        ("none", ()),
        ("-", ()),
        ("N/A", ()),
    ],
)
def test_cells_of_needs_are_taken_as_they_are_meant(
    services: Services, group: Group, cell: str, kept: tuple[tuple[str, str], ...]
) -> None:
    preview = row_of(services, group, cell)
    assert (draft(preview).needs, kinds(preview)) == (kept, [])


@pytest.mark.parametrize(
    "words",
    [
        "has dementia",
        "Autistic",
        "Parkinson's",
        "demenita",
        "MS",
        "QUIET: because of autism",
        "schizophrenia",
        "Crohn’s disease",
        "osteoarthritis",
        "learning disability",
        "wheelchair since her stroke",
    ],
)
def test_no_diagnosis_is_ever_kept(services: Services, group: Group, words: str) -> None:
    preview = row_of(services, group, words)
    question = asked(preview, QuestionKind.MAY_BE_DIAGNOSIS)
    chosen = preview.answered(2, question.key, *(answer.key for answer in question.answers))
    for made in (draft(preview), draft(chosen)):
        assert all(detail == "" for _code, detail in made.needs)
    assert draft(preview).needs == ()


@pytest.mark.parametrize("words", ["breks", "needs breaks often", "step-free access", "wheelchair", "Sign Language"])
def test_words_are_not_taken_for_an_illness(services: Services, group: Group, words: str) -> None:
    preview = row_of(services, group, words)
    question = asked(preview, QuestionKind.NEED_UNKNOWN)
    assert question.answers[0].value in ("BREAK", "STEP", "WHEEL", "BSL")
    assert draft(preview).needs == (("OTHER", words),)


def test_an_illness_beside_a_name_or_in_other_words_is_left_out(services: Services, group: Group) -> None:
    data = "name,brings,contact\nTom Parkinson (has dementia),ran a stroke club; maps,Phone\nAnn Down,cakes,\n"
    preview = looked_at(services, group, data)
    tom = draft(preview)
    assert (tom.name, tom.brings, tom.contact) == ("Tom Parkinson", ("maps",), "Phone")
    assert [(note.kind, note.field) for note in preview.row(2).notes] == [
        (NoteKind.DIAGNOSIS_LEFT_OUT, Field.NAME),
        (NoteKind.DIAGNOSIS_LEFT_OUT, Field.BRINGS),
    ]
    assert draft(preview, 3).name == "Ann Down"


def test_a_spoiled_name_that_nobody_else_has_is_kept_as_it_stands_until_somebody_chooses(
    services: Services, group: Group
) -> None:
    preview = looked_at(services, group, "name\nSiÃ¢n Lee\nSiân Lee\n")
    assert draft(preview).name == "SiÃ¢n Lee"
    assert asked(preview, QuestionKind.NAME_TWICE, 3).other_row == 2


def test_5000_rows_are_read_and_brought_in(services: Services, group: Group) -> None:
    rows = "".join(f"Person Number{at},carer,ER; BREAK; odd words {at % 50},large print 20\n" for at in range(5_000))
    preview = looked_at(services, group, "name,perspectives,needs,format\n" + rows)
    assert preview.rows[-1].number == 5_001
    assert services.people_file.bring_in(preview, group) == 5_000
    assert len(services.people.people(group.id)) == 5_000
    services.history.undo()
    assert services.people.people(group.id) == ()


def test_a_fault_in_reading_tells_no_words_of_the_file(services: Services, group: Group) -> None:
    secret = b"name,needs\nZebra Quill,Xylophone\n" + b"\x00\x01\x02" * 4_000
    with pytest.raises(UnreadableFile) as told:
        opened(services, group, secret)
    for words in (str(told.value), repr(told.value), fault_words(told.value)):
        assert not any(word in words for word in ("Zebra", "Xylophone"))
    assert told.value.__context__ is None
