"""How many days people were told before the meeting."""

from PySide6.QtCore import Qt

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.layouts import Row
from coprod_desktop.ui.widgets.wrap_label import WrapLabel


class NoticeCard(Card):
    """One big number and a sentence that says the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Notice"), gap=6)
        self._number = WrapLabel(theme, "", TextStyle.NUMBER)
        self._after = WrapLabel(theme, "", TextStyle.LEAD, colour="muted")
        self._sentence = WrapLabel(theme)
        figure = Row(theme, gap=10)
        figure.addWidget(self._number)
        figure.addWidget(self._after, 1, Qt.AlignmentFlag.AlignVCenter)
        self.add_layout(figure)
        self.add(self._sentence)
        self.add(IconLine(theme, Icon.CHECK, self.tr("All is saved when you leave a field."), TextStyle.NOTE))
        self.show_days(None)

    def show_days(self, days: int | None) -> None:
        """Show the days between the invitations and the meeting, None if that is not known."""
        is_told = days is not None and days >= 0
        for label in (self._number, self._after):
            if not is_told:
                label.hide()
            elif label.isHidden():
                label.show()
        self._number.setText(str(days))
        self._after.setText(self.tr("day") if days == 1 else self.tr("days"))
        self._sentence.setText(self._sentence_for(days))

    def _sentence_for(self, days: int | None) -> str:
        if days is None:
            return self.tr("We do not know yet when people were invited.")
        if days < 0:
            return self.tr("The invitations went out after the meeting.")
        return self.tr("The invitations went out this long before the meeting.")
