"""A word of the list that was found: its page, and the change of what it means (R16, R35)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain.group import ExplainedWord, Group
from coprod_desktop.services.search_service import Found
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.widgets.word_page import WordPage
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class WordActs(QObject):
    """Joins the page of a word with the services. Signal: `acted(kind)`, after the meaning was changed."""

    acted = Signal(str)

    def __init__(self, page: WordPage, services: "Services", bridge: MeetingBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._services, self._bridge = page, services, bridge
        self._found: Found | None = None
        page.fields.kept.connect(self._on_kept)

    @property
    def is_open(self) -> bool:
        """Whether a word is shown."""
        return self._found is not None

    @property
    def title(self) -> str:
        """The word."""
        return self._found.text if self._found is not None else ""

    def show(self, found: Found) -> bool:
        """Show a word as it is now; says whether it is on the list."""
        group, word = self._now(found)
        self._found = found if word is not None else None
        if group is None or word is None:
            return False
        current = self._services.groups.current()
        is_ours = current is not None and current.id == group.id
        whose = self.tr("A word of our list") if is_ours else self.tr("A word of {group}").format(group=group.name)
        self._page.show_word(word.term, word.means, whose=whose, can_change=is_ours)
        return True

    def show_again(self) -> bool:
        """Show the same word after something changed, unless somebody is changing it."""
        if self._found is None or not self._page.fields.isHidden():
            return self._found is not None
        return self.show(self._found)

    def close(self) -> None:
        """Put the word down."""
        self._found = None

    def _now(self, found: Found) -> tuple[Group | None, ExplainedWord | None]:
        group = next((one for one in self._services.groups.groups() if one.id == found.group_id), None)
        words = group.words if group is not None else ()
        return group, next((word for word in words if word.term == found.text), None)

    def _on_kept(self, term: str, means: str) -> None:
        words = self._services.word_list
        outcome = self._bridge.ask(lambda: words.add(term, means), says_refusals=False)
        if outcome.refusal is not None:
            self._page.fields.show_error(outcome.refusal.field, words_for(outcome.refusal.reason))
        elif outcome.is_done and self._found is not None:
            self._page.close_fields()
            self.show(self._found)
            self._page.begin()
            self.acted.emit("word_added")
