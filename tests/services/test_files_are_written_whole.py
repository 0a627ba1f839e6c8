"""A file is written whole or not at all: on a full disk, in a folder that may only be read, with pages cut short."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coprod_desktop.services.record_file import NotWritten, write_whole

_WRITER = """
import os, resource, sys
from pathlib import Path
from coprod_desktop.services.record_file import NotWritten, write_whole
how, target, size = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
if how == "limit":
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
elif how == "reader" and os.getuid() == 0:
    os.setuid(65534)
try:
    write_whole(target, b"%PDF-1.7" + b"x" * size + b"%%EOF")
except NotWritten as fault:
    print(fault)
else:
    print("written")
"""


def _write(how: str, target: Path, size: int, *before: str) -> str:
    """Tries to write a file from a program of its own, and gives what it said."""
    command = [*before, sys.executable, "-c", _WRITER, how, str(target), str(size)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def test_a_file_is_replaced_by_one_that_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "pages.pdf"
    target.write_bytes(b"old")

    write_whole(target, b"%PDF-1.7 words %%EOF\n")

    assert target.read_bytes() == b"%PDF-1.7 words %%EOF\n"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_file_that_is_too_large_for_the_disk_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "pages.pdf"
    target.write_bytes(b"old")

    said = _write("limit", target, 200_000)

    assert said == f"{target} could not be written: the disk takes no file of this size. " + (
        "Please make room on the disk, or choose another place."
    )
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def _can_mount() -> bool:
    try:
        ran = subprocess.run(["unshare", "-rm", "true"], capture_output=True, timeout=20, check=False)
    except OSError:
        return False
    return ran.returncode == 0


_MOUNT = 'mount -t tmpfs -o size=300k tmpfs "$0" && printf old > "$0/pages.pdf" && "$@"; cat "$0/pages.pdf"; ls -A "$0"'
_MOUNT_TO_READ = _MOUNT.replace('&& "$@"', '&& mount -o remount,ro "$0" && "$@"')


@pytest.mark.skipif(not _can_mount(), reason="this computer lets nobody make a small disk for a test")
def test_a_disk_that_is_really_full_leaves_the_old_file(tmp_path: Path) -> None:
    said = _write("disk", tmp_path / "pages.pdf", 2_000_000, "unshare", "-rm", "sh", "-c", _MOUNT, str(tmp_path))

    assert said == f"{tmp_path / 'pages.pdf'} could not be written: the disk is full. " + (
        "Please make room on the disk, or choose another place.\noldpages.pdf"
    )


@pytest.mark.skipif(not _can_mount(), reason="this computer lets nobody make a small disk for a test")
def test_a_disk_that_may_only_be_read_leaves_the_old_file(tmp_path: Path) -> None:
    said = _write("disk", tmp_path / "pages.pdf", 10, "unshare", "-rm", "sh", "-c", _MOUNT_TO_READ, str(tmp_path))

    assert said == f"{tmp_path / 'pages.pdf'} could not be written: this folder or file may only be read. " + (
        "Please choose a folder that you may write in.\noldpages.pdf"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such rights there")
def test_a_folder_that_a_person_may_not_write_in_leaves_the_old_file(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents[:-2]):
        if os.getuid() == 0:
            folder.chmod(0o755)
    target = tmp_path / "pages.pdf"
    target.write_bytes(b"old")
    tmp_path.chmod(0o555)
    try:
        said = _write("reader", target, 10)
    finally:
        tmp_path.chmod(0o755)

    assert "this folder or file may only be read. Please choose a folder that you may write in." in said
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_pages_that_were_cut_short_are_not_kept(tmp_path: Path) -> None:
    target = tmp_path / "pages.pdf"
    target.write_bytes(b"old")

    with pytest.raises(NotWritten, match="did not come out whole"):
        write_whole(target, b"%PDF-1.7 half a p")

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
