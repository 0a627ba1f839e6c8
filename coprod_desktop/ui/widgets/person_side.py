"""Beside a person's page: what the room and the minutes call them, and how they are taken off the list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class PersonSide(Card):
    """How a person is named, and removing. Signal: `remove_requested`."""

    remove_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("What we call them"), gap=14)
        self._spoken = WrapLabel(theme, "", TextStyle.BIG_HEADING)
        self._printed = WrapLabel(theme, "", TextStyle.BIG_HEADING)
        self._twin = IconLine(theme, Icon.PEOPLE, "", TextStyle.NOTE)
        self._remove = BigButton(theme, "", icon=Icon.REMOVE_PERSON)
        self._remove.clicked.connect(self.remove_requested)
        self._names = (
            self._labelled(theme, self.tr("In the room"), self._spoken),
            self._labelled(theme, self.tr("In the minutes"), self._printed),
        )
        self._only_name = WrapLabel(theme, self.tr("Only a name is needed. The rest can wait."))
        self.add(self._only_name)
        self._removing = Column(theme, gap=8)
        self._removing.addWidget(self._remove)
        kept = self.tr("Their ideas stay in the record. Undo brings the person back.")
        self._removing_note = WrapLabel(theme, kept, TextStyle.NOTE)
        self._removing.addWidget(self._removing_note)
        self.add(self._twin)
        self.add(Divider(theme))
        saved = self.tr("Each change is saved at once. Undo takes it back.")
        self.add(IconLine(theme, Icon.SAVE, saved, TextStyle.NOTE))
        private = self.tr("Shut this page before others look at this screen.")
        self.add(IconLine(theme, Icon.ONLY_YOU, private, TextStyle.NOTE))
        self.add_stretch()
        self.add_layout(self._removing)

    def show_names(self, *, spoken: str, printed: str, has_twin: bool) -> None:
        """Tell the names; without any the person is not saved yet."""
        self._spoken.setText(spoken)
        self._printed.setText(printed or self.tr("No name"))
        for part in self._names:
            part.setVisible(bool(spoken))
        self._only_name.setVisible(not spoken)
        twin = self.tr("Somebody else has this name too. A name they choose tells them apart.")
        self._twin.set_words(twin if has_twin else "")
        self._twin.setVisible(has_twin)
        self._remove.set_words(self.tr("Take %s off the list") % spoken)
        self._remove.setVisible(bool(spoken))
        self._removing_note.setVisible(bool(spoken))

    def _labelled(self, theme: Theme, label: str, name: WrapLabel) -> QWidget:
        column = Column(theme, gap=0)
        column.addWidget(WrapLabel(theme, label, TextStyle.NOTE))
        column.addWidget(name)
        part = holder(column)
        self.add(part)
        return part
