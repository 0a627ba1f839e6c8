"""The list of what was said and decided on an item, with the three ways to add to it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.item_choice import ItemChoice
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_list import Act, LineList, Section
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

DECISIONS, IDEAS, ACTIONS = "decisions", "ideas", "actions"


class LinesPanel(QWidget):
    """Ideas, decisions and jobs. Parts to connect: `items`, `lines`, `add_idea`, `add_decision`, `add_job`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        titles = ((DECISIONS, self.tr("Decisions")), (IDEAS, self.tr("Ideas")), (ACTIONS, self.tr("Jobs")))
        self._titles = dict(titles)
        self.items = ItemChoice(theme)
        self.lines = LineList(theme, titles)
        self._nothing = WrapLabel(theme, self.tr("Nothing is written down yet."), TextStyle.LEAD, colour="muted")
        self._invite = WrapLabel(theme, self.tr("Write ideas in the words of the person who says them."))
        self.add_idea = BigButton(
            theme, self.tr("Write an idea"), kind=ButtonKind.PRIMARY, icon=Icon.IDEA, key="F4", height=52
        )
        self.add_decision = BigButton(
            theme, self.tr("Write a decision"), icon=Icon.DECISIONS, key="F8", height=52
        )
        self.add_job = BigButton(theme, self.tr("Add a job"), icon=Icon.ACTION, height=52)
        scroll = ScrollColumn(theme)
        for part in (self._nothing, self._invite, self.lines):
            scroll.add(part)
        scroll.add_stretch()
        column = Column(theme, gap=8)
        column.addWidget(WrapLabel(theme, self.tr("Ideas and decisions"), TextStyle.TITLE))
        column.addWidget(self.items)
        column.addWidget(scroll, 1)
        column.addLayout(flow_of(theme, self.add_idea, self.add_decision, self.add_job, gap=12))
        self.setLayout(column)

    def show_sections(self, sections: Sequence[Section], *, chosen: str, acts: Sequence[Act]) -> None:
        """Show the rows; without any, an inviting sentence."""
        named = [section._replace(title=self._titles[section.key]) for section in sections]
        self.lines.show_sections(named, chosen=chosen, acts=acts)
        is_empty = not any(section.rows for section in sections)
        self._nothing.setVisible(is_empty)
        self._invite.setVisible(is_empty)
