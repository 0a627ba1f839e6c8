"""Files get their name when they are whole, also where two write the same file at once."""

from pathlib import Path

from coprod_desktop.storage.safe_files import named_when_whole


def test_two_that_write_the_same_file_at_once_each_write_their_own(tmp_path: Path) -> None:
    target = tmp_path / "minutes.mp3"
    (tmp_path / "minutes.mp3.part").write_text("of another program")

    with named_when_whole(target) as first:
        first.write_text("the first, whole")
        with named_when_whole(target) as second:
            second.write_text("half of the")
            assert second != first
        assert first.read_text() == "the first, whole"

    assert target.read_text() == "the first, whole"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["minutes.mp3", "minutes.mp3.part"]
