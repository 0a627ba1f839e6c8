""" "Working with me": one page that a person owns, about what they bring, what they hope for and what helps (R01)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain.access_need import OTHER_NEED, AccessNeed
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.own_picture import OwnPicture
from coprod_desktop.domain.person import Person, printed_names
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import NO_PICTURE, Block, BlockRole, MinutesContent
from coprod_desktop.minutes.papers.frame import Paper, paper_content
from coprod_desktop.minutes.sentences import ended, sentences, tidy
from coprod_desktop.minutes.wording import FALLBACK_LANGUAGE, Wording

MY_PAGE_FILES = ("wording", "working_with_me")
"""The collections of fixed words that the page is made of."""

_LINES_TO_WRITE = 2


@dataclass(frozen=True, kw_only=True)
class MyPage:
    """Whose page it is. `people` is everybody of the group, for the name that tells the person apart.

    `need_labels` has the sentence of each code of the catalogue. `picture` is the picture word of their own photo or
    symbol if it may stand on their own sheet, and `own_pictures` holds it then (DP-13); `credit` says whose symbol.
    `has_pictures` is whether the format shows any, so that the foot says where they are from.
    """

    person: Person
    group: Group
    people: Sequence[Person]
    need_labels: Mapping[str, str]
    picture: str = ""
    own_pictures: tuple[OwnPicture, ...] = ()
    credit: str = ""
    has_pictures: bool = True


def my_page_wording(templates_folder: Path, language: str = FALLBACK_LANGUAGE) -> Wording:
    """The fixed words of the page. Raises WordingFault as `Wording.load` does."""
    return Wording.load(templates_folder, language, files=MY_PAGE_FILES)


def working_with_me(page: MyPage, *, wording: Wording) -> MinutesContent:
    """The page: four parts, each short and beside its picture, so that an ordinary one is one page in easy read.

    What helps is told in the person's own words and only with their yes (DP-03); no code stands on it. A part of which
    nothing is known has lines to write on: it is their page.
    """
    paper = Paper(
        kind="my_page",
        title=_title(page, wording),
        cover=tuple(_parts(page, wording)),
        date_words=wording("my_page_owner"),
        foot=wording("my_page_foot") if page.has_pictures else "",
        own_pictures=page.own_pictures,
        has_about=False,
    )
    return paper_content(paper, page.group, page.people, wording=wording)


def _title(page: MyPage, wording: Wording) -> str:
    name = tidy(printed_names(page.people).get(page.person.id, ""))
    return wording("my_page_title_of", who=name) if name else wording("my_page_title")


def _parts(page: MyPage, wording: Wording) -> list[Block]:
    person = page.person
    pronoun = [wording("my_page_pronoun", pronoun=tidy(person.pronoun))] if tidy(person.pronoun) else []
    helps = [*pronoun, *(_told(need, page.need_labels) for need in person.needs if not need.waits_for_yes)]
    contact = [line for part in person.contact.splitlines() for line in sentences(part)]
    return [
        *_part(wording("my_page_brings_label"), person.brings, page.picture or "star"),
        *_part(wording("my_page_hopes_label"), person.hopes, "sunrise"),
        *_part(wording("my_page_helps_label"), helps, "friends"),
        *_part(wording("my_page_reach_label"), contact, "phone"),
        *block_run(sentences(page.credit), picture=NO_PICTURE, role=BlockRole.CREDIT),
    ]


def _part(label: str, lines: Sequence[str], picture: str) -> tuple[Block, ...]:
    said = [ended(tidy(line)) for line in lines if tidy(line)]
    if not said:
        return (Block(sentences=(), picture=picture, label=label, lines_to_write=_LINES_TO_WRITE),)
    if len(said) == 1:
        return block_run(sentences(said[0]), picture=picture, label=label)
    return block_run((), picture=picture, label=label, items=said)


def _told(need: AccessNeed, labels: Mapping[str, str]) -> str:
    """A need as the person says it: the sentence that they chose, then their own words."""
    label = "" if need.code == OTHER_NEED else labels.get(need.code, "")
    return " ".join(ended(tidy(words)) for words in (label, need.detail) if tidy(words))
