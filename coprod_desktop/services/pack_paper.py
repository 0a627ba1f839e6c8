"""What of a print pack goes on paper beside the copies: the list, and runs with a sheet before each copy."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.minutes.document_facts import DocumentFacts
from coprod_desktop.minutes.page_builder import PdfFile
from coprod_desktop.minutes.print_list import ListedCopy, ListedPart, PrintListFacts, PrintListMaker
from coprod_desktop.minutes.print_run import Piece, PrintRun, print_run
from coprod_desktop.services.pack_copies import Copy
from coprod_desktop.services.pack_plan import Goes, HowMade, PackLine, PackPlan, Sides
from coprod_desktop.services.pack_runs import only, runs_of
from coprod_desktop.services.pack_words import PackWording, papers_in_order


@dataclass(frozen=True, kw_only=True)
class PackPaper:
    """Makes the list and the runs of one plan, whose pages were counted.

    `files_to_send` are the names of files by the numbers of their lines.
    """

    plan: PackPlan
    files_to_send: Mapping[int, str]
    wording: PackWording
    about: str
    group_name: str
    language: str
    lists: PrintListMaker

    def printed_list(self, how: HowMade) -> PdfFile:
        """The list of all copies, in the order in which they are printed, and of all files to send."""
        facts = self._facts(self.plan, self._word("pack_list_title"), how)
        return self.lists.printed_list(facts, list(self._parts(how)))

    def run(self, number: int, lines: Sequence[PackLine], copy_of: Callable[[PackLine], Copy]) -> PrintRun:
        """One run: its own list in front, then a sheet and a copy for each line."""
        title = self._word("pack_run_title", number=str(number))
        part = ListedPart(heading=self._run_heading(number, lines[0]), copies=tuple(map(self._listed, lines)))
        front = self.lists.printed_list(self._facts(only(self.plan, lines), title, HowMade.PRINT_RUNS), [part])
        pieces = [Piece(data=front.data, title=title, label=self._label("pack_list_page"))]
        for line in lines:
            pieces += self._pieces(line, copy_of(line))
        facts = DocumentFacts(title=f"{title}, {self.about}", author=self.group_name, language=self.language)
        return print_run(pieces, facts, both_sides=self.plan.sides is Sides.BOTH)

    def _pieces(self, line: PackLine, copy: Copy) -> Iterator[Piece]:
        listed = self._listed(line)
        title = self.wording.copy_words(line)
        yield Piece(data=self.lists.sheet(listed, self.about).data, title=title, label=self._label("pack_sheet_foot"))
        label = self._word("pack_copy_page", number=line.number_words)
        for _ in range(line.copies):
            yield Piece(data=copy.data, title=title, label=label, goes_under=True)

    def _parts(self, how: HowMade) -> Iterator[ListedPart]:
        """The parts of the list: papers or runs, then the files to send."""
        on_paper = [line for line in self.plan.wanted if line.goes is Goes.PAPER]
        if how is HowMade.PRINT_RUNS:
            for number, run in enumerate(runs_of(on_paper), 1):
                yield ListedPart(heading=self._run_heading(number, run[0]), copies=tuple(map(self._listed, run)))
        else:
            for paper in papers_in_order(line.paper for line in on_paper):
                copies = tuple(self._listed(line) for line in on_paper if line.paper == paper)
                heading = self._word("pack_paper_heading", paper=self.wording.paper(paper))
                yield ListedPart(heading=heading, copies=copies)
        to_send = [line for line in self.plan.wanted if line.goes is Goes.FILE]
        if to_send:
            yield ListedPart(heading=self._word("pack_files_heading"), copies=tuple(map(self._listed, to_send)))

    def _run_heading(self, number: int, line: PackLine) -> str:
        paper = self._word("pack_paper_heading", paper=self.wording.paper(line.paper))
        return self._word("pack_run_of", number=str(number), paper=paper)

    def _listed(self, line: PackLine) -> ListedCopy:
        return ListedCopy(
            number=line.number_words,
            name=self.wording.name(line),
            page_count=line.page_count or 0,
            sheets=line.sheets(self.plan.sides) or 0,
            copies=line.copies,
            is_bound=line.is_bound,
            file_name=self.files_to_send.get(line.number, ""),
        )

    def _facts(self, plan: PackPlan, title: str, how: HowMade) -> PrintListFacts:
        return PrintListFacts(
            title=title,
            group_name=self.group_name,
            about=self.about,
            totals=(self.wording.how_many(plan),),
            sheets_by_paper=self.wording.sheets_by_paper(plan),
            advice=self.wording.advice(plan.sides, how),
        )

    def _label(self, key: str) -> str:
        return f"{self._word(key)} "

    def _word(self, key: str, **values: str) -> str:
        return self.wording.wording(key, **values)
