"""Asks whoever had the idea about the new words of a decision, for as long as they have not answered (R15)."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.lines import WordingChange
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column

_ANSWERS: dict[str, bool | None] = {"yes": True, "no": False, "not_here": None}


class NewWordsAnswer(QWidget):
    """One question and 3 buttons. Signal: `answered(bool or None)`; None means that they are not here."""

    answered = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._question = IconLine(theme, Icon.ASK_THE_GROUP, "", TextStyle.STRONG)
        words = (self.tr("Yes"), self.tr("No"), self.tr("Not here"))
        icons = (Icon.THUMB_UP, Icon.THUMB_DOWN, Icon.OTHER_WAY)
        self.buttons = {
            key: BigButton(theme, said, icon=icon) for key, said, icon in zip(_ANSWERS, words, icons, strict=True)
        }
        for key, button in self.buttons.items():
            button.clicked.connect(partial(self.answered.emit, _ANSWERS[key]))
        column = Column(theme, gap=8)
        column.addWidget(self._question)
        column.addLayout(flow_of(theme, *self.buttons.values()))
        self.setLayout(column)
        self.hide()

    def show_change(self, change: WordingChange | None, who: str) -> None:
        """Ask while there are new words without an answer; whoever was not here can still answer later."""
        question = self.tr("Ask {who}: do you say yes to these words?").format(who=who)
        self._question.set_words(question)
        for button in self.buttons.values():
            button.setAccessibleDescription(question)
        self.buttons["not_here"].setVisible(change is not None and not change.is_not_here)
        self.setVisible(change is not None and change.agreed_by_proposer is None)


def answer_words(change: WordingChange, who: str) -> str:
    """What whoever had the idea says to the new words."""
    if change.agreed_by_proposer is not None:
        said = _tr("{who}: yes to the new words.") if change.agreed_by_proposer else _tr("{who}: no to the new words.")
    elif change.is_not_here:
        said = _tr("{who}: not here to answer.")
    else:
        said = _tr("{who}: not asked about the new words yet.")
    return said.format(who=who)


def _tr(words: str) -> str:
    return QCoreApplication.translate("NewWordsAnswer", words)
