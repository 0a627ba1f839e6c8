"""What scenes share: the line at the top, one large message, and the words while everybody waits."""

from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.wall.sheet import EDGE, Sheet
from coprod_desktop.ui.wall.told import Told
from coprod_desktop.ui.wall.wall_look import LEAST
from coprod_desktop.ui.widgets.shown_words import shown_words

TOP = 64
"""Where the line at the top begins, in units."""

BODY = 168
"""Where the scene itself begins."""

LEAD_SIZES = (64, 60, 56, 52, 48, LEAST)
"""Words beside the message, from large to small."""


def put_top(sheet: Sheet, told: Told, left: str) -> None:
    """What this is about at the left, and whose meeting it is at the right; long words give way, and are not cut."""
    look = sheet.look
    group = told.group_name
    wide = look.width_of(group, LEAST, is_bold=False) + 4
    has_group = wide <= sheet.inside * 0.42 and bool(left) and left != group
    room = sheet.inside - (wide + 60 if has_group else 0)
    if look.width_of(left, LEAST, is_bold=True) > room:
        has_group, room = False, sheet.inside
    if look.width_of(left, LEAST, is_bold=True) > room:
        left = short_place(told)
    if left:
        sheet.words(left, EDGE, TOP, room, size=LEAST, is_bold=True, colour="muted")
    if has_group:
        sheet.words(group, sheet.width - EDGE - wide, TOP, wide, size=LEAST, colour="muted")


def short_place(told: Told) -> str:
    """The item that is open, by its number."""
    item = told.state.current_item
    if item is None:
        return ""
    words = told.tr("Item {number} of {count}")
    return words.format(number=told.number(item), count=len(told.state.listed_items))


def item_words(told: Told) -> str:
    """The title of the item that is open, or of the meeting."""
    item = told.state.current_item
    return shown_words(item.details.title) if item is not None else told.state.title


def put_waiting(sheet: Sheet, told: Told) -> None:
    """The question for everybody, while the group waits until what was said has reached everyone."""
    if told.state.room.is_waiting_for_everyone:
        y = sheet.height - 128
        sheet.icon(Icon.ASK_THE_GROUP, EDGE, y, 60)
        words = told.tr("Everyone has it? We wait a moment.")
        sheet.words(words, EDGE + 84, y - 2, sheet.inside - 84, size=52, is_bold=True, colour="primary")


def put_message(sheet: Sheet, message: str, note: str = "", *, icon: Icon | None = None) -> None:
    """One large message in the middle, and a calm line under it."""
    room = sheet.height - BODY - 130
    width = sheet.inside
    size = sheet.size_for(message, width, room * 0.55, (150, 130, 112, 96, 84, 72, 68), is_bold=True)
    high = sheet.height_of(message, width, size, is_bold=True)
    note_size = sheet.size_for(note, width, room * 0.35, LEAD_SIZES, is_bold=False) if note else LEAST
    note_high = sheet.height_of(note, width, note_size) + 40 if note else 0
    icon_high = 190 if icon is not None else 0
    y = BODY - 40 + max(0, (sheet.height - BODY - 40 - high - note_high - icon_high) / 2)
    if icon is not None:
        sheet.icon(icon, sheet.width / 2 - 75, y, 150)
        y += icon_high
    y = sheet.fitted(message, EDGE, y, width, room * 0.55, sizes=(size,), is_centred=True)
    if note:
        sheet.fitted(
            note, EDGE, y + 40, width, room * 0.35, sizes=(note_size,), is_bold=False, colour="muted", is_centred=True
        )
