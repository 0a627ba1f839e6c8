"""The pages of the gallery about ideas, decisions in full, what was promised and words that are taken out."""

from datetime import date

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.ids import IdeaId, PersonId
from coprod_desktop.domain.lines import (
    DecisionDetails,
    Helped,
    HowDecided,
    IdeaDetails,
    NeededYes,
    Objection,
    Outcome,
    Votes,
    Words,
)
from coprod_desktop.domain.meeting_state import Idea
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.decision_page import DecisionPage
from coprod_desktop.ui.widgets.earlier_ideas import EarlierIdeas
from coprod_desktop.ui.widgets.hard_word_line import HardWordLine
from coprod_desktop.ui.widgets.idea_form import IdeaForm
from coprod_desktop.ui.widgets.join_form import JoinForm
from coprod_desktop.ui.widgets.last_minutes_card import LastMinutesCard
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.number_told import NumberTold
from coprod_desktop.ui.widgets.promise_row import ShownPromise
from coprod_desktop.ui.widgets.promises_panel import PromisesPanel
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.settle_form import SettleForm
from coprod_desktop.ui.widgets.take_out_form import TakeOutForm
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.wording import vocabulary_with, words_for
from tests.ui.gallery_frame import frame

_NAMES = {
    PersonId("amina"): "Amina",
    PersonId("bob"): "Bob",
    PersonId("wilhelmina"): "Wilhelmina-Constanza",
    PersonId("muhammad"): "\u0645\u062d\u0645\u062f",
}
_AMINA, _BOB, _WILHELMINA, _MUHAMMAD = _NAMES
_ROOF = Words(text="A roof at each stop keeps us dry.")


def _name(person_id: PersonId) -> str:
    return _NAMES[person_id]


def make_ideas(theme: Theme) -> QWidget:
    """An idea with everything that can be said of it; beside it what waits, and the number of one without a name."""
    form = IdeaForm(theme, vocabulary_with(_name))
    form.show_people(list(_NAMES))
    form.show_idea(_ROOF, IdeaDetails(proposer=Proposer(people=(_AMINA, _MUHAMMAD))))
    form.open_more(is_open=True)
    told, earlier = NumberTold(theme), EarlierIdeas(theme)
    told.tell(12)
    note = "Idea from Wilhelmina-Constanza \u00b7 It has waited since Tuesday 10 March 2026"
    earlier.show_ideas([("paint", RowWords(title="A painting on each shelter.", note=note, icon=Icon.IDEA))])
    return frame(theme, WorkArea(theme, _card(theme, form), _side(theme, told, earlier)))


def make_answers(theme: Theme) -> QWidget:
    """What becomes of an idea; beside it like ideas that are put together."""
    settle, join = SettleForm(theme), JoinForm(theme)
    details = IdeaDetails(proposer=Proposer(people=(_BOB,)))
    settle.show_idea(Idea(id=IdeaId("roof"), words=_ROOF, details=details), _ROOF.text)
    join.show_idea(_ROOF.text, [(IdeaId("sides"), "Shelters with a roof and sides.", "Idea from Bob")])
    join.save.hide()  # each of them is a screen of its own, with one filled button
    return frame(theme, WorkArea(theme, _card(theme, settle), _card(theme, join)))


def make_decision(theme: Theme) -> QWidget:
    """A decision with every row, which waits for a yes; beside it the question about the minutes of last time."""
    page = DecisionPage(theme, vocabulary_with(_name))
    page.show_people(list(_NAMES), list(_NAMES))
    details = DecisionDetails(
        proposer=Proposer(people=(_WILHELMINA, _MUHAMMAD)),
        outcome=Outcome.AGREED,
        how_decided=HowDecided.THUMBS,
        votes=Votes(yes=8, no=1, unsure=2),
        supported_by=(_AMINA, _BOB),
        built_on_by=(_AMINA,),
        stood_aside=(_WILHELMINA,),
        conditions=("Only if the bus stops there.",),
        objections=(Objection(text="The pavement there is narrow.", by=Proposer(people=(_BOB,))),),
        needs_yes_from=(NeededYes(who="The bus company", asked_on=date(2026, 9, 22)),),
        tried_by=(_AMINA,),
        tried_words="It works when it rains.",
        for_now_until=date(2027, 1, 21),
    )
    page.show_decision(_ROOF, details, ())
    page.show_presence("Lived experience: 4 \u00b7 Unpaid carers: 3", asks_first=False)
    page.open_more.click()
    last = LastMinutesCard(theme)
    last.ask("Tuesday 10 March 2026", 2, 1, 1)
    return frame(theme, WorkArea(theme, _card(theme, page), last))


def make_promises(theme: Theme) -> QWidget:
    """Jobs to do and to ask about; beside them words that are taken out, and a hard word."""
    panel = PromisesPanel(theme, {answer: words_for(answer) for answer in Helped})
    words = RowWords(title="Ask the bus company", note="Bob. It was for 17 November 2026.", icon=Icon.ACTION)
    panel.show_promises([ShownPromise(key="ask", words=words, new_day=None)], [])
    out, hard = TakeOutForm(theme, _name), HardWordLine(theme)
    out.show_line(["Bob told us where he lives.", "A reason"], list(_NAMES))
    hard.open_fields()
    return frame(theme, WorkArea(theme, panel, _side(theme, hard, out)))


def _card(theme: Theme, part: QWidget) -> Card:
    card = Card(theme)
    card.add(part, 1)
    return card


def _side(theme: Theme, *parts: QWidget) -> QWidget:
    scroll = ScrollColumn(theme, gap=16)
    for part in parts:
        scroll.add(part)
    scroll.add_stretch()
    column = Column(theme)
    column.addWidget(scroll)
    return holder(column)
