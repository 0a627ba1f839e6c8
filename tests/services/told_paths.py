"""Paths to tell: one that has every kind of step, from an agenda item to an answer that was told."""

from datetime import date

from coprod_desktop.domain.after_events import ToldHow
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.lines import Helped, SaidHow, YesAnswer
from coprod_desktop.domain.proposer import Source
from coprod_desktop.domain.trace_steps import Path, TraceKind, TraceStep, Whose
from coprod_desktop.domain.what_became import Became

FIRST, SECOND, THIRD = date(2026, 3, 10), date(2026, 5, 12), date(2026, 7, 14)
AMINA = Whose(names=("Amina Yusuf",))
UNNAMED = Whose(unnamed=1, ticket=7)


def step(kind: TraceKind, on: date, words: str = "", **told: object) -> TraceStep:
    """One step, at a meeting of that day."""
    facts = {"line_id": f"{kind} {on}", "meeting_id": MeetingId(f"meeting {on}"), "meeting_title": "Bus stops", **told}
    return TraceStep(kind=kind, on=on, words=words, **facts)


STEPS = (
    step(TraceKind.ITEM, FIRST, "The bus stops", whose=AMINA, became=Became.TALKED_ABOUT, picture="bus"),
    step(TraceKind.IDEA, FIRST, "Put a light at the stop by the library.", whose=AMINA, picture="light"),
    step(TraceKind.IDEA, FIRST, "It is too dark to see the bus.", whose=UNNAMED, said_how=SaidHow.SAID_FOR_THEM),
    step(TraceKind.JOINED, FIRST, "Lights at every stop.", whose=Whose(sources=(Source.SURVEY,))),
    step(TraceKind.OUTCOME, FIRST, became=Became.LATER, reason="We had no time left."),
    step(TraceKind.IDEA, SECOND, "Put a light at the stop by the library.", whose=AMINA, is_earlier=True),
    step(
        TraceKind.WORDING,
        SECOND,
        "We want a lamp at the library stop.",
        first_words="Put a light at the stop by the library.",
        whose=AMINA,
        agreed_by_proposer=True,
    ),
    step(
        TraceKind.DECISION,
        SECOND,
        "We want a lamp at the library stop.",
        whose=AMINA,
        became=Became.WAITS_FOR_YES,
        reason="People do not feel safe there at night.",
    ),
    step(TraceKind.OBJECTION, SECOND, "A lamp will wake my children.", whose=Whose(names=("Bea Brown",))),
    step(
        TraceKind.NEEDED_YES,
        SECOND,
        who="the council",
        asked_on=SECOND,
        answer=YesAnswer.WAITING,
        days_waited=63,
    ),
    step(
        TraceKind.ACTION,
        SECOND,
        "Write to the council.",
        whose=Whose(names=("Cai Davies",)),
        due_on=date(2026, 6, 1),
        became=Became.DONE,
    ),
    step(TraceKind.RESULT, THIRD, "The letter was sent.", whose=Whose(names=("Cai Davies",))),
    step(TraceKind.HELPED, THIRD, "The stop is still dark.", whose=AMINA, helped=Helped.TOO_SOON),
    step(TraceKind.TOLD, THIRD, whose=AMINA, by=Whose(names=("Dev Patel",)), told_how=ToldHow.LARGE_PRINT),
)
PATH = Path(asked_for="idea", group_id=GroupId("g"), steps=STEPS, untold={"idea": (PersonId(""),)})
