"""The last step of closing: what people said, thank you, and the end of the meeting."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.closing import check_out_counts, words_to_show
from coprod_desktop.domain.meeting_state import MeetingState, Phase
from coprod_desktop.ui.screens.close.step_page import StepPage
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.check_out_result import CheckOutResult
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import words_for


class ThankYouPage(StepPage):
    """Buttons to connect: `finish` and `goes_on` while the meeting is open, `to_minutes` and `reopen` after."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, (self.tr("Thank you"), " "), (self.tr("What comes next"), ""))
        self._is_finished = False
        self._result = CheckOutResult(theme, words=words_for)
        primary, quiet = ButtonKind.PRIMARY, ButtonKind.QUIET
        self.finish = BigButton(theme, self.tr("Finish the meeting"), kind=primary, icon=Icon.CHECK, key="F8")
        self.to_minutes = BigButton(theme, self.tr("Go to the minutes"), kind=primary, icon=Icon.MINUTES, key="F8")
        self.reopen = BigButton(theme, self.tr("Open it again"), kind=quiet, icon=Icon.UNLOCK)
        self.goes_on = BigButton(theme, self.tr("The meeting goes on"), kind=quiet, icon=Icon.AGENDA)
        self.hold((self._result,), (self.finish, self.to_minutes, self.reopen, self.goes_on))
        for line in (self.tr("The minutes can be made now."), self.tr("You can open the meeting again at any time.")):
            self.side.add(WrapLabel(theme, line, TextStyle.BODY))
        self.side.add_stretch()

    def show_state(self, state: MeetingState) -> None:
        """Show what people said, and the acts that there are."""
        self._result.show_counts(check_out_counts(state), words_to_show(state))
        self._show_end(is_finished=state.phase is Phase.FINISHED)

    def how_many(self, state: MeetingState) -> str:
        """How many people answered, in words."""
        return self._result.how_many(max(count.total for count in check_out_counts(state).values()))

    def first_act(self) -> QWidget:
        """To finish, or after that the minutes."""
        return self.to_minutes if self._is_finished else self.finish

    def _show_end(self, *, is_finished: bool) -> None:
        self._is_finished = is_finished
        while_open, when_finished = (self.finish, self.goes_on, self.back), (self.to_minutes, self.reopen)
        had_focus = any(button.hasFocus() for button in (*while_open, *when_finished))
        for button in while_open:
            button.setVisible(not is_finished)
        for button in when_finished:
            button.setVisible(is_finished)
        if had_focus:
            self.first_act().setFocus()
        thanks = self.tr("Step 3 of 3. Thank you for your time and your ideas.")
        self.set_heading(self.tr("Thank you"), self.tr("The meeting is finished.") if is_finished else thanks)
