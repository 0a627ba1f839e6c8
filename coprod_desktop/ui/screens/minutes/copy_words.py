"""What a copy is, in words: "Large print 28, yellow paper"."""

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.person import MinutesFormat
from coprod_desktop.services.pack_plan import Goes, PackLine
from coprod_desktop.ui.wording import words_for


def line_words(line: PackLine) -> str:
    """The copy of one line of the print pack."""
    parts = [words_for(line.format) + (f" {line.size_pt:g}" if line.size_pt else "")]
    if line.format is MinutesFormat.EASY_READ and not line.with_pictures:
        parts.append(_tr("words only"))
    if line.goes is Goes.FILE:
        parts.append(_tr("a file to send"))
    elif line.paper:
        parts.append(_tr("{colour} paper").format(colour=line.paper))
    if line.is_bound:
        parts.append(_tr("wide left edge"))
    return ", ".join(parts)


def _tr(words: str) -> str:
    return QCoreApplication.translate("CopyWords", words)
