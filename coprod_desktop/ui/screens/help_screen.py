"""One calm page of help: the keys, the places, and where everything stays."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.key_line import KeyLine
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.reading_column import ReadingColumn
from coprod_desktop.ui.widgets.screen import Screen
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


KeyWords = tuple[tuple[str, ...], str]
"""Keys as they stand on buttons, and what they do."""


class HelpScreen(Screen):
    """Says what the keys do and what each place is for. Signals: those of Screen."""

    def __init__(self, theme: Theme, services: "Services | None" = None) -> None:
        super().__init__()
        self._theme = theme
        self._folder = str(services.settings.data_folder) if services is not None else ""
        self._page = ReadingColumn(theme, self.tr("The keys"), gap=2)
        area = Column(theme)
        area.addWidget(WorkArea(theme, self._make_keys(), self._make_side()))
        self.setLayout(area)
        self.starts_at(self._page)

    def title(self) -> str:
        """Help."""
        return self.tr("Help")

    def _make_keys(self) -> QWidget:
        theme = self._theme
        note = self.tr("You can do everything with keys. A mouse works too.")
        card = Card(theme, self.tr("The keys"), note, heading_style=TextStyle.TITLE)
        for title, lines in (
            (self.tr("In every place"), self._keys_everywhere()),
            (self.tr("When we take turns"), self._keys_of_turns()),
            (self.tr("At any time in a meeting"), self._keys_in_meeting()),
        ):
            self._page.column.addSpacing(theme.px(10))
            self._page.add(WrapLabel(theme, title, TextStyle.HEADING))
            for keys, words in lines:
                self._page.add(KeyLine(theme, keys, words))
        self._page.add_stretch()
        card.add(self._page, 1)
        return card

    def _keys_everywhere(self) -> list[KeyWords]:
        return [
            (("F8",), self.tr("Do the main thing on the screen.")),
            (("F4",), self.tr("Add something.")),
            (("Alt ↑", "Alt ↓"), self.tr("On the agenda: move an item up or down.")),
            (("Ctrl Z",), self.tr("Undo: take back the last thing.")),
            (("Ctrl Y",), self.tr("Do it again after Undo.")),
            (("Ctrl N",), self.tr("Make a new meeting.")),
            (("Ctrl F",), self.tr("Find an idea, a decision or a job. Esc goes back.")),
            (("Ctrl P",), self.tr("Get ready: open the lists to print.")),
            (("Ctrl Space",), self.tr("Take the word of our list that is offered.")),
            (("Ctrl +", "Ctrl -"), self.tr("Make all words bigger or smaller.")),
            (("Ctrl 1 to 5",), self.tr("Go to a place on the left.")),
            (("Tab",), self.tr("Go to the next thing. Shift and Tab goes back.")),
            (("↑", "↓"), self.tr("Move in a list or between choices.")),
            (("←", "→"), self.tr("In a list: go to the other buttons of a row.")),
            (("Enter",), self.tr("Press the button, or open the row.")),
            (("Esc",), self.tr("Go back. It changes nothing.")),
            (("F1",), self.tr("Show this page.")),
        ]

    def _keys_of_turns(self) -> list[KeyWords]:
        return [
            (("F8",), self.tr("Start a turn, or end it.")),
            (("F4",), self.tr("Somebody wants to speak. Choose their name.")),
            (("F5",), self.tr("Somebody wants to add to this.")),
            (("F6",), self.tr("Pause the turn. Press it again to go on.")),
            (("Shift F6",), self.tr("Time to think. It is not counted.")),
            (("F7",), self.tr("Give 1 more minute.")),
            (("F3",), self.tr("Somebody else is next. In a go-round: pass.")),
            (("Shift F3",), self.tr("Choose who is next in another way.")),
            (("Shift F3",), self.tr("In a go-round: come back to me.")),
            (("Ctrl G",), self.tr("Start a go-round, or end it.")),
            (("Ctrl E",), self.tr("Finish this item.")),
            (("Ctrl T",), self.tr("2 people talk. Then choose a name.")),
            (("Ctrl ←", "Ctrl →"), self.tr("When 2 people talk: say who speaks now.")),
        ]

    def _keys_in_meeting(self) -> list[KeyWords]:
        return [
            (("F2",), self.tr("Say how much time is left.")),
            (("F12",), self.tr("Pause everything. Press it again to go on.")),
            (("Ctrl F12",), self.tr("Something serious was said.")),
            (("Ctrl B",), self.tr("Have a break. F7 makes it 5 minutes longer.")),
            (("Ctrl O",), self.tr("Somebody steps out, or is back.")),
            (("Alt 1 to 6",), self.tr("Somebody shows a card. No name is kept.")),
            (("Ctrl W",), self.tr("Explain a hard word. It goes on our word list.")),
            (("F10",), self.tr("Show this on the wall, or read it to the room.")),
            (("F11",), self.tr("Show nothing on the wall. Press it again to show it.")),
        ]

    def _make_side(self) -> QWidget:
        theme = self._theme
        card = Card(theme, self.tr("Our data and the places"), gap=10)
        scroll = ReadingColumn(theme, self.tr("Our data and the places"))
        private = self.tr("Nothing leaves this laptop.")
        scroll.add(IconLine(theme, Icon.PRIVATE, private, TextStyle.STRONG))
        scroll.add(WrapLabel(theme, self._where(), TextStyle.NOTE))
        scroll.add(Divider(theme))
        for icon, words in self._places():
            scroll.add(IconLine(theme, icon, words, TextStyle.NOTE))
        scroll.add_stretch()
        card.add(scroll, 1)
        return card

    def _where(self) -> str:
        where = self._folder
        return self.tr("Our data is in: %s") % where if where else self.tr("Settings shows where our data is.")

    def _places(self) -> list[tuple[Icon, str]]:
        return [
            (Icon.HOME, self.tr("Home: carry on, or start something.")),
            (Icon.MEETINGS, self.tr("Meetings: all our meetings, old and new.")),
            (Icon.PEOPLE, self.tr("People: who we are and what we bring.")),
            (Icon.IDEA, self.tr("Our ideas: what was said, and what became of it.")),
            (Icon.GET_READY, self.tr("Get ready: before the day, what helps people take part.")),
            (Icon.GET_READY, self.tr("Welcome: on the day, who is here.")),
            (Icon.AGENDA, self.tr("Agenda: what we want to talk about.")),
            (Icon.TURNS, self.tr("Turns: who speaks now and who is next.")),
            (Icon.DECISIONS, self.tr("Decisions: ideas, what we agreed, who does it.")),
            (Icon.MINUTES, self.tr("Minutes: pages that everyone can read and check.")),
            (Icon.SETTINGS, self.tr("Settings: words, colours, copies, our group.")),
        ]
