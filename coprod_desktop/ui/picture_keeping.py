"""Keeps what a form of own pictures holds, or says beside the field at fault why that cannot be."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.services.own_picture_service import PictureFault, PictureRefused
from coprod_desktop.ui.meeting_bridge import MeetingBridge
from coprod_desktop.ui.widgets.form_panel import FormPanel
from coprod_desktop.ui.widgets.picture_fault_words import picture_fault_words

T = TypeVar("T")


def keep(act: Callable[[], T], form: FormPanel, bridge: MeetingBridge, warn: Callable[[str], None]) -> T | None:
    """What was kept, or None with the reason told; `warn` hears what is wrong with no field of the form."""
    try:
        outcome = bridge.ask(act, says_refusals=False)
    except PictureRefused as refused:
        words = picture_fault_words(refused.fault)
        if refused.fault is not PictureFault.NAMES_SOMEBODY or not form.show_error("alt", words):
            warn(words)
        return None
    if outcome.refusal is not None and not form.show_error(outcome.refusal.field, _words(outcome.refusal)):
        bridge.refused.emit(outcome.refusal)
    return outcome.value


def _words(refusal: NotAllowed) -> str:
    if refusal.reason is Reason.WORDS_TOO_LONG:
        return QCoreApplication.translate("PictureKeeping", "Please say it in 1 short sentence.")
    return QCoreApplication.translate("PictureKeeping", "Please write a few words.")
