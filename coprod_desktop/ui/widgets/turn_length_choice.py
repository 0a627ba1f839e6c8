"""Chooses how long a turn is in this meeting, or only on the item that is open."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.number_field import NumberField

_NO_TIMERS, _OTHER, _ITEM = "none", "other", "item"
_OFFERED = (1, 2, 3, 4, 5)
_MOST_MINUTES = 60


class TurnLengthChoice(QWidget):
    """The length of a turn. Signals: `length_chosen(seconds or None)`; `item_chosen(bool)`, for this item alone."""

    length_chosen = Signal(object)
    item_chosen = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._lengths = ChoiceButtons(theme, self.tr("How long is a turn?"), self._choices())
        self._minutes = NumberField(theme, 6, 1, _MOST_MINUTES, after=self.tr("minutes"))
        self._use = BigButton(theme, self.tr("Use this length"), icon=Icon.CHECK)
        only = [Choice(_ITEM, self.tr("Only on this item"))]
        self._item = ChoiceButtons(theme, self.tr("Only on this item"), only, is_several=True)
        self._other = self._make_other(theme)
        column = Column(theme, gap=12)
        column.addWidget(self._lengths)
        column.addWidget(self._other)
        column.addWidget(self._item)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lengths.chosen_changed.connect(self._on_length)
        self._use.clicked.connect(self._on_use)
        self._minutes.lineEdit().returnPressed.connect(self._on_use)
        self._item.chosen_changed.connect(self._on_item)
        self._other.hide()

    def show_length(self, seconds: int | None, *, is_for_item: bool, can_be_for_item: bool) -> None:
        """Show what is chosen in this meeting, or on the item that is open."""
        minutes = (seconds or 0) / 60
        key = str(int(minutes)) if minutes in _OFFERED else _OTHER if seconds else _NO_TIMERS
        self._lengths.set_chosen(key)
        self._item.set_chosen(*([_ITEM] if is_for_item else []))
        self._item.setVisible(can_be_for_item)
        self._other.setVisible(key == _OTHER)
        if key == _OTHER:
            self._minutes.setValue(max(1, round(minutes)))

    def _choices(self) -> list[Choice]:
        minutes = [Choice(str(count), self.tr("{count} minutes").format(count=count)) for count in _OFFERED[1:]]
        one = Choice("1", self.tr("1 minute"))
        return [Choice(_NO_TIMERS, self.tr("No timers")), one, *minutes, Choice(_OTHER, self.tr("Another length"))]

    def _make_other(self, theme: Theme) -> QWidget:
        column = Column(theme, gap=8)
        form_row(theme, column, self.tr("Minutes for each turn"), self._minutes)
        column.addLayout(flow_of(theme, self._use))
        return holder(column)

    def _on_length(self) -> None:
        key = self._lengths.chosen_key()
        self._other.setVisible(key == _OTHER)
        if key == _OTHER:
            self._minutes.setFocus(Qt.FocusReason.OtherFocusReason)
            self._minutes.selectAll()
        elif key is not None:
            self.length_chosen.emit(None if key == _NO_TIMERS else int(key) * 60)

    def _on_use(self) -> None:
        self.length_chosen.emit(self._minutes.value() * 60)

    def _on_item(self) -> None:
        self.item_chosen.emit(bool(self._item.chosen()))
