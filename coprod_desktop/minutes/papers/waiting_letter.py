"""The letter that waits: to whoever must still say yes, with a page to answer on (R45)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from coprod_desktop.domain.decisions import days_waited
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.lines import NeededYes
from coprod_desktop.domain.meeting_state import Decision
from coprod_desktop.domain.person import Person
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import NO_PICTURE, Block, MinutesContent, Section
from coprod_desktop.minutes.how_we_decided import how_we_decided, way_picture
from coprod_desktop.minutes.papers.frame import PAPER_FILES, Paper, credit, paper_content, paper_teller, section_of
from coprod_desktop.minutes.papers.reply_slip import REPLY_REF, back_blocks, tick_block
from coprod_desktop.minutes.sentences import ended, in_one_sentence, sentences, tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import FALLBACK_LANGUAGE, Wording

LETTER_FILES = (*PAPER_FILES, "letters")
"""The collections of fixed words that these letters are made of."""

_LINES_FOR_WHY = 3


@dataclass(frozen=True, kw_only=True)
class LetterFacts:
    """One decision and one who must still say yes to it. `people` is everybody who may be named."""

    group: Group
    people: Sequence[Person]
    decision: Decision
    needed: NeededYes
    decided_on: date
    today: date


def letter_wording(templates_folder: Path, language: str = FALLBACK_LANGUAGE) -> Wording:
    """The fixed words of letters. Raises WordingFault as `Wording.load` does."""
    return Wording.load(templates_folder, language, files=LETTER_FILES)


def waiting_letter(facts: LetterFacts, *, wording: Wording) -> MinutesContent:
    """What we want, whose idea it is, since when we wait, and a page for the answer.

    What people said who did not agree stays with the group; that there are such people is told.
    """
    teller = paper_teller(facts.people, wording)
    group = facts.group
    cover = (
        *block_run(
            (
                *teller.say("letter_to", who=tidy(facts.needed.who)),
                *teller.say("letter_from", group=tidy(group.name)),
                *sentences(group.meaning),
            ),
            picture="letter",
        )[:1],
        *_what_we_want(facts, teller)[:1],
        *_how_long(facts, teller),
        *block_run(teller.say("letter_please"), picture="write", label=wording("letter_please_label")),
    )
    paper = Paper(
        kind="letter",
        title=wording("letter_title"),
        cover=cover,
        sections=section_of(teller, "letter_about_heading", _about(facts, teller)),
        slip=_answer(facts, teller),
        has_about=False,
        date_words=teller.day(facts.today),
        foot=teller.day(facts.today),
        is_set_close=True,
    )
    return paper_content(paper, group, facts.people, wording=wording)


def _what_we_want(facts: LetterFacts, teller: Teller) -> tuple[Block, ...]:
    decision = facts.decision
    words = sentences(decision.words.printed) or teller.say("words_taken_out")
    picture = tidy(decision.details.picture) or "wait"
    return block_run(words, picture=picture, label=teller.wording("letter_want_label"), ref=decision.id)


def _how_long(facts: LetterFacts, teller: Teller) -> tuple[Block, ...]:
    """Since when they have been asked; a first letter asks now."""
    asked_on = facts.needed.asked_on
    days = days_waited(asked_on, facts.today)
    decided = teller.say("letter_decided_on", date=teller.day(facts.decided_on))
    if asked_on is None or days is None:
        lines: tuple[str, ...] = (*decided, *teller.say("letter_asks_now"))
    else:
        asked = teller.say("letter_asked_on", date=teller.day(asked_on))
        lines = (*decided, *asked, *sentences(teller.wording.count("letter_days", days)))
    label = teller.wording("letter_your_yes_label")
    return block_run(lines, picture=teller.calendar(asked_on or facts.decided_on), label=label)


def _about(facts: LetterFacts, teller: Teller) -> tuple[Block, ...]:
    """What did not fit on the first page, whose idea it is, and how we decided."""
    details, wording = facts.decision.details, teller.wording
    who = ended(teller.starting(teller.proposer(details.proposer)))
    conditions = [line for one in details.conditions for line in sentences(one)]
    kept = [one for one in details.objections if not one.is_taken_back]
    objected = sentences(wording.count("letter_objections", len(kept))) if kept else ()
    return (
        *_what_we_want(facts, teller)[1:],
        *block_run((who, *teller.told_how(details.proposer)), picture="idea", label=wording("proposer_label")),
        *block_run(teller.own_sentences(details.reason), picture="reason", label=wording("reason_label")),
        *block_run(how_we_decided(details, teller), picture=way_picture(details), label=wording("how_decided_label")),
        *block_run(conditions, picture="list", label=wording("letter_only_if_label")),
        *block_run(objected, picture="thumbs down", label=wording("letter_objections_label")),
        *credit(teller),
    )


def _answer(facts: LetterFacts, teller: Teller) -> Section:
    """The page that comes back. It says again what it is about, for it may lie alone on a desk; and whom to ask."""
    wording = teller.wording
    answers = tuple(wording(f"letter_reply_{answer}") for answer in ("yes", "no", "talk"))
    why = block_run(teller.say("letter_why"), picture="write", label=wording("letter_why_label"))
    return Section(
        heading=wording("reply_heading"),
        ref=REPLY_REF,
        blocks=(
            _in_short(facts, teller),
            tick_block(teller, "letter_reply_label", answers, picture="tick box"),
            replace(why[0], lines_to_write=_LINES_FOR_WHY),
            Block(sentences=(), picture=NO_PICTURE, label=wording("letter_who_label"), lines_to_write=1),
            *back_blocks(facts.group, teller),
        ),
    )


def _in_short(facts: LetterFacts, teller: Teller) -> Block:
    words = facts.decision.words
    what = sentences(in_one_sentence(words.printed, words.text)) or teller.say("words_taken_out")
    return replace(_what_we_want(facts, teller)[0], sentences=what)
