"""One calm page about one person: what they bring first, what helps them take part second; each part is shut."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.group import USUAL_PARENTS_AGE
from coprod_desktop.domain.person import NamedAs, Person, Perspective
from coprod_desktop.services.need_words import NeedWords
from coprod_desktop.ui.room_sight import RoomSight
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.brings_form import BringsForm
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.contact_form import ContactForm
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.layouts import Row, empty_layout
from coprod_desktop.ui.widgets.letters_hint import CannotPrint
from coprod_desktop.ui.widgets.minutes_form import MinutesForm
from coprod_desktop.ui.widgets.naming_form import NamingForm
from coprod_desktop.ui.widgets.need_list import NeedList
from coprod_desktop.ui.widgets.own_turn_form import OwnTurnForm
from coprod_desktop.ui.widgets.person_mark import PersonMark
from coprod_desktop.ui.widgets.person_part import PersonPart
from coprod_desktop.ui.widgets.perspective_choice import PerspectiveChoice
from coprod_desktop.ui.widgets.private_cover import PrivateCover
from coprod_desktop.ui.widgets.saved_field import SavedField
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_MORE = ("picture", "history", "offers")


@dataclass(frozen=True, kw_only=True)
class PageWords:
    """The words that a page needs from outside: domain values, the group's labels, the needs catalogue."""

    words_for: Callable[[StrEnum], str]
    day_words: Callable[[date], str]
    today: date
    perspective_labels: Mapping[Perspective, str]
    needs: NeedWords
    cannot_print: CannotPrint
    parents_yes_under: int = USUAL_PARENTS_AGE


PartMaker = Callable[[], PersonPart]


class PersonPage(Card):
    """What the group knows about a person. Nothing private is drawn until its part is opened, and only if somebody
    has said that the room cannot see this screen.

    Signals: `changed(fields of the person with their new values)`; `back_requested`.
    """

    changed = Signal(object)
    back_requested = Signal()

    def __init__(self, theme: Theme, words: PageWords, sight: RoomSight, more: Mapping[str, PartMaker]) -> None:
        """`more` makes the parts that ask services: "picture", "history", "offers"; what is not there is left out."""
        super().__init__(theme, gap=10)
        self._more = more
        self._words = words
        self._sight = sight
        self._person: Person | None = None
        self._face: bytes | None = None
        self._parts: dict[str, PersonPart] = {}
        self._back = BigButton(theme, self.tr("All people"), icon=Icon.BACK)
        self._back.clicked.connect(self.back_requested)
        self._title = WrapLabel(theme, "", TextStyle.TITLE)
        self._mark_place = Row(theme, gap=0)
        self._scroll = ScrollColumn(theme, gap=0)
        self._folds = {key: fold for key, fold in self._make_folds().items() if key not in _MORE or key in more}
        self._lay_out()
        sight.changed.connect(self._show_notes)

    def fold(self, key: str) -> Fold:
        """One part of the page with its row."""
        return self._folds[key]

    def show_person(self, person: Person, face: bytes | None = None) -> None:
        """Show what is kept; words that are half typed stay. `face` is their picture, if it may be seen."""
        before = self._person
        self._person = person
        if before is None or (before.name, self._face) != (person.name, face):
            self._face = face
            self._show_name(person.name)
        for part in self._parts.values():
            part.show_person(person)
        self._show_notes()
        for key, fold in self._folds.items():
            fold.setVisible(bool(person.name) or key == "name")
        self._folds["name"].show_row(bool(person.name))
        if before is not None and person.name and not before.name:
            self._folds["brings"].set_open(True)
            self._folds["brings"].focus_header()

    def begin(self) -> None:
        """Put the focus where one begins; a new person is asked for a name."""
        is_new = self._person is not None and not self._person.name
        self._folds["name"].set_open(is_new)
        naming = self._parts.get("name")
        if is_new and isinstance(naming, NamingForm):
            naming.focus_name()
        else:
            self._folds["brings"].focus_header()

    def main_button(self) -> BigButton | None:
        """The main act of what is open, if there is one."""
        needs, naming = self._parts.get("needs"), self._parts.get("name")
        buttons = [needs.form().keep_button()] if isinstance(needs, NeedList) else []
        buttons += [naming.add_button()] if isinstance(naming, NamingForm) else []
        return next((button for button in buttons if button.isVisible()), None)

    def refuse(self, field: str, words: str) -> None:
        """Say beside the field why it was not kept."""
        for part in self._parts.values():
            place = part.refusing().get(field)
            if place is not None:
                place.refuse(words)

    def step_back(self) -> bool:
        """Esc inside the page: put half-typed words back, or shut a form."""
        for field in self.findChildren(SavedField):
            if field.field.hasFocus() and field.is_half_typed():
                field.put_back()
                return True
        return any(part.isVisible() and part.step_back() for part in self._parts.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move through the parts."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        shown = [fold for fold in self._folds.values() if not fold.isHidden()]
        at = next((place for place, fold in enumerate(shown) if fold.header().hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        shown[min(max(at + step, 0), len(shown) - 1)].focus_header()

    def _make_folds(self) -> dict[str, Fold]:
        theme, covered = self._theme, self._covered
        return {
            "brings": Fold(theme, self.tr("What they bring and hope for"), Icon.IDEA, self._make_brings),
            "needs": Fold(theme, self.tr("What helps me take part"), Icon.NEEDS, covered("needs")),
            "contact": Fold(theme, self.tr("How to reach them"), Icon.PHONE, covered("contact")),
            "name": Fold(theme, self.tr("Name"), Icon.PERSON, self._make_naming),
            "picture": Fold(theme, self.tr("Their photo or symbol"), Icon.PICTURE, covered("picture")),
            "perspectives": Fold(theme, self.tr("Where they speak from"), Icon.TURNS, covered("perspectives")),
            "minutes": Fold(theme, self.tr("The minutes they want"), Icon.MINUTES, covered("minutes")),
            "turn": Fold(theme, self.tr("Length of their turn"), Icon.CLOCK, covered("turn")),
            "history": Fold(theme, self.tr("What they said and did"), Icon.DATE, covered("history")),
            "offers": Fold(theme, self.tr("What we offer them"), Icon.HAND, covered("offers")),
        }

    # The parts are made when they are first opened; private ones when it is said that the room cannot see them

    def _covered(self, key: str) -> Callable[[], QWidget]:
        return partial(self._make_covered, key)

    def _make_covered(self, key: str) -> PrivateCover:
        makers: dict[str, Callable[[], QWidget]] = {
            "perspectives": self._make_perspectives,
            "contact": self._make_contact,
            "minutes": self._make_minutes,
            "turn": self._make_turn,
            "needs": self._make_needs,
            **{key: partial(self._make_more, key) for key in self._more},
        }
        cover = PrivateCover(self._theme, self._sight, makers[key])
        cover.covered.connect(partial(self._parts.pop, key, None))
        return cover

    def _make_naming(self) -> PersonPart:
        return self._made("name", NamingForm(self._theme, self._words.words_for, self._words.cannot_print))

    def _make_brings(self) -> PersonPart:
        return self._made("brings", BringsForm(self._theme))

    def _make_perspectives(self) -> PersonPart:
        words = self._words
        return self._made("perspectives", PerspectiveChoice(self._theme, words.words_for, words.perspective_labels))

    def _make_contact(self) -> PersonPart:
        return self._made("contact", ContactForm(self._theme))

    def _make_minutes(self) -> PersonPart:
        return self._made("minutes", MinutesForm(self._theme, self._words.words_for))

    def _make_turn(self) -> PersonPart:
        return self._made("turn", OwnTurnForm(self._theme))

    def _make_needs(self) -> PersonPart:
        words = self._words
        needs = NeedList(
            self._theme,
            words.needs,
            today=words.today,
            day_words=words.day_words,
            parents_yes_under=words.parents_yes_under,
        )
        return self._made("needs", needs)

    def _make_more(self, key: str) -> PersonPart:
        return self._made(key, self._more[key]())

    def _made(self, key: str, part: PersonPart) -> PersonPart:
        self._parts[key] = part
        part.changed.connect(self.changed)
        if self._person is not None:
            part.show_person(self._person)
        return part

    def _lay_out(self) -> None:
        head = Row(self._theme, gap=14)
        head.addLayout(self._mark_place)
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        self.add_layout(head)
        self.add(self._scroll, 1)
        for key, fold in self._folds.items():
            self._scroll.add(fold)
            fold.opened.connect(partial(self._on_opened, key))
        self._scroll.add_stretch()

    def _on_opened(self, opened: str) -> None:
        """One part at a time: the page stays short, and what is private does not stay open."""
        for key, fold in self._folds.items():
            if key != opened:
                fold.set_open(False)

    def _show_name(self, name: str) -> None:
        empty_layout(self._mark_place)
        if name:
            self._mark_place.addWidget(PersonMark(self._theme, name, picture=self._face, size=52))
        self._title.setText(name or self.tr("A new person"))
        self.setAccessibleName(self._title.text())

    def _show_notes(self) -> None:
        notes = self._notes(self._person) if self._person is not None else {}
        for key, fold in self._folds.items():
            fold.show_note(notes.get(key, ""))

    def _notes(self, person: Person) -> dict[str, str]:
        """What a shut part tells: nothing that somebody who sees the screen should not know (UI-24)."""
        asked, not_asked = self.tr("Asked."), self.tr("Not asked yet.")
        easy_read = self.tr("Not asked yet. They get easy read.")
        waits = self._sight.is_only_us and any(need.is_to_ask(self._words.today) for need in person.needs)
        return {
            "name": self._name_note(person),
            "brings": " · ".join((*person.brings, *person.hopes)) or not_asked,
            "perspectives": asked if person.perspectives else not_asked,
            "contact": self.tr("Written down.") if person.contact else not_asked,
            "minutes": asked if person.minutes else easy_read,
            "turn": self.tr("Only you see this."),
            "needs": self.tr("Only you see this. There is something to ask.")
            if waits
            else self.tr("Only you see this."),
            "picture": self.tr("They say where it may be shown."),
            "history": self.tr("Their ideas and jobs, from all meetings."),
            "offers": self.tr("So that they are ready to take part."),
        }

    def _name_note(self, person: Person) -> str:
        if not person.name:
            return self.tr("Only a name is needed. The rest can wait.")
        way = self._words.words_for(person.named_as)
        told = self.tr("In minutes: %s") % (person.chosen_name if person.named_as is NamedAs.CHOSEN else way)
        if not self._words.cannot_print(person.name + person.chosen_name):
            return told
        return f"{told}. " + self.tr("Some letters cannot be printed.")
