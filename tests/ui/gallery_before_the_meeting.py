"""The pages of the gallery with what is used before a meeting: getting ready, invitations, places and people."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.adjustment import PersonSaid
from coprod_desktop.domain.ids import GroupId, MeetingId, PersonId
from coprod_desktop.domain.meeting import NextMeeting
from coprod_desktop.domain.notice import Notice
from coprod_desktop.domain.offer import Offer, OfferAnswer, OfferKind
from coprod_desktop.domain.venue import CheckAnswer, Checked, Venue, VenueCheck, VenueId
from coprod_desktop.paths import templates_folder
from coprod_desktop.services.person_history import Became, LineKind, PastLine
from coprod_desktop.services.trace_words import TraceWords, trace_wording
from coprod_desktop.ui.screens.set_up.next_date_card import NextDateCard
from coprod_desktop.ui.theme import Icon, TextStyle, Theme
from coprod_desktop.ui.widgets.answer_list import AnswerLine, AnswerList
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.choice_buttons import Choice
from coprod_desktop.ui.widgets.find_card import FindCard, Listed
from coprod_desktop.ui.widgets.layouts import Column, holder
from coprod_desktop.ui.widgets.next_meeting_card import NextMeetingCard
from coprod_desktop.ui.widgets.notice_card import NoticeCard
from coprod_desktop.ui.widgets.notice_line import NoticeLine
from coprod_desktop.ui.widgets.offers_card import OffersCard
from coprod_desktop.ui.widgets.path_page import PathPage
from coprod_desktop.ui.widgets.path_timeline import step_words
from coprod_desktop.ui.widgets.people_lists_card import PeopleListsCard
from coprod_desktop.ui.widgets.person_history_list import PersonHistoryList
from coprod_desktop.ui.widgets.ready_row import ReadyAct, ReadyFace, ReadyRow
from coprod_desktop.ui.widgets.row_list import RowList
from coprod_desktop.ui.widgets.said_choice import SaidChoice
from coprod_desktop.ui.widgets.scroll_column import ScrollColumn
from coprod_desktop.ui.widgets.state_chip import StateChip
from coprod_desktop.ui.widgets.step_dots import StepDots
from coprod_desktop.ui.widgets.to_tell_card import ToTellCard
from coprod_desktop.ui.widgets.venue_check_row import VenueCheckRow
from coprod_desktop.ui.widgets.venue_choice import VenueChoice, VenueFace
from coprod_desktop.ui.widgets.venue_side import VenueSide
from coprod_desktop.ui.widgets.waits_to_hear_card import Waiting, WaitsToHearCard
from coprod_desktop.ui.widgets.work_area import WorkArea
from tests.services.told_paths import PATH
from tests.ui.gallery_frame import frame

_DAY = date(2026, 11, 24)
_SHORT = Notice(days=14, is_sent=False, rule_days=21, too_short_for=2)
_ENOUGH = Notice(days=30, is_sent=True, rule_days=21)


def make_getting_ready(theme: Theme) -> QWidget:
    """Rows at each step, one open to what else can be done; days of notice, too few and enough."""
    card = Card(theme, "What helps people take part", heading_style=TextStyle.TITLE, padding=24)
    chip = StateChip(theme)
    chip.show_state("2 of 4 not arranged", is_warm=True)
    card.add_beside_heading(chip)
    acts = (ReadyAct("note", "Write a note", Icon.REWORD), ReadyAct("not", "It cannot be done", Icon.CLOSE))
    late = "It should have been booked on 13 October"
    faces = (
        ReadyFace(
            "2 sign language interpreters", late, Icon.NEEDS, "Not asked", 0, 3, "Mark asked", "", True, False, acts
        ),
        ReadyFace("Hearing loop", "Test it on the day", Icon.NEEDS, "Asked", 1, 3, "Mark arranged"),
        ReadyFace("A quiet room", "By 24 November", Icon.NEEDS, "Ready", 3, 3),
        ReadyFace("Steps at the door", "The place was not looked at", Icon.PLACE, "Not sure", 1, 2, is_doubtful=True),
    )
    states = [face.state for face in faces]
    rows = RowList(theme, "What helps people take part", gap=0)
    made = [ReadyRow(theme, face, states=states, presses=[face.press for face in faces]) for face in faces]
    rows.set_rows((face.title, row) for face, row in zip(faces, made, strict=True))
    made[0].set_chosen(True)
    scroll = ScrollColumn(theme)
    scroll.add(rows)
    scroll.add(_said(theme))
    scroll.add_stretch()
    card.add(scroll, 1)
    return frame(theme, WorkArea(theme, card, _notices(theme)))


def _said(theme: Theme) -> QWidget:
    column = Column(theme, gap=8)
    for need, said in (("A quiet room", PersonSaid.NOT_MET), ("Hearing loop", None)):
        choice = SaidChoice(theme, need)
        choice.show_said(said)
        column.addWidget(choice)
    dots = StepDots(theme, ("Asked", "Arranged", "Ready"))
    dots.show_step("Arranged", 2, 3)
    column.addWidget(dots)
    return holder(column)


def _notices(theme: Theme) -> QWidget:
    column = Column(theme, gap=14)
    for notice, is_close in ((_SHORT, False), (_ENOUGH, False), (_SHORT, True), (None, False)):
        card = NoticeCard(theme, is_close=is_close)
        card.show_notice(notice)
        column.addWidget(card)
    for notice in (_SHORT, _ENOUGH):
        line = NoticeLine(theme)
        line.show_notice(notice)
        column.addWidget(line)
    column.addStretch(1)
    return holder(column)


def make_invitations(theme: Theme) -> QWidget:
    """People and what they answered, and the next meeting as home and set-up tell of it."""

    def answers(name: str) -> list[Choice]:
        return [Choice(key, key, name) for key in ("Coming", "Sorry", "No answer yet")]

    card = Card(theme, "Who is asked", "3 asked: 1 coming, 0 sorry, 2 no answer yet.", heading_style=TextStyle.TITLE)
    people = AnswerList(theme, "People who are asked", answers)
    people.show_lines(
        [
            AnswerLine("1", "Amina Yusuf", "Phone 01632 960111", "Coming", Icon.PHONE),
            AnswerLine("2", "Bob Okafor", "", "No answer yet"),
            AnswerLine("3", "Oluwaseun Adebayo-Fitzgerald", "Write to her sister, who reads it to her"),
        ]
    )
    scroll = ScrollColumn(theme)
    scroll.add(people)
    scroll.add_stretch()
    card.add(scroll, 1)
    column = Column(theme, gap=14)
    for count in (0, 2):
        home = NextMeetingCard(theme)
        home.show_meeting("Where should the new shelters go?", _DAY, date(2026, 11, 22))
        home.show_not_arranged(count)
        column.addWidget(home)
    next_date = NextDateCard(theme)
    next_date.show_next(NextMeeting(held_on=_DAY, starts_at="10am", venue="Library hall"))
    next_date.notice.show_notice(_SHORT)
    column.addWidget(next_date)
    column.addStretch(1)
    return frame(theme, WorkArea(theme, card, holder(column)))


def make_places(theme: Theme) -> QWidget:
    """Choosing a place, and looking at one: never looked, found today, found long ago."""
    card = Card(theme, "Where is it?", heading_style=TextStyle.TITLE, padding=24)
    scroll = ScrollColumn(theme, gap=16)
    choice = VenueChoice(theme)
    choice.show_venues([VenueFace("1", "Library hall"), VenueFace("2", "St Mary's Community Centre, upper room")])
    choice.show_place("1", "Library hall")
    choice.say("Step-free, with a hearing loop. Looked at on 3 November.", ["a changing place", "a quiet room"])
    scroll.add(choice)
    found = Checked(answer=CheckAnswer.NO, checked_on=date(2026, 3, 3), note="85 cm")
    for check, checked, is_of_today in (
        (VenueCheck.DOORS, None, False),
        (VenueCheck.CHANGING_PLACE, found, False),
        (VenueCheck.LOOP, found, True),
    ):
        row = VenueCheckRow(theme, check)
        row.show_checked(checked, is_of_today=is_of_today)
        scroll.add(row)
    scroll.add_stretch()
    card.add(scroll, 1)
    side = VenueSide(theme)
    known = {VenueCheck.CHANGING_PLACE: found, VenueCheck.LOOP: replace(found, answer=CheckAnswer.YES)}
    side.show_venue(Venue(id=VenueId("1"), group_id=GroupId("g"), name="Library hall", checks=known))
    return frame(theme, WorkArea(theme, card, side))


def make_person(theme: Theme) -> QWidget:
    """What a person is offered, and what they said and did."""
    card = OffersCard(theme)
    offer = Offer(person_id=PersonId("p"), kind=OfferKind.PREPARATION, answer=OfferAnswer.YES, said_on=_DAY)
    card.show_offers({OfferKind.PREPARATION: offer})
    card.add_stretch()
    history = PersonHistoryList(theme)
    history.show_lines(
        [
            PastLine(
                kind=LineKind.IDEA,
                line_id=str(number),
                meeting_id=MeetingId("m"),
                meeting_title="Bus stops",
                held_on=_DAY,
                words="Put a light at the stop by the library.",
                became=became,
            )
            for number, became in enumerate(Became)
        ]
    )
    to_tell = ToTellCard(theme)
    to_tell.show_count(2)
    waits = WaitsToHearCard(theme)
    waits.show_tellers([("1", "Amina"), ("2", "Oluwaseun Adebayo-Fitzgerald")])
    names = ("Amina", "Oluwaseun Adebayo-Fitzgerald", "Ticket number 7", "Somebody who does not want to be named")
    waits.show_waiting([Waiting(name, name, "Put a light at the stop by the library.") for name in names])
    waits.show_made(is_made=True)
    lists = PeopleListsCard(theme)
    lists.show_counts(people=4, no_longer_here=1)
    column = Column(theme, gap=14)
    column.addWidget(lists)
    column.addWidget(to_tell)
    column.addWidget(waits)
    column.addWidget(history)
    column.addStretch(1)
    return frame(theme, WorkArea(theme, card, holder(column)))


def make_story(theme: Theme) -> QWidget:
    """The path of an idea that has every kind of step, and the box in which it was found."""
    told = TraceWords(trace_wording(templates_folder())).told(PATH, {})
    page = PathPage(theme)
    page.show_path(told, can_decide=True)
    finder = FindCard(theme, QWidget())
    finder.show_only("You see only: Ideas \u00b7 Amina Yusuf.")
    rows = [(made.line_id, step_words(made, opens="Open")) for made in told.steps[:4]]
    finder.show_lines([Listed("4 lines", rows)])
    return frame(theme, WorkArea(theme, page, finder))
