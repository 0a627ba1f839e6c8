"""What a copy is, in words: "Large print 28, yellow paper"."""

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.pack_plan import WHITE, Goes, PackLine
from coprod_desktop.ui.wording import words_for


def line_words(line: PackLine) -> str:
    """The copy of one line of the print pack."""
    return ", ".join((format_words(line), *_more(line)))


def format_words(line: PackLine) -> str:
    """Which minutes, and how big: "Large print 28"."""
    return words_for(line.format) + (f" {line.size_pt:g}" if line.size_pt else "")


def paper_words(line: PackLine) -> str:
    """What it is printed on, or that it is sent: "Words only, cream paper"."""
    words = ", ".join(_more(line))
    return words[:1].upper() + words[1:]


def _more(line: PackLine) -> list[str]:
    parts = []
    if line.format is MinutesFormat.EASY_READ and not line.with_pictures:
        parts.append(_tr("words only"))
    if line.goes is Goes.FILE:
        parts.append(_tr("a file to send"))
    else:
        parts.append(_paper(line.paper))
    if line.is_bound:
        parts.append(_tr("wide left edge"))
    if not line.is_asked:
        parts.append(_tr("not asked yet"))
    return parts


def _paper(colour: str) -> str:
    known = {
        WHITE: _tr("white paper"),
        "cream": _tr("cream paper"),
        "yellow": _tr("yellow paper"),
        "blue": _tr("blue paper"),
        "green": _tr("green paper"),
        "pink": _tr("pink paper"),
    }
    return known.get(colour.casefold()) or _tr("{colour} paper").format(colour=colour)


def _tr(words: str) -> str:
    return QCoreApplication.translate("CopyWords", words)
