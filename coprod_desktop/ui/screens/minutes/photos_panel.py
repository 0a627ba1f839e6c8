"""Photos and symbols of the group's own, and what each person in a photo said to each use of it (DP-13)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.services.own_picture_service import FoundSymbols, OwnPicture, PhotoUse, PictureKind, PictureRefused
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.picture_keeping import keep
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import PICTURES, MinutesPanel
from coprod_desktop.ui.screens.minutes.photo_list import PhotoList
from coprod_desktop.ui.screens.minutes.symbol_reading import SymbolReading
from coprod_desktop.ui.screens.minutes.symbols_form import SymbolsForm
from coprod_desktop.ui.screens.minutes.symbols_page import SymbolsPage
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.folder_place import FolderPlace
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.one_page_stack import OnePageStack
from coprod_desktop.ui.widgets.open_place import OpenPlace
from coprod_desktop.ui.widgets.photo_facts import PhotoFacts, photo_facts
from coprod_desktop.ui.widgets.photo_form import PhotoForm
from coprod_desktop.ui.widgets.photo_page import PhotoPage
from coprod_desktop.ui.widgets.picture_fault_words import picture_fault_words

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class PhotosPanel(MinutesPanel):
    """A list of what the group has; from it to one photo, to the symbols of one source, and to what adds more."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._pictures = services.own_pictures
        self._chosen = ""
        self.list = PhotoList(theme)
        self.page = PhotoPage(theme, bridge.name)
        self.symbols_page = SymbolsPage(theme)
        self.form = PhotoForm(theme, bridge.name)
        self.symbols_form = SymbolsForm(theme)
        self.reading = SymbolReading(theme, self._pictures, services.error_log)
        self.add_button = BigButton(theme, self.tr("Add a photo"), kind=ButtonKind.PRIMARY, icon=Icon.ADD, key="F8")
        symbols = self.tr("Add a folder of symbols")
        self.symbols_button = BigButton(theme, symbols, kind=ButtonKind.QUIET, icon=Icon.FOLDER)
        self._lay_out()
        self._connect()

    def likeliest(self) -> BigButton | None:
        """Adding a photo, or saving the form that is open."""
        shown = self._stack.currentWidget()
        if isinstance(shown, PhotoForm | SymbolsForm):
            return shown.save
        return self.add_button if shown is self.middle else None

    def on_shown(self) -> None:
        """The list first."""
        self._show_list()

    def show_state(self, state: MeetingState) -> None:
        """What may have changed elsewhere or by Undo; what is open stays open as long as it is there."""
        if state.group_id is None or not self.isVisible():
            return
        self._read()
        shown, photo = self._stack.currentWidget(), self._photo()
        if shown is self.page and photo is not None:
            self.page.show_facts(self._facts(photo))
        elif shown in (self.page, self.symbols_page):
            self._show_list()

    def leave(self) -> bool:
        """Back from what is open to the list."""
        if self._stack.currentWidget() is self.middle:
            return False
        self.reading.stop()
        self._show_list()
        return True

    def is_half_typed(self) -> bool:
        """Whether a form holds words that are not saved."""
        shown = self._stack.currentWidget()
        return isinstance(shown, PhotoForm | SymbolsForm) and shown.is_half_typed()

    def end(self) -> None:
        """Stop looking at symbols."""
        self.reading.end()

    def _lay_out(self) -> None:
        self.add_way_back(self.tr("Our own photos"), self.tr("To the pictures"), PICTURES)
        self.middle.add(self.list)
        self.middle.add_stretch()
        self._stack = OnePageStack()
        layout = self.layout()
        assert isinstance(layout, Column)
        layout.removeWidget(self.middle)
        layout.insertWidget(1, self._stack, 1)
        for part in (self.middle, self.page, self.symbols_page, self.form, self.symbols_form, self.reading):
            self._stack.addWidget(part)
        self.acts.addWidget(self.add_button, 3)
        self.acts.addWidget(self.symbols_button, 2)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add)
        self.symbols_button.clicked.connect(self._on_add_symbols)
        self.list.pressed.connect(self._on_row)
        self.page.said.connect(self._on_said)
        self.page.remove_requested.connect(self._on_remove)
        self.symbols_page.remove_requested.connect(self._on_remove_symbols)
        self.form.saved.connect(self._on_saved)
        self.symbols_form.saved.connect(self._on_symbols_saved)
        for part in (self.page, self.symbols_page, self.form, self.symbols_form):
            part.back_requested.connect(self._show_list)
        self.reading.found.connect(self._on_symbols_found)
        self.reading.ended.connect(self._on_symbols_ended)

    # What there is

    def _group_id(self) -> GroupId | None:
        return self.bridge.state.group_id if self.bridge.has_meeting else None

    def _own(self) -> tuple[OwnPicture, ...]:
        group_id = self._group_id()
        return (self.bridge.ask(lambda: self._pictures.own_pictures(group_id)).value or ()) if group_id else ()

    def _read(self) -> None:
        own = self._own()
        photos = [self._facts(one) for one in own if one.kind is PictureKind.PHOTO]
        self.list.show_all(photos, [one for one in own if one.kind is PictureKind.SYMBOL])

    def _facts(self, own: OwnPicture) -> PhotoFacts:
        return photo_facts(own, self._pictures, self.bridge.name)

    def _photo(self) -> OwnPicture | None:
        return next((one for one in self._own() if str(one.id) == self._chosen), None)

    def _show_list(self) -> None:
        was_open = self._stack.currentWidget() is not self.middle
        self._put_in_sight(self.middle)
        self._read()
        if was_open and not self.list.focus(self._chosen):
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_in_sight(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        is_list = part is self.middle
        self.add_button.setVisible(is_list)
        self.symbols_button.setVisible(is_list)

    # One photo, or the symbols of one source

    def _on_row(self, key: str) -> None:
        self._chosen = key
        photo = self._photo()
        if photo is not None:
            self._put_in_sight(self.page)
            self.page.begin(self._facts(photo))
        else:
            self._put_in_sight(self.symbols_page)
            self.symbols_page.begin(key, [one for one in self._own() if one.credit == key])

    def _on_said(self, who: str, use: PhotoUse, is_yes: bool) -> None:
        photo, recorder = self._photo(), self.page.recorder.text()
        if photo is None:
            return
        self._do("photo_answered", lambda: self._pictures.say(photo.id, PersonId(who), use, is_yes, recorder))
        self.page.show_facts(self._facts(photo))

    def _on_remove(self) -> None:
        photo = self._photo()
        if photo is not None and self._do("picture_removed", lambda: self._pictures.remove(photo.id)):
            self._show_list()

    def _on_remove_symbols(self) -> None:
        group_id, credit = self._group_id(), self._chosen
        if group_id is not None and self._do(
            "picture_removed", lambda: self._pictures.remove_symbols(group_id, credit)
        ):
            self._show_list()

    def _do(self, kind: str, act: Callable[[], object]) -> bool:
        """Do something that can change pages and that Undo takes back."""
        is_done = self.bridge.ask(act).is_done
        if is_done:
            self.acted.emit(kind)
            self.pages.make()
        return is_done

    # A new photo

    def _on_add(self) -> None:
        kinds = self.tr("Photos (*.jpg *.jpeg *.png *.webp)")
        path = OpenPlace.ask(self, self.tr("Which photo?"), kinds)
        if path is None:
            return
        try:
            picture = self._pictures.look_at_photo(path)
        except PictureRefused as refused:
            self.warned.emit(picture_fault_words(refused.fault))
            return
        self._put_in_sight(self.form)
        self.form.begin_with(path, picture.data, [person.id for person in self.bridge.people])

    def _on_saved(self) -> None:
        group_id, form = self._group_id(), self.form
        path, word, alt, people = form.path, form.word.text(), form.shows.text(), form.people.value()
        if group_id is None or path is None:
            return
        added = keep(
            lambda: self._pictures.add_photo(group_id, path, word, alt, people), form, self.bridge, self.warned.emit
        )
        if added is None:
            return
        self._on_row(str(added.picture.id))
        self.acted.emit("photo_added")
        self.pages.make()
        if not added.is_sharp:
            self.warned.emit(self.tr("The photo is added. It is small, and may look rough on paper."))

    # New symbols

    def _on_add_symbols(self) -> None:
        folder = FolderPlace.ask(self, self.tr("Which folder holds the symbols?"))
        if folder is not None:
            self._put_in_sight(self.reading)
            self.reading.begin(folder)

    def _on_symbols_found(self, found: FoundSymbols) -> None:
        if self._stack.currentWidget() is self.reading:
            self._put_in_sight(self.symbols_form)
            self.symbols_form.begin_with(found)

    def _on_symbols_ended(self, words: str) -> None:
        if self._stack.currentWidget() is self.reading:
            self._show_list()
            if words:
                self.warned.emit(words)

    def _on_symbols_saved(self) -> None:
        group_id, form = self._group_id(), self.symbols_form
        if group_id is None:
            return
        credit = form.credit.text()
        added = keep(
            lambda: self._pictures.add_symbols(group_id, form.found, credit), form, self.bridge, self.warned.emit
        )
        if added is None:
            return
        self._chosen = credit.strip()
        self._show_list()
        self.acted.emit("symbols_added")
        self.pages.make()
