"""Where a meeting is and how to get there, in words and in photos of the place."""

from collections.abc import Iterator

from coprod_desktop.minutes.block_runs import MOST_SENTENCES, block_run
from coprod_desktop.minutes.blocks import Block
from coprod_desktop.minutes.papers.meeting_facts import InvitationFacts
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller


def place_blocks(facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    """The address, the way there and photos; nothing where only the name of the place is known."""
    photos = photo_blocks(facts)
    door = photos[0] if photos and _is_beside_address(photos[0], facts) else None
    return (*_words(facts, teller, door), *photos[1 if door else 0 :])


def photo_blocks(facts: InvitationFacts) -> tuple[Block, ...]:
    """Each photo of the place beside the sentence that says what it shows, so that every format tells the same."""
    return tuple(
        block
        for picture in facts.place_pictures
        for block in block_run(sentences(picture.alt), picture=picture.picture_word)
        if tidy(picture.alt)
    )


def _is_beside_address(photo: Block, facts: InvitationFacts) -> bool:
    """Whether a photo of the place can stand for the place itself, with the address in the same block (ER-26)."""
    address = sentences(facts.venue.address) if facts.venue else ()
    return bool(address) and len(address) + len(photo.sentences) <= MOST_SENTENCES


def _words(facts: InvitationFacts, teller: Teller, door: Block | None) -> Iterator[Block]:
    venue = facts.venue
    if venue is None:
        return
    address, way = sentences(venue.address), sentences(venue.directions)
    if door:
        yield from block_run((*address, *door.sentences), picture=door.picture, label=facts.place)
        yield from block_run(way, picture="walk", label=teller.wording("way_label"))
    elif len(address) + len(way) <= MOST_SENTENCES:
        yield from block_run((*address, *way), picture="place", label=facts.place)
    else:
        yield from block_run(address, picture="place", label=facts.place)
        yield from block_run(way, picture="walk", label=teller.wording("way_label"))
    there = sentences(venue.contact)
    yield from block_run(there, picture="front desk", label=teller.wording("ask_there_label"))
