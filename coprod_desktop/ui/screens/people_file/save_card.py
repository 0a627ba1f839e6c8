"""Saves the people of the group as a list; what helps them goes in only after a clear private yes."""

from PySide6.QtCore import Qt, Signal

from coprod_desktop.services.people_file.saved_list import ListWishes
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import FormRow

_PERSPECTIVES, _NEEDS, _YES = "perspectives", "needs", "yes"


class SaveCard(Card):
    """Signal: `save_requested(ListWishes)`."""

    save_requested = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Save a list"), self.tr("Names and minutes are always in it."))
        words = self.tr("What else is in the list?")
        offered = [
            Choice(_PERSPECTIVES, self.tr("Where they speak from")),
            Choice(_NEEDS, self.tr("What helps them")),
        ]
        self.more = ChoiceButtons(theme, words, offered, is_several=True)
        yes_words = self.tr("What helps people is private.")
        yes = [Choice(_YES, self.tr("Yes, only people who must know will see the file"))]
        self.yes = ChoiceButtons(theme, yes_words, yes, is_several=True)
        hint = self.tr("Only what people want to share goes in. The file is not locked.")
        self._yes_row = FormRow(theme, yes_words, self.yes, hint=hint)
        self.save = BigButton(theme, self.tr("Save the list"), icon=Icon.SAVE)
        self.add(FormRow(theme, words, self.more))
        self.add(self._yes_row)
        self.add(self.save)
        self.add_stretch()
        self._yes_row.hide()
        self.more.chosen_changed.connect(self._on_more)
        self.yes.chosen_changed.connect(self._yes_row.clear_error)
        self.save.clicked.connect(self._on_save)

    def begin(self) -> None:
        """Go to what else is in the list."""
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def saved(self) -> None:
        """The next list is asked about anew."""
        self.more.set_chosen()
        self._on_more()

    def _on_more(self) -> None:
        self._yes_row.setVisible(_NEEDS in self.more.chosen())
        self._yes_row.clear_error()
        self.yes.set_chosen()  # a yes is for one list

    def _on_save(self) -> None:
        chosen = self.more.chosen()
        if _NEEDS in chosen and not self.yes.chosen():
            self._yes_row.show_error(self.tr("Please say yes first, or leave out what helps them."))
            return
        wishes = ListWishes(has_perspectives=_PERSPECTIVES in chosen, has_needs=_NEEDS in chosen)
        self.save_requested.emit(wishes)
