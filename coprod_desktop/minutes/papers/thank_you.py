"""The letter to somebody who left: thank you, and what stays. No reason is asked (R01)."""

from datetime import date

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.person import NamedAs, Person
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.papers.frame import Paper, ask_blocks, credit, paper_content, paper_teller
from coprod_desktop.minutes.papers.letters import greeting, people_of
from coprod_desktop.minutes.wording import Wording


def thank_you(group: Group, person: Person | None, *, wording: Wording, made_on: date) -> MinutesContent:
    """One page in easy read. Raises ValueError for a person who died."""
    teller = paper_teller(people_of(person), wording)
    is_unnamed = person is not None and person.named_as is NamedAs.UNNAMED
    ideas = teller.say("thank_you_ideas_unnamed" if is_unnamed else "thank_you_ideas")
    jobs = (*teller.say("thank_you_jobs"), *teller.say("thank_you_back"))
    cover = (
        *block_run((*greeting(person, teller), *teller.say("thank_you_lines")), picture="thank you"),
        *block_run(ideas, picture="idea", label=wording("thank_you_ideas_label")),
        *block_run(jobs, picture="door", label=wording("thank_you_jobs_label")),
        *ask_blocks(group, teller, wording("thank_you_ask")),
        *credit(teller),
    )
    paper = Paper(
        kind="thank_you",
        title=wording("thank_you_title"),
        cover=cover,
        date_words=teller.day(made_on),
        foot=teller.day(made_on),
        has_about=False,
        is_set_close=True,
    )
    return paper_content(paper, group, people_of(person), wording=wording)
