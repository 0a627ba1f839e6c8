"""Minutes as lines to be heard: the paragraphs of the plain text, each line with what it is (PT-09, PT-10)."""

from collections.abc import Iterator
from dataclasses import dataclass

from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.plain_text import Paragraph, paragraphs
from coprod_desktop.speech.audio_script import spoken_lines
from coprod_desktop.speech.minutes_lines import LineKind, MinutesLine, SpokenLine

_DASH = "- "


@dataclass(frozen=True, kw_only=True)
class SpokenMinutes:
    """Every line as it is said, and what a player shows; made once, then read by any thread."""

    lines: tuple[SpokenLine, ...]
    language: str
    title: str
    group_name: str


def spoken_minutes(content: MinutesContent) -> SpokenMinutes:
    """The same lines in the same order as the plain text has."""
    return SpokenMinutes(
        lines=spoken_lines(minutes_lines(content), content.language),
        language=content.language,
        title=f"{content.title}, {content.date_words}",
        group_name=content.group_name,
    )


def minutes_lines(content: MinutesContent) -> tuple[MinutesLine, ...]:
    """The lines of the plain text, the title first; an item of a list comes without its dash."""
    return tuple(line for number, told in enumerate(paragraphs(content)) for line in _lines(told, is_first=number == 0))


def _lines(told: Paragraph, *, is_first: bool) -> Iterator[MinutesLine]:
    last = len(told.lines) - 1
    for number, text in enumerate(told.lines):
        if is_first and number == 0:
            kind = LineKind.TITLE
        elif number == last:
            kind = _last_kind(told)
        else:
            kind = LineKind.ITEM if text.startswith(_DASH) else LineKind.SENTENCE
        yield MinutesLine(text=text.removeprefix(_DASH), kind=kind)


def _last_kind(told: Paragraph) -> LineKind:
    if told.is_heading:
        return LineKind.HEADING
    return LineKind.DECISION_END if told.ends_decision else LineKind.BLOCK_END
