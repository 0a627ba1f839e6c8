"""Asks for one thing to talk about: the words and who asks for it; minutes, picture and more can wait."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import AgendaItemDetails, HowOpen
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import FormRow, form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.number_field import NumberField
from coprod_desktop.ui.widgets.picture_choice import PictureChoice
from coprod_desktop.ui.widgets.proposer_choice import ProposerChoice
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.word_offers import WordOffers

_LONGEST_MINUTES = 480
_STEP_MINUTES = 5
_HARD = "hard"


class ItemPanel(QWidget):
    """Return in the words goes to "who", or sends if that is answered. The rest is behind "More about this".

    Button to connect: `take_out`, for an item that is there. Signals: `sent` when all is to be put on or saved;
    `closed` when nothing is to change; `typed(words)` as the words are typed.
    """

    sent = Signal()
    closed = Signal()
    typed = Signal(str)

    def __init__(self, theme: Theme, *, name: Callable[[PersonId], str], words: Callable[[StrEnum], str]) -> None:
        super().__init__()
        self._title = LineField(theme)
        self._proposer = ProposerChoice(theme, name=name, words=words)
        self._minutes = NumberField(theme, 0, 0, _LONGEST_MINUTES, step=_STEP_MINUTES, after=self.tr("minutes"))
        self._minutes.setSpecialValueText(self.tr("Not said"))
        self._picture = PictureChoice(theme)
        choices = [Choice(how.value, words(how)) for how in HowOpen]
        self._how_open = ChoiceButtons(theme, self.tr("How open is it?"), choices)
        self._fixed = LineField(theme)
        tick = Choice(_HARD, self.tr("Yes. Tell people first, so that anybody can step out"))
        self._hard = ChoiceButtons(theme, self.tr("May it be hard to talk about?"), [tick], is_several=True)
        self.more = BigButton(theme, "", kind=ButtonKind.QUIET, icon=Icon.MORE)
        self.take_out = BigButton(theme, self.tr("Take words out for good"), kind=ButtonKind.QUIET, icon=Icon.REMOVE)
        self.send = BigButton(theme, "", kind=ButtonKind.PRIMARY, icon=Icon.ADD, key="F8")
        self.close_button = BigButton(theme, self.tr("Close"), kind=ButtonKind.QUIET, icon=Icon.CLOSE)
        self._lay_out(theme)
        self._connect()
        self.ask_for_new()

    def ask_for_new(self) -> None:
        """Start with an empty item."""
        self.set_details(None)
        self.send.set_words(self.tr("Put it on the agenda"))
        self.send.set_icon(Icon.ADD)
        self.take_out.hide()
        self.open_more(is_open=False)

    def ask_to_change(self, details: AgendaItemDetails) -> None:
        """Start with an item that is there."""
        self.set_details(details)
        self.send.set_words(self.tr("Save the change"))
        self.send.set_icon(Icon.SAVE)
        self.take_out.setVisible(True)
        self.open_more(is_open=True)

    def open_more(self, *, is_open: bool) -> None:
        """Show or hide what can wait."""
        self._more_part.setVisible(is_open)
        self.more.set_words(self.tr("Less about this") if is_open else self.tr("More about this"))
        self.more.set_icon(Icon.LESS if is_open else Icon.MORE)

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people as proposers."""
        self._proposer.show_people(people)

    def set_details(self, details: AgendaItemDetails | None) -> None:
        """Fill in an item, or empty everything."""
        self._title.setText(details.title if details else "")
        self._proposer.set_value(details.proposer if details else None)
        self._minutes.setValue((details.minutes_wanted or 0) if details else 0)
        self._picture.set_value(details.picture if details else "")
        self._how_open.set_chosen((details.how_open if details else HowOpen.DECIDE).value)
        self._fixed.setText(details.fixed if details else "")
        self._hard.set_chosen(*([_HARD] if details and details.may_be_hard else []))
        self.clear_errors()

    def details(self) -> AgendaItemDetails:
        """What was filled in; the proposer may be nobody, which the rules refuse."""
        return AgendaItemDetails(
            title=self._title.text(),
            proposer=self._proposer.value() or Proposer(),
            how_open=HowOpen(self._how_open.chosen_key() or HowOpen.DECIDE),
            minutes_wanted=self._minutes.value() or None,
            picture=self._picture.value(),
            fixed=self._fixed.text(),
            may_be_hard=self._hard.chosen_key() == _HARD,
        )

    def typed_words(self) -> str:
        """The words as they are typed so far."""
        return self._title.text()

    def focus_words(self) -> None:
        """Go to the words."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_under_words(self, part: QWidget) -> None:
        """Put something between the words and "who"."""
        self._under_words.addWidget(part)

    def show_error(self, field: str, words: str) -> None:
        """Say beside the field what to put right."""
        self.clear_errors()
        (self._proposer_row if field == "proposer" else self._title_row).show_error(words)

    def clear_errors(self) -> None:
        """Everything is put right."""
        self._title_row.clear_error()
        self._proposer_row.clear_error()

    def close_pictures(self) -> bool:
        """Close the grid of pictures; says whether it was open."""
        return self._picture.close_pictures()

    def _lay_out(self, theme: Theme) -> None:
        scroll = ScrollColumn(theme, gap=14)
        self._title_row = form_row(theme, scroll.column, self.tr("What shall we talk about?"), self._title)
        self._title_row.add_below(WordOffers(theme, self._title))
        self._under_words = Column(theme)
        scroll.add_layout(self._under_words)
        self._proposer_row = form_row(theme, scroll.column, self.tr("Who asks for it?"), self._proposer)
        scroll.add_layout(flow_of(theme, self.more))
        self._more_part = self._make_more(theme)
        scroll.add(self._more_part)
        scroll.add_stretch()
        column = Column(theme)
        column.addWidget(scroll, 1)
        column.addLayout(flow_of(theme, self.send, self.close_button, gap=12))
        self.setLayout(column)

    def _make_more(self, theme: Theme) -> QWidget:
        optional = self.tr("You can leave this empty.")
        minutes = FormRow(theme, self.tr("How many minutes?"), self._minutes, hint=optional)
        picture = FormRow(theme, self.tr("Picture"), self._picture, hint=optional)
        column = Column(theme, gap=14)
        column.addLayout(flow_of(theme, minutes, picture, gap=24))
        form_row(theme, column, self.tr("How open is it?"), self._how_open)
        form_row(theme, column, self.tr("What is fixed and cannot be changed?"), self._fixed, hint=optional)
        form_row(theme, column, self._hard.accessibleName(), self._hard)
        column.addLayout(flow_of(theme, self.take_out))
        return holder(column)

    def _connect(self) -> None:
        self.send.clicked.connect(self.sent)
        self.close_button.clicked.connect(self.closed)
        self.more.clicked.connect(self._on_more)
        self._title.returnPressed.connect(self._on_return)
        self._title.textEdited.connect(self._on_typed)
        self._proposer.changed.connect(self.clear_errors)

    def _on_typed(self, words: str) -> None:
        self._title_row.clear_error()
        self._picture.suggest(words)
        self.typed.emit(words)

    def _on_return(self) -> None:
        if self._proposer.value() is None and self._title.text().strip():
            self._proposer.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.sent.emit()

    def _on_more(self) -> None:
        is_open = self._more_part.isHidden()
        self.open_more(is_open=is_open)
        if is_open:
            self._minutes.setFocus(Qt.FocusReason.OtherFocusReason)
