"""Our ideas: one box to find anything, what waits while it is empty, and the path of each idea (R35)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QWidget

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import DecisionId
from coprod_desktop.domain.person import MinutesFormat, printed_names
from coprod_desktop.domain.what_became import Became
from coprod_desktop.services.clock import today
from coprod_desktop.services.search_service import MOST_FOUND, Filters, Found, FoundKind
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.ideas.found_words import FoundWords, found_key
from coprod_desktop.ui.screens.ideas.telling_acts import TellingActs
from coprod_desktop.ui.screens.ideas.word_acts import WordActs
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.find_card import FindCard, Listed
from coprod_desktop.ui.widgets.find_filters import FindFilters, Wanted
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.paper_saving import PaperSaving
from coprod_desktop.ui.widgets.path_page import PathPage
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.screen import Screen
from coprod_desktop.ui.widgets.waits_to_hear_card import WaitsToHearCard
from coprod_desktop.ui.widgets.word_page import WordPage
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services
    from coprod_desktop.services.told_path import ToldPath


@dataclass(frozen=True, kw_only=True)
class _Lists:
    """What waits, or what was found."""

    parts: tuple[Listed, ...]
    nothing: str
    told: str = ""


class IdeasScreen(Screen):
    """Finds lines of all meetings as somebody types, and opens the path of one. It changes nothing by itself.

    Signals: those of Screen.
    """

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._theme, self._services, self._bridge = theme, services, bridge
        self._path: ToldPath | None = None
        self._opened_line = ""
        self._is_prepared = False
        self._found_words: dict[str, Found] = {}
        self._words = FoundWords(today(services.clock), self)
        self.filters = FindFilters(theme, bridge.sight, words_for)
        self.finder = FindCard(theme, self.filters)
        self.page = PathPage(theme)
        self.word = WordPage(theme)
        self._word_acts = WordActs(self.word, services, bridge, self)
        self._saving = PaperSaving(services, self)
        self.waits_to_hear = WaitsToHearCard(theme)
        self._telling = TellingActs(self.waits_to_hear, services, bridge, self)
        self._places = QStackedLayout(self)  # before it holds anything, or a part would be a window of its own
        for part in (
            WorkArea(theme, self.finder, self._make_side()),
            WorkArea(theme, self.page),
            WorkArea(theme, self.word),
        ):
            self._places.addWidget(part)
        self._connect()

    def title(self) -> str:
        """Our ideas, or what the path that is open tells."""
        opened = self._path.title if self._path is not None else self._word_acts.title
        return opened or self.tr("Our ideas")

    def on_shown(self) -> None:
        """Read everything again, also after Undo; the words that were typed and the path that is open stay."""
        self._words = FoundWords(today(self._services.clock), self)
        self._show_filters()
        self._telling.show()
        self._about.setVisible(not self.waits_to_hear.has_waiting())
        self._show_lines()
        self._prepare()
        if self._path is not None:
            self._open(self._opened_line)
        elif self._word_acts.is_open and not self._word_acts.show_again():
            self._close_path()

    def show_part(self, part: str) -> None:
        """Go to the box ("search"), to what waits ("waits"), or to a path ("path MEETING LINE")."""
        kind, _, line_id = part.rpartition(" ")
        if kind.startswith("path"):
            self._open(line_id)
            return
        self._close_path()
        if part == "waits":
            self._show_all()
        self.focus_first()

    def focus_first(self) -> None:
        """Go to the box, or to the first step of the path."""
        if self._path is not None:
            self.page.begin()
        elif self._word_acts.is_open:
            self.word.begin()
        else:
            self.finder.focus_search()

    def leave(self) -> bool:
        """Back from the path to the rows, then to no filters and no words, then to where the person was."""
        if self._word_acts.is_open and self.word.close_fields():
            return True
        if self._path is not None or self._word_acts.is_open:
            self._close_path()
            return True
        if self.finder.filters.is_open and self.finder.filters.isAncestorOf(self.focusWidget() or self):
            self.finder.filters.set_open(False)
            self.finder.filters.focus_header()
            return True
        if self.finder.search.text() or self.filters.told():
            self._show_all()
            self.finder.focus_search()
            return True
        return False

    def begin_again(self) -> None:
        """Somebody on a path presses Our ideas and wants the beginning."""
        self._close_path()
        self._show_all()

    def end(self) -> None:
        """Let the thread finish."""
        self._saving.end()
        self._telling.end()

    # Building

    def _make_side(self) -> QWidget:
        card = self._about = Card(self._theme, self.tr("From the first words to the answer"), gap=14)
        lines = (
            (Icon.SEARCH, self.tr("Type a word, a name or the number of a ticket.")),
            (Icon.IDEA, self.tr("Open a line. It tells the whole story, day by day.")),
            (Icon.FILE, self.tr("Save the story for whoever had the idea.")),
        )
        for icon, words in lines:
            card.add(IconLine(self._theme, icon, words, TextStyle.NOTE))
        card.add_stretch()
        column = Column(self._theme, gap=16)
        column.addWidget(self.waits_to_hear, 1)
        column.addWidget(card, 1)
        return holder(column)

    def _connect(self) -> None:
        self.finder.search_changed.connect(self._on_search)
        self.filters.changed.connect(self._on_search)
        self.finder.show_all_requested.connect(self._show_all)
        self.finder.line_chosen.connect(self._open)
        self.page.back_requested.connect(self._close_path)
        self.word.back.clicked.connect(self._close_path)
        self._word_acts.acted.connect(self._on_word_changed)
        self.page.meeting_chosen.connect(self.meeting_requested)
        self.page.easy_read_requested.connect(partial(self._save, MinutesFormat.EASY_READ))
        self.page.large_print_requested.connect(partial(self._save, MinutesFormat.LARGE_PRINT))
        self.page.letter_requested.connect(self._save_letter)
        self.page.again_requested.connect(self._on_again)
        self._telling.acted.connect(self.acted)
        self._telling.told.connect(self.told)
        self._telling.warned.connect(self.warned)
        self._saving.told.connect(self.told)
        self._saving.warned.connect(self.warned)
        self._saving.is_busy_changed.connect(lambda: self.page.show_busy(self._saving.is_busy))
        self._bridge.sight.changed.connect(self._on_sight)
        self.bind("F8", self.page.easy_read)
        self.bind("F8", self.waits_to_hear.slips)

    # The rows

    def _on_sight(self) -> None:
        """Names that only we may see go, or come."""
        if self.isVisible():
            self._telling.show()

    def _on_search(self) -> None:
        self._show_lines(is_new=True)

    def _show_all(self) -> None:
        self.filters.clear()
        self.finder.search.clear()
        self._on_search()

    def _show_filters(self) -> None:
        group = self._group()
        people = self._services.people.people(group.id) if group is not None else ()
        names = printed_names(people)
        self.filters.set_today(today(self._services.clock))
        self.filters.show_people([(person.id, names[person.id]) for person in people if person.id in names])
        self.filters.show_groups(len(self._services.groups.groups()))

    def _show_lines(self, *, is_new: bool = False) -> None:
        group, only = self._group(), self.filters.told()
        self.finder.show_only(only)
        self.finder.filters.show_note(only or self.tr("What it is, what became of it, when, and whose it is."))
        typed = self.finder.search.text().strip()
        if group is None:
            lists = _Lists(parts=(), nothing=self.tr("There is no group yet."))
        elif typed or only:
            lists = self._found(group, typed, self.filters.wanted())
        else:
            lists = self._waiting(group)
        self.finder.show_lines(lists.parts, lists.nothing, is_new=is_new, told=lists.told)

    def _found(self, group: Group, typed: str, wanted: Wanted) -> _Lists:
        filters = Filters(
            group_id=None if wanted.in_all_groups else group.id,
            kinds=wanted.kinds,
            person_id=wanted.person_id,
            perspective=wanted.perspective if self._bridge.sight.is_only_us else None,
            became=wanted.became,
            since=wanted.since,
            until=wanted.until,
        )
        found = self._services.search.find(typed, filters, MOST_FOUND)
        heading = self._count(len(found))
        nothing = self.tr("We found nothing. Try a shorter word, or another one.")
        return _Lists(parts=(Listed(heading, self._rows(found)),), nothing=nothing, told=heading if found else nothing)

    def _waiting(self, group: Group) -> _Lists:
        """What an empty box shows: ideas without an answer, decisions that wait for a yes, ideas kept for later."""
        day = today(self._services.clock)
        ideas = self._services.search.waiting(group.id, day)
        open_ideas = [one for one in ideas if one.became is not Became.LATER]
        later = [one for one in ideas if one.became is Became.LATER]
        yeses = self._services.search.waiting_yeses(group.id, day)
        parts = (
            Listed(self.tr("Ideas that wait"), self._rows(open_ideas)),
            Listed(self.tr("Others must still say yes"), self._rows(yeses)),
            Listed(self.tr("Ideas that we kept for later"), self._rows(later)),
        )
        return _Lists(parts=parts, nothing=self.tr("No idea waits for an answer. You can find all ideas here."))

    def _rows(self, found: Sequence[Found]) -> list[tuple[str, RowWords]]:
        explained = ((found_key(one, at), one) for at, one in enumerate(found) if one.kind is FoundKind.WORD)
        self._found_words = dict(explained)
        names = {group.id: group.name for group in self._services.groups.groups()} if self._tells_groups() else {}
        return [
            (found_key(one, number), self._words.row(one, group_name=names.get(one.group_id, "")))
            for number, one in enumerate(found)
        ]

    def _tells_groups(self) -> bool:
        return self.filters.wanted().in_all_groups

    def _count(self, count: int) -> str:
        if count >= MOST_FOUND:
            return self.tr("The newest {count} lines").format(count=count)
        return self.tr("1 line") if count == 1 else self.tr("{count} lines").format(count=count)

    def _prepare(self) -> None:
        """After an upgrade meetings are taken into the index a few at a time, so that nobody waits."""
        if not self._is_prepared and self.isVisible():
            has_more = self._services.search.prepare()
            self._is_prepared = not has_more
            if has_more:
                QTimer.singleShot(0, self, self._prepare)
            else:
                self._show_lines()

    # The path

    def _open_word(self, found: Found) -> None:
        if self._word_acts.show(found):
            self._places.setCurrentIndex(2)
            self.renamed.emit()
            self.word.begin()

    def _on_word_changed(self, kind: str) -> None:
        self._show_lines()
        self.acted.emit(kind)

    def _open(self, line_id: str) -> None:
        if line_id in self._found_words:
            self._opened_line = line_id
            self._open_word(self._found_words[line_id])
            return
        self._word_acts.close()
        outcome = self._bridge.ask(lambda: self._services.trace_papers.told(line_id))
        if outcome.value is None:
            self._close_path()
            return
        is_new = line_id != self._opened_line or self._path is None
        self._path, self._opened_line = outcome.value, line_id
        can_decide = self._bridge.has_meeting and self._bridge.state.is_open
        self.page.show_path(outcome.value, can_decide=can_decide)
        self._places.setCurrentIndex(1)
        if is_new:
            self.renamed.emit()
            self.page.begin()

    def _close_path(self) -> None:
        if self._path is None and not self._word_acts.is_open:
            return
        self._path = None
        self._word_acts.close()
        self._places.setCurrentIndex(0)
        self.renamed.emit()
        self.finder.focus_line(self._opened_line)

    def _save(self, wanted: MinutesFormat) -> None:
        path = self._path
        if path is not None:
            outcome = self._bridge.ask(lambda: self._services.trace_papers.paper(path, wanted))
            if outcome.value is not None:
                self._saving.save(outcome.value)

    def _save_letter(self) -> None:
        waits = self._path.unanswered if self._path is not None else None
        if waits is None:
            return
        asked = (waits.meeting_id, DecisionId(waits.line_id), waits.place or 0)
        outcome = self._bridge.ask(lambda: self._services.letters.letter(*asked))
        if outcome.value is not None:
            self._saving.save(outcome.value)

    def _on_again(self) -> None:
        decided = self._path.decision if self._path is not None else None
        if decided is not None:
            self.go_requested.emit(f"decisions/again {decided.meeting_id} {decided.line_id}")

    def _group(self) -> Group | None:
        return self._services.groups.current()
