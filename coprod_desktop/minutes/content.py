"""What the minutes of a meeting say, before any format: one list of blocks for all of them (PT-11)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from coprod_desktop.domain.editions import Standing
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import Person, printed_names
from coprod_desktop.minutes.agenda_chapters import AgendaChapters
from coprod_desktop.minutes.blocks import Block, MinutesContent, Section
from coprod_desktop.minutes.closing_sections import about_section, next_section, words_section
from coprod_desktop.minutes.dates_and_amounts import protected_spans
from coprod_desktop.minutes.earlier import Around, Earlier, waiting_section
from coprod_desktop.minutes.explained_words import WordExplainer
from coprod_desktop.minutes.opening_sections import bounds_section, cover_blocks, main_points, who_came
from coprod_desktop.minutes.sentences import tidy
from coprod_desktop.minutes.standing_section import standing_section
from coprod_desktop.minutes.taken_out import telling_what_was_taken_out
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording


def minutes_content(
    state: MeetingState,
    group: Group,
    people: Sequence[Person],
    *,
    wording: Wording,
    record_number: int,
    is_draft: bool = True,
    faces: Mapping[PersonId, str] | None = None,
    standing: Standing | None = None,
    earlier: Earlier | None = None,
) -> MinutesContent:
    """The words of the minutes in reading order. `people` must hold everybody who may be named.

    `faces` are picture words of people's own photos and symbols that may be printed (DP-13). `standing` tells how far
    the minutes are; a draft says on every page that it is not finished until enough readers said that it is easy, and
    asks "Is this right?" until a meeting agreed (ER-34). `earlier` is what is told of earlier meetings.

    Whoever is not among them, or did not want to be named, is counted and never named (DP-05, DP-06).
    Raises ValueError for a meeting that was never opened.
    """
    state, details = telling_what_was_taken_out(state, wording), state.details
    if details is None:
        raise ValueError("a meeting that was never opened has no minutes")
    teller = Teller(wording, printed_names(people), faces or {}, group.perspective_labels)
    explainer = WordExplainer(group.words, teller)
    first_page = cover_blocks(details, group, teller)
    cover = explainer.blocks(first_page)
    how_far = standing or Standing()
    asks = is_draft and not how_far.is_agreed
    around = Around(state=state, earlier=earlier or Earlier())
    opening = [explainer.section(section) for section in _opening(state, teller, first_page, how_far)]
    chapters = [explainer.section(section) for section in _chapters(around, teller, is_draft=asks)]
    words = words_section(explainer.used, teller)
    about = about_section(group, teller, record_number)
    sections = (*opening, *_numbered([*chapters, *([words] if words else []), about]))
    return replace(
        _front_matter(details, group, teller, is_draft=is_draft and not how_far.is_easy),
        asks_if_right=asks,
        record_number=wording("record_number", number=str(record_number)),
        cover=cover,
        sections=sections,
        protected=protected_spans(_texts(cover, sections), [tidy(name) for name in teller.names.values()]),
        bold_terms=tuple(tidy(word.term) for word in explainer.used),
        contents_count=wording.count("contents_count", len(sections)),
    )


def _front_matter(details: MeetingDetails, group: Group, teller: Teller, *, is_draft: bool) -> MinutesContent:
    wording = teller.wording
    date_words = teller.day(details.held_on)
    return MinutesContent(
        title=wording("title", title=tidy(details.title)),
        group_name=tidy(group.name),
        date_words=date_words,
        foot_words=wording("foot", date=date_words),
        record_number="",
        language=group.language,
        draft_words=wording("draft") if is_draft else "",
        contents_heading=wording("contents_heading"),
        page_word=wording("page"),
        cover=(),
        sections=(),
        place=tidy(details.venue),
        picture_label=wording("picture_description"),
        end_words=wording("end"),
        tick_box_alt=wording("tick_box"),
    )


def _opening(state: MeetingState, teller: Teller, cover: Sequence[Block], standing: Standing) -> Iterator[Section]:
    """What stands before the agenda; these sections have no number, so that item 1 is chapter 1 (LP-13)."""
    yield main_points(state, teller)
    how_far = standing_section(standing, state, teller)
    if how_far:
        yield how_far
    yield who_came(state, teller)
    bounds = bounds_section(state, teller, cover)
    if bounds:
        yield bounds


def _chapters(around: Around, teller: Teller, *, is_draft: bool) -> Iterator[Section]:
    yield from AgendaChapters(around.state, teller, is_draft, around.earlier).all()
    waiting = waiting_section(around, teller)
    if waiting:
        yield waiting
    yield next_section(around.state, teller)


def _numbered(sections: Sequence[Section]) -> tuple[Section, ...]:
    return tuple(replace(section, number=str(number)) for number, section in enumerate(sections, 1))


def _texts(cover: Sequence[Block], sections: Sequence[Section]) -> Iterable[str]:
    for block in (*cover, *(block for section in sections for block in section.blocks)):
        yield from (block.label, *block.sentences, *block.items)
    yield from (section.heading for section in sections)
