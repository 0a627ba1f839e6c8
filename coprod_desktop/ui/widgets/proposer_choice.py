"""Asks whose idea something was: people here, the whole group, another way of telling us, or not named."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

_ANOTHER_WAY = "another_way"
_PLAIN_SOURCES: Final = (Source.WHOLE_GROUP, Source.UNNAMED)
OTHER_WAYS: Final = tuple(source for source in Source if source not in _PLAIN_SOURCES)
"""The ways in which the group was told, other than by a person in the room."""


class ProposerChoice(QWidget):
    """Several people and one source may stand together; nobody and nothing is no proposer.

    `name` says what the room calls a person, `words` the words of a source (`wording.words_for`).
    Typing a letter goes to the next person whose name begins with it. Signals: `changed`, when a person chooses;
    `entered`, by Return on who it was, where `set_return_goes_on` says so.
    """

    changed = Signal()
    entered = Signal()
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, theme: Theme, *, name: Callable[[PersonId], str], words: Callable[[StrEnum], str]) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._offered: list[PersonId] = []
        self._shown: list[PersonId] = []
        self._other = ""
        self._also: tuple[Source, ...] = ()
        self._words = words
        self._people = ChoiceButtons(theme, self.tr("People here"), is_several=True)
        self._others = ChoiceButtons(theme, self.tr("Not one person"), self._other_choices(words), is_several=True)
        self._ways = ChoiceButtons(
            theme, self.tr("How we were told"), [Choice(source.value, words(source)) for source in OTHER_WAYS]
        )
        self._note = LineField(theme)
        self._on_behalf_of = LineField(theme)
        self._for_others = BigButton(
            theme, self.tr("They say it for somebody else"), kind=ButtonKind.QUIET, icon=Icon.TELL_THEM
        )
        self._also_line = WrapLabel(theme, "", TextStyle.NOTE)
        self._ways_part = self._labelled(self._ways)
        self._others_part = self._labelled_line(self.tr("For whom do they say it?"), self._on_behalf_of)
        self._lay_out()
        self._connect()

    def show_people(self, people: Sequence[PersonId]) -> None:
        """Offer these people; what is chosen and the focus stay."""
        self._offered = list(people)
        chosen = [PersonId(key) for key in self._people.chosen()]
        self._offer([*people, *(who for who in chosen if who not in people)], chosen)

    def value(self) -> Proposer | None:
        """Who was chosen, or None if nobody and nothing was, or if it is not said how the group was told."""
        people = tuple(PersonId(key) for key in self._people.chosen())
        source = self._source()
        if source is None and (not people or self._other == _ANOTHER_WAY):
            return None
        return Proposer(
            people=people,
            source=source,
            on_behalf_of=self._on_behalf_of.text().strip(),
            note=self._note.text().strip(),
            also_sources=tuple(one for one in self._also if one is not source),
        )

    def set_value(self, proposer: Proposer | None) -> None:
        """Choose these and no others; None chooses nobody."""
        chosen = proposer or Proposer()
        extra = [who for who in chosen.people if who not in self._offered]
        self._offer([*self._offered, *extra], list(chosen.people))
        is_told = chosen.source in OTHER_WAYS
        self._ways.set_chosen(*([chosen.source.value] if chosen.source and is_told else []))
        other = _ANOTHER_WAY if is_told else chosen.source.value if chosen.source else ""
        self._choose_other(other)
        self._note.setText(chosen.note)
        self._on_behalf_of.setText(chosen.on_behalf_of)
        self._ways_part.setVisible(is_told)
        self._show_also(chosen.also_sources)
        self._others_part.setVisible(bool(chosen.on_behalf_of))
        self._for_others.setVisible(not chosen.on_behalf_of)

    def set_return_goes_on(self, is_so: bool) -> None:
        """Whether Return chooses and says that this is all; otherwise it only chooses, as Space does."""
        self._people.goes_on_with_return = self._others.goes_on_with_return = is_so

    def _show_also(self, sources: tuple[Source, ...]) -> None:
        """What was joined had more than one source: none of them is lost when something else is changed."""
        self._also = sources
        told = " ".join(f"{self._words(source)}." for source in sources)
        self._also_line.setText(self.tr("Also: {sources}").format(sources=told))
        self._also_line.setVisible(bool(sources))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter goes to the next person whose name begins with it."""
        letter = event.text().casefold()
        focused = self.window().focusWidget()
        buttons: list[QWidget] = [self._people.button(who) for who in self._shown]
        if not letter.isalpha() or focused not in buttons:
            super().keyPressEvent(event)
            return
        at = buttons.index(focused)
        for place in (*range(at + 1, len(buttons)), *range(at + 1)):
            if self._name(self._shown[place]).casefold().startswith(letter):
                buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
                return

    # Building

    def _other_choices(self, words: Callable[[StrEnum], str]) -> list[Choice]:
        return [
            Choice(Source.WHOLE_GROUP.value, words(Source.WHOLE_GROUP)),
            Choice(_ANOTHER_WAY, self.tr("Told us another way")),
            Choice(Source.UNNAMED.value, self.tr("Not named"), words(Source.UNNAMED)),
        ]

    def _labelled(self, ways: ChoiceButtons) -> QWidget:
        column = Column(self._theme, gap=8)
        form_row(self._theme, column, self.tr("How were we told?"), ways)
        form_row(self._theme, column, self.tr("When and where? You can leave this empty."), self._note)
        return holder(column)

    def _labelled_line(self, words: str, field: LineField) -> QWidget:
        column = Column(self._theme)
        form_row(self._theme, column, words, field)
        return holder(column)

    def _lay_out(self) -> None:
        column = Column(self._theme, gap=8)
        for part in (
            self._people,
            self._others,
            self._ways_part,
            self._also_line,
            self._for_others,
            self._others_part,
        ):
            column.addWidget(part)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        for hidden in (self._ways_part, self._also_line, self._others_part):
            hidden.hide()
        self.setFocusProxy(self._others)

    def _connect(self) -> None:
        self._people.chosen_changed.connect(self._on_people)
        self._people.entered.connect(self._on_entered)
        self._others.entered.connect(self._on_entered)
        self._others.chosen_changed.connect(self._on_others)
        self._ways.chosen_changed.connect(self._on_ways)
        self._note.textEdited.connect(self.changed)
        self._on_behalf_of.textEdited.connect(self.changed)
        self._for_others.clicked.connect(self._on_for_others)

    def _offer(self, people: list[PersonId], chosen: list[PersonId]) -> None:
        if people != self._shown:
            focused = self._focused_person()
            self._shown = people
            self._people.set_choices([Choice(who, self._name(who)) for who in people])
            self._people.setVisible(bool(people))
            self._aim_focus()
            if focused is not None:
                self._people.button(focused if focused in people else people[0]).setFocus()
        self._people.set_chosen(*chosen)

    def _focused_person(self) -> PersonId | None:
        focused = self.window().focusWidget()
        return next((who for who in self._shown if self._people.button(who) is focused), None)

    def _source(self) -> Source | None:
        if self._other == _ANOTHER_WAY:
            way = self._ways.chosen_key()
            return Source(way) if way else None
        return Source(self._other) if self._other else None

    def _choose_other(self, other: str) -> None:
        self._other = other
        self._others.set_chosen(*filter(None, (other,)))
        self._aim_focus()

    def _aim_focus(self) -> None:
        """Where to go when something is still to be said: how the group was told, else who."""
        is_untold = self._other == _ANOTHER_WAY and self._source() is None
        self.setFocusProxy(self._ways if is_untold else self._people if self._shown else self._others)

    # Acts

    def _on_people(self) -> None:
        if self._people.chosen() and self._source() in _PLAIN_SOURCES:
            self._choose_other("")
        self.changed.emit()

    def _on_entered(self) -> None:
        if self.value() is not None:  # how the group was told is still to be said
            self.entered.emit()

    def _on_others(self) -> None:
        pressed = next((key for key in self._others.chosen() if key != self._other), "")
        self._choose_other(pressed)
        if pressed in (Source.WHOLE_GROUP.value, Source.UNNAMED.value):
            self._people.set_chosen()
        is_told = pressed == _ANOTHER_WAY
        self._ways_part.setVisible(is_told)
        if is_told:
            self._ways.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._note.clear()
        self.changed.emit()

    def _on_ways(self) -> None:
        self._aim_focus()
        self.changed.emit()

    def _on_for_others(self) -> None:
        self._for_others.hide()
        self._others_part.show()
        self._on_behalf_of.setFocus(Qt.FocusReason.OtherFocusReason)
