"""One program at a time writes in a folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from coprod_desktop.storage.faults import FaultReason, StorageFault
from coprod_desktop.storage.single_writer import acquire

HOLD = (
    "import sys; from pathlib import Path; from coprod_desktop.storage.single_writer import acquire; "
    "lock = acquire(Path(sys.argv[1])); print(lock is not None, flush=True); sys.stdin.read()"
)


def test_a_folder_has_one_writer_until_it_is_released(folder: Path, tmp_path: Path) -> None:
    first = acquire(folder)
    assert first is not None
    assert acquire(folder) is None
    elsewhere = acquire(tmp_path / "other")
    assert elsewhere is not None
    elsewhere.release()

    first.release()
    first.release()

    with acquire(folder) or pytest.fail("still held"):
        assert acquire(folder) is None
    again = acquire(folder)
    assert again is not None
    again.release()


def test_the_lock_of_a_program_that_was_killed_is_free(folder: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        assert acquire(folder) is None

        holder.kill()
        holder.wait()

    lock = acquire(folder)
    assert lock is not None
    lock.release()


def test_a_folder_that_cannot_be_made_is_a_plain_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")

    with pytest.raises(StorageFault) as caught:
        acquire(tmp_path / "file" / "folder")

    assert caught.value.reason is FaultReason.FOLDER_CANNOT_BE_WRITTEN
