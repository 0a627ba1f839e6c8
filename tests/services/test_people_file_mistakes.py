"""A list with every mistake that we know: each row is met as its comment says (R01)."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, Person, Perspective
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.people_file.findings import Answer, ChoiceAct, NoteKind, QuestionKind
from coprod_desktop.services.people_file.opened_file import FileNoteKind
from coprod_desktop.services.people_file.preview import Preview
from tests.services.people_files.reading import CORRECT, MISTAKES, asked, draft, kinds, looked_at, notes, opened

LIVED, CARER = Perspective.LIVED_EXPERIENCE, Perspective.CARER
EASY, LARGE, PLAIN = MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT, MinutesFormat.PLAIN_TEXT


def in_size(wanted: MinutesFormat, size_pt: float | None = None) -> MinutesChoice:
    return MinutesChoice(format=wanted, size_pt=size_pt)


@pytest.fixture
def preview(services: Services, group: Group) -> Preview:
    return looked_at(services, group, MISTAKES.read_bytes())


def people(services: Services, group: Group) -> dict[str, Person]:
    return {person.name: person for person in services.people.people(group.id)}


def test_a_header_with_capitals_and_spaces_and_an_extra_column_is_understood(preview: Preview) -> None:
    first = draft(preview, 2)
    assert (first.name, first.perspectives, first.needs) == ("Marlon Achebe", (LIVED,), (("ER", ""), ("BREAK", "")))
    assert first.minutes == in_size(EASY)
    assert "A correct row" not in repr(preview), "the comment column is passed over"


def test_spaces_capitals_and_no_space_between_needs_are_taken_as_meant(preview: Preview) -> None:
    josie = draft(preview, 3)
    assert (josie.name, josie.perspectives) == ("Josie Tran", (LIVED,))
    assert (josie.needs, josie.minutes) == ((("AAC", ""), ("TIME", "")), in_size(EASY, 18.0))
    assert kinds(preview, 3) == []


def test_a_misspelt_perspective_is_asked_with_the_likely_one_first_and_the_person_stays(preview: Preview) -> None:
    question = asked(preview, QuestionKind.PERSPECTIVE_UNKNOWN, 4)
    assert question.answers[0] == Answer(act=ChoiceAct.PERSPECTIVE, value="lived_experience")
    assert (draft(preview, 4).name, draft(preview, 4).perspectives) == ("Bryn Eastwood", ())
    answered = preview.answered(4, question.key, question.answers[0].key)
    assert draft(answered, 4).perspectives == (LIVED,)
    assert draft(answered, 4).minutes == in_size(LARGE, 24.0)


def test_a_row_without_a_name_is_refused_by_its_number_and_the_others_stay(preview: Preview) -> None:
    assert notes(preview, 5) == [NoteKind.NAME_MISSING]
    assert preview.draft(5) is None
    assert (preview.refused_count, len(preview.drafts), preview.left_out_count) == (1, 15, 2)


def test_a_need_in_words_offers_its_code_and_keeps_the_words_until_then(preview: Preview) -> None:
    question = asked(preview, QuestionKind.NEED_UNKNOWN, 6)
    assert question.answers[0] == Answer(act=ChoiceAct.NEED, value="BSL")
    assert draft(preview, 6).needs == (("OTHER", "sign language"),)
    assert draft(preview.answered(6, question.key, question.answers[0].key), 6).needs == (("BSL", ""),)


def test_a_slash_and_a_comma_stand_between_2_things(preview: Preview) -> None:
    assert draft(preview, 7).needs == (("CARDS", ""), ("RECAP", ""))
    assert draft(preview, 9).perspectives == (CARER, LIVED)
    assert kinds(preview, 7) == kinds(preview, 9) == []


def test_a_spoiled_name_warns_before_a_second_person_is_made(preview: Preview) -> None:
    question = asked(preview, QuestionKind.NAME_SPOILED, 8)
    assert (question.other_row, preview.draft(8)) == (7, None)
    mended = Answer(act=ChoiceAct.NAME, value="Rafał Nowicki")
    assert mended in question.answers
    assert draft(preview.answered(8, question.key, mended.key), 8).name == "Rafał Nowicki"


def test_a_size_too_small_asks_for_another(preview: Preview) -> None:
    question = asked(preview, QuestionKind.SIZE_OUT_OF_RANGE, 10)
    assert draft(preview, 10).minutes == in_size(LARGE)
    chosen = next(answer for answer in question.answers if answer.size_pt == 20)
    assert draft(preview.answered(10, question.key, chosen.key), 10).minutes == in_size(LARGE, 20.0)


def test_a_perspective_and_a_format_that_do_not_exist_are_both_asked(preview: Preview) -> None:
    assert kinds(preview, 11) == [QuestionKind.PERSPECTIVE_UNKNOWN, QuestionKind.FORMAT_UNKNOWN]
    assert (draft(preview, 11).perspectives, draft(preview, 11).minutes) == ((), None)


def test_the_same_name_twice_may_be_2_people(preview: Preview) -> None:
    question = asked(preview, QuestionKind.NAME_TWICE, 12)
    assert (question.other_row, draft(preview, 12).name) == (2, "Marlon Achebe")
    assert preview.answered(12, question.key, "leave_out//").draft(12) is None


def test_a_diagnosis_is_asked_about_and_no_answer_keeps_it(preview: Preview) -> None:
    question = asked(preview, QuestionKind.MAY_BE_DIAGNOSIS, 13)
    assert question.words == "has dementia"
    assert draft(preview, 13).needs == ()
    all_of_them = preview.answered(13, question.key, *(answer.key for answer in question.answers))
    assert "dementia" not in repr(draft(all_of_them, 13))
    helped = preview.answered(13, question.key, "need/TIME/", "need/RECAP/")
    assert draft(helped, 13).needs == (("TIME", ""), ("RECAP", ""))


def test_a_size_in_the_wrong_column_is_offered_in_the_right_one(preview: Preview) -> None:
    question = asked(preview, QuestionKind.SIZE_IN_WRONG_COLUMN, 14)
    assert draft(preview, 14).needs == (("LP", "20"),)
    taken = draft(preview.answered(14, question.key, question.answers[0].key), 14)
    assert (taken.minutes, taken.needs) == (in_size(LARGE, 20.0), (("LP", ""),))


def test_quotation_marks_in_a_name_stay_and_an_empty_row_is_passed_over(
    services: Services, group: Group, preview: Preview
) -> None:
    assert draft(preview, 15).name == 'Dilys "Dil" Okafor'
    assert 16 not in [row.number for row in preview.rows]
    told = opened(services, group, MISTAKES.read_bytes()).notes
    assert [(note.kind, note.count) for note in told] == [(FileNoteKind.EMPTY_ROWS, 1)]


def test_a_need_twice_is_kept_once_and_an_unknown_code_and_no_format_are_asked(preview: Preview) -> None:
    assert notes(preview, 17) == [NoteKind.NEED_TWICE]
    assert kinds(preview, 17) == [QuestionKind.FORMAT_MISSING, QuestionKind.NEED_UNKNOWN]
    assert draft(preview, 17).needs == (("BREAK", ""), ("OTHER", "XYZ"))
    assert draft(preview, 17).minutes is None


def test_nobody_called_total_is_made(preview: Preview) -> None:
    assert kinds(preview, 18) == [QuestionKind.MAY_BE_NO_PERSON]
    assert preview.draft(18) is None
    added = preview.answered(18, "person", "add//")
    assert draft(added, 18).name == "Total"
    assert QuestionKind.PERSPECTIVE_UNKNOWN in kinds(added, 18), "more is asked once it is a person"


def test_too_few_and_too_many_cells_are_told(preview: Preview) -> None:
    assert notes(preview, 19) == [NoteKind.CELLS_TOO_FEW]
    assert (draft(preview, 19).perspectives, kinds(preview, 19)) == (
        (Perspective.SUPPORTER,),
        [QuestionKind.FORMAT_MISSING],
    )
    assert notes(preview, 20) == [NoteKind.CELLS_TOO_MANY]
    assert draft(preview, 20).minutes == in_size(PLAIN)


def test_rows_with_questions_come_first(preview: Preview) -> None:
    asks = [bool(row.questions) for row in preview.rows]
    assert asks == sorted(asks, reverse=True)
    assert preview.open_count == 13


def test_bringing_in_is_one_act_and_needs_wait_to_be_asked(services: Services, group: Group, preview: Preview) -> None:
    assert services.people.people(group.id) == (), "a preview keeps nothing"
    assert services.people_file.bring_in(preview, group) == 15
    needs = [need for person in services.people.people(group.id) for need in person.needs]
    assert len(needs) == 14
    assert all(need.waits_for_yes and not need.may_share and need.noted_on for need in needs)
    services.history.undo()
    assert services.people.people(group.id) == ()
    assert not any(person.needs or person.contact for person in services.people.everyone(group.id))
    services.history.redo()
    again = services.people.people(group.id)
    assert (len(again), sum(len(person.needs) for person in again)) == (15, 14)


def test_a_diagnosis_is_nowhere_in_the_data_folder(services: Services, group: Group, preview: Preview) -> None:
    services.people_file.bring_in(preview, group)
    services.database.close()
    for file in services.folder.rglob("*"):
        if file.is_file() and file.suffix != ".csv":
            assert b"dementia" not in file.read_bytes(), file.name


def test_the_correct_list_asks_only_what_it_must(services: Services, group: Group) -> None:
    preview = looked_at(services, group, CORRECT.read_bytes())
    assert (preview.open_count, len(preview.drafts)) == (0, 11)
    assert [row.notes for row in preview.rows if row.notes] == []


def test_a_name_in_the_group_is_asked_and_never_merged(services: Services, group: Group) -> None:
    services.people_file.bring_in(looked_at(services, group, CORRECT.read_bytes()), group)
    before = people(services, group)
    again = looked_at(services, group, CORRECT.read_bytes())
    assert {kind for row in again.rows for kind in kinds(again, row.number)} == {QuestionKind.NAME_IN_GROUP}
    assert services.people_file.bring_in(again, group) == 0
    assert people(services, group) == before
    other = again.answered(2, "name", "add//")
    assert services.people_file.bring_in(other, group) == 1
    namesakes = [one for one in services.people.people(group.id) if one.name == "Marlon Achebe"]
    assert len({one.id for one in namesakes}) == 2
    assert before["Marlon Achebe"] in namesakes


def test_what_the_group_calls_a_perspective_is_understood(services: Services, group: Group) -> None:
    own = services.groups.save(replace(group, perspective_labels={LIVED: "People who use the buses"}))
    preview = looked_at(services, own, "name,perspectives\nAnn,people who use the buses\n")
    assert draft(preview).perspectives == (LIVED,)
