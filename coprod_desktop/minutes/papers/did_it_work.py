"""The slip "Did it work for you?": for one person, with their own needs on it and a number in place of a name (R03)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.minutes.blocks import Block, MinutesContent, Section
from coprod_desktop.minutes.papers.frame import Paper, paper_content
from coprod_desktop.minutes.papers.need_pictures import need_picture
from coprod_desktop.minutes.sentences import ended, sentences, tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording

_ANSWERS = ("did_it_work_yes", "did_it_work_partly", "did_it_work_no")
_LINES, _LINES_FOR_MORE = 1, 4


@dataclass(frozen=True, kw_only=True)
class SlipNeed:
    """One need as its slip tells it: the sentence of the catalogue and the person's own words."""

    code: str
    label: str
    detail: str = ""


def did_it_work(
    number: int, needs: Sequence[SlipNeed], state: MeetingState, group: Group, *, wording: Wording
) -> MinutesContent:
    """The slip of one person. Everybody gets one, also who needs nothing, so that nobody stands out."""
    teller = Teller(wording, {})
    details = state.details
    date_words = teller.day(details.held_on) if details else ""
    number_words = wording("did_it_work_number", number=str(number))
    paper = Paper(
        kind="slip_kind",
        title=wording("did_it_work_title"),
        cover=(
            _block(wording, "did_it_work_about", picture="tick box"),
            Block(sentences=tuple(sentences(wording("did_it_work_no_name"))), picture="pencil"),
            _block(wording, "did_it_work_back", picture="people"),
        ),
        sections=(*_asked(needs, wording), _anything_else(wording)),
        date_words=", ".join(filter(None, (number_words, date_words))),
        foot=number_words,
        has_about=False,
    )
    made = paper_content(paper, replace(group, words=()), wording=wording)
    return replace(made, sections=tuple(replace(section, number="") for section in made.sections))


def _asked(needs: Sequence[SlipNeed], wording: Wording) -> tuple[Section, ...]:
    blocks = tuple(_need(need, wording) for need in needs)
    return (Section(heading=wording("did_it_work_heading"), blocks=blocks),) if blocks else ()


def _need(need: SlipNeed, wording: Wording) -> Block:
    detail = tidy(need.detail)
    said = tuple(sentences(ended(wording("did_it_work_you_said", detail=detail)))) if detail else ()
    return Block(
        label=tidy(need.label),
        sentences=said,
        answers=tuple(wording(key) for key in _ANSWERS),
        lines_to_write=_LINES,
        picture=need_picture(need.code),
    )


def _anything_else(wording: Wording) -> Section:
    told = Block(
        sentences=tuple(sentences(wording("did_it_work_else"))), lines_to_write=_LINES_FOR_MORE, picture="write"
    )
    return Section(heading=wording("did_it_work_else_label"), blocks=(told,))


def _block(wording: Wording, key: str, *, picture: str) -> Block:
    return Block(label=wording(f"{key}_label"), sentences=tuple(sentences(wording(key))), picture=picture)
