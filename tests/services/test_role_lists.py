"""Lists for each role: what each need puts on them, and that no list tells more than it must (R03, DP-04)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import page as page_validation
import pytest

from coprod_desktop.domain.access_need import NEED_CODES, AccessNeed
from coprod_desktop.domain.adjustment import GroupState
from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import MeetingId
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.need_rules import RULES_BY_CODE
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, NamedAs, Person
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.venue import CheckAnswer, VenueCheck
from coprod_desktop.minutes.papers.role_list_facts import SHOWN_ON
from coprod_desktop.minutes.sentences import sentences
from coprod_desktop.minutes.wording import Wording, texts_of
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.need_words import load_need_words
from coprod_desktop.services.role_list_service import RoleFile, RoleList, RolePaper, file_name
from tests.minutes import vera
from tests.minutes.page_geometry import MM, read_pages
from tests.minutes.read_out import read_out

YES_ON, HELD_ON = date(2026, 1, 13), date(2027, 1, 20)
LABELS = load_need_words(templates_folder()).labels
LISTS = tuple(SHOWN_ON)

ON_LISTS = {
    "ER": "papers",
    "LP": "papers",
    "TXT": "papers",
    "AUD": "papers",
    "BRL": "bookings papers",
    "PAPER": "papers",
    "LANG": "bookings",
    "NOREAD": "contact",
    "CONTACT": "contact",
    "REMIND": "contact",
    "BSL": "bookings room",
    "LIP": "bookings room",
    "STT": "bookings room",
    "DBLIND": "bookings room",
    "NOTES": "bookings papers",
    "LOOP": "room",
    "AAC": "",
    "CARDS": "papers",
    "TIME": "",
    "SLOW": "",
    "RECAP": "",
    "EARLY": "papers",
    "PREP": "papers",
    "BREAK": "room",
    "WARN": "papers",
    "FACES": "papers",
    "SPEECH": "",
    "STEP": "room",
    "WHEEL": "room",
    "WC": "room",
    "PARK": "room",
    "SEAT": "room",
    "QUIET": "room",
    "LIGHT": "room",
    "SMELL": "",
    "EXIT": "safety",
    "MOVE": "",
    "PRAY": "room",
    "PA": "papers catering room",
    "ADVOC": "papers catering room",
    "DOG": "room",
    "TRAVEL": "bookings transport money",
    "FOOD": "catering",
    "CARE": "money",
    "WHEN": "",
    "ONLINE": "papers room",
    "OTHER": "",
}
"""On which printed lists each need stands, written out by hand; on no other."""

BY_NAME = (RoleList.SAFETY, RoleList.CONTACT)


def need(code: str, detail: str = "", *, may_share: bool = True) -> AccessNeed:
    return AccessNeed(code=code, detail=detail, may_share=may_share, consent_on=YES_ON)


def add(services: Services, group: Group, name: str, *needs: AccessNeed, **fields: object) -> Person:
    person = replace(services.people.new_person(group.id), name=name, needs=needs, **fields)  # type: ignore[arg-type]
    return services.people.save(person)


def meet(services: Services, group: Group, *people: Person, **details: str) -> MeetingId:
    told = MeetingDetails(title="Seats", held_on=HELD_ON, starts_at="10am", ends_at="1pm", **details)  # type: ignore[arg-type]
    return services.meetings.begin(group.id, told, [person.id for person in people]).live.id


def words_of(paper: RolePaper) -> str:
    """All that a list says, before it is drawn."""
    assert paper.content is not None
    blocks = [*paper.content.cover, *(block for section in paper.content.sections for block in section.blocks)]
    return "\n".join(line for block in blocks for line in (block.label, *block.sentences, *block.items, *block.answers))


def made(services: Services, meeting: MeetingId, lists: Sequence[RoleList] = tuple(RoleList)) -> list[RoleFile]:
    """The files of these lists."""
    papers = [services.role_lists.content(meeting, which) for which in lists]
    return [file for paper in papers for file in services.role_lists.draw(paper)]


def told(services: Services, meeting: MeetingId, which: RoleList) -> str:
    return words_of(services.role_lists.content(meeting, which))


def drawn_words(data: bytes) -> str:
    """All words of a PDF: what is read out, its title and its bookmarks."""
    read = read_out(data)
    running = [run.text for run in read_pages(data).runs]
    return "\n".join((*(f"{one.text} {one.alt}" for one in read.said), read.title, *read.bookmarks, *running))


def test_the_table_has_every_need_of_the_catalogue() -> None:
    assert tuple(ON_LISTS) == NEED_CODES


@pytest.mark.parametrize("code", NEED_CODES)
def test_a_need_stands_on_its_lists_and_on_no_other(code: str, services: Services, group: Group) -> None:
    meeting = meet(services, group, add(services, group, "Jo", need(code)), add(services, group, "Bob"))
    expected = {RoleList(word) for word in ON_LISTS[code].split()}
    assert {which for which in services.role_lists.lists(meeting) if which in LISTS} == expected
    keys = [line.key for line in services.ready.lines(meeting)]
    assert keys
    for which in LISTS:
        words = told(services, meeting, which)
        shown = {key for key in keys if services.ready_words.title(key, 1) in words}
        rules = {rule.key for rule in RULES_BY_CODE[code] if set(rule.lists) & set(SHOWN_ON[which])}
        assert shown == (set() if which in BY_NAME else rules & set(keys))
        assert ("Jo" in words.splitlines()) is (which in expected and which in BY_NAME)


@pytest.mark.parametrize("code", NEED_CODES)
def test_a_need_that_may_not_be_shared_is_not_told_and_its_lists_say_whom_to_ask(
    code: str, services: Services, group: Group
) -> None:
    meeting = meet(services, group, add(services, group, "Jo", need(code, may_share=False)))
    by_name = {which for which in BY_NAME if which.value in ON_LISTS[code].split()}
    offered = {RoleList(word) for word in ON_LISTS[code].split()}
    assert {which for which in services.role_lists.lists(meeting) if which in LISTS} == offered
    for which in LISTS:
        words = told(services, meeting, which)
        assert "Jo" not in words
        assert ("ask the facilitator." in words) is (which in offered)
        assert not [line for line in services.ready.lines(meeting) if services.ready_words.title(line.key, 1) in words]
        assert ("1 person: ask the facilitator." in words) is (which in by_name)
        kept = {line.key for line in services.ready.lines(meeting) if set(line.rule.lists) & set(SHOWN_ON[which])}
        assert services.role_lists.kept_back(meeting, which) == len(kept)


def test_a_need_without_a_yes_is_on_no_list_and_no_slip(services: Services, group: Group) -> None:
    from coprod_desktop.storage.people_store import PeopleStore

    jo = add(services, group, "Jo")
    waiting = replace(jo, needs=tuple(AccessNeed(code=code, may_share=True) for code in NEED_CODES))
    PeopleStore(services.database).save(waiting)
    meeting = meet(services, group, jo)
    assert not [which for which in services.role_lists.lists(meeting) if which in LISTS]
    (slip,) = services.role_lists.content(meeting, RoleList.DID_IT_WORK).slips
    assert [section.heading for section in slip.content.sections] == ["Anything else that would help"]


# DP-04


@pytest.fixture
def planted(services: Services, group: Group) -> tuple[MeetingId, list[Person]]:
    """Three people with every need, each with a word of their own: shared, not shared, and not to be named."""
    people = []
    for number, (name, may_share, named) in enumerate(
        (("Quillon Xanthe", True, NamedAs.FULL), ("Zylpha Vorn", False, NamedAs.FULL), ("Ybarra Oslo", True, None))
    ):
        needs = [need(code, f"Zebra{number}x{code}", may_share=may_share) for code in NEED_CODES]
        named_as = named or NamedAs.UNNAMED
        choice = MinutesChoice(format=list(MinutesFormat)[number], size_pt=18)
        people.append(
            add(services, group, name, *needs, named_as=named_as, contact=f"phone 0770090010{number}", minutes=choice)
        )
    venue = services.venues.remember(group.id, "The library")
    meeting = meet(services, group, *people, venue=venue.name, venue_id=str(venue.id))
    for person in people:
        services.ready.name_helper(meeting, person.id, f"Helper {person.name.split()[1]}")
    return meeting, people


def test_no_own_words_stand_anywhere_but_on_the_persons_own_slip(
    services: Services, planted: tuple[MeetingId, list[Person]]
) -> None:
    meeting, people = planted
    files = made(services, meeting)
    assert len({file.name for file in files}) == len(files) == len(RoleList) + 2
    numbers = services.ready.preparation(meeting).slip_numbers
    slips = {file_name(RoleList.DID_IT_WORK, numbers[person.id]): number for number, person in enumerate(people)}
    for file in files:
        words = drawn_words(file.data)
        own = slips.get(file.name)
        for number in range(len(people)):
            for code in NEED_CODES:
                assert (f"Zebra{number}x{code}" in words) is (own == number), (file.name, code)


def test_no_name_stands_beside_a_need(services: Services, planted: tuple[MeetingId, list[Person]]) -> None:
    meeting, people = planted
    names = {part for person in people for part in person.name.split()}
    by_name = {file_name(which) for which in BY_NAME} | {file_name(RoleList.NAME_CARDS)}
    titles = [line.rule.key for line in services.ready.lines(meeting)]
    for file in made(services, meeting):
        words = drawn_words(file.data)
        assert not any(person.id in words for person in people)
        if file.name not in by_name:
            assert not {name for name in names if name in words}, file.name
            continue
        assert "Ybarra" not in words
        assert not [label for label in LABELS.values() if label in words], file.name
        assert not {code for code in NEED_CODES if code in words.split()}, file.name
        assert not [key for key in titles if services.ready_words.title(key, 1) in words], file.name


def test_names_on_the_safety_and_contact_lists_are_only_of_those_who_share(
    services: Services, planted: tuple[MeetingId, list[Person]]
) -> None:
    meeting, _people = planted
    for which in BY_NAME:
        words = told(services, meeting, which)
        assert "Quillon Xanthe" in words
        assert "Zylpha" not in words
        assert "Ybarra" not in words
        assert "2 people: ask the facilitator." in words
    assert "Helper Xanthe helps them out." in told(services, meeting, RoleList.SAFETY)
    assert "Helper Vorn" not in told(services, meeting, RoleList.SAFETY)
    contact = told(services, meeting, RoleList.CONTACT)
    assert "0770090010" in contact
    assert "Ask the facilitator which way is best." in contact


def test_names_of_files_and_what_goes_wrong_tell_no_need(
    services: Services, planted: tuple[MeetingId, list[Person]], tmp_path: Path
) -> None:
    meeting, people = planted
    saved = services.role_lists.save(made(services, meeting), tmp_path)
    slips = {f"did-it-work-{number}.pdf" for number in range(1, len(people) + 1)}
    lists = {f"list-{which.value}.pdf" for which in LISTS}
    assert {path.name for path in saved} == {*slips, *lists, "door-sign.pdf", "name-cards.pdf"}
    assert all(path.is_file() for path in saved)
    with pytest.raises(NotAllowed) as caught:
        services.role_lists.content(MeetingId("nobody"), RoleList.DID_IT_WORK)
    services.error_log.note(caught.value)
    log = "".join(one.read_text(errors="replace") for one in services.folder.rglob("*.log"))
    for word in (str(caught.value), log):
        assert "Zebra" not in word
        assert not [person.name for person in people if person.name in word]


def test_minutes_and_the_paper_kit_hold_no_need(services: Services, planted: tuple[MeetingId, list[Person]]) -> None:
    meeting, people = planted
    pages = [services.minutes.make(meeting), *services.paper_kit.make(meeting).values()]
    for data in pages:
        words = drawn_words(data)
        assert "Zebra" not in words
        assert not [label for label in LABELS.values() if label in words]
        assert "Ybarra" not in words
    assert any(people[0].name in drawn_words(data) for data in pages)


def test_invitations_hold_no_need_and_their_names_tell_none(
    services: Services, planted: tuple[MeetingId, list[Person]], tmp_path: Path
) -> None:
    meeting, people = planted
    state = services.meetings.open(meeting).live.state
    made = services.invitations.prepare(services.invitations.plan(state), state, how_to_join="Phone 01234").make(
        tmp_path
    )
    assert made is not None
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= len(people)
    for path in files:
        read = {".pdf": drawn_words, ".txt": lambda data: data.decode(), ".ics": lambda data: data.decode()}
        words = read.get(path.suffix, lambda _data: "")(path.read_bytes())
        assert "Zebra" not in words, path.name
        assert not [label for label in LABELS.values() if label in words], path.name
        parts = set(path.stem.replace("-", " ").split())
        assert not parts & {*NEED_CODES, "braille", "interpreter", "wheelchair"}, path.name


# What each list tells


def test_bookings_tell_the_latest_date_how_far_it_is_and_that_it_is_late(services: Services, group: Group) -> None:
    meeting = meet(services, group, add(services, group, "Jo", need("BSL")))
    words = told(services, meeting, RoleList.BOOKINGS)
    assert "Book by Wednesday 9 December 2026." in words
    assert "has passed" not in words
    services.ready.mark(meeting, "two_interpreters", GroupState.ASKED)
    assert "Now: Asked." in told(services, meeting, RoleList.BOOKINGS)
    services.ready.mark(meeting, "two_interpreters", GroupState.ARRANGED)
    assert "Book by" not in told(services, meeting, RoleList.BOOKINGS)


def test_a_date_that_has_passed_is_said_without_alarm(services: Services, group: Group) -> None:
    jo = add(services, group, "Jo", need("BSL"))
    details = MeetingDetails(title="Soon", held_on=date(2026, 12, 26), starts_at="10am", ends_at="1pm")
    soon = services.meetings.begin(group.id, details, [jo.id]).live.id
    assert "That day has passed. Please do it today." in told(services, soon, RoleList.BOOKINGS)
    sooner = services.meetings.begin(group.id, replace(details, held_on=date(2026, 12, 5)), [jo.id]).live.id
    assert "It may be too late. Ask the facilitator today." in told(services, sooner, RoleList.BOOKINGS)


def test_the_room_list_offers_again_what_somebody_found_with_its_day(services: Services, group: Group) -> None:
    venue = services.venues.remember(group.id, "The library")
    services.venues.save(replace(venue, contact="Priya at the desk", directions="Take bus 4.\nThe door is red."))
    services.venues.check(venue.id, VenueCheck.DOORS, CheckAnswer.YES, "85 cm")
    services.venues.check(venue.id, VenueCheck.TABLE, CheckAnswer.NO)
    meeting = meet(services, group, add(services, group, "Jo", need("WHEEL")), venue_id=str(venue.id))
    words = told(services, meeting, RoleList.ROOM)
    assert "Somebody looked on Tuesday 24 November 2026. It is there. They wrote: 85 cm." in words
    assert "Somebody looked on Tuesday 24 November 2026. It is not there." in words
    assert "Nobody has looked yet." in words
    assert "Priya at the desk" in words
    assert "The door is red." in words


def test_the_room_list_has_the_stricter_of_two_kinds_of_breaks(services: Services, group: Group) -> None:
    sam = add(services, group, "Sam", need("BSL"))
    meeting = meet(services, group, sam, add(services, group, "Jo", need("BREAK", may_share=False)))
    words = told(services, meeting, RoleList.ROOM)
    assert "A break every 30 minutes" in words
    assert "A break every hour" not in words
    assert services.role_lists.kept_back(meeting, RoleList.ROOM) == 0, "what is done for Sam is done for Jo"
    services.people.save(replace(sam, needs=(need("BSL", may_share=False),)))
    words = told(services, meeting, RoleList.ROOM)
    assert "A break every" not in words
    assert services.role_lists.kept_back(meeting, RoleList.ROOM) == 2, "the breaks, and the seat with a clear view"


def test_food_and_journeys_are_counted_and_name_nobody(services: Services, group: Group) -> None:
    people = [add(services, group, name, need("FOOD"), need("TRAVEL")) for name in ("Amina", "Bob", "Cara")]
    people.append(add(services, group, "Dev"))
    meeting = meet(services, group, *people, food="Soup and bread.")
    food, journeys = (told(services, meeting, which) for which in (RoleList.CATERING, RoleList.TRANSPORT))
    assert "4 people may come." in food
    assert services.ready_words.title("food", 3) in food
    assert "Soup and bread." in food
    assert services.ready_words.title("travel", 3) in journeys
    assert "Where to pick people up" in journeys
    for person in people:
        assert person.name not in food + journeys


def test_lists_tell_kinds_by_count_and_never_the_words_somebody_used(services: Services, group: Group) -> None:
    said = (("Amina", "I am vegan", "Polish"), ("Bob", "vegan and no nuts", "Zebrish"), ("Cara", "no zebra", "Polski"))
    people = [add(services, group, name, need("FOOD", food), need("LANG", words)) for name, food, words in said]
    people.append(add(services, group, "Dev", need("FOOD", "halal", may_share=False)))
    meeting = meet(services, group, *people)
    food, bookings = (told(services, meeting, which).splitlines() for which in (RoleList.CATERING, RoleList.BOOKINGS))
    at = food.index("Vegan: 1")
    assert food[at : at + 3] == ["Vegan: 1", "Vegan, No nuts: 1", "1 other: ask the facilitator"]
    assert "1 thing: ask the facilitator." in food
    assert not [line for line in food if "halal" in line.casefold() or "zebra" in line]
    at = bookings.index("Polish: 2")
    assert bookings[at + 1] == "1 other: ask the facilitator"
    assert not [line for line in bookings if "Zebrish" in line or "Not on this list" in line]


def test_nobody_is_asked_again_where_all_kinds_are_known(services: Services, group: Group) -> None:
    food = told(
        services, meet(services, group, add(services, group, "Amina", need("FOOD", "vegan"))), RoleList.CATERING
    )
    assert "Vegan: 1" in food
    assert "Ask each person what they can eat." not in food
    assert "ask the facilitator" not in food.casefold()


def test_the_contact_list_tells_the_way_where_it_is_known(services: Services, group: Group) -> None:
    said = (("Amina", "a text or an email"), ("Bob", "through my sister Ruth"), ("Cara", "shout"))
    people = [add(services, group, name, need("CONTACT", words), contact="01632 960 001") for name, words in said]
    contact = told(services, meet(services, group, *people), RoleList.CONTACT)
    amina, bob, cara = (contact[contact.index(name) :] for name, _words in said)
    assert amina.startswith("Amina\n01632 960 001.\nBest way: text or email.\nBob")
    assert bob.startswith("Bob\n01632 960 001.\nBest way: through a supporter.\nAsk the facilitator for more.\nCara")
    assert cara.startswith("Cara\n01632 960 001.\nAsk the facilitator which way is best.")
    assert "Ruth" not in contact


def test_money_is_that_of_the_meeting_else_of_the_group(services: Services, group: Group) -> None:
    services.groups.save(replace(group, taking_part_money="We pay £20 a meeting."))
    jo = add(services, group, "Jo", need("CARE"))
    assert "We pay £20 a meeting." in told(services, meet(services, group, jo), RoleList.MONEY)
    own = meet(services, group, jo, taking_part_money="This time it is £25.")
    assert "This time it is £25." in told(services, own, RoleList.MONEY)
    assert "£20" not in told(services, own, RoleList.MONEY)


def test_reminders_have_their_days_over_the_end_of_a_year_and_summer_time(services: Services, group: Group) -> None:
    jo = add(services, group, "Jo", need("REMIND"), contact="text 07700 900123")
    for held_on, week, day in (
        (date(2027, 1, 3), "Sunday 27 December 2026", "Saturday 2 January 2027"),
        (date(2027, 3, 30), "Tuesday 23 March 2027", "Monday 29 March 2027"),
    ):
        meeting = services.meetings.begin(group.id, MeetingDetails(title="A", held_on=held_on), [jo.id]).live.id
        words = told(services, meeting, RoleList.CONTACT)
        assert f"Remind them on {week}" in words
        assert f"Remind them again on {day}" in words
        assert "text 07700 900123" in words


def test_who_said_sorry_is_on_no_list(services: Services, group: Group) -> None:
    jo, bob = add(services, group, "Jo", need("LOOP"), need("EXIT")), add(services, group, "Bob")
    details = MeetingDetails(title="A", held_on=HELD_ON)
    running = services.meetings.begin(group.id, details, [jo.id, bob.id])
    assert RoleList.ROOM in services.role_lists.lists(running.live.id)
    running.requests.send_sorry(jo.id)
    assert not [which for which in services.role_lists.lists(running.live.id) if which in LISTS]
    (slip,) = services.role_lists.content(running.live.id, RoleList.DID_IT_WORK).slips
    assert slip.number == 2, "a slip that was printed before keeps its number"
    services.people.save(replace(bob, needs=(need("LOOP"),)))
    (asked,) = services.ready.questions(running.live.id)
    assert asked.slip_number == slip.number


def test_a_meeting_with_nobody_on_its_list_has_no_lists(services: Services, group: Group) -> None:
    assert services.role_lists.lists(meet(services, group)) == ()
    with pytest.raises(NotAllowed) as caught:
        services.role_lists.content(MeetingId("no such meeting"), RoleList.ROOM)
    assert caught.value.reason is Reason.NOT_FOUND


def test_everybody_gets_a_slip_with_a_number_and_only_their_own_needs(services: Services, group: Group) -> None:
    jo = add(services, group, "Jo", need("BREAK", "Every 20 minutes", may_share=False), need("LOOP"))
    bob = add(services, group, "Bob")
    meeting = meet(services, group, jo, bob)
    first, second = services.role_lists.content(meeting, RoleList.DID_IT_WORK).slips
    asked = [block for section in first.content.sections for block in section.blocks]
    assert [block.label for block in asked] == [LABELS["BREAK"], LABELS["LOOP"], ""]
    assert asked[0].sentences == ("You said: Every 20 minutes.",)
    assert asked[0].answers == ("Yes", "Partly", "No")
    assert all(block.lines_to_write for block in asked)
    assert len(second.content.sections) == 1
    assert [slip.number for slip in (first, second)] == [1, 2]


def test_a_slip_is_as_large_as_the_person_asked(services: Services, group: Group) -> None:
    large = MinutesChoice(format=MinutesFormat.LARGE_PRINT, size_pt=24)
    small = MinutesChoice(size_pt=12)
    jo, bob = add(services, group, "Jo", need("LP"), minutes=large), add(services, group, "Bob", minutes=small)
    files = made(services, meet(services, group, jo, bob), [RoleList.DID_IT_WORK])
    assert [min(run.size for run in read_pages(file.data).runs) for file in files] == [24, 16]


def test_cards_have_the_names_that_people_chose_and_a_few_are_left_empty(services: Services, group: Group) -> None:
    people = [
        add(services, group, "Amina Yusuf", named_as=NamedAs.FULL),
        add(services, group, "Robert Chen", named_as=NamedAs.CHOSEN, chosen_name="Bob the Bus"),
        add(services, group, "Farida Khan", named_as=NamedAs.UNNAMED),
    ]
    (file,) = made(services, meet(services, group, *people), [RoleList.NAME_CARDS])
    said = [one.text for one in read_out(file.data).said]
    assert said == ["Amina Yusuf", "Bob the Bus", "My name is", "My name is"]


# The pages


ORDINARY = (
    *(("Amina", "STEP WC"), ("Bob", "LOOP"), ("Cara", "BSL"), ("Dev", "FOOD"), ("Eve", "QUIET BREAK"), ("Fay", "PA")),
    *(("Gus", "TRAVEL"), ("Hal", "LP"), ("Ida", "FOOD"), ("Jo", "DOG"), ("Kit", "SEAT LANG"), ("Lou", "FOOD")),
)
SAID = {"Dev": "vegan", "Ida": "halal", "Lou": "no zebra", "Kit": "Polish"}


def test_lists_for_twelve_ordinary_people_are_short(services: Services, group: Group) -> None:
    people = [
        add(services, group, name, *(need(code, SAID.get(name, "")) for code in codes.split()))
        for name, codes in ORDINARY
    ]
    venue = services.venues.remember(group.id, "Riverside Hall")
    way = "Take bus 4 to the bridge. Walk over the bridge. The hall is on the left."
    services.venues.save(replace(venue, address="12 Bridge Street, Riverside", contact="Priya.", directions=way))
    meeting = meet(services, group, *people, venue=venue.name, venue_id=str(venue.id), food="There is lunch.")
    most = {RoleList.ROOM: 2, RoleList.BOOKINGS: 2, RoleList.CATERING: 1, RoleList.PAPERS: 1, RoleList.TRANSPORT: 1}
    for which, pages in most.items():
        (file,) = made(services, meeting, [which])
        assert len(read_pages(file.data).sizes) <= pages, which


MADE: dict[str, Callable[[Services, Group], tuple[MeetingId, int]]] = {
    "one": lambda services, group: (meet(services, group, add(services, group, "Jo", need("BREAK"))), 1),
    "twenty": lambda services, group: (
        meet(
            services,
            group,
            *(
                add(services, group, f"Siân Llŷr {number}", *(need(code) for code in NEED_CODES[number::20]))
                for number in range(20)
            ),
            venue="A very long name of a very long hall by the river " * 3,
        ),
        20,
    ),
}


@pytest.mark.parametrize("kind", MADE)
def test_every_paper_passes_both_validators_and_is_large_enough(
    kind: str, services: Services, group: Group, tmp_path: Path
) -> None:
    meeting, people = MADE[kind](services, group)
    files = made(services, meeting)
    assert len(files) == len(RoleList) - 1 + people
    for file in files:
        path = tmp_path / file.name
        path.write_bytes(file.data)
        verdict = page_validation.validate_pdf(str(path), profile="ua1")
        assert verdict.is_compliant, (file.name, [str(failure.rule_id) for failure in verdict.failures])
        read = read_out(file.data)
        assert read.faults == [], file.name
        assert read.said[0].tag == "H1"
        runs = read_pages(file.data).runs
        assert min(run.size for run in runs) >= 16
        assert min(run.x for run in runs) >= 12 * MM
        assert max(run.right for run in runs) <= 198 * MM


@pytest.mark.skipif(bool(vera.why_not()), reason=vera.why_not() or "veraPDF is here")
def test_every_paper_passes_verapdf(services: Services, group: Group, tmp_path: Path) -> None:
    jo = add(services, group, "Jo", *(need(code, "my words") for code in NEED_CODES))
    meeting = meet(services, group, jo)
    for file in made(services, meeting):
        path = tmp_path / file.name
        path.write_bytes(file.data)
        assert vera.failed_rules(path) == {}, file.name


def test_every_list_says_who_it_is_for_and_that_it_goes_into_the_bin(services: Services, group: Group) -> None:
    meeting = meet(services, group, add(services, group, "Jo", *(need(code) for code in NEED_CODES)))
    for which in LISTS:
        words = told(services, meeting, which)
        assert services.role_lists.words(which).who_for in words
        assert "put it in the bin" in words


def test_every_sentence_of_ours_is_short() -> None:
    wording = Wording.load(templates_folder(), "en", files=("role_lists",))
    entries = wording._entries  # noqa: SLF001 - every entry there is, also those that no list uses yet
    long = [
        line
        for entry in entries.values()
        for text in texts_of(entry)
        for line in sentences(text)
        if len(line.split()) > 15
    ]
    assert entries
    assert not long


def test_lists_come_in_the_order_of_the_work(services: Services, group: Group) -> None:
    meeting = meet(services, group, add(services, group, "Jo", *(need(code) for code in NEED_CODES)))
    assert services.role_lists.lists(meeting) == tuple(RoleList)
