"""The check sheet of one person: their own lines first, each with Yes, No and Talk to me (R26, ER-34)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coprod_desktop.domain.check_lines import CheckLine
from coprod_desktop.domain.editions import Line, words_of
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea
from coprod_desktop.domain.person import Person
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, MinutesContent, Section
from coprod_desktop.minutes.decision_blocks import decision_label, decision_picture
from coprod_desktop.minutes.for_you import YOUR_KINDS
from coprod_desktop.minutes.papers.frame import Paper, paper_content, paper_teller
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording

CHECK_FILES = ("wording", "papers", "checking")
"""The collections of fixed words that check sheets are made of."""

_LINES_TO_WRITE = 5


@dataclass(frozen=True, kw_only=True)
class CheckSheet:
    """What one person is asked. With a `number` no name stands on it; readers are asked whether it is easy."""

    title: str
    held_on: date
    person: Person
    lines: tuple[CheckLine, ...]
    number: int | None = None
    is_reader: bool = False


def check_sheet(sheet: CheckSheet, group: Group, people: Sequence[Person], *, wording: Wording) -> MinutesContent:
    """The sheet in reading order. `people` is everybody who may be named."""
    teller = paper_teller(people, wording)
    own = [line for line in sheet.lines if line.is_own]
    others = [line for line in sheet.lines if not line.is_own]
    sections = [Section(heading=wording("check_own_heading"), blocks=tuple(_asked(own, teller)) or _nothing(teller))]
    if others:
        sections.append(Section(heading=wording("check_others_heading"), blocks=tuple(_asked(others, teller))))
    if sheet.is_reader:
        sections.append(_is_it_easy(teller))
    sections.append(_what_is_wrong(teller))
    paper = Paper(
        kind="check",
        title=f"{wording('check_title')} {tidy(sheet.title)}",
        cover=_cover(sheet, teller),
        sections=tuple(sections),
        date_words=teller.day(sheet.held_on),
        foot=wording("foot", date=teller.day(sheet.held_on)),
    )
    return paper_content(paper, group, people, wording=wording)


def _cover(sheet: CheckSheet, teller: Teller) -> tuple[Block, ...]:
    say, name = teller.say, teller.named([sheet.person.id])
    if sheet.number is not None:
        whose = say("check_number", number=str(sheet.number))
    else:
        whose = say("check_for", who=name[0]) if name else ()
    means = (*say("check_yes_means"), *say("check_no_means"), *say("check_talk_means"))
    return (
        *block_run((*say("check_about"), *say("check_when", date=teller.day(sheet.held_on))), picture="read"),
        *block_run(whose, picture="person"),
        *block_run(say("check_how"), picture="write", label=teller.wording("check_how_label")),
        *block_run(means, picture="tick box"),
    )


def _asked(lines: Sequence[CheckLine], teller: Teller) -> Iterator[Block]:
    for one in lines:
        is_decision = isinstance(one.line, Decision)
        named = teller.say("check_your_name") if one.is_own and is_decision else ()
        words = sentences(words_of(one.line)) or teller.say("words_taken_out")
        *first, last = block_run((*words, *named), picture=_picture(one.line), label=_label(one.line, teller))
        yield from first
        yield _with_answers(last, teller)


def _with_answers(block: Block, teller: Teller, *, is_yes_or_no: bool = False) -> Block:
    keys = ("check_yes", "check_no") if is_yes_or_no else ("check_yes", "check_no", "check_talk")
    return Block(
        sentences=block.sentences,
        picture=block.picture,
        label=block.label,
        continues=block.continues,
        answers=tuple(teller.wording(key) for key in keys),
    )


def _is_it_easy(teller: Teller) -> Section:
    block = Block(sentences=teller.say("check_easy"), picture="read")
    return Section(
        heading=teller.wording("check_easy_heading"), blocks=(_with_answers(block, teller, is_yes_or_no=True),)
    )


def _what_is_wrong(teller: Teller) -> Section:
    said = (*teller.say("check_wrong"), *teller.say("check_back"))
    block = Block(sentences=said, picture="write", lines_to_write=_LINES_TO_WRITE)
    return Section(heading=teller.wording("check_wrong_heading"), blocks=(block,))


def _nothing(teller: Teller) -> tuple[Block, ...]:
    return block_run(teller.say("check_nothing_own"), picture="person")


def _label(line: Line, teller: Teller) -> str:
    match line:
        case AgendaItem():
            return teller.wording("check_item_label")
        case Idea():
            return teller.wording(YOUR_KINDS[line.details.kind][0])
        case Action():
            return teller.wording("check_action_label")
        case Decision():
            return decision_label(line, teller)


def _picture(line: Line) -> str:
    match line:
        case AgendaItem():
            return tidy(line.details.picture) or "list"
        case Idea():
            return tidy(line.details.picture) or YOUR_KINDS[line.details.kind][1]
        case Action():
            return tidy(line.details.picture) or "job"
        case Decision():
            return decision_picture(line)
