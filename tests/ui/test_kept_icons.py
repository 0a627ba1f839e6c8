"""Icons that were drawn for the last first picture come from a file, and look the same."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.theme import icons as icons_module
from coprod_desktop.ui.theme.icons import IconStore

pytestmark = pytest.mark.usefixtures("qapp")

BLUE = QColor("#14487A")


def _image(store: IconStore, icon: Icon, ratio: float = 1.0) -> QImage:
    return store.pixmap(icon, 24, BLUE, ratio).toImage()


def _keep(file: Path, *icons: Icon) -> None:
    store = IconStore(file)
    for icon in icons:
        store.pixmap(icon, 24, BLUE, 1.0)
    store.keep()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_kept_icon_is_the_drawn_one_to_the_pixel(tmp_path: Path, ratio: float) -> None:
    file = tmp_path / "cache" / "icons.txt"
    store = IconStore(file)
    drawn = {icon: _image(store, icon, ratio) for icon in Icon}
    store.keep()
    again = IconStore(file)

    for icon, image in drawn.items():
        kept = _image(again, icon, ratio)
        assert kept.convertToFormat(image.format()) == image
        assert kept.devicePixelRatio() == ratio


def test_nothing_is_drawn_that_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "icons.txt"
    _keep(file, Icon.HOME)

    def fail(*_args: object) -> None:
        raise AssertionError("drawn anew")

    monkeypatch.setattr(icons_module, "render_svg", fail)
    assert not _image(IconStore(file), Icon.HOME).isNull()


@pytest.mark.parametrize("words", ["", "6.0.0 1 1\nhouse 24 #14487a 1.0 00", "not ours \u00e9"])
def test_a_file_of_another_version_or_an_odd_one_counts_for_nothing(tmp_path: Path, words: str) -> None:
    file = tmp_path / "icons.txt"
    file.write_text(words, encoding="utf-8")

    assert _image(IconStore(file), Icon.HOME) == _image(IconStore(), Icon.HOME)


@pytest.mark.parametrize("picture", ["00ff", "zz", ""])
def test_a_broken_picture_is_drawn_anew(tmp_path: Path, picture: str) -> None:
    file = tmp_path / "icons.txt"
    _keep(file, Icon.HOME)
    kept = file.read_text(encoding="ascii")
    file.write_text(f"{kept.rpartition(' ')[0]} {picture}", encoding="ascii")

    assert _image(IconStore(file), Icon.HOME) == _image(IconStore(), Icon.HOME)


def test_the_file_holds_what_was_drawn_last(tmp_path: Path) -> None:
    file = tmp_path / "icons.txt"
    _keep(file, Icon.HOME, Icon.HELP)
    _keep(file, Icon.HELP)

    assert [line.split()[0] for line in file.read_text(encoding="ascii").splitlines()[1:]] == [Icon.HELP.value]


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file stands here")

    _keep(tmp_path / "cache" / "icons.txt", Icon.HOME)


def test_without_a_file_nothing_is_kept() -> None:
    store = IconStore()
    store.pixmap(Icon.HOME, 24, BLUE, 1.0)
    store.keep()
