"""Which parts of a decision are in sight, which of them are open, and what their rows say."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.lines import DecisionDetails, Outcome
from coprod_desktop.ui.widgets.decision_parts import ACTION, EXTRA, OUTCOME, PRESENCE, DecisionParts, Part


@dataclass(kw_only=True)
class PartFolding:
    """What is open. `presence` says who is or was there; `asks_first` what people told us who were not (R15)."""

    parts: DecisionParts
    is_draft: bool = True
    open_key: str = ""
    is_more_open: bool = False
    presence: str = ""
    asks_first: bool = False

    def show(self, details: DecisionDetails) -> None:
        """Show every part as it is now."""
        for key, part in self.parts.rows.items():
            self._show_part(key, part, part.say(details))
        row = self.parts.rows[PRESENCE].row
        row.set_label(_tr("Who is here") if self.is_draft else _tr("Who was here"))
        has_words = bool(details.told_us) or details.is_until_asked
        row.change.setVisible((self.asks_first or has_words) and not self._is_always_open(PRESENCE))

    def _show_part(self, key: str, part: Part, words: str) -> None:
        is_open = key == self.open_key or self._is_always_open(key)
        act = _tr("Close") if is_open else _tr("Change") if words else _tr("Add")
        presence = self.presence if key == PRESENCE else ""
        told = "\n".join(filter(None, (presence, words)))
        part.row.show_words(presence if is_open else told or part.nothing, act)
        part.row.show_only_fields(is_only=self.is_draft and key == OUTCOME)
        part.row.setVisible(is_open or self._is_shown(key, told))
        part.form.setVisible(is_open)

    def _is_always_open(self, key: str) -> bool:
        """What a draft asks for; what others decided asks for nobody who was not there."""
        is_ours = self.parts.outcome.chosen_outcome() is not Outcome.DECIDED_ELSEWHERE
        return self.is_draft and (key == OUTCOME or (key == PRESENCE and self.asks_first and is_ours))

    def _is_shown(self, key: str, words: str) -> bool:
        if key == PRESENCE:
            return bool(words)
        if key == ACTION:
            return self.is_draft
        return key not in EXTRA or bool(words) or self.is_more_open


def _tr(words: str) -> str:
    return QCoreApplication.translate("PartFolding", words)
