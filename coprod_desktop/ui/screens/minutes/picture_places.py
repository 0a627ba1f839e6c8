"""Where pictures stand in the minutes: beside what people said, in the order of the pages."""

from dataclasses import dataclass

from coprod_desktop.services.minutes_service import Block, MinutesContent
from coprod_desktop.services.picture_service import NO_PICTURE, BlockRole

_CHOOSABLE = (BlockRole.DECISION, BlockRole.IDEA, BlockRole.ASKED, BlockRole.OWNER, BlockRole.ACTION)
"""What tells of one thing in people's own words; a clock or a tick means the same wherever it stands, and stays."""

_NEUTRAL_OF_AN_ITEM = "list"


@dataclass(frozen=True, kw_only=True)
class PicturePlace:
    """One block whose picture can be chosen. `words` are what it tells of.

    `is_drawn` is False for an agenda item that has no picture of its own on the page, since the next one is the same.
    """

    block: Block
    words: str
    is_drawn: bool = True

    @property
    def key(self) -> str:
        """Which line of which thing."""
        return f"{self.block.ref} {self.block.role.value}"

    @property
    def is_left_out(self) -> bool:
        """Whether somebody left the picture out."""
        return self.block.picture == NO_PICTURE


def picture_places(content: MinutesContent) -> dict[str, PicturePlace]:
    """Every place by its key, once each."""
    found: dict[str, PicturePlace] = {}
    for section in content.sections:
        heading = " ".join(filter(None, (section.number and f"{section.number}.", section.heading)))
        for block in section.blocks:
            if not block.ref or block.role not in _CHOOSABLE or block.continues:
                continue
            is_item = block.role is BlockRole.ASKED
            words = heading if is_item else next(iter(block.sentences), block.label)
            is_drawn = not is_item or _has_its_own(block, section.blocks)
            place = PicturePlace(block=block, words=words, is_drawn=is_drawn)
            found.setdefault(place.key, place)
    return found


def _has_its_own(block: Block, others: tuple[Block, ...]) -> bool:
    if block.picture == NO_PICTURE or len(others) == 1:
        return True
    same = (other.picture == block.picture for other in others if other is not block)
    return block.picture != _NEUTRAL_OF_AN_ITEM and not any(same)
