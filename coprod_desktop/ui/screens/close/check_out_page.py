"""The second step of closing: how it was for us, one by one on this laptop or counted from paper; no names."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.room import CheckOutCount, CheckOutQuestion
from coprod_desktop.ui.screens.close.step_page import StepPage
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.check_out_form import CheckOutForm
from coprod_desktop.ui.widgets.check_out_paper import CheckOutPaper
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import words_for

_LAPTOP, _PAPER = "laptop", "paper"


class CheckOutPage(StepPage):
    """Buttons to connect: `next_person`, `count`, `that_is_all`, and beside the page `did_it_work`."""

    def __init__(self, theme: Theme) -> None:
        note = self.tr("Step 2 of 3. No names. You can leave out any.")
        super().__init__(theme, (self.tr("How was it for us?"), note), (self.tr("Who has answered"), ""))
        self._shown_paper: Mapping[CheckOutQuestion, CheckOutCount] = {}
        self.form = CheckOutForm(theme, words=words_for)
        self.paper = CheckOutPaper(theme, words=words_for)
        self._how = ChoiceButtons(theme, self.tr("How do people answer?"), self._ways())
        self._answered = WrapLabel(theme, "", TextStyle.LEAD)
        primary = ButtonKind.PRIMARY
        self.next_person = BigButton(theme, self.tr("Next person"), kind=primary, icon=Icon.PERSON, key="F8")
        self.count = BigButton(theme, self.tr("Save these numbers"), kind=primary, icon=Icon.SAVE, key="F8")
        self.that_is_all = BigButton(theme, self.tr("That is everyone"), icon=Icon.PEOPLE, key="F4")
        self.did_it_work = BigButton(theme, self.tr("Did it work for you?"), icon=Icon.ASK_THE_GROUP)
        self.did_it_work.setAccessibleDescription(self.tr("Ask each person about what helps them take part."))
        self.hold((self._how, self.form, self.paper), (self.next_person, self.count, self.that_is_all))
        self._fill_side()
        self._how.chosen_changed.connect(self._show_way)
        self._show_way()

    @property
    def is_on_paper(self) -> bool:
        """Whether people answer on paper, and the answers are counted."""
        return self._how.chosen_key() == _PAPER

    def show_state(self, state: MeetingState, how_many: str) -> None:
        """Show how many answered, in words; numbers that are not saved yet stay."""
        if state.room.check_out.paper != self._shown_paper:
            self._shown_paper = state.room.check_out.paper
            self.paper.show_counts(self._shown_paper)
        self._answered.setText(how_many)

    def first_act(self) -> QWidget:
        """The way that is chosen."""
        return self._how.button(self._how.chosen_key() or _LAPTOP)

    def _ways(self) -> list[Choice]:
        return [
            Choice(_LAPTOP, self.tr("On this laptop, one by one")),
            Choice(_PAPER, self.tr("On paper, and we count")),
        ]

    def _fill_side(self) -> None:
        note = self.tr("We show what people said once 5 have answered. Then every no counts.")
        self.side.add(self._answered)
        self.side.add(WrapLabel(self._theme, note, TextStyle.NOTE))
        self.side.add_stretch()
        self.side.add(self.did_it_work)

    def _show_way(self) -> None:
        if self._how.chosen_key() is None:
            self._how.set_chosen(_LAPTOP)
        is_paper = self.is_on_paper
        self.form.setVisible(not is_paper)
        self.paper.setVisible(is_paper)
        self.next_person.setVisible(not is_paper)
        self.count.setVisible(is_paper)
