"""Pictures: find one, see what fits a block, choose or leave out, and bring in own photos and symbols."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.own_picture import OWN, OwnPicture, OwnPictureId, PhotoUse, PhotoYes, PictureKind
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import replay
from coprod_desktop.domain.text import needed, typed
from coprod_desktop.minutes.blocks import NO_PICTURE, Block, BlockRole
from coprod_desktop.minutes.photo_reading import (
    MOST_BYTES,
    PictureFault,
    PictureRefused,
    ReadPicture,
    read_photo,
    read_symbol,
)
from coprod_desktop.minutes.picture_choosing import SUGGESTED_FOR, BlockPlace, PictureChooser, can_be_chosen
from coprod_desktop.minutes.picture_search import PictureSearch
from coprod_desktop.minutes.pictures import PictureChoice, Pictures
from coprod_desktop.services.act_history import Act, ActHistory
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.new_ids import NewId
from coprod_desktop.services.picture_chooser import ChooserMaker, names_somebody
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.picture_store import PictureStore

__all__ = [
    "NO_PICTURE",
    "AddedPhoto",
    "AddedSymbols",
    "BlockRole",
    "FoundSymbol",
    "FoundSymbols",
    "OwnPicture",
    "OwnPictureId",
    "PhotoUse",
    "PhotoYes",
    "PictureChoice",
    "PictureFault",
    "PictureImage",
    "PictureKind",
    "PictureRefused",
    "PictureService",
]

LONGEST_ALT = 125
"""The most letters of the sentence that says what a picture shows (PDF-09)."""

MOST_SYMBOLS = 2000
"""The most symbols of one folder."""

_PAPER = '<rect width="72" height="72" rx="10" fill="#ffffff"/>'
_CALENDAR = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><g fill="#ffffff" stroke="#000000" stroke-width="2" '
    'stroke-linejoin="round" stroke-linecap="round"><rect x="11" y="13" width="50" height="50"/>'
    '<rect x="11" y="13" width="50" height="11" fill="#ea5a47"/><path d="M23 17V8M49 17V8"/></g>'
    '<text x="36" y="54" font-size="30" font-weight="bold" text-anchor="middle" fill="#000000">{day}</text></svg>'
)
_SYMBOL_ENDINGS = (".png", ".svg")

Tell = Callable[[int, int], None]
Stopped = Callable[[], bool]


def _tell_nobody(_done: int, _total: int) -> None:
    """For whoever does not want to hear how far it is."""


def _never() -> bool:
    return False


@dataclass(frozen=True, kw_only=True)
class PictureImage:
    """The bytes of a picture for a screen: SVG, PNG or JPEG."""

    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class AddedPhoto:
    """A photo that was taken in. `sharp_to_mm` is how large it may be printed and still be sharp (ER-26)."""

    picture: OwnPicture
    sharp_to_mm: float
    is_sharp: bool


@dataclass(frozen=True, kw_only=True)
class FoundSymbol:
    """One symbol of a folder, read and not stored: what it is found by, what it shows, and its picture."""

    word: str
    alt: str
    read: ReadPicture = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class FoundSymbols:
    """What a folder of symbols holds; `left_out` are files that cannot be taken in, by name, with the reason."""

    symbols: tuple[FoundSymbol, ...]
    left_out: tuple[tuple[str, PictureFault], ...] = ()


@dataclass(frozen=True, kw_only=True)
class AddedSymbols:
    """What came of a folder of symbols; `left_out` are files that could not be taken in, by name, with the reason."""

    added: int
    replaced: int
    left_out: tuple[tuple[str, PictureFault], ...] = ()


class PictureService:
    """What can be asked about pictures. Choices and photos can be undone; a photo is used only with every yes."""

    def __init__(
        self, database: Database, templates_folder: Path, history: ActHistory, clock: Clock, new_id: NewId
    ) -> None:
        self._store = PictureStore(database)
        self._groups = GroupStore(database)
        self._people = PeopleStore(database)
        self._log = MeetingLog(database)
        self._choosers = ChooserMaker(database, templates_folder)
        self._history = history
        self._clock = clock
        self._new_id = new_id

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
        remembered = _tidy_word(word) or next(iter(self.words_for_block(meeting_id, ref, role)), "")
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
        self._set_choice(group_id, _tidy_word(needed(word, field="word")), picture)

    def clear_group_choice(self, group_id: GroupId, word: str) -> None:
        """Forget the group's picture for a word."""
        self._set_choice(group_id, _tidy_word(word), None)

    # Own photos

    def add_photo(
        self, group_id: GroupId, path: Path, word: str, alt: str, people: Sequence[PersonId] = (), recorder: str = ""
    ) -> AddedPhoto:
        """Take in a photo with its word, one sentence on what it shows, and everybody who is in it.

        It is printed only once all of them said yes. Raises PictureRefused for a file that is no sound picture or
        words that name somebody who is not to be named, and NotAllowed for missing words.
        """
        sentence = self._checked_alt(group_id, alt)
        read = read_photo(_read(path))
        photo = self._own(group_id, PictureKind.PHOTO, needed(word, field="word"), sentence, read)
        said_on = today(self._clock)
        self._store.add_photo(photo, people, recorder=typed(recorder), said_on=said_on)
        gone = replace(photo, data=b"", removed_on=said_on)
        self._note("photo_added", lambda: self._store.save([gone]), lambda: self._store.save([photo]))
        return AddedPhoto(picture=photo, sharp_to_mm=read.sharp_to_mm, is_sharp=read.is_sharp)

    def look_at_photo(self, path: Path) -> PictureImage:
        """A photo as it would be kept, to be looked at before it is taken in; nothing is stored.

        Raises PictureRefused for a file that is no sound picture.
        """
        read = read_photo(_read(path))
        return PictureImage(media_type=read.media_type, data=read.data)

    def own_pictures(self, group_id: GroupId) -> tuple[OwnPicture, ...]:
        """The group's photos and symbols, whether or not they may be printed."""
        return self._store.pictures(group_id)

    def remove(self, picture_id: OwnPictureId) -> None:
        """Take a photo or symbol away; its bytes leave the file."""
        own = self._get(picture_id)
        gone = replace(own, data=b"", removed_on=today(self._clock))
        self._store.save([gone])
        self._note("picture_removed", lambda: self._store.save([own]), lambda: self._store.save([gone]))

    def people_in(self, picture_id: OwnPictureId) -> tuple[PersonId, ...]:
        """Who is in a photo."""
        return self._store.people_in(picture_id)

    def yeses(self, picture_id: OwnPictureId) -> tuple[PhotoYes, ...]:
        """What the people in a photo said, to each use of it."""
        return self._store.said(picture_id)

    def say(
        self, picture_id: OwnPictureId, person_id: PersonId, use: PhotoUse, is_yes: bool, recorder: str = ""
    ) -> None:
        """Note what somebody in a photo said to a use, with today's date; a no takes it out of what is made next."""
        if person_id not in self._store.people_in(picture_id):
            raise NotAllowed(Reason.NOT_FOUND, "person")
        before = next((one for one in self.yeses(picture_id) if (one.person_id, one.use) == (person_id, use)), None)
        said = PhotoYes(
            person_id=person_id, use=use, is_yes=is_yes, said_on=today(self._clock), recorder=typed(recorder)
        )
        self._store.say(picture_id, said)

        def undo() -> None:
            if before is None:
                self._store.unsay(picture_id, person_id, use)
            else:
                self._store.say(picture_id, before)

        self._note("photo_answered", undo, lambda: self._store.say(picture_id, said))

    def may_use(self, picture_id: OwnPictureId, use: PhotoUse) -> bool:
        """Whether everybody in a photo said yes to this use; a symbol may be used for all."""
        own = self._get(picture_id)
        return own.removed_on is None and (own.kind is PictureKind.SYMBOL or self._choosers.may_use(own, use))

    def usable(self, group_id: GroupId, use: PhotoUse) -> tuple[OwnPicture, ...]:
        """The own pictures that may be used so (DP-13)."""
        return self._choosers.usable(group_id, use, self._people.people(group_id, with_removed=True))

    # Symbols

    def add_symbol_folder(self, group_id: GroupId, folder: Path, credit: str) -> AddedSymbols:
        """Take in the PNG and SVG files of a folder, each under its name ("bus stop.png"), with one credit line.

        A symbol of the same word and credit is replaced. Raises PictureRefused for a folder with no symbols or too
        many, and NotAllowed without a credit.
        """
        needed(credit, field="credit")
        return self.add_symbols(group_id, self.read_symbol_folder(folder), credit)

    def read_symbol_folder(self, folder: Path, tell: Tell = _tell_nobody, is_stopped: Stopped = _never) -> FoundSymbols:
        """Read the symbols of a folder and store nothing; it reads no database, so it may run in a thread.

        `tell` hears how many files are read, of how many. Raises PictureRefused for no symbols or too many.
        """
        paths = _symbol_files(folder)
        found: dict[str, FoundSymbol] = {}
        left_out = []
        for number, path in enumerate(paths):
            tell(number, len(paths))
            if is_stopped():
                break
            try:
                symbol = self._symbol_of(path)
            except PictureRefused as refused:
                left_out.append((path.name, refused.fault))
            else:
                found[symbol.word] = symbol
        return FoundSymbols(symbols=tuple(found.values()), left_out=tuple(left_out))

    def add_symbols(self, group_id: GroupId, found: FoundSymbols, credit: str) -> AddedSymbols:
        """Take in symbols that were read, with one credit line; one of the same word and credit is replaced.

        Raises NotAllowed without a credit.
        """
        line = needed(credit, field="credit")
        there = {own.word: own for own in self._symbols(group_id, line)}
        ready = {symbol.word: self._own_symbol(group_id, symbol, line, there) for symbol in found.symbols}
        self._store.save(ready.values())
        before, after = self._before_and_after(there, ready)
        self._note("symbols_added", lambda: self._store.save(before), lambda: self._store.save(after))
        replaced = len(ready.keys() & there.keys())
        return AddedSymbols(added=len(ready) - replaced, replaced=replaced, left_out=found.left_out)

    def remove_symbols(self, group_id: GroupId, credit: str) -> int:
        """Take away all symbols with this credit, in one act that can be undone; says how many they were."""
        there = self._symbols(group_id, credit)
        if not there:
            raise NotAllowed(Reason.NOT_FOUND)
        gone = [replace(own, data=b"", removed_on=today(self._clock)) for own in there]
        self._store.save(gone)
        self._note("picture_removed", lambda: self._store.save(there), lambda: self._store.save(gone))
        return len(there)

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
        self._note("picture_chosen", lambda: put(before, remembered), lambda: put(picture, picture))

    def _set_choice(self, group_id: GroupId, word: str, picture: str | None) -> None:
        before = self._store.choices(group_id).get(word)
        self._store.set_choice(group_id, word, picture)
        self._note(
            "picture_chosen",
            lambda: self._store.set_choice(group_id, word, before),
            lambda: self._store.set_choice(group_id, word, picture),
        )

    def _checked_alt(self, group_id: GroupId, alt: str) -> str:
        sentence = needed(alt, field="alt")
        if len(sentence) > LONGEST_ALT:
            raise NotAllowed(Reason.WORDS_TOO_LONG, "alt")
        if names_somebody(sentence, self._people.people(group_id, with_removed=True)):
            raise PictureRefused(PictureFault.NAMES_SOMEBODY)
        return sentence if sentence[-1] in ".!?" else f"{sentence}."

    def _own(self, group_id: GroupId, kind: PictureKind, word: str, alt: str, read: ReadPicture) -> OwnPicture:
        return OwnPicture(
            id=OwnPictureId(self._new_id()),
            group_id=group_id,
            kind=kind,
            word=_tidy_word(word),
            alt=alt,
            media_type=read.media_type,
            data=read.data,
        )

    def _symbols(self, group_id: GroupId, credit: str) -> tuple[OwnPicture, ...]:
        return tuple(own for own in self._store.pictures(group_id) if (own.kind, own.credit) == _symbol(credit))

    def _symbol_of(self, path: Path) -> FoundSymbol:
        word = _tidy_word(path.stem)
        alt = str(self._table.table["own"]["symbol_alt"]).format(word=word)
        if not word or len(alt) > LONGEST_ALT:
            raise PictureRefused(PictureFault.NO_WORD)
        return FoundSymbol(word=word, alt=alt, read=read_symbol(_read(path), is_svg=path.suffix.lower() == ".svg"))

    def _own_symbol(
        self, group_id: GroupId, symbol: FoundSymbol, credit: str, there: Mapping[str, OwnPicture]
    ) -> OwnPicture:
        own = self._own(group_id, PictureKind.SYMBOL, symbol.word, symbol.alt, symbol.read)
        known = there.get(symbol.word)
        return replace(own, credit=credit, id=known.id if known else own.id)

    def _before_and_after(
        self, there: Mapping[str, OwnPicture], ready: Mapping[str, OwnPicture]
    ) -> tuple[list[OwnPicture], list[OwnPicture]]:
        gone_on = today(self._clock)
        before = [there.get(word) or replace(own, data=b"", removed_on=gone_on) for word, own in ready.items()]
        return before, list(ready.values())

    def _get(self, picture_id: OwnPictureId) -> OwnPicture:
        own = self._store.get(picture_id)
        if own is None or own.removed_on is not None:
            raise NotAllowed(Reason.NOT_FOUND)
        return own

    def _note(self, kind: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        self._history.note(Act(kind=kind, undo=undo, redo=redo))


def _symbol(credit: str) -> tuple[PictureKind, str]:
    return PictureKind.SYMBOL, credit


def _block(ref: str, role: BlockRole) -> Block:
    neutral = SUGGESTED_FOR.get(role, ("",))[0]
    return Block(sentences=(), picture=neutral, role=role, ref=ref)


def _tidy_word(word: str) -> str:
    return " ".join(re.sub(r"[_-]+", " ", typed(word)).casefold().split())


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise PictureRefused(PictureFault.NOT_READABLE)
        with path.open("rb") as handle:
            data = handle.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise PictureRefused(PictureFault.NOT_READABLE) from None
    if len(data) > MOST_BYTES:
        raise PictureRefused(PictureFault.TOO_LARGE)
    return data


def _symbol_files(folder: Path) -> list[Path]:
    try:
        files = sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() in _SYMBOL_ENDINGS and not path.name.startswith(".") and path.is_file()
        )
    except (OSError, ValueError):
        raise PictureRefused(PictureFault.NOT_READABLE) from None
    if not files:
        raise PictureRefused(PictureFault.EMPTY_FOLDER)
    if len(files) > MOST_SYMBOLS:
        raise PictureRefused(PictureFault.TOO_MANY)
    return files
