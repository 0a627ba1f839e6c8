"""Why a photo or a symbol cannot be taken in, in plain words."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from coprod_desktop.services.own_picture_service import PictureFault

_MOST_NAMES = 3

_WORDS: Final[dict[PictureFault, str]] = {
    PictureFault.NOT_READABLE: "This cannot be opened. Is it still there?",
    PictureFault.NOT_A_PICTURE: "There is no picture in this file that we can read.",
    PictureFault.TOO_LARGE: "This picture is too large. Please make it smaller first.",
    PictureFault.DAMAGED: "This picture is damaged. Please choose another one.",
    PictureFault.UNSAFE: "This file could load other files, or has words in it. It was not taken.",
    PictureFault.NO_WORD: "The name of this file is no word that we can find it by.",
    PictureFault.EMPTY_FOLDER: "There is no PNG or SVG picture in this folder.",
    PictureFault.TOO_MANY: "There are more than 2,000 pictures in this folder. Please make smaller folders.",
    PictureFault.NAMES_SOMEBODY: "Somebody in our group does not want this name printed. Please leave it out.",
}


def picture_fault_words(fault: PictureFault) -> str:
    """What is wrong and what can be done, in short sentences."""
    return _translated(_WORDS[fault])


def left_out_words(left_out: Iterable[tuple[str, PictureFault]]) -> str:
    """Which files were left out and why, a line for each reason, with a few names."""
    by_fault: dict[PictureFault, list[str]] = {}
    for name, fault in left_out:
        by_fault.setdefault(fault, []).append(name)
    return "\n".join(f"{_names(names)}: {picture_fault_words(fault)}" for fault, names in by_fault.items())


def _names(names: list[str]) -> str:
    more = len(names) - _MOST_NAMES
    listed = ", ".join(names[:_MOST_NAMES])
    return _translated("{names} and {count} more").format(names=listed, count=more) if more > 0 else listed


def _translated(words: str) -> str:
    return QCoreApplication.translate("PictureFaults", words)
