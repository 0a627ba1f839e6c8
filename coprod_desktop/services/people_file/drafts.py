"""From a row and the answers about it to the person who would be brought in; without answers, the careful way."""

from collections.abc import Mapping
from dataclasses import dataclass

from coprod_desktop.domain.access_need import OTHER_NEED
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, Perspective
from coprod_desktop.services.people_file.columns import Field
from coprod_desktop.services.people_file.findings import Answer, ChoiceAct, Question
from coprod_desktop.services.people_file.need_cells import joined_needs
from coprod_desktop.services.people_file.rows import RowReading

Given = Mapping[str, tuple[str, ...]]
"""The answers about one row: the keys of the chosen answers by the key of the question."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A person before they are kept. Needs are code and detail; all of them wait for the person's yes (DP-03)."""

    name: str
    chosen_name: str = ""
    contact: str = ""
    perspectives: tuple[Perspective, ...] = ()
    brings: tuple[str, ...] = ()
    needs: tuple[tuple[str, str], ...] = ()
    minutes: MinutesChoice | None = None


def draft_of(reading: RowReading, given: Given) -> Draft | None:
    """Who this row makes, or None if it is refused or left out."""
    if reading.is_refused or is_left_out(reading, given):
        return None
    making = _Making(
        name=reading.name,
        perspectives=dict.fromkeys(reading.perspectives),
        needs=dict.fromkeys(reading.needs),
        brings=list(reading.brings),
        minutes=reading.minutes,
    )
    for question in reading.questions:
        for answer in answers_to(question, given):
            making.take(question, answer)
    return Draft(
        name=making.name,
        chosen_name=reading.chosen_name,
        contact=reading.contact,
        perspectives=tuple(making.perspectives),
        brings=tuple(making.brings),
        needs=joined_needs(making.needs),
        minutes=making.minutes,
    )


def answers_to(question: Question, given: Given) -> tuple[Answer, ...]:
    """What holds for a question: what was answered, else the careful way."""
    keys = given.get(question.key, ())
    return tuple(question.answer(key) for key in keys) or (question.careful,)


def is_left_out(reading: RowReading, given: Given) -> bool:
    """Whether an answer, or the careful way, leaves this row out."""
    return any(
        answer.act is ChoiceAct.LEAVE_OUT for question in reading.questions for answer in answers_to(question, given)
    )


@dataclass(kw_only=True)
class _Making:
    """A person in the making."""

    name: str
    perspectives: dict[Perspective, None]
    needs: dict[tuple[str, str], None]
    brings: list[str]
    minutes: MinutesChoice | None

    def take(self, question: Question, answer: Answer) -> None:
        """Do what an answer says."""
        match answer.act:
            case ChoiceAct.NAME:
                self.name = answer.value
            case ChoiceAct.PERSPECTIVE:
                self.perspectives[Perspective(answer.value)] = None
            case ChoiceAct.NEED:
                self.needs[answer.value, answer.detail] = None
            case ChoiceAct.KEEP_WORDS:
                self._keep(question)
            case ChoiceAct.FORMAT | ChoiceAct.SIZE:
                self._format(answer)
            case _:
                pass

    def _keep(self, question: Question) -> None:
        if question.field is Field.NEEDS:
            self.needs[OTHER_NEED, question.words] = None
        elif question.field is Field.BRINGS:
            self.brings.append(question.words)

    def _format(self, answer: Answer) -> None:
        self.minutes = MinutesChoice(format=MinutesFormat(answer.value), size_pt=answer.size_pt)
        if answer.act is ChoiceAct.SIZE:
            self.needs["LP", ""] = None
