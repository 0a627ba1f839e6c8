"""Survey answers: read a file, look at it before anything is kept, and bring the answers in as ideas (R14)."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.lines import IdeaDetails, Words
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.text import MOST_LETTERS, can_be_seen, typed
from coprod_desktop.services.people_file.file_text import FileProblem, FileText, UnreadableFile
from coprod_desktop.services.survey_file import MOST_ANSWERS, SurveyColumn, SurveyFile, open_survey, survey_of

if TYPE_CHECKING:
    from coprod_desktop.services.meeting_requests import MeetingRequests

__all__ = [
    "MOST_ANSWERS",
    "FileProblem",
    "SurveyAnswer",
    "SurveyColumn",
    "SurveyFile",
    "SurveyPreview",
    "SurveyService",
    "UnreadableFile",
]


@dataclass(frozen=True, kw_only=True)
class SurveyAnswer:
    """One answer. `row` counts as a spreadsheet does.

    `is_known`: the same words of the same survey are in the meeting. `is_uneven`: its row is longer than the others.
    `is_cut`: it was longer than any text that is kept, and its end is left out.
    """

    row: int
    words: str
    is_known: bool = False
    is_uneven: bool = False
    is_cut: bool = False


@dataclass(frozen=True, kw_only=True)
class SurveyPreview:
    """What would be brought in; `empty` is how many rows had no answer. No name of anybody is taken over."""

    answers: tuple[SurveyAnswer, ...]
    note: str
    empty: int = 0


class SurveyService:
    """What can be asked about files of answers. What was read is in memory only until it is brought in."""

    def open(self, path: Path) -> SurveyFile:
        """Read a file. Raises UnreadableFile if there are no answers in it."""
        return open_survey(path)

    def read_as(self, survey: SurveyFile, *, text: str = "", has_header: bool | None = None) -> SurveyFile:
        """The same file read anew, in other letters (`text` is one of its `others`), or with another first row.

        Raises UnreadableFile if no answer is left then.
        """
        chosen = text or survey.text
        others = tuple(other for other in (survey.text, *survey.others) if other != chosen)
        return survey_of(FileText(text=chosen, others=others), has_header=has_header)

    def preview(self, survey: SurveyFile, column: int, note: str, state: MeetingState) -> SurveyPreview:
        """What each row would make of itself. Nothing is kept. `note` says which survey it was, and when."""
        source = typed(note, field="note")
        known = {
            idea.words.text
            for idea in state.ideas.values()
            if idea.details.proposer.source is Source.SURVEY and idea.details.proposer.note == source
        }
        said = [(row, survey.words(row, column)) for row in survey.rows]
        answers = tuple(
            SurveyAnswer(
                row=row.number,
                words=(kept := words[:MOST_LETTERS].rstrip()),
                is_known=kept in known,
                is_uneven=survey.is_uneven(row),
                is_cut=len(words) > MOST_LETTERS,
            )
            for row, words in said
            if can_be_seen(words[:MOST_LETTERS])
        )
        return SurveyPreview(answers=answers, note=source, empty=len(said) - len(answers))

    def bring_in(
        self,
        requests: "MeetingRequests",
        preview: SurveyPreview,
        item_id: AgendaItemId | None = None,
        *,
        but: Collection[int] = (),
    ) -> int:
        """Put the answers into the record as ideas, in one step; tells how many. `but` are rows to leave out."""
        proposer = Proposer(source=Source.SURVEY, note=preview.note)
        said = [
            (Words(text=answer.words), IdeaDetails(proposer=proposer, item_id=item_id))
            for answer in preview.answers
            if answer.row not in but
        ]
        return len(requests.record_ideas(said)) if said else 0
