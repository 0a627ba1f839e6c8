"""Puts one line of the minutes right, as the person asked who gave the sheet back."""

from collections.abc import Sequence

from coprod_desktop.domain.editions import Line
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import Words
from coprod_desktop.domain.meeting_state import Action, AgendaItem
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.proposer_choice import ProposerChoice
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import words_for


class CorrectionForm(FormPanel):
    """The words, the easy words and whose idea it was. Buttons to connect: `save` and `back`."""

    def __init__(self, theme: Theme, bridge: MeetingBridge) -> None:
        super().__init__(theme, self.tr("Put this right"), self.tr("Save"))
        self.line: Line | None = None
        self._asked = WrapLabel(theme, "", TextStyle.NOTE)
        self.words = SentenceField(theme, lines=2)
        self.easy_words = SentenceField(theme, lines=2)
        self.proposer = ProposerChoice(theme, name=bridge.name, words=words_for)
        self.add_part(self._asked)
        self.add_field("text", self.tr("The words, as they were said"), self.words)
        hint = self.tr("These words are printed. Without them the words above are.")
        self._easy_row = self.add_field("easy_text", self.tr("In easy words"), self.easy_words, hint=hint)
        self._from_row = self.add_field("proposer", self.tr("Idea from"), self.proposer)
        self.end_fields(has_more=False)

    def show_line(self, line: Line, asked_by: str, people: Sequence[PersonId]) -> None:
        """Begin with a line as it is; `asked_by` is the name of who asked for it."""
        self.line = line
        self.clear_errors()
        self._asked.setText(self.tr("{name} asked for this. The next edition says so.").format(name=asked_by))
        is_item = isinstance(line, AgendaItem)
        words = Words(text=line.details.title) if isinstance(line, AgendaItem) else line.words
        self.words.set_words(words.text)
        self.easy_words.set_words(words.easy_text)
        self._easy_row.setHidden(is_item)
        self._from_row.setHidden(isinstance(line, Action))
        self.proposer.show_people(people)
        if not isinstance(line, Action):
            self.proposer.set_value(line.details.proposer)

    def value(self) -> tuple[Words, Proposer | None]:
        """What was typed and chosen; a job has no proposer."""
        words = Words(text=self.words.words(), easy_text=self.easy_words.words())
        return words, None if isinstance(self.line, Action) else self.proposer.value() or Proposer()

    def is_half_typed(self) -> bool:
        """Whether words differ from those of the line."""
        if self.line is None:
            return False
        before = self.line.details.title if isinstance(self.line, AgendaItem) else self.line.words.text
        return self.words.words() != before
