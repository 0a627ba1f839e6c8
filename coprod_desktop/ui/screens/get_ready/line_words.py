"""What a row of the get ready screen says of one thing to do; no names, and no words of the people whose need it is."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from coprod_desktop.domain.adjustment import GroupState, PersonSaid
from coprod_desktop.domain.need_rule import DoneBy
from coprod_desktop.domain.ready_line import ReadyLine
from coprod_desktop.ui.theme import Icon
from coprod_desktop.ui.widgets.date_words import day_words
from coprod_desktop.ui.widgets.ready_row import ReadyAct, ReadyFace

if TYPE_CHECKING:
    from coprod_desktop.services.ready_words import ReadyWords


class LineAct(StrEnum):
    """What else can be done with a row, behind Enter."""

    CANNOT = "cannot"
    CAN = "can"
    STEP_BACK = "step_back"
    OTHER_DAY = "other_day"
    LOOKED_NO = "looked_no"


_STEPS: Final = tuple(GroupState)


class LineWords(QObject):
    """Puts lines into words, in the language of the group.

    `is_over`: the day of the meeting has passed. Nobody is told to ask again on `today`, the day on which they asked.
    """

    def __init__(self, words: "ReadyWords") -> None:
        super().__init__()
        self._words = words
        self.is_over = False
        self.today: date | None = None

    def states(self) -> tuple[str, ...]:
        """The longest words beside the dots of any row."""
        return (self.tr("Not looked"), self.tr("Not asked"), self.tr("Partly met"))

    def presses(self) -> tuple[str, ...]:
        """The longest words on the buttons of any row."""
        return (self.tr("Mark arranged"), self.tr("Ask on the day"), self.tr("We looked: yes"))

    def face(self, line: ReadyLine, *, is_unmet: bool = False) -> ReadyFace:
        """What the row of a line says. `is_unmet`: it is the line that tells of a "not met"."""
        done, total = _steps(line)
        weakest = line.weakest_word
        if weakest is PersonSaid.NOT_MET and not is_unmet:
            weakest = None  # told on another line of this need, or the group wrote why
        is_doubtful = weakest in (PersonSaid.PARTLY, PersonSaid.NOT_MET)
        warm = self._not_met(line.said[PersonSaid.NOT_MET]) if is_unmet else self._warm(line)
        return ReadyFace(
            title=self._words.title(line.key, line.people),
            note=warm or self._note(line),
            icon=self.icon(line),
            state=self._words.state(line) if weakest is None else self.said(weakest),
            done=done,
            total=total,
            press=self.tr("Say why") if is_unmet else self._press(line),
            hint="" if line.place_lacks_it else self._words.note(line.key),  # that is to look at the place
            is_warm=bool(warm),
            is_doubtful=is_doubtful,
            acts=self._acts(line),
        )

    def by_itself(self, line: ReadyLine) -> tuple[str, str]:
        """What the program does, and for how many people."""
        return self._words.title(line.key, line.people), self._words.note(line.key)

    def icon(self, line: ReadyLine) -> Icon:
        """The sign of a line."""
        return Icon[self._words.icon(line.key)]

    def _press(self, line: ReadyLine) -> str:
        """The next step: what the group does, then the person's own word."""
        if line.rule.done_by is DoneBy.HELPERS and not line.is_done:
            return self.tr("Name helpers")
        if line.rule.done_by is DoneBy.BREAKS and not line.is_done:
            return self.tr("Put in breaks")
        if line.reason and not line.is_done:
            return ""
        if line.next_state is not None:
            return self._words.press(line)
        return "" if line.weakest_word is not None else self.tr("Ask on the day")

    def _warm(self, line: ReadyLine) -> str:
        """What needs attention, empty if nothing does; one thing at a time."""
        if line.reason or line.is_done:
            return ""
        if line.place_lacks_it:
            return self._words.lacks(line)
        if line.has_grown:
            return self._words.grown(line)
        return self._words.day_named(line) or self._late(line)

    def _note(self, line: ReadyLine) -> str:
        if line.reason:
            return self.tr("We cannot do this: {reason}").format(reason=line.reason)
        done = self._done_words(line)
        if done:
            return done
        if line.due_on is None or line.is_done:
            return self._words.note(line.key)
        return self.tr("By {day}").format(day=_short(line.due_on))

    def said(self, said: PersonSaid) -> str:
        """The person's own word."""
        return {
            PersonSaid.MET: self.tr("Met"),
            PersonSaid.PARTLY: self.tr("Partly met"),
            PersonSaid.NOT_MET: self.tr("Not met"),
        }[said]

    def _acts(self, line: ReadyLine) -> tuple[ReadyAct, ...]:
        if line.is_by_itself:
            return ()
        found = []
        if line.reason:
            found.append(ReadyAct(LineAct.CAN, self.tr("We can do this after all"), Icon.UNLOCK))
        else:
            found.append(ReadyAct(LineAct.CANNOT, self.tr("We cannot do this"), Icon.DOES_NOT_AGREE))
        if line.earlier_state is not None:
            found.append(ReadyAct(LineAct.STEP_BACK, self.tr("Step back"), Icon.BACK))
        if line.marked_on is not None:
            found.append(ReadyAct(LineAct.OTHER_DAY, self.tr("It was another day"), Icon.DATE))
        if line.rule.done_by is DoneBy.PLACE and not line.place_lacks_it:
            found.append(ReadyAct(LineAct.LOOKED_NO, self.tr("We looked: no"), Icon.PLACE))
        return tuple(found)

    def _done_words(self, line: ReadyLine) -> str:
        if line.checked is not None and line.is_done:
            return self.tr("Looked at on {day}").format(day=_short(line.checked.checked_on))
        if line.marked_on is None or line.adjustment is None:
            return ""
        words = {
            GroupState.ASKED: self.tr("Asked on {day}"),
            GroupState.ARRANGED: self.tr("Arranged on {day}"),
            GroupState.READY: self.tr("Ready on {day}"),
        }
        return words[line.adjustment.state].format(day=_short(line.marked_on))

    def _late(self, line: ReadyLine) -> str:
        if line.due_on is None or not (line.is_late or line.may_be_too_late):
            return ""
        day = _short(line.due_on)
        if self.is_over:
            return self.tr("It was not done by {day}.").format(day=day)
        done = self._done_words(line)
        if done and line.marked_on == self.today:
            return ""
        if done:
            return self.tr("{done}. Ask again today.").format(done=done)
        return self.tr("This was due by {day}. {act}").format(day=day, act=self._words.today(line))

    def _not_met(self, count: int) -> str:
        if count == 1:
            return self.tr("1 person said: not met.")
        return self.tr("{count} people said: not met.").format(count=count)


def _steps(line: ReadyLine) -> tuple[int, int]:
    """How many steps are done, of how many: what is booked has 3 and what is done at once has 1, and then the word."""
    if line.rule.done_by is DoneBy.STEPS or line.place_lacks_it:
        done, total = _STEPS.index(line.state), len(_STEPS)
    else:
        done, total = int(line.state is GroupState.READY), 2
    return (total, total) if line.weakest_word is PersonSaid.MET else (done, total)


def _short(day: date) -> str:
    return day_words(day, with_year=False, with_weekday=False)
