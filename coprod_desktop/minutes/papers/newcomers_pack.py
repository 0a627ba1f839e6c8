"""The pack for somebody new: what this group is, its agreement, cards and words, and that watching is fine (R43)."""

from collections.abc import Iterator
from datetime import date

from coprod_desktop.domain.group import Card, Group
from coprod_desktop.domain.own_picture import OwnPicture
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block, MinutesContent
from coprod_desktop.minutes.papers.frame import Paper, listed, paper_content, paper_teller, section_of
from coprod_desktop.minutes.sentences import ended, sentences, tidy
from coprod_desktop.minutes.teller import Teller
from coprod_desktop.minutes.wording import Wording


def newcomers_pack(
    group: Group, *, wording: Wording, made_on: date, own_pictures: tuple[OwnPicture, ...] = ()
) -> MinutesContent:
    """The same pack for everybody who is new; nobody is named in it."""
    teller = paper_teller((), wording)
    paper = Paper(
        kind="newcomers",
        title=wording("newcomers_title"),
        cover=tuple(_cover(group, teller)),
        sections=(
            *section_of(teller, "agreement_heading", _agreement(group, teller)),
            *section_of(teller, "cards_heading", _cards(group, teller)),
            *section_of(teller, "money_label", block_run(sentences(group.taking_part_money), picture="money")),
        ),
        date_words=teller.day(made_on),
        foot=tidy(group.name),
        own_pictures=own_pictures,
        has_all_words=True,
        is_set_close=True,
    )
    return paper_content(paper, group, wording=wording)


def _cover(group: Group, teller: Teller) -> Iterator[Block]:
    about = (
        *teller.say("we_are", group=tidy(group.name)),
        *teller.say("newcomers_about"),
        *teller.say("can_ask_help"),
    )
    yield from block_run(about, picture="group")
    meaning = sentences(group.meaning)
    yield from block_run(meaning, picture="meeting", label=teller.wording("what_we_mean_label"))
    yield from block_run(teller.say("you_can_watch"), picture="eye", label=teller.wording("you_choose_label"))
    yield from block_run(teller.say("get_ready"), picture="talk", label=teller.wording("get_ready_label"))


def _agreement(group: Group, teller: Teller) -> tuple[Block, ...]:
    lines = [tidy(line) for line in group.agreement if tidy(line)]
    return listed(teller, "agreement_lines", lines, picture="agreed")


def _cards(group: Group, teller: Teller) -> tuple[Block, ...]:
    """Each card by its name, its shape and what it means: its colour is never the only sign (UI-06)."""
    lines = [_card_line(card, teller) for card in group.cards if tidy(card.meaning)]
    if not lines:
        return ()
    opening = (*sentences(teller.wording.count("cards_lines", len(lines))), *teller.say("cards_use"))
    return block_run(opening, picture="card", items=lines)


def _card_line(card: Card, teller: Teller) -> str:
    shape = teller.wording(f"shape_{card.shape.value}")
    return teller.wording("card_line", name=tidy(card.name), shape=shape, meaning=ended(tidy(card.meaning)))
