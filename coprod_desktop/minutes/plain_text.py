"""The minutes as plain text, for a screen reader, a braille printer or an email (PT-01 to PT-08)."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coprod_desktop.minutes.blocks import NO_PICTURE, Block, BlockRole, MinutesContent, without_pictures
from coprod_desktop.minutes.page_mentions import heading_words, with_parts
from coprod_desktop.minutes.sentences import ended, sentences, tidy

_BEGINS_SOMETHING_ELSE = (BlockRole.DECISION, BlockRole.IDEA, BlockRole.ASKED, BlockRole.ACTION)
_JOINERS = "\u200c\u200d"
_END_MARKS = ".!?…。！？؟।\"'”’)]:;,"


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Lines that stand together; `ends_decision` after the words of a decision and after all that is told of it."""

    lines: tuple[str, ...]
    is_heading: bool = False
    ends_decision: bool = False


def render_plain_text(content: MinutesContent, *, with_picture_words: bool = False) -> str:
    """The whole text. `with_picture_words` says before each block what its picture shows (PT-06)."""
    told = paragraphs(content, with_picture_words=with_picture_words)
    # One more empty line before a heading than between blocks (PT-02).
    parts = ("\n".join(("", *one.lines) if one.is_heading else one.lines) for one in told)
    return "\n\n".join(parts) + "\n"


def paragraphs(content: MinutesContent, *, with_picture_words: bool = False) -> Iterator[Paragraph]:
    """The same text before it is joined, for the audio script too (PT-09)."""
    content = content if with_picture_words else without_pictures(content)
    yield _paragraph(_top(content))
    if content.sections:
        yield _paragraph((content.contents_heading,), is_heading=True)
        yield _paragraph(_contents(content))
    yield from _blocks(content.cover, content, with_picture_words=with_picture_words)
    if content.for_you:
        yield _paragraph((tidy(content.for_you.heading),), is_heading=True)
        yield from _blocks(content.for_you.blocks, content, with_picture_words=with_picture_words)
    for section in content.sections:
        yield _paragraph((heading_words(section),), is_heading=True)
        yield from _blocks(section.blocks, content, with_picture_words=with_picture_words)
    yield _paragraph((content.end_words,))


def _paragraph(lines: Iterable[str], *, is_heading: bool = False, ends_decision: bool = False) -> Paragraph:
    plain = tuple(_plain(line) for line in lines)
    return Paragraph(lines=plain, is_heading=is_heading, ends_decision=ends_decision)


def _top(content: MinutesContent) -> tuple[str, ...]:
    lines = (content.title, content.group_name, content.date_words, content.place, *sentences(content.draft_words))
    return tuple(line for line in lines if line)


def _contents(content: MinutesContent) -> Iterator[str]:
    yield content.contents_count
    for section in content.sections:
        heading = heading_words(section)
        yield f"- {heading}: {section.summary}" if section.summary else f"- {heading}"


def _blocks(blocks: Iterable[Block], content: MinutesContent, *, with_picture_words: bool) -> Iterator[Paragraph]:
    """The lines of each block; one that continues another is joined to it."""
    runs = _runs(blocks)
    is_told = False
    for run, following in zip(runs, (*runs[1:], None), strict=True):
        lines: list[str] = []
        if with_picture_words and run[0].picture != NO_PICTURE:
            lines.append(f"{content.picture_label}: {run[0].alt or run[0].picture}")
        for block in run:
            _add(lines, with_parts(block, content.sections))
        is_decision = run[0].role is BlockRole.DECISION
        is_told = is_decision or (is_told and run[0].role not in _BEGINS_SOMETHING_ELSE)
        is_last = following is None or following[0].role in _BEGINS_SOMETHING_ELSE
        if lines:
            yield _paragraph(lines, ends_decision=is_decision or (is_told and is_last))


def _runs(blocks: Iterable[Block]) -> list[list[Block]]:
    """Each block with those that continue it."""
    runs: list[list[Block]] = []
    for block in blocks:
        if runs and block.continues:
            runs[-1].append(block)
        else:
            runs.append([block])
    return runs


def _add(lines: list[str], block: Block) -> None:
    said = [tidy(line) for line in block.sentences]
    if block.continues and said and lines and _is_unfinished(lines[-1]):
        lines[-1] = f"{lines[-1]} {said.pop(0)}"
    if block.label and (block.role is BlockRole.DECISION or block.label.endswith("?") or not said):
        lines.append(block.label if block.label.endswith("?") else f"{block.label}.")
    elif block.label:
        lines.append(f"{block.label}: {said.pop(0)}")
    lines += said
    lines += [f"- {tidy(line)}" for line in block.items]
    if block.answers:
        _add_answers(lines, block)


def _add_answers(lines: list[str], block: Block) -> None:
    """The question and its answers in one line: "Is this right? Yes, No, Talk to me." (ER-38)."""
    answers = ended(", ".join(tidy(answer) for answer in block.answers))
    if lines and lines[-1].endswith("?"):
        lines[-1] = f"{lines[-1]} {answers}"
    else:
        lines.append(answers)


def _is_unfinished(line: str) -> bool:
    """Whether a sentence was cut because one block could not hold it; every whole one has an end mark."""
    return not line.startswith("- ") and line[-1] not in _END_MARKS


def _plain(line: str) -> str:
    """Without tabs, odd spaces or letters that nobody can see, but for the joiners that a script needs (PT-01)."""
    kept = (letter for letter in line if letter in _JOINERS or unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    return tidy("".join(kept)) if line else line
