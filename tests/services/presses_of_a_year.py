"""What people can press about ideas, decisions, jobs, answers and editions, each with somebody or something by chance.

Two meetings stand open: from the later one the earlier is changed too.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from coprod_desktop.domain.after_events import LineAnswer
from coprod_desktop.domain.ids import ActionId, AgendaItemId, DecisionId, GroupId, IdeaId, MeetingId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    AgendaItemDetails,
    BetweenMeetings,
    DecisionDetails,
    DidItHelp,
    EarlierLine,
    Helped,
    HowDecided,
    IdeaDetails,
    IdeaKind,
    IdeaOutcome,
    Medium,
    NeededYes,
    Objection,
    Outcome,
    Votes,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import MinutesChoice, MinutesFormat, Perspective
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.domain.reasons import NotAllowed, Reason
from coprod_desktop.domain.room import ReadBack
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_service import RunningMeeting
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.line_index import LineIndex

NAMES = ("Jo Adams", "Sam Bell", "Ann Cole", "Kim Dean")
DAYS = (date(2026, 11, 3), date(2026, 11, 24))
SURVEY_FILE = "What would help you?\n=1+1 more seats\n\u0645\u0631\u062d\u0628\u0627 seats\nA lamp at the stop\n"
SOUND = b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(40)

SAID = (
    "We want seats at the stop.",
    'He said "no" AND (NEAR(x) OR y)*: -- ; DROP TABLE x',
    "\u202e\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
    "\U0001f469\u200d\U0001f9bd wants a lower \U0001f68f",
    "=HYPERLINK(1)",
    "Łódź, Øre, đak, Straße, Llŷn",
    "nul\x00 and \ud800 alone",
    "A lamp.",
)
LONG = "long " * 3900

_One = TypeVar("_One")
Press = tuple[str, Callable[[], object]]


def begin_two_meetings(services: Services) -> list[MeetingId]:
    """A group of 4 with two meetings, each with an item."""
    group = services.groups.create("Riverside")
    people = [services.people.add_walk_in(group.id, name) for name in NAMES]
    for person in people[:2]:
        services.people.save(replace(person, minutes=MinutesChoice(format=MinutesFormat.EASY_READ)))
    ids = []
    for number, day in enumerate(DAYS):
        running = services.meetings.begin(
            group.id, MeetingDetails(title=f"Meeting {number}", held_on=day), [one.id for one in people]
        )
        for person in people:
            running.requests.arrive(person.id, perspectives=(Perspective.LIVED_EXPERIENCE,))
        item = AgendaItemDetails(title="Seats", proposer=Proposer(source=Source.WHOLE_GROUP))
        running.requests.open_item(running.requests.propose_item(item))
        ids.append(running.live.id)
    services.history.forget()
    return ids


class Presses:
    """Everything that can be pressed now, by chance."""

    def __init__(self, services: Services, meeting_ids: Sequence[MeetingId], chance: random.Random, folder: Path):
        self.services, self.chance, self.folder = services, chance, folder
        self.meetings = [services.meetings.open(one) for one in meeting_ids]
        state = self.meetings[0].live.state
        assert state.group_id is not None
        self.group_id: GroupId = state.group_id
        self.people: list[PersonId] = [one.id for one in services.people.people(self.group_id)]

    def one(self) -> Press:
        """One press."""
        running = self.chance.choice(self.meetings)
        made: Callable[[RunningMeeting], Callable[[], object]]
        name, made = self.chance.choice(self._acts())
        return name, lambda: made(running)()

    def _acts(self) -> list[tuple[str, Callable[[RunningMeeting], Callable[[], object]]]]:
        acts = [
            self.idea, self.idea, self.idea, self.idea, self.change_idea, self.settle, self.join, self.part,
            self.take_up, self.decide, self.decide, self.decide, self.change_decision, self.answer_words, self.asked,
            self.others_said, self.action, self.action, self.no_thank_you, self.did_it_help, self.tell, self.tell_all,
            self.edition, self.check, self.correct, self.agree, self.reader, self.take_back_idea,
            self.take_back_decision, self.take_back_objection, self.survey, self.recording, self.read_back,
            self.next_item, self.finish, self.reopen, self.walk, self.word, self.rename,
        ]  # fmt: skip
        return [(act.__name__, act) for act in acts]

    def who(self) -> PersonId:
        return self.chance.choice(self.people)

    def some(self, most: int = 2) -> tuple[PersonId, ...]:
        return tuple(self.chance.sample(self.people, self.chance.randint(0, most)))

    def proposer(self) -> Proposer:
        kind = self.chance.random()
        if kind < 0.6:
            return Proposer(people=(self.who(), *self.some(1)))
        source = self.chance.choice((Source.UNNAMED, Source.WHOLE_GROUP, Source.SURVEY, Source.UNNAMED))
        return Proposer(people=self.some(1), source=source)

    def words(self) -> Words:
        easy = self.chance.choice(("", "", self.chance.choice(SAID)))
        return Words(text=LONG if self.chance.random() < 0.02 else self.chance.choice(SAID), easy_text=easy)

    def pick(self, lines: Sequence[_One]) -> _One:
        if not lines:
            raise NotAllowed(Reason.NOT_FOUND)
        return self.chance.choice(lines)

    def any_idea(self, running: RunningMeeting) -> IdeaId:
        return self.pick(list(running.live.state.ideas))

    def any_decision(self, running: RunningMeeting) -> DecisionId:
        return self.pick(list(running.live.state.decisions))

    def any_action(self, running: RunningMeeting) -> ActionId:
        return self.pick(list(running.live.state.actions))

    def any_item(self, running: RunningMeeting) -> AgendaItemId | None:
        return self.chance.choice((None, *(one.id for one in running.live.state.agenda)))

    def any_line(self, running: RunningMeeting) -> str:
        state = running.live.state
        return self.pick([*state.ideas, *state.decisions, *state.actions, *(one.id for one in state.agenda)])

    def idea_details(self, running: RunningMeeting) -> IdeaDetails:
        kind = self.chance.choice((IdeaKind.IDEA, IdeaKind.IDEA, *IdeaKind))
        return IdeaDetails(proposer=self.proposer(), item_id=self.any_item(running), kind=kind)

    # Ideas

    def idea(self, running: RunningMeeting) -> Callable[[], object]:
        return partial(running.requests.record_idea, self.words(), self.idea_details(running))

    def change_idea(self, running: RunningMeeting) -> Callable[[], object]:
        idea = running.live.state.ideas[self.any_idea(running)]
        details = self.chance.choice((idea.details, replace(idea.details, proposer=self.proposer())))
        return partial(running.requests.change_idea, idea.id, self.words(), details)

    def settle(self, running: RunningMeeting) -> Callable[[], object]:
        outcome = self.chance.choice((IdeaOutcome.LATER, IdeaOutcome.PASSED_ON, IdeaOutcome.NOT_TAKEN_UP,
                                      IdeaOutcome.OPEN))  # fmt: skip
        return partial(
            running.requests.settle_idea, self.any_idea(running), outcome,
            reason="No money now.", passed_on_to="The council",
        )  # fmt: skip

    def join(self, running: RunningMeeting) -> Callable[[], object]:
        ideas = list(running.live.state.ideas)
        others = self.chance.sample(ideas, min(len(ideas), self.chance.randint(1, 4)))
        return partial(running.requests.join_ideas, self.any_idea(running), others)

    def part(self, running: RunningMeeting) -> Callable[[], object]:
        joined = [one.id for one in running.live.state.ideas.values() if one.details.joined_into]
        return partial(running.requests.part_idea, self.pick(joined))

    def take_up(self, _: RunningMeeting) -> Callable[[], object]:
        later = self.meetings[1]
        waiting = self.services.waiting_ideas.before(later.live.id)
        return partial(self.services.waiting_ideas.take_up, self.pick(waiting), later.requests, self.any_item(later))

    def survey(self, running: RunningMeeting) -> Callable[[], object]:
        path = self.folder / "survey.csv"
        path.write_text(SURVEY_FILE, encoding="utf-8")
        surveys = self.services.surveys
        opened = surveys.open(path)
        preview = surveys.preview(opened, opened.answer or 0, "Survey of May", running.live.state)
        return partial(surveys.bring_in, running.requests, preview)

    def recording(self, running: RunningMeeting) -> Callable[[], object]:
        path = self.folder / "sound.wav"
        path.write_bytes(SOUND)

        def press() -> None:
            with self.services.history.together("idea_recorded"):
                kept = self.services.recordings.bring_in(self.group_id, path)
                details = replace(self.idea_details(running), medium=Medium.RECORDING, recording_id=kept)
                running.requests.record_idea(Words(text="A song about the bus"), details)

        return press

    # Decisions

    def decide(self, running: RunningMeeting) -> Callable[[], object]:
        state, chance = running.live.state, self.chance
        needs = tuple(NeededYes(who=who, asked_on=DAYS[0] if chance.random() < 0.5 else None)
                      for who in ("The council", "The bus firm")[: chance.randint(0, 2)])  # fmt: skip
        objections = tuple(
            Objection(text=chance.choice(SAID[:-1]), by=self.proposer() if chance.random() < 0.6 else None)
            for _ in range(chance.randint(0, 2))
        )
        details = DecisionDetails(
            proposer=self.proposer(),
            outcome=chance.choice((Outcome.AGREED, Outcome.AGREED, *Outcome)),
            from_idea_id=self.chance.choice((None, *state.ideas)),
            item_id=self.any_item(running),
            how_decided=chance.choice((None, *HowDecided)),
            votes=chance.choice((None, Votes(yes=3, no=1))),
            supported_by=self.some(),
            built_on_by=self.some(),
            stood_aside=self.some(),
            objections=objections,
            conditions=chance.choice(((), ("Only in the day",))),
            reason=chance.choice(("", "It rains.")),
            needs_yes_from=needs,
            for_now_until=chance.choice((None, date(2027, 1, 1))),
            between=BetweenMeetings(asked=self.some(3), how="By phone") if chance.random() < 0.2 else None,
            reopens=self._reopened(running) if chance.random() < 0.3 else None,
            decided_at=chance.choice(("", "2026-11-24T10:00:00+00:00")),
        )
        jobs = [(self.words(), ActionDetails(owners=self.some())) for _ in range(chance.randint(0, 2))]
        return partial(running.requests.record_decision, self.words(), details, actions=jobs)

    def _reopened(self, running: RunningMeeting) -> EarlierLine:
        earlier = self.chance.choice((running, self.meetings[0]))
        return EarlierLine(meeting_id=earlier.live.id, line_id=self.any_decision(earlier))

    def change_decision(self, running: RunningMeeting) -> Callable[[], object]:
        decision = running.live.state.decisions[self.any_decision(running)]
        more = (*decision.details.objections, Objection(text="I am not sure."))
        details = self.chance.choice((
            decision.details,
            replace(decision.details, objections=more),
            replace(decision.details, how_decided=self.chance.choice(list(HowDecided))),
        ))  # fmt: skip
        return partial(
            running.requests.change_decision, decision.id, self.words(), details,
            changes_meaning=self.chance.random() < 0.5, agreed_by_proposer=self.chance.choice((None, True, False)),
        )  # fmt: skip

    def answer_words(self, running: RunningMeeting) -> Callable[[], object]:
        return partial(running.requests.answer_new_words, self.any_decision(running), self.chance.choice((None, True)))

    def asked(self, running: RunningMeeting) -> Callable[[], object]:
        return partial(running.requests.others_asked, self.any_decision(running), self.chance.randint(0, 1))

    def others_said(self, running: RunningMeeting) -> Callable[[], object]:
        answer = self.chance.choice(list(YesAnswer))
        place = self.chance.randint(0, 1)
        return partial(running.requests.others_said, self.any_decision(running), place, answer, reason="No money")

    # Jobs

    def action(self, running: RunningMeeting) -> Callable[[], object]:
        action = running.live.state.actions[self.any_action(running)]
        state = self.chance.choice(list(ActionState))
        details = replace(action.details, state=state, result=self.chance.choice(("", "It is there.")))
        return partial(running.requests.change_action, action.id, action.words, details)

    def no_thank_you(self, running: RunningMeeting) -> Callable[[], object]:
        return partial(running.requests.say_no_thank_you, self.any_action(running), self.who())

    def did_it_help(self, running: RunningMeeting) -> Callable[[], object]:
        said = DidItHelp(answer=self.chance.choice(list(Helped)), said_on=DAYS[1], by=self.who(), words="It did.")
        return partial(running.requests.say_helped, self.any_action(running), said)

    # What people hear, check and agree

    def tell(self, _: RunningMeeting) -> Callable[[], object]:
        to_hear = self.pick(self.services.feedback.waiting(self.group_id))
        return partial(self.services.feedback.told_in_words, to_hear, told_by=self.who())

    def tell_all(self, _: RunningMeeting) -> Callable[[], object]:
        def press() -> None:
            with self.services.history.together("answer_told"):
                for to_hear in self.services.feedback.waiting(self.group_id):
                    self.services.feedback.told_in_words(to_hear)

        return press

    def edition(self, running: RunningMeeting) -> Callable[[], object]:
        return partial(self.services.editions.make_edition, running.live.id)

    def check(self, running: RunningMeeting) -> Callable[[], object]:
        answers = {self.any_line(running): (self.chance.choice(list(LineAnswer)), "Not so.") for _ in range(2)}
        return partial(self.services.editions.check, running.live.id, self.who(), answers)

    def correct(self, running: RunningMeeting) -> Callable[[], object]:
        line, words = self.any_line(running), self.words()
        return partial(self.services.editions.correct, running.live.id, line, asked_by=self.who(), words=words)

    def agree(self, running: RunningMeeting) -> Callable[[], object]:
        return partial(self.services.editions.agree, running.live.id, in_meeting=self.meetings[1].live.id)

    def reader(self, running: RunningMeeting) -> Callable[[], object]:
        return partial(self.services.editions.reader_said, running.live.id, self.who(), is_easy=True)

    # Taken back

    def take_back_idea(self, running: RunningMeeting) -> Callable[[], object]:
        return partial(running.requests.take_back_idea, self.any_idea(running))

    def take_back_decision(self, running: RunningMeeting) -> Callable[[], object]:
        return partial(running.requests.take_back_decision, self.any_decision(running))

    def take_back_objection(self, running: RunningMeeting) -> Callable[[], object]:
        return partial(running.requests.take_back_objection, self.any_decision(running), self.chance.randint(0, 2))

    def take_out(self, running: RunningMeeting) -> Callable[[], object]:
        """Words go for good; not among the others, as it ends what can be undone."""
        asked_by, yes_from = self.chance.sample(self.people, 2)
        line = self.any_line(running)
        return partial(self.services.erasure.take_out, running.live.id, line, asked_by=asked_by, yes_from=yes_from)

    # The meeting goes on

    def read_back(self, running: RunningMeeting) -> Callable[[], object]:
        decision = running.live.state.decisions[self.any_decision(running)]
        shown = ReadBack(words=decision.words.printed, proposer=decision.details.proposer, decision_id=decision.id)
        return partial(running.room.read_back, shown)

    def next_item(self, running: RunningMeeting) -> Callable[[], object]:
        item = AgendaItemDetails(title=self.chance.choice(SAID[:4]), proposer=self.proposer())

        def press() -> None:
            with self.services.history.together("agenda_item_opened"):
                running.requests.open_item(running.requests.propose_item(item))

        return press

    def finish(self, running: RunningMeeting) -> Callable[[], object]:
        return running.requests.finish

    def reopen(self, running: RunningMeeting) -> Callable[[], object]:
        return running.requests.reopen

    def walk(self, running: RunningMeeting) -> Callable[[], object]:
        act = self.chance.choice((running.requests.leave, running.requests.arrive))
        return partial(act, self.who())

    def word(self, _: RunningMeeting) -> Callable[[], object]:
        return partial(self.services.word_list.add, self.chance.choice(("budget", "=cmd()")), self.chance.choice(SAID))

    def rename(self, _: RunningMeeting) -> Callable[[], object]:
        person = self.pick(self.services.people.people(self.group_id))
        name = self.chance.choice((person.name, person.name + "x"))
        return partial(self.services.people.save, replace(person, name=name))


def rows_of_index(database: Database) -> list[list[str]]:
    """All that the index holds, without the numbers of its rows."""
    of_line = "SELECT l.kind, l.line_id, o.{0} FROM {1} o LEFT JOIN line_index l ON l.number = o.number"
    queries = (
        "SELECT * FROM line_index",
        of_line.format("person_id", "line_people"),
        of_line.format("from_id", "line_links"),
    )
    with database.read() as connection:
        lines, people, links = (connection.exec_driver_sql(query).all() for query in queries)
    return [sorted(map(str, found)) for found in ([tuple(row)[1:] for row in lines], people, links)]


def same_when_made_anew(database: Database) -> bool:
    """Whether the index is whole, and holds the same when it is thrown away and made from the record."""
    index = LineIndex(database)
    while index.read_unread(8):
        pass
    kept = rows_of_index(database)
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO line_words (line_words, rank) VALUES ('integrity-check', 1)")
    index.rebuild()
    return kept == rows_of_index(database)
