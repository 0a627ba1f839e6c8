"""PySide6 6.12.0 under Python 3.11 loses a reference to None at each call and then kills the program."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QProgressBar, QWidget

_CALLS = 1000


def _calls() -> dict[str, Callable[[], None]]:
    label, widget, bar, combo, rows = QLabel(), QWidget(), QProgressBar(), QComboBox(), QListWidget()
    return {
        "setText": lambda: label.setText("x"),
        "setAccessibleName": lambda: widget.setAccessibleName("x"),
        "setAccessibleDescription": lambda: widget.setAccessibleDescription("x"),
        "update": lambda: widget.update(),
        "setValue": lambda: bar.setValue(1),
        "addItem": lambda: combo.addItem("x"),
        "addItem of a list": lambda: rows.addItem("x"),
        "setVisible": lambda: label.hide(),
    }


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["setText", "setAccessibleName", "setAccessibleDescription", "update",
                                  "setValue", "addItem", "addItem of a list", "setVisible"])  # fmt: skip
def test_calls_that_return_nothing_keep_the_references_of_none(name: str) -> None:
    call = _calls()[name]
    before = sys.getrefcount(None)

    for _ in range(_CALLS):
        call()

    assert abs(sys.getrefcount(None) - before) < _CALLS // 10
