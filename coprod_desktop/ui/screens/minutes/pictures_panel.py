"""The pictures beside the words: look at each, change it, or leave it out."""

from functools import partial
from typing import TYPE_CHECKING

from coprod_desktop.services.minutes_service import Block, MinutesContent
from coprod_desktop.services.picture_service import NO_PICTURE, BlockRole
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import PHOTOS, MinutesPanel
from coprod_desktop.ui.screens.minutes.picture_finder import PictureFinder
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.one_page_stack import OnePageStack
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_CHOOSABLE = (BlockRole.DECISION, BlockRole.IDEA, BlockRole.ASKED, BlockRole.OWNER, BlockRole.ACTION)


class PicturesPanel(MinutesPanel):
    """A row for each picture of what people said; one of them can be opened to change it."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._blocks: dict[str, Block] = {}
        self._chosen = ""
        self._words = WrapLabel(theme, self.tr("A good picture shows what the words say."), TextStyle.BODY)
        self._none = WrapLabel(theme, self.tr("Nothing was said yet that needs a picture."), TextStyle.BODY)
        self._rows = RowList(theme, self.tr("Pictures"))
        self.photos_button = BigButton(theme, self.tr("Our own photos"), icon=Icon.PICTURE)
        self.finder = PictureFinder(theme, services.pictures)
        self._lay_out()
        self._connect()

    def on_shown(self) -> None:
        """The list first, as the pages in sight are."""
        self._show_list()
        self._show()

    def leave(self) -> bool:
        """Back from the pictures of one block to the list."""
        if self._stack.currentWidget() is not self.finder:
            return False
        self._show_list()
        return True

    def likeliest(self) -> BigButton | None:
        """None: which picture to change is for the person to say."""
        return None

    def rows(self) -> RowList:
        """The pictures of the minutes."""
        return self._rows

    def _lay_out(self) -> None:
        self.add_way_back(self.tr("Pictures"))
        for part in (self._words, self._none, self._rows):
            self.middle.add(part)
        self.middle.add_stretch()
        self._stack = OnePageStack()
        layout = self.layout()
        assert isinstance(layout, Column)
        layout.removeWidget(self.middle)
        layout.insertWidget(1, self._stack, 1)
        self._stack.addWidget(self.middle)
        self._stack.addWidget(self.finder)
        self.acts.addWidget(self.photos_button, 1)

    def _connect(self) -> None:
        self.pages.made.connect(self._show)
        self.photos_button.clicked.connect(partial(self.panel_wanted.emit, PHOTOS))
        self.finder.chosen.connect(self._on_chosen)
        self.finder.left_out.connect(self._on_left_out)
        self.finder.as_at_first.connect(self._on_as_at_first)
        self.finder.back_requested.connect(self._show_list)

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.middle)
        self.photos_button.show()
        if self._chosen in self._blocks:
            self._rows.focus_row(self._chosen)

    def _show(self) -> None:
        content = self.pages.content
        self._blocks = _choosable(content) if content else {}
        self._none.setVisible(not self._blocks)
        self._rows.set_rows([(key, self._row(key, block)) for key, block in self._blocks.items()])

    def _row(self, key: str, block: Block) -> CardRow:
        title = block.sentences[0] if block.sentences else block.label
        is_out = block.picture == NO_PICTURE
        note = self.tr("No picture") if is_out else block.alt
        image = None if is_out else self.services.pictures.image(block.picture).data
        row = CardRow(self.theme, RowWords(title=title, note=note, picture=image, is_title_bold=False))
        row.pressed.connect(partial(self._on_row, key))
        return row

    # What was pressed

    def _on_row(self, key: str) -> None:
        self._chosen = key
        block, pictures, meeting_id = self._blocks[key], self.services.pictures, self.bridge.meeting_id
        page = self.pages.page_of_ref(block.ref)
        if page is not None:
            self.page_wanted.emit(page)
        fitting = self.bridge.ask(lambda: pictures.suggestions_for_block(meeting_id, block.ref, block.role)).value or ()
        remember = self.bridge.ask(lambda: pictures.words_for_block(meeting_id, block.ref, block.role)).value or ()
        self._stack.setCurrentWidget(self.finder)
        self.photos_button.hide()
        self.finder.begin(" ".join(block.sentences) or block.label, fitting, remember)

    def _on_chosen(self, picture: str, word: str) -> None:
        block, pictures, meeting_id = self._blocks[self._chosen], self.services.pictures, self.bridge.meeting_id
        self._do(
            lambda: pictures.choose(
                meeting_id, block.ref, block.role, picture, remember_for_group=bool(word), word=word
            )
        )

    def _on_left_out(self) -> None:
        block, pictures, meeting_id = self._blocks[self._chosen], self.services.pictures, self.bridge.meeting_id
        self._do(lambda: pictures.leave_out(meeting_id, block.ref, block.role))

    def _on_as_at_first(self) -> None:
        block, pictures, meeting_id = self._blocks[self._chosen], self.services.pictures, self.bridge.meeting_id
        self._do(lambda: pictures.clear(meeting_id, block.ref, block.role))

    def _do(self, act) -> None:  # type: ignore[no-untyped-def]
        if self.bridge.ask(act).is_done:
            self._show_list()
            self.acted.emit("picture_chosen")
            self.pages.make()


def _choosable(content: MinutesContent) -> dict[str, Block]:
    blocks = (block for section in content.sections for block in section.blocks)
    found: dict[str, Block] = {}
    for block in blocks:
        if block.ref and block.role in _CHOOSABLE and not block.continues:
            found.setdefault(f"{block.ref} {block.role.value}", block)
    return found
