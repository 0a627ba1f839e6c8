"""The light search of the forms gives what the pictures of the minutes give, and needs neither store nor pages."""

import subprocess
import sys

from coprod_desktop.paths import templates_folder
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.picture_finding import PictureFinding

_CHILD = """
import sys
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.picture_finding import PictureFinding
finding = PictureFinding(templates_folder())
assert "simplemma" not in sys.modules
assert finding.meant_by("Seats with arms") == ("chair",) and finding.find("lunches") == ("food",)
heavy = [name for name in ("sqlalchemy", "reportlab", "PIL", "svglib", "PySide6") if name in sys.modules]
assert not heavy, heavy
"""


def test_it_finds_what_the_service_finds(services: Services) -> None:
    finding = PictureFinding(templates_folder())
    for typed in ("", "bus", "seats", "sea", "old people", "quagga"):
        assert list(finding.find(typed)) == [choice.word for choice in services.pictures.search(typed)]


def test_a_sentence_that_settles_nothing_means_nothing() -> None:
    assert PictureFinding(templates_folder()).meant_by("We met at the bank.") == ()


def test_it_loads_neither_the_store_nor_pages() -> None:
    subprocess.run([sys.executable, "-c", _CHILD], check=True, timeout=60)
