"""The same picture for the same outcome, on every paper and on the screen (ER-26)."""

from typing import Final

from coprod_desktop.domain.lines import Helped, YesAnswer
from coprod_desktop.domain.what_became import Became

DECISION_PICTURES: Final = {
    Became.AGREED: "agreed",
    Became.WAITS_FOR_YES: "wait",
    Became.SAID_NO: "not agreed",
    Became.NOT_AGREED: "not agreed",
    Became.DEFERRED: "next",
    Became.WITHDRAWN: "before",
    Became.DECIDED_ELSEWHERE: "people",
}
ANSWER_PICTURES: Final = {YesAnswer.WAITING: "wait", YesAnswer.YES: "agreed", YesAnswer.NO: "not agreed"}
HELPED_PICTURES: Final = {
    Helped.YES: "thumbs up",
    Helped.A_BIT: "thinking",
    Helped.NO: "thumbs down",
    Helped.TOO_SOON: "wait",
}
