"""Puts items together; every proposer and every source is kept, and is told before it is done."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt

from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.meeting_state import AgendaItem
from coprod_desktop.domain.proposer import Proposer, joined_proposer
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.shown_words import shown_words


class TogetherForm(FormPanel):
    """Which items, and what they are called then. Buttons to connect: `save`, `back`.

    `proposer` tells whose item it is, `joined` puts titles in a row.
    """

    def __init__(
        self, theme: Theme, *, proposer: Callable[[Proposer], str], joined: Callable[[Iterable[str]], str]
    ) -> None:
        super().__init__(theme, "", self.tr("Put together"), icon=Icon.PUT_TOGETHER)
        self._proposer_words = proposer
        self._joined = joined
        self._item: AgendaItem | None = None
        self._others: dict[str, AgendaItem] = {}
        self._choice = ChoiceButtons(theme, self.tr("Which items?"), is_several=True)
        self._name = LineField(theme)
        self._keeps = IconLine(theme, Icon.PEOPLE, "")
        self.add_field("others", self.tr("Which items go with it?"), self._choice)
        self.add_field("title", self.tr("What do we call it now?"), self._name)
        self.add_part(self._keeps)
        self.end_fields(has_more=False)
        self._choice.chosen_changed.connect(self._on_chosen)
        self._name.returnPressed.connect(self.save.click)

    @property
    def item_id(self) -> AgendaItemId | None:
        """The item that stays."""
        return self._item.id if self._item is not None else None

    def show_item(self, item: AgendaItem, others: Sequence[AgendaItem]) -> None:
        """Put any of the others together with this item."""
        self._item = item
        self._others = {other.id: other for other in others}
        self.set_title(self.tr("Put together with: {title}").format(title=shown_words(item.details.title)))
        self._choice.set_choices([Choice(other.id, shown_words(other.details.title)) for other in others])
        self._name.setText("")
        self.clear_errors()
        self._on_chosen()

    def others(self) -> list[AgendaItemId]:
        """Which items go with it."""
        return [AgendaItemId(key) for key in self._choice.chosen()]

    def title_words(self) -> str:
        """What it is called then."""
        return self._name.text().strip()

    def show_error(self, key: str, words: str) -> bool:
        """Say beside the items what to put right."""
        is_empty = key == "others" and not self.others()
        return super().show_error(key, self.tr("Please choose at least 1 item.") if is_empty else words)

    def begin(self) -> None:
        """Go to the items."""
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self) -> None:
        self.clear_errors()
        if self._item is None:
            return
        together = [self._item, *(self._others[key] for key in self._choice.chosen())]
        if not self._name.isModified():
            self._name.setText(self._joined(item.details.title for item in together))
            self._name.setCursorPosition(0)
        who = self._proposer_words(joined_proposer(item.details.proposer for item in together))
        words = [self.tr("We keep who asked: {who}.").format(who=who)]
        minutes = sum(item.details.minutes_wanted or 0 for item in together)
        if minutes:
            words.append(self.tr("{count} minutes in all.").format(count=minutes))
        self._keeps.set_words(" ".join(words))
