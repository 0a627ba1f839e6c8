"""Where the bold font is that all tests share: making it takes most of a second, and it is always the same."""

import tempfile
from pathlib import Path

FONT_CACHE = Path(tempfile.gettempdir()) / "coprod-desktop-test-fonts"
