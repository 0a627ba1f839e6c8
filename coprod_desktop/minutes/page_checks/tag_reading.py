"""The tags of a finished PDF, read back the way a screen reader goes through them (PDF-02, PDF-04)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_DEEPEST = 40
"""Tags inside tags beyond this go round in a ring."""

Mark = tuple[int, int]


@dataclass(eq=False, slots=True)
class Tag:
    """One tag: its name as written, what it says of itself, the marks it holds as (page, number), and its kids."""

    name: str
    alt: str = ""
    language: str = ""
    has_box: bool = False
    box: tuple[float, ...] = ()
    scope: str = ""
    marks: list[Mark] = field(default_factory=list)
    links: int = 0
    parent: "Tag | None" = None
    kids: list["Tag"] = field(default_factory=list)

    def all(self) -> Iterator["Tag"]:
        """This tag and all in it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.all()

    def is_in(self, *names: str) -> bool:
        """Whether it stands, at any depth, in one of these tags."""
        above = self.parent
        while above:
            if above.name in names:
                return True
            above = above.parent
        return False

    @property
    def page(self) -> int:
        """The page on which it begins, from 0; that of its first kid where it draws nothing itself, else -1."""
        return next((tag.marks[0][0] for tag in self.all() if tag.marks), -1)


@dataclass(slots=True)
class TagTree:
    """All tags of one document, how often each mark is in one, and what is wrong with the way to them."""

    top: list[Tag]
    used: Counter[Mark] = field(default_factory=Counter)
    links: Counter[Any] = field(default_factory=Counter)
    wrong_ways_back: list[int] = field(default_factory=list)
    pages_without_way: list[int] = field(default_factory=list)
    unknown_names: list[tuple[str, int]] = field(default_factory=list)
    goes_round: bool = False

    def all(self) -> Iterator[Tag]:
        for tag in self.top:
            yield from tag.all()


def read_tags(pdf: Any) -> TagTree:
    """Walks all tags of an open pikepdf file; a file with none gives an empty tree."""
    reader = _TagReader(pdf)
    root = pdf.Root.get("/StructTreeRoot")
    if root is None:
        return reader.tree
    for kid in _kids(root):
        if _is_tag(kid):
            reader.tree.top.append(reader.tag(kid, None, 0))
    return reader.tree


class _TagReader:
    """Goes through the tree once and follows each mark back to its tag."""

    def __init__(self, pdf: Any) -> None:
        self.tree = TagTree([])
        self._pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        self._ways = [_way(page) for page in pdf.pages]
        self._rows = _parent_rows(pdf)
        self._roles = pdf.Root.get("/StructTreeRoot", {}).get("/RoleMap", {})
        self.tree.pages_without_way = [number for number, way in enumerate(self._ways) if way not in self._rows]

    def tag(self, element: Any, parent: Tag | None, depth: int) -> Tag:
        tag = _bare_tag(element, self._name(element), parent)
        if depth > _DEEPEST:
            self.tree.goes_round = True
            return tag
        page = self._pages.get(_objgen(element.get("/Pg")), -1)
        for kid in _kids(element):
            self._kid(kid, element, tag, page, depth)
        return tag

    def _name(self, element: Any) -> str:
        """The name of a tag; a name of one's own stands for the one that the role map gives it."""
        name = str(element.get("/S", "/"))[1:]
        for _ in range(3):
            other = self._roles.get(f"/{name}")
            if other is None:
                return name
            name = str(other)[1:]
        self.tree.goes_round = True
        return name

    def _kid(self, kid: Any, element: Any, tag: Tag, page: int, depth: int) -> None:
        if isinstance(kid, int):
            self._mark(kid, page, element, tag)
        elif _is_tag(kid):
            tag.kids.append(self.tag(kid, tag, depth + 1))
        elif str(kid.get("/Type", "")) == "/OBJR":
            tag.links += 1
            self.tree.links[_objgen(kid.get("/Obj"))] += 1
            self._follow_link(kid.get("/Obj"), element, page)
        elif "/MCID" in kid:
            other = self._pages.get(_objgen(kid.get("/Pg")), page)
            self._mark(int(kid.MCID), other, element, tag)

    def _mark(self, number: int, page: int, element: Any, tag: Tag) -> None:
        tag.marks.append((page, number))
        self.tree.used[page, number] += 1
        row = self._rows.get(self._ways[page]) if 0 <= page < len(self._ways) else None
        if row is None:
            return
        if not isinstance(row, list) or not 0 <= number < len(row) or row[number] != element.objgen:
            self.tree.wrong_ways_back.append(page)

    def _follow_link(self, link: Any, element: Any, page: int) -> None:
        key = link.get("/StructParent") if link is not None else None
        if key is None or self._rows.get(int(key)) != element.objgen:
            self.tree.wrong_ways_back.append(page)


def _bare_tag(element: Any, name: str, parent: Tag | None) -> Tag:
    about = element.get("/A", {})
    parts = list(about) if _is_array(about) else [about]
    box = next((part["/BBox"] for part in parts if "/BBox" in part), None)
    scope = next((str(part["/Scope"]) for part in parts if "/Scope" in part), "")
    return Tag(
        name,
        alt=str(element.get("/Alt", "")),
        language=str(element.get("/Lang", "")),
        has_box=box is not None,
        box=tuple(float(side) for side in box) if box is not None else (),
        scope=scope,
        parent=parent,
    )


def _is_tag(thing: Any) -> bool:
    return not isinstance(thing, int) and "/S" in thing and str(thing.get("/Type", "/StructElem")) == "/StructElem"


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if _is_array(kids) else [kids]


def _is_array(thing: Any) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Array)


def _objgen(thing: Any) -> Any:
    return getattr(thing, "objgen", None)


def _way(page: Any) -> int:
    return int(page.get("/StructParents", -1))


def _parent_rows(pdf: Any) -> dict[int, Any]:
    """From each number of the parent tree to a tag, or to the tags of one page's marks."""
    tree = pdf.Root.get("/StructTreeRoot", {}).get("/ParentTree")
    rows: dict[int, Any] = {}
    waiting = [tree] if tree is not None else []
    while waiting:
        node = waiting.pop()
        waiting.extend(node.get("/Kids", []))
        numbers = list(node.get("/Nums", []))
        for key, value in zip(numbers[::2], numbers[1::2], strict=False):
            rows[int(key)] = [_objgen(one) for one in value] if _is_array(value) else _objgen(value)
    return rows
