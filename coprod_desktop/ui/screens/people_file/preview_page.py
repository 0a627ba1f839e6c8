"""Everybody in a file before anything is kept: rows with their questions, and beside them what will happen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.services.people_file.opened_file import OpenedFile
from coprod_desktop.services.people_file.preview import Preview
from coprod_desktop.ui.room_sight import RoomSight
from coprod_desktop.ui.screens.people_file.finding_words import RowWording, file_note_words
from coprod_desktop.ui.screens.people_file.preview_rows import PreviewRows
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.announce import announce
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.private_cover import PrivateCover
from coprod_desktop.ui.widgets.tab_order import tab_stops
from coprod_desktop.ui.widgets.view_keeping import keep_in_view
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class PreviewPage(QWidget):
    """Signals: `bring_in_requested(preview)`; `columns_requested`; `closed`, to go back to choosing a file."""

    bring_in_requested = Signal(object)
    columns_requested = Signal()
    closed = Signal()

    def __init__(
        self, theme: Theme, sight: RoomSight, wording: RowWording, opened: OpenedFile, preview: Preview
    ) -> None:
        super().__init__()
        self._theme = theme
        self._wording = wording
        self.preview = preview
        self.bring_in = BigButton(theme, "", kind=ButtonKind.PRIMARY, icon=Icon.ADD_PERSON, key="F8", height=52)
        self.columns = BigButton(theme, self.tr("Change the columns"), icon=Icon.REWORD)
        self.back = BigButton(theme, self.tr("Choose another file"), kind=ButtonKind.QUIET, icon=Icon.BACK)
        self._counts = WrapLabel(theme, "", TextStyle.BODY)
        self._card = Card(theme, self.tr("People in this file"), self._heading_note(), heading_style=TextStyle.TITLE)
        self.cover = PrivateCover(theme, sight, self._make_rows)
        self._card.add(self.cover, 1)
        self._area = WorkArea(theme, self._card, self._make_side(opened))
        column = Column(theme)
        column.addWidget(self._area)
        self.setLayout(column)
        self.bring_in.clicked.connect(self._on_bring_in)
        self.columns.clicked.connect(self.columns_requested)
        self.back.clicked.connect(self.closed)
        self.cover.uncovered.connect(self._on_uncovered)
        self._show_counts()

    @property
    def rows(self) -> PreviewRows | None:
        """The rows, None while the room can see the screen or nobody has answered."""
        content = self.cover.content
        return content if isinstance(content, PreviewRows) else None

    def begin(self) -> None:
        """Go to the first question, or to the likeliest act."""
        stops = tab_stops(self.cover)
        target = stops[0] if stops else self.bring_in
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        keep_in_view(self._theme, self._card)  # the title too, where there is room for both

    def _on_uncovered(self) -> None:
        self._area.arrange()
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):  # no row asks anything, so no row took the focus
            self.begin()
        else:
            keep_in_view(self._theme, self._card)

    def _heading_note(self) -> str:
        return self.tr("Nothing is kept yet. Rows with a question come first.")

    def _make_rows(self) -> PreviewRows:
        rows = PreviewRows(self._theme, self._wording, self.preview)
        rows.answered.connect(self._on_answered)
        return rows

    def _make_side(self, opened: OpenedFile) -> QWidget:
        side = Card(self._theme, self.tr("What happens now"))
        side.add(self._counts)
        side.add(self.bring_in)
        asked = (
            [self.tr("If you leave a question, we use the choice that is ticked.")] if self.preview.open_count else []
        )
        for words in (
            *asked,
            self.tr("What helps people waits until you have asked them."),
            *(file_note_words(note) for note in opened.notes),
        ):
            side.add(WrapLabel(self._theme, words, TextStyle.NOTE))
        side.add_stretch()
        side.add(self.columns)
        side.add(self.back)
        return side

    def _on_answered(self, number: int, key: str, answers: list[str]) -> None:
        self.preview = self.preview.answered(number, key, *answers)
        if self.rows is not None:
            self.rows.show_preview(self.preview, number, key)
        before = self._counts.text()
        self._show_counts()
        if self._counts.text() != before:
            announce(self, self._open_words())

    def _show_counts(self) -> None:
        count = len(self.preview.drafts)
        words = self.tr("Bring in this person") if count == 1 else self.tr("Bring in these {count} people")
        self.bring_in.set_words(words.format(count=f"{count:,}"))
        self.bring_in.setEnabled(count > 0)
        left, refused = self.preview.left_out_count, self.preview.refused_count
        lines = [
            self._open_words(),
            self.tr("Rows that are left out: {count}.").format(count=f"{left:,}") if left else "",
            self.tr("Rows that cannot be brought in: {count}.").format(count=f"{refused:,}") if refused else "",
        ]
        self._counts.setText("\n".join(filter(None, lines)))

    def _open_words(self) -> str:
        count = self.preview.open_count
        if not count:
            return self.tr("There is no question left.")
        return (
            self.tr("1 question is open.")
            if count == 1
            else self.tr("{count} questions are open.").format(count=f"{count:,}")
        )

    def _on_bring_in(self) -> None:
        self.bring_in_requested.emit(self.preview)
