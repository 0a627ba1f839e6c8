"""The first step of a decision: are these the right words, and whose idea was it?"""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import Words
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.picture_choice import PictureChoice
from coprod_desktop.ui.widgets.proposer_choice import ProposerChoice
from coprod_desktop.ui.widgets.sentence_field import SentenceField
from coprod_desktop.ui.widgets.vocabulary import Vocabulary
from coprod_desktop.ui.widgets.waits_line import WaitsLine

SAME, CHANGED = "same", "changed"
_ANSWERS: dict[str, bool | None] = {"yes": True, "no": False, "not_here": None, "not_asked": None}


class DecisionWordsForm(FormPanel):
    """Words, proposer, easy words and picture. Buttons to connect: `save`, `read`, `back`.

    When words in the record are changed it asks whether the meaning is the same, and if not, what the proposer says.
    """

    def __init__(self, theme: Theme, vocabulary: Vocabulary) -> None:
        super().__init__(theme, self.tr("Are these the right words?"), self.tr("These are the right words"))
        self._saved: Words | None = None
        self.words = SentenceField(theme, lines=3, style=TextStyle.PROPOSAL)
        self.proposer = ProposerChoice(theme, name=vocabulary.name, words=vocabulary.words)
        self.easy_words = SentenceField(theme, lines=2)
        self.picture = PictureChoice(theme)
        self.meaning = ChoiceButtons(theme, self.tr("Is the meaning the same?"))
        answers = ((key, words) for key, words in zip(_ANSWERS, self._answer_words(), strict=True))
        self.answer = ChoiceButtons(
            theme, self.tr("Did the proposer say yes to the new words?"), [Choice(*answer) for answer in answers]
        )
        self._add_fields()
        self.waits = WaitsLine(theme)
        self.read = BigButton(theme, self.tr("Read it to the room"), icon=Icon.WALL, key="F10")
        self.add_above_foot(self.waits)
        self.add_beside_title(self.read)
        self.words.entered.connect(self._on_entered)
        self.words.textChanged.connect(self._on_words)
        self.easy_words.textChanged.connect(self._fit_question)
        self.meaning.chosen_changed.connect(self._fit_question)
        self.clear()

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people as proposers."""
        self.proposer.show_people(people)

    def clear(self) -> None:
        """Begin a new decision."""
        self._saved = None
        self.set_title(self.tr("Are these the right words?"))
        self.save.set_words(self.tr("These are the right words"))
        self._proposer_row.show()
        self._fill(Words(text=""), None, "")

    def show_new(self, words: Words, proposer: Proposer, picture: str) -> None:
        """Begin a decision from an idea."""
        self.clear()
        self._fill(words, proposer, picture)

    def show_saved(self, words: Words, proposer: Proposer, picture: str, *, is_after: bool = False) -> None:
        """Change the words of a decision that is in the record; `is_after` says that the meeting is finished."""
        self.clear()
        self._show_meanings(is_after=is_after)
        self._saved = words
        self.set_title(self.tr("Change the words"))
        self.save.set_words(self.tr("Save these words"))
        self._fill(words, proposer, picture)

    def value(self) -> Words:
        """The words that were typed."""
        return Words(text=self.words.words(), easy_text=self.easy_words.words())

    def chosen_proposer(self) -> Proposer:
        """Whose idea it was; empty if nobody was chosen yet."""
        return self.proposer.value() or Proposer()

    def is_answered(self) -> bool:
        """Whether everything that changed words ask for was answered; else says what is missing beside the field."""
        if not self._asks() or self.meaning.chosen_key() is not None:
            return True
        self.show_error("meaning", self.tr("Please say if the meaning is the same."))
        return False

    def changes_meaning(self) -> bool:
        """Whether the new words mean something else."""
        return self._asks() and self.meaning.chosen_key() == CHANGED

    def agreed_by_proposer(self) -> bool | None:
        """What the proposer says of the new words; None if not asked."""
        return _ANSWERS.get(self.answer.chosen_key() or "")

    def is_not_here(self) -> bool:
        """Whether the proposer is not here to be asked."""
        return self.answer.chosen_key() == "not_here"

    def _add_fields(self) -> None:
        self.add_field("text", self.tr("The words that we will print"), self.words)
        self._meaning_row = self.add_field("meaning", self.tr("Is the meaning the same?"), self.meaning)
        asked = self.tr("Did the proposer say yes to the new words?")
        self._answer_row = self.add_field("answer", asked, self.answer)
        self._proposer_row = self.add_field("proposer", self.tr("Idea from"), self.proposer)
        hint = self.tr("If you write them, these words are read back and printed.")
        self.add_field("easy_text", self.tr("In easy words, if they are easier"), self.easy_words, hint=hint)
        self.add_field("picture", self.tr("Picture"), self.picture)
        self.end_fields(has_more=False)

    def _show_meanings(self, *, is_after: bool) -> None:
        goes_back = self.tr("The meaning changed. We talk about it at the next meeting.")
        changed = goes_back if is_after else self.tr("The meaning changed")
        same = Choice(SAME, self.tr("Yes, the meaning is the same"))
        self.meaning.set_choices([same, Choice(CHANGED, changed)])

    def _answer_words(self) -> tuple[str, ...]:
        return self.tr("Yes"), self.tr("No"), self.tr("Not here"), self.tr("Not asked yet")

    def _fill(self, words: Words, proposer: Proposer | None, picture: str) -> None:
        self.clear_errors()
        self.words.set_words(words.text)
        self.easy_words.set_words(words.easy_text)
        self.proposer.set_value(proposer)
        self.picture.set_value(picture)
        self.meaning.set_chosen()
        self.answer.set_chosen("not_asked")
        self._fit_question()

    def _asks(self) -> bool:
        typed = Words(text=self.words.words().strip(), easy_text=self.easy_words.words().strip())
        return self._saved is not None and typed != self._saved

    def _fit_question(self) -> None:
        self._meaning_row.setVisible(self._asks())
        self._answer_row.setVisible(self._asks() and self.meaning.chosen_key() == CHANGED)

    def _on_words(self) -> None:
        self.picture.suggest(self.words.words())
        self._fit_question()

    def _on_entered(self) -> None:
        following = self.meaning if self._asks() else self.proposer
        following.setFocus(Qt.FocusReason.TabFocusReason)
