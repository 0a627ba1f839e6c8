"""Who comes: counts by perspective, and each person by the name they chose; never one beside the other (DP-14)."""

from collections import Counter
from collections.abc import Iterator

from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.meeting_state import Attendance
from coprod_desktop.domain.person import Perspective
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block
from coprod_desktop.minutes.papers.meeting_facts import InvitationFacts
from coprod_desktop.minutes.sentences import sentences, tidy
from coprod_desktop.minutes.teller import FEW, Teller


def people_blocks(facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    """How many are asked, and from where they speak."""
    return _counts(facts, teller) if facts.asked else block_run(teller.say("nobody_asked_yet"), picture="people")


def face_block(seen: Attendance, facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    """One person by the name they chose, with what they do at the meeting."""
    picture, name = facts.faces.get(seen.person_id, "person"), _name(seen, teller)
    return block_run(_jobs(seen, teller), picture=picture, label=name) or (
        Block(sentences=(), picture=picture, label=name),
    )


def _name(seen: Attendance, teller: Teller) -> str:
    return tidy(teller.names[seen.person_id])


def _jobs(seen: Attendance, teller: Teller) -> tuple[str, ...]:
    return tuple(line for job in Job if job in seen.jobs for line in teller.say(f"will_{job.value}"))


def _counts(facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    asked = facts.asked
    said = [facts.perspectives_of(seen) for seen in asked]
    counts = Counter(one for perspectives in said for one in set(perspectives))
    lines = list(_count_lines(counts, facts, teller))
    total = sentences(teller.wording.count("people_asked", len(asked)))
    adds_up = all(number >= FEW for number in counts.values())
    several = adds_up and sum(counts.values()) > sum(map(bool, said))
    key = "in_more_groups" if several else "come_from_groups"
    groups = sentences(teller.wording.count(key, len(lines))) if lines else ()
    return block_run((*total, *groups), picture="people", items=lines, most_items=len(Perspective))


def _count_lines(counts: Counter[Perspective], facts: InvitationFacts, teller: Teller) -> Iterator[str]:
    labels = facts.group.perspective_labels
    for one in Perspective:
        if counts[one]:
            label = tidy(labels.get(one, "")) or teller.wording(f"perspective_{one.value}")
            number = str(counts[one]) if counts[one] >= FEW else teller.wording("a_few")
            yield teller.wording("with_a_number", label=label, words=number)
