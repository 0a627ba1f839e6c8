"""Plugs screens in and out of the platform without a display, by the way that Qt's own tests use (Linux only).

The platform takes a new list of screens at run time, and tells Qt which are gone and which are new, as a computer does.
"""

import ctypes
import json
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import PySide6
import shiboken6
from PySide6.QtCore import QByteArray

_LIBRARIES = Path(PySide6.__file__).parent / "Qt" / "lib"
_INTERFACE = "_ZN15QGuiApplication23platformNativeInterfaceEv"
_BASE_TABLE = "_ZTV24QPlatformNativeInterface"
_RESOURCE = "_ZN24QPlatformNativeInterface28nativeResourceForIntegrationERK10QByteArray"
_FROM_JSON = "_ZN13QJsonDocument8fromJsonERK10QByteArrayP15QJsonParseError"
_OBJECT = "_ZNK13QJsonDocument6objectEv"
_MOST_METHODS = 60


def screen(name: str, x: int, width: int, height: int) -> dict[str, Any]:
    """One screen at so many pixels from the left."""
    places = {"x": x, "y": 0, "width": width, "height": height}
    return {"name": name, **places, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


LAPTOP = screen("laptop", 0, 1366, 768)
PROJECTOR = screen("projector", 1366, 1920, 1080)
SAME_PICTURE = screen("projector", 0, 1366, 768)


def platform_with(folder: Path, screens: Sequence[dict[str, Any]]) -> str:
    """What QT_QPA_PLATFORM has to be for these screens at the start."""
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": list(screens)}), "utf-8")
    return f"offscreen:configfile={file}"


def can_plug() -> bool:
    """Whether screens can be plugged in and out here."""
    if not sys.platform.startswith("linux"):
        return False
    gui = _library("libQt6Gui.so.6")
    return all(hasattr(gui, name) for name in (_INTERFACE, _BASE_TABLE, _RESOURCE))


def plug(screens: Sequence[dict[str, Any]]) -> None:
    """From now on the computer has these screens."""
    gui, core = _library("libQt6Gui.so.6"), _library("libQt6Core.so.6")
    interface = _called(gui[_INTERFACE])
    asked = QByteArray(b"setConfiguration")
    method = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(_method_of(interface))
    found = method(interface, shiboken6.getCppPointer(asked)[0])
    assert found, "the platform does not take other screens"
    document, held = (ctypes.c_void_p * 4)(), (ctypes.c_void_p * 4)()
    text = QByteArray(json.dumps({"screens": list(screens)}).encode())
    three = [ctypes.c_void_p] * 3
    from_json, to_object = core[_FROM_JSON], core[_OBJECT]
    from_json.argtypes, to_object.argtypes = three, three[:2]
    from_json(ctypes.addressof(document), shiboken6.getCppPointer(text)[0], None)
    to_object(ctypes.addressof(held), ctypes.addressof(document))
    ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(found)(ctypes.addressof(held), interface)


@cache
def _library(name: str) -> ctypes.CDLL:
    return ctypes.CDLL(str(_LIBRARIES / name))


def _called(function: Any) -> int:
    function.restype = ctypes.c_void_p
    return int(function())


def _method_of(interface: int) -> int:
    """The platform's own answer to "which resource": at the place where the base class has its own."""
    gui = _library("libQt6Gui.so.6")
    base = (ctypes.c_void_p * _MOST_METHODS).in_dll(gui, _BASE_TABLE)
    wanted = ctypes.cast(gui[_RESOURCE], ctypes.c_void_p).value
    place = list(base).index(wanted) - 2  # the table begins with 2 entries that are no methods
    table = ctypes.c_void_p.from_address(interface).value
    assert table is not None
    method = ctypes.c_void_p.from_address(table + place * ctypes.sizeof(ctypes.c_void_p)).value
    assert method is not None
    return method
