"""The pictures beside the words: look at each, change it, or leave it out."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import PHOTOS, MinutesPanel
from coprod_desktop.ui.screens.minutes.picture_finder import PictureFinder, WhatToPicture
from coprod_desktop.ui.screens.minutes.picture_places import PicturePlace, picture_places
from coprod_desktop.ui.screens.minutes.remembered_pictures import Remembered, RememberedPictures
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.one_page_stack import OnePageStack
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.domain.ids import GroupId
    from coprod_desktop.services.bootstrap import Services


class PicturesPanel(MinutesPanel):
    """A row for each picture of what people said; one of them can be opened to change it."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._places: dict[str, PicturePlace] = {}
        self._chosen = ""
        self._words = WrapLabel(theme, "", TextStyle.BODY)
        self._rows = RowList(theme, self.tr("Pictures"))
        self.remembered = RememberedPictures(theme)
        self.photos_button = BigButton(theme, self.tr("Our own photos"), icon=Icon.PICTURE)
        self.finder = PictureFinder(theme, services.pictures)
        self._lay_out()
        self._connect()

    def on_shown(self) -> None:
        """The list first, as the pages in sight are."""
        self._show_places()
        self._show_list()

    def show_state(self, state: MeetingState) -> None:
        """What may have changed elsewhere or by Undo, while this panel is in sight; the pages follow."""
        if self.isVisible():
            self._show_remembered(state.group_id)

    def leave(self) -> bool:
        """Back from the pictures of one block to the list."""
        if not self._is_finding():
            return False
        self._show_list()
        return True

    def likeliest(self) -> BigButton | None:
        """None: which picture to change is for the person to say."""
        return None

    def focus_target(self) -> QWidget:
        """The first picture, else the way back."""
        keys = self._rows.keys()
        return self._rows.row(keys[0]).focus_target() if keys else self._way_back

    def rows(self) -> RowList:
        """The pictures of the minutes."""
        return self._rows

    def _lay_out(self) -> None:
        self._way_back = self.add_way_back(self.tr("Pictures"))
        for part in (self._words, self._rows, self.remembered):
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
        self.pages.made.connect(self._on_made)
        self.photos_button.clicked.connect(partial(self.panel_wanted.emit, PHOTOS))
        self.remembered.forget_requested.connect(self._on_forget)
        self.finder.chosen.connect(self._on_chosen)
        self.finder.left_out.connect(self._on_left_out)
        self.finder.as_at_first.connect(self._on_as_at_first)
        self.finder.back_requested.connect(self._show_list)

    # Showing

    def _is_finding(self) -> bool:
        return self._stack.currentWidget() is self.finder

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.middle)
        self.photos_button.show()
        self._show_remembered(self.bridge.state.group_id)
        keys = self._rows.keys()
        if keys:
            self._rows.focus_row(self._chosen if self._chosen in keys else keys[0])

    def _on_made(self) -> None:
        if not self.isVisible():
            return
        self._show_places()
        if self._is_finding() and self._chosen in self._places:
            self.finder.show_about(self._about())
        elif self._is_finding():
            self._show_list()

    def _show_places(self) -> None:
        content = self.pages.content
        self._places = picture_places(content) if content else {}
        self._words.setText(self._words_above())
        self._rows.set_rows([(key, self._row(key, place)) for key, place in self._places.items()])
        QTimer.singleShot(0, self, self._bring_focus)  # new rows have their places only then

    def _bring_focus(self) -> None:
        key = self._rows.focused_key()
        if key is not None:
            self.middle.ensureWidgetVisible(self._rows.row(key), 0, self.theme.px(14))

    def _words_above(self) -> str:
        order = self.pages.order
        if self.pages.content is None:
            return self.tr("Making the pages.")
        if not self._places:
            return self.tr("Nothing was said yet that needs a picture.")
        if order.format is not MinutesFormat.EASY_READ or not order.with_pictures:
            return self.tr("The minutes in sight have no pictures. Easy read shows them.")
        return self.tr("A good picture shows what the words say. Press one to change it.")

    def _row(self, key: str, place: PicturePlace) -> CardRow:
        image = None if place.is_left_out else self.services.pictures.image(place.block.picture).data
        page = self.pages.page_of_ref(place.block.ref)
        right = "" if page is None else self.tr("Page {page}").format(page=page + 1)
        words = RowWords(title=place.words, note=self._shows(place), right=right, picture=image, is_title_bold=False)
        row = CardRow(self.theme, words)
        row.pressed.connect(partial(self._on_row, key))
        return row

    def _shows(self, place: PicturePlace) -> str:
        if place.is_left_out:
            return self.tr("No picture here.")
        return place.block.alt if place.is_drawn else self.tr("No picture of its own. The next one says enough.")

    def _show_remembered(self, group_id: "GroupId | None") -> None:
        pictures = self.services.pictures
        choices = self.bridge.ask(lambda: pictures.group_choices(group_id)).value if group_id else None
        own = self._own_words()
        kept = (choices or {}).items()
        self.remembered.show_words(
            Remembered(word, own.get(picture, picture), pictures.image(picture).data) for word, picture in kept
        )

    def _about(self) -> WhatToPicture:
        place, pictures, state = self._places[self._chosen], self.services.pictures, self.bridge.state
        block = place.block
        fitting = self.bridge.ask(lambda: pictures.suggestions_for_block(state.id, block.ref, block.role, state))
        remember = self.bridge.ask(lambda: pictures.words_for_block(state.id, block.ref, block.role, state))
        return WhatToPicture(
            words=place.words,
            now="" if place.is_left_out else block.picture,
            shows=self._shows(place),
            fitting=fitting.value or (),
            remember=remember.value or (),
            group_id=state.group_id,
            own_words=self._own_words(),
        )

    def _own_words(self) -> dict[str, str]:
        group_id, pictures = self.bridge.state.group_id, self.services.own_pictures
        own = self.bridge.ask(lambda: pictures.own_pictures(group_id)).value if group_id else None
        return {one.picture_word: one.word for one in own or ()}

    # What was pressed

    def _on_row(self, key: str) -> None:
        self._chosen = key
        page = self.pages.page_of_ref(self._places[key].block.ref)
        if page is not None:
            self.page_wanted.emit(page)
        self._stack.setCurrentWidget(self.finder)
        self.photos_button.hide()
        self.finder.begin(self._about())

    def _on_chosen(self, picture: str, word: str) -> None:
        block, pictures, meeting_id = self._places[self._chosen].block, self.services.pictures, self.bridge.meeting_id
        self._choose(
            lambda: pictures.choose(
                meeting_id, block.ref, block.role, picture, remember_for_group=bool(word), word=word
            )
        )

    def _on_left_out(self) -> None:
        block, pictures, meeting_id = self._places[self._chosen].block, self.services.pictures, self.bridge.meeting_id
        self._choose(lambda: pictures.leave_out(meeting_id, block.ref, block.role))

    def _on_as_at_first(self) -> None:
        block, pictures, meeting_id = self._places[self._chosen].block, self.services.pictures, self.bridge.meeting_id
        self._choose(lambda: pictures.clear(meeting_id, block.ref, block.role))

    def _on_forget(self, word: str) -> None:
        group_id, pictures = self.bridge.state.group_id, self.services.pictures
        if group_id is not None and self._do(lambda: pictures.clear_group_choice(group_id, word)):
            self._show_remembered(group_id)
            if not self.remembered.focus_first():
                self.photos_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, act: Callable[[], None]) -> None:
        if self._do(act):
            self._show_list()

    def _do(self, act: Callable[[], None]) -> bool:
        is_done = self.bridge.ask(act).is_done
        if is_done:
            self.acted.emit("picture_chosen")
            self.pages.make()
        return is_done
