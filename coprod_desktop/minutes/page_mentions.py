""" "Your idea is on page 6": where else the minutes tell of something, as a page number or as the name of a part."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from coprod_desktop.minutes.blocks import Block, MinutesContent, Section, See

_WIDEST_PAGE = "888"

PageOf = Callable[[str], int | None]
"""The page on which something with this id is told, None if it is told nowhere."""


def page_line(see: See, page_of: PageOf) -> str:
    """The line with its page numbers; empty if nothing of it is told in these pages."""
    pages = sorted({page for page in map(page_of, see.refs) if page})
    if not pages:
        return ""
    words = see.on_page if len(pages) == 1 else see.on_pages
    return words.replace("{page}", _joined([str(page) for page in pages], see))


def widest_line(see: See) -> str:
    """The line with the widest numbers that it may need, for which room must be kept."""
    words = see.on_page if len(see.refs) == 1 else see.on_pages
    return words.replace("{page}", _joined([_WIDEST_PAGE] * len(see.refs), see))


def with_pages(block: Block, page_of: PageOf) -> Block:
    """The block as it is printed: its mentions are sentences and list items like all others."""
    return _with_lines(block, [(see, page_line(see, page_of)) for see in block.see])


def with_room_for_pages(block: Block) -> Block:
    """The block with the widest numbers, which are filled in when the pages are known."""
    return _with_lines(block, [(see, widest_line(see)) for see in block.see])


def only_known(block: Block, known: Collection[str]) -> Block:
    """The block without mentions of what these pages do not tell."""
    seen = (replace(see, refs=tuple(ref for ref in see.refs if ref in known)) for see in block.see)
    return replace(block, see=tuple(see for see in seen if see.refs))


def refs_of(content: MinutesContent) -> frozenset[str]:
    """The ids of all that the minutes tell."""
    blocks = (block.ref for section in content.sections for block in section.blocks if not block.see)
    return frozenset((*blocks, *(section.ref for section in content.sections))) - {""}


def with_parts(block: Block, sections: Sequence[Section]) -> Block:
    """The block for text without pages: the name of the part of the minutes stands for the page (LP-13)."""
    return _with_lines(block, [(see, _part_line(see, sections)) for see in block.see])


def heading_words(section: Section) -> str:
    """The heading with its number, the same in every format: "2. What we decided" (PT-03, LP-13)."""
    number = f"{section.number}." if section.number and section.number[-1].isdigit() else section.number
    return " ".join(f"{number} {section.heading}".split())


def _part_line(see: See, sections: Sequence[Section]) -> str:
    told = [heading_words(section) for section in sections if _tells(section, see.refs)]
    return see.in_part.replace("{part}", _joined(told, see)) if told else ""


def _joined(words: Sequence[str], see: See) -> str:
    return see.last_joiner.join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _tells(section: Section, refs: Iterable[str]) -> bool:
    known = {section.ref, *(block.ref for block in section.blocks if not block.see)}
    return any(ref in known for ref in refs)


def _with_lines(block: Block, lines: Sequence[tuple[See, str]]) -> Block:
    said = tuple(line for see, line in lines if line and not see.is_item)
    items = tuple(line for see, line in lines if line and see.is_item)
    return replace(block, sentences=(*block.sentences, *said), items=(*block.items, *items), see=())
