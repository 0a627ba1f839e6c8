"""An invented co-production meeting, as blocks: realistic text for the tests of the printed pages."""

from coprod_desktop.minutes.blocks import Block, BlockRole, MinutesContent, Section


def _decision(number: int, what: tuple[str, ...], picture: str, idea: str, owner: str, due: str) -> tuple[Block, ...]:
    ref = f"decision-{number}"
    return (
        Block(
            label="We agreed",
            sentences=what,
            picture=picture,
            alt=f"A picture of this: {picture}.",
            role=BlockRole.DECISION,
            ref=ref,
        ),
        Block(
            label="Idea from",
            sentences=(f"{idea} had the idea.", "6 people backed it."),
            picture="idea",
            alt="A light bulb.",
            role=BlockRole.PROPOSER,
            ref=ref,
        ),
        Block(
            label="Who will do it",
            sentences=(owner,),
            picture="promise",
            alt="Two hands shaking.",
            role=BlockRole.OWNER,
            ref=ref,
        ),
        Block(
            label="By when",
            sentences=(due,),
            picture="calendar page 8" if "8 December" in due else "calendar",
            alt="",
            role=BlockRole.DUE,
            ref=ref,
        ),
    )


def _how(number: int, sentences: tuple[str, ...], worry: tuple[str, ...] = ()) -> tuple[Block, ...]:
    ref = f"decision-{number}"
    blocks = [
        Block(
            label="How we decided",
            sentences=sentences,
            picture="hand up",
            alt="A raised hand.",
            role=BlockRole.HOW_DECIDED,
            ref=ref,
        )
    ]
    if worry:
        blocks.append(
            Block(
                label="Who did not agree, and why",
                sentences=worry,
                picture="thumbs down",
                alt="A thumb pointing down.",
                role=BlockRole.OBJECTION,
                ref=ref,
            )
        )
    blocks.append(
        Block(
            label="Is this right?",
            sentences=(),
            picture="question",
            alt="A question mark.",
            role=BlockRole.QUESTION,
            ref=ref,
            answers=("Yes", "No", "Talk to me"),
        )
    )
    return tuple(blocks)


def sample_content(*, draft: bool = True) -> MinutesContent:
    """Five decisions about bus stops and shelters, with everything that blocks can hold."""
    return MinutesContent(
        title="What we decided together",
        group_name="Bus Stops Working Group",
        date_words="Meeting on Tuesday 24 November 2026",
        foot_words="Meeting on Tuesday 24 November 2026",
        record_number="Record 41",
        language="en-GB",
        draft_words="Not finished. Please check it." if draft else "",
        contents_heading="What is in these pages",
        page_word="Page",
        cover=(
            Block(
                label="Who we are",
                sentences=("We are people who use buses in Riverside.", "We plan bus stops with the council."),
                picture="group",
                alt="Three people in a circle.",
            ),
            Block(
                label="What this is",
                sentences=("These pages tell you what we decided.", "They say whose idea it was."),
                picture="read",
                alt="An open book.",
            ),
            Block(
                sentences=("You can ask someone to help you read this.",),
                picture="help",
                alt="Two people holding hands.",
            ),
        ),
        sections=(
            Section(
                heading="Who came",
                number="1",
                blocks=(
                    Block(
                        label="People at the meeting",
                        sentences=("9 people came.",),
                        picture="people",
                        alt="Two people side by side.",
                        items=("Amina Yusuf", "Eduardo Ramos", "Farida Khan", "Siân Llŷr"),
                    ),
                ),
            ),
            Section(
                heading="Where should the new shelters go?",
                number="2",
                ref="item-2",
                blocks=(
                    *_decision(
                        1,
                        (
                            "The first new shelter will be at the hospital.",
                            "It will have seats with arms.",
                            "The timetable will have a light.",
                        ),
                        "bus",
                        "Amina Yusuf",
                        "Eduardo Ramos will ask the council.",
                        "Tuesday 8 December 2026.",
                    ),
                    *_how(
                        1,
                        ("We showed thumbs.", "7 people said yes.", "1 person was not sure."),
                        ("Farida Khan did not agree.", "She said: The pavement is narrow."),
                    ),
                ),
            ),
            Section(
                heading="How do we tell people when a bus is late, and who pays for the signs?",
                number="3",
                ref="item-3",
            ),
            Section(
                heading="Signs that speak",
                level=2,
                ref="item-3a",
                blocks=(
                    *_decision(
                        2,
                        ("We want 2 signs that speak.", "They will use co-production to choose the voice."),
                        "listen",
                        "Siân Llŷr",
                        "Nobody has this job yet.",
                        "No date yet.",
                    ),
                    *_how(2, ("We talked until everyone could say yes.",)),
                ),
            ),
            Section(
                heading="Paying for them",
                level=2,
                ref="item-3b",
                blocks=_decision(
                    3,
                    ("We will ask the council for £1,250.50 by letter.", "You can ring 0117 496 0123 about it."),
                    "money",
                    "The whole group",
                    "Farida Khan and Eduardo Ramos will write the letter.",
                    "Tuesday 8 December 2026.",
                ),
            ),
            Section(
                heading="Lunch and breaks",
                number="4",
                blocks=(
                    *_decision(
                        4,
                        ("We will stop for lunch at 12:30pm.",),
                        "lunch",
                        "Someone who did not want to be named",
                        "Amina Yusuf will ring the kitchen.",
                        "Before the next meeting.",
                    ),
                    *_decision(
                        5,
                        ("There will be a quiet room at every meeting.",),
                        "quiet",
                        "Eduardo Ramos",
                        "Siân Llŷr will book the room.",
                        "Tuesday 8 December 2026.",
                    ),
                ),
            ),
            Section(
                heading="What happens next",
                number="5",
                blocks=(
                    Block(
                        label="Next meeting",
                        sentences=("We meet again on Tuesday 12 January 2027 at 2pm.",),
                        picture="calendar page 12",
                        alt="",
                    ),
                    Block(
                        label="Who to contact",
                        sentences=("Ask for Jo at the library.", "The phone number is 0117 496 0123."),
                        picture="phone",
                        alt="A telephone.",
                    ),
                    Block(
                        label="The pictures",
                        sentences=("The pictures are from OpenMoji, CC BY-SA 4.0.",),
                        picture="photo",
                        alt="A picture of hills and the sky.",
                        role=BlockRole.CREDIT,
                    ),
                ),
            ),
        ),
        protected=("Amina Yusuf", "Eduardo Ramos", "Farida Khan", "Siân Llŷr", "0117 496 0123"),
        bold_terms=("co-production",),
    )
