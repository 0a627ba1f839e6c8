"""The window around each page of the gallery."""

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.theme import Icon, Theme
from coprod_desktop.ui.widgets.big_button import BigButton
from coprod_desktop.ui.widgets.focus_ring import FocusRing
from coprod_desktop.ui.widgets.frame_header import FrameHeader
from coprod_desktop.ui.widgets.layouts import Column, Row
from coprod_desktop.ui.widgets.rail import Place, Rail
from coprod_desktop.ui.widgets.undo_bar import UndoBar


def frame(theme: Theme, work: QWidget) -> QWidget:
    """The window with one place in it, as wide as its words need it."""
    page = QWidget()
    header = FrameHeader(theme)
    header.set_group_name("Bus stops working group")
    header.set_place("Tuesday 24 November 2026  \u00b7  Library hall")
    rail = Rail(theme)
    rail.set_places(
        [
            Place("prepare", "Get ready", Icon.GET_READY),
            Place("agenda", "Agenda", Icon.AGENDA),
            Place("turns", "Turns", Icon.TURNS),
            Place("decisions", "Decisions", Icon.DECISIONS),
            Place("minutes", "Minutes", Icon.MINUTES),
        ],
        [Place("home", "Home", Icon.HOME), Place("help", "Help", Icon.HELP)],
    )
    rail.set_current("agenda")
    bar = UndoBar(theme)
    bar.show_saved("Saved.  Dilys\u2019s item went on the agenda.")
    bar.show_undo("Dilys's item went on the agenda")
    middle = Row(theme, gap=16)
    middle.addWidget(rail)
    middle.addWidget(work, 1)
    is_narrow = theme.text_percent >= 200
    if is_narrow:
        rail.hide()
        bar.hide()
        header.add_left(BigButton(theme, "Menu", icon=Icon.MENU))
        header.add_right(BigButton(theme, "Undo", icon=Icon.UNDO))
        header.set_group_name("Agenda")
    else:
        header.add_right(BigButton(theme, "Save a copy", icon=Icon.BACKUP, key="F9"))
    header.set_narrow(is_narrow)
    column = Column(theme, gap=12, margins=(20, 14, 20, 14))
    column.addWidget(header)
    column.addLayout(middle, 1)
    column.addWidget(bar)
    page.setLayout(column)
    FocusRing(theme, page)
    return page
