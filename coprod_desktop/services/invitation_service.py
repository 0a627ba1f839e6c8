"""Invitations: plans who is sent what, makes it all in one folder, and the file for calendars (R06)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coprod_desktop.domain.events import MeetingDetailsChanged, MeetingOpened
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import GroupId, PersonId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.offer import OfferAnswer, OfferKind
from coprod_desktop.domain.own_picture import OWN, OwnPicture, PhotoUse
from coprod_desktop.domain.person import Person, names_apart
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.minutes.blocks import MinutesContent
from coprod_desktop.minutes.wording import Wording
from coprod_desktop.services.absence_service import AbsenceService
from coprod_desktop.services.calendar_file import SUFFIX, calendar_file, changes_so_far
from coprod_desktop.services.clock import Clock, SystemClock, today
from coprod_desktop.services.invitation_maker import InvitationResult, PreparedInvitations
from coprod_desktop.services.invitation_plan import (
    InvitationPlan,
    InviteLine,
    PaperKind,
    invite_lines,
    message_lines,
)
from coprod_desktop.services.invitation_words import INVITE_FILES, InvitationWords
from coprod_desktop.services.minutes_service import MinutesService
from coprod_desktop.services.pack_maker import ScriptWriter, SoundMaker
from coprod_desktop.services.picture_chooser import ChooserMaker
from coprod_desktop.services.record_file import write_whole
from coprod_desktop.services.venue_of_meeting import venue_of_meeting
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.offer_store import OfferStore
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.venue_store import VenueStore

if TYPE_CHECKING:
    from coprod_desktop.minutes.papers.invitation import InvitationFacts

__all__ = [
    "InvitationPlan",
    "InvitationResult",
    "InvitationService",
    "InviteLine",
    "PaperKind",
    "PreparedInvitations",
]

_CALENDAR_KINDS: Final = (MeetingOpened.kind, MeetingDetailsChanged.kind)
_SAME_FOR_ALL: Final = frozenset(
    (PaperKind.WELCOME_SHEET, PaperKind.WHO_IS_WHO, PaperKind.JOINING_SHEET, PaperKind.NEWCOMERS_PACK)
)


class InvitationService:
    """Plans and prepares in the window's thread; what `prepare` gives reads nothing but fonts and pictures."""

    def __init__(
        self,
        database: Database,
        templates_folder: Path,
        minutes: MinutesService,
        absences: AbsenceService,
        *,
        sound: SoundMaker | None = None,
        script: ScriptWriter | None = None,
        clock: Clock | None = None,
        zone: tzinfo | None = None,
    ) -> None:
        """`zone` is where times in words are told; None for the zone of this computer."""
        self._log = MeetingLog(database)
        self._groups = GroupStore(database)
        self._people = PeopleStore(database)
        self._offers = OfferStore(database)
        self._venues = VenueStore(database)
        self._choosers = ChooserMaker(database, templates_folder)
        self._templates = templates_folder
        self._minutes, self._absences = minutes, absences
        self._sound, self._script = sound, script
        self._clock = clock or SystemClock()
        self._zone = zone

    # Invitations

    def plan(self, state: MeetingState) -> InvitationPlan:
        """Who gets what: everybody who was asked and did not say sorry; nobody who is gone or wants no letters.

        Raises NotAllowed for a meeting that was never opened.
        """
        details, group = self._known(state)
        asked = [who for who, seen in state.attendance.items() if not seen.is_sorry]
        return InvitationPlan(lines=self._lines(group.id, asked), title=details.title, held_on=details.held_on)

    def prepare(self, plan: InvitationPlan, state: MeetingState, *, how_to_join: str = "") -> PreparedInvitations:
        """Read all that the papers say. `how_to_join` tells people who join by phone or video, in words."""
        details, group = self._known(state)
        drafts = _Drafts(
            facts=self._facts(state, group),
            wording=self._paper_wording(group),
            how_to_join=how_to_join,
            today=today(self._clock),
        )
        return PreparedInvitations(
            plan=plan,
            words=self._words(group, details.held_on, "invite"),
            drafts=drafts.content,
            minutes=self._minutes,
            calendar=self.calendar(state),
            same_for_all=_SAME_FOR_ALL,
            sound=self._sound,
            script=self._script,
        )

    def wants_how_to_join(self, plan: InvitationPlan) -> bool:
        """Whether somebody gets a sheet that tells how to join by phone or video."""
        return any(PaperKind.JOINING_SHEET in line.papers for line in plan.lines)

    # The one kind message

    def prepare_kind_messages(self, group_id: GroupId, people: Iterable[PersonId]) -> PreparedInvitations:
        """The message for each of these people in their own format. Raises NotAllowed for no such group."""
        group = self._groups.get(group_id)
        if group is None:
            raise NotAllowed(Reason.NOT_FOUND)
        made_on, wording = today(self._clock), self._paper_wording(group)
        persons = self._people.by_ids(people)

        def draft(line: InviteLine, _kind: PaperKind) -> MinutesContent:
            from coprod_desktop.minutes.papers.kind_message import kind_message

            return kind_message(group, persons.get(line.person_id), wording=wording, sent_on=made_on)

        return PreparedInvitations(
            plan=InvitationPlan(lines=message_lines(self._lines(group_id, persons))),
            words=self._words(group, made_on, "message"),
            drafts=draft,
            minutes=self._minutes,
            sound=self._sound,
            script=self._script,
        )

    # The file for calendars

    def calendar(self, state: MeetingState) -> bytes:
        """The meeting for a calendar. Raises NotAllowed for a meeting that was never opened."""
        details, group = self._known(state)
        return calendar_file(
            state.id,
            details,
            group_name=group.name,
            place=self._place(state, details),
            changes=changes_so_far(self._log.steps_of_kinds(state.id, _CALENDAR_KINDS)),
            made_at=self._clock.now(),
            zone=self._zone,
        )

    def calendar_name(self, state: MeetingState) -> str:
        """A name for that file: what it is and the day."""
        details, group = self._known(state)
        words = self._words(group, details.held_on, "invite")
        return words.suggested(words.calendar_name, SUFFIX)

    def save_calendar(self, state: MeetingState, path: Path) -> None:
        """Save that file; an old one is replaced whole or not touched. Raises NotWritten."""
        write_whole(path, self.calendar(state))

    # What all of them need

    def _known(self, state: MeetingState) -> tuple[MeetingDetails, Group]:
        group = self._groups.get(state.group_id) if state.group_id else None
        if group is None or state.details is None:
            raise NotAllowed(Reason.NOT_FOUND)
        return state.details, group

    def _lines(self, group_id: GroupId, wanted: Iterable[PersonId]) -> tuple[InviteLine, ...]:
        chosen = frozenset(wanted)
        people = [person for person in self._absences.may_be_asked(group_id) if person.id in chosen]
        names = names_apart(people)
        packs = frozenset(
            offer.person_id
            for offer in self._offers.offers(person.id for person in people)
            if offer.kind is OfferKind.NEWCOMERS_PACK and offer.answer is OfferAnswer.YES
        )
        everybody = self._people.people(group_id, with_removed=True)
        return invite_lines(people, everybody, [names[person.id] for person in people], newcomers_packs=packs)

    def _facts(self, state: MeetingState, group: Group) -> "InvitationFacts":
        from coprod_desktop.minutes.papers.invitation import InvitationFacts, invitation_lines

        people = self._people.people(group.id, with_removed=True)
        asked = [person for person in people if person.id in state.attendance and person.removed_on is None]
        faces = self._usable(group.id, PhotoUse.WHO_IS_WHO, people)
        outside = self._usable(group.id, PhotoUse.OUTSIDE, people)
        venue = venue_of_meeting(self._venues, state)
        return InvitationFacts(
            state=state,
            group=group,
            people=people,
            today=today(self._clock),
            venue=venue,
            lines=invitation_lines(asked),
            faces={person.id: person.picture for person in asked if _may_show(person.picture, faces)},
            place_photos=tuple(word for word in (venue.photos if venue else ()) if word in outside),
            own_pictures=tuple({**outside, **faces}.values()),
        )

    def _usable(self, group_id: GroupId, use: PhotoUse, people: Sequence[Person]) -> Mapping[str, OwnPicture]:
        return {own.picture_word: own for own in self._choosers.usable(group_id, use, people)}

    def _place(self, state: MeetingState, details: MeetingDetails) -> str:
        venue = venue_of_meeting(self._venues, state)
        if venue is None:
            return details.venue
        address = ", ".join(line.strip() for line in venue.address.splitlines() if line.strip())
        return ", ".join(part for part in (details.venue or venue.name, address) if part)

    def _paper_wording(self, group: Group) -> Wording:
        from coprod_desktop.minutes.papers.frame import paper_wording

        return paper_wording(self._templates, group.language)

    def _words(self, group: Group, day: date, kind: str) -> InvitationWords:
        wording = Wording.load(self._templates, group.language, files=INVITE_FILES)
        return InvitationWords(wording=wording, group_name=group.name, language=group.language, day=day, kind=kind)


@dataclass(frozen=True, kw_only=True)
class _Drafts:
    """What each paper of one meeting says."""

    facts: "InvitationFacts"
    wording: Wording
    how_to_join: str
    today: date

    def content(self, line: InviteLine, kind: PaperKind) -> MinutesContent:
        """One paper for one person; the reply has their copy number, so that no name stands beside a need."""
        from coprod_desktop.minutes.papers.invitation import invitation

        if kind is PaperKind.INVITATION:
            return invitation(self.facts, wording=self.wording, reply_number=line.number_words)
        return self._extra(kind)

    def _extra(self, kind: PaperKind) -> MinutesContent:
        from coprod_desktop.minutes.papers.joining_sheet import joining_sheet
        from coprod_desktop.minutes.papers.newcomers_pack import newcomers_pack
        from coprod_desktop.minutes.papers.welcome_sheet import welcome_sheet
        from coprod_desktop.minutes.papers.who_is_who import who_is_who

        facts, wording = self.facts, self.wording
        makers = {
            PaperKind.WELCOME_SHEET: partial(welcome_sheet, facts),
            PaperKind.WHO_IS_WHO: partial(who_is_who, facts),
            PaperKind.JOINING_SHEET: partial(joining_sheet, facts, how_to_join=self.how_to_join),
            PaperKind.NEWCOMERS_PACK: partial(newcomers_pack, facts.group, made_on=self.today),
        }
        return makers[kind](wording=wording)


def _may_show(picture: str, own: Mapping[str, OwnPicture]) -> bool:
    """A symbol of the table needs no yes; a photo is among those that may be used, or it is not shown (DP-13)."""
    return bool(picture) and (not picture.startswith(OWN) or picture in own)
