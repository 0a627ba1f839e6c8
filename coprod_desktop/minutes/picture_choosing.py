"""Gives every block of the minutes its picture: what people chose, what the record says, what the words mean."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from coprod_desktop.domain.meeting_state import Action, Decision, Idea, MeetingState
from coprod_desktop.domain.own_picture import OwnPicture, PictureKind
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import NO_PICTURE, Block, BlockRole, MinutesContent, Section, See
from coprod_desktop.minutes.picture_meanings import Meaning, PictureMeanings
from coprod_desktop.minutes.pictures import Pictures
from coprod_desktop.minutes.sentences import tidy

BlockPlace = tuple[str, BlockRole]
"""Which line of which thing a picture was chosen for: the id of the decision, idea, job or item, and its role."""

SUGGESTED_FOR = {
    BlockRole.DECISION: ("agreed",),
    BlockRole.IDEA: ("idea",),
    BlockRole.ASKED: ("list",),
    BlockRole.OWNER: ("job",),
    BlockRole.ACTION: ("job",),
}
"""The roles whose words tell what something is about, with the neutral picture that a suggestion may replace.

A cross, a sand timer or a star tells what came of it, so these stay; who, when and how keep their own (ER-26).
"""

_OF_ONES_OWN = {"idea": BlockRole.IDEA, "job": BlockRole.OWNER}
"""What a block of a person's own copy points at, by its neutral picture."""

_NOT_CHOSEN = (BlockRole.PLAIN, BlockRole.QUESTION, BlockRole.CREDIT)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What the record says of one item, idea, decision or job: its words and its picture word, empty if none."""

    words: str
    picture: str = ""


def told_in(state: MeetingState) -> Mapping[str, Told]:
    """The words and picture word of everything in the record, by id."""
    told = {item.id: Told(words=item.details.title, picture=tidy(item.details.picture)) for item in state.agenda}
    lines: tuple[Idea | Decision | Action, ...] = (
        *state.ideas.values(),
        *state.decisions.values(),
        *state.actions.values(),
    )
    said = {str(line.id): Told(words=line.words.printed, picture=tidy(line.details.picture)) for line in lines}
    return {**{str(key): value for key, value in told.items()}, **said}


def can_be_chosen(ref: str, role: BlockRole) -> bool:
    """Whether the picture of such a block can be changed: it belongs to one thing and is the only one of its role."""
    return bool(ref) and role not in _NOT_CHOSEN


@dataclass(frozen=True, kw_only=True)
class PictureChooser:
    """All that decides on pictures; made once for the minutes of one meeting.

    `pictures` holds the group's own pictures that may be printed. `chosen` are pictures chosen for a block in this
    meeting, empty where one was left out. `choices` are the group's pictures for words; `names` are of people. `faces`
    are own pictures of one person each: no word means them, so that nobody stands beside what is said of another.
    """

    pictures: Pictures
    meanings: PictureMeanings
    told: Mapping[str, Told] = field(default_factory=dict)
    chosen: Mapping[BlockPlace, str] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    names: Collection[str] = ()
    faces: Collection[str] = ()
    symbol_credit: str = "{credit}"

    def picture_of(self, block: Block, *, is_neutral: bool | None = None) -> str:
        """The picture word of a block, NO_PICTURE where somebody left it out."""
        block = self._pointed_at(block)
        chosen = self.chosen.get((block.ref, block.role)) if can_be_chosen(block.ref, block.role) else None
        if chosen == "":
            return NO_PICTURE
        if chosen is not None and self.pictures.has(chosen):
            return chosen
        told = self.told.get(block.ref, Told(words=""))
        is_told_of = block.role in SUGGESTED_FOR
        neutral = self._is_neutral(block, told) if is_neutral is None else is_neutral
        if is_told_of and neutral and told.picture and self.pictures.has(told.picture):
            return self.drawn_for(told.picture)
        meant = self.meant_by(block) if is_told_of and neutral else ()
        return meant[0].picture if meant else self.drawn_for(block.picture)

    def meant_by(self, block: Block) -> tuple[Meaning, ...]:
        """What the record's own words of a block mean, the likeliest first."""
        told = self.told.get(block.ref)
        words = (told.picture, told.words) if told else block.sentences
        meant = self.meanings.suggest(
            [word for word in words if word], choices=self._usable, own=self._own_by_word, names=self.names
        )
        return tuple(replace(meaning, picture=self.drawn_for(meaning.picture)) for meaning in meant)

    def drawn_for(self, word: str) -> str:
        """A picture word as this group draws it: its choice, its own photo or symbol, else the word."""
        name = self.pictures.name(word) or word
        for drawn in (self._usable, self._own_by_word):
            if word in drawn or name in drawn:
                return drawn.get(word) or drawn[name]
        return word

    @cached_property
    def _own_by_word(self) -> Mapping[str, str]:
        """The group's photos and symbols by their word; a photo comes before a symbol (ER-26)."""
        pictures = (picture for picture in self.pictures.own if picture.picture_word not in self.faces)
        own = sorted(pictures, key=lambda picture: picture.kind is PictureKind.PHOTO)
        return {" ".join(picture.word.lower().split()): picture.picture_word for picture in own}

    @cached_property
    def _usable(self) -> Mapping[str, str]:
        """The group's choices whose picture is there and may be printed."""
        return {word: picture for word, picture in self.choices.items() if self.pictures.has(picture)}

    def _pointed_at(self, block: Block) -> Block:
        """A block of a person's own copy as what it points at: the same idea has the same picture there and here."""
        refs = [ref for see in block.see for ref in see.refs if ref in self.told]
        role = _OF_ONES_OWN.get(block.picture)
        if block.role is not BlockRole.PLAIN or role is None or not refs:
            return block
        return replace(block, ref=refs[0], role=role)

    def _is_neutral(self, block: Block, told: Told) -> bool:
        return block.picture in SUGGESTED_FOR.get(block.role, ()) or (
            bool(told.picture) and block.picture == told.picture
        )


def pictured(blocks: Sequence[Block], chooser: PictureChooser, language: str) -> tuple[Block, ...]:
    """Blocks that stand alone, such as page 2 of a person's own copy, with their pictures settled."""
    return _Choosing(chooser, set(), language).blocks(blocks)


def with_pictures(content: MinutesContent, chooser: PictureChooser) -> MinutesContent:
    """The same minutes with the picture of every block settled, the group's own pictures and whose symbols they are.

    Chosen for the block comes before the record's word, the group's choice for a word, what the words mean, and the
    neutral picture of the kind.
    """
    waiting = {block.ref for block in _blocks(content) if block.role is BlockRole.NEEDS_YES}
    choosing = _Choosing(chooser, waiting, content.language)
    cover = choosing.blocks(content.cover)
    sections = tuple(replace(section, blocks=choosing.blocks(section.blocks)) for section in content.sections)
    for_you = content.for_you
    if for_you is not None:
        for_you = replace(for_you, blocks=choosing.blocks(for_you.blocks))
    own = choosing.own()
    return replace(content, cover=cover, sections=_credited(sections, own, chooser), for_you=for_you, own_pictures=own)


class _Choosing:
    """Settles block after block and remembers which own pictures are used."""

    def __init__(self, chooser: PictureChooser, waiting: set[str], language: str) -> None:
        self._chooser = chooser
        self._waiting = waiting
        self._is_english = language.lower().startswith("en")
        self._used: dict[str, None] = {}

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(self._block(block, see) for block, see in _with_what_they_point_at(blocks))

    def own(self) -> tuple[OwnPicture, ...]:
        by_word = {own.picture_word: own for own in self._chooser.pictures.own}
        return tuple(by_word[word] for word in self._used if word in by_word)

    def _block(self, block: Block, see: tuple[See, ...]) -> Block:
        pictures = self._chooser.pictures
        # What waits for somebody else's yes says so in a block of its own, so here the thing itself may be shown.
        is_wish = block.role is BlockRole.DECISION and block.picture == "wait" and block.ref in self._waiting
        word = self._chooser.picture_of(replace(block, see=see), is_neutral=True if is_wish else None)
        if word == NO_PICTURE:
            return replace(block, picture=NO_PICTURE, alt="")
        choice = pictures.picture(word, block.role.value)
        if choice.data:
            self._used[word] = None
        has_alt = bool(choice.data) or (self._is_english and pictures.has(word))
        return replace(block, picture=word, alt=choice.alt if has_alt else block.alt)


def _with_what_they_point_at(blocks: Sequence[Block]) -> list[tuple[Block, tuple[See, ...]]]:
    """Each block with its pointer; where the words of one thing take several blocks, the pointer of the last."""
    found: list[tuple[Block, tuple[See, ...]]] = []
    see: tuple[See, ...] = ()
    for block in reversed(blocks):
        see = block.see or see
        found.append((block, see))
        see = see if block.continues else ()
    return found[::-1]


def _blocks(content: MinutesContent) -> Iterator[Block]:
    for section in content.sections:
        yield from section.blocks


def _credited(sections: tuple[Section, ...], own: Sequence[OwnPicture], chooser: PictureChooser) -> tuple[Section, ...]:
    """Behind the credit of the pictures, whose the symbols are that these minutes show."""
    credits = list(dict.fromkeys(picture.credit for picture in own if picture.credit))
    if not credits:
        return sections
    lines = [chooser.symbol_credit.format(credit=credit.rstrip(".")) for credit in credits]
    credit_blocks = block_run(lines, picture="photo", role=BlockRole.CREDIT)
    return tuple(replace(section, blocks=_with_credit(section.blocks, credit_blocks)) for section in sections)


def _with_credit(blocks: Sequence[Block], credit_blocks: Sequence[Block]) -> tuple[Block, ...]:
    last = max((place for place, block in enumerate(blocks) if block.role is BlockRole.CREDIT), default=-1)
    return (*blocks[: last + 1], *credit_blocks, *blocks[last + 1 :]) if last >= 0 else tuple(blocks)
