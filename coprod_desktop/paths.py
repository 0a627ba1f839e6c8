"""Where data, pictures and templates are, from source or installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _data_folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resources_folder() -> Path:
    """The folder of icons, the record schema and the sample records."""
    return _data_folder("resources")


def templates_folder() -> Path:
    """The folder of printed wording, picture words and page styles."""
    return _data_folder("easyread_templates")


def cache_folder(data_folder: Path) -> Path:
    """The folder beside a group's file for what can be made again, such as the bold font."""
    return data_folder / "cache"


def usual_data_folder() -> Path:
    """Where a group's data lives when no folder is named on the command line."""
    import platformdirs  # not needed when a folder is named, nor by the services

    return Path(platformdirs.user_data_dir("coprod-desktop", appauthor=False))
