"""Our group: set one up, say what it means to us, and choose between the groups of this laptop (R01, R16)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedLayout

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId
from coprod_desktop.domain.reasons import Reason
from coprod_desktop.ui.meeting_bridge import MeetingBridge, Outcome
from coprod_desktop.ui.screens.group.word_sharing_acts import WordSharingActs
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.group_card import GroupCard
from coprod_desktop.ui.widgets.groups_side import GroupsSide
from coprod_desktop.ui.widgets.new_group_card import NewGroupCard
from coprod_desktop.ui.widgets.next_steps_card import NextStepsCard
from coprod_desktop.ui.widgets.screen import Screen
from coprod_desktop.ui.widgets.word_sharing import WordSharing
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class GroupScreen(Screen):
    """The group that is shown, and the others. Each change is saved at once.

    Signals: those of Screen; `renamed` after a group was set up, chosen or given another name.
    """

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._services = services
        self._bridge = bridge
        self._group: Group | None = None
        self._new = NewGroupCard(theme, services.cannot_print_words)
        self._sharing = WordSharing(theme)
        self._card = GroupCard(theme, words_for, services.cannot_print_words, self._sharing)
        self._word_acts = WordSharingActs(self._sharing, services, bridge, self)
        self._side = GroupsSide(theme)
        self._places = QStackedLayout(self)  # before it holds anything, or a part would be a window of its own
        self._places.addWidget(WorkArea(theme, self._new, NextStepsCard(theme)))
        self._places.addWidget(WorkArea(theme, self._card, self._side))
        self._new.name_given.connect(self._on_name_given)
        self._new.stopped.connect(self.leave)
        self._card.changed.connect(self._on_changed)
        self._word_acts.told.connect(self.told)
        self._word_acts.warned.connect(self.warned)
        self._word_acts.brought_in.connect(self._on_brought_in)
        self._side.group_pressed.connect(self._on_group_pressed)
        self._side.new_requested.connect(self._on_new_requested)
        self.bind("F8", self._new.start_button())

    def title(self) -> str:
        """Our group, or setting one up."""
        return self.tr("Set up our group") if self._group is None else self.tr("Our group")

    def on_shown(self) -> None:
        """Read everything again; half-typed words stay."""
        group = self._services.groups.current()
        is_same = group is not None and self._group is not None and group.id == self._group.id
        self._group = group
        if group is None:
            self._show_new()
            return
        if not is_same:
            self._places.setCurrentIndex(1)
        self._card.show_group(group)
        self._side.show_groups([(one.id, one.name) for one in self._services.groups.groups()], group.id)

    def focus_first(self) -> None:
        """The name."""
        (self._new.name_field() if self._is_new() else self._card.name_field()).setFocus()

    def leave(self) -> bool:
        """From setting up another group back to the one that is shown; half-typed words go back first."""
        if self._is_new():
            if self._group is None:
                return False
            self._places.setCurrentIndex(1)
            self.focus_first()
            return True
        return self._sharing.close_form() or self._card.step_back()

    def end(self) -> None:
        """Let the thread finish."""
        self._word_acts.end()

    def _on_brought_in(self) -> None:
        self.on_shown()
        self.acted.emit("words_brought_in")

    def _is_new(self) -> bool:
        return self._places.currentIndex() == 0

    def _show_new(self) -> None:
        self._places.setCurrentIndex(0)
        self._new.begin(can_stop=self._group is not None)

    def _on_new_requested(self) -> None:
        self._show_new()

    def _on_name_given(self, name: str) -> None:
        outcome = self._bridge.ask(lambda: self._services.groups.create(name), says_refusals=False)
        if outcome.value is None:
            self._new.refuse(self._why(outcome))
            return
        self._new.accept()
        self._show_chosen()
        self.go_requested.emit("home")

    def _on_group_pressed(self, group_id: str) -> None:
        outcome = self._bridge.ask(lambda: self._services.groups.choose(GroupId(group_id)))
        if outcome.is_done:
            self._show_chosen()

    def _show_chosen(self) -> None:
        self.on_shown()
        self._bridge.refresh_people()
        self.renamed.emit()

    def _on_changed(self, fields: dict[str, Any]) -> None:
        before = self._group
        if before is None:
            return
        outcome = self._bridge.ask(lambda: self._services.groups.save(replace(before, **fields)), says_refusals=False)
        saved = outcome.value
        if saved is None:
            self._card.refuse(outcome.refusal.field if outcome.refusal else next(iter(fields)), self._why(outcome))
        elif len(saved.words) < len(fields.get("words", ())):
            self._card.refuse("words", words_for(Reason.WORDS_MISSING))  # a word without letters is not kept
        else:
            self._show_saved(before, saved)

    def _show_saved(self, before: Group, saved: Group) -> None:
        self._group = saved
        self.on_shown()
        self.acted.emit("group_changed")
        if saved.name != before.name:
            self.renamed.emit()

    def _why(self, outcome: Outcome[Any]) -> str:
        not_saved = self.tr("This is not saved. Please try again.")
        return words_for(outcome.refusal.reason) if outcome.refusal else not_saved
