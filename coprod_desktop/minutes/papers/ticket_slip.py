"""The slip that goes home with whoever had an idea and does not want to be named: only its number (R14)."""

from datetime import date

from coprod_desktop.domain.group import Group
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.papers.frame import Paper, ask_blocks, credit, paper_content, paper_teller
from coprod_desktop.minutes.wording import Wording


def ticket_slip(group: Group, number: int, *, made_on: date, wording: Wording) -> MinutesContent:
    """One page in easy read. It does not tell the idea: whoever finds the slip learns nothing from it."""
    teller = paper_teller((), wording)
    keep = (*teller.say("ticket_keep"), *teller.say("ticket_answer"))
    cover = (
        *block_run(keep, picture="ticket", label=wording("ticket_label", number=str(number))),
        *block_run(teller.say("ticket_no_name"), picture="idea", label=wording("ticket_idea_label")),
        *ask_blocks(group, teller, wording("ticket_ask")),
        *credit(teller),
    )
    paper = Paper(
        kind="ticket",
        title=wording("ticket_title", number=str(number)),
        cover=cover,
        date_words=teller.day(made_on),
        foot=teller.day(made_on),
        has_about=False,
        is_set_close=True,
    )
    return paper_content(paper, group, wording=wording)
