"""What the group says about itself: each field is saved when it is left."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.group import (
    GROWN_UP_AGE,
    MOST_NOTICE_DAYS,
    READERS_NEEDED,
    USUAL_NOTICE_DAYS,
    USUAL_PARENTS_AGE,
    Group,
)
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.folded_field import FoldedField
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.letters_hint import CannotPrint
from coprod_desktop.ui.widgets.number_field import NumberField
from coprod_desktop.ui.widgets.perspective_labels_form import PerspectiveLabelsForm
from coprod_desktop.ui.widgets.room_folds import RoomFolds
from coprod_desktop.ui.widgets.saved_field import SavedField
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.words_form import WordsForm


class GroupCard(Card):
    """Name, own sentence, whom to ask; what is kept for the room, words and labels are shut at first.

    Signal: `changed(fields of the group with their new values)`.
    """

    changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        words_for: Callable[[StrEnum], str],
        cannot_print: CannotPrint,
        sharing: QWidget | None = None,
    ) -> None:
        """`sharing` stands under the word list."""
        super().__init__(theme, self.tr("Our group"), heading_style=TextStyle.TITLE, gap=14)
        self._theme = theme
        self._words_for = words_for
        self._sharing = sharing
        self._group: Group | None = None
        self._name = SavedField(theme, self.tr("What is our group called?"))
        self._name.tell_letters(cannot_print)
        meaning = self.tr("What does co-production mean to us?")
        self._meaning = SavedField(theme, meaning, hint=self.tr("Your own sentence, in your own words."), lines=2)
        contact = self.tr("Who can people ask about the minutes?")
        self._contact = SavedField(theme, contact, hint=self.tr("A name, and a phone number or place."))
        notice = self.tr("How many days before a meeting do we tell people?")
        self._notice = NumberField(theme, USUAL_NOTICE_DAYS, 0, MOST_NOTICE_DAYS, after=self.tr("days"))
        self._notice_row = FormRow(theme, notice, self._notice, hint=self.tr("Our own rule. 14 days are usual."))
        parents = self.tr("Under which age does a parent say yes too?")
        self._parents = NumberField(theme, USUAL_PARENTS_AGE, 0, GROWN_UP_AGE, after=self.tr("years"))
        self._parents.setSpecialValueText(self.tr("At no age"))
        self._parents_row = FormRow(
            theme, parents, self._parents, hint=self.tr("Young people always say their own yes. 16 is usual.")
        )
        readers = self.tr("How many readers must say that minutes are easy?")
        self._readers = ChoiceButtons(theme, readers, [Choice(str(one), str(one)) for one in (READERS_NEEDED, 1)])
        hint = self.tr("People who use easy read. Until then pages say: Not finished.")
        self._readers_row = FormRow(theme, readers, self._readers, hint=hint)
        money = self.tr("What money is there for taking part?")
        hint = self.tr("Such as: We pay your fares on the day. We offer it for each meeting.")
        self._money = FoldedField(theme, self.tr("Money for taking part"), Icon.MONEY, money, hint=hint, lines=2)
        self._word_list: WordsForm | None = None
        self._labels: PerspectiveLabelsForm | None = None
        self._room = RoomFolds(theme)
        self._words_fold = Fold(theme, self.tr("Our word list"), Icon.WORDS_HELP, self._make_word_list)
        self._more = Fold(theme, self.tr("More: our words for where people speak from"), Icon.MORE, self._make_labels)
        self._lay_out()
        self._room.changed.connect(self.changed)
        self._name.left_with.connect(self._on_name)
        self._meaning.left_with.connect(self._on_meaning)
        self._contact.left_with.connect(self._on_contact)
        self._notice.editingFinished.connect(self._on_notice)
        self._readers.chosen_changed.connect(self._on_readers)
        self._parents.editingFinished.connect(self._on_parents)
        self._money.left_with.connect(self._on_money)

    def show_group(self, group: Group) -> None:
        """Show what is kept; words that are half typed stay."""
        self._group = group
        self._name.show_words(group.name)
        self._meaning.show_words(group.meaning)
        self._contact.show_words(group.contact)
        if not self._notice.hasFocus():
            self._notice.setValue(group.notice_days)
        if not self._parents.hasFocus():
            self._parents.setValue(group.parents_yes_under)
        self._readers.set_chosen(str(group.readers_needed))
        self._money.show_words(group.taking_part_money)
        self._room.show_group(group)
        self._show_folds(group)

    def fold(self, key: str) -> Fold:
        """The word list ("words"), the words for perspectives ("more"), or a part that is kept for the room."""
        own = {"words": self._words_fold, "more": self._more, "money": self._money}
        return own[key] if key in own else self._room.fold(key)

    def name_field(self) -> QWidget:
        """Where one begins."""
        return self._name.field

    def refuse(self, field: str, words: str) -> None:
        """Say beside the field why it was not kept."""
        fields = {"name": self._name, "meaning": self._meaning, "contact": self._contact}
        if field in fields:
            fields[field].refuse(words)
        elif field == "notice_days":
            self._notice_row.show_error(words)
        elif field == "parents_yes_under":
            self._parents_row.show_error(words)
        elif field == "taking_part_money":
            self._money.refuse(words)
        elif not self._room.refuse(field, words) and self._word_list is not None:
            self._word_list.refuse(words)

    def step_back(self) -> bool:
        """Esc: put half-typed words back."""
        for field in self.findChildren(SavedField):
            if field.field.hasFocus() and field.is_half_typed():
                field.put_back()
                return True
        return False

    def _lay_out(self) -> None:
        scroll = ScrollColumn(self._theme, gap=18)
        numbers = (self._notice_row, self._parents_row, self._readers_row)
        for field in (self._name, self._meaning, self._contact, *numbers):
            scroll.add(field)
        folds = Column(self._theme, gap=0)
        folds.addWidget(self._money)
        folds.addWidget(self._room)
        folds.addWidget(self._words_fold)
        folds.addWidget(self._more)
        scroll.add(holder(folds))
        scroll.add_stretch()
        self.add(scroll, 1)

    def _make_word_list(self) -> QWidget:
        self._word_list = WordsForm(self._theme)
        self._word_list.words_changed.connect(self._on_words)
        if self._group is not None:
            self._word_list.show_words(self._group.words)
        column = Column(self._theme, gap=18)
        column.addWidget(self._word_list)
        if self._sharing is not None:
            column.addWidget(self._sharing)
        return holder(column)

    def _make_labels(self) -> QWidget:
        self._labels = PerspectiveLabelsForm(self._theme, self._words_for)
        self._labels.labels_changed.connect(self._on_labels)
        if self._group is not None:
            self._labels.show_labels(self._group.perspective_labels)
        return self._labels

    def _show_folds(self, group: Group) -> None:
        count = len(group.words)
        self._words_fold.show_note(self.tr("1 word") if count == 1 else self.tr("%d words") % count)
        self._more.show_note(self.tr("You can leave this as it is."))
        if self._word_list is not None:
            self._word_list.show_words(group.words)
        if self._labels is not None:
            self._labels.show_labels(group.perspective_labels)

    def _on_name(self, words: str) -> None:
        self.changed.emit({"name": words})

    def _on_meaning(self, words: str) -> None:
        self.changed.emit({"meaning": words})

    def _on_contact(self, words: str) -> None:
        self.changed.emit({"contact": words})

    def _on_notice(self) -> None:
        if self._group is not None and self._notice.value() != self._group.notice_days:
            self._notice_row.clear_error()
            self.changed.emit({"notice_days": self._notice.value()})

    def _on_parents(self) -> None:
        if self._group is not None and self._parents.value() != self._group.parents_yes_under:
            self._parents_row.clear_error()
            self.changed.emit({"parents_yes_under": self._parents.value()})

    def _on_readers(self) -> None:
        self.changed.emit({"readers_needed": int(self._readers.chosen_key() or READERS_NEEDED)})

    def _on_money(self, words: str) -> None:
        self.changed.emit({"taking_part_money": words})

    def _on_words(self, words: object) -> None:
        self.changed.emit({"words": words})

    def _on_labels(self, labels: object) -> None:
        self.changed.emit({"perspective_labels": labels})
