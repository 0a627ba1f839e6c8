"""The perspectives of a meeting: for each the people, the turns and the time, at one scale, and what they say (R12)."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.equal_voice import VoiceShare
from coprod_desktop.domain.person import Perspective
from coprod_desktop.domain.told_voice import ToldShare, ToldVoice
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Column, empty_layout
from coprod_desktop.ui.widgets.perspective_mark import PerspectiveMark
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.share_bar import ShareBar
from coprod_desktop.ui.widgets.share_words import (
    ideas_words,
    mark_of,
    people_words,
    share_sentence,
    time_words,
    turn_words,
    voice_name,
)
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class VoiceRows(ScrollColumn):
    """Shows what it is given and hides nothing by itself: give it only what whoever sees the screen may see."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=10)
        self._rows = Column(theme, gap=10)
        self._shown: tuple[object, ...] = ()
        self.add_layout(self._rows)
        self.add_stretch()

    def show_voice(self, told: ToldVoice, labels: Mapping[Perspective, str], *, running_seconds: int = 0) -> None:
        """Show a meeting; `running_seconds` is what was said to run it, 0 to tell nothing of it."""
        shown = (told, tuple(labels.items()), running_seconds)
        if shown == self._shown:
            return
        self._shown = shown
        empty_layout(self._rows)
        for one in told.shares:
            self._rows.addWidget(Divider(self._theme))
            self._add_voice(one, told, voice_name(one.voice, labels))
        self._rows.addWidget(Divider(self._theme))
        for words in self._notes(told, running_seconds):
            self._rows.addWidget(IconLine(self._theme, Icon.INFO, words, TextStyle.NOTE))

    def _add_voice(self, one: ToldShare, told: ToldVoice, name: str) -> None:
        rows = Column(self._theme, gap=3)
        self._rows.addLayout(rows)
        rows.addWidget(PerspectiveMark(self._theme, mark_of(one.voice), name, TextStyle.ROW))
        if one.share is None:
            rows.addWidget(WrapLabel(self._theme, self._why_not(one), TextStyle.BODY))
            return
        sentence = share_sentence(one.share, told.people, told.seconds)
        ideas = ideas_words(one.share.ideas_further)
        rows.addWidget(WrapLabel(self._theme, f"{sentence} {ideas}", TextStyle.NOTE))
        for bar in self._bars(one, one.share, told):
            rows.addWidget(bar)

    def _bars(self, one: ToldShare, share: VoiceShare, told: ToldVoice) -> list[QWidget]:
        people, turns, time = self.tr("People"), self.tr("Turns"), self.tr("Time")
        columns = (max((people, turns, time), key=len), people_words(told.people, told.people))
        lines = (
            (people, share.people / max(1, told.people), people_words(share.people, told.people)),
            (turns, share.turns / max(1, told.turns), turn_words(share.turns)),
            (time, share.seconds / max(1, told.seconds), time_words(share.seconds)),
        )
        bars: list[QWidget] = []
        for number, line in enumerate(lines):
            bar = ShareBar(self._theme, mark_of(one.voice), columns=columns, is_hatched=number == 0)
            bar.show_share(*line)
            bars.append(bar)
        return bars

    def _why_not(self, one: ToldShare) -> str:
        if one.is_few:
            return self.tr("Few people. We show no numbers, so that nobody stands out.")
        return self.tr("We show no numbers here. This keeps other people private.")

    def _notes(self, told: ToldVoice, running_seconds: int) -> list[str]:
        notes = [] if told.shares else [self.tr("Nobody is here yet.")]
        if running_seconds:
            words = self.tr("Running the meeting took: {time}. This is not in the bars.")
            notes.append(words.format(time=time_words(running_seconds).casefold()))
        if told.has_several:
            notes.append(self.tr("Some people speak from several places. The bars can add up to more."))
        if told.has_shared_ideas:
            notes.append(self.tr("Some ideas came from several places. We count them in each."))
        notes.append(self.tr("Turns through a helper, an interpreter or a device count as turns, not as time."))
        return notes
