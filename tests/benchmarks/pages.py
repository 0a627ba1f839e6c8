"""Pages: 200 decisions as easy read against a bare canvas that draws the same lines and pictures."""

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from coprod_desktop.minutes.blocks import Block, BlockRole, MinutesContent, Section
from coprod_desktop.minutes.easy_read import render_easy_read
from coprod_desktop.minutes.fonts import load_fonts
from coprod_desktop.minutes.pictures import Pictures
from coprod_desktop.minutes.styles import load_page_styles
from coprod_desktop.paths import templates_folder
from tests.benchmarks.canvas_script import acts_of, draw
from tests.benchmarks.report import Measure, ratio_of_rounds

NAMES = ("pages",)
DECISIONS = 200
CHAPTERS = 20
ROUNDS = 5

_PICTURES = ("bus", "food", "quiet", "letter", "phone", "garden", "music", "money")
_SENTENCES = ("The first new shelter is at the library.", "It has seats with arms.", "The timetable has a light.")


def measure() -> list[Measure]:
    """Make the book and draw the same pages with a bare canvas, in turns; CPU time of both."""
    with TemporaryDirectory() as folder:
        fonts, styles = load_fonts(Path(folder)), load_page_styles(templates_folder())
        content = _content()

        def book() -> object:
            pictures = Pictures(templates_folder())
            return render_easy_read(content, fonts=fonts, pictures=pictures, styles=styles)

        acts = acts_of(book, fonts, Pictures(templates_folder()))
        rounds = [(_cpu(book), _cpu(lambda: draw(acts))) for _ in range(ROUNDS + 1)][1:]
    ratio = ratio_of_rounds([ours for ours, _ in rounds], [floor for _, floor in rounds])
    return [Measure("pages", ratio, 2.2, "a bare canvas that draws the same lines and pictures")]


def _cpu(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def _content() -> MinutesContent:
    each = DECISIONS // CHAPTERS
    return MinutesContent(
        title="Minutes of our meeting",
        group_name="Bus stops working group",
        date_words="Tuesday 24 November 2026",
        foot_words="Meeting on Tuesday 24 November 2026",
        record_number="Record number 214",
        language="en-GB",
        draft_words="Not finished. Please check it.",
        contents_heading="What is inside",
        page_word="Page",
        cover=(Block(sentences=("You can ask someone to help you read this.",), picture="help", alt="Two people."),),
        sections=tuple(
            Section(
                heading="What shall we do?",
                number=str(chapter + 1),
                blocks=tuple(part for number in range(each) for part in _decision(chapter * each + number)),
            )
            for chapter in range(CHAPTERS)
        ),
        protected=("Amina Yusuf", "Eduardo Ramos"),
    )


def _decision(number: int) -> tuple[Block, ...]:
    ref = f"decision-{number}"
    picture = _PICTURES[number % len(_PICTURES)]
    said = _SENTENCES[: 1 + number % len(_SENTENCES)]
    return (
        Block(label="We agreed", sentences=said, picture=picture, alt="", role=BlockRole.DECISION, ref=ref),
        Block(label="Idea from", sentences=("Amina Yusuf.",), picture="idea", alt="", role=BlockRole.PROPOSER, ref=ref),
        Block(
            label="Who will do it",
            sentences=("Eduardo Ramos will ask the council.",),
            picture="promise",
            alt="",
            role=BlockRole.OWNER,
            ref=ref,
        ),
        Block(
            label="By when",
            sentences=("Tuesday 8 December 2026.",),
            picture="calendar",
            alt="",
            role=BlockRole.DUE,
            ref=ref,
        ),
    )
