"""Ways in which a good tagged PDF can be spoiled, one by one, and which of the three gates must notice each."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pikepdf

VERA, PAGE, READ_OUT = "veraPDF", "page-validation", "read-out"

Break = Callable[[pikepdf.Pdf], None]


@dataclass(frozen=True)
class Breakage:
    """One way to spoil a file: what it does, to which good file, and who notices."""

    name: str
    spoil: Break
    caught_by: tuple[str, ...]
    base: str = "minutes"


def spoilt(data: bytes, spoil: Break) -> bytes:
    """The file with one thing broken."""
    file = io.BytesIO()
    limits = pikepdf.Permissions(extract=False, modify_annotation=False)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        spoil(pdf)
        if spoil is locked:
            pdf.save(file, encryption=pikepdf.Encryption(owner="secret", user="", R=4, aes=True, allow=limits))
        else:
            pdf.save(file)
    return file.getvalue()


# Finding things


def tags(pdf: pikepdf.Pdf, name: str) -> list[Any]:
    """All tags of a name, in reading order."""
    found: list[Any] = []

    def walk(element: Any) -> None:
        if element.get("/S") == name:
            found.append(element)
        kids = element.get("/K", [])
        for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                walk(kid)

    for top in pdf.Root.StructTreeRoot.K:
        walk(top)
    return found


def _number(element: Any) -> int:
    """The first mark of a tag."""
    kids = element.K
    return int(kids[0] if isinstance(kids, pikepdf.Array) else kids)


def plain(pdf: pikepdf.Pdf) -> list[Any]:
    """Paragraphs that hold one mark of their own and no other tag."""
    return [one for one in tags(pdf, "/P") if isinstance(one.get("/K"), int)]


def rewrite(pdf: pikepdf.Pdf, page: Any, change: Callable[[list[tuple[list[Any], str]]], Any]) -> None:
    steps = [(list(step.operands), str(step.operator)) for step in pikepdf.parse_content_stream(page)]
    changed = change(steps) or steps
    page.Contents = pdf.make_stream(
        pikepdf.unparse_content_stream([(operands, pikepdf.Operator(order)) for operands, order in changed])
    )


def _opens(step: tuple[list[Any], str], number: int) -> bool:
    operands, order = step
    return order == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and operands[1].get("/MCID") == number


def _span(steps: list[tuple[list[Any], str]], number: int) -> tuple[int, int]:
    """Where a mark opens and where it ends."""
    start = next(place for place, step in enumerate(steps) if _opens(step, number))
    depth = 0
    for place in range(start, len(steps)):
        depth += (steps[place][1] in ("BDC", "BMC")) - (steps[place][1] == "EMC")
        if depth == 0:
            return start, place
    raise ValueError(f"mark {number} does not end")


def fonts_of(pdf: pikepdf.Pdf) -> list[Any]:
    return list(pdf.pages[0].Resources.Font.values())


def _link(pdf: pikepdf.Pdf) -> Any:
    return next(note for page in pdf.pages for note in page.get("/Annots", []))


# What the catalogue and the metadata say


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def bad_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = pikepdf.String("not a language")


def another_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = pikepdf.String("fr")


def no_mark_info(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def marked_is_false(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def suspects_is_true(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


def title_is_not_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences["/DisplayDocTitle"]


def no_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def packet_with(part: bytes, instead: bytes = b"") -> Break:
    def spoil(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        assert part in packet
        pdf.Root.Metadata.write(packet.replace(part, instead))

    return spoil


def no_title_in_the_metadata(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    start, end = packet.index(b"<dc:title>"), packet.index(b"</dc:title>") + len(b"</dc:title>")
    pdf.Root.Metadata.write(packet[:start] + packet[end:])


def title_is_a_file_name(pdf: pikepdf.Pdf) -> None:
    old = str(pdf.docinfo["/Title"]).encode()
    pdf.docinfo["/Title"] = "minutes-final2.pdf"
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(old, b"minutes-final2.pdf"))


def no_bookmarks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Outlines


def renamed_bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[1].title = "Something else"


def locked(pdf: pikepdf.Pdf) -> None:
    """Nothing is changed here: the file is locked when it is saved, against all changes and copies."""


# Pages and links


def no_tab_order(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        del page.Tabs


def page_without_way_back(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].StructParents


def link_without_words(pdf: pikepdf.Pdf) -> None:
    del _link(pdf)["/Contents"]


def link_without_parent(pdf: pikepdf.Pdf) -> None:
    del _link(pdf)["/StructParent"]


def link_not_in_its_tag(pdf: pikepdf.Pdf) -> None:
    link = tags(pdf, "/Link")[0]
    link.K = link.K[0]


# The tree


def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def no_parent_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot["/ParentTree"]


def tag_without_parent(pdf: pikepdf.Pdf) -> None:
    del plain(pdf)[0]["/P"]


def unknown_tag(pdf: pikepdf.Pdf) -> None:
    plain(pdf)[0].S = pikepdf.Name("/Absatz")


def tag_names_in_a_ring(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = pikepdf.Dictionary(Eins=pikepdf.Name("/Zwei"), Zwei=pikepdf.Name("/Eins"))
    plain(pdf)[0].S = pikepdf.Name("/Eins")


def parent_tree_leads_elsewhere(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


def tags_dropped(pdf: pikepdf.Pdf) -> None:
    document = tags(pdf, "/Document")[0]
    for place in (8, 7, 6):
        del document.K[place]


def a_mark_that_is_not_there(pdf: pikepdf.Pdf) -> None:
    plain(pdf)[3].K = 9999


def a_mark_in_two_tags(pdf: pikepdf.Pdf) -> None:
    first, second = [one for one in plain(pdf) if one.Pg == plain(pdf)[0].Pg][:2]
    second.K = first.K


def two_tags_swapped(pdf: pikepdf.Pdf) -> None:
    document = tags(pdf, "/Document")[0]
    first, second = document.K[1], document.K[2]
    document.K[1], document.K[2] = second, first


def renamed(old: str, new: str, *, every: bool = False, place: int = 0) -> Break:
    def spoil(pdf: pikepdf.Pdf) -> None:
        found = tags(pdf, old)
        assert found
        for one in found if every else [found[place]]:
            one.S = pikepdf.Name(new)

    return spoil


def all_headings_are_paragraphs(pdf: pikepdf.Pdf) -> None:
    for name in ("/H1", "/H2", "/H3"):
        for one in tags(pdf, name):
            one.S = pikepdf.Name("/P")


def paragraph_in_a_list(pdf: pikepdf.Pdf) -> None:
    entries = tags(pdf, "/LI")
    entries[0].S = pikepdf.Name("/P")


# Pictures


def with_alt(words: str | None) -> Break:
    def spoil(pdf: pikepdf.Pdf) -> None:
        figure = tags(pdf, "/Figure")[0]
        if words is None:
            del figure["/Alt"]
        else:
            figure.Alt = pikepdf.String(words)

    return spoil


# Marks in the drawing orders


def mark_taken_away(pdf: pikepdf.Pdf) -> None:
    """The words stay on the page, in no tag and no decoration."""
    element = plain(pdf)[0]

    def change(steps: list[tuple[list[Any], str]]) -> list[tuple[list[Any], str]]:
        start, end = _span(steps, _number(element))
        return [step for place, step in enumerate(steps) if place not in (start, end)]

    rewrite(pdf, element.Pg, change)


def _around(inner: int, opening: tuple[list[Any], str]) -> Callable[[list[tuple[list[Any], str]]], Any]:
    def change(steps: list[tuple[list[Any], str]]) -> list[tuple[list[Any], str]]:
        start, end = _span(steps, inner)
        close: tuple[list[Any], str] = ([], "EMC")
        return [*steps[:start], opening, *steps[start : end + 1], close, *steps[end + 1 :]]

    return change


def words_inside_decoration(pdf: pikepdf.Pdf) -> None:
    element = plain(pdf)[0]
    rewrite(pdf, element.Pg, _around(_number(element), ([pikepdf.Name("/Artifact")], "BMC")))


def decoration_inside_words(pdf: pikepdf.Pdf) -> None:
    element = plain(pdf)[0]

    def change(steps: list[tuple[list[Any], str]]) -> list[tuple[list[Any], str]]:
        start, end = _span(steps, _number(element))
        opening: tuple[list[Any], str] = ([pikepdf.Name("/Artifact")], "BMC")
        close: tuple[list[Any], str] = ([], "EMC")
        return [*steps[: start + 1], opening, *steps[start + 1 : end], close, *steps[end:]]

    rewrite(pdf, element.Pg, change)


def one_end_too_many(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, pdf.pages[0], lambda steps: [*steps, ([], "EMC")])


def one_end_too_few(pdf: pikepdf.Pdf) -> None:
    def change(steps: list[tuple[list[Any], str]]) -> list[tuple[list[Any], str]]:
        last = max(place for place, step in enumerate(steps) if step[1] == "EMC")
        return [step for place, step in enumerate(steps) if place != last]

    rewrite(pdf, pdf.pages[0], change)


def words_become_decoration(pdf: pikepdf.Pdf) -> None:
    """As if the words were a page number: tag, way back and mark are all gone, and every validator is content."""
    element = plain(pdf)[-1]
    number, page = _number(element), element.Pg

    def change(steps: list[tuple[list[Any], str]]) -> None:
        start, _ = _span(steps, number)
        about = pikepdf.Dictionary(Type=pikepdf.Name("/Pagination"))
        steps[start] = ([pikepdf.Name("/Artifact"), about], "BDC")

    rewrite(pdf, page, change)
    kids = element.P.K
    place = next(place for place, kid in enumerate(kids) if kid.objgen == element.objgen)
    del kids[place]


def spaces_at_line_ends_lost(pdf: pikepdf.Pdf) -> None:
    def change(steps: list[tuple[list[Any], str]]) -> None:
        for operands, order in steps:
            if order == "Tj":
                operands[0] = pikepdf.String(bytes(operands[0]).rstrip(b" "))

    for page in pdf.pages:
        rewrite(pdf, page, change)


def a_word_is_another(pdf: pikepdf.Pdf) -> None:
    """One line says something else: no validator can know."""
    element = plain(pdf)[0]

    def change(steps: list[tuple[list[Any], str]]) -> None:
        start, end = _span(steps, _number(element))
        place = next(place for place in range(start, end) if steps[place][1] == "Tj")
        steps[place] = ([pikepdf.String(b"Yes no yes")], "Tj")

    rewrite(pdf, element.Pg, change)


# Fonts


def no_letters_for_codes(pdf: pikepdf.Pdf) -> None:
    for font in fonts_of(pdf):
        del font["/ToUnicode"]


def font_not_inside(pdf: pikepdf.Pdf) -> None:
    del fonts_of(pdf)[0].FontDescriptor["/FontFile2"]


def wrong_widths(pdf: pikepdf.Pdf) -> None:
    font = fonts_of(pdf)[0]
    font.Widths = pikepdf.Array([int(width) + 111 for width in font.Widths])


def map_with(old: bytes, new: bytes) -> Break:
    def spoil(pdf: pikepdf.Pdf) -> None:
        stream = fonts_of(pdf)[0].ToUnicode
        written = stream.read_bytes()
        assert old in written
        stream.write(written.replace(old, new, 1))

    return spoil


# Tables


def _cells(pdf: pikepdf.Pdf, name: str) -> list[Any]:
    return tags(pdf, name)


def head_cells_become_cells(pdf: pikepdf.Pdf) -> None:
    for one in _cells(pdf, "/TH"):
        one.S = pikepdf.Name("/TD")
        del one["/A"]


def head_cell_without_scope(pdf: pikepdf.Pdf) -> None:
    for one in _cells(pdf, "/TH"):
        del one["/A"]


def ragged_row(pdf: pikepdf.Pdf) -> None:
    row = tags(pdf, "/TR")[1]
    row.K = pikepdf.Array(list(row.K)[:2])


def blocks_become_a_table(pdf: pikepdf.Pdf) -> None:
    """A block tagged as a table of one row without headers, though it only looks like one."""
    document = tags(pdf, "/Document")[0]
    first, second = document.K[5], document.K[6]
    table = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name("/StructElem"), S=pikepdf.Name("/Table"), P=document)
    )
    row = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name("/StructElem"), S=pikepdf.Name("/TR"), P=table))
    table.K = pikepdf.Array([row])
    cells = pikepdf.Array()
    for kid in (first, second):
        cell = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name("/StructElem"), S=pikepdf.Name("/TD"), P=row))
        cell.K = pikepdf.Array([kid])
        kid.P = cell
        cells.append(cell)
    row.K = cells
    document.K[5] = table
    del document.K[6]


_ALL, _VALIDATORS, _OURS = (VERA, PAGE, READ_OUT), (VERA, PAGE), (READ_OUT,)

BREAKAGES = (
    Breakage("no language", no_language, _ALL),
    Breakage("bad language", bad_language, _ALL),
    Breakage("another language", another_language, _OURS),
    Breakage("no mark info", no_mark_info, _VALIDATORS),
    Breakage("marked is false", marked_is_false, _VALIDATORS),
    Breakage("suspects is true", suspects_is_true, _VALIDATORS),
    Breakage("title is not shown", title_is_not_shown, _VALIDATORS),
    Breakage("no metadata", no_metadata, _ALL),
    Breakage("no pdfuaid", packet_with(b"<pdfuaid:part>1</pdfuaid:part>"), _VALIDATORS),
    Breakage("pdfuaid of part 2", packet_with(b"part>1</", b"part>2</"), _VALIDATORS),
    Breakage("no title in the metadata", no_title_in_the_metadata, _ALL),
    Breakage("title is a file name", title_is_a_file_name, _OURS),
    Breakage("no bookmarks", no_bookmarks, _OURS),
    Breakage("renamed bookmark", renamed_bookmark, _OURS),
    Breakage("locked", locked, _OURS),
    Breakage("no tab order", no_tab_order, _VALIDATORS),
    Breakage("page without way back", page_without_way_back, (VERA, READ_OUT)),
    Breakage("link without words", link_without_words, _ALL),
    Breakage("link without parent", link_without_parent, _ALL),
    Breakage("link not in its tag", link_not_in_its_tag, _OURS),
    Breakage("no tree", no_tree, _ALL),
    Breakage("no parent tree", no_parent_tree, _ALL),
    Breakage("tag without parent", tag_without_parent, _VALIDATORS),
    Breakage("unknown tag", unknown_tag, _ALL),
    Breakage("tag names in a ring", tag_names_in_a_ring, _ALL),
    Breakage("parent tree leads elsewhere", parent_tree_leads_elsewhere, _OURS),
    Breakage("tags dropped", tags_dropped, _OURS),
    Breakage("a mark that is not there", a_mark_that_is_not_there, _OURS),
    Breakage("a mark in two tags", a_mark_in_two_tags, _OURS),
    Breakage("two tags swapped", two_tags_swapped, _OURS),
    Breakage("heading level left out", renamed("/H2", "/H3"), _ALL),
    Breakage("no H1 first", renamed("/H1", "/H2"), _ALL),
    Breakage("all headings are paragraphs", all_headings_are_paragraphs, _OURS),
    Breakage("paragraph in a list", paragraph_in_a_list, _VALIDATORS),
    Breakage("list body missing", renamed("/LBody", "/P"), _ALL),
    Breakage("picture is a paragraph", renamed("/Figure", "/P"), _OURS),
    Breakage("picture without words", with_alt(None), _ALL),
    Breakage("picture with empty words", with_alt(""), _ALL),
    Breakage("picture words are a file name", with_alt("IMG_2041.svg"), _OURS),
    Breakage("mark taken away", mark_taken_away, _ALL),
    Breakage("words inside decoration", words_inside_decoration, _VALIDATORS),
    Breakage("decoration inside words", decoration_inside_words, _VALIDATORS),
    Breakage("one end too many", one_end_too_many, _OURS),
    Breakage("one end too few", one_end_too_few, (VERA, READ_OUT)),
    Breakage("words become decoration", words_become_decoration, _OURS),
    Breakage("spaces at line ends lost", spaces_at_line_ends_lost, _OURS),
    Breakage("a word is another", a_word_is_another, _OURS),
    Breakage("no letters for codes", no_letters_for_codes, _ALL),
    Breakage("font not inside", font_not_inside, _VALIDATORS),
    Breakage("wrong widths", wrong_widths, _VALIDATORS),
    Breakage("code that means U+0000", map_with(b"<61> <0061>", b"<61> <0000>"), _ALL),
    Breakage("code with five digits", map_with(b"<61> <0061>", b"<61> <1F600>"), (PAGE, READ_OUT)),
    Breakage("blocks become a table", blocks_become_a_table, _OURS),
    Breakage("head cells become cells", head_cells_become_cells, _OURS, base="table"),
    Breakage("head cell without scope", head_cell_without_scope, _VALIDATORS, base="table"),
    Breakage("ragged row", ragged_row, _ALL, base="table"),
)
