"""Puts a letter or a sheet into the form of minutes, so that every format prints it as it prints those (R06, PT-11)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.domain.own_picture import OwnPicture
from coprod_desktop.domain.person import Person, printed_names
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import NO_PICTURE, Block, BlockRole, MinutesContent, Section
from coprod_desktop.minutes.closing_sections import words_section
from coprod_desktop.minutes.dates_and_amounts import protected_spans
from coprod_desktop.minutes.explained_words import WordExplainer
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import FALLBACK_LANGUAGE, Wording

PAPER_FILES = ("wording", "papers")
"""The collections of fixed words that papers are made of."""

_WORDS_FOR_A_LIST = 2
"""So many explained words are told again in a list (ER-17)."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What one letter or sheet says. `kind` begins the names of its own fixed words, such as "invitation_end".

    `cover` are the blocks of the first page, 4 at most. `slip` comes back to the group, last and on a page of its own.
    Without `has_about` nothing is added on whom to ask: the paper says it itself. `is_set_close` pages hold more.
    With `begins_at_once` the first section follows on the first page.
    With `has_all_words` the list at the end has all words of the group, not only those that stand in the paper.
    """

    kind: str
    title: str
    cover: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    slip: Section | None = None
    date_words: str = ""
    foot: str = ""
    place: str = ""
    own_pictures: tuple[OwnPicture, ...] = ()
    has_about: bool = True
    is_set_close: bool = False
    begins_at_once: bool = False
    has_all_words: bool = False


def paper_wording(templates_folder: Path, language: str = FALLBACK_LANGUAGE) -> Wording:
    """The fixed words of papers. Raises WordingFault as `Wording.load` does."""
    return Wording.load(templates_folder, language, files=PAPER_FILES)


def paper_teller(people: Sequence[Person], wording: Wording) -> Teller:
    """Says things with the names that people chose; whoever does not want to be named is not among them (DP-05)."""
    return Teller(wording, printed_names(people))


def paper_content(paper: Paper, group: Group, people: Sequence[Person] = (), *, wording: Wording) -> MinutesContent:
    """The paper in reading order: its sections with numbers, the group's words explained, whom to ask, the slip.

    `people` is everybody who may be named in it.
    """
    teller = paper_teller(people, wording)
    explainer = WordExplainer(group.words, teller)
    cover = explainer.blocks(paper.cover)
    told = [explainer.section(section) for section in paper.sections]
    listed_words = _said(group.words) if paper.has_all_words else explainer.used
    words = words_section(listed_words, teller) if len(listed_words) >= _WORDS_FOR_A_LIST else None
    about = _about(paper, group, teller) if paper.has_about else None
    numbered = _numbered([section for section in (*told, words, about) if section])
    sections = (*numbered, *([replace(paper.slip, is_slip=True)] if paper.slip else []))
    names = [tidy(name) for name in teller.names.values()]
    return MinutesContent(
        title=tidy(paper.title),
        group_name=tidy(group.name),
        date_words=paper.date_words,
        foot_words=paper.foot,
        record_number="",
        language=group.language,
        draft_words="",
        contents_heading=wording("contents_heading"),
        page_word=wording("page"),
        cover=cover,
        sections=sections,
        protected=protected_spans(_texts(paper, cover, sections), names),
        bold_terms=tuple(tidy(word.term) for word in explainer.used),
        place=tidy(paper.place),
        contents_count=wording.count("paper_parts", len(sections)) if sections else "",
        picture_label=wording("picture_description"),
        end_words=wording(f"{paper.kind}_end"),
        tick_box_alt=wording("tick_box"),
        own_pictures=paper.own_pictures,
        is_set_close=paper.is_set_close,
        begins_at_once=paper.begins_at_once,
        empty_page_words=wording("empty_page") if paper.slip else "",
    )


def _about(paper: Paper, group: Group, teller: Teller) -> Section:
    label = teller.wording(f"{paper.kind}_ask")
    blocks = (*ask_blocks(group, teller, label), *credit(teller, paper.own_pictures))
    return Section(heading=teller.wording("about_heading"), blocks=blocks)


def ask_blocks(group: Group, teller: Teller, label: str) -> tuple[Block, ...]:
    """How to reach the group; if that is not known, whoever gave the paper is asked."""
    lines = sentences(group.contact) or teller.say("paper_no_contact")
    return block_run(lines, picture="phone", label=label)


def credit(teller: Teller, own_pictures: Sequence[OwnPicture] = ()) -> tuple[Block, ...]:
    """Where the pictures are from, as their licences ask; of the group's own pictures, symbols have a credit line."""
    own = dict.fromkeys(line for picture in own_pictures for line in sentences(picture.credit))
    return block_run((*teller.say("paper_picture_credit"), *own), picture=NO_PICTURE, role=BlockRole.CREDIT)


def listed(
    teller: Teller, key: str, items: Sequence[str], *, picture: str, label: str = "", most_items: int = 6
) -> tuple[Block, ...]:
    """A list that opens with its count (PT-05); nothing for an empty one."""
    if not items:
        return ()
    count = sentences(teller.wording.count(key, len(items)))
    words = teller.wording(label) if label else ""
    return block_run(count, picture=picture, label=words, items=items, most_items=most_items)


def section_of(teller: Teller, heading: str, *runs: Sequence[Block]) -> tuple[Section, ...]:
    """One section with these blocks; none if there is nothing to say."""
    blocks = tuple(block for run in runs for block in run)
    return (Section(heading=teller.wording(heading), blocks=blocks),) if blocks else ()


def _said(words: Sequence[ExplainedWord]) -> list[ExplainedWord]:
    return [word for word in words if tidy(word.term) and tidy(word.means)]


def _numbered(sections: Sequence[Section]) -> tuple[Section, ...]:
    return tuple(replace(section, number=str(number)) for number, section in enumerate(sections, 1))


def _texts(paper: Paper, cover: Sequence[Block], sections: Sequence[Section]) -> Iterator[str]:
    yield from (paper.title, paper.date_words, paper.foot)
    for block in (*cover, *(block for section in sections for block in section.blocks)):
        yield from (block.label, *block.sentences, *block.items, *block.answers)
    yield from (section.heading for section in sections)
