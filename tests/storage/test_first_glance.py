"""The first picture: read without SQLAlchemy, without writing, and nothing at all rather than a fault."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from coprod_desktop.domain.events import ClocksTakenAway
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.meeting_state import Phase
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.driver import FILE_NAME
from coprod_desktop.storage.first_glance import Glance, GlancedMeeting, first_glance
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.setting_keys import CURRENT_GROUP, TEXT_PERCENT, THEME
from coprod_desktop.storage.settings_store import SettingsStore
from tests.storage.storage_makers import MakeHeader, MakeStep


def _whole_folder(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {entry.name: (entry.read_bytes(), entry.stat().st_mtime_ns) for entry in folder.iterdir()}


@pytest.fixture
def filled(database: Database, make_step: MakeStep, make_header: MakeHeader) -> Glance:
    """Two groups with meetings, and what a glance at them should show."""
    groups, log, settings = GroupStore(database), MeetingLog(database), SettingsStore(database)
    groups.save(Group(id=GroupId("group"), name="Library 'group'"))
    groups.save(Group(id=GroupId("other"), name="Other"))
    headers = [
        make_header("old", title="Old"),
        make_header("new", title="New"),
        replace(make_header("finished"), phase=Phase.FINISHED),
        replace(make_header("away"), is_put_away=True),
        replace(make_header("taken"), phase=Phase.TAKEN_BACK),
        make_header("elsewhere", group_id="other"),
        make_header("old", title="Old"),
    ]
    for header in headers:
        log.append(header.id, make_step(ClocksTakenAway()), header)
    settings.set(TEXT_PERCENT, "150")
    settings.set(THEME, "dark")
    unfinished = tuple(
        GlancedMeeting(
            meeting_id=header.id,
            title=header.title,
            held_on=header.held_on,
            item_number=header.item_number,
            item_count=header.item_count,
        )
        for header in headers[:2]
    )
    return Glance(
        group_id=GroupId("group"),
        group_name="Library 'group'",
        text_percent=150,
        theme="dark",
        unfinished=unfinished,
    )


def test_a_glance_while_the_file_is_open_elsewhere_sees_the_newest(
    database: Database, folder: Path, filled: Glance
) -> None:
    assert database.path is not None
    assert Path(f"{database.path}-wal").stat().st_size > 0

    assert first_glance(folder) == filled
    SettingsStore(database).set(THEME, "light")
    assert first_glance(folder) == filled._replace(theme="light")


def test_a_glance_at_a_closed_file_writes_nothing(database: Database, folder: Path, filled: Glance) -> None:
    database.close()
    before = _whole_folder(folder)

    assert first_glance(folder) == filled

    assert _whole_folder(folder) == before
    assert list(before) == [FILE_NAME]


def test_a_glance_after_a_crash_loses_nothing(database: Database, folder: Path, tmp_path: Path, filled: Glance) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for entry in folder.iterdir():
        shutil.copy(entry, crashed)
    (crashed / f"{FILE_NAME}-shm").unlink()
    before = {name: _whole_folder(crashed)[name] for name in (FILE_NAME, f"{FILE_NAME}-wal")}

    assert first_glance(crashed) == filled

    after = _whole_folder(crashed)
    assert {name: after[name] for name in before} == before
    again = Database.open(crashed)
    assert len(GroupStore(again).groups()) == 2
    again.close()
    assert database.path is not None


def test_a_glance_shows_the_group_that_was_last_worked_with(database: Database, folder: Path, filled: Glance) -> None:
    settings = SettingsStore(database)

    settings.set(CURRENT_GROUP, "other")
    other = first_glance(folder)
    settings.set(CURRENT_GROUP, "a group that is gone")
    gone = first_glance(folder)

    assert other is not None
    assert (other.group_name, [one.meeting_id for one in other.unfinished]) == ("Other", ["elsewhere"])
    assert gone == filled


def test_a_glance_at_an_empty_file_has_nothing_chosen(database: Database, folder: Path) -> None:
    nothing = Glance(group_id=None, group_name="", text_percent=None, theme=None, unfinished=())

    assert first_glance(folder) == nothing
    SettingsStore(database).set(TEXT_PERCENT, "very large")
    assert first_glance(folder) == nothing
    GroupStore(database).save(Group(id=GroupId("g"), name="G"))
    assert first_glance(folder) == nothing._replace(group_id=GroupId("g"), group_name="G")


def test_a_glance_at_nothing_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")

    assert first_glance(tmp_path) is None
    assert first_glance(tmp_path / "missing") is None
    assert first_glance(tmp_path / "file") is None
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_a_glance_at_a_file_that_cannot_be_used_is_nothing(database: Database, folder: Path, filled: Glance) -> None:
    database.close()
    path = folder / FILE_NAME
    whole = path.read_bytes()
    assert first_glance(folder) == filled

    for damaged in (b"", whole[:100], whole[:5000], whole[:100] + b"\xa5" * (len(whole) - 100), b"\0" * len(whole)):
        path.write_bytes(damaged)
        assert first_glance(folder) is None
        assert path.read_bytes() == damaged

    path.write_bytes(whole)
    newer = dbapi2.connect(str(path), isolation_level=None)
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    assert first_glance(folder) is None


def test_a_glance_loads_nothing_heavy() -> None:
    code = (
        "import sys; from coprod_desktop.storage.first_glance import first_glance; "
        "sys.exit(any(name.split('.')[0] in ('sqlalchemy', 'alembic', 'msgspec', 'PySide6') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_opening_a_file_that_is_up_to_date_does_not_load_alembic(database: Database, folder: Path) -> None:
    database.close()
    code = (
        "import sys; from pathlib import Path; from coprod_desktop.storage.database import Database; "
        "Database.open(Path(sys.argv[1])).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(folder)], check=False).returncode == 0
