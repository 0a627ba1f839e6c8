"""Joins stores and services over one data folder."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.domain.text import clean
from coprod_desktop.paths import cache_folder, resources_folder, templates_folder
from coprod_desktop.services.act_history import ActHistory
from coprod_desktop.services.clock import Clock, SystemClock
from coprod_desktop.services.common_letters import are_common
from coprod_desktop.services.error_log import ErrorLog
from coprod_desktop.services.group_service import GroupService
from coprod_desktop.services.live_meeting import Workplace
from coprod_desktop.services.meeting_service import MeetingService
from coprod_desktop.services.new_ids import NewId, new_id
from coprod_desktop.services.opened_lists import OpenedLists
from coprod_desktop.services.people_service import PeopleService
from coprod_desktop.services.settings_service import SettingsService
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.group_store import GroupStore
from coprod_desktop.storage.meeting_log import MeetingLog
from coprod_desktop.storage.meeting_store import MeetingStore
from coprod_desktop.storage.people_store import PeopleStore
from coprod_desktop.storage.ready_store import ReadyStore
from coprod_desktop.storage.setting_keys import REWRITE_DUE
from coprod_desktop.storage.settings_store import SettingsStore

if TYPE_CHECKING:
    from coprod_desktop.services.absence_service import AbsenceService
    from coprod_desktop.services.access_check import AccessCheck
    from coprod_desktop.services.check_service import CheckService
    from coprod_desktop.services.check_sheet_service import CheckSheetService
    from coprod_desktop.services.edition_service import EditionService
    from coprod_desktop.services.equal_voice_service import EqualVoiceService
    from coprod_desktop.services.erasure_service import ErasureService
    from coprod_desktop.services.feedback_papers import FeedbackPapers
    from coprod_desktop.services.feedback_service import FeedbackService
    from coprod_desktop.services.invitation_service import InvitationService
    from coprod_desktop.services.leaving import Leaving
    from coprod_desktop.services.letter_service import LetterService
    from coprod_desktop.services.line_names import LineNames
    from coprod_desktop.services.memory_service import MemoryService
    from coprod_desktop.services.minutes_service import MinutesService
    from coprod_desktop.services.offer_service import OfferService
    from coprod_desktop.services.own_picture_service import OwnPictureService
    from coprod_desktop.services.pack_service import PackService
    from coprod_desktop.services.paper_kit_service import PaperKitService
    from coprod_desktop.services.people_file.people_file_service import PeopleFileService
    from coprod_desktop.services.person_history import PersonHistory
    from coprod_desktop.services.person_papers import PersonPapers
    from coprod_desktop.services.person_pictures import PersonPictures
    from coprod_desktop.services.picture_service import PictureService
    from coprod_desktop.services.promises_service import PromisesService
    from coprod_desktop.services.ready_service import ReadyService
    from coprod_desktop.services.ready_words import ReadyWords
    from coprod_desktop.services.record_service import RecordService
    from coprod_desktop.services.recording_service import RecordingService
    from coprod_desktop.services.role_list_service import RoleListService
    from coprod_desktop.services.rota_service import RotaService
    from coprod_desktop.services.search_service import SearchService
    from coprod_desktop.services.speech_service import SpeechService
    from coprod_desktop.services.survey_service import SurveyService
    from coprod_desktop.services.ticket_service import TicketService
    from coprod_desktop.services.trace_papers import TracePapers
    from coprod_desktop.services.trace_service import TraceService
    from coprod_desktop.services.turn_advice import TurnAdvice
    from coprod_desktop.services.venue_service import VenueService
    from coprod_desktop.services.waiting_ideas import WaitingIdeas
    from coprod_desktop.services.word_list_papers import WordListPapers
    from coprod_desktop.services.word_list_service import WordListService


@dataclass(kw_only=True)
class Services:
    """All that a window needs; made once for a data folder. Minutes and record files are loaded when first asked."""

    database: Database
    groups: GroupService
    people: PeopleService
    meetings: MeetingService
    settings: SettingsService
    history: ActHistory
    clock: Clock
    make_id: NewId
    folder: Path
    opened_lists: OpenedLists
    error_log: ErrorLog

    @cached_property
    def minutes(self) -> "MinutesService":
        """Minutes; what renders pages is loaded when this is first asked for."""
        from coprod_desktop.services.minutes_service import MinutesService

        cache = cache_folder(self.folder)
        return MinutesService(self.database, templates_folder(), cache, clock=self.clock, make_id=self.make_id)

    @cached_property
    def pictures(self) -> "PictureService":
        """Pictures; the table of picture words is loaded when this is first asked for."""
        from coprod_desktop.services.picture_service import PictureService

        return PictureService(self.database, templates_folder(), self.history)

    @cached_property
    def own_pictures(self) -> "OwnPictureService":
        """Photos and symbols of a group's own; what reads them is loaded when this is first asked for."""
        from coprod_desktop.services.own_picture_service import OwnPictureService

        return OwnPictureService(self.database, templates_folder(), self.history, self.clock, self.make_id)

    @cached_property
    def packs(self) -> "PackService":
        """Print packs; loaded when this is first asked for."""
        from coprod_desktop.services.pack_service import PackService

        return PackService(
            self.database,
            templates_folder(),
            cache_folder(self.folder),
            self.minutes,
            sound=self.speech.sound_file,
            script=self.speech.script_for,
            clock=self.clock,
            make_id=self.make_id,
        )

    @cached_property
    def speech(self) -> "SpeechService":
        """Minutes to listen to; loaded when this is first asked for."""
        from coprod_desktop.services.speech_service import SpeechService

        return SpeechService(self.database, self.minutes, clock=self.clock, make_id=self.make_id)

    @cached_property
    def paper_kit(self) -> "PaperKitService":
        """Papers to print before a meeting; loaded when this is first asked for."""
        from coprod_desktop.services.paper_kit_service import PaperKitService

        cache = cache_folder(self.folder)
        return PaperKitService(self.database, templates_folder(), cache, printing=self.minutes.printing)

    @cached_property
    def checks(self) -> "CheckService":
        """Print checks; the house lists and what reads pages are loaded when this is first asked for."""
        from coprod_desktop.services.check_service import CheckService

        return CheckService(self.database, templates_folder(), self.minutes, clock=self.clock)

    @cached_property
    def check_sheets(self) -> "CheckSheetService":
        """Check sheets on paper; loaded when this is first asked for."""
        from coprod_desktop.services.check_sheet_service import CheckSheetService

        return CheckSheetService(self.database, templates_folder(), self.meetings, self.minutes)

    @cached_property
    def editions(self) -> "EditionService":
        """The two yeses and the editions of minutes; loaded when this is first asked for."""
        from coprod_desktop.services.edition_service import EditionService

        return EditionService(
            self.database,
            self.meetings,
            lambda: self.minutes,
            self.history,
            self.clock,
            drop_times=lambda meeting_id: self.erasure.drop_times(meeting_id),
            finish=lambda: self.erasure.finish(),
        )

    @cached_property
    def erasure(self) -> "ErasureService":
        """What takes private words out for good; loaded when this is first asked for."""
        from coprod_desktop.services.erasure_service import ErasureService

        made = ErasureService(self.database, self.meetings, self.history, self.clock, self.make_id)
        made.when_taken_out(lambda _: self.memory.read_anew())
        made.when_taken_out(lambda _: self.trace.read_anew())
        made.when_taken_out(lambda _: self.opened_lists.clear())
        made.when_taken_out(lambda meeting_ids: self.editions.words_were_taken_out(meeting_ids))
        return made

    @cached_property
    def equal_voice(self) -> "EqualVoiceService":
        """Equal voice and its page to print; loaded when this is first asked for."""
        from coprod_desktop.services.equal_voice_service import EqualVoiceService

        cache = cache_folder(self.folder)
        return EqualVoiceService(self.database, templates_folder(), cache, printing=self.minutes.printing)

    @cached_property
    def memory(self) -> "MemoryService":
        """What was said before; loaded when this is first asked for."""
        from coprod_desktop.services.memory_service import MemoryService
        from coprod_desktop.storage.line_index import LineIndex

        return MemoryService(LineIndex(self.database), MeetingStore(self.database), MeetingLog(self.database))

    @cached_property
    def trace_papers(self) -> "TracePapers":
        """Paths in words and on paper; loaded when this is first asked for."""
        from coprod_desktop.services.trace_papers import TracePapers

        return TracePapers(self.database, templates_folder(), self.trace, self.own_pictures, clock=self.clock)

    @cached_property
    def line_names(self) -> "LineNames":
        """Whose each line is, as it may be printed; loaded when this is first asked for."""
        from coprod_desktop.services.line_names import LineNames

        return LineNames(self.database)

    @cached_property
    def search(self) -> "SearchService":
        """Search over all meetings; loaded when this is first asked for."""
        from coprod_desktop.services.search_service import SearchService
        from coprod_desktop.storage.line_index import LineIndex
        from coprod_desktop.storage.line_search import LineSearch

        return SearchService(LineSearch(self.database), LineIndex(self.database), self.line_names)

    @cached_property
    def trace(self) -> "TraceService":
        """The path of each line through the meetings; loaded when this is first asked for."""
        from coprod_desktop.services.trace_service import TraceService
        from coprod_desktop.storage.line_search import LineSearch

        return TraceService(
            LineSearch(self.database), MeetingLog(self.database), self.line_names, self.search.prepare, self.clock
        )

    @cached_property
    def leaving(self) -> "Leaving":
        """What happens when a person leaves or dies; loaded when this is first asked for."""
        from coprod_desktop.services.leaving import Leaving

        return Leaving(self.people, self.meetings, self.history)

    @cached_property
    def person_history(self) -> "PersonHistory":
        """What each person promised and did; loaded when this is first asked for."""
        from coprod_desktop.services.person_history import PersonHistory
        from coprod_desktop.storage.line_index import LineIndex

        return PersonHistory(LineIndex(self.database), self.meetings, self.history)

    @cached_property
    def feedback(self) -> "FeedbackService":
        """Who waits to hear what happened to their idea; loaded when this is first asked for."""
        from coprod_desktop.services.feedback_service import FeedbackService

        return FeedbackService(lambda: self.search, self.meetings, self.people, self.history, self.clock)

    @cached_property
    def feedback_papers(self) -> "FeedbackPapers":
        """Slips that tell people; loaded when this is first asked for."""
        from coprod_desktop.services.feedback_papers import FeedbackPapers

        return FeedbackPapers(
            self.database,
            templates_folder(),
            self.feedback,
            self.search,
            self.trace,
            self.meetings,
            self.minutes,
            self.speech,
            clock=self.clock,
        )

    @cached_property
    def promises(self) -> "PromisesService":
        """What earlier meetings promised; loaded when this is first asked for."""
        from coprod_desktop.services.promises_service import PromisesService
        from coprod_desktop.storage.line_index import LineIndex

        return PromisesService(LineIndex(self.database), self.meetings, self.history, self.clock)

    @cached_property
    def person_pictures(self) -> "PersonPictures":
        """People's own photos and symbols; loaded when this is first asked for."""
        from coprod_desktop.services.person_pictures import PersonPictures

        return PersonPictures(self.own_pictures, self.people, self.history)

    @cached_property
    def person_papers(self) -> "PersonPapers":
        """Papers of one person; loaded when this is first asked for."""
        from coprod_desktop.services.person_papers import PersonPapers

        return PersonPapers(
            self.database, templates_folder(), self.minutes, self.speech, self.person_pictures, clock=self.clock
        )

    @cached_property
    def ready(self) -> "ReadyService":
        """Getting ready for meetings; loaded when this is first asked for."""
        from coprod_desktop.services.ready_service import ReadyService

        return ReadyService(self.database, self.meetings, lambda: self.venues, self.history, self.clock)

    @cached_property
    def ready_words(self) -> "ReadyWords":
        """The words for what is to be ready; read when this is first asked for."""
        from coprod_desktop.services.ready_words import load_ready_words

        return load_ready_words(templates_folder())

    @cached_property
    def records(self) -> "RecordService":
        """Record files; the schema is loaded when this is first asked for."""
        from coprod_desktop.services.record_service import RecordService

        schema_folder = resources_folder() / "schema"
        return RecordService(self.database, schema_folder, clock=self.clock, make_id=self.make_id)

    @cached_property
    def people_file(self) -> "PeopleFileService":
        """Lists of people as files; what reads them is loaded when this is first asked for."""
        from coprod_desktop.services.people_file.people_file_service import PeopleFileService

        return PeopleFileService(
            store=PeopleStore(self.database),
            templates=templates_folder(),
            history=self.history,
            clock=self.clock,
            new_id=self.make_id,
        )

    @cached_property
    def letters(self) -> "LetterService":
        """Letters to whoever must still say yes; what makes them is loaded when this is first asked for."""
        from coprod_desktop.services.letter_service import LetterService

        return LetterService(self.database, templates_folder(), clock=self.clock)

    @cached_property
    def rota(self) -> "RotaService":
        """Who has had a go at which job; loaded when this is first asked for."""
        from coprod_desktop.services.rota_service import RotaService

        return RotaService(MeetingStore(self.database), MeetingLog(self.database))

    @cached_property
    def recordings(self) -> "RecordingService":
        """Ideas that were spoken; loaded when this is first asked for."""
        from coprod_desktop.services.recording_service import RecordingService

        return RecordingService(self.database, self.make_id)

    @cached_property
    def surveys(self) -> "SurveyService":
        """Answers to surveys; what reads them is loaded when this is first asked for."""
        from coprod_desktop.services.survey_service import SurveyService

        return SurveyService()

    @cached_property
    def tickets(self) -> "TicketService":
        """Slips for ideas without a name; loaded when this is first asked for."""
        from coprod_desktop.services.ticket_service import TicketService

        return TicketService(self.database, templates_folder(), self.clock)

    @cached_property
    def waiting_ideas(self) -> "WaitingIdeas":
        """Ideas of earlier meetings that wait; loaded when this is first asked for."""
        from coprod_desktop.services.waiting_ideas import WaitingIdeas

        return WaitingIdeas(self.search, self.meetings, self.clock)

    @cached_property
    def venues(self) -> "VenueService":
        """The places that the group remembers; loaded when this is first asked for."""
        from coprod_desktop.services.venue_service import VenueService
        from coprod_desktop.storage.venue_store import VenueStore

        store = VenueStore(self.database)
        return VenueService(store, lambda: self.own_pictures, self.history, self.clock, self.make_id)

    @cached_property
    def absences(self) -> "AbsenceService":
        """Who is not here yet; loaded when this is first asked for."""
        from coprod_desktop.services.absence_service import AbsenceService

        return AbsenceService(self.database, self.history, self.clock)

    @cached_property
    def offers(self) -> "OfferService":
        """What is offered to people before they take part; loaded when this is first asked for."""
        from coprod_desktop.services.offer_service import OfferService

        return OfferService(self.database, self.history, self.clock)

    @cached_property
    def invitations(self) -> "InvitationService":
        """Invitations and the one kind message; what makes them is loaded when this is first asked for."""
        from coprod_desktop.services.invitation_service import InvitationService

        return InvitationService(
            self.database,
            templates_folder(),
            self.minutes,
            self.absences,
            sound=self.speech.sound_file,
            script=self.speech.script_for,
            clock=self.clock,
        )

    @cached_property
    def role_lists(self) -> "RoleListService":
        """Lists to print before a meeting; loaded when this is first asked for."""
        from coprod_desktop.services.role_list_service import RoleListService

        return RoleListService(
            self.database,
            templates_folder(),
            cache_folder(self.folder),
            self.minutes,
            ready=self.ready,
            words=self.ready_words,
        )

    @cached_property
    def word_list(self) -> "WordListService":
        """The group's own words, and lists of other groups; loaded when this is first asked for."""
        from coprod_desktop.services.word_list_service import WordListService

        return WordListService(self.groups, PeopleStore(self.database), self.history)

    @cached_property
    def word_papers(self) -> "WordListPapers":
        """The word list to print on its own; loaded when this is first asked for."""
        from coprod_desktop.services.word_list_papers import WordListPapers

        return WordListPapers(self.groups, templates_folder(), self.clock)

    @cached_property
    def access_check(self) -> "AccessCheck":
        """The questions to read aloud when a meeting begins; read when this is first asked for."""
        from coprod_desktop.services.access_check import load_access_check

        return load_access_check(templates_folder())

    @cached_property
    def turn_advice(self) -> "TurnAdvice":
        """What to do while a person speaks; read when this is first asked for."""
        from coprod_desktop.services.turn_advice import load_turn_advice

        return load_turn_advice(templates_folder())

    def cannot_print_words(self, name: str) -> str:
        """The letters of a name that no font can print, named in words; fonts are opened only for rare letters."""
        kept = clean(name).text
        return "" if are_common(kept) else self.minutes.cannot_print_words(kept)

    def close(self) -> None:
        """Close the file; nothing is lost, all was written at once. Lists that were opened to be printed go."""
        self.opened_lists.clear()
        self.database.close()


def open_services(folder: Path, *, clock: Clock | None = None, make_id: NewId = new_id) -> Services:
    """The services over a data folder, which is made if missing. Raises StorageFault if it cannot be used."""
    database = Database.open(folder)
    used_clock = clock or SystemClock()
    opened_lists = OpenedLists(folder)
    history = ActHistory(database.write)
    settings = SettingsStore(database)
    group_store = GroupStore(database)
    workplace = Workplace(
        log=MeetingLog(database),
        clock=used_clock,
        new_id=make_id,
        history=history,
        next_ticket=group_store.next_ticket,
        show_pictures=lambda gone, back: services.own_pictures.go_with_ideas(gone, back),
    )
    meetings = MeetingService(MeetingStore(database), workplace)
    history.when_failed(meetings.read_again)
    services = Services(
        database=database,
        groups=GroupService(group_store, settings, history, make_id),
        people=PeopleService(
            PeopleStore(database), ReadyStore(database), history, used_clock, make_id, when_changed=opened_lists.clear
        ),
        meetings=meetings,
        settings=SettingsService(database, settings, folder),
        history=history,
        clock=used_clock,
        make_id=make_id,
        folder=folder,
        opened_lists=opened_lists,
        error_log=ErrorLog(folder),
    )
    if settings.get(REWRITE_DUE):
        services.erasure.finish()
    services.people.when_renamed(lambda before, after: services.editions.name_changed(before, after))
    return services
