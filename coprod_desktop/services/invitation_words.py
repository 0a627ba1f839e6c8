"""The words of a pack of invitations: names of files and what its list says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from coprod_desktop.minutes.blocks import Block, MinutesContent, Section
from coprod_desktop.minutes.sentences import tidy
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.services.file_names import safe_file_name
from coprod_desktop.services.invitation_plan import InviteLine
from coprod_desktop.services.pack_words import PackWording, papers_in_order

INVITE_FILES = ("wording", "print_pack", "invitations")
"""The collections of fixed words that a pack of invitations needs."""


@dataclass(frozen=True, kw_only=True)
class InvitationWords:
    """Names hold a date and numbers, never a name, a need or a format (DP-04). `kind` is "invite" or "message"."""

    wording: Wording
    group_name: str
    language: str
    day: date
    kind: str = "invite"

    @property
    def folder_name(self) -> str:
        """The name of the folder."""
        return self._dated("folder")

    @property
    def calendar_name(self) -> str:
        """The name of the file for calendars, without its ending."""
        return self._dated("calendar")

    @property
    def list_name(self) -> str:
        """The name of the list, without its ending."""
        return self._dated("list")

    def file_name(self, line: InviteLine, count: int) -> str:
        """The name of the file of a line that is made after `count` others, without its ending."""
        name = self._dated("file", number=line.number_words)
        return name if count == 0 else self.wording("invite_more", file=name, count=str(count + 1))

    def making(self, number: int, total: int) -> str:
        """ "Papers of person 3 of 12" """
        return self.wording("invite_making", number=str(number), all=str(total))

    # The list

    def listed(self, lines: Sequence[InviteLine], files: Mapping[int, Sequence[str]], calendar: str) -> MinutesContent:
        """Who gets which files on which paper, and how to reach them: for the sender alone."""
        wording = self.wording
        cover = [
            _block(wording("invite_how_many_label"), (wording.count("invite_how_many", len(lines)),)),
            _block(
                wording("invite_keep_label"),
                tuple(map(wording, ("invite_keep", "invite_keep_own", "invite_keep_tear"))),
            ),
        ]
        if calendar:
            label, words = wording("invite_calendar_label"), wording("invite_calendar_send")
            cover.append(_block(label, (words,), (calendar,)))
        return MinutesContent(
            title=wording("invite_list_title"),
            group_name=tidy(self.group_name),
            date_words=self._dated("about"),
            foot_words=wording("invite_foot"),
            record_number="",
            language=self.language,
            draft_words="",
            contents_heading=wording("contents_heading"),
            page_word=wording("pack_list_page"),
            cover=tuple(cover),
            sections=tuple(self._sections(lines, files)),
        )

    def _sections(self, lines: Sequence[InviteLine], files: Mapping[int, Sequence[str]]) -> list[Section]:
        printed = [line for line in lines if line.is_printed]
        parts = [
            (self._paper_heading(paper), [line for line in printed if line.paper.casefold() == paper])
            for paper in papers_in_order(line.paper.casefold() for line in printed)
        ]
        parts.append((self.wording("invite_files_heading"), [line for line in lines if not line.is_printed]))
        return [
            Section(
                heading=heading,
                blocks=tuple(block for line in those for block in self._listed(line, files[line.number])),
            )
            for heading, those in parts
            if those
        ]

    def _paper_heading(self, paper: str) -> str:
        name = PackWording(self.wording).paper(paper)
        return self.wording("invite_paper_heading", paper=name[:1].lower() + name[1:])

    def _listed(self, line: InviteLine, files: Sequence[str]) -> tuple[Block, ...]:
        """How to reach a person ends its line, as nobody could tell a full stop after it from a part of it."""
        wording = self.wording
        number, name = line.number_words, line.printed_name
        label = wording("pack_copy_for", number=number, name=name) if name else wording("pack_copy", number=number)
        unnamed = () if name else (wording("pack_nobody_named"),)
        contact = tidy(line.contact)
        reach = wording("invite_contact", contact=contact) if contact else wording("invite_no_contact")
        copies = (wording.count("invite_copies", line.copies),) if line.is_printed else ()
        count = wording.count("invite_files", len(files))
        return (
            _block(label, (*unnamed, *copies, reach), ref=f"copy-{number}"),
            _block("", (count,), tuple(files), ref=f"copy-{number}"),
        )

    def _dated(self, what: str, **values: str) -> str:
        day = PackWording(self.wording).short_date(self.day)
        key = f"invite_{what}" if what == "calendar" else f"{self.kind}_{what}"
        return self.wording(key, date=day, **values)

    def suggested(self, name: str, suffix: str) -> str:
        """A name that every system can keep."""
        return safe_file_name([name]) + suffix


def _block(label: str, sentences: tuple[str, ...], items: tuple[str, ...] = (), *, ref: str = "") -> Block:
    return Block(label=label, sentences=sentences, items=items, picture="", ref=ref)
