"""The lines of every decision, whose idea it was, and what a draft asks (ER-33, ER-38)."""

from collections.abc import Iterator, Sequence

from coprod_desktop.minutes.blocks import BlockRole
from coprod_desktop.minutes.page_checks.case import Case, Found
from coprod_desktop.minutes.page_checks.told_blocks import ToldBlock, all_blocks

_R = BlockRole
_AGREED = (_R.DECISION, _R.PROPOSER, _R.NEEDS_YES, _R.OWNER, _R.DUE, _R.HOW_DECIDED, _R.OBJECTION, _R.REASON)
_NOT_AGREED = (_R.DECISION, _R.PROPOSER, _R.REASON, _R.OWNER, _R.DUE, _R.NEEDS_YES, _R.HOW_DECIDED, _R.OBJECTION)
_ELSEWHERE = (_R.DECISION, _R.PROPOSER, _R.REASON, _R.OBJECTION, _R.NEEDS_YES, _R.OWNER, _R.DUE)
_ORDERS = (_AGREED, _NOT_AGREED, _ELSEWHERE)
_FIXED = frozenset(_AGREED)
_OTHERS = (_R.IDEA, _R.ASKED, _R.ACTION, _R.CREDIT)
_THREE_ANSWERS = 3


def lines_of_a_decision(case: Case) -> Iterator[Found]:
    """Every decision has its lines, in their order, on the pages; "Idea from" is never left out (ER-33)."""
    for blocks in _decisions(case):
        roles = _roles(blocks)
        first = blocks[0]
        page, text, ref = first.pages[0], first.passages[0].text, first.block.ref
        if roles[1:2] != [_R.PROPOSER]:
            yield Found("ER-33", "no_idea_from", page, text=text, ref=ref, values={"words": _short(text)})
        missing = _missing(roles)
        if missing:
            yield Found("ER-33", missing, page, text=text, ref=ref, values={"words": _short(text)})
        elif not any(_is_in_order(roles, order) for order in _ORDERS):
            yield Found("ER-33", "decision_out_of_order", page, text=text, ref=ref, values={"words": _short(text)})


def questions_in_a_draft(case: Case) -> Iterator[Found]:
    """In a draft each decision ends with "Is this right?" and three boxes; the main points come first (ER-38)."""
    asks = case.content.asks_if_right
    if not (bool(case.content.draft_words) if asks is None else asks):
        return
    for blocks in _decisions(case):
        asked = [told for told in blocks if told.block.role is _R.QUESTION]
        answers = sum(len(told.block.answers) for told in asked)
        if answers < _THREE_ANSWERS:
            first = blocks[0]
            yield Found("ER-38", "no_question", first.pages[0], text=first.passages[0].text, ref=first.block.ref)
    wanted = sum(len(block.answers) for block in all_blocks(case.content))
    drawn = len(case.document.tick_boxes)
    if drawn < wanted:
        yield Found("ER-38", "too_few_boxes", values={"drawn": str(drawn), "wanted": str(wanted)})


def _decisions(case: Case) -> Iterator[list[ToldBlock]]:
    """The printed blocks of each decision: from what we decided to the next one, the next idea or the next chapter."""
    together: list[ToldBlock] = []
    for told in case.printed_blocks:
        begins = told.block.role is _R.DECISION and not told.block.continues
        ends = begins or told.block.role in _OTHERS or (together and told.section is not together[0].section)
        if ends and together:
            yield together
            together = []
        if begins or together:
            together.append(told)
    if together:
        yield together


def _roles(blocks: Sequence[ToldBlock]) -> list[BlockRole]:
    """The fixed lines of a decision as they come, each once; several jobs count as one."""
    roles: list[BlockRole] = []
    for told in blocks:
        role = told.block.role
        if role in _FIXED and role not in roles:
            roles.append(role)
    return roles


def _missing(roles: Sequence[BlockRole]) -> str:
    """What a decision lacks: who will do it and how it was decided, or else why."""
    if _R.OWNER not in roles and _R.REASON not in roles:
        return "no_owner_and_no_reason"
    is_agreed = _R.REASON not in roles or (_R.OWNER in roles and roles.index(_R.OWNER) < roles.index(_R.REASON))
    return "no_how_decided" if is_agreed and _R.HOW_DECIDED not in roles else ""


def _is_in_order(roles: Sequence[BlockRole], order: Sequence[BlockRole]) -> bool:
    waiting = iter(order)
    return all(role in waiting for role in roles)


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57]}..."
