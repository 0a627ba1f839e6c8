"""The minutes as plain text, for a screen reader, a braille printer or an email (PT-01 to PT-08)."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from coprod_desktop.minutes.blocks import Block, BlockRole, MinutesContent, Section
from coprod_desktop.minutes.sentences import ended, sentences, tidy

_JOINERS = "\u200c\u200d"
_END_MARKS = ".!?…。！？؟।\"'”’)]:;,"


def render_plain_text(content: MinutesContent, *, with_picture_words: bool = False) -> str:
    """The whole text. `with_picture_words` says before each block what its picture shows (PT-06)."""
    parts: list[Sequence[str]] = [_top(content), ("", *_contents(content))]
    parts += _blocks(content.cover, content, with_picture_words=with_picture_words)
    for section in content.sections:
        parts.append(("", _heading(section)))
        parts += _blocks(section.blocks, content, with_picture_words=with_picture_words)
    parts.append((content.end_words,))
    return "\n\n".join("\n".join(_plain(line) for line in part) for part in parts if part) + "\n"


def _top(content: MinutesContent) -> tuple[str, ...]:
    lines = (content.title, content.group_name, content.date_words, content.place, *sentences(content.draft_words))
    return tuple(line for line in lines if line)


def _contents(content: MinutesContent) -> Iterator[str]:
    yield content.contents_heading
    yield ""
    yield content.contents_count
    for section in content.sections:
        heading = _heading(section)
        yield f"- {heading}: {section.summary}" if section.summary else f"- {heading}"


def _heading(section: Section) -> str:
    """ "2. What we decided": numbered words, the same number as in every other format (PT-03, LP-13)."""
    heading = tidy(section.heading)
    return f"{section.number}. {heading}" if section.number else heading


def _blocks(blocks: Iterable[Block], content: MinutesContent, *, with_picture_words: bool) -> Iterator[tuple[str, ...]]:
    """The lines of each block; one that continues another is joined to it."""
    lines: list[str] = []
    for block in blocks:
        if lines and not block.continues:
            yield tuple(lines)
            lines = []
        if with_picture_words and not block.continues:
            lines.append(f"{content.picture_label}: {block.alt or block.picture}")
        _add(lines, block)
    if lines:
        yield tuple(lines)


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
