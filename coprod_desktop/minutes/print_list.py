"""The list for whoever prints, and the sheet that stands before each copy.

Both hold only what that person needs to print and hand out: copy number, name as minutes may name it, paper, pages,
sheets and staples. No format, no size of letters and no need stands beside a name (DP-04).
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coprod_desktop.minutes.blocks import Block, MinutesContent, Section
from coprod_desktop.minutes.document_facts import DocumentFacts
from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.large_print import render_large_print
from coprod_desktop.minutes.page_builder import PdfFile
from coprod_desktop.minutes.passages import Passage
from coprod_desktop.minutes.styles import PageStyles
from coprod_desktop.minutes.tagged_pdf import TaggedCanvas
from coprod_desktop.minutes.typesetting import Typesetter
from coprod_desktop.minutes.wording import Wording

LIST_SIZE_PT = 14.0
"""The size of the letters on the list, in points: clear print (LP-01)."""

_NAME_PT, _SHEET_PT = 40.0, 20.0
_SHEET_LEADING = 1.25
_GAP = 0.6
_SHARE_OF_THE_PAGE_FOR_A_NAME = 0.5


@dataclass(frozen=True, kw_only=True)
class ListedCopy:
    """One line of the list. `name` is empty for a person who did not want to be named; `file_name` for paper."""

    number: str
    name: str
    page_count: int = 0
    sheets: int = 0
    copies: int = 1
    is_bound: bool = False
    file_name: str = ""


@dataclass(frozen=True, kw_only=True)
class ListedPart:
    """A heading of the list with the copies under it, such as a paper, a print run or the files to send."""

    heading: str
    copies: tuple[ListedCopy, ...]


@dataclass(frozen=True, kw_only=True)
class PrintListFacts:
    """What the list says of the whole pack."""

    title: str
    group_name: str
    about: str
    totals: tuple[str, ...] = ()
    sheets_by_paper: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()


class PrintListMaker:
    """Makes the list and the sheets between copies."""

    def __init__(self, wording: Wording, language: str, fonts: Fonts, styles: PageStyles) -> None:
        self._wording, self._language = wording, language
        self._fonts, self._styles = fonts, styles

    def printed_list(self, facts: PrintListFacts, parts: Sequence[ListedPart]) -> PdfFile:
        """The list as tagged pages."""
        content = self._content(facts, self._cover(facts), self._sections(parts))
        return render_large_print(content, fonts=self._fonts, styles=self._styles, size_pt=LIST_SIZE_PT)

    def sheet(self, copy: ListedCopy, about: str) -> PdfFile:
        """The sheet before a copy: for whom it is, in letters that can be read across a table."""
        style = self._styles.large_print
        typesetter = Typesetter(
            self._content(PrintListFacts(title="", group_name="", about=about), (), ()),
            style,
            self._fonts,
            size=_SHEET_PT,
            leading=_SHEET_PT * _SHEET_LEADING,
            weak_ends=frozenset(),
        )
        left, right = style.margins(_SHEET_PT, bound=False)
        passages = self._sheet_passages(typesetter, copy, about, style.page_size[0] - left - right)
        title = self._wording("pack_copy", number=copy.number)
        facts = DocumentFacts(title=title, author="-", language=self._language)
        file = io.BytesIO()
        canvas = TaggedCanvas(
            file,
            tree=typesetter.root,
            facts=facts,
            pagesize=style.page_size,
            initialFontName=self._fonts.regular.name,
        )
        top = style.page_size[1] - left
        for passage in passages:
            passage.draw(canvas, left, top)
            top -= passage.height + _GAP * _SHEET_PT
        canvas.save()
        return PdfFile(file.getvalue(), 1)

    def _sheet_passages(self, typesetter: Typesetter, copy: ListedCopy, about: str, width: float) -> Iterator[Passage]:
        size = self._name_size(typesetter, copy, width)
        heading = typesetter.passage(
            typesetter.root,
            "H1",
            self._copy_words(copy),
            width,
            size=size,
            leading=size * _SHEET_LEADING,
            bold=True,
        )
        words = [about, *self._copy_facts(copy), *self._take_off()]
        plain = [typesetter.passage(typesetter.root, "P", text, width) for text in words]
        yield from (passage for passage in (heading, *plain) if passage)

    def _name_size(self, typesetter: Typesetter, copy: ListedCopy, width: float) -> float:
        """Smaller letters for a name that would not fit on half the sheet."""
        room = self._styles.large_print.page_size[1] * _SHARE_OF_THE_PAGE_FOR_A_NAME
        words = self._copy_words(copy)
        letters = max(len(words), 1)
        fitting: float = (room * width / (letters * _SHEET_LEADING)) ** 0.5
        widest: float = typesetter.breaker.widest_word(words, bold=True)
        return max(_SHEET_PT, min(_NAME_PT, fitting, width / max(widest, 1.0)))

    def _take_off(self) -> tuple[str, ...]:
        return self._wording("pack_take_off_label"), self._wording("pack_take_off")

    def _copy_words(self, copy: ListedCopy) -> str:
        if copy.name:
            return self._wording("pack_copy_for", number=copy.number, name=copy.name)
        return self._wording("pack_copy", number=copy.number)

    def _copy_facts(self, copy: ListedCopy) -> Iterator[str]:
        wording = self._wording
        if not copy.name:
            yield wording("pack_nobody_named")
        if copy.file_name:
            yield wording("pack_send", file=copy.file_name)
            return
        pages, sheets = wording.count("pack_pages", copy.page_count), wording.count("pack_sheets", copy.sheets)
        yield wording("pack_pages_on_sheets", pages=pages, sheets=sheets)
        if copy.copies > 1:
            yield wording.count("pack_print_times", copy.copies)
        if copy.is_bound:
            yield wording("pack_staple")

    def _cover(self, facts: PrintListFacts) -> Iterator[Block]:
        wording = self._wording
        yield _block(wording("pack_how_many_label"), facts.totals)
        if facts.sheets_by_paper:
            yield _block(wording("pack_paper_label"), items=facts.sheets_by_paper)
        yield _block(wording("pack_advice_label"), items=facts.advice)
        yield _block(wording("pack_keep_label"), (wording("pack_keep"), wording("pack_keep_tear")))

    def _sections(self, parts: Iterable[ListedPart]) -> Iterator[Section]:
        for part in parts:
            blocks = tuple(
                _block(self._copy_words(copy), tuple(self._copy_facts(copy)), ref=f"copy-{copy.number}")
                for copy in part.copies
            )
            yield Section(heading=part.heading, blocks=blocks)

    def _content(self, facts: PrintListFacts, cover: Iterable[Block], sections: Iterable[Section]) -> MinutesContent:
        wording = self._wording
        return MinutesContent(
            title=facts.title,
            group_name=facts.group_name,
            date_words=facts.about,
            foot_words=wording("pack_foot"),
            record_number="",
            language=self._language,
            draft_words="",
            contents_heading=wording("contents_heading"),
            page_word=wording("pack_list_page"),
            cover=tuple(cover),
            sections=tuple(sections),
        )


def _block(label: str, sentences: tuple[str, ...] = (), *, items: tuple[str, ...] = (), ref: str = "") -> Block:
    return Block(label=label, sentences=sentences, items=items, picture="", ref=ref)
