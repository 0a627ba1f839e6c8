"""Sizes, typefaces, bold, spacing and the edges of lines (ER-01 to ER-06, LP-01 to LP-10)."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from coprod_desktop.minutes.page_checks.case import Case, Found
from coprod_desktop.minutes.page_checks.page_marks import Run
from coprod_desktop.minutes.page_checks.printed_document import HEADINGS, Passage
from coprod_desktop.minutes.page_checks.told_blocks import all_blocks, plain_letters

FONT_FAMILIES = ("Arimo", "AtkinsonHyperlegible", "Noto")
_ONE_WEIGHT = ("NotoEmoji", "NotoSansSymbols")
SMALLEST_EASY_READ_PT = 14.0
_ALMOST = 0.05
_STEPS_OF_EASY_READ = (1.45, 1.6)
_USUAL_STEP_OF_LARGE_PRINT = 1.25
_STEP_PLAY = 0.03
_HEADING_RATIOS = {"H1": 1.33, "H2": 1.17}
_RATIO_PLAY = 0.05
_LARGEST_WITH_RATIOS = 28.0
_SAME_PLACE = 0.75
_MOST_LETTERS = 70
_LINES_TO_JUDGE = 8
_MOST_ENDING_ALIKE = 0.6
_LEAST_SIZE, _LARGEST_OFFERED = 12.0, 48.0
_LARGE_PRINT_FROM = 16.0


def smallest_and_usual_size(case: Case) -> Iterator[Found]:
    """No letter is under 14 pt in easy read or under the person's size in large print; most have that size."""
    rule = case.rule("ER-01", "LP-03")
    least = SMALLEST_EASY_READ_PT if case.is_easy_read else case.size
    for run in _shown(case):
        if run.size < least - _ALMOST:
            values = {"size": f"{run.size:g}", "least": f"{least:g}"}
            yield Found(rule, "too_small", run.page, text=run.text.strip(), values=values)
    counted: Counter[float] = Counter()
    for run in case.document.body:
        counted[round(run.size, 1)] += len(run.text)
    usual = counted.most_common(1)[0][0] if counted else case.size
    if abs(usual - case.size) > 2 * _ALMOST:
        yield Found(rule, "not_the_size_asked_for", values={"size": f"{usual:g}", "wanted": f"{case.size:g}"})


def size_is_offered(case: Case) -> Iterator[Found]:
    """Large print is 12 to 48 pt, and nothing under 16 pt is called large (LP-01)."""
    if not _LEAST_SIZE <= case.size <= _LARGEST_OFFERED:
        yield Found("LP-01", "size_not_offered", values={"size": f"{case.size:g}"})
    if case.size < _LARGE_PRINT_FROM and any("large print" in one.text.lower() for one in case.document.passages[:4]):
        yield Found("LP-01", "not_large_print", 0, values={"size": f"{case.size:g}"})


def fonts_allowed(case: Case) -> Iterator[Found]:
    """Only clear upright typefaces; what none of them can write may be in a font of the computer (ER-02)."""
    for run in _shown(case):
        if not run.font.startswith(FONT_FAMILIES) and not _needs_a_font_of_the_system(run):
            yield Found(
                case.rule("ER-02", "LP-08"),
                "font_not_allowed",
                run.page,
                text=run.text.strip(),
                values={"font": run.font},
            )


def no_italics_or_underlines(case: Case) -> Iterator[Found]:
    """No italics, and nothing drawn under words (ER-03); words in capitals are found in the text."""
    rule = case.rule("ER-03", "LP-08")
    italic = {font.name for font in case.document.facts.fonts if font.is_italic}
    for run in _shown(case):
        if run.font in italic or "italic" in run.font.lower() or "oblique" in run.font.lower():
            yield Found(rule, "italics", run.page, text=run.text.strip())
        elif _has_line_under(case, run):
            yield Found(rule, "underlined", run.page, text=run.text.strip())


def bold_is_kept_for_labels(case: Case) -> Iterator[Found]:
    """Bold stands in headings, labels and explained words only (ER-04, LP-07)."""
    rule = case.rule("ER-04", "LP-07")
    allowed = {plain_letters(block.label) for block in all_blocks(case.content) if block.label}
    allowed |= {plain_letters(case.content.group_name)}
    terms = [plain_letters(form) for term in case.content.bold_terms for form in (term, f"{term}s")]
    for passage in case.plain_passages:
        bold = "".join(run.text for line in passage.lines for run in line.runs if run.is_bold)
        letters = plain_letters(bold)
        if letters and letters not in allowed and not _is_made_of(letters, terms):
            yield Found(rule, "bold_words", passage.page, text=bold.strip(), values={"words": _short(bold)})
    for passage in case.document.passages:
        if passage.is_heading and not all(run.is_bold for run in _that_can_be_bold(passage)):
            yield Found(rule, "heading_not_bold", passage.page, text=passage.text)


def line_spacing(case: Case) -> Iterator[Found]:
    """From one line to the next: 1.5 type sizes in easy read, what was asked for in large print (ER-05, LP-05)."""
    low, high = _STEPS_OF_EASY_READ
    if not case.is_easy_read:
        step = case.printed_as.line_spacing or _USUAL_STEP_OF_LARGE_PRINT
        low, high = step - _STEP_PLAY, step + _STEP_PLAY
    for passage in case.plain_passages:
        for upper, lower in pairwise(passage.lines):
            step = (upper.y - lower.y) / upper.size
            if upper.page == lower.page and not low <= step <= high:
                values = {"step": f"{step:.2f}", "wanted": f"{low:.2f}", "most": f"{high:.2f}"}
                yield Found(case.rule("ER-05", "LP-05"), "line_spacing", upper.page, text=passage.text, values=values)
                break


def left_aligned_upright(case: Case) -> Iterator[Found]:
    """Lines start at one edge and end where they end; nothing is turned round (ER-06)."""
    rule = case.rule("ER-06", "LP-08")
    for run in _shown(case):
        if not run.is_straight:
            yield Found(rule, "turned_words", run.page, text=run.text.strip())
    for passage in case.document.passages:
        starts = [line.x for line in passage.lines]
        if passage.tag.name != "Link" and max(starts) - min(starts) > _SAME_PLACE:
            yield Found(rule, "lines_start_unevenly", passage.page, text=passage.text)
    if _is_justified(case):
        yield Found(rule, "justified")


def sizes_of_headings(case: Case) -> Iterator[Found]:
    """Headings are a third and a sixth larger than the words (LP-04); very large letters may need the room."""
    for passage in case.document.passages:
        ratio = _HEADING_RATIOS.get(passage.tag.name)
        if ratio is None or case.size > _LARGEST_WITH_RATIOS:
            continue
        if abs(passage.size / case.size - ratio) > _RATIO_PLAY:
            values = {"size": f"{passage.size:g}", "wanted": f"{case.size * ratio:.0f}"}
            yield Found("LP-04", "heading_size", passage.page, text=passage.text, values=values)


def length_of_lines(case: Case) -> Iterator[Found]:
    """No line has more than 70 letters (LP-09)."""
    for passage in case.document.passages:
        for line in passage.lines:
            letters = len(line.text.strip())
            if letters > _MOST_LETTERS and passage.tag.name != "Link":
                yield Found("LP-09", "line_too_long", line.page, text=passage.text, values={"letters": str(letters)})


def _shown(case: Case) -> list[Run]:
    return [run for run in case.document.marks.runs if run.text.strip()]


def _needs_a_font_of_the_system(run: Run) -> bool:
    from coprod_desktop.minutes.fonts import only_fonts_of_the_system_have

    return only_fonts_of_the_system_have(run.text)


def _has_line_under(case: Case, run: Run) -> bool:
    """A rule close under the baseline, along most of the letters; the rule under a chapter stands further down."""
    for rule in case.document.decoration(run.page):
        is_thin = rule.height < 0.3 * run.size and rule.width > run.size
        is_close = run.y - 0.28 * run.size < rule.bottom + rule.height / 2 < run.y + 0.02 * run.size
        overlap = min(rule.right, run.right) - max(rule.left, run.x)
        if is_thin and is_close and overlap > 0.5 * (run.right - run.x):
            return True
    return False


def _that_can_be_bold(passage: Passage) -> Iterator[Run]:
    """All but the letters of fonts that have one weight."""
    for run in (run for line in passage.lines for run in line.runs if run.text.strip()):
        if run.font.startswith(FONT_FAMILIES) and not run.font.startswith(_ONE_WEIGHT):
            yield run


def _is_made_of(letters: str, terms: list[str]) -> bool:
    """Whether the letters are explained words, one after the other."""
    for term in sorted(terms, key=len, reverse=True):
        letters = letters.replace(term, "") if term else letters
    return not letters


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 40 else f"{words[:37]}..."


def _is_justified(case: Case) -> bool:
    """Whether most full lines end at the very same edge."""
    ends = Counter(
        round(line.right)
        for passage in case.document.passages
        if passage.tag.name not in (*HEADINGS, "Link")
        for line in passage.lines[:-1]
    )
    return ends.total() >= _LINES_TO_JUDGE and ends.most_common(1)[0][1] > _MOST_ENDING_ALIKE * ends.total()
