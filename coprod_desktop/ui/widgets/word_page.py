"""A word of a group's list, found by the search: what it means, and in place the fields to change that."""

from PySide6.QtCore import Qt

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.layouts import holder
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.word_fields import WordFields
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class WordPage(Card):
    """Buttons to connect: `back`. Signal to hear: `fields.kept`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, padding=20)
        self._term = WrapLabel(theme, "", TextStyle.TITLE)
        self._whose = WrapLabel(theme, "", TextStyle.NOTE)
        self._means = WrapLabel(theme, "", TextStyle.LEAD)
        self.change = BigButton(theme, self.tr("Change what it means"), icon=Icon.REWORD)
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self.fields = WordFields(theme, save=self.tr("Keep the change"))
        self._acts = holder(flow_of(theme, self.change, self.back, gap=12))
        scroll = ScrollColumn(theme, gap=16)
        for part in (self._term, self._whose, self._means, self._acts, self.fields):
            scroll.add(part)
        scroll.add_stretch()
        self.add(scroll, 1)
        self.change.clicked.connect(self._on_change)
        self.fields.back.clicked.connect(self.close_fields)
        self.fields.hide()

    def show_word(self, term: str, means: str, *, whose: str, can_change: bool) -> None:
        """Show a word. `whose` tells the group; only words of the group that is shown can be changed."""
        self._term.setText(term)
        self._means.setText(means)
        self._whose.setText(whose)
        self.change.setVisible(can_change)
        self._acts.show()
        self.fields.hide()

    def begin(self) -> None:
        """Go to the likeliest act."""
        first = self.back if self.change.isHidden() else self.change
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_fields(self) -> bool:
        """Leave the meaning as it is; says whether somebody was changing it."""
        was_open = not self.fields.isHidden()
        if was_open:
            self._acts.show()
            self.begin()
            self.fields.hide()
        return was_open

    def _on_change(self) -> None:
        self.fields.show()
        self.fields.begin(self._term.text(), self._means.text())
        self._acts.hide()
