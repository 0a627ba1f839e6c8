"""What people say of their own needs: met, partly, not met. Asked on the day or after, and theirs alone (R03)."""

from collections.abc import Mapping
from dataclasses import dataclass

from coprod_desktop.domain.access_need import known_need
from coprod_desktop.domain.adjustment import NeedAnswer, PersonSaid
from coprod_desktop.domain.getting_ready import Preparation
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.person import Person
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import typed
from coprod_desktop.services.act_history import Act, ActHistory
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.storage.ready_store import ReadyStore


@dataclass(frozen=True, kw_only=True)
class NeedQuestion:
    """One need of one person, to be asked about. For the facilitator alone, when nobody else sees the screen.

    `detail` is how the person told it; `said` is None until they are asked, `words` is what they said besides.
    `slip_number` stands on their slip in place of their name.
    """

    person_id: PersonId
    code: str
    detail: str
    said: PersonSaid | None
    words: str
    slip_number: int


class OwnWords:
    """Keeps people's own word; every act can be undone."""

    def __init__(self, store: ReadyStore, history: ActHistory, clock: Clock) -> None:
        self._store = store
        self._history = history
        self._clock = clock

    def questions(self, known: Preparation) -> tuple[NeedQuestion, ...]:
        """Each need of each person who comes, once; needs without a yes are asked about nowhere."""
        answers = {(answer.person_id, answer.code): answer for answer in known.answers}
        numbers = known.slip_numbers

        def question(person: Person, code: str, detail: str) -> NeedQuestion:
            answer = answers.get((person.id, code))
            return NeedQuestion(
                person_id=person.id,
                code=code,
                detail=detail,
                said=answer.said if answer else None,
                words=answer.words if answer else "",
                slip_number=numbers[person.id],
            )

        return tuple(question(person, *told) for person in known.people for told in _agreed(person).items())

    def say(self, person: Person, meeting_id: MeetingId, code: str, said: PersonSaid, words: str) -> None:
        """Keep a word. Raises NotAllowed if the person has no such need, or did not say yes to it."""
        if code not in _agreed(person):
            raise NotAllowed(Reason.NOT_FOUND, "need")
        answer = NeedAnswer(
            meeting_id=meeting_id,
            person_id=person.id,
            code=code,
            said=said,
            said_on=today(self._clock),
            words=typed(words, field="words", keeps_lines=True),
        )
        self._put(self._said(meeting_id, person.id, code), answer)

    def _said(self, meeting_id: MeetingId, person_id: PersonId, code: str) -> NeedAnswer | None:
        answers = self._store.answers(meeting_id)
        return next((one for one in answers if (one.person_id, one.code) == (person_id, code)), None)

    def _put(self, before: NeedAnswer | None, after: NeedAnswer | None) -> None:
        def put(new: NeedAnswer | None, old: NeedAnswer | None) -> None:
            if new is not None:
                self._store.keep_answers([new])
            elif old is not None:
                self._store.forget_answers([old])

        if before == after:
            return
        put(after, before)
        self._history.note(Act(kind="need_answered", undo=lambda: put(before, after), redo=lambda: put(after, before)))


def _agreed(person: Person) -> Mapping[str, str]:
    """The codes of the needs with a yes, each with how the person told it."""
    told: dict[str, list[str]] = {}
    for need in person.needs:
        if not need.waits_for_yes:
            code, detail = known_need(need.code, need.detail)
            told.setdefault(code, []).append(detail)
    return {code: "\n".join(line for line in details if line) for code, details in told.items()}
