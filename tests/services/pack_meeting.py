"""A meeting whose people want all kinds of minutes, for the tests of the print pack."""

from dataclasses import replace
from datetime import date

from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.lines import AgendaItemDetails, DecisionDetails, HowDecided, IdeaDetails, Outcome, Words
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, NamedAs, Person
from coprod_desktop.domain.proposer import Proposer
from coprod_desktop.services.bootstrap import Services

EASY, LARGE = MinutesFormat.EASY_READ, MinutesFormat.LARGE_PRINT
TEXT, AUDIO = MinutesFormat.PLAIN_TEXT, MinutesFormat.AUDIO
HELD_ON = date(2026, 11, 24)
YES_ON = date(2026, 1, 9)
ADD_PAPERS = ("ER", "LP", "TXT", "AUD", "BRL", "NOREAD", "NOTES", "PA", "ADVOC")
"""Needs with which a person gets another paper, or more copies: they have tests of their own."""
LONG_PAPER = "pale yellow, glare gives her Quokkahead"

HOSTILE_NAMES = (
    "../../etc/passwd",
    "<b>&</b> %s {0}",
    "CON",
    "a/b\\c:d*?",
    "..",
    "x" * 250,
    "محمد",
    "王小明",
    "\u202etxt.exe",
)


def needs_with_planted_words() -> tuple[AccessNeed, ...]:
    """Every need of the catalogue but those that add papers, each with a word that stands nowhere else."""
    return tuple(
        AccessNeed(code=code, detail=f"Quokka{number:03}", may_share=True, consent_on=YES_ON)
        for number, code in enumerate(sorted(NEED_CODES))
        if code not in ADD_PAPERS
    )


class PackMeeting:
    """People by name, and what each of them wants."""

    def __init__(self, services: Services, group_id: GroupId, *, title: str = "Seats and shelters") -> None:
        self.services, self.group_id = services, group_id
        self.people: dict[str, PersonId] = {}
        details = MeetingDetails(title=title, held_on=HELD_ON)
        self.running = services.meetings.begin(group_id, details)

    @property
    def id(self) -> MeetingId:
        return self.running.live.id

    def add(self, name: str, choice: MinutesChoice | None = None, *, seen: str = "came", **about: object) -> PersonId:
        """Somebody who "came", is "expected", sent "sorry" or is "not there" at all."""
        person = replace(self.services.people.new_person(self.group_id), name=name, minutes=choice, **about)  # type: ignore[arg-type]
        assert isinstance(person, Person)
        self.services.people.save(person)
        self.people[name] = person.id
        if seen != "not there":
            self.running.requests.expect([person.id])
        if seen == "came":
            self.running.requests.arrive(person.id)
        if seen == "sorry":
            self.running.requests.send_sorry(person.id)
        return person.id

    def talk(self, proposer: PersonId) -> None:
        """One item, one idea and one decision, all from one person."""
        requests, by = self.running.requests, Proposer(people=(proposer,))
        item = requests.propose_item(AgendaItemDetails(title="Where do the first shelters go?", proposer=by))
        requests.open_item(item)
        requests.record_idea(Words(text="Put seats at the library."), IdeaDetails(proposer=by, item_id=item))
        requests.record_decision(
            Words(text="The first new shelter is at the library. It has seats with arms."),
            DecisionDetails(proposer=by, outcome=Outcome.AGREED, how_decided=HowDecided.CONSENSUS, item_id=item),
        )


def full_meeting(services: Services, group_id: GroupId) -> PackMeeting:
    """Nine people: here, expected and sorry; every format; two of one name; one unnamed; one who was never asked."""
    meeting = PackMeeting(services, group_id)
    amina = meeting.add("Amina Yusuf", MinutesChoice(size_pt=16), needs=needs_with_planted_words())
    meeting.add("Bob Marsh", MinutesChoice(format=LARGE, size_pt=28, paper="Cream", is_bound=True), seen="sorry")
    meeting.add("Chen Li", None, seen="expected")
    meeting.add("Dilys Price", MinutesChoice(format=TEXT), named_as=NamedAs.FULL)
    meeting.add("Efua Boateng", MinutesChoice(format=LARGE, size_pt=20, line_spacing=1.5, paper=LONG_PAPER))
    meeting.add("Farid Haddad", MinutesChoice(size_pt=16, pictures=False), named_as=NamedAs.UNNAMED)
    meeting.add("Grace Hill", MinutesChoice(size_pt=12))  # smaller than easy read may be
    meeting.add("Grace Hill", MinutesChoice(format=AUDIO))
    meeting.add("Huw Rees", MinutesChoice(), seen="not there")
    gone = meeting.add("Iris Gone", MinutesChoice())
    services.people.remove(gone)
    meeting.talk(amina)
    return meeting
