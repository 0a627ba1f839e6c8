"""The paper kit: what a meeting needs on paper, made in one press."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.services.paper_kit_service import KitOrder, KitPart, NameOrder
from coprod_desktop.services.record_file import NotWritten
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.screens.minutes.panel import MinutesPanel
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.long_work import LongWork, Progress, Stopped
from coprod_desktop.ui.widgets.save_place import SavePlace
from coprod_desktop.ui.widgets.saved_file import SavedFile
from coprod_desktop.ui.widgets.wrap_label import WrapLabel

if TYPE_CHECKING:
    from coprod_desktop.services.bootstrap import Services

SIZES = ("14", "16", "18", "20", "24", "28")
_FIRST_OF_LIST = "first"


class KitPanel(MinutesPanel):
    """Chooses the papers, and keeps them as one file."""

    def __init__(self, theme: Theme, services: "Services", bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, services, bridge, pages)
        self._path: Path | None = None
        self._opens = False
        self._offered: list[Choice] = []
        self._work = LongWork(self)
        self._make_parts()
        self._lay_out()
        self._connect()

    def likeliest(self) -> BigButton:
        """Saving the kit."""
        return self._save

    def show_state(self, state: MeetingState) -> None:
        """Whom the go-round may start with."""
        people = [(who, self.bridge.name(who)) for who, seen in state.attendance.items() if not seen.is_sorry]
        offered = [Choice(_FIRST_OF_LIST, self.tr("The top of the list"))]
        offered += [Choice(str(who), name) for who, name in sorted(people, key=lambda one: one[1].casefold())]
        if offered == self._offered:
            return
        chosen, self._offered = self._starts.chosen_key(), offered
        self._starts.set_choices(offered)
        self._starts.set_chosen(chosen if chosen in {choice.key for choice in offered} else _FIRST_OF_LIST)

    def choices(self, group: str) -> ChoiceButtons:
        """The buttons to choose "parts", "sizes", "order" or "starts"."""
        return {"parts": self._parts, "sizes": self._sizes, "order": self._order, "starts": self._starts}[group]

    def message_words(self) -> str:
        """What came of it."""
        return self._saved.words()

    @property
    def is_working(self) -> bool:
        """Whether the papers are being made."""
        return self._work.is_running

    def end(self) -> None:
        """Wait for what is being made."""
        self._work.end()

    # Parts

    def _make_parts(self) -> None:
        theme = self.theme
        names = {
            KitPart.AGENDA: self.tr("Agenda"),
            KitPart.TURN_ORDER: self.tr("Turn order"),
            KitPart.CARDS: self.tr("Cards"),
            KitPart.BLANK_CARDS: self.tr("Blank cards"),
            KitPart.IDEA_SLIPS: self.tr("Idea slips"),
            KitPart.DECISION_SLIPS: self.tr("Decision slips"),
            KitPart.COUNT_SHEETS: self.tr("Count sheets"),
            KitPart.CHECK_OUT_SLIPS: self.tr("How it was slips"),
        }
        parts = [Choice(part.value, words) for part, words in names.items()]
        self._parts = ChoiceButtons(theme, self.tr("Which papers?"), parts, is_several=True)
        self._parts.set_chosen(*(part.value for part in names))
        self._sizes = ChoiceButtons(theme, self.tr("Size of the letters"), [Choice(size, size) for size in SIZES])
        self._sizes.set_chosen("16")
        order = [
            Choice(NameOrder.BY_NAME.value, self.tr("By the alphabet")),
            Choice(NameOrder.AS_THEY_CAME.value, self.tr("As they came")),
        ]
        self._order = ChoiceButtons(theme, self.tr("Order of the names"), order)
        self._order.set_chosen(NameOrder.BY_NAME.value)
        self._starts = ChoiceButtons(theme, self.tr("The round starts with"), [])
        self._save = BigButton(theme, self.tr("Save the paper kit"), kind=ButtonKind.PRIMARY, icon=Icon.SAVE, key="F8")
        self.open_button = BigButton(theme, self.tr("Open to print"), icon=Icon.PRINT)
        self._saved = SavedFile(theme, self._save)

    def _lay_out(self) -> None:
        self.add_way_back(self.tr("Paper kit"))
        card = Card(self.theme, self.tr("For the table"))
        card.add(WrapLabel(self.theme, self.tr("Paper works when the laptop does not."), TextStyle.BODY))
        form_row(self.theme, card.body, self.tr("Which papers?"), self._parts)
        form_row(self.theme, card.body, self.tr("Size of the letters"), self._sizes)
        form_row(self.theme, card.body, self.tr("Order of the names"), self._order)
        form_row(self.theme, card.body, self.tr("The round starts with"), self._starts)
        self.middle.add(card)
        self.middle.add_stretch()
        self.add_above_acts(self._saved)
        self.acts.addWidget(self._save, 3)
        self.acts.addWidget(self.open_button, 2)

    def _connect(self) -> None:
        self._parts.chosen_changed.connect(self._on_parts)
        self._save.clicked.connect(self._on_save)
        self.open_button.clicked.connect(self._on_open)
        self._work.done.connect(self._on_made)
        self._work.failed.connect(self._on_failed)

    # What was pressed

    def _on_parts(self) -> None:
        """Without papers there is nothing to make."""
        for button in (self._save, self.open_button):
            button.setEnabled(bool(self._parts.chosen()))

    def _on_save(self) -> None:
        if self._work.is_running:
            return
        suggested = SavePlace.documents() / f"{self.tr('Paper kit')}.pdf"
        path = SavePlace.ask(self, self.tr("Save the paper kit"), suggested, self.tr("PDF (*.pdf)"))
        if path is not None:
            self._begin(path if path.suffix else path.with_suffix(".pdf"), opens=False)

    def _on_open(self) -> None:
        if self._work.is_running:
            return
        folder = self.services.folder / "minutes"
        with suppress(OSError):  # then the file cannot be written either, and that is said
            folder.mkdir(exist_ok=True)
        self._begin(folder / f"{self.tr('Paper kit')}.pdf", opens=True)

    def _begin(self, path: Path, *, opens: bool) -> None:
        kit, order = self.services.paper_kit, self._wanted()
        content = self.bridge.ask(lambda: kit.content(self.bridge.meeting_id, self.bridge.state)).value
        if content is None:
            return
        self._path, self._opens = path, opens
        self._saved.put_away()
        self._save.set_words(self.tr("Making the papers"))

        def make(_tell: Progress, _is_stopped: Stopped) -> bytes:
            return kit.combined(content, order)

        self._work.start(make)

    def _wanted(self) -> KitOrder:
        starts = self._starts.chosen_key()
        return KitOrder(
            parts=tuple(part for part in KitPart if part.value in self._parts.chosen()),
            size_pt=float(self._sizes.chosen_key() or "16"),
            name_order=NameOrder(self._order.chosen_key() or NameOrder.BY_NAME),
            first_person_id=PersonId(starts) if starts and starts != _FIRST_OF_LIST else None,
        )

    # What comes of it

    def _on_made(self, data: object) -> None:
        self._save.set_words(self.tr("Save the paper kit"))
        if not isinstance(data, bytes) or self._path is None:
            return
        try:
            self.services.paper_kit.save_combined(data, self._path)
        except NotWritten as fault:
            self._saved.tell_trouble(self.tr("The kit could not be saved there."), str(fault))
            return
        self._saved.tell_saved(self.tr("The paper kit is saved."), self._path)
        if self._opens:
            self._saved.open()

    def _on_failed(self, fault: Exception) -> None:
        self._save.set_words(self.tr("Save the paper kit"))
        self.services.error_log.note(fault)
        self._saved.tell_trouble(self.tr("The paper kit could not be made."), self.tr("Nothing is lost."))
