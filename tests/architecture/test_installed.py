"""What is installed outside the tree carries everything it needs and makes minutes."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it is handed out, built without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(folder)], cwd=PROJECT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_carries_resources_templates_and_migrations(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in (
        "coprod_desktop/resources/schema/meeting-record.schema.json",
        "coprod_desktop/resources/sample/riverside-team-up.json",
        "coprod_desktop/easyread_templates/wording.en.json",
        "coprod_desktop/easyread_templates/picture_words.json",
        "coprod_desktop/easyread_templates/page_styles.json",
        "coprod_desktop/easyread_templates/paper_kit.en.json",
        "coprod_desktop/easyread_templates/access_needs.en.json",
        "coprod_desktop/py.typed",
    ):
        assert needed in names
    assert any(name.startswith("coprod_desktop/storage/migrations/versions/") for name in names)


def test_an_installed_program_makes_minutes_of_its_own_sample(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "elsewhere"
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python" if os.name != "nt" else home / "Scripts" / "python.exe"
    (site,) = home.glob("lib/python*/site-packages") if os.name != "nt" else (home / "Lib" / "site-packages",)
    zipfile.ZipFile(wheel).extractall(site)
    # What the program depends on is borrowed from here; the program itself must come from the wheel.
    (site / "borrowed.pth").write_text("\n".join(path for path in sys.path if "site-packages" in path))
    program = (
        "import sys, pathlib, coprod_desktop\n"
        "assert 'elsewhere' in coprod_desktop.__file__, coprod_desktop.__file__\n"
        "from coprod_desktop.cli import main\n"
        "from coprod_desktop.paths import resources_folder\n"
        "data, out = sys.argv[1:]\n"
        "assert main(['import', '--data', data, str(resources_folder() / 'sample' / 'first-meeting.json')]) == 0\n"
        "sys.exit(main(['minutes', '--data', data, '--meeting', 'last', '--format', 'easy_read', '--out', out]))\n"
    )
    out = tmp_path / "minutes.pdf"
    done = subprocess.run(
        [str(python), "-c", program, str(tmp_path / "data"), str(out)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"%PDF-1.7")
