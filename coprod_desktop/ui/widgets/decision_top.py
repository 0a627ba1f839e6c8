"""The top of a decision: its picture and words, what changed in them, and whose idea it was."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.lines import DecisionDetails, Words
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.new_words_answer import NewWordsAnswer, answer_words
from coprod_desktop.ui.widgets.part_row import PartRow
from coprod_desktop.ui.widgets.picture_box import PictureBox
from coprod_desktop.ui.widgets.picture_words import picture_words
from coprod_desktop.ui.widgets.shown_words import shown_words
from coprod_desktop.ui.widgets.vocabulary import Vocabulary
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class DecisionTop(QWidget):
    """Parts to connect: `what_row.change`, `proposer_row.change`, `answer`, which asks about new words."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._picture = PictureBox(theme, None, "", size=104)
        self._proposal = WrapLabel(theme, "", TextStyle.PROPOSAL)
        self._links = WrapLabel(theme, "", TextStyle.NOTE)
        self.what_row = PartRow(theme, Icon.REWORD, self.tr("What we decided"))
        self.answer = NewWordsAnswer(theme)
        self.what_row.put_below(self.answer)
        self.proposer_row = PartRow(theme, Icon.IDEA, self.tr("Idea from"))
        top = Row(theme, gap=20)
        top.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(theme, gap=8)
        words.addWidget(self._proposal)
        words.addWidget(self._links)
        top.addLayout(words, 1)
        column = Column(theme, gap=8)
        column.addLayout(top)
        column.addWidget(self.what_row)
        column.addWidget(self.proposer_row)
        self.setLayout(column)
        self._links.hide()

    def words(self) -> str:
        """The words of the decision."""
        return self._proposal.text()

    def show_links(self, lines: Sequence[str]) -> None:
        """Say which decision is looked at again here, or which newer one looks at this one again."""
        self._links.setText("\n".join(lines))
        self._links.setVisible(bool(lines))

    def show_decision(self, words: Words, details: DecisionDetails, *, is_draft: bool) -> None:
        """Show a decision, or the draft of one."""
        self._proposal.setText(shown_words(words.printed))
        table = picture_words()
        drawing = table.drawing(details.picture) if details.picture else None
        self._picture.show_picture(drawing, table.alt(details.picture))
        self._picture.setVisible(drawing is not None)
        who = self._vocabulary.proposer(details.proposer)
        self.what_row.setVisible(not is_draft)
        self.what_row.show_words(self._what_words(words, details, who), self.tr("Change"))
        self.proposer_row.show_words(who, self.tr("Change"))
        self.answer.show_change(details.wording_changed, who)

    def _what_words(self, words: Words, details: DecisionDetails, who: str) -> str:
        lines: list[str] = []
        if details.wording_changed is not None:
            first = details.wording_changed.first_words
            lines += (self.tr("First words: {words}").format(words=first), answer_words(details.wording_changed, who))
        if details.made_easier is not None:
            day = self._vocabulary.day(details.made_easier.made_on)
            agreed = details.made_easier.agreed_words
            lines += (
                self.tr("Made easier after the meeting, on {day}.").format(day=day),
                self.tr("We agreed these words: {words}").format(words=agreed),
            )
        if words.easy_text:
            lines.append(self.tr("As it was said: {words}").format(words=words.text))
        return "\n".join(lines) or self.tr("These words will be printed.")
