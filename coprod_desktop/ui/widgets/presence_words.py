"""Who is or was there when a decision was made, in one line of counts; never a name."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.presence import Presence
from coprod_desktop.domain.told_voice import LEAST_PEOPLE
from coprod_desktop.ui.widgets.perspective_counts import counted_words


def presence_words(presence: Presence, labels: Mapping[Perspective, str], *, is_only_us: bool) -> str:
    """The counts by perspective, or nothing where nothing is known; where the room can see, fewer than 3 are a few."""
    if not presence.is_known:
        return ""
    least = 1 if is_only_us else LEAST_PEOPLE
    counts = (
        f"{counted_words(perspective, labels)}: {count if count >= least else _tr('a few people')}"
        for perspective, count in presence.counts.items()
    )
    line = " \u00b7 ".join(counts)
    if not presence.lacks_lived_experience:
        return line
    return "\n".join((_tr("Nobody here said that they speak from their own life."), line))


def _tr(words: str) -> str:
    return QCoreApplication.translate("PresenceWords", words)
