"""Settings: what was chosen is kept, what nobody can have chosen is passed over, a copy is whole."""

from pathlib import Path

import pytest

from coprod_desktop.domain.group import Group
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.settings_service import TEXT_PERCENTS, THEMES
from coprod_desktop.storage.settings_store import SettingsStore


@pytest.mark.parametrize("percent", TEXT_PERCENTS)
def test_a_text_size_is_kept(services: Services, percent: int) -> None:
    assert services.settings.text_percent == 100
    services.settings.set_text_percent(percent)
    assert services.settings.text_percent == percent


@pytest.mark.parametrize("theme", THEMES)
def test_a_look_is_kept(services: Services, theme: str) -> None:
    assert services.settings.theme == "system"
    services.settings.set_theme(theme)
    assert services.settings.theme == theme


@pytest.mark.parametrize(("key", "odd"), [("text_percent", "99"), ("text_percent", "big"), ("theme", "pink")])
def test_what_this_version_does_not_know_is_passed_over(services: Services, key: str, odd: str) -> None:
    SettingsStore(services.database).set(key, odd)
    assert (services.settings.text_percent, services.settings.theme) == (100, "system")


def test_a_copy_holds_everything(services: Services, group: Group, tmp_path: Path) -> None:
    assert group.name
    copy = tmp_path / "copy.db"
    services.settings.save_copy(copy)
    assert copy.stat().st_size > 0
    assert services.settings.data_folder == tmp_path / "data"
