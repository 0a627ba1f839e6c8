"""Short minutes for the tests of speech."""

from coprod_desktop.speech.audio_script import spoken_lines
from coprod_desktop.speech.minutes_lines import LineKind, MinutesLine, SpokenLine

LINES = (
    MinutesLine(text="Minutes: Where the shelters go", kind=LineKind.TITLE),
    MinutesLine(text="1. The bus stops", kind=LineKind.HEADING),
    MinutesLine(text="We had 2 things to talk about.", kind=LineKind.SENTENCE),
    MinutesLine(text="Where to sit & wait", kind=LineKind.ITEM),
    MinutesLine(text="What £1,200 buys", kind=LineKind.BLOCK_END),
    MinutesLine(text="We agreed to build a shelter.", kind=LineKind.DECISION_END),
    MinutesLine(text="End of minutes", kind=LineKind.BLOCK_END),
)


def short_script(language: str = "en-GB") -> tuple[SpokenLine, ...]:
    return spoken_lines(LINES, language)
