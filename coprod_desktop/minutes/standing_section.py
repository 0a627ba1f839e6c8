"""How far the minutes are: which edition this is, what it changes, whether a meeting agreed it (R26)."""

from collections.abc import Iterator

from coprod_desktop.domain.after_events import ChangeKind, EditionChange
from coprod_desktop.domain.editions import Standing, lines_of, words_of
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.minutes.block_runs import block_run, ending_with
from coprod_desktop.minutes.blocks import Block, Section
from coprod_desktop.minutes.sentences import in_one_sentence, sentences
from coprod_desktop.minutes.teller import Teller

_PICTURES = {
    ChangeKind.ADDED: "star",
    ChangeKind.WORDS: "write",
    ChangeKind.FACTS: "write",
    ChangeKind.TAKEN_BACK: "before",
    ChangeKind.TAKEN_OUT: "lock",
    ChangeKind.NAMES: "address book",
}


def standing_section(standing: Standing, state: MeetingState, teller: Teller) -> Section | None:
    """What the pages say of themselves; nothing while no edition was made and nobody agreed."""
    if not standing.edition and not standing.is_agreed:
        return None
    changes = [block for change in standing.changes for block in _change(change, state, teller)]
    return Section(
        heading=teller.wording("standing_heading"),
        blocks=(*_how_far(standing, teller), *_opening(standing, teller), *changes),
    )


def _how_far(standing: Standing, teller: Teller) -> tuple[Block, ...]:
    say, count = teller.say, teller.wording.count
    number = str(standing.edition)
    lines = [
        *(say("this_is_edition", number=number) if standing.edition else ()),
        *(say("agreed_minutes", date=teller.day(standing.agreed_on)) if standing.agreed_on else say("not_agreed_yet")),
        *(sentences(count("readers_said_easy", standing.readers_yes)) if standing.is_easy else ()),
        *(say("tells_later_news") if standing.has_later_news else ()),
    ]
    return block_run(lines, picture="agreed" if standing.is_agreed else "read")


def _opening(standing: Standing, teller: Teller) -> tuple[Block, ...]:
    if not standing.changes:
        return ()
    words = teller.wording.count("edition_changes", len(standing.changes))
    label = teller.wording("edition_changes_label", number=str(standing.edition))
    return block_run(sentences(words), picture="list", label=label)


def _change(change: EditionChange, state: MeetingState, teller: Teller) -> Iterator[Block]:
    """One change: what sort, the words as they are now, who asked for it, and where it is told."""
    line = lines_of(state).get(change.line_id)
    words = words_of(line) if line is not None else ""
    who = teller.named([change.asked_by]) if change.asked_by else []
    asked = teller.say("change_asked_by", who=who[0]) if who else teller.say("change_asked") if change.asked_by else ()
    said = sentences(in_one_sentence(words, words)) if words else ()
    kind = "about" if change.change is ChangeKind.FACTS and not change.line_id else change.change.value
    label = teller.wording(f"change_{kind}_label")
    lines = (*said, *(() if said else teller.say(f"change_{kind}")), *asked)
    blocks = block_run(lines, picture=_PICTURES[change.change], label=label)
    yield from ending_with(blocks, teller.see("this", (change.line_id,))) if line is not None else blocks
