"""People who never came to a meeting: somebody offers them to talk before (R43)."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.offer import Offer, OfferAnswer, OfferKind
from coprod_desktop.ui.screens.invite.people_panel import PeoplePanel, show_list
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.answer_list import AnswerLine
from coprod_desktop.ui.widgets.choice_buttons import Choice

NOT_ASKED: Final = "not_asked"


class NewcomersPanel(PeoplePanel):
    """Two offers for each new person; all others are on the person's own page.

    Signal: `answered(person id, OfferKind, OfferAnswer or None)`.
    """

    answered = Signal(str, object, object)

    def __init__(self, theme: Theme) -> None:
        note = self.tr("They never came to a meeting. Ask each person what they want.")
        super().__init__(theme, self.tr("New people"), note)
        self._talk_label, self.talk = self.add_list(self.tr("To talk before the meeting"), self._answers())
        self._pack_label, self.pack = self.add_list(self.tr("A newcomer's pack with the invitation"), self._answers())
        self.inside.add_stretch()
        self.talk.answered.connect(self._on_talk)
        self.pack.answered.connect(self._on_pack)

    def show_people(
        self, people: Sequence[tuple[PersonId, str]], offers: Mapping[PersonId, Mapping[OfferKind, Offer]]
    ) -> None:
        """Show these people with what they said so far."""
        for label, rows, kind in (
            (self._talk_label, self.talk, OfferKind.PREPARATION),
            (self._pack_label, self.pack, OfferKind.NEWCOMERS_PACK),
        ):
            show_list(label, rows, [_line(who, name, offers.get(who, {}).get(kind)) for who, name in people])

    def forget(self) -> None:
        """Take every name out of sight."""
        self.show_people((), {})

    def _on_talk(self, key: str, answer: str) -> None:
        self._tell(key, OfferKind.PREPARATION, answer)

    def _on_pack(self, key: str, answer: str) -> None:
        self._tell(key, OfferKind.NEWCOMERS_PACK, answer)

    def _tell(self, key: str, kind: OfferKind, answer: str) -> None:
        self.answered.emit(key, kind, None if answer == NOT_ASKED else OfferAnswer(answer))

    def _answers(self) -> tuple[Choice, ...]:
        return (
            Choice(OfferAnswer.YES.value, self.tr("Yes")),
            Choice(OfferAnswer.NO_THANK_YOU.value, self.tr("No thank you")),
            Choice(OfferAnswer.DONE.value, self.tr("Done")),
            Choice(NOT_ASKED, self.tr("Not asked yet")),
        )


def _line(who: PersonId, name: str, offer: Offer | None) -> AnswerLine:
    return AnswerLine(who, name, "", offer.answer.value if offer else NOT_ASKED)
