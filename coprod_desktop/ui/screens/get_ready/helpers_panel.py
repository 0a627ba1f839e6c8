"""Who helps whom out if there is a fire: a name beside each person who asked for it; private (AN-33)."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.flow_layout import flow_of
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.layouts import empty_layout
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.private_cover import PrivateCover
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services


class _Names(ScrollColumn):
    """A field for each person."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, gap=14)
        self.fields: dict[PersonId, LineField] = {}


class HelpersPanel(Card):
    """Each name is kept when its field is left. Signals: `closed`; `acted(kind)`. Button: `main` goes back."""

    closed = Signal()
    acted = Signal(str)

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge) -> None:
        note = self.tr("Choose with the person. The name stands on the safety sheet.")
        super().__init__(theme, self.tr("Who helps if there is a fire?"), note, heading_style=TextStyle.TITLE)
        self._theme, self._services, self._bridge = theme, services, bridge
        self._shown: dict[PersonId, str] = {}
        self.main = BigButton(theme, self.tr("That is all"), kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8")
        self.back = BigButton(theme, self.tr("Back"), kind=ButtonKind.QUIET, icon=Icon.BACK, key="Esc")
        self._cover = PrivateCover(theme, bridge.sight, self._make_names)
        self.add(self._cover, 1)
        self.add_layout(flow_of(theme, self.main, self.back, gap=12))
        for button in (self.main, self.back):
            button.clicked.connect(self.closed)

    def show_state(self, _state: MeetingState) -> None:
        """Show who needs a helper now and the names that are kept; a name that is half typed stays."""
        content = self._cover.content
        if isinstance(content, _Names):
            kept = self._kept()
            self._show_fields(content, kept)
            for person_id, field in content.fields.items():
                if field.text().strip() == self._shown.get(person_id, ""):
                    field.setText(kept.get(person_id, ""))
            self._shown = kept

    def focus_likely(self) -> None:
        """Go to the first field that is empty, or to the question who can see this screen."""
        content = self._cover.content
        if not isinstance(content, _Names):
            self._cover.question.focus_first()
            return
        fields: Sequence[QWidget] = list(content.fields.values())
        empty = [field for field in content.fields.values() if not field.text()]
        for field in (*empty, *fields, self.main)[:1]:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_half_typed(self) -> bool:
        """Names are kept when a field is left."""
        return False

    def _kept(self) -> dict[PersonId, str]:
        return {one.person_id: one.helper for one in self._services.ready.helpers(self._bridge.meeting_id)}

    def _make_names(self) -> QWidget:
        names = _Names(self._theme)
        self._shown = self._kept()
        self._show_fields(names, self._shown)
        return names

    def _show_fields(self, names: _Names, kept: dict[PersonId, str]) -> None:
        """A field for each person, made anew only when it is about others; names that are half typed stay."""
        ready, state = self._services.ready, self._bridge.state
        without = (person.id for person in ready.who_needs_helper(state.id, state=state))
        wanted = self._bridge.by_name({*kept, *without})
        if names.fields and wanted == list(names.fields):
            return
        typed = {person_id: field.text() for person_id, field in names.fields.items()}
        focused = next((one for one, field in names.fields.items() if field.hasFocus()), None)
        for field in names.fields.values():
            field.blockSignals(True)  # it is hidden, not left: half a name is not kept
        empty_layout(names.column)
        names.fields = {one: self._add_field(names, one, typed.get(one, kept.get(one, ""))) for one in wanted}
        names.add_stretch()
        if focused in names.fields:
            names.fields[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_field(self, names: _Names, person_id: PersonId, helper: str) -> LineField:
        field = LineField(self._theme, helper)
        words = self.tr("Who helps {name}?").format(name=self._bridge.name(person_id))
        form_row(self._theme, names.column, words, field)
        field.editingFinished.connect(partial(self._on_named, person_id, field))
        return field

    def _on_named(self, person_id: PersonId, field: LineField) -> None:
        helper = field.text().strip()
        if helper == self._kept().get(person_id, ""):
            return
        name = partial(self._services.ready.name_helper, self._bridge.meeting_id, person_id, helper)
        if self._bridge.ask(name).is_done:
            last = self._services.history.last
            self.acted.emit(last.kind if last is not None else "")
