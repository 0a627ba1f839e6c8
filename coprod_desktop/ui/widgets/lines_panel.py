"""The list of what was said and decided on an item, with the three ways to add to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import IdeaId
from coprod_desktop.domain.lines import IdeaOutcome
from coprod_desktop.domain.meeting_state import Action, Idea, MeetingState
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice
from coprod_desktop.ui.widgets.earlier_ideas import EarlierIdeas
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.item_choice import ItemChoice
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.line_list import Act, LineList, Section
from coprod_desktop.ui.widgets.line_rows import LineRows
from coprod_desktop.ui.widgets.number_told import NumberTold
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.shown_words import shown_words
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

DECISIONS, IDEAS, ACTIONS = "decisions", "ideas", "actions"
ALL_ITEMS = "all"
"""The key of the choice that shows every item's lines."""

DECIDE, SETTLE, JOIN, PART, CHANGE, MORE = "decide", "settle", "join", "part", "change", "more"
TAKE_BACK, TAKE_OUT, LISTEN, SAVE_SOUND, TICKET = "take_back", "take_out", "listen", "save_sound", "ticket"
"""The acts of a chosen idea; the second line is behind More."""


class LinesPanel(QWidget):
    """Ideas, decisions and jobs. Parts to connect: `items`, `lines`, `earlier`, `number`, `add_idea`, `add_decision`,
    `add_job`.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        titles = ((DECISIONS, self.tr("Decisions")), (IDEAS, self.tr("Ideas")), (ACTIONS, self.tr("Jobs")))
        self._titles = dict(titles)
        self.items = ItemChoice(theme)
        self.lines = LineList(theme, titles)
        self.earlier = EarlierIdeas(theme)
        self.number = NumberTold(theme)
        self._more_of = ""
        self._nothing = WrapLabel(theme, self.tr("Nothing is written down yet."), TextStyle.LEAD, colour="muted")
        self._invite = WrapLabel(theme, self.tr("Write ideas in the words of the person who says them."))
        self.add_idea = BigButton(theme, self.tr("Write an idea"), icon=Icon.IDEA, key="F4", height=52)
        self.add_decision = BigButton(
            theme, self.tr("Write a decision"), kind=ButtonKind.PRIMARY, icon=Icon.DECISIONS, key="F8", height=52
        )
        self.add_job = BigButton(theme, self.tr("Add a job"), icon=Icon.ACTION, height=52)
        self._scroll = ScrollColumn(theme)
        for part in (self._nothing, self._invite, self.lines, self.earlier):
            self._scroll.add(part)
        self._scroll.add_stretch()
        column = Column(theme, gap=8)
        column.addWidget(WrapLabel(theme, self.tr("Ideas and decisions"), TextStyle.TITLE))
        column.addWidget(self.items)
        column.addWidget(self.number)
        column.addWidget(self._scroll, 1)
        column.addLayout(flow_of(theme, self.add_idea, self.add_decision, self.add_job, gap=12))
        self.setLayout(column)

    def begin(self) -> None:
        """Go to the likeliest next act, with the list at its top."""
        self._scroll.verticalScrollBar().setValue(0)
        self.add_idea.setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """The likeliest next act."""
        return self.add_idea

    def show_lines(self, state: MeetingState, rows: LineRows, *, shown: str, chosen: str) -> None:
        """Show the lines of an agenda item, or of all; the chosen idea has its acts under it."""
        self._show_items(state, shown)
        decisions = [one for one in state.decisions.values() if shown in (ALL_ITEMS, one.details.item_id)]
        ideas = [one for one in state.ideas.values() if shown in (ALL_ITEMS, one.details.item_id)]
        jobs = [one for one in state.actions.values() if _belongs(state, one, shown)]
        sections = [
            Section(DECISIONS, self._titles[DECISIONS], [(one.id, rows.decision(one)) for one in decisions]),
            Section(
                IDEAS, self._titles[IDEAS], [(one.id, self._idea_row(state, rows, one)) for one in reversed(ideas)]
            ),
            Section(ACTIONS, self._titles[ACTIONS], [(one.id, rows.action(one)) for one in jobs]),
        ]
        self.lines.show_sections(sections, chosen=chosen, acts=self._acts(state, chosen))
        is_empty = not (decisions or ideas or jobs)
        self._nothing.setVisible(is_empty)
        self._invite.setVisible(is_empty)

    def _show_items(self, state: MeetingState, shown: str) -> None:
        choices = [
            Choice(item.id, self.tr("Item {number}: {title}").format(number=at, title=shown_words(item.details.title)))
            for at, item in enumerate(state.agenda, start=1)
        ]
        self.items.show_items([*choices, Choice(ALL_ITEMS, self.tr("All items"))], shown)

    def show_more(self, key: str) -> None:
        """Show the rarer acts of an idea the next time that lines are shown, or with "" the usual ones."""
        self._more_of = key

    def _idea_row(self, state: MeetingState, rows: LineRows, idea: Idea) -> RowWords:
        lead = state.ideas.get(idea.details.joined_into) if idea.details.joined_into else None
        return rows.idea(idea, lead)

    def _acts(self, state: MeetingState, chosen: str) -> tuple[Act, ...]:
        idea = state.ideas.get(IdeaId(chosen))
        if idea is None:
            return ()
        return self._rare_acts(idea) if self._more_of == chosen else self._usual_acts(idea)

    def _usual_acts(self, idea: Idea) -> tuple[Act, ...]:
        change = Act(CHANGE, self.tr("Change"), Icon.REWORD)
        more = Act(MORE, self.tr("More"), Icon.MORE)
        join = Act(JOIN, self.tr("Put with like ideas"), Icon.PUT_TOGETHER)
        if idea.details.outcome is IdeaOutcome.TAKEN_BACK:
            return (more,)
        if idea.details.joined_into is not None:
            return Act(PART, self.tr("It goes its own way"), Icon.SPLIT), change, more
        if idea.details.outcome is IdeaOutcome.DECIDED:
            return join, change, more
        decide = Act(DECIDE, self.tr("Make it a decision"), Icon.DECISIONS)
        return decide, change, Act(SETTLE, self.tr("What becomes of it?"), Icon.KEEP_FOR_LATER), join, more

    def _rare_acts(self, idea: Idea) -> tuple[Act, ...]:
        details, acts = idea.details, []
        if details.ticket is not None:
            acts.append(Act(TICKET, self.tr("Save a slip with its number"), Icon.PRINT))
        if details.recording_id:
            acts.append(Act(LISTEN, self.tr("Listen"), Icon.READ_ALOUD))
            acts.append(Act(SAVE_SOUND, self.tr("Save the recording"), Icon.SAVE))
        if details.outcome is not IdeaOutcome.TAKEN_BACK:
            acts.append(Act(TAKE_BACK, self.tr("Take it back openly"), Icon.COME_BACK))
        return (*acts, Act(TAKE_OUT, self.tr("Take words out for good"), Icon.REMOVE))


def _belongs(state: MeetingState, action: Action, shown: str) -> bool:
    """Whether a job is shown with an item: through its decision, or always if it has none."""
    decision = state.decisions.get(action.details.decision_id) if action.details.decision_id else None
    return shown == ALL_ITEMS or decision is None or decision.details.item_id == shown
