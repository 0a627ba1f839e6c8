"""What a list given to others may tell: what its person said may be shared; of the rest, how much it is (DP-04)."""

from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain.getting_ready import Preparation, needs_behind, ready_lines
from coprod_desktop.domain.need_rules import NeedRule, ReadyList, rules_on
from coprod_desktop.domain.person import Person, printed_names
from coprod_desktop.minutes.papers.role_list_facts import (
    SHOWN_ON,
    HelpedOut,
    Reached,
    RoleFacts,
    RoleList,
    lines_of,
)
from coprod_desktop.services.need_kinds import CountedKinds, Kinds, NeedKinds

HOW_TO_REACH = "contact_way"
"""The rule of a person who said in their own words how to reach them."""


def has_something(which: RoleList, facts: RoleFacts) -> bool:
    """Whether a list tells something to do, or of people by name or number; what is kept back is not asked here."""
    if which is RoleList.SAFETY:
        return bool(facts.helped or facts.others_helped)
    if which is RoleList.CONTACT:
        return bool(facts.reached or facts.others_reached)
    return bool(lines_of(which, facts.lines))


def count_kept_back(known: Preparation, which: RoleList) -> int:
    """How many things are not on a list, or for more people than it says, because they may not be shared."""
    counted = {line.key: line.people for line in ready_lines(shareable(known))}
    lists = set(SHOWN_ON.get(which, ()))
    lines = [line for line in ready_lines(known) if lists & set(line.rule.lists) and not line.is_covered]
    return sum(counted.get(line.key, 0) < line.people for line in lines)


def kinds_wanted(rule: NeedRule, shared: Preparation, kinds: NeedKinds) -> CountedKinds:
    """How many people want which kind of what a rule looks after, where that comes in kinds."""
    if rule.key not in kinds or rule.key == HOW_TO_REACH:
        return CountedKinds()
    wanted = (needs_behind(person, rule, shared.details) for person in shared.people)
    return kinds.counted(rule.key, (" ".join(need.detail for need in needs) for needs in wanted if needs))


def shareable(known: Preparation) -> Preparation:
    """The same with only those needs of which their person said that they may be shared."""
    people = [replace(one, needs=tuple(need for need in one.needs if need.may_share)) for one in known.people]
    return replace(known, people=tuple(people))


def people_helped(known: Preparation) -> tuple[tuple[HelpedOut, ...], int]:
    """Who is helped out, by name where that may be shared, and how many others there are."""
    names = printed_names(known.people)
    helpers = {one.person_id: one.helper for one in known.helpers}
    told, others = _told_and_others(known, rules_on(ReadyList.SAFETY))
    return tuple(HelpedOut(name=names[one.id], helper=helpers.get(one.id, "")) for one, _keys in told), others


def people_reached(known: Preparation, kinds: NeedKinds) -> tuple[tuple[Reached, ...], int]:
    """Whom to write to or phone, by name where that may be shared, and how many others there are."""
    names = printed_names(known.people)
    told, others = _told_and_others(known, rules_on(ReadyList.CONTACT))
    return tuple(
        Reached(
            name=names[one.id],
            contact=one.contact,
            keys=keys,
            ways=way.names,
            asks_first=bool(said) and not way.is_all,
        )
        for one, keys in told
        for said in [_says_how(one, known) if HOW_TO_REACH in keys else ""]
        for way in [kinds.find(HOW_TO_REACH, said) if said else Kinds()]
    ), others


def _says_how(person: Person, known: Preparation) -> str:
    rules = [rule for rule in rules_on(ReadyList.CONTACT) if rule.key == HOW_TO_REACH]
    return " ".join(need.detail for rule in rules for need in needs_behind(person, rule, known.details))


def _told_and_others(known: Preparation, rules: Sequence[NeedRule]) -> tuple[list[tuple[Person, tuple[str, ...]]], int]:
    """People with the keys of the rules that may be told beside their name; and how many have one that may not."""
    names = printed_names(known.people)
    told: list[tuple[Person, tuple[str, ...]]] = []
    others = 0
    for person in known.people:
        wanted = {rule.key: needs_behind(person, rule, known.details) for rule in rules}
        wanted = {key: needs for key, needs in wanted.items() if needs}
        may_tell = [key for key, needs in wanted.items() if all(need.may_share for need in needs)]
        keys = tuple(may_tell) if person.id in names else ()
        others += len(keys) < len(wanted)
        told += [(person, keys)] if keys else []
    return sorted(told, key=lambda one: names[one[0].id].casefold()), others
