"""A field for a date, typed or changed by arrow keys, that shows the day of the week."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QDateTimeEdit, QSizePolicy, QWidget

from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.field_paint import (
    FIELD_HEIGHT,
    FIELD_PADDING,
    FIELD_RADIUS,
    make_see_through,
    paint_field,
)
from coprod_desktop.ui.widgets.press_button import FocusOutline
from coprod_desktop.ui.widgets.text_block import natural_width

_NO_DATE = QDate(1900, 1, 1)
_FORMAT = "d MMMM yyyy"
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class DateField(QDateEdit):
    """A day, or none. The weekday is worked out, never typed (ER-21). Signal: `day_changed`."""

    day_changed = Signal()

    def __init__(self, theme: Theme, day: date | None = None, *, no_date_words: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setDisplayFormat(_FORMAT)
        self.setCalendarPopup(False)
        self.setMinimumDate(_NO_DATE)
        self.setSpecialValueText(no_date_words or self.tr("No date yet"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        make_see_through(self)
        self.set_day(day)
        self.dateChanged.connect(self._on_date_changed)
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)

    def day(self) -> date | None:
        """The day shown, or none."""
        shown = self.date()
        return None if shown == _NO_DATE else date(shown.year(), shown.month(), shown.day())

    def set_day(self, day: date | None) -> None:
        """Show a day, or that there is none."""
        self.setDate(_NO_DATE if day is None else QDate(day.year, day.month, day.day))

    def weekday_words(self) -> str:
        """The day of the week in words, or nothing."""
        return "" if self.date() == _NO_DATE else self.locale().dayName(self.date().dayOfWeek())

    def stepBy(self, steps: int) -> None:
        """Up and Down change a part of the date; without a date they start from today."""
        if self.date() == _NO_DATE:
            self.setDate(QDate.currentDate())
        else:
            super().stepBy(steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go to another part; a figure typed where there is no date yet begins with today."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and self.date() != _NO_DATE and event.modifiers() in _PLAIN:
            self._go_to_part(self.currentSectionIndex() + step)
            return
        if self.date() == _NO_DATE and event.text().isdigit():
            self.setDate(QDate.currentDate())
            self.setSelectedSection(QDateTimeEdit.Section.DaySection)
        super().keyPressEvent(event)

    def _go_to_part(self, index: int) -> None:
        if 0 <= index < self.sectionCount():
            self.setSelectedSection(self.sectionAt(index))

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes to the next field; without a date Qt would keep the focus for ever (UI-01)."""
        return QWidget.focusNextPrevChild(self, is_next)

    def focus_outline(self) -> FocusOutline:
        """Where the focus ring goes."""
        return FocusOutline(self, FIELD_RADIUS)

    def sizeHint(self) -> QSize:
        """Room for the longest date and weekday."""
        words = natural_width(self._theme, "30 September 2026", TextStyle.BODY)
        height = max(self._theme.px(FIELD_HEIGHT), self.fontMetrics().height() + self._theme.px(16))
        return QSize(words + self._weekday_width() + self._theme.px(2 * FIELD_PADDING), height)

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page and changes nothing."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the weekday."""
        theme = self._theme
        painter = QPainter(self)
        paint_field(painter, theme, self)
        painter.setFont(theme.font(TextStyle.BODY))
        painter.setPen(theme.colours.muted)
        area = QRectF(self.rect()).adjusted(0, 0, -theme.px(FIELD_PADDING), 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, right, self.weekday_words())

    def _weekday_width(self) -> int:
        return natural_width(self._theme, "Wednesday", TextStyle.BODY) + self._theme.px(16)

    def _on_date_changed(self) -> None:
        self.update()
        self.day_changed.emit()

    def _on_theme_changed(self) -> None:
        side = self._theme.px(FIELD_PADDING - 2)
        self.lineEdit().setTextMargins(side, 0, self._weekday_width(), 0)
        self.updateGeometry()
