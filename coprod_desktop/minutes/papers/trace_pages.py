"""The path of an idea on paper: what happened on each day, from the first words to the answer (R35)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.own_picture import OwnPicture
from coprod_desktop.domain.person import Person
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, MinutesContent, Section
from coprod_desktop.minutes.dates_and_amounts import date_words
from coprod_desktop.minutes.papers.frame import Paper, paper_content
from coprod_desktop.minutes.wording import Wording

_FEW = 6
"""With fewer steps it is soon told where it stands."""


@dataclass(frozen=True, kw_only=True)
class PathPart:
    """One thing that happened: its label, what is said of it, and a picture word."""

    day: date
    label: str
    sentences: tuple[str, ...]
    picture: str
    ref: str = ""


@dataclass(frozen=True, kw_only=True)
class PathFacts:
    """What is printed, in order. `first` is how it began, `now` where it stands; `waits` says who has still to hear."""

    title: str
    parts: tuple[PathPart, ...]
    first: PathPart
    now: PathPart
    waits: tuple[str, ...] = ()
    own_pictures: tuple[OwnPicture, ...] = ()


def trace_pages(
    facts: PathFacts, group: Group, people: Sequence[Person], *, wording: Wording, made_on: date
) -> MinutesContent:
    """The pages: a part for each day. `people` is who may be named in them."""
    day = date_words(made_on, wording)
    paper = Paper(
        kind="path",
        title=facts.title,
        cover=(*_about(wording), *_cover(facts, wording)),
        sections=(*_days(facts.parts, wording), *_waiting(facts.waits, wording)),
        date_words=day,
        foot=day,
        own_pictures=facts.own_pictures,
        is_set_close=True,
        begins_at_once=True,
    )
    return paper_content(paper, group, people, wording=wording)


def _about(wording: Wording) -> tuple[Block, ...]:
    return block_run((wording("path_about"),), picture="page", label=wording("path_about_label"))


def _cover(facts: PathFacts, wording: Wording) -> tuple[Block, ...]:
    """How it began and where it stands, for whoever reads only the first page."""
    if len(facts.parts) < _FEW:
        return ()
    now = replace(facts.now, label=wording("path_now_label"))
    return (*_block(facts.first), *_block(now))


def _days(parts: Sequence[PathPart], wording: Wording) -> tuple[Section, ...]:
    """What happened on one day stands under that day; it may come up again when something later led back to it."""
    runs: list[list[PathPart]] = []
    for part in parts:
        if runs and runs[-1][0].day == part.day:
            runs[-1].append(part)
        else:
            runs.append([part])
    return tuple(
        Section(heading=date_words(run[0].day, wording), blocks=tuple(block for part in run for block in _block(part)))
        for run in runs
    )


def _waiting(waits: Sequence[str], wording: Wording) -> tuple[Section, ...]:
    if not waits:
        return ()
    blocks = block_run(waits, picture="wait", label=wording("step_waits_label"))
    return (Section(heading=wording("path_waits_heading"), blocks=blocks),)


def _block(part: PathPart) -> tuple[Block, ...]:
    return block_run(part.sentences, picture=part.picture, label=part.label, ref=part.ref)
