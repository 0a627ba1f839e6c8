"""Puts like ideas together: they go on as one, with everybody's name and words (R14)."""

from collections.abc import Sequence

from coprod_desktop.domain.ids import IdeaId
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class JoinForm(FormPanel):
    """Buttons to connect: `save`, `back`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, self.tr("Put like ideas together"), self.tr("Put them together"), icon=Icon.PUT_TOGETHER
        )
        self._idea = WrapLabel(theme, "", TextStyle.LEAD)
        self._nothing = WrapLabel(theme, self.tr("There is no other idea to put with it."), TextStyle.NOTE)
        self.others = ChoiceButtons(theme, self.tr("Which ideas are like it?"), is_several=True, is_in_lines=True)
        self.add_part(self._idea)
        hint = self.tr("They go on as 1 idea. Every name and all words are kept.")
        self._row = self.add_field("others", self.tr("Which ideas are like it?"), self.others, hint=hint)
        self.add_part(self._nothing)
        self.end_fields(has_more=False)

    def show_idea(self, words: str, others: Sequence[tuple[IdeaId, str, str]]) -> None:
        """Ask about the idea that reads so; `others` are ids, words and whose they were."""
        self.clear_errors()
        self._idea.setText(words)
        self.others.set_choices([Choice(idea_id, said, note=who) for idea_id, said, who in others])
        self._row.setVisible(bool(others))
        self._nothing.setVisible(not others)
        self.save.setVisible(bool(others))

    def chosen(self) -> list[IdeaId]:
        """The ideas that are like it."""
        return [IdeaId(key) for key in self.others.chosen()]
