"""One place on one calm page: what it is called, how to get there, what it has, and photos of it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.own_picture import OwnPicture
from coprod_desktop.domain.venue import Venue, VenueCheck
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.letters_hint import CannotPrint
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.saved_field import SavedField
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.venue_check_row import VenueCheckRow
from coprod_desktop.ui.widgets.venue_photos import VenuePhotos
from coprod_desktop.ui.widgets.venue_words import one_line
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_NAME, _WAY, _PHOTOS = "name", "way", "photos"

_CHECKS: Final = {
    "in": (
        VenueCheck.STEP_FREE,
        VenueCheck.DOORS,
        VenueCheck.TURNING,
        VenueCheck.TABLE,
        VenueCheck.TOILET,
        VenueCheck.CHANGING_PLACE,
        VenueCheck.PARKING,
    ),
    "see": (VenueCheck.LOOP, VenueCheck.SCREEN, VenueCheck.LIGHT),
    "rest": (VenueCheck.QUIET_ROOM, VenueCheck.PRAYER, VenueCheck.DOG),
}


class VenuePage(Card):
    """Parts that open in place. Each field is kept when it is left.

    Signals: `changed({field: words})`; `answered(check, answer or None, note)`; `looked_again(check)`;
    `photo_pressed(picture word)`; `photo_wanted`; `back_requested`.
    """

    changed = Signal(dict)
    answered = Signal(object, object, str)
    looked_again = Signal(object)
    photo_pressed = Signal(str)
    photo_wanted = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, cannot_print: CannotPrint) -> None:
        super().__init__(theme, gap=10)
        self._theme = theme
        self._venue: Venue | None = None
        self._title = WrapLabel(theme, "", TextStyle.TITLE)
        self._back = BigButton(theme, self.tr("All places"), icon=Icon.BACK, key="Esc")
        self.fields = self._make_fields(cannot_print)
        self.checks = {check: VenueCheckRow(theme, check) for several in _CHECKS.values() for check in several}
        self.photos = VenuePhotos(theme)
        self._folds = self._make_folds()
        self._lay_out()
        self._connect()

    def show_venue(self, venue: Venue, photos: Sequence[OwnPicture], fresh: Mapping[VenueCheck, bool]) -> None:
        """Show a place as it is kept; half-typed words stay. `fresh` are the checks that somebody made today."""
        self._venue = venue
        self._title.setText(venue.name or self.tr("A new place"))
        self.setAccessibleName(self._title.text())
        for name, field in self.fields.items():
            field.show_words(getattr(venue, name))
        for check, row in self.checks.items():
            row.show_checked(venue.checks.get(check), is_of_today=fresh.get(check, False))
        self.photos.show_photos(photos)
        for key, note in self._notes(venue, photos).items():
            self._folds[key].show_note(note)
        for key, fold in self._folds.items():
            fold.setVisible(bool(venue.name) or key == _NAME)

    def lead_back(self, *, to_meeting: bool) -> None:
        """Where Back leads: to the meeting from which the page was opened, else to the list."""
        self._back.set_words(self.tr("About the meeting") if to_meeting else self.tr("All places"))

    def begin(self) -> None:
        """Ask a new place for its name; show the parts of one that is known."""
        is_new = self._venue is None or not self._venue.name
        self._folds[_NAME].set_open(is_new)
        if is_new:
            self.fields["name"].field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._folds["in"].focus_header()

    def open_part(self, key: str) -> None:
        """Open one part: "name", "way", "in", "see", "rest" or "photos"."""
        self._folds[key].set_open(True)
        self._on_opened(key)

    def focus_photos(self) -> None:
        """Back from a photo."""
        self.open_part(_PHOTOS)
        self.photos.focus()

    def refuse(self, field: str, words: str) -> None:
        """Say beside a field what to put right."""
        row = self.fields.get(field, self.fields["name"])
        self.open_part(_NAME if row in (self.fields["name"], self.fields["address"]) else _WAY)
        row.refuse(words)

    def step_back(self) -> bool:
        """Put half-typed words back, then shut the open part; says whether there was a step."""
        typed = [field for field in self._typed_fields() if field.is_half_typed()]
        for field in typed:
            field.put_back()
        if typed:
            return True
        opened = [fold for fold in self._folds.values() if fold.is_open]
        if not opened or self._venue is None or not self._venue.name:
            return False
        for fold in opened:
            fold.set_open(False)
            fold.focus_header()
        return True

    def is_half_typed(self) -> bool:
        """Whether closing now would lose words."""
        return any(field.is_half_typed() for field in self._typed_fields())

    # Building

    def _typed_fields(self) -> list[SavedField]:
        return [*self.fields.values(), *(row.note for row in self.checks.values())]

    def _make_fields(self, cannot_print: CannotPrint) -> dict[str, SavedField]:
        theme = self._theme
        way = self.tr("In easy words, from the bus stop to the room. 1 step on each line.")
        fields = {
            "name": SavedField(theme, self.tr("What is the place called?")),
            "address": SavedField(theme, self.tr("Address"), lines=2),
            "directions": SavedField(theme, self.tr("How do people get there?"), hint=way, lines=5),
            "contact": SavedField(
                theme, self.tr("Who can we ask there?"), hint=self.tr("A name and a phone number."), lines=2
            ),
        }
        fields["name"].tell_letters(cannot_print)
        return fields

    def _make_folds(self) -> dict[str, Fold]:
        theme, fields = self._theme, self.fields
        rows = {key: [self.checks[check] for check in several] for key, several in _CHECKS.items()}
        return {
            _NAME: Fold(
                theme, self.tr("Name and address"), Icon.PLACE, lambda: self._column(fields["name"], fields["address"])
            ),
            "in": Fold(
                theme, self.tr("Getting in and moving about"), Icon.OTHER_WAY, lambda: self._column(*rows["in"])
            ),
            "see": Fold(theme, self.tr("Hearing and seeing"), Icon.SHOW, lambda: self._column(*rows["see"])),
            "rest": Fold(theme, self.tr("Rest, prayer and dogs"), Icon.BREAK, lambda: self._column(*rows["rest"])),
            _WAY: Fold(
                theme,
                self.tr("How to get there, and who to ask"),
                Icon.STEP_OUT,
                lambda: self._column(fields["directions"], fields["contact"]),
            ),
            _PHOTOS: Fold(theme, self.tr("Photos of the place"), Icon.PICTURE, lambda: self.photos),
        }

    def _column(self, *parts: QWidget) -> QWidget:
        made = QWidget()
        column = Column(self._theme, gap=14)
        for part in parts:
            column.addWidget(part)
        made.setLayout(column)
        return made

    def _lay_out(self) -> None:
        head = Row(self._theme, gap=14)
        head.addWidget(self._title, 1)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        self.add_layout(head)
        scroll = ScrollColumn(self._theme, gap=4)
        for key, fold in self._folds.items():
            scroll.add(fold)
            fold.opened.connect(partial(self._on_opened, key))
        scroll.add_stretch()
        self.add(scroll, 1)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.left_with.connect(partial(self._on_field, name))
        name_line = self.fields["name"].field
        if isinstance(name_line, LineField):
            name_line.returnPressed.connect(self._on_name_entered)
        for row in self.checks.values():
            row.answered.connect(self.answered)
            row.looked_again.connect(self.looked_again)
        self.photos.pressed.connect(self.photo_pressed)
        self.photos.add_button.clicked.connect(self.photo_wanted)
        self._back.clicked.connect(self.back_requested)

    # Words and acts

    def _notes(self, venue: Venue, photos: Sequence[OwnPicture]) -> dict[str, str]:
        nothing = self.tr("Nothing is written down yet.")
        address = one_line(venue.address)
        notes = {
            _NAME: address or self.tr("No address yet."),
            _WAY: self.tr("Written down.") if venue.directions or venue.contact else nothing,
            _PHOTOS: self._photo_note(len(photos)),
        }
        for key, several in _CHECKS.items():
            looked = sum(check in venue.checks for check in several)
            told = self.tr("{count} of {all} looked at.")
            notes[key] = told.format(count=looked, all=len(several)) if looked else self.tr("Not looked yet.")
        return notes

    def _photo_note(self, count: int) -> str:
        if count == 0:
            return self.tr("No photos yet. They help people to know the place.")
        return self.tr("1 photo") if count == 1 else self.tr("{count} photos").format(count=count)

    def _on_opened(self, opened: str) -> None:
        """One part at a time: the page stays short."""
        for key, fold in self._folds.items():
            if key != opened:
                fold.set_open(False)

    def _on_name_entered(self) -> None:
        """Return in an empty line is answered too: a new place wants a name (UI-12)."""
        is_new = self._venue is None or not self._venue.name
        if is_new and not self.fields["name"].words().strip():
            self.changed.emit({"name": ""})

    def _on_field(self, name: str, words: str) -> None:
        self.changed.emit({name: words})
