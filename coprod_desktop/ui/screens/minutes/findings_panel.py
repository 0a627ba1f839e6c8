"""What could be easier to read: each place with the reason, a way to mend it, and the readers' word above all."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.group import ExplainedWord
from coprod_desktop.services.faults import StorageFault
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.copy_file import CopyFile
from coprod_desktop.ui.screens.minutes.finding_groups import FoundThing, found_things
from coprod_desktop.ui.screens.minutes.finding_list import FindingList
from coprod_desktop.ui.screens.minutes.mend_form import MendForm, Typed
from coprod_desktop.ui.screens.minutes.mending import MendableWords, hard_word, mendable, place_of, write_easier
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import COPY, PICTURES, MinutesPanel
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.one_page_stack import OnePageStack
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

_PICTURE_RULES = ("ER-25", "ER-26")
_LENGTH_RULES = ("ER-30",)


class FindingsPanel(MinutesPanel):
    """A list of places; one of them can be opened to mend it. What is typed and not saved is kept for each."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._things: dict[str, FoundThing] = {}
        self._mended: tuple[str, MendableWords | None] = ("", None)
        self._kept: dict[str, Typed] = {}
        self._count = WrapLabel(theme, "", TextStyle.BODY)
        self.list = FindingList(theme, pages.page_of)
        self.work_copy = BigButton(theme, self.tr("Print a copy for us to work on"), icon=Icon.PRINT)
        self.form = MendForm(theme)
        self._file = CopyFile(services, bridge, pages, self)
        self._stack = OnePageStack()
        self._lay_out()
        self._connect()

    def likeliest(self) -> BigButton | None:
        """Saving easier words while they are typed, else mending what is chosen."""
        if self._is_mending():
            return self.form.save
        return self.list.mend_button()

    def focus_target(self) -> QWidget | None:
        """Where typing begins, else what is chosen, else the way back."""
        if self._is_mending():
            return self.form.first_field()
        return self.list.chosen_target() or self.list.first_target() or self._way_back

    def on_shown(self) -> None:
        """The list, as it is now; the first thing is chosen, and its page is shown."""
        self._keep_typed()
        self._show_list()
        self._show()
        self.list.choose_first()

    def leave(self) -> bool:
        """Back from mending to the list."""
        if not self._is_mending():
            return False
        self._on_back()
        return True

    def is_half_typed(self) -> bool:
        """Whether easier words were typed and not saved."""
        return bool(self._kept) or (self._is_mending() and self.form.typed() != Typed())

    def count_words(self) -> str:
        """How many there are, in words."""
        return self._count.text()

    def mend(self, key: str) -> None:
        """Mend one thing at once, if that can be done here; else its row is chosen."""
        if key in self._things:
            self.list.choose(key)
            self._on_mend(key)

    def end(self) -> None:
        """Let the thread finish."""
        self._file.end()

    # Parts

    def _lay_out(self) -> None:
        self._way_back = self.add_way_back(self.tr("Could be easier to read"))
        inside, column = QWidget(), Column(self.theme, gap=12)
        column.addWidget(self._count)
        column.addWidget(self.list)
        inside.setLayout(column)
        self.middle.add(inside)
        self.middle.add_stretch()
        self.acts.addWidget(self.work_copy, 1)
        layout = self.layout()
        assert isinstance(layout, Column)
        layout.removeWidget(self.middle)
        layout.insertWidget(1, self._stack, 1)
        self._stack.addWidget(self.middle)
        self._stack.addWidget(self.form)

    def _connect(self) -> None:
        self.pages.checked.connect(self._show)
        self.pages.made.connect(self._show)
        self.list.chosen.connect(self._on_chosen)
        self.list.mend_wanted.connect(self._on_mend)
        self.list.fine_wanted.connect(partial(self._settle, is_fine=True))
        self.list.again_wanted.connect(partial(self._settle, is_fine=False))
        self.work_copy.clicked.connect(self._file.open_to_print)
        self._file.told.connect(self.told)
        self._file.warned.connect(self.warned)
        self.form.save_wanted.connect(self._on_save)
        self.form.back_requested.connect(self._on_back)

    def _is_mending(self) -> bool:
        return self._stack.currentWidget() is self.form

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.middle)
        self.work_copy.show()

    # The list

    def _show(self) -> None:
        report = self.pages.report
        if not self.bridge.has_meeting:
            return
        if report is None:
            self._count.setText(self.tr("Reading the pages."))
            return
        had_focus = self.list.has_focus()
        self._things = {thing.key: thing for thing in found_things(report)}
        things = list(self._things.values())
        open_ones = [thing for thing in things if not thing.is_settled]
        self._count.setText(self._count_words(open_ones))
        self.list.show_things(things, begun=set(self._kept), mend_words=self._mend_words)
        if had_focus:
            self._focus_list()

    def _count_words(self, things: list[FoundThing]) -> str:
        if not things:
            return self.tr("We found nothing to put right. Your readers know best.")
        if any(thing.is_blocking for thing in things):
            return self.tr("Some things take away the words “ready to print”. You can always print.")
        return self.tr("Ready to print. These could still be easier.")

    def _mend_words(self, thing: FoundThing) -> tuple[str, Icon]:
        """What mending is called for a thing, and its sign; nothing where it cannot be mended in the program."""
        finding = thing.finding
        if hard_word(finding) or mendable(self.bridge.state, finding) is not None:
            return self.tr("Mend it"), Icon.REWORD
        if finding.rule in _PICTURE_RULES:
            return self.tr("See the pictures"), Icon.PICTURE
        if finding.rule in _LENGTH_RULES:
            return self.tr("Choose a part"), Icon.SAVE
        place = place_of(self.bridge.state, finding.ref)
        if place:
            return self.tr("Go to where it is written"), Icon.REWORD
        return "", Icon.REWORD

    # What was pressed

    def _on_chosen(self, key: str) -> None:
        places = map(self.pages.page_where_said, self._things[key].places)
        page = next((place for place in places if place is not None), None)
        if page is not None:
            self.page_wanted.emit(page)

    def _on_mend(self, key: str) -> None:
        finding = self._things[key].finding
        words = mendable(self.bridge.state, finding)
        if words is not None or hard_word(finding):
            self._open_form(key, words)
        elif finding.rule in _PICTURE_RULES:
            self.panel_wanted.emit(PICTURES)
        elif finding.rule in _LENGTH_RULES:
            self.panel_wanted.emit(COPY)
        elif place_of(self.bridge.state, finding.ref):
            self.go_requested.emit(place_of(self.bridge.state, finding.ref))

    def _open_form(self, key: str, words: MendableWords | None) -> None:
        finding = self._things[key].finding
        self._mended = (key, words)
        self._stack.setCurrentWidget(self.form)
        self.work_copy.hide()
        self.form.begin(finding.message, finding.mend, words, hard_word(finding), self._kept.get(key))
        self.form.focus_first()

    def _on_back(self) -> None:
        self._keep_typed()
        self._show_list()
        self._show()
        self._focus_list()

    def _keep_typed(self) -> None:
        """What was typed is there again when the same thing is opened again."""
        if not self._is_mending():
            return
        key, typed = self._mended[0], self.form.typed()
        self._kept.pop(key, None)
        if typed != Typed():
            self._kept[key] = typed

    def _focus_list(self) -> None:
        """Stay where the focus is in the list; else what is chosen, the first row, or the way back."""
        if not self.list.has_focus():
            target = self.list.chosen_target() or self.list.first_target() or self._way_back
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_save(self, typed: Typed) -> None:
        key, words = self._mended
        is_saved = words is None or not typed.words or self._write_easier(words, typed.words)
        if not is_saved or (typed.meaning and not self._explain(typed.term, typed.meaning)):
            return
        self._kept.pop(key, None)
        self._show_list()
        self._show()
        self._focus_list()
        self.pages.make()

    def _write_easier(self, words: MendableWords, easier: str) -> bool:
        bridge = self.bridge
        answer = bridge.ask(lambda: write_easier(bridge.requests, bridge.state, words.ref, easier), says_refusals=False)
        if answer.refusal is not None:
            self.form.show_error(words_for(answer.refusal.reason))
        return answer.is_done

    def _explain(self, term: str, meaning: str) -> bool:
        groups = self.services.groups
        group = groups.current()
        if group is None:
            return False
        others = [word for word in group.words if word.term.casefold() != term.casefold()]
        words = (*others, ExplainedWord(term=term, means=meaning))
        if not self.bridge.ask(lambda: groups.save(replace(group, words=words))).is_done:
            return False
        self.acted.emit("group_changed")
        return True

    def _settle(self, key: str, *, is_fine: bool) -> None:
        thing = self._things.get(key)
        if thing is None:
            return
        try:
            self.pages.settle(thing.finding, is_fine=is_fine)
        except StorageFault as fault:
            self.bridge.failed.emit(fault)
            return
        self.acted.emit("readers_said_fine" if is_fine else "readers_took_it_back")
