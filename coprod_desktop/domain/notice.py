"""How long before a meeting people are told, against the group's own rule and what the people coming need (R04)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from coprod_desktop.domain.getting_ready import coming, needed_rules
from coprod_desktop.domain.meeting import MeetingDetails
from coprod_desktop.domain.meeting_state import MeetingState
from coprod_desktop.domain.need_rules import DoneBy, NeedRule, ReadyList
from coprod_desktop.domain.person import Person


@dataclass(frozen=True, kw_only=True)
class Notice:
    """The days between the invitations and the meeting, and what they are held against.

    `days` counts from the day on which invitations went out; where nobody wrote that down (`is_sent` is not set), from
    today. It is below 0 if the meeting came first. `longest` is the booking or paper that takes the most days of all
    that the people coming need and that is not done, None if there is none. `too_short_for` counts needs, never
    people. `names_need`: what takes so long may be told; where the room looks on, only its days are.
    """

    days: int
    is_sent: bool
    rule_days: int
    longest: NeedRule | None = None
    too_short_for: int = 0
    names_need: bool = True

    @property
    def is_over(self) -> bool:
        """Whether the day has passed and nobody wrote down when people were told, so that nothing can be said."""
        return self.days < 0 and not self.is_sent

    @property
    def longest_days(self) -> int:
        """How many days the longest need wants; 0 if there is none."""
        return _days_of(self.longest) if self.longest is not None else 0

    @property
    def is_short_of_rule(self) -> bool:
        """Whether the group's own rule asks for more days."""
        return not self.is_over and self.days < self.rule_days

    @property
    def is_short(self) -> bool:
        """Whether there are fewer days than the rule or a need asks for."""
        return self.is_short_of_rule or self.too_short_for > 0


def notice_of(
    details: MeetingDetails, people: Iterable[Person], *, today: date, rule_days: int, done: Collection[str] = ()
) -> Notice:
    """The notice of a meeting to which these people come. What is `done`, by the key of its rule, needs no more days.

    All are whole days of the calendar, so that neither summer time nor the end of a year makes a difference.
    """
    sent_on = details.invitations_sent_on
    days = (details.held_on - (sent_on or today)).days
    wanted = [rule for rule in needed_rules(people, details) if takes_days(rule) and rule.key not in done]
    is_over = days < 0 and sent_on is None
    short = {rule.code for rule in wanted if days < _days_of(rule)}
    return Notice(
        days=days,
        is_sent=sent_on is not None,
        rule_days=rule_days,
        longest=max(wanted, key=_days_of, default=None),
        too_short_for=0 if is_over else len(short),
    )


def notice_for(
    state: MeetingState, people: Iterable[Person], *, today: date, rule_days: int, done: Collection[str] = ()
) -> Notice | None:
    """The notice of a meeting, for those of these people who come to it; None for one that was never opened."""
    if state.details is None:
        return None
    those = coming(state, people)
    return notice_of(state.details, those, today=today, rule_days=rule_days, done=done)


_BOOKED_OR_SENT: Final = (ReadyList.BOOKING, ReadyList.PAPERS)


def takes_days(rule: NeedRule) -> bool:
    """Whether a rule is a booking or a paper that has to be begun some days before."""
    is_named = rule.done_by is DoneBy.STEPS or any(one in _BOOKED_OR_SENT for one in rule.lists)
    return is_named and bool(rule.due_days)


def _days_of(rule: NeedRule) -> int:
    return rule.due_days or 0
