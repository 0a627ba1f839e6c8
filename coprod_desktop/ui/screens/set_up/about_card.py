"""What the meeting is called, what it is for and how people meet."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting import MeetingDetails, MeetingKind
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.letters_hint import CannotPrint
from coprod_desktop.ui.widgets.saved_field import SavedField
from coprod_desktop.ui.wording import words_for

_NO_DECISIONS = "no_decisions"


class AboutCard(Card):
    """Only the name must be there. Signal: `changed(fields of the details with their new values)`."""

    changed = Signal(object)

    def __init__(self, theme: Theme, cannot_print: CannotPrint) -> None:
        super().__init__(theme, self.tr("About this meeting"), heading_style=TextStyle.TITLE, gap=16)
        self._texts = {
            "title": SavedField(theme, self.tr("What is the meeting called?")),
            "purpose": SavedField(theme, self.tr("What is it for?"), hint=self.tr("In easy words."), lines=3),
        }
        self._texts["title"].tell_letters(cannot_print)
        kinds = [Choice(kind.value, words_for(kind)) for kind in MeetingKind]
        self._kind = ChoiceButtons(theme, self.tr("How do we meet?"), kinds)
        none = [Choice(_NO_DECISIONS, self.tr("This meeting asks for no decisions"))]
        self._decisions = ChoiceButtons(theme, self.tr("Is there something to decide?"), none, is_several=True)
        for field in self._texts.values():
            self.add(field)
        form_row(theme, self.body, self._kind.accessibleName(), self._kind)
        hint = self.tr("Good for a first meeting. You can still write a decision down.")
        form_row(theme, self.body, self._decisions.accessibleName(), self._decisions, hint=hint)
        self._connect()

    def show_details(self, details: MeetingDetails) -> None:
        """Show what is kept; half-typed words stay."""
        self._texts["title"].show_words(details.title)
        self._texts["purpose"].show_words(details.purpose)
        self._kind.set_chosen(details.kind.value)
        self._decisions.set_chosen(*([_NO_DECISIONS] if details.is_without_decisions else []))

    def field(self, name: str) -> SavedField | None:
        """The field of this name, if it is here."""
        return self._texts.get(name)

    def first(self) -> QWidget:
        """The likeliest thing to write next."""
        return self._texts["purpose"].field

    def _connect(self) -> None:
        for name, field in self._texts.items():
            field.left_with.connect(partial(self._on_text, name))
        self._kind.chosen_changed.connect(self._on_kind)
        self._decisions.chosen_changed.connect(self._on_decisions)

    def _on_text(self, name: str, words: str) -> None:
        self.changed.emit({name: words})

    def _on_kind(self) -> None:
        key = self._kind.chosen_key()
        if key is not None:
            self.changed.emit({"kind": MeetingKind(key)})

    def _on_decisions(self) -> None:
        self.changed.emit({"is_without_decisions": bool(self._decisions.chosen())})
