"""Which drawn marks of a page are in a tag, which are decoration, and which are in neither (PDF-03, PDF-10)."""

from dataclasses import dataclass, field
from typing import Any

_WORDS = frozenset(("Tj", "TJ", "'", '"'))
_PAINTS = _WORDS | frozenset(("Do", "EI", "sh", "S", "s", "F", "f", "f*", "B", "B*", "b", "b*", "INLINE IMAGE"))
_OPENS = frozenset(("BDC", "BMC"))


@dataclass(slots=True)
class PageStream:
    """What the drawing orders of one page say of its marks."""

    marks: list[int] = field(default_factory=list)
    untagged: int = 0
    nested: int = 0
    unbalanced: bool = False
    words_of_no_page: int = 0
    """Words that are marked as decoration, but not as standing on every page."""
    pictures: dict[int, list[str]] = field(default_factory=dict)
    """The names of the pictures that are drawn in each mark."""


def read_stream(page: Any) -> PageStream:
    """Reads the orders of one open pikepdf page. Raises pikepdf.PdfError for orders that cannot be read."""
    import pikepdf

    found = PageStream()
    open_now: list[tuple[str, int, str]] = []
    for step in pikepdf.parse_content_stream(page):
        operands, order = step.operands, str(step.operator)
        if order in _OPENS:
            opened = _opened(page, operands)
            _note_opening(found, open_now, opened)
            open_now.append(opened)
        elif order == "EMC":
            found.unbalanced = found.unbalanced or not open_now
            open_now = open_now[:-1]
        elif order in _PAINTS:
            _note_paint(found, open_now, order, operands)
    found.unbalanced = found.unbalanced or bool(open_now)
    return found


def _opened(page: Any, operands: Any) -> tuple[str, int, str]:
    """Kind, number of the mark (-1 for none) and sub-type of what a marking order opens."""
    name = str(operands[0])
    about = operands[1] if len(operands) > 1 else {}
    if not hasattr(about, "get") or str(about).startswith("/"):
        about = page.get("/Resources", {}).get("/Properties", {}).get(str(about), {})
    number = int(about.get("/MCID", -1))
    if name == "/Artifact":
        return "decoration", -1, str(about.get("/Type", ""))
    return ("mark" if number >= 0 else "span"), number, ""


def _note_opening(found: PageStream, open_now: list[tuple[str, int, str]], opened: tuple[str, int, str]) -> None:
    if opened[0] == "mark":
        found.marks.append(opened[1])
    if opened[0] != "span" and any(kind != "span" for kind, _, _ in open_now):
        found.nested += 1


def _note_paint(found: PageStream, open_now: list[tuple[str, int, str]], order: str, operands: Any) -> None:
    holder = next((one for one in reversed(open_now) if one[0] != "span"), None)
    if holder is None:
        found.untagged += 1
    elif holder[0] == "decoration":
        found.words_of_no_page += order in _WORDS and holder[2] != "/Pagination"
    elif order == "Do":
        found.pictures.setdefault(holder[1], []).append(str(operands[0]))
