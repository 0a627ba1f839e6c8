"""Tells somebody who begins what comes after the name of the group."""

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.icon_label import IconLine


class NextStepsCard(Card):
    """Three short lines, nothing to press."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("What comes then"), gap=18)
        for icon, words in (
            (Icon.PEOPLE, self.tr("Add the people who take part.")),
            (Icon.AGENDA, self.tr("Start a meeting with a blank page.")),
            (Icon.MINUTES, self.tr("Print minutes that everyone can read.")),
        ):
            self.add(IconLine(theme, icon, words))
        self.add_stretch()
