"""What became of something that was said at a meeting, in one or two short sentences."""

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.what_became import Became


def became_words(became: Became) -> str:
    """The words, with {day} where the day of the meeting comes."""
    return {
        Became.ON_AGENDA: QCoreApplication.translate("BecameWords", "This was on the agenda on {day}."),
        Became.TALKED_ABOUT: QCoreApplication.translate("BecameWords", "We talked about this on {day}."),
        Became.KEPT_FOR_LATER: QCoreApplication.translate("BecameWords", "We kept this for later on {day}."),
        Became.CARRIED_OVER: QCoreApplication.translate("BecameWords", "We left this for the next meeting on {day}."),
        Became.NOT_REACHED: QCoreApplication.translate("BecameWords", "There was no time for this on {day}."),
        Became.NO_ANSWER_YET: QCoreApplication.translate("BecameWords", "An idea from {day}. No answer yet."),
        Became.DECIDED: QCoreApplication.translate("BecameWords", "An idea from {day}. We decided about it."),
        Became.NOT_TAKEN_UP: QCoreApplication.translate("BecameWords", "An idea from {day}. We did not take it up."),
        Became.LATER: QCoreApplication.translate("BecameWords", "An idea from {day}. We kept it for later."),
        Became.PASSED_ON: QCoreApplication.translate("BecameWords", "An idea from {day}. We passed it on."),
        Became.JOINED: QCoreApplication.translate("BecameWords", "An idea from {day}. It went on with another one."),
        Became.SAID: QCoreApplication.translate("BecameWords", "Somebody said this on {day}."),
        Became.AGREED: QCoreApplication.translate("BecameWords", "We agreed this on {day}."),
        Became.WAITS_FOR_YES: QCoreApplication.translate("BecameWords", "We wanted this on {day}."),
        Became.SAID_NO: QCoreApplication.translate("BecameWords", "We wanted this on {day}. The answer was no."),
        Became.NOT_AGREED: QCoreApplication.translate(
            "BecameWords", "We talked about this on {day}. We did not agree."
        ),
        Became.DEFERRED: QCoreApplication.translate("BecameWords", "We left this decision for later on {day}."),
        Became.WITHDRAWN: QCoreApplication.translate("BecameWords", "This was taken back on {day}."),
        Became.DECIDED_ELSEWHERE: QCoreApplication.translate(
            "BecameWords", "Other people decided this. We wrote it down on {day}."
        ),
        Became.STILL_OPEN: QCoreApplication.translate("BecameWords", "A job from {day}. It is not done yet."),
        Became.DONE: QCoreApplication.translate("BecameWords", "A job from {day}. It is done."),
        Became.DROPPED: QCoreApplication.translate("BecameWords", "A job from {day}. It is not needed any more."),
    }[became]
