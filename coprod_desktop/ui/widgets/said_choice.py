"""Met, partly, not met: the person's own word about one need, as three equal buttons with numbers."""

from coprod_desktop.domain.adjustment import PersonSaid
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.answer_choice import AnswerChoice
from coprod_desktop.ui.widgets.choice_buttons import Choice
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.flow_layout import FlowLayout

_LEAST_WIDTH = 180


class SaidChoice(AnswerChoice):
    """It may stay unanswered. Signal: `chosen_changed`, when a person chooses."""

    def __init__(self, theme: Theme, need: str) -> None:
        super().__init__(theme, need)
        words = {
            PersonSaid.MET: self.tr("Met"),
            PersonSaid.PARTLY: self.tr("Partly met"),
            PersonSaid.NOT_MET: self.tr("Not met"),
        }
        self.set_choices([Choice(said.value, words[said], need) for said in PersonSaid])

    def said(self) -> PersonSaid | None:
        """What was chosen, if anything."""
        key = self.chosen_key()
        return PersonSaid(key) if key is not None else None

    def show_said(self, said: PersonSaid | None) -> None:
        """Show what was said before."""
        self.set_chosen(*([said.value] if said is not None else []))

    def _make_flow(self, theme: Theme) -> FlowLayout:
        return EvenRow(theme, gap=8, least=_LEAST_WIDTH, all_or_one=True)
