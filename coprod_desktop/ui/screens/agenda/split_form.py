"""Makes several items of one, each in its own words and with the same proposer."""

from PySide6.QtCore import Qt

from coprod_desktop.domain.ids import AgendaItemId
from coprod_desktop.domain.meeting_state import AgendaItem
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.form_row import FormRow, form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_FIRST_FIELDS = 2
_MOST_FIELDS = 6


class SplitForm(FormPanel):
    """The first line is what stays of the item; each other line is a new one after it. Buttons: `save`, `back`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Make several items of this"), self.tr("Split it"), icon=Icon.SPLIT)
        self.item_id: AgendaItemId | None = None
        self._keeps = WrapLabel(theme, "", TextStyle.BODY, colour="muted")
        self._fields: list[LineField] = []
        self._field_rows: list[FormRow] = []
        self._column = Column(theme, gap=14)
        self._one_more = BigButton(theme, self.tr("One more item"), icon=Icon.ADD)
        self._one_more.clicked.connect(self._on_one_more)
        self.add_part(self._keeps)
        self.add_part(holder(self._column))
        column = Column(theme)
        column.addLayout(flow_of(theme, self._one_more))
        self.add_part(holder(column))
        self.end_fields(has_more=False)
        for _ in range(_FIRST_FIELDS):
            self._add_field_for_words()

    def show_item(self, item: AgendaItem, proposer: str) -> None:
        """Split this item, whose proposer is told in words."""
        self.item_id = item.id
        keeps = [self.tr("All keep their proposer: {who}.").format(who=proposer)]
        if item.details.minutes_wanted:
            minutes = self.tr("They share the {count} minutes.").format(count=item.details.minutes_wanted)
            keeps.append(minutes)
        self._keeps.setText(" ".join(keeps))
        for row in self._field_rows[_FIRST_FIELDS:]:
            row.hide()
        for field in self._fields:
            field.setText("")
        self._fields[0].setText(item.details.title)
        self._one_more.show()
        self.clear_errors()

    def titles(self) -> list[str]:
        """The words of each item, without the empty lines."""
        return [words for field in self._fields if (words := field.text().strip())]

    def begin(self) -> None:
        """Go to the words that stay."""
        self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._fields[0].selectAll()

    def show_error(self, key: str, words: str) -> bool:
        """Say beside the first empty line what is missing."""
        if key not in ("title", "titles"):
            return super().show_error(key, words)
        self.clear_errors()
        empty = next((row for row, field in zip(self._field_rows, self._fields, strict=True) if not field.text()), None)
        is_one = len(self.titles()) < _FIRST_FIELDS
        (empty or self._field_rows[0]).show_error(self.tr("Please write 2 items or more.") if is_one else words)
        return True

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        for row in self._field_rows:
            row.clear_error()

    def _add_field_for_words(self) -> None:
        number = len(self._fields) + 1
        field = LineField(self._theme)
        field.returnPressed.connect(self._on_return)
        self._fields.append(field)
        label = self.tr("Item {number}").format(number=number)
        self._field_rows.append(form_row(self._theme, self._column, label, field))

    def _on_return(self) -> None:
        """Go to the next line; at the end, split."""
        shown = [field for field in self._fields if field.isVisible()]
        at = next(place for place, field in enumerate(shown) if field.hasFocus())
        if at + 1 < len(shown):
            shown[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.save.click()

    def _on_one_more(self) -> None:
        hidden = next((row for row in self._field_rows if row.isHidden()), None)
        if hidden is None:
            self._add_field_for_words()
            hidden = self._field_rows[-1]
        hidden.show()
        hidden.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._one_more.setVisible(sum(not row.isHidden() for row in self._field_rows) < _MOST_FIELDS)
