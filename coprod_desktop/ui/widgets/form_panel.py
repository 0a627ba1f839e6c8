"""A calm panel with a few fields: what must be there first, the rest behind More, the buttons always in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.form_row import FormRow, form_row
from coprod_desktop.ui.widgets.layouts import Column, Row, holder
from coprod_desktop.ui.widgets.picture_choice import PictureChoice
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.word_offers import WordOffers
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class FormPanel(QWidget):
    """Fields in a column that scrolls, and `save` and `back` below it. Subclasses add fields and read them."""

    def __init__(self, theme: Theme, title: str, save: str, *, icon: Icon = Icon.CHECK) -> None:
        super().__init__()
        self._theme = theme
        self._rows: dict[str, FormRow] = {}
        self._title = WrapLabel(theme, title, TextStyle.TITLE)
        self._scroll = ScrollColumn(theme, gap=16)
        self.save = BigButton(theme, save, kind=ButtonKind.PRIMARY, icon=icon, key="F8")
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc", height=54)
        self.more = BigButton(theme, self.tr("More"), kind=ButtonKind.QUIET, icon=Icon.MORE)
        self._more_column = Column(theme, gap=16)
        self._more_part = holder(self._more_column)
        self.foot = FlowLayout(theme, gap=12)
        self.foot.addWidget(self.save)
        self.foot.addWidget(self.back)
        self._top = Row(theme, gap=12)
        self._top.addWidget(self._title, 1)
        column = Column(theme, gap=8)
        column.addLayout(self._top)
        column.addWidget(self._scroll, 1)
        column.addLayout(self.foot)
        self.setLayout(column)
        self._more_part.hide()
        self.more.clicked.connect(self._on_more)

    def title(self) -> str:
        """What the panel asks for."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Ask for something else."""
        self._title.setText(title)

    def add_field(self, key: str, words: str, field: QWidget, *, hint: str = "", is_more: bool = False) -> FormRow:
        """Add a labelled field; `key` is what a refusal calls it."""
        column = self._more_column if is_more else self._scroll.column
        self._rows[key] = form_row(self._theme, column, words, field, hint=hint)
        if isinstance(field, SentenceField):
            self._rows[key].add_below(WordOffers(self._theme, field))
        return self._rows[key]

    def add_beside_title(self, part: QWidget) -> None:
        """Put a button at the right of the title."""
        self._top.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)

    def add_above_foot(self, part: QWidget) -> None:
        """Put something above the acts, where it is in sight however long the fields are."""
        layout = self.layout()
        if isinstance(layout, Column):
            layout.insertWidget(layout.count() - 1, part)

    def add_part(self, part: QWidget) -> None:
        """Add something that is not a field."""
        self._scroll.add(part)

    def end_fields(self, *, has_more: bool) -> None:
        """Put More and the rest under the fields; called once, after all fields."""
        if has_more:
            self._scroll.add(self.more)
            self._scroll.add(self._more_part)
        else:
            self.more.hide()
        self._scroll.add_stretch()

    def open_more(self, *, is_open: bool) -> None:
        """Show or hide the fields that can wait."""
        self._more_part.setVisible(is_open)
        self.more.set_words(self.tr("Less") if is_open else self.tr("More"))
        self.more.set_icon(Icon.LESS if is_open else Icon.MORE)

    def show_error(self, key: str, words: str) -> bool:
        """Say beside a field what to put right; says whether there is such a field."""
        self.clear_errors()
        row = self._rows.get(key)
        if row is None:
            return False
        if self._more_part.isAncestorOf(row):
            self.open_more(is_open=True)
        row.show_error(words)
        return True

    def clear_errors(self) -> None:
        """Nothing is wrong any more."""
        for row in self._rows.values():
            row.clear_error()

    def error_words(self) -> str:
        """What is said beside the fields."""
        return " ".join(filter(None, (row.error_words() for row in self._rows.values())))

    def close_pictures(self) -> bool:
        """Close the pictures if they are open; says whether they were."""
        return any(choice.close_pictures() for choice in self.findChildren(PictureChoice))

    def first(self) -> QWidget:
        """The field to begin with."""
        return next(iter(self._rows.values())).field

    def begin(self) -> None:
        """Go to the first field, at the top."""
        self._scroll.verticalScrollBar().setValue(0)
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more(self) -> None:
        is_open = self._more_part.isHidden()
        self.open_more(is_open=is_open)
        if is_open:
            first = next((row for row in self._rows.values() if self._more_part.isAncestorOf(row)), None)
            if first is not None:
                first.field.setFocus(Qt.FocusReason.OtherFocusReason)
