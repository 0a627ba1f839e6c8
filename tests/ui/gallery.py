"""Paints every widget in its states, for people to look at: python tests/ui/gallery.py FOLDER."""

import os
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.ui.theme import Icon, Mode, TextStyle, Theme
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButtons
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.divider import Divider
from coprod_desktop.ui.widgets.empty_row import EmptyRow
from coprod_desktop.ui.widgets.even_row import EvenRow
from coprod_desktop.ui.widgets.flow_layout import FlowLayout
from coprod_desktop.ui.widgets.form_row import form_row
from coprod_desktop.ui.widgets.home_panel import HomePanel
from coprod_desktop.ui.widgets.icon_label import IconLine
from coprod_desktop.ui.widgets.key_cap import KeyCap
from coprod_desktop.ui.widgets.layouts import Column, Row, holder
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.number_field import NumberField
from coprod_desktop.ui.widgets.page_preview import PagePreview
from coprod_desktop.ui.widgets.person_mark import PersonMark
from coprod_desktop.ui.widgets.perspective_mark import Mark, PerspectiveMark
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.share_dots import ShareDots
from coprod_desktop.ui.widgets.signal_band import SignalBand
from coprod_desktop.ui.widgets.text_field import TextField
from coprod_desktop.ui.widgets.time_blocks import Block, TimeBlocks
from coprod_desktop.ui.widgets.turn_clock import TurnClock
from coprod_desktop.ui.widgets.turn_face import Hold
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from tests.ui.gallery_before_the_meeting import (
    make_getting_ready,
    make_invitations,
    make_person,
    make_places,
    make_story,
)
from tests.ui.gallery_frame import frame
from tests.ui.gallery_nothing_vanishes import make_answers, make_decision, make_ideas, make_promises

_PICTURE = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 4h6v10h10v6h-3v-4H9v4H4z"
fill="#fcea2b" stroke="#000" stroke-width="1.4" stroke-linejoin="round"/></svg>"""


def main(folder: Path) -> None:
    """Write the pictures."""
    app = QApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    theme = Theme(app, mode=Mode.LIGHT)
    theme.apply()
    for mode in (Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST):
        theme.set_mode(mode)
        for percent in (100, 200):
            theme.set_text_percent(percent)
            for name, make in PAGES.items():
                page = make(theme)
                page.resize(1366 if percent == 100 else 1280, 768 if percent == 100 else 720)
                page.show()
                app.processEvents()
                app.processEvents()
                page.grab().save(str(folder / f"{name}-{mode.value}-{percent}.png"))
                page.close()
                page.deleteLater()


def make_agenda(theme: Theme) -> QWidget:
    card = Card(
        theme,
        "Our agenda",
        "Anyone can put something on. Their name stays with it.",
        heading_style=TextStyle.TITLE,
        padding=24,
    )
    card.add_beside_heading(BigButton(theme, "Set the order", icon=Icon.MOVE_UP))
    rows = RowList(theme, "Our agenda", gap=12)
    second = CardRow(
        theme,
        RowWords(
            title="Seats that everyone can use",
            note="Bob Okafor  and  Dilys Morgan",
            number="2",
            right="15 min",
            picture=_PICTURE,
        ),
    )
    second.set_chosen(True)
    for words, icon in (
        ("Move up", Icon.MOVE_UP),
        ("Move down", Icon.MOVE_DOWN),
        ("Keep for later", Icon.KEEP_FOR_LATER),
        ("More", Icon.MORE),
    ):
        second.add_below(BigButton(theme, words, icon=icon))
    rows.set_rows(
        [
            (
                "1",
                CardRow(
                    theme,
                    RowWords(
                        title="Where should the new shelters go?",
                        note="Amina Yusuf",
                        number="1",
                        right="20 min",
                        picture=_PICTURE,
                    ),
                ),
            ),
            ("2", second),
            (
                "3",
                CardRow(
                    theme,
                    RowWords(
                        title="Waiting alone after dark",
                        note="Told us another way, 3 November",
                        number="3",
                        right="15 min",
                        picture=_PICTURE,
                        note_icon=Icon.OTHER_WAY,
                    ),
                ),
            ),
        ]
    )
    scroll = ScrollColumn(theme, gap=12)
    scroll.add(rows)
    empty = EmptyRow(
        theme, "What else shall we talk about?", "Say it, sign it or point to it. We write it in your words.", key="F4"
    )
    scroll.add(empty)
    scroll.add_stretch()
    card.add(scroll, 1)
    side = Card(theme, "Waiting to speak")
    side.add(
        CardRow(
            theme,
            RowWords(title="Chen Wei", note="No turn yet on this", number="1", is_number_circled=True, badge="Next"),
        )
    )
    side.add(
        CardRow(
            theme,
            RowWords(title="Grace Adeyemi", note="No turn yet on this", number="2", is_number_circled=True),
            is_pressable=False,
        )
    )
    side.add(CardRow(theme, RowWords(title="Dilys Morgan", initials="DM", right="Easy read"), is_flat=True))
    side.add(CardRow(theme, RowWords(title="Hearing loop", note="Test it on the day", icon=Icon.NEEDS), is_flat=True))
    side.add(Divider(theme))
    side.add(IconLine(theme, Icon.IDEA, "5 people are waiting to hear what happened to their idea."))
    side.add_stretch()
    side.add(BigButton(theme, "Yes, we decided this", kind=ButtonKind.PRIMARY, icon=Icon.CHECK, key="F8"))
    page = frame(theme, WorkArea(theme, card, side))
    page.show()
    empty.setFocus()
    return page


def make_form(theme: Theme) -> QWidget:
    card = Card(theme, "A new person", heading_style=TextStyle.TITLE, padding=24)
    scroll = ScrollColumn(theme, gap=16)
    name = form_row(theme, scroll.column, "Name", LineField(theme, "Dilys Morgan"), hint="As they want it.")
    form_row(theme, scroll.column, "What helps them take part", TextField(theme, "A quiet room.\nBreaks."))
    form_row(
        theme,
        scroll.column,
        "Minutes as",
        ChoiceButtons(
            theme, "Minutes as", [Choice("er", "Easy read"), Choice("lp", "Large print"), Choice("txt", "Plain text")]
        ),
    )
    several = ChoiceButtons(theme, "When", [Choice("am", "Mornings"), Choice("pm", "Afternoons")], is_several=True)
    several.set_chosen("pm")
    form_row(theme, scroll.column, "When they can come", several)
    scroll.add_stretch()
    card.add(scroll, 1)
    side = Card(theme, "Messages")
    side.add(MessageBar(theme, MessageKind.WARM, "We have not arranged 2 things", "Interpreters and taxis."))
    side.add(MessageBar(theme, MessageKind.GOOD, "The pack is printed."))
    side.add(MessageBar(theme, MessageKind.FAILED, "We could not save.", "The disk is full.", act="Try again"))
    quiet = Row(theme)
    quiet.addWidget(BigButton(theme, "Change", kind=ButtonKind.QUIET))
    quiet.addWidget(BigButton(theme, "Not now", icon=Icon.CLOSE))
    side.add_layout(quiet)
    side.add_stretch()
    page = frame(theme, WorkArea(theme, card, side))
    page.show()
    name.show_error("Write a name. One word is enough.")
    return page


def make_home(theme: Theme) -> QWidget:
    panel = HomePanel(
        theme,
        "Not finished",
        "Carry on with your meeting",
        "Thursday 19 November, item 2 of 4.\nGrace was speaking.  Nothing is lost.",
    )
    carry_on = BigButton(theme, "Carry on", kind=ButtonKind.ON_PRIMARY, icon=Icon.START, key="F8", height=58)
    panel.add_button(carry_on)
    panel.show_picture(_PICTURE, "A chair")
    left = Card(theme, "Next meeting", padding=24, heading_style=TextStyle.LABEL)
    left.add(WrapLabel(theme, "Tuesday 24 November", TextStyle.BIG_HEADING))
    left.add(WrapLabel(theme, "10am, Library hall.  In 2 days.", TextStyle.NOTE))
    left.add(MessageBar(theme, MessageKind.WARM, "We have not arranged 2 things", "Interpreters and taxis."))
    left.add_stretch()
    left.add(BigButton(theme, "Get ready", icon=Icon.GET_READY, height=56))
    right = Card(theme, "Start something new", padding=24, heading_style=TextStyle.LABEL)
    right.add(WrapLabel(theme, "A new meeting", TextStyle.BIG_HEADING))
    right.add(WrapLabel(theme, "Start with a blank page.", TextStyle.NOTE))
    right.add(WrapLabel(theme, "People, places and needs are already here. You do not type them again."))
    right.add_stretch()
    right.add(BigButton(theme, "New meeting", icon=Icon.ADD, key="Ctrl N", height=56))
    lower = EvenRow(theme)
    lower.addWidget(left)
    lower.addWidget(right)
    column = Column(theme, gap=16)
    column.addWidget(panel)
    column.addLayout(lower, 1)
    side = Card(theme, "Waiting for readers", "Minutes are a draft until members say yes.")
    side.add(
        CardRow(
            theme,
            RowWords(title="3 November", note="Drop-in at the library\n1 of 2 readers said yes"),
            is_pressable=False,
        )
    )
    side.add(BigButton(theme, "Reader check", icon=Icon.GET_READY))
    side.add_stretch()
    page = frame(theme, WorkArea(theme, holder(column), side))
    page.show()
    carry_on.setFocus()
    return page


def make_turns(theme: Theme) -> QWidget:
    card = Card(theme, "Amina\u2019s turn", heading_style=TextStyle.NAME, padding=24)
    clock = TurnClock(theme)
    clock.show_time(28, 240, 30)
    band = SignalBand(theme)
    more = BigButton(theme, "1 more minute", icon=Icon.ADD, key="F7", height=52)
    buttons = Column(theme, gap=12)
    buttons.addWidget(CardRow(theme, RowWords(title="Dilys Morgan", note="Wants to add to this", icon=Icon.HAND)))
    buttons.addStretch(1)
    buttons.addWidget(band)
    buttons.addWidget(BigButton(theme, "End turn", kind=ButtonKind.PRIMARY, icon=Icon.STOP, key="F8"))
    buttons.addWidget(more)
    buttons.addWidget(BigButton(theme, "Pause", icon=Icon.PAUSE, key="F6", height=52))
    buttons.addStretch(2)
    row = Row(theme, gap=28)
    row.addWidget(clock, 404)
    row.addLayout(buttons, 292)
    card.add_layout(row, 1)
    card.add(Divider(theme))
    card.add(IconLine(theme, Icon.ONLY_YOU, "Only you see this: wait for her to finish.", icon_colour="muted"))
    side = Card(theme, "Other states")
    for left, paused in ((150.0, False), (90.0, True), (0.0, False)):
        small = TurnClock(theme)
        small.show_time(left, 240, 30, hold=Hold.PAUSED if paused else Hold.RUNS)
        side.add(small, 1)
    plain = TurnClock(theme)
    side.add(plain, 1)
    page = frame(theme, WorkArea(theme, card, side))
    page.show()
    band.say("Nearly time", "Amina can see this on the wall.")
    more.setFocus()
    return page


def make_parts(theme: Theme) -> QWidget:
    card = Card(theme, "Equal voice", heading_style=TextStyle.TITLE, padding=24)
    for mark, name in ((Mark.LIVED_EXPERIENCE, "Lived experience"), (Mark.CARER, "Carers")):
        card.add(PerspectiveMark(theme, mark, name, TextStyle.ROW))
        card.add(ShareDots(theme, mark, name, 4, 8, is_bar=True))
        card.add(Divider(theme))
    fields = EvenRow(theme)
    form_row(theme, fields, "Minutes", NumberField(theme, 15, 1, 240, after="minutes"))
    form_row(theme, fields, "Day", DateField(theme, date(2026, 11, 24)))
    card.add_layout(fields)
    needs = CardRow(
        theme,
        RowWords(title="2 sign language interpreters", note="Asked on 10 November", icon=Icon.NEEDS),
        is_flat=True,
    )
    needs.add_at_right(BigButton(theme, "Mark arranged"))
    card.add(needs)
    card.add_stretch()
    side = Card(theme, "Time")
    blocks = TimeBlocks(theme)
    blocks.show_blocks([Block(20, 1), Block(15, 2), Block(15, 3)], 75)
    too_long = TimeBlocks(theme)
    too_long.show_blocks([Block(20, 1), Block(25, 2), Block(20, 3), Block(20, 4)], 75)
    side.add(blocks)
    side.add(too_long)
    side.add(ShareDots(theme, Mark.LIVED_EXPERIENCE, "Lived experience", 4, 5))
    side.add(ShareDots(theme, Mark.CARER, "Carers", 0, 2))
    side.add(ShareDots(theme, Mark.PROFESSIONAL, "Professionals", 1, 3, is_bar=True))
    marks = FlowLayout(theme, gap=14)
    for mark in Mark:
        marks.addWidget(PerspectiveMark(theme, mark, mark.name.replace("_", " ").capitalize(), TextStyle.NOTE))
    side.add_layout(marks)
    people = FlowLayout(theme)
    people.addWidget(PersonMark(theme, "Dilys Morgan"))
    people.addWidget(PersonMark(theme, "Siân Ŵyn", picture=_PICTURE))
    people.addWidget(KeyCap(theme, "F4"))
    side.add_layout(people)
    preview = PagePreview(theme)
    image = QImage(420, 594, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    preview.show_page(image, "Easy read, page 4 of 9")
    side.add(preview, 1)
    return frame(theme, WorkArea(theme, card, side))


PAGES = {
    "agenda": make_agenda,
    "form": make_form,
    "home": make_home,
    "turns": make_turns,
    "parts": make_parts,
    "getting ready": make_getting_ready,
    "invitations": make_invitations,
    "places": make_places,
    "story": make_story,
    "a person": make_person,
    "an idea": make_ideas,
    "answers": make_answers,
    "a decision in full": make_decision,
    "promises": make_promises,
}
"""What makes each page."""

if __name__ == "__main__":
    main(Path(sys.argv[1]))
