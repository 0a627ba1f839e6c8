"""The two yeses, and editions of the minutes: what people check, what they put right, what they agree (R26, ER-34)."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from coprod_desktop.domain import agenda, decisions, ideas
from coprod_desktop.domain.after_events import (
    ChangeKind,
    CorrectionAsked,
    EditionChange,
    EditionMade,
    LineAnswer,
    LineChecked,
    MinutesAgreed,
    ReaderSaid,
)
from coprod_desktop.domain.check_lines import CheckLine, check_lines, open_answers
from coprod_desktop.domain.editions import (
    Standing,
    changes_between,
    lines_of,
    readers_among,
    tells_of,
    words_digest,
)
from coprod_desktop.domain.events import Event
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId, PersonId
from coprod_desktop.domain.lines import Words
from coprod_desktop.domain.meeting_state import Action, AgendaItem, Decision, Idea, MeetingState
from coprod_desktop.domain.person import MinutesFormat, Person, printed_names
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.text import typed
from coprod_desktop.services.act_history import ActHistory
from coprod_desktop.services.clock import Clock, today
from coprod_desktop.services.frozen_minutes import FrozenMinutes
from coprod_desktop.services.live_meeting import LiveMeeting
from coprod_desktop.services.meeting_service import MeetingService
from coprod_desktop.services.minutes_order import MinutesOrder
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.edition_store import GROUP_FORM, EditionFile, EditionStore
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.people_store import PeopleStore

if TYPE_CHECKING:  # what renders pages is loaded when an edition is printed, not when one is asked about
    from coprod_desktop.services.minutes_service import MinutesContent, MinutesService

__all__ = ["CheckLine", "EditionFile", "EditionService", "MadeFile", "MinutesToAgree", "Standing"]

KEPT_FORMS: Final = (MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT, MinutesFormat.PLAIN_TEXT)
"""The files of an agreed edition that are kept, each in its usual size."""


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


@dataclass(frozen=True, kw_only=True)
class MadeFile:
    """One file of an edition that was made and may be kept."""

    form: MinutesFormat
    data: bytes


class EditionService:
    """Checks, corrections, editions and agreeing. Each act is one step in the record; Undo takes it back.

    The bytes of an agreed edition are kept. Making it again gives the same bytes within one version of the program, if
    no name and no picture was changed since; a later version may set its pages in another way.
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
    ) -> None:
        """`minutes` gives what makes pages; `drop_times` takes the times of single people out for good (DP-16)."""
        self._log = MeetingLog(database)
        self._groups, self._people = GroupStore(database), PeopleStore(database)
        self._store = EditionStore(database)
        self._meetings, self._minutes = meetings, minutes
        self._history, self._clock = history, clock
        self._drop_times = drop_times
        self._frozen = FrozenMinutes(self._log)

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
        line = lines_of(live.state).get(line_id)
        if line is None:
            raise NotAllowed(Reason.NOT_FOUND, "line")
        changed = _corrected(live.state, line, words, proposer)
        if not changed:
            return
        asked = CorrectionAsked(line_id=line_id, asked_on=self._today(), asked_by=asked_by)
        live.record((asked, *changed))

    # Editions

    def make_edition(self, meeting_id: MeetingId) -> int:
        """Freeze the minutes as they are; gives the number. If the newest edition has these words it is that one."""
        live = self._live(meeting_id)
        made = self._next_edition(live)
        if made is None:
            return live.state.after.editions[-1].edition
        with self._history.together(EditionMade.kind):
            live.record((made,))
            self._keep_group(live.state, made)
        return made.edition

    def agree(
        self, meeting_id: MeetingId, *, agreed_on: date | None = None, in_meeting: MeetingId | None = None
    ) -> int:
        """A meeting says that the minutes are right; gives the edition. If no edition has these words, one is made.

        After that the times of single people are taken out for good: Undo takes back the yes and not that (DP-16).
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
            if made:
                self._keep_group(live.state, made)
        self._drop_times(meeting_id)
        return edition.edition

    def content(self, meeting_id: MeetingId, edition: int) -> "MinutesContent":
        """What an edition says. Raises NotAllowed if there is none with this number."""
        return self._minutes().edition_content(meeting_id, edition, self._kept_group(meeting_id, edition))

    def made(self, content: "MinutesContent", forms: Iterable[MinutesFormat] = KEPT_FORMS) -> tuple[MadeFile, ...]:
        """The files of an edition in their usual sizes. Reads nothing but fonts, so it may run in any thread."""
        return tuple(
            MadeFile(form=form, data=self._minutes().render(content, MinutesOrder(format=form))) for form in forms
        )

    def keep(self, meeting_id: MeetingId, edition: int, files: Sequence[MadeFile]) -> None:
        """Keep the files of an edition that is agreed; those that are kept stay as they are (R26)."""
        kept = {one.form for one in self.files(meeting_id) if one.edition == edition and one.data is not None}
        if not self._is_agreed(meeting_id, edition):
            return
        for one in files:
            if one.form.value not in kept:
                self._store.keep(self._file(meeting_id, edition, one))

    def files(self, meeting_id: MeetingId) -> tuple[EditionFile, ...]:
        """The files of all editions of a meeting that were kept; without `data` the bytes were removed."""
        return tuple(one for one in self._store.of_meeting(meeting_id) if one.form != GROUP_FORM)

    def file(self, meeting_id: MeetingId, edition: int, form: MinutesFormat) -> EditionFile:
        """One file of an edition: as it was kept, else made now, and kept if the edition is agreed.

        An older edition whose bytes were removed is not made again: then there is no `data`. Raises NotAllowed.
        """
        kept = next((one for one in self.files(meeting_id) if (one.edition, one.form) == (edition, form.value)), None)
        if kept is not None and (kept.data is not None or not self._is_newest(meeting_id, edition)):
            return kept
        made = self.made(self.content(meeting_id, edition), [form])
        self.keep(meeting_id, edition, made)
        return self._file(meeting_id, edition, made[0])

    def made_again(self, meeting_id: MeetingId, edition: int, form: MinutesFormat) -> bool:
        """Whether making a kept file again gives the same bytes; a newer program or another picture may not."""
        kept = self.file(meeting_id, edition, form)
        (made,) = self.made(self.content(meeting_id, edition), [form])
        return hashlib.sha256(made.data).hexdigest() == kept.digest

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
        self._store.remove_bytes([meeting_id], self._today())
        self._keep_group(live.state, made)

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

    def _file(self, meeting_id: MeetingId, edition: int, made: MadeFile) -> EditionFile:
        digest = hashlib.sha256(made.data).hexdigest()
        return EditionFile(
            meeting_id=meeting_id,
            edition=edition,
            form=made.form.value,
            digest=digest,
            made_on=self._today(),
            data=made.data,
        )

    def _is_agreed(self, meeting_id: MeetingId, edition: int) -> bool:
        frozen = self._frozen.frozen(meeting_id, edition)
        return self.standing(meeting_id, frozen.state).is_agreed

    def _is_newest(self, meeting_id: MeetingId, edition: int) -> bool:
        newest = self._meetings.state(meeting_id).after.edition
        return newest is not None and newest.edition == edition

    def _keep_group(self, state: MeetingState, made: EditionMade) -> None:
        """What the group was called and which words it explained, so that the edition can be made again."""
        self._store.keep_group(state.id, made.edition, self._group(state), made.made_on)

    def _kept_group(self, meeting_id: MeetingId, edition: int) -> Group | None:
        return self._store.group_of(meeting_id, edition)

    def _meeting_before(self, meeting_id: MeetingId) -> MeetingId | None:
        state = self._meetings.state(meeting_id)
        if state.details is None or state.group_id is None:
            return None
        earlier = [
            one
            for one in self._meetings.headers(state.group_id)
            if one.id != meeting_id and one.held_on < state.details.held_on
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


def _corrected(
    state: MeetingState,
    line: AgendaItem | Idea | Decision | Action,
    words: Words | None,
    proposer: Proposer | None,
) -> tuple[Event, ...]:
    """The change of a line that somebody asked for; an action has no proposer."""
    if isinstance(line, AgendaItem):
        title = words.text if words else line.details.title
        item = replace(line.details, title=title, proposer=proposer or line.details.proposer)
        return agenda.change_item(state, line.id, item)
    said = words or line.words
    if isinstance(line, Action):
        return decisions.change_action(state, line.id, said, line.details)
    if isinstance(line, Idea):
        return ideas.change_idea(
            state, line.id, said, replace(line.details, proposer=proposer or line.details.proposer)
        )
    details = replace(line.details, proposer=proposer or line.details.proposer)
    return decisions.change_decision(state, line.id, said, details)
