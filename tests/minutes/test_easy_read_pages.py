"""Easy-read pages, measured: sizes, lines, pictures beside words, page turns, and hostile words."""

import time
from collections import Counter
from functools import cache

import pytest

from coprod_desktop.minutes.blocks import Block, BlockRole
from coprod_desktop.minutes.page_builder import PdfFile
from tests.minutes.page_geometry import MM, Pages, read_pages
from tests.minutes.printing import HOSTILE, block, chapter, content, easy_read
from tests.minutes.read_out import read_out
from tests.minutes.sample_content import sample_content

SIZES = (14, 16, 20, 24, 28, 36, 48)


@cache
def printed(size_pt: float = 16, with_pictures: bool = True) -> PdfFile:
    return easy_read(sample_content(), size_pt=size_pt, with_pictures=with_pictures)


@cache
def pages(size_pt: float = 16, with_pictures: bool = True) -> Pages:
    return read_pages(printed(size_pt, with_pictures).data)


# Type


@pytest.mark.parametrize("size", SIZES)
def test_most_words_are_the_size_that_was_asked_for_and_none_under_14_pt(size: float) -> None:
    assert pages(size).commonest_size() == pytest.approx(size, abs=0.01)
    assert min(run.size for run in pages(size).runs) >= 14  # ER-01


def test_the_usual_size_is_16_pt_and_smaller_than_14_is_never_made() -> None:
    assert read_pages(easy_read(sample_content()).data).commonest_size() == 16
    assert read_pages(easy_read(sample_content(), size_pt=9).data).commonest_size() == 14


@pytest.mark.parametrize("size", [14, 16, 28])
def test_lines_of_a_sentence_are_one_and_a_half_type_sizes_apart(size: float) -> None:
    sentence = "We will ask the council for a bench and a light at every bus stop in the whole town."
    lines = read_pages(easy_read(content(chapter("One", block(sentence))), size_pt=size).data)
    inside = [run.y for run in lines.body if run.text.strip() and run.text.strip() in sentence]

    assert len(inside) >= 2
    for upper, lower in zip(inside, inside[1:], strict=False):
        assert 1.45 <= (upper - lower) / size <= 1.6  # ER-05


def test_sentences_stand_further_apart_than_the_lines_inside_one() -> None:
    lines = pages().lines(pages().place_of("The first new shelter").page)
    heights = {words: y for y, _, words in lines}
    inside = heights["The first new shelter"] - heights["will be at the hospital."]
    between = heights["will be at the hospital."] - heights["It will have seats with arms."]

    assert 1.5 * MM < between - inside < 2.5 * MM


def test_every_sentence_begins_a_line_and_takes_at_most_three() -> None:
    for section in sample_content().sections:
        for one in section.blocks:
            for sentence in one.sentences:
                assert any(sentence.startswith(run.text.strip()) for run in pages().body if run.text.strip())


def test_bold_is_kept_for_headings_labels_and_the_first_use_of_a_hard_word() -> None:
    blocks = [one for section in sample_content().sections for one in section.blocks]
    labels = {one.label for one in (*blocks, *sample_content().cover)} | set(read_out(printed().data).headings)
    bold = {run.text.strip() for run in pages().body if "Bold" in run.font}

    for words in bold - {"Bus Stops Working Group", "co-production"}:
        assert any(words in label for label in labels), words
    assert "co-production" in bold


# Pictures


@pytest.mark.parametrize("size", [14, 16, 20, 24, 28, 36])
def test_every_block_has_one_picture_to_the_left_of_its_words(size: float) -> None:
    found = pages(size)
    whole = sample_content()
    blocks = [*whole.cover, *(one for section in whole.sections for one in section.blocks)]
    questions = sum(one.role is BlockRole.QUESTION for one in blocks)

    assert len(blocks) - questions <= len(found.pictures) <= len(blocks)  # a question stands in the block before it
    for picture in found.pictures:
        beside = [
            run
            for run in found.body
            if run.page == picture.page and picture.bottom - size < run.y < picture.top and run.x > picture.right
        ]
        assert beside, picture
        overlap = min(picture.top, max(run.y for run in beside) + size) - max(
            picture.bottom, min(run.y for run in beside)
        )
        height = min(picture.top - picture.bottom, max(run.y for run in beside) + size - min(run.y for run in beside))
        assert overlap >= height / 2  # ER-25


@pytest.mark.parametrize("size", SIZES)
def test_no_words_touch_a_picture(size: float) -> None:
    found = pages(size)
    for picture in found.pictures:
        for run in found.runs:
            if run.page == picture.page and picture.bottom < run.y < picture.top:
                assert run.x > picture.right


def test_pictures_are_45_to_60_mm_with_their_frame_at_the_margin() -> None:
    frames = [shape for shape in pages().shapes if shape.mark < 0]

    assert len(frames) == len(pages().pictures)
    for frame in frames:
        side = (frame.right - frame.left - 2) / MM  # the form has 1 pt round it for the line
        assert 44.5 <= side <= 60
        assert (frame.left + 1) / MM == pytest.approx(25, abs=0.3)


def test_words_stand_at_85_mm_in_a_column_of_about_100_mm() -> None:
    beside = [run for run in pages().body if run.x > 80 * MM and "Bold" not in run.font]
    starts = Counter(round(run.x / MM, 1) for run in beside)

    assert starts.most_common(1)[0][0] == pytest.approx(85, abs=0.2)
    assert max(run.right for run in beside) <= 185.5 * MM


def test_words_stand_in_the_middle_of_their_picture() -> None:
    words = pages().place_of("Nobody has this job yet.")
    labels = [run for run in pages().body if run.page == words.page and run.text.startswith("Who will do it")]
    label = min((run for run in labels if run.y > words.y), key=lambda run: run.y)
    beside = [one for one in pages().pictures if one.page == words.page and one.bottom < words.y < one.top]
    (picture,) = beside
    middle_of_words = (label.y + 0.716 * 16 + words.y) / 2

    assert middle_of_words == pytest.approx((picture.top + picture.bottom) / 2, abs=4)


def test_without_pictures_all_words_are_there_and_use_the_full_width() -> None:
    bare = read_out(printed(with_pictures=False).data)
    full = read_out(printed().data)

    assert [one.text for one in bare.said if one.tag in ("P", "LBody")] == [
        one.text for one in full.said if one.tag in ("P", "LBody")
    ]
    assert [one.alt for one in bare.said if one.tag == "Figure" and "box" not in one.alt] == []
    assert pages(with_pictures=False).pictures == []
    assert pages(with_pictures=False).place_of("Eduardo Ramos will ask").x == pytest.approx(25 * MM, abs=0.5)
    assert printed(with_pictures=False).page_count < printed().page_count


# Pages


@pytest.mark.parametrize("size", SIZES)
def test_pages_are_a4_with_margins_of_25_mm(size: float) -> None:
    for width, height in pages(size).sizes:
        assert width == pytest.approx(210 * MM, abs=0.1)
        assert height == pytest.approx(297 * MM, abs=0.1)
    for run in pages(size).runs:
        assert run.x >= 24.9 * MM
        assert run.right <= 185.1 * MM + 0.4 * size  # the space that ends a line may stand in the margin
        assert 12 * MM <= run.y <= 285 * MM


@pytest.mark.parametrize("size", [14, 16, 20, 24, 28])
def test_no_block_is_split_by_a_page_turn(size: float) -> None:
    said = read_out(printed(size).data).said
    whole = sample_content()
    for one in [*whole.cover, *(one for section in whole.sections for one in section.blocks)]:
        if one.role is BlockRole.QUESTION:
            continue
        words = {words for words in (one.label, *one.sentences, *one.items, *one.answers) if words}
        together = [
            {said[index + step].page for step in range(len(words) + 1) if index + step < len(said)}
            for index, first in enumerate(said)
            if first.tag == "Figure" and said[index + 1].text in (one.label, *one.sentences[:1])
        ]
        assert any(len(found) == 1 for found in together), one


@pytest.mark.parametrize("size", [14, 16, 20, 24, 28])
def test_a_heading_keeps_the_block_after_it_on_its_page(size: float) -> None:
    said = read_out(printed(size).data).said
    for heading, after in zip(said, said[1:], strict=False):
        if heading.tag in ("H2", "H3"):
            assert after.page == heading.page, heading


def test_head_and_foot_never_touch_the_words_between() -> None:
    for size in SIZES:
        found = pages(size)
        for number in range(len(found.sizes)):
            body = [run for run in found.body if run.page == number]
            running = [run for run in found.running if run.page == number]
            head = [run for run in running if run.y > 600]
            foot = [run for run in running if run.y < 300]
            assert min(run.y for run in body) - 0.22 * size > max(run.y + 0.73 * run.size for run in foot)
            assert max(run.y + 0.73 * run.size for run in body) < min(run.y - 0.22 * run.size for run in head)


def test_head_words_do_not_run_into_each_other_at_any_size() -> None:
    for size in SIZES:
        for number in range(len(pages(size).sizes)):
            running = [run for run in pages(size).running if run.page == number]
            for one in running:
                for other in running:
                    if one is not other and abs(one.y - other.y) < 0.5 * size:
                        assert one.right - 0.3 * size <= other.x or other.right - 0.3 * size <= one.x


def test_four_pictures_fill_a_page_and_a_fifth_begins_the_next() -> None:
    made = easy_read(content(chapter("One", *(block(f"Sentence {number}.") for number in range(5)))))
    places = [picture.page for picture in read_pages(made.data).pictures]

    assert Counter(places[1:]) == {1: 4, 2: 1}


def test_a_chapter_begins_a_new_page_when_under_a_third_is_left() -> None:
    three = tuple(block(f"Sentence {number}.") for number in range(3))
    two = (block("First."), block("Second."))
    said = read_out(easy_read(content(chapter("One", *three), chapter("Two", *two, number="2"))).data).said
    page_of = {one.text: one.page for one in said}

    assert page_of["2. Two"] == page_of["One"] + 1


def test_every_page_carries_its_number_the_foot_words_and_the_draft_words() -> None:
    for number, words in enumerate(read_out(printed().data).running_words, start=1):
        running = " ".join(text.strip() for text in words)
        assert f"Page {number}" in running
        assert "Meeting on Tuesday 24 November 2026" in running
        assert "Not finished. Please check it." in running
    finished = easy_read(sample_content(draft=False))
    assert not any("Not finished" in text for page in read_out(finished.data).running_words for text in page)


def test_page_numbers_are_in_the_body_size_and_in_the_same_place() -> None:
    numbers = [run for run in pages().running if run.text.startswith("Page")]

    assert {round(run.size, 2) for run in numbers} == {16}
    assert len({round(run.y, 1) for run in numbers}) == 1
    assert max(run.right for run in numbers) - min(run.right for run in numbers) < 6


def test_the_first_page_says_who_what_when_and_that_help_is_fine() -> None:
    first = [one.text for one in read_out(printed().data).said if one.page == 0]

    assert first[:4] == [
        "What we decided together",
        "Bus Stops Working Group",
        "Meeting on Tuesday 24 November 2026",
        "Record 41",
    ]
    assert first[-1] == "You can ask someone to help you read this."


def test_four_cover_blocks_fit_on_the_first_page() -> None:
    cover = tuple(block(f"Sentence {number}.") for number in range(4))

    assert easy_read(content(cover=cover)).page_count == 1


def test_a_contents_list_comes_with_the_fourth_page() -> None:
    def with_blocks(count: int) -> list[str]:
        blocks = tuple(block(f"Sentence {number}.") for number in range(count))
        return read_out(easy_read(content(chapter("One", *blocks))).data).of("H2")

    assert with_blocks(8) == ["One"]  # 3 pages
    assert with_blocks(9) == ["What is in these pages", "One"]  # 4 pages


def test_protected_names_and_dates_stand_on_one_line() -> None:
    for size in (14, 16, 20):
        texts = [run.text for run in pages(size).body]
        for whole in ("Farida Khan", "Tuesday 8 December 2026", "£1,250.50", "0117 496 0123"):
            assert any(whole in text for text in texts), (size, whole)


def test_is_this_right_stands_in_the_last_block_of_its_decision_with_its_boxes_in_a_row() -> None:
    found = pages()
    asked = [run for run in found.body if run.text.strip() == "Is this right?"]

    assert len(asked) == 2
    for question in asked:
        row = [
            run
            for run in found.body
            if run.page == question.page
            and 0 < question.y - run.y < 40
            and run.text.strip() in ("Yes", "No", "Talk to me")
        ]
        assert len(row) == 3
        assert len({round(run.y, 1) for run in row}) == 1
        above = [run for run in found.body if run.page == question.page and 0 < run.y - question.y < 45]
        assert above, "the words of the decision stand right above"


def _asked(picture: str) -> Block:
    return block("Jo asked to talk about this.", picture=picture, role=BlockRole.ASKED)


def test_who_asked_stands_under_the_heading_where_its_picture_comes_again() -> None:
    made = easy_read(content(chapter("Lunch", _asked("lunch"), block("We cook.", picture="food"))))
    found = read_pages(made.data)

    assert len(found.pictures) == 2  # the cover and the meal
    assert found.place_of("Jo asked").x == pytest.approx(25 * MM, abs=0.5)
    assert read_out(made.data).of("P")[-2:] == ["Jo asked to talk about this.", "We cook."]


def test_who_asked_keeps_a_picture_that_nothing_else_shows() -> None:
    found = read_pages(easy_read(content(chapter("Lunch", _asked("bus"), block("We cook.", picture="food")))).data)

    assert len(found.pictures) == 3


def test_whom_to_ask_stands_on_one_page_with_its_heading() -> None:
    for blocks in range(1, 6):
        first = chapter("One", *(block(f"Sentence {number}.") for number in range(blocks)))
        last = chapter("Who to ask", block("Ask Jo."), block("Phone the library."))
        page_of = {one.text: one.page for one in read_out(easy_read(content(first, last)).data).said}
        assert page_of["Who to ask"] == page_of["Ask Jo."] == page_of["Phone the library."]


def test_a_long_name_of_a_group_is_shortened_to_how_it_begins_in_the_running_line() -> None:
    name = "The Penny Group: people who look at how the council spends money"
    made = easy_read(content(chapter("One", *(block("Words.") for _ in range(6))), group_name=name))
    running = read_out(made.data).running_words[1]

    assert "The Penny Group" in [words.strip() for words in running]
    assert name in read_out(made.data).of("P")


# Words that are too long, too many or meant to break something


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_printed_as_they_are_everywhere(text: str) -> None:
    parts = block(text, label=text, items=(text,), answers=(text,), alt=text, picture=text)
    made = easy_read(
        content(
            chapter(text, parts, number=text, ref=text),
            title=text,
            group_name=text,
            date_words=text,
            record_number=text,
            foot_words=text,
            draft_words=text,
            page_word=text,
            contents_heading=text,
            protected=(text,),
            bold_terms=(text,),
            cover=(parts,),
        )
    )

    assert read_out(made.data).faults == []


def test_markup_is_printed_and_not_obeyed() -> None:
    words = '<b>We</b> & <img src="http://example.org/x.png"/> <font size=900>'
    said = read_out(easy_read(content(chapter(words, block(words)))).data)

    assert said.of("H2") == [words]
    assert said.of("P")[-1] == words


@pytest.mark.parametrize("text", ["word " * 4000, "x" * 55_000, "Yes. " * 4000])
def test_a_giant_text_runs_over_many_pages_and_keeps_all_its_words(text: str) -> None:
    start = time.process_time()
    made = easy_read(content(chapter("One", block(text, label="Label"))))

    assert time.process_time() - start < 6
    assert read_out(made.data).of("P")[-1].replace(" ", "") == text.replace(" ", "")
    assert read_out(made.data).faults == []
    assert made.page_count > 5


def test_a_block_higher_than_a_page_is_cut_between_sentences() -> None:
    sentences = tuple(f"This is sentence number {number}." for number in range(60))
    found = read_pages(easy_read(content(chapter("One", block(*sentences, label="Label")))).data)

    assert {run.text.strip() for run in found.body} >= set(sentences)
    assert found.place_of("Label").page == found.place_of("This is sentence number 0.").page


def test_giant_headings_and_names_do_not_stop_the_print() -> None:
    long = "A very long name of a group " * 60
    made = easy_read(content(chapter(long, block("Words.")), title=long, group_name=long, foot_words=long), size_pt=28)

    assert read_out(made.data).faults == []


def test_minutes_with_nothing_in_them_are_one_page() -> None:
    assert easy_read(content(cover=())).page_count == 1
    assert easy_read(content(chapter("Only a heading"), cover=())).page_count <= 2
    assert easy_read(content(chapter("", block("", label="")), title="", group_name="")).page_count >= 1


def test_a_part_before_any_chapter_does_not_skip_a_heading_level() -> None:
    tags = [one.tag for one in read_out(easy_read(content(chapter("Part", block("Words."), level=2))).data).said]

    assert "H3" not in tags
    assert "H2" in tags


def test_any_paper_gives_the_same_pages_and_nothing_is_painted() -> None:
    for paper in ("purple", "cream", "", "a very pale sort of green"):
        assert easy_read(content(), paper=paper).data == easy_read(content()).data
