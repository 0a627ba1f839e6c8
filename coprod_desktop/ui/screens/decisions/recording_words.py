"""Why a recording cannot be taken in, in plain words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from coprod_desktop.services.recording_service import RecordingFault

_WORDS = {
    "cannot_read": "This cannot be opened. Is it still there?",
    "empty": "There is nothing in this file.",
    "too_large": "This recording is too long. Please bring in a shorter one.",
    "no_sound": "There is no sound in this file that we know.",
}


def recording_fault_words(fault: "RecordingFault") -> str:
    """What is wrong, and what can be done."""
    return QCoreApplication.translate("RecordingFaults", _WORDS[fault.value])
