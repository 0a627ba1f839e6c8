"""What must hold for every widget: a name, a role, a size that can be hit, words that are never cut."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QScrollBar, QWidget

from coprod_desktop.ui.theme import Icon, Mode, TextStyle, Theme
from coprod_desktop.ui.widgets.asked_row import AskedRow, AskedWords
from coprod_desktop.ui.widgets.big_button import BigButton, ButtonKind
from coprod_desktop.ui.widgets.card_row import CardRow
from coprod_desktop.ui.widgets.choice_buttons import Choice, ChoiceButton, ChoiceButtons
from coprod_desktop.ui.widgets.date_field import DateField
from coprod_desktop.ui.widgets.empty_row import EmptyRow
from coprod_desktop.ui.widgets.key_cap import KeyCap
from coprod_desktop.ui.widgets.line_field import LineField
from coprod_desktop.ui.widgets.number_field import NumberField
from coprod_desktop.ui.widgets.page_preview import PagePreview
from coprod_desktop.ui.widgets.person_mark import PersonMark
from coprod_desktop.ui.widgets.perspective_mark import Mark, PerspectiveMark
from coprod_desktop.ui.widgets.picture_box import PictureBox
from coprod_desktop.ui.widgets.press_button import PressButton
from coprod_desktop.ui.widgets.rail import Place, RailButton
from coprod_desktop.ui.widgets.remembered_card import RememberedCard
from coprod_desktop.ui.widgets.row_face import RowWords
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.share_dots import ShareDots
from coprod_desktop.ui.widgets.state_chip import StateChip
from coprod_desktop.ui.widgets.step_dots import StepDots
from coprod_desktop.ui.widgets.text_field import TextField
from coprod_desktop.ui.widgets.time_blocks import Block, TimeBlocks
from coprod_desktop.ui.widgets.turn_clock import TurnClock
from coprod_desktop.ui.widgets.work_area import WorkArea
from coprod_desktop.ui.widgets.wrap_label import WrapLabel
from tests.ui import gallery

Maker = Callable[[Theme], QWidget]
_ROLE = QAccessible.Role
_PAGES = gallery.PAGES


def _blocks(theme: Theme) -> TimeBlocks:
    blocks = TimeBlocks(theme)
    blocks.show_blocks([Block(20, 1), Block(15, 2)], 75)
    return blocks


def _dots(theme: Theme) -> StepDots:
    dots = StepDots(theme, ("Arranged",))
    dots.show_step("Asked", 1)
    return dots


def _chip(theme: Theme) -> StateChip:
    chip = StateChip(theme)
    chip.show_state("2 of 5 not arranged", is_warm=True)
    return chip


_NAMED: dict[str, tuple[Maker, QAccessible.Role, str]] = {
    "asked_row": (
        lambda t: AskedRow(t, AskedWords("Jo", "Easy read", "Cream paper", "#FFF8E1")), _ROLE.StaticText,
        "Jo. Easy read. Cream paper",
    ),
    "step_dots": (_dots, _ROLE.StaticText, "Asked. 1 of 4 steps done"),
    "state_chip": (_chip, _ROLE.StaticText, "2 of 5 not arranged"),
    "big_button": (lambda t: BigButton(t, "Tea & talk", icon=Icon.ADD, key="F8"), _ROLE.Button, "Tea & talk"),
    "choice, one": (
        lambda t: ChoiceButton(t, Choice("a", "Easy read"), is_one_of_many=True), _ROLE.RadioButton, "Easy read",
    ),
    "choice, several": (
        lambda t: ChoiceButton(t, Choice("a", "Mornings"), is_one_of_many=False), _ROLE.CheckBox, "Mornings",
    ),
    "choice_buttons": (lambda t: ChoiceButtons(t, "Minutes as", []), _ROLE.Grouping, "Minutes as"),
    "empty_row": (lambda t: EmptyRow(t, "What else?", key="F4"), _ROLE.Button, "What else?"),
    "key_cap": (lambda t: KeyCap(t, "F4"), _ROLE.StaticText, "F4"),
    "label": (lambda t: WrapLabel(t, "Words"), _ROLE.StaticText, "Words"),
    "heading": (lambda t: WrapLabel(t, "Our agenda", TextStyle.TITLE), _ROLE.Heading, "Our agenda"),
    "person_mark": (lambda t: PersonMark(t, "Dilys Morgan"), _ROLE.StaticText, "Dilys Morgan"),
    "perspective_mark": (lambda t: PerspectiveMark(t, Mark.CARER, "2 carers"), _ROLE.StaticText, "2 carers"),
    "picture_box": (lambda t: PictureBox(t, None, "A chair"), _ROLE.Graphic, "A chair"),
    "rail_button": (lambda t: RailButton(t, Place("a", "Agenda", Icon.AGENDA)), _ROLE.Button, "Agenda"),
    "remembered_card": (RememberedCard, _ROLE.Grouping, "We talked about this before"),
    "share_dots": (lambda t: ShareDots(t, Mark.CARER, "Carers", 0, 2), _ROLE.StaticText, "Carers: 0 of 2"),
    "time_blocks": (_blocks, _ROLE.StaticText, "35 of 75 minutes used."),
    "turn_clock": (TurnClock, _ROLE.ProgressBar, "Time left"),
}  # fmt: skip

_PRESSED: dict[str, Callable[[Theme], PressButton]] = {
    "primary": lambda t: BigButton(t, "Carry on", kind=ButtonKind.PRIMARY),
    "plain": lambda t: BigButton(t, "Pause"),
    "quiet": lambda t: BigButton(t, "Change", kind=ButtonKind.QUIET),
    "on the blue panel": lambda t: BigButton(t, "Carry on", kind=ButtonKind.ON_PRIMARY),
    "empty row": lambda t: EmptyRow(t, "What else?"),
    "rail": lambda t: RailButton(t, Place("a", "Agenda", Icon.AGENDA)),
    "choice": lambda t: ChoiceButton(t, Choice("a", "Mornings"), is_one_of_many=False),
}

_TARGETS: dict[str, Maker] = {
    **_PRESSED,
    "row": lambda t: CardRow(t, RowWords(title="Chen Wei")).focus_target(),
    "flat row": lambda t: CardRow(t, RowWords(title="Chen Wei"), is_flat=True).focus_target(),
    "line": LineField,
    "text": TextField,
    "number": NumberField,
    "date": lambda t: DateField(t, date(2026, 11, 24)),
}


@pytest.mark.parametrize("name", _NAMED)
def test_a_screen_reader_gets_the_role_and_the_words(theme: Theme, name: str) -> None:
    make, role, words = _NAMED[name]
    widget = make(theme)

    interface = QAccessible.queryAccessibleInterface(widget)

    assert interface.role() == role
    assert interface.text(QAccessible.Text.Name) == words


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("name", _PRESSED)
def test_return_and_space_press_every_button(theme: Theme, name: str, key: Qt.Key) -> None:
    button = _PRESSED[name](theme)
    presses: list[str] = []
    button.clicked.connect(partial(presses.append, name))
    button.show()

    QTest.keyClick(button, key)

    assert len(presses) == 1


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", _TARGETS)
def test_targets_are_big_enough_to_hit(theme: Theme, name: str, percent: int) -> None:
    theme.set_text_percent(percent)

    least = _TARGETS[name](theme).minimumSizeHint()

    assert least.height() >= theme.px(44)
    assert least.width() >= theme.px(44)


@pytest.mark.parametrize("percent", [100, 150, 200, 300])
@pytest.mark.parametrize("page", _PAGES)
def test_nothing_is_cut_at_any_text_size(theme: Theme, page: str, percent: int) -> None:
    theme.set_text_percent(percent)
    window = _shown(_PAGES[page](theme))

    for widget in _visible(window):
        name = f"{type(widget).__name__} {widget.accessibleName()!r}"
        if widget.hasHeightForWidth() and not isinstance(widget, ScrollColumn):
            assert widget.height() >= widget.heightForWidth(widget.width()), name
        if isinstance(widget, QAbstractButton | QLabel):
            assert widget.width() >= widget.minimumSizeHint().width(), name


@pytest.mark.parametrize("page", _PAGES)
def test_at_200_percent_a_page_scrolls_down_only(theme: Theme, page: str) -> None:
    theme.set_text_percent(200)
    window = _shown(_PAGES[page](theme))

    area = window.findChild(WorkArea)

    assert window.width() == 1280
    assert isinstance(area, WorkArea)
    assert area.is_stacked
    assert area.widget().width() <= area.viewport().width()


@pytest.mark.parametrize("page", _PAGES)
def test_whatever_can_have_the_focus_has_a_name(theme: Theme, page: str) -> None:
    window = _shown(_PAGES[page](theme))

    focusable = [w for w in _visible(window) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.focusProxy()]

    assert focusable
    for widget in focusable:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), type(widget).__name__


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.HIGH_CONTRAST])
@pytest.mark.parametrize("page", _PAGES)
def test_a_page_shows_where_the_focus_is(theme: Theme, page: str, mode: Mode) -> None:
    theme.set_mode(mode)
    window = _shown(_PAGES[page](theme))
    button = next(w for w in _visible(window) if isinstance(w, BigButton) and w.isEnabled())
    other = next(w for w in _visible(window) if isinstance(w, RailButton))
    other.setFocus()
    without = window.grab().toImage()

    button.setFocus()
    QApplication.processEvents()
    ringed = window.grab().toImage()

    corner = button.mapTo(window, button.rect().center())
    row = [ringed.pixelColor(corner.x() - button.width() // 2 - away, corner.y()) for away in range(1, 7)]
    before = [without.pixelColor(corner.x() - button.width() // 2 - away, corner.y()) for away in range(1, 7)]
    changed = [colour for colour, old in zip(row, before, strict=True) if colour != old]
    assert theme.colours.focus in row
    assert len(changed) >= 3


def _shown(window: QWidget) -> QWidget:
    window.resize(1280, 720)
    window.show()
    for _ in range(3):
        QApplication.processEvents()
    return window


def _visible(window: QWidget) -> list[QWidget]:
    inner = (QScrollBar,)
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and not isinstance(widget, inner) and not _is_inside_a_field(widget)
    ]


def _is_inside_a_field(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return isinstance(above, QComboBox | QLineEdit | NumberField | DateField | TextField | PagePreview)
