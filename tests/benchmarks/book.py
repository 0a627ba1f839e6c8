"""The book that is measured: minutes of many decisions, with a first page, a contents list and pictures."""

from coprod_desktop.minutes.blocks import Block, BlockRole, MinutesContent, Section

DECISIONS = 200
DECISIONS_OF_A_CHAPTER = 10

_PICTURES = ("bus", "food", "quiet", "letter", "phone", "garden", "music", "money")
_SENTENCES = ("The first new shelter is at the library.", "It has seats with arms.", "The timetable has a light.")


def book_of(decisions: int = DECISIONS) -> MinutesContent:
    """Minutes with so many decisions, ten to a chapter."""
    each = DECISIONS_OF_A_CHAPTER
    return MinutesContent(
        title="Minutes of our meeting",
        group_name="Bus stops working group",
        date_words="Tuesday 24 November 2026",
        foot_words="Meeting on Tuesday 24 November 2026",
        record_number="Record number 214",
        language="en-GB",
        draft_words="Not finished. Please check it.",
        contents_heading="What is inside",
        page_word="Page",
        cover=(Block(sentences=("You can ask someone to help you read this.",), picture="help", alt="Two people."),),
        sections=tuple(
            Section(
                heading="What shall we do?",
                number=str(chapter + 1),
                blocks=tuple(part for number in range(each) for part in _decision(chapter * each + number)),
            )
            for chapter in range(decisions // each)
        ),
        protected=("Amina Yusuf", "Eduardo Ramos"),
    )


def _decision(number: int) -> tuple[Block, ...]:
    ref = f"decision-{number}"
    picture = _PICTURES[number % len(_PICTURES)]
    said = _SENTENCES[: 1 + number % len(_SENTENCES)]
    return (
        Block(label="We agreed", sentences=said, picture=picture, alt="", role=BlockRole.DECISION, ref=ref),
        Block(label="Idea from", sentences=("Amina Yusuf.",), picture="idea", alt="", role=BlockRole.PROPOSER, ref=ref),
        Block(
            label="Who will do it",
            sentences=("Eduardo Ramos will ask the council.",),
            picture="promise",
            alt="",
            role=BlockRole.OWNER,
            ref=ref,
        ),
        Block(
            label="By when",
            sentences=("Tuesday 8 December 2026.",),
            picture="calendar",
            alt="",
            role=BlockRole.DUE,
            ref=ref,
        ),
    )
