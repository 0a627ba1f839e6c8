"""Photos and symbols of the group's own, and what each person in a photo said to each use of it (DP-13)."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.services.picture_service import OwnPicture, PhotoUse, PictureFault, PictureKind, PictureRefused
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import PICTURES, MinutesPanel
from coprod_desktop.ui.screens.minutes.photo_form import PhotoForm
from coprod_desktop.ui.screens.minutes.symbols_form import SymbolsForm
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.folder_place import FolderPlace
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.one_page_stack import OnePageStack
from coprod_desktop.ui.widgets.open_place import OpenPlace
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.domain.ids import GroupId
    from coprod_desktop.services.bootstrap import Services


class PhotosPanel(MinutesPanel):
    """A row for each own picture; the chosen one shows who is in it and what they said."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._chosen = ""
        self._own: dict[str, OwnPicture] = {}
        self._words = WrapLabel(
            theme, self.tr("Your own photos say most. A photo needs a yes from each person in it."), TextStyle.BODY
        )
        self._rows = RowList(theme, self.tr("Our own photos"))
        self.form = PhotoForm(theme, bridge.name)
        self.symbols_form = SymbolsForm(theme)
        self.add_button = BigButton(theme, self.tr("Add a photo"), kind=ButtonKind.PRIMARY, icon=Icon.ADD, key="F8")
        self.symbols_button = BigButton(theme, self.tr("Add a folder of symbols"), icon=Icon.FOLDER)
        self._lay_out()
        self._connect()

    def likeliest(self) -> BigButton:
        """Adding a photo, or saving the form that is open."""
        shown = self._stack.currentWidget()
        if isinstance(shown, PhotoForm | SymbolsForm):
            return shown.save
        return self.add_button

    def on_shown(self) -> None:
        """The list first."""
        self._show_list()

    def leave(self) -> bool:
        """Back from a form to the list."""
        if self._stack.currentWidget() is self.middle:
            return False
        self._show_list()
        return True

    def is_half_typed(self) -> bool:
        """Whether a form holds words that are not saved."""
        shown = self._stack.currentWidget()
        return isinstance(shown, PhotoForm | SymbolsForm) and shown.is_half_typed()

    def rows(self) -> RowList:
        """The own pictures."""
        return self._rows

    def _lay_out(self) -> None:
        self.add_way_back(self.tr("Our own photos"), self.tr("To the pictures"), PICTURES)
        self.middle.add(self._words)
        self.middle.add(self._rows)
        self.middle.add_stretch()
        self._stack = OnePageStack()
        layout = self.layout()
        assert isinstance(layout, Column)
        layout.removeWidget(self.middle)
        layout.insertWidget(1, self._stack, 1)
        for part in (self.middle, self.form, self.symbols_form):
            self._stack.addWidget(part)
        self.acts.addWidget(self.add_button, 3)
        self.acts.addWidget(self.symbols_button, 2)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add)
        self.symbols_button.clicked.connect(self._on_add_symbols)
        self.form.saved.connect(self._on_saved)
        self.symbols_form.saved.connect(self._on_symbols)
        self.form.back_requested.connect(self._show_list)
        self.symbols_form.back_requested.connect(self._show_list)

    # The list

    def _show_list(self) -> None:
        self._put_in_sight(self.middle)
        group_id = self._group_id()
        own = self.services.pictures.own_pictures(group_id) if group_id else ()
        self._own = {str(one.id): one for one in own}
        self._rows.set_rows([(key, self._row(key, one)) for key, one in self._own.items()])

    def _put_in_sight(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        is_list = part is self.middle
        self.add_button.setVisible(is_list)
        self.symbols_button.setVisible(is_list)

    def _row(self, key: str, own: OwnPicture) -> CardRow:
        words = RowWords(title=own.word, note=self._note(own), picture=own.data)
        row = CardRow(self.theme, words)
        row.pressed.connect(partial(self._on_row, key))
        if key == self._chosen:
            row.set_chosen(is_chosen=True)
            for who in self.services.pictures.people_in(own.id):
                row.add_below(self._yeses(own, who))
            remove = BigButton(self.theme, self.tr("Take it away"), icon=Icon.REMOVE)
            remove.clicked.connect(partial(self._on_remove, key))
            row.add_below(remove)
        return row

    def _note(self, own: OwnPicture) -> str:
        if own.kind is PictureKind.SYMBOL:
            return own.credit
        people = self.services.pictures.people_in(own.id)
        if not people:
            return self.tr("Nobody is in it.")
        may_print = self.services.pictures.may_use(own.id, PhotoUse.MINUTES)
        return self.tr("It may be in the minutes.") if may_print else self.tr("Not in the minutes: a yes is missing.")

    def _yeses(self, own: OwnPicture, who: PersonId) -> FormRow:
        uses = {
            PhotoUse.OWN_SHEET: self.tr("their own sheet"),
            PhotoUse.WHO_IS_WHO: self.tr("the page who is who"),
            PhotoUse.WALL: self.tr("the wall"),
            PhotoUse.MINUTES: self.tr("the minutes"),
            PhotoUse.OUTSIDE: self.tr("outside the group"),
        }
        words = self.tr("{name} says yes to it on:").format(name=self.bridge.name(who))
        buttons = ChoiceButtons(
            self.theme, words, [Choice(use.value, said) for use, said in uses.items()], is_several=True
        )
        said_yes = [one.use for one in self.services.pictures.yeses(own.id) if one.person_id == who and one.is_yes]
        buttons.set_chosen(*(use.value for use in said_yes))
        buttons.chosen_changed.connect(partial(self._on_yes, own, who, buttons))
        return FormRow(self.theme, words, buttons)

    def _group_id(self) -> "GroupId | None":
        return self.bridge.state.group_id if self.bridge.has_meeting else None

    # What was pressed

    def _on_row(self, key: str) -> None:
        self._chosen = "" if key == self._chosen else key
        self._show_list()

    def _on_yes(self, own: OwnPicture, who: PersonId, buttons: ChoiceButtons) -> None:
        pictures = self.services.pictures
        before = {one.use for one in pictures.yeses(own.id) if one.person_id == who and one.is_yes}
        now = {PhotoUse(key) for key in buttons.chosen()}
        for use in before ^ now:
            self._do(partial(pictures.say, own.id, who, use, use in now))
        row = self._rows.row(str(own.id))
        row.show_words(RowWords(title=own.word, note=self._note(own), picture=own.data))
        self.pages.make()

    def _on_remove(self, key: str) -> None:
        if self._do(partial(self.services.pictures.remove, self._own[key].id)):
            self._chosen = ""
            self._show_list()
            self.pages.make()

    def _on_add(self) -> None:
        path = OpenPlace.ask(self, self.tr("Which photo?"), self.tr("Photos (*.jpg *.jpeg *.png *.webp)"))
        if path is not None:
            self._put_in_sight(self.form)
            self.form.begin_with(path, [person.id for person in self.bridge.people])

    def _on_saved(self) -> None:
        group_id, form = self._group_id(), self.form
        if group_id is None or form.path is None:
            return
        path: Path = form.path
        word, alt, people = form.word.text().strip(), form.shows.text().strip(), form.people.value()
        try:
            added = self.services.pictures.add_photo(group_id, path, word, alt, people)
        except PictureRefused as refused:
            key = "alt" if refused.fault is PictureFault.NAMES_SOMEBODY else "word"
            form.show_error(key, self._fault_words(refused.fault))
            return
        except StorageFault as fault:
            self.bridge.failed.emit(fault)
            return
        self._chosen = str(added.picture.id)
        self._show_list()
        if added.is_sharp:
            self.told.emit(self.tr("The photo is added."))
        else:
            self.warned.emit(self.tr("The photo is added. It is small, and may look rough on paper."))

    def _on_add_symbols(self) -> None:
        folder = FolderPlace.ask(self, self.tr("Which folder holds the symbols?"))
        if folder is not None:
            self._put_in_sight(self.symbols_form)
            self.symbols_form.begin_with(folder)

    def _on_symbols(self) -> None:
        group_id, form = self._group_id(), self.symbols_form
        if group_id is None or form.folder is None:
            return
        try:
            added = self.services.pictures.add_symbol_folder(group_id, form.folder, form.credit.text().strip())
        except PictureRefused as refused:
            form.show_error("credit", self._fault_words(refused.fault))
            return
        except StorageFault as fault:
            self.bridge.failed.emit(fault)
            return
        self._show_list()
        told = self.tr("Symbols added: {count}. Left out: {left}.")
        self.told.emit(told.format(count=added.added + added.replaced, left=len(added.left_out)))

    def _do(self, act) -> bool:  # type: ignore[no-untyped-def]
        try:
            act()
        except StorageFault as fault:
            self.bridge.failed.emit(fault)
            return False
        return True

    def _fault_words(self, fault: PictureFault) -> str:
        words = {
            PictureFault.NOT_A_PICTURE: self.tr("This file is not a picture that we can read."),
            PictureFault.TOO_LARGE: self.tr("This picture is too large. Please make it smaller first."),
            PictureFault.DAMAGED: self.tr("This file is damaged."),
            PictureFault.UNSAFE: self.tr("This file could do harm. It was not taken."),
            PictureFault.NOT_READABLE: self.tr("This file cannot be read."),
            PictureFault.EMPTY_FOLDER: self.tr("There is no picture in this folder."),
            PictureFault.TOO_MANY: self.tr("There are too many files in this folder."),
            PictureFault.NAMES_SOMEBODY: self.tr("Please leave out names here."),
        }
        return words[fault]
