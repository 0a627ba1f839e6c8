"""The minutes as an edition froze them: the record up to its number, and how far they were when they were agreed."""

from dataclasses import dataclass, replace

from coprod_desktop.domain.after_events import EditionMade, MinutesAgreed
from coprod_desktop.domain.after_meeting import AfterMeeting
from coprod_desktop.domain.editions import Standing, later_digest, standing
from coprod_desktop.domain.events import Step
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.replay import replay
from coprod_desktop.storage.meeting_log import MeetingLog


@dataclass(frozen=True, kw_only=True)
class Frozen:
    """An edition with the meeting as it stood. `known_up_to` is the number in the record at which it was made."""

    edition: EditionMade
    state: MeetingState
    known_up_to: int


class FrozenMinutes:
    """Reads editions back from the log."""

    def __init__(self, log: MeetingLog) -> None:
        self._log = log

    def standing(self, state: MeetingState, readers_needed: int) -> Standing:
        """How far the minutes of a meeting are, and whether the record tells more than what was agreed."""
        told, newest = standing(state, readers_needed), state.after.edition
        if newest is None or not told.is_agreed:
            return told
        return replace(told, has_later_news=later_digest(self.record_of(state.id, newest)) != later_digest(state))

    def record_of(self, meeting_id: MeetingId, edition: EditionMade) -> MeetingState:
        """The meeting as the record told it at the number of an edition."""
        return replay(meeting_id, self._log.steps_up_to(meeting_id, edition.record_number))

    def frozen(self, meeting_id: MeetingId, number: int) -> Frozen:
        """An edition by its number. Raises NotAllowed if there is none.

        Once its words are agreed nothing is added to it; until then it tells how far the readers are. Words that were
        taken out for good are gone from it too.
        """
        steps = self._log.steps(meeting_id)
        now = replay(meeting_id, steps).after
        made = next((one for one in now.editions if one.edition == number), None)
        if made is None:
            raise NotAllowed(Reason.NOT_FOUND, "edition")
        place = next(at for at, step in enumerate(steps) if made in step.events)
        then = _when_agreed(meeting_id, steps, place, made) or now
        after = replace(
            then,
            editions=tuple(one for one in then.editions if one.edition <= number),
            words_taken_out=now.words_taken_out,
            times_dropped=now.times_dropped,
        )
        state = replace(self.record_of(meeting_id, made), after=after)
        return Frozen(edition=made, state=state, known_up_to=self._log.number_of_step(steps[place].id))


def _when_agreed(meeting_id: MeetingId, steps: tuple[Step, ...], place: int, made: EditionMade) -> AfterMeeting | None:
    """What was true when the words of an edition were agreed, or when it was made if they were already."""
    asked = [place, *(at for at in range(place + 1, len(steps)) if _agrees(steps[at]))]
    for at in asked:
        after = replay(meeting_id, steps[: at + 1]).after
        if any(one.words_digest == made.words_digest and one.edition in after.agreed for one in after.editions):
            return after if _stands(meeting_id, steps, after) else None
    return None


def _agrees(step: Step) -> bool:
    return any(isinstance(event, MinutesAgreed) for event in step.events)


def _stands(meeting_id: MeetingId, steps: tuple[Step, ...], then: AfterMeeting) -> bool:
    """Whether what was agreed then was not undone since."""
    now = replay(meeting_id, steps).after
    return all(now.agreed.get(number) == agreed for number, agreed in then.agreed.items())
