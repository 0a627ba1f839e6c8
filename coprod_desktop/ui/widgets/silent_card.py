"""People who have had no turn: how many, their names only behind a press, and 2 ways to ask everybody (R12)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.share_words import silent_words
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class SilentCard(Card):
    """`go_round` and `ask_everyone` are its buttons; without a count it only asks everybody."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self._plain_heading(), " ", gap=10)
        self._theme = theme
        self._silent: tuple[str, ...] = ()
        self._names = Column(theme, gap=4)
        self.show_names = BigButton(theme, self.tr("Show names"), kind=ButtonKind.QUIET, icon=Icon.SHOW)
        self.go_round = BigButton(
            theme, self.tr("Start a go-round"), kind=ButtonKind.PRIMARY, icon=Icon.GO_ROUND, key="F8"
        )
        self.ask_everyone = BigButton(theme, self.tr("Ask everyone"), icon=Icon.ASK_THE_GROUP)
        self.add_layout(self._names)
        for button in (self.show_names, self.go_round, self.ask_everyone):
            self.add(button)
        self.show_names.clicked.connect(self._on_show_names)
        self.hide_count()

    def hide_count(self) -> None:
        """Tell nothing of who has had a turn."""
        self._forget_names()
        self.set_heading(self._plain_heading(), self.tr("You can ask at any time."))

    def show_count(self, count: int | None, names: Sequence[str] = ()) -> None:
        """Tell how many have had no turn, None for 1 or 2; the names are shown when somebody presses for them."""
        listed = tuple(sorted(names, key=str.casefold))
        if listed != self._silent or not listed:
            self._forget_names()
            self._silent = listed
        is_open = self._names.count() > 0
        self.show_names.setVisible(bool(listed) and not is_open)
        note = self.tr("More time is not always more say.") if count == 0 else self._is_fine()
        self.set_heading(silent_words(count), note)

    def names_shown(self) -> tuple[str, ...]:
        """The names in sight."""
        return self._silent if self._names.count() else ()

    def hide_names(self) -> bool:
        """Put the names out of sight; says whether they were in sight."""
        was_open = self._names.count() > 0
        empty_layout(self._names)
        self.show_names.setVisible(bool(self._silent))
        if was_open and self.show_names.isVisible():
            self.show_names.setFocus(Qt.FocusReason.OtherFocusReason)
        return was_open

    def _forget_names(self) -> None:
        self._silent = ()
        empty_layout(self._names)
        self.show_names.hide()

    def _on_show_names(self) -> None:
        self.go_round.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_names.hide()
        for name in self._silent:
            self._names.addWidget(WrapLabel(self._theme, name, TextStyle.ROW))

    def _plain_heading(self) -> str:
        return self.tr("Is there anything to add?")

    def _is_fine(self) -> str:
        return self.tr("They may not want to. That is fine.")
