"""A year of 12 meetings made by chance: ideas of named and unnamed people, and everything that can become of one."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random

from coprod_desktop.domain.group import Group
from coprod_desktop.domain.ids import ActionId, DecisionId, IdeaId, MeetingId, PersonId
from coprod_desktop.domain.lines import (
    ActionDetails,
    ActionState,
    DecisionDetails,
    IdeaDetails,
    IdeaOutcome,
    NeededYes,
    Outcome,
    Words,
    YesAnswer,
)
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.person import NamedAs
from coprod_desktop.domain.proposer import Proposer, Source
from coprod_desktop.services.bootstrap import Services
from coprod_desktop.services.meeting_service import RunningMeeting
from tests.services.fixed_clock import FixedClock

FIRST_DAY = datetime(2026, 1, 13, 10, 0, tzinfo=UTC)
_NAMES = ("Amina Yusuf", "Bea Brown", "Cai Davies", "Dev Patel")


@dataclass
class ToldYear:
    """The group, its people (the last does not want to be named), and every idea in the order in which it was said."""

    services: Services
    clock: FixedClock
    random: Random
    group: Group
    people: list[PersonId] = field(default_factory=list)
    ideas: dict[IdeaId, MeetingId] = field(default_factory=dict)

    @staticmethod
    def begun(services: Services, clock: FixedClock, seed: int) -> "ToldYear":
        """Four people and no meeting yet."""
        year = ToldYear(services, clock, Random(seed), services.groups.create("Bus stops group"))
        for name in _NAMES:
            year.people.append(services.people.add_walk_in(year.group.id, name).id)
        last = services.people.get(year.people[-1])
        services.people.save(replace(last, named_as=NamedAs.UNNAMED))
        return year

    def meet(self) -> RunningMeeting:
        """One more meeting, a month after the last, with some ideas; what can become of them becomes of them."""
        held_on = self.clock.now().date()
        details = MeetingDetails(title=f"Meeting of {held_on}", held_on=held_on)
        running = self.services.meetings.begin(self.group.id, details, tuple(self.people))
        for number in range(self.random.randint(1, 4)):
            self.say(running, f"Idea {len(self.ideas)} word{number}")
        running.requests.finish()
        self.clock.pass_seconds(timedelta(days=30).total_seconds())
        return running

    def say(self, running: RunningMeeting, words: str, proposer: Proposer | None = None) -> IdeaId:
        """Somebody says something."""
        whose = proposer or self._proposer()
        idea_id = running.requests.record_idea(Words(text=f"{words}."), IdeaDetails(proposer=whose))
        self.ideas[idea_id] = running.live.id
        if self.random.random() < 0.8:
            self.become(running, idea_id)
        return idea_id

    def become(self, running: RunningMeeting, idea_id: IdeaId) -> None:
        """Anything that can become of an idea."""
        way = self.random.choice(["decided", "wanted", "not_agreed", "later", "passed_on", "not_taken_up"])
        settled = {
            "later": IdeaOutcome.LATER,
            "passed_on": IdeaOutcome.PASSED_ON,
            "not_taken_up": IdeaOutcome.NOT_TAKEN_UP,
        }
        if way in settled:
            to_whom = "The council" if way == "passed_on" else ""
            running.requests.settle_idea(idea_id, settled[way], reason="We need time.", passed_on_to=to_whom)
        else:
            self.decide(running, idea_id, way)

    def decide(self, running: RunningMeeting, idea_id: IdeaId, way: str = "decided") -> DecisionId:
        """A decision comes from an idea, perhaps with a job."""
        idea = running.live.state.ideas[idea_id]
        asked = running.live.state.details
        assert asked is not None
        council = NeededYes(who="The council", asked_on=asked.held_on)
        details = DecisionDetails(
            proposer=idea.details.proposer,
            outcome=Outcome.NOT_AGREED if way == "not_agreed" else Outcome.AGREED,
            from_idea_id=idea_id,
            reason="It costs too much." if way == "not_agreed" else "",
            needs_yes_from=(council,) if way == "wanted" else (),
        )
        job = (Words(text=f"Do {idea.words.text}"), ActionDetails(owners=(self.people[0],)))
        actions = [job] if self.random.random() < 0.5 else []
        return running.requests.record_decision(Words(text=f"We do {idea.words.text}"), details, actions=actions)

    def do_job(self, running: RunningMeeting, action_id: ActionId, result: str) -> None:
        """A job is done, years later perhaps."""
        action = running.live.state.actions[action_id]
        done = replace(action.details, state=ActionState.DONE, result=result)
        running.requests.change_action(action_id, action.words, done)

    def answer(self, running: RunningMeeting, decision_id: DecisionId, answer: YesAnswer, on: date) -> None:
        """The council answers."""
        running.requests.others_said(decision_id, 0, answer, on=on)

    def _proposer(self) -> Proposer:
        if self.random.random() < 0.2:
            return Proposer(source=Source.UNNAMED)
        return Proposer(people=(self.random.choice(self.people),))
