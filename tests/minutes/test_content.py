"""What the minutes say: every line of every decision, whose idea it was, and nothing that nobody may know."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from coprod_desktop.domain import meeting_setup
from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.lines import HowDecided, IdeaOutcome, ItemState, NeededYes, Outcome, Votes, YesAnswer
from coprod_desktop.domain.meeting import MeetingKind
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import NamedAs, Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.minutes.blocks import Block, BlockRole, MinutesContent
from coprod_desktop.minutes.content import minutes_content
from coprod_desktop.minutes.pictures import Pictures
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.paths import templates_folder
from tests.minutes.meeting_builder import (
    BEA,
    ENGLISH,
    HIDDEN,
    HIDDEN_NAME,
    JO,
    MEETING_ID,
    SAM,
    SECRET,
    Meeting,
    by,
    rich_meeting,
    sample_content,
)

OF_A_DECISION = frozenset(BlockRole) - {BlockRole.IDEA, BlockRole.ACTION, BlockRole.CREDIT}


def blocks_of(content: MinutesContent) -> Iterator[Block]:
    yield from content.cover
    for section in content.sections:
        yield from section.blocks


def texts_of(content: MinutesContent) -> Iterator[str]:
    yield from (content.title, content.group_name, content.foot_words, content.draft_words, content.place)
    yield from (f"{section.heading} {section.summary}" for section in content.sections)
    for block in blocks_of(content):
        yield from (block.label, *block.sentences, *block.items, *block.answers)


def whole(content: MinutesContent) -> str:
    return "\n".join(texts_of(content))


def told(content: MinutesContent, decision: str) -> list[Block]:
    """The blocks of one decision, from what was decided to the next thing."""
    blocks = list(blocks_of(content))
    first = next(n for n, block in enumerate(blocks) if block.ref == decision and block.role is BlockRole.DECISION)
    rest = (
        n
        for n, block in enumerate(blocks[first + 1 :], first + 1)
        if block.role is BlockRole.DECISION and not block.continues or block.role in (BlockRole.IDEA, BlockRole.CREDIT)
    )
    last = next((n for n, block in enumerate(blocks) if n > first and block.role is BlockRole.QUESTION), None)
    return blocks[first : last + 1 if last is not None else next(rest, len(blocks))]


def lines(blocks: list[Block]) -> list[str]:
    """Each block in one line: its label, its sentences and its answers."""
    return [f"{block.label}: {' '.join((*block.sentences, *block.answers))}" for block in blocks]


RICH = rich_meeting()
RICH_CONTENT = RICH.content()


def test_an_agreed_decision_is_told_in_the_fixed_order() -> None:
    assert lines(told(RICH_CONTENT, "decision 0")) == [
        "We agreed: Members will cook lunch.",
        "Idea from: Jo Abel. Members cook, on a rota.",
        ": Rota means a list of who does what, and when. Sam B. added to the idea.",
        "Who will do it, and by when: Make a menu."
        " Jo Abel and someone who did not want to be named will do this. The last day is Tuesday 8 December 2026.",
        "Who will do it, and by when: Buy pans. Nobody has this job yet. No date yet.",
        "How we decided: We showed thumbs. 7 people said yes, 1 was not sure and 1 said no."
        " Backed by Sam B. and 1 more person.",
        "Only if: The oven must be safe.",
        "Who stood aside: Bea stood aside. To stand aside means to let the others go on.",
        "Who did not agree, and why: Someone who did not want to be named did not agree. The kitchen is small.",
        "The words have changed: These were the first words. Only members cook. Jo Abel said yes to the new words.",
        "For now: This is only until Tuesday 12 January 2027.",
        "Time to think: Everybody can change their mind until Tuesday 1 December 2026.",
        "Is this right?: Yes No Talk to me",
    ]


def test_a_decision_that_waits_says_what_we_want_and_who_has_not_said_yes() -> None:
    blocks = told(RICH_CONTENT, "decision 1")

    assert lines(blocks)[:5] == [
        "We want this: There will be a bus at 5pm. The council has not said yes yet.",
        ": The trustees have not said yes yet. Trustee means a person who looks after a charity.",
        "Idea from: People at a drop-in. 3 people at the Friday drop-in told Sam.",
        "Who else must say yes: The council must also say yes. We asked on Tuesday 3 November 2026."
        " We have waited 21 days for an answer.",
        ": The trustees must also say yes. There is no answer yet. The drivers said yes on Friday 20 November 2026.",
    ]
    assert [block.role for block in blocks[5:]] == [
        BlockRole.OWNER,
        BlockRole.HOW_DECIDED,
        BlockRole.QUESTION,
    ]
    assert "We want 1 thing, but others must say yes first." in whole(RICH_CONTENT)


def test_other_outcomes_are_told_in_their_own_order() -> None:
    assert lines(told(RICH_CONTENT, "decision 2")) == [
        "Other people decided this: The last bus is at 4:30pm.",
        "Idea from: People outside our group. The bus company decided this.",
        "When, and why: Tuesday 24 February 2026. There are not enough drivers.",
        "What we said: The whole group said this. Nobody asked us.",
        "Is this right?: Yes No Talk to me",
    ]
    assert lines(told(RICH_CONTENT, "decision 3")) == [
        "We did not agree: Buy a coffee maker for £900.",
        "Idea from: Bea.",
        "Why, and what happens next: Most people want to travel. There is nothing to do now.",
        "How we decided: We used sticky dots. 1 person said yes and 3 said no.",
        "Is this right?: Yes No Talk to me",
    ]
    assert lines(told(RICH_CONTENT, "decision 4"))[:3] == [
        "We will decide this later: Buy a van.",
        "Idea from: Sam B. and someone who did not want to be named.",
        "What happens next: There is nothing to do now.",
    ]
    assert lines(told(RICH_CONTENT, "decision 5"))[:2] == [
        "This decision was taken back: Buy a boat.",
        "Idea from: Someone who did not want to be named.",
    ]


@pytest.mark.parametrize("content", [RICH_CONTENT, sample_content("riverside-team-up")], ids=["rich", "sample"])
def test_the_lines_of_a_decision_never_change_places(content: MinutesContent) -> None:
    order = [BlockRole.DECISION, BlockRole.PROPOSER, BlockRole.NEEDS_YES, BlockRole.OWNER, BlockRole.DUE]
    order += [BlockRole.HOW_DECIDED, BlockRole.OBJECTION, BlockRole.CHANGED_WORDS, BlockRole.QUESTION]
    decided = [block for block in blocks_of(content) if block.role is BlockRole.DECISION and not block.continues]
    agreed = [block.ref for block in decided if block.label in ("We agreed", "We want this")]

    assert agreed
    for decision in agreed:
        roles = [block.role for block in told(content, decision) if block.role in order]
        assert {BlockRole.DECISION, BlockRole.PROPOSER, BlockRole.OWNER} <= set(roles)
        whole_jobs = [block.label for block in told(content, decision) if block.role is BlockRole.OWNER]
        assert BlockRole.DUE in roles or "Who will do it, and by when" in whole_jobs
        assert BlockRole.HOW_DECIDED in roles
        after_jobs = [role for role in roles if role not in (BlockRole.OWNER, BlockRole.DUE)]
        assert after_jobs == sorted(after_jobs, key=order.index)
        jobs = [place for place, role in enumerate(roles) if role in (BlockRole.OWNER, BlockRole.DUE)]
        assert jobs == list(range(jobs[0], jobs[-1] + 1))
        assert roles[jobs[-1] + 1] is BlockRole.HOW_DECIDED


PROPOSERS = some.builds(
    Proposer,
    people=some.lists(some.sampled_from([JO, SAM, BEA, HIDDEN, PersonId("erased")]), unique=True).map(tuple),
    source=some.none() | some.sampled_from(Source),
    on_behalf_of=some.sampled_from(["", "The Tuesday group", "my neighbours"]),
    note=some.sampled_from(["", "They told us on a walk."]),
).filter(lambda proposer: bool(proposer.people or proposer.source))


@given(
    proposer=PROPOSERS,
    outcome=some.sampled_from(Outcome),
    waits=some.booleans(),
    named=some.lists(some.sampled_from(NamedAs), min_size=3, max_size=3),
)
@settings(deadline=None)
def test_whose_idea_it_was_is_never_left_out(
    proposer: Proposer, outcome: Outcome, waits: bool, named: list[NamedAs]
) -> None:
    meeting = Meeting().opened()
    for name, named_as in zip(("Wilf Ash", "Xena Birch", "Yusuf Cole"), named, strict=True):
        meeting.person(name, named_as=named_as, chosen_name="Star")
    meeting.person(HIDDEN_NAME, named_as=NamedAs.UNNAMED)
    needs = (NeededYes(who="the council"),) if waits else ()
    meeting.decision("We plant trees.", proposer, outcome=outcome, needs_yes_from=needs)
    meeting.idea("Plant 3 trees.", proposer)

    content = meeting.content()

    (from_whom,) = (b for b in told(content, "decision 0") if b.role is BlockRole.PROPOSER and not b.continues)
    said = " ".join(from_whom.sentences)
    (idea,) = (block for block in blocks_of(content) if block.role is BlockRole.IDEA and not block.continues)
    assert from_whom.label == "Idea from"
    assert " ".join((idea.label, *idea.sentences)).startswith("Idea from")
    for person in meeting.people[:3]:
        if person.id in proposer.people and person.named_as is not NamedAs.UNNAMED:
            assert {"full": person.name, "first": person.name.split()[0], "chosen": "Star"}[person.named_as] in said
    if proposer.source is not None:
        assert ENGLISH(f"source_{proposer.source.value}").lower() in said.lower()
    assert said.strip(". ")
    assert HIDDEN_NAME.split()[0] not in whole(content)


def test_people_who_are_not_named_are_counted_and_never_named() -> None:
    text = whole(RICH_CONTENT) + " ".join(RICH_CONTENT.protected)

    assert not any(part in text for part in HIDDEN_NAME.split())
    assert "1 person did not want to be named." in text
    assert "Worked the laptop: Someone who did not want to be named" in text


def test_a_name_changes_everywhere_when_its_person_chooses_another() -> None:
    jo = replace(RICH.people[0], named_as=NamedAs.CHOSEN, chosen_name="Jojo")
    people = [jo, *RICH.people[1:]]

    text = whole(minutes_content(RICH.state, RICH.group, people, wording=ENGLISH, record_number=214))

    assert "Jo Abel" not in text
    assert "Idea from\nJojo." in text


def test_a_person_who_was_erased_is_said_to_be_unnamed() -> None:
    text = whole(minutes_content(RICH.state, RICH.group, [], wording=ENGLISH, record_number=214))

    assert "Idea from someone who did not want to be named" in text
    assert "4 people did not want to be named." in text


def test_needs_contacts_pronouns_and_gifts_never_appear() -> None:
    assert SECRET not in whole(RICH_CONTENT)
    assert SECRET not in repr(RICH_CONTENT)


def test_no_perspective_stands_beside_a_name() -> None:
    names = ("Jo Abel", "Sam B.", "Bea")
    for block in blocks_of(RICH_CONTENT):
        text = " ".join((block.label, *block.sentences, *block.items))
        if any(label in text for label in ("lived experience", "carers", "Paid staff")):
            assert not any(name in text for name in names)


@pytest.mark.parametrize(
    ("how_many", "words"), [(1, "a few people"), (2, "a few people"), (3, "3 people"), (12, "12 people")]
)
def test_fewer_than_3_people_with_one_perspective_are_a_few(how_many: int, words: str) -> None:
    meeting = Meeting().opened()
    for number in range(how_many):
        meeting.person(f"Person{number}", perspectives=(Perspective.CARER,))
    meeting.person("Other", perspectives=(Perspective.PROFESSIONAL,))

    text = whole(meeting.content())

    assert f"Unpaid and family carers: {words}" in text
    assert f"{how_many + 1} people came." in text


def test_main_points_have_one_line_for_each_decision() -> None:
    (section,) = (section for section in RICH_CONTENT.sections if section.heading == "Main points")

    points = [item for block in section.blocks for item in block.items]

    assert len(points) == len(RICH.state.decisions) == 7
    assert points[:2] == ["Members will cook lunch.", "We share lifts."]


def test_a_meeting_without_decisions_says_so() -> None:
    assert "We made no decisions at this meeting." in whole(Meeting().opened().content())


def test_agenda_items_keep_their_numbers_and_the_chapters_after_them_count_on() -> None:
    numbered = [(section.number, section.heading) for section in RICH_CONTENT.sections if section.number]

    assert numbered[:6] == [
        ("1", "Thursday lunch"),
        ("2", "The bus"),
        ("3", "How we spend £1,200"),
        ("4", "A summer trip"),
        ("5", "The door"),
        ("6", "A long word"),
    ]
    assert [int(number) for number, _ in numbered] == list(range(1, len(numbered) + 1))
    headings = [section.heading for section in RICH_CONTENT.sections]
    assert headings[-4:] == ["Other jobs", "What happens next", "What the words mean", "Who to ask"]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ItemState.PARKED, "We kept this for later."),
        (ItemState.CARRIED_OVER, "We will talk about this next time."),
        (ItemState.NOT_REACHED, "We did not have time for this."),
        (ItemState.DISCUSSED, "We talked about this."),
        (None, "We have not talked about this yet."),
    ],
)
def test_what_became_of_an_item_is_said(state: ItemState | None, words: str) -> None:
    meeting = Meeting().opened()
    meeting.person("Jo Abel")
    meeting.item("The door", by(JO), state)

    assert f"Jo asked to talk about this.\n{words}" in whole(meeting.content())


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (IdeaOutcome.OPEN, "We have not decided about this yet."),
        (IdeaOutcome.DECIDED, "We agreed this."),
        (IdeaOutcome.NOT_TAKEN_UP, "We did not choose this."),
        (IdeaOutcome.LATER, "We kept this for later."),
        (IdeaOutcome.PASSED_ON, "We passed this on to the press office."),
    ],
)
def test_every_idea_says_what_happened_to_it_and_why(outcome: IdeaOutcome, words: str) -> None:
    meeting = Meeting().opened()
    meeting.idea(
        "Paint it red.",
        Proposer(source=Source.WHOLE_GROUP),
        outcome=outcome,
        passed_on_to="the press office",
        reason="Red is warm.",
    )

    text = whole(meeting.content())

    assert "Idea from the whole group\nPaint it red." in text
    assert f"{words}\nRed is warm." in text


def test_an_idea_whose_decision_waits_is_not_called_agreed() -> None:
    idea = next(block for block in blocks_of(RICH_CONTENT) if block.ref == "idea 3")

    assert idea.sentences == ("A bus at 5pm.", "We want this.")


@pytest.mark.parametrize(
    ("answers", "label"),
    [
        ((), "We agreed"),
        ((YesAnswer.YES,), "We agreed"),
        ((YesAnswer.YES, YesAnswer.WAITING), "We want this"),
        ((YesAnswer.NO,), "We want this"),
    ],
)
def test_we_agreed_is_said_only_when_every_yes_is_there(answers: tuple[YesAnswer, ...], label: str) -> None:
    meeting = Meeting().opened()
    needs = tuple(NeededYes(who=f"the board {n}", answer=answer) for n, answer in enumerate(answers))
    meeting.decision("We plant trees.", Proposer(source=Source.WHOLE_GROUP), needs_yes_from=needs)

    first = told(meeting.content(), "decision 0")[0]

    assert first.label == label
    assert (first.picture == "agreed") is (label == "We agreed")
    if answers == (YesAnswer.NO,):
        assert first.sentences[-1] == "The board 0 said no."
        assert "We want 1 thing, but others said no." in whole(meeting.content())


@pytest.mark.parametrize(
    ("how", "votes", "words"),
    [
        (HowDecided.CONSENSUS, None, "We talked until we all agreed."),
        (HowDecided.DOTS, None, "We used sticky dots. We did not write down how many said yes."),
        (HowDecided.SHOW_OF_HANDS, Votes(yes=8, no=0), "We put our hands up. 8 people said yes and nobody said no."),
        (
            HowDecided.SECRET_COUNT,
            Votes(yes=0, no=2),
            "We chose in private and counted. Nobody said yes and 2 said no.",
        ),
        (
            HowDecided.THUMBS,
            Votes(no=1, more_time=2),
            "We showed thumbs. 1 person said no and 2 needed more time.",
        ),
        (None, Votes(yes=1), "We did not write down how. 1 person said yes."),
        (None, None, "We did not write down how."),
    ],
)
def test_how_we_decided_says_what_is_known_and_nothing_else(
    how: HowDecided | None, votes: Votes | None, words: str
) -> None:
    meeting = Meeting().opened()
    meeting.decision("We plant trees.", Proposer(source=Source.WHOLE_GROUP), how_decided=how, votes=votes)

    (block,) = (b for b in told(meeting.content(), "decision 0") if b.role is BlockRole.HOW_DECIDED)

    assert " ".join(block.sentences) == words


def test_each_word_of_the_list_is_explained_in_the_very_next_sentence() -> None:
    lines_said = [line for block in blocks_of(RICH_CONTENT) for line in block.sentences]
    for term, meaning in (
        ("on a rota", "Rota means a list of who does what, and when."),
        ("insurance", "Insurance means a promise to pay if something goes wrong."),
        ("trustees", "Trustee means a person who looks after a charity."),
    ):
        first = next(place for place, line in enumerate(lines_said) if term in line)
        assert lines_said[first + 1] == meaning
        assert lines_said.count(meaning) == 1
    assert RICH_CONTENT.bold_terms == ("rota", "trustee", "insurance")
    assert "bye-law" not in RICH_CONTENT.bold_terms


def test_a_word_in_a_list_is_explained_after_it() -> None:
    meeting = Meeting().opened()
    meeting.group = replace(meeting.group, words=(ExplainedWord(term="NHS", means="The health service. It is free."),))
    meeting.decision("Ask the NHS.", Proposer(source=Source.WHOLE_GROUP))

    blocks = list(blocks_of(meeting.content()))
    place = next(n for n, block in enumerate(blocks) if "Ask the NHS." in block.items)

    assert blocks[place + 1].sentences == ("NHS means this.", "The health service.", "It is free.")


def test_nothing_of_a_draft_is_left_when_readers_have_said_yes() -> None:
    final = RICH.content(is_draft=False)

    assert RICH_CONTENT.draft_words == "Not finished. Please check it."
    assert final.draft_words == ""
    asked = [block.ref for block in blocks_of(RICH_CONTENT) if block.role is BlockRole.QUESTION]
    assert asked == list(dict.fromkeys(asked))
    assert set(asked) == set(RICH.state.decisions)
    assert not [block for block in blocks_of(final) if block.role is BlockRole.QUESTION]
    without = [block for block in blocks_of(RICH_CONTENT) if block.role is not BlockRole.QUESTION]
    assert list(blocks_of(final)) == without


def test_the_first_page_and_the_last_have_what_they_must() -> None:
    cover = " ".join(line for block in RICH_CONTENT.cover for line in block.sentences)
    last = " ".join(line for block in RICH_CONTENT.sections[-1].blocks for line in block.sentences)

    assert "We are Riverside Team-Up. We start with a blank page." in cover
    assert "You can ask someone to help you read this." in cover
    assert "Tuesday 24 November 2026. 10:30am to 12:50pm. The Boathouse, Mill Lane." in cover
    assert RICH_CONTENT.foot_words == "Meeting on Tuesday 24 November 2026"
    assert "Ask Dilys at the Boathouse. Phone 01632 960 145." in last
    assert "OpenMoji" in last
    assert last.endswith("Record number 214.")


@pytest.mark.parametrize(
    "content", [RICH_CONTENT, sample_content("riverside-team-up"), sample_content("first-meeting")]
)
def test_every_block_is_short_and_has_a_picture(content: MinutesContent) -> None:
    for block in blocks_of(content):
        words = " ".join((block.label, *block.sentences, *block.items)).split()
        assert block.picture
        assert len(block.sentences) <= 3, block
        assert len(words) <= 40, block
        assert block.sentences or block.items or block.answers
        assert "?" not in " ".join(block.sentences)


def test_every_picture_that_the_minutes_choose_is_in_the_picture_table() -> None:
    table = Pictures(templates_folder())
    own = {"food", "bus", "money"}  # picked by the people of the meeting

    chosen = {block.picture for block in blocks_of(RICH_CONTENT)} - own

    assert sorted(word for word in chosen if not table.has(word)) == []


LONG = "we " * 60 + "stop"


@given(
    text=some.lists(
        some.sampled_from(["We met.", "It rained, so we sat inside, and we talked about it all.", f"{LONG}."]),
        min_size=1,
        max_size=12,
    ).map(" ".join)
)
@settings(deadline=None)
def test_long_words_go_on_in_more_blocks_and_nothing_is_lost(text: str) -> None:
    meeting = Meeting().opened()
    who = Proposer(source=Source.WHOLE_GROUP)
    meeting.idea(text, who)
    meeting.decision(text, who)
    meeting.action(text)

    content = meeting.content()

    for role in (BlockRole.IDEA, BlockRole.DECISION, BlockRole.ACTION):
        parts = [block for block in blocks_of(content) if block.role is role]
        assert tidy(text) in tidy(" ".join(line for block in parts for line in block.sentences))
        assert all(len(block.sentences) <= 3 for block in parts)
        assert all(sum(len(line.split()) for line in (*block.sentences, *block.items)) <= 40 for block in parts)
    everything = [line for block in blocks_of(content) for line in (*block.sentences, *block.items)]
    assert sum(len(sentences(line)) > 0 for line in everything) == len(everything)


def test_names_and_dates_of_the_text_are_protected() -> None:
    assert {"Jo Abel", "Tuesday 8 December 2026", "£1,200", "01632 960 145"} <= set(RICH_CONTENT.protected)


def test_the_same_meeting_gives_the_same_words() -> None:
    assert rich_meeting().content() == RICH_CONTENT
    assert whole(sample_content("first-meeting")) == whole(sample_content("first-meeting"))


def test_a_meeting_that_was_never_opened_has_no_minutes() -> None:
    with pytest.raises(ValueError, match="never opened"):
        minutes_content(MeetingState(id=MEETING_ID), RICH.group, [], wording=ENGLISH, record_number=1)


def test_a_decision_without_a_place_is_still_told() -> None:
    meeting = Meeting().opened()
    idea = meeting.idea("Sing.", Proposer(source=Source.SURVEY))
    meeting.decision("We sing.", Proposer(source=Source.SURVEY), from_idea_id=idea)
    meeting.action("Find a piano.", due_on=date(2026, 12, 1))

    headings = [section.heading for section in meeting.content().sections]

    assert headings[2:4] == ["Other things people said", "Other jobs"]


def test_a_meeting_with_nothing_but_a_name_has_whole_minutes() -> None:
    text = whole(Meeting().opened("Hello").content())

    assert "We did not write down who came." in text
    assert "There are no jobs to do from this meeting." in text
    assert "We have no date for our next meeting yet." in text
    assert "Ask the person who gave you these minutes." in text


def test_words_of_another_language_are_used_in_every_sentence() -> None:
    marked = {
        key: entry if isinstance(entry, dict | list) else re.sub(r"^(\w)", r"~\1", entry)
        for key, entry in ENGLISH._entries.items()  # noqa: SLF001  the whole catalogue is needed
    }

    content = RICH.content(wording=Wording("cy", marked))

    assert content.draft_words.startswith("~")
    assert all(block.label.startswith("~") for block in blocks_of(content) if block.role is BlockRole.OWNER)


def test_a_meeting_that_came_first_needs_no_next_one() -> None:
    meeting = Meeting().opened()
    meeting.do(meeting_setup.finish_meeting(meeting.state))

    assert "Our next meeting" in whole(meeting.content())


def test_an_idea_that_became_a_decision_is_told_with_the_decision_and_not_twice() -> None:
    blocks = list(blocks_of(sample_content("riverside-team-up")))
    told_there = next(block for block in blocks if "Members cook lunch on Thursdays." in block.sentences)

    assert (told_there.role, told_there.label) == (BlockRole.PROPOSER, "Idea from")
    assert told_there.sentences[0] == "Josie Tran."
    assert not [block for block in blocks if block.label == "Idea from Josie Tran" and "lunch" in block.sentences[0]]


def test_a_reason_that_people_gave_keeps_the_idea_in_its_own_block() -> None:
    meeting = Meeting().opened()
    who = Proposer(source=Source.WHOLE_GROUP)
    idea = meeting.idea("Sing.", who, outcome=IdeaOutcome.DECIDED, reason="Singing is good for us.")
    meeting.decision("We sing.", who, from_idea_id=idea)

    (block,) = (block for block in blocks_of(meeting.content()) if block.role is BlockRole.IDEA)

    assert block.sentences == ("Sing.", "Singing is good for us.")


def test_we_agreed_is_not_said_twice_of_one_idea() -> None:
    meeting = Meeting().opened()
    meeting.idea("Sing.", Proposer(source=Source.SURVEY), outcome=IdeaOutcome.DECIDED, reason="We agreed to sing.")

    text = whole(meeting.content())

    assert "Sing.\nWe agreed to sing." in text
    assert "We agreed this." not in text


@pytest.mark.parametrize(
    ("outcome", "picture"),
    [
        (Outcome.AGREED, "laptop"),
        (Outcome.NOT_AGREED, "not agreed"),
        (Outcome.DEFERRED, "next"),
        (Outcome.WITHDRAWN, "before"),
        (Outcome.DECIDED_ELSEWHERE, "laptop"),
    ],
)
def test_the_thing_is_shown_only_beside_what_will_be(outcome: Outcome, picture: str) -> None:
    meeting = Meeting().opened()
    meeting.decision("We buy a laptop.", Proposer(source=Source.WHOLE_GROUP), outcome=outcome, picture="laptop")

    (block,) = (block for block in told(meeting.content(), "decision 0") if block.role is BlockRole.DECISION)

    assert block.picture == picture


@pytest.mark.parametrize(
    ("answers", "picture"),
    [
        ((YesAnswer.WAITING, YesAnswer.YES), "wait"),
        ((YesAnswer.YES, YesAnswer.YES), "agreed"),
        ((YesAnswer.YES, YesAnswer.NO), "not agreed"),
    ],
)
def test_the_picture_of_those_who_must_say_yes_shows_what_they_said(
    answers: tuple[YesAnswer, ...], picture: str
) -> None:
    meeting = Meeting().opened()
    needs = tuple(NeededYes(who=f"board {n}", answer=answer) for n, answer in enumerate(answers))
    meeting.decision("We plant trees.", Proposer(source=Source.WHOLE_GROUP), needs_yes_from=needs)

    (block,) = (block for block in told(meeting.content(), "decision 0") if block.role is BlockRole.NEEDS_YES)

    assert block.picture == picture


@pytest.mark.parametrize("how", list(HowDecided))
def test_a_raised_hand_stands_only_for_a_show_of_hands(how: HowDecided) -> None:
    meeting = Meeting().opened()
    meeting.decision("We plant trees.", Proposer(source=Source.WHOLE_GROUP), how_decided=how)

    (block,) = (block for block in told(meeting.content(), "decision 0") if block.role is BlockRole.HOW_DECIDED)

    assert (block.picture == "hand up") is (how is HowDecided.SHOW_OF_HANDS)
    assert Pictures(templates_folder()).has(block.picture)


def test_a_word_of_a_heading_is_explained_in_the_first_sentence_under_it() -> None:
    meeting = Meeting().opened()
    meeting.group = replace(meeting.group, words=(ExplainedWord(term="direct payment", means="money for support"),))
    meeting.person("Jo Abel")
    meeting.item("Direct payments", by(JO), ItemState.DISCUSSED)

    (section,) = (section for section in meeting.content().sections if section.heading == "Direct payments")

    assert section.blocks[0].sentences == ("Direct payment means money for support.",)


def test_why_is_not_promised_where_nobody_said_why() -> None:
    meeting = Meeting().opened()
    outside = Proposer(source=Source.OUTSIDE_BODY)
    meeting.decision("Lunch costs £4.", outside, outcome=Outcome.DECIDED_ELSEWHERE, decided_at="2026-10-12T09:00")

    labels = [block.label for block in told(meeting.content(), "decision 0")]

    assert "When" in labels
    assert "When, and why" not in labels


def test_a_job_of_its_own_says_in_its_label_whose_it_is() -> None:
    labels = {block.label for block in blocks_of(RICH_CONTENT) if block.role is BlockRole.ACTION}

    assert {"Done by Bea", "A job for Sam B."} <= labels


def test_the_job_list_says_who_and_where_and_does_not_tell_the_job_twice() -> None:
    (block,) = (block for block in blocks_of(RICH_CONTENT) if block.label == "Who will do what")
    found = {see.on_page.partition(":")[0]: see.refs for see in block.see}

    assert block.sentences == ("We have 3 jobs to do.", "This list has 4 lines.")
    assert found == {
        "Jo Abel": ("action 0",),
        "Someone who did not want to be named": ("action 0",),
        "Nobody yet": ("action 1",),
        "Sam B.": ("action 3",),
    }


def test_what_is_looked_at_again_is_listed_with_its_day() -> None:
    (block,) = (block for block in blocks_of(RICH_CONTENT) if block.label == "What we look at again")

    assert block.items == ("Thursday lunch: Tuesday 8 June 2027",)


def test_a_reason_that_was_typed_in_small_letters_begins_like_a_sentence() -> None:
    meeting = Meeting().opened()
    needs = (NeededYes(who="the board", answer=YesAnswer.NO, reason="there is no money"),)
    meeting.decision("We plant trees.", Proposer(source=Source.WHOLE_GROUP), needs_yes_from=needs)

    assert "The board said no.\nThere is no money." in whole(meeting.content())


def main_points_of(text: str, easy: str) -> tuple[str, ...]:
    meeting = Meeting().opened()
    meeting.decision(text, by(meeting.person("Jo Abel", named_as=NamedAs.FULL)), easy)
    return next(block.items for block in blocks_of(meeting.content()) if block.items)


@pytest.mark.parametrize(
    ("text", "easy", "told"),
    [
        ("Seats go to people from far away first, always.", "People from far away go first.", None),
        ("Seats go first to people who live far away.", "Some people live far away. They go first.", ""),
        (
            "Seats on the bus go first to people who have no other way to get to us here.",
            "Some people have no other way to get here. They get the first seats on the bus.",
            "Some people have no other way to get here. They get the first seats on the bus.",
        ),
        (
            "Members will plan, shop for and cook the Thursday lunch, and we start on 16 April with a menu.",
            "Members will cook lunch. We start on Thursday 16 April 2026. A menu goes home. Families read it. We wait.",
            "Members will cook lunch.",
        ),
        ("We buy it. We share it.", "", "We buy it. We share it."),
    ],
)
def test_a_main_point_is_one_sentence_that_tells_the_decision(text: str, easy: str, told: str | None) -> None:
    """None is for the easy words, an empty text for what was said (ER-38)."""
    assert main_points_of(text, easy) == ((easy if told is None else told or text),)


def test_no_main_point_of_the_sample_tells_only_why() -> None:
    points = [item for block in sample_content("riverside-team-up").sections[0].blocks for item in block.items]

    assert "Some people have no other way to get here." not in points
    assert all(len(sentences(point)) == 1 or len(point.split()) <= 18 for point in points)


def test_who_does_a_job_and_by_when_are_sentences_with_a_verb() -> None:
    meeting = Meeting().opened()
    people = [
        meeting.person(name, named_as=NamedAs.FULL)
        for name in ("Josephine Abel", "Samuel Brown-Jones", "Beatrice Clark")
    ]
    decided = meeting.decision("We cook.", by(people[0]))
    for text, owners in (("Buy pans.", people[:1]), ("Buy food. Make a list.", people[:2]), ("Ring Jo.", people)):
        meeting.action(text, decision_id=decided, owners=tuple(owners), due_on=date(2026, 12, 8))
    told = [" ".join(block.sentences) for block in blocks_of(meeting.content()) if block.role is BlockRole.OWNER]

    assert told == [
        "Buy pans. Josephine Abel will do this by Tuesday 8 December 2026.",
        "Buy food. Make a list. Josephine Abel and Samuel Brown-Jones will do this by Tuesday 8 December 2026.",
        "Ring Jo. Josephine Abel, Samuel Brown-Jones and Beatrice Clark will do this."
        " The last day is Tuesday 8 December 2026.",
    ]


def test_many_names_stand_in_short_sentences_and_few_in_a_list() -> None:
    few, many = Meeting().opened(), Meeting().opened()
    names = [f"Person Number{number}" for number in range(11)]
    for name in names[:6]:
        few.person(name, named_as=NamedAs.FULL)
    for name in names:
        many.person(name, named_as=NamedAs.FULL)
    listed = [block for block in blocks_of(few.content()) if block.label == "The people who came"]
    told = [block for block in blocks_of(many.content()) if block.picture == "address book"]

    assert [block.items for block in listed] == [tuple(names[:6])]
    lines = [line for block in told for line in block.sentences]
    assert [name for name in names if name not in " ".join(lines)] == []
    assert all(line.endswith(" came.") and len(line.split()) <= 12 for line in lines)
    assert len({name for name in names for line in lines if line.count(name) == 1}) == 11


def test_how_people_met_and_why_leave_the_first_page_its_room() -> None:
    meeting = Meeting().opened(kind=MeetingKind.VISIT, purpose="To see the new hall.")
    meeting.person("Jo Abel", named_as=NamedAs.FULL)
    content = meeting.content()

    assert [block.role for block in content.cover].count(BlockRole.PURPOSE) == 1
    assert content.cover[-1].role is BlockRole.PURPOSE
    assert "We went on a visit." not in " ".join(line for block in content.cover for line in block.sentences)
    came = next(section for section in content.sections if section.heading == "Who came")
    assert came.blocks[0].sentences == ("We went on a visit.",)


def test_who_backed_an_idea_has_its_own_picture_where_one_block_cannot_hold_all() -> None:
    meeting = Meeting().opened()
    jo, sam = meeting.person("Jo Abel", named_as=NamedAs.FULL), meeting.person("Sam Brown", named_as=NamedAs.FULL)
    note = Proposer(people=(jo,), note="Jo told us at lunch. Jo drew it too.")
    meeting.decision(
        "We cook.",
        note,
        supported_by=(sam,),
        how_decided=HowDecided.THUMBS,
        votes=Votes(yes=3, unsure=9, no=0, more_time=8),
    )
    told = [block for block in blocks_of(meeting.content()) if block.role is BlockRole.PROPOSER]

    assert " ".join(line for block in told for line in block.sentences).startswith("Jo Abel. Jo told us at lunch.")
    assert len(told) == len({block.picture for block in told})
