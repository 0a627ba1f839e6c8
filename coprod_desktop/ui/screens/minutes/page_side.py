"""The page as it will print, with buttons to turn it and to make it bigger."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QStackedLayout

from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.layouts import Row
from coprod_desktop.ui.widgets.page_preview import PagePreview
from coprod_desktop.ui.widgets.text_field import TextField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_BIGGER = 2.0


class PageSide(Card):
    """Shows the pages in sight, one at a time."""

    def __init__(self, theme: Theme, pages: PagesInSight) -> None:
        super().__init__(theme, pages.copy_words(), padding=18, is_sunken=True)
        self._pages = pages
        self._page = 0
        self._order = pages.order
        making = self.tr("Making the pages.")
        self._page_words = WrapLabel(theme, making, TextStyle.NOTE, align=Qt.AlignmentFlag.AlignRight)
        self._preview = PagePreview(theme)
        self._text = TextField(theme, lines=8)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Plain text"))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._shown = QStackedLayout()
        quiet = ButtonKind.QUIET  # they turn the page; the choices stand beside it
        self.back_button = BigButton(theme, self.tr("Back"), kind=quiet, icon=Icon.PREVIOUS_PAGE)
        self.bigger_button = BigButton(theme, self.tr("Bigger"), kind=quiet, icon=Icon.ZOOM_IN)
        self.next_button = BigButton(theme, self.tr("Next"), kind=quiet, icon=Icon.NEXT_PAGE)
        self._lay_out(theme)
        pages.made.connect(self._on_made)
        pages.failed.connect(self._on_failed)
        pages.order_changed.connect(self._on_order_changed)

    def page_words(self) -> str:
        """Which page is in sight, such as "Easy read. Page 4 of 9"; empty until pages are made."""
        return self._preview.accessibleName() if self._pages.data else ""

    def page(self) -> int:
        """The page in sight, from 0."""
        return self._page

    def turn_to(self, page: int) -> None:
        """Show another page, from 0; the nearest there is."""
        self._page = page
        self._show()

    def _lay_out(self, theme: Theme) -> None:
        buttons = Row(theme, gap=12)
        for button in (self.back_button, self.bigger_button, self.next_button):
            button.setEnabled(False)  # until there are pages
            buttons.addWidget(button, 1)
        self.add_beside_heading(self._page_words)
        self.add_layout(self._shown, 1)
        self._shown.addWidget(self._preview)  # not before, or it would be a window of its own
        self._shown.addWidget(self._text)
        self.add_layout(buttons)
        self.back_button.clicked.connect(self._on_back)
        self.next_button.clicked.connect(self._on_next)
        self.bigger_button.clicked.connect(self._on_bigger)

    def _show(self) -> None:
        is_text, count = self._pages.is_text, self._pages.count
        self._shown.setCurrentWidget(self._text if is_text else self._preview)
        self._page = max(0, min(self._page, count - 1))
        note = self.tr("Page {page} of {count}").format(page=self._page + 1, count=count) if count else ""
        heading = self._pages.copy_words()
        self.set_heading(heading)
        self._page_words.setText(note)
        for button in (self.back_button, self.bigger_button, self.next_button):
            button.setVisible(not is_text)
        self.back_button.setEnabled(self._page > 0)
        self.next_button.setEnabled(self._page + 1 < count)
        self.bigger_button.setEnabled(count > 0)
        if count:
            image = self._pages.image(self._page, self._preview.zoom())
            self._preview.show_page(image, f"{heading}. {note}")

    def _on_made(self) -> None:
        if self._pages.is_text:
            place = self._text.verticalScrollBar().value()
            self._text.setPlainText(self._pages.data.decode())
            self._text.verticalScrollBar().setValue(place)
        self._show()

    def _on_failed(self, _fault: Exception) -> None:
        """Nothing is being made any more."""
        self._page_words.setText(self.tr("There are no pages."))

    def _on_order_changed(self) -> None:
        """Other minutes begin at their first page, a person's own copy at the page that is for them."""
        before, self._order = self._order, self._pages.order
        if self._order.for_person != before.for_person:
            self._page = 1 if self._order.for_person else 0
        elif self._order.format is not before.format:
            self._page = 0
        self.set_heading(self._pages.copy_words())
        self._page_words.setText(self.tr("Making the pages."))

    def _on_back(self) -> None:
        self.turn_to(self._page - 1)

    def _on_next(self) -> None:
        self.turn_to(self._page + 1)

    def _on_bigger(self) -> None:
        is_big = self._preview.zoom() > 1
        self._preview.set_zoom(1.0 if is_big else _BIGGER)
        self.bigger_button.set_words(self.tr("Bigger") if is_big else self.tr("Whole page"))
        self.bigger_button.set_icon(Icon.ZOOM_IN if is_big else Icon.ZOOM_OUT)
        self._show()
