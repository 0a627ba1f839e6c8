"""Who comes: counts by perspective, and names only as people chose and only where the group wants them (DP-14)."""

from collections import Counter
from collections.abc import Iterator

from coprod_desktop.domain.meeting import Job
from coprod_desktop.domain.meeting_state import Attendance
from coprod_desktop.domain.person import Perspective
from coprod_desktop.minutes.block_runs import block_run
from coprod_desktop.minutes.blocks import Block
from coprod_desktop.minutes.papers.frame import listed
from coprod_desktop.minutes.papers.meeting_facts import InvitationFacts
from coprod_desktop.minutes.sentences import ended, sentences, tidy
from coprod_desktop.minutes.teller import Teller

_MOST_NAMES = 15


def people_blocks(facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    """How many are asked, from where they speak, and who has a job; never a name beside a perspective."""
    if not facts.asked:
        return block_run(teller.say("nobody_asked_yet"), picture="people")
    return (*_counts(facts, teller), *names_blocks(facts, teller))


def names_blocks(facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    """The names that people chose, if the group wants names on its papers, and who has a job to do."""
    if not facts.names_wanted:
        return ()
    asked = [seen.person_id for seen in facts.asked]
    named = teller.named(asked)
    unnamed = len(asked) - len(named)
    count = teller.wording.count
    lines = sentences(count("names_not_told", unnamed)) if unnamed else ()
    counted = sentences(count("people_named", len(named))) if named else ()
    label = teller.wording("asked_label")
    names = block_run((*lines, *counted), picture="address book", label=label, items=named, most_items=_MOST_NAMES)
    return (*names, *_job_blocks(facts, teller))


def _job_blocks(facts: InvitationFacts, teller: Teller) -> tuple[Block, ...]:
    """Who does what at the meeting: beside their face if they said yes to that, else in a list."""
    doers = [seen for seen in facts.asked if seen.jobs and seen.person_id in teller.names]
    shown = [seen for seen in doers if seen.person_id in facts.faces]
    lines = [" ".join((ended(_name(seen, teller)), *_jobs(seen, teller))) for seen in doers if seen not in shown]
    faces = (block for seen in shown for block in face_block(seen, facts, teller))
    return (*faces, *listed(teller, "jobs_to_come", lines, picture="job", label="jobs_to_come_label"))


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
    several = sum(counts.values()) > sum(map(bool, said))
    key = "in_more_groups" if several else "come_from_groups"
    groups = sentences(teller.wording.count(key, len(lines))) if lines else ()
    return block_run((*total, *groups), picture="people", items=lines, most_items=len(Perspective))


def _count_lines(counts: Counter[Perspective], facts: InvitationFacts, teller: Teller) -> Iterator[str]:
    labels = facts.group.perspective_labels
    for one in Perspective:
        if counts[one]:
            label = tidy(labels.get(one, "")) or teller.wording(f"perspective_{one.value}")
            yield teller.wording("with_a_number", label=label, words=teller.a_few_or(counts[one]))
