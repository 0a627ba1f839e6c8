"""Makes the papers of the kit: each by itself, or all in one file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.ids import PersonId
from coprod_desktop.minutes.fonts import Fonts
from coprod_desktop.minutes.paper_kit import measures
from coprod_desktop.minutes.paper_kit.agenda_sheet import AgendaSheet
from coprod_desktop.minutes.paper_kit.cards import blank_faces, card_pages, faces, long_meanings
from coprod_desktop.minutes.paper_kit.count_sheets import count_pages
from coprod_desktop.minutes.paper_kit.kit_content import KitContent
from coprod_desktop.minutes.paper_kit.kit_part import KitPart, NameOrder
from coprod_desktop.minutes.paper_kit.setter import SheetSetter
from coprod_desktop.minutes.paper_kit.sheet_pages import Flow, Foot, SheetPage, drawn, usual_frame
from coprod_desktop.minutes.paper_kit.slips import check_out_pages, decision_pages, flowed, idea_pages
from coprod_desktop.minutes.paper_kit.turn_sheet import TurnSheet
from coprod_desktop.minutes.pictures import Pictures
from coprod_desktop.minutes.styles import PageStyles

_TITLES = {
    KitPart.TURN_ORDER: "turns_title",
    KitPart.CARDS: "cards_title",
    KitPart.BLANK_CARDS: "blank_cards_title",
    KitPart.IDEA_SLIPS: "idea_slips_title",
    KitPart.DECISION_SLIPS: "slips_title",
    KitPart.COUNT_SHEETS: "counts_title",
    KitPart.CHECK_OUT_SLIPS: "out_slips_title",
}


@dataclass(frozen=True, kw_only=True)
class KitMaker:
    """Makes papers at one size. `first_person_id` begins the go-round; without it the order begins at its start."""

    fonts: Fonts
    pictures: Pictures
    styles: PageStyles
    size_pt: float = measures.USUAL_SIZE_PT
    name_order: NameOrder = NameOrder.BY_NAME
    first_person_id: PersonId | None = None

    def file(self, content: KitContent, part: KitPart) -> bytes:
        """One kind of paper as a tagged PDF."""
        setter = self._setter(content)
        return drawn(self._pages(part, setter), setter, self._title(part, setter))

    def combined(self, content: KitContent, parts: Sequence[KitPart]) -> bytes:
        """All these papers in one tagged PDF, in the order of the kit. Raises ValueError if none is asked for."""
        wanted = [part for part in KitPart if part in parts]
        if not wanted:
            raise ValueError("no paper was asked for")
        setter = self._setter(content)
        pages = [page for part in wanted for page in self._pages(part, setter)]
        return drawn(pages, setter, _named(setter, "kit_title"))

    def _setter(self, content: KitContent) -> SheetSetter:
        return SheetSetter(content, fonts=self.fonts, pictures=self.pictures, styles=self.styles, size_pt=self.size_pt)

    def _title(self, part: KitPart, setter: SheetSetter) -> str:
        if part is KitPart.AGENDA:
            return _named(setter, "agenda_title")
        return f"{setter.words(_TITLES[part])}, {_named(setter, 'kit_title')}"

    def _pages(self, part: KitPart, setter: SheetSetter) -> list[SheetPage]:
        makers: dict[KitPart, Callable[[SheetSetter], list[SheetPage]]] = {
            KitPart.AGENDA: _agenda_pages,
            KitPart.TURN_ORDER: self._turn_pages,
            KitPart.CARDS: _cards_pages,
            KitPart.BLANK_CARDS: _blank_card_pages,
            KitPart.IDEA_SLIPS: idea_pages,
            KitPart.DECISION_SLIPS: decision_pages,
            KitPart.COUNT_SHEETS: count_pages,
            KitPart.CHECK_OUT_SLIPS: check_out_pages,
        }
        return makers[part](setter)

    def _turn_pages(self, setter: SheetSetter) -> list[SheetPage]:
        names = setter.content.names_in(self.name_order, self.first_person_id)
        sheet = TurnSheet(setter, names, self.name_order)
        flow = Flow(usual_frame(setter, Foot(setter)), with_numbers=True)
        flow.add(*sheet.opening)
        first, *rows = sheet.rows
        flow.add(sheet.heads, first)
        flow.repeat(sheet.heads)
        for row in rows:
            flow.add(row)
        while flow.holds((row := sheet.empty_row()).height):
            flow.add(row)
        return flow.pages


def _agenda_pages(setter: SheetSetter) -> list[SheetPage]:
    sheet = AgendaSheet(setter)
    flow = Flow(usual_frame(setter, Foot(setter)), with_numbers=True)
    flow.add_all(sheet.first_page())
    flow.add_all(sheet.bounds())
    flow.leave_no_less_than(1 / 3)
    flow.add_all(sheet.items())
    flow.add_all(sheet.credit())
    return flow.pages


def _cards_pages(setter: SheetSetter) -> list[SheetPage]:
    """The group's cards; after them what they mean, where a meaning is too long for its card."""
    pages, told = card_pages(setter, faces(setter)), long_meanings(setter)
    if not told:
        return pages
    title = setter.plain_title("cards_mean_title")
    return [*pages, *flowed(setter, [(title,), *((setter.sentences(words),) for words in told)])]


def _blank_card_pages(setter: SheetSetter) -> list[SheetPage]:
    return card_pages(setter, blank_faces(setter))


def _named(setter: SheetSetter, key: str) -> str:
    title = setter.content.title
    return setter.words(f"{key}_blank") if setter.is_empty(title) else setter.shown(setter.words(key, title=title))
