"""The two yeses, and editions of the minutes: what people check, what they put right, what they agree (R26, ER-34)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from coprod_desktop.domain.after_events import (
    ChangeKind,
    EditionChange,
    EditionMade,
    LineAnswer,
    LineChecked,
    MinutesAgreed,
    ReaderSaid,
)
from coprod_desktop.domain.check_lines import CheckLine, check_lines, open_answers
from coprod_desktop.domain.corrections import correct_line
from coprod_desktop.domain.editions import (
    Standing,
    changes_between,
    lines_of,
    readers_among,
    tells_of,
    words_digest,
)
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.lines import Words
from coprod_desktop.domain.meeting_header import MeetingHeader
from coprod_desktop.domain.meeting_state import MeetingState, Phase
from coprod_desktop.domain.person import Person, printed_names
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import typed
from coprod_desktop.services.act_history import ActHistory
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.edition_pages import EditionPages
from coprod_desktop.services.frozen_minutes import FrozenMinutes
from coprod_desktop.services.live_meeting import LiveMeeting
from coprod_desktop.services.meeting_service import MeetingService
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore

if TYPE_CHECKING:  # what renders pages is loaded when an edition is printed, not when one is asked about
    from coprod_desktop.services.minutes_service import MinutesService

__all__ = ["CheckLine", "EditionService", "MinutesToAgree", "Standing"]


@dataclass(frozen=True, kw_only=True)
class MinutesToAgree:
    """The minutes of the meeting before, which no meeting has agreed.

    `to_talk_about` is how many lines somebody said no to, or wants to talk about, and nothing was put right since.
    """

    meeting_id: MeetingId
    title: str
    held_on: date
    standing: Standing
    to_talk_about: int


class EditionService:
    """Checks, corrections, editions and agreeing. Each act is one step in the record; Undo takes it back.

    `pages` are the files of the editions.
    """

    def __init__(
        self,
        database: Database,
        meetings: MeetingService,
        minutes: "Callable[[], MinutesService]",
        history: ActHistory,
        clock: Clock,
        *,
        drop_times: Callable[[MeetingId], object],
        finish: Callable[[], object],
    ) -> None:
        """`minutes` gives what makes pages; `drop_times` takes the times of single people out for good (DP-16).

        `finish` wipes their last bytes, which no write can do while it lasts.
        """
        self._log = MeetingLog(database)
        self._groups, self._people = GroupStore(database), PeopleStore(database)
        self._meetings = meetings
        self._history, self._clock = history, clock
        self._drop_times, self._finish = drop_times, finish
        self._frozen = FrozenMinutes(self._log)
        self.pages = EditionPages(database, minutes, clock)

    # What stands

    def standing(self, meeting_id: MeetingId, state: MeetingState | None = None) -> Standing:
        """How far the minutes of a meeting are. Raises NotAllowed if there is no such meeting."""
        known = state or self._meetings.state(meeting_id)
        return self._frozen.standing(known, self._group(known).readers_needed)

    def to_agree(self, meeting_id: MeetingId) -> MinutesToAgree | None:
        """The minutes that this meeting is asked about: those of the meeting before, if nobody agreed them yet."""
        last_id = self._meeting_before(meeting_id)
        if last_id is None:
            return None
        last = self._meetings.state(last_id)
        told = self.standing(last_id, last)
        if last.details is None or told.is_agreed:
            return None
        return MinutesToAgree(
            meeting_id=last_id,
            title=last.title,
            held_on=last.details.held_on,
            standing=told,
            to_talk_about=len(open_answers(last)),
        )

    # Is it easy?

    def readers(self, meeting_id: MeetingId) -> tuple[Person, ...]:
        """The people of the group who chose easy read for themselves, by the alphabet."""
        group = self._group(self._meetings.state(meeting_id))
        found = readers_among(self._people.people(group.id))
        return tuple(sorted(found, key=lambda one: one.name.casefold()))

    def reader_said(self, meeting_id: MeetingId, reader: PersonId, *, is_easy: bool, words: str = "") -> None:
        """Note what a reader says of the words as they are now. Raises NotAllowed for whoever is no reader."""
        if reader not in {one.id for one in self.readers(meeting_id)}:
            raise NotAllowed(Reason.NOT_FOUND, "reader")
        live = self._live(meeting_id)
        said = ReaderSaid(
            reader=reader,
            is_easy=is_easy,
            words_digest=words_digest(live.state),
            said_on=self._today(),
            words=typed(words, field="words", keeps_lines=True),
        )
        live.record((said,))

    # Is it right?

    def check_lines(self, meeting_id: MeetingId, person_id: PersonId) -> tuple[CheckLine, ...]:
        """What a person is asked about, their own lines first, each with their last answer."""
        return check_lines(self._meetings.state(meeting_id), person_id)

    def check(self, meeting_id: MeetingId, person_id: PersonId, answers: Mapping[str, tuple[LineAnswer, str]]) -> None:
        """Note what came back from one person, in one act. `answers` are an answer and words for each line.

        Raises NotAllowed for a line that is not there.
        """
        live = self._live(meeting_id)
        known, before = lines_of(live.state), live.state.after.checks
        if answers.keys() - known.keys():
            raise NotAllowed(Reason.NOT_FOUND, "line")
        said = tuple(
            LineChecked(
                checked_by=person_id,
                line_id=line_id,
                answer=answer,
                said_on=self._today(),
                words=typed(words, field="words", keeps_lines=True),
            )
            for line_id, (answer, words) in answers.items()
        )
        live.record(tuple(one for one in said if not _is_same(before.get((one.line_id, person_id)), one)))

    def correct(
        self,
        meeting_id: MeetingId,
        line_id: str,
        *,
        asked_by: PersonId | None,
        words: Words | None = None,
        proposer: Proposer | None = None,
    ) -> None:
        """Put the words or the proposer of a line right, and keep who asked for it. Raises NotAllowed.

        An agenda item has a title: its words are the text. Nothing is written if nothing would change.
        """
        live = self._live(meeting_id)
        live.record(correct_line(live.state, line_id, words, proposer, asked_by=asked_by, asked_on=self._today()))

    # Editions

    def make_edition(self, meeting_id: MeetingId) -> int:
        """Freeze the minutes as they are; gives the number. If the newest edition has these words it is that one."""
        live = self._live(meeting_id)
        made = self._next_edition(live)
        if made is None:
            return live.state.after.editions[-1].edition
        with self._history.together(EditionMade.kind):
            live.record((made,))
            self.pages.keep_group(live.state.id, made, self._group(live.state))
        return made.edition

    def agree(
        self, meeting_id: MeetingId, *, agreed_on: date | None = None, in_meeting: MeetingId | None = None
    ) -> int:
        """A meeting says that the minutes are right; gives the edition. If no edition has these words, one is made.

        With it the times of single people are taken out for good, both or neither: Undo takes back the yes and not
        that (DP-16).
        Raises NotAllowed while somebody has a turn in that meeting, or if it is agreed already.
        """
        live = self._live(meeting_id)
        if live.state.current_turn is not None:
            raise NotAllowed(Reason.TURN_RUNNING)
        if self.standing(meeting_id, live.state).is_agreed:
            raise NotAllowed(Reason.ALREADY_THERE)
        made = self._next_edition(live)
        edition = made or live.state.after.editions[-1]
        agreed = MinutesAgreed(edition=edition.edition, agreed_on=agreed_on or self._today(), in_meeting=in_meeting)
        with self._history.together(MinutesAgreed.kind):
            live.record((*((made,) if made else ()), agreed))
            self.pages.forget_files(live.state.id, edition.edition)
            if made:
                self.pages.keep_group(live.state.id, made, self._group(live.state))
            self._drop_times(meeting_id)
        self._finish()
        return edition.edition

    # When names change, or words are taken out

    def name_changed(self, before: Person, after: Person) -> None:
        """After a person chose another name for the minutes: old bytes go, their digests stay, a new edition is made.

        These editions are written by the program, so that Undo of the name does not stop at them; the name that
        comes back makes one more edition.
        """
        now = self._people.people(after.group_id, with_removed=True)
        then = [one for one in now if one.id != before.id] + [before]
        if printed_names(now).get(after.id) == printed_names(then).get(before.id):
            return
        for meeting_id in self._log.meetings_with(EditionMade.kind):
            if tells_of(self._meetings.state(meeting_id), after.id):
                self._make_after_all(meeting_id, (EditionChange(change=ChangeKind.NAMES),))

    def words_were_taken_out(self, meeting_ids: Iterable[MeetingId]) -> None:
        """After private words were taken out for good: a new edition where there was one."""
        for meeting_id in meeting_ids:
            newest = self._meetings.state(meeting_id).after.edition
            if newest is not None:
                state = self._meetings.state(meeting_id)
                changes = changes_between(self._frozen.record_of(meeting_id, newest), state)
                self._make_after_all(meeting_id, changes)

    # Parts

    def _make_after_all(self, meeting_id: MeetingId, changes: tuple[EditionChange, ...]) -> None:
        live = self._live(meeting_id)
        if not live.state.after.editions:
            return
        made = self._edition(live, changes)
        live.record((made,), is_automatic=True)
        self.pages.remove_bytes(meeting_id, self._today())
        self.pages.keep_group(live.state.id, made, self._group(live.state))

    def _next_edition(self, live: LiveMeeting) -> EditionMade | None:
        """The edition that these words would be; None if the newest one has them."""
        newest = live.state.after.edition
        if newest is None:
            return self._edition(live, ())
        if newest.words_digest == words_digest(live.state):
            return None
        return self._edition(live, changes_between(self._frozen.record_of(live.id, newest), live.state))

    def _edition(self, live: LiveMeeting, changes: tuple[EditionChange, ...]) -> EditionMade:
        newest = live.state.after.edition
        return EditionMade(
            edition=newest.edition + 1 if newest else 1,
            record_number=live.record_number,
            words_digest=words_digest(live.state),
            made_on=self._today(),
            changes=changes,
        )

    def _meeting_before(self, meeting_id: MeetingId) -> MeetingId | None:
        state = self._meetings.state(meeting_id)
        if state.details is None or state.group_id is None:
            return None
        earlier = [
            one
            for one in self._meetings.headers(state.group_id)
            if one.id != meeting_id and one.held_on < state.details.held_on and _took_place(one)
        ]
        follows = next((one for one in earlier if one.id == state.follows_id), None)
        last = follows or max(earlier, key=lambda one: one.held_on, default=None)
        return last.id if last else None

    def _live(self, meeting_id: MeetingId) -> LiveMeeting:
        return self._meetings.open(meeting_id).live

    def _group(self, state: MeetingState) -> Group:
        group = self._groups.get(state.group_id) if state.group_id else None
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND, "meeting")
        return group

    def _today(self) -> date:
        return today(self._clock)


def _is_same(before: LineChecked | None, now: LineChecked) -> bool:
    return before is not None and (before.answer, before.words) == (now.answer, now.words)


def _took_place(meeting: MeetingHeader) -> bool:
    """One that was only made, or made by mistake, has no minutes to ask about."""
    return meeting.phase is Phase.FINISHED or meeting.item_number > 0
