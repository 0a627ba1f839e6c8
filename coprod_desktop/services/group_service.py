"""The groups of a data folder, and which one the home screen shows."""

from dataclasses import replace

from coprod_desktop.domain.group import (
    DEFAULT_CARDS,
    GROWN_UP_AGE,
    MOST_CARDS,
    MOST_NOTICE_DAYS,
    READERS_NEEDED,
    Card,
    ExplainedWord,
    Group,
)
from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import needed, typed, typed_lines
from coprod_desktop.services.act_history import Act, ActHistory
from coprod_desktop.services.new_ids import NewId
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.settings_store import SettingsStore

CURRENT_GROUP = "current_group"
"""The setting that remembers which group is shown."""


class GroupService:
    """What can be asked about groups."""

    def __init__(self, store: GroupStore, settings: SettingsStore, history: ActHistory, new_id: NewId) -> None:
        self._store = store
        self._settings = settings
        self._history = history
        self._new_id = new_id

    def groups(self) -> tuple[Group, ...]:
        """All groups of this data folder."""
        return self._store.groups()

    def current(self) -> Group | None:
        """The group that is shown: the one chosen last, else the first, else None."""
        groups = self.groups()
        chosen = self._settings.get(CURRENT_GROUP, "")
        return next((group for group in groups if group.id == chosen), groups[0] if groups else None)

    def choose(self, group_id: GroupId) -> None:
        """Show this group from now on. Acts in another group are no longer undone from here."""
        shown = self.current()
        if shown is not None and shown.id != group_id:
            self._history.forget()
        self._settings.set(CURRENT_GROUP, group_id)

    def create(self, name: str, *, meaning: str = "", contact: str = "") -> Group:
        """Set up a group and show it. Only its name must be there."""
        group = self.save(Group(id=GroupId(self._new_id()), name=name, meaning=meaning, contact=contact))
        self.choose(group.id)
        return group

    def save(self, group: Group) -> Group:
        """Change anything of a group. Cards without a meaning are left out; with none left, it has the usual ones.

        Raises NotAllowed if a rule is broken; then nothing is saved.
        """
        checked = replace(
            group,
            name=needed(group.name, field="name", reason=Reason.NAME_MISSING),
            meaning=typed(group.meaning, field="meaning"),
            contact=typed(group.contact, field="contact"),
            perspective_labels={
                perspective: label
                for perspective, label in ((key, typed(text)) for key, text in group.perspective_labels.items())
                if label
            },
            words=tuple(
                ExplainedWord(term=typed(word.term), means=typed(word.means))
                for word in group.words
                if typed(word.term)
            ),
            agreement=typed_lines(group.agreement, field="agreement"),
            cards=_checked_cards(group.cards),
            serious_steps=typed_lines(group.serious_steps, field="serious_steps"),
            notice_days=_checked_notice(group.notice_days),
            parents_yes_under=_checked_age(group.parents_yes_under),
            readers_needed=_checked_readers(group.readers_needed),
            taking_part_money=typed(group.taking_part_money, field="taking_part_money", keeps_lines=True),
        )
        self._write(self._store.get(group.id), checked)
        return checked

    def _write(self, before: Group | None, after: Group) -> None:
        """Save, and let a change be undone; a group that was set up stays."""
        if after == before:
            return
        self._store.save(after)
        if before is not None:
            self._history.note(
                Act(kind="group_changed", undo=lambda: self._store.save(before), redo=lambda: self._store.save(after))
            )


def _checked_notice(days: int) -> int:
    if not 0 <= days <= MOST_NOTICE_DAYS:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "notice_days")
    return days


def _checked_age(age: int) -> int:
    if not 0 <= age <= GROWN_UP_AGE:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "parents_yes_under")
    return age


def _checked_readers(count: int) -> int:
    """2 readers, or 1 if the group says so (ER-34)."""
    if not 1 <= count <= READERS_NEEDED:
        raise NotAllowed(Reason.NUMBER_OUT_OF_RANGE, "readers_needed")
    return count


def _checked_cards(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Each with a name and a meaning; two cards of one colour or one shape could not be told apart (UI-06)."""
    kept = tuple(
        replace(card, name=needed(card.name, field="cards", reason=Reason.NAME_MISSING), meaning=meaning)
        for card, meaning in ((card, typed(card.meaning, field="cards")) for card in cards)
        if meaning
    )
    is_clear = len({card.key for card in kept}) == len({card.shape for card in kept}) == len(kept) <= MOST_CARDS
    if not is_clear:
        raise NotAllowed(Reason.ALREADY_THERE, "cards")
    return kept or DEFAULT_CARDS
