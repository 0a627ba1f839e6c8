"""Paper, margins, colours, and what must stand on certain pages (ER-28, ER-31, ER-32, ER-34, LP-13, LP-17)."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from coprod_desktop.minutes.blocks import BlockRole
from coprod_desktop.minutes.page_checks.case import Case, Found
from coprod_desktop.minutes.page_checks.page_marks import MM, Ink, Run
from coprod_desktop.minutes.page_checks.told_blocks import plain_letters

_WIDTH_MM, _HEIGHT_MM = 210, 297
_PLAY = 1.0
_MARGIN_MM, _CLEAR_PRINT_MARGIN_MM, _BOUND_MARGIN_MM = 25.0, 30.0, 30.0
_MARGIN_PLAY_MM = 0.3
_CLEAR_PRINT_BELOW_PT = 16.0
_LEAST_COLUMN_MM, _MOST_COLUMN_MM = 93.0, 107.0
_LEAST_CONTRAST = 7.0
_CONTENTS_FROM_PAGES = 4
_SAME_PLACE = 8.0
_RUNNING_WORDS_MAY_SHRINK_FROM_PT = 20.0
_SMALLEST_PAGE_NUMBER_PT = 14.0
_NOT_STRETCHED = 0.01


def paper_and_margins(case: Case) -> Iterator[Found]:
    """A4 upright, 25 mm or more round the words, 30 mm for clear print and for stapled sheets (ER-28, LP-09, LP-17)."""
    for page, (width, height) in enumerate(case.document.marks.sizes):
        if abs(width - _WIDTH_MM * MM) > _PLAY or abs(height - _HEIGHT_MM * MM) > _PLAY:
            yield Found(case.rule("ER-28", "LP-10"), "not_a4", page)
    left, side = _margins(case)
    for run in case.document.body:
        width, height = case.document.marks.sizes[run.page]
        if run.x < (left - _MARGIN_PLAY_MM) * MM:
            is_binding = case.printed_as.is_bound and run.x >= (side - _MARGIN_PLAY_MM) * MM
            rule = "LP-17" if is_binding and not case.is_easy_read else case.rule("ER-28", "LP-09")
            values = {"margin": f"{left:.0f}"}
            yield Found(rule, "margin_too_narrow", run.page, text=run.text.strip(), values=values)
        elif run.right > width - (side - _MARGIN_PLAY_MM) * MM or not _is_high_enough(run, height):
            values = {"margin": f"{side:.0f}"}
            rule = case.rule("ER-28", "LP-09")
            yield Found(rule, "margin_too_narrow", run.page, text=run.text.strip(), values=values)
        if abs(run.stretch - 1) > _NOT_STRETCHED and not case.is_easy_read:
            yield Found("LP-10", "made_larger", run.page, text=run.text.strip())
    yield from _columns(case, side)


def contrast(case: Case) -> Iterator[Found]:
    """All words stand out from the paper by 7 to 1 or more (ER-32, LP-15)."""
    paper = _colour(case.printed_as.paper_colour)
    for run in case.document.marks.runs:
        ratio = contrast_of(run.ink, paper)
        if run.text.strip() and ratio < _LEAST_CONTRAST:
            values = {"ratio": f"{ratio:.1f}"}
            yield Found(case.rule("ER-32", "LP-15"), "pale_words", run.page, text=run.text.strip(), values=values)


def parts_that_must_be_there(case: Case) -> Iterator[Found]:
    """Page numbers, the first page, the contents list and whom to ask (ER-31, LP-13)."""
    rule = case.rule("ER-31", "LP-13")
    yield from _page_numbers(case, rule)
    yield from _first_page(case, rule)
    if case.document.page_count >= _CONTENTS_FROM_PAGES and case.content.sections:
        yield from _contents(case, rule)
    last = [told for told in case.printed_blocks if told.section is not None][-1:]
    if last and last[0].pages[1] != case.document.page_count - 1:
        yield Found(rule, "no_contact_on_last_page", case.document.page_count - 1)


def draft_words(case: Case) -> Iterator[Found]:
    """Every page says that the minutes are not finished until readers have said yes (ER-34)."""
    words = plain_letters(case.content.draft_words)
    if not words:
        return
    running = _running_words(case)
    for page in range(case.document.page_count):
        if words not in running[page]:
            yield Found("ER-34", "no_draft_words", page, values={"words": case.content.draft_words})


def running_words(case: Case) -> Iterator[Found]:
    """What stands outside all tags is only what stands on every page (PDF-10)."""
    content = case.content
    known = (content.group_name, content.foot_words, content.draft_words, content.part_words, content.empty_page_words)
    letters = [plain_letters(words) for words in known if words]
    for run in case.document.running:
        words = plain_letters(run.text)
        number = plain_letters(f"{content.page_word} {run.page + 1}")
        if words and words not in (number, str(run.page + 1)) and not any(words in one for one in letters):
            yield Found(
                "PDF-10", "words_in_no_tag", run.page, text=run.text.strip(), values={"words": run.text.strip()}
            )
    for page, stream in enumerate(case.document.streams):
        if stream.words_of_no_page:
            yield Found("PDF-10", "words_as_decoration", page)


def contrast_of(ink: Ink, paper: Ink) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2, relative luminance)."""
    lighter, darker = sorted((_light(ink), _light(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _light(colour: Ink) -> float:
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _colour(words: str) -> Ink:
    digits = words.lstrip("#")
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def _margins(case: Case) -> tuple[float, float]:
    """Left margin and the others in millimetres."""
    is_clear = not case.is_easy_read and case.size < _CLEAR_PRINT_BELOW_PT
    side = _CLEAR_PRINT_MARGIN_MM if is_clear else _MARGIN_MM
    return (max(side, _BOUND_MARGIN_MM) if case.printed_as.is_bound else side), side


def _is_high_enough(run: Run, height: float) -> bool:
    edge = (_MARGIN_MM - _MARGIN_PLAY_MM) * MM
    return run.y - 0.22 * run.size >= edge - _PLAY and run.y + 0.72 * run.size <= height - edge + _PLAY


def _columns(case: Case, side: float) -> Iterator[Found]:
    """Words beside pictures have a column of 95 to 105 mm (ER-28)."""
    for told in case.printed_blocks if case.is_easy_read else ():
        if told.passages[0].tag.name == "LBody":  # its dot stands where the column begins
            continue
        if told.picture is None or told.picture.box[2:3] > (told.passages[0].lines[0].x,):
            continue
        column = _WIDTH_MM - side - told.passages[0].lines[0].x / MM
        if not _LEAST_COLUMN_MM - (case.printed_as.is_bound and 5) <= column <= _MOST_COLUMN_MM:
            values = {"width": f"{column:.0f}"}
            yield Found("ER-28", "column_width", told.pages[0], text=told.passages[0].text, values=values)


def _running_words(case: Case) -> dict[int, str]:
    words: dict[int, str] = defaultdict(str)
    for run in case.document.running:
        words[run.page] += plain_letters(run.text)
    return words


def _page_numbers(case: Case, rule: str) -> Iterator[Found]:
    """Page numbers in the body size, always in one place; beside very large letters they may be smaller."""
    word = plain_letters(case.content.page_word)
    found: dict[int, Run] = {}
    for run in case.document.running:
        if plain_letters(run.text) in (f"{word}{run.page + 1}", str(run.page + 1)):
            found[run.page] = run
    usual = Counter((round(run.y), round(run.right / _SAME_PLACE)) for run in found.values()).most_common(1)
    least = case.size if case.size <= _RUNNING_WORDS_MAY_SHRINK_FROM_PT else _SMALLEST_PAGE_NUMBER_PT
    for page in range(case.document.page_count):
        number = found.get(page)
        if number is None:
            yield Found(rule, "no_page_number", page)
        elif number.size < least - 0.1:
            yield Found(rule, "small_page_number", page, values={"size": f"{number.size:g}"})
        elif abs(round(number.y) - usual[0][0][0]) > 1 or abs(number.right / _SAME_PLACE - usual[0][0][1]) > 2:
            yield Found(rule, "page_number_elsewhere", page)


def _first_page(case: Case, rule: str) -> Iterator[Found]:
    content = case.content
    first = "".join(plain_letters(one.text) for one in case.document.passages if one.page == 0)
    for key, words in (
        ("no_title_on_first_page", content.title),
        ("no_group_on_first_page", content.group_name),
        ("no_date_on_first_page", content.date_words),
    ):
        if plain_letters(words) not in first:
            yield Found(rule, key, 0, case.has_room, words)
    for told in case.printed_blocks:
        is_needed = told.block.role is not BlockRole.PURPOSE  # why we met may follow on the next page
        if told.is_on_cover and is_needed and told.pages[1] != 0:
            is_usual = case.size < _RUNNING_WORDS_MAY_SHRINK_FROM_PT
            yield Found(rule, "first_page_too_full", 0, is_usual, told.passages[0].text)
    if not content.cover:
        yield Found(rule, "no_help_words", 0)


def _contents(case: Case, rule: str) -> Iterator[Found]:
    """A list of all chapters with the pages on which they really begin."""
    lines = [one for one in case.document.passages if one.tag.is_in("TOC")]
    if not lines:
        yield Found(rule, "no_contents_list")
        return
    listed = {plain_letters(line.text) for line in lines}
    for number, heading in case.telling.headings.items():
        is_chapter = case.content.sections[number].level <= 1
        if is_chapter and plain_letters(f"{heading.text} {heading.page + 1}") not in listed:
            yield Found(rule, "contents_list_wrong", lines[0].page, text=heading.text, values={"heading": heading.text})
    if not case.is_easy_read:
        yield from _dots(case)


def _dots(case: Case) -> Iterator[Found]:
    """Dots lead from the words to the page number, where there is room for them (LP-13)."""
    for passage in case.document.passages:
        if not passage.tag.is_in("TOC"):
            continue
        number = passage.lines[-1].runs[-1]
        words = [run for run in passage.lines[-1].runs[:-1] if run.text.strip()]
        room = number.x - words[-1].right if words else 0.0
        dotted = any(
            abs(drawing.bottom - number.y) < 0.5 * number.size and drawing.width < case.document.marks.sizes[0][0]
            for drawing in case.document.decoration(number.page)
        )
        if room > 2.5 * number.size and not dotted:
            yield Found("LP-13", "no_dots", number.page, text=passage.text)
