"""Answers of a survey become ideas: looked at first, in one act, with their source and without anybody's name."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import IdeaId
from coprod_desktop.domain.lines import IdeaDetails, Words
from coprod_desktop.domain.meeting import Job, MeetingDetails
from coprod_desktop.domain.meeting_state import Idea
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.services.bootstrap import Services, open_services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.services.survey_service import MOST_ANSWERS, FileProblem, SurveyFile, UnreadableFile

QUESTION = "What would make the bus better?"
TABLE = (
    f"Timestamp,Your name,{QUESTION}\n"
    '2026-10-01,Rosalind Xavier,"Seats with arms, please"\n'
    "2026-10-02,Bo Yilmaz,=HYPERLINK(A1)\n"
    "2026-10-03,Cai Zeto,\n"
    "2026-10-04,Dewi Ó Briain,Llwybr hawdd i’r safle\n"
)


@dataclass(frozen=True)
class Room:
    """An open meeting and a folder for files."""

    services: Services
    running: RunningMeeting
    folder: Path

    def opened(self, data: str | bytes) -> SurveyFile:
        path = self.folder / "answers.csv"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return self.services.surveys.open(path)

    def words(self, data: str | bytes) -> list[str]:
        """What would be brought in from the column that the program takes by itself."""
        survey = self.opened(data)
        assert survey.answer is not None
        preview = self.services.surveys.preview(survey, survey.answer, "", self.running.live.state)
        return [answer.words for answer in preview.answers]

    def bring_in(self, data: str, note: str = "Bus survey, October 2026") -> int:
        survey = self.opened(data)
        assert survey.answer is not None
        preview = self.services.surveys.preview(survey, survey.answer, note, self.running.live.state)
        return self.services.surveys.bring_in(self.running.requests, preview)

    def ideas(self) -> tuple[Idea, ...]:
        return tuple(self.running.live.state.ideas.values())


@pytest.fixture
def room(services: Services, group: Group, tmp_path: Path) -> Room:
    jo = services.people.add_walk_in(group.id, "Jo").id
    running = services.meetings.begin(group.id, MeetingDetails(title="Buses", held_on=date(2026, 11, 24)), [jo])
    running.requests.arrive(jo)
    running.requests.take_jobs(jo, (Job.LAPTOP,))
    return Room(services, running, tmp_path)


def test_each_answer_becomes_an_idea_with_the_survey_as_its_source(room: Room) -> None:
    assert room.bring_in(TABLE) == 3
    assert [idea.words.text for idea in room.ideas()] == [
        "Seats with arms, please",
        "=HYPERLINK(A1)",
        "Llwybr hawdd i’r safle",
    ]
    (jo,) = room.running.live.state.people_here
    survey = Proposer(source=Source.SURVEY, note="Bus survey, October 2026")
    assert {idea.details for idea in room.ideas()} == {IdeaDetails(proposer=survey, recorder_id=jo)}


def test_no_name_of_the_file_comes_into_the_data_folder(room: Room) -> None:
    room.bring_in(TABLE)
    for name in (b"Rosalind", b"Yilmaz", b"Zeto"):
        assert not [path for path in room.services.folder.rglob("*") if path.is_file() and name in path.read_bytes()]


def test_all_answers_of_a_file_are_one_act(room: Room) -> None:
    before = room.running.live.state
    room.bring_in(TABLE)
    after = room.running.live.state
    room.services.history.undo()
    assert room.running.live.state == before
    room.services.history.redo()
    assert room.running.live.state == after
    room.services.close()
    again = open_services(room.services.folder)
    assert again.meetings.state(after.id) == after
    again.close()


def test_looking_at_a_file_keeps_nothing(room: Room) -> None:
    before = room.running.live.record_number
    assert len(room.words(TABLE)) == 3
    assert room.running.live.record_number == before


def test_rows_that_nobody_wants_are_left_out(room: Room) -> None:
    survey = room.opened(TABLE)
    preview = room.services.surveys.preview(survey, 2, "", room.running.live.state)
    assert [answer.row for answer in preview.answers] == [2, 3, 5]
    assert preview.empty == 1
    assert room.services.surveys.bring_in(room.running.requests, preview, but={3, 5}) == 1
    assert room.services.surveys.bring_in(room.running.requests, preview, but={2, 3, 5}) == 0


def test_the_same_file_again_says_which_answers_are_there_already(room: Room) -> None:
    room.bring_in(TABLE, "October")
    survey = room.opened(TABLE + "2026-10-05,,A roof\n")
    look = room.services.surveys.preview
    assert [one.is_known for one in look(survey, 2, " October ", room.running.live.state).answers] == [True] * 3 + [
        False
    ]
    assert not any(one.is_known for one in look(survey, 2, "November", room.running.live.state).answers)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_answers_are_read_in_every_character_set(room: Room, encoding: str, sign: str) -> None:
    data = sign.join(("Date", "Comments")) + "\r\n" + sign.join(("1 May", "Tŷ bach ger y Łódź stop")) + "\r\n"
    assert room.words(data.encode(encoding)) == ["Tŷ bach ger y Łódź stop"]


def test_letters_that_were_guessed_can_be_read_in_another_way(room: Room) -> None:
    survey = room.opened("Comments\nNiño Åberg likes it\nZoë Ó Briain too\n".encode("cp1252"))
    assert survey.rows[0].cells == ("Niño Åberg likes it",)
    other = room.services.surveys.read_as(survey, text=survey.others[0])
    assert other.rows[0].cells != survey.rows[0].cells
    assert survey.text in other.others, "one can go back"


def test_somebody_says_which_column_it_is_when_a_survey_asked_twice(room: Room) -> None:
    two = f"{QUESTION},What is bad about it?\nMore seats in the shade,It is too far for us\n"
    survey = room.opened(two)
    assert survey.answer is None
    assert [column.header for column in survey.columns] == [QUESTION, "What is bad about it?"]
    preview = room.services.surveys.preview(survey, 1, "", room.running.live.state)
    assert [answer.words for answer in preview.answers] == ["It is too far for us"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Seats with arms\nA roof\n", ["Seats with arms", "A roof"]),
        (f"{QUESTION}\nMore seats, please\nA roof\n", ["More seats, please", "A roof"]),
        ("A bench, near the shop, with a roof\nLights\nMore buses, please\n",
         ["A bench, near the shop, with a roof", "Lights", "More buses, please"]),
        ("id,answer\n1,A bench, near the shop\n2,Lights\n3,Shade\n4,Buses\n", ["A bench, near the shop", "Lights",
                                                                              "Shade", "Buses"]),
        ("answer\n'=1+1\n", ["=1+1"]),
        ('answer\n"A bench\nand a roof"\n', ["A bench and a roof"]),
        ("age,answer\n34,I wait for a long time\n", ["I wait for a long time"]),
    ],
)  # fmt: skip
def test_nothing_of_an_answer_is_cut_off(room: Room, data: str, words: list[str]) -> None:
    assert room.words(data) == words


def test_an_answer_that_may_be_cut_is_marked(room: Room) -> None:
    data = (
        "answer,age\nA bench in the shade, 34\nA bench, in the shade, 34\nLights at the stop,3\nMore seats please,3\n"
    )
    survey = room.opened(data)
    preview = room.services.surveys.preview(survey, 0, "", room.running.live.state)
    assert [answer.is_uneven for answer in preview.answers] == [False, True, False, False]


def test_an_answer_that_is_too_long_to_keep_is_marked(room: Room) -> None:
    long = "seats " * 3_400
    survey = room.opened(f"answer,age\nA bench,34\n{long},34\n")
    preview = room.services.surveys.preview(survey, 0, "", room.running.live.state)
    assert [(answer.row, answer.is_cut) for answer in preview.answers] == [(2, False), (3, True)]
    assert room.services.surveys.bring_in(room.running.requests, preview) == 2
    assert long.startswith(room.ideas()[1].words.text)


def test_the_first_row_can_be_an_answer_after_all(room: Room) -> None:
    survey = room.opened("Is there a bus?\nA roof for the stop\n")
    assert survey.has_header
    other = room.services.surveys.read_as(survey, has_header=False)
    assert [row.cells[0] for row in other.rows] == ["Is there a bus?", "A roof for the stop"]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", FileProblem.EMPTY),
        (b"PK\x03\x04" + bytes(range(256)) * 9, FileProblem.SPREADSHEET),
        ("answer\n" + "More seats\n" * (MOST_ANSWERS + 1), FileProblem.TOO_MANY_PEOPLE),
    ],
)
def test_a_file_without_answers_is_refused_with_its_reason(room: Room, data: str | bytes, problem: FileProblem) -> None:
    with pytest.raises(UnreadableFile) as caught:
        room.opened(data)
    assert caught.value.problem is problem


def test_a_file_that_is_not_there_is_refused(room: Room) -> None:
    with pytest.raises(UnreadableFile) as caught:
        room.services.surveys.open(room.folder / "nowhere.csv")
    assert caught.value.problem is FileProblem.CANNOT_READ


def test_a_survey_idea_can_be_joined_with_what_people_said(room: Room) -> None:
    room.bring_in(TABLE)
    jo = room.running.live.state.people_here
    said = room.running.requests.record_idea(Words(text="Seats"), IdeaDetails(proposer=Proposer(people=jo)))
    room.running.requests.join_ideas(said, [IdeaId(room.ideas()[0].id)])
    proposer = room.running.live.state.ideas[said].details.proposer
    assert proposer == Proposer(people=jo, source=Source.SURVEY, note="Bus survey, October 2026")
