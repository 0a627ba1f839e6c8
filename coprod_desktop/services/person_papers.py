"""The papers of one person: their own page "Working with me", and a thank you when they leave; each as they read."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.own_picture import OWN, OwnPicture, PhotoUse
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, Person, printed_names
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.papers.frame import paper_wording
from coprod_desktop.minutes.papers.working_with_me import MyPage, my_page_wording, working_with_me
from coprod_desktop.minutes.pictures import Pictures
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.file_names import safe_file_name
from coprod_desktop.services.minutes_order import MinutesOrder, size_near
from coprod_desktop.services.minutes_service import MinutesService
from coprod_desktop.services.need_words import load_need_words
from coprod_desktop.services.person_pictures import PersonPictures
from coprod_desktop.services.record_file import NotWritten, write_whole
from coprod_desktop.services.speech_service import SpeechService
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.people_store import PeopleStore

__all__ = ["NotWritten", "PersonPaper", "PersonPapers"]

_TEXT = (MinutesFormat.PLAIN_TEXT, MinutesFormat.AUDIO)


@dataclass(frozen=True, kw_only=True)
class PersonPaper:
    """A paper before it is drawn. No need and no format stands in `file_name` (DP-04)."""

    content: MinutesContent
    order: MinutesOrder
    file_name: str


class PersonPapers:
    """Makes papers. `working_with_me` and `thank_you` read the store; `render` does not, so it may run in a thread."""

    def __init__(
        self,
        database: Database,
        templates_folder: Path,
        minutes: MinutesService,
        speech: SpeechService,
        pictures: PersonPictures,
        *,
        clock: Clock,
    ) -> None:
        self._groups = GroupStore(database)
        self._people = PeopleStore(database)
        self._templates = templates_folder
        self._minutes, self._speech, self._pictures = minutes, speech, pictures
        self._clock = clock

    def working_with_me(self, person_id: PersonId) -> PersonPaper:
        """The page that a person owns, in the format that they asked for; easy read if they were not asked.

        Raises NotAllowed if there is no such person.
        """
        person, group = self._known(person_id)
        people = self._everybody(group)
        order = _order(person.minutes)
        has_pictures = order.format is MinutesFormat.EASY_READ and order.with_pictures
        own = self._own_picture(person) if has_pictures else ()
        page = MyPage(
            person=person,
            group=group,
            people=people,
            need_labels=load_need_words(self._templates, group.language).labels,
            picture=self._pictures.word_for(person, PhotoUse.OWN_SHEET),
            own_pictures=own,
            has_pictures=has_pictures,
            credit=" ".join(self._credit.format(credit=one.credit.rstrip(".")) for one in own if one.credit),
        )
        content = working_with_me(page, wording=my_page_wording(self._templates, group.language))
        return self._paper("working-with-me", person, people, content)

    def thank_you(self, person_id: PersonId) -> PersonPaper:
        """A letter to somebody who left. Raises NotAllowed if there is no such person."""
        from coprod_desktop.minutes.papers.thank_you import thank_you

        person, group = self._known(person_id)
        wording = paper_wording(self._templates, group.language)
        content = thank_you(group, person, wording=wording, made_on=today(self._clock))
        return self._paper("thank-you", person, self._everybody(group), content)

    def render(self, paper: PersonPaper) -> bytes:
        """The file as bytes: a PDF, plain text, or the script for whoever reads it out."""
        if paper.order.format is MinutesFormat.AUDIO:
            return self._speech.script_for(paper.content).encode()
        return self._minutes.render(paper.content, paper.order)

    def save(self, data: bytes, path: Path) -> None:
        """Keep a paper that was made; an existing file is replaced whole or not touched. Raises NotWritten."""
        write_whole(path, data)

    def _paper(self, kind: str, person: Person, people: tuple[Person, ...], content: MinutesContent) -> PersonPaper:
        order = _order(person.minutes)
        name = printed_names(people).get(person.id, "")
        suffix = ".txt" if order.format in _TEXT else ".pdf"
        return PersonPaper(content=content, order=order, file_name=safe_file_name([kind, name]) + suffix)

    def _own_picture(self, person: Person) -> tuple[OwnPicture, ...]:
        """The photo or symbol for their own sheet, only with their yes to this use."""
        word = self._pictures.word_for(person, PhotoUse.OWN_SHEET)
        own = self._pictures.photo_of(person) if word.startswith(OWN) else None
        return (own,) if own is not None else ()

    def _known(self, person_id: PersonId) -> tuple[Person, Group]:
        person = self._people.get(person_id)
        group = self._groups.get(person.group_id) if person is not None else None
        if person is None or group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return person, group

    def _everybody(self, group: Group) -> tuple[Person, ...]:
        return self._people.people(group.id, with_removed=True)

    @cached_property
    def _credit(self) -> str:
        return str(Pictures(self._templates).table["own"]["symbol_credit"])


def _order(choice: MinutesChoice | None) -> MinutesOrder:
    """What a person asked for, in the nearest size that the format has."""
    asked = choice or MinutesChoice()
    return replace(MinutesOrder.of(asked), size_pt=size_near(asked), is_bound=False)
