"""A person's own photo or symbol, and their yes or no to each use of a photo (DP-13)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.own_picture import OWN, PhotoUse, PhotoYes
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, Row, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.photo_facts import answer_words, use_questions
from coprod_desktop.ui.widgets.picture_box import PictureBox
from coprod_desktop.ui.widgets.picture_choice import PictureChoice
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_YES, _NO = "yes", "no"


@dataclass(frozen=True, kw_only=True)
class PersonPicture:
    """What is kept: the picture word, the photo or own symbol as it looks, and what was said to each use of a photo."""

    word: str = ""
    drawing: bytes | None = None
    alt: str = ""
    is_photo: bool = False
    answers: Mapping[PhotoUse, PhotoYes] = field(default_factory=dict)


class PersonPictureForm(QWidget):
    """Signals: `photo_requested`; `symbol_chosen(picture word)`; `taken_away`; `said(use, is_yes, recorder)`."""

    photo_requested = Signal()
    symbol_chosen = Signal(str)
    taken_away = Signal()
    said = Signal(object, bool, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._asks: dict[PhotoUse, tuple[FormRow, ChoiceButtons]] = {}
        self._box = PictureBox(theme, None, "", size=120)
        self._told = WrapLabel(theme, "", TextStyle.BODY)
        self._photo = BigButton(theme, "", icon=Icon.PICTURE)
        self._take_away = BigButton(theme, self.tr("Take it away"), kind=ButtonKind.QUIET, icon=Icon.REMOVE)
        self._symbol = PictureChoice(theme)
        self._recorder = LineField(theme)
        self._error = WrapLabel(theme, "", TextStyle.STRONG, colour="bad")
        self._uses = self._make_uses()
        self._lay_out()
        self._photo.clicked.connect(self.photo_requested)
        self._take_away.clicked.connect(self.taken_away)
        self._symbol.changed.connect(self._on_symbol)

    def show_picture(self, picture: PersonPicture) -> None:
        """Show what is kept; the focus stays."""
        has_own = picture.drawing is not None
        if has_own:
            self._box.show_picture(picture.drawing, picture.alt)
        self._box.setVisible(has_own)
        self._take_away.setVisible(has_own)
        self._photo.set_words(self.tr("Choose another photo") if has_own else self.tr("Choose a photo"))
        self._told.setText(self._words(picture))
        self._symbol.set_value("" if picture.word.startswith(OWN) else picture.word)
        self._uses.setVisible(picture.is_photo)
        for use, (row, buttons) in self._asks.items():
            answer = picture.answers.get(use)
            buttons.set_chosen(*(() if answer is None else (_YES if answer.is_yes else _NO,)))
            row.set_hint(answer_words(answer))
        self._error.hide()

    def refuse(self, words: str) -> None:
        """Say why a photo was not taken."""
        self._error.setText(words)
        self._error.show()

    def step_back(self) -> bool:
        """Esc shuts the pictures, if they are open."""
        return self._symbol.close_pictures()

    def _lay_out(self) -> None:
        theme = self._theme
        words = Column(theme, gap=10)
        words.addWidget(self._told)
        words.addLayout(flow_of(theme, self._photo, self._take_away))
        words.addWidget(self._error)
        words.addStretch(1)
        top = Row(theme, gap=16)
        top.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        column = Column(theme, gap=18)
        column.addLayout(top)
        column.addWidget(self._uses)
        hint = self.tr("A symbol stands for them instead of a photo. They choose it.")
        column.addWidget(FormRow(theme, self.tr("Or a symbol"), self._symbol, hint=hint))
        self.setLayout(column)
        self._box.hide()
        self._error.hide()

    def _make_uses(self) -> QWidget:
        column = Column(self._theme, gap=14)
        private = self.tr("Ask about each use. Without a yes we do not use the photo there.")
        column.addWidget(IconLine(self._theme, Icon.PRIVATE, private, TextStyle.NOTE))
        for use, words in use_questions().items():
            said = [Choice(_YES, self.tr("They said yes")), Choice(_NO, self.tr("They said no"))]
            buttons = ChoiceButtons(self._theme, words, said)
            buttons.chosen_changed.connect(partial(self._on_said, use))
            self._asks[use] = (FormRow(self._theme, words, buttons), buttons)
            column.addWidget(self._asks[use][0])
        optional = self.tr("A name. You can leave this empty.")
        column.addWidget(FormRow(self._theme, self.tr("Who wrote this down?"), self._recorder, hint=optional))
        return holder(column)

    def _words(self, picture: PersonPicture) -> str:
        if picture.is_photo:
            return self.tr("This is their own photo. It stays on this laptop.")
        if picture.word:
            return self.tr("They chose a symbol.")
        return self.tr("They have no photo or symbol. That is fine.")

    def _on_symbol(self) -> None:
        self.symbol_chosen.emit(self._symbol.value())

    def _on_said(self, use: PhotoUse) -> None:
        self.said.emit(use, self._asks[use][1].chosen_key() == _YES, self._recorder.text())
