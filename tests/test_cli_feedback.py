"""The command that makes slips, and the list of people that it needs."""

import json
from pathlib import Path

import pypdfium2
import pytest

from coprod_desktop import cli

SAMPLES = Path(__file__).resolve().parents[1] / "resources" / "sample"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with the shared example of a first meeting."""
    cli.main(["import", "--data", str(tmp_path / "data"), str(SAMPLES / "first-meeting.json")])
    return tmp_path / "data"


def feedback(folder: Path, person: str, format: str = "plain_text") -> tuple[int, Path]:
    out = folder.parent / f"out.{format}"
    code = cli.main(["feedback", "--data", str(folder), "--person", person, "--format", format, "--out", str(out)])
    return code, out


def test_people_are_listed_with_the_ids_that_slips_are_asked_for_by(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert cli.main(["list", "--data", str(folder), "--people", "--json"]) == 0
    people = json.loads(capsys.readouterr().out)
    assert [(one["name"], one["group"]) for one in people] == [
        (name, "Lantern Street Allotment") for name in ("Winnie Asante", "Geoff Lomax", "Nadia Farouk")
    ]
    code, out = feedback(folder, people[0]["id"])
    assert code == 0
    assert "For Winnie" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("person", ["p1", "all", "group"])
def test_the_whole_path_of_an_idea_is_on_the_slip(folder: Path, person: str) -> None:
    code, out = feedback(folder, person)
    told = " ".join(out.read_text(encoding="utf-8").split())
    assert code == 0
    words = ["Grow beans.", "We agreed: We will grow beans.", "Nadia will do this.", "By Tuesday 12 May 2026."]
    places = [told.index(said) for said in words]
    assert places == sorted(places)


def test_somebody_without_ideas_is_told_so(folder: Path) -> None:
    code, out = feedback(folder, "p2")
    assert code == 0
    assert "We have no idea from you yet." in " ".join(out.read_text(encoding="utf-8").split())


@pytest.mark.parametrize("format", ["easy_read", "large_print"])
def test_slips_are_made_as_pages(folder: Path, format: str) -> None:
    code, out = feedback(folder, "all", format)
    assert code == 0
    document = pypdfium2.PdfDocument(out)
    assert "Grow beans." in document[0].get_textpage().get_text_bounded()
    document.close()


def test_an_id_that_nobody_has_is_bad_input(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = feedback(folder, "p9")
    assert (code, out.exists()) == (2, False)
    assert "list --people" in capsys.readouterr().err


def test_an_id_that_means_several_people_is_bad_input(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", "--data", str(folder), str(SAMPLES / "riverside-team-up.json")])
    assert feedback(folder, "p1")[0] == 2
    assert "several people" in capsys.readouterr().err


def test_a_folder_without_a_group_is_bad_input(tmp_path: Path) -> None:
    assert feedback(tmp_path / "empty", "all")[0] == 2


def test_the_file_of_the_meetings_is_never_written_over(folder: Path) -> None:
    kept = next(folder.glob("*.sqlite"))
    before = kept.stat().st_size
    arguments = ["feedback", "--data", str(folder), "--person", "all", "--format", "plain_text", "--out", str(kept)]
    assert cli.main(arguments) == 2
    assert kept.stat().st_size == before
