"""How the program looks, where our data is, a copy of it, and what the program is made of."""

from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from coprod_desktop import __version__
from coprod_desktop.services.clock import today
from coprod_desktop.services.faults import FaultReason, StorageFault
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Icon, Mode, TextStyle, Theme
from coprod_desktop.ui.theme.text_styles import TEXT_PERCENTS
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.credits_list import CreditsList
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.layouts import Column
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.screen import Screen
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.text_field import TextField
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import fault_words

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class SettingsScreen(Screen):
    """Text size, colours, data folder, copies, credits. Each choice works at once. Signals: those of Screen."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        super().__init__()
        self._theme = theme
        self._services = services
        self._bridge = bridge
        self._sizes = ChoiceButtons(
            theme, self.tr("How big are words on the screen?"), [Choice(str(n), f"{n} %") for n in TEXT_PERCENTS]
        )
        self._looks = ChoiceButtons(
            theme,
            self.tr("Which colours?"),
            [
                Choice(Mode.SYSTEM.value, self.tr("As on my computer")),
                Choice(Mode.LIGHT.value, self.tr("Light")),
                Choice(Mode.DARK.value, self.tr("Dark")),
                Choice(Mode.HIGH_CONTRAST.value, self.tr("High contrast")),
            ],
        )
        self._folder = TextField(theme, str(services.settings.data_folder), lines=2)
        self._folder.setReadOnly(True)
        self._open_folder = BigButton(theme, self.tr("Open the folder"), icon=Icon.FOLDER)
        self._save_copy = BigButton(theme, self.tr("Save a copy"), icon=Icon.BACKUP, key="F8")
        self._message = MessageBar(theme, MessageKind.GOOD, "")
        self._group_name = WrapLabel(theme, "", TextStyle.BIG_HEADING)
        area = Column(theme)
        area.addWidget(WorkArea(theme, self._make_main(), self._make_side()))
        self.setLayout(area)
        self._connect()
        self.bind("F8", self._save_copy)

    def title(self) -> str:
        """Settings."""
        return self.tr("Settings")

    def on_shown(self) -> None:
        """Show what is chosen and where things are."""
        self._show_look()
        group = self._services.groups.current()
        self._group_name.setText(group.name if group else self.tr("No group yet"))

    def focus_first(self) -> None:
        """The text size that is chosen."""
        self._sizes.button(str(self._theme.text_percent)).setFocus()

    def _make_main(self) -> QWidget:
        theme = self._theme
        card = Card(theme, self.tr("Settings"), heading_style=TextStyle.TITLE)
        card.add(self._message)
        self._message.hide()
        scroll = ScrollColumn(theme, gap=20)
        keys = self.tr("You can also press Ctrl and +, or Ctrl and -.")
        scroll.add(FormRow(theme, self._sizes.accessibleName(), self._sizes, hint=keys))
        scroll.add(FormRow(theme, self._looks.accessibleName(), self._looks))
        scroll.add(Divider(theme))
        data = Column(theme, gap=10)
        data.addWidget(WrapLabel(theme, self.tr("Our data"), TextStyle.HEADING))
        data.addWidget(WrapLabel(theme, self.tr("Everything is on this laptop. Nothing leaves it."), TextStyle.NOTE))
        data.addLayout(flow_of(theme, self._save_copy, self._open_folder))
        to_open = self.tr("To open a copy, put it in an empty folder and call it coprod.sqlite.")
        data.addWidget(WrapLabel(theme, to_open, TextStyle.NOTE))
        scroll.add_layout(data)
        scroll.add(FormRow(theme, self.tr("Where is our data?"), self._folder))
        scroll.add_stretch()
        card.add(scroll, 1)
        return card

    def _make_side(self) -> QWidget:
        theme = self._theme
        card = Card(theme, self.tr("Our group"), gap=14)
        scroll = ScrollColumn(theme, gap=14)
        change = BigButton(theme, self.tr("Change our group"), icon=Icon.PEOPLE)
        change.clicked.connect(self._on_change_group)
        scroll.add(self._group_name)
        scroll.add(change)
        scroll.add(Divider(theme))
        scroll.add(WrapLabel(theme, self.tr("About this program"), TextStyle.HEADING))
        scroll.add(WrapLabel(theme, self._version_words(), TextStyle.NOTE))
        scroll.add(Fold(theme, self.tr("Thanks and licences"), Icon.INFO, self._make_credits))
        scroll.add_stretch()
        card.add(scroll, 1)
        return card

    def _make_credits(self) -> QWidget:
        return CreditsList(self._theme)

    def _version_words(self) -> str:
        try:
            version = metadata.version("coprod-desktop")
        except metadata.PackageNotFoundError:
            version = __version__
        return self.tr("coprod_desktop, version %s. Free to use and to change.") % version

    def _connect(self) -> None:
        self._sizes.chosen_changed.connect(self._on_size)
        self._looks.chosen_changed.connect(self._on_look)
        self._open_folder.clicked.connect(self._on_open_folder)
        self._save_copy.clicked.connect(self._on_save_copy)
        self._theme.changed.connect(self._show_look)

    def _show_look(self) -> None:
        self._sizes.set_chosen(str(self._theme.text_percent))
        self._looks.set_chosen(self._theme.mode.value)

    def _on_size(self) -> None:
        percent = int(self._sizes.chosen_key() or "100")
        self._theme.set_text_percent(percent)
        self._bridge.ask(lambda: self._services.settings.set_text_percent(percent))

    def _on_look(self) -> None:
        mode = Mode(self._looks.chosen_key() or Mode.SYSTEM.value)
        self._theme.set_mode(mode)
        self._bridge.ask(lambda: self._services.settings.set_theme(mode.value))

    def _on_open_folder(self) -> None:
        folder = self._services.settings.data_folder
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._tell(MessageKind.WARM, self.tr("The folder did not open. Its place is written above."))

    def _on_save_copy(self) -> None:
        name = self.tr("coprod copy %s.sqlite") % today(self._services.clock).isoformat()
        kinds = self.tr("Copy of our data (*.sqlite)")
        target = SavePlace.ask(self, self.tr("Save a copy"), Path.home() / name, kinds)
        if target is not None:
            self._save_to(target)

    def _save_to(self, target: Path) -> None:
        try:
            self._services.settings.save_copy(target)
        except StorageFault as fault:
            self._tell(MessageKind.FAILED, self.tr("The copy was not saved."), self._why(fault))
            return
        self._tell(MessageKind.GOOD, self.tr("The copy is saved and checked."), str(target))

    def _why(self, fault: StorageFault) -> str:
        if fault.reason is FaultReason.DAMAGED:
            return self.tr("It was not whole, so we took it away. Please try another place.")
        return fault_words(fault.reason)

    def _tell(self, kind: MessageKind, words: str, note: str = "") -> None:
        self._message.show_message(kind, words, note)

    def _on_change_group(self) -> None:
        self.go_requested.emit("group")
