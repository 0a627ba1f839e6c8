"""Where Tab stops, in the order in which a person reads: as the layouts have it, not as the parts were made."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QGridLayout, QLayout, QScrollArea, QWidget


def tab_stops(root: QWidget) -> list[QWidget]:
    """Everything inside `root` that can be seen and takes the focus by Tab, from the top."""
    return [widget for widget in _inside(root) if _can_stop(widget)]


def next_stop(root: QWidget, here: QWidget | None, *, is_next: bool) -> QWidget | None:
    """Where Tab goes from here, or where Shift and Tab go; after the last place comes the first.

    From words that only have the focus because the row before them went, it goes on from there.
    """
    order = list(_inside(root))
    while here is not None and here not in order:
        here = here.parentWidget()
    at = order.index(here) if here is not None else -1
    if is_next:
        round_from_here = order[at + 1 :] + order[: at + 1]
    else:
        round_from_here = order[: max(at, 0)][::-1] + order[max(at, 0) :][::-1]
    return next((widget for widget in round_from_here if _can_stop(widget)), None)


def _can_stop(widget: QWidget) -> bool:
    takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return takes_focus and widget.isEnabled()


def _inside(widget: QWidget | None) -> Iterator[QWidget]:
    """What is in a widget; of a group with `is_one_stop`, in which arrows move, only where the focus was last."""
    if widget is None or not widget.isVisible():
        return
    if getattr(widget, "is_one_stop", False):
        stops = [inner for inner in _all_inside(widget) if _can_stop(inner)]
        kept = widget.focusWidget()
        yield from [kept] if kept in stops else stops[:1]
        return
    yield from _all_inside(widget)


def _all_inside(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    layout = widget.layout()
    if isinstance(widget, (QAbstractSpinBox, QComboBox)):
        return  # the field in it is not a stop of its own
    if isinstance(widget, QScrollArea):
        yield from _inside(widget.widget())
    elif layout is not None:
        yield from _inside_layout(layout)


def _inside_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in _places(layout):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _inside(widget)
        elif inner is not None:
            yield from _inside_layout(inner)


def _places(layout: QLayout) -> list[int]:
    """The places of a layout; those of a grid row by row, and in a row from the left."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: _row_and_column(layout, place))
    return places


def _row_and_column(layout: QGridLayout, place: int) -> tuple[int, int]:
    row, column, _rows, _columns = cast("tuple[int, int, int, int]", layout.getItemPosition(place))
    return row, column
