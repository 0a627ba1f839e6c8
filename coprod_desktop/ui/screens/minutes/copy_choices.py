"""What one copy is like: whose it is, which minutes, how big, how far apart the lines, which part."""

from typing import TYPE_CHECKING

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.person import MinutesFormat, is_written_to
from coprod_desktop.services.minutes_service import USUAL_SIZE_PT, MinutesOrder
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.screens.minutes.pages_in_sight import PagesInSight
from coprod_desktop.ui.theme import TextStyle, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.form_row import FormRow
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from coprod_desktop.ui.wording import words_for

if TYPE_CHECKING:
    from collections.abc import Iterable

EASY_READ_SIZES = (14, 16, 18, 20, 22, 24, 28)
LARGE_PRINT_SIZES = (12, 14, 16, 18, 20, 22, 24, 28, 36, 48)
EVERYBODY, ONE_PERSON = "everybody", "person"
_WHOLE = "whole"
_WITH, _WITHOUT, _USUAL, _WIDE = "with", "without", "usual", "wide"
_SPACINGS = ("1", "1.5", "2")


class CopyChoices(Card):
    """Buttons that change which minutes are in sight."""

    def __init__(self, theme: Theme, bridge: MeetingBridge, pages: PagesInSight) -> None:
        super().__init__(theme, padding=16, gap=10)
        self._bridge, self._pages = bridge, pages
        self._asks_who = False
        self._offered: list[tuple[str, PersonId]] = []
        self._rows: dict[str, FormRow] = {}
        self._groups: dict[str, ChoiceButtons] = {}
        self._advice = WrapLabel(
            theme, self.tr("Very big letters make a long paper. You can also offer audio."), TextStyle.NOTE
        )
        self._make_groups()
        self.add(self._advice)
        pages.made.connect(self.show_order)
        pages.order_changed.connect(self.show_order)
        self.show_order()

    def choices(self, group: str) -> ChoiceButtons:
        """The buttons to choose "whose", "people", "formats", "sizes", "pictures", "spacing", "edge" or "parts"."""
        return self._groups[group]

    def show_people(self, state: MeetingState) -> None:
        """Whose copy it may be."""
        known = [person for person in map(self._bridge.person, state.attendance) if person is not None]
        people = [person.id for person in known if is_written_to(person)]
        offered = sorted(((self._bridge.name(who), who) for who in people), key=lambda one: one[0].casefold())
        if offered != self._offered:
            self._offered = offered
            self._groups["people"].set_choices([Choice(str(who), name) for name, who in offered])
        self._rows["whose"].setVisible(bool(offered))
        self.show_order()

    def show_order(self) -> None:
        """Show what the minutes in sight are like."""
        order = self._pages.order
        format = order.format
        is_own = order.for_person is not None or self._asks_who
        self._choose("whose", ONE_PERSON if is_own else EVERYBODY)
        self._choose("people", str(order.for_person or ""))
        self._rows["people"].setVisible(is_own and bool(self._offered))
        self._choose("formats", format.value)
        self._show_sizes(order)
        self._choose("pictures", _WITH if order.with_pictures else _WITHOUT)
        self._choose("spacing", f"{order.line_spacing:g}" if order.line_spacing else _USUAL)
        self._choose("edge", _WIDE if order.is_bound else _USUAL)
        self._show_parts(order)
        is_easy, is_large = format is MinutesFormat.EASY_READ, format is MinutesFormat.LARGE_PRINT
        self._rows["pictures"].setVisible(is_easy)
        self._rows["spacing"].setVisible(is_large)
        self._rows["edge"].setVisible(is_easy or is_large)
        self._advice.setVisible(order.needs_size_advice)

    # Parts

    def _make_groups(self) -> None:
        usual, tr = self.tr("Usual"), self.tr
        self._add("whose", tr("Whose copy?"), [(EVERYBODY, tr("For everybody")), (ONE_PERSON, tr("For one person"))])
        row = self._add("people", tr("Who is it for?"), [])
        row.set_hint(tr("Page 2 is for them. It comes as they asked for it."))
        self._add("formats", tr("Which minutes?"), [(one.value, words_for(one)) for one in MinutesFormat])
        self._add("sizes", tr("Size of the letters"), [])
        self._add("pictures", tr("Pictures"), [(_WITH, tr("With pictures")), (_WITHOUT, tr("Words only"))])
        self._add("spacing", tr("Room between the lines"), [(_USUAL, usual), *((one, one) for one in _SPACINGS)])
        self._add("edge", tr("Left edge"), [(_USUAL, usual), (_WIDE, tr("Wide, for staples or rings"))])
        row = self._add("parts", tr("These minutes are long"), [])
        row.set_hint(tr("Parts are easier to read."))
        for key, slot in (
            ("whose", self._on_whose),
            ("people", self._on_person),
            ("formats", self._on_format),
            ("sizes", self._on_size),
            ("pictures", self._on_pictures),
            ("spacing", self._on_spacing),
            ("edge", self._on_edge),
            ("parts", self._on_part),
        ):
            self._groups[key].chosen_changed.connect(slot)

    def _add(self, key: str, words: str, choices: "Iterable[tuple[str, str]]") -> FormRow:
        buttons = ChoiceButtons(self._theme, words, [Choice(*choice) for choice in choices])
        row = FormRow(self._theme, words, buttons)
        self._groups[key], self._rows[key] = buttons, row
        self.add(row)
        return row

    def _choose(self, group: str, key: str) -> None:
        self._groups[group].set_chosen(key)

    def _show_sizes(self, order: MinutesOrder) -> None:
        sizes = {MinutesFormat.EASY_READ: EASY_READ_SIZES, MinutesFormat.LARGE_PRINT: LARGE_PRINT_SIZES}
        offered = [str(size) for size in sizes.get(order.format, ())]
        self._rows["sizes"].setVisible(bool(offered))
        if not offered:
            return
        wanted = f"{order.size_pt or USUAL_SIZE_PT[order.format]:g}"
        shown = offered if wanted in offered else [*offered, wanted]
        self._groups["sizes"].set_choices([Choice(size, size) for size in shown])
        self._choose("sizes", wanted)

    def _show_parts(self, order: MinutesOrder) -> None:
        count = self._pages.part_count
        if count > 1:
            parts = [
                Choice(str(number), self.tr("Part {number}").format(number=number)) for number in range(1, count + 1)
            ]
            self._groups["parts"].set_choices([Choice(_WHOLE, self.tr("Everything")), *parts])
            self._choose("parts", str(order.part) if order.part else _WHOLE)
        self._rows["parts"].setVisible(order.format is MinutesFormat.EASY_READ and count > 1)

    # What was pressed

    def _on_whose(self) -> None:
        self._asks_who = self._groups["whose"].chosen_key() == ONE_PERSON
        if not self._asks_who and self._pages.order.for_person is not None:
            self._pages.want_order(MinutesOrder())
        self.show_order()

    def _on_person(self) -> None:
        person = self._bridge.person(PersonId(self._groups["people"].chosen_key() or ""))
        if person is not None:
            self._pages.want_order(MinutesOrder.of(person.minutes, person.id))

    def _on_format(self) -> None:
        wanted = MinutesFormat(self._groups["formats"].chosen_key() or MinutesFormat.EASY_READ)
        self._pages.want(format=wanted, size_pt=None, line_spacing=None, part=None)

    def _on_size(self) -> None:
        key = self._groups["sizes"].chosen_key()
        self._pages.want(size_pt=float(key) if key else None, part=None)

    def _on_pictures(self) -> None:
        self._pages.want(with_pictures=self._groups["pictures"].chosen_key() == _WITH, part=None)

    def _on_spacing(self) -> None:
        key = self._groups["spacing"].chosen_key() or _USUAL
        self._pages.want(line_spacing=None if key == _USUAL else float(key))

    def _on_edge(self) -> None:
        self._pages.want(is_bound=self._groups["edge"].chosen_key() == _WIDE, part=None)

    def _on_part(self) -> None:
        key = self._groups["parts"].chosen_key() or _WHOLE
        if key == _WHOLE:
            self._pages.want(part=None)
        else:
            self._pages.want(part=int(key), part_count=self._pages.part_count)
