"""Pictures for words and blocks: find one, see what fits a block, choose one or leave it out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId, MeetingId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.own_picture import OWN, OwnPictureId, PhotoUse
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import replay
from coprod_desktop.domain.text import needed, tidy_word
from coprod_desktop.minutes.blocks import NO_PICTURE, Block, BlockRole
from coprod_desktop.minutes.picture_choosing import SUGGESTED_FOR, BlockPlace, PictureChooser, can_be_chosen
from coprod_desktop.minutes.picture_search import PictureSearch
from coprod_desktop.minutes.pictures import PictureChoice, Pictures
from coprod_desktop.services.act_history import Act, ActHistory
from coprod_desktop.services.picture_chooser import ChooserMaker
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.picture_store import PictureStore

__all__ = [
    "NO_PICTURE",
    "BlockRole",
    "PictureChoice",
    "PictureImage",
    "PictureService",
]

_PAPER = '<rect width="72" height="72" rx="10" fill="#ffffff"/>'
_CALENDAR = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><g fill="#ffffff" stroke="#000000" stroke-width="2" '
    'stroke-linejoin="round" stroke-linecap="round"><rect x="11" y="13" width="50" height="50"/>'
    '<rect x="11" y="13" width="50" height="11" fill="#ea5a47"/><path d="M23 17V8M49 17V8"/></g>'
    '<text x="36" y="54" font-size="30" font-weight="bold" text-anchor="middle" fill="#000000">{day}</text></svg>'
)


@dataclass(frozen=True, kw_only=True)
class PictureImage:
    """The bytes of a picture for a screen: SVG, PNG or JPEG."""

    media_type: str
    data: bytes = field(repr=False)


class PictureService:
    """What can be asked about pictures. Choices can be undone; a photo can be chosen only with every yes (DP-13)."""

    def __init__(self, database: Database, templates_folder: Path, history: ActHistory) -> None:
        self._store = PictureStore(database)
        self._groups = GroupStore(database)
        self._people = PeopleStore(database)
        self._log = MeetingLog(database)
        self._choosers = ChooserMaker(database, templates_folder)
        self._history = history

    # Find

    def search(self, text: str, group_id: GroupId | None = None, *, most: int = 12) -> tuple[PictureChoice, ...]:
        """The pictures for what was typed, the closest first; common ones when nothing was typed."""
        own = self._choosers.usable(group_id, PhotoUse.MINUTES) if group_id is not None else ()
        return PictureSearch(self._table.with_own(own)).search(text, most)

    def image(self, word: str) -> PictureImage:
        """The bytes of a picture for the screen, on white so that its dark lines are seen.

        A word without a picture gives the neutral one, as it does on a page.
        """
        if word.startswith(OWN):
            own = self._store.get(OwnPictureId(word.removeprefix(OWN)))
            if own and own.data:
                return PictureImage(media_type=own.media_type, data=own.data)
        choice = self._table.picture(word)
        if choice.day:
            return PictureImage(media_type="image/svg+xml", data=_CALENDAR.format(day=choice.day).encode())
        drawn = re.sub(r"(<svg[^>]*>)", rf"\1{_PAPER}", choice.drawing(), count=1)
        return PictureImage(media_type="image/svg+xml", data=drawn.encode())

    # The picture of a block

    def suggestions_for_block(
        self, meeting_id: MeetingId, ref: str, role: BlockRole, state: MeetingState | None = None
    ) -> tuple[PictureChoice, ...]:
        """The pictures that fit a block: the one that stands there first (none if it was left out), then others."""
        chooser = self._chooser(meeting_id, state)
        block = _block(ref, role)
        words = [chooser.picture_of(block), *(meaning.picture for meaning in chooser.meant_by(block)), block.picture]
        known = [word for word in dict.fromkeys(words) if chooser.pictures.has(word)]
        found = {choice.key: choice for choice in map(chooser.pictures.picture, known)}
        return tuple(found.values())

    def words_for_block(
        self, meeting_id: MeetingId, ref: str, role: BlockRole, state: MeetingState | None = None
    ) -> tuple[str, ...]:
        """The words of a block that a choice of picture may be remembered for, the likeliest first."""
        del role
        chooser = self._chooser(meeting_id, state)
        told = chooser.told.get(ref)
        return chooser.meanings.nouns([told.words], names=chooser.names) if told else ()

    def chosen(self, meeting_id: MeetingId) -> Mapping[BlockPlace, str]:
        """The pictures chosen for blocks of this meeting; empty where one was left out."""
        return {(ref, BlockRole(role)): picture for (ref, role), picture in self._store.of_blocks(meeting_id).items()}

    def choose(
        self,
        meeting_id: MeetingId,
        ref: str,
        role: BlockRole,
        picture: str,
        remember_for_group: bool = False,
        word: str = "",
    ) -> None:
        """Give a block this picture; `remember_for_group` gives it to the block's word from now on.

        `word` is the word to remember it for, empty for the one that `words_for_block` names first. Raises NotAllowed
        for a picture that is not there, a photo without every yes, or a block whose picture cannot be changed.
        """
        group = self._group_of(meeting_id)
        if not self._may_choose(group.id, picture):
            raise NotAllowed(Reason.NOT_FOUND, "picture")
        if not remember_for_group:
            return self._set(meeting_id, ref, role, picture)
        remembered = tidy_word(word) or next(iter(self.words_for_block(meeting_id, ref, role)), "")
        if not remembered:
            raise NotAllowed(Reason.WORDS_MISSING, "word")
        return self._set(meeting_id, ref, role, picture, group_id=group.id, word=remembered)

    def leave_out(self, meeting_id: MeetingId, ref: str, role: BlockRole) -> None:
        """Leave a block without a picture."""
        self._set(meeting_id, ref, role, "")

    def clear(self, meeting_id: MeetingId, ref: str, role: BlockRole) -> None:
        """Forget what was chosen for a block; the program chooses again."""
        self._set(meeting_id, ref, role, None)

    # The group's pictures for words

    def group_choices(self, group_id: GroupId) -> Mapping[str, str]:
        """The pictures that the group chose for words."""
        return self._store.choices(group_id)

    def set_group_choice(self, group_id: GroupId, word: str, picture: str) -> None:
        """From now on the group's picture for a word. Raises NotAllowed for no word or no such picture."""
        if not self._may_choose(group_id, picture):
            raise NotAllowed(Reason.NOT_FOUND, "picture")
        self._set_choice(group_id, tidy_word(needed(word, field="word")), picture)

    def clear_group_choice(self, group_id: GroupId, word: str) -> None:
        """Forget the group's picture for a word."""
        self._set_choice(group_id, tidy_word(word), None)

    # Inner work

    @property
    def _table(self) -> Pictures:
        return self._choosers.table

    def _chooser(self, meeting_id: MeetingId, state: MeetingState | None) -> PictureChooser:
        known = state or replay(meeting_id, self._log.steps(meeting_id))
        group = self._groups.get(known.group_id) if known.group_id else None
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return self._choosers.chooser(known, group, self._people.people(group.id, with_removed=True))

    def _group_of(self, meeting_id: MeetingId) -> Group:
        group_id = replay(meeting_id, self._log.steps(meeting_id)).group_id
        group = self._groups.get(group_id) if group_id else None
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return group

    def _may_choose(self, group_id: GroupId, picture: str) -> bool:
        if picture.startswith(OWN):
            return any(own.picture_word == picture for own in self._choosers.usable(group_id, PhotoUse.MINUTES))
        return self._table.has(picture)

    def _set(
        self,
        meeting_id: MeetingId,
        ref: str,
        role: BlockRole,
        picture: str | None,
        *,
        group_id: GroupId | None = None,
        word: str = "",
    ) -> None:
        if not can_be_chosen(ref, role):
            raise NotAllowed(Reason.NOT_FOUND, "block")
        before = self._store.of_blocks(meeting_id).get((ref, role.value))
        remembered = self._store.choices(group_id).get(word) if group_id else None

        def put(chosen: str | None, for_word: str | None) -> None:
            self._store.set_for_block(meeting_id, ref, role.value, chosen)
            if group_id is not None:
                self._store.set_choice(group_id, word, for_word)

        put(picture, picture)
        self._history.note(
            Act(kind="picture_chosen", undo=lambda: put(before, remembered), redo=lambda: put(picture, picture))
        )

    def _set_choice(self, group_id: GroupId, word: str, picture: str | None) -> None:
        before = self._store.choices(group_id).get(word)
        self._store.set_choice(group_id, word, picture)
        self._history.note(
            Act(
                kind="picture_chosen",
                undo=lambda: self._store.set_choice(group_id, word, before),
                redo=lambda: self._store.set_choice(group_id, word, picture),
            )
        )


def _block(ref: str, role: BlockRole) -> Block:
    neutral = SUGGESTED_FOR.get(role, ("",))[0]
    return Block(sentences=(), picture=neutral, role=role, ref=ref)
