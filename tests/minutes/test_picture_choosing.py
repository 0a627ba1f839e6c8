"""Which picture a block gets: what people chose, then the record, then the group, then what the words mean."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.own_picture import OwnPicture, OwnPictureId, PictureKind
from coprod_desktop.minutes.blocks import NO_PICTURE, Block, BlockRole, MinutesContent, See
from coprod_desktop.minutes.picture_choosing import PictureChooser, Told, can_be_chosen, pictured, with_pictures
from coprod_desktop.minutes.picture_meanings import PictureMeanings
from coprod_desktop.minutes.pictures import Pictures
from tests.minutes.printing import block, chapter, content, easy_read, pictures
from tests.minutes.read_out import read_out

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="72" height="72" viewBox="0 0 72 72">'
    b'<rect x="9" y="9" width="54" height="54" fill="#888888" stroke="#000000" stroke-width="3"/></svg>'
)
WORDS = "We will ask about the bus stop."


def symbol(word: str, credit: str = "Symbols by Example") -> OwnPicture:
    return OwnPicture(
        id=OwnPictureId(f"id-{word}"),
        group_id=GroupId("g"),
        kind=PictureKind.SYMBOL,
        word=word,
        alt=f"A symbol for {word}.",
        credit=credit,
        media_type="image/svg+xml",
        data=SVG,
    )


def line(role: BlockRole, picture: str, ref: str = "1", words: str = WORDS) -> Block:
    return block(words, picture=picture, alt="", role=role, ref=ref)


def minutes(*blocks: Block) -> MinutesContent:
    credit = block("Pictures: OpenMoji.", picture="photo", role=BlockRole.CREDIT)
    return content(chapter("Buses", *blocks), chapter("About", credit))


def chooser(own: tuple[OwnPicture, ...] = (), language: str = "en-GB", **parts: object) -> PictureChooser:
    table: Pictures = pictures().with_own(own)
    usual = {"told": {"1": Told(words=WORDS)}, "symbol_credit": "Some symbols: {credit}."}
    return PictureChooser(pictures=table, meanings=PictureMeanings(table, language), **usual | parts)  # type: ignore[arg-type]


def first(made: MinutesContent) -> Block:
    return made.sections[0].blocks[0]


@pytest.mark.parametrize(
    ("role", "neutral"),
    [
        (BlockRole.DECISION, "agreed"),
        (BlockRole.IDEA, "idea"),
        (BlockRole.ASKED, "list"),
        (BlockRole.OWNER, "job"),
        (BlockRole.ACTION, "job"),
    ],
)
def test_what_the_words_mean_stands_where_the_neutral_picture_stood(role: BlockRole, neutral: str) -> None:
    made = first(with_pictures(minutes(line(role, neutral)), chooser()))
    assert (made.picture, made.alt) == ("bus", "A bus.")


@pytest.mark.parametrize(
    ("role", "fixed"),
    [
        (BlockRole.DECISION, "not agreed"),
        (BlockRole.DECISION, "wait"),
        (BlockRole.PROPOSER, "idea"),
        (BlockRole.DUE, "calendar page 4"),
        (BlockRole.HOW_DECIDED, "hand up"),
        (BlockRole.OBJECTION, "thumbs down"),
        (BlockRole.IDEA, "star"),
        (BlockRole.OWNER, "question"),
        (BlockRole.PLAIN, "list"),
    ],
)
def test_a_picture_that_tells_who_when_how_or_what_came_of_it_stays(role: BlockRole, fixed: str) -> None:
    assert first(with_pictures(minutes(line(role, fixed)), chooser())).picture == fixed


def test_a_wish_shows_the_thing_as_its_waiting_has_a_block_of_its_own() -> None:
    made = with_pictures(minutes(line(BlockRole.DECISION, "wait"), line(BlockRole.NEEDS_YES, "wait")), chooser())
    assert [one.picture for one in made.sections[0].blocks] == ["bus", "wait"]


def test_what_did_not_come_about_keeps_its_cross_though_the_record_has_a_picture() -> None:
    told = {"1": Told(words=WORDS, picture="taxi")}
    made = with_pictures(minutes(line(BlockRole.DECISION, "not agreed")), chooser(told=told))
    assert first(made).picture == "not agreed"


@pytest.mark.parametrize("neutral", ["idea", "job"])
def test_on_a_persons_own_copy_their_idea_and_job_have_the_picture_that_they_have_elsewhere(neutral: str) -> None:
    see = See(refs=("1",), on_page="Page {page}.", on_pages="Pages {page}.", in_part="Under {part}.")
    own = block(WORDS, picture=neutral, alt="", role=BlockRole.PLAIN)
    begun, last = replace(own, sentences=("Go there.",)), replace(own, see=(see,), continues=True)
    made = pictured((own, begun, last), chooser(), "en-GB")
    assert [one.picture for one in made] == [neutral, "bus", "bus"]


def test_words_of_the_frame_round_a_decision_give_no_picture() -> None:
    made = with_pictures(
        minutes(line(BlockRole.DECISION, "agreed", words="The council has not said yes yet.")),
        chooser(told={"1": Told(words="We will do it.")}),
    )
    assert first(made).picture == "agreed"


def test_the_records_own_word_comes_before_the_meaning() -> None:
    told = {"1": Told(words=WORDS, picture="taxi")}
    assert first(with_pictures(minutes(line(BlockRole.IDEA, "taxi")), chooser(told=told))).picture == "taxi"


@pytest.mark.parametrize("neutral", ["idea", "agreed", "list", "job"])
def test_a_neutral_picture_that_the_record_asks_for_is_not_taken_away(neutral: str) -> None:
    told = {"1": Told(words=WORDS, picture=neutral)}
    assert first(with_pictures(minutes(line(BlockRole.IDEA, neutral)), chooser(told=told))).picture == neutral


def test_a_word_of_the_record_without_a_picture_leaves_it_to_the_meaning() -> None:
    told = {"1": Told(words=WORDS, picture="quagga")}
    assert first(with_pictures(minutes(line(BlockRole.IDEA, "quagga")), chooser(told=told))).picture == "bus"


def test_what_was_chosen_for_the_block_comes_before_everything() -> None:
    chosen = {("1", BlockRole.DECISION): "chair"}
    choices = {"bus stop": "train", "taxi": "train"}
    told = {"1": Told(words=WORDS, picture="taxi")}
    made = with_pictures(
        minutes(line(BlockRole.DECISION, "taxi"), line(BlockRole.PROPOSER, "idea")),
        chooser(chosen=chosen, choices=choices, told=told),
    )
    assert [one.picture for one in made.sections[0].blocks] == ["chair", "idea"]


def test_the_groups_choice_for_a_word_comes_before_the_table() -> None:
    made = with_pictures(minutes(line(BlockRole.IDEA, "idea")), chooser(choices={"bus stop": "chair"}))
    assert first(made).picture == "chair"


def test_the_group_draws_a_word_of_the_record_in_its_own_way() -> None:
    own = symbol("bus")
    told = {"1": Told(words=WORDS, picture="bus")}
    made = with_pictures(minutes(line(BlockRole.IDEA, "bus")), chooser((own,), told=told))
    assert (first(made).picture, first(made).alt) == ("own:id-bus", "A symbol for bus.")
    assert made.own_pictures == (own,)


def test_a_choice_whose_picture_is_gone_does_not_count() -> None:
    made = with_pictures(
        minutes(line(BlockRole.IDEA, "idea")),
        chooser(choices={"bus stop": "own:gone"}, chosen={("1", BlockRole.IDEA): "own:gone"}),
    )
    assert first(made).picture == "bus"


def test_the_credit_of_a_symbol_is_printed_when_it_is_used_and_only_then() -> None:
    used = with_pictures(minutes(line(BlockRole.IDEA, "idea")), chooser((symbol("bus"), symbol("hoist", "Other Ltd"))))
    credits = [one.sentences for one in used.sections[1].blocks]
    assert credits == [("Pictures: OpenMoji.",), ("Some symbols: Symbols by Example.",)]
    unused = with_pictures(minutes(line(BlockRole.IDEA, "idea")), chooser((symbol("hoist"),)))
    assert len(unused.sections[1].blocks) == 1


def test_a_picture_that_was_left_out_leaves_the_words_in_their_column() -> None:
    blocks = minutes(line(BlockRole.IDEA, "idea"), line(BlockRole.IDEA, "idea", ref="2"))
    made = with_pictures(blocks, chooser(chosen={("1", BlockRole.IDEA): ""}))
    assert first(made).picture == NO_PICTURE
    figures = [said for said in read_out(easy_read(made).data).said if said.tag == "Figure"]
    before = [said for said in read_out(easy_read(blocks).data).said if said.tag == "Figure"]
    assert len(figures) == len(before) - 1
    assert not read_out(easy_read(made).data).faults


def test_the_rest_of_a_long_block_has_the_same_picture() -> None:
    rest = Block(sentences=("And more.",), picture="idea", role=BlockRole.IDEA, ref="1", continues=True)
    made = with_pictures(minutes(line(BlockRole.IDEA, "idea"), rest), chooser())
    assert [one.picture for one in made.sections[0].blocks] == ["bus", "bus"]


def test_another_language_keeps_neutral_pictures_and_its_own_words_for_them() -> None:
    made = first(with_pictures(minutes(line(BlockRole.IDEA, "idea")), chooser(language="cy")))
    assert made.picture == "idea"


def test_only_one_line_of_one_thing_can_be_changed() -> None:
    assert can_be_chosen("1", BlockRole.DECISION)
    assert not can_be_chosen("", BlockRole.DECISION)
    assert not can_be_chosen("1", BlockRole.PLAIN)


def test_nothing_else_of_the_minutes_is_changed() -> None:
    before = minutes(line(BlockRole.IDEA, "idea"))
    after = with_pictures(before, chooser())
    assert [one.sentences for one in after.sections[0].blocks] == [one.sentences for one in before.sections[0].blocks]
    assert with_pictures(after, chooser()) == after
