"""Where a meeting is and how to get there, in words and in photos of the place."""

from collections.abc import Iterator

from coprod_desktop.minutes.block_runs import MOST_SENTENCES, block_run
from coprod_desktop.minutes.blocks import Block
from coprod_desktop.minutes.papers.meeting_facts import InvitationFacts
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller


def place_blocks(facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    """The address, the way there and photos; nothing where only the name of the place is known."""
    return (*_words(facts, teller), *photo_blocks(facts))


def photo_blocks(facts: InvitationFacts) -> tuple[Block, ...]:
    """Each photo of the place beside the sentence that says what it shows, so that every format tells the same."""
    known = {picture.picture_word: picture for picture in facts.own_pictures}
    shown = (known[word] for word in facts.place_photos if word in known)
    return tuple(
        block
        for picture in shown
        for block in block_run(sentences(picture.alt), picture=picture.picture_word)
        if tidy(picture.alt)
    )


def _words(facts: InvitationFacts, teller: Teller) -> Iterator[Block]:
    venue = facts.venue
    if venue is None:
        return
    address, way = sentences(venue.address), sentences(venue.directions)
    if len(address) + len(way) <= MOST_SENTENCES:
        yield from block_run((*address, *way), picture="place", label=facts.place)
    else:
        yield from block_run(address, picture="place", label=facts.place)
        yield from block_run(way, picture="walk", label=teller.wording("way_label"))
    there = sentences(venue.contact)
    yield from block_run(there, picture="front desk", label=teller.wording("ask_there_label"))
