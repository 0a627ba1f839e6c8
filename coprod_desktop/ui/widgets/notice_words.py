"""How long before a meeting people are told, in words: "14 days. Interpreters need 42." They name nobody."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from coprod_desktop.domain.need_rules import NeedRule
from coprod_desktop.domain.notice import Notice

_NEED_WORDS: Final = {
    "braille": "Braille needs {days}",
    "translator": "Translators need {days}",
    "one_interpreter": "Interpreters need {days}",
    "two_interpreters": "Interpreters need {days}",
    "ask_lipspeaker": "Lipspeakers need {days}",
    "lipspeaker": "Lipspeakers need {days}",
    "captions": "Typed words need {days}",
    "deafblind_interpreter": "Interpreters need {days}",
    "note_taker": "Note takers need {days}",
    "papers_early": "Papers need {days}",
    "welcome_sheet": "The welcome sheet needs {days}",
    "mark_hard_items": "The papers need {days}",
    "who_is_who": "The sheet of names needs {days}",
    "joining_sheet": "The joining sheet needs {days}",
    "travel": "Travel needs {days}",
    "food": "Food needs {days}",
    "replacement_care": "Care at home needs {days}",
    "other": "One need takes {days}",
}
"""By the key of a rule; `{days}` is a number, or "42 days"."""


def need_words(rule: NeedRule, days: str) -> str:
    """What needs so many days: "Interpreters need 42 days"."""
    words = _NEED_WORDS.get(rule.key, "One need takes {days}")
    return _tr(words).format(days=days)


def longest_words(notice: Notice, days: str) -> str:
    """What needs the most days; not by name where the room looks on; nothing if there is no such need."""
    if notice.longest is None:
        return ""
    return need_words(notice.longest, days) if notice.names_need else _tr("Some things need {days}").format(days=days)


def days_words(days: int) -> str:
    """Days as they are said: "1 day", "14 days"."""
    return _tr("1 day") if days == 1 else _tr("{count} days").format(count=days)


def rule_words(notice: Notice) -> str:
    """What the group itself asks for."""
    return _tr("Our own rule is {days}").format(days=days_words(notice.rule_days))


def notice_sentences(notice: Notice) -> str:
    """The days, and what needs more of them; "That is enough" if nothing does."""
    if notice.is_over:
        return _tr("This day has passed.")
    if notice.days < 0:
        return _tr("The invitations went out after the meeting.")
    longer = []
    if notice.too_short_for and notice.longest is not None:
        longer.append(longest_words(notice, str(notice.longest_days)))
    if notice.is_short_of_rule:
        longer.append(_tr("Our own rule is {days}").format(days=notice.rule_days))
    told = [days_words(notice.days), *(longer or [_tr("That is enough")])]
    return " ".join(f"{one}." for one in told)


def short_words(notice: Notice) -> str:
    """What the notice is too short for; nothing if it is long enough."""
    if notice.too_short_for == 1:
        return _tr("Too short for 1 need")
    if notice.too_short_for:
        return _tr("Too short for {count} needs").format(count=notice.too_short_for)
    return _tr("Shorter than our own rule") if notice.is_short_of_rule else ""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Notice", words)
