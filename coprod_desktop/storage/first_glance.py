"""The little that the first picture of the window shows, read before anything heavy is loaded and without writing."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from coprod_desktop.domain.ids import GroupId, MeetingId
from coprod_desktop.storage.driver import FILE_NAME, Driver, reading_only
from coprod_desktop.storage.file_checks import check_is_ours, revision_of
from coprod_desktop.storage.migrations import Migrations
from coprod_desktop.storage.setting_keys import CURRENT_GROUP, TEXT_PERCENT, THEME

_UNFINISHED = (
    "SELECT id, title, held_on, item_number, item_count FROM meetings "
    "WHERE group_id = ? AND phase = 'open' AND NOT is_put_away ORDER BY changed_number DESC"
)


class GlancedMeeting(NamedTuple):
    """One meeting that can be carried on."""

    meeting_id: MeetingId
    title: str
    held_on: date
    item_number: int
    item_count: int


class Glance(NamedTuple):
    """The group that was last worked with, and how the window looks. None stands for what was never chosen.

    `unfinished` is newest change first.
    """

    group_id: GroupId | None
    group_name: str
    text_percent: int | None
    theme: str | None
    unfinished: tuple[GlancedMeeting, ...]


def first_glance(folder: Path) -> Glance | None:
    """What the first picture shows, or None if there is no file yet or anything at all is odd about it."""
    path = folder / FILE_NAME
    try:
        check_is_ours(path)
        with reading_only(path) as connection:
            return _glance(connection) if revision_of(connection) in Migrations().revisions else None
    except Exception:
        # Only the first picture: what is wrong is found and told when the file is opened.
        return None


def _glance(connection: Driver) -> Glance:
    chosen = dict(connection.execute("SELECT key, value FROM settings").fetchall())
    group = _group(connection, chosen.get(CURRENT_GROUP))
    percent = chosen.get(TEXT_PERCENT, "")
    return Glance(
        group_id=GroupId(group[0]) if group else None,
        group_name=group[1] if group else "",
        text_percent=int(percent) if percent.isdecimal() else None,
        theme=chosen.get(THEME),
        unfinished=_unfinished(connection, group[0]) if group else (),
    )


def _group(connection: Driver, chosen: str | None) -> tuple[str, str] | None:
    """The group chosen last, else the first, as the screens choose it once they are loaded."""
    groups: list[tuple[str, str]] = connection.execute("SELECT id, name FROM groups ORDER BY number").fetchall()
    return next((group for group in groups if group[0] == chosen), groups[0] if groups else None)


def _unfinished(connection: Driver, group_id: str) -> tuple[GlancedMeeting, ...]:
    rows = connection.execute(_UNFINISHED, (group_id,)).fetchall()
    return tuple(
        GlancedMeeting(
            meeting_id=MeetingId(meeting_id),
            title=title,
            held_on=date.fromisoformat(held_on),
            item_number=number,
            item_count=count,
        )
        for meeting_id, title, held_on, number, count in rows
    )
