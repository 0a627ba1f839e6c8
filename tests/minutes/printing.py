"""Prints minutes for tests with the real fonts, pictures and page styles, and makes small contents to print."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.minutes.blocks import Block, MinutesContent, Section
from coprod_desktop.minutes.easy_read import render_easy_read
from coprod_desktop.minutes.fonts import Fonts, load_fonts
from coprod_desktop.minutes.large_print import render_large_print
from coprod_desktop.minutes.page_builder import PdfFile
from coprod_desktop.minutes.pictures import Pictures
from coprod_desktop.minutes.styles import PageStyles, load_page_styles
from coprod_desktop.minutes.system_fonts import SystemFont
from coprod_desktop.paths import templates_folder
from tests.font_cache import FONT_CACHE

CHINESE_FONT = SystemFont(path=Path("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"))
"""The one font of the system that tests print with, so that they say the same on every computer that has it."""

needs_chinese = pytest.mark.skipif(
    not CHINESE_FONT.path.is_file(), reason="the package fonts-droid-fallback is not installed"
)


@lru_cache(maxsize=1)
def fonts() -> Fonts:
    return load_fonts(FONT_CACHE, system_fonts=[CHINESE_FONT])


@lru_cache(maxsize=1)
def pictures() -> Pictures:
    return Pictures(templates_folder())


@lru_cache(maxsize=1)
def styles() -> PageStyles:
    return load_page_styles(templates_folder())


def easy_read(content: MinutesContent, **wishes: Any) -> PdfFile:
    return render_easy_read(content, fonts=fonts(), pictures=pictures(), styles=styles(), **wishes)


def large_print(content: MinutesContent, **wishes: Any) -> PdfFile:
    return render_large_print(content, fonts=fonts(), styles=styles(), **wishes)


def block(*sentences: str, **parts: Any) -> Block:
    return Block(**{"sentences": sentences, "picture": "talk", "alt": "Two speech bubbles.", **parts})


def content(*sections: Section, **parts: Any) -> MinutesContent:
    """A short document; what a test does not care about is filled in."""
    usual: dict[str, Any] = {
        "title": "Minutes",
        "group_name": "Our group",
        "date_words": "Tuesday 24 November 2026",
        "foot_words": "Tuesday 24 November 2026",
        "record_number": "Record 1",
        "language": "en-GB",
        "draft_words": "",
        "contents_heading": "What is in these pages",
        "page_word": "Page",
        "cover": (block("You can ask someone to help you read this.", picture="help"),),
    }
    return MinutesContent(**usual | parts, sections=sections)


def chapter(heading: str, *blocks: Block, **parts: Any) -> Section:
    return Section(heading=heading, blocks=blocks, **parts)


HOSTILE = (
    "<b>bold</b> & <img src=/etc/passwd> <para leftIndent=9999>",
    "%s {0} \\( \\) ( [ ] ) > < endstream endobj",
    "control\x00\x07\x1b[31m and \ud800 broken \udfff and \u202eright to left\u202c",
    "zero\u200bwidth soft\u00adhyphen no\u2011break\u202fspace",
    "\u738b\u5c0f\u660e and \U0001f600 and \u0645\u0631\u062d\u0628\u0627 and e\u0301\u0323\u0330",
    "T\u0177 D\u0175r \u0141ukasz \u0391\u03b8\u03ae\u03bd\u03b1",
    "x" * 400,
    "https://www.example.org.uk/" + "very-long-path/" * 20,
    "\u00a0" * 50 + "glue" + "\u00a0word" * 60,
    "a\tb\nc\r\nd\u2028e",
)
"""Texts that have broken other programs."""
