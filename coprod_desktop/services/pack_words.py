"""The words of the print pack: names of files, totals, advice and what is printed on its list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coprod_desktop.minutes.wording import Wording
from coprod_desktop.services.pack_plan import WHITE, HowMade, PackLine, PackPlan, Sides

_MOST_WORDS_OF_A_PAPER = 2
_MOST_LETTERS_OF_A_PAPER = 24
_PAPER, _TEXT, _SOUND = ".pdf", ".txt", ".mp3"


@dataclass(frozen=True)
class PackWords:
    """What the screen says of a plan: how much there is to print and send, and how to print it (ER-37)."""

    totals: tuple[str, ...]
    advice: tuple[str, ...]


class PackWording:
    """Puts a plan into words. File names hold a date and a number, never a name, a need or a format (DP-04)."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    def words(self, plan: PackPlan) -> PackWords:
        """Totals and advice."""
        return PackWords((self.how_many(plan), *self.sheets_by_paper(plan)), self.advice(plan.sides))

    def how_many(self, plan: PackPlan) -> str:
        """ "8 copies on paper, 1 file to send." """
        on_paper = self.wording.count("pack_on_paper", plan.on_paper)
        files = self.wording.count("pack_files", plan.files_to_send)
        return self.wording("pack_on_paper_and_files", paper=on_paper, files=files)

    def sheets_by_paper(self, plan: PackPlan) -> tuple[str, ...]:
        """ "Cream: 24 sheets." for each paper; nothing until pages were counted."""
        counts: dict[str, int] = {}
        sheets = plan.sheets_by_paper()
        for paper in papers_in_order(sheets):
            name = self.paper(paper)
            counts[name] = counts.get(name, 0) + sheets[paper]
        return tuple(
            self.wording("pack_paper_sheets", paper=name, sheets=self.wording.count("pack_sheets", count))
            for name, count in counts.items()
        )

    def advice(self, sides: Sides, how: HowMade = HowMade.ONE_PER_PERSON) -> tuple[str, ...]:
        """How to print (ER-37)."""
        keys = ["pack_advice_matt", "pack_advice_weight", "pack_advice_full_size"]
        keys += ["pack_advice_one"] if sides is Sides.ONE else ["pack_advice_both", "pack_advice_thin"]
        keys += ["pack_advice_more"] if how is HowMade.PRINT_RUNS else []
        return tuple(self.wording(key) for key in keys)

    def paper(self, words: str) -> str:
        """A paper as it stands on the list. Long words may tell why somebody needs it, so they stay on the screen."""
        key = f"pack_paper_{words.casefold()}"
        try:
            return self.wording(key)
        except KeyError:
            is_short = len(words) <= _MOST_LETTERS_OF_A_PAPER and len(words.split()) <= _MOST_WORDS_OF_A_PAPER
            return words[:1].upper() + words[1:] if is_short else self.wording("pack_paper_other")

    def copy_words(self, line: PackLine) -> str:
        """ "Copy 03: Amina", or what there is of it."""
        number, name = line.number_words, self.name(line)
        return (
            self.wording("pack_copy_for", number=number, name=name)
            if name
            else self.wording("pack_copy", number=number)
        )

    def name(self, line: PackLine) -> str:
        """Whose copy it is, on paper; empty for a person who did not want to be named."""
        return line.printed_name if line.person_id else self.wording("pack_for_the_group")

    def about(self, date_words: str) -> str:
        """ "Minutes of the meeting on Tuesday 24 November 2026" """
        if not date_words:
            return self.wording("pack_about")
        return self.wording("pack_about_date", date=date_words)

    # Files

    def folder_name(self, held_on: date | None) -> str:
        """The name of the folder of a pack."""
        if held_on is None:
            return self.wording("pack_folder_without_date")
        return self.wording("pack_folder", date=self.short_date(held_on))

    def file_name(self, plan: PackPlan, line: PackLine, *, is_sound: bool = False) -> str:
        """ "Minutes 24 November 2026 - copy 03.pdf" """
        name = self.wording("pack_file_copy", minutes=self._minutes(plan.held_on), number=line.number_words)
        return name + (_PAPER if line.has_pages else _SOUND if is_sound else _TEXT)

    def run_name(self, plan: PackPlan, number: int) -> str:
        """ "Minutes 24 November 2026 - print run 1.pdf" """
        name = self.wording("pack_file_run", minutes=self._minutes(plan.held_on), number=str(number))
        return name + _PAPER

    def list_name(self, plan: PackPlan) -> str:
        """ "Minutes 24 November 2026 - print list.pdf" """
        return self.wording("pack_file_list", minutes=self._minutes(plan.held_on)) + _PAPER

    def _minutes(self, held_on: date | None) -> str:
        if held_on is None:
            return self.wording("pack_file_without_date")
        return self.wording("pack_file", date=self.short_date(held_on))

    def short_date(self, day: date) -> str:
        """ "24 November 2026", for names of files."""
        month = self.wording.names("month_names")[day.month - 1]
        return self.wording("pack_short_date", day=str(day.day), month=month, year=str(day.year))


def papers_in_order(papers: Iterable[str]) -> list[str]:
    """White first, then the others as they come."""
    return sorted(dict.fromkeys(papers), key=lambda paper: paper.casefold() != WHITE)
