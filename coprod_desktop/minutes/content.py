"""What the minutes of a meeting say, before any format: one list of blocks for all of them (PT-11)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import AgendaItemId, DecisionId
from coprod_desktop.domain.lines import HowOpen, ItemState
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea, MeetingState, Phase
from coprod_desktop.domain.person import Person, printed_names
from coprod_desktop.minutes.action_blocks import job_blocks
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, MinutesContent, Section
from coprod_desktop.minutes.closing_sections import about_section, next_section, words_section
from coprod_desktop.minutes.dates_and_amounts import protected_spans
from coprod_desktop.minutes.decision_blocks import decision_blocks
from coprod_desktop.minutes.explained_words import WordExplainer
from coprod_desktop.minutes.idea_blocks import idea_blocks
from coprod_desktop.minutes.opening_sections import bounds_section, cover_blocks, main_points, who_came
from coprod_desktop.minutes.sentences import tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording

_NOT_TALKED_ABOUT = {
    ItemState.PARKED: "item_parked",
    ItemState.CARRIED_OVER: "item_carried_over",
    ItemState.NOT_REACHED: "item_not_reached",
}
_HOW_OPEN = {HowOpen.ADVISE: "item_advise", HowOpen.TOLD: "item_told"}


def minutes_content(
    state: MeetingState,
    group: Group,
    people: Sequence[Person],
    *,
    wording: Wording,
    record_number: int,
    is_draft: bool = True,
) -> MinutesContent:
    """The words of the minutes in reading order. `people` must hold everybody who may be named.

    Whoever is not among them, or did not want to be named, is counted and never named (DP-05, DP-06).
    Raises ValueError for a meeting that was never opened.
    """
    if state.details is None:
        raise ValueError("a meeting that was never opened has no minutes")
    teller = Teller(wording, printed_names(people))
    explainer = WordExplainer(group.words, teller)
    cover = explainer.blocks(cover_blocks(state.details, group, teller))
    sections = [explainer.section(section) for section in _sections(state, group, teller, is_draft=is_draft)]
    last = (words_section(explainer.used, teller), about_section(group, teller, record_number))
    numbered = _numbered([*sections, *(section for section in last if section)])
    content = _front_matter(state.details, group, teller, record_number=record_number, is_draft=is_draft)
    return replace(
        content,
        cover=cover,
        sections=numbered,
        protected=protected_spans(_texts(cover, numbered), [tidy(name) for name in teller.names.values()]),
        bold_terms=tuple(tidy(word.term) for word in explainer.used),
        contents_count=wording.count("contents_count", len(numbered)),
    )


def printed_items(state: MeetingState) -> tuple[AgendaItem, ...]:
    """The agenda in the order of its numbers: what was kept for later comes last."""
    return tuple(sorted(state.agenda, key=lambda item: item.state is ItemState.PARKED))


def _front_matter(
    details: MeetingDetails, group: Group, teller: Teller, *, record_number: int, is_draft: bool
) -> MinutesContent:
    wording = teller.wording
    date_words = teller.date(details.held_on)
    return MinutesContent(
        title=wording("title", title=tidy(details.title)),
        group_name=tidy(group.name),
        date_words=date_words,
        foot_words=wording("foot", date=date_words),
        record_number=str(record_number),
        language=group.language,
        draft_words=wording("draft") if is_draft else "",
        contents_heading=wording("contents_heading"),
        page_word=wording("page"),
        place=tidy(details.venue),
        picture_label=wording("picture_description"),
        end_words=wording("end"),
        cover=(),
        sections=(),
    )


def _sections(state: MeetingState, group: Group, teller: Teller, *, is_draft: bool) -> Iterable[Section]:
    """Every section but the last two, in reading order; chapters have the number "?" until they are counted."""
    yield main_points(state, teller)
    yield who_came(state, group, teller)
    bounds = bounds_section(state, teller)
    if bounds:
        yield bounds
    agenda = _Agenda(state, teller, is_draft=is_draft)
    yield from (agenda.chapter(item) for item in printed_items(state))
    yield from agenda.what_is_left()
    yield next_section(state, teller)


@dataclass
class _Agenda:
    """Tells the agenda items, each with its ideas and decisions, and what belongs to none of them."""

    state: MeetingState
    teller: Teller
    is_draft: bool

    def __init__(self, state: MeetingState, teller: Teller, *, is_draft: bool) -> None:
        self.state = state
        self.teller = teller
        self.is_draft = is_draft
