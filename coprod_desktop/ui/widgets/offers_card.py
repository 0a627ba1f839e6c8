"""What is offered to a person so that they are ready to take part; no thank you is as good an answer (R43)."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Signal

from coprod_desktop.domain.offer import Offer, OfferAnswer, OfferKind
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

NOT_ASKED: Final = "not_asked"


class OffersCard(Card):
    """Each offer with what it is and what the person said, all answers of one size.

    Signal: `answered(OfferKind, OfferAnswer or None)`; None takes the answer back.
    """

    answered = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        note = self.tr("Ask the person. They can say no thank you.")
        super().__init__(theme, self.tr("What we offer"), note, gap=16)
        self._answers: dict[OfferKind, ChoiceButtons] = {}
        self._said: dict[OfferKind, WrapLabel] = {}
        for kind in OfferKind:
            self.add(holder(self._make_offer(theme, kind)))
        self.show_offers({})

    def show_offers(self, offers: Mapping[OfferKind, Offer]) -> None:
        """Show what the person said; an offer that is not there was not made yet."""
        for kind, answers in self._answers.items():
            offer = offers.get(kind)
            answers.set_chosen(offer.answer.value if offer else NOT_ASKED)
            self._said[kind].setText(self.tr("Since {day}").format(day=day_words(offer.said_on)) if offer else "")
            self._said[kind].setVisible(offer is not None)

    def answers(self, kind: OfferKind) -> ChoiceButtons:
        """The answers to one offer."""
        return self._answers[kind]

    def _make_offer(self, theme: Theme, kind: OfferKind) -> Column:
        title, means = self._words(kind)
        answers = self._answers[kind] = ChoiceButtons(theme, title, self._choices())
        answers.chosen_changed.connect(partial(self._on_chosen, kind))
        said = self._said[kind] = WrapLabel(theme, "", TextStyle.NOTE)
        column = Column(theme, gap=4)
        column.addWidget(WrapLabel(theme, title, TextStyle.STRONG))
        column.addWidget(WrapLabel(theme, means, TextStyle.NOTE))
        column.addWidget(answers)
        column.addWidget(said)
        return column

    def _choices(self) -> tuple[Choice, ...]:
        return (
            Choice(OfferAnswer.YES.value, self.tr("Yes")),
            Choice(OfferAnswer.NO_THANK_YOU.value, self.tr("No thank you")),
            Choice(OfferAnswer.DONE.value, self.tr("Done")),
            Choice(NOT_ASKED, self.tr("Not asked yet")),
        )

    def _words(self, kind: OfferKind) -> tuple[str, str]:
        return {
            OfferKind.NEWCOMERS_PACK: (
                self.tr("Newcomer's pack"),
                self.tr("Papers that tell a new person about the group."),
            ),
            OfferKind.PREPARATION: (
                self.tr("Get ready together"),
                self.tr("Somebody goes through the papers with them before."),
            ),
            OfferKind.TALK_AFTERWARDS: (
                self.tr("A talk afterwards"),
                self.tr("Somebody asks them how the meeting was."),
            ),
            OfferKind.CHAIRING_PRACTICE: (
                self.tr("Practise being the chair"),
                self.tr("They try it first in a small group."),
            ),
        }[kind]

    def _on_chosen(self, kind: OfferKind) -> None:
        chosen = self._answers[kind].chosen_key()
        self.answered.emit(kind, None if chosen in (None, NOT_ASKED) else OfferAnswer(chosen))
