"""What happened to my idea: a slip for one person or one ticket, and a page for the whole group (R27)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coprod_desktop.domain.after_meeting import UNNAMED
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.person import NamedAs, Person
from coprod_desktop.minutes.block_runs import MOST_SENTENCES, block_run
from coprod_desktop.minutes.blocks import Block, MinutesContent, Section
from coprod_desktop.minutes.papers.feedback_blocks import FeedbackStory, story_blocks
from coprod_desktop.minutes.papers.frame import Paper, ask_blocks, credit, paper_content, paper_teller
from coprod_desktop.minutes.papers.letters import greeting
from coprod_desktop.minutes.sentences import ended, tidy, word_count
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import FALLBACK_LANGUAGE, Wording

FEEDBACK_FILES = ("wording", "papers", "feedback")
"""The collections of fixed words that these papers are made of."""

_WORDS_OF_A_SENTENCE = 12
"""More would be warned of (ER-08)."""

_MOST_ON_ONE_PAGE = 5
"""So many blocks have room on 1 page of easy read; the credit of the pictures counts as one."""


@dataclass(frozen=True, kw_only=True)
class FeedbackFacts:
    """What a slip or the page of the group tells. `people` is everybody of the group, for the names that they chose.

    `person` is whose slip it is, `ticket` the number that it answers; neither for the page of the group.
    """

    group: Group
    people: Sequence[Person]
    stories: Sequence[FeedbackStory]
    made_on: date
    person: Person | None = None
    ticket: int | None = None


def feedback_wording(templates_folder: Path, language: str = FALLBACK_LANGUAGE) -> Wording:
    """The fixed words of these papers. Raises WordingFault as `Wording.load` does."""
    return Wording.load(templates_folder, language, files=FEEDBACK_FILES)


def feedback_slip(facts: FeedbackFacts, *, wording: Wording) -> MinutesContent:
    """The slip of one person, or of whoever holds a ticket: each of their ideas, what became of it, and why.

    Nobody who does not want to be named is named on it, not even to themselves: it may lie on a table.
    """
    teller = paper_teller(facts.people, wording)
    whole = _on_one_page(facts, teller)
    for_whom, date_words = _for_whom(facts, teller), teller.day(facts.made_on)
    paper = Paper(
        kind="feedback_slip",
        title=wording("feedback_slip_title_many" if len(facts.stories) > 1 else "feedback_slip_title"),
        cover=whole or _slip_cover(facts, teller),
        sections=() if whole else _sections_by_day(facts, teller, "feedback_your_heading", is_own=True),
        date_words=", ".join(filter(None, (for_whom, date_words))),
        foot=for_whom or date_words,
        has_about=not whole,
        is_set_close=True,
        begins_at_once=True,
    )
    return paper_content(paper, facts.group, facts.people, wording=wording)


def feedback_page(facts: FeedbackFacts, *, wording: Wording) -> MinutesContent:
    """The page for the group: whose idea it was, what we did, because of what, and who told them."""
    teller = paper_teller(facts.people, wording)
    date_words = teller.day(facts.made_on)
    told = teller.say("feedback_page_about") if facts.stories else teller.say("feedback_page_none")
    cover = block_run((*_who_we_are(facts, teller), *told, *teller.say("can_ask_help")), picture="people")
    paper = Paper(
        kind="feedback_page",
        title=wording("feedback_page_title"),
        cover=cover,
        sections=(*_sections_by_day(facts, teller, "feedback_their_heading", is_own=False), *_to_tell(facts, teller)),
        date_words=date_words,
        foot=date_words,
        is_set_close=True,
        begins_at_once=True,
    )
    return paper_content(paper, facts.group, facts.people, wording=wording)


def _on_one_page(facts: FeedbackFacts, teller: Teller) -> tuple[Block, ...]:
    """A slip that has room on 1 page; empty if it has not."""
    told = [block for story in facts.stories for block in story_blocks(story, teller, is_own=True, tells_day=True)]
    none = block_run(teller.say("feedback_none"), picture="idea") if not facts.stories else ()
    contact = ask_blocks(facts.group, teller, teller.wording("feedback_slip_ask"))
    helped = block_run(teller.say("can_ask_help"), picture="read")
    blocks = (*none, *told, *_joined(contact, helped), *credit(teller))
    return blocks if len(blocks) <= _MOST_ON_ONE_PAGE else ()


def _joined(contact: tuple[Block, ...], helped: tuple[Block, ...]) -> tuple[Block, ...]:
    """Whom to ask, and that somebody can help, beside one picture where that has room."""
    lines = tuple(line for block in (*contact, *helped) for line in block.sentences)
    if len(lines) > MOST_SENTENCES:
        return (*contact, *helped)
    return block_run(lines, picture=contact[0].picture, label=contact[0].label)


def _slip_cover(facts: FeedbackFacts, teller: Teller) -> tuple[Block, ...]:
    thanks = ended(teller.wording.count("feedback_thanks", len(facts.stories)))
    helped = teller.say("can_ask_help")
    if facts.ticket is not None:
        return block_run((*teller.say("feedback_slip_ticket", number=str(facts.ticket)), *helped), picture="ticket")
    hello = " ".join(greeting(_named(facts.person), teller)).rstrip(".")
    return block_run((thanks, *teller.say("feedback_slip_about"), *helped), picture="idea", label=hello)


def _for_whom(facts: FeedbackFacts, teller: Teller) -> str:
    """Whom to give it to: a name, or the number of a ticket; nothing for who does not want to be named."""
    if facts.ticket is not None:
        return teller.wording("feedback_ticket_words", number=str(facts.ticket))
    name = tidy(teller.names.get(facts.person.id, "")) if facts.person else ""
    return teller.wording("feedback_for", who=name) if name else ""


def _who_we_are(facts: FeedbackFacts, teller: Teller) -> tuple[str, ...]:
    return teller.say("we_are", group=tidy(facts.group.name))


def _named(person: Person | None) -> Person | None:
    return person if person is not None and person.named_as is not NamedAs.UNNAMED else None


def _sections_by_day(facts: FeedbackFacts, teller: Teller, heading: str, *, is_own: bool) -> tuple[Section, ...]:
    """A chapter for each day on which ideas were told, in the order of the stories."""
    by_day: dict[date, list[Block]] = {}
    for story in facts.stories:
        by_day.setdefault(story.first.on, []).extend(story_blocks(story, teller, is_own=is_own))
    return tuple(
        Section(heading=teller.wording(heading, date=teller.day(day)), blocks=tuple(blocks))
        for day, blocks in by_day.items()
    )


def _to_tell(facts: FeedbackFacts, teller: Teller) -> tuple[Section, ...]:
    """Who has still to hear of any of it, each once."""
    people = dict.fromkeys(who for story in facts.stories for who in story.to_tell if who)
    tickets = dict.fromkeys(story.ticket for story in facts.stories if UNNAMED in story.to_tell)
    numbers = [str(ticket) for ticket in tickets if ticket is not None]
    named, unnamed = teller.named(people), len(people) - len(teller.named(people))
    who = [
        *named,
        *([teller.wording.count("people_unnamed", unnamed)] if unnamed else []),
        *(teller.wording("feedback_ticket_holder", number=number) for number in numbers),
    ]
    if not who:
        return ()
    lines = teller.say("feedback_not_told", who=teller.wording.joined(who))
    if sum(map(word_count, lines)) <= _WORDS_OF_A_SENTENCE:
        blocks = block_run(lines, picture="listen")
    else:
        count = ended(teller.wording.count("feedback_not_told_count", len(people) + len(numbers)))
        blocks = block_run((count,), picture="listen", items=[teller.starting(one) for one in who])
    return (Section(heading=teller.wording("feedback_not_told_heading"), blocks=blocks),)
