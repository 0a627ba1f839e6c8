"""Beside a person's page: what we call them, the page that they own, and what to do when they are no longer here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class PersonSide(Card):
    """Names, the own page, and leaving.

    Signals: `own_page_requested`; `left_requested`, `died_requested` and `remove_requested`, the last after a slip.
    """

    own_page_requested = Signal()
    left_requested = Signal()
    died_requested = Signal()
    remove_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("What we call them"), gap=12)
        self._theme = theme
        self._spoken = WrapLabel(theme, "", TextStyle.BIG_HEADING)
        self._printed = WrapLabel(theme, "", TextStyle.BIG_HEADING)
        self._twin = IconLine(theme, Icon.PEOPLE, "", TextStyle.NOTE)
        self._names = (
            self._labelled(self.tr("In the room"), self._spoken),
            self._labelled(self.tr("In the minutes"), self._printed),
        )
        self._only_name = WrapLabel(theme, self.tr("Only a name is needed. The rest can wait."))
        self.add(self._only_name)
        self.add(self._twin)
        self.own_page = BigButton(theme, self.tr("Save their own page"), icon=Icon.FILE)
        self._own_part = self._make_own_part()
        self.add(self._own_part)
        self._private = self._make_private()
        self.add(self._private)
        self.add_stretch()
        self._leaving = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.REMOVE_PERSON)
        self._ways = self._make_ways()
        self.add(self._leaving)
        self.add(self._ways)
        self._ways.hide()
        self._leaving.clicked.connect(self._on_leaving)
        self.own_page.clicked.connect(self.own_page_requested)

    def show_names(self, *, spoken: str, printed: str, has_twin: bool) -> None:
        """Tell the names; without any the person is not saved yet."""
        self._spoken.setText(spoken)
        self._printed.setText(printed or self.tr("No name"))
        for part in (*self._names, self._leaving):
            part.setVisible(bool(spoken))
        self._own_part.setVisible(bool(spoken) and self._ways.isHidden())
        self._only_name.setVisible(not spoken)
        twin = self.tr("Somebody else has this name too. A name they choose tells them apart.")
        self._twin.set_words(twin if has_twin else "")
        self._twin.setVisible(has_twin)
        self._leaving.set_words(self.tr("%s is no longer here") % spoken)
        self._slip.set_words(self.tr("A slip. Take %s off the list") % spoken)
        if not spoken:
            self._ways.hide()

    def show_busy(self, is_busy: bool) -> None:
        """Their page is being made, or is there."""
        words = self.tr("We make the page now") if is_busy else self.tr("Save their own page")
        self.own_page.set_words(words)

    def step_back(self) -> bool:
        """Esc shuts the question why somebody is no longer here."""
        was_open = not self._ways.isHidden()
        if was_open:
            self._show_ways(is_open=False)
            self._leaving.setFocus(Qt.FocusReason.OtherFocusReason)
        return was_open

    def _make_own_part(self) -> QWidget:
        column = Column(self._theme, gap=8)
        column.addWidget(Divider(self._theme))
        column.addWidget(WrapLabel(self._theme, self.tr("Their own page"), TextStyle.STRONG))
        owned = self.tr("One page: Working with me. They say who sees it.")
        column.addWidget(WrapLabel(self._theme, owned, TextStyle.NOTE))
        column.addWidget(self.own_page, 0, Qt.AlignmentFlag.AlignLeft)
        return holder(column)

    def _make_private(self) -> QWidget:
        column = Column(self._theme, gap=12)
        column.addWidget(Divider(self._theme))
        private = self.tr("Shut this page before others look at this screen.")
        column.addWidget(IconLine(self._theme, Icon.ONLY_YOU, private, TextStyle.NOTE))
        return holder(column)

    def _make_ways(self) -> QWidget:
        column = Column(self._theme, gap=8)
        kept = self.tr("Their ideas stay in the record. Undo brings the person back.")
        column.addWidget(WrapLabel(self._theme, kept, TextStyle.NOTE))
        self._left = BigButton(self._theme, self.tr("They have left the group"))
        self._died = BigButton(self._theme, self.tr("They have died"))
        self._slip = BigButton(self._theme, "")
        pairs = (
            (self._left, self.left_requested),
            (self._died, self.died_requested),
            (self._slip, self.remove_requested),
        )
        for button, told in pairs:
            button.clicked.connect(told)
            column.addWidget(button)
        return holder(column)

    def _labelled(self, label: str, name: WrapLabel) -> QWidget:
        column = Column(self._theme, gap=0)
        column.addWidget(WrapLabel(self._theme, label, TextStyle.NOTE))
        column.addWidget(name)
        part = holder(column)
        self.add(part)
        return part

    def _on_leaving(self) -> None:
        if not self.step_back():
            self._show_ways(is_open=True)
            self._left.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_ways(self, *, is_open: bool) -> None:
        """The question takes the room of the rest, so that all its answers are in sight."""
        self._ways.setVisible(is_open)
        for part in (self._own_part, self._private):
            part.setVisible(not is_open)
