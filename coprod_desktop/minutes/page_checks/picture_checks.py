"""Pictures beside words (ER-25 to ER-27, LP-12), and nothing behind words (LP-15)."""

from collections.abc import Iterator

from coprod_desktop.minutes.blocks import NO_PICTURE, BlockRole
from coprod_desktop.minutes.page_checks.case import Case, Found
from coprod_desktop.minutes.page_checks.page_marks import MM, Drawing, DrawingKind, Run
from coprod_desktop.minutes.page_checks.tag_reading import Tag
from coprod_desktop.minutes.page_checks.told_blocks import ToldBlock, words_of
from coprod_desktop.minutes.sentences import word_count

_SMALLEST_MM, _LARGEST_MM = 44.5, 60.5
_LEAST_DOTS = 200.0
_LEAST_OVERLAP = 0.5
_LARGE_TYPE_FROM = 24.0
_TOUCH = 1.0
_COLUMN_START_PLAY = 1.5
_IMAGE_OF_A_PAGE = 0.5
_MOST_WORDS = 40


def picture_left_of_words(case: Case) -> Iterator[Found]:
    """Every block has one picture, to the left of its words (ER-25)."""
    if not case.printed_as.with_pictures:
        return
    before: ToldBlock | None = None
    for told in case.printed_blocks:
        if told.picture is not None:
            yield from _beside(case, told, told.picture)
        elif _needs_picture(told, before):
            yield _found(told, "no_picture")
        before = told


def size_of_pictures(case: Case) -> Iterator[Found]:
    """Pictures are 45 to 60 mm, sharp, and hold no words (ER-26)."""
    for tag in case.document.pictures:
        side_mm = _side_mm(case, tag)
        if side_mm and not all(_SMALLEST_MM <= side <= _LARGEST_MM for side in side_mm):
            values = {"wide": f"{side_mm[0]:.0f}", "high": f"{side_mm[1]:.0f}"}
            yield Found("ER-26", "picture_size", tag.page, text=tag.alt, values=values)
        for drawing in case.document.drawings_of(tag):
            if drawing.kind is DrawingKind.IMAGE and drawing.dots_an_inch < _LEAST_DOTS:
                values = {"dots": f"{drawing.dots_an_inch:.0f}"}
                yield Found("ER-26", "picture_not_sharp", tag.page, text=tag.alt, values=values)
    for page, words in case.document.marks.words_in_pictures:
        if any(letter.isalpha() for letter in words):
            yield Found("ER-26", "words_in_picture", page, text=words.strip(), values={"words": words.strip()})


def words_without_pictures(case: Case) -> Iterator[Found]:
    """Where a person asked for no pictures there are none, and the words have the full width (ER-27)."""
    if case.printed_as.with_pictures:
        return
    for tag in case.document.pictures:
        yield Found("ER-27", "picture_not_wanted", tag.page, text=tag.alt)
    left = min((line.x for one in case.document.passages for line in one.lines), default=0.0)
    for told in case.printed_blocks:
        start = told.passages[0].lines[0].x
        if start - left > _COLUMN_START_PLAY and told.passages[0].tag.name == "P":
            yield _found(told, "not_full_width")


def pictures_do_not_shift_words(case: Case) -> Iterator[Found]:
    """Large print has no pictures, or has them where they move no line (LP-12)."""
    for tag in case.document.pictures:
        for drawing in case.document.drawings_of(tag):
            beside = [run for run in case.document.body if run.page == drawing.page and _is_level(run, drawing)]
            if any(run.x > drawing.left for run in beside):
                yield Found("LP-12", "picture_left_in_large_print", drawing.page, text=tag.alt)


def nothing_behind_words(case: Case) -> Iterator[Found]:
    """No picture and no tint stands behind words (ER-25, LP-15)."""
    rule = case.rule("ER-25", "LP-15")
    by_page: dict[int, list[Drawing]] = {}
    pictures = [box for tag in case.document.pictures if (box := _box(case, tag))]
    areas = [one for one in case.document.marks.drawings if one.is_filled or one.kind is DrawingKind.IMAGE]
    for drawing in (*pictures, *areas):
        by_page.setdefault(drawing.page, []).append(drawing)
    for run in case.document.marks.runs:
        if run.text.strip() and any(_is_under(drawing, run) for drawing in by_page.get(run.page, ())):
            yield Found(rule, "behind_words", run.page, text=run.text.strip())


def words_are_text(case: Case) -> Iterator[Found]:
    """No page is a picture of words (PDF-20)."""
    with_words = {run.page for run in case.document.marks.runs if run.text.strip()}
    for page in range(case.document.page_count):
        if page not in with_words:
            yield Found("PDF-20", "page_without_words", page)
    for drawing in case.document.marks.drawings:
        width, height = case.document.marks.sizes[drawing.page]
        is_large = drawing.width * drawing.height > _IMAGE_OF_A_PAGE * width * height
        if drawing.kind is DrawingKind.IMAGE and is_large:
            yield Found("PDF-20", "picture_of_words", drawing.page)


def _needs_picture(told: ToldBlock, before: ToldBlock | None) -> bool:
    """Who asked for an item, whose idea a decision was and "Is this right?" may share the picture before them."""
    block = told.block
    if block.picture == NO_PICTURE or block.role in (BlockRole.QUESTION, BlockRole.ASKED):
        return False
    is_whose_idea = block.role is BlockRole.PROPOSER and before is not None and before.picture is not None
    return not (is_whose_idea and before is not None and _is_same_idea(told, before))


def _is_same_idea(told: ToldBlock, before: ToldBlock) -> bool:
    """Whether two short blocks of one decision stand beside one picture as one block would (ER-11)."""
    words = sum(word_count(line) for one in (told, before) for line in words_of(one.block))
    return told.block.ref == before.block.ref and told.pages == before.pages and words <= _MOST_WORDS


def _found(told: ToldBlock, key: str, *, is_blocking: bool = True) -> Found:
    return Found(
        "ER-27" if key == "not_full_width" else "ER-25", key, told.pages[0], is_blocking, _text(told), _ref(told)
    )


def _text(told: ToldBlock) -> str:
    return told.passages[0].text


def _ref(told: ToldBlock) -> str:
    return told.block.ref


def _beside(case: Case, told: ToldBlock, tag: Tag) -> Iterator[Found]:
    box = _box(case, tag)
    lines = [line for passage in told.passages for line in passage.lines if line.page == tag.page]
    if box is None or not lines:
        yield _found(told, "picture_on_another_page")
        return
    top = max(line.y + 0.72 * line.size for line in lines)
    bottom = min(line.y - 0.21 * line.size for line in lines)
    overlap = min(top, box.top) - max(bottom, box.bottom)
    is_above = box.bottom >= top - _TOUCH
    if is_above and case.size >= _LARGE_TYPE_FROM:
        yield _found(told, "picture_above_large_type", is_blocking=False)
    elif min(line.x for line in lines) < box.right - _TOUCH or is_above:
        yield _found(told, "picture_not_left")
    elif overlap < _LEAST_OVERLAP * min(top - bottom, box.height):
        yield _found(told, "picture_not_level")


def _box(case: Case, tag: Tag) -> Drawing | None:
    drawings = case.document.drawings_of(tag)
    if not drawings:
        return None
    first = drawings[0]
    if len(tag.box) == 4:
        left, bottom, right, top = tag.box
        return Drawing(first.page, first.mark, first.kind, left, bottom, right, top)
    return first


def _side_mm(case: Case, tag: Tag) -> tuple[float, float] | None:
    """Width and height of the box of a picture, as its frame is drawn; its tag tells what its frame should be."""
    box = _box(case, tag)
    if box is None:
        return None
    for frame in case.document.decoration(box.page):
        is_round = frame.left <= box.left + _TOUCH + 1 and frame.right >= box.right - _TOUCH - 1
        if _is_form(frame) and is_round and abs(frame.bottom - box.bottom) < 2 * _TOUCH + 1:
            return (frame.width - 2 * _TOUCH) / MM, (frame.height - 2 * _TOUCH) / MM
    return box.width / MM, box.height / MM


def _is_form(drawing: Drawing) -> bool:
    return drawing.kind is DrawingKind.FORM


def _is_level(run: Run, drawing: Drawing) -> bool:
    return drawing.bottom < run.y < drawing.top


def _is_under(drawing: Drawing, run: Run) -> bool:
    across = min(drawing.right, run.right) - max(drawing.left, run.x)
    return across > _TOUCH and drawing.bottom < run.y + 0.3 * run.size < drawing.top and drawing.height > 0.5 * run.size
