"""The words of a template in one language, in English where there are none."""

import json
from pathlib import Path
from typing import Any

FALLBACK_LANGUAGE = "en"


def read_language_file(folder: Path, name: str, language: str = FALLBACK_LANGUAGE) -> Any:
    """What stands in `name.LANGUAGE.json`; `language` is a BCP 47 tag, of which the first part counts."""
    own = folder / f"{name}.{language.split('-')[0]}.json"
    file = own if own.is_file() else folder / f"{name}.{FALLBACK_LANGUAGE}.json"
    return json.loads(file.read_text(encoding="utf-8"))
