"""Whose a line is, in words: the names that people chose, how many more there are, and where it came from (DP-05)."""

from coprod_desktop.domain.proposer import Source
from coprod_desktop.domain.trace_steps import Whose
from coprod_desktop.minutes.sentences import tidy
from coprod_desktop.minutes.teller import Teller


def whose_words(whose: Whose, teller: Teller) -> str:
    """ "Jo, Sam and someone who did not want to be named"; never empty."""
    parts = [tidy(name) for name in whose.names]
    if whose.unnamed:
        parts.append(teller.wording.count("people_unnamed", whose.unnamed))
    sources = [source for source in whose.sources if source is not Source.UNNAMED or not whose.unnamed]
    parts += [teller.wording(f"source_{source.value}") for source in sources]
    return teller.wording.joined(parts) if parts else teller.wording("someone_unnamed")
