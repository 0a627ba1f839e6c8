"""Slips to write on by hand: an idea, a decision with whose idea it was, and how the meeting was."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from coprod_desktop.minutes.blocks import Block
from coprod_desktop.minutes.flowables import Part, WordsPart
from coprod_desktop.minutes.paper_kit import measures
from coprod_desktop.minutes.paper_kit.cards import half_cut
from coprod_desktop.minutes.paper_kit.forms import LabelledLine, RuledLines
from coprod_desktop.minutes.paper_kit.setter import SheetSetter
from coprod_desktop.minutes.paper_kit.sheet_pages import Flow, Foot, Placed, SheetPage, usual_frame
from coprod_desktop.minutes.passages import Passage, PassageRow
from coprod_desktop.minutes.styles import MM

_IDEA_LINES = 3
_WORDS_LINES = 3
_OBJECTION_LINES = 3
_SLIP_GAP, _ROW_GAP = 10 * MM, 2 * MM

_HOW = ("slip_how_talk", "slip_how_thumbs", "slip_how_dots", "slip_how_hands", "slip_how_private")
_ENDED = ("slip_agreed", "slip_not_agreed", "slip_elsewhere")
_STATEMENTS = ("out_skill_label", "out_say_label", "out_part_label")
_ANSWERS = ("count_yes", "out_partly", "count_no")

Group = tuple[Part, ...]


def idea_pages(setter: SheetSetter) -> list[SheetPage]:
    """Two idea slips to a page, with a line to cut along; one, where the letters are large."""
    return _two_to_a_page(setter, partial(_idea_slip, lines=_IDEA_LINES)) or flowed(
        setter, list(_idea_slip(setter, _lines_that_fill_a_page(setter)))
    )


def check_out_pages(setter: SheetSetter) -> list[SheetPage]:
    """Two slips to a page to say how the meeting was, without a name (R18); one, where the letters are large."""
    return _two_to_a_page(setter, _check_out_slip) or flowed(setter, list(_check_out_slip(setter)))


def _two_to_a_page(setter: SheetSetter, slip: Callable[[SheetSetter], Iterator[Group]]) -> list[SheetPage]:
    """A page with the slip twice; no page where it is higher than half of one."""
    half = setter.style.page_size[1] / 2
    margin = setter.style.margin_mm * MM
    if total_height(slip(setter.for_trying())) > half - margin - _SLIP_GAP:
        return []
    tops = (2 * half - margin, half - _SLIP_GAP)
    placed = [one for top in tops for one in _stacked(setter, slip(setter), top)]
    return [SheetPage([*placed, half_cut(setter)], has_foot=False)]


def decision_pages(setter: SheetSetter) -> list[SheetPage]:
    """One decision slip: in ER-33's order, with room to write by hand."""
    return flowed(setter, list(_decision_slip(setter)))


def flowed(setter: SheetSetter, groups: list[Group]) -> list[SheetPage]:
    """The parts on as many pages as they need."""
    flow = Flow(usual_frame(setter, Foot(setter)), with_numbers=False)
    flow.add_all(groups)
    return flow.pages


def labelled(setter: SheetSetter, key: str) -> LabelledLine:
    """A label and a line to write on."""
    label = setter.fixed(key, setter.width, bold=True)
    return LabelledLine(label, setter.width, before=measures.FIELD_GAP)


def label_above(setter: SheetSetter, key: str) -> WordsPart:
    """A label with what is filled in below it."""
    return WordsPart(setter.stack_of(setter.fixed(key, setter.width, bold=True)), before=measures.FIELD_GAP)


def boxes(setter: SheetSetter, keys: Sequence[str], *, before: float = 0.0) -> WordsPart:
    """Boxes to tick with their words, beside each other where one line holds them all."""
    answers = tuple(setter.words(key) for key in keys)
    stack = setter.typesetter.block(Block(sentences=(), picture="", answers=answers), setter.width)
    return WordsPart(stack, before=before)


def rows_of_boxes(setter: SheetSetter, keys: Sequence[str]) -> Group:
    """Boxes to tick, as many beside each other as a line holds."""
    rows: list[list[str]] = []
    for key in keys:
        if rows and _is_one_row(setter.for_trying(), [*rows[-1], key]):
            rows[-1].append(key)
        else:
            rows.append([key])
    return tuple(boxes(setter, row, before=_ROW_GAP if number else 0.0) for number, row in enumerate(rows))


def total_height(groups: Iterable[Group]) -> float:
    """How much room these parts take below each other."""
    return sum(part.spaceBefore + part.height + part.spaceAfter for group in groups for part in group)


def _is_one_row(setter: SheetSetter, keys: Sequence[str]) -> bool:
    return len(boxes(setter, keys).stack.passages) == 1


def _stacked(setter: SheetSetter, slip: Iterable[Group], top: float) -> Iterator[Placed]:
    for group in slip:
        for part in group:
            top -= part.spaceBefore
            yield Placed(part, setter.left, top)
            top -= part.height + part.spaceAfter


def _lines_that_fill_a_page(setter: SheetSetter) -> int:
    room = usual_frame(setter, Foot(setter)).height - total_height(_idea_slip(setter.for_trying(), 0))
    return max(_IDEA_LINES, int(room / measures.RULE_STEP))


def _name_line(setter: SheetSetter) -> LabelledLine:
    """A box to tick, and after its words a line for the name."""
    ticked = boxes(setter, ("idea_with_name",)).stack.passages[0]
    if isinstance(ticked, PassageRow):
        ticked = ticked.cells[0][1]
    if not isinstance(ticked, Passage):
        raise TypeError("a box to tick has words after it")
    return LabelledLine(ticked, setter.width)


def _idea_slip(setter: SheetSetter, lines: int) -> Iterator[Group]:
    yield setter.plain_title("idea_title"), setter.sentences(setter.words("idea_hint"))
    yield (RuledLines(lines, setter.width),)
    yield (_name_line(setter),)
    yield (boxes(setter, ("idea_no_name",), before=_ROW_GAP),)
    yield labelled(setter, "idea_ticket_label"), setter.sentences(setter.words("idea_ticket_hint"), before=_ROW_GAP / 2)


def _check_out_slip(setter: SheetSetter) -> Iterator[Group]:
    yield setter.plain_title("out_title"), setter.sentences(setter.words("out_hint"))
    for statement in _STATEMENTS:
        yield label_above(setter, statement), boxes(setter, _ANSWERS)
    yield (labelled(setter, "out_word_label"),)


def _decision_slip(setter: SheetSetter) -> Iterator[Group]:
    yield setter.plain_title("slip_title"), boxes(setter, _ENDED)
    yield label_above(setter, "slip_words_label"), RuledLines(_WORDS_LINES, setter.width)
    yield (labelled(setter, "slip_idea_label"),)
    yield (labelled(setter, "slip_yes_label"),)
    yield (labelled(setter, "slip_owner_label"),)
    yield (labelled(setter, "slip_due_label"),)
    yield label_above(setter, "slip_how_label"), *rows_of_boxes(setter, _HOW)
    yield label_above(setter, "slip_objection_label"), RuledLines(_OBJECTION_LINES, setter.width)
