"""The neutral list of blocks that every format of the minutes renders (PT-11)."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum

from coprod_desktop.domain.own_picture import OwnPicture

NO_PICTURE = "no picture"
"""The picture of a block that somebody chose to leave without one; its words stay in their column."""


class BlockRole(Enum):
    """What a block is for; tests and renderers find blocks by it."""

    PLAIN = "plain"
    ASKED = "asked"
    DECISION = "decision"
    PROPOSER = "proposer"
    NEEDS_YES = "needs_yes"
    OWNER = "owner"
    DUE = "due"
    HOW_DECIDED = "how_decided"
    OBJECTION = "objection"
    REASON = "reason"
    CHANGED_WORDS = "changed_words"
    IDEA = "idea"
    ACTION = "action"
    CREDIT = "credit"
    QUESTION = "question"
    PURPOSE = "purpose"


@dataclass(frozen=True, kw_only=True)
class See:
    """A line that says where else the minutes tell of something: the last sentence of a block, or an item of its list.

    `refs` are the ids of what is told there. `on_page` has {page} where the number comes, `on_pages` is for several,
    and `in_part` has {part}, for text that has no pages. `last_joiner` stands before the last of several pages.
    """

    refs: tuple[str, ...]
    on_page: str
    on_pages: str
    in_part: str
    is_item: bool = False
    last_joiner: str = " and "


@dataclass(frozen=True, kw_only=True)
class Block:
    """One idea: an optional bold label, short sentences, and the picture that stands beside them.

    `picture` is a picture word of easyread_templates (never empty: a neutral one by kind when nothing fits),
    `alt` one sentence that says what the picture shows; left empty, the renderer takes it from the picture table.
    `ref` is the id of the decision, idea, action or item that the block tells of. `continues` marks the rest of a
    block that would have been too long (ER-11).
    `answers` are words with an empty box to tick before each ("Yes", "No", "Talk to me"). `see` are lines with page
    numbers, which are known only when the pages are. `lines_to_write` are empty lines to write on, under the words.
    """

    sentences: tuple[str, ...]
    picture: str
    alt: str = ""
    label: str = ""
    role: BlockRole = BlockRole.PLAIN
    ref: str = ""
    items: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    continues: bool = False
    see: tuple[See, ...] = ()
    lines_to_write: int = 0


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading with the blocks under it. Level 1 is a chapter (H2 in tags; the title is H1), 2 a part of one (H3).

    `number` is the agenda number or chapter number printed before the heading, the same in every format (LP-13).
    `summary` says for a contents list what is in it, such as "4 ideas and 1 decision". A slip comes back to the group:
    it stands on a page of its own, under a line to cut along.
    """

    heading: str
    blocks: tuple[Block, ...] = ()
    number: str = ""
    level: int = 1
    ref: str = ""
    summary: str = ""
    is_slip: bool = False


@dataclass(frozen=True, kw_only=True)
class ForYou:
    """What stands on page 2 of a person's own copy, and on no other (ER-38).

    `protected` and `bold_terms` as in the minutes, for these words only.
    """

    heading: str
    blocks: tuple[Block, ...]
    protected: tuple[str, ...] = ()
    bold_terms: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MinutesContent:
    """All that the minutes of one meeting say, in reading order, before any format is chosen.

    `protected` are names, dates, times and amounts that no line may break (ER-07). `cover` are the blocks of the
    first page. `draft_words` is printed on every page until readers have said yes (ER-34), empty when they have.
    `record_number` is printed as it stands, so it holds its own word ("Record 41"). `tick_box_alt` says what the
    drawn box before an answer is. `place` is where the meeting was; the plain text prints it, `contents_count`,
    `picture_label` and `end_words`. `for_you` is there on a person's own copy only. `own_pictures` are the group's
    photos and symbols that blocks show. `part_words` say which part of a long document this is. `empty_page_words`
    stand on a page that is left empty before a slip. With `asks_if_right` each decision ends with a question, as no
    meeting has agreed the words yet (ER-38); None for as long as there are draft words. `is_set_close` pages have the
    smaller pictures of long minutes, however few blocks they have. With `begins_at_once` easy read goes on right after
    the first blocks, as a short paper has no cover page.
    """

    title: str
    group_name: str
    date_words: str
    foot_words: str
    record_number: str
    language: str
    draft_words: str
    contents_heading: str
    page_word: str
    cover: tuple[Block, ...]
    sections: tuple[Section, ...]
    protected: tuple[str, ...] = field(default=())
    bold_terms: tuple[str, ...] = field(default=())
    place: str = ""
    contents_count: str = ""
    picture_label: str = "Picture"
    end_words: str = "End of minutes"
    tick_box_alt: str = "Empty box to tick"
    for_you: ForYou | None = None
    own_pictures: tuple[OwnPicture, ...] = ()
    part_words: str = ""
    empty_page_words: str = ""
    asks_if_right: bool | None = None
    is_set_close: bool = False
    begins_at_once: bool = False


def without_pictures(content: MinutesContent) -> MinutesContent:
    """What is printed or told where no picture is shown: nothing is said of where pictures are from."""

    def kept(blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(one for one in blocks if one.role is not BlockRole.CREDIT or one.picture != NO_PICTURE)

    sections = (replace(section, blocks=kept(section.blocks)) for section in content.sections)
    return replace(content, cover=kept(content.cover), sections=tuple(sections))
