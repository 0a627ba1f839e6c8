"""Photos and symbols of the group's own: taken in, used only with every yes, and taken away."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.own_picture import (
    LONGEST_ALT,
    OWN,
    OwnPicture,
    OwnPictureId,
    PhotoUse,
    PhotoYes,
    PictureKind,
)
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import needed, tidy_word, typed
from coprod_desktop.minutes.photo_reading import PictureFault, PictureRefused, ReadPicture, read_photo
from coprod_desktop.services.act_history import Act, ActHistory
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.new_ids import NewId
from coprod_desktop.services.picture_chooser import ChooserMaker, names_somebody
from coprod_desktop.services.picture_files import (
    FoundSymbol,
    FoundSymbols,
    Stopped,
    Tell,
    never,
    read_picture_file,
    read_symbols,
    tell_nobody,
)
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.picture_store import PictureStore

__all__ = [
    "AddedPhoto",
    "AddedSymbols",
    "FoundSymbols",
    "OwnPicture",
    "OwnPictureId",
    "OwnPictureService",
    "PhotoUse",
    "PhotoYes",
    "PictureFault",
    "PictureKind",
    "PictureRefused",
]


@dataclass(frozen=True, kw_only=True)
class AddedPhoto:
    """A photo that was taken in. `sharp_to_mm` is how large it may be printed and still be sharp (ER-26)."""

    picture: OwnPicture
    sharp_to_mm: float
    is_sharp: bool


@dataclass(frozen=True, kw_only=True)
class AddedSymbols:
    """What came of a folder of symbols; `left_out` are files that could not be taken in, by name, with the reason."""

    added: int
    replaced: int
    left_out: tuple[tuple[str, PictureFault], ...] = ()


class OwnPictureService:
    """What can be asked about own pictures. Everything can be undone; a photo is used only with every yes (DP-13)."""

    def __init__(
        self, database: Database, templates_folder: Path, history: ActHistory, clock: Clock, new_id: NewId
    ) -> None:
        self._store = PictureStore(database)
        self._people = PeopleStore(database)
        self._choosers = ChooserMaker(database, templates_folder)
        self._history = history
        self._clock = clock
        self._new_id = new_id

    # Photos

    def add_photo(
        self,
        group_id: GroupId,
        path: Path,
        word: str,
        alt: str,
        people: Sequence[PersonId] = (),
        recorder: str = "",
        *,
        is_idea: bool = False,
    ) -> AddedPhoto:
        """Take in a photo with its word, one sentence on what it shows, and everybody who is in it.

        It is printed only once all of them said yes. With `is_idea` it is no act of its own: it goes and comes back
        with its idea, by `go_with_ideas`. Raises PictureRefused for a file that is no sound picture or
        words that name somebody who is not to be named, and NotAllowed for missing words.
        """
        sentence = self._checked_alt(group_id, alt)
        read = read_photo(read_picture_file(path))
        photo = self._own(group_id, PictureKind.PHOTO, needed(word, field="word"), sentence, read)
        said_on = today(self._clock)
        self._store.add_photo(photo, people, recorder=typed(recorder), said_on=said_on)
        gone = replace(photo, data=b"", removed_on=said_on)
        if not is_idea:
            self._note("photo_added", lambda: self._store.save([gone]), lambda: self._store.save([photo]))
        return AddedPhoto(picture=photo, sharp_to_mm=read.sharp_to_mm, is_sharp=read.is_sharp)

    def go_with_ideas(self, gone: Iterable[str], back: Iterable[str]) -> None:
        """Put pictures out of sight whose ideas were undone, and bring back those of ideas that are there again.

        Undone bytes stay, so that Redo works after the program was closed too, until words are taken out for good.
        """
        out, there = self._of_ideas(gone), self._of_ideas(back)
        hidden = [replace(own, removed_on=today(self._clock)) for own in out if own.removed_on is None]
        shown = [replace(own, removed_on=None) for own in there if own.data]
        self._store.save([*hidden, *shown])

    def look_at_photo(self, path: Path) -> ReadPicture:
        """A photo as it would be kept, to be looked at before it is taken in; nothing is stored.

        Raises PictureRefused for a file that is no sound picture.
        """
        return read_photo(read_picture_file(path))

    def own_pictures(self, group_id: GroupId) -> tuple[OwnPicture, ...]:
        """The group's photos and symbols, whether or not they may be printed."""
        return self._store.pictures(group_id)

    def get(self, picture_id: OwnPictureId) -> OwnPicture:
        """One photo or symbol. Raises NotAllowed for one that is not there any more."""
        own = self._store.get(picture_id)
        if own is None or own.removed_on is not None:
            raise NotAllowed(Reason.NOT_FOUND)
        return own

    def remove(self, picture_id: OwnPictureId) -> None:
        """Take a photo or symbol away; its bytes leave the file."""
        own = self.get(picture_id)
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
        own = self.get(picture_id)
        return own.removed_on is None and (own.kind is PictureKind.SYMBOL or self._choosers.may_use(own, use))

    # Symbols

    def add_symbol_folder(self, group_id: GroupId, folder: Path, credit: str) -> AddedSymbols:
        """Take in the PNG and SVG files of a folder, each under its name ("bus stop.png"), with one credit line.

        A symbol of the same word and credit is replaced. Raises PictureRefused for a folder with no symbols or too
        many, and NotAllowed without a credit.
        """
        needed(credit, field="credit")
        return self.add_symbols(group_id, self.read_symbol_folder(folder), credit)

    def read_symbol_folder(self, folder: Path, tell: Tell = tell_nobody, is_stopped: Stopped = never) -> FoundSymbols:
        """Read the symbols of a folder and store nothing; it reads no database, so it may run in a thread.

        `tell` hears how many files are read, of how many. Raises PictureRefused for no symbols or too many.
        """
        alt = str(self._choosers.table.table["own"]["symbol_alt"])
        return read_symbols(folder, alt, tell, is_stopped)

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

    def _checked_alt(self, group_id: GroupId, alt: str) -> str:
        sentence = needed(alt, field="alt")
        if len(sentence) > LONGEST_ALT:
            raise NotAllowed(Reason.WORDS_TOO_LONG, "alt")
        if names_somebody(sentence, self._people.people(group_id, with_removed=True)):
            raise PictureRefused(PictureFault.NAMES_SOMEBODY)
        return sentence if sentence[-1] in ".!?" else f"{sentence}."

    def _of_ideas(self, pictures: Iterable[str]) -> list[OwnPicture]:
        found = (self._store.get(OwnPictureId(one.removeprefix(OWN))) for one in pictures)
        return [own for own in found if own is not None]

    def _own(self, group_id: GroupId, kind: PictureKind, word: str, alt: str, read: ReadPicture) -> OwnPicture:
        return OwnPicture(
            id=OwnPictureId(self._new_id()),
            group_id=group_id,
            kind=kind,
            word=tidy_word(word),
            alt=alt,
            media_type=read.media_type,
            data=read.data,
        )

    def _symbols(self, group_id: GroupId, credit: str) -> tuple[OwnPicture, ...]:
        return tuple(own for own in self._store.pictures(group_id) if (own.kind, own.credit) == _symbol(credit))

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

    def _note(self, kind: str, undo: Callable[[], None], redo: Callable[[], None]) -> None:
        self._history.note(Act(kind=kind, undo=undo, redo=redo))


def _symbol(credit: str) -> tuple[PictureKind, str]:
    return PictureKind.SYMBOL, credit
